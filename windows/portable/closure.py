"""Which wheels belong together: the requirements followed for Windows, each in its pinned version."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name

from windows.portable.faults import fault
from windows.portable.wheels import Wheel

PLATFORM = "win_amd64"
EXTRAS = ("js", "rakor", "ocr")  # what users of the folder need; a cluster needs more than a folder
_SHOWN = 600  # characters of what pip says


@dataclass(frozen=True, slots=True)
class Target:
    """The Python of the folder: CPython for 64-bit Windows of one version ("3.12")."""

    version: str

    @property
    def abi(self) -> str:
        return "cp" + self.version.replace(".", "")

    @property
    def environment(self) -> dict[str, str]:
        """What markers ask about, as Windows would answer; never this machine's own."""
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{self.version}.0",
            "os_name": "nt",
            "platform_machine": "AMD64",
            "platform_python_implementation": "CPython",
            "platform_release": "10",
            "platform_system": "Windows",
            "platform_version": "10.0.19045",
            "python_full_version": f"{self.version}.0",
            "python_version": self.version,
            "sys_platform": "win32",
        }

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The tags of wheels that run there, the best first."""
        major, minor = (int(part) for part in self.version.split("."))
        own = cpython_tags((major, minor), abis=[self.abi], platforms=[PLATFORM])
        return (*own, *compatible_tags((major, minor), interpreter=self.abi, platforms=[PLATFORM]))

    def wants(self, requirement: Requirement, extras: Iterable[str]) -> bool:
        """Whether a requirement counts there, for a package asked for with these extras."""
        marker = requirement.marker
        return marker is None or any(marker.evaluate({**self.environment, "extra": extra}) for extra in ("", *extras))


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of wheels, filled from the package index of this machine's pip unless ``offline``."""

    folder: Path
    offline: bool = False

    def bring(self, pins: Mapping[str, str], target: Target) -> dict[str, Wheel]:
        """The best wheel for each pin. PackageError, naming the wheels that are not to be had."""
        missing = pins.keys() - self._there(pins, target).keys()
        if missing and not self.offline:
            _download({name: pins[name] for name in sorted(missing)}, target, self.folder)
        there = self._there(pins, target)
        if lacking := sorted(pins.keys() - there.keys()):
            name = lacking[0]
            example = f"{name.replace('-', '_')}-{pins[name]}-{target.abi}-{target.abi}-{PLATFORM}.whl"
            told = ", ".join(f"{name}=={pins[name]}" for name in lacking)
            raise fault("tanpa_roda", daftar=told, folder=self.folder, contoh=example)
        return there

    def _there(self, pins: Mapping[str, str], target: Target) -> dict[str, Wheel]:
        rank = {tag: number for number, tag in enumerate(target.tags)}
        found: dict[str, tuple[int, Wheel]] = {}
        for path in sorted(self.folder.glob("*.whl")):
            name = canonicalize_name(path.name.split("-")[0])
            if name not in pins:
                continue
            wheel = Wheel.read(path)
            place = min((rank[tag] for tag in wheel.tags if tag in rank), default=None)
            if place is None or str(wheel.version) != pins[name]:
                continue
            if name not in found or place < found[name][0]:
                found[name] = place, wheel
        return {name: wheel for name, (_, wheel) in found.items()}


def pins(constraints: Path) -> dict[str, str]:
    """Version by canonical name, from constraints.txt."""
    pinned: dict[str, str] = {}
    for line in constraints.read_text(encoding="utf-8").splitlines():
        name, equals, version = line.partition("#")[0].partition("==")
        if equals:
            pinned[canonicalize_name(name.strip())] = version.strip()
    return pinned


def wanted(pyproject: Path, extras: Sequence[str] = EXTRAS) -> tuple[Requirement, ...]:
    """What the auditor asks for, with the extras. PackageError for an extra that does not exist."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    optional: dict[str, list[str]] = project.get("optional-dependencies", {})
    for extra in extras:
        if extra not in optional:
            raise fault("tambahan_lain", nama=extra, ada=", ".join(sorted(optional)))
    texts = [*project["dependencies"], *(text for extra in extras for text in optional[extra])]
    return tuple(Requirement(text) for text in texts)


def closure(
    requirements: Iterable[Requirement], pinned: Mapping[str, str], target: Target, shelf: Shelf
) -> tuple[Wheel, ...]:
    """All wheels that the requirements come to, by name. PackageError for what is not pinned, not there, no match."""
    found: dict[str, Wheel] = {}
    followed: set[tuple[str, frozenset[str]]] = set()
    wave = [requirement for requirement in requirements if target.wants(requirement, ())]
    while wave:
        names = {canonicalize_name(requirement.name) for requirement in wave} - found.keys()
        if unpinned := sorted(names - pinned.keys()):
            raise fault("tanpa_versi", daftar=", ".join(unpinned), contoh=f"{unpinned[0]}==1.2.3")
        found |= shelf.bring({name: pinned[name] for name in names}, target)
        following: list[Requirement] = []
        for requirement in wave:
            wheel = found[canonicalize_name(requirement.name)]
            _fits(wheel, requirement, target)
            step = (wheel.name, frozenset(requirement.extras))
            if step not in followed:
                followed.add(step)
                following += [needed for needed in wheel.requires if target.wants(needed, requirement.extras)]
        wave = following
    return tuple(found[name] for name in sorted(found))


def _fits(wheel: Wheel, requirement: Requirement, target: Target) -> None:
    if not requirement.specifier.contains(wheel.version, prereleases=True):
        raise fault("versi_berselisih", nama=wheel.name, versi=wheel.version, diminta=requirement)
    if not wheel.requires_python.contains(f"{target.version}.0"):
        raise fault("python_berselisih", nama=wheel.name, diminta=wheel.requires_python, versi=target.version)


def _download(pinned: Mapping[str, str], target: Target, folder: Path) -> None:
    """Has pip fetch wheels, and nothing that would have to be compiled. PackageError with what pip said."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--no-deps", "--quiet"]
    command += ["--only-binary=:all:", "--platform", PLATFORM, "--python-version", target.version]
    command += ["--implementation", "cp", "--abi", target.abi, "--abi", "abi3", "--abi", "none"]
    command += ["--dest", str(folder), *(f"{name}=={version}" for name, version in pinned.items())]
    environment = {**os.environ, "PIP_CONSTRAINT": ""}  # the pins are ours
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    if ended.returncode:
        errors = [line for line in ended.stderr.splitlines() if line.startswith("ERROR")]
        raise fault("pip", kata="\n".join(errors)[:_SHOWN] or ended.stderr[-_SHOWN:])

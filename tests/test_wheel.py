"""The wheel alone is the tool: built, installed into an empty environment, run outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path, home: Path) -> str:
    """Output of a command that must succeed; it sees neither the checkout nor this environment's settings."""
    kept = ("SYSTEMROOT", "TEMP", "TMP", "LANG", "PATH")
    environment = {name: value for name, value in os.environ.items() if name in kept}
    environment |= {"HOME": str(home), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, f"{command}\n{ended.stdout[-3000:]}\n{ended.stderr[-3000:]}"
    return ended.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("roda")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder, home=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that has the wheel, and of everything else only what this one has."""
    folder = tmp_path_factory.mktemp("lingkungan")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site_packages = Path(run(python, "-I", "-c", code, cwd=folder, home=folder).strip())
    with zipfile.ZipFile(wheel) as archive:  # a pure wheel is installed by unpacking it
        archive.extractall(site_packages)
    # At the end of sys.path and without running this environment's own .pth files, among them the editable install.
    libraries = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    (site_packages / "pustaka.pth").write_text("\n".join(dict.fromkeys(libraries)) + "\n", encoding="utf-8")
    return python


def test_the_wheel_holds_the_rules_the_reports_and_the_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "auditor/_bawaan/rules/kip/_paket.toml" in names
    assert sum(name.startswith("auditor/_bawaan/rules/kip/") and name.endswith(".toml") for name in names) >= 79
    for needed in (
        "_bawaan/reports/html/kartu.html.j2",
        "_bawaan/reports/huruf/",
        "data/notes.toml",
        "demo/templates/",
    ):
        assert any(name.startswith(f"auditor/{needed}") for name in names), needed
    assert not [name for name in names if name.startswith(("tests/", "bench/", "hasil")) or name.endswith(".db")]


def test_the_wheel_names_its_command_and_no_address_to_download_from(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = next(name for name in archive.namelist() if name.endswith(".dist-info/entry_points.txt"))
        assert "auditor = auditor.__main__:main" in archive.read(info).decode()
        metadata = archive.read(info.replace("entry_points.txt", "METADATA")).decode()
    assert "Requires-Dist: httpx" in metadata
    assert " @ http" not in metadata


def test_the_installed_tool_is_the_wheels(python: Path, tmp_path: Path) -> None:
    code = "import auditor, auditor.resources as r; print(auditor.__file__); print(r.rules_folder())"
    where = run(python, "-I", "-c", code, cwd=tmp_path, home=tmp_path).splitlines()
    assert all(str(ROOT) not in line for line in where)
    assert Path(where[1]).parts[-3:] == ("_bawaan", "rules", "kip")


def test_the_demo_runs_outside_the_checkout(python: Path, tmp_path: Path) -> None:
    out = run(python, "-I", "-m", "auditor", "demo", "--no-open", "--browser", "never", cwd=tmp_path, home=tmp_path)
    assert "Mulai dari:" in out
    (recap,) = (tmp_path / "hasil-demo").glob("*/rekap.html")
    assert len(list(recap.parent.glob("kartu-skor/*.pdf"))) >= 5
    assert (recap.parent / "buku-kartu-skor.pdf").stat().st_size > 10_000

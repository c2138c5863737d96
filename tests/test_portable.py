"""The portable folder for Windows: which wheels it takes, what it refuses, and that nothing it needs is missing."""

from __future__ import annotations

import csv
import ntpath
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.made_windows import ARM64, I386, embeddable, program, wheel
from tests.test_docs import unwanted
from windows.portable.binaries import asked, lacking, machine
from windows.portable.closure import PLATFORM, Shelf, Target, closure, pins, wanted
from windows.portable.embedded import Embedded
from windows.portable.faults import PackageError, words
from windows.portable.folder import CONTENTS, LIBRARIES, NAME, PYTHON, changed, portable
from windows.portable.imports import missing, modules
from windows.portable.wheels import Wheel

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "windows" / "portable" / "isi"
WINDOWS = Target("3.12")
SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
FORMS = {".py", ".pyd"}
#: set to a folder, the package index is asked for every wheel of every supported Python, some 150 MB each
INDEX = "AUDITOR_RODA"


def resolved(folder: Path, texts: list[str], pinned: dict[str, str], target: Target = WINDOWS) -> list[str]:
    """The names of the wheels that requirements come to, taken from a folder."""
    found = closure([Requirement(text) for text in texts], pinned, target, Shelf(folder, offline=True))
    return [each.name for each in found]


# --- which wheels


def test_what_only_windows_needs_is_taken_and_what_only_this_machine_needs_is_not(tmp_path: Path) -> None:
    wheel(tmp_path, "click", requires=["colorama; platform_system == 'Windows'", "readline; sys_platform == 'linux'"])
    wheel(tmp_path, "colorama")
    assert resolved(tmp_path, ["click"], {"click": "1.0", "colorama": "1.0"}) == ["click", "colorama"]


def test_an_extra_is_followed_only_where_it_is_asked_for(tmp_path: Path) -> None:
    wheel(tmp_path, "server", requires=["fast; extra == 'cepat'"])
    wheel(tmp_path, "fast")
    pinned = {"server": "1.0", "fast": "1.0"}
    assert resolved(tmp_path, ["server"], pinned) == ["server"]
    assert resolved(tmp_path, ["server", "server[cepat]"], pinned) == ["fast", "server"]


def test_a_requirement_for_another_version_of_python_is_passed_over(tmp_path: Path) -> None:
    wheel(tmp_path, "reader", requires=["tomli; python_version < '3.12'"])
    wheel(tmp_path, "tomli")
    pinned = {"reader": "1.0", "tomli": "1.0"}
    assert resolved(tmp_path, ["reader"], pinned) == ["reader"]
    assert resolved(tmp_path, ["reader"], pinned, Target("3.11")) == ["reader", "tomli"]


def test_the_wheel_made_for_this_very_python_is_preferred(tmp_path: Path) -> None:
    for tag in ("py3-none-any", "cp38-abi3-win_amd64", "cp312-cp312-win_amd64", "cp313-cp313-win_amd64"):
        wheel(tmp_path, "lib", tag=tag)
    (found,) = closure([Requirement("lib")], {"lib": "1.0"}, WINDOWS, Shelf(tmp_path, offline=True))
    assert found.path.name.endswith("cp312-cp312-win_amd64.whl")


@pytest.mark.parametrize(
    "tag", ["cp312-cp312-manylinux_2_28_x86_64", "cp312-cp312-win32", "cp312-cp312-win_arm64", "cp311-cp311-win_amd64"]
)
def test_a_wheel_for_another_machine_is_none_and_a_good_name_is_told(tmp_path: Path, tag: str) -> None:
    wheel(tmp_path, "lib", tag=tag)
    with pytest.raises(PackageError, match=r"lib==1\.0.*lib-1\.0-cp312-cp312-win_amd64\.whl"):
        resolved(tmp_path, ["lib"], {"lib": "1.0"})


def test_what_has_no_version_is_told_with_the_line_to_add(tmp_path: Path) -> None:
    wheel(tmp_path, "click", requires=["colorama"])
    with pytest.raises(PackageError, match=r"colorama.*colorama==1\.2\.3"):
        resolved(tmp_path, ["click"], {"click": "1.0"})


def test_a_version_that_another_does_not_accept_is_told(tmp_path: Path) -> None:
    wheel(tmp_path, "pandas", requires=["numpy>=2"])
    wheel(tmp_path, "numpy")
    with pytest.raises(PackageError, match=r"numpy==1\.0.*numpy>=2"):
        resolved(tmp_path, ["pandas"], {"pandas": "1.0", "numpy": "1.0"})


def test_a_wheel_for_a_newer_python_is_told(tmp_path: Path) -> None:
    wheel(tmp_path, "lib", python=">=3.13")
    with pytest.raises(PackageError, match=r"lib meminta Python >=3\.13.*3\.12"):
        resolved(tmp_path, ["lib"], {"lib": "1.0"})


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04 no more", b"<html>proxy</html>"])
def test_a_file_that_is_no_wheel_is_named(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "lib-1.0-py3-none-any.whl").write_bytes(body)
    with pytest.raises(PackageError, match=r"lib-1\.0-py3-none-any\.whl bukan roda yang utuh"):
        resolved(tmp_path, ["lib"], {"lib": "1.0"})


def test_a_wheel_that_is_another_inside_is_refused(tmp_path: Path) -> None:
    wheel(tmp_path, "lib", says="jahat")
    with pytest.raises(PackageError, match="mengaku sebagai jahat"):
        resolved(tmp_path, ["lib"], {"lib": "1.0"})


# --- what the auditor itself needs on Windows


def installed() -> dict[str, metadata.Distribution]:
    return {canonicalize_name(found.metadata["Name"]): found for found in metadata.distributions()}


def own_wheels(folder: Path, version: str) -> tuple[Wheel, ...]:
    """The auditor's closure on Windows, of stand-ins that require what the installed packages require."""
    here, pinned = installed(), pins(ROOT / "constraints.txt")
    for name, pin in pinned.items():
        # Of what only Windows installs nothing can be read here; it must at least be pinned.
        requires = (here[name].requires or []) if name in here else []
        wheel(folder, name, pin, files={}, requires=requires)
    return closure(wanted(ROOT / "pyproject.toml"), pinned, Target(version), Shelf(folder, offline=True))


@pytest.mark.parametrize("version", SUPPORTED)
def test_every_package_that_windows_needs_is_pinned(tmp_path: Path, version: str) -> None:
    names = {each.name for each in own_wheels(tmp_path, version)}
    assert {"tzdata", "colorama", "playwright", "python-pptx", "faster-paddle", "uvicorn"} <= names
    assert not names & {"aia-chaser", "distributed", "pytest"}


def test_every_module_the_auditor_imports_comes_with_those_packages(tmp_path: Path) -> None:
    here = installed()
    libraries: dict[str, bytes] = {}
    for each in own_wheels(tmp_path, WINDOWS.version):
        for path in here[each.name].files or () if each.name in here else ():
            place = path.as_posix().replace(".abi3.so", ".pyd")
            place = re.sub(r"\.cpython-[\w-]+\.so$", ".pyd", place)
            if Path(place).suffix in FORMS and not place.startswith(".."):
                libraries[place] = Path(str(path.locate())).read_bytes() if place.endswith(".py") else b""
    for path in (ROOT / "auditor").rglob("*.py"):
        libraries[path.relative_to(ROOT).as_posix()] = path.read_bytes()
    python = [name.replace(".", "/") + ".pyc" for name in sys.stdlib_module_names]
    python += [f"{name}/__init__.pyc" for name in sys.stdlib_module_names]
    absent = missing(libraries, python, words()["windows"]["tanpa_modul"])
    strange = {name: by for name, by in absent.items() if name.split(".")[0] not in sys.stdlib_module_names}
    assert strange == {}


_BLOCKED = """
import asyncio, importlib, multiprocessing, pkgutil, subprocess, sys, tempfile, webbrowser
for name in ("fcntl", "pwd", "grp", "termios", "tty", "pty", "syslog", "aia_chaser", "cryptography",
             "distributed", "dask", "fsspec"):
    sys.modules[name] = None
import auditor
for found in pkgutil.walk_packages(auditor.__path__, "auditor."):
    if not found.name.endswith("__main__") and found.name != "auditor.work.cluster":
        importlib.import_module(found.name)
"""


def test_every_module_of_the_auditor_loads_without_what_windows_does_not_have() -> None:
    command = [sys.executable, "-c", _BLOCKED]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize("version", SUPPORTED)
@pytest.mark.skipif(INDEX not in os.environ, reason=f"asks the package index for 67 wheels: set {INDEX} to a folder")
def test_the_index_has_a_wheel_for_every_pin(version: str) -> None:
    shelf = Shelf(Path(os.environ[INDEX]) / version)
    found = closure(wanted(ROOT / "pyproject.toml"), pins(ROOT / "constraints.txt"), Target(version), shelf)
    assert len(found) > 60


# --- the imports of a folder


def test_a_module_that_nobody_brings_is_found_with_who_asks_for_it() -> None:
    libraries = {"auditor/__init__.py": b"import lib", "lib/__init__.py": b"from lib import inner\nimport gone.deep"}
    libraries |= {"lib/inner.py": b"def late():\n    import also_gone\n", "other.py": b"import never_loaded"}
    assert missing(libraries, []) == {"gone": "lib", "gone.deep": "lib"}


@pytest.mark.parametrize(
    "source",
    [
        b"try:\n    import gone\nexcept ImportError:\n    gone = None",
        b"try:\n    text = unicode\nexcept NameError:\n    import gone",
        b"from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import gone",
        b"import sys\nif sys.platform != 'win32':\n    import gone",
        b"import winreg, msvcrt, sqlite3, email.mime.text",
        b"from . import sibling\nfrom .sibling import thing",
    ],
)
def test_what_is_guarded_or_pythons_own_is_not_missed(source: bytes) -> None:
    python = ["sqlite3/__init__.pyc", "email/__init__.pyc", "email/mime/__init__.pyc", "email/mime/text.pyc"]
    python += ["typing.pyc"]
    assert missing({"auditor/__init__.py": source, "auditor/sibling.py": b""}, python) == {}


def test_a_part_of_the_standard_library_that_the_embeddable_python_leaves_out_is_missed() -> None:
    assert missing({"auditor/__init__.py": b"import tkinter"}, ["email.pyc"]) == {"tkinter": "auditor"}


def test_functions_of_the_auditor_count_unless_they_expect_the_absence() -> None:
    libraries = {"auditor/__init__.py": b"def f():\n    import spare\n    import gone\n"}
    assert missing(libraries, [], ["spare"]) == {"gone": "auditor"}
    assert missing({"auditor/__init__.py": b"import spare"}, [], ["spare"]) == {"spare": "auditor"}
    libraries = {"auditor/__init__.py": b"def f():\n    import auditor.extra\n", "auditor/extra.py": b"import spare"}
    assert missing(libraries, [], ["spare", "auditor.extra"]) == {}
    libraries["auditor/other.py"] = b"import auditor.extra"
    assert missing(libraries, [], ["spare", "auditor.extra"]) == {"spare": "auditor.extra"}


def test_binary_modules_and_folders_without_a_first_file_are_modules() -> None:
    found = modules(["lxml/etree.cp312-win_amd64.pyd", "space/sub/mod.py", "notes-1.0.dist-info/METADATA.py"])
    assert {"lxml", "lxml.etree", "space", "space.sub", "space.sub.mod"} == set(found)


# --- Windows' programs


def test_the_dlls_a_program_asks_for_are_read() -> None:
    assert asked(program(["KERNEL32.dll", "msvcp140.dll"])) == {"kernel32.dll", "msvcp140.dll"}
    assert machine(program(machine=ARM64)) == ARM64


@pytest.mark.parametrize("cut", range(0, 620, 31))
def test_a_program_cut_short_costs_nothing(cut: int) -> None:
    assert asked(program(["KERNEL32.dll"])[:cut]) in (frozenset(), {"kernel32.dll"})


def test_a_dll_beside_a_library_or_beside_python_or_in_a_copies_folder_is_there() -> None:
    needs = frozenset({"own.dll", "vcruntime140.dll", "msvcp140-1a2b.dll", "kernel32.dll", "api-ms-win-core-x.dll"})
    files = {f"{LIBRARIES}/pkg/mod.pyd": needs, f"{LIBRARIES}/pkg/own.dll": frozenset[str]()}
    files |= {f"{PYTHON}/vcruntime140.dll": frozenset(), f"{LIBRARIES}/other.libs/msvcp140-1a2b.dll": frozenset()}
    assert lacking(files) == {}
    del files[f"{PYTHON}/vcruntime140.dll"]
    assert lacking(files) == {"vcruntime140.dll": [f"{LIBRARIES}/pkg/mod.pyd"]}


# --- the Python that is given


def test_an_embeddable_python_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    assert Embedded.read(embeddable(tmp_path, "3.13"), ">=3.11").target == Target("3.13")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"machine": ARM64}, "bukan untuk Windows 64-bit"),
        ({"machine": I386}, "bukan untuk Windows 64-bit"),
        ({"version": "3.10"}, r"Python 3\.10; auditor memerlukan >=3\.11"),
        ({"without": ["python.exe"]}, "bukan Python embeddable"),
        ({"without": ["python312._pth"]}, "bukan Python embeddable"),
        ({"without": ["python312.zip"]}, "bukan Python embeddable"),
    ],
)
def test_another_python_is_refused_with_a_good_example(tmp_path: Path, given: dict[str, object], told: str) -> None:
    with pytest.raises(PackageError, match=told) as refused:
        Embedded.read(embeddable(tmp_path, **given), ">=3.11")  # type: ignore[arg-type]
    assert "embed-amd64.zip" in str(refused.value)


def test_an_installer_is_not_taken_for_a_python(tmp_path: Path) -> None:
    installer = tmp_path / "python-3.12.10-amd64.exe"
    installer.write_bytes(program())
    with pytest.raises(PackageError, match=r"bukan pemasangnya.*embed-amd64\.zip"):
        Embedded.read(installer, ">=3.11")
    with pytest.raises(PackageError, match=r"tidak ada.*embed-amd64\.zip"):
        Embedded.read(tmp_path / "none.zip", ">=3.11")


# --- the folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder such as people have: a blank, letters beyond ASCII, a sign that cmd knows."""
    made = tmp_path / "Unduhan Pak Jún & Bu Ñ (2026)"
    made.mkdir()
    return made


def parts(place: Path, **more: bytes) -> tuple[Embedded, Wheel, list[Wheel]]:
    """A Python, an auditor and one library with a binary part, as ``portable`` takes them."""
    auditor = {"auditor/__init__.py": b"import lib\n", "auditor/__main__.py": b"from auditor import lib\n"}
    library = {
        "lib/__init__.py": b"from lib import inner\nimport email\n",
        "lib/inner.cp312-win_amd64.pyd": program(["python312.dll", "KERNEL32.dll"]),
        "lib/tests/test_all.py": b"import pytest\n",
    }
    library |= {path.replace("__", "/"): body for path, body in more.items()}
    made = wheel(place, "auditor-kip", "0.9.1", auditor)
    other = wheel(place, "lib", files=library, tag="cp312-cp312-win_amd64")
    return Embedded.read(embeddable(place), ">=3.11"), Wheel.read(made), [Wheel.read(other)]


def test_the_folder_holds_python_the_libraries_and_what_is_double_clicked(place: Path) -> None:
    made = portable(*parts(place))
    folder, _ = made.write(place / "dist")
    assert (folder / PYTHON / "python312._pth").read_bytes() == b"python312.zip\r\n.\r\n..\\pustaka\r\n"
    assert (folder / LIBRARIES / "auditor" / "__main__.py").is_file()
    assert (folder / LIBRARIES / "lib-1.0.dist-info" / "METADATA").is_file()  # versions are asked for at run time
    assert not (folder / LIBRARIES / "lib" / "tests").exists()
    read_me = (folder / "BACA SAYA.txt").read_bytes()
    assert read_me.startswith(b"\xef\xbb\xbfKIP AUDITOR 0.9.1") and read_me.count(b"\n") == read_me.count(b"\r\n")
    assert dict(made.lacks) == {}


def test_the_list_of_files_tells_what_was_changed_or_lost(place: Path) -> None:
    folder, _ = portable(*parts(place)).write(place)
    assert changed(folder) == ()
    (folder / PYTHON / "python.exe").unlink()
    (folder / LIBRARIES / "lib" / "__init__.py").write_bytes(b"import evil")
    assert set(changed(folder)) == {f"{PYTHON}/python.exe", f"{LIBRARIES}/lib/__init__.py"}


def test_the_same_content_makes_the_same_zip(place: Path) -> None:
    python, auditor, wheels = parts(place)
    made = portable(python, auditor, wheels)
    first = made.write(place / "satu")[1].read_bytes()
    os.utime(wheels[0].path, (0, 0))
    second = portable(python, auditor, wheels).write(place / "dua")[1].read_bytes()
    assert first == second
    with zipfile.ZipFile(place / "satu" / "kip-auditor-0.9.1-windows.zip") as archive:
        assert archive.testzip() is None
        assert {name.split("/")[0] for name in archive.namelist()} == {NAME}
        assert len(archive.namelist()) == len(made.files)


def test_the_components_are_listed_with_version_digest_and_licence(place: Path) -> None:
    text = portable(*parts(place)).files["program/komponen.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [(row["nama"], row["versi"], row["lisensi"]) for row in rows] == [
        ("auditor-kip", "0.9.1", "MIT"),
        ("lib", "1.0", "MIT"),
    ]
    assert all(len(row["sha256"]) == 64 for row in rows)


def test_an_earlier_folder_is_replaced_whole_and_what_is_not_ours_is_left(place: Path) -> None:
    made = portable(*parts(place))
    folder, _ = made.write(place)
    stale = folder / LIBRARIES / "old" / "__init__.py"
    stale.parent.mkdir()
    stale.touch()
    made.write(place)
    assert not stale.exists()
    (folder / CONTENTS).unlink()
    with pytest.raises(PackageError, match="bukan buatan alat ini"):
        made.write(place)
    assert (folder / "BACA SAYA.txt").exists()


@pytest.mark.parametrize(
    "path", ["../evil.py", "lib/../../evil.py", "/etc/evil.py", "lib\\evil.py", "C:/evil.py", "lib/con.py", "lib/a ."]
)
def test_a_wheel_cannot_write_outside_the_folder_or_what_windows_cannot_hold(place: Path, path: str) -> None:
    made = wheel(place, "jahat", files={path: b"x"})
    with pytest.raises(PackageError, match="jalur yang tidak boleh ditulis"):
        list(Wheel.read(made).files())


def test_a_file_that_is_not_as_its_wheel_lists_it_is_refused(place: Path) -> None:
    made = wheel(place, "lib", files={"lib/__init__.py": b"1"})
    whole = zipfile.ZipFile(made)
    members = {name: whole.read(name) for name in whole.namelist()} | {"lib/__init__.py": b"2"}
    whole.close()
    with zipfile.ZipFile(made, "w") as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    with pytest.raises(PackageError, match=r"rusak: isi lib/__init__\.py"):
        list(Wheel.read(made).files())


def test_two_that_differ_by_the_size_of_a_letter_are_one_on_windows(place: Path) -> None:
    with pytest.raises(PackageError, match="berkas yang sama"):
        python, auditor, wheels = parts(place)
        other = wheel(place, "lain", files={"LIB/__init__.py": b"import other"})
        portable(python, auditor, [*wheels, Wheel.read(other)])


def test_a_path_too_long_for_windows_is_told(place: Path) -> None:
    with pytest.raises(PackageError, match="terlalu panjang"):
        portable(*parts(place, **{f"lib__{'x' * 120}.py": b""}))


def test_a_folder_that_lacks_a_module_is_not_made(place: Path) -> None:
    python, auditor, wheels = parts(place)
    other = wheel(place, "auditor-more", files={"auditor/more.py": b"import gone"})
    with pytest.raises(PackageError, match=r"gone \(auditor\.more\)"):
        portable(python, auditor, [*wheels, Wheel.read(other)])


def command(place: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    script = ROOT / "windows" / "buat-paket.py"
    line = [sys.executable, str(script), *map(str, words)]
    return subprocess.run(line, cwd=place, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_command_tells_what_is_in_the_way_and_writes_nothing(place: Path) -> None:
    ended = command(place, "python.zip", "--luring", "--keluar", place / "dist")
    assert ended.returncode == 2 and "python-3.12.10-embed-amd64.zip" in ended.stderr
    ended = command(place, embeddable(place), "--luring", "--roda", place, "--keluar", place / "dist")
    assert ended.returncode == 2 and f"-{PLATFORM}.whl" in ended.stderr
    assert not (place / "dist").exists()
    assert "Traceback" not in ended.stderr


def test_help_is_in_indonesian(place: Path) -> None:
    ended = command(place, "--help")
    assert ended.returncode == 0 and "tanpa memasang Python" in ended.stdout


# --- what is double-clicked


LAUNCHERS = sorted(TEXTS.rglob("*.bat"))
START = TEXTS / "program" / "mulai.bat"


def named(path: Path) -> str:
    return path.relative_to(TEXTS).as_posix()


@pytest.mark.parametrize("script", LAUNCHERS, ids=named)
def test_the_launchers_are_plain_ascii_with_windows_line_ends(script: Path) -> None:
    raw = script.read_bytes()
    assert raw.isascii() and raw.count(b"\n") == raw.count(b"\r\n") >= 1
    labels = set(re.findall(rb"^:(\w+)", raw, re.MULTILINE))
    assert set(re.findall(rb"goto (\w+)", raw)) == labels


@pytest.mark.parametrize("script", LAUNCHERS, ids=named)
def test_every_path_in_a_launcher_is_quoted(script: Path) -> None:
    for line in script.read_text(encoding="ascii").splitlines():
        unquoted = re.sub(r'"[^"]*"', "", line)
        assert not re.search(r"%~dp0|%PYTHON%|%DATA%|%USERPROFILE%|%PATH%", unquoted), line
        assert not re.match(r"(?:if|for)\b.*\($", line), "a bracket in a path would end a block"


@pytest.mark.parametrize("script", LAUNCHERS, ids=named)
def test_no_launcher_needs_an_administrator_or_leaves_anything_on_the_machine(script: Path) -> None:
    text = script.read_text(encoding="ascii").lower()
    forbidden = r"\b(?:runas|setx|reg|net|sc|powershell|msiexec|schtasks|icacls|programfiles|systemroot|windir|pip)\b"
    assert not re.search(forbidden, text)
    assert "!" not in text or "disabledelayedexpansion" in text


def starts() -> Iterator[tuple[str, list[str]]]:
    for script in LAUNCHERS:
        if script.parent == TEXTS:
            (line,) = re.findall(r'^"%~dp0program\\mulai\.bat" (.*)$', script.read_text(encoding="ascii"), re.MULTILINE)
            yield script.name, line.split()


def test_each_launcher_starts_a_command_that_exists() -> None:
    from auditor.cli.commands import _COMMANDS

    told = dict(starts())
    assert told["Buka Meja Auditor.bat"] == ["desk"]  # no list, no round: the desk asks
    assert told["Coba Dulu.bat"] == ["demo"]
    special = set(re.findall(r'"%~1"=="(--\w+)"', START.read_text(encoding="ascii")))
    for name, line in told.items():
        assert line[0] in special or line[0] in _COMMANDS, name


@pytest.mark.parametrize("script", [s for s in LAUNCHERS if s.parent == TEXTS], ids=named)
def test_a_launcher_opened_from_within_the_zip_says_so(script: Path) -> None:
    text = script.read_text(encoding="ascii")
    check, start = text.index('if not exist "%~dp0program\\mulai.bat" goto'), text.index('"%~dp0program\\mulai.bat" ')
    assert check < start
    assert "Extract All" in text and "pause" in text and "exit /b 2" in text


def test_python_is_started_deaf_to_the_machines_own_and_in_the_data_folder() -> None:
    lines = START.read_text(encoding="ascii").splitlines()
    assert "chcp 65001 >nul" in lines and "setlocal DisableDelayedExpansion" in lines
    assert '"%PYTHON%" -X utf8 -m auditor %*' in lines  # PYTHONUTF8 is not read where a ._pth file stands
    assert lines.index('pushd "%DATA%"') < lines.index('"%PYTHON%" -X utf8 -m auditor %*')


def test_what_people_write_never_lies_in_the_folder_that_is_replaced() -> None:
    text = START.read_text(encoding="ascii")
    folders = re.findall(r'set "DATA=([^"]*)"', text)
    here = ntpath.join("D:\\", NAME, "program\\")
    for raw in folders:
        folder = ntpath.normpath(raw.replace("%USERPROFILE%", "C:\\Users\\humas").replace("%~dp0", here))
        assert not folder.startswith(ntpath.join("D:\\", NAME) + "\\"), folder
        assert ntpath.basename(folder) == "Data KIP Auditor" != NAME
    assert len(folders) == 2


@pytest.mark.parametrize("path", sorted(p for p in TEXTS.rglob("*") if p.is_file()), ids=named)
def test_the_texts_use_the_words_of_the_glossary(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    said = re.sub(r'"[^"]*"|%[^%\s]+%|\S*\\\S*|\S+\.(?:bat|csv|exe|py)\b', " ", text)
    assert not unwanted().findall(said)


def test_the_messages_use_the_words_of_the_glossary_and_are_all_used() -> None:
    told = words()
    sources = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "windows").rglob("*.py"))
    for name, text in {**told["galat"], **told["kata"], **told["bantuan"]}.items():
        assert not unwanted().findall(re.sub(r"--\w+|\{\w+\}|\"[^\"]*\"|\S+\.\w+", " ", text)), name
    for name in told["galat"]:
        assert f'fault("{name}"' in sources, name


# --- the browser of the target


def test_edge_and_chrome_are_found_where_windows_installs_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from auditor.crawl import browser

    folders = {name: tmp_path / name for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")}
    for name, folder in folders.items():
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(browser.os.path, "expandvars", ntpath.expandvars)
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    monkeypatch.setitem(browser._DATA, "paths", [path for path in browser._DATA["paths"] if path.startswith("%")])
    assert browser.find_browser() is None
    expected = [
        folders["LOCALAPPDATA"] / "Google/Chrome/Application/chrome.exe",
        folders["PROGRAMFILES(X86)"] / "Google/Chrome/Application/chrome.exe",
        folders["PROGRAMFILES"] / "Google/Chrome/Application/chrome.exe",
        folders["PROGRAMFILES"] / "Microsoft/Edge/Application/msedge.exe",
        folders["PROGRAMFILES(X86)"] / "Microsoft/Edge/Application/msedge.exe",
    ]
    for path in expected:  # the later, the sooner taken
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        assert browser.find_browser() == path

"""Installing where there is a Python: what ``pasang.bat`` says of each cause, and what the workflow runs."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_docs import unwanted

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "windows" / "sebab.py"
INSTALL = ROOT / "windows" / "pasang.bat"
spec = importlib.util.spec_from_file_location("sebab", SCRIPT)
assert spec is not None and spec.loader is not None
sebab = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sebab)

RETRY = "2026-11-28T22:18:21,462 WARNING: Retrying (Retry(total=0)) after connection broken by '{}': /simple/httpx/\n"
NONE = (
    "2026-11-28T22:18:21,471 ERROR: Could not find a version that satisfies the requirement {0} (from versions: none)\n"
    "2026-11-28T22:18:21,472 ERROR: No matching distribution found for {0}\n"
)
OSERROR = "2026-11-28T22:18:29,315 ERROR: Could not install packages due to an OSError: {}\n"
NO_NET = RETRY.format("NewConnectionError(Failed to establish a new connection: [Errno 11001] getaddrinfo failed)")

LOGS = {
    "no internet": (NO_NET + NONE.format("httpx"), "Internet tidak tersambung"),
    "internet lost on the way": ("ERROR: Exception:\nReadTimeoutError: Read timed out.\n", "Internet tidak tersambung"),
    "a proxy": (
        RETRY.format("ProxyError(Cannot connect to proxy., NewConnectionError(Failed to establish))")
        + NONE.format("httpx"),
        "memakai proksi",
    ),
    "a wrong clock": (
        RETRY.format("SSLError(SSLCertVerificationError(1, [SSL: CERTIFICATE_VERIFY_FAILED]))") + NONE.format("httpx"),
        "jam komputer keliru",
    ),
    "a full disk": (OSERROR.format("[Errno 28] No space left on device"), "Penyimpanan penuh"),
    "a full disk after a bad line": (NO_NET + OSERROR.format("[WinError 112] disk penuh"), "Penyimpanan penuh"),
    "a folder too deep": (OSERROR.format("[WinError 206] The filename or extension is too long"), "jalurnya terlalu"),
    "an antivirus": (OSERROR.format("[WinError 225] the file contains a virus"), "Antivirus"),
    "a file in use": (OSERROR.format("[WinError 32] being used by another process: 'D:\\\\.venv'"), "sedang dipakai"),
    "no leave to write": (
        OSERROR.format("[WinError 5] Access is denied: 'C:\\\\Program Files'"),
        "tidak boleh ditulis",
    ),
    "no leave for the environment": (
        "Error: [Errno 13] Permission denied: 'D:\\\\kip\\\\.venv'",
        "tidak boleh ditulis",
    ),
    "a file changed on the way": ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "keadaan rusak"),
    "a Python too new": (NONE.format("selectolax==1.0.2"), "Python 3.15 di komputer ini.*selectolax==1.0.2"),
    "a compiler": ("  error: Microsoft Visual C++ 14.0 or greater is required.\n", "harus dikompilasi"),
    "two releases mixed": ("ERROR: ResolutionImpossible: conflicting dependencies", "versi yang berbeda"),
    "no memory": ("ERROR: Exception:\nMemoryError\n", "Memori komputer habis"),
    "something new": ("2026-11-28T22:18:29,315 ERROR: the moon is full\n", "tidak dikenali.*the moon is full"),
    "nothing written": ("", "tidak dikenali"),
}


@pytest.mark.parametrize("kind", LOGS)
def test_each_cause_is_told_as_what_it_is(kind: str) -> None:
    log, told = LOGS[kind]
    cause, advice = sebab.cause(log, sebab.words(), "3.15")
    assert re.search(told, cause), cause
    assert advice.endswith(".")


def test_what_pip_passed_over_on_its_way_is_no_cause() -> None:
    log = "2026-11-28T22:18:21,100   Link requires a different Python (3.15 not in: '<3.12'): numpy-1.0\n"
    cause, _ = sebab.cause(log + OSERROR.format("[Errno 28] No space left on device"), sebab.words(), "3.15")
    assert cause == "Penyimpanan penuh."


def test_every_cause_has_an_example_here() -> None:
    told = {sebab.cause(log, sebab.words(), "3.15")[0].split(":")[0] for log, _ in LOGS.values()}
    assert {known["kata"].format(python="3.15", paket="").split(":")[0] for known in sebab.words()["sebab"]} <= told


def test_a_python_that_will_not_do_is_told_before_anything_is_fetched() -> None:
    words = sebab.words()
    assert sebab.unfit((3, 12), 64, words) is None
    assert "3.10 terlalu lama" in sebab.unfit((3, 10), 64, words)[0]
    assert "32-bit" in sebab.unfit((3, 12), 32, words)[0]


def test_the_script_tells_it_on_the_screen(tmp_path: Path) -> None:
    log = tmp_path / "pasang.log"
    log.write_text(NO_NET + NONE.format("httpx"), encoding="utf-8")
    ended = subprocess.run([sys.executable, SCRIPT, log], capture_output=True, text=True, encoding="utf-8", check=False)
    assert ended.returncode == 2
    assert ended.stdout.startswith("Penyebab: Internet") and "Langkah berikutnya: " in ended.stdout
    assert subprocess.run([sys.executable, SCRIPT], check=False).returncode == 0


def test_the_messages_use_the_words_of_the_glossary() -> None:
    words = sebab.words()
    told = [text for known in words["sebab"] for text in (known["kata"], known["saran"])]
    told += [*words["lain"].values(), *words["python"].values()]
    for text in told:
        assert not unwanted().findall(re.sub(r"\"[^\"]*\"|\S+\.\w+|OneDrive|Recycle Bin", " ", text)), text


def test_the_installer_asks_for_ready_made_parts_and_always_tells_the_cause() -> None:
    text = INSTALL.read_text(encoding="ascii")
    assert "--only-binary=:all:" in text and "-c constraints.txt" in text
    for step in ("-m venv .venv", "-m pip install"):
        assert re.search(rf"{re.escape(step)}.*\r?\nif errorlevel 1 goto gagal\r?\n", text), step
    for label in ("tanpa_python", "python_lama", "tanpa_folder"):
        part = text.split(f":{label}")[1].split("goto selesai_gagal")[0]
        assert "Penyebab: " in part and "Langkah berikutnya: " in part
    assert "sebab.py pasang.log" in text.split(":gagal")[1]


# --- the workflow for whoever hosts the project


WORKFLOW = ROOT / ".github" / "workflows" / "periksa.yml"


def test_the_workflow_runs_the_readmes_two_commands_on_three_systems() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    for system in ("ubuntu-latest", "windows-latest", "macos-latest"):
        assert system in text
    commands = re.findall(r"^make (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert commands == ["demo", "test"]
    for command in commands:
        assert f"make {command}" in text


def test_the_workflow_starts_what_the_portable_folder_has_to_start() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    launchers = {path.name for path in (ROOT / "windows" / "portable" / "isi").glob("*.bat")}
    told = set(re.findall(r"[A-Z][\w ]+\.bat", text))
    assert {"Periksa Komputer.bat", "Coba Dulu.bat"} <= told <= launchers
    assert "windows/buat-paket.py" in text

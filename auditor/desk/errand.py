"""A command of the auditor at work in a process of its own, and what it has told so far.

The desk runs the very commands of the command line, so that both do the same, a click on "Berhenti" is what Ctrl-C is,
and a desk that is closed or killed leaves behind what any interrupted run leaves: all that was finished.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import auditor
from auditor.language.characters import visible

_NOTES = 200  # lines that are kept
_PATIENCE = 20.0  # seconds a stopped command has to put away what it has in hand


@dataclass(frozen=True, slots=True)
class Row:
    """One office while a round runs."""

    site_id: str
    name: str
    pages: int = 0
    documents: int = 0
    state: str = ""
    score: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a command is."""

    title: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    started_at: datetime
    ended_at: datetime | None = None
    code: int | None = None  # the exit code; None while it runs
    stopped: bool = False

    @property
    def running(self) -> bool:
        return self.code is None

    @property
    def done(self) -> int:
        return sum(row.done for row in self.rows)


class Errand:
    """One command at a time. Made once for a desk; ``start`` begins, ``progress`` tells, ``stop`` ends it.

    Commands work in ``folder``: what people typed (auditor.toml, tindak-lanjut.csv) is read there.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._progress: Progress | None = None
        self._rows: dict[str, Row] = {}
        self._notes: list[str] = []

    @property
    def progress(self) -> Progress | None:
        """What is known of the command that runs, or ran last; None before the first."""
        with self._lock:
            if self._progress is None:
                return None
            return replace(self._progress, rows=tuple(self._rows.values()), notes=tuple(self._notes))

    @property
    def running(self) -> bool:
        with self._lock:
            return self._progress is not None and self._progress.running

    def start(self, title: str, commands: Sequence[Sequence[str]], names: Mapping[str, str]) -> bool:
        """Whether it was begun: not while another runs. ``names``: the offices it will speak of.

        ``commands`` follow one another, each once the one before has ended well.
        """
        with self._lock:
            if self._progress is not None and self._progress.running:
                return False
            self._rows = {site_id: Row(site_id, name) for site_id, name in names.items()}
            self._notes = []
            self._progress = Progress(title, (), (), datetime.now(UTC))
            self._process = _begun(commands[0], self._folder)
            following = [list(command) for command in commands[1:]]
            threading.Thread(target=self._listen, args=(self._process, following), daemon=True).start()
            return True

    def stop(self) -> None:
        """Asks the command to end, as Ctrl-C does; one that does not is ended."""
        with self._lock:
            process = self._process
            if process is None or self._progress is None or not self._progress.running:
                return
            self._progress = replace(self._progress, stopped=True)
        if os.name == "nt":
            process.kill()  # whatever is finished is stored; nothing half-written takes a file's place
        else:
            process.send_signal(signal.SIGINT)
            last_resort = threading.Timer(_PATIENCE, process.kill)
            last_resort.daemon = True  # a desk that closes does not wait for it
            last_resort.start()

    def close(self) -> None:
        """Ends the command and waits for its end."""
        self.stop()
        process = self._process
        if process is not None:
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()

    def _listen(self, process: subprocess.Popen[str], following: list[list[str]]) -> None:
        while True:
            assert process.stdout is not None
            for line in process.stdout:
                self._take(visible(line.rstrip()))
            code = process.wait()
            with self._lock:
                if self._progress is None:
                    return
                if code or not following or self._progress.stopped:
                    self._progress = replace(self._progress, code=code, ended_at=datetime.now(UTC))
                    return
                process = self._process = _begun(following.pop(0), self._folder)

    def _take(self, line: str) -> None:
        told = _event(line)
        with self._lock:
            if told is None:
                if line:
                    self._notes = [*self._notes, line][-_NOTES:]
                return
            site_id = str(told.get("situs", ""))
            row = self._rows.get(site_id, Row(site_id, site_id))
            self._rows[site_id] = replace(
                row,
                pages=int(told.get("halaman", 0)),
                documents=int(told.get("dokumen", 0)),
                state=str(told.get("keadaan", "")),
                score=str(told.get("skor", "")),
                done=bool(told.get("selesai", False)),
            )


def heard(arguments: Sequence[str], seconds: float) -> str:
    """The last thing that a short command tells of its office, or what kept it from telling; "" where it took longer.

    It is ended after ``seconds``.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", "auditor", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=_environment(),
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ""
    told = [visible(line.strip()) for line in done.stdout.splitlines() if line.strip()]
    events = [event for line in told if (event := _event(line)) is not None]
    return str(events[-1].get("keadaan", "")) if events else " ".join(told)[:600]


def _begun(arguments: Sequence[str], folder: Path | None) -> subprocess.Popen[str]:
    """A command of the auditor, at work in a group of its own: Ctrl-C in the desk's window is not its."""
    own_group: dict[str, Any] = {"start_new_session": True}
    if os.name == "nt":
        own_group = {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    return subprocess.Popen(
        [sys.executable, "-m", "auditor", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        cwd=folder,
        env={**_environment(), "PYTHONUNBUFFERED": "1"},
        **own_group,
    )


def _environment() -> dict[str, str]:
    """The environment of a command: it finds this very auditor from any folder, and speaks UTF-8."""
    here = str(Path(auditor.__file__).parent.parent)
    path = os.pathsep.join(part for part in (here, os.environ.get("PYTHONPATH", "")) if part)
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}


def _event(line: str) -> dict[str, Any] | None:
    """What a line tells of one office; None for a line that speaks to people."""
    if not line.startswith('{"situs"'):
        return None
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None

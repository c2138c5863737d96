"""A command at a time of every quarter -> what the schedulers of Linux, macOS and Windows want to be told. Pure."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import PurePath
from typing import Final
from xml.sax.saxutils import escape

from auditor.data import table

LAST_DAY: Final = 25  # the latest first evening: the others must be in the same month, February included
_WORDS: Final = table("jadwal")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PLAIN: Final = re.compile(r"[\w./:=@+-]+")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is run, where, and on which evenings."""

    program: Sequence[str]  # how this machine starts the auditor
    options: Sequence[str]  # the rest of the command line
    folder: PurePath  # where it runs, and where its log goes
    day: int = 10  # the first evening
    at: time = time(19)

    @property
    def days(self) -> range:
        return range(self.day, self.day + int(_WORDS["malam"]))

    @property
    def log(self) -> PurePath:
        return self.folder / str(_WORDS["log"])


def cron_line(plan: Plan) -> str:
    """One line of a crontab; ``%`` would end the line there."""
    line = _filled(
        "cron",
        folder=shlex.quote(str(plan.folder)),
        perintah=shlex.join([*plan.program, *plan.options]),
        log=shlex.quote(str(plan.log)),
        hari=f"{plan.days[0]}-{plan.days[-1]}",
        bulan=",".join(str(month) for month in _WORDS["bulan"]),
        jam=str(plan.at.hour),
        menit=str(plan.at.minute),
    )
    return line.replace("%", r"\%")


def service_unit(plan: Plan) -> str:
    """The systemd unit that runs the command; its output goes to the log."""
    command = " ".join(_systemd(word) for word in [*plan.program, *plan.options])
    return _filled("service", folder=_percents(plan.folder), perintah=command, log=_percents(plan.log))


def timer_unit(plan: Plan) -> str:
    """The systemd unit that says when; an evening on which the machine was off is made up for."""
    return _filled(
        "timer",
        hari=f"{plan.days[0]:02}..{plan.days[-1]:02}",
        bulan=",".join(f"{month:02}" for month in _WORDS["bulan"]),
        jam=f"{plan.at:%H}",
        menit=f"{plan.at:%M}",
    )


def windows_task(plan: Plan, today: date) -> str:
    """The task for ``schtasks /Create /XML``, from ``today`` on. Write it as UTF-16, as Windows does."""
    words = " ".join(_windows(word) for word in [*plan.program, *plan.options])
    command = f'/d /c "{words} >> {_windows(str(plan.log))} 2>&1"'  # cmd takes the outer quotes off
    return _filled(
        "windows",
        mulai=f"{today.isoformat()}T{plan.at:%H:%M}:00",
        hari="".join(f"<Day>{day}</Day>" for day in plan.days),
        bulan="".join(f"<{_MONTHS[month - 1]}/>" for month in _WORDS["bulan"]),
        perintah=escape(command),
        folder=escape(str(plan.folder)),
    )


def _filled(name: str, **values: str) -> str:
    return str(_WORDS["pola"][name]).lstrip("\n").format(**values)


def _percents(value: object) -> str:
    """A path as systemd reads it: a percent sign begins one of its own names."""
    return str(value).replace("%", "%%")


def _systemd(word: str) -> str:
    word = _percents(word).replace("$", "$$")
    if _PLAIN.fullmatch(word):
        return word
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _windows(word: str) -> str:
    """A word as cmd.exe passes it on; inside quotes only a percent sign could still mean something to it."""
    return word if _PLAIN.fullmatch(word.replace("\\", "/")) else '"' + word.replace('"', "") + '"'

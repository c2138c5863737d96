"""What schedulers are told (read back by their own rules), and what a scheduled run does when nothing is left to do."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath
from xml.etree import ElementTree

import pytest

from auditor.due import Due, due
from auditor.model import FetchStatus, Scorecard, Site, SiteState, SiteStatus
from auditor.proof import warc_path
from auditor.schedule import LAST_DAY, Plan, cron_line, service_unit, timer_unit, windows_task
from auditor.snapshot import SnapshotWriter
from auditor.store import Store
from tests.test_snapshot import SETTINGS
from tests.test_store import card

ODD = "Jawa $100% \"Tengah\" & 'Barat'"
OPTIONS = ("run", "sites.csv", "--due", "--province", ODD)
LINUX = Plan(("/opt/kip auditor/bin/python", "-m", "auditor"), OPTIONS, PurePosixPath("/srv/audit kip 100%"))
WINDOWS = Plan(
    ("C:\\Program Files\\Python\\python.exe", "-m", "auditor"),
    ("run", "sites.csv", "--due", "--province", "Jawa Tengah"),
    PureWindowsPath("D:\\kip & auditor"),
)


def test_cron_runs_the_very_command_in_its_folder_on_four_evenings_a_quarter() -> None:
    line = cron_line(LINUX)
    assert line.count("\n") == 0
    minute, hour, days, months, weekday, command = line.split(" ", 5)
    assert (minute, hour, days, months, weekday) == ("0", "19", "10-13", "2,5,8,11", "*")
    assert "%" not in command.replace("\\%", "")  # cron ends the command at a bare one
    words = shlex.split(command.replace("\\%", "%"))
    assert words[:3] == ["cd", "/srv/audit kip 100%", "&&"]
    assert tuple(words[3:-3]) == (*LINUX.program, *OPTIONS)
    assert words[-3:] == [">>", "/srv/audit kip 100%/audit.log", "2>&1"]


def test_the_last_evening_is_still_in_the_month() -> None:
    assert Plan((), (), PurePosixPath("/"), day=LAST_DAY).days[-1] == 28


def values(unit: str, key: str) -> str:
    return next(line for line in unit.splitlines() if line.startswith(key + "=")).split("=", 1)[1]


def test_systemd_reads_the_command_back_as_it_was() -> None:
    unit = service_unit(LINUX)
    words = shlex.split(values(unit, "ExecStart").replace("%%", "%").replace("$$", "$"))
    assert tuple(words) == (*LINUX.program, *OPTIONS)
    assert values(unit, "WorkingDirectory") == "/srv/audit kip 100%%"
    assert values(timer_unit(LINUX), "OnCalendar") == "*-02,05,08,11-10..13 19:00:00"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd tidak ada di komputer ini")
def test_systemd_itself_accepts_the_units_and_the_calendar(tmp_path: Path) -> None:
    plan = Plan(("/bin/true",), OPTIONS, tmp_path)
    (tmp_path / "audit-kip.service").write_text(service_unit(plan), encoding="utf-8")
    (tmp_path / "audit-kip.timer").write_text(timer_unit(plan), encoding="utf-8")
    told = [str(tmp_path / name) for name in ("audit-kip.service", "audit-kip.timer")]
    for command in (["verify", "--user", *told], ["calendar", values(timer_unit(plan), "OnCalendar")]):
        done = subprocess.run(
            ["systemd-analyze", *command],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        )
        assert done.returncode == 0 and "audit-kip" not in done.stderr, done.stderr


def test_windows_gets_a_task_that_runs_the_command_and_keeps_a_log() -> None:
    task = ElementTree.fromstring(windows_task(WINDOWS, date(2026, 11, 28)).encode("utf-16"))
    told = {part.tag.rpartition("}")[2]: part.text for part in task.iter()}
    days = [part.text for part in task.iter() if part.tag.endswith("}Day")]
    assert days == ["10", "11", "12", "13"]
    assert {"February", "May", "August", "November"} <= set(told)
    assert told["StartBoundary"] == "2026-11-28T19:00:00" and told["StartWhenAvailable"] == "true"
    assert told["WorkingDirectory"] == "D:\\kip & auditor"
    assert told["Arguments"] == (
        '/d /c ""C:\\Program Files\\Python\\python.exe" -m auditor run sites.csv --due --province "Jawa Tengah"'
        ' >> "D:\\kip & auditor\\audit.log" 2>&1"'
    )


def test_another_evening_and_hour_stand_in_every_scheduler() -> None:
    plan = Plan(("auditor",), ("run", "--due"), PurePosixPath("/srv"), day=3, at=time(6, 5))
    assert cron_line(plan).startswith("5 6 3-6 ")
    assert "11-03..06 06:05:00" in timer_unit(plan)
    assert "T06:05:00" in windows_task(plan, date(2026, 1, 1))


# --- auditor run --due

NIGHT = datetime(2026, 11, 10, 19, 0, tzinfo=UTC)


def stored(out: Path, made: Scorecard, position: int = 0) -> Site:
    """The site of a card that is in the history and whose snapshot lies where it should."""
    path = warc_path(out, made.round, made.site.id)
    path.unlink(missing_ok=True)
    writer = SnapshotWriter(path, made.site, SETTINGS, "0.1.0")
    assert made.started_at is not None and made.finished_at is not None
    writer.finish(made.status, made.started_at, made.finished_at)
    with Store.open(out, write=True) as store:
        store.save(made, position, path.relative_to(out), "")
    return made.site


def shut(site_id: str, when: datetime) -> Scorecard:
    return replace(card(site_id, when=when), status=SiteStatus(SiteState.UNREACHABLE, FetchStatus.DNS))


def test_everything_is_due_before_a_round_begins(tmp_path: Path) -> None:
    sites = [card("kab-a").site, card("kab-b").site]
    assert due(tmp_path, "2026-T4", sites, NIGHT).open == ("kab-a", "kab-b")


def test_nothing_is_due_of_a_round_that_is_complete_and_only_the_new_office_of_a_longer_list(tmp_path: Path) -> None:
    site = stored(tmp_path, card("kab-a", when=NIGHT))
    assert due(tmp_path, "2026-T4", [site], NIGHT) == Due(())
    assert due(tmp_path, "2026-T4", [site, card("kab-b").site], NIGHT).open == ("kab-b",)
    assert due(tmp_path, "2027-T1", [site], NIGHT).open == ("kab-a",)


def test_an_office_with_another_address_is_due_again(tmp_path: Path) -> None:
    site = stored(tmp_path, card("kab-a", when=NIGHT))
    assert due(tmp_path, "2026-T4", [replace(site, url="https://baru.example")], NIGHT).open == ("kab-a",)


def test_an_office_whose_snapshot_is_lost_is_due_again(tmp_path: Path) -> None:
    site = stored(tmp_path, card("kab-a", when=NIGHT))
    warc_path(tmp_path, "2026-T4", "kab-a").unlink()
    assert due(tmp_path, "2026-T4", [site], NIGHT).open == ("kab-a",)


def test_a_site_that_cannot_be_opened_is_tried_on_three_days_and_once_a_day(tmp_path: Path) -> None:
    for day in range(3):
        tonight = NIGHT + timedelta(days=day)
        site = stored(tmp_path, shut("kab-a", tonight))
        left = due(tmp_path, "2026-T4", [site], tonight + timedelta(hours=1))
        assert left == (Due((), waiting=("kab-a",)) if day < 2 else Due((), shut=("kab-a",)))
        tomorrow = due(tmp_path, "2026-T4", [site], tonight + timedelta(days=1))
        assert tomorrow.open == (("kab-a",) if day < 2 else ())

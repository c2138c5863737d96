"""The sample offices' news, announcements and agenda, with dates relative to "today"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from zlib import crc32

from auditor.days import long_day
from auditor.demo.office import Office, short_month, weekday
from auditor.demo.personas import Persona


@dataclass(frozen=True, slots=True)
class Item:
    """One item; templates take from it the spelling of the date their kind of site prints."""

    title: str
    lead: str
    section: str
    at: datetime
    number: int  # the item's place, newest first
    place: str

    @property
    def slug(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")[:70].strip("-")

    @property
    def iso(self) -> str:
        return self.at.isoformat(timespec="seconds")

    @property
    def date(self) -> str:
        """ "8 November 2026"."""
        return long_day(self.at.date())

    @property
    def stamp(self) -> str:
        """ "10 Sep 2026 16:22 WIB"."""
        return f"{self.at:%d} {short_month(self.at.date())} {self.at:%Y %H:%M} WIB"

    @property
    def byline(self) -> str:
        """ "Rabu, 08 November 2026, 12:31:25 WIB, 1610 View"."""
        day = self.at.date()
        written = f"{weekday(day)}, {self.at:%d} {long_day(day).split(' ', 1)[1]}"
        return f"{written}, {self.at:%H:%M:%S} WIB, {400 + self.number * 37} View"

    @property
    def yearless(self) -> str:
        """ "Rabu (08/11)": how bodies name the day."""
        return f"{weekday(self.at.date())} ({self.at:%d/%m})"


@cache
def _stories() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(files("auditor.demo").joinpath("data", "berita.toml").read_text(encoding="utf-8"))


def news(office: Office, persona: Persona, now: datetime, contributors: Sequence[Office]) -> list[Item]:
    """An office's news, newest first; a Kanwil's names the offices that sent them."""
    plain = _stories()["news"]
    turn = crc32(office.id.encode()) % len(plain)
    stories = plain[turn:] + plain[:turn]
    special = (_stories()["trap"] if persona.traps else []) + (_stories()["antijudi"] if persona.antijudi else [])
    for place, story in enumerate(special):
        stories.insert(1 + 3 * place, story)
    items = []
    for number, age in enumerate(persona.news):
        story = stories[number % len(stories)]
        author = contributors[number % len(contributors)] if persona.contributions else office
        suffix = f" di {author.region}" if persona.contributions and "{place}" not in story["title"] else ""
        items.append(_item(story, author, now, age, number, suffix))
    return items


def announcements(office: Office, persona: Persona, now: datetime) -> list[Item]:
    """An office's announcements, newest first."""
    return [
        _item(_stories()["announcement"][number % 3], office, now, age, number)
        for number, age in enumerate(persona.announcements)
    ]


def agenda(office: Office, persona: Persona, now: datetime) -> list[Item]:
    """An office's agenda entries; those still to come first."""
    return [
        _item(_stories()["agenda"][number % 2], office, now, age, number) for number, age in enumerate(persona.agenda)
    ]


def _item(story: dict[str, str], office: Office, now: datetime, age: int, number: int, suffix: str = "") -> Item:
    words = {f"d{index}": office.districts[index % len(office.districts)] for index in range(3)}
    words |= {"place": office.place, "head": office.head}
    at = (now - timedelta(days=age)).replace(hour=8 + number % 8, minute=7 + number * 11 % 50, second=20, microsecond=0)
    if age >= 0:
        at = min(at, now - timedelta(minutes=7))
    title = story["title"].format(**words) + suffix
    return Item(title, story["lead"].format(**words), story.get("section", ""), at, number, office.region)

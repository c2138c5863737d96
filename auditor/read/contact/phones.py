"""Telephone numbers, e-mail addresses and office hours as Indonesian offices print them; samples are marked.

Word lists: ``auditor/data/contacts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.data import table
from auditor.language.phrases import Phrases, normalise
from auditor.observations import Found

_NUMBER = re.compile(
    r"(?<![\d/.,-])(?:\(?\+?\(?62\)?[\s.-]{0,2}(?:\(0\))?|\(?0)\(?\d(?:[\s.()\u2011-\u2013/-]{0,2}\d){6,13}(?![\d/]|[.,-]\d)"
)
_TO = r"-|\u2013|\u2014|s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga"
_CLOCK = re.compile(rf"\d{{1,2}}[.:]\d{{2}}(?:\s*(?:wib|wita|wit))?(?:\s*(?:{_TO})\s*\d{{1,2}}[.:]\d{{2}})?", re.I)
_CLOCKED = re.compile(r"[.:](?<=\d.)\d")
_DIGITS = re.compile(r"\d(?:\D{0,4}\d){6}")
_DATE = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}")
_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,60}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,60}\.){1,5}[A-Za-z]{2,12}")
_AT = re.compile(r"[@\[({]")
_HIDDEN_AT = re.compile(r"(?<=[A-Za-z0-9])\s*[\[({]\s*(?:at|et|@)\s*[\])}]\s*(?=[A-Za-z0-9])", re.I)
_HIDDEN_DOT = re.compile(r"(?<=[A-Za-z0-9])\s*[\[({]\s*(?:dot|titik)\s*[\])}]\s*(?=[A-Za-z0-9])", re.I)
_DAY = r"(?:senin|selasa|rabu|kamis|jum[\u2019\u2018'`]?at|sabtu|minggu|ahad|monday|friday|thursday)"
_DAYS = re.compile(
    rf"\b{_DAY}\s*(?:{_TO}|/|to|dan|&)\s*(?:hari\s+)?{_DAY}\b|\b(?:setiap\s+)?hari\s+kerja\b"
    r"|\b(?:weekdays|working days)\b",
    re.I,
)
_ONE_DAY = re.compile(rf"\b{_DAY}\b\s*[:;|,]?\s*(?:pukul|jam)?\s*(?=\d{{1,2}}[.:]\d{{2}})", re.I)
_TIMES = re.compile(
    rf"\b(\d{{1,2}})[.:](\d{{2}})(?:\s*(?:wib|wita|wit|am))?\s*(?:{_TO}|to)\s*"
    r"(?:(?:pukul|jam)\s+)?(\d{1,2})[.:](\d{2})\b",
    re.I,
)


_LISTS = table("contacts")
_WHATSAPP, _OTHER = Phrases(_LISTS["phone"]["whatsapp"]), Phrases(_LISTS["phone"]["other"])
_PRAYER, _BREAK, _MONTH = (Phrases(_LISTS["hours"][name]) for name in ("prayer", "break", "month"))


def digits_of(number: str) -> str:
    """A phone number's digits in the national form: "+62 281-891..." -> "0281891..."; "" when it is none."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    if digits.startswith("62"):
        digits = "0" + digits[2:].lstrip("0")
    if digits.startswith("08"):
        return digits if 10 <= len(digits) <= 13 else ""
    return digits if re.fullmatch(r"0[2-79]\d{7,10}", digits) else ""


def is_sample_number(digits: str) -> bool:
    """Whether a number is a template's: "(0351) 1234567", "0812-3456-7890"."""
    lists = _LISTS["phone"]
    locals_ = {digits[size:] for size in (3, 4)}
    return (
        any(run in digits for run in lists["runs"]) or bool(locals_ & set(lists["locals"])) or len(set(digits[4:])) == 1
    )


def phones_in(line: str, url: str) -> Iterator[tuple[Found, bool]]:
    """The phone numbers of a line and whether the line calls them WhatsApp; fax numbers are left out."""
    if not _DIGITS.search(line):
        return
    bare = _DATE.sub(lambda hit: " " * len(hit[0]), _CLOCK.sub(lambda hit: " " * len(hit[0]), line))
    for hit in _NUMBER.finditer(bare):
        digits = digits_of(hit[0])
        before = line[max(0, hit.start() - 28) : hit.start()]
        if not digits or _OTHER.any(before) or _faxes(before):
            continue
        beside = (before, line[hit.end() : hit.end() + 20])
        whatsapp = digits.startswith("08") and any(map(_WHATSAPP.any, beside))
        yield Found(digits, _quote(line, hit.start(), hit.end()), url, is_sample_number(digits)), whatsapp


def _faxes(before: str) -> bool:
    return not {*normalise(before).split()[-2:]}.isdisjoint(_LISTS["phone"]["fax"])


def emails_in(line: str, url: str) -> Iterator[Found]:
    """The e-mail addresses of a line, those written "nama [at] kemenag.go.id" included."""
    if _AT.search(line) is None:
        return
    plain = _HIDDEN_DOT.sub(".", _HIDDEN_AT.sub("@", line)) if "@" not in line or "[" in line or "(" in line else line
    for hit in _EMAIL.finditer(plain):
        yield Found(hit[0].lower().rstrip("."), _quote(plain, hit.start(), hit.end()), url, is_sample_email(hit[0]))


def is_sample_email(address: str) -> bool:
    """Whether an address is a template's: "info@example.com", "nama@domain.com"."""
    lists = _LISTS["email"]
    name, _, domain = address.lower().partition("@")
    return name in lists["names"] or any(
        word == domain or domain.startswith(word + ".") or name.startswith(word) for word in lists["samples"]
    )


def ministry_email(address: str) -> bool:
    """Whether an address is a mailbox of the ministry, not of one of its offices."""
    return address.lower() in _LISTS["email"]["ministry"]


def may_tell_hours(text: str) -> bool:
    """Whether any line of a text tells a time: to be asked of a page before its lines are."""
    return _CLOCKED.search(text) is not None


def hours_in(lines: list[str], url: str) -> Iterator[Found]:
    """Office hours: days and times in one line or in neighbouring ones; prayer times and events are not."""
    single = 0
    for index, line in enumerate(lines):
        times = _TIMES.search(line) if _CLOCKED.search(line) else None
        around = " ".join(lines[max(0, index - 1) : index + 2])
        if not times or _PRAYER.any(line):
            continue
        if _PRAYER.any(around) and not (_days(line) or _BREAK.any(around)):
            continue  # a timetable of prayers; a pause for prayer is a break in office hours
        single += bool(_ONE_DAY.search(line))
        near = next(
            (text for text in (line, *lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]) if _days(text)),
            "",
        )
        if not near and single < 3:
            continue
        first, last = int(times[1]), int(times[3])
        sample = first == last or not (5 <= first <= 12 and 10 <= last <= 22)
        words = " ".join(dict.fromkeys((line, near))) if near else line
        if not sample or first == last:
            yield Found(times[0], words[:200].strip(), url, sample)


def _days(line: str) -> bool:
    """Whether a line names a range of days, and not the days of an event ("Senin-Rabu, 23-25 November 2026")."""
    hit = _DAYS.search(line)
    if not hit:
        return False
    after = line[hit.end() : hit.end() + 40]
    return not (re.match(r"\s*[,(]?\s*\d{1,2}", after) and _MONTH.any(after))


def _quote(line: str, start: int, end: int) -> str:
    return line[max(0, start - 60) : end + 40].strip()

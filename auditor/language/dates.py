"""Dates as Indonesian sites write them: ``find_dates`` in running text, ``parse_date`` for one short element.

The grammar is written by hand because libraries lose the forms that matter here ("Rabu (08/11)", "9 Ags 2019",
"Jum'at, 14 Agustus 2020") and invent others (a footer's year, "10/14/2019" read the American way). Only relative
phrases ("6 bulan yang lalu") go to dateparser. Words stand in ``auditor/data/date_words.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from auditor.days import WIB
from auditor.language import date_words as words
from auditor.language.phrases import NUMBERS
from auditor.observations import DateFound, DateSource, Precision

#: Offices publish on western Indonesian time; a UTC stamp after 17.00 belongs to the next day there.

_SAME_LENGTH = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "`": "'", "\u00b4": "'", "\u00a0": " ", "\u2013": "-", "\u2014": "-", "\u202f": " "}
)

_YEAR = r"(?:19|20)\d\d"
_ISO = (
    rf"(?P<iso_y>{_YEAR})(?P<iso_s>[-/.])(?P<iso_m>\d{{1,2}})(?P=iso_s)(?P<iso_d>\d{{1,2}})(?!\d)"
    r"(?:[Tt\s](?P<iso_h>\d\d):\d\d(?::\d\d(?:\.\d+)?)?\s?(?P<iso_z>[Zz]|[+-]\d\d:?\d\d)?)?"
)
_DMY = rf"(?P<n_d>\d{{1,2}})\s?(?P<n_s>[/.-])\s?(?P<n_m>\d{{1,2}})\s?(?P=n_s)\s?(?P<n_y>{_YEAR}|\d\d)(?![\d/])(?!-\d)"
_WORDS = (
    rf"(?P<w_d>\d{{1,2}})(?:st|nd|rd|th)?[\s.,/_-]{{0,3}}(?:bulan\s+)?(?P<w_m>{words.MONTHS})(?![a-z])\.?"
    rf"(?:[\s,./_-]{{0,3}}(?:tahun\s+)?(?P<w_y>{_YEAR}|'\d\d)(?!\d))?"
)
_ROMAN = (
    r"(?P<r_d>\d{1,2})\s?(?P<r_s>[/-])\s?(?P<r_m>X(?:I{1,2})?|IX|IV|V?I{1,3}|V)\s?(?P=r_s)\s?"
    rf"(?P<r_y>{_YEAR})(?!\d)"
)
_SHORT = r"(?P<s_d>\d{1,2})\s?[/-]\s?(?P<s_m>\d{1,2})(?![\d/.-])\s?(?P<s_close>\))?"

# A date is looked for where a digit stands, which keeps the search cheap on long texts.
_NUMBER = re.compile(r"(?<![\d/])(?<!\d[.,])\d{1,4}")
_FROM_NUMBER = re.compile(rf"{_ISO}|{_DMY}|{_ROMAN}|{_WORDS}|{_SHORT}", re.I)
_WEEKDAY_BEFORE = re.compile(rf"\b({words.WEEKDAYS})\b\.?[\s,./(:-]{{1,4}}(?:(?:tanggal|tgl\.?)\s+)?$", re.I)
#: What stands before a date that could as well be a number: nothing, a place and a comma, a word for publishing.
_AT_DATE = re.compile(rf"(?:^|[A-Za-z]{{3,}},\s*|\b(?:{words.AT_DATE})\s*:?\s*)$", re.I)
_MONTH_BEFORE = re.compile(rf"\b({words.MONTHS})\.?\s{{1,3}}$", re.I)
_DAY_AND_YEAR = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?,?\s+({_YEAR})(?!\d)")
_ONLY_YEAR = re.compile(rf"({_YEAR})(?![\d/-])")
_RELATIVE = re.compile(
    rf"\b(?:(?:\d{{1,3}}|an?|satu)\s*(?P<unit>{words.UNITS})|(?P<one>{words.ONES}))\s+(?:(?:yang|yg)\s+)?(?:lalu|silam|ago)\b",
    re.I,
)
_WHOLE_AGE = re.compile(rf"(?:\d{{1,3}}\s*(?P<unit>{words.SHORT_UNITS})|(?P<one>{words.ONES}))", re.I)
_MONTH_DAY = re.compile(rf"(?P<m>{words.MONTHS})\.?\s{{1,3}}(?P<d>\d{{1,2}})", re.I)
_RECURRING = 300  # characters of a text that may stand on many pages
_LONGEST = 20_000  # characters searched; a date of publication does not stand behind twenty thousand


def find_dates(text: str, today: date, *, future: bool = False, near: date | None = None) -> tuple[DateFound, ...]:
    """Every date in a text, in order of appearance; () when there is none.

    ``today`` is the day of the audit. Impossible dates, dates before 2000 and, unless ``future`` is set (agenda),
    dates after ``today`` are left out; so are clocks and change stamps behind words that show them. Dates without a
    year are resolved from their weekday, from ``near``, or from the text's own full dates, and carry ``year_inferred``.
    """
    text = text[:_LONGEST]
    find = _remembered if len(text) <= _RECURRING else _find
    return find(text, today, future, near)


def _find(text: str, today: date, future: bool, near: date | None) -> tuple[DateFound, ...]:
    text = text.translate(_SAME_LENGTH)
    drafts = list(_drafts(text))
    anchor = near or max(
        (d for d in (draft.on for draft in drafts) if d is not None and words.EARLIEST <= d <= today), default=None
    )
    latest = today + timedelta(days=3660) if future else today
    found = []
    for draft in drafts:
        if draft.on is None and draft.year is None:
            date_found = _without_year(draft, today, latest, anchor)
        elif draft.on is not None and words.EARLIEST <= draft.on <= latest:
            date_found = _with_year(draft)
        else:
            continue
        if date_found is None or not _is_published(text, draft.start, date_found.value, today):
            continue
        found.append((draft.start, date_found))
    found += [(start, one) for start, one in _relative(text, today)]
    found.sort(key=lambda pair: pair[0])
    return tuple(one for _, one in found)


_remembered = lru_cache(maxsize=4096)(_find)  # the boxes of a template come again on every page


def parse_date(
    text: str,
    today: date,
    *,
    source: DateSource = DateSource.BODY,
    future: bool = False,
    near: date | None = None,
) -> DateFound | None:
    """The date a short text states (a date element, an attribute, an API value), or None.

    Beside what ``find_dates`` sees, the whole text may be an age ("20 hari", "kemarin") or a month before its day
    ("Des 24"). Of several dates the most certain wins, then the first.
    """
    clean = " ".join(text.translate(_SAME_LENGTH).split()).strip(" .,|-")
    found = find_dates(clean, today, future=future, near=near)
    if found:
        best = max(found, key=lambda one: (one.precision is Precision.DAY, one.confidence))
        return best if best.source is DateSource.RELATIVE else replace(best, source=source)
    if clean.casefold() in words.YESTERDAY or clean.casefold() in words.NOW:
        ago = 1 if clean.casefold() in words.YESTERDAY else 0
        return DateFound(today - timedelta(days=ago), DateSource.RELATIVE, Precision.DAY, 0.6, clean)
    if match := _WHOLE_AGE.fullmatch(clean):
        return _age(clean + " lalu", match["unit"] or match["one"][2:], today, clean)
    if (match := _MONTH_DAY.fullmatch(clean)) and not words.is_weak(match["m"]):
        draft = _Draft(clean, 0, None, int(match["d"]), words.month(match["m"]))
        one = _without_year(draft, today, today + timedelta(days=3660) if future else today, near)
        return replace(one, source=source) if one is not None else None
    return None


def from_stamp(text: str, today: date, source: DateSource, *, future: bool = False) -> DateFound | None:
    """The date of a machine's stamp (ISO 8601, "2026-11-20 08:15:00", RFC 822, seconds since 1970), or None.

    Stamps in UTC are moved to WIB, others keep the day they are written with. Anything else is read by ``parse_date``.
    """
    text = text.strip()
    if re.fullmatch(r"\d{10}(?:\d{3})?", text):
        day = datetime.fromtimestamp(int(text[:10]), WIB).date()
        if not (words.EARLIEST <= day <= today or (future and day > today)):
            return None
        return DateFound(day, source, Precision.DAY, 1.0, text)
    return parse_date(text, today, source=source, future=future)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A date as written, before anybody asked whether it can be one."""

    text: str
    start: int
    weekday: int | None
    day: int  # 0: only month and year were written
    month: int
    year: int | None = None
    short_year: bool = False

    @property
    def on(self) -> date | None:
        """The day itself, None without a year."""
        return _day(self.year, self.month, self.day or 1) if self.year is not None else None


def _drafts(text: str) -> Iterator[_Draft]:
    done = 0
    for number in _NUMBER.finditer(text):
        start = number.start()
        if start < done:
            continue
        before = text[max(0, start - 28) : start]
        if match := _FROM_NUMBER.match(text, start):
            draft = _from_number(match, before)
        elif named := _MONTH_BEFORE.search(before):
            match, draft = _behind_month(text, start, named[1], before[: named.start()])
        else:
            continue
        if draft is not None and match is not None:  # else go on: in "14-16/10/2019" the date begins at 16
            done = match.end()
            yield draft


def _from_number(match: re.Match[str], before: str) -> _Draft | None:
    get = match.groupdict()
    named = _WEEKDAY_BEFORE.search(before)
    weekday = words.weekday(named[1]) if named else None
    start = match.start() - (len(named[0]) if named else 0)
    bracket = "(" if before.rstrip().endswith("(") else ""
    written = (named[0] if named else bracket) + match[0].strip()
    if "(" in written and not written.endswith(")"):
        written += ")" if match.string[match.end() : match.end() + 1] == ")" else ""
    if get["iso_y"]:
        day = _moved_to_wib(get)
        return _Draft(written, start, weekday, day.day, day.month, day.year) if day else None
    if get["n_d"]:
        year, short = _year(get["n_y"])
        stands_alone = weekday is not None or _AT_DATE.search(before)
        if (before.endswith(".") and not stands_alone) or (short and get["n_s"] != "/" and not stands_alone):
            return None  # the number of a letter ("HM.01/11/2026"), a version, a section of a law
        return _checked(_Draft(written, start, weekday, int(get["n_d"]), int(get["n_m"]), year, short))
    if get["r_d"]:
        if weekday is None and not _AT_DATE.search(before):
            return None  # the number of a letter: "Nomor 12/XI/2026"
        month = NUMBERS[get["r_m"].lower()]
        return _checked(_Draft(written, start, weekday, int(get["r_d"]), month, int(get["r_y"])))
    if get["w_d"]:
        if not get["w_y"] and words.is_weak(get["w_m"]):
            return None
        of, short = _year(get["w_y"]) if get["w_y"] else (None, False)
        return _checked(_Draft(written, start, weekday, int(get["w_d"]), words.month(get["w_m"]), of, short))
    if weekday is None and (not (bracket and get["s_close"]) or words.PART.search(before.rstrip("( "))):
        return None
    return _checked(_Draft(written, start, weekday, int(get["s_d"]), int(get["s_m"])))


def _behind_month(text: str, start: int, name: str, before: str) -> tuple[re.Match[str] | None, _Draft | None]:
    """ "Sep 09, 2026" and "September 2026"."""
    month = words.month(name)
    if match := _DAY_AND_YEAR.match(text, start):
        return match, _checked(_Draft(f"{name} {match[0]}", start, None, int(match[1]), month, int(match[2])))
    # "30 Februari 2024" is an impossible day, not a month.
    if (match := _ONLY_YEAR.match(text, start)) and not re.search(r"\d\s*$", before):
        return match, _Draft(f"{name} {match[0]}", start, None, 0, month, int(match[1]))
    return None, None


def _checked(draft: _Draft) -> _Draft | None:
    year = draft.year if draft.year is not None else 2024  # a leap year: 29 February may stand without its year
    return draft if draft.day and _day(year, draft.month, draft.day) else None


def _moved_to_wib(get: dict[str, str | None]) -> date | None:
    day = _day(int(get["iso_y"] or 0), int(get["iso_m"] or 0), int(get["iso_d"] or 0))
    zone, hour = get["iso_z"], int(get["iso_h"] or 0)
    if day is None or hour > 23 or not zone or (zone not in "Zz" and zone[1:].strip("0:")):
        return day
    return day + timedelta(days=1) if hour >= 17 else day


def _year(number: str) -> tuple[int, bool]:
    digits = number.lstrip("'")
    return (2000 + int(digits), True) if len(digits) == 2 else (int(digits), False)


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def _with_year(draft: _Draft) -> DateFound:
    assert draft.on is not None
    if draft.day == 0:
        return DateFound(draft.on, DateSource.BODY, Precision.MONTH, 0.3, draft.text)
    if draft.weekday is None:
        confidence = 0.7 if draft.short_year else 0.95
    else:
        confidence = 1.0 if draft.on.isoweekday() == draft.weekday else 0.5
    return DateFound(draft.on, DateSource.BODY, Precision.DAY, confidence, draft.text)


def _without_year(draft: _Draft, today: date, latest: date, anchor: date | None) -> DateFound | None:
    """The most likely year: the weekday decides, then nearness to the anchor, then the last such day."""
    newest = latest.year if latest > today else today.year
    days = [d for y in range(newest, today.year - 8, -1) if (d := _day(y, draft.month, draft.day)) and d <= latest]
    if not days:
        return None
    if latest > today:  # an agenda: the nearest day on either side
        days.sort(key=lambda day: abs((day - today).days))
    fitting = [d for d in days if draft.weekday is None or d.isoweekday() == draft.weekday]
    if anchor is not None:
        pick = min(days, key=lambda day: abs((day - anchor).days))
        if abs((pick - anchor).days) <= 45 or not fitting:
            confidence = 0.8 if draft.weekday is not None and pick in fitting else 0.5
            return DateFound(pick, DateSource.BODY, Precision.DAY, confidence, draft.text, year_inferred=True)
    if draft.weekday is None:
        pick, confidence = days[0], 0.4
    elif fitting:
        pick = fitting[0]
        confidence = 0.7 if pick.year >= today.year - 1 else 0.55
    else:
        pick, confidence = days[0], 0.2
    return DateFound(pick, DateSource.BODY, Precision.DAY, confidence, draft.text, year_inferred=True)


def follows_change(before: str) -> bool:
    """Whether what stands right before a date says that something was changed then ("Diperbarui pada ")."""
    return words.CHANGED.search(before) is not None


def _is_published(text: str, start: int, day: date, today: date) -> bool:
    before = text[max(0, start - 40) : start]
    return not (follows_change(before) or (day == today and words.CLOCK.search(before)))


def _relative(text: str, today: date) -> Iterator[tuple[int, DateFound]]:
    if "lalu" not in text and "ago" not in text and "silam" not in text:
        return
    for match in _RELATIVE.finditer(text):
        if words.CHANGED.search(text[max(0, match.start() - 40) : match.start()]):
            continue
        one = _age(match.group(), match["unit"] or match["one"][2:], today, match.group())
        if one is not None:
            yield match.start(), one


def _age(phrase: str, unit: str, today: date, written: str) -> DateFound | None:
    day = _ago(" ".join(phrase.casefold().split()), today)
    if day is None or day < words.EARLIEST:
        return None
    precision = words.precision(unit)
    return DateFound(day, DateSource.RELATIVE, precision, 0.7 if precision is Precision.DAY else 0.5, written)


@lru_cache(maxsize=2048)
def _ago(phrase: str, today: date) -> date | None:
    import dateparser  # half a second to import, and most sites print no relative date

    # Noon, so that "10 jam yang lalu" does not fall on the day before.
    noon = datetime.combine(today, datetime.min.time()) + timedelta(hours=12)
    for wording in (phrase, words.plain_age(phrase)):
        value = dateparser.parse(
            wording,
            languages=["id", "en"],
            settings={"RELATIVE_BASE": noon, "DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past"},
        )
        if value is not None:
            day = value.date()
            return day if day <= today else None
    return None

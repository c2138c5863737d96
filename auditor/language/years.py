"""The year, the period and the quarter a document speaks of.

The upload path never counts: ``/2026/03/`` says when a file was put there. Regulations cited by number ("UU Nomor 14
Tahun 2008") lend their year to no document either. Word lists: ``auditor/data/documents.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from urllib.parse import unquote

from auditor.data import table

EARLIEST, LATEST = 2005, 2035
_YEAR = r"(20[0-3]\d)"
_PERIOD = re.compile(
    rf"(?<!\d){_YEAR}\s*(?:[-\u2010-\u2015_]+|s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:tahun\s+)?{_YEAR}(?!\d|[-/]\d)",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(rf"(?<!\d){_YEAR}\s*/\s*{_YEAR}(?!\d)")
_BARE = re.compile(rf"(?<![\d.,]){_YEAR}(?!\d|[.,]\d{{3}})")
_ISO = re.compile(rf"(?<!\d){_YEAR}[-/._](?:0?[1-9]|1[0-2])[-/._](?:0?[1-9]|[12]\d|3[01])(?!\d)")
_NUMERIC = re.compile(rf"(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.]{_YEAR}(?!\d)")
_YEAR_END = re.compile(rf"(?:berakhir|per)(?:\s+pada)?(?:\s+tanggal)?\s+31\s+desember\s+{_YEAR}", re.IGNORECASE)
_HEX = re.compile(r"(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{8,}", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 300  # characters before a year that may belong to it: the longest name of a law with its number
_BEHIND = 12  # and behind it
_COVER = 700  # characters at the head of a text that make up its cover
_FULL_DATE = re.compile(r"\b\d{1,2}[\s/.-]+(?:[A-Za-z]{3,9}|\d{1,2})[\s/.,-]+20\d\d\b|\b20\d\d-\d\d-\d\d\b")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Law references, decision numbers, fiscal years and written dates."""
    words = table("documents")["years"]

    def any_of(names: Iterable[str]) -> str:
        spelled = (re.escape(name).replace(r"\ ", r"[\s_-]+") for name in sorted(names, key=len, reverse=True))
        return "(?:" + "|".join(spelled) + ")"

    number = r"(?:nomor|nomer|no|num)?[\s.:_-]*[A-Z]{0,4}[\s.-]?\d{1,5}[A-Za-z]?"
    law = (
        rf"\b{any_of(words['laws'])}\b(?:\s+(?:RI|republik\s+indonesia|pendayagunaan\s[\w\s]{{5,60}}?birokrasi|[a-z]+))?"
        rf"[\s._:-]*{number}[\s,_-]*(?:/|tahun|thn|th\.?|[\s_-])[\s_-]*(?:19|20)\d\d"
    )
    decision = rf"\b{any_of(words['decisions'])}\b[\s.:]*(?:nomor|no)?[\s.:]*[\w./-]{{1,40}}\s+tahun\s+{_YEAR}"
    fiscal = rf"(?<![a-z]){any_of(words['fiscal'])}[\s.:_-]*{_YEAR}(?!\d)"
    dated = rf"(?<!\d)(?:[0-3]?\d[\s-]+)?{any_of(words['months'])}[\s.,-]+{_YEAR}(?!\d)"
    return tuple(re.compile(text, re.IGNORECASE) for text in (law, decision, fiscal, dated))  # type: ignore[return-value]


def _around_years(text: str) -> str:
    """A text without what stands too far from any year to belong to one: most of it, in most texts."""
    if len(text) <= 2 * _REACH:
        return text
    spans: list[tuple[int, int]] = []
    for year in _ANY_YEAR.finditer(text):
        start = max(text.rfind(" ", 0, max(0, year.start() - _REACH)) + 1, 0)
        if spans and start <= spans[-1][1]:
            start = spans.pop()[0]
        spans.append((start, year.end() + _BEHIND))
    return "\x00".join(text[start:end] for start, end in spans)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[list[int], list[int], list[int], tuple[int, int] | None]:
    """Years named as such, bare years, years of dates and numbers; and the period."""
    law, decision, fiscal, dated = _patterns()
    text = law.sub(" ", _around_years(text))
    period: tuple[int, int] | None = None
    strong: list[int] = []
    bare: list[int] = []
    weak: list[int] = []
    for first, last in _PERIOD.findall(text):
        if 2 <= int(last) - int(first) <= 25:
            period = period or (int(first), int(last))
        elif int(last) - int(first) in (0, 1):
            bare += [int(last), int(first)]
    text = _PERIOD.sub(" ", text)
    for first, last in _SCHOOL_YEAR.findall(text):
        bare += [int(last), int(first)]
    text = _SCHOOL_YEAR.sub(" ", text)
    strong += [int(year) for year in _YEAR_END.findall(text)]
    text = _YEAR_END.sub(" ", text)
    for pattern, years in (
        (decision, weak),
        (_ISO, weak),
        (_NUMERIC, weak),
        (dated, weak),
        (fiscal, strong),
        (_BARE, bare),
    ):
        years += [int(year) for year in pattern.findall(text)]
        text = pattern.sub(" ", text)
    return strong, bare, weak, period


def _file_words(filename: str) -> str:
    """The words of a file name: path, extension, time stamps and hashes left out."""
    head, _, query = filename.partition("?")
    name = head.split("#")[0].replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    if "." in query and "=" in query:  # download.php?file=LKjIP_2025.pdf
        name = query.rsplit("=", 1)[-1].rsplit("/", 1)[-1]
    stem = re.sub(r"\.[A-Za-z0-9]{2,5}$", "", unquote(name))
    dated = _ISO.sub(" ", stem)
    words = (word for word in re.split(r"[^0-9A-Za-z]+", dated) if not _HEX.fullmatch(word))
    spaced = (re.sub(r"(?<=[A-Za-z])(?=20\d\d(?!\d))|(?<=20\d\d)(?=[A-Za-z])", " ", word) for word in words)
    return " ".join(re.sub(r"\d{5,}", " ", word) for word in spaced)


def years_of(
    title: str, names: Iterable[str] = (), filename: str = "", text: str = ""
) -> tuple[tuple[int, ...], tuple[int, int] | None]:
    """The years a document speaks of, most telling first, and its period ("2025-2029").

    Order: title, names given by links, file name, head of the text; a year named as one ("Tahun Anggaran 2025") before
    a bare number of the same source; dates and numbers of letters last. A cover that names its year settles a
    quarrel among the names and outweighs a file name.
    """
    read_names = [_read(name) for name in names]
    name_years = [year for found in read_names for year in (*found[0], *found[1])]
    from_title, from_file = _read(title), _read(_file_words(filename))
    cover, rest = _read(text[:_COVER]), _read(text[_COVER:8000])
    sources = [from_title, *read_names]
    told = [year for found in sources for year in (*found[0], *found[1])]
    settled = [year for year in cover[0] if year in name_years] if len(set(name_years)) > 1 else []
    order = [
        *settled,
        *told,
        *cover[0],
        *from_file[0],
        *from_file[1],
        *cover[1],
        *(year for found in (*sources, from_file) for year in found[2]),
        *rest[0],
        *cover[2],
        *rest[2],
    ]
    period = next((found[3] for found in (*sources, from_file, cover) if found[3]), None)
    if period and not any(EARLIEST <= year <= LATEST for year in order[: len(order) - len(rest[0]) - len(rest[2])]):
        order = [*period, *order]
    years = tuple(dict.fromkeys(year for year in order if EARLIEST <= year <= LATEST))
    return years, period


@cache
def _quarters() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    words = table("documents")["quarter"]
    values = {
        " ".join(name.lower().split()): quarter
        for quarter, key in enumerate(("first", "second", "third", "fourth"), start=1)
        for name in words[key]
    }
    names = "|".join(re.escape(name) for name in sorted(values, key=len, reverse=True))
    quarter = rf"(?<![a-z])(?:triwulan|tri wulan|tw|kuartal|q)[\s._-]*({names})(?![a-z0-9])"
    half = rf"(?<![a-z])(?:semester|sem|smt)[\s._-]*({names})(?![a-z0-9])"
    return re.compile(quarter, re.IGNORECASE), re.compile(half, re.IGNORECASE), values


def quarter_of(text: str) -> tuple[int, int] | None:
    """The latest quarter a text names, as (year, 1-4): "TW III Tahun 2026" -> (2026, 3).

    A half year counts as its last quarter. The year is the one
    nearest after the quarter, else the nearest before it; without any year: None.
    """
    quarters, halves, values = _quarters()
    years = [(found.start(), int(found[1])) for found in _BARE.finditer(text)]
    if not years:
        return None
    named = [(found.start(), values[" ".join(found[1].lower().split())]) for found in quarters.finditer(text)]
    for found in halves.finditer(text):
        number = values[" ".join(found[1].lower().split())]
        if number <= 2:
            named.append((found.start(), number * 2))
    dated = [(_year_near(at, years), quarter) for at, quarter in named]
    return max(dated, default=None)


def _year_near(at: int, years: list[tuple[int, int]]) -> int:
    after = [year for start, year in years if at < start <= at + 60]
    before = [year for start, year in years if start <= at]
    return after[0] if after else before[-1] if before else years[0][1]


def without_days(text: str) -> str:
    """A name without full dates: a day beside a link is when it was put up, not what the document is about."""
    return _FULL_DATE.sub(" ", text)

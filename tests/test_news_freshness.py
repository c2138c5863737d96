"""The verdicts on freshness, rhythm, clear dates, announcements and agenda, and the silence that is not proven."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

import pytest

from auditor.checks.freshness import check
from auditor.model import Confidence, FetchStatus, OfficeKind, Outcome, Site, SiteState, SiteStatus, Verdict
from auditor.observations import DateFound, DateSource, Frame, News, NewsItem, Observations, Page, PageKind
from auditor.rules.pack import Pack
from auditor.rules.schema import FreshnessQuality, Rule

TODAY = date(2026, 11, 22)  # a Sunday
HOST = "https://purbalingga.kemenag.go.id"
SITE = Site("kab-purbalingga", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, HOST)
STEPS = [
    {"max": 7, "points": 1.0},
    {"max": 14, "points": 0.75},
    {"max": 30, "points": 0.5},
    {"max": 90, "points": 0.25},
]
PAGE = Page(HOST, (), PageKind.HOME, "Beranda", "", "Kankemenag Purbalingga", 2)
NO_PACK = cast(Pack, None)  # the measures need no calendar


def rule(measure: str, **quality: Any) -> Rule:
    example = {"name": "x", "kind": "met", "expect": "lengkap", "html": "x"}
    return Rule.model_validate(
        {
            "id": "berita.uji",
            "title": "uji",
            "category": "uji",
            "required": True,
            "weight": 1.0,
            "effort": 1,
            "legal_basis": [{"source": "uji", "verified": "terbaca"}],
            "why": "uji",
            "how_to_fix": "uji",
            "check": "freshness",
            "quality": {"measure": measure, **quality},
            "example": [example] * 3,
        }
    )


def item(days_ago: int, number: int = 0, source: DateSource = DateSource.API, confidence: float = 1.0) -> NewsItem:
    found = DateFound(TODAY - timedelta(days=days_ago), source, confidence=confidence, text=f"{days_ago} hari")
    return NewsItem(f"Berita nomor {days_ago}-{number}", f"{HOST}/{days_ago}-{number}", found)


def news(*days_ago: int, since: date | None = date.min, **more: Any) -> News:
    items = tuple(item(days, i) for i, days in enumerate(sorted(days_ago)))
    return News(items, established=bool(items), looked=True, since=since, **more)


def judge(measure: str, found: News, quality: dict[str, Any] | None = None, **more: Any) -> Verdict:
    fields: dict[str, Any] = {"pages": (PAGE,), "pages_opened": 12, **more}
    seen = Observations(SITE, SiteStatus(SiteState.ALIVE), TODAY, news=found, **fields)
    return check(seen, rule(measure, **(quality or {})), NO_PACK)


def test_the_quality_of_a_news_rule_is_a_freshness_quality() -> None:
    assert isinstance(rule("usia").quality, FreshnessQuality)


# -- age


@pytest.mark.parametrize(
    ("days", "points", "outcome"),
    [
        (0, 1.0, Outcome.COMPLETE),
        (7, 1.0, Outcome.COMPLETE),
        (8, 0.75, Outcome.PARTIAL),
        (14, 0.75, Outcome.PARTIAL),
        (30, 0.5, Outcome.PARTIAL),
        (31, 0.25, Outcome.PARTIAL),
        (90, 0.25, Outcome.PARTIAL),
        (91, 0.0, Outcome.MISSING),
    ],
)
def test_the_age_of_the_newest_item_is_worth_its_step(days: int, points: float, outcome: Outcome) -> None:
    verdict = judge("usia", news(days, days + 50), {"steps": STEPS})
    assert (verdict.points, verdict.outcome) == (points, outcome)


def test_the_note_tells_the_day_and_the_age_in_words() -> None:
    assert (
        judge("usia", news(19), {"steps": STEPS}).note == "Berita terbaru 3 November 2026, 19 hari sebelum pemeriksaan."
    )


def test_the_note_tells_what_was_left_out() -> None:
    found = news(3, left_out=(("ganda", 2), ("dari situs lain", 1)))
    assert "tidak dihitung: 2 ganda, 1 dari situs lain" in judge("usia", found, {"steps": STEPS}).note


def test_the_evidence_is_the_newest_items_with_their_dates_as_written() -> None:
    verdict = judge("usia", news(3, 9), {"steps": STEPS})
    assert verdict.evidence[0].url == f"{HOST}/3-0" and "3 hari" in verdict.evidence[0].quote


def test_items_without_a_trustworthy_date_are_never_fresh() -> None:
    guess = NewsItem("Berita", HOST, DateFound(TODAY, DateSource.BODY, confidence=0.4, year_inferred=True))
    found = News((guess,), established=False, looked=True)
    for measure in ("usia", "frekuensi", "kesinambungan"):
        assert judge(measure, found, {"steps": STEPS}).outcome is Outcome.UNCHECKED


def test_a_doubtful_date_lowers_the_confidence_of_the_finding() -> None:
    found = News((item(3, source=DateSource.BYLINE, confidence=0.5),), established=True, looked=True, since=date.min)
    assert judge("usia", found, {"steps": STEPS}).confidence is Confidence.LOW


# -- nothing found


@pytest.mark.parametrize("measure", ["usia", "frekuensi", "kesinambungan", "tanggal_jelas"])
def test_a_site_that_was_read_and_has_no_news_has_none(measure: str) -> None:
    verdict = judge(measure, News(), {"steps": STEPS})
    assert (verdict.outcome, verdict.points) == (Outcome.MISSING, 0.0)
    assert "12 halaman" in verdict.note


@pytest.mark.parametrize(
    "blind",
    [
        {"unread": FetchStatus.NEEDS_JAVASCRIPT},
        {"pages": ()},
        {"pages": (replace(PAGE, kind=PageKind.BLOCKED),)},
        {"unseen": (("Berita", f"{HOST}/berita", FetchStatus.OUT_OF_BUDGET),)},
        {"unseen": (("Kabar Terkini", f"{HOST}/x", FetchStatus.READ_TIMEOUT),)},
        {"unseen": (("", f"{HOST}/berita/indeks", FetchStatus.ROBOTS),)},
    ],
)
def test_news_that_could_not_be_looked_for_is_not_absent(blind: dict[str, Any]) -> None:
    assert judge("usia", News(), {"steps": STEPS}, **blind).outcome is Outcome.UNCHECKED


def test_a_rest_api_that_is_switched_off_leaves_nothing_open() -> None:
    off = (("", f"{HOST}/wp-json/wp/v2/posts?per_page=100", FetchStatus.UNAUTHORIZED),)
    assert judge("usia", News(), {"steps": STEPS}, unseen=off).outcome is Outcome.MISSING


def test_a_dead_link_called_news_is_absent_all_the_same() -> None:
    gone = (("Berita", f"{HOST}/berita", FetchStatus.NOT_FOUND),)
    assert judge("usia", News(), {"steps": STEPS}, unseen=gone).outcome is Outcome.MISSING


# -- frequency


def test_the_count_of_thirty_days_is_measured_against_the_target() -> None:
    assert judge("frekuensi", news(*range(1, 30, 2))).points == 1.0
    assert judge("frekuensi", news(1, 6, 11, 16, 21, 26, 40)).points == 0.5
    assert judge("frekuensi", news(29)).points == pytest.approx(1 / 12, abs=1e-4)
    assert judge("frekuensi", news(30)).points == 0.0


def test_a_bulk_upload_counts_three_a_day() -> None:
    verdict = judge("frekuensi", news(*([2] * 40)))
    assert verdict.points == 0.25 and "paling banyak 3 berita sehari" in verdict.note


def test_days_nobody_looked_at_are_not_silent_days() -> None:
    found = news(*range(1, 11), since=TODAY - timedelta(days=10))  # ten items in the ten days that were opened
    verdict = judge("frekuensi", found)
    assert verdict.points == 1.0 and verdict.confidence is Confidence.LOW


def test_a_few_days_are_not_blown_up_to_a_month() -> None:
    assert judge("frekuensi", news(0, 1, 2, since=TODAY - timedelta(days=2))).points == 0.25


# -- rhythm


def test_an_item_every_week_is_full_rhythm() -> None:
    assert judge("kesinambungan", news(*range(3, 90, 7)), {"target": 1}).points == 1.0


def test_a_current_week_that_is_not_over_takes_nothing_away() -> None:
    monday = date(2026, 11, 23)
    items = tuple(item((TODAY - day).days) for day in (monday - timedelta(days=7 * i - 2) for i in range(1, 14)))
    seen = Observations(
        SITE, SiteStatus(SiteState.ALIVE), monday, (PAGE,), news=News(items, established=True, since=date.min)
    )
    assert check(seen, rule("kesinambungan", target=1), NO_PACK).points == 1.0


def test_half_of_the_weeks_is_half_of_the_points() -> None:
    assert judge("kesinambungan", news(*range(3, 120, 14)), {"target": 1}).points == 0.5


def test_weeks_that_were_not_opened_are_not_silent() -> None:
    found = news(1, 3, 5, 8, 11, 15, 18, 23, 27, 30, since=TODAY - timedelta(days=34))
    verdict = judge("kesinambungan", found, {"target": 1})
    assert verdict.points == 1.0 and verdict.confidence is Confidence.MEDIUM
    short = judge("kesinambungan", news(0, 1, 2, 3, since=TODAY - timedelta(days=3)), {"target": 1})
    assert short.outcome is Outcome.UNCHECKED


# -- clear dates


@pytest.mark.parametrize(("share", "points"), [(1.0, 1.0), (0.9, 1.0), (0.8, 0.8), (0.5, 0.5), (0.0, 0.0)])
def test_clear_dates_earn_their_share(share: float, points: float) -> None:
    verdict = judge("tanggal_jelas", news(3, machine_readable=share, sampled=10), {"target": 0.9})
    assert verdict.points == points


# -- announcements


def announcements(*items: NewsItem) -> News:
    return replace(news(1), announcements=items)


@pytest.mark.parametrize(("days", "points"), [(90, 1.0), (91, 0.5), (180, 0.5), (181, 0.0)])
def test_the_newest_announcement_is_worth_its_step(days: int, points: float) -> None:
    steps = {"steps": [{"max": 90, "points": 1.0}, {"max": 180, "points": 0.5}]}
    assert judge("pengumuman", announcements(item(days + 100), item(days)), steps).points == points


def test_fresh_news_is_no_announcement() -> None:
    assert judge("pengumuman", news(0, 1, 2)).outcome is Outcome.MISSING


def test_announcements_without_dates_cannot_be_judged() -> None:
    assert judge("pengumuman", announcements(NewsItem("Libur", HOST, None))).outcome is Outcome.UNCHECKED


def test_an_announcement_page_that_was_refused_is_not_absent() -> None:
    assert judge("pengumuman", news(1, unread=("pengumuman",))).outcome is Outcome.UNCHECKED


# -- agenda


def agenda(*days_ahead: int) -> News:
    return replace(news(1), agenda=tuple(item(-days) for days in days_ahead))


@pytest.mark.parametrize(
    ("days", "outcome"),
    [
        ((3,), Outcome.COMPLETE),
        ((-30,), Outcome.COMPLETE),
        ((60,), Outcome.COMPLETE),
        ((-31,), Outcome.STALE),
        ((-120,), Outcome.STALE),
        ((-300, -310), Outcome.PARTIAL),
        ((-800,), Outcome.LINK_ONLY),
        ((90,), Outcome.PARTIAL),
        ((-400, 20), Outcome.COMPLETE),
    ],
)
def test_an_agenda_is_judged_by_its_entry_nearest_to_today(days: Sequence[int], outcome: Outcome) -> None:
    assert judge("agenda", agenda(*days)).outcome is outcome


def agenda_page(**fields: Any) -> Page:
    return replace(PAGE, url=f"{HOST}/agenda", kind=PageKind.STATIC, h1="Agenda", **fields)


def test_an_agenda_that_says_it_is_empty_is_absent() -> None:
    page = agenda_page(text="Agenda Tidak ada agenda hari ini.")
    verdict = judge("agenda", News(), pages=(PAGE, page))
    assert (
        verdict.outcome is Outcome.MISSING and verdict.nearest is not None and verdict.nearest.url.endswith("/agenda")
    )


def test_an_embedded_calendar_cannot_be_read() -> None:
    page = agenda_page(text="", frames=(Frame("https://calendar.google.com/calendar/embed?src=x"),))
    assert judge("agenda", News(), pages=(PAGE, page)).outcome is Outcome.UNCHECKED


def test_no_agenda_anywhere_is_absent() -> None:
    assert judge("agenda", News()).outcome is Outcome.MISSING


def test_nobody_claims_that_older_news_was_left_unopened_where_nobody_can_tell() -> None:
    unsure = judge("frekuensi", news(*range(1, 11), since=None)).note
    assert "tidak ikut dibuka" not in unsure and "tidak dapat dipastikan" in unsure
    assert "tidak ikut dibuka" in judge("frekuensi", news(*range(1, 11), since=TODAY - timedelta(days=10))).note

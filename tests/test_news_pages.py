"""The labelled pages: 18 structures of sites, most with traps (see ``news_pages``)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from auditor.model import Fetch, FetchRole, FetchStatus, OfficeKind, Site
from auditor.read.news.articles import read_article
from auditor.read.news.lists import read_list
from auditor.read.page.html import parse
from auditor.web.articles import looks_like_article
from tests.news_pages import HOST, PAGES, TODAY, Labelled

SITE = Site("kab-purbalingga", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, HOST)
AT = datetime(2026, 11, 22, 3, tzinfo=UTC)


def dates_of(page: Labelled) -> dict[str, date | None]:
    body = page.html.encode()
    if page.kind == "article":
        found = read_article(parse(body, page.url), page.url, TODAY).date
        return {"": found.value if found else None}
    fetch = Fetch(page.url, FetchRole.PAGE, FetchStatus.OK, AT, page.url, body=body, media_type="text/html")
    reading = read_list(fetch, parse(body, page.url), None, SITE, TODAY)
    return {s.title: s.date.value if s.date else None for s in reading.sightings if s.url.startswith(HOST)}


def test_the_set_has_eighteen_structures_and_mostly_traps() -> None:
    assert len({page.structure for page in PAGES}) == 18
    assert len(PAGES) >= 120
    assert sum(page.trap for page in PAGES) >= len(PAGES) / 2


def test_nearly_all_dates_on_labelled_pages_are_read_right() -> None:
    truths = [(page, title, when) for page in PAGES for title, when in page.dates.items()]
    wrong = [(page.name, title, when) for page, title, when in truths if dates_of(page).get(title, date.max) != when]
    assert 1 - len(wrong) / len(truths) >= 0.97, wrong


@pytest.mark.parametrize("page", [p for p in PAGES if not any(p.dates.values())], ids=lambda page: page.name)
def test_a_page_without_a_date_gets_none(page: Labelled) -> None:
    assert [when for title, when in dates_of(page).items() if when is not None] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_clock_or_widget_makes_a_page_of_today(page: Labelled) -> None:
    assert TODAY not in dates_of(page).values()


@pytest.mark.parametrize("page", [p for p in PAGES if p.kind == "article"], ids=lambda page: page.name)
def test_the_crawler_knows_articles_by_their_addresses(page: Labelled) -> None:
    title = "Kepala Kankemenag Lantik Penghulu Muda di Aula Kantor"
    assert looks_like_article(page.url, title)


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/ppid/standar-pelayanan-informasi-publik", "Standar Pelayanan Informasi Publik Kantor Kemenag"),
        ("/profil/visi-misi-dan-tujuan-kantor", "Visi, Misi, dan Tujuan Kantor Kementerian Agama"),
        ("/laporan-kinerja-instansi-pemerintah-2025", "Laporan Kinerja Instansi Pemerintah Tahun 2025"),
        ("/wp-content/uploads/2026/03/dip-2026.pdf", "Daftar Informasi Publik 2026"),
        ("/category/berita/", "Berita"),
        ("/berita", "Berita"),
        ("/berita?page=2", "2"),
        ("/berita/page/3/", "3"),
        ("/tag/haji/", "haji"),
        ("/", "Beranda"),
    ],
)
def test_pages_of_the_office_never_look_like_articles(path: str, label: str) -> None:
    assert not looks_like_article(HOST + path, label)

"""Pages of which a script fills a part: told before it did, and let be where nothing is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from auditor.crawl.recogniser import marks_of
from auditor.crawl.rendering import Difference, Manner, Plan, Rendering, difference, scripted
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus
from auditor.read.page.html import parse
from auditor.read.page.unfilled import unfilled
from tests.faults.scripted import DECORATED, HOLLOW, LATER, WAITING, WORDS, page

HERE = "http://situs.invalid/dip"
ANSWER = Fetch(HERE, FetchRole.PAGE, FetchStatus.OK, datetime(2026, 11, 22, tzinfo=UTC), http_status=200)
LIST = page(f"<h1>Berita</h1><p>{WORDS}</p><ul id=daftar></ul>", "document.querySelector('#daftar').append(baris);")
MAP = page(f"<h1>Kontak</h1><p>{WORDS}</p><div id=peta></div>", "document.getElementById('peta').innerHTML = kotak;")
STREAMED = page('<template id="B:0"></template><p>Sebentar</p>', "$RC('B:0', 'S:0')")


@pytest.mark.parametrize("html", [LATER, WAITING, HOLLOW, LIST, STREAMED])
def test_a_part_that_a_script_is_to_fill_is_known(html: str) -> None:
    assert unfilled(parse(html, HERE), html.encode())


@pytest.mark.parametrize("html", [DECORATED, MAP, page(f"<p>{WORDS}</p><ul id=daftar></ul>"), page("<p>Singkat</p>")])
def test_nothing_is_missing_where_no_script_fills_it(html: str) -> None:
    assert not unfilled(parse(html, HERE), html.encode())


def plan(mode: str = "auto", able: bool = True) -> Plan:
    return Plan(CrawlSettings("KIPAuditor/uji", browser=mode), able)


def wants(one: Plan, html: str, role: FetchRole = FetchRole.PAGE) -> bool:
    answer = replace(ANSWER, role=role, body=html.encode())
    return one.wants(answer, marks_of(answer, parse(html, HERE)))


def test_a_site_made_by_scripts_is_rendered_throughout_and_one_they_decorate_where_something_is_missing() -> None:
    one = plan()
    assert wants(one, DECORATED, FetchRole.HOME) and not wants(one, DECORATED) and wants(one, LATER)
    one.learn(replace(ANSWER, role=FetchRole.HOME), Difference(words=200, share=0.9), Rendering())
    assert one.manner is Manner.ALL and wants(one, DECORATED)


def test_scripts_that_add_nothing_time_and_again_are_run_no_more() -> None:
    one = plan()
    for _ in range(4):
        one.learn(ANSWER, Difference(), Rendering())
    assert one.manner is Manner.NONE and not wants(one, LATER)


def test_without_a_browser_nothing_is_rendered_and_a_page_without_scripts_never_is() -> None:
    assert not wants(plan("never"), LATER) and not wants(plan(able=False), LATER)
    assert not wants(plan(), page(f"<p>{WORDS}</p>"), FetchRole.HOME)
    data = b'<script type="application/ld+json">{}</script><p>isi</p>'
    assert not scripted(replace(ANSWER, body=data)) and scripted(replace(ANSWER, body=b"<a onclick=buka()>"))


def test_what_rendering_adds_is_counted_in_words_links_and_records() -> None:
    sent, rendered = parse("<p>satu dua</p>", HERE), parse("<p>satu dua</p><ul><li><a href=/a>tiga</a></li></ul>", HERE)
    assert difference(sent, rendered) == Difference(words=1, share=1 / 3, links=1, records=1)
    assert difference(rendered, parse("<p>satu</p>", HERE)).lost

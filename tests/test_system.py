"""The system a site is made with, by the marks of its home page; and that cards of older rounds still load."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from auditor.model import Fetch, FetchRole, FetchStatus, Scorecard
from auditor.read.site.system import system_of
from auditor.report.factors import factors
from auditor.report.figures import Round
from auditor.store import Store
from tests.report_cards import ordinary_card, small_pack
from tests.small_sites import OFFICE, seen

HOME = "https://purbalingga.kemenag.go.id/"
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def home(body: str = "", headers: tuple[tuple[str, str], ...] = ()) -> Fetch:
    return Fetch(HOME, FetchRole.HOME, FetchStatus.OK, NOW, HOME, 200, headers, "text/html", body.encode())


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('<link rel=stylesheet href="/wp-content/themes/x/style.css">', "WordPress"),
        ('<link rel="https://api.w.org/" href="https://purbalingga.kemenag.go.id/wp-json/">', "WordPress"),
        ("<script src='/media/jui/js/jquery.min.js'></script>", "Joomla"),
        ('<a href="/index.php?option=com_content&amp;view=article&amp;id=3">Profil</a>', "Joomla"),
        ('<img src="/sites/default/files/logo.png">', "Drupal"),
        ('<script src="/_next/static/chunks/main.js"></script>', "Next.js"),
        ('<script src="/_nuxt/entry.js"></script>', "Nuxt"),
        ('<script src="/livewire/livewire.js?id=1"></script>', "Laravel"),
        ('<img src="/asset/foto_berita/a.jpg">', "CodeIgniter"),
        ('<link href="https://www.blogger.com/static/v1/widgets/1.css">', "Blogger"),
        ('<body><div id="root"></div><script src="/static/js/main.js"></script>', "aplikasi JavaScript lain"),
        ('<a href="/profil">Profil</a>', ""),
        ("", ""),
    ],
)
def test_a_home_page_tells_its_system_by_its_files(body: str, name: str) -> None:
    assert system_of(home(body)) == name


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (("link", '<https://x.id/wp-json/>; rel="https://api.w.org/"'), "WordPress"),
        (("set-cookie", "laravel_session=eyJpdiI6; path=/"), "Laravel"),
        (("set-cookie", "kemenag_session=eyJpdiI6Ik; path=/"), "Laravel"),
        (("set-cookie", "ci_session=abc; path=/"), "CodeIgniter"),
        (("x-powered-by", "Next.js"), "Next.js"),
        (("x-powered-by", "PHP/8.1"), ""),
    ],
)
def test_headers_tell_where_the_page_does_not(header: tuple[str, str], name: str) -> None:
    assert system_of(home("<p>Beranda</p>", (header,))) == name


def test_files_of_another_host_say_nothing() -> None:
    assert system_of(home('<img src="https://jateng.kemenag.go.id/wp-content/uploads/a.jpg">')) == ""


def test_what_a_page_calls_itself_goes_before_its_files() -> None:
    body = '<a href="/wp-content/uploads/lama.pdf">arsip</a>'
    assert system_of(home(body), ["", "Joomla! - Open Source Content Management"]) == "Joomla"


def test_hostile_bytes_are_no_trouble() -> None:
    assert system_of(replace(home(), body=b"\xff\xfe<a href='http://[::1'>" + b"<a href=x>" * 50_000)) == ""


def test_the_system_reaches_the_observations() -> None:
    made = seen(f'<img src="/wp-content/uploads/a.jpg" alt="a"><main><h1>Beranda</h1><p>{OFFICE}</p></main>')
    assert made.technical.system == "WordPress"


def test_a_card_stored_before_the_system_was_noted_still_loads(tmp_path: Path) -> None:
    card = replace(ordinary_card(0, small_pack()), system="WordPress")
    adapter = TypeAdapter(Scorecard)
    stored = json.loads(adapter.dump_json(card))
    del stored["system"]
    assert adapter.validate_json(json.dumps(stored)).system == ""
    with Store.open(tmp_path, write=True) as store:
        store.save(card, 0, Path("bukti/x.warc.gz"), "0" * 64)
        assert store.cards(card.round)[0].system == "WordPress"
        whole = store._db.execute("SELECT card FROM scores").fetchone()[0]  # as an older version left it
        older = {key: value for key, value in json.loads(whole).items() if key != "system"}
        store._db.execute("UPDATE scores SET card=?, digest=''", (json.dumps(older),))  # it knew no digest
        assert store.cards(card.round)[0] == replace(card, system="")


def test_systems_are_compared_only_where_five_offices_share_one() -> None:
    cards = [
        replace(ordinary_card(n, small_pack(), luck=0.5 + n / 60), system=name)
        for n, name in enumerate(["WordPress"] * 7 + ["CodeIgniter"] * 5 + ["Joomla"] * 4 + [""])
    ]
    found = next(f for f in factors(Round("2026-T4", tuple(cards), small_pack())) if f.name == "Sistem yang dipakai")
    assert [(g.label, g.offices) for g in found.groups] == [("CodeIgniter", 5), ("WordPress", 7)]
    assert found.others == 5  # four with Joomla, one unknown
    alone = Round("2026-T4", tuple(cards[:7]), small_pack())
    assert "Sistem yang dipakai" not in [f.name for f in factors(alone)]

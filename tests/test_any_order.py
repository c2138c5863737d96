"""Whatever is run in whatever order, no rank, count or name in any file contradicts the history.

Random rounds over a few stored sites: run, crawl, score, report and compare with any choice of offices, lists, weights
and decisions, the files read back after each step and compared with figures worked out here anew.
"""

from __future__ import annotations

import csv
import random
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from statistics import median

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from auditor.model import (
    CrawlSettings,
    Fetch,
    FetchRole,
    FetchStatus,
    OfficeKind,
    Scorecard,
    Site,
    SiteState,
    SiteStatus,
)
from auditor.proof import warc_path
from auditor.rules.loader import load
from auditor.snapshot import SnapshotWriter
from auditor.store import Store
from auditor.work.engine import engine
from tests.loopback import page
from tests.test_cli import Ended, auditor

OLD, NOW = "2026-T3", "2026-T4"
RULES = ("profil.visi-misi", "profil.tugas-fungsi", "kontak.telp-email", "teknis.ponsel")
PLACES = ("Cilacap", "Banyumas", "Purbalingga", "Kebumen", "Purworejo")
AREAS = ("Kedu", "Kedu", "Banyumas", "Banyumas", "Banyumas")
SEEDS, STEPS = 6, 7
FORMATS = '[laporan]\nformat = ["html", "csv", "xlsx", "wa"]\n'


def office(n: int) -> Site:
    name = PLACES[n]
    url = f"http://127.0.0.1:9/{name.lower()}" if n < 4 else ""
    return Site(
        f"kab-{name.lower()}", f"Kankemenag Kabupaten {name}", OfficeKind.KABUPATEN, url, "Jawa Tengah", AREAS[n]
    )


KANWIL = Site("kanwil", "Kanwil Jawa Tengah", OfficeKind.KANWIL, "http://127.0.0.1:9/kanwil", "Jawa Tengah")
SITES = [*map(office, range(5)), KANWIL]


def store_snapshot(out: Path, round_id: str, site: Site, number: int, moment: datetime) -> None:
    """A site as it was crawled: the more of ``number``'s bits are set, the more it holds."""
    path = warc_path(out, round_id, site.id)
    writer = SnapshotWriter(path, site, CrawlSettings("KIPAuditor/uji", delay=0), "0.1.0", moment)
    held = [name for bit, name in enumerate(("/visi-misi", "/tugas", "/kontak")) if number >> bit & 1]
    for name in ("/", *held) if site.url else ():
        html = page("Cilacap", name) or ""
        html = html.replace("Cilacap", site.name.rpartition(" ")[2]).replace('href="/', f'href="{site.url}/')
        body = html.encode()
        url, role = site.url + name.rstrip("/"), FetchRole.HOME if name == "/" else FetchRole.PAGE
        kind = ("content-type", "text/html; charset=utf-8")
        writer.add(Fetch(url, role, FetchStatus.OK, moment, url, 200, (kind,), "text/html", body, label=name[1:]))
    state = SiteState.ALIVE if site.url else SiteState.NOT_REGISTERED
    writer.finish(SiteStatus(state), moment, moment + timedelta(seconds=40 + number))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with a small pack of two weight profiles, and both rounds' sites as they were crawled."""
    folder = tmp_path_factory.mktemp("urutan")
    shipped, rules = Path(__file__).parent.parent / "rules" / "kip", folder / "rules" / "kip"
    (rules / "profil").mkdir(parents=True)
    weights = {rule.id: rule.weight for rule in load(shipped).rules}
    for name in RULES:
        shutil.copy(shipped / f"{name}.toml", rules)
    shutil.copy(shipped / "_seksi.toml", rules)
    head = (shipped / "_paket.toml").read_text("utf-8")
    total = sum(weights[name] for name in RULES)
    head = re.sub(r"(?m)^total_weight.*$", f"total_weight = {total:g}", head)
    (rules / "_paket.toml").write_text(head, encoding="utf-8")
    plain = 'name = "default"\ntitle = "Bawaan"\n'
    (rules / "profil" / "default.toml").write_text(plain, encoding="utf-8")
    other = 'name = "lain"\ntitle = "Lain"\n[[share]]\nname = "Isi"\nshare = 30\ncategories = ["Profil"]\n'
    other += '[[share]]\nname = "Sisa"\nshare = 70\ncategories = ["Saluran & kontak", "Teknis & akses"]\n'
    (rules / "profil" / "lain.toml").write_text(other, encoding="utf-8")
    for n, site in enumerate(SITES):
        for days, (round_id, held) in enumerate(((OLD, 1 + n), (NOW, 7 - n))):
            moment = datetime(2026, 8, 20, 1, n, tzinfo=UTC) + timedelta(days=90 * days)
            store_snapshot(folder / "hasil", round_id, site, held % 8, moment)
    (folder / "auditor.toml").write_text(FORMATS, encoding="utf-8")
    columns = "situs_id,indikator_id,hasil,alasan,bukti_url,diputuskan_oleh,tanggal,berlaku_sampai\n"
    for name, outcome in (("satu.csv", "lengkap"), ("dua.csv", "tidak_ada")):
        rows = f"kab-cilacap,{RULES[0]},{outcome},Dilihat,,Siti,2026-01-01,2099-01-01\n"
        rows += f"kab-kebumen,{RULES[1]},{outcome},Dilihat,,Siti,2026-01-01,2099-01-01\n"
        (folder / name).write_text(columns + rows, encoding="utf-8")
    (folder / "nol.csv").write_text(columns, encoding="utf-8")
    renamed = [replace(site, area="Wilayah Barat") if site.area == "Kedu" else site for site in SITES]
    for name, sites in (("sites.csv", SITES), ("pendek.csv", SITES[1:4]), ("lain.csv", renamed[::-1])):
        lines = (f"{s.id},{s.name},{s.kind},{s.province},{s.area},{s.url}\n" for s in sites)
        (folder / name).write_text("id,nama,jenis,provinsi,wilayah,url\n" + "".join(lines), encoding="utf-8")
    return folder


LISTS = {
    "sites.csv": {site.id for site in SITES},
    "lain.csv": {site.id for site in SITES},
    "pendek.csv": {site.id for site in SITES[1:4]},
}
DECIDED = {"satu.csv": {("kab-cilacap", RULES[0]), ("kab-kebumen", RULES[1])}, "nol.csv": set[tuple[str, str]]()}
DECIDED["dua.csv"] = DECIDED["satu.csv"]


@dataclass
class Expected:
    """What a round must remember of the commands so far."""

    profile: str = ""
    decisions: str = "nol.csv"
    listed: set[str] = field(default_factory=set)


@dataclass
class World:
    """The two rounds, the commands given to them, and what was expected of each."""

    out: Path
    chance: random.Random
    rounds: dict[str, Expected] = field(default_factory=lambda: {OLD: Expected(), NOW: Expected()})
    told: list[str] = field(default_factory=list)

    def step(self) -> None:
        name = self.chance.choice([OLD, NOW, NOW])
        scored = bool(self.rounds[name].profile)
        commands = ["run", "run", "crawl", *(["score", "report", "report", "compare"] if scored else [])]
        getattr(self, self.chance.choice(commands))(name)

    def choices(self, name: str) -> list[str]:
        listing = self.chance.choice(["sites.csv", "sites.csv", "lain.csv", "pendek.csv"])
        known = sorted(LISTS[listing])
        area = self.chance.choice(["Banyumas", "Wilayah Barat" if listing == "lain.csv" else "Kedu"])
        options: list[list[str]] = [[], ["--only", self.chance.choice(known)], ["--province", "Jawa Tengah"]]
        options.append(["--area", area])
        self.rounds[name].listed = LISTS[listing]
        return [listing, *self.chance.choice(options), "--delay", "0", "--browser", "never", "--allow-private"]

    def weights(self, name: str) -> list[str]:
        expected = self.rounds[name]
        profile = self.chance.choice(["", "", "default", "lain"])
        decisions = self.chance.choice(["", "", *DECIDED])
        expected.profile = profile or expected.profile or "default"
        expected.decisions = decisions or expected.decisions
        return [*(["--profile", profile] if profile else []), *(["--corrections", decisions] if decisions else [])]

    def run(self, name: str) -> None:
        ended = self.do("run", *self.choices(name), *self.weights(name), "--engine", "lokal", "--round", name)
        self.check_store(name)
        check_reports(self.out / name, self.cards(name))
        check_terminal(ended, self.cards(name))

    def crawl(self, name: str) -> None:
        before, files = self.cards(name), contents(self.out / name)
        self.do("crawl", *self.choices(name), "--round", name)
        assert contents(self.out / name) == files
        assert [replace(card, listed=True) for card in sorted_cards(self.cards(name))] == [
            replace(card, listed=True) for card in sorted_cards(before)
        ]

    def score(self, name: str) -> None:
        before, files = self.cards(name), contents(self.out / name)
        ended = self.do("score", *self.weights(name), "--engine", "lokal", "--round", name)
        self.check_store(name)
        assert contents(self.out / name) == files
        check_terminal(ended, self.cards(name))
        if self.cards(name) != before:
            assert "masih memuat nilai sebelumnya" in ended.out

    def report(self, name: str) -> None:
        self.do("report", "--round", name)
        check_reports(self.out / name, self.cards(name))

    def compare(self, name: str) -> None:
        if not all(expected.profile for expected in self.rounds.values()):
            return
        before = self.cards(OLD), self.cards(NOW), contents(self.out)
        ended = self.do("compare", OLD, NOW)
        assert (self.cards(OLD), self.cards(NOW), contents(self.out)) == before
        listed = {card.site.name for card in self.cards(NOW) if card.listed}
        both = listed & {card.site.name for card in self.cards(OLD)}
        assert set(re.findall(r"(Kan\w+ [\w ]+?): ", ended.out)) == both

    def do(self, *words: str) -> Ended:
        self.told.append(" ".join(words))
        ended = auditor(*words)
        assert ended.code == 0, (self.told, ended.err)
        return ended

    def cards(self, name: str) -> tuple[Scorecard, ...]:
        with Store.open(self.out) as store:
            return store.cards(name)

    def check_store(self, name: str) -> None:
        expected, cards = self.rounds[name], self.cards(name)
        assert {card.site.id for card in cards} == {site.id for site in SITES}, self.told
        assert {card.pack.profile for card in cards} == {expected.profile}, self.told
        assert {card.site.id for card in cards if card.listed} == expected.listed, self.told
        decided = {(f.site_id, f.rule_id) for card in cards for f in card.findings if f.decided_by != "mesin"}
        assert decided == DECIDED[expected.decisions], self.told


def sorted_cards(cards: Sequence[Scorecard]) -> list[Scorecard]:
    return sorted(cards, key=lambda card: card.site.id)


def contents(folder: Path) -> dict[str, bytes]:
    """The reports below a folder."""
    kinds = (".html", ".csv", ".xlsx", ".txt", ".pdf")
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.suffix in kinds}


def shown(value: float | None) -> Decimal | None:
    """A figure as it is shown: one decimal, half up."""
    return None if value is None else Decimal(repr(value)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def told(value: Decimal | None) -> str:
    return str(value).replace(".", ",")


def ranked(cards: Sequence[Scorecard]) -> list[Scorecard]:
    return [c for c in cards if c.listed and c.site.kind is not OfficeKind.KANWIL and c.band is not None]


def place(card: Scorecard, among: Sequence[Scorecard]) -> int:
    return 1 + sum((shown(other.score) or 0) > (shown(card.score) or 0) for other in among)


def middle(cards: Sequence[Scorecard]) -> str:
    return told(shown(median(card.score or 0.0 for card in ranked(cards))))


def text_of(path: Path) -> str:
    tree = LexborHTMLParser(path.read_text("utf-8"))
    for node in tree.css("script, style"):
        node.decompose()
    return " ".join(tree.body.text(separator=" ").split()) if tree.body is not None else ""


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def check_terminal(ended: Ended, cards: Sequence[Scorecard]) -> None:
    offices = [c for c in cards if c.listed and c.site.kind is not OfficeKind.KANWIL]
    if ranked(cards):
        assert f"{len(ranked(cards))} dari {len(offices)} kantor dapat dinilai" in ended.out
        assert f"skor tengah (median) {middle(cards)}." in ended.out


def check_reports(folder: Path, cards: Sequence[Scorecard]) -> None:
    """Every name, rank and count in every file against the history's own cards."""
    among, by_id = ranked(cards), {card.site.id: card for card in cards}
    offices = {c.site.id for c in cards if c.listed and c.site.kind is not OfficeKind.KANWIL}
    places = {c.site.id: place(c, among) for c in among}

    rows = {row["situs_id"]: row for row in table(folder / "rekap.csv")}
    assert set(rows) == set(by_id)
    for site_id, row in rows.items():
        card = by_id[site_id]
        assert (row["nama"], row["wilayah"]) == (card.site.name, card.site.area)
        assert row["peringkat"] == str(places.get(site_id, ""))
        assert row["skor"] == ("" if card.score is None else str(shown(card.score)))
        assert (row["status_situs"] == "tidak_lagi_terdaftar") is not card.listed
    found = {(row["situs_id"], row["indikator_id"]): row for row in table(folder / "temuan.csv")}
    assert set(found) == {(f.site_id, f.rule_id) for card in cards for f in card.findings}
    for card in cards:
        for f in card.findings:
            row = found[f.site_id, f.rule_id]
            assert (row["hasil"], row["ditetapkan_oleh"]) == (f.outcome.value, f.decided_by)

    sheet = CalamineWorkbook.from_path(str(folder / "rekap.xlsx")).get_sheet_by_name("Peringkat").to_python()
    names = {card.site.name: card for card in cards}
    lines = {str(line[1]): line for line in sheet if str(line[1]) in names}
    assert set(lines) == set(names)
    for name, line in lines.items():
        assert line[0] == places.get(names[name].site.id, "")

    assert {path.stem for path in (folder / "kartu-skor").glob("*.html")} == set(by_id)
    assert {path.stem for path in (folder / "wa").glob("*.txt")} == {*offices, "_grup"}
    group = (folder / "wa" / "_grup.txt").read_text("utf-8")
    assert f"{len(among)} dari {len(offices)} kantor" in group
    for card in cards:
        words = text_of(folder / "kartu-skor" / f"{card.site.id}.html")
        own = re.search(r"Peringkat provinsi (\d+) dari (\d+) kantor", words)
        assert (own.groups() if own else None) == (
            (str(places[card.site.id]), str(len(among))) if card.site.id in places else None
        )
        assert card.site.name in words
        if card.site.id in places:
            message = (folder / "wa" / f"{card.site.id}.txt").read_text("utf-8")
            assert f"Peringkat {places[card.site.id]} dari {len(among)} di provinsi" in message
            here = [c for c in among if c.site.area == card.site.area]
            assert f"{place(card, here)} dari {len(here)} di wilayah" in message
            assert f"Skor {told(shown(card.score))} " in message

    recap = text_of(folder / "rekap.html")
    if among:
        assert f"Dari {len(offices)} kantor, {len(among)} dapat dinilai" in recap and middle(cards) in recap
    tree = LexborHTMLParser((folder / "rekap.html").read_text("utf-8"))
    order = [(row.css_first("td"), row.css_first("th a")) for row in tree.css("#peringkat tbody tr")]
    printed = {name.text(strip=True): cell.text(strip=True) for cell, name in order if cell and name}
    assert printed == {by_id[site_id].site.name: str(number) for site_id, number in places.items()}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_file_contradicts_the_history(
    seed: int, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "kerja"
    shutil.copytree(template, here)
    monkeypatch.chdir(here)
    monkeypatch.setattr("auditor.rescore.engine", lambda name: engine("lokal"))  # a process more for each report
    world = World(here / "hasil", random.Random(seed))
    world.run(NOW)
    for _ in range(STEPS):
        world.step()

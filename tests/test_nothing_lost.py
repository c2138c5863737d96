"""Nothing that a person typed is ever lost: any order of reports, imports, edits, re-checks and new rounds, with the
workbook open elsewhere, and two people writing into the same cell."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.inputs.followup import COLUMNS, TYPED
from auditor.model import Outcome, Scorecard
from auditor.report.followup import TYPED as HEADS
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.score import with_findings
from auditor.store import Store
from tests.report_cards import ordinary_card
from tests.test_cli import auditor
from tests.test_report_followup import edit, follow_up

ROUNDS = ("2026-T4", "2027-T1", "2027-T2")
STEPS = ("report", "type", "type", "type in file", "import", "open", "close", "re-check", "new round")
KEPT = {
    "koreksi.csv": "situs_id,indikator_id,hasil,alasan,diajukan_oleh,tanggal_diajukan,status\n"
    "kab-contoh-01,setiapsaat.dip,lengkap,Ada,Budi,2026-11-20,diajukan\n",
    "auditor.toml": '[laporan]\nformat = ["xlsx"]\n',
}
OWN_COLUMN = "Kata Kepala"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(Path(__file__).parent.parent / "rules" / "kip")


class Office:
    """People at work in one folder: what they typed is a numbered word each, so that it can be looked for."""

    def __init__(self, folder: Path, pack: Pack) -> None:
        self.folder, self.pack, self.round = folder, pack, 0
        self.typed: list[str] = []
        self.file = folder / "tindak-lanjut.csv"
        for name, text in KEPT.items():
            (folder / name).write_text(text, encoding="utf-8")
        self.store(frozenset())

    @property
    def name(self) -> str:
        return ROUNDS[self.round]

    def word(self) -> str:
        self.typed.append(f"kata{len(self.typed) + 1:03d}")
        return self.typed[-1]

    def store(self, mended: frozenset[str]) -> None:
        """The round's cards as the (re-)check of this day found them."""
        with Store.open(self.folder / "hasil", write=True) as store:
            for n in range(2):
                card = _mended(ordinary_card(n, self.pack, self.name, luck=0.8), mended, self.pack)
                store.save(card, n, Path(self.name) / "bukti" / f"{card.site.id}.warc.gz", "")

    def workbooks(self, everywhere: bool = False) -> list[Path]:
        return sorted((self.folder / "hasil").glob(f"{'*' if everywhere else self.name}/rekap*.xlsx"))

    def locks(self) -> list[Path]:
        return sorted((self.folder / "hasil").glob("*/.~lock.*#"))

    def type_into(self, book: Path, at: int, column: int, own_column: bool) -> None:
        """A word is added to a cell of a workbook, whoever else has it open."""
        rows = follow_up(book)
        row = rows[at % len(rows)]
        if not row["Status"] and not row["Kendala"]:
            return  # the line between what is open and what is not
        place = f"{'GHIJKL'[column]}{row['_baris']}"
        before = str(row.get(HEADS[column], ""))
        cells = {place: f"{before} {self.word()}".strip()}
        if own_column:
            head = int(str(rows[0]["_baris"])) - 1
            cells |= {f"Q{head}": OWN_COLUMN, f"Q{row['_baris']}": f"{row.get(OWN_COLUMN, '')} {self.word()}".strip()}
        edit(book, cells)

    def type_into_file(self, at: int, column: int) -> None:
        """A word is added to a cell of tindak-lanjut.csv, in the row of some finding."""
        rows = _read(self.file)
        rule = self.pack.rules[at % 7].id
        key = {"putaran": self.name, "situs_id": f"kab-contoh-{at % 2 + 1:02d}", "indikator_id": rule}
        row = next((row for row in rows if key.items() <= row.items()), None)
        if row is None:
            row = dict.fromkeys(COLUMNS, "") | key
            rows.append(row)
        row[TYPED[column]] = f"{row[TYPED[column]]} {self.word()}".strip()
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
        self.file.write_text(text.getvalue(), encoding="utf-8-sig", newline="")

    def do(self, step: str, draw: st.DataObject) -> None:
        books = self.workbooks()
        numbers = st.integers(0, 200)
        if step == "report":
            assert auditor("report", "--round", self.name).code == 0
        elif step == "type" and books:
            book = draw.draw(st.sampled_from(books))
            self.type_into(book, draw.draw(numbers), draw.draw(st.integers(0, 5)), draw.draw(st.booleans()))
        elif step == "type in file":
            self.type_into_file(draw.draw(numbers), draw.draw(st.integers(0, 5)))
        elif step == "import" and books:
            done = auditor("followup", draw.draw(st.sampled_from(books)))
            assert done.code == (2 if "sedang dibuka" in done.err else 0), done.err
        elif step == "open" and books:
            book = draw.draw(st.sampled_from(books))
            book.with_name(f".~lock.{book.name}#").write_text("Siti", encoding="utf-8")
        elif step == "close":
            for lock in self.locks():
                lock.unlink()
        elif step == "re-check":
            rules = [rule.id for rule in self.pack.rules]
            self.store(frozenset(draw.draw(st.sets(st.sampled_from(rules), max_size=60))))
        elif step == "new round" and self.round + 1 < len(ROUNDS):
            self.round += 1
            self.store(frozenset())

    def found(self) -> str:
        """All text that is anywhere: in the file and in every workbook of every round."""
        books = (str(row) for book in self.workbooks(everywhere=True) for row in follow_up(book))
        return " ".join([*books, self.file.read_text("utf-8-sig") if self.file.exists() else ""])


def _mended(card: Scorecard, rules: frozenset[str], pack: Pack) -> Scorecard:
    findings = [
        replace(f, outcome=Outcome.COMPLETE, points=1.0) if f.rule_id in rules and f.weight > 0 else f
        for f in card.findings
    ]
    return with_findings(card, findings, pack)


def _read(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def _missing(words: Sequence[str], text: str) -> list[str]:
    return [word for word in words if word not in text]


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(steps=st.lists(st.sampled_from(STEPS), min_size=3, max_size=9), draw=st.data())
def test_whatever_was_typed_is_there_after_any_order_of_work(
    steps: list[str], draw: st.DataObject, tmp_path_factory: pytest.TempPathFactory, pack: Pack
) -> None:
    folder = tmp_path_factory.mktemp("kanwil")
    before = Path.cwd()
    os.chdir(folder)
    try:
        office = Office(folder, pack)
        for step in ("report", "type", *steps):
            office.do(step, draw)
            assert not _missing(office.typed, office.found()), f"after {step}"
        office.do("close", draw)
        for book in office.workbooks(everywhere=True):
            assert auditor("followup", book).code == 0
        assert not _missing(office.typed, office.file.read_text("utf-8-sig")), "all of it is in the file in the end"
        kept = office.file.read_bytes()
        for book in office.workbooks(everywhere=True):
            assert auditor("followup", book).code == 0
        assert office.file.read_bytes() == kept, "taking it in again changes nothing"
        assert {name: (folder / name).read_text("utf-8") for name in KEPT} == KEPT
    finally:
        os.chdir(before)

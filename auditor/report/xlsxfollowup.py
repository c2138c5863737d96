"""The sheet "Tindak Lanjut": what is to be talked over, office by office, with what people have already written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from auditor.fixes import fix_list
from auditor.inputs.config import Config
from auditor.inputs.days import read_day
from auditor.inputs.followup import OFFICE, merged, of_round
from auditor.inputs.followup import TYPED as TYPED_FIELDS
from auditor.model import Finding
from auditor.report.csv import cell
from auditor.report.figures import Round, Standing
from auditor.report.findings import group_of
from auditor.report.followup import CODES, DUE, FIELDS, GIVEN, LONGEST, STATUS, TYPED, Cell, Note, Unmergeable
from auditor.report.obstacles import choices
from auditor.report.summary import deadline
from auditor.report.wording import outcome_word, state_sentence, words
from auditor.report.xlsxsheet import Sheet, points
from auditor.rules.schema import Rule

_FIRST_CODE = len(GIVEN) + len(TYPED)


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row is about: what the auditor writes in it."""

    site_id: str
    rule_id: str
    given: tuple[str | float | None, ...]

    @property
    def about(self) -> tuple[str, str]:
        return str(self.given[0]).strip(), str(self.given[2]).strip()


def fill_follow_up(
    sheet: Sheet, round_: Round, config: Config, notes: Sequence[Note] = (), source: str = "rekap.xlsx", area: str = ""
) -> None:
    """Writes the sheet, of one wilayah where ``area`` names it.

    ``notes`` are an earlier sheet's rows: what people typed there stands where it stood, together with what
    tindak-lanjut.csv says (``round_.entries``). Rows whose finding is gone, and rows that people added, are kept below,
    apart from the others. ``source``: how the workbook is called where it and the file differ. Unmergeable where what
    was typed does not fit.
    """
    writer = _Writer(sheet, round_, deadline(round_, config), notes, source)
    lists = words("buku_kerja")
    sheet.widths(36, 26, 40, 19, 10, 34, 26, 36, 26, 14, 14, 30)
    sheet.hide(_FIRST_CODE, _FIRST_CODE + len(CODES) - 1)
    sheet.paragraph(lists["tindak_lanjut"], 10)
    first = sheet.heading(*GIVEN, *TYPED, *CODES, *writer.extra)
    for row in _rows(round_, area):
        writer.write(row)
    sheet.choices(first, len(GIVEN), choices(), strict=False)
    sheet.choices(first, len(GIVEN) + TYPED.index(STATUS), lists["status"], strict=True)
    filled = sheet.here
    writer.write_apart(area)
    sheet.finish(freeze=first, columns=1, filtered=filled)


class _Writer:
    """Puts together, row by row, what the auditor, the file and an earlier workbook say."""

    def __init__(self, sheet: Sheet, round_: Round, due: date | None, notes: Sequence[Note], source: str) -> None:
        self._sheet, self._notes, self._source, self._round = sheet, notes, source, round_
        self._entries = of_round(round_.entries, round_.round_id)
        self._defaults = {
            FIELDS[DUE]: due.isoformat() if due else "",
            FIELDS[STATUS]: str(words("buku_kerja")["status"][0]),
        }
        self.extra = tuple(dict.fromkeys(name for note in notes for name in note.extra))
        self._known, self._by_words = _indexed(notes)
        self._cards = {card.site.id: card for card in (*round_.cards, *round_.unlisted)}
        self._used: set[int] = set()
        self._written: set[tuple[str, str]] = set()

    def write(self, row: _Row) -> None:
        """A row of this round, and below it those that somebody wrote on the same finding."""
        found = self._known.get((row.site_id, row.rule_id)) or self._by_words.get(row.about) or []
        self._used.update(found)
        own = [self._notes[at] for at in found]
        for note in (*(own[:1] or (None,)), *(note for note in own[1:] if note.touched)):
            self._put(row.given, (row.site_id, row.rule_id), note, self._defaults)

    def write_apart(self, area: str) -> None:
        """What was typed on findings that are not open any more, in the workbook or in the file."""
        left = [note for n, note in enumerate(self._notes) if n not in self._used and note.touched]
        rows: list[tuple[tuple[str, str], tuple[Cell, ...], Note | None]]
        rows = [(self._key(note), note.given, note) for note in left]
        told = {key for key, _, _ in rows} | self._written
        rows += [(key, self._given(key), None) for key in self._entries if key not in told and self._is_here(key, area)]
        if rows:
            self._sheet.gap()
            self._sheet.row(words("buku_kerja")["lama"])
        for key, given, note in rows:
            self._put(given, key, note, {})

    def _key(self, note: Note) -> tuple[str, str]:
        """What a row is about; of a row that a person added, if the file has it by now."""
        if note.site_id:
            return note.site_id, note.rule_id
        named = {(str(given[0]), str(given[2])): key for key in self._entries if (given := self._given(key))}
        return named.get(note.about, ("", ""))

    def _is_here(self, key: tuple[str, str], area: str) -> bool:
        card = self._cards.get(key[0])
        return card is not None and (not area or card.site.area == area)

    def _given(self, key: tuple[str, str]) -> tuple[Cell, ...]:
        """What the auditor writes in a row whose finding is not open; () for an office that the round does not have."""
        card = self._cards.get(key[0])
        if card is None:
            return ()
        finding = next((f for f in card.findings if f.rule_id == key[1]), None)
        title, word = (finding.title, outcome_word(finding.word).label) if finding is not None else (key[1], "")
        return (cell(card.site.name), cell(card.site.area), cell(title, 300), word, "", "")

    def _put(
        self, given: Iterable[Cell | None], about: tuple[str, str], note: Note | None, defaults: Mapping[str, str]
    ) -> None:
        self._written.add(about)
        entry = self._entries.get(about) if about[0] else None
        said = entry.cells if entry is not None else {}
        truth = {field: said.get(field, "")[:LONGEST] for field in TYPED_FIELDS}  # the file keeps the rest
        shown = {field: truth[field] or defaults.get(field, "") for field in TYPED_FIELDS}
        cells: Mapping[str, str] = shown
        if note is not None:
            both = merged(note.base, note.cells, truth, self._source).cells
            cells = {field: both[field] or defaults.get(field, "") for field in TYPED_FIELDS}
            if note.added and not about[0]:
                cells, shown = note.cells, {}
        told = json.dumps({k: v for k, v in shown.items() if v}, ensure_ascii=False)
        more = [note.extra.get(name, "") if note is not None else "" for name in self.extra]
        if any(len(text) > LONGEST for text in (*cells.values(), *more)):
            raise Unmergeable("lain")
        codes = (*about, self._round.round_id, told) if about[0] else ("", "", "", "")
        after = _FIRST_CODE + len(CODES)
        editable = {*range(len(GIVEN), _FIRST_CODE), *range(after, after + len(self.extra))}
        first = [points(value) if isinstance(value, float) else value for value in given]
        typed = [_as_cell(name, cells.get(field, "")) for name, field in FIELDS.items()]
        self._sheet.row(*first, *typed, *codes, *more, editable=editable)


def _as_cell(name: str, text: str) -> Cell:
    """What a cell for typing holds: a deadline that is a day as a day, all else as it was typed."""
    found = read_day(text) if name == DUE else ()
    return found[0] if len(found) == 1 else text


def _rows(round_: Round, area: str) -> Iterator[_Row]:
    """The obstacle of an office without a rank first, then its red flags, then what is open, most points first."""
    promised = {(p.card.site.id, p.rule_id): p.short for p in round_.promises}
    for s in round_.standings:
        if area and s.area != area:
            continue
        gains = {x.rule_id: x.gain for x in fix_list(s.card, round_.pack)}
        if not s.card.rankable:
            reason, advice = state_sentence(s.card)
            yield _row(s, OFFICE, f"{reason}. {advice}", "Belum dapat dinilai", None, promised)
        for f in talked_over(round_.public[s.card.site.id], round_.rules, gains):
            gain = None if f.red_flag else points(gains.get(f.rule_id, 0))
            yield _row(s, f.rule_id, f.title, outcome_word(f.word).label, gain, promised)


def talked_over(shown: Sequence[Finding], rules: Mapping[str, Rule], gains: Mapping[str, float]) -> tuple[Finding, ...]:
    """What a rakor talks over of an office's findings: its red flags, then what is open, most points first."""
    open_findings = [f for f in shown if group_of(f, rules.get(f.rule_id)) in ("lengkapi", "perbarui")]
    flags = [f for f in shown if f.red_flag]
    return (*flags, *sorted(open_findings, key=lambda f: -gains.get(f.rule_id, 0)))


def _row(
    s: Standing, rule_id: str, title: str, outcome: str, gain: float | None, promised: Mapping[tuple[str, str], str]
) -> _Row:
    site, then = s.card.site, promised.get((s.card.site.id, rule_id), "")
    return _Row(site.id, rule_id, (cell(site.name), cell(site.area), cell(title, 300), outcome, gain, cell(then, 300)))


def _indexed(notes: Sequence[Note]) -> tuple[dict[tuple[str, str], list[int]], dict[tuple[str, str], list[int]]]:
    """Places of the notes by their codes, and of those without codes by what they say they are about."""
    codes: dict[tuple[str, str], list[int]] = {}
    told: dict[tuple[str, str], list[int]] = {}
    for n, note in enumerate(notes):
        if note.site_id:
            codes.setdefault((note.site_id, note.rule_id), []).append(n)
        else:
            told.setdefault(note.about, []).append(n)
    return codes, told

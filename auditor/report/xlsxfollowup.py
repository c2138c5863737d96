"""The sheet "Tindak Lanjut": what is to be talked over, office by office, with what people have already written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from auditor.fixes import fix_list
from auditor.inputs.config import Config
from auditor.report.csv import cell
from auditor.report.figures import Round, Standing
from auditor.report.findings import group_of
from auditor.report.followup import CODES, DUE, GIVEN, TYPED, Cell, Note
from auditor.report.summary import deadline
from auditor.report.wording import outcome_word, state_sentence, words
from auditor.report.xlsxsheet import Sheet, points

_OBSTACLE = "situs"  # stands for the indicator in the row of an office that could not be rated
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


def fill_follow_up(sheet: Sheet, round_: Round, config: Config, notes: Sequence[Note] = ()) -> None:
    """Writes the sheet. ``notes`` are an earlier sheet's rows: what people typed there stands where it stood.

    Rows whose finding is gone, and rows that people added, are kept below, apart from the others.
    """
    due, lists = deadline(round_, config), words("buku_kerja")
    extra = tuple(dict.fromkeys(name for note in notes for name in note.extra))
    sheet.widths(36, 26, 40, 19, 10, 26, 36, 26, 14, 14)
    sheet.hide(_FIRST_CODE, _FIRST_CODE + len(CODES) - 1)
    sheet.paragraph(lists["tindak_lanjut"], 9)
    first = sheet.heading(*GIVEN, *TYPED, *CODES, *extra)
    known, by_words = _indexed(notes)
    used: set[int] = set()
    for row in _rows(round_):
        found = known.get((row.site_id, row.rule_id)) or by_words.get(row.about) or []
        used.update(found)
        own = [notes[at] for at in found]
        for note in (*(own[:1] or (None,)), *(note for note in own[1:] if note.touched)):
            _write(sheet, row.given, _typed(note, due), (row.site_id, row.rule_id, due), note, extra)
    sheet.choices(first, _FIRST_CODE - 5, lists["kendala"], strict=False)
    sheet.choices(first, _FIRST_CODE - 1, lists["status"], strict=True)
    filled = sheet.here
    left = [note for n, note in enumerate(notes) if n not in used and note.touched]
    if left:
        sheet.gap()
        sheet.row(lists["lama"])
        for note in left:
            typed = [note.typed.get(name, "") for name in TYPED]
            _write(sheet, note.given, typed, (note.site_id, note.rule_id, note.due), note, extra)
    sheet.finish(freeze=first, columns=1, filtered=filled)


def _rows(round_: Round) -> Iterator[_Row]:
    """The obstacle of an office without a rank first, then its red flags, then what is open, most points first."""
    for s in round_.standings:
        gains = {x.rule_id: x.gain for x in fix_list(s.card, round_.pack)}
        if not s.card.rankable:
            reason, advice = state_sentence(s.card)
            yield _row(s, _OBSTACLE, f"{reason}. {advice}", "Belum dapat dinilai", None)
        shown = round_.public[s.card.site.id]
        open_findings = [f for f in shown if group_of(f, round_.rules.get(f.rule_id)) in ("lengkapi", "perbarui")]
        flags = [f for f in shown if f.red_flag]
        for f in (*flags, *sorted(open_findings, key=lambda f: -gains.get(f.rule_id, 0))):
            gain = None if f.red_flag else points(gains.get(f.rule_id, 0))
            yield _row(s, f.rule_id, f.title, outcome_word(f.word).label, gain)


def _row(s: Standing, rule_id: str, title: str, outcome: str, gain: float | None) -> _Row:
    site = s.card.site
    return _Row(site.id, rule_id, (cell(site.name), cell(site.area), cell(title, 300), outcome, gain))


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


def _typed(note: Note | None, due: date | None) -> list[Cell | None]:
    """The cells for typing: as they were; a deadline that nobody had changed follows the settings."""
    if note is None:
        return ["", "", "", due, words("buku_kerja")["status"][0]]
    cells: list[Cell | None] = [note.typed.get(name, "") for name in TYPED]
    if cells[TYPED.index(DUE)] == note.due:
        cells[TYPED.index(DUE)] = due
    return cells


def _write(
    sheet: Sheet,
    given: Iterable[Cell | None],
    typed: Sequence[Cell | None],
    codes: tuple[object, ...],
    note: Note | None,
    extra: Sequence[str],
) -> None:
    told = [points(value) if isinstance(value, float) else value for value in given]
    more = [note.extra.get(name, "") if note is not None else "" for name in extra]
    after = _FIRST_CODE + len(CODES)
    editable = {*range(len(GIVEN), _FIRST_CODE), *range(after, after + len(extra))}
    sheet.row(*told, *typed, *codes, *more, editable=editable)

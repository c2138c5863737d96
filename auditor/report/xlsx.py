"""``rekap.xlsx``: the round in Excel, with a sheet to map obstacles and follow-up at the rakor.

Every text is written as text (never as a formula or link) and defused like the CSV, so that copying a cell is safe too.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from itertools import count as numbers
from pathlib import Path
from typing import Any

import xlsxwriter

from auditor.fixes import fix_list, outlook, province_fixes
from auditor.inputs.config import Config
from auditor.model import Outcome
from auditor.quantities import plain
from auditor.report.csv import cell
from auditor.report.figures import Round, category_score, period
from auditor.report.followup import SEAL, SHEET, Note, Unmergeable, digest, earlier_notes
from auditor.report.looks import looked_again
from auditor.report.newsplots import weeks
from auditor.report.objected import waiting_text
from auditor.report.senders import senders
from auditor.report.summary import opened_on, recap_title, summary_sentence
from auditor.report.wording import in_one_line, outcome_word, outcome_words, round_name, state_sentence, words
from auditor.report.writing import part_name, write_bytes
from auditor.report.xlsxcorrections import fill_corrections
from auditor.report.xlsxfollowup import fill_follow_up
from auditor.report.xlsxmoves import fill_movement
from auditor.report.xlsxpromises import fill_obstacles, fill_promises
from auditor.report.xlsxsheet import Sheet, cell_formats, points
from auditor.score import rounded

_FIXES_PER_OFFICE = 10
_OF_ALL = ("Ringkasan", "Peringkat", "Metode")
_TRIES = 3


def write_xlsx(folder: Path, round_: Round, config: Config, tell: Callable[[str], None] = lambda _: None) -> list[Path]:
    """The written ``rekap.xlsx``, with what people typed into the one that lay there.

    Where that one cannot be read, is open, or holds more of theirs than the sheet for follow-up can carry over, the
    workbook is written beside it under another name, and ``tell`` is given a sentence that says so.
    """
    path = folder / part_name("rekap.xlsx", round_.part)
    return _kept(path, SHEETS, lambda notes: _workbook(path.name, round_, config, notes), tell)


def write_obstacle_sheet(
    path: Path, round_: Round, area: str, config: Config, tell: Callable[[str], None] = lambda _: None
) -> list[Path]:
    """The written workbook in which the offices of one wilayah fill in their obstacles; kept as ``write_xlsx`` does."""
    return _kept(path, {SHEET}, lambda notes: _obstacle_sheet(path.name, round_, area, config, notes), tell)


def _kept(
    path: Path, ours: Collection[str], make: Callable[[Sequence[Note]], bytes], tell: Callable[[str], None]
) -> list[Path]:
    for _ in range(_TRIES):
        seen = _stamp(path)
        try:
            made = make(earlier_notes(path, ours))
            if _stamp(path) != seen:
                continue  # saved by a person while we were writing
            return [write_bytes(path, made)]
        except Unmergeable as stop:
            reason = stop.reason
        except PermissionError:
            reason = "terbuka"
        break
    else:
        reason = "terbuka"
    beside = next(p for n in numbers(2) if not (p := path.with_stem(f"{path.stem}-{n}")).exists())
    tell(str(words("buku_kerja")["samping"][reason]).format(nama=path.name, lain=beside.name))
    return [write_bytes(beside, make(()))]


def _stamp(path: Path) -> tuple[int, int] | None:
    return (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None


def follow_up_book(round_: Round, config: Config) -> bytes:
    """A workbook with the sheet "Tindak Lanjut" alone, to be filled in and given back."""
    return _obstacle_sheet("tindak-lanjut.xlsx", round_, "", config, ())


def _book(round_: Round, title: str) -> tuple[io.BytesIO, Any, dict[str, Any]]:
    """(where it is written, the workbook, its formats)"""
    buffer = io.BytesIO()
    _, last = period(round_.cards)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(buffer, options)
    created = {"created": (last or datetime(2000, 1, 1, tzinfo=UTC)).replace(tzinfo=None)}
    book.set_properties({"title": title, "subject": round_name(round_.round_id), "author": "KIP Auditor", **created})
    return buffer, book, cell_formats(book)


def _obstacle_sheet(name: str, round_: Round, area: str, config: Config, notes: Sequence[Note]) -> bytes:
    buffer, book, formats = _book(round_, f"{SHEET} {area}".strip())
    sheet = Sheet(book.add_worksheet(SHEET), formats, f"{area or SHEET} · {round_name(round_.round_id)}")
    fill_follow_up(sheet, round_, config, notes, name, area)
    book.set_custom_property(SEAL, digest({}), "text")
    book.close()
    return buffer.getvalue()


def _workbook(file: str, round_: Round, config: Config, notes: Sequence[Note]) -> bytes:
    buffer, book, formats = _book(round_, recap_title(round_))
    said = {}
    for name, fill in _FILL.items():
        if not _has(round_, name):
            continue
        sheet = Sheet(book.add_worksheet(name), formats, f"{name} · {round_name(round_.round_id)}")
        if name == SHEET:
            fill_follow_up(sheet, round_, config, notes, file)
        else:
            fill(sheet, round_, config)
            said[name] = sheet.said
    book.set_custom_property(SEAL, digest(said), "text")
    book.close()
    return buffer.getvalue()


def _has(round_: Round, name: str) -> bool:
    """Whether there is anything to write on a sheet; what is looked up by office stands in its province's workbook."""
    if round_.whole_country and name not in _OF_ALL:
        return False
    if name == "Koreksi":
        return any(card.corrections for card in (*round_.cards, *round_.unlisted))
    there = {"Pergerakan": round_.previous, "Janji": round_.promises, "Kendala": round_.obstacles}
    return bool(there.get(name, True))


def _summary(sheet: Sheet, round_: Round, config: Config) -> None:
    sheet.widths(34, 16, 60)
    sheet.title(
        recap_title(round_),
        f"{round_name(round_.round_id)}{', situs dibuka ' + opened_on(round_) if opened_on(round_) else ''}",
    )
    sheet.paragraph(summary_sentence(round_), 2)
    sheet.heading("Angka", "Nilai", "Keterangan")
    sheet.row("Kantor", len(round_.offices), "tanpa situs Kanwil")
    sheet.row("Dapat dinilai", len(round_.ranked), "cakupan pemeriksaan mencukupi")
    sheet.row("Belum dapat dinilai", len(round_.unranked), f"{round_.unregistered} belum mendaftarkan situs")
    sheet.row("Skor tengah", _number(round_.whole.score), "kantor yang dapat dinilai")
    sheet.row("Bendera merah", len(round_.flags), "di luar skor")
    if round_.previous:
        sheet.row(
            "Naik / turun / tetap",
            f"{len(round_.risers)} / {len(round_.fallers)} / {round_.steady}",
            f"dibanding {round_name(round_.previous[0].round)}",
        )
    sheet.gap()
    sheet.heading("Simulasi kategori", "Kantor", "")
    for name, count in round_.bands:
        sheet.row(name, count, "")
    sheet.gap()
    country = round_.whole_country
    sheet.heading("Provinsi" if country else "Wilayah", "Skor tengah", "Kantor")
    for name in round_.provinces if country else round_.areas:
        scope = round_.scope(province=name) if country else round_.scope(area=name)
        sheet.row(cell(name), _number(scope.score), f"{scope.ranked} dari {scope.offices} dapat dinilai")
    sheet.finish(freeze=0)


def _ranking(sheet: Sheet, round_: Round, config: Config) -> None:
    head = [
        "Peringkat",
        "Kantor",
        *(["Provinsi"] if len(round_.provinces) > 1 else []),
        "Wilayah",
        "Skor",
        "Skor min",
        "Skor maks",
        "Simulasi kategori",
        "Cakupan %",
        "Skor wajib",
    ]
    head += [*round_.categories, "Peringkat wilayah", "Selisih", "Keadaan situs", "Koreksi", "Keterangan"]
    country = len(round_.provinces) > 1  # where a place is one within its province
    sheet.widths(10, 40, *[24] * country, 28, 8, 9, 9, 20, 10, 10, *[11] * len(round_.categories), 10, 9, 20, 9, 50)
    first = sheet.heading(*head)
    for s in (*round_.standings, *(round_.standing(c) for c in (*round_.kanwil, *round_.unlisted))):
        c = s.card
        reason = "" if c.rankable else state_sentence(c)[0]
        note = "Situs Kanwil tidak diberi peringkat" if c in round_.kanwil else reason
        note = note if c.listed else "Tidak ada lagi pada daftar situs; tidak diberi peringkat"
        again = looked_again(c)
        told = [note, again.short if again is not None else "", waiting_text(s.waiting)]
        note = "; ".join(part for part in told if part)
        sheet.row(
            s.place,
            cell(c.site.name),
            *([cell(c.site.province)] if country else []),
            cell(c.site.area),
            _number(s.score),
            float(rounded(c.low)),
            float(rounded(c.high)),
            c.band or "",
            float(rounded(c.coverage * 100)),
            _number(rounded(c.required_score) if c.required_score is not None else None),
            *(_number(category_score(c, k)) for k in round_.categories),
            s.area_place,
            _number(s.change),
            words("keadaan")[c.status.state.value],
            s.corrected or None,
            cell(note),
        )
    sheet.bars(first, 3 + country)
    sheet.shades(first, 9 + country, 8 + country + len(round_.categories))
    sheet.finish(freeze=first, columns=2, filtered=True)


def _matrix(sheet: Sheet, round_: Round, config: Config) -> None:
    rules = [r for r in round_.pack.rules if r.weight > 0]
    sheet.widths(38, *[5] * len(rules))
    graded = [w for w in outcome_words() if w.value not in (Outcome.DETECTED, Outcome.UNDETECTED)]
    sheet.note("  ".join(f"{w.sign} {w.label}" for w in graded))
    first = sheet.heading("Kantor", *(r.title for r in rules), slanted=True)
    for s in (*round_.standings, *(round_.standing(c) for c in round_.kanwil)):
        if s.card.status.readable:
            found = {f.rule_id: outcome_word(f.word).sign for f in s.card.findings}
            sheet.row(cell(s.card.site.name), *(found.get(r.id, "") for r in rules), centred=True)
        else:  # one reason, not a question mark for every indicator
            sheet.row(cell(s.card.site.name), cell(state_sentence(s.card)[0]))
    sheet.outcomes(first, 1, len(rules))
    sheet.finish(freeze=first, columns=1)


def _findings(sheet: Sheet, round_: Round, config: Config) -> None:
    head = (
        "Kantor",
        "Wilayah",
        "Kode",
        "Indikator",
        "Kategori",
        "Wajib",
        "Bobot",
        "Hasil",
        "Poin",
        "Nilai",
        "Bukti",
        "Kutipan",
        "Paling dekat",
        "Catatan",
        "Cara memperbaiki",
        "Keyakinan",
        "Ditetapkan oleh",
    )
    sheet.widths(36, 26, 24, 36, 22, 7, 7, 19, 7, 7, 44, 44, 40, 44, 50, 11, 16)
    first = sheet.heading(*head)
    for card in round_.cards:
        for f in round_.public[card.site.id]:
            rule = round_.rules.get(f.rule_id)
            proof = f.evidence[0] if f.evidence else None
            counted = f.outcome.counted
            sheet.row(
                cell(card.site.name),
                cell(card.site.area),
                f.rule_id,
                cell(f.title, 160),
                f.category,
                "ya" if f.required else "tidak",
                f.weight,
                outcome_word(f.word).label,
                points(f.points) if counted else None,
                points(f.earned) if counted else None,
                cell(proof.url, 500) if proof else "",
                cell(proof.quote, 300) if proof else "",
                cell(f.nearest.url, 500) if f.nearest else "",
                cell(f.note, 400),
                cell(in_one_line(rule.how_to_fix), 600) if rule and f.points < 1 and counted else "",
                f.confidence.value,
                cell(f.decided_by, 60),
            )
    sheet.finish(freeze=first, columns=1, filtered=True)


def _priorities(sheet: Sheet, round_: Round, config: Config) -> None:
    sheet.widths(36, 9, 44, 12, 14, 16, 60)
    sheet.paragraph(
        words("buku_kerja")["prioritas"],
        6,
    )
    first = sheet.heading(
        "Kantor", "Urutan", "Langkah", "Tambahan", "Waktu (menit)", "Skor perkiraan", "Cara memperbaiki"
    )
    for f in province_fixes(round_.cards, round_.pack)[:_FIXES_PER_OFFICE]:
        sheet.row(
            "Seluruh kantor (rata-rata)",
            None,
            f"{f.title} ({f.offices} kantor naik)",
            points(f.gain),
            f.effort,
            None,
            cell(in_one_line(f.how), 600),
        )
    for s in round_.standings:
        reason, remedy = state_sentence(s.card)
        if reason:
            sheet.row(cell(s.card.site.name), None, words("kartu")["belum"], None, None, None, f"{reason}. {remedy}")
        fixes = fix_list(s.card, round_.pack)[:_FIXES_PER_OFFICE]
        after = {o.fixes: o.score for o in outlook(s.card, fixes, round_.pack, range(1, len(fixes) + 1))}
        for i, x in enumerate(fixes, 1):
            score = float(rounded(after[i])) if i in after else None
            sheet.row(
                cell(s.card.site.name),
                i,
                cell(x.title, 160),
                points(x.gain),
                x.effort,
                score,
                cell(in_one_line(x.how), 600),
            )
    sheet.finish(freeze=first, columns=1, filtered=True)


def _news(sheet: Sheet, round_: Round, config: Config) -> None:
    count = max((len(c.news.weekly) for c in round_.cards), default=0)
    sent = {row.card.site.id: row.total for table in senders(round_) for row in table.rows if row.card is not None}
    sheet.widths(38, 28, 14, 12, 12, *[5] * count, *([16] if sent else []))
    sheet.note(words("berita")["legenda_lembar"])
    first = sheet.heading(
        "Kantor",
        "Wilayah",
        "Berita terakhir",
        "Umur (hari)",
        "30 hari",
        *(f"P-{count - 1 - i}" for i in range(count)),
        *(["Di situs Kanwil, triwulan ini"] if sent else []),
    )
    for s in (*round_.standings, *(round_.standing(c) for c in round_.kanwil)):
        n = s.card.news
        found = weeks(s.card)
        weekly = [None] * (count - len(found)) + [week.items if week.seen else "?" for week in found]
        told = (n.latest, n.age_days, n.last_30_days, *weekly, *([sent.get(s.card.site.id)] if sent else []))
        sheet.row(cell(s.card.site.name), cell(s.card.site.area), *told)
    sheet.shades(first, 5, 4 + count, top=None)
    sheet.finish(freeze=first, columns=1, filtered=True)


def _method(sheet: Sheet, round_: Round, config: Config) -> None:
    sheet.widths(26, 110)
    method = words("metode")
    info = round_.pack.info
    sheet.heading("Pokok", "Keterangan")
    floor = f"{plain(round_.pack.coverage_floor * 100)} %"
    for key in ("skor", "cakupan", "rentang", "simulasi", "temuan", "hukum"):
        sheet.row(key.capitalize(), method[key].replace("{lantai}", floor), wrapped=True)
    sheet.row(
        "Paket indikator",
        f"{info.name} versi {info.version}, profil {info.profile}, SHA-256 {info.sha256}",
        wrapped=True,
    )
    sheet.row("Sumber hukum", "; ".join(round_.pack.sources), wrapped=True)
    if config.contact:
        sheet.row("Kontak", cell(config.contact), wrapped=True)
    sheet.gap()
    sheet.heading("Hasil", "Artinya")
    for w in outcome_words():
        sheet.row(f"{w.sign} {w.label}", w.meaning, wrapped=True)
    sheet.finish(freeze=0)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


_FILL: Mapping[str, Callable[[Sheet, Round, Config], None]] = {
    "Ringkasan": _summary,
    "Peringkat": _ranking,
    "Matriks": _matrix,
    "Temuan": _findings,
    "Prioritas": _priorities,
    "Berita": _news,
    "Pergerakan": fill_movement,
    "Koreksi": fill_corrections,
    "Janji": fill_promises,
    "Kendala": fill_obstacles,
    SHEET: fill_follow_up,
    "Metode": _method,
}
SHEETS = frozenset(_FILL)

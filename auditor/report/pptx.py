"""``rekap.pptx``: eight to ten slides for the rakor (extra ``rakor``), with native tables and charts."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from pptx.util import Inches

from auditor.fixes import province_fixes, province_outlook
from auditor.inputs.config import Config
from auditor.quantities import duration, plain
from auditor.report.deck import GREEN, SOFT, Deck
from auditor.report.figures import Round
from auditor.report.summary import deadline, opened_on, recap_title, summary_sentence
from auditor.report.wording import clip, day, listing, number, round_name, signed, state_sentence, words
from auditor.report.writing import write_bytes

_ROWS = 10
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def write_slides(folder: Path, round_: Round, config: Config) -> list[Path]:
    """The written ``rekap.pptx``."""
    deck = Deck(clip(config.institution, 70) + (" · " if config.institution else "") + round_name(round_.round_id))
    _opening(deck, round_, config)
    _figures(deck, round_)
    if round_.ranked:
        _bands(deck, round_)
        _best(deck, round_)
        _categories(deck, round_)
    _gaps(deck, round_)
    _province(deck, round_)
    if round_.risers or round_.fallers:
        _movement(deck, round_)
    if round_.unranked:
        _unseen(deck, round_)
    _next(deck, round_, config)
    buffer = io.BytesIO()
    deck.deck.core_properties.title = recap_title(round_)
    deck.deck.core_properties.author = "KIP Auditor"
    deck.deck.save(buffer)
    return [write_bytes(folder / "rekap.pptx", _steady(buffer.getvalue()))]


def _opening(deck: Deck, round_: Round, config: Config) -> None:
    slide = deck.slide(recap_title(round_))
    head = slide.shapes.title
    head.top, head.height = Inches(2.1), Inches(1.8)
    deck.style(head.text_frame, 44, GREEN, bold=True)
    slide.shapes[1].top = Inches(4.0)
    told = round_name(round_.round_id) + (f"\nSitus dibuka {opened_on(round_)}" if opened_on(round_) else "")
    deck.text(slide, told, 0.7, 4.2, 11, 1.2, 24, SOFT)
    if config.institution:
        deck.text(slide, clip(config.institution, 90), 0.7, 0.6, 11, 0.5, 18, SOFT)


def _figures(deck: Deck, round_: Round) -> None:
    slide = deck.slide("Hasil dalam empat angka")
    deck.text(slide, summary_sentence(round_), 0.7, 1.6, 11.9, 1.6, 20)
    fresh = sum(c.news.age_days is not None and c.news.age_days <= 7 for c in round_.offices)
    deck.figure(slide, 0.7, str(len(round_.ranked)), "Dapat dinilai", f"dari {len(round_.offices)} kantor")
    deck.figure(slide, 3.75, number(round_.whole.score), "Skor tengah", "dari 100")
    deck.figure(slide, 6.8, str(fresh), "Berita ≤ 7 hari", f"dari {len(round_.offices)} kantor")
    deck.figure(slide, 9.85, str(len(round_.flags)), "Bendera merah", "di luar skor")


def _bands(deck: Deck, round_: Round) -> None:
    slide = deck.slide("Sebaran kantor menurut simulasi kategori")
    deck.chart(slide, "Kantor", [n for n, _ in round_.bands], [float(c) for _, c in round_.bands], "0")
    deck.text(slide, str(words("metode")["simulasi"]), 0.7, 6.6, 11.9, 0.35, 13, SOFT)


def _best(deck: Deck, round_: Round) -> None:
    slide = deck.slide("Sepuluh skor tertinggi" if len(round_.ranked) >= _ROWS else "Peringkat")
    country = len(round_.provinces) > 1  # where a place is one within its province
    best = sorted(round_.ranked, key=lambda s: (-(s.score or 0), s.card.site.name)) if country else round_.ranked
    rows = [
        (
            str(1 + sum((other.score or 0) > (s.score or 0) for other in best[:n])) if country else str(s.place),
            clip(s.card.site.name, 55),
            clip(s.card.site.province if country else s.area, 34),
            number(s.score),
            f"{number(s.card.low)}–{number(s.card.high)}",
            s.card.band or "",
        )
        for n, s in enumerate(best[:_ROWS])
    ]
    deck.table(
        slide,
        ("No.", "Kantor", "Provinsi" if country else "Wilayah", "Skor", "Rentang", "Simulasi kategori"),
        rows,
        (0.6, 4.4, 2.9, 0.8, 1.3, 1.9),
        (0, 3),
    )


def _categories(deck: Deck, round_: Round) -> None:
    shown = [k for k in round_.categories if k in round_.whole.categories]
    slide = deck.slide("Skor tengah per kategori")
    deck.chart(slide, "Skor tengah", shown, [float(round_.whole.categories[k]) for k in shown], "0.0", 110)


def _gaps(deck: Deck, round_: Round) -> None:
    slide = deck.slide("Yang paling banyak belum dipenuhi")
    rows = [
        (clip(g.rule.title, 62), g.rule.category, f"{g.lacking} dari {g.checked}", plain(g.lost))
        for g in round_.gaps[:_ROWS]
        if g.lacking
    ]
    if rows:
        deck.table(slide, ("Indikator", "Kategori", "Belum ada", "Poin hilang"), rows, (5.9, 3.1, 1.5, 1.4), (2, 3))
    else:
        deck.text(slide, "Tidak ada indikator yang belum dipenuhi pada kantor yang dapat diperiksa.", 0.7, 2, 11, 1, 22)


def _province(deck: Deck, round_: Round) -> None:
    slide = deck.slide(str(words("pimpinan")["kerja_nasional" if len(round_.provinces) > 1 else "kerja"]))
    fixes = province_fixes(round_.cards, round_.pack)
    rows = [
        (str(i), clip(f.title, 62), str(f.offices), f"+{plain(f.gain)}", f"± {duration(f.effort)}")
        for i, f in enumerate(fixes[:7], 1)
    ]
    if not rows:
        deck.text(slide, "Belum ada kantor yang dapat dinilai.", 0.7, 2, 11, 1, 22)
        return
    deck.table(
        slide, ("No.", "Indikator", "Kantor", "Rata-rata", "Waktu per kantor"), rows, (0.7, 6.5, 1.2, 1.5, 2.0), (2, 3)
    )
    told = listing(
        [f"{s.fixes} langkah: {number(s.median)}" for s in province_outlook(round_.cards, fixes, round_.pack)]
    )
    if told:
        deck.text(
            slide, f"Skor tengah bila semua kantor menyelesaikan {told}.", 0.7, 5.9, 11.9, 0.8, 20, GREEN, bold=True
        )


def _movement(deck: Deck, round_: Round) -> None:
    slide = deck.slide(f"Pergerakan sejak {round_name(round_.previous[0].round)}")
    rows = [
        (clip(s.card.site.name, 60), number(s.before), number(s.score), signed(s.change))
        for s in (*round_.risers[:5], *reversed(round_.fallers[:4]))
    ]
    deck.table(slide, ("Kantor", "Dahulu", "Sekarang", "Selisih"), rows, (7.0, 1.6, 1.6, 1.7), (1, 2, 3))
    note = f"{len(round_.risers)} naik, {len(round_.fallers)} turun, {round_.steady} tetap."
    if round_.rules_changed:
        note += " Paket indikator berubah; sebagian selisih berasal dari perubahan indikator."
    deck.text(slide, note, 0.7, 6.3, 11.9, 0.5, 18, SOFT)


def _unseen(deck: Deck, round_: Round) -> None:
    slide = deck.slide("Belum dapat dinilai, dan mengapa")
    rows = [
        (clip(s.card.site.name, 50), clip(state_sentence(s.card)[0], 60), clip(state_sentence(s.card)[1], 95))
        for s in round_.unranked[:7]
    ]
    deck.table(slide, ("Kantor", "Sebab", "Saran"), rows, (3.6, 3.4, 4.9))
    rest = len(round_.unranked) - len(rows)
    deck.text(
        slide,
        "Kantor ini tidak diberi nilai nol." + (f" Dan {rest} kantor lain; lihat rekap." if rest > 0 else ""),
        0.7,
        6.5,
        11.9,
        0.4,
        15,
        SOFT,
    )


def _next(deck: Deck, round_: Round, config: Config) -> None:
    slide = deck.slide("Tindak lanjut")
    lines = [
        "1. Buka kartu skor kantor masing-masing; mulai dari lima langkah teratas.",
        "2. Isi lembar kendala: siapa mengerjakan, apa kendalanya, kapan selesai.",
        "3. Temuan yang kurang tepat? Tunjukkan halamannya; koreksi dicatat dengan alasan dan nama.",
        "4. Pertahankan irama berita: sedikitnya satu berita setiap pekan.",
    ]
    due = day(deadline(round_, config), "")
    deck.text(slide, "\n".join(lines), 0.7, 1.8, 11.9, 3.2, 24)
    if due:
        deck.text(slide, f"Tenggat: {due}", 0.7, 5.1, 11.9, 0.7, 30, GREEN, bold=True)
    if config.contact:
        deck.text(slide, f"Kontak: {clip(config.contact, 90)}", 0.7, 5.9, 11.9, 0.5, 18, SOFT)


def _steady(data: bytes) -> bytes:
    """The same file with fixed times inside, so that the same scorecards give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            fixed = zipfile.ZipInfo(item.filename, (2000, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            content = old.read(item.filename)
            if item.filename.endswith(".xlsx"):  # the numbers behind a chart
                content = _steady(content)
            elif item.filename == "docProps/core.xml":
                content = _TIME.sub(b"2000-01-01T00:00:00Z", content)
            new.writestr(fixed, content)
    return out.getvalue()

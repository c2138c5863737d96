"""A round, or one wilayah of it, as the plain data its printed pages are set from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from auditor.fixes import province_fixes, province_outlook
from auditor.inputs.config import Config
from auditor.quantities import plain
from auditor.report.charts import level
from auditor.report.figures import Round, Standing, category_score
from auditor.report.looks import looked_again
from auditor.report.objected import waiting_text
from auditor.report.summary import opened_on, recap_title, summary_sentence
from auditor.report.wording import (
    clip,
    corrections,
    gain,
    listing,
    number,
    outcome_words,
    percent,
    round_name,
    signed,
    state_sentence,
    words,
)
from auditor.rules.pack import Pack
from auditor.rules.schema import Rule

_GAPS = 12


def book_data(round_: Round, config: Config, cards: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """What reports/typst/buku.typ prints; ``cards`` is each office's page by site id."""
    title = f"Buku kartu skor {round_name(round_.round_id)}"
    return {
        "dokumen": title,
        "sampul": cover_data(round_, config, "Buku Kartu Skor", recap_title(round_)),
        "cara": how_to_read(round_),
        "legenda": [{"nilai": w.value, "tanda": w.sign, "label": w.label, "arti": w.meaning} for w in outcome_words()],
        "pita_arti": _band_rows(round_),
        "ringkas": summary_data(round_),
        "peringkat": [ranking_row(s, round_, s.place) for s in round_.ranked],
        "pergerakan": bool(round_.previous),
        "belum": [unranked_row(s) for s in round_.unranked],
        "kategori": list(round_.categories),
        "panas": heat_rows(round_, round_.standings, ("Skor tengah", round_.whole.categories)),
        "wilayah": [_area(area, round_, cards) for area in (*round_.areas, *_rest(round_))],
        "indikator": indicator_rows(round_.pack),
    }


def volumes(book: Mapping[str, Any], most: int) -> list[dict[str, Any]]:
    """The book, cut after wilayah into volumes of at most so many cards where it has more; the first tells of all.

    A wilayah with more cards than a volume goes on in the next.
    """
    cut: list[list[dict[str, Any]]] = [[]]
    room = most
    for chapter in book["wilayah"]:
        cards = chapter["kartu"]
        if cut[-1] and len(cards) > room:
            cut, room = [*cut, []], most
        cut[-1].append({**chapter, "kartu": cards[:room]})
        for start in range(room, len(cards), most):
            more = {**chapter, "nama": str(words("buku")["lanjutan"]).format(nama=chapter["nama"]), "kalimat": ""}
            cut.append([{**more, "peringkat": [], "belum": [], "kartu": cards[start : start + most]}])
            room = most
        room -= len(cut[-1][-1]["kartu"])
    return [{**book, **_volume(book, n, len(cut)), "wilayah": chapters} for n, chapters in enumerate(cut, 1)]


def _volume(book: Mapping[str, Any], number: int, of: int) -> dict[str, Any]:
    """What tells a volume from the others; the same as ever for a book of one."""
    if of == 1:
        return {"jilid": 1}
    title = str(words("buku")["jilid"]).format(judul=book["sampul"]["judul"], nomor=number, dari=of)
    return {
        "jilid": number,
        "dokumen": f"{book['dokumen']}, {number}/{of}",
        "sampul": {**book["sampul"], "judul": title},
    }


def cover_data(round_: Round, config: Config, title: str, subtitle: str) -> dict[str, Any]:
    """The cover page."""
    return {
        "logo": f"logo{config.logo.suffix.lower()}" if config.logo is not None else None,
        "kop": clip(config.institution, 90),
        "judul": title,
        "anak_judul": subtitle,
        "keterangan": round_name(round_.round_id)
        + (f", situs dibuka {opened_on(round_)}" if opened_on(round_) else ""),
        "catatan": f"{words('metode')['simulasi']} {pack_text(round_.pack)}",
    }


def pack_text(pack: Pack) -> str:
    """Which rules made the scores."""
    return f"Paket indikator {pack.info.name} {pack.info.version}, sidik jari {pack.info.sha256[:12]}."


def how_to_read(round_: Round) -> list[str]:
    """The paragraphs that explain the method."""
    method = words("metode")
    floor = f"{plain(round_.pack.coverage_floor * 100)} %"
    return [method[k].replace("{lantai}", floor) for k in ("skor", "cakupan", "rentang", "simulasi", "temuan", "hukum")]


def _band_rows(round_: Round) -> list[dict[str, Any]]:
    rows, upper = [], None
    for i, band in enumerate(round_.pack.bands):
        text = (
            f"{number(band.min)} ke atas" if upper is None else f"{number(band.min)} sampai kurang dari {number(upper)}"
        )
        rows.append({"huruf": band.name[0], "nama": band.name, "tingkat": max(1, 5 - i), "batas": text})
        upper = band.min
    return rows


def summary_data(round_: Round) -> dict[str, Any]:
    """The province in figures: counts, bands, gaps and what the Kanwil itself could mend first."""
    fixes = province_fixes(round_.cards, round_.pack)
    steps = province_outlook(round_.cards, fixes, round_.pack)
    told = listing([f"{s.fixes} langkah {number(s.median)}" for s in steps])
    most = max((n for _, n in round_.bands), default=0) or 1
    rows = zip(_band_rows(round_), round_.bands, strict=True)
    return {
        "judul": "Ringkasan",
        "kalimat": summary_sentence(round_),
        "angka": [
            {
                "nama": "Dapat dinilai",
                "nilai": str(len(round_.ranked)),
                "catatan": f"dari {len(round_.offices)} kantor",
            },
            {"nama": "Skor tengah", "nilai": number(round_.whole.score), "catatan": "dari 100"},
            {
                "nama": "Belum dapat dinilai",
                "nilai": str(len(round_.unranked)),
                "catatan": f"{round_.unregistered} belum mendaftarkan situs",
            },
            {"nama": "Bendera merah", "nilai": str(len(round_.flags)), "catatan": "lihat kartu skor"},
        ],
        "pita": [{**row, "jumlah": str(n), "bagian": 100 * n / most} for row, (_, n) in rows] if round_.ranked else [],
        "kekurangan": gap_rows(round_, _GAPS),
        "provinsi": [{"judul": clip(f.title, 90), "kantor": str(f.offices), "poin": gain(f.gain)} for f in fixes[:5]],
        "andai": f"Bila dikerjakan semua kantor, skor tengah menjadi: {told}." if told else "",
    }


def gap_rows(round_: Round, limit: int) -> list[dict[str, Any]]:
    """The indicators most offices lack."""
    return [
        {
            "judul": clip(g.rule.title, 80),
            "kategori": g.rule.category,
            "jumlah": f"{g.lacking} dari {g.checked}",
            "bagian": 100 * g.lacking / g.checked,
            "hilang": plain(g.lost),
        }
        for g in round_.gaps[:limit]
        if g.lacking
    ]


def ranking_row(s: Standing, round_: Round, place: int | None) -> dict[str, Any]:
    """One line of a ranking."""
    card = s.card
    return {
        "no": str(place or ""),
        "nama": clip(card.site.name, 90),
        "wilayah": clip(card.site.area, 60),
        "koreksi": _marks(s),
        "skor": number(s.score),
        "skor_n": round(card.score or 0, 2),
        "rendah": round(card.low, 2),
        "tinggi": round(card.high, 2),
        "rentang": f"{number(card.low)}–{number(card.high)}",
        "pita": card.band or "",
        "pita_huruf": (card.band or "?")[0],
        "tingkat": level(s.score, round_.pack.bands),
        "cakupan": percent(card.coverage),
        "selisih": signed(s.change),
    }


def _marks(s: Standing) -> str:
    """What people and a re-check had to do with a row: "2 koreksi (skor tanpa koreksi 60,1) · 1 keberatan menunggu"."""
    own = corrections(s.corrected)
    if own and s.uncorrected is not None:
        own += f" ({str(words('keberatan')['tanpa_koreksi']).lower()} {number(s.uncorrected)})"
    again = looked_again(s.card)
    return " · ".join(part for part in (own, waiting_text(s.waiting), again.short if again is not None else "") if part)


def unranked_row(s: Standing) -> dict[str, str]:
    """One line of the list of offices that could not be assessed."""
    reason, advice = state_sentence(s.card)
    return {
        "nama": " · ".join(part for part in (clip(s.card.site.name, 90), _marks(s)) if part),
        "sebab": reason,
        "saran": advice,
        "cakupan": percent(s.card.coverage),
    }


def heat_rows(
    round_: Round, standings: Iterable[Standing], first: tuple[str, Mapping[str, Decimal]]
) -> list[dict[str, Any]]:
    """Offices x categories, the medians on top; offices without any category are left out."""

    def cells(values: Sequence[Decimal | None]) -> list[dict[str, Any]]:
        return [{"nilai": number(v, "?"), "tingkat": level(v, round_.pack.bands)} for v in values]

    rows = [{"nama": first[0], "tebal": True, "isi": cells([first[1].get(k) for k in round_.categories])}]
    for s in standings:
        if s.card.categories:
            values = [category_score(s.card, k) for k in round_.categories]
            rows.append(
                {"nama": clip(s.card.site.name.removeprefix("Kankemenag "), 60), "tebal": False, "isi": cells(values)}
            )
    return rows


def _area(area: str, round_: Round, cards: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    ranked = sorted(
        (s for s in round_.ranked if s.area == area), key=lambda s: (s.area_place or s.place or 0, s.card.site.name)
    )
    unranked = [s for s in round_.unranked if s.area == area]
    extra = [round_.standing(c) for c in round_.kanwil] if not area else []
    return {
        "nama": clip(area, 70) or "Kantor di luar wilayah rakor",
        "kalimat": area_sentence(round_, area),
        "peringkat": [{**ranking_row(s, round_, s.area_place or s.place), "wilayah": ""} for s in ranked],
        "belum": [unranked_row(s) for s in unranked],
        "kartu": [{**cards[s.card.site.id], "semua": []} for s in (*ranked, *unranked, *extra)],
    }


def members_of(round_: Round, area: str) -> list[Standing]:
    """The offices of a wilayah by their place in it, those without one last."""
    members = (s for s in round_.standings if s.area == area)
    return sorted(members, key=lambda s: (s.area_place is None, s.area_place or 0, s.card.site.name))


def alone(round_: Round, members: Iterable[Standing]) -> Round:
    """The round as these offices alone make it."""
    return Round(round_.round_id, tuple(s.card for s in members), round_.pack, round_.previous)


def area_sentence(round_: Round, area: str) -> str:
    """A wilayah in one or two sentences."""
    scope = round_.scope(area=area)
    text = f"{scope.offices} kantor, {scope.ranked} dapat dinilai."
    if scope.score is not None:
        text += f" Skor tengah wilayah {number(scope.score)}; skor tengah seluruh kantor {number(round_.whole.score)}."
    return text


def _rest(round_: Round) -> tuple[str, ...]:
    """A last chapter for offices without a wilayah and for the Kanwil's own site, where there are any."""
    return ("",) if round_.kanwil or any(not c.site.area for c in round_.offices) else ()


def indicator_rows(pack: Pack) -> list[dict[str, Any]]:
    """The indicators by category: the table of the Buku Indikator."""
    marks = words("verifikasi_tanda")

    def row(rule: Rule) -> dict[str, str]:
        law = "; ".join(f"{b.source} {b.article}".strip() + f" {marks[b.verified]}" for b in rule.legal_basis)
        kind = ("wajib" if rule.required else "anjuran") if rule.weight > 0 else "tidak dinilai"
        return {"kode": rule.id, "judul": rule.title, "bobot": plain(rule.weight), "sifat": kind, "dasar": law}

    groups = []
    for name in pack.categories:
        rules = [r for r in pack.rules if r.category == name]
        if rules:
            groups.append({"nama": name, "bobot": plain(sum(r.weight for r in rules)), "isi": [row(r) for r in rules]})
    return groups

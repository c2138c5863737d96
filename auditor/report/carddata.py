"""One scorecard as the plain data its page is set from: strings ready to print, numbers only for lengths of bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from auditor.fixes import Fix, fix_list, next_band, outlook
from auditor.inputs.config import Config
from auditor.model import Outcome, Scorecard
from auditor.quantities import plain
from auditor.report.allfindings import all_findings
from auditor.report.charts import level
from auditor.report.figures import Round, Standing, category_score, shown_findings
from auditor.report.firststeps import asks_something, first_steps
from auditor.report.looks import look_sentence
from auditor.report.newsplots import rhythm_sentence, unseen_weeks, weeks
from auditor.report.objected import waiting_text
from auditor.report.promises import promise_counts
from auditor.report.summary import deadline
from auditor.report.wording import (
    OutcomeWord,
    age,
    clip,
    corrections,
    day,
    listing,
    moment,
    number,
    outcome_words,
    percent,
    round_name,
    short_day,
    signed,
    state_sentence,
    whole_sentences,
    words,
)  # fmt: skip
from auditor.rules.pack import Pack
from auditor.status import status_text

_FIXES = 5


def card_data(card: Scorecard, round_: Round, config: Config) -> dict[str, Any]:
    """What reports/typst/kartu.typ prints for one office."""
    standing = round_.standing(card)
    steps = first_steps(card, round_.pack, _FIXES)
    reason, advice = ("", "") if card.rankable else state_sentence(card)
    title = f"Kartu skor {clip(card.site.name, 80)}, {round_name(round_.round_id)}"
    return {
        "dokumen": title,
        "kop": clip(config.institution, 90) or "Kartu skor keterbukaan informasi situs web",
        "putaran": f"Kartu skor · {round_name(round_.round_id)}",
        "nama": clip(card.site.name, 120),
        "keterangan": _about(card),
        "skor": number(card.score) if card.score is not None else None,
        "skor_n": round(card.score, 2) if card.score is not None else 0,
        "rendah": round(card.low, 2),
        "tinggi": round(card.high, 2),
        "rentang_pendek": f"{number(card.low)}–{number(card.high)}",
        "rentang": _interval_text(card),
        "pita": card.band,
        "pita_huruf": (card.band or "?")[0],
        "tingkat": level(standing.score if card.rankable else None, round_.pack.bands),
        "sebab": reason,
        "saran": advice,
        "fakta": _facts(card, standing, round_),
        "kategori": _categories(card, round_),
        "berita": {"pekan": [w.items if w.seen else None for w in weeks(card)], "kalimat": _news(card)},
        "hasil": _outcomes(card),
        "langkah_judul": _steps_title(card, len(steps)),
        "langkah": [
            {
                "judul": clip(step.title, 90),
                "cara": step.how,
                "poin": step.gain,
                "waktu": f"± {step.effort}" if step.effort else "",
            }
            for step in steps
        ],
        "andai": outlook_text(card, fix_list(card, round_.pack), round_.pack),
        "bendera": [
            {"judul": clip(f.title, 80), "catatan": whole_sentences(f.note, 160)}
            for f in shown_findings(card, round_.pack)
            if f.red_flag
        ][:3],
        "tenggat": _due(card, round_, config),
        "kabar": _said_besides(card, standing, round_),
        "tak": unseen_text(card),
        "kecil": small_print(card, round_, config),
        "ttd": _signature(card, config),
        "semua": all_findings(card, round_.pack) if config.findings else [],
        "semua_judul": f"{words('kartu')['semua_temuan']} ({len(card.findings)})",
        "semua_arti": words("kartu")["semua_temuan_arti"],
    }  # fmt: skip


def _steps_title(card: Scorecard, count: int) -> str:
    told = words("kartu")
    return str(told["langkah"]).format(jumlah=count) if card.rankable else str(told["langkah_pertama"])


def _due(card: Scorecard, round_: Round, config: Config) -> str:
    """The deadline as a sentence; "" where none is set, and for a card that asks for nothing."""
    due = deadline(round_, config) if asks_something(card, round_.pack) else None
    return str(words("kartu")["tenggat"]).format(tanggal=day(due)) if due else ""


def _said_besides(card: Scorecard, standing: Standing, round_: Round) -> list[str]:
    """What else the office should know: a re-check, objections that wait, what became of its promises."""
    said = [look_sentence(card)]
    if standing.waiting:
        said.append(str(words("keberatan")["kalimat"]).format(jumlah=waiting_text(standing.waiting)))
    own = tuple(p for p in round_.promises if p.card.site.id == card.site.id)
    if own:
        counted = "; ".join(f"{name} {count}" for name, count in promise_counts(own))
        said.append(f"{words('janji')['judul']}: {counted}.")
    return [text for text in said if text]


def _interval_text(card: Scorecard) -> str:
    if card.rankable:
        return f"Rentang {number(card.low)}–{number(card.high)} menurut apa yang belum dapat diperiksa"
    return f"Skor dari bagian yang terlihat saja: {number(card.score)}"


def _about(card: Scorecard) -> str:
    parts = [
        clip(card.site.url, 70) or "alamat situs belum didaftarkan",
        clip(card.site.area, 60),
        clip(card.site.province, 40),
    ]
    return " · ".join(p for p in parts if p)


def _facts(card: Scorecard, standing: Standing, round_: Round) -> list[dict[str, str]]:
    facts: list[tuple[str, str, str]] = []
    if standing.place:
        facts.append(("Peringkat provinsi", str(standing.place), f"dari {standing.places}"))
    if standing.area_place:
        facts.append(("Peringkat wilayah", str(standing.area_place), f"dari {standing.area_places}"))
    facts.append(("Cakupan pemeriksaan", percent(card.coverage), ""))
    if card.required_score is not None:
        facts.append(("Skor indikator wajib", number(card.required_score), ""))
    if standing.change is not None:
        then = round_name(round_.previous[0].round).replace("Triwulan", "Triw.")
        facts.append((f"Dibanding {then}", signed(standing.change), f"dari {number(standing.before)}"))
    if standing.corrected:
        facts.append(("Ditetapkan orang", corrections(standing.corrected), "lihat catatan temuan"))
    if standing.uncorrected is not None:
        facts.append((str(words("keberatan")["tanpa_koreksi"]), number(standing.uncorrected), ""))
    if card.news.latest is not None:
        facts.append(("Berita terakhir", short_day(card.news.latest), age(card.news.age_days)))
    if card.news.last_30_days is not None:
        facts.append(("Berita 30 hari", str(card.news.last_30_days), ""))
    return [{"nama": name, "nilai": value, "catatan": note} for name, value, note in facts]


def _categories(card: Scorecard, round_: Round) -> list[dict[str, Any]]:
    area = round_.scope(province=card.site.province, area=card.site.area) if card.site.area else None
    province = round_.scope(province=card.site.province)
    rows = []
    for name in round_.categories:
        row: dict[str, Any] = {"nama": name}
        values: dict[str, Decimal | None] = {
            "skor": category_score(card, name),
            "wilayah": area.categories.get(name) if area else None,
            "provinsi": province.categories.get(name),
        }
        for key, value in values.items():
            row[key] = number(value, "?" if key == "skor" else "–")
            row[f"{key}_n"] = float(value) if value is not None else None
        rows.append(row)
    return rows


def _news(card: Scorecard) -> str:
    latest = f"Berita terakhir {day(card.news.latest)} ({age(card.news.age_days)}). " if card.news.latest else ""
    found = weeks(card)
    legend = f" {words('berita')['legenda_tak_terlihat']}" if unseen_weeks(found) else ""
    return latest + rhythm_sentence(found) + legend


def outcome_counts(card: Scorecard) -> list[tuple[OutcomeWord, int]]:
    """(word, indicators) of the weighted indicators, in the order of the legend; empty ones left out."""
    counts = Counter(f.word for f in card.findings if f.weight > 0)
    return [(word, counts[word.value]) for word in outcome_words() if counts[word.value]]


def _outcomes(card: Scorecard) -> list[dict[str, Any]]:
    return [{"nilai": w.value, "tanda": w.sign, "label": w.label, "jumlah": n} for w, n in outcome_counts(card)]


def outlook_text(card: Scorecard, fixes: Sequence[Fix], pack: Pack) -> str:
    """What the first 1, 3 and 5 fixes would make of the score; "" for a card without a band."""
    steps = outlook(card, fixes, pack) if card.rankable else ()
    if not steps:
        return ""
    told = [f"{number(s.score)} ({s.band}) setelah {s.fixes} langkah" for s in steps]
    text = f"Perkiraan skor: {listing(told)}."
    climb = next_band(card, fixes, pack)
    if climb is not None and climb.fixes not in {s.fixes for s in steps if s.band == climb.band}:
        text += f" Kategori naik menjadi {climb.band} setelah {climb.fixes} langkah."
    return text


def unseen_text(card: Scorecard) -> str:
    """How much could not be checked and why, in one or two sentences."""
    if card.started_at is None:
        return "Situs tidak dibuka pada putaran ini."
    unseen = sum(f.outcome is Outcome.UNCHECKED and f.weight > 0 for f in card.findings)
    text = (
        f"{unseen} indikator tidak dapat diperiksa dan tidak memengaruhi skor. "
        if unseen
        else "Semua indikator dapat diperiksa. "
    )
    text += f"Dibuka {card.pages_opened} halaman dan {card.documents_opened} dokumen, {moment(card.started_at)}."
    if card.not_opened:
        reasons = [f"{status_text(status).inline} ({n})" for status, n in card.not_opened[:4]]
        text += f" Alamat yang tidak dibuka: {listing(reasons)}."
    return text


def small_print(card: Scorecard, round_: Round, config: Config) -> str:
    """Method, law and pack in a few lines."""
    method = words("metode")
    floor = f"{plain(round_.pack.coverage_floor * 100)} %"
    info = card.pack
    parts = [
        method["skor"],
        method["cakupan"].replace("{lantai}", floor),
        method["simulasi"],
        method["temuan"],
        method["hukum"],
    ]
    parts.append(f"Paket indikator {info.name} {info.version}, profil “{info.profile}”, sidik jari {info.sha256[:12]}.")
    if config.contact:
        parts.append(f"Pertanyaan dan keberatan: {clip(config.contact, 80)}.")
    return " ".join(parts)


def _signature(card: Scorecard, config: Config) -> dict[str, str] | None:
    if not config.signer_name:
        return None
    date = day(card.finished_at, "")
    return {
        "tempat": ", ".join(p for p in (clip(config.city, 40), date) if p),
        "jabatan": clip(config.signer_title, 80),
        "nama": clip(config.signer_name, 80),
        "nip": f"NIP {config.signer_nip}" if config.signer_nip else "",
    }

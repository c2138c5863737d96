"""Text for WhatsApp: one message per office and one for the group, at most 1,000 characters. Nothing is sent."""

from __future__ import annotations

from pathlib import Path

from auditor.fixes import fix_list
from auditor.inputs.config import Config
from auditor.model import Scorecard
from auditor.report.figures import Round
from auditor.report.summary import deadline
from auditor.report.wording import age, clip, day, duration, number, plain, round_name, signed, state_sentence
from auditor.report.writing import card_file, write_text

LIMIT = 1000


def office_message(card: Scorecard, round_: Round, config: Config) -> str:
    """The message for one office: its standing, three first steps, the deadline."""
    standing = round_.standing(card)
    name = clip(card.site.name, 80)
    lines = [f"Yth. Kepala Subbagian Tata Usaha dan pengelola situs {name}", ""]
    lines.append(f"Berikut hasil audit keterbukaan informasi situs web, {round_name(round_.round_id)}:")
    if card.rankable:
        lines.append(f"• Skor {number(card.score)} (simulasi kategori: {card.band})")
        if standing.place:
            place = f"• Peringkat {standing.place} dari {standing.places} di provinsi"
            if standing.area_place:
                place += f", {standing.area_place} dari {standing.area_places} di wilayah"
            lines.append(place)
        if standing.change is not None:
            lines.append(f"• Selisih dari putaran lalu: {signed(standing.change)}")
    else:
        reason, advice = state_sentence(card)
        lines.append(f"• Belum dapat dinilai: {clip(reason, 160)}.")
        if advice:
            lines.append(f"• Saran: {clip(advice, 180)}")
    if card.news.age_days is not None:
        lines.append(f"• Berita terakhir: {age(card.news.age_days)}")
    if card.red_flags:
        lines.append(f"• Mohon segera ditangani: {len(card.red_flags)} bendera merah (lihat kartu skor)")
    fixes = fix_list(card, round_.pack)[:3]
    if fixes:
        lines += ["", "Langkah pertama yang disarankan:"]
        lines += [
            f"{i}. {clip(f.title, 70)} (+{plain(f.gain)} poin, ± {duration(f.effort)})" for i, f in enumerate(fixes, 1)
        ]
    lines += ["", *_closing(round_, config)]
    return _fitted(lines)


def group_message(round_: Round, config: Config) -> str:
    """The message for the group: the round in figures, without naming who is last."""
    lines = [f"Assalamualaikum. Hasil audit keterbukaan informasi situs web, {round_name(round_.round_id)}:", ""]
    lines.append(f"• Dapat dinilai: {len(round_.ranked)} dari {len(round_.offices)} kantor")
    if round_.ranked:
        lines.append(f"• Skor tengah (median): {number(round_.whole.score)}")
        lines += [f"• {name}: {count} kantor" for name, count in round_.bands if count]
        lines += ["", "Tiga teratas:"]
        lines += [f"{s.place}. {clip(s.card.site.name, 60)} ({number(s.score)})" for s in round_.ranked[:3]]
    if round_.risers:
        lines.append(
            f"Kenaikan terbesar: {clip(round_.risers[0].card.site.name, 60)} ({signed(round_.risers[0].change)})"
        )
    if round_.gaps and round_.gaps[0].lacking:
        gap = round_.gaps[0]
        lines += [
            "",
            f"Yang paling banyak belum ada: {clip(gap.rule.title, 70)} ({gap.lacking} dari {gap.checked} kantor).",
        ]
    if round_.unranked:
        lines.append(f"{len(round_.unranked)} kantor belum dapat dinilai; mohon melihat saran pada kartu skor.")
    lines += ["", *_closing(round_, config)]
    return _fitted(lines)


def _closing(round_: Round, config: Config) -> list[str]:
    due = deadline(round_, config)
    lines = [f"Mohon ditindaklanjuti paling lambat {day(due)}." if due else "Mohon ditindaklanjuti."]
    lines.append(
        "Bila ada temuan yang kurang tepat, mohon disampaikan agar diperiksa ulang."
        + (f" Kontak: {clip(config.contact, 80)}." if config.contact else "")
    )
    lines.append("Terima kasih." + (f"\n{clip(config.institution, 90)}" if config.institution else ""))
    return lines


def _fitted(lines: list[str]) -> str:
    """The lines as one message; were it too long, its longest lines are cut first."""
    lines = list(lines)
    limit = 200
    while len("\n".join(lines)) + 1 > LIMIT and limit > 40:
        limit -= 10
        lines = [clip(line, limit) if len(line) > limit else line for line in lines]
    return "\n".join(lines)[: LIMIT - 1] + "\n"


def write_whatsapp(folder: Path, round_: Round, config: Config) -> list[Path]:
    """The written ``wa/<id>.txt`` and ``wa/_grup.txt``."""
    written = [
        write_text(folder / "wa" / f"{card_file(c.site.id)}.txt", office_message(c, round_, config))
        for c in round_.offices
    ]
    return [*written, write_text(folder / "wa" / "_grup.txt", group_message(round_, config))]

"""Text for WhatsApp: one message per office and one for the group, at most 1,000 characters. Nothing is sent."""

from __future__ import annotations

from pathlib import Path

from auditor.inputs.config import Config
from auditor.model import Scorecard
from auditor.report.figures import Round
from auditor.report.firststeps import FirstStep, asks_something, first_steps
from auditor.report.looks import looked_again
from auditor.report.objected import waiting_text
from auditor.report.summary import deadline, gap_sentence, together
from auditor.report.wording import age, clip, day, number, round_name, signed, state_sentence, words
from auditor.report.writing import card_file, write_text

LIMIT = 1000
GROUP = "_grup"  # no office's id
_BEST = 5  # offices named among the first three, where places are shared


def office_message(card: Scorecard, round_: Round, config: Config) -> str:
    """The message for one office: red flags and the deadline, its standing or what is in its way, three first steps."""
    lines = [f"Yth. Kepala Subbagian Tata Usaha dan pengelola situs {clip(card.site.name, 80)}", ""]
    lines += [
        f"Mohon segera ditangani, bendera merah: {clip(f.title.removeprefix('Bendera merah: '), 80)}."
        for f in card.red_flags
    ]
    lines += [*_due(round_, config), ""] if asks_something(card, round_.pack) else [""] if card.red_flags else []
    lines += [f"Hasil audit keterbukaan informasi situs web, {round_name(round_.round_id)}:"]
    lines += _standing(card, round_)
    if card.news.age_days is not None:
        lines.append(f"• Berita terakhir: {age(card.news.age_days)}")
    steps = first_steps(card, round_.pack, 3)
    if steps:
        lines += ["", "Langkah pertama yang disarankan:"]
        lines += [f"{i}. {_step(step)}" for i, step in enumerate(steps, 1)]
    lines += ["", *_closing(config, thanked=card.rankable)]
    return _fitted(lines)


def _standing(card: Scorecard, round_: Round) -> list[str]:
    standing = round_.standing(card)
    if not card.rankable:
        return [f"• Belum dapat dinilai: {state_sentence(card)[0]}.", *_besides(card, round_)]
    lines = []
    if standing.place:
        place = f"• Peringkat {standing.place} dari {standing.places} di provinsi"
        if standing.area_place:
            place += f", {standing.area_place} dari {standing.area_places} di wilayah"
        lines.append(place)
    lines.append(f"• Skor {number(card.score)} (simulasi kategori: {card.band})")
    if standing.change is not None:
        lines.append(f"• Selisih dari putaran lalu: {signed(standing.change)}")
    if standing.corrected:
        lines.append(f"• {standing.corrected} hasil ditetapkan orang melalui koreksi")
    return [*lines, *_besides(card, round_)]


def _besides(card: Scorecard, round_: Round) -> list[str]:
    """A re-check and objections that wait, a line each."""
    again, waiting = looked_again(card), round_.standing(card).waiting
    lines = [f"• {again.short[:1].upper()}{again.short[1:]}"] if again is not None and again.short else []
    return [*lines, *([f"• {waiting_text(waiting)} keputusan Kanwil"] if waiting else [])]


def _step(step: FirstStep) -> str:
    if not step.gain:
        return f"{step.title}: {step.how}"
    return f"{clip(step.title, 80)} ({step.gain} poin, ± {step.effort})"


def group_message(round_: Round, config: Config) -> str:
    """The message for the group: the round in figures, without naming who is last."""
    lines = ["Assalamualaikum.", *_flagged(round_), *_due(round_, config), ""]
    lines.append(f"Hasil audit keterbukaan informasi situs web, {round_name(round_.round_id)}:")
    lines.append(f"• Dapat dinilai: {len(round_.ranked)} dari {len(round_.offices)} kantor")
    if round_.ranked:
        lines.append(f"• Skor tengah (median): {number(round_.whole.score)}")
        lines += [f"• {name}: {count} kantor" for name, count in round_.bands if count]
        lines += [] if round_.whole_country else _best(round_)  # places are those in a province
    if round_.risers:
        up = round_.risers
        lines.append(
            f"Kenaikan terbesar: {together([s for s in up if s.change == up[0].change])} ({signed(up[0].change)})"
        )
    lines += ["", sentence] if (sentence := gap_sentence(round_)) else []
    if round_.unranked:
        lines.append(f"{len(round_.unranked)} kantor belum dapat dinilai; mohon melihat saran pada kartu skor.")
    lines += ["", *_closing(config)]
    return _fitted(lines)


def _best(round_: Round) -> list[str]:
    best = [s for s in round_.ranked if (s.place or 0) <= 3]
    lines = [f"{s.place}. {clip(s.card.site.name, 60)} ({number(s.score)})" for s in best[:_BEST]]
    more = [f"dan {len(best) - _BEST} kantor lain dengan skor yang sama"] if len(best) > _BEST else []
    return ["", "Tiga teratas:", *lines, *more]


def _flagged(round_: Round) -> list[str]:
    """How many sites have a red flag, without naming them before the whole group."""
    sites = len({s.card.site.id for s, _ in round_.flags})
    return [f"Mohon segera ditangani: bendera merah pada {sites} situs (lihat kartu skor)."] if sites else []


def _due(round_: Round, config: Config) -> list[str]:
    due = deadline(round_, config)
    return [str(words("kartu")["tenggat"]).format(tanggal=day(due))] if due else ["Mohon ditindaklanjuti."]


def _closing(config: Config, thanked: bool = True) -> list[str]:
    lines = [
        "Bila ada temuan yang kurang tepat, mohon disampaikan agar diperiksa ulang."
        + (f" Kontak: {clip(config.contact, 80)}." if config.contact else "")
    ]
    lines += ["Terima kasih."] if thanked else ["Kami siap membantu."]
    return [*lines, clip(config.institution, 90)] if config.institution else lines


def _fitted(lines: list[str]) -> str:
    """The lines as one message; were it too long, its longest lines are cut first."""
    lines = list(lines)
    limit = 200
    while len("\n".join(lines)) + 1 > LIMIT and limit > 40:
        limit -= 10
        lines = [clip(line, limit) if len(line) > limit else line for line in lines]
    return "\n".join(lines)[: LIMIT - 1] + "\n"


def write_whatsapp(folder: Path, round_: Round, config: Config) -> list[Path]:
    """The written ``wa/<id>.txt`` and ``wa/_grup.txt``, of a province among others a group message of its own name."""
    written = [
        write_text(folder / "wa" / f"{card_file(c.site.id)}.txt", office_message(c, round_, config))
        for c in round_.offices
    ]
    return [*written, *write_group(folder, round_, config)]


def write_group(folder: Path, round_: Round, config: Config) -> list[Path]:
    """The written message for the group alone."""
    name = f"{GROUP}-{card_file(round_.part)}" if round_.part else GROUP
    return [write_text(folder / "wa" / f"{name}.txt", group_message(round_, config))]

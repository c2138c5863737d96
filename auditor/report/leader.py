"""``ringkasan-pimpinan.pdf``: one page for the head of the Kanwil, who has two minutes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pypdfium2

from auditor.fixes import province_fixes
from auditor.inputs.config import Config
from auditor.model import Scorecard
from auditor.report.bookdata import pack_text, summary_data
from auditor.report.charts import lines
from auditor.report.figures import Round
from auditor.report.ladder import ladder
from auditor.report.pdf import Typesetter, set_elsewhere
from auditor.report.summary import deadline, opened_on, recap_title, summary_sentence
from auditor.report.wording import clip, day, gain, number, percent, round_name, signed, words
from auditor.report.writing import part_name, write_bytes

NAME: Final = "ringkasan-pimpinan.pdf"
_AREAS, _ROWS, _STEPS = 8, 5, 5  # more would not stand on the page
_SIZES: Final = (9, 8.5, 8, 7.5, 7)  # points; long names take a smaller one, the page stays one
_STYLE: Final = (
    "<style>path{fill:none}.r{stroke:#d3d8d1}.p{stroke:#1c2521;stroke-width:3}.w{stroke:#8fa79b;stroke-width:1.5}"
    "circle.p{fill:#1c2521}circle.w{fill:#8fa79b;stroke:none}text{font:13px Inter;fill:#55625b}.n{text-anchor:end}"
    ".u{text-anchor:middle}text.p{fill:#1c2521;font-weight:bold;stroke:none}text.w{stroke:none}</style>"
)


def write_leader(folder: Path, round_: Round, config: Config) -> list[Path]:
    """The written page; [] for a round without an office."""
    if not round_.offices:
        return []
    data = leader_data(round_, config)
    return [write_bytes(folder / part_name(NAME, round_.part), set_elsewhere(round_, config, _set, data))]


def _set(setter: Typesetter, data: dict[str, Any]) -> bytes:
    for size in _SIZES:
        made = setter.pdf("pimpinan.typ", {**data, "ukuran": size})
        if len(pypdfium2.PdfDocument(made)) == 1:
            break
    return made


def leader_data(round_: Round, config: Config) -> dict[str, Any]:
    """What reports/typst/pimpinan.typ prints."""
    told = words("pimpinan")
    summary = summary_data(round_)
    fixes = province_fixes(round_.cards, round_.pack)[:_STEPS]
    due = deadline(round_, config)
    country = len(round_.provinces) > 1
    groups = _scopes(round_, country)
    title = str(told["judul_nasional" if country else "judul"])
    by_group = str(told["per_provinsi" if country else "per_wilayah"])
    return {
        "dokumen": f"{title}, {round_name(round_.round_id)}",
        "kop": clip(config.institution, 90),
        "logo": f"logo{config.logo.suffix.lower()}" if config.logo is not None else None,
        "judul": title,
        "anak": recap_title(round_),
        "keterangan": ", ".join(filter(None, (round_name(round_.round_id), opened_on(round_)))),
        "kalimat": summary_sentence(round_),
        "angka": _figures(round_),
        "pita": summary["pita"],
        "garis": list(_drawing(round_).encode()),  # as numbers: words are broken for printing, markup must not be
        "garis_judul": told["garis"],
        "wilayah": [row for _, row in groups[:_AREAS]],
        "wilayah_judul": str(told["terendah"]).format(judul=by_group, jumlah=_AREAS)
        if len(groups) > _AREAS
        else by_group,
        "wilayah_kolom": "Provinsi" if country else "Wilayah",
        "kolom": [
            {
                "judul": told["naik"],
                "isi": [[_name(s.card), signed(s.change)] for s in round_.risers[:_ROWS]],
            },
            {
                "judul": told["turun"],
                "isi": [[_name(s.card), signed(s.change)] for s in round_.fallers[:_ROWS]],
            },
            {
                "judul": told["dekat"],
                "isi": [
                    [_name(c.card), str(told["kurang"]).format(poin=number(c.missing), kategori=c.band)]
                    for c in ladder(round_)[:_ROWS]
                ],
            },
            {
                "judul": told["belum"],
                "isi": [[_name(s.card), percent(s.card.coverage)] for s in round_.unranked[:_ROWS]],
            },
        ],
        "kosong": told["kosong"],
        "kerja_judul": told["kerja_nasional" if country else "kerja"],
        "kerja": [[clip(f.title, 90), str(told["kantor"]).format(jumlah=f.offices), gain(f.gain)] for f in fixes],
        "minta": [
            str(item).format(tenggat=day(due, ""), bendera=_flagged(round_)) for item in _asked(round_, bool(due))
        ],
        "minta_judul": told["minta"],
        "catatan": f"{words('metode')['simulasi']} {pack_text(round_.pack)}",
    }


def _name(card: Scorecard) -> str:
    return clip(card.site.name.removeprefix("Kankemenag "), 34)


def _figures(round_: Round) -> list[dict[str, str]]:
    told = words("pimpinan")["angka"]
    mending = round_.mending
    before = round_.years.whole("").values[-2] if round_.years is not None else None
    now = round_.whole.score
    moved = signed(now - before) if now is not None and before is not None else ""
    of = str(told["dari"]).format(jumlah=len(round_.offices))
    return [
        {"nama": told["dinilai"], "nilai": str(len(round_.ranked)), "catatan": of},
        {
            "nama": told["tengah"],
            "nilai": number(now),
            "catatan": told["selisih"].format(selisih=moved) if moved else "dari 100",
        },
        {
            "nama": told["diperbaiki"],
            "nilai": mending.share or "–",
            "catatan": told["temuan"].format(jumlah=mending.mended, dari=mending.open)
            if mending.open
            else told["pertama"],
        },
        {"nama": told["bendera"], "nilai": str(_flagged(round_)), "catatan": told["situs"]},
    ]


def _flagged(round_: Round) -> int:
    return len({s.card.site.id for s, _ in round_.flags})


def _asked(round_: Round, due: bool) -> list[str]:
    told = words("pimpinan")["permintaan"]
    wanted = [("bendera", bool(round_.flags)), ("belum", bool(round_.unranked)), ("tenggat", due)]
    return [str(told[key]) for key, there in wanted if there]


def _drawing(round_: Round) -> str:
    """The lines as a drawing of its own; "" for a first round."""
    years = round_.years
    if years is None:
        return ""
    drawn = [("w", line) for line in round_.area_lines] if len(round_.area_lines) <= _AREAS else []
    svg = str(lines(years.rounds, [*drawn, ("p", years.whole(str(words("pimpinan")["semua"])))]))
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace(">", ">" + _STYLE, 1)


def _scopes(round_: Round, country: bool) -> list[tuple[Decimal, list[str]]]:
    """Each wilayah, of a country each province: offices that were rated, median now, its move since the first round.

    By name; of more than the page has room for the lowest first.
    """
    years = round_.years
    if country:
        lines = [years.province(name) for name in round_.provinces] if years is not None else []
        scopes = [round_.scope(province=name) for name in round_.provinces]
    else:
        lines = list(round_.area_lines)
        scopes = [round_.scope(area=area) for area in round_.areas]
    since = {line.name: line.values[0] for line in lines}
    found = []
    for scope in scopes:
        name, first = clip(scope.name, 32), since.get(clip(scope.name, 80))
        moved = signed(scope.score - first) if scope.score is not None and first is not None else "–"
        row = [name or words("nasional")["tanpa"], f"{scope.ranked}/{scope.offices}", number(scope.score), moved]
        found.append((scope.score if scope.score is not None else Decimal(1000), row))
    return sorted(found) if len(found) > _AREAS else sorted(found, key=lambda each: each[1])

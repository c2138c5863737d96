"""The HTML reports: ``rekap.html`` and one card per office. Each file stands alone: no request leaves it."""

from __future__ import annotations

import fnmatch
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from auditor.fixes import fix_list
from auditor.inputs.config import Config
from auditor.model import Scorecard
from auditor.quantities import plain
from auditor.report import charts, newsplots, wording
from auditor.report.carddata import outlook_text
from auditor.report.factors import SMALLEST_GROUP, factors
from auditor.report.figures import UNNAMED, Round, Scope
from auditor.report.findings import by_note, common_note, grouped, show
from auditor.report.firststeps import asks_something
from auditor.report.ladder import climb_of, ladder
from auditor.report.looks import looked_again
from auditor.report.objected import all_objected, objected, waiting_text
from auditor.report.obstacles import kinds
from auditor.report.privacy import mask
from auditor.report.promises import promise_counts
from auditor.report.senders import senders, silence_by_section, silent_sections
from auditor.report.summary import deadline, opened_on, recap_title, summary_sentence
from auditor.report.templates import render
from auditor.report.who import questions, who_lacks
from auditor.report.writing import card_file, names_in, obstacle_name, packet_name, part_name, write_text

FIXES_SHOWN = 5
CLIMBERS = 5


def _card_link(card: Scorecard) -> str:
    return f"kartu-skor/{card_file(card.site.id)}.html"


def _render(template: str, round_: Round, config: Config, **values: Any) -> str:
    tool = next((c.tool_version for c in round_.cards if c.tool_version), "")
    previous = round_.previous[0].round if round_.previous else ""
    return render(
        template,
        r=round_,
        pack=round_.pack,
        config=config,
        tool=tool,
        putaran=wording.round_name(round_.round_id),
        putaran_lalu=wording.round_name(previous),
        metode=wording.words("metode"),
        kata_berita=wording.words("berita"),
        kata_gerak=wording.words("pergerakan"),
        kata_riwayat=wording.words("riwayat"),
        kata_ulang=wording.words("periksa_ulang"),
        kata_keberatan=wording.words("keberatan"),
        kata_janji=wording.words("janji"),
        kata_kendala=wording.words("kendala"),
        keberatan_menunggu=waiting_text,
        lantai=f"{plain(round_.pack.coverage_floor * 100)} %",
        level=lambda score: charts.level(score, round_.pack.bands),
        **values,
        kartu=_card_link,
    )


def render_recap(round_: Round, config: Config, folder: Path | None = None) -> str:
    """The text of ``rekap.html``. It links to the files of the round that are in ``folder``, its own."""
    files = _Files(folder)
    fresh = sum(c.news.age_days is not None and c.news.age_days <= 7 for c in round_.offices)
    return _render(
        "rekap.html.j2",
        round_,
        config,
        judul=recap_title(round_),
        waktu=opened_on(round_),
        kalimat=summary_sentence(round_),
        tengah_pita=_band(round_, round_.whole.score),
        segar=fresh,
        kantor_bendera=len({s.card.site.id for s, _ in round_.flags}),
        tenggat=wording.day(deadline(round_, config), ""),
        berkas=files.links(_leading(round_)),
        berkas_kartu=files.of_office,
        perwilayah=_areas(round_),
        lembar={a: name for a in round_.areas for name, _ in files.links([(obstacle_name(a, round_.areas), a)])},
        paket={area: name for name, area in files.links((packet_name(a, round_.areas), a) for a in round_.areas)},
        sebaran=charts.distribution(round_.ranked, round_.pack.bands) if round_.ranked else "",
        gerak=round_.movement,
        riwayat=_years(round_),
        jarak=ladder(round_),
        tanya=questions(round_),
        siapa=lambda rule_id: who_lacks(round_, rule_id),
        ulang={c.site.id: again.short for c in round_.cards if (again := looked_again(c)) and again.short},
        keberatan=all_objected(round_.cards),
        jumlah_janji=promise_counts(round_.promises),
        jenis_kendala=kinds(),
        kiriman=senders(round_),
        seksi_diam=silence_by_section(round_),
        usia_berita=newsplots.news_strip(round_.standings, round_.pack),
        petak=charts.tile_map(round_.standings, round_.pack.bands) if len(round_.provinces) == 1 else "",
    )


def render_cover(round_: Round, config: Config, folder: Path | None = None) -> str:
    """The text of ``rekap.html`` of a round of many provinces: their figures, and the way to the recap of each."""
    files = _Files(folder)
    flagged = Counter(c.site.province for c in round_.cards if c.red_flags)
    bands = Counter((s.card.site.province, s.card.band) for s in round_.ranked)
    return _render(
        "nasional.html.j2",
        round_,
        config,
        waktu=opened_on(round_),
        kalimat=summary_sentence(round_),
        tengah_pita=_band(round_, round_.whole.score),
        kantor_bendera=sum(flagged.values()),
        berkas=files.links((name, told) for name, told in wording.words("berkas").items()),
        kata=wording.words("nasional"),
        provinsi=[
            (
                round_.scope(province=name),
                part_name("rekap.html", name or UNNAMED),
                flagged[name],
                [bands[name, band.name] for band in round_.pack.bands],
                files.links(
                    (part_name(kind, name or UNNAMED), told) for kind, told in wording.words("berkas_provinsi").items()
                ),
            )
            for name in sorted(round_.provinces, key=lambda name: (not name, name))
        ],
    )


def _years(round_: Round) -> dict[str, Any] | None:
    """What the recap draws and lists of the rounds together; None for a first round."""
    years = round_.years
    if years is None:
        return None
    whole = years.whole(str(wording.words("riwayat")["semua"]))
    return {
        "putaran": [charts.short_round(round_id) for round_id in years.rounds],
        "sejak": wording.round_name(years.rounds[0]),
        "gambar": charts.over_the_years(years, whole),
        "kelompok": [whole, *years.groups],
        "kantor": [(s.card, years.office(s.card)) for s in round_.standings],
        "naik": years.climbers([s.card for s in round_.ranked])[:CLIMBERS],
    }


def _leading(round_: Round) -> Iterable[tuple[str, str]]:
    """(name, what it is) of the files a recap leads to: of a province, its own and the way back to the cover."""
    if not round_.part:
        return [(str(name), str(told)) for name, told in wording.words("berkas").items()]
    own = wording.words("berkas_provinsi").items()
    return [(part_name(str(kind), round_.part), str(told)) for kind, told in own]


class _Files:
    """The files beside the recap; those that are not there are not linked."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._names: dict[Path, frozenset[str]] = {}

    def links(self, named: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """(address, what it is) of those that are there; a name may hold a ``*``."""
        found = []
        for name, told in named:
            within, _, pattern = name.rpartition("/")
            for one in sorted(fnmatch.filter(self._in(within), pattern)):
                found.append((f"{within}/{one}" if within else one, told))
        return found

    def _in(self, within: str) -> frozenset[str]:
        if self._folder is None:
            return frozenset()
        place = self._folder / within
        if place not in self._names:
            self._names[place] = names_in(place)
        return self._names[place]

    def of_office(self, card: Scorecard) -> list[tuple[str, str]]:
        """The links of one office: its printed card, its message, its kept proofs."""
        kinds = wording.words("berkas_kantor")
        return self.links((name.format(id=card_file(card.site.id)), told) for name, told in kinds.items())


def _areas(round_: Round) -> list[tuple[Scope, int]]:
    """Each wilayah with its number of sites that raised a red flag; offices without a wilayah last."""
    named = [*round_.areas, *([""] if round_.areas and any(not c.site.area for c in round_.offices) else [])]
    flagged = Counter(c.site.area for c in round_.offices if c.red_flags)
    return [(round_.scope(area=area), flagged[area]) for area in named]


def _band(round_: Round, score: Any) -> str:
    return next((b.name for b in round_.pack.bands if score is not None and float(score) >= b.min), "")


def render_card(card: Scorecard, round_: Round, config: Config) -> str:
    """The text of one office's ``kartu-skor/<id>.html``. It works alone: no link to another file."""
    standing = round_.standing(card)
    shown = show(card, round_.pack)
    groups = grouped(tuple(s for s in shown if not s.finding.red_flag))
    if not any(s.finding.outcome.judged for s in groups["lain"]):
        groups["lain"] = []  # a site that nobody could open: its cause is told once
    counted = Counter(s.word for s in shown if s.group != "lain")
    fixes = fix_list(card, round_.pack)
    flags = [s for s in shown if s.finding.red_flag]
    due = deadline(round_, config) if asks_something(card, round_.pack) else None
    pekan = newsplots.weeks(card)
    return _render(
        "kartu.html.j2",
        round_,
        config,
        c=card,
        s=standing,
        provinsi=round_.scope(province=card.site.province),
        wilayah=round_.scope(province=card.site.province, area=card.site.area),
        keadaan=wording.words("keadaan")[card.status.state.value],
        bendera=flags,
        tenggat=wording.day(due, ""),
        kelompok=groups,
        umum={name: common_note(found) if name != "tak_terperiksa" else "" for name, found in groups.items()},
        tak=by_note(groups["tak_terperiksa"]),
        dinilai=any(found for name, found in groups.items() if name != "tak_terperiksa"),
        kata=wording.words("kelompok"),
        hasil=sorted(counted.items(), key=lambda item: item[0].order),
        semua_hasil=wording.outcome_words(),
        kata_kartu=wording.words("kartu"),
        dikoreksi=sum(s.finding.corrected for found in groups.values() for s in found),
        tinjau=[s for s in shown if s.review and s.group != "lain"],
        gerak=round_.movement.offices.get(card.site.id),
        ulang=looked_again(card),
        keberatan=(rows := objected(card)),
        menunggu={row.rule_id for row in rows if row.waiting},
        janji=[promise for promise in round_.promises if promise.card.site.id == card.site.id],
        kiriman=next((own for table in senders(round_) if (own := table.of(card.site.id)) is not None), None),
        diam=silent_sections(card, round_.pack),
        ada={s.id for found in groups.values() for s in found},
        pekan=pekan,
        irama=newsplots.rhythm(pekan) if pekan else "",
        irama_kalimat=newsplots.rhythm_sentence(pekan),
        tak_terlihat=newsplots.unseen_weeks(pekan),
        riwayat=_line_of(card, round_),
        diperbaiki=round_.mended.get(card.site.id),
        menuju=climb_of(card, round_.pack),
        perbaikan=fixes[:FIXES_SHOWN],
        andai=outlook_text(card, fixes, round_.pack),
    )


def _line_of(card: Scorecard, round_: Round) -> dict[str, Any] | None:
    """An office's line beside those of its wilayah and province; None where it was rated in one round only."""
    years = round_.years
    own = years.office(card) if years is not None and card.listed else None
    if years is None or own is None or own.known < 2:
        return None
    site, told = card.site, wording.words("riwayat")
    beside = [("p", replace(years.province(site.province), name=str(told["provinsi"])))]
    if site.area:
        beside.append(("w", replace(years.area(site.province, site.area), name=str(told["wilayah"]))))
    office = replace(own, name=str(told["kantor_ini"]))
    return {
        "putaran": [charts.short_round(round_id) for round_id in years.rounds],
        "gambar": charts.lines(years.rounds, [*beside, ("q", office)]),
        "baris": [office, *(line for _, line in reversed(beside))],
    }


def render_factors(round_: Round, config: Config) -> str:
    """The text of ``faktor.html``."""
    intro = str(wording.words("faktor")["pengantar"]).replace("{batas}", str(SMALLEST_GROUP))
    return _render("faktor.html.j2", round_, config, faktor=factors(round_), pengantar=intro)


def render_indicators(round_: Round, config: Config) -> str:
    """The text of ``indikator.html``: every indicator with its reason, law, names and remedy."""
    return _render(
        "indikator.html.j2",
        round_,
        config,
        kategori=[(name, [r for r in round_.pack.rules if r.category == name]) for name in round_.pack.categories],
        tanda=wording.words("verifikasi_tanda"),
        semua_hasil=wording.outcome_words(),
    )


def private_rows(round_: Round) -> list[tuple[str, str, str, str, str]]:
    """(office, flag, address, masked quote, when) of raised privacy flags: the Kanwil's restricted annex only."""
    return [
        (
            wording.clip(c.site.name, 90),
            wording.clip(f.title, 90),
            wording.clip(mask(e.url), 200),
            wording.clip(mask(e.quote), 160),
            wording.moment(e.fetched_at, ""),
        )
        for c in round_.cards
        for f in c.red_flags
        if f.rule_id in round_.private
        for e in f.evidence
    ]


def write_cards(folder: Path, round_: Round, config: Config) -> list[Path]:
    """The written ``kartu-skor/<id>.html``."""
    return [
        write_text(folder / "kartu-skor" / f"{card_file(card.site.id)}.html", render_card(card, round_, config))
        for card in (*round_.cards, *round_.unlisted)
    ]


def write_pages(folder: Path, round_: Round, config: Config) -> list[Path]:
    """The written ``rekap.html`` and its companions. Write them last: the recap links to what lies in ``folder``.

    Of a round too large for one page it is a cover that leads to the recap of each province.
    """
    written = [
        write_text(folder / part_name("rekap.html", part.part), render_recap(part, config, folder))
        for part in round_.parts()
    ]
    if round_.whole_country:
        written.append(write_text(folder / "rekap.html", render_cover(round_, config, folder)))
    written.append(write_text(folder / "faktor.html", render_factors(round_, config)))
    written.append(write_text(folder / "indikator.html", render_indicators(round_, config)))
    annex = folder / "TERBATAS-hanya-kanwil.html"
    if private := private_rows(round_):
        written.append(write_text(annex, _render("terbatas.html.j2", round_, config, baris=private)))
    else:
        annex.unlink(missing_ok=True)
    return written

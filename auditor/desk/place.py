"""Where the desk works: the files of one folder, and what stands in them now."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from auditor.desk.fresh import Fresh, Stamp, stamp_of
from auditor.inputs.config import FILE_NAME, Config, load_config
from auditor.inputs.followup import FILE_NAME as FOLLOW_UP
from auditor.inputs.followup import read_followup
from auditor.inputs.register import Register
from auditor.inputs.sites import SiteList, read_site_list
from auditor.model import Scorecard, Site
from auditor.problems import InputError, Problem
from auditor.proof import round_folder
from auditor.quarters import this_quarter
from auditor.report.figures import Round, as_it_is, round_of
from auditor.report.manifest import NAME as MANIFEST
from auditor.report.manifest import read_manifest
from auditor.report.years import ROUNDS, Years
from auditor.review import Question, questions
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.store import DATABASE, Store, StoreError
from auditor.store.summaries import RoundSummary, past_scores, round_summaries

CORRECTIONS = "koreksi.csv"
ANSWERS = "tinjauan.csv"


@dataclass(frozen=True, slots=True)
class Place:
    """The files the desk reads and writes: those that the command line uses when it is run in the same folder."""

    sites: Path = Path("sites.csv")
    out: Path = Path("hasil")
    run_options: tuple[str, ...] = ()  # further options of ``auditor run``

    @property
    def folder(self) -> Path:
        """Where people's own files lie."""
        return self.sites.resolve().parent

    @property
    def corrections(self) -> Path:
        """koreksi.csv, or a workbook of that name where there is no such file."""
        book = self.folder / "koreksi.xlsx"
        return book if book.is_file() and not (self.folder / CORRECTIONS).is_file() else self.folder / CORRECTIONS

    @property
    def answers(self) -> Path:
        """What people answered when they looked at findings: the key that ``auditor evaluate`` reads."""
        return self.folder / ANSWERS

    @property
    def followup(self) -> Path:
        """What was agreed at the rakors."""
        return self.folder / FOLLOW_UP

    @property
    def correcting(self) -> tuple[str, ...]:
        """The options that give the corrections to a command; none where there is no file."""
        return ("--corrections", str(self.corrections)) if self.corrections.is_file() else ()

    def config(self) -> Config:
        """auditor.toml of the folder; as if there were none where it has faults, which the commands tell."""
        path = self.folder / FILE_NAME
        try:
            return load_config(path) if path.is_file() else Config()
        except InputError:
            return Config()

    def reports(self, round_id: str) -> Path:
        return round_folder(self.out, round_id)


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of offices: read, or with its faults."""

    sites: tuple[Site, ...] = ()
    warnings: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    there: bool = False


def list_of(place: Place, pack: Pack) -> Listed:
    """The offices of the place's list, or what has to be mended in it."""
    if not place.sites.is_file():
        return Listed()
    try:
        read: SiteList = read_site_list(place.sites, [rule.id for rule in pack.rules])
    except InputError as error:
        return Listed(problems=error.problems, there=True)
    return Listed(tuple(read.sites), tuple(read.warnings), (), True)


class History:
    """The rounds in audit.db, read anew when the file has changed."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._stamp: tuple[int, int] | None = None
        self._rounds: tuple[str, ...] = ()
        self._read: dict[str, Round] = {}
        self._parts: dict[tuple[str, str], Round] = {}  # (round, province)
        self._scored: dict[str, dict[str, tuple[bool, datetime | None]]] = {}
        self._summaries: tuple[RoundSummary, ...] | None = None
        self._years: Years | None = None
        self._asked: dict[tuple[str, str], tuple[Question, ...]] = {}
        self._agreed: dict[tuple[str, str], tuple[Stamp, int, Round]] = {}
        self._manifests = Fresh(lambda path: read_manifest(path.parent))

    def rounds(self) -> tuple[str, ...]:
        """The rounds that have cards, newest first."""
        self._refresh()
        return self._rounds

    def round(self, round_id: str) -> Round | None:
        """A round with its cards and those of the round before; None where it has none."""
        self._refresh()
        if round_id not in self._rounds:
            return None
        if round_id not in self._read:
            with Store.open(self._place.out) as store:
                many = store.many(round_id)
                cards = store.cards(round_id, proofs=not many)
                earlier = store.previous(round_id)
                previous: Sequence[Scorecard] = store.cards(earlier, proofs=False) if earlier else ()
                names = self._rounds[self._rounds.index(round_id) + 1 :][: ROUNDS - 1]
                past = past_scores(store, tuple(reversed(names)))
            pack = load(profile=cards[0].pack.profile if cards else "default")
            whole_card = self._whole_card if many else as_it_is
            self._read[round_id] = round_of(round_id, cards, pack, previous, past=past, whole_card=whole_card)
            gc.freeze()  # a national round is some hundred thousand objects: looking through them costs a screen
        return self._read[round_id]

    def _whole_card(self, card: Scorecard) -> Scorecard:
        with Store.open(self._place.out) as store:
            return store.card(card.round, card.site.id) or card

    def part(self, round_: Round, province: str) -> Round:
        """The offices of one province alone of a round that is too large for one screen; else the round."""
        if not round_.whole_country:
            return round_
        key = (round_.round_id, province)
        if key not in self._parts:
            self._parts[key] = round_.within(province)
        return self._parts[key]

    def scored(self, round_id: str) -> dict[str, tuple[bool, datetime | None]]:
        """Listed office -> whether it could be rated, and when it was looked at; of a round, without its cards."""
        if round_id not in self.rounds():
            return {}
        if round_id not in self._scored:
            self._scored[round_id] = self._read_scored(round_id)
        return self._scored[round_id]

    def _read_scored(self, round_id: str) -> dict[str, tuple[bool, datetime | None]]:
        query = (
            "SELECT site_id, band IS NOT NULL, scores.finished_at FROM scores JOIN sites"
            " ON sites.round = scores.round AND sites.id = site_id WHERE scores.round = ? AND listed"
        )
        with Store.open(self._place.out) as store:
            rows = store.query(query, round_id)
        return {site: (bool(ranked), datetime.fromisoformat(when) if when else None) for site, ranked, when in rows}

    def summaries(self) -> tuple[RoundSummary, ...]:
        """The rounds that have results, newest first, each in a line."""
        if not self.rounds():
            return ()
        if self._summaries is None:
            with Store.open(self._place.out) as store:
                self._summaries = tuple(line for line in reversed(round_summaries(store)) if line.scored)
        return self._summaries

    def years(self) -> Years | None:
        """The scores of the last rounds; None where there is but one."""
        names = tuple(reversed(self.rounds()[:ROUNDS]))
        if len(names) < 2:
            return None
        if self._years is None:
            with Store.open(self._place.out) as store:
                self._years = Years(names, past_scores(store, names))
        return self._years

    def questions(self, round_: Round) -> tuple[Question, ...]:
        """What a person should look at in a round, the weightiest first."""
        key = (round_.round_id, round_.part)
        if key not in self._asked:
            with Store.open(self._place.out) as store:
                query = "SELECT DISTINCT site_id FROM scores WHERE round != ?"
                known = frozenset(row[0] for row in store.query(query, round_.round_id))
                cards = [store.card(round_.round_id, card.site.id) or card for card in round_.cards]
            self._asked[key] = questions(cards, round_.pack, known)
        return self._asked[key]

    def agreed(self, round_: Round) -> Round:
        """The round with what was agreed at the rakors (tindak-lanjut.csv). InputError where that is no such table."""
        path, key = self._place.followup, (round_.round_id, round_.part)
        stamp, known = stamp_of(path), self._agreed.get(key)
        if known is None or known[:2] != (stamp, id(round_)):
            everybody = self._read.get(round_.round_id, round_)  # the file tells of all provinces
            here = {card.site.id for card in (*round_.cards, *round_.previous, *round_.unlisted)}
            entries = read_followup(path, register_of(everybody))
            own = tuple(entry for entry in entries if entry.site_id in here) if round_.part else entries
            known = self._agreed[key] = (stamp, id(round_), replace(round_, entries=own))
        return known[2]

    def files(self, round_id: str) -> dict[str, list[str]]:
        """The reports of a round by name (``Manifest.files``)."""
        return self._manifests.of(self._place.reports(round_id) / MANIFEST).files

    def chosen(self, wanted: str) -> Round | None:
        """The round asked for, else this quarter's, else the newest; None where there is none."""
        names = self.rounds()
        name = next((n for n in (wanted, this_quarter()) if n in names), names[0] if names else "")
        return self.round(name) if name else None

    def _refresh(self) -> None:
        path = self._place.out / DATABASE
        try:
            stat = path.stat()
            journal = path.with_name(f"{DATABASE}-wal")
            stamp = (stat.st_mtime_ns, journal.stat().st_mtime_ns if journal.exists() else 0)
        except OSError:
            self._forget()
            return
        if stamp == self._stamp:
            return
        self._forget()
        with suppress(StoreError):  # asked again the next time
            with Store.open(self._place.out) as store:
                self._rounds = tuple(reversed(store.rounds()))
            self._stamp = stamp

    def _forget(self) -> None:
        self._stamp, self._rounds, self._read, self._parts, self._asked, self._agreed = None, (), {}, {}, {}, {}
        self._scored, self._summaries, self._years = {}, None, None


def register_of(round_: Round) -> Register:
    """What rows about a round may name."""
    flags = frozenset(rule.id for rule in round_.pack.rules if rule.check == "flag")
    titles = {rule.id: rule.title for rule in round_.pack.rules}
    return Register(tuple(card.site for card in round_.cards), titles, flags)


def card_of(round_: Round | None, site_id: str) -> Scorecard | None:
    """An office's card in a round, whole; None where either is missing."""
    found = next((card for card in round_.cards if card.site.id == site_id), None) if round_ is not None else None
    return round_.whole_card(found) if round_ is not None and found is not None else None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the round is that the desk works on."""

    round_id: str
    listed: int  # offices of the list
    problems: int  # faults of the list
    cards: int
    open: int  # offices of the list without a card
    unrated: int
    reports: bool  # whether there is a recap
    latest: datetime | None = None  # when the last site was crawled


def standing_of(place: Place, history: History, listed: Listed, round_id: str) -> Standing:
    """How far a round of the listed offices is; no card is read for it."""
    scored = history.scored(round_id)
    return Standing(
        round_id,
        len(listed.sites),
        len(listed.problems),
        len(scored),
        sum(site.id not in scored for site in listed.sites),
        sum(not ranked for ranked, _ in scored.values()),
        bool(history.files(round_id)),
        max((when for _, when in scored.values() if when is not None), default=None),
    )


def next_step(now: Standing, running: bool) -> str:
    """The key of the one thing to do next, in the order a quarter goes."""
    if running:
        return "sedang_jalan"
    if now.problems:
        return "perbaiki_daftar"
    if not now.listed:
        return "isi_daftar"
    if not now.cards:
        return "mulai"
    if now.open:
        return "lanjutkan"
    if not now.reports:
        return "susun"
    return "tinjau"

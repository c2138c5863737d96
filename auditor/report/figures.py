"""Every number of a round, worked out once: ranks, medians, gaps, movement. All formats print from here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from statistics import median

from auditor.inputs.followup import Entry
from auditor.model import Finding, OfficeKind, Outcome, PastScore, Scorecard, SiteState
from auditor.objections import State, standings
from auditor.report.mending import Mending, mending_of, together
from auditor.report.movement import Movement, movement_of
from auditor.report.obstacles import ObstacleRow, obstacles_of
from auditor.report.privacy import private_rules, public_finding
from auditor.report.promises import Promise, promises_of
from auditor.report.years import Line, Years, years_of
from auditor.rules.pack import Pack
from auditor.rules.schema import Rule
from auditor.score import change, ranking, rounded

ONE_PAGE = 150  # offices that one recap can show
UNNAMED = "tanpa provinsi"


def as_it_is(card: Scorecard) -> Scorecard:
    """The card, where all that proves it is there already."""
    return card


@dataclass(frozen=True, slots=True)
class Standing:
    """One office among the others. Places are None where coverage gives no rank."""

    card: Scorecard
    place: int | None = None  # within the province, equal scores share a place
    places: int = 0
    area_place: int | None = None
    area_places: int = 0
    before: Decimal | None = None  # the score of the round before, rounded
    change: Decimal | None = None  # difference of the rounded scores, where both rounds can be ranked
    same_pack: bool = True  # whether both rounds used the same rules

    @property
    def score(self) -> Decimal | None:
        return rounded(self.card.score) if self.card.score is not None else None

    @property
    def area(self) -> str:
        return self.card.site.area

    @property
    def corrected(self) -> int:
        """Findings that a person decided, of those that bear on the score or are red flags."""
        return sum(f.corrected and (f.weight > 0 or f.outcome.flag) for f in self.card.findings)

    @property
    def uncorrected(self) -> Decimal | None:
        """The score without people's decisions; None where there are none."""
        return rounded(self.card.uncorrected) if self.card.uncorrected is not None else None

    @property
    def waiting(self) -> int:
        """Objections that nobody has decided."""
        return sum(row.state is State.WAITING for row in standings(self.card))


@dataclass(frozen=True, slots=True)
class Scope:
    """A group of offices: the province or a wilayah. Medians are over the rankable offices only."""

    name: str
    offices: int
    ranked: int
    score: Decimal | None
    categories: dict[str, Decimal]


@dataclass(frozen=True, slots=True)
class Gap:
    """How one indicator stands across the offices."""

    rule: Rule
    counts: dict[Outcome, int]
    lost: float  # points of the score the checked offices lose on average
    without: tuple[Scorecard, ...] = ()  # the offices that an assessor would say do not have it

    @property
    def checked(self) -> int:
        return sum(n for outcome, n in self.counts.items() if outcome.counted)

    @property
    def lacking(self) -> int:
        return len(self.without)


@dataclass(frozen=True)
class Round:
    """All cards of one round with what can be said about them together."""

    round_id: str
    cards: tuple[Scorecard, ...]
    pack: Pack
    previous: tuple[Scorecard, ...] = ()
    previous_again: tuple[Scorecard, ...] = ()  # the same judged by the rules of this round, where that could be done
    unlisted: tuple[Scorecard, ...] = ()  # offices the list no longer has: shown apart, in no rank, count or median
    entries: tuple[Entry, ...] = ()  # what was agreed at the rakors of this and other rounds (tindak-lanjut.csv)
    past: tuple[PastScore, ...] = ()  # the scores of the rounds before, oldest first
    part: str = ""  # the province, where these are its offices alone and the round has more than one page can show
    #: a card with all that proves it; needed where the cards hold only what ranks and counts need
    whole_card: Callable[[Scorecard], Scorecard] = as_it_is

    def parts(self) -> Iterator[Round]:
        """The round province by province where it is too large for one page, made one after the other; else itself.

        The cards of a part are whole.
        """
        if not self.whole_country:
            yield self if self.whole_card is as_it_is else self._whole(self.cards, self.unlisted)
            return
        for province in self.provinces:
            part = self.within(province)
            yield part._whole(part.cards, part.unlisted)

    def whole_cards(self) -> Iterator[Scorecard]:
        """All cards, those of offices no longer listed at the end, one after the other with all that proves them."""
        return (self.whole_card(card) for card in (*self.cards, *self.unlisted))

    def within(self, province: str) -> Round:
        """The offices of one province alone, as they are here."""
        here = {province}
        if province == self.provinces[0]:  # with what is left of provinces that the list no longer has
            here |= {card.site.province for card in self.unlisted} - set(self.provinces)
        cards, previous, again, unlisted = (
            tuple(card for card in some if card.site.province in here)
            for some in (self.cards, self.previous, self.previous_again, self.unlisted)
        )
        known = {card.site.id for card in (*cards, *previous, *unlisted)}
        return replace(
            self,
            cards=cards,
            unlisted=unlisted,
            previous=previous,
            previous_again=again,
            entries=tuple(entry for entry in self.entries if entry.site_id in known),
            past=tuple(score for score in self.past if score.province == province),
            part=province or UNNAMED,
        )

    def _whole(self, cards: Iterable[Scorecard], unlisted: Iterable[Scorecard]) -> Round:
        """The round with these cards, all of them whole."""
        here, gone = (tuple(self.whole_card(card) for card in some) for some in (cards, unlisted))
        return replace(self, cards=here, unlisted=gone, whole_card=as_it_is)

    @property
    def whole_country(self) -> bool:
        """Whether the round is too large for one page, and not a part of one."""
        return not self.part and len(self.provinces) > 1 and len(self.offices) > ONE_PAGE

    @cached_property
    def offices(self) -> tuple[Scorecard, ...]:
        """The cards without those of the Kanwil, which is not ranked among its offices."""
        return tuple(c for c in self.cards if c.site.kind is not OfficeKind.KANWIL)

    @cached_property
    def kanwil(self) -> tuple[Scorecard, ...]:
        return tuple(c for c in self.cards if c.site.kind is OfficeKind.KANWIL)

    @cached_property
    def private(self) -> frozenset[str]:
        return private_rules(self.pack)

    @cached_property
    def public(self) -> dict[str, tuple[Finding, ...]]:
        """Site id -> findings as they may be handed out, personal data taken out."""
        return {c.site.id: tuple(public_finding(f, self.private) for f in c.findings) for c in self.cards}

    @cached_property
    def rules(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.pack.rules}

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The categories that carry weight, in the pack's order."""
        weighed = {rule.category for rule in self.pack.rules if rule.weight > 0}
        return tuple(c for c in self.pack.categories if c in weighed)

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c.site.province for c in self.cards))

    @cached_property
    def areas(self) -> tuple[str, ...]:
        return tuple(sorted({c.site.area for c in self.offices if c.site.area}))

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Ranked offices best first (province by province), then the unranked by name."""
        before = {c.site.id: c for c in self.previous}
        ranks = ranking(self.cards)
        order = {p: i for i, p in enumerate(self.provinces)}
        found = []
        for card in self.offices:
            old = before.get(card.site.id)
            was = rounded(old.score) if old is not None and old.rankable and old.score is not None else None
            rank = ranks[card.site.id]
            same = old is None or old.pack == card.pack
            found.append(
                Standing(card, rank.province, rank.of_province, rank.area, rank.of_area, was, change(old, card), same)
            )
        return tuple(
            sorted(
                found,
                key=lambda s: (
                    s.place is None,
                    order[s.card.site.province],
                    s.place or 0,
                    s.card.site.name,
                    s.card.site.id,
                ),
            )
        )

    @cached_property
    def ranked(self) -> tuple[Standing, ...]:
        return tuple(s for s in self.standings if s.place is not None)

    @cached_property
    def unranked(self) -> tuple[Standing, ...]:
        return tuple(s for s in self.standings if s.place is None)

    @cached_property
    def unregistered(self) -> int:
        return sum(c.status.state is SiteState.NOT_REGISTERED for c in self.offices)

    @cached_property
    def _standing(self) -> dict[str, Standing]:
        return {s.card.site.id: s for s in self.standings}

    def standing(self, card: Scorecard) -> Standing:
        """The standing of a card; for the Kanwil's own card one without places."""
        return self._standing.get(card.site.id) or Standing(card)

    @cached_property
    def _scopes(self) -> dict[tuple[str | None, str | None], Scope]:
        return {}

    def scope(self, *, province: str | None = None, area: str | None = None) -> Scope:
        """The medians of a province, a wilayah or (without arguments) of all offices."""
        known = self._scopes
        if (province, area) not in known:
            known[province, area] = self._scope(province, area)
        return known[province, area]

    def _scope(self, province: str | None, area: str | None) -> Scope:
        chosen = [
            c
            for c in self.offices
            if (province is None or c.site.province == province) and (area is None or c.site.area == area)
        ]
        ranked = [c for c in chosen if c.rankable and c.score is not None]
        middles = {
            name: rounded(median(scores))
            for name in self.categories
            if (scores := [k.score for c in ranked for k in c.categories if k.category == name and k.score is not None])
        }
        score = rounded(median(c.score for c in ranked if c.score is not None)) if ranked else None
        return Scope(area or province or "", len(chosen), len(ranked), score, middles)

    @cached_property
    def whole(self) -> Scope:
        return self.scope()

    @cached_property
    def bands(self) -> tuple[tuple[str, int], ...]:
        """(band, offices), best band first, empty bands included."""
        counted = Counter(s.card.band for s in self.ranked)
        return tuple((band.name, counted[band.name]) for band in self.pack.bands)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """How the rated offices stand with each weighted indicator; what most of them lack first."""
        outcomes: dict[str, list[tuple[Scorecard, Finding]]] = {}
        for s in self.ranked:
            for finding in s.card.findings:
                outcomes.setdefault(finding.rule_id, []).append((s.card, finding))
        gaps = []
        for rule in self.pack.rules:
            found = outcomes.get(rule.id, [])
            checked = [f for _, f in found if f.counted]
            without = tuple(c for c, f in found if f.outcome.counted and not f.outcome.present)
            if rule.weight > 0 and checked:
                lost = sum(f.weight * (1 - f.points) for f in checked) / len(checked)
                gaps.append(Gap(rule, dict(Counter(f.outcome for _, f in found)), lost, without))
        return tuple(sorted(gaps, key=lambda g: (-g.lacking, g.checked, -g.lost, g.rule.id)))

    @cached_property
    def flags(self) -> tuple[tuple[Standing, Finding], ...]:
        """Raised red flags with the personal data taken out; the Kanwil's site included."""
        return tuple(
            (self.standing(card), public_finding(f, self.private)) for card in self.cards for f in card.red_flags
        )

    @cached_property
    def risers(self) -> tuple[Standing, ...]:
        moved = (s for s in self.ranked if s.change is not None and s.change > 0)
        return tuple(sorted(moved, key=lambda s: (-(s.change or 0), s.card.site.name)))

    @cached_property
    def fallers(self) -> tuple[Standing, ...]:
        moved = (s for s in self.ranked if s.change is not None and s.change < 0)
        return tuple(sorted(moved, key=lambda s: (s.change or 0, s.card.site.name)))

    @cached_property
    def movement(self) -> Movement:
        """What moved since the round before, with the causes."""
        return movement_of(self)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """What was promised at the last rakor, with what this round found."""
        return promises_of(self)

    @cached_property
    def obstacles(self) -> tuple[ObstacleRow, ...]:
        """What offices named as obstacles, by kind and wilayah."""
        return obstacles_of(self)

    @cached_property
    def years(self) -> Years | None:
        """The scores over the rounds; None for a first round."""
        return years_of(self)

    @cached_property
    def area_lines(self) -> tuple[Line, ...]:
        """Each wilayah's median over the rounds; () for a first round."""
        places = dict.fromkeys((c.site.province, c.site.area) for c in self.offices if c.site.area)
        return tuple(self.years.area(*place) for place in sorted(places)) if self.years is not None else ()

    @cached_property
    def mended(self) -> dict[str, Mending]:
        """Site id -> what became of the findings that were open in the round before."""
        return mending_of(self)

    @cached_property
    def mending(self) -> Mending:
        """The same of all offices together."""
        return together(self, self.mended)

    @cached_property
    def steady(self) -> int:
        """Offices whose score did not change."""
        return sum(s.change == 0 for s in self.ranked)

    @cached_property
    def rules_changed(self) -> bool:
        """Whether the round before was scored with other rules, so that differences mean less."""
        return any(not s.same_pack for s in self.standings)


def round_of(
    round_id: str,
    cards: Collection[Scorecard],
    pack: Pack,
    previous: Iterable[Scorecard] = (),
    previous_again: Iterable[Scorecard] = (),
    entries: Iterable[Entry] = (),
    past: Iterable[PastScore] = (),
    whole_card: Callable[[Scorecard], Scorecard] = as_it_is,
) -> Round:
    """The round of these cards, those of offices that its list no longer has set apart."""
    listed = tuple(card for card in cards if card.listed)
    unlisted = tuple(card for card in cards if not card.listed)
    before = (tuple(previous), tuple(previous_again))
    return Round(round_id, listed, pack, *before, unlisted, tuple(entries), tuple(past), whole_card=whole_card)


def category_score(card: Scorecard, category: str) -> Decimal | None:
    """A card's score in a category, rounded; None where nothing could be counted."""
    found = next((k.score for k in card.categories if k.category == category), None)
    return rounded(found) if found is not None else None


def shown_findings(card: Scorecard, pack: Pack) -> tuple[Finding, ...]:
    """The card's findings with personal data taken out."""
    private = private_rules(pack)
    return tuple(public_finding(f, private) for f in card.findings)


def period(cards: Iterable[Scorecard]) -> tuple[datetime | None, datetime | None]:
    """The first start and the last finish of a round; (None, None) when nothing was crawled."""
    cards = tuple(cards)
    starts = [c.started_at for c in cards if c.started_at is not None]
    ends = [c.finished_at for c in cards if c.finished_at is not None]
    return (min(starts), max(ends)) if starts and ends else (None, None)

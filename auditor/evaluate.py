"""Findings against human assessors' verdicts: how far the auditor can be trusted, and where it is wrong. Pure.

Presence: precision, recall and F1, "ada" being lengkap, nihil, basi or sebagian, with Wilson's 95 % intervals
(Wilson 1927). Degree: Cohen's kappa weighted by the points, 1 - |difference| being the credit (Cohen 1968).
Cells that could not be checked, by the auditor or by the assessor, are counted apart.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import combinations
from math import sqrt
from pathlib import Path
from typing import Any, Final

from auditor.data import table
from auditor.inputs.register import Register, outcome_named
from auditor.inputs.sheet import read_sheet
from auditor.model import Finding, Outcome, Scorecard
from auditor.problems import InputError, Problem

COLUMNS: Final = ("situs_id", "indikator_id", "hasil", "penilai", "catatan")
#: further columns that a file may have: the round that was looked at ("" = any), and "tidak" for a row that is no key
OPTIONAL: Final = ("putaran", "kunci")
_REQUIRED: Final = ("situs_id", "indikator_id", "hasil")
_NO: Final = ("tidak", "t")
_Z: Final = 1.959964  # 95 %, two-sided

#: The words of a quick assessment that say less than an outcome ("sebagian" is the same in both).
COARSE: Final = {"ada": Outcome.COMPLETE, "tidak": Outcome.MISSING}


@dataclass(frozen=True, slots=True)
class Label:
    """One assessor's verdict on one indicator of one site. ``coarse``: given as ada, sebagian or tidak."""

    site_id: str
    rule_id: str
    outcome: Outcome
    assessor: str = ""
    note: str = ""
    coarse: bool = False
    line: int = field(default=0, compare=False)  # in the file; 0: not from one
    open: bool = False  # the assessor has not answered yet: the outcome says nothing


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its 95 % interval; None where there is nothing to take a share of."""

    value: float | None
    low: float
    high: float
    hits: int
    of: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two sets of verdicts agree on the cells both could judge."""

    name: str  # "semua", an indicator, a site, or two assessors
    cells: int
    both_present: int
    only_first: int  # the first says present, the second absent
    only_second: int
    both_absent: int
    precision: Rate
    recall: Rate
    f1: float | None
    accuracy: Rate
    kappa: float | None  # weighted by the points; None when one of them never varies
    unchecked: int  # cells left out: the auditor could not look
    unlabelled: int  # cells left out: the assessor could not tell


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One cell where auditor and assessor differ, with the auditor's reasons."""

    site_id: str
    rule_id: str
    title: str
    truth: Outcome
    found: Outcome
    presence: bool  # they differ on presence, not only on degree
    assessor: str
    assessor_note: str
    note: str
    confidence: str
    evidence: tuple[str, ...]
    considered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The auditor measured against people. ``confusion``: (truth, found, cells)."""

    overall: Agreement
    confusion: tuple[tuple[str, str, int], ...]
    rules: tuple[Agreement, ...]
    sites: tuple[Agreement, ...]
    assessors: tuple[Agreement, ...]  # each pair of assessors
    disagreements: tuple[Disagreement, ...]
    not_found: tuple[str, ...]  # labels of sites or indicators the round does not have
    doubles: tuple[str, ...] = ()  # cells that one assessor labelled twice alike: counted once
    contradictions: tuple[str, ...] = ()  # cells that one assessor labelled twice otherwise: left out
    open: tuple[str, ...] = ()  # cells that an assessor left blank: left out

    def to_json(self) -> str:
        """The whole result as JSON, keys in the order of the fields."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    def to_text(self) -> str:
        """The result for a terminal, in Indonesian: the figures, what differs by indicator, every disagreement."""
        words = table("evaluasi")
        lines = [*_figures(self.overall, words), "", words["matriks"]]
        lines += [f"  {truth:<22} {found:<22} {count:>5}" for truth, found, count in self.confusion]
        for pair in self.assessors:
            lines += ["", words["penilai"].format(nama=pair.name), *_figures(pair, words)[1:]]
        weak = [rule for rule in self.rules if rule.only_first or rule.only_second]
        if weak:
            lines += ["", words["lemah"]]
            lines += [words["baris"].format(nama=r.name, keliru=r.only_first, luput=r.only_second) for r in weak]
        if self.disagreements:
            lines += ["", words["beda"].format(jumlah=len(self.disagreements))]
        for item in sorted(self.disagreements, key=lambda item: not item.presence):
            lines.append(words["sel"].format(**asdict(item)))
            lines += [f"      {text}" for text in (item.note, item.assessor_note, *item.considered[:5]) if text]
        for key in ("open", "doubles", "contradictions"):
            if told := getattr(self, key):
                lines += ["", words[key].format(daftar=", ".join(told[:20]), jumlah=len(told))]
        if self.not_found:
            lines += ["", words["tidak_ada"].format(daftar=", ".join(self.not_found[:20]), jumlah=len(self.not_found))]
        return "\n".join(lines)


def evaluate_round(truth: Path, cards: Iterable[Scorecard]) -> Evaluation:
    """The agreement of a round's findings with the labels in a file. InputError for a faulty file."""
    return evaluate(read_labels(truth), cards)


def read_labels(path: Path, round_id: str = "") -> tuple[Label, ...]:
    """The verdicts in a file of human labels. InputError with every fault of it.

    ``round_id``: rows that tell of another round's site are left out, for it may have changed since.
    """
    sheet = read_sheet(path, _REQUIRED, (*COLUMNS, *OPTIONAL), ",".join(COLUMNS))
    problems, labels = list(sheet.problems), []
    for row in sheet.rows:
        if row["kunci"].lower() in _NO or (round_id and row["putaran"] not in ("", round_id)):
            continue
        word = row["hasil"].lower()
        for column in ("situs_id", "indikator_id"):
            if not row[column]:
                problems.append(Problem(path.name, "Kolom ini wajib diisi.", row.line, column))
        outcome = COARSE.get(word) or (outcome_named(word) if word else Outcome.UNCHECKED)
        if outcome is None:
            allowed = ", ".join([*Outcome, *COARSE])
            problems.append(
                Problem(path.name, "Hasil ini tidak dikenal.", row.line, "hasil", row["hasil"], allowed, "lengkap")
            )
            continue
        ids = (row["situs_id"].lower(), row["indikator_id"].lower())
        labels.append(Label(*ids, outcome, row["penilai"], row["catatan"], word in COARSE, row.line, not word))
    if all(label.open for label in labels) and not problems:
        problems.append(Problem(path.name, "Berkas ini tidak memuat satu penilaian pun.", 2))
    if problems:
        raise InputError(problems)
    return tuple(labels)


def evaluate(labels: Sequence[Label], cards: Iterable[Scorecard]) -> Evaluation:
    """The agreement of a round's findings with labels.

    A person's decision in the round would only agree with itself: what the machine had found stands in its place, and
    where that was not noted the cell is left out.
    """
    cards = tuple(cards)
    labels = _by_id(labels, cards)
    left_open = [label for label in labels if label.open]
    labels, doubles, contradictions = _one_by_one([label for label in labels if not label.open])
    findings = {(f.site_id, f.rule_id): own_finding(f) for card in cards for f in card.findings}
    cells = [(label, findings[key]) for label in labels if (key := (label.site_id, label.rule_id)) in findings]
    cells = [(label, finding) for label, finding in cells if finding.decided_by == "mesin"]
    missing = sorted({f"{x.site_id} / {x.rule_id}" for x in labels if (x.site_id, x.rule_id) not in findings})
    pairs = [(as_told(label, finding), label.outcome, label, finding) for label, finding in cells]

    def grouped(key: Callable[[Label], str]) -> tuple[Agreement, ...]:
        groups: defaultdict[str, list[tuple[Outcome, Outcome]]] = defaultdict(list)
        for found, truth, label, _ in pairs:
            groups[key(label)].append((found, truth))
        return tuple(agreement(name, groups[name]) for name in sorted(groups))

    confusion = Counter((truth.value, found.value) for found, truth, *_ in pairs)
    order = {outcome.value: n for n, outcome in enumerate(Outcome)}
    rows = sorted(confusion.items(), key=lambda item: (order[item[0][0]], order[item[0][1]]))
    return Evaluation(
        overall=agreement("semua", [(found, truth) for found, truth, *_ in pairs]),
        confusion=tuple((truth, found, count) for (truth, found), count in rows),
        rules=grouped(lambda label: label.rule_id),
        sites=grouped(lambda label: label.site_id),
        assessors=_between_assessors(labels),
        disagreements=tuple(
            _disagreement(label, finding, found)
            for found, truth, label, finding in pairs
            if found.judged and truth.judged and (found.present, found.points) != (truth.present, truth.points)
        ),
        not_found=tuple(missing),
        doubles=doubles,
        contradictions=contradictions,
        open=tuple(_where([label]) for label in left_open),
    )


def own_finding(finding: Finding) -> Finding:
    """The finding as the machine made it, as far as that was noted."""
    if finding.decided_by == "mesin" or finding.machine is None:
        return finding
    return replace(finding, outcome=finding.machine, points=finding.machine_points, decided_by="mesin")


def _by_id(labels: Sequence[Label], cards: Sequence[Scorecard]) -> list[Label]:
    """The labels with the ids of the round's sites and indicators in place of their names and titles."""
    titles = {finding.rule_id: finding.title for card in cards for finding in card.findings}
    register = Register(tuple(card.site for card in cards), titles)
    return [
        replace(label, site_id=register.office(label.site_id), rule_id=register.indicator(label.rule_id))
        for label in labels
    ]


def _one_by_one(labels: Sequence[Label]) -> tuple[tuple[Label, ...], tuple[str, ...], tuple[str, ...]]:
    """The labels with one for each cell and assessor; the cells labelled twice alike, and those twice otherwise."""
    cells: defaultdict[tuple[str, str, str], list[Label]] = defaultdict(list)
    for label in labels:
        cells[label.assessor, label.site_id, label.rule_id].append(label)
    kept, doubles, contradictions = [], [], []
    for found in cells.values():
        if len({label.outcome for label in found}) > 1:
            contradictions.append(_where(found))
            continue
        kept.append(found[0])
        if len(found) > 1:
            doubles.append(_where(found))
    return tuple(kept), tuple(doubles), tuple(contradictions)


def _where(labels: Sequence[Label]) -> str:
    """ "kab-a / setiapsaat.dip (Siti, baris 2 dan 7, lengkap dan tidak_ada)"."""
    first = labels[0]
    lines = " dan ".join(str(label.line) for label in labels if label.line)
    words = " dan ".join(dict.fromkeys(label.outcome.value for label in labels if not label.open))
    told = ", ".join(part for part in (first.assessor, f"baris {lines}" if lines else "", words) if part)
    return f"{first.site_id} / {first.rule_id} ({told})"


def agreement(name: str, pairs: Collection[tuple[Outcome, Outcome]]) -> Agreement:
    """How the first of each pair agrees with the second, taken as the truth."""
    judged = [(a, b) for a, b in pairs if a.judged and b.judged]
    cells = Counter((a.present, b.present) for a, b in judged)
    hits, false, missed, absent = cells[True, True], cells[True, False], cells[False, True], cells[False, False]
    whole = 2 * hits + false + missed
    return Agreement(
        name=name,
        cells=len(judged),
        both_present=hits,
        only_first=false,
        only_second=missed,
        both_absent=absent,
        precision=wilson(hits, hits + false),
        recall=wilson(hits, hits + missed),
        f1=2 * hits / whole if whole else None,
        accuracy=wilson(hits + absent, len(judged)),
        kappa=weighted_kappa([(a.points, b.points) for a, b in judged]),
        unchecked=sum(not a.judged for a, _ in pairs),
        unlabelled=sum(a.judged and not b.judged for a, b in pairs),
    )


def wilson(hits: int, of: int) -> Rate:
    """A share with Wilson's score interval, which is honest for few cells and for shares near 0 or 1."""
    if not of:
        return Rate(None, 0.0, 1.0, hits, of)
    share, z2 = hits / of, _Z * _Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return Rate(share, min(share, max(0.0, middle - half)), max(share, min(1.0, middle + half)), hits, of)


def weighted_kappa(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Cohen's kappa with |difference of points| as the disagreement; 1 is full agreement, 0 is chance.

    None without pairs, or when neither rater ever varies: chance then explains everything.
    """
    if not pairs:
        return None
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum(abs(a - b) for a, b in pairs) / len(pairs)
    chance = sum(n * m * abs(a - b) for a, n in first.items() for b, m in second.items()) / len(pairs) ** 2
    return 1 - seen / chance if chance else None


def _figures(a: Agreement, words: Mapping[str, Any]) -> list[str]:
    def rate(value: Rate) -> str:
        if value.value is None:
            return str(words["kosong"])
        shares = {"nilai": value.value, "bawah": value.low, "atas": value.high, "kena": value.hits, "dari": value.of}
        return str(words["kadar"]).format(**shares).replace(".", ",")

    def number(value: float | None) -> str:
        return str(words["kosong"]) if value is None else f"{value:.3f}".replace(".", ",")

    cells = words["sel_dinilai"].format(sel=a.cells, luput=a.unchecked, ragu=a.unlabelled)
    rates = [("presisi", a.precision), ("perolehan", a.recall), ("sepakat", a.accuracy)]
    lines = [cells, *(f"  {words[name]:<28} {rate(value)}" for name, value in rates)]
    return [*lines, f"  {words['f1']:<28} {number(a.f1)}", f"  {words['kappa']:<28} {number(a.kappa)}"]


def as_told(label: Label, finding: Finding) -> Outcome:
    """The finding's outcome, no finer than the label: "ada" is met by basi and nihil too, "tidak" by a dead link.

    A measured indicator has points, not words: it is present from half the points on. Where the assessor wrote
    "sebagian", too, both mean something between nothing and all.
    """
    measured = finding.outcome is Outcome.PARTIAL and label.outcome is not Outcome.PARTIAL
    found = _measured(finding) if measured else finding.outcome
    if not label.coarse or not found.judged:
        return found
    if found.flag:
        return Outcome.COMPLETE if found.present else Outcome.MISSING
    if found in (Outcome.STALE, Outcome.NIL):
        return Outcome.COMPLETE
    return Outcome.MISSING if found is Outcome.LINK_ONLY else found


def _measured(finding: Finding) -> Outcome:
    """The outcome nearest to the points of a measured finding; that of any other "sebagian" is itself."""
    if finding.points < Outcome.PARTIAL.points:
        return Outcome.LINK_ONLY if finding.points >= Outcome.LINK_ONLY.points / 2 else Outcome.MISSING
    return Outcome.STALE if finding.points >= (Outcome.PARTIAL.points + Outcome.STALE.points) / 2 else Outcome.PARTIAL


def _between_assessors(labels: Iterable[Label]) -> tuple[Agreement, ...]:
    verdicts: defaultdict[str, dict[tuple[str, str], Outcome]] = defaultdict(dict)
    for label in labels:
        verdicts[label.assessor][label.site_id, label.rule_id] = label.outcome
    found = []
    for one, other in combinations(sorted(name for name in verdicts if name), 2):
        shared = sorted(verdicts[one].keys() & verdicts[other].keys())
        if shared:
            found.append(agreement(f"{one} – {other}", [(verdicts[one][k], verdicts[other][k]) for k in shared]))
    return tuple(found)


def _disagreement(label: Label, finding: Finding, found: Outcome) -> Disagreement:
    return Disagreement(
        site_id=label.site_id,
        rule_id=label.rule_id,
        title=finding.title,
        truth=label.outcome,
        found=finding.outcome,
        presence=label.outcome.present != found.present,
        assessor=label.assessor,
        assessor_note=label.note,
        note=finding.note,
        confidence=finding.confidence.value,
        evidence=tuple(e.url for e in finding.evidence),
        considered=tuple(f"{c.label or c.url}: {c.outcome.value} - {c.reason}" for c in finding.considered),
    )

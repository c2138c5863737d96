"""Prints the agreement of the auditor with the labels of the calibration set: ``make evaluate``.

``--all`` lists every disagreement with its explanation, ``--json`` prints everything as JSON.
"""

from __future__ import annotations

import sys

from auditor.evaluate import Evaluation, Rate
from tests.calibration.agreement import measure, measure_blind, measure_noisy


def main() -> None:
    for name, result in (
        ("calibration set", measure()),
        ("blind set", measure_blind()),
        ("blind set with noise", measure_noisy()),
    ):
        if "--json" in sys.argv:
            print(result.to_json())
            continue
        print(summary(name, result))
        for item in result.disagreements:
            if "--all" in sys.argv or item.presence:
                verdicts = f"truth {item.truth.value}, auditor {item.found.value}"
                print(f"  {item.site_id} {item.rule_id}: {verdicts}. {item.note}")
                if "--all" in sys.argv:
                    print(*(f"      {line}" for line in item.considered), sep="\n")


def summary(name: str, result: Evaluation) -> str:
    """The overall agreement in a few lines."""
    overall = result.overall
    kappa = "-" if overall.kappa is None else f"{overall.kappa:.3f}"
    return (
        f"{name}: {len(result.sites)} sites, {overall.cells} cells judged by both, "
        f"{overall.unchecked} unchecked\n"
        f"presence: precision {_rate(overall.precision)}, recall {_rate(overall.recall)}\n"
        f"degree: weighted kappa {kappa}"
    )


def _rate(rate: Rate) -> str:
    return "-" if rate.value is None else f"{rate.value:.3f} [{rate.low:.3f}, {rate.high:.3f}]"


if __name__ == "__main__":
    main()

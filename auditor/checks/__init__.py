"""The closed set of check kinds. Each module judges one kind: (Observations, Rule, Pack) -> Verdict. Pure."""

from collections.abc import Callable, Mapping

from auditor.checks import channel, document, facts, flag, form, freshness, listing, manual, page, table, technical
from auditor.model import Verdict
from auditor.observations import Observations
from auditor.rules.pack import Pack
from auditor.rules.schema import Rule

Check = Callable[[Observations, Rule, Pack], Verdict]

CHECKS: Mapping[str, Check] = {
    "page": page.check,
    "listing": listing.check,
    "document": document.check,
    "table": table.check,
    "form": form.check,
    "facts": facts.check,
    "channel": channel.check,
    "freshness": freshness.check,
    "technical": technical.check,
    "flag": flag.check,
    "manual": manual.check,
}

"""What stands behind a link: the one place where a link of a page meets what was opened."""

from __future__ import annotations

from auditor.data import table
from auditor.observations import Link, Observations, Owner, Target, TargetState
from auditor.web.hosts import bears_name, host_of, listed, owner_of


def link_target(observations: Observations, link: Link) -> Target:
    """What stands behind a link, including the links that lead nowhere by their own writing."""
    if link.url:
        target = observations.targets.get(link.url)
        if target is not None:
            return target
        owner = owner_of(link.url, observations.site)
        if _never_public(link.url, owner):
            return Target(TargetState.DEAD, owner)
        return Target(TargetState.UNOPENED, owner)
    if link.anchor:
        return Target(TargetState.ANCHOR, Owner.OWN)
    if link.raw.lower().startswith(("mailto:", "tel:", "whatsapp:", "sms:")):
        return Target(TargetState.CONTACT, Owner.OWN)
    return Target(TargetState.EMPTY, Owner.OWN)


def own_elsewhere(observations: Observations, link: Link) -> bool:
    """Whether a link leads to a host that nobody registered and nobody opened, but which bears the office's name."""
    if not link.url or not bears_name(link.url, observations.site):
        return False
    state = link_target(observations, link).state
    return not state.works and not state.broken


def _never_public(url: str, owner: Owner) -> bool:
    """Whether an address is a developer's own machine ("http://situs.test/..."), dead for every visitor."""
    return owner is not Owner.OWN and listed(host_of(url).split(":")[0], table("hosts")["never_public"])

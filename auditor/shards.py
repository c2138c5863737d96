"""A round's sites cut into parts that machines can work at beside each other. Pure.

What shares a host, a domain, an address of the network or a place stays together: whoever has a part has all requests
to its hosts in one hand, as on one machine.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from auditor.language.phrases import normalise
from auditor.language.places import place_of
from auditor.model import Site
from auditor.web.hosts import own_hosts, registrable

_SHARE = 2  # a part is this fraction of what each hand has left to do


def shards_of(
    sites: Sequence[Site], most: int, addresses: Mapping[str, Collection[str]] | None = None, hands: int = 0
) -> tuple[tuple[Site, ...], ...]:
    """The sites in parts of at most ``most``, the largest first; more only where they cannot be parted.

    ``hands``: how many work at them; towards the end parts get smaller, so that none has much left when the others are
    done. ``addresses``: host ("example.go.id", "127.0.0.1:8001") -> what it resolves to, as far as it is known.
    """
    found: list[list[Site]] = []
    part: list[Site] = []
    left = len(sites)
    for family in _families(sites, addresses or {}):
        size = min(most, max(1, left // (_SHARE * hands))) if hands else most
        if part and len(part) + len(family) > size:
            left -= len(part)
            found.append(part)
            part = []
        part = [*part, *family]
    if part:
        found.append(part)
    return tuple(tuple(part) for part in sorted(found, key=len, reverse=True))


def _families(sites: Sequence[Site], addresses: Mapping[str, Collection[str]]) -> Iterable[list[Site]]:
    """The sites that must stay together, in the order of the list."""
    registered = {host for site in sites for host in own_hosts(site)}
    leader = list(range(len(sites)))

    def lead(n: int) -> int:
        while leader[n] != n:
            leader[n] = leader[leader[n]]
            n = leader[n]
        return n

    first: dict[tuple[str, str], int] = {}
    for n, site in enumerate(sites):
        for key in _ties(site, registered, addresses):
            one, other = sorted((lead(n), lead(first.setdefault(key, n))))
            leader[other] = one
    families: dict[int, list[Site]] = {}
    for n, site in enumerate(sites):
        families.setdefault(lead(n), []).append(site)
    return families.values()


def _ties(
    site: Site, registered: Collection[str], addresses: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, str]]:
    """What a site may share with others."""
    if place := normalise(place_of(site)):
        yield "place", place  # an office's further hosts are known by its place
    for host in own_hosts(site):
        name, colon, port = host.partition(":")
        labels = name.split(".")
        above = accumulate(reversed(labels), lambda tail, label: f"{label}.{tail}")
        yield from (("host", up + colon + port) for up in above if up + colon + port in registered)
        if domain := registrable(name):
            yield "domain", domain + colon + port
        yield from (("address", address + colon + port) for address in addresses.get(host, ()))

"""Whether it is the sites that do not answer, or this computer that has no connection.

Said of an office, "cannot be reached" must not be the fault of the officer's own network. Where sites fail without any
answer, a few other hosts are knocked at: sites of this run that did answer, then well-known ones. Nothing is asked of
them; a connection is opened and closed.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterable
from urllib.parse import urlsplit

import httpcore

from auditor.crawl.faults import OF_CONNECTION
from auditor.crawl.guard import ForbiddenAddress, GuardedBackend, Resolver, UnknownHost, forbidden_ip, literal_address
from auditor.crawl.tls import Trust
from auditor.data import table
from auditor.model import Site, SiteState, SiteStatus

_SECONDS = 8.0  # for one host, from its name to the handshake
_ENOUGH = 4  # sites that answered, knocked at again


class ConnectionDown(Exception):
    """Raised when this computer, not the sites, has no connection; the message (Indonesian) says so."""


def without_answer(site: Site, status: SiteStatus) -> bool:
    """Whether a site gave no answer at all, as it would without a connection; local addresses need none."""
    host = urlsplit(site.url).hostname or ""
    address = literal_address(host)
    local = host == "localhost" or (address is not None and bool(forbidden_ip(address)))
    return status.state is SiteState.UNREACHABLE and status.cause in OF_CONNECTION and not local


def answered_at_all(status: SiteStatus) -> bool:
    """Whether a site gave some answer, if only a refusal."""
    return status.readable or (status.state is SiteState.UNREACHABLE and status.cause not in OF_CONNECTION)


async def assert_connected(
    silent: Iterable[Site],
    answered: Iterable[Site],
    known: Iterable[Site],
    trust: Trust,
    resolver: Resolver,
    allow_private: bool,
) -> None:
    """ConnectionDown when the sites in ``silent`` gave no answer and no other host can be reached either.

    ``answered`` answered in this run, ``known`` in an earlier one.
    """
    count, alive = len(list(silent)), list(answered)
    if not count:
        return
    urls = [site.url for site in (*alive, *known)]
    if await _any_of(urls[:_ENOUGH], None, GuardedBackend(allow_private, resolver)):
        return
    if await _any_of(table("crawl")["sambungan"]["pembanding"], trust.strict, GuardedBackend(False, resolver)):
        return
    words = table("putaran")
    raise ConnectionDown(str(words["terputus" if alive else "tanpa_sambungan"]).format(jumlah=count))


async def _any_of(urls: Iterable[str], context: ssl.SSLContext | None, network: GuardedBackend) -> bool:
    return any(await asyncio.gather(*(_answers(url, context, network) for url in urls)))


async def _answers(url: str, context: ssl.SSLContext | None, network: GuardedBackend) -> bool:
    """Whether a host can be connected to; with a context it must also prove who it is, as no log-in page can."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    try:
        async with asyncio.timeout(_SECONDS):
            stream = await network.connect_tcp(host, port, _SECONDS)
            if context is not None and parts.scheme == "https":
                stream = await stream.start_tls(context, host, _SECONDS)
            await stream.aclose()
    except (httpcore.NetworkError, httpcore.TimeoutException, UnknownHost, ForbiddenAddress, OSError):
        return False
    return True

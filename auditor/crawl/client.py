"""The polite HTTP client of one site: plain GET and HEAD, guarded addresses, size caps, deadlines, a ladder for TLS.

Every request ends as a ``Fetch``; a failure is data with a reason, never an exception.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urljoin

import httpcore
import httpx

from auditor.crawl.answer import Answer
from auditor.crawl.decoding import Decoder
from auditor.crawl.faults import RAISED, TEMPORARY, fault_status
from auditor.crawl.guard import GuardedBackend, Resolver, forbidden_url, resolve
from auditor.crawl.media import looks_whole, status_of_code
from auditor.crawl.pace import Pace, Turn
from auditor.crawl.tls import Trust, next_rung
from auditor.crawl.transport import Transport, leaf_certificate
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus, TlsState
from auditor.web.hosts import host_of

_MOST_REDIRECTS = 8
_CUT_SHORT = (FetchStatus.TRUNCATED, FetchStatus.READ_TIMEOUT, FetchStatus.RESET)
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,application/pdf,*/*;q=0.8"
#: (address a redirect leads to) -> why it must not be followed, OK when it may
Gate = Callable[[str], FetchStatus]


def _slashed(location: str) -> str:
    """A Location with the backslashes of its path turned, as browsers turn them."""
    path, mark, query = location.partition("?")
    return path.replace("\\", "/") + mark + query


def _open_gate(url: str) -> FetchStatus:
    return FetchStatus.OK


class Client:
    """Fetches for one site; connections, cookies and what was learnt of its TLS are kept between requests."""

    def __init__(self, settings: CrawlSettings, trust: Trust, pace: Pace, resolver: Resolver = resolve) -> None:
        self._settings = settings
        self._trust = trust
        self._pace = pace
        self._backend = GuardedBackend(settings.allow_private, resolver)
        self._transports: dict[object, Transport] = {}
        self._rungs: dict[str, TlsState] = {}
        self._tls_faults: dict[str, FetchStatus] = {}
        self._completed: dict[str, ssl.SSLContext] = {}
        self.received = 0  # bytes, after decompression

    async def aclose(self) -> None:
        for transport in self._transports.values():
            await transport.aclose()

    def tls_fault(self, host: str) -> FetchStatus:
        """The fault that made a host leave the strict rung, OK for none."""
        return self._tls_faults.get(host, FetchStatus.OK)

    async def fetch(
        self,
        url: str,
        role: FetchRole,
        *,
        parent: str = "",
        label: str = "",
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        retries: int | None = None,
        gate: Gate | None = None,
    ) -> Fetch:
        """One address, redirects followed and temporary faults retried; never raises for a fault of the site.

        ``gate`` judges where redirects may lead; without one they may lead anywhere the address guard allows.
        """
        left = self._settings.retries if retries is None else retries
        wait = self._settings.retry_wait
        while True:
            fetch, retry_after = await self._once(url, role, method, headers or {}, gate or _open_gate)
            if fetch.status is FetchStatus.DNS:
                left = min(left, 0 if role is FetchRole.EXTERNAL else 1)  # resolvers have tried several times already
            if left <= 0 or fetch.status not in TEMPORARY or fetch.status is FetchStatus.CIRCUIT_OPEN:
                break
            if retry_after is not None and retry_after > self._settings.max_retry_after:
                break
            self._pace.hold(host_of(fetch.final_url or url), wait if retry_after is None else retry_after)
            left, wait = left - 1, wait * 2
        return replace(fetch, parent_url=parent, label=label)

    async def _once(
        self, url: str, role: FetchRole, method: str, headers: Mapping[str, str], gate: Gate
    ) -> tuple[Fetch, float | None]:
        elapsed = 0.0
        at, seen = url, {url: 1}
        hops: list[str] = []
        while True:
            answer, role = await self._exchange(at, role, method, headers)
            elapsed += answer.elapsed
            if not answer.location:
                break
            try:
                target = urljoin(at, _slashed(answer.location))
            except ValueError:
                answer.status, answer.error = FetchStatus.FORBIDDEN_ADDRESS, f"pengalihan ke {answer.location[:200]}"
                break
            if "#" in at and "#" not in target:
                target += "#" + at.partition("#")[2]  # RFC 9110 section 10.2.2: the fragment is inherited
            seen[target] = seen.get(target, 0) + 1
            if seen[target] > 2 or len(hops) >= _MOST_REDIRECTS:  # once more is fine: a cookie may have been set
                answer.status, answer.error = FetchStatus.REDIRECT_LOOP, f"pengalihan ke {target}"
                break
            refused = self._refusal(target, gate)
            if refused is not FetchStatus.OK:
                answer.status, answer.error = refused, f"pengalihan ke {target}"
                hops.append(target)
                at = target
                break
            hops.append(target)
            at = target
        fetch = Fetch(
            url=url,
            role=role,
            status=answer.status,
            fetched_at=datetime.now(UTC),
            final_url=at,
            http_status=answer.http_status,
            headers=answer.headers,
            media_type=answer.media_type,
            body=answer.body,
            elapsed=round(elapsed, 3),
            redirects=tuple(hops),
            error=answer.error,
            tls=answer.tls,
        )
        return fetch, answer.retry_after

    def _refusal(self, url: str, gate: Gate) -> FetchStatus:
        if forbidden_url(url, self._settings.allow_private):
            return FetchStatus.FORBIDDEN_ADDRESS
        return gate(url)

    async def _exchange(
        self, url: str, role: FetchRole, method: str, headers: Mapping[str, str]
    ) -> tuple[Answer, FetchRole]:
        """One request without redirects, down the TLS ladder as far as needed."""
        reason = forbidden_url(url, self._settings.allow_private)
        if reason:
            return Answer(FetchStatus.FORBIDDEN_ADDRESS, error=reason), role
        host = host_of(url)
        rung = self._rungs.get(host, TlsState.VALID) if url.startswith("https:") else TlsState.NONE
        fault = self.tls_fault(host)
        while True:
            if self._pace.rests(host):
                return Answer(FetchStatus.CIRCUIT_OPEN, error="terlalu banyak kegagalan beruntun"), role
            async with self._pace.turn(host) as turn:
                began = time.monotonic()
                answer, found_role = await self._attempt(url, role, method, headers, rung, turn)
            answer.elapsed = time.monotonic() - began
            self._pace.learn(host, answer.status, answer.http_status, answer.elapsed)
            # Old servers cut the handshake short instead of saying that they know no modern protocol.
            seen = FetchStatus.TLS_LEGACY if answer.cut and rung is TlsState.VALID else answer.status
            below = next_rung(rung, seen) if rung is not TlsState.NONE else None
            if below is None:
                break
            fault = seen if rung is TlsState.VALID else fault
            if below is TlsState.COMPLETED_CHAIN and not await self._complete_chain(url, host):
                below = TlsState.UNVERIFIED
            rung = below
        if answer.http_status is not None and rung is not TlsState.NONE:
            if rung is TlsState.LEGACY and fault is FetchStatus.TLS_OTHER:
                fault = FetchStatus.TLS_LEGACY  # what old protocols could mend was nothing else
            self._rungs[host], self._tls_faults[host], answer.tls = rung, fault, rung
            if fault is not FetchStatus.OK and answer.status is FetchStatus.OK:
                answer.error = fault.value
        return answer, found_role

    async def _attempt(
        self, url: str, role: FetchRole, method: str, headers: Mapping[str, str], rung: TlsState, turn: Turn
    ) -> tuple[Answer, FetchRole]:
        answer = Answer(FetchStatus.OK)
        in_body = False
        limit = self._settings.request_deadline
        try:
            async with asyncio.timeout(limit) as deadline:
                target = httpx.URL(url)
                if target.userinfo or target.fragment:
                    target = target.copy_with(username="", password="", fragment=None)
                transport = self._transport(rung, host_of(url))
                async with transport.ask(method, target, self._headers(headers), turn) as (head, line):
                    in_body = True
                    role = await answer.read(head, line, role, target.path, self._settings, method == "HEAD")
        except TimeoutError:
            answer.status = FetchStatus.DEADLINE if deadline.expired() else FetchStatus.READ_TIMEOUT
            answer.error = f"lebih dari {limit:g} detik"
        except RAISED as error:
            answer.status = fault_status(error, in_body)
            if in_body and answer.status in _CUT_SHORT and looks_whole(answer.body, answer.media_type):
                answer.status = status_of_code(answer.http_status or 0)  # the length was wrong, not the page
            answer.error = f"{type(error).__name__}: {error}"[:300]
            answer.cut = answer.status is FetchStatus.RESET and isinstance(error, httpcore.ConnectError)
        self.received += answer.received
        return answer, role

    async def _complete_chain(self, url: str, host: str) -> bool:
        """Tries to fetch the certificates a server forgot; whether a context for the host could be made."""
        leaf = await leaf_certificate(self._backend, httpx.URL(url), self._trust, self._settings.connect_timeout)
        found = await self._trust.intermediates(leaf) if leaf else []
        if found:
            self._completed[host] = self._trust.completed(found)
        return bool(found)

    def _transport(self, rung: TlsState, host: str) -> Transport:
        key: object = host if rung is TlsState.COMPLETED_CHAIN else rung
        if rung is TlsState.NONE:
            key = TlsState.VALID  # plain HTTP and sound TLS share their lines
        if key not in self._transports:
            contexts: dict[TlsState, Callable[[], ssl.SSLContext]] = {
                TlsState.COMPLETED_CHAIN: lambda: self._completed[host],
                TlsState.LEGACY: lambda: self._trust.legacy,
                TlsState.UNVERIFIED: lambda: self._trust.unverified,
            }
            context = contexts.get(rung, lambda: self._trust.strict)()
            patience = self._settings.connect_timeout, self._settings.read_timeout
            self._transports[key] = Transport(context, self._backend, patience)
        return self._transports[key]

    def _headers(self, more: Mapping[str, str]) -> list[tuple[str, str]]:
        """What every request says, unless it says otherwise itself."""
        said = {
            "connection": ("Connection", "keep-alive"),
            "user-agent": ("User-Agent", self._settings.user_agent),
            "accept-encoding": ("Accept-Encoding", Decoder.ACCEPTED),
            "accept-language": ("Accept-Language", "id,en;q=0.5"),
            "accept": ("Accept", _ACCEPT),
        }
        return list((said | {name.lower(): (name, value) for name, value in more.items()}).values())

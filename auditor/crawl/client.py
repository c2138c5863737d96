"""The polite HTTP client of one site: plain GET and HEAD, guarded addresses, size caps, deadlines, a ladder for TLS.

Every request ends as a ``Fetch``; a failure is data with a reason, never an exception.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urljoin

import httpx

from auditor.crawl.decoding import Decoder, DecodingError
from auditor.crawl.faults import TEMPORARY, fault_status
from auditor.crawl.guard import ForbiddenAddress, GuardedBackend, Resolver, UnknownHost, forbidden_url, resolve
from auditor.crawl.media import (
    begins_a_document,
    is_document,
    is_markup,
    is_readable,
    looks_whole,
    may_be_document,
    retry_after,
    status_of_code,
)
from auditor.crawl.pace import Pace, Turn
from auditor.crawl.tls import Trust, next_rung
from auditor.crawl.transport import GuardedTransport, leaf_certificate
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus, TlsState
from auditor.web.hosts import host_of

_MOST_REDIRECTS = 8
_PEEK_BYTES = 65_536  # kept of a document that is too large: enough to see what it is
_TELLING = 16  # first bytes that tell what kind a file is
_GRACE = 1.5  # seconds a server may still send after what looks like the end
_CUT_SHORT = (FetchStatus.TRUNCATED, FetchStatus.READ_TIMEOUT, FetchStatus.RESET)
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,application/pdf,*/*;q=0.8"
#: (address a redirect leads to) -> why it must not be followed, OK when it may
Gate = Callable[[str], FetchStatus]


def _slashed(location: str) -> str:
    """A Location with the backslashes of its path turned, as browsers turn them."""
    path, mark, query = location.partition("?")
    return path.replace("\\", "/") + mark + query


async def _next(chunks: AsyncIterator[bytes], whole: bool) -> bytes | None:
    """The next chunk of a body, None at its end; a body that looks whole is not waited for longer than a moment."""
    try:
        async with asyncio.timeout(_GRACE if whole else None):
            return await anext(chunks, None)
    except TimeoutError:
        return None


def _open_gate(url: str) -> FetchStatus:
    return FetchStatus.OK


@dataclass(slots=True)
class _Answer:
    """What one exchange brought; the pieces of a Fetch."""

    status: FetchStatus
    http_status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = ""
    body: bytes = b""
    error: str = ""
    location: str = ""
    tls: TlsState = TlsState.NONE
    retry_after: float | None = None
    cut: bool = False  # the connection ended within the handshake
    elapsed: float = 0.0  # seconds, without the wait for the request's turn


class Client:
    """Fetches for one site; connections, cookies and what was learnt of its TLS are kept between requests."""

    def __init__(self, settings: CrawlSettings, trust: Trust, pace: Pace, resolver: Resolver = resolve) -> None:
        self._settings = settings
        self._trust = trust
        self._pace = pace
        self._backend = GuardedBackend(settings.allow_private, resolver)
        self._clients: dict[object, httpx.AsyncClient] = {}
        self._rungs: dict[str, TlsState] = {}
        self._tls_faults: dict[str, FetchStatus] = {}
        self._completed: dict[str, object] = {}
        self.received = 0  # bytes, after decompression

    async def aclose(self) -> None:
        for client in self._clients.values():
            await client.aclose()

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
    ) -> tuple[_Answer, FetchRole]:
        """One request without redirects, down the TLS ladder as far as needed."""
        reason = forbidden_url(url, self._settings.allow_private)
        if reason:
            return _Answer(FetchStatus.FORBIDDEN_ADDRESS, error=reason), role
        host = host_of(url)
        rung = self._rungs.get(host, TlsState.VALID) if url.startswith("https:") else TlsState.NONE
        fault = self.tls_fault(host)
        while True:
            if self._pace.rests(host):
                return _Answer(FetchStatus.CIRCUIT_OPEN, error="terlalu banyak kegagalan beruntun"), role
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
    ) -> tuple[_Answer, FetchRole]:
        answer = _Answer(FetchStatus.OK)
        in_body = False

        async def trace(event: str, info: Mapping[str, object]) -> None:
            if event.endswith("send_request_headers.complete"):
                turn.mark_sent()
            elif event.endswith("receive_response_headers.complete"):
                turn.mark_answered()

        limit = self._settings.request_deadline
        try:
            async with asyncio.timeout(limit) as deadline:
                client = self._client(rung, host_of(url))
                target = httpx.URL(url).copy_with(username="", password="", fragment=None)
                request = client.build_request(
                    method, target, headers={"Accept": _ACCEPT, **headers}, extensions={"trace": trace}
                )
                response = await client.send(request, stream=True)
                try:
                    in_body = True
                    role = await self._read(response, role, answer, method)
                finally:
                    async with asyncio.timeout(2):
                        await response.aclose()
        except TimeoutError:
            answer.status = FetchStatus.DEADLINE if deadline.expired() else FetchStatus.READ_TIMEOUT
            answer.error = f"lebih dari {limit:g} detik"
        except (
            httpx.HTTPError,
            httpx.InvalidURL,
            ForbiddenAddress,
            UnknownHost,
            DecodingError,
            OSError,
            ValueError,
        ) as error:
            answer.status = fault_status(error, in_body)
            if in_body and answer.status in _CUT_SHORT and looks_whole(answer.body, answer.media_type):
                answer.status = status_of_code(answer.http_status or 0)  # the length was wrong, not the page
            answer.error = f"{type(error).__name__}: {error}"[:300]
            answer.cut = answer.status is FetchStatus.RESET and isinstance(error, httpx.ConnectError)
        return answer, role

    async def _read(self, response: httpx.Response, role: FetchRole, answer: _Answer, method: str) -> FetchRole:
        answer.http_status = response.status_code
        answer.headers = tuple((name.lower(), value) for name, value in response.headers.multi_items())
        answer.media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        answer.retry_after = retry_after(response.headers.get("retry-after", ""), datetime.now(UTC))
        location = str(response.extensions.get("location", ""))
        if location:
            answer.headers += (("location", location),)
            if response.is_redirect:
                answer.location = location
                return role
        answer.status = status_of_code(response.status_code)
        sniffed = False  # nothing but its first bytes can tell what it is
        if method == "HEAD":
            return role
        if answer.status is FetchStatus.OK and role in (FetchRole.PAGE, FetchRole.HOME, FetchRole.DOCUMENT):
            if is_document(answer.media_type, response.headers, response.url.path):
                role = FetchRole.DOCUMENT
            elif is_markup(answer.media_type):
                role = FetchRole.PAGE if role is FetchRole.DOCUMENT else role
            elif not is_readable(answer.media_type):
                if not may_be_document(answer.media_type):
                    answer.status = FetchStatus.WRONG_TYPE
                    return role
                role, sniffed = FetchRole.DOCUMENT, True
        large = role in (FetchRole.DOCUMENT, FetchRole.PICTURE, FetchRole.EXTERNAL, FetchRole.API)
        cap = self._settings.max_document_bytes if large else self._settings.max_page_bytes
        length = response.headers.get("content-length", "")
        if length.isdecimal() and int(length) > cap:
            answer.status = FetchStatus.TOO_LARGE
            answer.error = f"{length} byte"
            cap = min(cap, _PEEK_BYTES if large else cap)
        await self._body(response, answer, cap, sniffed)
        return role

    async def _body(self, response: httpx.Response, answer: _Answer, cap: int, sniffed: bool) -> None:
        """Reads at most ``cap`` bytes as counted after decompression; what came before a fault is kept."""
        body = bytearray()
        decoder = Decoder(response.headers.get("content-encoding", ""))
        chunks = response.aiter_raw()
        try:
            while (chunk := await _next(chunks, looks_whole(body, answer.media_type))) is not None:
                for piece in decoder.feed(chunk):
                    self.received += len(piece)
                    body += piece
                    if sniffed and len(body) >= _TELLING and not begins_a_document(bytes(body[:_TELLING])):
                        answer.status = FetchStatus.WRONG_TYPE
                        body.clear()
                        return
                    if len(body) > cap:
                        answer.status = FetchStatus.TOO_LARGE
                        answer.error = answer.error or f"lebih dari {cap} byte"
                        return
            if answer.status is FetchStatus.OK and not decoder.complete:
                answer.status, answer.error = FetchStatus.TRUNCATED, "isi terkompresi tidak lengkap"
        finally:
            answer.body = bytes(body[:cap])

    async def _complete_chain(self, url: str, host: str) -> bool:
        """Tries to fetch the certificates a server forgot; whether a context for the host could be made."""
        leaf = await leaf_certificate(self._backend, httpx.URL(url), self._trust, self._settings.connect_timeout)
        found = await self._trust.intermediates(leaf) if leaf else []
        if found:
            self._completed[host] = self._trust.completed(found)
        return bool(found)

    def _client(self, rung: TlsState, host: str) -> httpx.AsyncClient:
        key: object = host if rung is TlsState.COMPLETED_CHAIN else rung
        if rung is TlsState.NONE:
            key = TlsState.VALID  # plain HTTP and sound TLS share one client
        if key not in self._clients:
            contexts: dict[TlsState, Callable[[], object]] = {
                TlsState.COMPLETED_CHAIN: lambda: self._completed[host],
                TlsState.LEGACY: lambda: self._trust.legacy,
                TlsState.UNVERIFIED: lambda: self._trust.unverified,
            }
            context = contexts.get(rung, lambda: self._trust.strict)()
            settings = self._settings
            self._clients[key] = httpx.AsyncClient(
                transport=GuardedTransport(context, self._backend),
                headers={
                    "User-Agent": settings.user_agent,
                    "Accept-Encoding": Decoder.ACCEPTED,
                    "Accept-Language": "id,en;q=0.5",
                },
                timeout=httpx.Timeout(settings.read_timeout, connect=settings.connect_timeout),
                follow_redirects=False,
                trust_env=False,
            )
        return self._clients[key]

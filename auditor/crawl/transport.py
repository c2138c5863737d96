"""httpx's transport over the guarded network backend, and a look at a server's certificate over the same one."""

from __future__ import annotations

import httpcore
import httpx

from auditor.crawl.guard import ForbiddenAddress, UnknownHost
from auditor.crawl.leniency import TidyBackend
from auditor.crawl.tls import Trust


class GuardedTransport(httpx.AsyncHTTPTransport):
    """httpx's own transport with the guarded network backend in its pool."""

    def __init__(self, context: object, backend: httpcore.AsyncNetworkBackend) -> None:
        super().__init__(verify=context, trust_env=False)  # type: ignore[arg-type]
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context,  # type: ignore[arg-type]
            max_connections=4,
            max_keepalive_connections=2,
            keepalive_expiry=15.0,
            network_backend=TidyBackend(backend),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The response with its Location moved to the extensions: httpx would raise on one that is no address."""
        response = await super().handle_async_request(request)
        if "location" in response.headers:
            response.extensions["location"] = response.headers.pop("location")
        return response


async def leaf_certificate(
    backend: httpcore.AsyncNetworkBackend, url: httpx.URL, trust: Trust, timeout: float
) -> bytes:
    """The server's own certificate (DER), whatever it is worth; b"" when there is none."""
    try:
        stream = await backend.connect_tcp(url.host, url.port or 443, timeout)
        stream = await stream.start_tls(trust.unverified, url.host, timeout)
        try:
            certificate = stream.get_extra_info("ssl_object").getpeercert(binary_form=True)
        finally:
            await stream.aclose()
    except (httpcore.NetworkError, httpcore.TimeoutException, ForbiddenAddress, UnknownHost, OSError):
        return b""
    return certificate or b""

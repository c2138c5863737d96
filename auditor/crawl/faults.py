"""What a failed request is called, by the type of its error and never by its text."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator

import anyio
import h11
import httpcore
import httpx

from auditor.crawl.decoding import DecodingError
from auditor.crawl.guard import ForbiddenAddress, UnknownHost
from auditor.crawl.tls import tls_status
from auditor.model import FetchStatus

#: what a request may end in: the network's faults, the grammar's, the encoding's, the address's
RAISED = (
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    h11.ProtocolError,
    httpx.InvalidURL,
    ForbiddenAddress,
    UnknownHost,
    DecodingError,
    OSError,
    ValueError,
)
_NO_ROUTE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN})
#: how the ssl module says that data is missing or that the connection has ended
_NO_TLS_FAULT = (ssl.SSLWantReadError, ssl.SSLWantWriteError, ssl.SSLZeroReturnError, ssl.SSLEOFError)
#: faults that may be gone a little later; worth a retry and a second look
TEMPORARY = frozenset(
    {
        FetchStatus.DNS,
        FetchStatus.REFUSED,
        FetchStatus.CONNECT_TIMEOUT,
        FetchStatus.READ_TIMEOUT,
        FetchStatus.DEADLINE,
        FetchStatus.RESET,
        FetchStatus.TRUNCATED,
        FetchStatus.RATE_LIMITED,
        FetchStatus.SERVER_ERROR,
        FetchStatus.MAINTENANCE,
        FetchStatus.CIRCUIT_OPEN,
    }
)
#: faults of the connection, which the circuit breaker counts
OF_CONNECTION = frozenset(
    {
        FetchStatus.DNS,
        FetchStatus.REFUSED,
        FetchStatus.CONNECT_TIMEOUT,
        FetchStatus.READ_TIMEOUT,
        FetchStatus.DEADLINE,
        FetchStatus.RESET,
    }
)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def fault_status(error: Exception, in_body: bool = False) -> FetchStatus:
    """The status of a request that ended in an error; ``in_body``: the response's headers had already come."""
    causes = list(_causes(error))
    if any(isinstance(cause, ForbiddenAddress) for cause in causes):
        return FetchStatus.FORBIDDEN_ADDRESS
    if any(isinstance(cause, UnknownHost | socket.gaierror) for cause in causes):
        return FetchStatus.DNS
    if isinstance(error, DecodingError):
        return FetchStatus.BAD_RESPONSE
    if isinstance(error, httpcore.ConnectTimeout | httpcore.PoolTimeout):
        return FetchStatus.CONNECT_TIMEOUT
    if isinstance(error, httpcore.TimeoutException):
        return FetchStatus.READ_TIMEOUT
    for cause in causes:
        if isinstance(cause, ssl.SSLError) and not isinstance(cause, _NO_TLS_FAULT):
            return tls_status(cause)
    if isinstance(error, h11.RemoteProtocolError | httpcore.RemoteProtocolError):
        if in_body:
            return FetchStatus.TRUNCATED
        return FetchStatus.BAD_RESPONSE if isinstance(error, h11.RemoteProtocolError) else FetchStatus.RESET
    if isinstance(error, httpcore.ConnectError):
        cut = (ConnectionResetError, BrokenPipeError, ssl.SSLError, anyio.EndOfStream, anyio.BrokenResourceError)
        if any(isinstance(cause, cut) for cause in causes):
            return FetchStatus.RESET
        unreachable = any(getattr(cause, "errno", None) in _NO_ROUTE for cause in causes)
        return FetchStatus.CONNECT_TIMEOUT if unreachable else FetchStatus.REFUSED
    if isinstance(error, httpcore.NetworkError):
        return FetchStatus.RESET
    if isinstance(error, httpx.InvalidURL | UnicodeError):
        return FetchStatus.FORBIDDEN_ADDRESS
    return FetchStatus.BAD_RESPONSE

"""The address guard: which network addresses the auditor may connect to, checked at connect time.

A name is resolved here, every address it has is judged, and the connection goes to a judged address, never to
the name again: a name server that changes its answer between check and use (DNS rebinding) gains nothing. The guard is
httpcore's network backend, so it stands behind every redirect, and TLS still verifies the host's name.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
from collections.abc import Awaitable, Callable, Iterable
from functools import lru_cache
from urllib.parse import urlsplit

import httpcore

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: (host, port) -> the host's addresses; raises OSError (socket.gaierror) for an unknown host
Resolver = Callable[[str, int], Awaitable[list[str]]]

_NUMERIC_HOST = re.compile(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+)){0,3}", re.IGNORECASE)
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = ipaddress.IPv6Network("::/96")
_SITE_LOCAL = ipaddress.IPv6Network("fec0::/10")
_DOCUMENTATION = ipaddress.IPv6Network("3fff::/20")  # newer than Python's own list
#: never an office's website, not even with --allow-private: the clouds' metadata services live here
_METADATA = (
    ipaddress.ip_network("169.254.0.0/16"),
    ipaddress.ip_network("fe80::/10"),
    ipaddress.ip_network("fd00:ec2::/32"),
    ipaddress.ip_network("100.100.100.200/32"),
    ipaddress.ip_network("192.0.0.192/32"),
)
_MOST_ADDRESSES = 4  # tried per host; a host with more is not reached by the fifth either


class ForbiddenAddress(Exception):
    """Raised in place of a connection to an address that no office's website has."""


class UnknownHost(Exception):
    """Raised when a host's name has no address."""


def _embedded(address: ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses an IPv6 address stands for (mapped, compatible, 6to4, NAT64, Teredo)."""
    found = [part for part in (address.ipv4_mapped, address.sixtofour) if part is not None]
    if address.teredo is not None:
        found.extend(address.teredo)
    if any(address in net for net in _NAT64) or (address in _COMPATIBLE and int(address) > 1):
        found.append(_lowest(address))
    return found


def _isatap(address: ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 address an ISATAP interface adds to an IPv6 address, which goes on counting for itself."""
    return [_lowest(address)] if (int(address) >> 32) & 0xFCFF_FFFF == 0x5EFE else []


def _lowest(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address:
    return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)


def forbidden_ip(address: Address, allow_private: bool = False) -> str:
    """Why an address must not be connected to, in a few words; "" when it may."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = _embedded(address)
        for part in (*inner, *_isatap(address)):
            reason = forbidden_ip(part, allow_private)
            if reason:
                return f"{reason} (di dalam {address})"
        if inner and not address.is_loopback:
            return ""
        if address in _SITE_LOCAL and not allow_private:
            return f"alamat jaringan lokal {address}"
        if address in _DOCUMENTATION:
            return f"alamat khusus {address}"
    if any(address.version == net.version and address in net for net in _METADATA):
        return f"alamat metadata atau link-local {address}"
    if address.is_multicast or address.is_unspecified or (address.is_reserved and not address.is_loopback):
        return f"alamat khusus {address}"
    if int(address) == 0xFFFF_FFFF or (address.version == 4 and int(address) >> 24 == 0):
        return f"alamat khusus {address}"
    if not address.is_global and not allow_private:
        return f"alamat pribadi atau lokal {address}"
    return ""


def literal_address(host: str) -> Address | None:
    """The address a host spells out, decimal, octal, hexadecimal and shortened forms included; None for a name."""
    host = host.strip("[]").partition("%")[0].rstrip(".")
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    if _NUMERIC_HOST.fullmatch(host):
        try:
            return ipaddress.IPv4Address(socket.inet_aton(host))
        except OSError:
            return None
    return None


def forbidden_url(url: str, allow_private: bool = False) -> str:
    """Why an address must not be asked for, judged by its spelling alone; "" when it may be."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "alamat tidak sah"
    if parts.scheme not in ("http", "https"):
        return f"skema {parts.scheme or 'kosong'} tidak dibuka"
    if not host:
        return "alamat tanpa nama situs"
    return _forbidden_host(host, allow_private)


@lru_cache(maxsize=4096)
def _forbidden_host(host: str, allow_private: bool) -> str:
    address = literal_address(host)
    return forbidden_ip(address, allow_private) if address is not None else ""


async def resolve(host: str, port: int) -> list[str]:
    """Every address of a host, as the system resolves it; raises socket.gaierror for an unknown one."""
    loop = asyncio.get_running_loop()
    infos = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in infos))


async def loopback_only(host: str, port: int) -> list[str]:
    """The addresses of a host of this machine; raises socket.gaierror for any other, as if there were no network."""
    if host in ("localhost", "127.0.0.1", "::1"):
        return await resolve(host, port)
    raise socket.gaierror(socket.EAI_NONAME, "only this machine is looked up")


async def allowed_addresses(host: str, port: int, resolver: Resolver, allow_private: bool) -> list[str]:
    """The addresses of a host that may be connected to, IPv4 first.

    Raises UnknownHost without any address, ForbiddenAddress when none of them is allowed.
    """
    literal = literal_address(host)
    if literal is not None:
        answers = [str(literal)]
    else:
        try:
            answers = await resolver(host, port)
        except (socket.gaierror, UnicodeError) as error:
            raise UnknownHost(host) from error
    addresses: list[Address] = []
    reason = ""
    for answer in answers:
        try:
            address = ipaddress.ip_address(answer.partition("%")[0])
        except ValueError:
            continue
        refused = forbidden_ip(address, allow_private)
        reason = reason or refused
        if not refused:
            addresses.append(address)
    if reason and not addresses:
        raise ForbiddenAddress(f"{host}: {reason}")
    if not addresses:
        raise UnknownHost(host)
    addresses.sort(key=lambda address: address.version)  # many offices publish an IPv6 address that leads nowhere
    return [str(address) for address in addresses[:_MOST_ADDRESSES]]


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """The network backend every connection of the crawler goes through."""

    def __init__(self, allow_private: bool = False, resolver: Resolver = resolve) -> None:
        self._allow_private = allow_private
        self._resolver = resolver
        self._inner: httpcore.AsyncNetworkBackend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A stream to the first allowed address that answers; raises what httpcore raises, and the guard's own."""
        try:
            async with asyncio.timeout(timeout):
                addresses = await allowed_addresses(host, port, self._resolver, self._allow_private)
        except TimeoutError as error:
            raise UnknownHost(host) from error
        for address in addresses[:-1]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._inner.connect_tcp(addresses[-1], port, timeout, local_address, socket_options)

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None
    ) -> httpcore.AsyncNetworkStream:
        raise ForbiddenAddress(path)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

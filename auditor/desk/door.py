"""Who may come in: only the browser that was let in with the one-time link, from this machine, through this address.

The desk listens on 127.0.0.1 alone, yet every page in the officer's browser and every program of the machine can send
it requests. So a request must name our own host and port (DNS rebinding), carry the cookie that the one-time link
gave (SameSite=Strict), and, where it changes something, come from our own pages (Origin) with the token that stands
in their forms. Source: OWASP CSRF Prevention Cheat Sheet; Fetch Metadata (W3C).
"""

from __future__ import annotations

import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from auditor.data import table

COOKIE = "meja"
ENTRY = "/masuk"
HOSTS = ("127.0.0.1", "localhost")
MAX_BODY = 8_000_000  # bytes of one request: a list of offices is far below
_READING = ("GET", "HEAD")


class Keys:
    """The secrets of one desk: the link that lets in once, what the cookie holds, what forms carry."""

    def __init__(self) -> None:
        self.session = secrets.token_urlsafe(32)
        self.form = secrets.token_urlsafe(32)
        self.shelf = secrets.token_urlsafe(24)  # where stored pages are shown, another origin without cookies
        self.entry = secrets.token_urlsafe(24)

    def used(self) -> None:
        """Makes the link that was just used worthless."""
        self.entry = secrets.token_urlsafe(24)


class TooLarge(Exception):
    """Raised while a body is read that is larger than anything the desk takes in."""


class Door:
    """The ASGI app behind its guard; ``frames`` is the origin whose pages may be shown within ours."""

    def __init__(self, app: ASGIApp, keys: Keys, port: int, frames: str) -> None:
        self._app, self._keys = app, keys
        self.origins = tuple(f"http://{host}:{port}" for host in HOSTS)
        self._policy = (
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
            f"font-src 'self'; frame-src {frames}; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'"
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # no web sockets here
        headers = Headers(scope=scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._protect(MutableHeaders(scope=message))
            await send(message)

        refused = self._refusal(scope, headers)
        if refused is not None:
            await refused(scope, receive, guarded)
            return
        try:
            await self._app(scope, _limited(receive), guarded)
        except TooLarge:
            await _told("terlalu_besar", 413)(scope, receive, guarded)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        """What is answered to a request that may not come in; None for one that may."""
        if f"http://{headers.get('host', '')}" not in self.origins:
            return _told("alamat_lain", 421)
        if scope["path"] == ENTRY and scope["method"] == "GET":
            return self._let_in(parse_qs(scope["query_string"].decode("latin-1")).get("kunci", [""])[0])
        if not hmac.compare_digest(_cookie(headers), self._keys.session):
            return _told("belum_masuk", 403)
        if scope["method"] in _READING:
            return None
        if headers.get("origin") not in self.origins or headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return _told("asal_lain", 403)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_BODY:
            return _told("terlalu_besar", 413)
        return None

    def _let_in(self, key: str) -> Response:
        if not hmac.compare_digest(key.encode(), self._keys.entry.encode()):
            return _told("belum_masuk", 403)
        self._keys.used()
        answer = RedirectResponse("/", 303)
        answer.set_cookie(COOKIE, self._keys.session, httponly=True, samesite="strict", path="/")
        return answer

    def _protect(self, headers: MutableHeaders) -> None:
        headers["Content-Security-Policy"] = self._policy
        headers["X-Content-Type-Options"] = "nosniff"
        headers["X-Frame-Options"] = "DENY"
        headers["Referrer-Policy"] = "same-origin"  # with no-referrer a browser sends "Origin: null" for our own forms
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers.setdefault("Cache-Control", "no-store")


def _told(key: str, status: int) -> Response:
    return PlainTextResponse(str(table("meja")["pintu"][key]), status)


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found is not None and found.value.isascii() else ""


def _limited(receive: Receive) -> Receive:
    """The body, as long as it is no larger than it may be, whatever its head said."""
    taken = 0

    async def next_part() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MAX_BODY:
            raise TooLarge
        return message

    return next_part

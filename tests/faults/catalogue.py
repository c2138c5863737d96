"""The fault matrix: what one page does wrong, and the status it must get. Each fault is a real server's behaviour."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from dataclasses import dataclass

import brotli  # type: ignore[import-untyped]

from auditor.model import FetchStatus
from tests.faults.server import PROSE, Exchange, Handler, first, head, page, redirect, reply


@dataclass(frozen=True)
class Fault:
    """One page's fault. ``status`` is what the fetch of /ppid must get; ``missing``: how unknown addresses answer."""

    name: str
    handler: Handler
    status: FetchStatus
    missing: Handler | None = None
    tries: int | None = None  # how often the page must have been asked for, where that matters

    def __str__(self) -> str:
        return self.name


def _raw(*pieces: bytes, pause: float = 0.0) -> Handler:
    async def handler(exchange: Exchange) -> None:
        for piece in pieces:
            await exchange.send(piece)
            await asyncio.sleep(pause)
        exchange.writer.close()

    return handler


def _then_reset(*pieces: bytes) -> Handler:
    async def handler(exchange: Exchange) -> None:
        for piece in pieces:
            await exchange.send(piece)
        await asyncio.sleep(0.05)
        exchange.reset()

    return handler


def _dribble(start: bytes, endless: bytes) -> Handler:
    """A byte now and then, never silent long enough for a read time-out."""

    async def handler(exchange: Exchange) -> None:
        await exchange.send(start)
        while not exchange.writer.is_closing():
            await exchange.send(endless)
            await asyncio.sleep(0.1)

    return handler


async def _silence(exchange: Exchange) -> None:
    await asyncio.sleep(30)


def _endless(chunk: bytes, prefix: bytes) -> Handler:
    async def handler(exchange: Exchange) -> None:
        await exchange.send(prefix)
        while not exchange.writer.is_closing():
            await exchange.send(b"%x\r\n%s\r\n" % (len(chunk), chunk))

    return handler


def _packed(data: bytes, encoding: str, status: int = 200) -> Handler:
    return reply(data, status, Content_Encoding=encoding)


def gzip_bomb(size: int = 80_000_000) -> bytes:
    """``size`` zero bytes in a few kilobytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(1_000_000)
    return b"".join(packer.compress(block) for _ in range(size // len(block))) + packer.flush()


def brotli_bomb(size: int = 80_000_000) -> bytes:
    packer = brotli.Compressor(quality=5, lgwin=24)
    block = bytes(1_000_000)
    return b"".join([*(packer.process(block) for _ in range(size // len(block))), packer.finish()])


HTML = {"Content-Type": "text/html; charset=utf-8"}
_OK = reply(page("PPID", PROSE))
_SHELL = (
    "<!doctype html><html><head><title>Kemenag</title></head><body><noscript>You need to enable JavaScript to run this"
    " app.</noscript><div id='root'></div><script src='/static/js/main.js'></script></body></html>"
)
_CLOUDFLARE = (
    "<!doctype html><html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been "
    "blocked</h1><p>You are unable to access this site. Cloudflare Ray ID: 8a1b2c3d4e5f</p></body></html>"
)
_CAPTCHA = (
    "<!doctype html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser before accessing"
    "</h1><p>Please enable JavaScript and cookies to continue. Verify you are human.</p></body></html>"
)
_LOGIN = page(
    "Masuk",
    "<form method=post action=/masuk><label>Nama pengguna <input name=user></label>"
    "<label>Kata sandi <input type=password name=password></label><button>Masuk</button></form>",
)
_PHP = (
    "<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function mysql_connect() in "
    "/home/kantor/public_html/index.php:12\nStack trace:\n#0 {main}\n  thrown in <b>/home/kantor/public_html/index.php"
    "</b> on line <b>12</b><br />"
)
_SQL = (
    "<!doctype html><html><head><title>Database Error</title></head><body><h1>A Database Error Occurred</h1><p>"
    "Unable to connect to your database server using the provided settings.</p><p>Filename: core/Loader.php</p>"
    "<p>Line Number: 346</p></body></html>"
)
_MAINTENANCE = (
    "<!doctype html><html><head><title>Maintenance</title></head><body><h1>Situs sedang dalam pemeliharaan</h1>"
    "<p>Mohon maaf, kami akan segera kembali.</p></body></html>"
)
_SUSPENDED = (
    "<!doctype html><html><head><title>Account Suspended</title></head><body><h1>Account Suspended</h1><p>This Account "
    "has been suspended. Contact your hosting provider for more information.</p></body></html>"
)
_PARKED = (
    "<!doctype html><html><head><title>Domain ini dijual</title></head><body><h1>Domain ini dijual</h1>"
    "<p>This domain is for sale. Buy this domain.</p></body></html>"
)
HOME = page("Kankemenag Kabupaten Purbalingga", PROSE, "<a href='/ppid'>PPID</a><a href='/visi-misi'>Visi Misi</a>")
_LOST = page("Oops", "<p>Halaman yang Anda cari tidak ditemukan.</p>")
_LATE_HEAD = head(200, {**HTML, "Content-Length": "5000"})
_CHUNKED = head(200, {**HTML, "Transfer-Encoding": "chunked"})


async def _chain(exchange: Exchange) -> None:
    number = int(exchange.request.path.partition("?n=")[2] or 0)
    await redirect(f"/ppid?n={number + 1}")(exchange)


async def _cookie_wall(exchange: Exchange) -> None:
    """Sends back to the same address until the cookie it set is shown."""
    if "izin=1" in exchange.request.headers.get("cookie", ""):
        await _OK(exchange)
    else:
        await reply(b"", 302, Location="/ppid", Set_Cookie="izin=1; Path=/")(exchange)


S = FetchStatus
PAGE_FAULTS: tuple[Fault, ...] = (
    Fault("404", reply(_LOST, 404), S.NOT_FOUND, tries=1),
    Fault("410", reply(_LOST, 410), S.NOT_FOUND),
    Fault("400", reply("", 400), S.CLIENT_ERROR),
    Fault("451", reply("", 451), S.CLIENT_ERROR),
    Fault("401", reply("", 401, WWW_Authenticate='Basic realm="x"'), S.UNAUTHORIZED),
    Fault("a log-in page in place of the content", reply(_LOGIN), S.UNAUTHORIZED),
    Fault("403", reply("<h1>Forbidden</h1>", 403), S.FORBIDDEN),
    Fault("403 by Cloudflare", reply(_CLOUDFLARE, 403, Server="cloudflare"), S.WAF),
    Fault("a WAF's refusal with 200", reply(_CLOUDFLARE), S.WAF),
    Fault("a captcha with 503", reply(_CAPTCHA, 503, Server="cloudflare"), S.WAF),
    Fault("429 for good", reply("", 429, Retry_After="0"), S.RATE_LIMITED, tries=2),
    Fault("429 once", first(1, reply("", 429, Retry_After="0"), _OK), S.OK, tries=2),
    Fault("429 with an hour to wait", reply("", 429, Retry_After="3600"), S.RATE_LIMITED, tries=1),
    Fault("500", reply("<h1>Internal Server Error</h1>", 500), S.SERVER_ERROR, tries=2),
    Fault("502", reply("", 502), S.SERVER_ERROR),
    Fault("503 once", first(1, reply("", 503, Retry_After="0"), _OK), S.OK, tries=2),
    Fault("504", reply("", 504), S.SERVER_ERROR),
    Fault("503 maintenance", reply(_MAINTENANCE, 503), S.MAINTENANCE),
    Fault("maintenance with 200", reply(_MAINTENANCE), S.MAINTENANCE),
    Fault("a suspended account with 200", reply(_SUSPENDED), S.SUSPENDED),
    Fault("a parked domain", reply(_PARKED), S.SUSPENDED),
    Fault("a PHP fatal error with 200", reply(_PHP), S.APPLICATION_ERROR),
    Fault("a database error with 200", reply(_SQL), S.APPLICATION_ERROR),
    Fault("a soft 404 that says so", reply(_LOST), S.SOFT_404, missing=reply(_LOST)),
    Fault("a soft 404 that is the home page", reply(HOME), S.SOFT_404, missing=reply(HOME)),
    Fault("a soft 404 by redirect to the home page", redirect("/"), S.SOFT_404, missing=redirect("/")),
    Fault("an empty shell for JavaScript", reply(_SHELL), S.NEEDS_JAVASCRIPT),
    Fault("an empty shell sent with 404", reply(_SHELL, 404), S.NEEDS_JAVASCRIPT, missing=reply(_SHELL, 404)),
    Fault("an empty shell for every address", reply(_SHELL), S.NEEDS_JAVASCRIPT, missing=reply(_SHELL)),
    Fault("a film", reply(bytes(9000), type="video/mp4"), S.WRONG_TYPE),
    Fault("a program", reply(b"MZ" + bytes(9000), type="application/octet-stream"), S.WRONG_TYPE),
    Fault("a page too large by its own word", reply(b"<p>x" * 200_000), S.TOO_LARGE),
    Fault("a page without end", _endless(b"<p>x" * 4000, _CHUNKED), S.TOO_LARGE),
    Fault("a gzip bomb", _packed(gzip_bomb(), "gzip"), S.TOO_LARGE),
    Fault("a brotli bomb", _packed(brotli_bomb(), "br"), S.TOO_LARGE),
    Fault("a gzip bomb in gzip", _packed(gzip.compress(gzip_bomb()), "gzip, gzip"), S.TOO_LARGE),
    Fault("many layers of encoding", _packed(b"x", "gzip, gzip, gzip, br"), S.BAD_RESPONSE),
    Fault("broken gzip", _packed(b"\x1f\x8b\x08" + b"rusak" * 200, "gzip"), S.BAD_RESPONSE),
    Fault("broken brotli", _packed(b"\xff" * 500, "br"), S.BAD_RESPONSE),
    Fault("gzip cut short", _packed(gzip.compress(_SHELL.encode() * 90)[:-30], "gzip"), S.TRUNCATED),
    Fault("an unknown encoding", _packed(b"x" * 500, "kompres-sendiri"), S.BAD_RESPONSE),
    Fault("plain text that claims to be gzip", _packed(b"<p>halo</p>", "gzip"), S.BAD_RESPONSE),
    Fault("less than Content-Length", _raw(_LATE_HEAD, b"<p>setengah"), S.TRUNCATED),
    Fault("chunks without an end", _raw(_CHUNKED, b"5\r\n<p>ha\r\n"), S.TRUNCATED),
    Fault("reset before the answer", _then_reset(), S.RESET),
    Fault("reset within the body", _then_reset(_LATE_HEAD, b"<p>"), S.RESET),
    Fault("closed without an answer", _raw(), S.RESET),
    Fault("once closed without an answer", first(1, _raw(), _OK), S.OK, tries=2),
    Fault("something that is not HTTP", _raw(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), S.BAD_RESPONSE),
    Fault("headers without end", _raw(b"HTTP/1.1 200 OK\r\n", b"X-Isi: 0123456789\r\n" * 20_000), S.BAD_RESPONSE),
    Fault("silence", _silence, S.READ_TIMEOUT, tries=2),
    Fault("silence within the body", _dribble(_LATE_HEAD, b""), S.READ_TIMEOUT),
    Fault("headers byte by byte", _dribble(b"HTTP/1.1 200 OK\r\nX: ", b"y"), S.DEADLINE),
    Fault("a body byte by byte", _dribble(_LATE_HEAD, b"z"), S.DEADLINE),
    Fault("a redirect to itself", redirect("/ppid"), S.REDIRECT_LOOP),
    Fault("a redirect without end", _chain, S.REDIRECT_LOOP),
    Fault("a cookie wall", _cookie_wall, S.OK),
    Fault("a redirect to another site", redirect("http://situs-lain.contoh.id/ppid"), S.REDIRECTED_AWAY),
    Fault("a redirect to the metadata service", redirect("http://169.254.169.254/latest"), S.FORBIDDEN_ADDRESS),
    Fault("a redirect to a file", redirect("file:///etc/passwd"), S.FORBIDDEN_ADDRESS),
    Fault("a redirect to FTP", redirect("ftp://contoh.id/ppid"), S.FORBIDDEN_ADDRESS),
    Fault("a redirect to a data address", redirect("data:text/html,<h1>PPID</h1>"), S.FORBIDDEN_ADDRESS),
    Fault("a redirect to what robots.txt forbids", redirect("/rahasia/ppid"), S.ROBOTS),
    Fault("a redirect without an address", reply("", 302), S.BAD_RESPONSE),
    Fault("a redirect to nonsense", redirect("http://[::g]/"), S.FORBIDDEN_ADDRESS),
)

"""Small office sites on real loopback sockets, with a log of what they were asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from auditor.model import OfficeKind, Site

PLACES = ("Cilacap", "Banyumas", "Purbalingga", "Banjarnegara", "Kebumen", "Purworejo")

_MENU = "".join(
    f'<li><a href="/{path}">{label}</a></li>'
    for path, label in (
        ("visi-misi", "Visi dan Misi"),
        ("tugas", "Tugas dan Fungsi"),
        ("ppid", "PPID"),
        ("dip", "Daftar Informasi Publik"),
        ("kontak", "Kontak"),
    )
)


def page(place: str, path: str) -> str | None:
    """The HTML of one page of an office's site; None for an address it does not have."""
    about = f"Kantor Kementerian Agama Kabupaten {place}"
    bodies = {
        "/": f"<h1>Selamat datang</h1><p>Situs resmi {about}.</p>",
        "/visi-misi": f"<h1>Visi dan Misi</h1><h2>Visi</h2><p>Terwujudnya masyarakat {place} yang taat beragama, rukun,"
        " cerdas, dan sejahtera lahir batin dalam bingkai kebangsaan yang berkepribadian gotong royong.</p>"
        "<h2>Misi</h2><ol><li>Meningkatkan kualitas kehidupan beragama</li><li>Meningkatkan kerukunan umat</li>"
        "<li>Meningkatkan mutu layanan madrasah dan pesantren</li></ol>",
        "/tugas": f"<h1>Tugas dan Fungsi</h1><p>{about} mempunyai tugas melaksanakan tugas dan fungsi Kementerian Agama"
        " di kabupaten.</p><h2>Fungsi</h2><ul>"
        + "".join(f"<li>Perumusan dan pelaksanaan kebijakan bidang {n} di wilayah kabupaten</li>" for n in range(1, 8))
        + "</ul>",
        "/ppid": f'<h1>PPID</h1><p>PPID {about}</p><ul><li><a href="/dip">Daftar Informasi Publik</a></li></ul>',
        "/kontak": f"<h1>Kontak</h1><p>Jl. Jenderal Sudirman No. 7, {place} 53311. Telepon (0281) 891234.</p>",
    }
    if path not in bodies:
        return None
    return (
        f'<!doctype html><html lang="id"><head><title>{about}</title></head><body><nav><ul>{_MENU}</ul></nav>'
        f"<main>{bodies[path]}</main><footer>{about}</footer></body></html>"
    )


class _Office(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, place: str, wait: float) -> None:
        self.place, self.wait, self.silent = place, wait, False
        self.asked: list[str] = []
        self.gone: set[str] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that was killed is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: _Office
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        time.sleep(self.server.wait)
        html = page(self.server.place, self.path) if self.path not in self.server.gone else None
        status = 503 if self.server.silent else 200 if html else 404
        body = (html or "<h1>Tidak ditemukan</h1>").encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


def sites_from(addresses: str) -> list[Site]:
    """The offices that answer at these addresses (separated by spaces)."""
    return [
        Site(
            f"kab-{place.lower()}",
            f"Kankemenag Kabupaten {place}",
            OfficeKind.KABUPATEN,
            address,
            "Jawa Tengah",
            "eks-Karesidenan Banyumas",
        )
        for place, address in zip(PLACES, addresses.split(), strict=False)
    ]


class Province:
    """Several office sites, each on its own port, each ``slower`` seconds slower than the one before it."""

    def __init__(self, count: int, slower: float = 0.0) -> None:
        self._offices = [_Office(PLACES[n], n * slower) for n in range(count)]
        self.addresses = " ".join(f"http://127.0.0.1:{office.server_address[1]}" for office in self._offices)
        self.sites = sites_from(self.addresses)

    def requests(self) -> dict[str, list[str]]:
        """Site id -> the paths asked so far."""
        return {site.id: list(office.asked) for site, office in zip(self.sites, self._offices, strict=True)}

    @contextmanager
    def silent(self, site: Site) -> Iterator[None]:
        """The site answers 503 to everything for a while."""
        office = self._offices[self.sites.index(site)]
        office.silent = True
        try:
            yield
        finally:
            office.silent = False

    @contextmanager
    def without(self, site: Site, path: str) -> Iterator[None]:
        """The site does not have one of its pages for a while."""
        gone = self._offices[self.sites.index(site)].gone
        gone.add(path)
        try:
            yield
        finally:
            gone.discard(path)

    def __enter__(self) -> Self:
        for office in self._offices:
            threading.Thread(target=office.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for office in self._offices:
            office.shutdown()
            office.server_close()

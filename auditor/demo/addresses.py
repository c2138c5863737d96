"""How each content system spells its addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.demo.news import Item


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one host. ``theme``: wordpress | codeigniter | laravel | spa."""

    theme: str
    base: str  # "http://127.0.0.1:8001"

    def page(self, group: str, slug: str) -> str:
        if self.theme == "wordpress":
            return f"{self.base}/{slug}/"
        if self.theme == "codeigniter":
            return f"{self.base}/halaman/detail/{slug}"
        return f"{self.base}/{slug}" if group == "utama" else f"{self.base}/{group}/{slug}"

    def article(self, item: Item) -> str:
        if self.theme == "wordpress":
            return f"{self.base}/{item.at:%Y/%m/%d}/{item.slug}/"
        folder = "berita/detail" if self.theme == "codeigniter" else "berita"
        return f"{self.base}/{folder}/{item.slug}"

    def listing(self, kind: str, number: int = 1) -> str:
        """A list ("berita", "pengumuman", "agenda"), by page number."""
        if self.theme == "wordpress":
            return f"{self.base}/{kind}/" + (f"page/{number}/" if number > 1 else "")
        if self.theme == "codeigniter":
            return f"{self.base}/{kind}" + (f"/index/{(number - 1) * 30}" if number > 1 else "")
        return f"{self.base}/{kind}" + (f"?page={number}" if number > 1 else "")

    def document(self, name: str, year: int) -> str:
        if self.theme == "wordpress":
            return f"{self.base}/wp-content/uploads/{year}/03/{name}"
        return f"{self.base}/{'asset/file_download' if self.theme == 'codeigniter' else 'storage/dokumen'}/{name}"

    def asset(self, name: str) -> str:
        folder = {"wordpress": "wp-content/uploads/sites", "codeigniter": "asset/foto_statis"}.get(self.theme, "images")
        return f"{self.base}/{folder}/{name}"

    @property
    def sitemap(self) -> str:
        """The sitemap's path, "" where the system has none."""
        return {"wordpress": "/wp-sitemap.xml", "laravel": "/sitemap.xml"}.get(self.theme, "")

    @property
    def search(self) -> str:
        """The path of the page that shows search results, "" where there is none."""
        return {"wordpress": "/?s=", "laravel": "/cari"}.get(self.theme, "")

    def path(self, url: str) -> str:
        """An own address without scheme and host."""
        return url.removeprefix(self.base) or "/"

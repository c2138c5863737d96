"""Sites to crawl, made by us from a fixed seed: pages as WordPress with Elementor makes them, of about 100 KB each.

Every site has its own place, titles and prose, and all its addresses lead somewhere: whoever follows each link of the
site itself opens exactly ``PAGES`` pages. Links to files are there as on real sites; nobody is meant to open them.
"""

from __future__ import annotations

import random
from pathlib import Path

PAGES = 60
SEED = 2026
ARTICLES = 6  # as many as a crawl of 60 pages samples, so that none is left out
_TEXT = (
    "kantor kementerian agama kabupaten melayani masyarakat informasi publik madrasah pesantren nikah haji zakat wakaf "
    "penyuluh kepala seksi pelayanan terpadu satu pintu laporan kinerja anggaran tahun berjalan kegiatan bersama warga "
    "guru siswa kelas jadwal bantuan rumah ibadah kerukunan umat moderasi pembinaan rapat peserta hari bulan desa camat"
)
_WORDS = _TEXT.split()
_SYLLABLES = ("ban", "ci", "da", "gu", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa", "jo", "mu", "so", "ti")
_MENU = (
    "Profil: Sejarah|Sejarah Kantor, Visi dan Misi|Visi Misi, Tugas dan Fungsi|Tugas & Fungsi, Struktur Organisasi, "
    "Pejabat|Profil Pejabat; Berita: Berita Utama, Artikel; Informasi: Pengumuman, Regulasi, Unduhan|Unduh Dokumen; "
    "Layanan: Standar Pelayanan, SOP|Daftar SOP, PTSP, Layanan Nikah, Layanan Haji, Zakat dan Wakaf; "
    "PPID: Profil PPID|Tentang PPID, Informasi Berkala, Informasi Serta Merta, Informasi Setiap Saat, "
    "Daftar Informasi Publik|DIP, Maklumat Pelayanan, Permohonan Informasi, Pengajuan Keberatan, Laporan Layanan; "
    "Zona Integritas: Area Perubahan, Survei Kepuasan; Kontak: Peta Kantor, Hubungi Kami"
)


class SiteMaker:
    """One invented site under an address: ``pages`` makes path -> HTML."""

    def __init__(self, number: int, host: str, small: bool = False) -> None:
        self._number, self._host, self._small = number, host, small
        chance = random.Random(f"{SEED}/{number}")
        self.place = self._word(chance)
        self._menu: list[tuple[str, list[str]]] = []
        for group in _MENU.split(";"):
            name, _, entries = group.strip().partition(":")
            self._menu.append((name, [chance.choice(entry.strip().split("|")) for entry in entries.split(",")]))
        self._labels = [label for _, entries in self._menu for label in entries]
        self._units = [
            f"KUA Kecamatan {self._word(chance)} {n}" for n in range(PAGES - 1 - ARTICLES - len(self._labels))
        ]
        if not small:
            self._menu.append(("KUA", self._units))
        self._titles = [
            f"Kepala Kantor {self.place} Buka {self._prose(chance, 5)}".rstrip(".") for _ in range(ARTICLES)
        ]

    def pages(self) -> dict[str, str]:
        """The site's pages by path, the home page first."""
        names = {"/": f"Kankemenag Kabupaten {self.place}"}
        names |= {f"/{_slug(label)}/": label for label in self._labels}
        names |= {} if self._small else {f"/kua/{_slug(unit)}/": unit for unit in self._units}
        names |= {self._article(n): title for n, title in enumerate(self._titles)}
        return {path: self._page(number, label) for number, (path, label) in enumerate(names.items())}

    def _article(self, number: int) -> str:
        return f"/2026/0{1 + number % 9}/{_slug(self._titles[number])}/"

    @staticmethod
    def _word(chance: random.Random) -> str:
        return "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize()

    @staticmethod
    def _prose(chance: random.Random, words: int) -> str:
        return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize() + "."

    def _navigation(self) -> str:
        groups = []
        for name, entries in self._menu:
            folder = "/kua/" if name == "KUA" else "/"
            inner = "".join(
                f'<li id="menu-item-{number}" class="menu-item menu-item-type-post_type"><a class="elementor-sub-item" '
                f'href="{self._host}{folder}{_slug(label)}/">{label}</a></li>'
                for number, label in enumerate(entries)
            )
            groups.append(
                f'<li class="menu-item menu-item-has-children"><a href="#" class="elementor-item">{name}</a>'
                f'<ul class="sub-menu elementor-nav-menu--dropdown">{inner}</ul></li>'
            )
        one = f'<ul class="elementor-nav-menu">{"".join(groups)}</ul>'
        return f"<header class='elementor-location-header'><nav>{one}</nav><nav aria-hidden='true'>{one}</nav></header>"

    def _page(self, number: int, label: str) -> str:
        """One page of about 100 KB, a third of it style sheets and scripts."""
        chance, host = random.Random(f"{SEED}/{self._number}/{number}"), self._host
        styles = "".join(
            f".elementor-{number} .elementor-element-{n:07x}{{margin:{n % 40}px;padding:{n % 9}px;color:#{n:03d}}}"
            for n in range(0 if self._small else 400)
        )
        scripts = "".join(
            f"var a{n}={{'url':'{host}/wp-json/{n}','nonce':'{chance.random()}'}};"
            for n in range(0 if self._small else 200)
        )
        rows = "".join(
            f'<tr><td>{n}</td><td>{self._prose(chance, 6)}</td><td><a href="{host}/wp-content/uploads/2026/03/'
            f'{number}-{n}.pdf">Unduh</a></td></tr>'
            for n in range(1, 13)
        )
        cards = "".join(self._card(n % ARTICLES, n, chance) for n in range(2 if self._small else 12))
        blocks = [
            f"<h1>{label}</h1>",
            *(
                f"<h2>{self._prose(chance, 4)}</h2><p>{self._prose(chance, 60)}</p>"
                for _ in range(2 if self._small else 8)
            ),
            f"<table><tr><th>No</th><th>Dokumen</th><th>Unduh</th></tr>{rows}</table>",
            cards,
        ]
        body = "".join(_widget(block, number * 100 + n) for n, block in enumerate(blocks))
        quotes = random.Random(f"{SEED}/{self._number}/footer")
        lines = "".join(f"<li>{self._prose(quotes, 3)}</li>" for _ in range(10))
        footer = _widget(f"<p>Jalan Merdeka 7 {self.place} 53311</p><ul>{lines}</ul>", 1)
        return (
            f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{label} - Kemenag {self.place}</title>'
            f'<meta name="viewport" content="width=device-width"><style>{styles}</style><script>{scripts}</script>'
            "</head>"
            f'<body class="page elementor-page">{self._navigation()}<main>{body}</main><footer '
            f'class="elementor-location-footer">{footer}</footer><script>{scripts}</script></body></html>'
        )

    def _card(self, article: int, number: int, chance: random.Random) -> str:
        host, path = self._host, self._article(article)
        sizes = ", ".join(f"{host}/wp-content/uploads/{number}-{w}x{w}.jpg {w}w" for w in (150, 300, 768, 1024))
        return (
            f'<article class="elementor-post"><a href="{host}{path}"><img loading="lazy" width="300" height="200" '
            f'src="/wp-content/uploads/{number}.jpg" alt="Acara {number}" srcset="{sizes}"></a><h3>'
            f'<a href="{host}{path}">'
            f"{self._titles[article]}</a></h3><p>{self._prose(chance, 25)}</p><span>{1 + article} September 2026</span>"
            "</article>"
        )


def _widget(inner: str, number: int) -> str:
    """Content as Elementor wraps it: section, column, widget, container."""
    return (
        f'<section class="elementor-section elementor-top-section elementor-element elementor-element-{number:07x} '
        f'elementor-section-boxed" data-id="{number:07x}" data-element_type="section" '
        'data-settings=\'{"background_background":"classic"}\'><div class="elementor-container">'
        '<div class="elementor-column elementor-col-100"><div class="elementor-widget-wrap">'
        f'<svg viewBox="0 0 512 512"><path d="M{number} 48C141 48 48 141 48 256s93 208 208 208 208-93 208-208z"/></svg>'
        f'<div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-'
        f'container">{inner}</div></div></div></div></div></section>'
    )


def _slug(label: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in label.lower()).split())


def write(folder: Path, hosts: dict[str, str], small: bool = False) -> int:
    """The bytes written: for each host (address of the server -> start address) a folder with a file for each page.

    Small sites have half the pages, of a few kilobytes each.
    """
    total = 0
    for number, (host, start) in enumerate(hosts.items()):
        for path, html in SiteMaker(number, start.rstrip("/"), small).pages().items():
            file = folder / host / path.strip("/") / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            total += file.write_bytes(html.encode())
    return total

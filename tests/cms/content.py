# ruff: noqa: E501 (markup is easier to read unbroken)
"""What goes into the WordPress of the test, and what a careful reader should find there again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

NAME = "Kankemenag Kabupaten Purbalingga"
CATEGORIES = ("Berita", "Bimas Islam", "Pendidikan Madrasah", "Pengumuman")
_WHO = (
    "Kepala Kantor",
    "Kasubbag TU",
    "Penyuluh Agama",
    "Kepala KUA Kalimanah",
    "Pengawas Madrasah",
    "Guru RA",
    "Santri",
)
_WHAT = (
    "Gelar Pembinaan",
    "Buka Lokakarya",
    "Hadiri Silaturahmi",
    "Tinjau Asesmen",
    "Ikuti Upacara",
    "Dampingi Manasik",
    "Serahkan Bantuan",
)
_WHERE = ("Bobotsari", "Bukateja", "Kemangkon", "Rembang", "Kutasari", "Mrebet", "Padamara", "Karangreja", "Kejobong")


@dataclass(frozen=True, slots=True)
class Truth:
    """The days of what is public, by title; copies once, under their first day."""

    news: dict[str, date]
    announcements: dict[str, date]
    hidden: frozenset[str]  # drafts and scheduled posts: nobody may find them

    def within(self, today: date, days: int) -> int:
        return sum(0 <= (today - day).days < days for day in self.news.values())


def made(today: date) -> tuple[list[dict[str, Any]], Truth]:
    """The posts (as fill.php wants them) and the truth about them."""
    posts: list[dict[str, Any]] = []
    news: dict[str, date] = {}
    announcements: dict[str, date] = {}

    def add(
        title: str, day: date, *categories: str, status: str = "publish", sticky: bool = False, text: str = ""
    ) -> None:
        moment = datetime.combine(day, datetime.min.time()) + timedelta(hours=8, minutes=len(posts))
        content = text or (
            f"<p>Purbalingga (Humas) - {title} dalam kegiatan nomor {len(posts) + 1} yang berlangsung tertib di aula kecamatan. "
            "Peserta datang dari berbagai desa dan mengikuti acara sampai selesai.</p><p>Kepala kantor berterima kasih kepada panitia.</p>"
        )
        posts.append(
            {
                "title": title,
                "content": content,
                "date": moment.isoformat(sep=" "),
                "categories": list(categories),
                "status": status,
                "sticky": sticky,
            }
        )

    for i in range(34):
        title = f"{_WHO[i % 7]} {_WHAT[(i * 3) % 7]} di {_WHERE[(i * 5) % 9]} Tahap {i + 1}"
        day = today - timedelta(days=2 + (i * 11) // 4)
        news[title] = day
        add(title, day, "Berita", *(["Bimas Islam"] if i % 3 == 0 else ["Pendidikan Madrasah"] if i % 3 == 1 else []))
    old = "Peresmian Gedung Layanan Terpadu Satu Pintu"
    news[old] = today - timedelta(days=800)
    add(old, news[old], "Berita", sticky=True)
    copied = "Jajaran Kantor Peringati Hari Santri Bersama Warga"
    text = "<p>Purbalingga (Humas) - Upacara Hari Santri diikuti jajaran kantor, santri, dan warga di alun-alun kabupaten sejak pagi hari.</p>"
    news[copied] = today - timedelta(days=31)
    add(copied, news[copied], "Berita", text=text)
    add(copied, today - timedelta(days=5), "Bimas Islam", text=text)
    for i, title in enumerate(
        (
            "Pengumuman Jam Layanan Selama Libur",
            "Pengumuman Seleksi Petugas Layanan",
            "Pengumuman Pendaftaran Sertifikasi Halal",
        )
    ):
        announcements[title] = today - timedelta(days=12 + 60 * i)
        add(title, announcements[title], "Pengumuman")
    hidden = {"Berita Terjadwal Bulan Depan di Kantor": "future", "Konsep Berita yang Belum Terbit": "draft"}
    add("Berita Terjadwal Bulan Depan di Kantor", today + timedelta(days=30), "Berita", status="future")
    add("Konsep Berita yang Belum Terbit", today - timedelta(days=1), "Berita", status="draft")
    return posts, Truth(news, announcements, frozenset(hidden))


def pages(document: str) -> list[dict[str, Any]]:
    """Static pages; ``document`` is the path of the PDF one of them offers."""
    return [
        {
            "title": "Visi dan Misi",
            "slug": "visi-dan-misi",
            "content": "<h3>Visi</h3><p>Kementerian Agama Kabupaten Purbalingga yang profesional dan andal dalam membangun masyarakat.</p>"
            "<h3>Misi</h3><ul><li>Meningkatkan kualitas kerukunan umat.</li><li>Meningkatkan layanan keagamaan yang adil.</li></ul>",
            "uploads": {},
            "label": "",
        },
        {
            "title": "PPID",
            "slug": "ppid",
            "content": "<p>Pejabat Pengelola Informasi dan Dokumentasi Kankemenag Purbalingga.</p>",
            "uploads": {"laporan-kinerja.pdf": document},
            "label": "Laporan Kinerja Instansi Pemerintah",
        },
    ]

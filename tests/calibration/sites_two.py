# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""Sites nine to seventeen. What each is meant to try stands in its docstring; the verdicts stand in truth.csv."""

from __future__ import annotations

from datetime import timedelta

from auditor.model import FetchStatus, SiteState, SiteStatus, TlsState
from tests.calibration.made import TODAY, Made, News, docs, form, grid, h, img, office, p, raw, ul
from tests.calibration.texts import (
    HOURS,
    PNG,
    address,
    decree,
    dip_rows,
    dispute,
    duties,
    fresh_news,
    history,
    objection,
    officials,
    pledge,
    report,
    request_form,
    request_steps,
    social,
    time_and_fee,
    vision,
)
from tests.calibration.themes import Blogger, CodeIgniter, Elementor, Joomla, Laravel, Semantic, Tabs
from tests.made_files import pdf


def weekly(place: str, *, newest: int = 4, weeks: int = 13) -> list[News]:
    """One item a week."""
    return [
        News(f"{item.title} Pekan {i}", TODAY.date() - timedelta(days=newest + 7 * i), item.text)
        for i, item in enumerate(fresh_news(place, count=weeks))
    ]


def batang() -> Made:
    """Static PHP: everything of the PPID on one page in tabs that open on a click; one PDF offered five times."""
    place = "Kabupaten Batang"
    made = Made(office("php-tab", f"Kankemenag {place}", "https://batang.kemenag.go.id"), Tabs())
    made.menu = (
        ("Beranda", "/"), ("Profil Kantor", "/profil.php"), ("Informasi Publik (PPID)", "/ppid.php"), ("Dokumen", "/dokumen.php"), ("Layanan", "/layanan.php"), ("Berita", "/berita"), ("Kontak", "/kontak.php"),
    )  # fmt: skip
    bundle = "/dok/bundel-2026.pdf"
    made.pages = {
        "/": ("Beranda", [p("Kantor Kementerian Agama Kabupaten Batang melayani dengan hati.")]),
        "/profil.php": ("Profil Kantor", [h("Sejarah"), *history(place), h("Visi dan Misi"), *(block for block in vision(place) if block[0] != "h"), h("Tugas dan Fungsi"), *duties(place), h("Struktur Organisasi"), img("/gambar/struktur2026.png", "Struktur"), h("Pejabat"), *officials()]),
        "/ppid.php": ("PPID Kantor Kementerian Agama Kabupaten Batang", [h("Maklumat"), *pledge(), h("Tata Cara Permohonan"), *request_steps(), h("Formulir Permohonan"), *request_form("/kirim.php"), h("Keberatan"), *objection(),
            h("Sengketa Informasi"), *dispute(), h("Informasi Serta Merta"), p("Sampai dengan 1 November 2026 tidak ada informasi serta merta (nihil)."), h("Informasi Dikecualikan"), p("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.")]),
        "/dokumen.php": ("Dokumen", [docs(("Perjanjian Kinerja 2026", bundle), ("Rencana Kerja 2026", bundle), ("DIPA 2026", bundle), ("RKA-K/L 2026", bundle), ("Laporan Kinerja 2025", bundle), ("Renstra Kankemenag Batang 2025-2029", "/dok/renstra.pdf"))]),
        "/layanan.php": ("Layanan", [h("PTSP"), ul("Legalisasi ijazah: bawa ijazah asli", "Rekomendasi pindah madrasah: surat dan rapor", "Izin operasional madrasah: akta notaris", "Pendaftaran wakaf: sertifikat", "Rekomendasi bantuan masjid: proposal", "Permohonan penyuluh: surat"),
            h("Pengaduan"), p("Pengaduan atas penyalahgunaan wewenang disampaikan secara tertulis kepada tim pengaduan dengan mencantumkan identitas, uraian kejadian, dan bukti. Tim menindaklanjuti dalam lima hari kerja. Kontak pengaduan: pengaduan.batang@kemenag.go.id.")]),
        "/kontak.php": ("Kontak", [raw('<p>Jl. Urip Sumoharjo No. 5 Batang 51216</p><p>Telepon (0285) 391188, surel batang@kemenag.go.id</p>' + HOURS)]),
    }  # fmt: skip
    made.files = {
        bundle: report("Perjanjian Kinerja", place, 2026, pages=9),
        "/dok/renstra.pdf": report("Rencana Strategis", place, "2025-2029", pages=40),
        "/gambar/struktur2026.png": PNG,
    }
    made.news = weekly("Batang")
    made.footer = "&copy; 2026 Kankemenag Batang"
    return made


def tegal() -> Made:
    """A well-made frame around content copied from neighbours: the kabupaten of the same name, another kota."""
    place = "Kota Tegal"
    made = Made(office("semantik-salin", f"Kankemenag {place}", "https://kotategal.kemenag.go.id"), Semantic())
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Sejarah", "/sejarah"), ("Visi & Misi", "/visi"), ("Tugas & Fungsi", "/tugas"), ("Kepala Kantor", "/kepala"))),
        ("PPID", (("Daftar Informasi Publik", "/dip"), ("LKjIP", "/lkjip"), ("Perjanjian Kinerja", "/perkin"), ("Maklumat Pelayanan", "/maklumat"), ("SK PPID", "/sk"), ("Waktu Layanan", "/waktu"))), ("Berita", "/berita"),
    )  # fmt: skip
    other, twin = "Kota Pekalongan", "Kabupaten Tegal"
    headers, rows = dip_rows(place)
    made.pages = {
        "/": ("Beranda", [p("Selamat datang.")]),
        "/sejarah": ("Sejarah", history(other)),
        "/visi": ("Visi & Misi", vision(place)),
        "/tugas": ("Tugas & Fungsi", duties(place)),
        "/kepala": ("Kepala Kantor", [img("/img/kepala.jpg", "Kepala Kantor H. Ahmad Fauzan"), p("H. Ahmad Fauzan, S.Ag., M.Si. menjabat Kepala Kantor sejak Maret 2024. Lahir di Brebes, menempuh pendidikan sarjana di Semarang dan magister di Yogyakarta. Sebelumnya menjadi kepala seksi dan kepala subbagian tata usaha di kantor lain selama dua belas tahun. Beliau dikenal dekat dengan para penyuluh.")]),
        "/dip": ("Daftar Informasi Publik Tahun 2026", [grid(headers, *rows)]),
        "/lkjip": ("LKjIP", [docs(("LKjIP Tahun 2025", "/f/lkjip.pdf"))]),
        "/perkin": ("Perjanjian Kinerja", [docs(("Perjanjian Kinerja Tahun 2026", "/f/perkin.pdf"))]),
        "/maklumat": ("Maklumat Pelayanan", [docs(("Maklumat Pelayanan Kantor", "/f/maklumat.pdf"))]),
        "/sk": ("SK PPID", [docs(("SK PPID", "/f/sk.pdf"))]),
        "/waktu": ("Waktu Layanan", time_and_fee()),
    }  # fmt: skip
    made.files = {
        "/f/lkjip.pdf": report("Laporan Kinerja", twin, 2025, pages=25), "/f/perkin.pdf": report("Perjanjian Kinerja", place, 2026), "/f/maklumat.pdf": pdf(f"MAKLUMAT PELAYANAN\nKANTOR KEMENTERIAN AGAMA {place.upper()}\nDengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar yang telah ditetapkan."),
        "/f/sk.pdf": decree("Pejabat Pengelola Informasi dan Dokumentasi", other, "55", 2025), "/img/kepala.jpg": PNG,
    }  # fmt: skip
    made.footer = "<address>Jl. Mataram No. 12 Kota Pekalongan 51111</address><p>Telp. (0285) 421177</p>" + social(
        "kotapekalongan"
    )
    made.news = weekly("Kota Tegal", newest=12)
    return made


def jember() -> Made:
    """WordPress with injected links and a rewritten title beside honest content, and honest news against gambling."""
    place = "Kabupaten Jember"
    made = Made(
        office("wp-sisipan", f"Kankemenag {place}", "https://kemenagjember.id", province="Jawa Timur"), Elementor()
    )
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Visi Misi", "/visi-misi/"), ("Tugas Fungsi", "/tugas-fungsi/"), ("Sejarah", "/sejarah/"))), ("Berita", "/category/berita/"),
        ("PPID", (("Maklumat", "/maklumat/"), ("Permohonan Informasi", "/permohonan/"), ("Keberatan", "/keberatan/"), ("SOP PPID", "/sop-ppid/"), ("Laporan Layanan Informasi", "/laporan/"))), ("Pengumuman", "/pengumuman/"), ("Kontak", "/kontak/"),
    )  # fmt: skip
    made.pages = {
        "/": ("", [p("Laman resmi Kankemenag Kabupaten Jember."), raw('<div style="position:absolute;left:-9999px"><a href="https://gacor.example/">slot gacor</a> <a href="https://maxwin.example/">situs slot maxwin</a></div>')]),
        "/visi-misi/": ("Visi Misi", vision(place)), "/tugas-fungsi/": ("Tugas Fungsi", duties(place)), "/sejarah/": ("Sejarah", history(place)),
        "/maklumat/": ("Maklumat", pledge()), "/permohonan/": ("Permohonan Informasi", [*request_steps(), *request_form()]), "/keberatan/": ("Keberatan", objection()),
        "/sop-ppid/": ("SOP PPID", [docs(("SOP Pengumuman Informasi", "/f/1.pdf"), ("SOP Permintaan Informasi", "/f/2.pdf"), ("SOP Pengajuan Keberatan", "/f/3.pdf"), ("SOP Penetapan DIP", "/f/4.pdf"), ("SOP Pendokumentasian", "/f/5.pdf"), ("SOP Uji Konsekuensi", "/f/6.pdf"))]),
        "/laporan/": ("Laporan Layanan Informasi", [docs(("Laporan Layanan Informasi Publik Tahun 2025", "/f/llip.pdf"), ("Laporan Layanan Informasi Publik Tahun 2024", "/f/llip24.pdf"))]),
        "/pengumuman/": ("Pengumuman", [p("10 November 2026"), p("Daftar penerima bantuan guru ngaji tahap dua. Berkas dilengkapi paling lambat 30 November 2026 di ruang PTSP dengan membawa salinan identitas.")]),
        "/kontak/": ("Kontak", [raw(address(place, phone="(0331) 487221", postcode="68118") + HOURS)]),
    }  # fmt: skip
    names = (
        "Pengumuman Informasi",
        "Permintaan Informasi",
        "Pengajuan Keberatan",
        "Penetapan Daftar Informasi Publik",
        "Pendokumentasian",
        "Uji Konsekuensi",
    )
    made.files = {
        **{f"/f/{n}.pdf": report(f"SOP {name}", place, 2025, pages=3) for n, name in enumerate(names, 1)},
        "/f/llip.pdf": report("Laporan Layanan Informasi Publik", place, 2025, pages=12), "/f/llip24.pdf": report("Laporan Layanan Informasi Publik", place, 2024, pages=12),
    }  # fmt: skip
    made.news = [
        *fresh_news("Jember", newest=2, step=2, count=13),
        News(
            "Kepala Kantor Ajak ASN Lawan Judi Online",
            TODAY.date() - timedelta(days=1),
            "Jember - Judi online dan slot merusak keluarga. Penyuluh diminta mengingatkan bahaya judi online dalam setiap pengajian.",
        ),
    ]
    made.footer = social("jember")
    return made


def sragen() -> Made:
    """CodeIgniter whose unknown addresses answer 200: half of the menu leads to a page that says it is not there."""
    place = "Kabupaten Sragen"
    made = Made(office("ci-lunak", f"Kankemenag {place}", "https://sragen.kemenag.go.id"), CodeIgniter())
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Sejarah", "/hal/sejarah"), ("Visi Misi", "/hal/visi-misi"), ("Struktur Organisasi", "/hal/struktur"), ("Tugas dan Fungsi", "/hal/tugas"))), ("Berita", "/berita"),
        ("PPID", (("Informasi Berkala", "/hal/berkala"), ("Informasi Serta Merta", "/hal/serta-merta"), ("DIP", "/hal/dip"), ("Maklumat Pelayanan", "/hal/maklumat"), ("Formulir Permohonan", "/hal/formulir"), ("Pengajuan Sengketa", "/hal/sengketa"))),
        ("Standar Pelayanan", "/hal/standar"), ("Hubungi Kami", "/hal/kontak"),
    )  # fmt: skip
    made.pages = {
        "/": ("Beranda", [p("Portal Kankemenag Sragen.")]), "/hal/visi-misi": ("Visi Misi", vision(place)), "/hal/tugas": ("Tugas dan Fungsi", duties(place)),
        "/hal/berkala": ("Informasi Berkala", [p("Pemutakhiran 5 November 2026"), docs(("LKjIP 2025", "/asset/lkjip.pdf"), ("Perjanjian Kinerja 2026", "/asset/pk.pdf"), ("DIPA 2026", "/asset/dipa.pdf"), ("Renja 2026", "/asset/renja.pdf"), ("LRA 2025", "/asset/lra.pdf"), ("BMN 2025", "/asset/hilang.pdf"), ("LHKASN 2025", "/asset/lhkasn.pdf"))]),
        "/hal/formulir": ("Formulir Permohonan", [p("Silakan unduh, isi, lalu serahkan ke kantor."), docs(("Formulir Permohonan Informasi Publik", "/asset/form.pdf"))]),
        "/hal/sengketa": ("Pengajuan Sengketa", dispute()),
        "/hal/kontak": ("Hubungi Kami", [raw(address(place, phone="(0271) 891077", postcode="57211"))]),
    }  # fmt: skip
    made.files = {
        "/asset/lkjip.pdf": report("Laporan Kinerja", place, 2025, pages=22), "/asset/pk.pdf": report("Perjanjian Kinerja", place, 2026), "/asset/dipa.pdf": report("DIPA", place, 2026, extra="Kode satker 417777 Rp 11.000.000.000"), "/asset/renja.pdf": report("Rencana Kerja", place, 2026),
        "/asset/lra.pdf": report("Laporan Realisasi Anggaran", place, 2025), "/asset/lhkasn.pdf": report("Rekapitulasi LHKASN", place, 2025, extra="Jumlah wajib lapor 210, sudah lapor 210, persentase 100 persen"), "/asset/form.pdf": pdf("FORMULIR PERMOHONAN INFORMASI PUBLIK\nKankemenag Kabupaten Sragen\nNama\nAlamat\nRincian informasi"),
    }  # fmt: skip
    made.missing = "<!DOCTYPE html><html><head><title>Kemenag Sragen</title></head><body><div class='navbar'><ul><li><a href='/'>Beranda</a></li></ul></div><div class='isi'><h2>Halaman tidak ditemukan</h2><p>Maaf, halaman yang Anda cari tidak tersedia.</p></div></body></html>"
    made.news = weekly("Sragen", newest=20)
    made.footer = "Kankemenag Sragen 2026"
    return made


def rembang() -> Made:
    """A suspended domain that answers 200: the site is dead, it did not score zero."""
    page = "<html><head><title>Domain Suspended</title></head><body><h1>Situs ini tidak tersedia</h1><p>Layanan ditangguhkan karena masa sewa domain telah berakhir. Segera lakukan pembayaran perpanjangan.</p></body></html>"
    made = Made(office("domain-mati", "Kankemenag Kabupaten Rembang", "https://rembang.kemenag.go.id"), Semantic())
    made.whole = {"/": page}
    made.state = SiteStatus(SiteState.UNREACHABLE, FetchStatus.SUSPENDED)
    return made


def kudus() -> Made:
    """Laravel behind a guard that lets the profile pass and blocks the PPID: what is blocked is not absent."""
    place = "Kabupaten Kudus"
    made = Made(office("laravel-terhalang", f"Kankemenag {place}", "https://kudus.kemenag.go.id"), Laravel())
    blocked = ("berkala", "serta-merta", "setiap-saat", "dikecualikan", "permohonan", "keberatan", "maklumat", "dip")
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Sejarah", "/profil/sejarah"), ("Visi dan Misi", "/profil/visi-misi"), ("Tugas dan Fungsi", "/profil/tusi"), ("Struktur Organisasi", "/profil/struktur"))),
        ("PPID", tuple((label, f"/ppid/{slug}") for label, slug in zip(("Informasi Berkala", "Informasi Serta Merta", "Informasi Setiap Saat", "Informasi Dikecualikan", "Permohonan Informasi", "Pengajuan Keberatan", "Maklumat Pelayanan", "Daftar Informasi Publik"), blocked, strict=True))),
        ("Berita", "/posts"), ("Survei", "/skm"),
    )  # fmt: skip
    made.pages = {
        "/": ("Beranda", [p("Kankemenag Kabupaten Kudus.")]), "/profil/sejarah": ("Sejarah", history(place)), "/profil/visi-misi": ("Visi dan Misi", vision(place)), "/profil/tusi": ("Tugas dan Fungsi", duties(place)),
        "/profil/struktur": ("Struktur Organisasi", [img("/img/so.png", "Struktur organisasi 2026")]),
        "/skm": ("Survei Kepuasan Masyarakat", [p("Hasil Survei Kepuasan Masyarakat Triwulan III Tahun 2026"), grid(("Unsur", "Nilai"), ("Persyaratan", "3,52"), ("Prosedur", "3,48"), ("Waktu", "3,40"), ("Nilai IKM", "88,12 (Baik)"))]),
    }  # fmt: skip
    made.failed = {f"/ppid/{slug}": FetchStatus.WAF for slug in blocked}
    made.files = {"/img/so.png": PNG}
    made.footer = address(place, phone="(0291) 438331", postcode="59319") + social("kudus")
    made.news = weekly("Kudus", newest=5)
    return made


def sukoharjo() -> Made:
    """Laravel in a bought template nobody finished: lorem ipsum, demo pages, samples, buttons without a target."""
    place = "Kabupaten Sukoharjo"
    made = Made(office("laravel-templat", f"Kankemenag {place}", "https://sukoharjo.kemenag.go.id"), Laravel())
    made.menu = (
        ("Home", "/"), ("About", "about.html"), ("Profil", (("Visi Misi", "/visi"), ("Sejarah", "/sejarah"), ("Struktur Organisasi", "/struktur"), ("Tugas dan Fungsi", "#"))), ("Blog", "blog-details.html"),
        ("PPID", (("Informasi Berkala", "/berkala"), ("Informasi Setiap Saat", "/setiap-saat"), ("Maklumat", "/maklumat"), ("SOP", "/sop"), ("Keberatan", "javascript:void(0)"))), ("Contact", "/contact"),
    )  # fmt: skip
    lorem = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation."
    made.pages = {
        "/": ("Beranda", [p(lorem)]), "/visi": ("Visi Misi", [h("Visi"), p(lorem), h("Misi"), ul(lorem, lorem)]), "/sejarah": ("Sejarah", [p("Anim pariatur cliche reprehenderit, enim eiusmod high life accusamus terry richardson ad squid.")]),
        "/struktur": ("Struktur Organisasi", [img("/img/hilang-struktur.png", "Struktur Organisasi")]),
        "/berkala": ("Informasi Berkala", [raw("".join(f'<div class="list-group-item"><b>{name}</b> <small>3.4 MB</small> <button class="btn">Unduh</button></div>' for name in ("LKjIP 2025", "Perjanjian Kinerja 2026", "DIPA 2026", "Rencana Kerja 2026", "LRA 2025", "Neraca 2025")))]),
        "/setiap-saat": ("Informasi Setiap Saat", [h("Renstra"), p("Belum ada dokumen yang tersedia."), h("Daftar Informasi Publik"), p("Belum ada data."), h("Perjanjian Kerja Sama"), p("Belum ada dokumen.")]),
        "/maklumat": ("Maklumat", [p("Konten sedang dalam proses penyusunan.")]), "/sop": ("SOP", [raw('<div class="accordion"><div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button">SOP Layanan</button></h2><div class="accordion-collapse collapse"><div class="accordion-body"></div></div></div></div>')]),
        "/contact": ("Contact", [raw("<p>A108 Adam Street, New York, NY 535022</p><p>+1 5589 55488 55</p><p>info@example.com</p>"), form("forms/contact.php", "Send", "Your Name", "Your Email", "Subject", "Message")]),
    }  # fmt: skip
    made.whole = {"/about.html": "<html><title>About</title><body><main><p>" + lorem + "</p></main></body></html>"}
    made.footer = '<p>[Alamat Lengkap]</p><p>(0271) 1234567</p><a href="https://facebook.com/#">f</a><a href="https://twitter.com/">t</a><p>Designed by BootstrapMade</p>'
    return made


def purworejo() -> Made:
    """Joomla done well: the download component, static pages that are signed and counted, tables, a search of its own."""
    place = "Kabupaten Purworejo"
    b = "/index.php/"
    made = Made(office("joomla-rapi", f"Kankemenag {place}", "https://purworejo.kemenag.go.id"), Joomla())
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Selayang Pandang", f"{b}sejarah"), ("Visi dan Misi", f"{b}visi"), ("Tugas dan Fungsi", f"{b}tusi"), ("Susunan Organisasi", f"{b}so"), ("Layanan Kecamatan (KUA)", f"{b}kua"))), ("Berita", f"{b}berita"),
        ("PPID", (("Profil PPID", f"{b}ppid/profil"), ("Dokumen Kinerja", f"{b}ppid/kinerja"), ("Dokumen Keuangan", f"{b}ppid/keuangan"), ("SOP Pelayanan", f"{b}ppid/sop"), ("Produk Hukum", f"{b}ppid/hukum"), ("Rekap Permohonan Informasi", f"{b}ppid/rekap"), ("Laporan PPID", f"{b}ppid/laporan"))),
        ("Zona Integritas", f"{b}zi"), ("Pengaduan Masyarakat", f"{b}dumas"), ("WBS", f"{b}wbs"),
    )  # fmt: skip
    file = "/index.php/unduh?download={}"
    made.pages = {
        "/": ("", [p("Selamat datang di laman Kankemenag Purworejo.")]), f"{b}sejarah": ("Selayang Pandang", history(place)), f"{b}visi": ("Visi dan Misi", vision(place)), f"{b}tusi": ("Tugas dan Fungsi", duties(place)), f"{b}so": ("Susunan Organisasi", officials()),
        f"{b}kua": ("Layanan Kecamatan (KUA)", [ul("KUA Kutoarjo, Jl. Diponegoro 14, telp. 0275-641200", "KUA Purworejo, Jl. Kemuning 3, telp. 0275-321900", "KUA Loano, Jl. Magelang Km 6, telp. 0275-320011", "KUA Bener, Jl. Raya Bener 21, telp. 0275-330022")]),
        f"{b}ppid/profil": ("Profil PPID", [p("Atasan PPID adalah Kepala Kantor Kementerian Agama Kabupaten Purworejo. PPID Unit adalah Kepala Subbagian Tata Usaha."), ul("menyediakan informasi publik", "melayani permohonan informasi", "menyusun daftar informasi publik"), docs(("SK PPID Tahun 2026", file.format("sk-ppid")))]),
        f"{b}ppid/kinerja": ("Dokumen Kinerja", [docs(("LKjIP Tahun 2024", file.format("lkj24")), ("LKjIP Tahun 2025", file.format("lkj25")), ("Perkin Tahun 2026", file.format("pk26")), ("RKT Tahun 2026", file.format("rkt26")), ("Renstra 2025-2029", file.format("renstra")))]),
        f"{b}ppid/keuangan": ("Dokumen Keuangan", [docs(("DIPA 2026", file.format("dipa")), ("RKAKL 2026", file.format("rkakl")), ("LRA 2024", file.format("lra24")), ("Neraca 2025", file.format("neraca")), ("CaLK 2025", file.format("calk")), ("Laporan BMN 2025", file.format("bmn")))]),
        f"{b}ppid/sop": ("SOP Pelayanan", [docs(*((f"SOP {name}", file.format(f"sop{n}")) for n, name in enumerate(("Legalisasi Ijazah", "Rekomendasi Pindah", "Izin Operasional", "Konsultasi Zakat", "Pengukuran Arah Kiblat"), 1)))]),
        f"{b}ppid/hukum": ("Produk Hukum", [ul("Undang-Undang Nomor 14 Tahun 2008 tentang KIP", "Perki Nomor 1 Tahun 2021 tentang SLIP", "PP Nomor 61 Tahun 2010", "UU Nomor 25 Tahun 2009", "KMA Nomor 657 Tahun 2021", "PMA Nomor 19 Tahun 2019")]),
        f"{b}ppid/rekap": ("Rekap Permohonan Informasi Tahun 2026", [grid(("Uraian", "Jumlah"), ("Jumlah permohonan", "0"), ("Waktu rata-rata", "0 hari"), ("Dikabulkan", "0"), ("Ditolak", "0"), ("Alasan penolakan", "-"))]),
        f"{b}ppid/laporan": ("Laporan PPID", [docs(("Laporan Tahunan PPID Tahun 2023", file.format("lap23")))]),
        f"{b}zi": ("Zona Integritas", [p("Pembangunan Zona Integritas menuju WBK di enam area perubahan telah dicanangkan pada Februari 2026.")]),
        f"{b}dumas": ("Pengaduan Masyarakat", [raw('<p>Sampaikan pengaduan melalui <a href="https://simdumas.kemenag.go.id/">SIMDUMAS</a> atau <a href="https://www.lapor.go.id">LAPOR!</a>.</p><p>Petugas: 0812-2544-1180</p>')]),
        f"{b}wbs": ("WBS", [img("/images/tolak-gratifikasi.jpg", "Tolak gratifikasi")]),
    }  # fmt: skip

    def doc(name: str, title: str, year: int | str, pages: int = 8, extra: str = "") -> tuple[str, bytes]:
        return file.format(name), report(title, place, year, pages=pages, extra=extra)

    made.files = dict((
        (file.format("sk-ppid"), decree("PPID Unit", place, "31", 2026)), doc("lkj24", "Laporan Kinerja", 2024, 20), doc("lkj25", "Laporan Kinerja", 2025, 20), doc("pk26", "Perjanjian Kinerja", 2026), doc("rkt26", "Rencana Kinerja Tahunan", 2026), doc("renstra", "Rencana Strategis", "2025-2029"),
        doc("dipa", "DIPA", 2026, extra="Kode satker 417111 Rp 13.000.000.000"), doc("rkakl", "RKA-K/L", 2026), doc("lra24", "Laporan Realisasi Anggaran", 2024), doc("neraca", "Neraca", 2025), doc("calk", "Catatan atas Laporan Keuangan", 2025), doc("bmn", "Laporan BMN", 2025, extra="kode barang, nama barang, nilai"),
        doc("lap23", "Laporan Layanan Informasi Publik", 2023), *(doc(f"sop{n}", "Standar Operasional Prosedur", 2024, 3) for n in range(1, 6)),
    ))  # fmt: skip
    made.files["/images/tolak-gratifikasi.jpg"] = PNG
    made.footer = (
        "<p>Jl. Jenderal Sudirman No. 21 Purworejo 54114 | (0275) 321033 | purworejo@kemenag.go.id</p><p>Senin - Jumat, 07.30 - 16.00 WIB</p>"
        + social("purworejo")
    )
    made.news = fresh_news("Purworejo", newest=6, step=4, count=14)
    return made


def situbondo() -> Made:
    """Blogger left alone since 2023: "pages" that are dated posts, a counter, everything three years late."""
    place = "Kabupaten Situbondo"
    made = Made(
        office("blogger-lama", f"Kankemenag {place}", "http://kemenagsitubondo.blogspot.com", province="Jawa Timur"),
        Blogger(),
        tls=TlsState.NONE,
    )
    made.menu = (
        ("Beranda", "/"), ("Visi Misi", "/2019/02/visi-misi.html"), ("Tupoksi", "/2019/02/tupoksi.html"), ("Struktur", "/2019/02/struktur.html"), ("Perjanjian Kinerja", "/2020/03/perkin.html"), ("LAKIP", "/2020/03/lakip.html"), ("Daftar Informasi Publik", "/2021/02/dip.html"), ("Kontak", "/p/kontak.html"),
    )  # fmt: skip
    headers, rows = dip_rows(place, 11)
    made.pages = {
        "/": ("Beranda", [p("Blog humas.")]), "/2019/02/visi-misi.html": ("Visi Misi", vision(place)), "/2019/02/tupoksi.html": ("Tupoksi", duties(place)),
        "/2019/02/struktur.html": ("Struktur", [docs(("Struktur Organisasi Kankemenag Situbondo", "/f/struktur.pdf"))]),
        "/2020/03/perkin.html": ("Perjanjian Kinerja", [docs(("Perjanjian Kinerja Tahun 2020", "/f/pk20.pdf"))]), "/2020/03/lakip.html": ("LAKIP", [docs(("LAKIP Tahun 2024", "/f/lakip24.pdf"))]),
        "/2021/02/dip.html": ("Daftar Informasi Publik Tahun 2021", [grid(headers, *rows)]),
        "/p/kontak.html": ("Kontak", [raw("<div>Jl. Basuki Rahmat 98 Situbondo 68312</div><div>Telp 0338-671211</div>")]),
    }  # fmt: skip
    made.files = {
        "/f/struktur.pdf": report("Struktur Organisasi", place, 2026, pages=1),
        "/f/pk20.pdf": report("Perjanjian Kinerja", place, 2020),
        "/f/lakip24.pdf": report("Laporan Akuntabilitas Kinerja", place, 2024, pages=20),
    }
    made.news = fresh_news("Situbondo", newest=1250, step=20, count=6)
    return made


SITES = (batang, tegal, jember, sragen, rembang, kudus, sukoharjo, purworejo, situbondo)

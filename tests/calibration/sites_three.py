# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""Sites eighteen to twenty-six. What each is meant to try stands in its docstring; the verdicts stand in truth.csv."""

from __future__ import annotations

from auditor.model import FetchStatus
from tests.calibration.made import Made, News, docs, grid, h, img, office, ol, p, raw, ul
from tests.calibration.sites_two import weekly
from tests.calibration.texts import (
    HOURS,
    PNG,
    address,
    decree,
    dip_rows,
    duties,
    fresh_news,
    history,
    officials,
    report,
    request_form,
    request_steps,
    social,
    time_and_fee,
    vision,
)
from tests.calibration.themes import (
    CodeIgniter,
    Elementor,
    Laravel,
    NextJs,
    OldTable,
    React,
    Semantic,
)
from tests.made_files import pdf, picture


def surakarta() -> Made:
    """A layout of tables with good content: dated nil returns, documents behind pictures, the office's own decisions."""
    place = "Kota Surakarta"
    hal = "/konten.php?hal={}"
    made = Made(office("tabel-nihil", f"Kankemenag {place}", "https://kotasurakarta.kemenag.go.id"), OldTable())
    made.menu = (
        ("Depan", "/"), ("TENTANG KAMI", (("Visi, Misi & Motto", hal.format("visi")), ("Tugas Pokok & Fungsi", hal.format("tugas")), ("Profil Pejabat", hal.format("pejabat")))),
        ("INFORMASI PUBLIK", (("Informasi Berkala", hal.format("berkala")), ("Informasi Serta-Merta", hal.format("serta")), ("Informasi Setiap Saat", hal.format("saat")), ("Daftar Informasi Yang Dikecualikan", hal.format("dik")))),
        ("LAYANAN INFORMASI", (("Cara Memperoleh Informasi", hal.format("cara")), ("Waktu dan Biaya Layanan", hal.format("biaya")), ("Maklumat", hal.format("maklumat")), ("MoU / Kerja Sama", hal.format("mou")), ("Rekap Pengaduan", hal.format("rekap")))),
        ("Berita", "/index.php?act=berita"), ("Kontak", hal.format("kontak")),
    )  # fmt: skip
    made.pages = {
        "/": ("Selamat Datang", [p("Situs resmi.")]), hal.format("visi"): ("Visi, Misi & Motto", vision(place)), hal.format("tugas"): ("Tugas Pokok & Fungsi", duties(place)), hal.format("pejabat"): ("Profil Pejabat", officials()),
        hal.format("berkala"): ("Informasi Berkala", [p("Diperbarui tanggal 1 September 2026"), docs(("Laporan Kinerja 2025", "/dl/lkj25.pdf"), ("Perjanjian Kinerja 2026", "/dl/pk26.pdf"), ("DIPA TA 2026", "/dl/dipa26.pdf"), ("RKA-K/L TA 2026", "/dl/rka26.pdf"),
            ("Realisasi Anggaran Semester I 2026", "/dl/lra26.pdf"), ("Neraca Audited 2025", "/dl/neraca25.pdf"), ("CaLK 2025", "/dl/calk25.pdf"), ("Rencana Kerja 2026", "/dl/renja26.pdf"), ("Laporan Harta Kekayaan Kepala Kantor 2025", "/dl/lhkpn25.pdf"))]),
        hal.format("serta"): ("Informasi Serta-Merta", [p("Tidak ada informasi serta merta sampai dengan tanggal 30 Oktober 2026.")]),
        hal.format("saat"): ("Informasi Setiap Saat", [docs(("Rencana Strategis 2025-2029", "/dl/renstra.pdf"), ("SOP PTSP", "/dl/sop-ptsp.pdf"), ("Keputusan Kepala Kantor Nomor 77 Tahun 2026 tentang Agen Perubahan", "/dl/sk77.pdf"), ("Daftar Informasi Publik 2026", "/dl/dip26.pdf"), ("Data Jumlah Madrasah dan Siswa 2026", "/dl/data26.pdf"))]),
        hal.format("dik"): ("Daftar Informasi Yang Dikecualikan", [grid(("No", "Jenis Informasi", "Dasar Hukum", "Jangka Waktu"), ("1", "Rekam medis pegawai", "UU 14/2008 Pasal 17 huruf h", "30 tahun"), ("2", "Identitas pelapor pengaduan", "UU 14/2008 Pasal 17 huruf a", "Sampai selesai"), ("3", "Naskah soal asesmen madrasah", "UU 14/2008 Pasal 17 huruf i", "1 tahun")), p("Surat Keputusan Nomor 90 Tahun 2025")]),
        hal.format("cara"): ("Cara Memperoleh Informasi", request_steps()), hal.format("biaya"): ("Waktu dan Biaya Layanan", time_and_fee()), hal.format("maklumat"): ("Maklumat", [img("/gambar/maklumat.jpg", "")]),
        hal.format("mou"): ("MoU / Kerja Sama", [p("Nihil. Sampai dengan 31 Juli 2026 tidak terdapat perjanjian dengan pihak ketiga.")]), hal.format("rekap"): ("Rekap Pengaduan", [p("Per 30 September 2026: nihil, tidak ada pengaduan yang masuk.")]),
        hal.format("kontak"): ("Kontak", [p("Jalan Ki Hajar Dewantara No. 41 Jebres Surakarta 57126", "Telepon 0271-647112, e-mail kotasurakarta@kemenag.go.id", "Pelayanan Senin - Jumat 07.30 - 15.30 WIB")]),
    }  # fmt: skip
    kinds = (
        ("lkj25", "Laporan Kinerja", 2025),
        ("pk26", "Perjanjian Kinerja", 2026),
        ("rka26", "Rencana Kerja dan Anggaran", 2026),
        ("neraca25", "Neraca", 2025),
        ("calk25", "Catatan atas Laporan Keuangan", 2025),
        ("renja26", "Rencana Kerja", 2026),
        ("renstra", "Rencana Strategis", "2025-2029"),
        ("sop-ptsp", "SOP Pelayanan Terpadu Satu Pintu", 2025),
    )
    headers, rows = dip_rows(place, 15)
    made.files = {
        **{f"/dl/{name}.pdf": report(title, place, year, pages=14) for name, title, year in kinds},
        "/dl/dipa26.pdf": report("DIPA", place, 2026, extra="Kode satker 417301 Rp 15.500.000.000"), "/dl/lra26.pdf": report("Laporan Realisasi Anggaran Semester I", place, 2026), "/dl/lhkpn25.pdf": report("Pengumuman Harta Kekayaan Penyelenggara Negara", place, 2025, extra="Nama H. Suryanto Wibawa, jabatan Kepala Kantor, total harta kekayaan Rp 812.000.000"),
        "/dl/sk77.pdf": decree("Agen Perubahan", place, "77", 2026), "/dl/data26.pdf": report("Data Madrasah dan Siswa", place, 2026, extra="MI 12 siswa 2.100 MTs 5 siswa 1.450 MA 3 siswa 900"),
        "/dl/dip26.pdf": pdf(f"DAFTAR INFORMASI PUBLIK\nKANTOR KEMENTERIAN AGAMA {place.upper()}\nTAHUN 2026\n" + " | ".join(headers), "\n".join(" | ".join(row) for row in rows)),
        "/gambar/maklumat.jpg": picture(1000, 1400), "/images/header.jpg": PNG, "/images/pdf.gif": picture(16, 16),
    }  # fmt: skip
    made.news = weekly("Surakarta", newest=1)
    made.footer = "Hak cipta 2026 " + social("kotasurakarta")
    return made


def magetan() -> Made:
    """React, seen through a browser: class names say nothing, buttons open menus, the DIK is the ministry's."""
    place = "Kabupaten Magetan"
    made = Made(
        office("react-jadi", f"Kankemenag {place}", "https://kemenagmagetan.id", province="Jawa Timur"),
        React(),
        rendered=True,
    )
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Visi & Misi", "/profil/visi-misi"), ("Sejarah", "/profil/sejarah"), ("Struktur Organisasi", "/profil/struktur"), ("Tugas & Fungsi", "/profil/tusi"))), ("Berita", "/berita"),
        ("Informasi Publik", (("DIP", "/ppid/dip"), ("Informasi Dikecualikan", "/ppid/dik"), ("Renstra", "/ppid/renstra"), ("Laporan Kinerja", "/ppid/lkj"), ("SOP", "/ppid/sop"), ("Maklumat", "/ppid/maklumat"), ("Survei", "/survei"))),
    )  # fmt: skip
    headers, rows = dip_rows(place, 13)
    ministry = "KEMENTERIAN AGAMA REPUBLIK INDONESIA\nSEKRETARIAT JENDERAL\nJAKARTA"
    kanwil = "KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR WILAYAH KEMENTERIAN AGAMA PROVINSI JAWA TIMUR"
    made.pages = {
        "/": ("Beranda", [p("Selamat datang di Kankemenag Kabupaten Magetan.")]), "/profil/visi-misi": ("Visi & Misi", vision(place)), "/profil/sejarah": ("Sejarah", history(place)), "/profil/struktur": ("Struktur Organisasi", [img("/static/media/struktur.png", "Struktur Organisasi")]), "/profil/tusi": ("Tugas & Fungsi", duties(place)),
        "/ppid/dip": ("Daftar Informasi Publik 2025", [grid(headers, *rows)]), "/ppid/dik": ("Informasi Dikecualikan", [docs(("Daftar Informasi Dikecualikan Kementerian Agama", "/static/media/dik-ri.pdf"))]),
        "/ppid/renstra": ("Renstra", [docs(("Renstra Kementerian Agama RI 2025-2029", "/static/media/renstra-ri.pdf"), ("Renstra Kanwil Jawa Timur 2025-2029", "/static/media/renstra-kw.pdf"), ("Renstra Kankemenag Magetan 2025-2029", "/static/media/renstra.pdf"))]),
        "/ppid/lkj": ("Laporan Kinerja", [docs(("Laporan Kinerja Tahun 2024", "/static/media/lkj24.pdf"))]), "/ppid/sop": ("SOP", [docs(("SOP Legalisasi", "/static/media/s1.pdf"), ("SOP Rekomendasi", "/static/media/s2.pdf"))]),
        "/ppid/maklumat": ("Maklumat", [docs(("Maklumat Pelayanan", "/static/media/maklumat.pdf"))]),
        "/survei": ("Survei", [h("Survei Kepuasan Masyarakat Triwulan II 2026"), p("Nilai IKM 86,40 kategori Baik dari 120 responden."), h("Survei Persepsi Anti Korupsi Triwulan II 2026"), p("Nilai IPAK 3,61.")]),
    }  # fmt: skip
    m = "/static/media/"
    made.files = {
        f"{m}struktur.png": PNG, f"{m}dik-ri.pdf": report("Daftar Informasi Dikecualikan", place, 2025, issuer=ministry), f"{m}renstra-ri.pdf": report("Rencana Strategis", place, "2025-2029", issuer=ministry, pages=50), f"{m}renstra-kw.pdf": report("Rencana Strategis", place, "2025-2029", issuer=kanwil, pages=50), f"{m}renstra.pdf": report("Rencana Strategis", place, "2025-2029", pages=30),
        f"{m}lkj24.pdf": report("Laporan Kinerja", place, 2024, pages=30), f"{m}s1.pdf": report("SOP Legalisasi", place, 2025, pages=3), f"{m}s2.pdf": report("SOP Rekomendasi", place, 2025, pages=3), f"{m}maklumat.pdf": pdf(f"MAKLUMAT PELAYANAN\nKankemenag {place}\nDengan ini kami sanggup menyelenggarakan pelayanan sesuai standar dan menerima sanksi bila lalai."),
    }  # fmt: skip
    made.news = weekly("Magetan", newest=3)
    made.footer = (
        address(place, phone="(0351) 895112", postcode="63314")
        + "<p>Senin-Jumat 08.00-15.00</p>"
        + '<a href="https://www.facebook.com/sharer/sharer.php?u=x">Bagikan</a><a href="https://wa.me/?text=x">Bagikan</a>'
    )
    return made


def grobogan() -> Made:
    """Next.js whose accordions are empty: headings without entries, tables without rows, data only in a script."""
    place = "Kabupaten Grobogan"
    made = Made(office("next-kosong", f"Kankemenag {place}", "https://grobogan.kemenag.go.id"), NextJs())
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Sejarah", "/profil/sejarah"), ("Visi dan Misi", "/profil/visi-misi"), ("Tugas dan Fungsi", "/profil/tugas"), ("Struktur Organisasi", "/profil/struktur"), ("Data Pegawai", "/profil/pegawai"))), ("Berita", "/id/berita"),
        ("PPID", (("Informasi Berkala", "/ppid/berkala"), ("Informasi Serta Merta", "/ppid/serta-merta"), ("Informasi Setiap Saat", "/ppid/setiap-saat"), ("Daftar Informasi Publik", "/ppid/dip"), ("Informasi Dikecualikan", "/ppid/dik"), ("Regulasi", "/ppid/regulasi"), ("Statistik Permohonan", "/ppid/statistik"))), ("Agenda", "/agenda"), ("Pengumuman", "/pengumuman"),
    )  # fmt: skip
    headers, _ = dip_rows(place)
    empty = "".join(
        f'<details class="border"><summary>{name}</summary><div class="p-4"></div></details>'
        for name in ("Laporan Kinerja", "Perjanjian Kinerja", "DIPA", "RKA-K/L", "Laporan Keuangan")
    )
    made.pages = {
        "/": ("Beranda", [p("Portal resmi.")]), "/profil/sejarah": ("Sejarah", [p("Konten sedang dalam proses penyusunan.")]), "/profil/visi-misi": ("Visi dan Misi", [p("Data Visi & Misi Belum Tersedia")]), "/profil/tugas": ("Tugas dan Fungsi", [p("Data tugas dan fungsi belum tersedia")]), "/profil/struktur": ("Struktur Organisasi", officials()),
        "/profil/pegawai": ("Data Pegawai", [grid(("Golongan", "Jumlah"),)]), "/ppid/berkala": ("Informasi Berkala", [raw(empty)]), "/ppid/serta-merta": ("Informasi Serta Merta", [p("Belum ada informasi kategori ini.")]), "/ppid/setiap-saat": ("Informasi Setiap Saat", [h("SOP"), p("No data found"), h("Perjanjian Kerja Sama"), p("No data found"), h("Renstra"), p("No data found")]),
        "/ppid/dip": ("Daftar Informasi Publik", [grid(headers)]), "/ppid/dik": ("Informasi Dikecualikan", [grid(("No", "Informasi", "Dasar Hukum"), ("1", "Dokumen Rahasia Negara", "-"))]),
        "/ppid/regulasi": ("Regulasi", [p("Layanan masih kosong.")]), "/ppid/statistik": ("Statistik Permohonan", [raw('<div class="grid"><div><b>0</b><span>Permohonan</span></div><div><b>0</b><span>Dikabulkan</span></div><div><b>0</b><span>Ditolak</span></div></div>')]),
        "/agenda": ("Agenda", [p("Tidak ada agenda hari ini.")]), "/pengumuman": ("Pengumuman", [p("Belum ada pengumuman resmi saat ini.")]),
    }  # fmt: skip
    made.news = [
        News(f"{item.title}", item.day, item.text) for item in fresh_news("Grobogan", newest=10, step=7, count=12)
    ]
    made.footer = address(place, phone="(0292) 421029", postcode="58111")
    return made


def temanggung() -> Made:
    """A plain site whose documents are scans and pictures: named and dated, without a word a machine could read."""
    place = "Kabupaten Temanggung"
    made = Made(office("semantik-pindai", f"Kankemenag {place}", "https://temanggung.kemenag.go.id"), Semantic())
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Visi Misi", "/visi-misi"), ("Tugas dan Fungsi", "/tugas"), ("Struktur Organisasi", "/struktur"))),
        ("PPID", (("Informasi Berkala", "/ppid/berkala"), ("Maklumat Pelayanan", "/ppid/maklumat"), ("SK PPID", "/ppid/sk"), ("Alur Permohonan Informasi", "/ppid/alur"), ("Jalur Evakuasi", "/ppid/evakuasi"), ("Daftar Informasi Publik", "/ppid/dip"))), ("Berita", "/berita"),
    )  # fmt: skip
    scan = pdf(*([""] * 12), drawing=True)
    made.pages = {
        "/": ("Beranda", [p("Kankemenag Temanggung.")]), "/visi-misi": ("Visi Misi", [img("/img/visi.jpg", "Visi dan misi Kankemenag Temanggung")]), "/tugas": ("Tugas dan Fungsi", [img("/img/tugas.jpg", "")]), "/struktur": ("Struktur Organisasi", [img("/img/struktur.jpg", "Bagan struktur")]),
        "/ppid/berkala": ("Informasi Berkala", [p("Dimutakhirkan 10 Agustus 2026"), docs(("LKjIP Kankemenag Temanggung Tahun 2025", "/f/lkj2025.pdf"), ("Perjanjian Kinerja Kankemenag Temanggung 2026", "/f/pk2026.pdf"), ("DIPA Kankemenag Temanggung 2026", "/f/dipa2026.pdf"), ("Laporan Realisasi Anggaran 2025", "/f/lra2025.pdf"), ("Laporan Kinerja (berkas lama)", "/f/rusak.pdf"))]),
        "/ppid/maklumat": ("Maklumat Pelayanan", [img("/img/maklumat.jpg", "Maklumat Pelayanan")]), "/ppid/sk": ("SK PPID", [docs(("SK PPID Kankemenag Temanggung Nomor 101 Tahun 2025", "/f/skppid.pdf"))]),
        "/ppid/alur": ("Alur Permohonan Informasi", [img("/img/alur.jpg", "")]), "/ppid/evakuasi": ("Jalur Evakuasi", [img("/img/evakuasi.jpg", "Denah jalur evakuasi gedung kantor")]), "/ppid/dip": ("Daftar Informasi Publik", [docs(("DIP Kankemenag Temanggung Tahun 2026", "/f/dip2026.pdf"))]),
    }  # fmt: skip
    made.files = {
        **{f"/f/{name}.pdf": scan + b"\n%" + name.encode() for name in ("lkj2025", "pk2026", "dipa2026", "lra2025", "skppid", "dip2026")}, "/f/rusak.pdf": b"%PDF-1.4 rusak",
        **{f"/img/{name}.jpg": picture(1100, 800) for name in ("visi", "tugas", "struktur", "maklumat", "alur", "evakuasi")},
    }  # fmt: skip
    made.news = weekly("Temanggung", newest=2)
    made.footer = "<p>Kantor Kementerian Agama Kabupaten Temanggung</p><p>Jl. Pahlawan 100 Temanggung 56218</p><p>temanggung@kemenag.go.id</p><p>HP/WA 0857-4310-2299</p>"
    return made


def kota_magelang() -> Made:
    """CodeIgniter: the PPID's vision, duties and structure in the place of the office's; the kabupaten's file for a kota."""
    place = "Kota Magelang"
    made = Made(office("ci-tertukar", f"Kankemenag {place}", "https://kotamagelang.kemenag.go.id"), CodeIgniter())
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Visi Misi PPID", "/p/visi-ppid"), ("Tugas dan Fungsi PPID", "/p/tugas-ppid"), ("Struktur Organisasi PPID", "/p/struktur-ppid"), ("Profil Pejabat", "/p/pejabat"))), ("Berita", "/berita"),
        ("Dokumen", (("LKjIP", "/d/lkjip"), ("Perjanjian Kinerja", "/d/perkin"), ("DIPA", "/d/dipa"), ("RKAKL Madrasah", "/d/rka"), ("Perjanjian Kerja Sama", "/d/pks"))), ("Pengaduan", "/pengaduan"), ("PTSP", "https://ptsp.kotamagelang.kemenag.go.id/login"),
    )  # fmt: skip
    made.pages = {
        "/": ("Beranda", [p("Laman Kankemenag Kota Magelang.")]),
        "/p/visi-ppid": ("Visi Misi PPID", [h("Visi"), p("Terwujudnya pelayanan informasi publik yang cepat, tepat, dan akuntabel."), h("Misi"), ol("Meningkatkan kualitas pengelolaan informasi", "Membangun sistem penyediaan informasi", "Meningkatkan kompetensi pengelola informasi")]),
        "/p/tugas-ppid": ("Tugas dan Fungsi PPID", [ul("Menyediakan, menyimpan, dan mendokumentasikan informasi", "Melayani permohonan informasi publik", "Menetapkan daftar informasi publik", "Melakukan pengujian konsekuensi", "Menyusun laporan layanan informasi")]),
        "/p/struktur-ppid": ("Struktur Organisasi PPID", [grid(("Jabatan dalam PPID", "Nama"), ("Atasan PPID", "H. Mustofa Karim, S.Ag., M.Pd."), ("PPID", "Siti Aminah Rahayu, S.E."), ("Sekretariat", "Dwi Cahyono, S.Kom."), ("Bidang Layanan", "Rina Astuti, S.I.Kom."))]),
        "/p/pejabat": ("Profil Pejabat", officials()), "/d/lkjip": ("LKjIP", [docs(("LKjIP Kemenag Magelang 2025", "/f/lkj.pdf"))]), "/d/perkin": ("Perjanjian Kinerja", [docs(("Perjanjian Kinerja 2026", "/f/pk.pdf"))]), "/d/dipa": ("DIPA", [docs(("DIPA 2026", "/f/dipa.html.pdf"))]),
        "/d/rka": ("RKAKL Madrasah", [docs(("RKAM MTsN 1 Kota Magelang 2026", "/f/rkam.pdf"))]), "/d/pks": ("Perjanjian Kerja Sama", [grid(("No", "Mitra", "Nomor", "Tanggal"), ("1", "Badan Pertanahan Kota Magelang", "B-12/2026", "4 Mei 2026"), ("2", "RSUD Tidar", "B-30/2026", "18 Agustus 2026"))]),
        "/pengaduan": ("Pengaduan", [p("Bagaimana pendapat Anda? Silakan tinggalkan komentar di bawah.")]),
    }  # fmt: skip
    made.files = {
        "/f/lkj.pdf": report("Laporan Kinerja", "Kabupaten Magelang", 2025, pages=20),
        "/f/pk.pdf": report("Perjanjian Kinerja", place, 2026),
        "/f/rkam.pdf": report("Rencana Kerja dan Anggaran Madrasah MTsN 1", place, 2026),
        "/f/dipa.html.pdf": b"<!DOCTYPE html><html><title>404 Not Found</title><body>Berkas tidak ditemukan</body></html>",
    }
    made.answers = {
        "https://ptsp.kotamagelang.kemenag.go.id/login": (
            200,
            '<html><title>Login PTSP</title><body><form><input name="u"><input type="password" name="p"><button>Masuk</button></form></body></html>',
        )
    }
    made.footer = (
        address(place, phone="(0293) 362714", postcode="56117")
        + '<a href="https://www.instagram.com/kemenagkotamagelang">IG</a>'
    )
    made.news = weekly("Kota Magelang", newest=8)
    return made


def klaten() -> Made:
    """Laravel with pages that fail behind a status of 200: a program's error, a maintenance notice, a server error."""
    place = "Kabupaten Klaten"
    made = Made(office("laravel-galat", f"Kankemenag {place}", "https://klaten.kemenag.go.id"), Laravel())
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Visi dan Misi", "/visi-misi"), ("Sejarah", "/sejarah"), ("Tugas dan Fungsi", "/tugas"))), ("PPID", (("Informasi Berkala", "/berkala"), ("Daftar Informasi Publik", "/dip"), ("Maklumat Pelayanan", "/maklumat"), ("Pengajuan Keberatan", "/keberatan"), ("SOP", "/sop"))), ("Berita", "/posts"),
    )  # fmt: skip
    made.pages = {"/": ("Beranda", [p("Kankemenag Klaten.")]), "/visi-misi": ("Visi dan Misi", vision(place)), "/tugas": ("Tugas dan Fungsi", duties(place)), "/sop": ("SOP", [docs(*((f"SOP {name}", f"/f/s{n}.pdf") for n, name in enumerate(("Legalisasi Ijazah", "Izin Pendirian Madrasah", "Rekomendasi Rumah Ibadah", "Pindah Siswa", "Bimbingan Nikah", "Zakat"))))])}  # fmt: skip
    made.whole = {
        "/sejarah": "<br />\n<b>Fatal error</b>:  Uncaught Error: Call to a member function result_array() on bool in /home/kemenag/public_html/application/controllers/Profil.php:41\nStack trace:\n#0 {main}\n  thrown in <b>/home/kemenag/public_html/application/controllers/Profil.php</b> on line <b>41</b><br />",
        "/berkala": "<html><head><title>Pemeliharaan</title></head><body><h1>Situs sedang dalam pemeliharaan</h1><p>Kami akan segera kembali. Mohon maaf atas ketidaknyamanan ini.</p></body></html>",
    }  # fmt: skip
    made.failed = {"/dip": FetchStatus.SERVER_ERROR, "/keberatan": FetchStatus.READ_TIMEOUT}
    made.files = {f"/f/s{n}.pdf": report(f"Standar Operasional Prosedur {n}", place, 2024, pages=3) for n in range(6)}
    made.footer = address(place, phone="(0272) 321033", postcode="57411") + social("klaten") + HOURS
    made.news = weekly("Klaten", newest=2)
    return made


def cilacap() -> Made:
    """A plain site larger than the budget: some documents were seen as links and not opened."""
    place = "Kabupaten Cilacap"
    made = Made(office("semantik-luas", f"Kankemenag {place}", "https://cilacap.kemenag.go.id"), Semantic())
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Visi dan Misi", "/visi"), ("Tugas dan Fungsi", "/tugas"), ("Struktur Organisasi", "/struktur"))), ("PPID", (("Informasi Berkala", "/berkala"), ("Informasi Setiap Saat", "/saat"), ("Sengketa Informasi", "/sengketa"), ("Formulir Permohonan", "/formulir"))), ("Berita", "/berita"),
    )  # fmt: skip
    names = (
        ("LKjIP Tahun 2025", "lkj"),
        ("Perjanjian Kinerja 2026", "pk"),
        ("DIPA 2026", "dipa"),
        ("RKA-K/L 2026", "rka"),
        ("LRA 2025", "lra"),
        ("Renja 2026", "renja"),
        ("Neraca 2025", "neraca"),
        ("CaLK 2025", "calk"),
    )
    made.pages = {
        "/": ("Beranda", [p("Kankemenag Cilacap.")]), "/visi": ("Visi dan Misi", vision(place)), "/tugas": ("Tugas dan Fungsi", duties(place)), "/struktur": ("Struktur Organisasi", officials()), "/berkala": ("Informasi Berkala", [p("Pembaruan: 15 Oktober 2026"), docs(*((name, f"/f/{key}.pdf") for name, key in names))]),
        "/saat": ("Informasi Setiap Saat", [docs(("Renstra Tahun 2025-2029", "/f/renstra.pdf"))]), "/sengketa": ("Sengketa Informasi", [p("Sengketa tanah wakaf diselesaikan melalui musyawarah, mediasi, atau pengadilan agama. Nazir menyiapkan akta ikrar wakaf dan sertifikat.")]), "/formulir": ("Formulir Permohonan", request_form()),
    }  # fmt: skip
    made.files = {
        f"/f/{key}.pdf": report(
            name.rsplit(" ", 1)[0], place, name.rsplit(" ", 1)[1], extra="Kode satker 417002 Rp 10.000.000.000"
        )
        for name, key in names[:2]
    }
    made.unopened = (
        "/f/dipa.pdf",
        "/f/rka.pdf",
        "/f/lra.pdf",
        "/f/renja.pdf",
        "/f/neraca.pdf",
        "/f/calk.pdf",
        "/f/renstra.pdf",
    )
    made.footer = address(place, phone="(0282) 541233", postcode="53212") + HOURS + social("cilacap")
    made.news = weekly("Cilacap", newest=6)
    return made


def gresik() -> Made:
    """WordPress: announcements with identity numbers, a menu whose five labels lead to one page, a stale survey."""
    place = "Kabupaten Gresik"
    made = Made(
        office("wp-satu-halaman", f"Kankemenag {place}", "https://kemenaggresik.id", province="Jawa Timur"), Elementor()
    )
    one = "/informasi-publik/"
    made.menu = (
        ("Beranda", "/"), ("Profil", (("Visi Misi", "/visi-misi/"), ("Struktur Organisasi", "/struktur/"), ("Sejarah", "/sejarah/"))), ("Berita", "/category/berita/"),
        ("PPID", (("Informasi Berkala", one), ("Informasi Serta Merta", one), ("Informasi Setiap Saat", one), ("Informasi Dikecualikan", one), ("Daftar Informasi Publik", one), ("Maklumat", "/maklumat/"))), ("Survei Kepuasan Masyarakat", "/skm/"), ("Standar Pelayanan", "/standar/"), ("Layanan Disabilitas", "/inklusi/"),
    )  # fmt: skip
    made.pages = {
        "/": ("", [p("Laman resmi Kankemenag Gresik."), raw("<!-- <ul><li><a href='/lkjip-2025.pdf'>LKjIP 2025</a></li></ul> -->")]), "/visi-misi/": ("Visi Misi", vision(place)), "/struktur/": ("Struktur Organisasi", [docs(("Struktur Organisasi Kankemenag Gresik 2026", "/wp-content/uploads/so.pdf"))]), "/sejarah/": ("Sejarah", history(place)),
        one: ("Informasi Publik", [p("Informasi publik adalah informasi yang dihasilkan, disimpan, dikelola, dikirim, atau diterima oleh suatu badan publik. Masyarakat dapat menghubungi petugas PPID pada jam kerja untuk memperoleh informasi yang diperlukan.")]),
        "/maklumat/": ("Maklumat", [img("/wp-content/uploads/maklumat-hilang.jpg", "Maklumat Pelayanan")]), "/skm/": ("Survei Kepuasan Masyarakat", [p("Hasil SKM Semester II Tahun 2024: nilai IKM 84,20 (Baik).")]),
        "/standar/": ("Standar Pelayanan Informasi Publik", [p("Standar pelayanan informasi publik meliputi pengumuman, permintaan, keberatan, dan pendokumentasian informasi publik.")]),
        "/inklusi/": ("Layanan Disabilitas", [p("Tersedia kursi roda, jalur landai, dan pendamping bagi penyandang disabilitas.")]),
    }  # fmt: skip
    made.files = {"/wp-content/uploads/so.pdf": report("Struktur Organisasi", place, 2026, pages=1)}
    made.footer = (
        address(place, phone="(031) 3981455", postcode="61121")
        + '<a href="https://www.tiktok.com/@kemenaggresik">TikTok</a> <a href="https://www.youtube.com/@kemenaggresik">YouTube</a>'
    )
    made.news = fresh_news("Gresik", newest=5, step=3, count=14)
    return made


SITES = (surakarta, magetan, grobogan, temanggung, kota_magelang, klaten, cilacap, gresik)

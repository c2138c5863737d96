# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""Sites one to eight. What each is meant to try stands in its docstring; the verdicts stand in truth.csv."""

from __future__ import annotations

from datetime import timedelta

from auditor.model import TlsState
from tests.calibration.made import TODAY, Made, News, docs, form, grid, h, img, office, ol, p, raw, ul
from tests.calibration.texts import (
    HOURS,
    PNG,
    SMALL,
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
from tests.calibration.themes import Blogger, CodeIgniter, Elementor, Joomla, Laravel, NextJs, OldTable, React
from tests.made_files import pdf, sheet


def banjarnegara() -> Made:
    """WordPress with Elementor, nearly complete: documents as buttons, no <main>, upload paths of another year."""
    place = "Kabupaten Banjarnegara"
    up = "/wp-content/uploads/2026/03/"
    made = Made(office("wp-lengkap", f"Kankemenag {place}", "https://banjarnegara.kemenag.go.id"), Elementor())
    made.menu = (
        ("Beranda", "/"),
        ("Profil", (("Sejarah", "/sejarah/"), ("Visi & Misi", "/visi-misi/"), ("Tugas dan Fungsi", "/tugas-dan-fungsi/"),
                    ("Struktur Organisasi", "/struktur-organisasi/"), ("Profil Pejabat", "/profil-pejabat/"))),
        ("Berita", "/category/berita/"),
        ("PPID", (("Profil PPID", "/ppid/profil/"), ("Informasi Berkala", "/ppid/berkala/"), ("Informasi Serta Merta", "/ppid/serta-merta/"),
                  ("Informasi Setiap Saat", "/ppid/setiap-saat/"), ("Informasi Dikecualikan", "/ppid/dikecualikan/"), ("Daftar Informasi Publik", "/ppid/dip/"),
                  ("Tata Cara Permohonan Informasi", "/ppid/tata-cara/"), ("Formulir Permohonan Informasi", "/ppid/formulir/"), ("Pengajuan Keberatan", "/ppid/keberatan/"),
                  ("Sengketa Informasi", "/ppid/sengketa/"), ("Waktu dan Biaya Layanan", "/ppid/waktu-biaya/"), ("Maklumat Pelayanan", "/ppid/maklumat/"))),
        ("Layanan", (("PTSP", "/ptsp/"), ("Standar Pelayanan", "/standar-pelayanan/"), ("Pengaduan", "/pengaduan/"))),
        ("Kontak", "/kontak/"),
    )  # fmt: skip
    headers, rows = dip_rows(place)
    made.pages = {
        "/": ("", [p("Selamat datang di laman resmi kami. Melayani dengan sepenuh hati."), img("/wp-content/uploads/kantor.jpg", "Gedung kantor")]),
        "/sejarah/": ("Sejarah", history(place)),
        "/visi-misi/": ("Visi & Misi", vision(place)),
        "/tugas-dan-fungsi/": ("Tugas dan Fungsi", duties(place)),
        "/struktur-organisasi/": ("Struktur Organisasi", [img(f"{up}struktur-2026.png", "Bagan struktur organisasi 2026")]),
        "/profil-pejabat/": ("Profil Pejabat", officials()),
        "/ppid/profil/": ("Profil PPID", [
            p("PPID Unit dibentuk dengan keputusan kepala kantor. Susunannya sebagai berikut."),
            ul("Atasan PPID: Kepala Kantor Kementerian Agama Kabupaten Banjarnegara", "PPID Unit: Kepala Subbagian Tata Usaha", "Petugas layanan informasi: pranata humas"),
            p("PPID bertugas menyediakan, menyimpan, mendokumentasikan, dan melayani permohonan informasi publik."),
            docs(("SK PPID Nomor 210 Tahun 2026", f"{up}sk-ppid.pdf"))]),
        "/ppid/berkala/": ("Informasi Berkala", [p("Diperbarui 12 Oktober 2026."), docs(
            ("Laporan Kinerja (LKjIP) 2025", f"{up}lkjip.pdf"), ("Perjanjian Kinerja 2026", f"{up}perkin.pdf"), ("Rencana Kerja Tahunan 2026", f"{up}renja.pdf"),
            ("DIPA Tahun Anggaran 2026", f"{up}dipa.pdf"), ("RKA-K/L Tahun 2026", f"{up}rka.pdf"), ("Laporan Realisasi Anggaran 2025", f"{up}lra.pdf"),
            ("Neraca per 31 Desember 2025", f"{up}neraca.pdf"), ("Catatan atas Laporan Keuangan 2025", f"{up}calk.pdf"), ("Daftar Aset BMN 2025", f"{up}bmn.pdf"),
            ("LHKPN Kepala Kantor 2025", f"{up}lhkpn.pdf"), ("Capaian Kinerja Triwulan III 2026", f"{up}tw3.pdf"))]),
        "/ppid/serta-merta/": ("Informasi Serta Merta", [p("Tidak ada informasi serta merta per 2 November 2026.")]),
        "/ppid/setiap-saat/": ("Informasi Setiap Saat", [docs(
            ("Rencana Strategis 2025-2029", f"{up}renstra.pdf"), ("SOP Pelayanan Nikah", f"{up}sop1.pdf"), ("SOP Legalisasi Ijazah", f"{up}sop2.pdf"),
            ("SOP Rekomendasi Pindah Siswa", f"{up}sop3.pdf"), ("SOP Izin Operasional Madrasah", f"{up}sop4.pdf"), ("SOP Konsultasi Wakaf", f"{up}sop5.pdf"),
            ("SK Kepala Kantor tentang Tim Kerja Nomor 12 Tahun 2026", f"{up}sk-tim.pdf"))]),
        "/ppid/dikecualikan/": ("Daftar Informasi yang Dikecualikan", [grid(
            ("No", "Informasi", "Dasar Hukum", "Jangka Waktu"),
            ("1", "Data pribadi pegawai dan pemohon nikah", "Pasal 17 huruf h UU 14/2008", "Selama dilindungi undang-undang"),
            ("2", "Soal ujian madrasah sebelum pelaksanaan", "Pasal 17 huruf i UU 14/2008", "Sampai ujian selesai"),
            ("3", "Berkas pemeriksaan disiplin pegawai", "Pasal 17 huruf a UU 14/2008", "Sampai putusan tetap")),
            p("Ditetapkan dengan keputusan Nomor 45 Tahun 2026."), docs(("Berita Acara Uji Konsekuensi Nomor 3 Tahun 2026", f"{up}uji.pdf"))]),
        "/ppid/dip/": ("Daftar Informasi Publik Tahun 2026", [grid(headers, *rows)]),
        "/ppid/tata-cara/": ("Tata Cara Permohonan Informasi", request_steps()),
        "/ppid/formulir/": ("Formulir Permohonan Informasi", request_form()),
        "/ppid/keberatan/": ("Pengajuan Keberatan", objection()),
        "/ppid/sengketa/": ("Sengketa Informasi", dispute()),
        "/ppid/waktu-biaya/": ("Waktu dan Biaya Layanan", time_and_fee()),
        "/ppid/maklumat/": ("Maklumat Pelayanan", [img(f"{up}maklumat.png", "Maklumat pelayanan: dengan ini kami menyatakan sanggup menyelenggarakan pelayanan")]),
        "/ptsp/": ("Pelayanan Terpadu Satu Pintu", [p("Layanan yang tersedia beserta syaratnya:"), ul(
            "Legalisasi ijazah - syarat: ijazah asli dan salinan", "Rekomendasi pindah siswa - syarat: surat permohonan dan rapor", "Izin operasional RA dan madrasah - syarat: akta yayasan",
            "Rekomendasi paspor umrah - syarat: KTP dan surat biro", "Pendaftaran wakaf - syarat: sertifikat tanah", "Permohonan rohaniwan - syarat: surat instansi")]),
        "/standar-pelayanan/": ("Standar Pelayanan", [h("Persyaratan"), p("Surat permohonan dan identitas."), h("Prosedur"), p("Mendaftar di loket, diverifikasi, diproses, diambil."),
            h("Jangka waktu"), p("Tiga hari kerja."), h("Biaya"), p("Tidak dipungut biaya."), h("Produk layanan"), p("Surat rekomendasi."), h("Penanganan pengaduan"), p("Melalui kotak saran dan petugas pengaduan.")]),
        "/pengaduan/": ("Pengaduan Masyarakat", [p("Tata cara menyampaikan pengaduan penyalahgunaan wewenang atau pelanggaran oleh pejabat:"),
            ol("Sampaikan laporan tertulis berisi uraian kejadian, waktu, tempat, dan pihak yang terlibat.", "Lampirkan bukti pendukung dan identitas pelapor yang dirahasiakan.", "Laporan diverifikasi lima hari kerja dan hasilnya diberitahukan."),
            raw('<p>Laporan dapat juga disampaikan melalui <a href="https://www.lapor.go.id/">SP4N-LAPOR!</a> atau surel pengaduan.banjarnegara@kemenag.go.id.</p>')]),
        "/kontak/": ("Kontak", [raw('<iframe src="https://www.google.com/maps/embed?pb=!1m18!2m3"></iframe>')]),
    }  # fmt: skip
    made.footer = address(place, postcode="53412") + HOURS + social("banjarnegara")
    made.news = fresh_news("Banjarnegara")
    made.files = {
        **{f"{up}{name}.pdf": report(title, place, year) for name, title, year in (
            ("lkjip", "Laporan Kinerja", 2025), ("perkin", "Perjanjian Kinerja", 2026), ("renja", "Rencana Kerja", 2026), ("rka", "Rencana Kerja dan Anggaran", 2026),
            ("lra", "Laporan Realisasi Anggaran", 2025), ("calk", "Catatan atas Laporan Keuangan", 2025), ("lhkpn", "Laporan Harta Kekayaan Penyelenggara Negara Kepala Kantor", 2025), ("tw3", "Capaian Kinerja Triwulan III", 2026))},
        f"{up}dipa.pdf": report("Daftar Isian Pelaksanaan Anggaran", place, 2026, extra="Kode satker 417234 pagu Rp 12.450.300.000"),
        f"{up}neraca.pdf": report("Neraca per 31 Desember 2025", place, 2025),
        f"{up}bmn.pdf": report("Daftar Barang Milik Negara", place, 2025, extra="Kode barang, nama barang, nilai perolehan"),
        f"{up}renstra.pdf": report("Rencana Strategis", place, "2025-2029"),
        f"{up}sk-ppid.pdf": decree("Penetapan PPID Unit", place, "210", 2026),
        f"{up}sk-tim.pdf": decree("Tim Kerja", place, "12", 2026),
        f"{up}uji.pdf": report("Berita Acara Uji Konsekuensi Nomor 3", place, 2026, pages=3),
        **{f"{up}sop{n}.pdf": report(f"Standar Operasional Prosedur {name}", place, 2025, pages=3) for n, name in enumerate(
            ("Pelayanan Nikah", "Legalisasi Ijazah", "Rekomendasi Pindah Siswa", "Izin Operasional Madrasah", "Konsultasi Wakaf"), 1)},
        f"{up}struktur-2026.png": PNG, f"{up}maklumat.png": PNG, "/wp-content/uploads/kantor.jpg": PNG,
    }  # fmt: skip
    return made


def kebumen() -> Made:
    """Joomla: every page is signed and counted like news; news speak of documents that are not there; a prayer widget."""
    place = "Kabupaten Kebumen"
    base = "/index.php/"
    made = Made(office("joomla-berita", f"Kankemenag {place}", "https://kebumen.kemenag.go.id"), Joomla())
    made.menu = (
        ("Home", "/"),
        ("Profile", (("Sejarah Singkat", f"{base}profil/sejarah"), ("Visi, Misi, dan Moto", f"{base}profil/visi"), ("Tupoksi", f"{base}profil/tupoksi"), ("Struktur", f"{base}profil/struktur"))),
        ("Warta", f"{base}berita"),
        ("PPID", (("Maklumat Layanan", f"{base}ppid/maklumat"), ("Informasi Wajib Berkala", f"{base}ppid/berkala"), ("DIP", f"{base}ppid/dip"),
                  ("Informasi Serta $ Merta", f"{base}ppid/serta"), ("Prosedur Permohonan", f"{base}ppid/prosedur"), ("Sengketa", f"{base}ppid/sengketa"))),
        ("Hubungi Kami", f"{base}hubungi-kami"),
    )  # fmt: skip
    made.pages = {
        "/": ("", [p("Kantor yang ramah dan melayani umat.")]),
        f"{base}profil/sejarah": ("Sejarah Singkat", [p("Data sejarah belum tersedia.")]),
        f"{base}profil/visi": ("Visi, Misi, dan Moto", vision(place)),
        f"{base}profil/tupoksi": ("Tupoksi", duties(place)),
        f"{base}profil/struktur": ("Struktur", [p("Struktur organisasi sedang dalam proses pembaruan.")]),
        f"{base}ppid/maklumat": ("Maklumat Layanan", pledge()),
        f"{base}ppid/berkala": ("Informasi Wajib Berkala", [
            p("Informasi berkala adalah informasi yang wajib disediakan dan diumumkan oleh badan publik secara rutin, teratur, dan dalam jangka waktu tertentu paling singkat 6 (enam) bulan sekali sebagaimana Pasal 9 Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik.",
              "Informasi tersebut meliputi informasi tentang badan publik, kegiatan dan kinerja, laporan keuangan, serta informasi lain yang diatur dalam peraturan perundang-undangan.")]),
        f"{base}ppid/dip": ("DIP", [p("Belum ada data DIP.")]),
        f"{base}ppid/serta": ("Informasi Serta Merta", [p("Masih Kosong!")]),
        f"{base}ppid/prosedur": ("Prosedur Permohonan", request_steps()),
        f"{base}ppid/sengketa": ("Sengketa", [p("Apabila pemohon tidak puas atas jawaban keberatan, sengketa informasi diajukan kepada Kantor Wilayah Kementerian Agama Provinsi paling lambat 14 hari kerja.")]),
        f"{base}hubungi-kami": ("Hubungi Kami", [form("/kirim", "Kirim", "Nama", "Email", "Pesan")]),
    }  # fmt: skip
    today = TODAY.date()
    spoken = (
        "Penandatanganan Perjanjian Kinerja Tahun 2026 Berlangsung Khidmat", "Rapat Penyusunan LKjIP Tahun 2025", "Kepala Kantor Terima DIPA 2026 dari Kanwil",
        "Sosialisasi DIP kepada Pegawai", "Penandatanganan MoU dengan Badan Pertanahan", "ASN Kebumen Wajib Lapor LHKPN 2025", "Tim Susun Renstra 2025-2029", "Kemenag Kebumen Deklarasi Lawan Judi Online dan Slot",
    )  # fmt: skip
    made.news = [
        News(title, today - timedelta(days=9 + 6 * i), f"Kebumen - {title}. Kegiatan berlangsung di aula dan dihadiri seluruh pejabat. Kepala Kantor berpesan agar hasilnya bermanfaat bagi masyarakat.")
        for i, title in enumerate(spoken)
    ]  # fmt: skip
    made.footer = "<p>Jl. Pahlawan No. 31 Kebumen 54311</p><p>Telp (0351) 1234567 Email: info@example.com</p>"
    return made


def wonosobo() -> Made:
    """CodeIgniter: rows with a size and no link, dead files, a directory, years that only the upload path bears."""
    place = "Kabupaten Wonosobo"
    made = Made(office("ci-tombol", f"Kankemenag {place}", "https://wonosobo.kemenag.go.id"), CodeIgniter())
    made.menu = (
        ("Beranda", "/"),
        ("Profil", (("Visi Misi", "/profil/detail/1/visi-misi"), ("Tugas Pokok dan Fungsi", "/profil/detail/2/tupoksi"), ("Struktur Organisasi", "/profil/detail/3/struktur"), ("Pejabat", "/profil/detail/4/pejabat"))),
        ("Berita", "/berita"),
        ("Informasi Publik", (("Laporan Kinerja", "/dokumen/kategori/lkj"), ("Perjanjian Kinerja", "/dokumen/kategori/perkin"), ("Anggaran", "/dokumen/kategori/anggaran"), ("Rencana Strategis", "/dokumen/kategori/renstra"),
                              ("Daftar Informasi Publik", "/dokumen/kategori/dip"), ("SOP", "/dokumen/kategori/sop"), ("Laporan Layanan Informasi Publik", "/dokumen/kategori/llip"))),
        ("Kontak", "/kontak"),
    )  # fmt: skip
    made.pages = {
        "/": ("Beranda", [p("Portal informasi dan layanan keagamaan.")]),
        "/profil/detail/1/visi-misi": ("Visi Misi", [p("Visi dan misi periode 2020-2024"), *vision(place)]),
        "/profil/detail/2/tupoksi": ("Tugas Pokok dan Fungsi", duties(place)),
        "/profil/detail/3/struktur": ("Struktur Organisasi", [img("/asset/foto_statis/struktur.jpg", "")]),
        "/profil/detail/4/pejabat": ("Pejabat", [p("Coming soon...")]),
        "/dokumen/kategori/lkj": ("Laporan Kinerja", [docs(("Laporan Kinerja Instansi Pemerintah", "/asset/files/2026/lkj_a.pdf"))]),
        "/dokumen/kategori/perkin": ("Perjanjian Kinerja", [docs(("Perjanjian Kinerja Tahun 2026", ""), ("Perjanjian Kinerja Tahun 2025", ""))]),
        "/dokumen/kategori/anggaran": ("Anggaran", [docs(("DIPA 2026", "/asset/files/dipa2026.pdf"), ("RKA-KL 2026", "/asset/files/rkakl.pdf"), ("Laporan Realisasi Anggaran 2025", "/asset/files/lra2025.pdf"))]),
        "/dokumen/kategori/renstra": ("Rencana Strategis", [docs(("Renstra 2020-2024", "/asset/files/renstra.pdf"))]),
        "/dokumen/kategori/dip": ("Daftar Informasi Publik", [docs(("DIP Tahun 2024", "/asset/files/dip2024.pdf"))]),
        "/dokumen/kategori/sop": ("SOP", [p("Data Tidak Ditemukan")]),
        "/dokumen/kategori/llip": ("Laporan Layanan Informasi Publik", [docs(("Laporan Tahun 2025", "./files/"))]),
        "/kontak": ("Kontak", [p("Silakan datang ke kantor kami pada jam kerja.")]),
    }  # fmt: skip
    headers, rows = dip_rows(place)
    made.files = {
        "/asset/foto_statis/struktur.jpg": SMALL,
        "/asset/files/2026/lkj_a.pdf": report("Laporan Kinerja Instansi Pemerintah", place, 2023, pages=12),
        "/asset/files/rkakl.pdf": b"",
        "/asset/files/lra2025.pdf": report("Laporan Realisasi Anggaran", place, 2025),
        "/asset/files/renstra.pdf": report("Rencana Strategis", place, "2020-2024"),
        "/asset/files/dip2024.pdf": pdf(f"DAFTAR INFORMASI PUBLIK\nKANTOR KEMENTERIAN AGAMA {place.upper()}\nTAHUN 2024", *("\n".join((" ".join(headers), *(" ".join(row) for row in rows))),) * 2),
    }  # fmt: skip
    made.news = fresh_news("Wonosobo", newest=40, step=5, count=6)
    made.footer = (
        "<p>Jl. Bhayangkara No. 8, Wonosobo 56311, Telp. (0286) 321455, surel: wonosobo [at] kemenag.go.id</p>"
    )
    return made


def salatiga() -> Made:
    """Laravel: the ministry's and the Kanwil's content in place of the office's own; links that lead up."""
    place = "Kota Salatiga"
    made = Made(office("laravel-induk", f"Kankemenag {place}", "https://kotasalatiga.kemenag.go.id"), Laravel())
    made.menu = (
        ("Beranda", "/"),
        ("Profil", (("Sejarah", "/sejarah"), ("Visi dan Misi", "/visi-misi"), ("Tugas dan Fungsi", "/tugas"), ("Struktur Organisasi", "/struktur"), ("Profil Pimpinan", "/pimpinan"))),
        ("Informasi Publik", (("PPID", "https://ppid.kemenag.go.id/v4/"), ("Daftar Informasi Publik", "https://ppid.kemenag.go.id/v4/dip"), ("Renstra", "/renstra"), ("LKjIP", "/lkjip"),
                              ("LHKPN", "https://elhkpn.kpk.go.id/portal/user/login"), ("Regulasi", "/regulasi"), ("Pengadaan", "/pengadaan"))),
        ("Pengaduan", "https://www.lapor.go.id/"),
        ("Berita", "/posts"),
    )  # fmt: skip
    ministry = "KEMENTERIAN AGAMA REPUBLIK INDONESIA\nSEKRETARIAT JENDERAL"
    kanwil = "KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR WILAYAH KEMENTERIAN AGAMA PROVINSI JAWA TENGAH"
    made.pages = {
        "/": ("", [p("Website resmi kami.")]),
        "/sejarah": ("Sejarah", [p(
            "Kementerian Agama lahir pada 3 Januari 1946 dengan nama Departemen Agama berdasarkan penetapan pemerintah. Usulan pembentukannya disampaikan dalam sidang badan pekerja komite nasional pusat di Jakarta. Menteri Agama pertama adalah H. M. Rasjidi, seorang ulama berpendidikan modern.",
            "Sejak berdiri, kementerian ini mengurus pendidikan keagamaan, peradilan, penerangan, dan perkawinan di seluruh Indonesia. Dalam perjalanannya beberapa urusan dialihkan ke lembaga lain sesuai perkembangan ketatanegaraan, antara lain peradilan agama ke Mahkamah Agung dan penyelenggaraan haji ke kementerian tersendiri.")]),
        "/visi-misi": ("Visi dan Misi", vision(place)),
        "/tugas": ("Tugas dan Fungsi", [h("Tugas PPID"), p("PPID bertugas mengumpulkan, menyimpan, mendokumentasikan, dan memberikan pelayanan informasi kepada publik sesuai peraturan."), ul("menyediakan informasi", "melayani permohonan", "menyusun laporan layanan informasi", "melakukan uji konsekuensi")]),
        "/struktur": ("Struktur Organisasi", [img("/storage/struktur-salatiga.png", "Struktur organisasi kantor")]),
        "/pimpinan": ("Profil Pimpinan", [img("/storage/menteri.jpg", "Menteri Agama"), p("Assalamualaikum, selamat datang di website kami. Semoga laman ini bermanfaat bagi masyarakat yang membutuhkan informasi layanan keagamaan. Kritik dan saran sangat kami harapkan demi perbaikan.")]),
        "/renstra": ("Renstra", [docs(("Renstra Kementerian Agama RI 2025-2029", "/storage/renstra-ri.pdf"))]),
        "/lkjip": ("LKjIP", [docs(("LKjIP Kanwil Tahun 2025", "/storage/lkj-kanwil.pdf"))]),
        "/regulasi": ("Regulasi", [raw("<ul>" + "".join(f'<li><a href="https://jdih.kemenag.go.id/peraturan/{i}">{name}</a></li>' for i, name in enumerate((
            "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik", "Peraturan Pemerintah Nomor 61 Tahun 2010", "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik",
            "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik", "Keputusan Menteri Agama Nomor 657 Tahun 2021", "Peraturan Menteri Agama Nomor 19 Tahun 2019"))) + "</ul>")]),
        "/pengadaan": ("Pengadaan", [raw('<p>Informasi pengadaan: <a href="https://sirup.lkpp.go.id/">SiRUP</a> dan <a href="https://spse.inaproc.id/kemenag">LPSE</a></p>')]),
    }  # fmt: skip
    made.files = {
        "/storage/struktur-salatiga.png": PNG, "/storage/menteri.jpg": PNG,
        "/storage/renstra-ri.pdf": report("Rencana Strategis Kementerian Agama", place, "2025-2029", issuer=ministry, pages=60),
        "/storage/lkj-kanwil.pdf": report("Laporan Kinerja", place, 2025, issuer=kanwil, pages=40),
    }  # fmt: skip
    made.footer = (
        "<p>Kementerian Agama RI, Jl. Lapangan Banteng Barat No. 3-4 Jakarta Pusat 10710</p><p>Telp (021) 3811244</p>"
        '<a href="https://www.facebook.com/KementerianAgamaRI">FB</a><a href="https://www.instagram.com/kemenag_ri">IG</a>'
    )
    made.news = fresh_news("Salatiga", newest=3, step=3, count=10)
    return made


def pacitan() -> Made:
    """Blogger: "klik disini" to Drive; some files open, some ask for a log-in; a Google Form; a fixed width."""
    place = "Kabupaten Pacitan"
    made = Made(
        office("blogger-drive", f"Kankemenag {place}", "https://www.kemenagpacitan.id", province="Jawa Timur"),
        Blogger(),
    )
    made.menu = (
        ("Beranda", "/"), ("Visi Misi", "/p/visi-misi.html"), ("Struktur Organisasi", "/p/struktur.html"), ("PPID", "/p/ppid.html"), ("Informasi Berkala", "/p/berkala.html"),
        ("Informasi Setiap Saat", "/p/setiap-saat.html"), ("Permohonan Informasi", "/p/permohonan.html"), ("Survei Kepuasan Masyarakat", "/p/skm.html"), ("Kontak", "/p/kontak.html"),
    )  # fmt: skip
    drive = "https://drive.google.com/file/d/{}/view?usp=sharing"
    made.pages = {
        "/": ("Beranda", [p("Blog resmi kantor. Media informasi umat.")]),
        "/p/visi-misi.html": ("Visi Misi", [img("https://blogger.googleusercontent.com/img/a/visi-misi-1200.jpg", "")]),
        "/p/struktur.html": ("Struktur Organisasi", [grid(("Nama", "Jabatan"), ("H. Zainal Muttaqin, S.Ag.", "Kepala Kantor"), ("Sri Wahyuningsih, S.E.", "Kepala Subbagian Tata Usaha"), ("Arif Budiman, M.Pd.", "Kepala Seksi Pendidikan Madrasah"),
            ("Umi Kulsum, S.Th.I.", "Kepala Seksi Bimas Islam"), ("Bagus Prasetyo, S.Pd.I.", "Kepala Seksi PD Pontren"), ("Lilik Suryani, S.H.", "Penyelenggara Zakat dan Wakaf"))]),
        "/p/ppid.html": ("PPID", [raw('<div><a href="/p/berkala.html">Informasi Berkala</a></div><div><a href="/p/setiap-saat.html">Informasi Setiap Saat</a></div><div><a href="/p/permohonan.html">Permohonan Informasi</a></div><div><a href="#">Informasi Dikecualikan</a></div><div><a href="/p/skm.html">Survei</a></div>'),
            p("PPID Kantor Kementerian Agama Kabupaten Pacitan melayani permohonan informasi setiap hari kerja di ruang PTSP.")]),
        "/p/berkala.html": ("Informasi Berkala", [p("Pembaruan terakhir: 3 September 2026"), docs(
            ("LKjIP Kemenag Pacitan Tahun 2025", drive.format("lkj")), ("Perjanjian Kinerja 2026", drive.format("perkin")), ("DIPA Kemenag Pacitan 2026", drive.format("dipa")),
            ("Laporan Realisasi Anggaran 2025", drive.format("lra")), ("Rencana Kerja 2026", drive.format("renja")), ("Neraca 2025", drive.format("neraca")))]),
        "/p/setiap-saat.html": ("Informasi Setiap Saat", [docs(("Renstra Kemenag Pacitan 2025-2029", drive.format("renstra")), ("Daftar Informasi Publik 2026", "https://docs.google.com/spreadsheets/d/dip/edit"))]),
        "/p/permohonan.html": ("Permohonan Informasi", [raw('<iframe src="https://docs.google.com/forms/d/e/minta/viewform?embedded=true" width="640" height="1200">Memuat...</iframe>')]),
        "/p/skm.html": ("Survei Kepuasan Masyarakat", [raw('<div>Isi survei di <a href="https://forms.gle/survei">tautan ini</a>. Pendapat Anda berharga.</div>')]),
        "/p/kontak.html": ("Kontak", [raw('<div>Jalan Cut Nyak Dien Nomor 12 Pacitan 63515</div><div>WA Layanan 0812-1650-4471</div><div>kemenagpacitan@gmail.com</div><div>Senin s/d Jumat pukul 08.00 s/d 16.00</div>')]),
    }  # fmt: skip

    def opened(name: str) -> tuple[int, str]:
        return (
            200,
            f"<!DOCTYPE html><html><head><title>{name} - Google Drive</title></head><body><div>{name}</div></body></html>",
        )

    login = (
        200,
        "<!DOCTYPE html><html><head><title>Google Drive: Sign-in</title></head><body>Sign in to continue to Google Drive</body></html>",
    )
    made.answers = {
        drive.format("lkj"): opened("LKjIP 2025 Kankemenag Pacitan.pdf"),
        drive.format("perkin"): opened("Perjanjian Kinerja 2026.pdf"),
        drive.format("dipa"): login, drive.format("lra"): login,
        drive.format("renja"): (404, "<html><title>Page not found</title></html>"),
        drive.format("neraca"): opened("NERACA 31 DES 2025.pdf"),
        drive.format("renstra"): opened("RENSTRA KEMENAG PACITAN 2025-2029.pdf"),
        "https://docs.google.com/spreadsheets/d/dip/edit": (200, "<!DOCTYPE html><html><head><title>DIP Kankemenag Pacitan 2026 - Google Sheets</title></head><body></body></html>"),
        "https://docs.google.com/forms/d/e/minta/viewform?embedded=true": (200, '<!DOCTYPE html><html><head><title>Formulir Permohonan Informasi Publik - Google Forms</title></head><body><script>var FB_PUBLIC_LOAD_DATA_ = [null,["",[[1,"Nama Lengkap"],[2,"Alamat"],[3,"Nomor HP/Email"],[4,"Rincian Informasi yang Dibutuhkan"],[5,"Tujuan Penggunaan Informasi"],[6,"Cara Memperoleh Informasi"]]]];</script></body></html>'),
        "https://forms.gle/survei": (200, "<!DOCTYPE html><html><head><title>Survei Kepuasan Masyarakat - Google Forms</title></head><body><div role='heading'>Usia</div><div role='heading'>Jenis layanan</div></body></html>"),
    }  # fmt: skip
    made.news = fresh_news("Pacitan", newest=2, step=2, count=14)
    return made


def blora() -> Made:
    """A layout of tables: real content, years late; bold lines for headings; a menu with dead ends."""
    place = "Kabupaten Blora"
    made = Made(
        office("tabel-lama", f"Kankemenag {place}", "http://blora.kemenag.go.id"), OldTable(), tls=TlsState.NONE
    )
    hal = "/hal.php?id={}"
    made.menu = (
        ("Home", "/"),
        ("PROFIL", (("Sejarah", hal.format(1)), ("Visi & Misi", hal.format(2)), ("Tugas & Fungsi", hal.format(3)), ("Struktur", hal.format(4)))),
        ("DOKUMEN & LAPORAN", (("LAKIP", hal.format(5)), ("Penetapan Kinerja", hal.format(6)), ("DIPA", hal.format(7)), ("Renstra", hal.format(8)), ("Laporan Keuangan", "#"))),
        ("PPID", (("SK PPID", hal.format(9)), ("Daftar Informasi Publik", hal.format(10)), ("Maklumat", hal.format(11)), ("Keberatan", hal.format(12)))),
        ("Berita", "/index.php?act=berita"),
        ("Kontak", hal.format(13)),
    )  # fmt: skip
    headers, rows = dip_rows(place, 12)
    made.pages = {
        "/": ("Selamat Datang", [p("Selamat datang di situs kami.")]),
        hal.format(1): ("Sejarah", history(place)),
        hal.format(2): ("Visi & Misi", vision(place)),
        hal.format(3): ("Tugas & Fungsi", duties(place)),
        hal.format(4): ("Struktur", [docs(("Bagan Struktur Organisasi", "/file/struktur.pdf"))]),
        hal.format(5): ("LAKIP", [docs(("LAKIP 2022", "/file/lakip2022.pdf"), ("LAKIP 2023", "/file/lakip2023.pdf"))]),
        hal.format(6): ("Penetapan Kinerja", [docs(("Penetapan Kinerja 2025", "/file/pk2025.pdf"))]),
        hal.format(7): ("DIPA", [docs(("DIPA 2021", "/file/dipa2021.pdf"))]),
        hal.format(8): ("Renstra", [docs(("Rencana Strategis 2020-2024", "/file/renstra.pdf"))]),
        hal.format(9): ("SK PPID", [docs(("KMA Nomor 657 Tahun 2021", "/file/kma657.pdf"))]),
        hal.format(10): ("Daftar Informasi Publik Tahun 2025", [grid(headers, *rows)]),
        hal.format(11): ("Maklumat", [p("Maklumat adalah pernyataan tertulis yang berisi keseluruhan rincian kewajiban dan janji yang terdapat dalam standar pelayanan. Setiap penyelenggara wajib menyusun dan menetapkan maklumat pelayanan.")]),
        hal.format(12): ("Keberatan", [p("Mohon maaf, halaman sedang dalam proses.")]),
        hal.format(13): ("Kontak", [p("Jl. Alun-alun Selatan No. 2 Rembang 59217", "Telp. (0296) 531077")]),
    }  # fmt: skip
    made.files = {
        "/file/struktur.pdf": report("Struktur Organisasi", place, 2026, pages=1), "/file/lakip2022.pdf": report("Laporan Akuntabilitas Kinerja", place, 2022, pages=20), "/file/lakip2023.pdf": report("Laporan Akuntabilitas Kinerja", place, 2023, pages=20),
        "/file/pk2025.pdf": report("Penetapan Kinerja", place, 2025, pages=6), "/file/dipa2021.pdf": report("DIPA", place, 2021, extra="Kode satker 417299 Rp 9.800.000.000"), "/file/renstra.pdf": report("Rencana Strategis", place, "2020-2024", pages=30),
        "/file/kma657.pdf": pdf("KEPUTUSAN MENTERI AGAMA REPUBLIK INDONESIA\nNOMOR 657 TAHUN 2021\nTENTANG PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI KEMENTERIAN AGAMA", "MEMUTUSKAN"),
        "/images/header.jpg": PNG, "/images/pdf.gif": SMALL,
    }  # fmt: skip
    made.news = fresh_news("Blora", newest=130, step=9, count=8)
    made.footer = "Copyright &copy; 2026 Kemenag Blora. Last Updated 3 mins ago"
    return made


def demak() -> Made:
    """A React shell: nothing of it shows without a browser, so nothing can be said to be absent."""
    made = Made(office("react-cangkang", "Kankemenag Kabupaten Demak", "https://demak.kemenag.go.id"), React())
    shell = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kemenag Demak</title><script defer src="/static/js/main.8f2.js"></script></head>'
        '<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>'
    )
    made.whole = {"/": shell}
    return made


def tuban() -> Made:
    """Next.js with the PPID on a host of its own; nil returns; documents in <details>; data of the page in a script."""
    place = "Kabupaten Tuban"
    made = Made(
        office(
            "next-ppid",
            f"Kankemenag {place}",
            "https://kemenagtuban.id",
            ppid="https://ppid.kemenagtuban.id",
            province="Jawa Timur",
        ),
        NextJs(),
    )
    ppid = "https://ppid.kemenagtuban.id"
    made.menu = (
        ("Beranda", "https://kemenagtuban.id/"),
        ("Profil", (("Visi Misi", "https://kemenagtuban.id/id/profil/visi-misi"), ("Pejabat Struktural", "https://kemenagtuban.id/id/profil/pejabat"), ("Data Pegawai", "https://kemenagtuban.id/id/profil/pegawai"), ("Daftar KUA", "https://kemenagtuban.id/id/profil/kua"))),
        ("Berita", "https://kemenagtuban.id/id/berita"),
        ("PPID", (("Profil PPID", f"{ppid}/profil"), ("Informasi Berkala", f"{ppid}/berkala"), ("Informasi Serta Merta", f"{ppid}/serta-merta"), ("Informasi Setiap Saat", f"{ppid}/setiap-saat"), ("Informasi yang Dikecualikan", f"{ppid}/dikecualikan"),
                  ("Ajukan Permohonan", f"{ppid}/permohonan"), ("Alur Permohonan", f"{ppid}/alur"), ("Statistik Layanan", f"{ppid}/statistik"), ("Perjanjian Pihak Ketiga", f"{ppid}/pks"))),
    )  # fmt: skip
    headers, rows = dip_rows(place, 12)
    made.pages = {
        "https://kemenagtuban.id/": ("Beranda", [p("Laman resmi yang cepat dan ramah.")]),
        "https://kemenagtuban.id/id/profil/visi-misi": ("Visi Misi", vision(place)),
        "https://kemenagtuban.id/id/profil/pejabat": ("Pejabat Struktural", officials()),
        "https://kemenagtuban.id/id/profil/pegawai": ("Data Pegawai Tahun 2026", [grid(("Golongan", "Laki-laki", "Perempuan", "Jumlah"), ("IV", "40", "31", "71"), ("III", "120", "98", "218"), ("II", "22", "11", "33"))]),
        "https://kemenagtuban.id/id/profil/kua": ("Daftar KUA", [grid(("KUA", "Alamat", "Telepon"), ("KUA Semanding", "Jl. Hayam Wuruk 3", "0356-322110"), ("KUA Palang", "Jl. Raya Palang 12", "0356-322445"), ("KUA Jenu", "Jl. Raya Jenu 8", "0356-491020"), ("KUA Merakurak", "Jl. Sumurgung 2", "0356-711221"))]),
        f"{ppid}/": ("PPID Kankemenag Tuban", [p("Portal PPID Kantor Kementerian Agama Kabupaten Tuban.")]),
        f"{ppid}/profil": ("Profil PPID", [p("PPID Unit pada Kankemenag Kabupaten Tuban: Atasan PPID dijabat Kepala Kantor, PPID dijabat Kepala Subbagian Tata Usaha."), h("Tugas"), ul("menyimpan dan mendokumentasikan informasi", "melayani permohonan informasi", "melakukan pengujian konsekuensi")]),
        f"{ppid}/berkala": ("Informasi Berkala", [p("Terakhir diperbarui 20 Oktober 2026."), docs(("Laporan Kinerja 2025", "/f/lkj.pdf"), ("Laporan Kinerja 2024", "/f/lkj24.pdf"), ("Perjanjian Kinerja 2026", "/f/pk.pdf"), ("Petikan DIPA 2026", "/f/dipa.pdf"),
            ("POK 2026", "/f/pok.xlsx"), ("LRA 2025", "/f/lra.pdf"), ("Renja 2026", "/f/renja.pdf"), ("LK UAKPA 2025", "/f/lk.pdf"))]),
        f"{ppid}/serta-merta": ("Informasi Serta Merta", [p("Nihil. Tidak ada informasi serta merta per 15 November 2026.")]),
        f"{ppid}/setiap-saat": ("Informasi Setiap Saat", [docs(("DIP 2026", "/f/dip.xlsx"), ("Renstra 2025-2029", "/f/renstra.pdf"), ("SK Tim Pengelola Website Nomor 88 Tahun 2026", "/f/sk.pdf"), ("SK PPID Tahun 2025", "/f/skppid.pdf"))]),
        f"{ppid}/dikecualikan": ("Informasi yang Dikecualikan", [p("Informasi yang dikecualikan adalah informasi yang tidak dapat diakses oleh pemohon informasi publik sebagaimana dimaksud dalam Undang-Undang tentang Keterbukaan Informasi Publik. Pengecualian didasarkan pada pengujian konsekuensi.")]),
        f"{ppid}/permohonan": ("Ajukan Permohonan", request_form(f"{ppid}/kirim")),
        f"{ppid}/alur": ("Alur Permohonan", [img("/f/alur.png", "Alur permohonan informasi: identitas, formulir, register, jawaban paling lambat 10 hari kerja")]),
        f"{ppid}/statistik": ("Statistik Layanan Informasi Tahun 2025", [grid(("Uraian", "Jumlah"), ("Jumlah permohonan", "7"), ("Rata-rata waktu", "3 hari kerja"), ("Dikabulkan", "6"), ("Ditolak", "1"), ("Alasan penolakan", "Informasi dikecualikan"))]),
        f"{ppid}/pks": ("Perjanjian dengan Pihak Ketiga", [p("Tidak ada perjanjian dengan pihak ketiga per 1 Juli 2026.")]),
    }  # fmt: skip
    f = f"{ppid}/f/"
    made.files = {
        f"{f}lkj.pdf": report("Laporan Kinerja", place, 2025, pages=30), f"{f}lkj24.pdf": report("Laporan Kinerja", place, 2024, pages=30), f"{f}pk.pdf": report("Perjanjian Kinerja", place, 2026), f"{f}dipa.pdf": report("Petikan DIPA", place, 2026, extra="Kode satker 299871 Rp 20.100.000.000"),
        f"{f}pok.xlsx": sheet([["PETUNJUK OPERASIONAL KEGIATAN TA 2026", "", ""], ["Kankemenag Kabupaten Tuban", "", ""], ["Kode", "Uraian", "Jumlah"], ["2104.EBA", "Layanan perkantoran", 1200000000], ["2104.EBB", "Layanan sarana", 30000000], ["2104.EBD", "Layanan data", 44000000], ["2105", "Bimbingan", 90000000]]),
        f"{f}lra.pdf": report("Laporan Realisasi Anggaran", place, 2025), f"{f}renja.pdf": report("Rencana Kerja", place, 2026), f"{f}lk.pdf": report("Laporan Keuangan UAKPA: Neraca dan Catatan atas Laporan Keuangan", place, 2025, pages=40),
        f"{f}dip.xlsx": sheet([["DAFTAR INFORMASI PUBLIK TAHUN 2026"], ["Kantor Kementerian Agama Kabupaten Tuban"], list(headers), *map(list, rows)]), f"{f}renstra.pdf": report("Rencana Strategis", place, "2025-2029"),
        f"{f}sk.pdf": decree("Tim Pengelola Website", place, "88", 2026), f"{f}skppid.pdf": decree("Pejabat Pengelola Informasi dan Dokumentasi", place, "17", 2025), f"{f}alur.png": PNG,
    }  # fmt: skip
    made.news = fresh_news("Tuban", newest=1, step=1, count=14)
    made.footer = address(place, phone="(0356) 321765", postcode="62313") + HOURS + social("tuban")
    return made


SITES = (banjarnegara, kebumen, wonosobo, salatiga, pacitan, blora, demak, tuban)

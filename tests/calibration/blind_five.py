# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""A second held-back set: plain PHP, Gutenberg with its PPID elsewhere, React as a browser shows it, Laravel/Filament, a free blog."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tests.calibration.blind_texts import DAY, MONTHS, PNG, Whole, decree, long, paper, plain, table
from tests.calibration.made import Made, office
from tests.made_files import pdf, picture, sheet

SMALL = picture(240, 320)


def slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


TOPICS = (
    "Penyuluh Agama Dampingi Warga Binaan Lapas", "Tim Monev Kunjungi RA dan MI di Wilayah Selatan", "Upacara Hari Santri Diikuti Ribuan Peserta", "Kepala Kantor Lantik Pejabat Fungsional", "Dharma Wanita Persatuan Gelar Pertemuan Rutin", "Siswa MTsN Sabet Emas Olimpiade Sains Madrasah",
    "Kasi Bimas Islam Buka Bimwin Calon Pengantin", "Verval Data Emis Dikebut, Operator Dikumpulkan", "Wakaf Uang ASN Terkumpul Rp 18 Juta", "Gerakan Kurban Bersama Tuai Apresiasi", "Jalin Silaturahmi, FKUB Kunjungi Rumah Ibadah", "Sekolah Sehat: MI Dapat Kunjungan Puskesmas",
    "Evaluasi Kinerja Triwulan, Ini Pesan Kepala Kantor", "Pembinaan Pengawas Madrasah dan PAI", "Festival Anak Saleh Berlangsung Meriah", "Apel Pagi, Kasubbag TU Ingatkan Presensi", "ASN Diingatkan Segera Isi LHKAN", "KUA Serahkan Akta Ikrar Wakaf kepada Nazhir", "Lomba Pidato Tiga Bahasa Antar Pondok Pesantren",
    "Sosialisasi Keterbukaan Informasi bagi Humas Satker", "Tasyakuran Gedung Baru Perpustakaan Madrasah", "Kolaborasi dengan Kwarcab, Pramuka Madrasah Kemah", "Guru PAI Ikuti Pelatihan Kurikulum Cinta", "Doa Bersama untuk Korban Bencana",
)  # fmt: skip


def stories(
    place: str, days: tuple[int, ...] | list[int], start: int = 0, first: str = ""
) -> list[tuple[str, date, str]]:
    """(title, day, text) for news so many days old."""
    out = []
    for i, age in enumerate(days):
        k = i + start
        title = (
            first
            if first and not i
            else TOPICS[k % len(TOPICS)] + (f" Tahap {k // len(TOPICS) + 1}" if k >= len(TOPICS) else "")
        )
        text = (
            f"{place} (Humas) – Suasana hangat mewarnai kegiatan bertajuk {title} yang digelar belum lama ini. Puluhan peserta dari unsur madrasah, KUA, dan ormas hadir sejak pagi. "
            f"Salah seorang panitia, {('Nurul', 'Agus', 'Wahyudi', 'Lilik', 'Fatkhur')[k % 5]}, mengatakan persiapan dilakukan dua pekan. “Alhamdulillah semua berjalan sesuai rencana,” ujarnya. "
            "Kegiatan serupa akan diselenggarakan kembali tahun depan dengan peserta yang lebih banyak, tambahnya seraya berharap dukungan semua pihak."
        )
        out.append((title, DAY - timedelta(days=age), text))
    return out


def rembang() -> Made:
    """Plain PHP of about 2011: layout in tables, index.php?page=.., no UTF-8 finesse, numbers for file names, years written before the link."""
    place = "Kabupaten Rembang"
    made = Made(office("d-php", f"Kankemenag {place}", "http://rembang.kemenag.go.id"), Whole())
    menu = (
        ("PROFIL", (("Sejarah Singkat", "sejarah"), ("Visi Misi", "visimisi"), ("Tupoksi", "tupoksi"), ("Struktur Organisasi", "struktur"), ("Pejabat", "pejabat"), ("KUA &amp; Madrasah", "satker"), ("Data Pegawai", "pegawai"))),
        ("INFO", (("Berita", "berita"), ("Pengumuman", "pengumuman"), ("Data Keagamaan", "data"), ("Regulasi", "regulasi"))),
        ("PPID", (("Profil PPID", "ppid"), ("Informasi Berkala", "berkala"), ("Informasi Serta $ Merta", "sertamerta"), ("Informasi Setiap Saat", "setiapsaat"), ("Info Dikecualikan", "dikecualikan"), ("Tata Cara Permohonan", "permohonan"), ("Keberatan", "keberatan"), ("Sengketa", "sengketa"), ("Waktu dan Biaya", "biaya"), ("Maklumat", "maklumat"))),
        ("LAYANAN", (("PTSP", "ptsp"), ("Standar Pelayanan", "sp"), ("S O P", "sop"), ("Hasil IKM", "ikm"), ("Buku Tamu", "bukutamu"), ("Kontak", "kontak"))),
    )  # fmt: skip

    def page(title: str, body: str) -> str:
        left = "".join(
            f'<tr><td bgcolor="#006600"><font color="white"><b>{group}</b></font></td></tr>'
            + "".join(f'<tr><td>&raquo; <a href="index.php?page={u}">{n}</a></td></tr>' for n, u in items)
            for group, items in menu
        )
        return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>:: Kantor Kementerian Agama Kab. Rembang ::</title><link rel="stylesheet" href="style.css"></head><body bgcolor="#eeeeee" topmargin="0">
<center><table width="980" border="0" cellspacing="0" cellpadding="0" bgcolor="white"><tr><td colspan="3"><img src="images/header.jpg" width="980" height="160"></td></tr>
<tr><td colspan="3" bgcolor="#ffcc00"><marquee scrollamount="3">Selamat datang di situs resmi Kantor Kementerian Agama Kab. Rembang ... Ikhlas Beramal ...</marquee></td></tr>
<tr><td width="190" valign="top"><table width="100%" border="0" cellpadding="3"><tr><td>&raquo; <a href="index.php">HOME</a></td></tr>{left}</table></td>
<td width="590" valign="top"><table width="100%" cellpadding="8"><tr><td><font size="4" color="#006600"><b>{title}</b></font><hr>{body}</td></tr></table></td>
<td width="200" valign="top"><table width="100%" cellpadding="4"><tr><td bgcolor="#006600"><font color="white"><b>PENCARIAN</b></font></td></tr><tr><td><form method="get" action="index.php"><input type="hidden" name="page" value="cari"><input type="text" name="q" size="14"><input type="submit" value="Cari"></form></td></tr>
<tr><td bgcolor="#006600"><font color="white"><b>JAM LAYANAN</b></font></td></tr><tr><td>Senin - Kamis : 07.30 - 16.00<br>Jum'at : 07.30 - 16.30</td></tr><tr><td bgcolor="#006600"><font color="white"><b>HARI INI</b></font></td></tr><tr><td>Minggu, 22 Nopember 2026<br>Pengunjung hari ini : 87<br>Total : 412.008<br>Online : 3</td></tr>
<tr><td><img src="images/stopgratifikasi.png" alt="STOP GRATIFIKASI" width="180"></td></tr><tr><td><img src="images/zi.png" width="180"></td></tr></table></td></tr>
<tr><td colspan="3" bgcolor="#006600" align="center"><font color="white" size="1">Copyright &copy; 2013-2026 Kantor Kementerian Agama Kabupaten Rembang<br>Jl. Pemuda Km. 3 No. 77 Rembang 59218 Telp. (0295) 691288 email : kemenag_rembang@kemenag.go.id</font></td></tr></table></center></body></html>"""

    def put(name: str, title: str, body: str) -> None:
        made.whole[f"/index.php?page={name}"] = page(title, body)

    news = stories("Rembang", [*range(3, 84, 5)])
    lines = "".join(
        f'<tr><td><img src="images/bullet.png"></td><td><a href="index.php?page=baca&id={900 - i}"><b>{t}</b></a><br><font size="1">Diposting : {d:%d-%m-%Y} oleh admin, dibaca {140 + 7 * i} kali</font></td></tr>'
        for i, (t, d, _) in enumerate(news)
    )
    made.whole["/"] = made.whole["/index.php"] = page(
        "Berita Terbaru",
        f'<table>{"</tr>".join(lines.split("</tr>")[:6])}</tr></table><p align="right"><a href="index.php?page=berita">arsip berita &gt;&gt;</a></p>',
    )
    put("berita", "Arsip Berita", f"<table>{lines}</table>")
    for i, (t, d, x) in enumerate(news):
        made.whole[f"/index.php?page=baca&id={900 - i}"] = page(
            t,
            f'<font size="1">Diposting : {d:%d-%m-%Y} oleh admin</font><p align="justify">{x}</p><a href="javascript:history.back()">&lt;&lt; kembali</a>',
        )
    put(
        "sejarah",
        "Sejarah Singkat",
        (
            "<p align=justify>Kantor Departemen Agama di Rembang mula-mula menempati sebuah rumah kontrakan di sebelah timur alun-alun. Menurut penuturan para sesepuh, pada tahun 1951 pegawainya hanya sebelas orang, sebagian besar merupakan penghulu dan naib yang sejak zaman kolonial mengurusi pernikahan.</p>"
            "<p align=justify>Tahun 1974 pemerintah daerah menghibahkan sebidang tanah di Jalan Pemuda, lalu dibangunlah gedung dua lantai yang sampai sekarang masih ditempati. Setelah keluarnya peraturan tahun 2010 sebutan Departemen diganti Kementerian. Saat ini terdapat 14 KUA kecamatan, 9 madrasah negeri, serta ratusan pesantren yang tersebar dari Sluke hingga Sumber, menjadikan Rembang dikenal sebagai salah satu kota santri di pesisir utara.</p>"
        ),
    )
    put(
        "visimisi",
        "Visi Misi",
        '<p align="center"><b>VISI</b><br><i>"Terwujudnya masyarakat Indonesia yang taat beragama, maju, sejahtera, dan cerdas serta saling menghormati antar sesama pemeluk agama (Renstra 2020-2024)"</i></p><p><b>MISI</b></p>1. Meningkatkan pemahaman dan pengamalan ajaran agama<br>2. Memantapkan kerukunan intra dan antar umat beragama<br>3. Menyediakan pelayanan kehidupan beragama yang merata dan berkualitas<br>4. Meningkatkan akses dan mutu pendidikan<br>',
    )
    put(
        "tupoksi",
        "Tugas Pokok dan Fungsi",
        (
            "<p>Tugas pokok Kantor Kementerian Agama Kabupaten Rembang ialah melaksanakan sebagian tugas Kementerian Agama di wilayah kabupaten sesuai kebijakan Kepala Kantor Wilayah Kementerian Agama Propinsi Jawa Tengah dan peraturan perundangan.</p><p>Untuk itu menyelenggarakan fungsi :</p><table border=0>"
            + "".join(
                f"<tr><td valign=top>{c}.</td><td>{x}</td></tr>"
                for c, x in zip(
                    "abcdef",
                    (
                        "perumusan visi, misi dan kebijakan teknis di bidang pelayanan dan bimbingan kehidupan beragama kepada masyarakat di kabupaten;",
                        "pelayanan, pembinaan dan bimbingan masyarakat Islam, Kristen, Katolik, Hindu dan Buddha;",
                        "pembinaan pendidikan madrasah, pendidikan agama dan pendidikan keagamaan;",
                        "pembinaan kerukunan umat beragama;",
                        "pengkoordinasian perencanaan, pengendalian dan pengawasan program;",
                        "pelaksanaan hubungan dengan pemerintah daerah, instansi terkait dan lembaga masyarakat.",
                    ),
                    strict=True,
                )
            )
            + "</table>"
        ),
    )
    put(
        "struktur",
        "Struktur Organisasi",
        '<a href="images/str_org_baru.jpg"><img src="images/str_org_baru.jpg" width="560"></a>',
    )
    staff = (
        ("Drs. H. Sholeh Munawar, M.Ag.", "Kepala Kantor"),
        ("H. Kurnia Adib, S.Ag., M.M.", "Kepala Subbag Tata Usaha"),
        ("Sri Muntamah, S.Pd.I.", "Kepala Seksi Pendidikan Madrasah"),
        ("H. Rukhan, S.H.I.", "Kepala Seksi Bimas Islam"),
        ("Ahmad Faizun, M.Pd.", "Kepala Seksi PAIS"),
        ("Tutik Hidayah, S.E.", "Penyelenggara Zakat Wakaf"),
    )
    put(
        "pejabat",
        "Pejabat",
        '<table border="1" cellpadding="5" width="100%"><tr bgcolor="#dddddd"><td>Foto</td><td>Nama</td><td>Jabatan</td></tr>'
        + "".join(
            f'<tr><td><img src="images/foto{i}.jpg" width="90"></td><td>{n}</td><td>{j}</td></tr>'
            for i, (n, j) in enumerate(staff, 1)
        )
        + "</table>",
    )
    put(
        "satker",
        "KUA &amp; Madrasah",
        "<b>A. Kantor Urusan Agama</b>"
        + table(
            ("No", "KUA Kecamatan", "Alamat", "Telp"),
            [
                (str(i), k, f"Jl. Raya {k} No. {i * 4}", f"0295-55{i}10{i}")
                for i, k in enumerate(("Rembang", "Kaliori", "Sumber", "Lasem", "Pamotan", "Sulang", "Sarang"), 1)
            ],
            'border="1" width="100%"',
        )
        + "<br><b>B. Madrasah Negeri</b>"
        + table(
            ("No", "Nama", "Alamat"),
            (
                ("1", "MAN 1 Rembang", "Jl. Pemuda Km 2"),
                ("2", "MAN 2 Rembang", "Jl. Sunan Bonang Lasem"),
                ("3", "MTsN 1 Rembang", "Jl. Pemuda Km 3"),
                ("4", "MIN 1 Rembang", "Ds. Kabongan Kidul"),
            ),
            'border="1" width="100%"',
        ),
    )
    put("pegawai", "Data Pegawai", "<p>Data sedang diolah.</p>")
    put(
        "pengumuman",
        "Pengumuman",
        '<table><tr><td><a href="index.php?page=umum&id=41"><b>Penerimaan Murid Baru Madrasah (PMBM) 2026/2027 Gelombang II</b></a><br><font size="1">10 Juni 2026</font></td></tr><tr><td><a href="index.php?page=umum&id=38"><b>Jadwal Asesmen Madrasah</b></a><br><font size="1">2 Februari 2026</font></td></tr></table>',
    )
    made.whole["/index.php?page=umum&id=41"] = page(
        "Penerimaan Murid Baru Madrasah (PMBM) 2026/2027 Gelombang II",
        "<p>10 Juni 2026</p><p>Diberitahukan kepada masyarakat bahwa PMBM MIN, MTsN dan MAN se-Kabupaten Rembang gelombang kedua dibuka.</p><p>Syarat : fotokopi akta kelahiran, kartu keluarga, ijazah/SKL, pas foto 3x4 dua lembar.</p><p>Jadwal : pendaftaran 15 s.d. 20 Juni 2026; tes 22 Juni; pengumuman 24 Juni; daftar ulang 25-26 Juni 2026 di madrasah masing-masing.</p>",
    )
    made.whole["/index.php?page=umum&id=38"] = page(
        "Jadwal Asesmen Madrasah",
        "<p>2 Februari 2026</p><p>Asesmen Madrasah jenjang MA dilaksanakan 9 s.d. 17 Maret 2026.</p>",
    )
    put("data", "Data Keagamaan", "<p>Masih Kosong!</p>")
    put(
        "regulasi",
        "Regulasi",
        "<p>Dasar hukum keterbukaan informasi :</p>"
        + "".join(
            f'<p>{i}. {n} [<a href="file/reg/{i}.pdf">unduh</a>]</p>'
            for i, n in enumerate(
                (
                    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
                    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
                    "Peraturan Pemerintah Nomor 61 Tahun 2010",
                    "Peraturan Komisi Informasi Nomor 1 Tahun 2010 tentang Standar Layanan Informasi Publik",
                    "KMA Nomor 200 Tahun 2012",
                    "PMA Nomor 13 Tahun 2012 tentang Organisasi dan Tata Kerja Instansi Vertikal",
                ),
                1,
            )
        ),
    )
    put(
        "ppid",
        "Profil PPID",
        '<p>PPID Kantor Kemenag Rembang dibentuk dengan Keputusan Kepala Kantor Nomor 214 Tahun 2025 [<a href="file/20250317101502.pdf">lihat SK</a>].</p><table border=1 cellpadding=4><tr><td>Atasan PPID</td><td>Drs. H. Sholeh Munawar, M.Ag. (Kepala Kantor)</td></tr><tr><td>PPID</td><td>H. Kurnia Adib, S.Ag., M.M. (Kasubbag TU)</td></tr><tr><td>Petugas Informasi</td><td>Staf Humas</td></tr></table><p><b>Tugas :</b> mengumpulkan, menyimpan dan mendokumentasikan informasi; melayani permintaan informasi; menetapkan pengecualian setelah uji; menyusun laporan.</p>'
        + "<p>"
        + " | ".join(f'<a href="index.php?page={u}">{n}</a>' for n, u in menu[2][1][1:])
        + "</p>",
    )
    f = "file/"
    put(
        "berkala",
        "Informasi Berkala",
        (
            "<p><font size=1>Update terakhir : 14 Oktober 2026</font></p>"
            '<p><b>Profil</b> : <a href="index.php?page=sejarah">Sejarah</a>, <a href="index.php?page=tupoksi">Tupoksi</a>, <a href="index.php?page=pejabat">Pejabat</a>, <a href="index.php?page=satker">KUA dan Madrasah</a></p>'
            f'<p><b>LAKIP</b><br>Tahun 2022 : <a href="{f}8827.pdf">Download</a><br>Tahun 2023 : <a href="{f}9105.pdf">Download</a><br>Tahun 2024 : <a href="{f}9712.pdf">Download</a></p>'
            f'<p><b>Perjanjian Kinerja</b><br>Tahun 2026 : <a href="{f}pk_2026_ttd.pdf">Download</a></p>'
            f'<p><b>Rencana Kerja Tahunan</b><br>Tahun 2025 : <a href="{f}20250109090011.pdf">klik disini</a> - Tahun 2026 : <a href="{f}20260114083311.pdf">klik disini</a></p>'
            f'<p><b>DIPA</b><br>Tahun 2024 : <a href="{f}dipa24.pdf">Download</a><br>Tahun 2025 : <a href="{f}dipa25.pdf">Download</a><br>Tahun 2026 : <a href="{f}dipa26.pdf">Download</a></p>'
            "<p><b>RKA-KL</b><br>masih dalam proses penyusunan</p>"
            f'<p><b>Laporan Realisasi Anggaran</b><br>TA 2025 : <a href="{f}0011928.pdf">Download</a></p><p><b>Neraca</b><br>per 31 Desember 2025 : <a href="{f}0011929.pdf">Download</a></p>'
            f'<p><b>Laporan BMN</b><br>TA 2024 : <a href="{f}bmn_ta24.pdf">Download</a></p>'
            '<p><b>LHKPN</b> : <a href="https://elhkpn.kpk.go.id">e-LHKPN KPK</a></p><p><b>Rencana Umum Pengadaan</b> : <a href="https://sirup.lkpp.go.id/">SIRUP LKPP</a></p>'
            "<p><b>Program dan Kegiatan Tahun 2025</b></p>"
            + table(
                ("Nama Kegiatan", "Penanggung Jawab", "Target", "Jadwal", "Anggaran (Rp)"),
                (
                    ("Bimbingan Perkawinan", "Kasi Bimas Islam", "900 pasang", "Jan-Nov 2025", "270.000.000"),
                    ("Pembinaan Guru Madrasah", "Kasi Pendma", "400 guru", "Mar-Sep 2025", "118.500.000"),
                    ("Sertifikasi Tanah Wakaf", "Gara Zawa", "60 bidang", "Feb-Des 2025", "45.000.000"),
                    ("Moderasi Beragama", "Kasubbag TU", "6 angkatan", "Apr-Okt 2025", "90.000.000"),
                ),
                'border="1" width="100%"',
            )
        ),
    )
    put("sertamerta", "Informasi Serta $ Merta", "<p>Belum ada data.</p>")
    put(
        "setiapsaat",
        "Informasi Setiap Saat",
        (
            f'<p>1. Daftar Informasi Publik Tahun 2023 : <a href="{f}dip_2023.pdf">download</a></p><p>2. Rencana Strategis (Renstra) 2020-2024 : <a href="{f}renstra_rbg.pdf">download</a></p>'
            f'<p>3. SK Kepala Kantor Nomor 18 Tahun 2026 tentang Tim Pengelola Website : <a href="{f}sk18.pdf">download</a></p><p>4. SK Kepala Kantor Nomor 77 Tahun 2025 tentang Satgas Pencegahan Perkawinan Anak : <a href="{f}sk77.pdf">download</a></p>'
            f'<p>5. Laporan Layanan Informasi Publik (PPID) Tahun 2024 : <a href="{f}lap_ppid_2024.pdf">download</a></p><p>6. S O P : <a href="index.php?page=sop">lihat</a></p>'
        ),
    )
    put(
        "dikecualikan",
        "Info Dikecualikan",
        "<p>Informasi yang dikecualikan adalah informasi yang tidak dapat diakses oleh pemohon informasi publik sebagaimana dimaksud dalam Undang-Undang tentang Keterbukaan Informasi Publik.</p>",
    )
    put(
        "permohonan",
        "Tata Cara Permohonan",
        f'<p>1. Pemohon datang ke meja layanan PPID atau bersurat / email dengan menyertakan foto copy KTP.<br>2. Pemohon mengisi formulir permohonan [<a href="{f}form_permohonan.pdf">unduh formulir</a>].<br>3. Petugas mencatat dalam buku register dan memberikan tanda terima.<br>4. PPID menjawab paling lambat 10 hari kerja sejak permohonan dicatat, dapat diperpanjang 7 hari kerja.<br>5. Informasi diserahkan, pemohon menandatangani berita acara.</p>',
    )
    put(
        "keberatan",
        "Keberatan",
        "<p>Pemohon berhak mengajukan keberatan tertulis kepada Atasan PPID dengan alasan :<br>a. permohonan ditolak karena informasi dikecualikan<br>b. informasi berkala tidak disediakan<br>c. permohonan tidak ditanggapi<br>d. ditanggapi tidak sebagaimana diminta<br>e. permohonan tidak dipenuhi<br>f. biaya tidak wajar<br>g. informasi disampaikan melebihi waktu</p><p>Keberatan diajukan paling lambat 30 hari kerja sejak alasan ditemukan, dan Atasan PPID wajib memberi tanggapan paling lambat 30 hari kerja sejak keberatan diterima.</p>",
    )
    put(
        "sengketa",
        "Sengketa",
        "<p>Apabila pemohon masih belum puas dengan tanggapan Atasan PPID maka sengketa disampaikan kepada Kantor Wilayah Kementerian Agama Provinsi Jawa Tengah untuk mendapat penyelesaian.</p>",
    )
    put(
        "biaya",
        "Waktu dan Biaya",
        "<p>Waktu : selambat-lambatnya 10 (sepuluh) hari kerja, perpanjangan 7 (tujuh) hari kerja.<br>Biaya : tidak dipungut biaya (gratis), kecuali penggandaan menjadi beban pemohon.<br>Jam pelayanan informasi : Senin - Kamis 08.00 - 15.00, Jum'at 08.00 - 14.30</p>",
    )
    put("maklumat", "Maklumat Pelayanan", '<center><img src="images/maklumat_kemenag.jpg" width="550"></center>')
    put("ptsp", "Pelayanan Terpadu Satu Pintu", "<p>Layanan masih kosong.</p>")
    put(
        "sp",
        "Standar Pelayanan",
        f'<p>Keputusan Kepala Kantor tentang Standar Pelayanan Tahun 2018 : <a href="{f}sp_2018.pdf">Download</a></p>',
    )
    put(
        "sop",
        "S O P",
        "".join(
            f'<p>{i}. SOP {n} (2023) : <a href="{f}sop/{i}.pdf">lihat</a></p>'
            for i, n in enumerate(
                (
                    "Pencatatan Nikah",
                    "Surat Masuk",
                    "Surat Keluar",
                    "Legalisir",
                    "Kenaikan Gaji Berkala",
                    "Ijin Operasional Madrasah",
                    "Penerbitan ID Masjid",
                ),
                1,
            )
        ),
    )
    put(
        "ikm",
        "Hasil IKM",
        "<p>Indeks Kepuasan Masyarakat Semester I Tahun 2026</p><table border=1><tr><td>Jumlah responden</td><td>212</td></tr><tr><td>Nilai IKM</td><td>86,42</td></tr><tr><td>Mutu</td><td>B (Baik)</td></tr></table>",
    )
    put(
        "bukutamu",
        "Buku Tamu",
        '<form method="post" action="index.php?page=simpan"><table><tr><td>Nama</td><td><input name="nama"></td></tr><tr><td>Komentar</td><td><textarea name="isi"></textarea></td></tr><tr><td></td><td><input type="submit" value="Kirim"></td></tr></table></form><hr><b>yanto</b>: assalamualaikum, websitenya bagus<br>',
    )
    put(
        "kontak",
        "Kontak",
        "<p>Kantor Kementerian Agama Kabupaten Rembang<br>Jl. Pemuda Km. 3 No. 77 Rembang 59218<br>Telp./Fax (0295) 691288<br>WA 0813-2900-7712<br>kemenag_rembang@kemenag.go.id</p>",
    )
    made.whole["/index.php?page=cari"] = page("Hasil Pencarian", "<p>0 data</p>")
    made.files = {
        **{f"/{f}{n}.pdf": paper("Laporan Akuntabilitas Kinerja Instansi Pemerintah", place, y, pages=14) for n, y in (("8827", 2022), ("9105", 2023), ("9712", 2024))},
        f"/{f}20250109090011.pdf": paper("Rencana Kerja Tahunan", place, 2025, pages=5), f"/{f}20260114083311.pdf": paper("Rencana Kerja Tahunan", place, 2026, pages=5, scanned=True),
        **{f"/{f}dipa{y}.pdf": paper("Daftar Isian Pelaksanaan Anggaran", place, 2000 + y, pages=3, extra="Petikan. Kode Satker 417288. Jumlah Rp 71.204.118.000") for y in (24, 25, 26)},
        f"/{f}0011928.pdf": paper("Laporan Realisasi Anggaran", place, 2025, pages=4, extra="Anggaran 70.881.200.000 Realisasi 69.913.440.000 (98,63%)"), f"/{f}0011929.pdf": paper("Neraca per 31 Desember 2025", place, "", pages=2, extra="Aset lancar 41.220.000 Aset tetap 28.110.900.000"),
        f"/{f}bmn_ta24.pdf": paper("Laporan Barang Milik Negara", place, 2024, pages=6, extra="Kode barang, nama barang, nilai perolehan"), f"/{f}20250317101502.pdf": decree("Pembentukan Pejabat Pengelola Informasi dan Dokumentasi", place, "214", 2025),
        f"/{f}dip_2023.pdf": paper("Daftar Informasi Publik", place, 2023, pages=4, extra="No | Ringkasan Informasi | Pejabat yang Menguasai | Penanggung Jawab | Waktu Pembuatan | Bentuk | Jangka Simpan"), f"/{f}renstra_rbg.pdf": paper("Rencana Strategis 2020-2024", place, "", pages=20),
        f"/{f}sk18.pdf": decree("Tim Pengelola Website", place, "18", 2026), f"/{f}sk77.pdf": decree("Satgas Pencegahan Perkawinan Anak", place, "77", 2025), f"/{f}lap_ppid_2024.pdf": paper("Laporan Layanan Informasi Publik", place, 2024, extra="Jumlah permohonan 4, dikabulkan 4"),
        f"/{f}form_permohonan.pdf": paper("Formulir Permohonan Informasi", place, "", pages=1), f"/{f}sp_2018.pdf": paper("Standar Pelayanan", place, 2018, extra="Persyaratan, prosedur, jangka waktu, biaya, produk layanan, penanganan pengaduan"),
        **{f"/{f}sop/{i}.pdf": paper(f"SOP {i}", place, 2023, pages=2) for i in range(1, 8)}, **{f"/{f}reg/{i}.pdf": paper(f"Peraturan {i}", "", "", issuer="REPUBLIK INDONESIA") for i in range(1, 7)},
        **{f"/images/{n}": PNG for n in ("header.jpg", "str_org_baru.jpg", "stopgratifikasi.png", "zi.png", "bullet.png")}, **{f"/images/foto{i}.jpg": SMALL for i in range(1, 7)},
    }  # fmt: skip
    return made


def pekalongan() -> Made:
    """A block theme of WordPress; the PPID has its own host, WordPress too, with another block theme."""
    place = "Kota Pekalongan"
    host = "https://ppid.kemenagkotapekalongan.id"
    made = Made(
        office("d-blok", f"Kankemenag {place}", "https://kotapekalongan.kemenag.go.id", ppid=f"{host}/"), Whole()
    )
    menu = (
        ("Beranda", "/"), ("Profil", (("Sekilas", "/sekilas/"), ("Sejarah", "/sejarah-kemenag/"), ("Visi dan Misi", "/visi-dan-misi/"), ("Tugas dan Fungsi", "/tugas-fungsi/"), ("Susunan Organisasi", "/susunan-organisasi/"), ("Pimpinan", "/pimpinan/"), ("Unit Kerja", "/unit-kerja/"))),
        ("Kabar", (("Berita", "/category/berita/"), ("Pengumuman", "/category/pengumuman/"), ("Agenda", "/agenda/"))), ("Layanan", (("Layanan PTSP", "/layanan/"), ("Survei Kepuasan", "/survei/"), ("Pengaduan", "/pengaduan/"), ("Statistik", "/statistik/"))), ("PPID", f"{host}/"), ("Hubungi Kami", "/hubungi-kami/"),
    )  # fmt: skip
    pmenu = (
        ("PPID", "/"), ("Tentang PPID", "/tentang-ppid/"), ("Daftar Informasi Publik", "/dip/"), ("Informasi Berkala", "/informasi-berkala/"), ("Informasi Serta-Merta", "/informasi-serta-merta/"), ("Informasi Tersedia Setiap Saat", "/informasi-setiap-saat/"), ("Informasi Dikecualikan", "/informasi-dikecualikan/"),
        ("Permintaan Informasi", "/permintaan-informasi/"), ("Pengajuan Keberatan", "/pengajuan-keberatan/"), ("Standar Layanan", "/standar-layanan/"), ("Regulasi", "/regulasi/"), ("Statistik Layanan Informasi", "/statistik-layanan/"), ("Laporan", "/laporan/"),
    )  # fmt: skip

    def item(label: str, url: str, root: str = "") -> str:
        return f'<li class="wp-block-navigation-item wp-block-navigation-link"><a class="wp-block-navigation-item__content" href="{url if url.startswith("http") else root + url}"><span class="wp-block-navigation-item__label">{label}</span></a></li>'

    def nav() -> str:
        out = []
        for label, target in menu:
            if isinstance(target, str):
                out.append(item(label, target))
            else:
                out.append(
                    f'<li class="wp-block-navigation-item has-child open-on-hover-click wp-block-navigation-submenu"><button class="wp-block-navigation-item__content wp-block-navigation-submenu__toggle" aria-expanded="false"><span class="wp-block-navigation-item__label">{label}</span></button><ul class="wp-block-navigation__submenu-container wp-block-navigation-submenu">{"".join(item(n, u) for n, u in target)}</ul></li>'
                )
        return "".join(out)

    def frame(head: str, top: str, title: str, body: str, foot: str, kind: str, meta: str = "") -> str:
        return f"""<!DOCTYPE html><html lang="id-ID"><head><meta charset="UTF-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>{title} &#8211; {head}</title><meta name="generator" content="WordPress 6.8.3" />{meta}</head><body class="{kind} wp-embed-responsive wp-theme-twentytwentyfive"><a class="skip-link screen-reader-text" id="wp-skip-link" href="#wp--skip-link--target">Langsung ke konten</a><div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group alignfull"><p class="wp-block-site-title"><a href="/">{head}</a></p><nav class="is-responsive wp-block-navigation" aria-label="Navigasi"><div class="wp-block-navigation__responsive-container"><ul class="wp-block-navigation__container">{top}</ul></div></nav></div></header>
<main class="wp-block-group" id="wp--skip-link--target"><div class="wp-block-group has-global-padding is-layout-constrained"><h1 class="wp-block-post-title">{title}</h1><div class="entry-content alignfull wp-block-post-content">{body}</div></div></main><footer class="wp-block-template-part"><div class="wp-block-group alignwide">{foot}</div></footer></div></body></html>"""

    foot = '<p>Kantor Kementerian Agama Kota Pekalongan</p><p>Jl. Majapahit No. 16, Podosugih, Pekalongan Barat, Kota Pekalongan 51111</p><p>(0285) 421604 · WA 0815 7800 4411 · kotapekalongan@kemenag.go.id</p><p>Senin–Kamis 07.30–16.00 WIB, Jumat 07.30–16.30 WIB</p><ul class="wp-block-social-links"><li class="wp-social-link"><a href="https://www.facebook.com/sharer/sharer.php?u=https://kotapekalongan.kemenag.go.id"><span>Bagikan</span></a></li><li class="wp-social-link"><a href="https://wa.me/?text=https://kotapekalongan.kemenag.go.id"><span>Bagikan ke WA</span></a></li></ul><p class="has-small-font-size">Bangga dengan <a href="https://id.wordpress.org">WordPress</a></p>'
    pfoot = '<p>PPID Kantor Kementerian Agama Kota Pekalongan — <a href="https://kotapekalongan.kemenag.go.id">situs utama</a></p><p class="has-small-font-size">© 2026</p>'

    def main(
        path: str, title: str, body: str, meta: str = "", kind: str = "wp-singular page-template-default page"
    ) -> None:
        made.whole[path] = frame("Kemenag Kota Pekalongan", nav(), title, body, foot, kind, meta)

    def info(path: str, title: str, body: str) -> None:
        made.whole[host + path] = frame(
            "PPID Kemenag Kota Pekalongan",
            "".join(item(n, u, "") for n, u in pmenu),
            title,
            body,
            pfoot,
            "wp-singular page-template-default page",
        )

    count = iter(range(100))

    def file(name: str, url: str) -> str:
        n = next(count)
        target = f' href="{url}"' if url else ""
        return f'<div class="wp-block-file"><a id="wp-block-file--media-{n}"{target}>{name}</a><a{target} class="wp-block-file__button wp-element-button" download aria-describedby="wp-block-file--media-{n}">Unduh</a></div>'

    def details(summary: str, body: str) -> str:
        return f'<details class="wp-block-details is-layout-flow"><summary>{summary}</summary>{body}</details>'

    u = f"{host}/wp-content/uploads/2026/04/"
    news = stories(
        "Kota Pekalongan",
        list(range(1, 86, 2)),
        4,
        "Penandatanganan Perjanjian Kinerja Perubahan Tahun 2026 Disaksikan Kakanwil",
    )
    news[3] = ("Kemenag dan BNN Kota Pekalongan Teken MoU Pencegahan Narkoba", news[3][1], news[3][2])

    def card(t: str, d: date, x: str) -> str:
        path = f"/{d:%Y/%m/%d}/{slug(t)}/"
        return f'<li class="wp-block-post post type-post status-publish hentry category-berita"><h2 class="wp-block-post-title"><a href="{path}">{t}</a></h2><div class="wp-block-post-date"><time datetime="{d:%Y-%m-%d}T08:15:00+07:00">{plain(d)}</time></div><div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">{x[:120]}&hellip; <a class="wp-block-post-excerpt__more-link" href="{path}">Baca selengkapnya</a></p></div></li>'

    def loop(items: list[tuple[str, date, str]], more: str = "") -> str:
        return f'<div class="wp-block-query"><ul class="wp-block-post-template is-layout-grid columns-3">{"".join(card(*i) for i in items)}</ul>{more}</div>'

    main(
        "/",
        "Beranda",
        '<div class="wp-block-cover alignfull"><img class="wp-block-cover__image-background" alt="Maklumat pelayanan: kami siap melayani sepenuh hati" src="/wp-content/uploads/2026/01/slide-maklumat.jpg"><div class="wp-block-cover__inner-container"><p class="has-large-font-size">Kami Siap Melayani Sepenuh Hati</p></div></div><div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/layanan/">Layanan</a></div><div class="wp-block-button is-style-outline"><a class="wp-block-button__link wp-element-button" href="/pengaduan/">Pengaduan</a></div></div><form role="search" method="get" action="https://kotapekalongan.kemenag.go.id/" class="wp-block-search"><label class="wp-block-search__label" for="s1">Cari</label><input class="wp-block-search__input" id="s1" type="search" name="s"><button type="submit" class="wp-block-search__button">Cari</button></form>'
        + loop(news[:6]),
        kind="home blog",
    )
    pages = [news[i : i + 10] for i in range(0, len(news), 10)]
    for i, part in enumerate(pages, 1):
        numbers = "".join(
            f'<a class="page-numbers" href="/category/berita/{"" if k == 1 else f"page/{k}/"}">{k}</a>'
            for k in range(1, len(pages) + 1)
        )
        main(
            "/category/berita/" + ("" if i == 1 else f"page/{i}/"),
            "Kategori: Berita",
            loop(part, f'<nav class="wp-block-query-pagination" aria-label="Paginasi">{numbers}</nav>'),
            kind="archive category category-berita",
        )
    for t, d, x in news:
        main(
            f"/{d:%Y/%m/%d}/{slug(t)}/",
            t,
            f'<div class="wp-block-group"><div class="wp-block-post-date"><time datetime="{d:%Y-%m-%d}T08:15:00+07:00">{plain(d)}</time></div><div class="wp-block-post-author-name">Tim Humas</div></div><p>{x}</p>',
            f'<meta property="og:type" content="article" /><meta property="article:published_time" content="{d:%Y-%m-%d}T01:15:00+00:00" />',
            "wp-singular post-template-default single single-post",
        )
    old = [
        (
            "Pengumuman Hasil Seleksi Administrasi PPPK Kemenag 2024",
            date(2025, 3, 3),
            "Hasil seleksi administrasi dapat dilihat melalui akun SSCASN masing-masing pelamar.",
        ),
        ("Libur Pelayanan Idulfitri 1446 H", date(2025, 3, 26), "Pelayanan diliburkan 28 Maret sampai 7 April 2025."),
    ]
    main("/category/pengumuman/", "Kategori: Pengumuman", loop(old), kind="archive category category-pengumuman")
    for t, d, x in old:
        main(
            f"/{d:%Y/%m/%d}/{slug(t)}/",
            t,
            f'<div class="wp-block-post-date"><time datetime="{d:%Y-%m-%d}T10:00:00+07:00">{plain(d)}</time></div><p>{x}</p>',
            kind="wp-singular post-template-default single single-post",
        )
    main(
        "/sekilas/",
        "Sekilas",
        "<p>Kantor Kementerian Agama Kota Pekalongan melayani empat kecamatan di kota batik.</p>",
    )
    main(
        "/visi-dan-misi/",
        "Visi dan Misi",
        '<figure class="wp-block-image size-full"><img src="/wp-content/uploads/2025/02/visimisi.png" alt="Visi dan Misi Kemenag Kota Pekalongan" class="wp-image-221"/></figure>',
    )
    main(
        "/tugas-fungsi/",
        "Tugas dan Fungsi",
        '<p>Kankemenag Kota Pekalongan bertugas menjalankan tugas dan fungsi Kementerian Agama di wilayah kota (PMA 19/2019 jo. PMA 6/2022).</p><h2 class="wp-block-heading">Fungsi</h2><ul class="wp-block-list"><li>merumuskan dan menetapkan visi, misi serta kebijakan teknis pelayanan dan bimbingan kehidupan beragama</li><li>melayani, membimbing, dan membina kehidupan beragama</li><li>membina madrasah, pendidikan agama dan keagamaan</li><li>memelihara kerukunan umat</li><li>mengelola administrasi dan informasi</li><li>menjalin hubungan dengan pemerintah kota dan lembaga masyarakat</li></ul>',
    )
    main(
        "/susunan-organisasi/",
        "Susunan Organisasi",
        "<p><em>Struktur organisasi sedang dalam proses pembaruan.</em></p>",
    )
    main(
        "/pimpinan/",
        "Pimpinan",
        '<div class="wp-block-media-text"><figure class="wp-block-media-text__media"><img src="/wp-content/uploads/2026/01/kakan.jpg" alt="Kepala Kantor"/></figure><div class="wp-block-media-text__content"><h3 class="wp-block-heading">H. Imam Thobroni, S.Ag., M.S.I.</h3><p>Kepala Kantor Kementerian Agama Kota Pekalongan sejak Maret 2025. Lahir dan besar di Batang, beliau menamatkan sarjana di IAIN Walisongo dan magister di perguruan tinggi yang sama. Mengawali karier sebagai penghulu di Warungasem, kemudian Kepala KUA, Kepala Seksi Bimas Islam, dan Kasubbag Tata Usaha di Kabupaten Pemalang.</p></div></div>',
    )
    main(
        "/unit-kerja/",
        "Unit Kerja",
        '<h2 class="wp-block-heading">KUA Kecamatan</h2><figure class="wp-block-table"><table><thead><tr><th>KUA</th><th>Alamat</th><th>Kontak</th></tr></thead><tbody><tr><td>Pekalongan Utara</td><td>Jl. Kusuma Bangsa 3</td><td>0857-0011-2201</td></tr><tr><td>Pekalongan Timur</td><td>Jl. Dr. Sutomo 81</td><td>0857-0011-2202</td></tr><tr><td>Pekalongan Selatan</td><td>Jl. HOS Cokroaminoto 440</td><td>0857-0011-2203</td></tr><tr><td>Pekalongan Barat</td><td>Jl. Gajah Mada 12</td><td>0857-0011-2204</td></tr></tbody></table></figure><h2 class="wp-block-heading">Madrasah Negeri</h2><ul class="wp-block-list"><li>MAN Kota Pekalongan, Jl. Kalibanger 12</li><li>MTsN Kota Pekalongan, Jl. Kramatsari 6</li><li>MIN Kota Pekalongan, Jl. Urip Sumoharjo 27</li></ul>',
    )
    main("/agenda/", "Agenda", "<p>Tidak ada agenda hari ini.</p>")
    main(
        "/layanan/",
        "Layanan PTSP",
        "".join(
            details(n, f'<p>Persyaratan:</p><ul class="wp-block-list">{"".join(f"<li>{s}</li>" for s in ss)}</ul>')
            for n, ss in (
                ("Legalisasi Ijazah", ("Ijazah asli", "Fotokopi maksimal 10 lembar")),
                (
                    "Rekomendasi Izin Pendirian Rumah Ibadah",
                    ("Surat permohonan panitia", "Daftar 90 pengguna dan 60 pendukung"),
                ),
                ("Izin Operasional RA", ("Proposal", "Akta yayasan", "Denah lokasi")),
                ("Mutasi Siswa Madrasah", ("Surat pindah", "Rapor")),
                ("Konsultasi Wakaf", ("Fotokopi sertifikat", "KTP wakif dan nazhir")),
                ("Permohonan Rohaniwan", ("Surat dinas", "Jadwal acara")),
            )
        ),
    )
    main(
        "/survei/",
        "Survei Kepuasan",
        '<p>Bantu kami menjadi lebih baik dengan mengisi survei berikut.</p><div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="https://docs.google.com/forms/d/e/1FAIpQLSdPklSurvei/viewform">Isi Survei Kepuasan Masyarakat</a></div></div>',
    )
    main(
        "/pengaduan/",
        "Pengaduan",
        '<p>Laporan dugaan penyalahgunaan wewenang oleh pegawai disampaikan melalui langkah berikut:</p><ol class="wp-block-list"><li>Siapkan identitas, uraian kejadian, waktu, tempat, dan bukti awal.</li><li>Sampaikan lewat <a href="https://www.lapor.go.id">SP4N-LAPOR!</a>, <a href="https://simdumas.kemenag.go.id">SIMDUMAS</a>, WA 0815 7800 4411, atau datang ke loket pengaduan.</li><li>Petugas menelaah paling lama 5 hari kerja.</li><li>Hasil tindak lanjut disampaikan kepada pelapor.</li></ol><form class="wpforms-form"><label>Nama</label><input name="n"><label>Isi aduan</label><textarea name="a"></textarea><button type="submit">Kirim Aduan</button></form>',
    )
    main(
        "/statistik/",
        "Statistik",
        '<iframe title="Dashboard" width="600" height="450" src="https://lookerstudio.google.com/embed/reporting/0b1f-9921/page/1M" frameborder="0"></iframe>',
    )
    main(
        "/hubungi-kami/",
        "Hubungi Kami",
        '<p>Jl. Majapahit No. 16 Kota Pekalongan</p><p>Telepon (0285) 421604</p><iframe title="Peta" src="https://www.google.com/maps/embed?pb=pkl"></iframe>',
    )

    info(
        "/",
        "PPID Kankemenag Kota Pekalongan",
        '<p>Selamat datang di laman PPID Unit Kantor Kementerian Agama Kota Pekalongan.</p><div class="wp-block-columns">'
        + "".join(
            f'<div class="wp-block-column"><h3 class="wp-block-heading"><a href="{t}">{n}</a></h3></div>'
            for n, t in pmenu[1:]
        )
        + "</div>",
    )
    info(
        "/tentang-ppid/",
        "Tentang PPID",
        '<figure class="wp-block-table"><table><tbody><tr><td><strong>Atasan PPID</strong></td><td>Kepala Kantor Kementerian Agama Kota Pekalongan</td></tr><tr><td><strong>PPID Unit</strong></td><td>Kepala Subbagian Tata Usaha</td></tr><tr><td><strong>Sekretariat</strong></td><td>Pranata Humas dan Arsiparis</td></tr></tbody></table></figure><h2 class="wp-block-heading">Tugas dan Wewenang</h2><ul class="wp-block-list"><li>menghimpun informasi dari seksi dan penyelenggara</li><li>melayani permintaan informasi</li><li>melakukan pengujian konsekuensi</li><li>memutakhirkan DIP</li></ul><h2 class="wp-block-heading">SK PPID</h2>'
        + file("KMA Nomor 657 Tahun 2021 tentang PPID Kementerian Agama", u + "KMA-657-2021.pdf"),
    )
    dip_rows = "".join(
        f"<tr><td>{i}</td><td>{n}</td><td>{k}</td><td>Kasubbag TU</td><td>Jan 2026, Pekalongan</td><td>Cetak, PDF</td><td>{j}</td></tr>"
        for i, (n, k, j) in enumerate(
            (
                ("Profil dan domisili kantor", "Subbag TU", "Selama berlaku"),
                ("Daftar pejabat struktural", "Kepegawaian", "5 tahun"),
                ("Renstra 2025-2029", "Perencana", "5 tahun"),
                ("Rencana kerja 2026", "Perencana", "2 tahun"),
                ("RKA-K/L dan DIPA", "Keuangan", "10 tahun"),
                ("Laporan keuangan", "Keuangan", "10 tahun"),
                ("Laporan kinerja", "Perencana", "5 tahun"),
                ("Data madrasah", "Seksi Pendma", "2 tahun"),
                ("Data guru PAI", "Seksi PAI", "2 tahun"),
                ("Data KUA dan nikah", "Seksi Bimas", "Permanen"),
                ("Data pondok pesantren", "Seksi PD Pontren", "2 tahun"),
                ("Data wakaf", "Gara Zawa", "Permanen"),
                ("Rekap permintaan informasi", "PPID", "5 tahun"),
                ("Daftar SOP", "Ortala", "Selama berlaku"),
            ),
            1,
        )
    )
    info(
        "/dip/",
        "Daftar Informasi Publik",
        f'<p>Ditetapkan dengan Keputusan Kepala Kantor Nomor 9 Tahun 2026 tanggal 20 Januari 2026.</p><figure class="wp-block-table is-style-stripes"><table><thead><tr><th>No</th><th>Ringkasan Informasi</th><th>Unit yang Menguasai</th><th>Penanggung Jawab</th><th>Waktu &amp; Tempat</th><th>Bentuk</th><th>Masa Simpan</th></tr></thead><tbody>{dip_rows}</tbody></table></figure>',
    )
    info(
        "/informasi-berkala/",
        "Informasi Berkala",
        '<p class="has-small-font-size">Terakhir diperbarui: 3 November 2026</p>'
        + details(
            "Perencanaan",
            file("Rencana Kerja (Renja) Tahun 2026", u + "Renja-2026-final-rev.pdf")
            + file("Matriks Program dan Kegiatan 2026", u + "matriks-progiat.pdf"),
        )
        + details(
            "Anggaran",
            file("DIPA Tahun 2026", "")
            + file("RKAKL 2026", u + "rkakl26.pdf")
            + file("Laporan Realisasi Anggaran TA 2025", u + "LRA-audited-2025.pdf")
            + file("Laporan Keuangan UAKPA TA 2025 Audited (Neraca, LO, LPE, CaLK)", u + "LK-UAKPA-TA-2025.pdf"),
        )
        + details(
            "Kinerja",
            file("LKjIP 2025", u + "LKjIP-Kemenag-Kota-Pekalongan-2025.pdf")
            + file("LKjIP 2024", u + "LKJ24.pdf")
            + file("LKjIP 2023", u + "LKJ23.pdf")
            + "<p>Capaian kinerja triwulan: data belum tersedia.</p>",
        )
        + details(
            "Harta Kekayaan",
            '<p>LHKPN pejabat dapat dilihat di <a href="https://elhkpn.kpk.go.id/portal/user/login">laman KPK</a>.</p>',
        )
        + details(
            "Pengadaan",
            '<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/rup-2026/">RUP 2026</a></div></div>',
        )
        + details(
            "Profil",
            '<ul class="wp-block-list"><li><a href="https://kotapekalongan.kemenag.go.id/tugas-fungsi/">Tugas dan fungsi</a></li><li><a href="https://kotapekalongan.kemenag.go.id/pimpinan/">Pimpinan</a></li><li><a href="https://kotapekalongan.kemenag.go.id/unit-kerja/">Unit kerja</a></li><li><a href="/statistik-layanan/">Ringkasan akses informasi</a></li><li><a href="/regulasi/">Regulasi</a></li></ul>',
        ),
    )
    info(
        "/informasi-serta-merta/",
        "Informasi Serta-Merta",
        "<p><strong>NIHIL.</strong> Sampai dengan tanggal 31 Oktober 2026 tidak terdapat informasi serta-merta pada Kankemenag Kota Pekalongan.</p>",
    )
    info(
        "/informasi-setiap-saat/",
        "Informasi Tersedia Setiap Saat",
        file("Renstra Kankemenag Kota Pekalongan 2025–2029", u + "renstra-2529.pdf")
        + file("SK Kepala Kantor Nomor 41 Tahun 2026 tentang Agen Perubahan", u + "SK-41.pdf")
        + file("SK Kepala Kantor Nomor 12 Tahun 2025 tentang Tim Kerja", u + "SK-12-2025.pdf")
        + file("SK Kepala Kantor Nomor 63 Tahun 2025 tentang Jam Kerja Ramadan", u + "SK-63-2025.pdf")
        + '<p><a href="/dip/">Daftar Informasi Publik 2026</a></p>',
    )
    info(
        "/informasi-dikecualikan/",
        "Informasi Dikecualikan",
        '<p>Daftar ini ditetapkan dengan Keputusan PPID Nomor 60 Tahun 2025 berdasarkan Berita Acara Uji Konsekuensi Nomor 3/BA-UK/PPID/2025 tanggal 11 Desember 2025</p><figure class="wp-block-table"><table><thead><tr><th>No</th><th>Informasi</th><th>Dasar hukum</th><th>Akibat bila dibuka</th><th>Jangka waktu</th></tr></thead><tbody><tr><td>1</td><td>Rekam medis pegawai</td><td>UU 14/2008 Ps. 17 h</td><td>Membuka rahasia pribadi</td><td>Selamanya</td></tr><tr><td>2</td><td>Hasil penilaian perilaku individu</td><td>Ps. 17 h angka 4</td><td>Membuka rahasia pribadi</td><td>5 tahun</td></tr><tr><td>3</td><td>Identitas pelapor dugaan pelanggaran</td><td>Ps. 17 a</td><td>Membahayakan pelapor</td><td>30 tahun</td></tr><tr><td>4</td><td>Harga perkiraan sebelum pengumuman</td><td>Ps. 17 b</td><td>Persaingan tidak sehat</td><td>Sampai diumumkan</td></tr></tbody></table></figure>'
        + file("Berita Acara Uji Konsekuensi 2025", u + "BA-UK-2025.pdf"),
    )
    info(
        "/permintaan-informasi/",
        "Permintaan Informasi",
        '<ol class="wp-block-list"><li>Isi formulir di bawah ini atau datang ke meja layanan dengan membawa KTP/identitas lain.</li><li>Permintaan dicatat dan Anda memperoleh nomor pendaftaran.</li><li>Jawaban diberikan paling lambat 10 hari kerja.</li><li>Informasi diserahkan sesuai bentuk yang diminta.</li></ol><h2 class="wp-block-heading">Formulir</h2><form class="wp-block-contact-form" method="post">'
        + "".join(
            f'<div class="grunion-field-wrap"><label for="g{i}">{n}</label><input id="g{i}" name="g{i}" type="text"></div>'
            for i, n in enumerate(
                (
                    "Nama lengkap",
                    "Alamat",
                    "Nomor HP",
                    "Email",
                    "Rincian informasi yang diminta",
                    "Tujuan penggunaan",
                    "Cara memperoleh salinan",
                )
            )
        )
        + '<div class="wp-block-button"><button type="submit" class="wp-block-button__link">Kirim permintaan</button></div></form>',
    )
    info(
        "/pengajuan-keberatan/",
        "Pengajuan Keberatan",
        '<div class="wp-block-group"><p>Silakan menghubungi meja layanan.</p></div>' + file("Formulir keberatan", ""),
    )
    info(
        "/standar-layanan/",
        "Standar Layanan",
        '<h2 class="wp-block-heading">Biaya dan jam layanan</h2><p>Jawaban atas permintaan disampaikan paling lambat 10 hari kerja. Semua layanan informasi tidak dipungut biaya. Meja layanan informasi buka Senin sampai Jumat pukul 08.00–15.00 WIB.</p><h2 class="wp-block-heading">SOP</h2>'
        + file("SOP Permintaan Informasi Publik (2024)", u + "sop-1.pdf")
        + file("SOP Penanganan Keberatan (2024)", u + "sop-2.pdf")
        + file("SOP Pengujian Konsekuensi (2024)", u + "sop-3.pdf"),
    )
    info(
        "/regulasi/",
        "Regulasi",
        '<ul class="wp-block-list"><li>UU No. 14 Tahun 2008 tentang Keterbukaan Informasi Publik</li><li>PP No. 61 Tahun 2010</li><li>Peraturan Komisi Informasi No. 1 Tahun 2021 tentang Standar Layanan Informasi Publik</li><li>Peraturan Komisi Informasi No. 1 Tahun 2013</li><li>KMA No. 92 Tahun 2019</li><li>KMA No. 657 Tahun 2021</li></ul>',
    )
    info(
        "/statistik-layanan/",
        "Statistik Layanan Informasi",
        '<p>Ringkasan akses informasi tahun 2025</p><figure class="wp-block-table"><table><tbody><tr><td>Jumlah permintaan</td><td>12</td></tr><tr><td>Rata-rata waktu penyelesaian</td><td>4 hari kerja</td></tr><tr><td>Dikabulkan</td><td>11</td></tr><tr><td>Ditolak</td><td>1</td></tr><tr><td>Alasan penolakan</td><td>memuat data pribadi (Pasal 17 huruf h)</td></tr></tbody></table></figure>',
    )
    info("/laporan/", "Laporan", file("Laporan Tahunan PPID 2025", u + "laporan-tahunan-ppid-2025.pdf"))

    def up(name: str) -> str:
        return u + name

    made.files = {
        up("KMA-657-2021.pdf"): paper("Keputusan Menteri Agama Nomor 657 Tahun 2021", "", "", issuer="MENTERI AGAMA REPUBLIK INDONESIA"), up("matriks-progiat.pdf"): paper("Matriks Program dan Kegiatan", place, 2026, extra="Nama kegiatan | Penanggung jawab | Target | Jadwal | Anggaran\nPembinaan guru PAI | Kasi PAI | 120 guru | Maret 2026 | Rp 38.000.000"),
        up("LRA-audited-2025.pdf"): paper("Laporan Realisasi Anggaran", place, 2025, extra="Pagu 41.228.000.000 Realisasi 40.900.118.000"), up("LK-UAKPA-TA-2025.pdf"): pdf("KANTOR KEMENTERIAN AGAMA KOTA PEKALONGAN\nLAPORAN KEUANGAN UAKPA\nUntuk periode yang berakhir 31 Desember 2025\nAudited", "DAFTAR ISI\nI Laporan Realisasi Anggaran\nII Neraca\nIII Laporan Operasional\nIV Laporan Perubahan Ekuitas\nV Catatan atas Laporan Keuangan", "NERACA\nper 31 Desember 2025\nAset lancar 12.118.000", "CATATAN ATAS LAPORAN KEUANGAN\nA. Penjelasan umum", "B. Penjelasan pos-pos"),
        up("LKjIP-Kemenag-Kota-Pekalongan-2025.pdf"): paper("Laporan Kinerja Instansi Pemerintah", place, 2025, pages=24), up("LKJ24.pdf"): paper("Laporan Kinerja Instansi Pemerintah", place, 2024, pages=20), up("LKJ23.pdf"): paper("Laporan Kinerja Instansi Pemerintah", place, 2023, pages=20),
        up("renstra-2529.pdf"): paper("Rencana Strategis 2025-2029", place, "", pages=30), up("SK-41.pdf"): decree("Agen Perubahan", place, "41", 2026), up("SK-12-2025.pdf"): decree("Tim Kerja", place, "12", 2025), up("SK-63-2025.pdf"): decree("Jam Kerja Ramadan", place, "63", 2025), up("BA-UK-2025.pdf"): paper("Berita Acara Uji Konsekuensi Nomor 3/BA-UK/PPID/2025", place, 2025, pages=4),
        **{up(f"sop-{i}.pdf"): paper(f"SOP {n}", place, 2024, pages=3) for i, n in enumerate(("Permintaan Informasi Publik", "Penanganan Keberatan", "Pengujian Konsekuensi"), 1)},
        "/wp-content/uploads/2026/01/slide-maklumat.jpg": PNG, "/wp-content/uploads/2025/02/visimisi.png": PNG, "/wp-content/uploads/2026/01/kakan.jpg": PNG,
    }  # fmt: skip
    made.answers["https://docs.google.com/forms/d/e/1FAIpQLSdPklSurvei/viewform"] = (
        200,
        "<html><head><title>Survei Kepuasan Masyarakat</title></head><body><form><div>Umur</div><div>Jenis kelamin</div><div>Bagaimana pendapat Saudara tentang kecepatan pelayanan?</div></form></body></html>",
    )
    return made


def madiun() -> Made:
    """React after rendering: nothing but divs, roles and utility classes; cards with badges; some buttons whose target only the script knows."""
    place = "Kota Madiun"
    made = Made(
        office("d-spa", f"Kankemenag {place}", "https://kemenag.madiunkota.go.id", province="Jawa Timur"),
        Whole(),
        rendered=True,
    )
    menu = (
        ("Beranda", "/"), ("Profil Kantor", "/profil"), ("Visi & Misi", "/profil/visi-misi"), ("Tugas & Fungsi", "/profil/tusi"), ("Struktur", "/profil/struktur"), ("Pejabat", "/profil/pejabat"), ("KUA & Madrasah", "/profil/unit"), ("SDM", "/profil/sdm"), ("Kabar", "/kabar"), ("Pengumuman", "/pengumuman"), ("Agenda", "/agenda"), ("Data", "/data"), ("Layanan", "/layanan"), ("Aduan", "/aduan"), ("Survei", "/survei"),
        ("PPID", "/ppid"),
    )  # fmt: skip
    sub = (
        ("Profil PPID", "/ppid/profil"), ("Informasi Berkala", "/ppid/berkala"), ("Informasi Serta Merta", "/ppid/serta-merta"), ("Informasi Setiap Saat", "/ppid/setiap-saat"), ("Informasi Dikecualikan", "/ppid/dikecualikan"), ("DIP", "/ppid/dip"), ("Alur Permohonan", "/ppid/alur"), ("Form Permohonan", "/ppid/form"), ("Keberatan", "/ppid/keberatan"), ("Sengketa", "/ppid/sengketa"),
        ("Waktu & Biaya Layanan", "/ppid/waktu-biaya"), ("SOP Layanan Informasi", "/ppid/sop"), ("Laporan Layanan", "/ppid/laporan"), ("Statistik Permohonan", "/ppid/statistik"), ("Regulasi", "/ppid/regulasi"), ("Pengadaan", "/ppid/pengadaan"), ("Mitigasi & Evakuasi", "/ppid/evakuasi"),
    )  # fmt: skip

    def page(title: str, body: str, extra: str = "") -> str:
        links = "".join(f'<div class="navbar__item"><a class="navbar__link" href="{u}">{n}</a></div>' for n, u in menu)
        return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Kemenag Kota Madiun</title><script type="module" src="/assets/index-7a1c.js"></script></head><body><div id="root"><div class="app"><div class="navbar navbar--fixed" role="banner"><div class="navbar__brand">KEMENAG KOTA MADIUN</div><div class="navbar__menu" role="navigation">{links}</div></div>{extra}
<div class="page" role="main"><div class="page__hero"><div class="page__title" role="heading" aria-level="1">{title}</div></div><div class="page__body">{body}</div></div>
<div class="footer" role="contentinfo"><div class="footer__col"><div class="footer__title">Kantor Kementerian Agama Kota Madiun</div><div>Jalan Ringroad Barat No. 1A, Kelurahan Manguharjo, Kota Madiun 63127</div><div>WA Center: 0812-5900-3377</div></div><div class="footer__col"><a href="https://www.instagram.com/kemenagkotamadiun"><div class="icon icon-ig"></div></a><a href="https://www.tiktok.com/@kemenagkotamadiun"><div class="icon icon-tt"></div></a></div><div class="footer__copy">© 2026 Tim IT</div></div></div></div></body></html>"""

    def put(path: str, title: str, body: str) -> None:
        made.whole[path] = page(title, body)

    def cards(*items: tuple[str, str, str, str]) -> str:
        """(name, badge, date, target): a target of "!x" is opened by the script; "" cannot be opened."""
        out = []
        for n, badge, when, target in items:
            if target.startswith("!"):
                button = f'<button type="button" class="btn btn-open" onclick="window.open(\'{target[1:]}\',\'_blank\')">Lihat</button>'
            elif target:
                button = f'<a class="btn btn-open" href="{target}" target="_blank" rel="noreferrer">Lihat</a>'
            else:
                button = '<button type="button" class="btn btn-open" disabled="">Lihat</button>'
            out.append(
                f'<div class="card" role="listitem"><div class="card__badge">{badge}</div><div class="card__title">{n}</div><div class="card__meta">Diunggah {when}</div><div class="card__action">{button}</div></div>'
            )
        return f'<div class="card-grid" role="list">{"".join(out)}</div>'

    s = "/storage/dokumen/"
    news = stories(place, [40, 47, 60, 75, 110, 160, 200, 231], 7)

    def teaser(t: str, d: date) -> str:
        return f'<div class="news-card" role="article"><a href="/kabar/{slug(t)}"><div class="news-card__title">{t}</div></a><div class="news-card__date">{d.day} {MONTHS[d.month - 1][:3]} {d.year}</div></div>'

    made.whole["/"] = page(
        "Selamat Datang",
        '<div class="news-list">'
        + "".join(teaser(t, d) for t, d, _ in news[:3])
        + '</div><div class="tiles"><div class="tile" onclick="router.push(\'/ppid\')" role="button" tabindex="0">PPID</div><div class="tile" onclick="router.push(\'/layanan\')" role="button" tabindex="0">Layanan</div></div>',
        '<div class="slider" role="region" aria-label="carousel"><div class="slide"><div class="slide__text">Maklumat Pelayanan: Cepat, Tepat, Ramah</div></div><div class="slide"><div class="slide__text">Madiun Kota Pendekar, Rukun dan Toleran</div></div></div>',
    )
    put(
        "/profil",
        "Profil Kantor",
        '<div class="section"><div class="section__title">Sejarah Singkat</div><div class="section__text">Lorem ipsum dolor sit amet, consectetur adipiscing elit. Integer nec odio. Praesent libero. Sed cursus ante dapibus diam. Sed nisi. Nulla quis sem at nibh elementum imperdiet.</div></div><div class="section"><iframe src="https://www.google.com/maps/embed?pb=mdn" title="Lokasi kantor"></iframe></div>',
    )
    put(
        "/profil/visi-misi",
        "Visi & Misi",
        '<div class="box"><div class="box__title" role="heading" aria-level="2">Visi</div><div class="box__text">Menjadi kantor yang melayani umat Kota Madiun secara profesional, terbuka, dan menyejukkan.</div></div><div class="box"><div class="box__title" role="heading" aria-level="2">Misi</div>'
        + "".join(
            f'<div class="row"><div class="row__num">{i}</div><div class="row__text">{x}</div></div>'
            for i, x in enumerate(
                (
                    "Menguatkan kehidupan keagamaan yang moderat",
                    "Memperbaiki kualitas madrasah dan pesantren",
                    "Memudahkan layanan keagamaan bagi seluruh warga",
                    "Membangun birokrasi yang bersih",
                ),
                1,
            )
        )
        + "</div>",
    )
    put(
        "/profil/tusi",
        "Tugas & Fungsi",
        '<div class="empty-state"><div class="icon icon-box"></div><div>Data tugas dan fungsi belum tersedia</div></div>',
    )
    put(
        "/profil/struktur",
        "Struktur",
        '<div class="figure"><img class="figure__img" src="/storage/img/bagan-1.png" alt="Bagan struktur organisasi Kemenag Kota Madiun" width="1280" height="900"></div>',
    )
    people = (
        ("Drs. H. Yusron Hamdani, M.Pd.I.", "Kepala Kantor"),
        ("Ririn Astutik, S.E., M.M.", "Kepala Subbagian Tata Usaha"),
        ("H. Samsul Arif, S.Ag.", "Kepala Seksi Pendidikan Islam"),
        ("Moh. Zaini, S.H.I.", "Kepala Seksi Bimas Islam"),
        ("Yohanes Wibisono, S.S.", "Penyelenggara Bimas Katolik"),
    )
    put(
        "/profil/pejabat",
        "Pejabat",
        '<div class="people" role="list">'
        + "".join(
            f'<div class="person" role="listitem"><img class="person__photo" src="/storage/img/p{i}.png" alt="{n}"><div class="person__name">{n}</div><div class="person__role">{j}</div></div>'
            for i, (n, j) in enumerate(people)
        )
        + "</div>",
    )
    put(
        "/profil/unit",
        "KUA & Madrasah",
        '<div class="units">'
        + "".join(
            f'<div class="unit"><div class="unit__name">{n}</div><div class="unit__addr">{a}</div><div class="unit__tel">{t}</div></div>'
            for n, a, t in (
                ("KUA Kartoharjo", "Jl. Pilang Mulya 4", "0351-460011"),
                ("KUA Manguharjo", "Jl. Hayam Wuruk 62", "0351-460012"),
                ("KUA Taman", "Jl. Taman Praja 80", "0351-460013"),
                ("MAN 1 Kota Madiun", "Jl. Sumberkarya 5", "0351-462869"),
                ("MAN 2 Kota Madiun", "Jl. Sumberkarya 7", "0351-464945"),
                ("MTsN Kota Madiun", "Jl. Ring Road Barat 3", "0351-466112"),
                ("MIN 1 Kota Madiun", "Jl. Setinggil 2", "0351-467003"),
            )
        )
        + "</div>",
    )
    put(
        "/profil/sdm",
        "SDM",
        '<div class="stats">'
        + "".join(
            f'<div class="stat"><div class="stat__value">{v}</div><div class="stat__label">{n}</div></div>'
            for n, v in (
                ("Golongan IV", "84"),
                ("Golongan III", "151"),
                ("Golongan II", "9"),
                ("PPPK", "67"),
                ("Total ASN", "311"),
            )
        )
        + '</div><div class="note">Keadaan per 1 Oktober 2026</div>',
    )
    put(
        "/kabar",
        "Kabar",
        '<div class="news-list">'
        + "".join(teaser(t, d) for t, d, _ in news)
        + '</div><div class="pager"><div class="pager__item pager__item--active">1</div></div>',
    )
    for t, d, x in news:
        put(
            f"/kabar/{slug(t)}",
            t,
            f'<div class="article__meta"><div class="article__date">{long(d)}</div><div class="article__by">Humas</div></div><div class="article__body"><div class="par">{x}</div></div>',
        )
    put("/pengumuman", "Pengumuman", '<div class="empty-state">Belum ada pengumuman resmi saat ini.</div>')
    put(
        "/agenda",
        "Agenda",
        '<div class="agenda" role="list">'
        + "".join(
            f'<div class="agenda__item" role="listitem"><div class="agenda__date"><span>{d}</span><span>{m}</span><span>2026</span></div><div class="agenda__name">{n}</div><div class="agenda__place">{w}</div></div>'
            for d, m, n, w in (
                ("24", "Nov", "Rakor Kepala KUA", "Aula Lt. 2"),
                ("26", "Nov", "Upacara HGN ke-81", "Halaman Kantor"),
                ("02", "Des", "Rapat Evaluasi Anggaran", "Ruang Rapat"),
            )
        )
        + "</div>",
    )
    put(
        "/data",
        "Data",
        '<div class="stats">'
        + "".join(
            f'<div class="stat"><div class="stat__value">{v}</div><div class="stat__label">{n}</div></div>'
            for n, v in (
                ("Masjid", "198"),
                ("Musala", "402"),
                ("Gereja Kristen", "41"),
                ("Gereja Katolik", "3"),
                ("Madrasah", "57"),
                ("Peristiwa nikah", "1.120"),
            )
        )
        + '</div><div class="note">Data keagamaan Kota Madiun tahun 2025</div>',
    )
    put("/layanan", "Layanan", '<div class="empty-state">Layanan masih kosong.</div>')
    put(
        "/aduan",
        "Aduan",
        '<div class="box"><div class="box__text">Adukan penyalahgunaan wewenang pegawai kami melalui kanal berikut, sertakan uraian kejadian dan bukti. Aduan ditelaah tim dalam 7 hari kerja lalu dijawab tertulis.</div><a class="btn" href="https://www.lapor.go.id/">SP4N LAPOR!</a><div class="box__text">WA 0812-5900-3377</div></div>',
    )
    put(
        "/survei",
        "Survei",
        '<div class="gauge"><div class="gauge__value">88,15</div><div class="gauge__label">Nilai SKM Triwulan III 2026 (n = 164)</div></div><a class="btn" href="https://docs.google.com/forms/d/e/1FAIpQLSdMdnSKM/viewform">Isi survei</a>',
    )
    put(
        "/ppid",
        "PPID",
        '<div class="lead">Pejabat Pengelola Informasi dan Dokumentasi Kantor Kementerian Agama Kota Madiun</div><div class="tiles">'
        + "".join(f'<div class="tile"><a href="{u}"><div class="tile__name">{n}</div></a></div>' for n, u in sub)
        + "</div>",
    )
    put(
        "/ppid/profil",
        "Profil PPID",
        f'<div class="par">PPID Utama Kementerian Agama dijabat Kepala Biro Humas dan Komunikasi Publik, dibantu PPID pada unit eselon I. PPID Utama bertugas mengoordinasikan pengelolaan informasi di lingkungan Kementerian Agama, menetapkan daftar informasi publik dan melakukan pengujian konsekuensi bersama para pejabat eselon II.</div><div class="doc-line"><div>SK Tim PPID Kota Madiun</div><a class="btn" href="{s}sk-ppid-2026.pdf">Lihat</a></div>',
    )
    put(
        "/ppid/berkala",
        "Informasi Berkala",
        cards(
            ("LKj IP Kankemenag Kota Madiun", "2025", "11 Maret 2026", s + "17416.pdf"),
            ("LKj IP Kankemenag Kota Madiun", "2024", "6 Maret 2025", s + "15220.pdf"),
            ("Perjanjian Kinerja Kepala Kantor", "2026", "30 Januari 2026", "!" + s + "17001.pdf"),
            ("Rencana Kerja", "2026", "12 Januari 2026", s + "16950.pdf"),
            ("DIPA Petikan", "2025", "10 Januari 2025", s + "14993.pdf"),
            ("DIPA Petikan", "2024", "9 Januari 2024", s + "13001.pdf"),
            ("RKA-K/L", "2026", "-", ""),
            ("LRA s.d. Triwulan III", "2026", "12 Oktober 2026", s + "18802.pdf"),
            ("Neraca", "2025", "2 Juni 2026", s + "17900.pdf"),
            ("CaLK", "2025", "2 Juni 2026", s + "17901.pdf"),
            ("Capaian Kinerja Triwulan III", "2026", "15 Oktober 2026", s + "18811.pdf"),
            ("Rencana Strategis Kementerian Agama RI 2025-2029", "2025", "4 November 2025", s + "16400.pdf"),
            ("Profil Pejabat", "Profil", "9 Juli 2026", "/profil/pejabat"),
            ("Rencana Umum Pengadaan", "2026", "4 Februari 2026", "/ppid/pengadaan"),
            ("Ringkasan Akses Informasi", "2026", "2 November 2026", "/ppid/statistik"),
        ),
    )
    put(
        "/ppid/serta-merta",
        "Informasi Serta Merta",
        '<div class="timeline"><div class="timeline__item"><div class="timeline__date">14 Oktober 2026</div><div class="timeline__text">Peringatan dini: luapan Sungai Madiun berpotensi menggenangi kompleks KUA Manguharjo. Layanan dialihkan ke kantor kota; warga diminta menjauhi bantaran.</div></div><div class="timeline__item"><div class="timeline__date">3 Februari 2026</div><div class="timeline__text">Kebocoran gas di lingkungan MIN 1, siswa dievakuasi ke lapangan Setinggil.</div></div></div>',
    )
    put(
        "/ppid/setiap-saat",
        "Informasi Setiap Saat",
        "".join(
            f'<div class="acc"><div class="acc__head" role="button" aria-expanded="false" tabindex="0">{n}</div><div class="acc__panel" hidden="">Belum ada dokumen.</div></div>'
            for n in ("Perjanjian", "Surat Menyurat Pimpinan", "Perizinan", "Kebijakan")
        ),
    )
    put(
        "/ppid/dikecualikan",
        "Informasi Dikecualikan",
        cards(
            (
                "Keputusan tentang Daftar Informasi yang Dikecualikan Nomor 61",
                "2025",
                "9 Desember 2025",
                s + "16611.pdf",
            )
        ),
    )
    put(
        "/ppid/dip",
        "DIP",
        cards(
            ("Daftar Informasi Publik (DIP)", "2026", "28 Januari 2026", s + "16999.pdf"),
            ("Daftar Informasi Publik (DIP)", "2025", "27 Januari 2025", s + "15001.pdf"),
        ),
    )
    put(
        "/ppid/alur",
        "Alur Permohonan",
        '<div class="stepper">'
        + "".join(
            f'<div class="step"><div class="step__no">{i}</div><div class="step__text">{x}</div></div>'
            for i, x in enumerate(
                (
                    "Ajukan permohonan lewat form daring atau langsung, unggah/tunjukkan KTP",
                    "Petugas memeriksa kelengkapan dan memberi nomor tiket",
                    "PPID menyiapkan jawaban paling lambat 10 hari kerja",
                    "Pemohon menerima pemberitahuan tertulis dan informasi",
                ),
                1,
            )
        )
        + "</div>",
    )
    put(
        "/ppid/form",
        "Form Permohonan",
        '<div class="form">'
        + "".join(
            f'<div class="field"><div class="field__label">{n}</div><input class="field__input" placeholder="{n}"></div>'
            for n in ("Nama", "Alamat", "No. HP", "Surel", "Informasi yang dibutuhkan", "Alasan/tujuan")
        )
        + '<div class="field"><div class="field__label">Cara memperoleh</div><select><option>Melihat</option><option>Salinan lunak</option></select></div><button type="button" class="btn btn-primary">Kirim Permohonan</button></div>',
    )
    put("/ppid/keberatan", "Keberatan", '<div class="empty-state">Halaman sedang dalam pengembangan</div>')
    put(
        "/ppid/sengketa",
        "Sengketa",
        '<div class="par">Pemohon yang tidak menerima tanggapan atas keberatannya, atau tidak puas, dapat mengajukan permohonan penyelesaian sengketa informasi kepada Komisi Informasi Provinsi Jawa Timur dalam waktu paling lambat 14 (empat belas) hari kerja sejak tanggapan tertulis Atasan PPID diterima.</div>',
    )
    put(
        "/ppid/waktu-biaya",
        "Waktu & Biaya Layanan",
        '<div class="box"><div class="box__text">Jawaban: 10 hari kerja. Perpanjangan: 7 hari kerja disertai alasan tertulis.</div><div class="box__text">Biaya: Rp 0 (gratis). Salinan cetak dibayar sendiri di tempat fotokopi.</div></div>',
    )
    put(
        "/ppid/sop",
        "SOP Layanan Informasi",
        cards(
            *(
                (f"SOP {n}", "2025", "5 Mei 2025", f"{s}sop{i}.pdf")
                for i, n in enumerate(
                    (
                        "Permintaan Informasi Publik",
                        "Penanganan Keberatan",
                        "Penetapan dan Pemutakhiran DIP",
                        "Pengujian Konsekuensi",
                        "Pendokumentasian Informasi",
                    ),
                    1,
                )
            )
        ),
    )
    put(
        "/ppid/laporan",
        "Laporan Layanan",
        cards(
            ("Laporan Layanan Informasi Publik", "2023", "20 Maret 2024", s + "13311.pdf"),
            ("Laporan Layanan Informasi Publik", "2022", "15 Maret 2023", s + "11200.pdf"),
        ),
    )
    put(
        "/ppid/statistik",
        "Statistik Permohonan",
        '<div class="note">Periode Januari–Oktober 2026</div><div class="stats">'
        + "".join(
            f'<div class="stat"><div class="stat__value">{v}</div><div class="stat__label">{n}</div></div>'
            for n, v in (
                ("Permohonan masuk", "7"),
                ("Dikabulkan", "6"),
                ("Ditolak", "1"),
                ("Rata-rata waktu (hari kerja)", "3"),
            )
        )
        + '</div><div class="note">Alasan penolakan: informasi dikecualikan (data pribadi).</div>',
    )
    put(
        "/ppid/regulasi",
        "Regulasi",
        '<div class="list" role="list">'
        + "".join(
            f'<div class="list__item" role="listitem"><a href="{s}reg{i}.pdf">{n}</a></div>'
            for i, n in enumerate(
                (
                    "UU 14/2008 tentang Keterbukaan Informasi Publik",
                    "UU 25/2009 tentang Pelayanan Publik",
                    "PP 61/2010 tentang Pelaksanaan UU KIP",
                    "Perki 1/2021 tentang Standar Layanan Informasi Publik",
                    "Perki 1/2013 tentang Prosedur Penyelesaian Sengketa",
                    "KMA 657/2021 tentang PPID",
                ),
                1,
            )
        )
        + "</div>",
    )
    put(
        "/ppid/pengadaan",
        "Pengadaan",
        '<div class="par">Rencana Umum Pengadaan Tahun Anggaran 2026</div>'
        + table(
            ("No", "Nama Paket", "Metode", "Pagu (Rp)", "Waktu"),
            (
                ("1", "Belanja ATK", "E-Purchasing", "64.000.000", "Feb 2026"),
                ("2", "Jasa Kebersihan", "Pengadaan Langsung", "118.000.000", "Jan 2026"),
                ("3", "Pemeliharaan Gedung", "Pengadaan Langsung", "96.500.000", "Mei 2026"),
                ("4", "Konsumsi Rapat", "E-Purchasing", "52.000.000", "Feb 2026"),
            ),
            'class="tbl"',
        ),
    )
    put(
        "/ppid/evakuasi",
        "Mitigasi & Evakuasi",
        '<div class="figure"><img class="figure__img" src="/storage/img/denah-evakuasi.png" alt="Denah jalur evakuasi gedung" width="1280" height="900"></div>',
    )
    made.files = {
        f"{s}17416.pdf": paper("Laporan Kinerja Instansi Pemerintah", place, 2025, pages=30, scanned=True), f"{s}15220.pdf": paper("Laporan Kinerja Instansi Pemerintah", place, 2024, pages=28), f"{s}17001.pdf": paper("Perjanjian Kinerja", place, 2026, pages=4), f"{s}16950.pdf": paper("Rencana Kerja", place, 2026), f"{s}14993.pdf": paper("DIPA Petikan", place, 2025, pages=3, extra="Kode satker 419001 Rp 33.118.000.000"), f"{s}13001.pdf": paper("DIPA Petikan", place, 2024, pages=3),
        f"{s}18802.pdf": paper("Laporan Realisasi Anggaran sampai dengan Triwulan III", place, 2026, pages=3, extra="Pagu 34.000.000.000 Realisasi 25.210.000.000"), f"{s}17900.pdf": paper("Neraca", place, 2025, pages=3), f"{s}17901.pdf": paper("Catatan atas Laporan Keuangan", place, 2025, pages=30), f"{s}18811.pdf": paper("Capaian Kinerja Triwulan III", place, 2026, pages=5),
        f"{s}16400.pdf": paper("Rencana Strategis 2025-2029", "", "", pages=40, issuer="KEMENTERIAN AGAMA REPUBLIK INDONESIA"), f"{s}16611.pdf": pdf("KANTOR KEMENTERIAN AGAMA KOTA MADIUN\nKEPUTUSAN PPID NOMOR 61 TAHUN 2025\nTENTANG DAFTAR INFORMASI YANG DIKECUALIKAN", "LAMPIRAN\nNo | Jenis informasi | Dasar hukum | Jangka waktu\n1 | Data kesehatan pegawai | Pasal 17 huruf h UU 14/2008 | selama hidup\n2 | Berkas pemeriksaan disiplin | Pasal 17 huruf h | 10 tahun\n3 | Naskah soal asesmen | Pasal 17 huruf j | sampai diujikan"),
        **{f"{s}{n}.pdf": pdf(f"KANTOR KEMENTERIAN AGAMA KOTA MADIUN\nDAFTAR INFORMASI PUBLIK TAHUN {y}\nNo | Ringkasan Isi Informasi | Pejabat yang Menguasai | Penanggung Jawab | Waktu dan Tempat | Bentuk | Jangka Waktu Simpan\n" + "\n".join(f"{i} | {x} | Subbag TU | Kasubbag TU | Madiun, {y} | softcopy | 5 tahun" for i, x in enumerate(("Profil kantor", "Visi misi", "Pejabat", "Renja", "RKA-K/L", "DIPA", "Laporan keuangan", "LKjIP", "Data KUA", "Data madrasah", "SOP", "Regulasi", "Agenda"), 1))) for n, y in (("16999", 2026), ("15001", 2025))},
        **{f"{s}sop{i}.pdf": paper(f"Standar Operasional Prosedur Layanan Informasi {i}", place, 2025, pages=3) for i in range(1, 6)}, f"{s}13311.pdf": paper("Laporan Layanan Informasi Publik", place, 2023), f"{s}11200.pdf": paper("Laporan Layanan Informasi Publik", place, 2022), **{f"{s}reg{i}.pdf": paper(f"Peraturan {i}", "", "", issuer="REPUBLIK INDONESIA") for i in range(1, 7)},
        "/storage/img/bagan-1.png": PNG, **{f"/storage/img/p{i}.png": SMALL for i in range(5)},
    }  # fmt: skip
    made.answers["https://docs.google.com/forms/d/e/1FAIpQLSdMdnSKM/viewform"] = (
        200,
        "<html><head><title>SKM Kemenag Kota Madiun</title></head><body><form><div>Nama (boleh dikosongkan)</div><div>Kecepatan layanan</div></form></body></html>",
    )
    return made


def kebumen() -> Made:
    """Laravel with Filament: DataTables with every row in the HTML, tabs of the four classes on one page, own and Google forms, a chat widget."""
    place = "Kabupaten Kebumen"
    made = Made(office("d-filament", f"Kankemenag {place}", "https://kebumen.kemenag.go.id"), Whole())
    menu = (
        ("Beranda", "/"), ("Profil", (("Visi Misi", "/halaman/visi-misi"), ("Tugas dan Fungsi", "/halaman/tugas-dan-fungsi"), ("Bagan Organisasi", "/halaman/bagan-organisasi"), ("Profil Pejabat", "/pejabat"), ("Satuan Kerja", "/satuan-kerja"))),
        ("Informasi", (("Berita", "/berita"), ("Pengumuman", "/pengumuman"), ("Agenda", "/agenda"), ("Data & Statistik", "/statistik"), ("Regulasi", "/regulasi"))),
        ("PPID", (("Profil PPID", "/ppid/profil"), ("Informasi Publik", "/ppid/informasi-publik"), ("DIP", "/ppid/dip"), ("Permohonan Informasi", "/ppid/permohonan"), ("Keberatan & Sengketa", "/ppid/keberatan"), ("Standar Layanan Informasi", "/ppid/standar-layanan"), ("Maklumat", "/ppid/maklumat"), ("Laporan PPID", "/ppid/laporan"))),
        ("Layanan", (("PTSP", "/ptsp"), ("Standar Pelayanan", "/standar-pelayanan"), ("SOP", "/sop"), ("SKM", "/skm"), ("Pengaduan", "/pengaduan"))), ("Kontak", "/kontak"),
    )  # fmt: skip

    def nav() -> str:
        out = []
        for label, target in menu:
            if isinstance(target, str):
                out.append(f'<li class="nav-item"><a class="nav-link" href="{target}">{label}</a></li>')
            else:
                out.append(
                    f'<li class="nav-item dropdown"><a class="nav-link dropdown-toggle" href="#" role="button" data-bs-toggle="dropdown" aria-expanded="false">{label}</a><ul class="dropdown-menu">{"".join(f"""<li><a class="dropdown-item" href="{u}">{n}</a></li>""" for n, u in target)}</ul></li>'
                )
        return "".join(out)

    def page(title: str, body: str) -> str:
        return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="csrf-token" content="Zk2nOdT0"><title>{title} | Kemenag Kebumen</title><link rel="stylesheet" href="/build/app.css"></head><body>
<div class="topbar bg-success text-white"><div class="container d-flex"><small><i class="bi bi-telephone"></i> (0287) 381602</small><small><i class="bi bi-envelope"></i> kebumen@kemenag.go.id</small><small><i class="bi bi-clock"></i> Senin - Kamis 07.30 - 16.00 WIB | Jumat 07.30 - 16.30 WIB</small></div></div>
<nav class="navbar navbar-expand-lg"><div class="container"><a class="navbar-brand" href="/">KEMENAG KEBUMEN</a><div class="collapse navbar-collapse"><ul class="navbar-nav">{nav()}</ul><form action="/cari" method="GET" class="d-flex"><input class="form-control" type="search" name="q" placeholder="Cari berita..." aria-label="Cari"><button class="btn" type="submit">Cari</button></form></div></div></nav>
<section class="page-title"><div class="container"><h1>{title}</h1></div></section><div class="container py-4"><div class="row"><div class="col-lg-9">{body}</div><div class="col-lg-3"><div class="card"><div class="card-header">Jadwal Sholat Kebumen</div><div class="card-body">Minggu, 22 November 2026<br>Subuh 03.58 Dzuhur 11.30</div></div><div class="card"><div class="card-header">Statistik Pengunjung</div><div class="card-body">Hari ini: 231<br>Bulan ini: 6.019<br>Total: 288.120</div></div></div></div></div>
<footer class="footer bg-dark text-white"><div class="container row"><div class="col-md-4"><h5>Kementerian Agama RI</h5><p>Jl. Lapangan Banteng Barat No. 3 - 4 Jakarta Pusat 10710</p></div><div class="col-md-4"><h5>Ikuti Kami</h5><a href="https://www.facebook.com/KementerianAgamaRI"><i class="bi bi-facebook"></i></a> <a href="https://www.instagram.com/kemenag_ri"><i class="bi bi-instagram"></i></a> <a href="https://www.youtube.com/@KemenagRI"><i class="bi bi-youtube"></i></a></div></div></footer>
<div id="chat-widget" class="chat-widget"><div class="chat-header">Halo! Ada yang bisa kami bantu?</div><form class="chat-form" onsubmit="return false"><input name="nama" placeholder="Nama Anda"><input name="email" placeholder="Email"><textarea name="pesan" placeholder="Tulis pesan..."></textarea><button>Kirim</button></form></div></body></html>"""

    def put(path: str, title: str, body: str) -> None:
        made.whole[path] = page(title, body)

    tables = iter(range(50))

    def data(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
        n = next(tables)
        return (
            f'<div id="tbl{n}_wrapper" class="dataTables_wrapper dt-bootstrap5"><div class="dataTables_length"><label>Tampilkan <select name="tbl{n}_length"><option>10</option><option>100</option></select> data</label></div><div class="dataTables_filter"><label>Pencarian:<input type="search"></label></div><table id="tbl{n}" class="table table-striped dataTable"><thead><tr>'
            + "".join(f'<th class="sorting">{x}</th>' for x in heads) + "</tr></thead><tbody>" + ("".join(f'<tr class="{"even" if i % 2 else "odd"}">' + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for i, row in enumerate(rows)) or f'<tr class="odd"><td valign="top" colspan="{len(heads)}" class="dataTables_empty">Tidak ada data yang tersedia pada tabel ini</td></tr>')
            + f'</tbody></table><div class="dataTables_info">Menampilkan {min(1, len(rows))} sampai {len(rows)} dari {len(rows)} data</div><div class="dataTables_paginate"><a class="paginate_button previous disabled" href="#">Sebelumnya</a><span><a class="paginate_button current" href="#">1</a></span><a class="paginate_button next disabled" href="#">Selanjutnya</a></div></div>'
        )  # fmt: skip

    def get(url: str) -> str:
        return (
            f'<a href="{url}" class="btn btn-sm btn-success" target="_blank"><i class="bi bi-download"></i> Unduh</a>'
        )

    dead = '<button class="btn btn-sm btn-secondary"><i class="bi bi-download"></i> Unduh</button>'
    s = "/storage/"
    news = stories(
        "Kebumen", [*range(10, 88, 7), 101, 120], 11, "ASN Kemenag Kebumen Diingatkan Tuntaskan LHKPN dan LHKAN"
    )

    def teaser(t: str, d: date, x: str) -> str:
        return f'<div class="card mb-3"><div class="card-body"><h5 class="card-title"><a href="/berita/{slug(t)}">{t}</a></h5><small class="text-muted"><i class="bi bi-calendar"></i> {d.day} {MONTHS[d.month - 1][:3]} {d.year} | 09:14 WIB</small><p>{x[:100]}... <a href="/berita/{slug(t)}">Selengkapnya</a></p></div></div>'

    put(
        "/",
        "Kantor Kementerian Agama Kabupaten Kebumen",
        "".join(teaser(*n) for n in news[:4])
        + '<div class="row icon-menu"><div class="col"><a href="/ppid/informasi-publik">Informasi Publik</a></div><div class="col"><a href="/ptsp">PTSP</a></div></div>',
    )
    put("/berita", "Berita", "".join(teaser(*n) for n in news))
    for t, d, x in news:
        put(
            f"/berita/{slug(t)}",
            t,
            f'<small class="text-muted">{d.day} {MONTHS[d.month - 1][:3]} {d.year} | 09:14 WIB &bull; Penulis: Admin &bull; 88 kali dilihat</small><div class="post-body"><p>{x}</p></div>',
        )
    put(
        "/halaman/visi-misi",
        "Visi Misi",
        "<h4>VISI</h4><p>&ldquo;Kebumen yang religius, rukun, dan cerdas melalui layanan keagamaan yang berintegritas&rdquo;</p><h4>MISI</h4><ul><li>Menumbuhkan kesalehan dan kepedulian sosial umat</li><li>Menjaga kerukunan dan moderasi beragama</li><li>Mendorong mutu madrasah, diniyah, dan pesantren</li><li>Menegakkan integritas aparatur</li></ul>",
    )
    put(
        "/halaman/tugas-dan-fungsi",
        "Tugas dan Fungsi",
        "<p>Tugas: melaksanakan tugas dan fungsi Kementerian Agama di wilayah Kabupaten Kebumen berdasarkan kebijakan Kepala Kanwil Provinsi Jawa Tengah dan peraturan perundang-undangan yang berlaku.</p><p>Fungsi:</p><ol><li>perumusan dan penetapan kebijakan teknis di bidang kehidupan beragama di kabupaten;</li><li>pelayanan dan bimbingan masyarakat beragama;</li><li>pembinaan madrasah, pendidikan agama, dan pesantren;</li><li>pembinaan kerukunan umat beragama;</li><li>pengelolaan administrasi, keuangan, dan informasi;</li><li>koordinasi, pengendalian, dan evaluasi program;</li><li>hubungan dengan pemerintah daerah.</li></ol>",
    )
    put(
        "/halaman/bagan-organisasi",
        "Bagan Organisasi",
        f"<p>Bagan organisasi Kankemenag Kab. Kebumen dapat diunduh di bawah ini.</p>{get(s + '01JC8Q-bagan.pdf')}",
    )
    put("/pejabat", "Profil Pejabat", data(("No", "Foto", "Nama", "Jabatan"), []))
    put("/satuan-kerja", "Satuan Kerja", data(("No", "Satuan Kerja", "Alamat", "Telepon"), []))
    put(
        "/pengumuman",
        "Pengumuman",
        '<div class="list-group"><a class="list-group-item" href="/pengumuman/bop-pesantren-2026"><b>Pendaftaran Bantuan Operasional Pesantren Tahap II Tahun 2026</b><br><small>2 November 2026</small></a><a class="list-group-item" href="/pengumuman/edaran-apel"><b>Edaran Apel HAB</b><br><small>18 Desember 2025</small></a></div>',
    )
    put(
        "/pengumuman/bop-pesantren-2026",
        "Pendaftaran Bantuan Operasional Pesantren Tahap II Tahun 2026",
        "<small>2 November 2026</small><p>Pendaftaran dibuka 3 s.d. 28 November 2026 melalui laman bantuan.</p><p>Persyaratan:</p><ul><li>memiliki NSPP aktif dan data EMIS mutakhir;</li><li>surat permohonan dan RAB;</li><li>rekening atas nama lembaga.</li></ul><p>Jadwal verifikasi 1 s.d. 5 Desember 2026. Narahubung Seksi PAKIS.</p>",
    )
    put(
        "/pengumuman/edaran-apel",
        "Edaran Apel HAB",
        "<small>18 Desember 2025</small><p>Apel Hari Amal Bhakti dilaksanakan 3 Januari 2026 di halaman kantor.</p>",
    )
    put("/agenda", "Agenda", data(("Tanggal", "Waktu", "Kegiatan", "Tempat"), []))
    put("/statistik", "Data & Statistik", '<div class="alert alert-info">Data belum tersedia</div>')
    put(
        "/regulasi",
        "Regulasi",
        data(
            ("No", "Peraturan", "Tentang", "Aksi"),
            [
                (str(i), n, x, get(f"{s}regulasi/{i}.pdf"))
                for i, (n, x) in enumerate(
                    (
                        ("UU Nomor 14 Tahun 2008", "Keterbukaan Informasi Publik"),
                        ("UU Nomor 25 Tahun 2009", "Pelayanan Publik"),
                        ("PP Nomor 61 Tahun 2010", "Pelaksanaan UU KIP"),
                        ("Peraturan Komisi Informasi Nomor 1 Tahun 2021", "Standar Layanan Informasi Publik"),
                        ("PMA Nomor 19 Tahun 2019", "Organisasi dan Tata Kerja Instansi Vertikal"),
                        ("KMA Nomor 92 Tahun 2019", "Pedoman Layanan Informasi Publik"),
                        ("KMA Nomor 657 Tahun 2021", "PPID Kementerian Agama"),
                    ),
                    1,
                )
            ],
        ),
    )
    put(
        "/ppid/profil",
        "Profil PPID",
        f"<p>Konten sedang dalam proses penyusunan.</p><p>Keputusan Kepala Kantor Nomor 302 Tahun 2023 tentang PPID {get(s + 'sk-ppid-302.pdf')}</p>",
    )
    docs = [
        ("Rencana Kerja Tahun 2026", "2026", "14-01-2026", get(s + "berkala/renja.pdf")), ("Perjanjian Kinerja Tahun 2026", "2026", "02-02-2026", get(s + "berkala/pk26.pdf")), ("LKj Tahun 2025", "2025", "03-03-2026", get(s + "berkala/lkj-2025.pdf")), ("DIPA Tahun 2026", "2026", "05-01-2026", get(s + "berkala/dipa2026.pdf")), ("RKA-KL Tahun 2025", "2025", "09-01-2025", get(s + "berkala/rka25.pdf")),
        ("Laporan Realisasi Anggaran Tahun 2025 (2,1 MB)", "2025", "11-02-2026", dead), ("Daftar BMN Tahun 2025", "2025", "20-01-2026", get(s + "berkala/bmn-2025.xlsx")), ("Ringkasan Program dan Kegiatan Tahun 2026", "2026", "19-01-2026", get(s + "berkala/progiat.pdf")), ("Rencana Umum Pengadaan (RUP) Tahun 2025", "2025", "10-01-2025", get(s + "berkala/rup25.pdf")), ("Capaian Kinerja Triwulan III Tahun 2026", "2026", "13-10-2026", get(s + "berkala/capkin-tw3.pdf")), ("Rekap Presensi ASN Triwulan III", "2026", "07-10-2026", get(s + "berkala/presensi.pdf")), ("Laporan Pelaksanaan HAB ke-80", "2026", "20-02-2026", get(s + "berkala/hab80.pdf")),
    ]  # fmt: skip
    anytime = [
        ("Renstra 2025-2029", "2025", "01-09-2025", get(s + "saat/renstra.pdf")),
        ("SK Nomor 88 tentang Standar Busana", "2026", "04-03-2026", get(s + "saat/sk88.pdf")),
        ("SE Nomor 5 tentang Disiplin Kerja", "2026", "08-06-2026", get(s + "saat/se5.pdf")),
        ("PKS dengan BPN tentang Sertifikasi Wakaf", "2025", "17-07-2025", get(s + "saat/pks-bpn.pdf")),
        ("PKS dengan UIN Saizu", "2025", "22-09-2025", get(s + "saat/pks-uin.pdf")),
    ]
    heads = ("No", "Nama Dokumen", "Tahun", "Tgl Unggah", "Aksi")

    def numbered(rows: list[tuple[str, str, str, str]]) -> list[tuple[str, ...]]:
        return [(str(i), *row) for i, row in enumerate(rows, 1)]

    panels = (
        (
            "berkala",
            "Berkala",
            data(heads, numbered(docs))
            + "<h5>Ringkasan Akses Informasi Tahun 2025</h5>"
            + table(
                ("Uraian", "Jumlah"),
                (
                    ("Permohonan diterima", "9"),
                    ("Waktu rata-rata pemenuhan", "5 hari kerja"),
                    ("Dikabulkan seluruhnya", "8"),
                    ("Ditolak", "1"),
                    ("Alasan penolakan", "Data pribadi, Pasal 17 huruf h"),
                ),
            ),
        ),
        (
            "sertamerta",
            "Serta Merta",
            data(
                ("No", "Informasi", "Tanggal"),
                [("1", "Peringatan gelombang tinggi dan evakuasi jamaah di pesisir Ayah", "10 September 2025")],
            )
            + f"<p>SOP Pengumuman Informasi Serta Merta {get(s + 'sop-sertamerta.pdf')}</p>",
        ),
        ("setiapsaat", "Setiap Saat", data(heads, numbered(anytime))),
        (
            "dikecualikan",
            "Dikecualikan",
            "<p>Informasi yang dikecualikan ialah informasi yang bersifat ketat, terbatas, dan tidak mutlak sebagaimana diatur undang-undang. Badan Publik berhak menolak memberikan informasi yang dikecualikan.</p>",
        ),
    )
    put(
        "/ppid/informasi-publik",
        "Informasi Publik",
        '<ul class="nav nav-tabs" role="tablist">'
        + "".join(
            f'<li class="nav-item" role="presentation"><button class="nav-link{"" if i else " active"}" id="{k}-tab" data-bs-toggle="tab" data-bs-target="#{k}" type="button" role="tab" aria-controls="{k}">{n}</button></li>'
            for i, (k, n, _) in enumerate(panels)
        )
        + '</ul><div class="tab-content">'
        + "".join(
            f'<div class="tab-pane fade{"" if i else " show active"}" id="{k}" role="tabpanel" aria-labelledby="{k}-tab">{b}</div>'
            for i, (k, _, b) in enumerate(panels)
        )
        + "</div>",
    )
    put(
        "/ppid/dip",
        "Daftar Informasi Publik Tahun 2025",
        data(
            ("No", "Judul Informasi", "Pejabat Penguasa", "Penanggung Jawab", "Waktu & Tempat", "Bentuk", "Retensi"),
            [
                (str(i), n, "Subbag TU", "Kasubbag TU", "2025, Kebumen", "Softcopy", "5 th")
                for i, n in enumerate(
                    (
                        "Profil",
                        "Alamat",
                        "Struktur",
                        "Pejabat",
                        "Renja",
                        "Renstra",
                        "DIPA",
                        "RKA",
                        "LRA",
                        "Neraca",
                        "LKj",
                        "BMN",
                        "SOP",
                        "Data KUA",
                        "Data Madrasah",
                        "Data Ponpes",
                        "Agenda",
                        "Regulasi",
                    ),
                    1,
                )
            ],
        ),
    )
    put(
        "/ppid/permohonan",
        "Permohonan Informasi",
        '<ol><li>Pemohon mengisi formulir secara daring atau di loket PPID, melampirkan salinan KTP/SK badan hukum.</li><li>Petugas meregister dan memberi tanda bukti.</li><li>PPID memproses dan memberi pemberitahuan tertulis dalam 10 (sepuluh) hari kerja.</li><li>Bila perlu, diperpanjang 7 (tujuh) hari kerja.</li><li>Informasi diserahkan kepada pemohon.</li></ol><a class="btn btn-warning" href="https://docs.google.com/forms/d/e/1FAIpQLScKbmMohon/viewform" target="_blank">Isi Formulir Permohonan</a>',
    )
    put(
        "/ppid/keberatan",
        "Keberatan & Sengketa",
        '<h4>Keberatan</h4><p>Keberatan diajukan kepada Atasan PPID selambatnya 30 hari kerja setelah ada alasan berikut:</p><ol type="a"><li>penolakan berdasarkan Pasal 17</li><li>informasi berkala tidak tersedia</li><li>permintaan tidak ditanggapi</li><li>tanggapan tidak sesuai permintaan</li><li>permintaan tidak dipenuhi</li><li>biaya tidak wajar</li><li>terlambat</li></ol><p>Atasan PPID menjawab dalam 30 hari kerja sejak keberatan diterima.</p><form method="POST" action="/ppid/keberatan"><input type="hidden" name="_token" value="x"><div class="mb-3"><label class="form-label" for="k1">Nomor registrasi permohonan</label><input class="form-control" id="k1" name="reg"></div><div class="mb-3"><label class="form-label" for="k2">Nama</label><input class="form-control" id="k2" name="nama"></div><div class="mb-3"><label class="form-label" for="k3">Email</label><input class="form-control" id="k3" name="email"></div><div class="mb-3"><label class="form-label" for="k4">Alasan keberatan</label><select class="form-select" id="k4" name="alasan"><option>a</option><option>b</option></select></div><button class="btn btn-success" type="submit">Ajukan Keberatan</button></form><h4>Sengketa</h4><p>Apabila pemohon tidak puas, sengketa informasi dapat diajukan ke Komisi Informasi Provinsi Jawa Tengah.</p>',
    )
    put(
        "/ppid/standar-layanan",
        "Standar Layanan Informasi",
        "<h4>Jangka waktu</h4><p>10 (sepuluh) hari kerja, dapat diperpanjang 7 (tujuh) hari kerja.</p><h4>Biaya</h4><p>Tidak dipungut biaya.</p><h4>Jam layanan informasi</h4><p>Senin - Jumat 08.00 - 15.00 WIB</p>",
    )
    put(
        "/ppid/maklumat",
        "Maklumat Pelayanan",
        f'<object data="{s}maklumat-2025.pdf" type="application/pdf" width="100%" height="700"></object><p>{get(s + "maklumat-2025.pdf")}</p>',
    )
    put(
        "/ppid/laporan",
        "Laporan PPID",
        data(
            ("No", "Judul", "Tahun", "Aksi"),
            [("1", "Laporan Layanan Informasi Publik", "2022", get(s + "lap-ppid-22.pdf"))],
        ),
    )
    put(
        "/ptsp",
        "PTSP",
        data(
            ("No", "Layanan", "Persyaratan"),
            [
                (str(i), n, x)
                for i, (n, x) in enumerate(
                    (
                        ("Legalisasi dokumen madrasah", "dokumen asli, fotokopi"),
                        ("Rekomendasi pindah belajar santri", "surat pesantren"),
                        ("Izin pendirian madrasah", "proposal, akta yayasan"),
                        ("Pendaftaran majelis taklim", "KTP pengurus, daftar jamaah 15 orang"),
                        ("Surat tugas rohaniwan", "surat permohonan"),
                        ("Izin penelitian", "surat kampus, proposal"),
                        ("Konsultasi zakat dan wakaf", "-"),
                    ),
                    1,
                )
            ],
        ),
    )
    put("/standar-pelayanan", "Standar Pelayanan", '<h3 class="text-center">COMING SOON...</h3>')
    put(
        "/sop",
        "SOP",
        data(
            ("No", "Judul SOP", "Tahun", "Aksi"),
            [
                (str(i), n, "2024", dead)
                for i, n in enumerate(
                    (
                        "Nikah di Luar Kantor",
                        "Rekomendasi Nikah",
                        "Legalisasi",
                        "Mutasi Guru",
                        "Pengelolaan Surat",
                        "Pencairan Tukin",
                        "Perjalanan Dinas",
                        "Akta Ikrar Wakaf",
                        "Izin Operasional MDT",
                    ),
                    1,
                )
            ],
        ),
    )
    put(
        "/skm",
        "Survei Kepuasan Masyarakat",
        table(
            ("Periode", "Responden", "Nilai", "Mutu"),
            (("Semester I 2025", "150", "84,90", "B"), ("Semester II 2024", "142", "83,77", "B")),
        ),
    )
    put(
        "/pengaduan",
        "Pengaduan",
        "<h4>Pengaduan Masyarakat</h4><ol><li>Pelapor menyampaikan aduan secara tertulis/WA 0821-3700-9020 disertai identitas dan bukti.</li><li>Tim pengaduan menelaah paling lama 5 hari kerja.</li><li>Aduan yang cukup bukti ditindaklanjuti Kepala Kantor.</li><li>Hasil diberitahukan kepada pelapor.</li></ol>",
    )
    put("/kontak", "Kontak", "<p>[Alamat Lengkap]</p><p>Telepon (0287) 381602</p><p>Email kebumen@kemenag.go.id</p>")
    put("/cari", "Hasil Pencarian", "<p>Masukkan kata kunci.</p>")
    made.files = {
        f"{s}01JC8Q-bagan.pdf": paper("Bagan Organisasi", place, "", pages=1, extra="Kepala Kantor - Kasubbag TU - Kasi Pendma - Kasi PAKIS - Kasi Bimas Islam"), **{f"{s}regulasi/{i}.pdf": paper(f"Peraturan {i}", "", "", issuer="REPUBLIK INDONESIA") for i in range(1, 8)}, f"{s}sk-ppid-302.pdf": decree("Pejabat Pengelola Informasi dan Dokumentasi", place, "302", 2023),
        f"{s}berkala/renja.pdf": paper("Rencana Kerja", place, 2026), f"{s}berkala/presensi.pdf": paper("Rekap Presensi ASN Triwulan III", place, 2026, pages=3), f"{s}berkala/hab80.pdf": paper("Laporan Pelaksanaan HAB ke-80", place, 2026), f"{s}berkala/lkj-2025.pdf": paper("Laporan Kinerja", "", 2025, pages=60, issuer="KANTOR WILAYAH KEMENTERIAN AGAMA\nPROVINSI JAWA TENGAH"), f"{s}berkala/dipa2026.pdf": paper("DIPA Petikan", place, 2026, pages=3, extra="Kode Satker 417305 Rp 96.220.000.000"), f"{s}berkala/rka25.pdf": paper("Rencana Kerja dan Anggaran", place, 2025),
        f"{s}berkala/bmn-2025.xlsx": sheet([["Daftar BMN Kankemenag Kab. Kebumen Tahun 2025"], ["Kode Barang", "Nama Barang", "Jumlah", "Nilai Perolehan"], ["3020101001", "Sedan", 1, 210000000], ["3050104001", "Lemari Besi", 12, 38400000], ["3100102002", "Laptop", 25, 250000000]]), f"{s}berkala/progiat.pdf": pdf("KANTOR KEMENTERIAN AGAMA KABUPATEN KEBUMEN\nRINGKASAN PROGRAM DAN KEGIATAN TAHUN 2026\nNama Kegiatan | Penanggung Jawab | Anggaran\nBimbingan Perkawinan | Seksi Bimas Islam | Rp 310.000.000\nPembinaan Guru | Seksi Pendma | Rp 120.000.000\nKerukunan Umat | Subbag TU | Rp 60.000.000"), f"{s}berkala/rup25.pdf": paper("Rencana Umum Pengadaan", place, 2025, pages=3, extra="Nama paket, pagu, metode"), f"{s}berkala/capkin-tw3.pdf": paper("Capaian Kinerja Triwulan III", place, 2026, pages=5),
        f"{s}sop-sertamerta.pdf": pdf("KANTOR KEMENTERIAN AGAMA KABUPATEN KEBUMEN\nSOP PENGUMUMAN INFORMASI SERTA MERTA\nPihak: PPID menerima laporan dari seksi/KUA, Kepala Kantor menyetujui.\nSarana: laman, WA grup, media sosial, pengeras suara.\nNarahubung: 0821-3700-9020"), f"{s}saat/renstra.pdf": paper("Rencana Strategis 2025-2029", place, "", pages=40), f"{s}saat/sk88.pdf": decree("Standar Busana", place, "88", 2026), f"{s}saat/se5.pdf": paper("Surat Edaran Nomor 5 tentang Disiplin Kerja", place, 2026, pages=2), f"{s}saat/pks-bpn.pdf": paper("Perjanjian Kerja Sama Sertifikasi Wakaf", place, 2025), f"{s}saat/pks-uin.pdf": paper("Perjanjian Kerja Sama UIN Saizu", place, 2025),
        f"{s}lap-ppid-22.pdf": paper("Laporan Layanan Informasi Publik", place, 2022),
    }  # fmt: skip
    made.answers["https://docs.google.com/forms/d/e/1FAIpQLScKbmMohon/viewform"] = (
        200,
        "<html><head><title>Formulir Permohonan Informasi Publik Kemenag Kebumen</title><meta property='og:title' content='Formulir Permohonan Informasi Publik Kemenag Kebumen'></head><body><form><div role='listitem'><div role='heading'>Nama Lengkap</div><input></div><div role='listitem'><div role='heading'>Alamat</div><input></div><div role='listitem'><div role='heading'>Nomor Telepon / Email</div><input></div><div role='listitem'><div role='heading'>Rincian informasi yang dibutuhkan</div><textarea></textarea></div><div role='listitem'><div role='heading'>Tujuan penggunaan informasi</div><textarea></textarea></div></form></body></html>",
    )
    return made


def situbondo() -> Made:
    """A free blog: static pages, labels, documents in Drive that open, want a login or are gone, news once a week."""
    place = "Kabupaten Situbondo"
    made = Made(
        office("d-blog", f"Kankemenag {place}", "https://kemenagsitubondo.blogspot.com", province="Jawa Timur"), Whole()
    )
    tabs = (
        ("Home", "/"),
        ("Profil", "/p/profil-kantor.html"),
        ("PPID", "/p/ppid.html"),
        ("Layanan", "/p/layanan-ptsp.html"),
        ("Pengumuman", "/search/label/Pengumuman"),
        ("Data", "/p/data.html"),
        ("Kontak Kami", "/p/kontak-kami.html"),
    )
    side = (
        ("Profil PPID", "/p/ppid.html"),
        ("Informasi Berkala", "/p/informasi-berkala.html"),
        ("Informasi Serta Merta", "#"),
        ("Informasi Setiap Saat", "/p/informasi-setiap-saat.html"),
        ("Informasi Dikecualikan", "#"),
        ("Permohonan Informasi", "/p/permohonan-informasi.html"),
        ("Keberatan", "/p/keberatan.html"),
        ("Maklumat", "/p/maklumat.html"),
        ("Biaya dan Waktu", "/p/biaya-waktu.html"),
        ("Tupoksi", "/p/tupoksi.html"),
        ("Pengaduan", "/p/pengaduan.html"),
    )
    news = stories("Situbondo", list(range(4, 82, 7)), 15)

    def link(t: str, d: date) -> str:
        return f"/{d:%Y/%m}/{slug(t)}.html"

    archive = "".join(
        f'<li class="archivedate"><a href="/2026/{m:02}/">{MONTHS[m - 1]}</a> <span class="post-count">({c})</span></li>'
        for m, c in ((11, 4), (10, 4), (9, 4))
    )

    def page(title: str, body: str, day: str = "", label: str = "") -> str:
        head = f'<h2 class="date-header"><span>{day}</span></h2>' if day else ""
        end = (
            f'<div class="post-footer"><span class="post-author">Diposting oleh <span class="fn">Admin Kemenag</span></span> <span class="post-labels">Label: <a href="/search/label/{label}" rel="tag">{label}</a></span><div class="post-share-buttons"><a class="goog-inline-block share-button sb-facebook" href="https://www.blogger.com/share-post.g?target=facebook"><span class="share-button-link-text">Berbagi ke Facebook</span></a></div></div>'
            if label
            else ""
        )
        return f"""<!DOCTYPE html><html dir="ltr" xmlns="http://www.w3.org/1999/xhtml"><head><meta content="width=1100" name="viewport"/><meta content="text/html; charset=UTF-8" http-equiv="Content-Type"/><meta content="blogger" name="generator"/><title>Kemenag Situbondo: {title}</title></head><body class="loading"><div class="content-outer"><div class="header-outer"><div class="header section" id="header"><div class="widget Header" id="Header1"><h1 class="title"><a href="/">KEMENAG SITUBONDO</a></h1><p class="description"><span>Blog Resmi Kantor Kementerian Agama Kabupaten Situbondo</span></p></div></div></div>
<div class="tabs-outer"><div class="tabs section" id="crosscol"><div class="widget PageList" id="PageList1"><ul>{"".join(f'<li><a href="{u}">{n}</a></li>' for n, u in tabs)}</ul></div></div></div>
<div class="main-outer"><div class="columns-inner"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer">{head}<div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">{title}</h3><div class="post-body entry-content">{body}<div style="clear: both;"></div></div>{end}</div></div></div></div></div></div></div></div>
<div class="column-right-outer"><div class="sidebar section" id="sidebar-right-1"><div class="widget BlogSearch" id="BlogSearch1"><h2 class="title">Cari Blog Ini</h2><form action="https://kemenagsitubondo.blogspot.com/search" class="gsc-search-box"><input class="gsc-input" name="q" type="text"/><input class="gsc-search-button" type="submit" value="Telusuri"/></form></div><div class="widget LinkList" id="LinkList1"><h2>MENU PPID</h2><ul>{"".join(f"<li><a href='{u}'>{n}</a></li>" for n, u in side)}</ul></div><div class="widget HTML"><h2>Medsos</h2><a href="https://www.facebook.com/kemenag.situbondo.5">Facebook</a> <a href="https://www.instagram.com/kemenagsitubondo_official">Instagram</a> <a href="https://www.youtube.com/channel/UC8stbKemenag">Youtube</a></div><div class="widget Stats"><h2>Total Tayangan</h2><span class="counter-wrapper">61,204</span></div><div class="widget BlogArchive"><h2>Arsip</h2><ul>{archive}</ul></div></div></div></div></div>
<div class="footer-outer"><div class="widget Attribution">Tema PT Keren Sekali. Diberdayakan oleh <a href="https://www.blogger.com">Blogger</a>.</div></div></div></body></html>"""

    def par(*lines: str) -> str:
        return "".join(
            f'<p class="MsoNormal" style="line-height: 150%;"><span style="font-size: 12pt;">{line}<o:p></o:p></span></p>'
            for line in lines
        )

    g = "https://drive.google.com/file/d/1Stb"

    def drive(key: str) -> str:
        return f"{g}{key}/view?usp=drive_link"

    def post(t: str, d: date) -> str:
        return f'<div class="post hentry"><h3 class="post-title"><a href="{link(t, d)}">{t}</a></h3><div class="date-header">{long(d)}</div></div>'

    bulletins = [
        (
            "Pendaftaran Pelatihan Pendamping Proses Produk Halal Angkatan V",
            DAY - timedelta(days=8),
            par(
                "Kantor Kemenag Situbondo membuka pendaftaran pelatihan.",
                "Syarat: WNI, minimal lulusan SMA sederajat, punya HP android.",
                "Jadwal pendaftaran 14 - 30 November 2026 lewat Penyelenggara Zawa.",
            ),
        ),
        (
            "Penerimaan Peserta Didik Baru MAN dan MTsN Situbondo Tahun 2026",
            date(2026, 3, 9),
            par(
                "Pendaftaran dibuka 16 Maret sampai 4 April 2026.",
                "Syarat: fotokopi KK, akta lahir, rapor semester terakhir, surat keterangan lulus.",
                "Tes seleksi 8 April, pengumuman 13 April 2026.",
            ),
        ),
        (
            "Surat Edaran Kepala Kantor Nomor B-1127 Tahun 2026 tentang Penggunaan Kop Surat",
            date(2026, 2, 17),
            par(
                "SURAT EDARAN",
                "Nomor : B-1127/Kk.13.28/1/HM.01/02/2026",
                "Kepada seluruh Kepala Madrasah dan KUA agar menggunakan kop surat sesuai KMA yang berlaku terhitung 1 Maret 2026.",
                "Situbondo, 17 Februari 2026. Kepala Kantor",
            ),
        ),
    ]
    made.whole = {
        "/": page("Postingan Terbaru", "".join(post(t, d) for t, d, _ in news[:7]) + '<a class="blog-pager-older-link" href="/search/label/Berita">Postingan Lama</a>'),
        "/search/label/Berita": page("Tampilkan postingan dengan label Berita", "".join(post(t, d) for t, d, _ in news)),
        "/search/label/Pengumuman": page("Tampilkan postingan dengan label Pengumuman", "".join(post(t, d) for t, d, _ in bulletins)),
        "/p/profil-kantor.html": page("Profil", (
            "<b>SEJARAH</b><br/>" + par("Sebelum tahun 1971 urusan keagamaan di Situbondo masih satu atap dengan Kabupaten Panarukan. Pegawai yang hanya berjumlah tujuh orang berkantor di sebuah ruang kecil milik pendopo, dan setiap Jumat berkeliling ke desa-desa naik sepeda untuk mencatat nikah.", "Seiring perubahan nama kabupaten pada tahun 1972, berdirilah Kantor Departemen Agama Situbondo. Tanah di Jalan Madura dibeli secara bertahap memakai dana proyek tahun 1979 dan gedung diresmikan tiga tahun kemudian. Pada tahun 2010 nama berubah menjadi Kantor Kementerian Agama. Saat ini membawahi 17 KUA dan 8 madrasah negeri.")
            + "<br/><b>VISI</b><br/>" + par("Masyarakat Situbondo yang beriman, rukun, dan berdaya saing.") + "<b>MISI</b><br/>" + par("1. Memperkokoh pemahaman agama yang moderat", "2. Melayani dengan cepat dan santun", "3. Menguatkan pesantren dan madrasah")
            + '<br/><b>STRUKTUR ORGANISASI</b><br/><div class="separator" style="clear: both;"><a href="/img/b/R29vZ2xl/s1600/IMG-20260112-WA0007.jpg"><img border="0" src="/img/b/R29vZ2xl/s640/IMG-20260112-WA0007.jpg" width="640"/></a></div>')),
        "/p/ppid.html": page("PPID", par("PPID Kankemenag Situbondo ditetapkan dengan SK Kepala Kantor Nomor 140 Tahun 2025.", "Atasan PPID : H. Fauzan Muhyi, M.Ag. (Kepala Kantor)", "PPID : Drs. Supriyono (Kasubbag TU)", "Pelaksana : Humas", "Tugas PPID : 1) menyediakan dan menyimpan informasi; 2) melayani permohonan; 3) melakukan uji konsekuensi; 4) membuat laporan tiap tahun.") + f'<a href="{drive("skppid")}">SK PPID (Drive)</a><br/>' + "".join(f'&bull; <a href="{u}">{n}</a><br/>' for n, u in side[1:])),
        "/p/informasi-berkala.html": page("Informasi Berkala", par(
            f'1. Renja 2026 <a href="{drive("renja")}">KLIK</a>', f'2. Perjanjian Kinerja 2026 <a href="{drive("pk")}">KLIK</a>', f'3. LAKIP 2025 <a href="{drive("lakip")}">KLIK</a>', f'4. DIPA 2026 <a href="{drive("dipa")}">KLIK</a>', f'5. RKAKL 2026 <a href="{drive("rkakl")}">KLIK</a>', f'6. LRA 2025 <a href="{drive("lra")}">KLIK</a>', f'7. Neraca 2025 <a href="{drive("neraca")}">KLIK</a>', f'8. LHKPN Kepala Kantor 2024 <a href="{drive("lhkpn")}">KLIK</a>', f'9. Laporan Layanan Informasi (PPID) 2025 <a href="{drive("lapppid")}">KLIK</a>', "Diperbarui: 6 Oktober 2026")),
        "/p/informasi-setiap-saat.html": page("Informasi Setiap Saat", par('- Daftar Informasi Publik (DIP) 2026 : <a href="https://docs.google.com/spreadsheets/d/e/2PACX-1vStbDip/pubhtml">buka</a>', f'- Renstra 2020-2024 : <a href="{drive("renstra")}">buka</a>', '- SOP : <a href="https://drive.google.com/drive/folders/1StbSOP?usp=sharing">buka</a>', f'- SK Tim Zona Integritas Nomor 33 Tahun 2026 : <a href="{drive("skzi")}">buka</a>', '- Data Tempat Ibadah : <a href="/p/data.html">buka</a>', '- Dasar hukum : <a href="/p/dasar-hukum.html">buka</a>')),
        "/p/dasar-hukum.html": page("Dasar Hukum", par(*(f'<a href="https://jdih.{h}">{n}</a>' for n, h in (("UU No 14 Tahun 2008 tentang Keterbukaan Informasi Publik", "komisiinformasi.go.id/uu-14-2008"), ("UU No 25 Tahun 2009 tentang Pelayanan Publik", "kemenag.go.id/uu-25-2009"), ("PP 61 Tahun 2010", "komisiinformasi.go.id/pp-61-2010"), ("Perki No 1 Tahun 2021 tentang Standar Layanan Informasi Publik", "komisiinformasi.go.id/perki-1-2021"), ("PMA No 19 Tahun 2019", "kemenag.go.id/pma-19-2019"), ("KMA 657 Tahun 2021", "kemenag.go.id/kma-657-2021"))))),
        "/p/permohonan-informasi.html": page("Permohonan Informasi", par("Cara memperoleh informasi publik :", "Langkah 1 - pemohon mengisi formulir di bawah dan melampirkan KTP", "Langkah 2 - petugas meregister permohonan", "Langkah 3 - PPID memberi jawaban maksimal 10 hari kerja", "Langkah 4 - pemohon menerima informasi lewat email atau datang sendiri") + '<iframe frameborder="0" height="900" src="https://docs.google.com/forms/d/e/1FAIpQLSeStbPermohonan/viewform?embedded=true" width="640">Memuat…</iframe>'),
        "/p/keberatan.html": page("Keberatan", par("Keberatan dapat diajukan kepada Atasan PPID paling lambat 30 hari kerja, apabila:", "a. permohonan ditolak; b. informasi berkala tidak disediakan; c. permohonan tidak ditanggapi; d. ditanggapi tidak sesuai; e. tidak dipenuhi; f. biaya tidak wajar; g. melewati batas waktu.", "Tanggapan Atasan PPID diberikan paling lambat 30 hari kerja sejak keberatan dicatat.") + '<a href="https://docs.google.com/forms/d/e/1FAIpQLSeStbKeberatan/viewform">ISI FORMULIR KEBERATAN</a>'),
        "/p/maklumat.html": page("Maklumat Pelayanan", '<div class="separator"><img border="0" src="/img/b/R29vZ2xl/s640/maklumat%20ok.jpg" width="640"/></div>'),
        "/p/biaya-waktu.html": page("Biaya dan Waktu", par("Layanan informasi TIDAK DIPUNGUT BIAYA.", "Waktu penyelesaian 10 hari kerja dan bisa diperpanjang 7 hari kerja.")),
        "/p/pengaduan.html": page("Pengaduan", par("Laporkan penyalahgunaan wewenang pegawai Kemenag Situbondo ke WA 0823-3100-5566 (Kasubbag TU).", "1. Tulis nama pelapor, waktu dan tempat kejadian.", "2. Lampirkan bukti.", "3. Laporan dijawab paling lama 7 hari.")),
        "/p/layanan-ptsp.html": page("Layanan PTSP", "<table border='1' cellpadding='4'><tbody><tr><td><b>LAYANAN</b></td><td><b>SYARAT</b></td></tr>" + "".join(f"<tr><td>{n}</td><td>{x}</td></tr>" for n, x in (("Legalisir", "Ijazah asli + fc"), ("Ijop Pesantren", "proposal, EMIS"), ("Sertifikasi Halal", "NIB, KTP, daftar bahan"), ("ID Masjid", "surat takmir"), ("Pindah Madrasah", "surat pindah, rapor"), ("Rekom Paspor Umroh", "KTP, KK, surat PPIU"))) + "</tbody></table>"),
        "/p/data.html": page("Data", par("DATA TEMPAT IBADAH KABUPATEN SITUBONDO TAHUN 2025") + "<table border='1'><tbody><tr><td>Kecamatan</td><td>Masjid</td><td>Musala</td><td>Gereja</td></tr><tr><td>Situbondo</td><td>71</td><td>260</td><td>6</td></tr><tr><td>Panji</td><td>64</td><td>244</td><td>1</td></tr><tr><td>Besuki</td><td>58</td><td>210</td><td>2</td></tr><tr><td>Asembagus</td><td>49</td><td>188</td><td>2</td></tr></tbody></table>"),
        "/p/kontak-kami.html": page("Kontak Kami", par("Kantor Kementerian Agama Kabupaten Situbondo", "Jl. Madura No. 133 Situbondo, Jawa Timur 68322", "Telp. (0338) 671421", "Email : kemenagsitubondo01@gmail.com")),
    }  # fmt: skip
    for t, d, x in news:
        made.whole[link(t, d)] = page(t, par(x), long(d), "Berita")
    for t, d, x in bulletins:
        made.whole[link(t, d)] = page(t, x, long(d), "Pengumuman")

    for m in (9, 10, 11):
        made.whole[f"/2026/{m:02}/"] = page(
            f"Postingan {MONTHS[m - 1]} 2026", "".join(post(t, d) for t, d, _ in news if d.month == m)
        )

    def shown(name: str) -> tuple[int, str]:
        return (
            200,
            f"<!DOCTYPE html><html><head><title>{name} - Google Drive</title><meta property='og:title' content='{name}'><meta property='og:site_name' content='Google Docs'></head><body><div class='ndfHFb-c4YZDc'></div></body></html>",
        )

    login = (
        200,
        "<!doctype html><html><head><title>Google Drive: Sign-in</title></head><body><div>Sign in to continue to Google Drive</div><form action='https://accounts.google.com/v3/signin'><input type='email' name='identifier'><button>Next</button></form></body></html>",
    )
    made.answers = {
        **{drive(k): shown(n) for k, n in (("skppid", "SK PPID 140 Tahun 2025.pdf"), ("renja", "RENJA 2026.pdf"), ("lakip", "LAKIP KEMENAG SITUBONDO 2025.pdf"), ("dipa", "DIPA 2026 Kankemenag Situbondo.pdf"), ("lra", "LRA TA 2025 Situbondo.pdf"), ("neraca", "Neraca 31 Des 2025.pdf"), ("lhkpn", "LHKPN Kepala Kantor 2024.pdf"), ("renstra", "Renstra Kankemenag Situbondo 2020-2024.pdf"), ("skzi", "SK 33 Tahun 2026 Tim ZI.pdf"))},
        drive("pk"): login, drive("lapppid"): login, drive("rkakl"): (404, "<html><head><title>Google Drive - Page Not Found</title></head><body><p>Sorry, the file you have requested does not exist.</p></body></html>"),
        "https://drive.google.com/drive/folders/1StbSOP?usp=sharing": (200, "<html><head><title>SOP - Google Drive</title></head><body>" + "".join(f"<div data-tooltip='{n}'>{n}</div>" for n in ("SOP Nikah 2024.pdf", "SOP Wakaf 2024.pdf", "SOP Legalisir 2024.pdf", "SOP Surat Masuk 2023.pdf", "SOP Ijop Madin 2024.pdf", "SOP Kenaikan Pangkat 2023.pdf")) + "</body></html>"),
        "https://docs.google.com/spreadsheets/d/e/2PACX-1vStbDip/pubhtml": (200, "<html><head><title>DIP 2026 - Google Drive</title></head><body><div id='doc-title'><span class='name'>DAFTAR INFORMASI PUBLIK TAHUN 2026</span></div>" + table(("No", "Ringkasan isi informasi", "Pejabat yang menguasai", "Penanggung jawab", "Waktu dan tempat", "Bentuk", "Jangka simpan"), [(str(i), n, "Kasubbag TU", "Humas", "Situbondo, 2026", "softcopy", "3 tahun") for i, n in enumerate(("Alamat kantor", "Sejarah", "Visi misi", "Renja", "Renstra", "DIPA", "RKAKL", "LRA", "LAKIP", "SOP", "Data KUA", "Data madrasah", "Maklumat", "Pengumuman"), 1)], "class='waffle'") + "</body></html>"),
        "https://docs.google.com/forms/d/e/1FAIpQLSeStbPermohonan/viewform?embedded=true": (200, "<html><head><title>PERMOHONAN INFORMASI PUBLIK</title></head><body><form>" + "".join(f"<div role='listitem'><div role='heading'>{n}</div><input type='text'></div>" for n in ("Nama Pemohon", "Alamat", "No HP/WA", "Email", "Informasi yang diminta", "Tujuan penggunaan")) + "</form></body></html>"),
        "https://docs.google.com/forms/d/e/1FAIpQLSeStbKeberatan/viewform": (200, "<html><head><title>FORMULIR KEBERATAN</title></head><body><form>" + "".join(f"<div role='listitem'><div role='heading'>{n}</div><input type='text'></div>" for n in ("Nama", "Nomor pendaftaran permohonan", "Alasan keberatan", "No HP")) + "</form></body></html>"),
    }  # fmt: skip
    made.files = {
        "/img/b/R29vZ2xl/s1600/IMG-20260112-WA0007.jpg": PNG,
        "/img/b/R29vZ2xl/s640/IMG-20260112-WA0007.jpg": PNG,
        "/img/b/R29vZ2xl/s640/maklumat%20ok.jpg": PNG,
    }
    return made


SITES = (rembang, pekalongan, madiun, kebumen, situbondo)

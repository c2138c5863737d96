# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""Four typical sites: WordPress, a portal shared by a province, Next.js, and a small poor office."""

from __future__ import annotations

import json
from datetime import date, timedelta

from tests.calibration.blind_texts import DAY, PNG, Post, Whole, long, plain
from tests.calibration.made import Made, office
from tests.made_files import pdf, word

ITEMS = (
    ("Apel Hari Pahlawan, ASN Kemenag {p} Kenakan Pakaian Pejuang", "Halaman kantor tampak berbeda pada Selasa (10/11). Puluhan pegawai datang dengan baju lurik, peci, dan bambu runcing tiruan. Pembina apel membacakan amanat Menteri Sosial lalu mengajak hadirin mengheningkan cipta bagi para syuhada bangsa."),
    ("Dua Siswi MTsN Bawa Pulang Perak Olimpiade Madrasah", "Persiapan tiga bulan akhirnya terbayar. Nayla dan Shafira, siswi kelas VIII, meraih medali perak bidang IPA terpadu pada final yang digelar di Tangerang. Pembimbingnya menyebut keduanya rutin berlatih soal setiap sore seusai salat asar."),
    ("Monitoring Gedung Balai Nikah, Kasi Bimas Islam Temukan Atap Bocor", "Musim hujan membuat sejumlah ruang arsip KUA rawan lembap. Kepala Seksi Bimas Islam meninjau empat balai nikah dan meminta buku akta dipindah ke lemari besi. Usulan rehab akan diajukan melalui SBSN tahun depan."),
    ("Penghulu {p} Dibekali Aplikasi SIMKAH Generasi Baru", "Sebanyak 22 penghulu duduk berhadapan dengan laptop masing-masing. Narasumber dari Kanwil memandu cara unggah berkas, koreksi data wali, hingga cetak kartu nikah. Peserta mengeluhkan jaringan di kecamatan pegunungan yang kerap terputus."),
    ("Rapat Penyusunan LAKIP, Tiap Seksi Diminta Setor Data Dukung", "Kasubbag TU memimpin rapat di ruang kerjanya bersama perencana dan operator. Data dukung harus masuk paling lambat akhir pekan agar capaian indikator dapat dihitung. Seksi yang terlambat akan disurati secara resmi."),
    ("Jelang Nataru, Penyelenggara Kristen Sambangi Gereja di Lereng", "Penyelenggara Bimas Kristen bersama Forkopimcam mengunjungi enam gereja. Ia menanyakan kesiapan panitia Natal, parkir, dan pengamanan. Pendeta setempat menyampaikan terima kasih karena pemerintah hadir tanpa diminta."),
    ("Wakaf Uang ASN Tembus Rp48 Juta, Disalurkan untuk Beasiswa Santri", "Gerakan wakaf uang yang dimulai tiga tahun silam kini membuahkan hasil. Nazhir melaporkan imbal hasil sukuk telah dipakai membayar SPP sebelas santri yatim. Laporan dibacakan terbuka di hadapan para muwakif."),
    ("Kakankemenag {p} Lepas Kontingen Pramuka Madrasah", "Tepuk pramuka bersahutan di pendopo ketika 40 penggalang berangkat menuju perkemahan tingkat provinsi. Kepala kantor berpesan supaya peserta menjaga kesehatan dan tidak lupa menelepon orang tua. Bus dilepas dengan kibasan bendera start."),
    ("Penyuluh Agama Turun ke Lapas, Bina 60 Warga Binaan", "Suara lantunan iqra terdengar dari aula blok B. Program baca Al-Quran yang diasuh penyuluh fungsional sudah berjalan enam bulan, dan tujuh orang di antaranya kini mampu membaca lancar. Kalapas berharap pendampingan terus berlanjut."),
    ("Sosialisasi Sertifikat Halal Gratis bagi Pedagang Pasar", "Satgas halal membuka meja konsultasi di lantai dasar pasar. Pedagang tempe, kerupuk, dan jamu mengantre membawa KTP dan NIB. Dalam sehari tercatat 57 pelaku usaha mendaftar lewat jalur pernyataan mandiri."),
    ("Supervisi Asesmen Madrasah Digital Berjalan Tanpa Kendala", "Pengawas mendatangi lima madrasah ibtidaiyah untuk melihat kesiapan gawai dan listrik cadangan. Satu server sempat mati karena pemadaman bergilir, namun teknisi menyalakan genset dalam sepuluh menit. Ujian dilanjutkan hingga selesai."),
    ("Bimbingan Remaja Usia Nikah Hadirkan Psikolog RSUD", "Pernikahan dini menjadi sorotan dalam bimbingan yang diikuti pelajar kelas XII. Psikolog memaparkan risiko depresi pascamelahirkan pada ibu muda. Sesi tanya jawab berlangsung hangat, bahkan ada peserta yang menangis menceritakan kakaknya."),
    ("PPID Kemenag {p} Ikuti Bimtek Daftar Informasi Publik", "Petugas layanan informasi mempelajari tata cara menyusun daftar informasi dan uji konsekuensi secara daring. Narasumber Komisi Informasi mengingatkan agar pemutakhiran tidak ditunda sampai menjelang penilaian."),
    ("Kerja Bakti Jumat Bersih, Selokan Depan Kantor Dikeruk", "Berbekal cangkul dan karung, pegawai mengangkat endapan lumpur yang kerap membuat genangan. Kegiatan dimulai pukul enam pagi sebelum senam. Seusai itu mereka menikmati bubur kacang hijau buatan Dharma Wanita."),
    ("Guru PAI SD Susun Bank Soal Berbasis Literasi", "KKG PAI menggandeng dosen kampus swasta setempat dalam lokakarya dua hari. Tiap kelompok menulis dua puluh butir soal dengan stimulus cerita lokal. Hasilnya akan ditelaah sejawat sebelum dibagikan ke seluruh kecamatan."),
    ("Tim Itjen Lakukan Audit Kinerja Selama Sepekan", "Entry meeting digelar tertutup di ruang rapat. Ketua tim menjelaskan ruang lingkup pemeriksaan meliputi pengelolaan BOS, perjalanan dinas, dan barang persediaan. Kepala kantor meminta seluruh jajaran kooperatif memberi dokumen."),
    ("Ribuan Santri {p} Kirab Sarung Meriahkan Hari Santri", "Jalan protokol menjadi lautan sarung. Barisan drumband pondok membuka kirab disusul ondel-ondel kitab kuning raksasa. Warga di tepi jalan membagikan es dawet kepada peserta yang kepanasan."),
    ("Dharma Wanita Persatuan Santuni Lansia Sebatang Kara", "Paket beras, minyak, dan selimut diantar langsung ke rumah sembilan lansia. Salah satunya, Mbah Karsi, berusia 91 tahun dan tinggal di gubuk bambu. Pengurus berjanji mengusulkan bedah rumah kepada Baznas."),
    ("Rukyat Hilal Terkendala Mendung, Hasil Dilaporkan Nihil", "Teropong sudah diarahkan ke ufuk barat sejak pukul lima sore. Awan tebal tak kunjung bergeser sampai matahari tenggelam. Tim falakiyah menuangkan hasil pengamatan ke berita acara dan mengirimkannya ke pusat."),
    ("Kepala MAN Baru Dilantik, Janji Tambah Kelas Riset", "Serah terima jabatan ditandai penyerahan memori oleh pejabat lama yang memasuki masa purnabakti. Kepala baru, sebelumnya guru kimia, berniat mendirikan laboratorium riset sederhana bersama komite."),
    ("Pembagian Kartu Nikah Digital Diserbu Pengantin Baru", "Loket KUA ramai sejak pagi. Pasangan yang menikah pada bulan Rajab datang membawa bukti pendaftaran untuk ditukar kartu. Petugas meminta masyarakat tidak mempercayai calo yang meminta imbalan."),
    ("FKUB Gelar Dialog, Bahas Izin Rumah Ibadah di Perumahan", "Diskusi berlangsung dinamis ketika warga sebuah perumahan menyampaikan keberatan soal kebisingan. Moderator mengajak semua pihak kembali pada peraturan bersama dua menteri. Disepakati pertemuan lanjutan pekan depan."),
    ("Kantin Madrasah Sehat, Puskesmas Ambil Contoh Jajanan", "Empat belas contoh makanan diuji cepat memakai pereaksi formalin dan boraks. Hasilnya semua negatif, hanya saja gula pada minuman kemasan dinilai berlebihan. Pengelola kantin berkomitmen mengganti dengan jus buah."),
    ("Zakat Profesi Pegawai Disalurkan Menjadi Gerobak Usaha", "UPZ menyerahkan lima gerobak kepada pedagang cilok dan angkringan. Penerima dipilih melalui survei lapangan. Mereka wajib menabung seribu rupiah per hari sebagai latihan mengelola keuangan."),
    ("Peringatan Maulid, Kiai Ajak Hadirin Teladani Kejujuran Nabi", "Ceramah dibawakan dengan bahasa Jawa ngoko yang mengundang gelak tawa. Penceramah mengisahkan pedagang yang mengembalikan kelebihan uang sepuluh dirham. Acara ditutup pembacaan mahallul qiyam."),
    ("Verifikasi Izin Operasional, Tujuh TPQ Dikunjungi", "Tim seksi PD Pontren memeriksa daftar santri, kurikulum, serta surat tanah. Dua lembaga diminta melengkapi susunan pengurus. Apabila lengkap, piagam dapat diambil lewat loket pelayanan satu pintu."),
    ("Latihan Padam Api, Pegawai Belajar Pakai APAR", "Petugas pemadam memeragakan cara menarik pin tabung dan mengarahkan semprotan ke pangkal api. Sejumlah staf perempuan mencoba dengan jeritan kecil. Tabung yang kedaluwarsa langsung didata untuk diisi ulang."),
    ("Sertipikat Tanah Wakaf Masjid Kuno Akhirnya Terbit", "Setelah menunggu belasan tahun, takmir menerima sertipikat dari kantor pertanahan. Berkas sempat hilang ketika ahli waris pindah ke Lampung. Kepala KUA mengapresiasi kesabaran nazhir melengkapi ulang alas hak."),
    ("Pelatihan Jurnalistik Santri: Dari Status Jadi Berita", "Wartawan harian lokal mengajak peserta menulis teras berita dari hal kecil di asrama. Tulisan terbaik akan tampil pada majalah dinding dan laman. Beberapa santri mengaku baru tahu beda opini dengan fakta."),
    ("Pegawai Terima Satyalancana, Ada yang Mengabdi 30 Tahun", "Nama Sutarmi dipanggil paling akhir. Perempuan yang memulai karier sebagai juru ketik itu menerima tanda kehormatan tiga dasawarsa. Matanya berkaca-kaca saat pin disematkan oleh pimpinan."),
    ("Kemenag {p} dan Dinkes Teken Kerja Sama Skrining Catin", "Dengan kesepakatan itu calon pengantin wajib memeriksakan hemoglobin dan tuberkulosis sebelum akad. Pemeriksaan dapat dilakukan di puskesmas tanpa pungutan. Program diharapkan menekan angka tengkes."),
    ("Tes Baca Kitab Warnai Seleksi Penyuluh Non-ASN", "Peserta mengambil undian halaman lalu membaca teks gundul di depan dua penguji. Selain itu mereka membuat materi khotbah lima menit. Pengumuman kelulusan disampaikan lewat surel masing-masing pendaftar."),
    ("Umat Hindu Rayakan Galungan di Pura Kaki Bukit", "Penjor menghiasi jalan setapak menuju pura. Pembimas hadir membawa bantuan buku dan kain. Pemangku menuturkan bahwa jumlah umat tinggal dua puluh kepala keluarga, namun kerukunan dengan tetangga terjaga."),
    ("Pasar Murah Madrasah, Siswa Belajar Jadi Saudagar", "Anak-anak kelas lima menjajakan nasi bakar, gantungan kunci, dan tanaman hias. Uang mainan ditukar di bank kelas. Guru menilai kecakapan berhitung sekaligus sopan santun ketika melayani pembeli."),
    ("Evaluasi Zona Integritas: Enam Area Perubahan Dinilai", "Agen perubahan memaparkan bukti dukung di hadapan tim penilai internal. Catatan terbanyak ada pada area penguatan pengawasan. Perbaikan ditargetkan rampung sebelum pengisian lembar kerja evaluasi."),
    ("Bantuan Tenda Darurat untuk Madrasah Terdampak Longsor", "Tebing setinggi dua belas meter ambrol menimpa ruang kelas. Tidak ada korban jiwa sebab terjadi tengah malam. Siswa untuk sementara belajar di serambi musala sambil menunggu tenda dari BPBD."),
    ("Cerdas Cermat Moderasi Beragama Antar-SMA Berlangsung Sengit", "Babak rebutan sempat diulang karena bel dua regu berbunyi bersamaan. Juara pertama diraih sekolah katolik yang anggotanya berbeda agama. Dewan juri memuji kekompakan mereka."),
    ("Kanwil Cek Realisasi Anggaran, {p} Capai 81 Persen", "Pejabat pembuat komitmen diminta mempercepat kontrak pemeliharaan. Belanja pegawai tercatat paling tinggi, sedangkan belanja modal menunggu lelang ulang. Tim memberi waktu hingga pertengahan Desember."),
    ("Hafiz Cilik Tunanetra Pukau Peserta Seleksi Tilawah", "Rizqi, sepuluh tahun, melantunkan juz tiga puluh dengan tartil. Ia menghafal dari rekaman yang diputar ibunya setiap subuh. Panitia memberinya Al-Quran braille sebagai penghargaan khusus."),
    ("Kunjungan TK Islam, Anak-anak Diajak Keliling Ruang Layanan", "Sambil bergandengan, sembilan puluh bocah menyimak penjelasan petugas loket. Mereka paling antusias ketika boleh memencet mesin antrean. Kunjungan diakhiri foto di bawah papan nama kantor."),
)  # fmt: skip


def feed(place: str, first: int, stride: int, *ago: int) -> list[Post]:
    """News, so many days ago each, every text its own."""
    out = []
    for i, days in enumerate(ago):
        title, text = ITEMS[(first + i * stride) % len(ITEMS)]
        out.append(Post(title.replace("{p}", place), DAY - timedelta(days=days), text.replace("{p}", place)))
    return out


def leaf(place: str, title: str, body: str, *chapters: str) -> bytes:
    """A PDF of the office's own: letterhead, title, body, and one page a chapter."""
    head = f"KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR KEMENTERIAN AGAMA {place.upper()}"
    return pdf(
        f"{head}\n\n{title.upper()}\n\n{body}",
        *(f"{chapter}\nUraian {chapter.lower()} pada Kantor Kementerian Agama {place}." for chapter in chapters),
        packed=True,
    )


CHAPTERS = (
    "KATA PENGANTAR",
    "BAB I PENDAHULUAN",
    "BAB II PERENCANAAN KINERJA",
    "BAB III AKUNTABILITAS KINERJA",
    "BAB IV PENUTUP",
    "LAMPIRAN",
)


def sk(place: str, number: str, about: str, rest: str = "") -> bytes:
    """A decree of the head of the office."""
    return pdf(
        f"KEPUTUSAN KEPALA KANTOR KEMENTERIAN AGAMA {place.upper()}\nNOMOR {number}\nTENTANG\n{about.upper()}\n\nMenimbang: a. bahwa untuk kelancaran pelaksanaan tugas perlu menetapkan keputusan;\nMengingat: 1. Undang-Undang Nomor 14 Tahun 2008;",
        f"MEMUTUSKAN:\nMenetapkan: {about}\nKESATU: menetapkan sebagaimana tercantum dalam lampiran.\nKEDUA: keputusan ini berlaku sejak tanggal ditetapkan.\n{rest}",
        packed=True,
    )  # fmt: skip


DIP_ROWS = (
    "Profil kantor dan domisili", "Visi dan misi", "Struktur organisasi", "Riwayat singkat pejabat", "Rekap LHKPN dan LHKASN", "Rencana strategis", "Rencana kerja tahunan", "Perjanjian kinerja", "DIPA petikan", "RKA-K/L dan POK", "Laporan realisasi anggaran",
    "Neraca dan CaLK", "Laporan kinerja instansi", "Daftar BMN", "Data madrasah", "Data pondok pesantren", "Data KUA dan peristiwa nikah", "Data tanah wakaf", "SOP pelayanan", "Laporan layanan informasi publik",
)  # fmt: skip


def dip_text(when: str) -> str:
    """The table of a DIP, as the text of a PDF."""
    return "No | Ringkasan isi informasi | Pejabat yang menguasai | Penanggung jawab pembuatan | Waktu dan tempat pembuatan | Bentuk informasi | Jangka waktu simpan\n" + "\n".join(
        f"{i} | {name} | Kasubbag TU | Subbag Tata Usaha | {when} | softcopy, hardcopy | {3 + i % 3} tahun" for i, name in enumerate(DIP_ROWS, 1)
    )  # fmt: skip


def rows(heads: tuple[str, ...], *lines: tuple[str, ...], css: str = "") -> str:
    """An HTML table."""
    attribute = f' class="{css}"' if css else ""
    return (
        f"<table{attribute}><thead><tr>{''.join(f'<th>{x}</th>' for x in heads)}</tr></thead><tbody>"
        + "".join("<tr>" + "".join(f"<td>{x}</td>" for x in line) + "</tr>" for line in lines)
        + "</tbody></table>"
    )


def on_drive(made: Made, key: str, name: str) -> str:
    """The address of a file anybody may open on Drive."""
    url = f"https://drive.google.com/file/d/1{key}Zq7/view?usp=sharing"
    made.answers[url] = (
        200,
        f'<!DOCTYPE html><html><head><title>{name} - Google Drive</title><meta property="og:title" content="{name}"></head><body><div class="ndfHFb-c4YZDc" aria-label="Displaying {name}">{name}</div></body></html>',
    )
    return url


def on_forms(made: Made, key: str, title: str, *labels: str) -> str:
    """The address of a Google form with these questions."""
    url = f"https://docs.google.com/forms/d/e/1FAIp{key}/viewform?embedded=true"
    made.answers[url] = (
        200,
        f'<!DOCTYPE html><html><head><title>{title}</title></head><body><form action="https://docs.google.com/forms/d/e/1FAIp{key}/formResponse" method="POST"><div role="heading">{title}</div>'
        + "".join(
            f'<div role="listitem"><div role="heading">{x} *</div><input type="text" name="entry.{i}" aria-label="{x}"></div>'
            for i, x in enumerate(labels, 1001)
        )
        + "</form></body></html>",
    )
    return url


# ---------------------------------------------------------------------------------------------------------------- one


def wonosobo() -> Made:
    """WordPress with Astra and Max Mega Menu: bullet lists of links to uploads and to Drive, news by category."""
    place = "Kabupaten Wonosobo"
    made = Made(office("e-wpastra", f"Kankemenag {place}", "https://wonosobo.kemenag.go.id"), Whole())
    news = feed(
        "Wonosobo", 0, 7, 1, 3, 4, 6, 8, 10, 12, 15, 17, 19, 22, 25, 27, 29, 32, 36, 40, 44, 50, 55, 60, 67, 74, 80
    )
    mega = (
        (
            "Tentang PPID",
            (
                ("Profil PPID", "/profil-ppid/"),
                ("Struktur &amp; Tugas PPID", "/struktur-ppid/"),
                ("SK PPID", "/sk-ppid/"),
                ("Maklumat Pelayanan", "/maklumat-pelayanan/"),
            ),
        ),
        (
            "Informasi Publik",
            (
                ("Informasi Berkala", "/informasi-berkala/"),
                ("Informasi Serta Merta", "/informasi-serta-merta/"),
                ("Informasi Setiap Saat", "/informasi-setiap-saat/"),
                ("Informasi Dikecualikan", "/informasi-yang-dikecualikan/"),
                ("DIP", "/daftar-informasi-publik/"),
            ),
        ),
        (
            "Layanan Informasi",
            (
                ("Permohonan Informasi", "/permohonan-informasi/"),
                ("Pengajuan Keberatan", "/pengajuan-keberatan/"),
                ("Sengketa Informasi", "/sengketa-informasi/"),
                ("Waktu &amp; Biaya Layanan", "/waktu-dan-biaya/"),
                ("SOP PPID", "/sop-ppid/"),
            ),
        ),
        (
            "Laporan &amp; Regulasi",
            (
                ("Laporan Layanan Informasi", "/laporan-ppid/"),
                ("Regulasi", "/regulasi/"),
                ("Rekap Pengaduan", "/rekap-pengaduan/"),
            ),
        ),
    )
    simple = (
        (
            "Profil",
            (
                ("Sejarah", "/sejarah/"),
                ("Visi dan Misi", "/visi-misi/"),
                ("Tupoksi", "/tupoksi/"),
                ("Struktur Organisasi", "/struktur-organisasi/"),
                ("Profil Pejabat", "/profil-pejabat/"),
                ("KUA &amp; Madrasah Negeri", "/satker/"),
                ("Data Pegawai", "/data-pegawai/"),
            ),
        ),
        (
            "Berita",
            (("Berita Utama", "/category/berita/"), ("Pengumuman", "/category/pengumuman/"), ("Agenda", "/agenda/")),
        ),
        (
            "Layanan",
            (
                ("PTSP", "/ptsp/"),
                ("Standar Pelayanan", "/standar-pelayanan/"),
                ("SOP", "/sop/"),
                ("Survei Kepuasan", "/skm/"),
                ("Data Keagamaan", "/data-keagamaan/"),
            ),
        ),
    )

    def item(name: str, url: str, sub: str = "") -> str:
        return f'<li class="menu-item{" menu-item-has-children" if sub else ""}"><a href="{url}" class="menu-link">{name}</a>{sub}</li>'

    bar = item("Beranda", "/") + "".join(
        item(n, "#", '<ul class="sub-menu">' + "".join(item(a, b) for a, b in s) + "</ul>") for n, s in simple
    )
    bar += '<li class="mega-menu-item mega-menu-megamenu"><a class="mega-menu-link" href="/ppid/" aria-haspopup="true">PPID</a><ul class="mega-sub-menu"><li class="mega-menu-row"><ul class="mega-sub-menu">'
    bar += "".join(
        f'<li class="mega-menu-column mega-menu-columns-3-of-12"><ul class="mega-sub-menu"><li class="mega-menu-item widget"><h4 class="mega-block-title">{n}</h4><ul>'
        + "".join(f'<li><a href="{b}">{a}</a></li>' for a, b in s)
        + "</ul></li></ul></li>"
        for n, s in mega
    )
    bar += "</ul></li></ul></li>" + item("Pengaduan", "/pengaduan/") + item("Kontak", "/kontak/")

    def shell(title: str, body: str, meta: str = "") -> str:
        return f"""<!DOCTYPE html><html lang="id"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} - Kemenag Kab. Wonosobo</title><link rel="profile" href="https://gmpg.org/xfn/11"><meta name="generator" content="WordPress 6.6.2">{meta}</head>
<body class="page ast-desktop ast-separate-container astra-4.8"><a class="skip-link screen-reader-text" href="#content" title="Lewati ke konten">Lewati ke konten</a><div id="page" class="hfeed site"><header id="masthead" class="site-header ast-primary-menu-enabled"><div class="ast-above-header-wrap"><span>WA Layanan 0812-2900-1177 | Senin - Kamis 07.30 - 16.00, Jumat 07.30 - 16.30</span><form role="search" method="get" class="search-form" action="/"><label><span class="screen-reader-text">Cari untuk:</span><input type="search" class="search-field" placeholder="Cari &hellip;" name="s"></label><button class="search-submit">Cari</button></form></div>
<div class="site-branding"><a href="/" class="custom-logo-link"><img src="/wp-content/uploads/2023/01/logo-kemenag.png" alt="Logo Kemenag Wonosobo"></a></div><nav class="site-navigation" aria-label="Situs Navigasi"><ul id="primary-menu" class="main-header-menu">{bar}</ul></nav></header>
<div id="content" class="site-content"><div class="ast-container"><main id="main" class="site-main"><article><header class="entry-header"><h1 class="entry-title">{title}</h1></header><div class="entry-content clear">{body}</div></article></main></div></div>
<footer class="site-footer" id="colophon"><div class="footer-widget-area"><aside class="widget"><h2 class="widget-title">Alamat Kantor</h2><p>Kantor Kementerian Agama Kabupaten Wonosobo<br>Jl. S. Parman No. 12, Wonosobo 56311<br>Telp. (0286) 321144<br>kabwonosobo@kemenag.go.id</p></aside><aside class="widget"><a href="https://www.facebook.com/kemenagwonosobo">Facebook</a> <a href="https://www.instagram.com/kemenag_wonosobo/">Instagram</a> <a href="https://www.youtube.com/@kemenagkabupatenwonosobo">Youtube</a></aside></div><div class="ast-small-footer">Copyright &copy; 2026 Kemenag Kab. Wonosobo | Powered by Astra WordPress Theme</div></footer></div></body></html>"""

    up = "/wp-content/uploads/"

    def links(*items: tuple[str, str]) -> str:
        return (
            '<ul class="wp-block-list">'
            + "".join(
                f'<li><a href="{u if u.startswith(("http", "/")) else up + u}" target="_blank" rel="noopener">{n}</a></li>'
                for n, u in items
            )
            + "</ul>"
        )

    perkin = on_drive(made, "AxP26won", "Perkin Kankemenag Kab Wonosobo 2026.pdf")
    lra = on_drive(made, "BqL26won", "LRA TW III 2026 Kankemenag Wonosobo.pdf")
    renstra = on_drive(made, "CcR29won", "Renstra Kankemenag Kab. Wonosobo 2025-2029 final.pdf")
    formulir = on_forms(
        made,
        "QLScWONreq",
        "Formulir Permohonan Informasi Publik Kemenag Wonosobo",
        "Nama Pemohon",
        "Alamat",
        "No. HP/WA",
        "Email",
        "Rincian Informasi yang Dibutuhkan",
        "Tujuan Penggunaan Informasi",
        "Cara Memperoleh Informasi",
    )
    berat = on_forms(
        made,
        "QLScWONkeb",
        "Formulir Keberatan Informasi Publik",
        "Nama",
        "Alamat",
        "Nomor Pendaftaran Permohonan",
        "Alasan Keberatan",
        "Kasus Posisi",
    )
    pages = {
        "/sejarah/": ("Sejarah", "<p>Kantor Kementerian Agama Kabupaten Wonosobo mengawali perjalanannya pada pertengahan 1946, beberapa bulan sesudah Departemen Agama dibentuk. Waktu itu Kantor Urusan Agama Daerah menempati rumah wakaf di sebelah barat alun-alun Wonosobo dengan empat orang pegawai yang seluruhnya adalah modin dan naib.</p><p>Pada 1951 kantor pindah ke Jalan Kawedanan. Gempa Dieng tahun 1955 merusak sebagian arsip nikah sehingga banyak akta dicatat ulang oleh para penghulu berdasarkan kesaksian warga. Gedung permanen di Jalan S. Parman diresmikan pada 1984 dan direhab tahun 2016. Saat ini Kankemenag Wonosobo membawahi 15 KUA kecamatan, 6 madrasah negeri dan lebih dari tiga ratus lembaga pendidikan keagamaan.</p>"),
        "/visi-misi/": ("Visi dan Misi", "<h3>V I S I</h3><p>“Terwujudnya masyarakat Wonosobo yang rukun, maslahat dan cerdas bersama Indonesia maju menuju Indonesia Emas”</p><h3>M I S I</h3><ol><li>Meningkatkan kerukunan dan cinta kemanusiaan;</li><li>Memperkuat ekoteologi;</li><li>Memberikan layanan keagamaan berdampak;</li><li>Mewujudkan pendidikan unggul, ramah dan terintegrasi;</li><li>Memberdayakan pesantren serta ekonomi umat.</li></ol>"),
        "/tupoksi/": ("Tupoksi", "<p>Sesuai PMA Nomor 19 Tahun 2019 jo. PMA Nomor 6 Tahun 2022 Kankemenag bertugas melaksanakan tugas dan fungsi Kementerian Agama di wilayah Kabupaten Wonosobo. Fungsinya:</p><ul><li>perumusan kebijakan teknis pelayanan dan bimbingan kehidupan beragama di kabupaten;</li><li>pelayanan, bimbingan dan pembinaan di bidang bimas Islam;</li><li>pelayanan dan pembinaan pendidikan madrasah, pendidikan agama dan keagamaan Islam;</li><li>pembinaan kerukunan umat beragama;</li><li>pengelolaan administrasi dan informasi keagamaan;</li><li>pengendalian, pengawasan dan evaluasi program;</li><li>hubungan dengan pemerintah daerah dan lembaga masyarakat.</li></ul>"),
        "/struktur-organisasi/": ("Struktur Organisasi", f'<figure class="wp-block-image size-full"><img src="{up}2026/02/struktur-kemenag-2026.png" width="1280" height="900" alt="Bagan struktur organisasi Kankemenag Kabupaten Wonosobo"></figure>'),
        "/profil-pejabat/": ("Profil Pejabat", "".join(f'<div class="wp-block-media-text"><figure><img src="{up}2026/01/pejabat-{i}.png" alt="{n}"></figure><div><h4>{n}</h4><p>{j}</p></div></div>' for i, (n, j) in enumerate((("H. Mahmud Fatoni, S.Ag., M.M.", "Kepala Kantor Kementerian Agama Kab. Wonosobo"), ("Hj. Siti Rukayah, S.E.", "Kepala Subbagian Tata Usaha"), ("Drs. Nur Kholis Anwar", "Kepala Seksi Pendidikan Madrasah"), ("Abdul Wachid, S.H.I.", "Kepala Seksi Bimas Islam"), ("Teguh Prayitno, S.Pd.", "Penyelenggara Zakat dan Wakaf"))))),
        "/satker/": ("KUA & Madrasah Negeri", rows(("No", "Nama", "Alamat"), *((str(i), n, a) for i, (n, a) in enumerate((("KUA Kec. Wonosobo", "Jl. Veteran 5 Wonosobo"), ("KUA Kec. Kertek", "Jl. Parakan Km 9 Kertek"), ("KUA Kec. Garung", "Jl. Dieng Km 11 Garung"), ("KUA Kec. Kejajar", "Jl. Raya Dieng Kejajar"), ("KUA Kec. Sapuran", "Jl. Purworejo Km 17 Sapuran"), ("MIN 1 Wonosobo", "Jl. Bhayangkara 3"), ("MTsN 1 Wonosobo", "Jl. Bambang Sugeng 18"), ("MAN 1 Wonosobo", "Jl. Gatot Subroto 12")), 1)))),
        "/data-pegawai/": ("Data Pegawai", "<p>Keadaan pegawai per 1 Oktober 2026</p>" + rows(("Golongan", "Laki-laki", "Perempuan", "Jumlah"), ("IV", "61", "42", "103"), ("III", "188", "171", "359"), ("II", "22", "9", "31"), ("PPPK", "74", "96", "170"), ("Total", "345", "318", "663"))),
        "/ppid/": ("PPID", "<p>Selamat datang di layanan PPID Unit Kantor Kementerian Agama Kabupaten Wonosobo. Silahkan pilih layanan:</p>" + links(*(pair for _, group in mega for pair in group))),
        "/profil-ppid/": ("Profil PPID", "<p>PPID Unit Kankemenag Kabupaten Wonosobo dibentuk berdasarkan Keputusan Kepala Kantor untuk melaksanakan amanat UU Nomor 14 Tahun 2008. Layanan berlokasi di ruang PTSP lantai 1.</p>"),
        "/struktur-ppid/": ("Struktur & Tugas PPID", "<p><strong>Atasan PPID</strong>: Kepala Kantor (H. Mahmud Fatoni, S.Ag., M.M.)<br><strong>PPID Unit</strong>: Kepala Subbagian Tata Usaha (Hj. Siti Rukayah, S.E.)<br><strong>Petugas pelayanan</strong>: Pranata Humas</p><h4>Tugas PPID</h4><ol><li>mengoordinasikan penyimpanan dan pendokumentasian informasi dari seluruh seksi;</li><li>menyediakan dan memberikan layanan informasi publik secara cepat dan sederhana;</li><li>melakukan pengujian konsekuensi;</li><li>memutakhirkan daftar informasi publik paling sedikit setahun sekali.</li></ol>"),
        "/sk-ppid/": ("SK PPID", links(("SK Kepala Kankemenag Kab. Wonosobo Nomor 112 Tahun 2026 ttg Penetapan PPID", "2026/02/SK-PPID-2026.pdf"), ("SK PPID 2024", "2024/03/SK-PPID-2024.pdf"))),
        "/maklumat-pelayanan/": ("Maklumat Pelayanan", f'<figure class="wp-block-image"><img src="{up}2025/01/maklumat.png" alt="Maklumat pelayanan informasi publik"></figure>'),
        "/informasi-berkala/": ("Informasi Berkala", "<h3>Profil</h3>" + links(("Kedudukan dan alamat", "/kontak/"), ("Struktur organisasi", "/struktur-organisasi/"), ("LHKPN (e-LHKPN KPK)", "https://elhkpn.kpk.go.id/")) + "<h3>Program dan Kinerja</h3>" + links(("Ringkasan Program &amp; Kegiatan Tahun 2025", "2025/02/Program-Kegiatan-2025.pdf"), ("RKT 2026", "2026/01/RKT-2026.pdf"), ("Perkin 2026", perkin), ("Perkin 2025", "2025/01/Perkin-2025.pdf"), ("LKjIP 2025", "2026/02/LKjIP-Kankemenag-Wonosobo-2025.pdf"), ("LKjIP 2024", "2025/02/LKjIP-Kankemenag-Wonosobo-2024.pdf")) + "<h3>Keuangan</h3>" + links(("DIPA 2026", "2026/01/DIPA-2026.pdf"), ("POK 2026 revisi ke-3", "2026/09/POK-Revisi-3.pdf"), ("LRA Triwulan III 2026", lra), ("LRA TA 2025 (audited)", "2026/06/LRA-2025.pdf"), ("Neraca per 31 Desember 2025", "2026/06/Neraca-2025.pdf"), ("Daftar BMN per 31 Desember 2024", "2025/03/BMN-2024.pdf")) + "<h3>Pengadaan</h3>" + links(("RUP Tahun Anggaran 2026", "2026/02/RUP-2026.pdf"), ("SiRUP LKPP", "https://sirup.lkpp.go.id/")) + "<p><em>Halaman ini diperbarui 14 Oktober 2026</em></p>"),
        "/informasi-serta-merta/": ("Informasi Serta Merta", "<p>Sampai dengan tanggal 2 November 2026 tidak ada informasi serta merta yang perlu diumumkan oleh Kantor Kementerian Agama Kabupaten Wonosobo.</p>"),
        "/informasi-setiap-saat/": ("Informasi Setiap Saat", links(("Daftar Informasi Publik 2026", "/daftar-informasi-publik/"), ("Renstra 2025-2029", renstra), ("SK Kepala No 87 Tahun 2026 tentang Tim ZI", "2026/01/SK-87-ZI.pdf"), ("Surat Edaran No 3 Tahun 2026 ttg Jam Kerja Ramadan", "2026/02/SE-3.pdf"), ("MoU dengan BPN tentang sertipikasi wakaf (2025)", "2025/08/MoU-BPN.pdf"), ("PKS dengan Dinas Kesehatan 2026", "2026/05/PKS-Dinkes.pdf"), ("SOP pelayanan", "/sop/"), ("Data keagamaan", "/data-keagamaan/"))),
        "/informasi-yang-dikecualikan/": ("Informasi Yang Dikecualikan", "<p>Ditetapkan dengan SK PPID Nomor 5 Tahun 2025.</p>" + rows(("No", "Informasi", "Dasar hukum", "Akibat bila dibuka", "Jangka waktu"), ("1", "Data pribadi pegawai (NIK, rekening, riwayat kesehatan)", "UU 14/2008 Pasal 17 huruf h", "Melanggar privasi", "Selama 20 tahun"), ("2", "Berkas perkara disiplin yang masih diperiksa", "Pasal 17 huruf a dan i", "Menghambat pemeriksaan", "Sampai ada putusan"), ("3", "Naskah soal ujian madrasah", "Pasal 17 huruf j", "Kebocoran soal", "Sampai ujian selesai"), ("4", "Berkas rumah tangga di BP4", "Pasal 17 huruf h", "Membuka aib", "Permanen")) + links(("Berita Acara Uji Konsekuensi Nomor 2 Tahun 2025", "2025/02/BA-Uji-Konsekuensi.pdf"))),
        "/daftar-informasi-publik/": ("Daftar Informasi Publik", links(("SK DIP Tahun 2026", "2026/01/SK-DIP-2026.pdf"), ("DIP 2025", "2025/01/DIP-2025.pdf"))),
        "/permohonan-informasi/": ("Permohonan Informasi", f'<h3>Tata Cara</h3><ol><li>Pemohon mengisi formulir di bawah atau datang ke loket PTSP dengan membawa KTP (perorangan) atau akta pendirian (badan hukum).</li><li>Petugas mencatat pada buku register dan memberi nomor pendaftaran.</li><li>PPID menjawab tertulis paling lama 10 hari kerja, bisa diperpanjang 7 hari kerja.</li><li>Informasi diserahkan sesuai bentuk yang diminta.</li></ol><h3>Formulir</h3><iframe src="{formulir}" width="640" height="1200">Memuat…</iframe>'),
        "/pengajuan-keberatan/": ("Pengajuan Keberatan", f'<p>Keberatan diajukan kepada Atasan PPID maksimal 30 hari kerja setelah ditemukan alasan berikut:</p><ul><li>permohonan ditolak;</li><li>informasi berkala tidak disediakan;</li><li>permohonan tidak ditanggapi;</li><li>ditanggapi tidak sesuai permintaan;</li><li>permintaan tidak dipenuhi;</li><li>biaya tidak wajar;</li><li>melebihi batas waktu.</li></ul><p>Atasan PPID memberi jawaban tertulis paling lambat 30 hari kerja.</p><p><a href="{berat}">Isi formulir keberatan di sini</a></p>'),
        "/sengketa-informasi/": ("Sengketa Informasi", "<p>Bila tidak puas atas jawaban Atasan PPID, pemohon bisa mengajukan sengketa ke Komisi Informasi Provinsi Jawa Tengah selambatnya 14 hari kerja sejak jawaban diterima. Komisi Informasi memulai mediasi atau ajudikasi paling lambat 14 hari kerja dan selesai 100 hari kerja.</p>"),
        "/waktu-dan-biaya/": ("Waktu & Biaya Layanan", "<p>Jangka waktu: 10 (sepuluh) hari kerja dan perpanjangan 7 (tujuh) hari kerja.</p><p>Biaya: tidak dipungut biaya. Penggandaan ditanggung pemohon.</p><p>Jadwal: Senin – Kamis 08.00 – 15.30 WIB, Jumat 08.00 – 15.00 WIB.</p>"),
        "/sop-ppid/": ("SOP PPID", links(("SOP Permohonan Informasi Publik", "2024/05/SOP-permohonan.pdf"), ("SOP Penanganan Keberatan", "2024/05/SOP-keberatan.pdf"), ("SOP Uji Konsekuensi", "2024/05/SOP-uji.pdf"))),
        "/laporan-ppid/": ("Laporan Layanan Informasi", links(("Laporan Layanan Informasi Publik Tahun 2024", "2025/03/Laporan-PPID-2024.pdf"), ("Laporan Layanan Informasi Publik Th. 2023", "2024/03/Laporan-PPID-2023.pdf"))),
        "/regulasi/": ("Regulasi", links(("UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik", "2023/01/UU-14-2008.pdf"), ("PP Nomor 61 Tahun 2010", "2023/01/PP-61-2010.pdf"), ("Peraturan Komisi Informasi No 1 Tahun 2021 tentang Standar Layanan Informasi Publik", "2023/01/Perki-1-2021.pdf"), ("KMA Nomor 92 Tahun 2019", "2023/01/KMA-92-2019.pdf"), ("KMA Nomor 657 Tahun 2021", "2023/01/KMA-657-2021.pdf"), ("UU Nomor 25 Tahun 2009 tentang Pelayanan Publik", "2023/01/UU-25-2009.pdf"))),
        "/rekap-pengaduan/": ("Rekap Pengaduan", "<p>Data belum tersedia</p>"),
        "/ptsp/": ("PTSP", "<h3>1. Rekomendasi izin operasional madrasah</h3><p>Syarat: proposal, SK yayasan, akta notaris.</p><h3>2. Legalisasi ijazah</h3><p>Syarat: ijazah asli dan fotokopi.</p><h3>3. Izin pendirian TPQ</h3><p>Syarat: surat permohonan, daftar santri minimal 30.</p><h3>4. Rekomendasi paspor umrah</h3><p>Persyaratan: KTP, surat travel berizin.</p><h3>5. Pengukuran arah kiblat</h3><p>Syarat: surat takmir.</p><h3>6. Konsultasi wakaf</h3><p>Syarat: identitas wakif dan nazhir.</p>"),
        "/standar-pelayanan/": ("Standar Pelayanan", links(("Standar Pelayanan PTSP Tahun 2025", "2025/04/Standar-Pelayanan.pdf"))),
        "/sop/": ("SOP", links(*((f"SOP {n}", f"2024/06/sop-{i}.pdf") for i, n in enumerate(("Legalisasi Ijazah", "Mutasi Siswa Madrasah", "Izin Operasional TPQ", "Pengukuran Arah Kiblat", "Pengelolaan Surat Masuk", "Kenaikan Gaji Berkala"))))),
        "/skm/": ("Survei Kepuasan", "<p>Hasil Survei Kepuasan Masyarakat Triwulan III Tahun 2026: nilai IKM <strong>88,42</strong> (Sangat Baik) dari 214 responden.</p>" + rows(("Unsur", "Nilai"), ("Persyaratan", "3,52"), ("Prosedur", "3,49"), ("Waktu", "3,41"), ("Petugas", "3,68"))),
        "/data-keagamaan/": ("Data Keagamaan", "<p>Data per Desember 2025, Kabupaten Wonosobo</p>" + rows(("Uraian", "Jumlah"), ("Masjid", "1.412"), ("Musala", "3.206"), ("Gereja", "38"), ("Pondok pesantren", "197"), ("Peristiwa nikah 2025", "5.871"), ("Madrasah Ibtidaiyah", "118"))),
        "/agenda/": ("Agenda", "<ul><li><strong>25 November 2026</strong> – Upacara Hari Guru Nasional, halaman kantor</li><li><strong>30 November 2026</strong> – Rakor kepala KUA</li><li><strong>9 November 2026</strong> – Pembinaan penghulu</li></ul>"),
        "/pengaduan/": ("Pengaduan", '<p>Pengaduan penyalahgunaan wewenang pegawai dapat disampaikan: (1) datang ke loket pengaduan PTSP; (2) WA 0812-2900-1177; (3) <a href="https://www.lapor.go.id/">SP4N LAPOR!</a>; (4) <a href="https://simdumas.kemenag.go.id/">Simdumas</a>. Laporan ditelaah tim dan dijawab maks. 5 hari kerja, identitas pelapor dirahasiakan.</p>'),
        "/kontak/": ("Kontak", '<p>Jl. S. Parman No. 12, Wonosobo 56311. Telp. (0286) 321144, WA 0812-2900-1177, email kabwonosobo@kemenag.go.id</p><iframe src="https://www.google.com/maps/embed?pb=!1m18!2sKemenag+Wonosobo" title="Peta lokasi"></iframe>'),
    }  # fmt: skip
    made.whole = {path: shell(title, body) for path, (title, body) in pages.items()}

    def card(n: Post) -> str:
        return f'<article class="post ast-article-post"><h2 class="entry-title"><a href="/{n.slug}/" rel="bookmark">{n.title}</a></h2><div class="entry-meta">oleh <a href="/author/humas/">Humas</a> / <time class="published" datetime="{n.day.isoformat()}T09:15:00+07:00">{plain(n.day)}</time></div><p>{n.text[:90]}&hellip;</p></article>'

    call = Post(
        "Pendaftaran Bantuan Operasional Pendidikan Pesantren Tahun 2026 Gelombang II",
        date(2026, 10, 19),
        "Seksi PD Pontren membuka pendaftaran bantuan operasional bagi pesantren dan madrasah diniyah. Syarat: terdaftar di EMIS, memiliki piagam statistik, rekening lembaga, dan proposal. Jadwal: pendaftaran 20 Oktober s.d. 28 November 2026, verifikasi lapangan 1 - 5 Desember 2026.",
    )
    told = [
        call,
        Post(
            "Pengumuman Libur Layanan PTSP Tanggal 31 Agustus 2026",
            date(2026, 8, 28),
            "Diberitahukan bahwa loket PTSP tutup satu hari karena penggantian jaringan listrik. Layanan daring tetap berjalan seperti biasa dan berkas dapat dikirim lewat kotak surat.",
        ),
    ]
    made.whole["/"] = shell(
        "Beranda",
        '<div class="wp-block-cover"><p>Ikhlas Beramal</p></div><h2>Berita Terbaru</h2>'
        + "".join(card(n) for n in news[:6])
        + "<h2>Pengumuman</h2>"
        + "".join(card(n) for n in told),
    )
    made.whole["/category/berita/"] = shell("Kategori: Berita", "".join(card(n) for n in news))
    made.whole["/category/pengumuman/"] = shell("Kategori: Pengumuman", "".join(card(n) for n in told))
    made.whole["/author/humas/"] = shell("Humas", "".join(card(n) for n in news[:10]))
    for n in [*news, *told]:
        stamp = f"{n.day.isoformat()}T09:15:00+07:00"
        graph = json.dumps(
            {
                "@context": "https://schema.org",
                "@graph": [
                    {
                        "@type": "Article",
                        "headline": n.title,
                        "datePublished": stamp,
                        "author": {"@type": "Person", "name": "Humas"},
                    }
                ],
            }
        )
        made.whole[f"/{n.slug}/"] = shell(
            n.title,
            f'<div class="entry-meta"><time class="published" datetime="{stamp}">{plain(n.day)}</time></div><p><strong>Wonosobo</strong> – {n.text}</p><p>(Humas Kemenag Wonosobo)</p>',
            f'<meta property="og:type" content="article"><meta property="article:published_time" content="{stamp}"><script type="application/ld+json">{graph}</script>',
        )
    lkj = [
        leaf(
            place,
            f"Laporan Kinerja Instansi Pemerintah Tahun {y}",
            "Capaian seluruh sasaran program tahun berjalan.",
            *CHAPTERS,
        )
        for y in (2025, 2024)
    ]
    made.files = {up + k: v for k, v in {
        "2025/02/Program-Kegiatan-2025.pdf": leaf(place, "Ringkasan Program dan Kegiatan Tahun 2025", "Nama kegiatan | Penanggung jawab | Target/capaian | Jadwal | Anggaran\nBimbingan perkawinan | Kasi Bimas Islam | 40 angkatan/38 | Feb-Nov 2025 | Rp 212.000.000\nBOP RA | Kasi Pendma | 190 lembaga/190 | Maret 2025 | Rp 3.100.000.000\nOperasional KUA | Kasi Bimas | 15 KUA/15 | Jan-Des | Rp 890.000.000"),
        "2026/01/RKT-2026.pdf": leaf(place, "Rencana Kinerja Tahunan (RKT) Tahun 2026", "Sasaran | Indikator | Target", "BAB I", "BAB II"),
        "2025/01/Perkin-2025.pdf": leaf(place, "Perjanjian Kinerja Tahun 2025", "Kepala Kankemenag berjanji mewujudkan target kinerja."), "2026/02/LKjIP-Kankemenag-Wonosobo-2025.pdf": lkj[0], "2025/02/LKjIP-Kankemenag-Wonosobo-2024.pdf": lkj[1],
        "2026/01/DIPA-2026.pdf": pdf("", "", "", drawing=True), "2026/06/LRA-2025.pdf": leaf(place, "Laporan Realisasi Anggaran Tahun Anggaran 2025 Audited", "Belanja pegawai | 71.204.118.000 | 70.988.410.220\nBelanja barang | 9.880.455.000 | 9.611.720.100\nBelanja modal | 1.150.000.000 | 1.149.200.000"),
        "2026/06/Neraca-2025.pdf": leaf(place, "Neraca per 31 Desember 2025", "Aset lancar 61.220.450\nAset tetap 48.911.377.210\nKewajiban 12.400.000\nEkuitas 48.960.197.660"), "2025/03/BMN-2024.pdf": leaf(place, "Daftar Barang Milik Negara per 31 Desember 2024", "Kode barang | Nama barang | Jumlah | Nilai\n2010104001 | Tanah kantor | 1 | 4.200.000.000\n3020101003 | Mini bus | 3 | 611.000.000"),
        "2026/02/RUP-2026.pdf": leaf(place, "Rencana Umum Pengadaan (RUP) Tahun Anggaran 2026", "Kode RUP | Paket | Metode | Pagu\n51220911 | Rehab balai nikah KUA Garung | Pengadaan langsung | 198.000.000\n51220934 | ATK | E-purchasing | 84.000.000"),
        "2026/02/SK-PPID-2026.pdf": sk(place, "112 TAHUN 2026", "Pejabat Pengelola Informasi dan Dokumentasi"), "2024/03/SK-PPID-2024.pdf": sk(place, "98 TAHUN 2024", "Pejabat Pengelola Informasi dan Dokumentasi"), "2026/01/SK-87-ZI.pdf": sk(place, "87 TAHUN 2026", "Tim Pembangunan Zona Integritas"),
        "2026/02/SE-3.pdf": leaf(place, "Surat Edaran Nomor 3 Tahun 2026 tentang Jam Kerja Bulan Ramadan", "Jam kerja ASN ditetapkan 32,5 jam seminggu."), "2025/08/MoU-BPN.pdf": leaf(place, "Nota Kesepahaman dengan Kantor Pertanahan Kabupaten Wonosobo Tahun 2025", "PIHAK KESATU dan PIHAK KEDUA sepakat mempercepat sertipikasi tanah wakaf."), "2026/05/PKS-Dinkes.pdf": leaf(place, "Perjanjian Kerja Sama dengan Dinas Kesehatan Tahun 2026", "Skrining kesehatan calon pengantin."),
        "2025/02/BA-Uji-Konsekuensi.pdf": leaf(place, "Berita Acara Uji Konsekuensi Nomor 2 Tahun 2025", "Pada hari Senin tanggal 10 Februari 2025 telah dilakukan pengujian konsekuensi atas empat jenis informasi."), "2026/01/SK-DIP-2026.pdf": leaf(place, "Keputusan PPID Nomor 1 Tahun 2026 tentang Penetapan Daftar Informasi Publik Tahun 2026", dip_text("Januari 2026, Wonosobo")), "2025/01/DIP-2025.pdf": leaf(place, "Daftar Informasi Publik Tahun 2025", dip_text("Januari 2025, Wonosobo")),
        **{f"2024/05/SOP-{k}.pdf": leaf(place, f"SOP {t}", "Nomor SOP: 04/PPID/2024\nPelaksana: petugas, PPID, Atasan PPID\nMutu baku: kelengkapan, waktu, keluaran") for k, t in (("permohonan", "Permohonan Informasi Publik"), ("keberatan", "Penanganan Keberatan"), ("uji", "Uji Konsekuensi"))}, **{f"2024/06/sop-{i}.pdf": leaf(place, f"Standar Operasional Prosedur {t}", f"Nomor SOP {i + 11} tahun 2024\nDasar hukum, keterkaitan, peralatan, pencatatan") for i, t in enumerate(("Legalisasi Ijazah", "Mutasi Siswa Madrasah", "Izin Operasional TPQ", "Pengukuran Arah Kiblat", "Pengelolaan Surat Masuk", "Kenaikan Gaji Berkala"))},
        **{f"{y + 1}/03/Laporan-PPID-{y}.pdf": leaf(place, f"Laporan Layanan Informasi Publik Tahun {y}", f"Jumlah permohonan {y - 2010}, dikabulkan {y - 2011}, ditolak 1, rata-rata waktu 4 hari kerja.", "Kendala", "Rekomendasi") for y in (2024, 2023)}, "2025/04/Standar-Pelayanan.pdf": leaf(place, "Standar Pelayanan Tahun 2025", "1. Persyaratan\n2. Sistem, mekanisme dan prosedur\n3. Jangka waktu penyelesaian\n4. Biaya/tarif: Rp 0\n5. Produk pelayanan\n6. Penanganan pengaduan", "LAMPIRAN"),
        **{f"2023/01/{k}.pdf": pdf(t, "BAB I KETENTUAN UMUM", packed=True) for k, t in (("UU-14-2008", "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 14 TAHUN 2008 TENTANG KETERBUKAAN INFORMASI PUBLIK"), ("PP-61-2010", "PERATURAN PEMERINTAH NOMOR 61 TAHUN 2010"), ("Perki-1-2021", "PERATURAN KOMISI INFORMASI NOMOR 1 TAHUN 2021 TENTANG STANDAR LAYANAN INFORMASI PUBLIK"), ("KMA-92-2019", "KEPUTUSAN MENTERI AGAMA NOMOR 92 TAHUN 2019"), ("KMA-657-2021", "KEPUTUSAN MENTERI AGAMA NOMOR 657 TAHUN 2021"), ("UU-25-2009", "UNDANG-UNDANG NOMOR 25 TAHUN 2009 TENTANG PELAYANAN PUBLIK"))},
        "2026/02/struktur-kemenag-2026.png": PNG, "2025/01/maklumat.png": PNG, "2023/01/logo-kemenag.png": PNG, **{f"2026/01/pejabat-{i}.png": PNG for i in range(5)},
    }.items()}  # fmt: skip
    return made


# ---------------------------------------------------------------------------------------------------------------- two


def batang() -> Made:
    """The Laravel portal the offices of a province share: accordions of documents, a DIP table, an own request form."""
    place = "Kabupaten Batang"
    made = Made(office("e-portal", f"Kankemenag {place}", "https://batang.kemenag.go.id"), Whole())
    news = feed("Batang", 3, 9, 2, 6, 9, 13, 18, 21, 24, 28, 34, 37, 43, 50, 58, 64, 71, 79)
    menu: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
        (
            "Profil",
            (
                ("Sejarah", "/profil/sejarah"),
                ("Visi, Misi &amp; Motto", "/profil/visi-misi"),
                ("Tugas &amp; Fungsi", "/profil/tugas-fungsi"),
                ("Struktur Organisasi", "/profil/struktur-organisasi"),
                ("Jajaran Pimpinan", "/profil/pimpinan"),
                ("Unit Kerja", "/profil/unit-kerja"),
                ("SDM", "/profil/sdm"),
            ),
        ),
        (
            "Informasi",
            (("Berita", "/berita"), ("Pengumuman", "/pengumuman"), ("Agenda", "/agenda"), ("Galeri", "/galeri")),
        ),
        (
            "Layanan Informasi",
            (
                ("Profil PPID", "/layanan-informasi/profil-ppid"),
                ("Informasi Berkala", "/layanan-informasi/berkala"),
                ("Informasi Serta Merta", "/layanan-informasi/serta-merta"),
                ("Informasi Setiap Saat", "/layanan-informasi/setiap-saat"),
                ("Informasi Dikecualikan", "/layanan-informasi/dikecualikan"),
                ("Daftar Informasi Publik", "/layanan-informasi/dip"),
                ("Regulasi", "/layanan-informasi/regulasi"),
                ("Statistik Layanan", "/layanan-informasi/statistik"),
            ),
        ),
        (
            "Standar Layanan",
            (
                ("Tata Cara Permohonan", "/standar-layanan/permohonan"),
                ("Ajukan Permohonan", "/permohonan-informasi"),
                ("Tata Cara Keberatan", "/standar-layanan/keberatan"),
                ("Penyelesaian Sengketa", "/standar-layanan/sengketa"),
                ("Waktu, Biaya &amp; Jalur Layanan", "/standar-layanan/waktu-biaya"),
                ("Maklumat Layanan", "/standar-layanan/maklumat"),
                ("SOP Layanan Informasi", "/standar-layanan/sop"),
                ("Standar Pengumuman", "/standar-layanan/pengumuman"),
            ),
        ),
        (
            "Layanan",
            (
                ("PTSP", "/layanan/ptsp"),
                ("Standar Pelayanan Publik", "/layanan/standar-pelayanan"),
                ("Indeks Kepuasan Masyarakat", "/layanan/ikm"),
                ("Pengaduan", "/layanan/pengaduan"),
                ("WBS &amp; Gratifikasi", "/layanan/wbs"),
            ),
        ),
    )
    bar = (
        '<li class="nav-item"><a class="nav-link" href="/">Beranda</a></li>'
        + "".join(
            f'<li class="nav-item dropdown"><a class="nav-link dropdown-toggle" href="#" role="button" data-bs-toggle="dropdown">{n}</a><ul class="dropdown-menu">'
            + "".join(f'<li><a class="dropdown-item" href="{b}">{a}</a></li>' for a, b in s)
            + "</ul></li>"
            for n, s in menu
        )
        + '<li class="nav-item"><a class="nav-link" href="/kontak">Kontak</a></li>'
    )

    def shell(title: str, body: str, crumb: str = "") -> str:
        return f"""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="csrf-token" content="k3Jq0bTzv"><title>{title} | Kantor Kementerian Agama Kabupaten Batang</title><link href="/build/assets/app-9f2c.css" rel="stylesheet"></head><body>
<div class="topbar bg-success text-white small"><div class="container d-flex justify-content-between"><span><i class="bi bi-telephone"></i> (0285) 391071</span><span><i class="bi bi-envelope"></i> batang@kemenag.go.id</span><span><a href="https://facebook.com/kemenagbatang" aria-label="Facebook"><i class="bi bi-facebook"></i></a> <a href="https://instagram.com/kemenagbatang" aria-label="Instagram"><i class="bi bi-instagram"></i></a> <a href="https://www.tiktok.com/@kemenagbatang" aria-label="TikTok"><i class="bi bi-tiktok"></i></a></span></div></div>
<nav class="navbar navbar-expand-lg sticky-top"><div class="container"><a class="navbar-brand" href="/"><img src="/img/logo.png" alt="Kemenag Batang" height="40"></a><ul class="navbar-nav ms-auto">{bar}</ul><form class="d-flex" action="/cari" method="GET"><input class="form-control" type="search" name="q" placeholder="Cari berita atau dokumen..." aria-label="Cari"><button class="btn btn-outline-success" type="submit">Cari</button></form></div></nav>
<section class="page-title"><div class="container"><h1>{title}</h1><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="/">Beranda</a></li><li class="breadcrumb-item active">{crumb or title}</li></ol></nav></div></section><main class="py-5"><div class="container"><div class="row"><div class="col-lg-8">{body}</div><aside class="col-lg-4"><div class="card"><div class="card-header">Berita Populer</div><ul class="list-group list-group-flush">{"".join(f'<li class="list-group-item"><a href="/berita/{n.slug}">{n.title}</a></li>' for n in news[4:7])}</ul></div></aside></div></div></main>
<footer class="footer"><div class="container"><div class="row"><div class="col"><h5>Kantor Kementerian Agama Kabupaten Batang</h5><address>Jl. Urip Sumoharjo No. 5, Kauman, Kec. Batang, Kabupaten Batang, Jawa Tengah 51215</address></div><div class="col"><h5>Jam Pelayanan</h5><p>Senin s/d Kamis: 08.00 - 15.30 WIB<br>Jum'at: 08.00 - 15.00 WIB</p></div></div><p class="copyright">&copy; 2026 Kemenag Batang. Portal Kankemenag Jawa Tengah v2.3</p></div></footer></body></html>"""

    store = "/storage/dokumen/"

    def fold(key: str, *groups: tuple[str, str]) -> str:
        return (
            f'<div class="accordion" id="{key}">'
            + "".join(
                f'<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button{" collapsed" if i else ""}" type="button" data-bs-toggle="collapse" data-bs-target="#{key}-{i}">{n}</button></h2><div id="{key}-{i}" class="accordion-collapse collapse{"" if i else " show"}" data-bs-parent="#{key}"><div class="accordion-body">{v}</div></div></div>'
                for i, (n, v) in enumerate(groups)
            )
            + "</div>"
        )

    def files(*items: tuple[str, str]) -> str:
        return (
            '<table class="table table-sm"><thead><tr><th>#</th><th>Nama Dokumen</th><th>Aksi</th></tr></thead><tbody>'
            + "".join(
                f'<tr><td>{i}</td><td>{n}</td><td><a class="btn btn-sm btn-success" href="{u if u.startswith(("/", "http")) else store + u}"><i class="bi bi-download"></i> Unduh</a></td></tr>'
                for i, (n, u) in enumerate(items, 1)
            )
            + "</tbody></table>"
        )

    pages = {
        "/profil/sejarah": ("Sejarah", '<div class="alert alert-info">Konten sedang dalam proses penyusunan.</div>'),
        "/profil/visi-misi": ("Visi, Misi & Motto", '<div class="card"><div class="card-body"><h4>Visi</h4><p>Kementerian Agama Kabupaten Batang yang profesional, andal, dan dicintai umat.</p><h4>Misi</h4><ol><li>Menguatkan pemahaman dan pengamalan ajaran agama</li><li>Memantapkan kerukunan intra dan antarumat</li><li>Meningkatkan mutu madrasah dan pesantren</li><li>Mewujudkan tata kelola yang bersih dan melayani</li></ol><h4>Motto</h4><p>Melayani sepenuh hati</p></div></div>'),
        "/profil/tugas-fungsi": ("Tugas & Fungsi", "<p>Kantor Kementerian Agama Kabupaten Batang melaksanakan tugas dan fungsi kementerian di daerah berdasar kebijakan Kepala Kanwil Provinsi Jawa Tengah dan peraturan perundangan.</p><h5>Fungsi</h5><ol><li>Merumuskan dan menetapkan visi, misi serta kebijakan teknis pelayanan kehidupan beragama;</li><li>Membina dan melayani pendidikan madrasah, diniyah serta pondok pesantren;</li><li>Melayani pencatatan nikah, zakat dan wakaf;</li><li>Membina kerukunan umat;</li><li>Mengelola administrasi dan informasi;</li><li>Mengendalikan dan mengevaluasi program kerja.</li></ol>"),
        "/profil/struktur-organisasi": ("Struktur Organisasi", '<img class="img-fluid" src="/storage/halaman/sotk-2026.png" alt="Struktur organisasi Kankemenag Batang tahun 2026">'),
        "/profil/pimpinan": ("Jajaran Pimpinan", '<div class="row">' + "".join(f'<div class="col-md-4"><div class="card team"><img class="card-img-top" src="/storage/pegawai/{i}.png" alt="{n}"><div class="card-body"><h5>{n}</h5><p>{j}</p></div></div></div>' for i, (n, j) in enumerate((("Dr. H. Sodikin Marzuki, M.Ag.", "Kepala Kantor"), ("Imam Bahrudin, S.T.", "Kepala Subbagian Tata Usaha"), ("Hj. Laily Nuraini, M.Pd.", "Kepala Seksi Pendidikan Madrasah"), ("Muh. Zaenuri, S.Ag.", "Kepala Seksi PD Pontren")))) + "</div>"),
        "/profil/unit-kerja": ("Unit Kerja", rows(("Nama", "Alamat", "Telepon"), ("KUA Batang", "Jl. RA Kartini 1 Batang", "0285-391555"), ("KUA Warungasem", "Jl. Raya Warungasem 12", "0285-4411220"), ("KUA Bandar", "Jl. Pasar Bandar 4", "0285-689101"), ("KUA Limpung", "Jl. Raya Limpung 88", "0285-468120"), ("MTsN 1 Batang", "Subah", "0285-666121"), ("MAN 1 Batang", "Jl. Letjen Suprapto 35", "0285-391213"), css="table table-bordered")),
        "/profil/sdm": ("SDM", "<p>Data pegawai bulan September 2026</p>" + rows(("Jabatan", "Jumlah"), ("Struktural", "8"), ("Guru", "212"), ("Penghulu", "24"), ("Penyuluh", "31"), ("Pelaksana", "58"), ("Jumlah", "333"), css="table")),
        "/pengumuman": ("Pengumuman", ""),
        "/agenda": ("Agenda", '<div class="text-center p-5"><p>Belum ada agenda.</p></div>'),
        "/galeri": ("Galeri", '<div class="row"><div class="col"><img src="/storage/galeri/1.png" alt="Upacara HAB"></div></div>'),
        "/layanan-informasi/profil-ppid": ("Profil PPID", "<p>PPID Kankemenag Kab. Batang diangkat melalui keputusan kepala kantor.</p>" + rows(("Kedudukan", "Pejabat"), ("Atasan PPID", "Kepala Kantor Kemenag Kab. Batang"), ("PPID Unit", "Kasubbag Tata Usaha"), ("Pelaksana", "Prakom, Humas, petugas PTSP"), css="table") + "<h5>Tugas dan wewenang</h5><ul><li>Menghimpun informasi dari seksi dan KUA</li><li>Menyimpan, mendokumentasikan dan melayani permintaan informasi</li><li>Menolak permohonan atas informasi yang dikecualikan disertai alasan</li><li>Menyusun laporan layanan tiap tahun</li></ul>" + files(("SK PPID Nomor 61 Tahun 2025", "01JM3-sk-ppid-2025.pdf"))),
        "/layanan-informasi/berkala": ("Informasi Berkala", "<p>Informasi yang wajib disediakan dan diumumkan secara berkala. Pemutakhiran terakhir: 09 November 2026</p>" + fold("berkala", ("Program dan Kegiatan", "<h6>Ringkasan program dan kegiatan tahun 2026</h6>" + rows(("Kegiatan", "Penanggung Jawab", "Target", "Jadwal", "Anggaran (Rp)"), ("Bimbingan perkawinan pranikah", "Seksi Bimas Islam", "34 angkatan", "Feb - Nov", "178.500.000"), ("BOP RA dan BOS swasta", "Seksi Pendma", "402 lembaga", "Mar, Agt", "21.440.000.000"), ("Pembinaan penyuluh", "Seksi Bimas Islam", "12 kali", "Tiap bulan", "36.000.000"), css="table") + files(("Rencana Kerja Tahunan 2026", "01JK1-renja-2026.pdf"))), ("Kinerja", files(("Perjanjian Kinerja Kepala Kantor Th. 2026", "01JK2-pk-2026.pdf"), ("LKjIP Tahun 2025", "01JK3-lkjip-2025.pdf"), ("LKjIP Tahun 2024", "01HK3-lkjip-2024.pdf"), ("Laporan Capaian Kinerja TW III Tahun 2026", "01JT8-capaian-tw3.pdf"), ("Laporan Capaian Kinerja TW II Tahun 2026", "01JT5-capaian-tw2.pdf"))), ("Anggaran dan Keuangan", files(("DIPA TA 2026", "01JK4-dipa-2026.pdf"), ("RKA-K/L TA 2025", "01HK5-rkakl-2025.pdf"), ("Laporan Realisasi Anggaran 2025", "01JN1-lra-2025.pdf"), ("Neraca 2025 (audited)", "01JN2-neraca-2025.pdf"), ("CaLK 2025 (audited)", "01JN3-calk-2025.pdf"), ("Laporan BMN Semester II 2025", "01JN4-bmn-2025.pdf"))), ("Harta Kekayaan Pejabat", files(("Pengumuman LHKPN Kepala Kantor Tahun Lapor 2025", "01JP1-lhkpn-2025.pdf"))), ("Pengadaan Barang dan Jasa", '<p>Pengumuman pengadaan dapat dilihat pada <a href="https://sirup.lkpp.go.id/">SiRUP LKPP</a>.</p>'), ("Keadaan Darurat", '<p>Jalur evakuasi gedung</p><img class="img-fluid" src="/storage/halaman/jalur-evakuasi.png" alt="Denah jalur evakuasi kantor Kemenag Batang lantai 1 dan 2">'))),
        "/layanan-informasi/serta-merta": ("Informasi Serta Merta", "<h4>Peringatan banjir rob, layanan KUA Batang dipindah sementara</h4><p>12 Februari 2026 – Sehubungan banjir rob setinggi 60 cm di Kelurahan Karangasem Utara, masyarakat diminta tidak mendatangi gedung KUA Batang. Pelayanan nikah sementara dilaksanakan di aula Kankemenag. Listrik gedung dipadamkan demi keselamatan.</p><h4>Tata cara pengumuman</h4><p>Kasubbag TU selaku PPID menetapkan informasi, Humas mengumumkan selambatnya 1 jam lewat laman, Instagram, pengeras suara dan papan pengumuman. Nomor siaga: 0813-2577-0110.</p>"),
        "/layanan-informasi/setiap-saat": ("Informasi Setiap Saat", fold("saat", ("Daftar Informasi Publik", '<p><a href="/layanan-informasi/dip">Lihat Daftar Informasi Publik Tahun 2026</a></p>'), ("Perencanaan", files(("Rencana Strategis 2020-2024", "01GA1-renstra-2020-2024.pdf"))), ("Keputusan dan Kebijakan", files(("SK Kepala Nomor 14 Tahun 2026 tentang Petugas PTSP", "01JK9-sk-ptsp.pdf"), ("SE Nomor 6 Tahun 2025 tentang Hemat Energi", "01JA6-se-energi.pdf"))), ("Perjanjian dengan Pihak Ketiga", "<p>NIHIL. Sampai dengan 30 Oktober 2026 Kankemenag Kab. Batang tidak mempunyai perjanjian dengan pihak ketiga.</p>"), ("Prosedur Kerja / SOP", files(*((f"SOP {n}", f"01HS{i}-sop.pdf") for i, n in enumerate(("Layanan Rekomendasi Paspor", "Izin Operasional Madin", "Legalisasi Dokumen", "Kenaikan Pangkat Guru", "Pencatatan Nikah"))))), ("Data dan Statistik", "<p>Data keagamaan Kab. Batang tahun 2025</p>" + rows(("Data", "Jumlah"), ("Masjid", "1.018"), ("Ponpes", "141"), ("Madin Takmiliyah", "486"), ("Nikah tercatat", "5.204"), css="table")), ("Pelanggaran dan Pengaduan", rows(("Tahun", "Pengaduan masuk", "Selesai", "Pelanggaran disiplin"), ("2025", "7", "7", "1"), ("2024", "11", "11", "0"), css="table")))),
        "/layanan-informasi/dikecualikan": ("Informasi Dikecualikan", rows(("No", "Informasi yang dikecualikan", "Dasar pengecualian", "Jangka waktu"), ("1", "Daftar penilaian kinerja individu", "Pasal 17 huruf h UU KIP", "Selama pegawai aktif"), ("2", "Dokumen kependudukan calon pengantin", "Pasal 17 huruf h UU KIP", "Selamanya"), ("3", "Surat rahasia antar pimpinan", "Pasal 17 huruf i UU KIP", "10 tahun"), css="table table-bordered") + "<p>Ditetapkan dengan SK PPID Nomor 3 Tahun 2025.</p>"),
        "/layanan-informasi/dip": ("Daftar Informasi Publik", "<p>Daftar Informasi Publik Tahun 2026, SK PPID Nomor 2 Tahun 2026</p>" + rows(("No", "Judul Informasi", "Ringkasan", "Pejabat Penguasa Informasi", "Penanggung Jawab", "Waktu dan Tempat Pembuatan", "Bentuk", "Jangka Simpan"), *((str(i), n, f"Dokumen {n.lower()}", "Kasubbag TU", "Subbag TU", "2026, Batang", "Soft/hardcopy", "5 tahun") for i, n in enumerate(DIP_ROWS[:16], 1)), css="table table-striped datatable")),
        "/layanan-informasi/regulasi": ("Regulasi", "<ul><li>UU No. 14 Tahun 2008 tentang KIP</li><li>PP No. 61 Tahun 2010</li><li>Perki No. 1 Tahun 2021 tentang SLIP</li><li>KMA No. 657 Tahun 2021</li><li>KMA No. 92 Tahun 2019</li></ul>"),
        "/layanan-informasi/statistik": ("Statistik Layanan", "<p>Rekap permohonan informasi Tahun 2025</p>" + rows(("Uraian", "Nilai"), ("Permohonan diterima", "18"), ("Rata-rata waktu penyelesaian", "3 hari kerja"), ("Dikabulkan", "16"), ("Ditolak", "2"), ("Alasan penolakan", "Data pribadi (Ps. 17 huruf h)"), css="table") + files(("Laporan Tahunan Layanan Informasi 2025", "01JN8-lap-ppid-2025.pdf"))),
        "/standar-layanan/permohonan": ("Tata Cara Permohonan", "<ol><li>Siapkan identitas diri (KTP/SIM/paspor), bagi badan hukum melampirkan akta.</li><li>Isi formulir secara daring pada menu Ajukan Permohonan atau di loket.</li><li>Simpan nomor registrasi yang dikirim ke email.</li><li>PPID menanggapi dalam 10 hari kerja + 7 hari kerja apabila perlu perpanjangan.</li><li>Unduh atau ambil informasi.</li></ol>"),
        "/permohonan-informasi": ("Ajukan Permohonan", '<form action="/permohonan-informasi" method="POST" enctype="multipart/form-data"><input type="hidden" name="_token" value="k3Jq0bTzv">' + "".join(f'<div class="mb-3"><label class="form-label" for="f{i}">{n}</label><input class="form-control" id="f{i}" name="f{i}" required></div>' for i, n in enumerate(("Nama Lengkap", "Alamat", "Nomor Telepon / WA", "Email", "Pekerjaan"))) + '<div class="mb-3"><label for="r">Rincian Informasi</label><textarea class="form-control" id="r" name="rincian"></textarea></div><div class="mb-3"><label for="t">Tujuan Penggunaan</label><textarea class="form-control" id="t" name="tujuan"></textarea></div><div class="mb-3"><label for="c">Cara Memperoleh</label><select id="c" name="cara"><option>Melihat</option><option>Salinan softcopy</option></select></div><button class="btn btn-success" type="submit">Kirim Permohonan</button></form>'),
        "/standar-layanan/keberatan": ("Tata Cara Keberatan", "<p>Pemohon berhak mengajukan keberatan kepada Atasan PPID paling lambat 30 hari kerja apabila:</p><ul><li>permohonan informasi ditolak;</li><li>permohonan tidak ditanggapi;</li><li>informasi disampaikan terlambat.</li></ul><p>Surat keberatan dikirim melalui pos atau diserahkan di loket PTSP.</p>"),
        "/standar-layanan/sengketa": ("Penyelesaian Sengketa", "<p>Sengketa informasi dapat diajukan ke Komisi Informasi Prov. Jateng, Jl. Tri Lomba Juang Semarang, dalam tempo 14 (empat belas) hari kerja setelah tanggapan Atasan PPID diterima. Putusan Komisi Informasi bersifat final dan mengikat.</p>"),
        "/standar-layanan/waktu-biaya": ("Waktu, Biaya & Jalur Layanan", rows(("Uraian", "Keterangan"), ("Waktu tanggapan", "10 hari kerja"), ("Perpanjangan", "7 hari kerja"), ("Biaya", "Gratis"), ("Jam layanan", "Senin-Kamis 08.00-15.30, Jumat 08.00-15.00"), ("Jalur", "loket, email, WA, laman"), css="table")),
        "/standar-layanan/maklumat": ("Maklumat Layanan", "<blockquote class=\"blockquote\">Dengan ini kami Kantor Kementerian Agama Kabupaten Batang menyatakan sanggup memberikan pelayanan informasi publik sesuai standar yang ditetapkan, dan bila tidak menepati siap menerima sanksi.</blockquote><p>Batang, 6 Januari 2025<br>Kepala</p>"),
        "/standar-layanan/sop": ("SOP Layanan Informasi", files(*((f"SOP {n}", f"01HP{i}-sop-ppid.pdf") for i, n in enumerate(("Permintaan Informasi Publik", "Penanganan Keberatan", "Penetapan dan Pemutakhiran DIP", "Pengujian tentang Konsekuensi", "Pendokumentasian Informasi"))))),
        "/standar-layanan/pengumuman": ("Standar Pengumuman", "<p>Informasi publik diumumkan dengan bahasa Indonesia yang baik dan mudah dipahami serta dapat memakai bahasa Jawa. Media: laman resmi, media sosial, papan pengumuman. Pengumuman disajikan agar terjangkau penyandang disabilitas, sekurang-kurangnya dalam bentuk audio dan visual.</p>"),
        "/layanan/ptsp": ("PTSP", fold("ptsp", *((n, f"<p><b>Persyaratan</b></p><ol><li>{a}</li><li>Fotokopi KTP pemohon</li></ol><p>Waktu: {w} hari kerja, biaya Rp0</p>") for n, a, w in (("Izin Operasional TPQ/Madin", "Proposal dan susunan pengurus", 7), ("Rekomendasi Paspor Umrah", "Surat keterangan dari PPIU", 1), ("Legalisasi Ijazah Madrasah", "Ijazah asli", 1), ("Rekomendasi Mutasi Siswa", "Surat pindah dari madrasah asal", 1), ("Kalibrasi Arah Kiblat", "Surat permohonan takmir", 5), ("Izin Magang/Penelitian", "Surat pengantar kampus", 2))))),
        "/layanan/standar-pelayanan": ("Standar Pelayanan Publik", files(("Keputusan Kepala No 40 Tahun 2024 tentang Standar Pelayanan", "01HQ1-sp-2024.pdf"))),
        "/layanan/ikm": ("Indeks Kepuasan Masyarakat", "<p>Nilai IKM Semester I Tahun 2026 (Januari-Juni): 91,07 kategori A. Responden 302 orang.</p>"),
        "/layanan/pengaduan": ("Pengaduan", '<p>Sampaikan pengaduan atas penyalahgunaan wewenang atau pelanggaran pegawai melalui kanal berikut.</p><ol><li>Tulis kronologi, waktu, nama pegawai</li><li>Kirim ke pengaduan.batang@kemenag.go.id atau WA 0813-2577-0110</li><li>Tim memverifikasi dalam 3 hari kerja lalu menindaklanjuti</li></ol><p>Bisa juga lewat <a href="https://www.lapor.go.id">SP4N-LAPOR!</a></p>'),
        "/layanan/wbs": ("WBS & Gratifikasi", "<p>Whistleblowing System: laporan dugaan korupsi dan gratifikasi disampaikan ke UPG Kankemenag Kab. Batang lewat email upg.batang@kemenag.go.id. Penerimaan gratifikasi wajib dilaporkan paling lambat 30 hari kerja. Kerahasiaan pelapor dijamin.</p>"),
        "/kontak": ("Kontak", '<p>Jl. Urip Sumoharjo No. 5 Batang 51215. Telepon (0285) 391071, WhatsApp 0813-2577-0110, surel batang@kemenag.go.id</p><iframe src="https://www.google.com/maps/embed?pb=batang" title="Peta"></iframe>'),
    }  # fmt: skip
    told = [
        Post(
            "Seleksi Penerimaan Murid Baru MAN 1 Batang Gelombang Prestasi",
            date(2026, 10, 12),
            "Pendaftaran dibuka 15 Oktober sampai 27 November 2026 pada laman madrasah. Syarat: siswa kelas IX, rapor lima semester, piagam prestasi minimal tingkat kabupaten, dan surat keterangan sehat.",
        ),
        Post(
            "Edaran Jam Layanan Saat Cuti Bersama",
            date(2026, 6, 15),
            "Loket dibuka dengan petugas piket pada hari cuti bersama pukul sembilan sampai dua belas siang, khusus untuk pencatatan nikah.",
        ),
    ]
    made.whole = {path: shell(title, body) for path, (title, body) in pages.items()}

    def card(n: Post, under: str = "berita") -> str:
        ago = (DAY - n.day).days
        return f'<div class="card news-card mb-3"><div class="card-body"><h5 class="card-title"><a href="/{under}/{n.slug}">{n.title}</a></h5><small class="text-muted"><i class="bi bi-clock"></i> {f"{ago} hari yang lalu" if ago < 30 else f"{ago // 30} bulan yang lalu"}</small></div></div>'

    made.whole["/pengumuman"] = shell("Pengumuman", "".join(card(n, "pengumuman") for n in told))
    made.whole["/berita"] = shell("Berita", "".join(card(n) for n in news))
    made.whole["/"] = shell(
        "Beranda",
        "<h2>Kabar Kemenag Batang</h2>"
        + "".join(card(n) for n in news[:6])
        + '<h2>Layanan Informasi</h2><div class="row"><a href="/layanan-informasi/berkala">Berkala</a> <a href="/layanan-informasi/serta-merta">Serta Merta</a> <a href="/layanan-informasi/setiap-saat">Setiap Saat</a></div>',
    )
    for under, group in (("berita", news), ("pengumuman", told)):
        for n in group:
            made.whole[f"/{under}/{n.slug}"] = shell(
                n.title,
                f'<p class="text-muted"><i class="bi bi-calendar"></i> {long(n.day)} | 09:14 WIB &nbsp; <i class="bi bi-person"></i> Admin &nbsp; <i class="bi bi-eye"></i> {40 + len(n.text)} kali dibaca</p><div class="content"><p>{n.text}</p></div>',
                "Detail",
            )
    made.files = {store + k: v for k, v in {
        "01JM3-sk-ppid-2025.pdf": sk(place, "61 TAHUN 2025", "Penetapan Pejabat Pengelola Informasi dan Dokumentasi Unit"), "01JK1-renja-2026.pdf": leaf(place, "Rencana Kerja Tahunan 2026", "Sasaran, indikator, target dan pagu", "BAB I PENDAHULUAN", "BAB II RENCANA"), "01JK2-pk-2026.pdf": leaf(place, "Perjanjian Kinerja Tahun 2026", "Kami yang bertanda tangan di bawah ini berjanji mewujudkan target kinerja.\nIndeks kerukunan | 77,2"), "01JK3-lkjip-2025.pdf": leaf(place, "Laporan Kinerja Instansi Pemerintah Tahun 2025", "Ikhtisar eksekutif", *CHAPTERS), "01HK3-lkjip-2024.pdf": leaf(place, "Laporan Kinerja Instansi Pemerintah Tahun 2024", "Ikhtisar eksekutif", *CHAPTERS),
        "01JT8-capaian-tw3.pdf": leaf(place, "Laporan Capaian Kinerja Triwulan III Tahun 2026", "Target 75 persen, realisasi 78 persen", "ANALISIS"), "01JT5-capaian-tw2.pdf": leaf(place, "Laporan Capaian Kinerja Triwulan II Tahun 2026", "Target 50 persen, realisasi 49 persen", "ANALISIS"), "01JK4-dipa-2026.pdf": leaf(place, "Surat Pengesahan DIPA Petikan Tahun Anggaran 2026", "Nomor SP DIPA-025.04.2.298811/2026\nSebesar Rp 64.211.908.000"), "01HK5-rkakl-2025.pdf": leaf(place, "Rencana Kerja dan Anggaran K/L Tahun Anggaran 2025", "Kode | Uraian | Volume | Harga | Jumlah"), "01JN1-lra-2025.pdf": leaf(place, "Laporan Realisasi Anggaran untuk periode yang berakhir 31 Desember 2025", "Anggaran 62.100.200.000 | Realisasi 61.488.190.500 | 99,01 persen"),
        "01JN2-neraca-2025.pdf": leaf(place, "Neraca per 31 Desember 2025", "Aset tetap 31.220.118.400\nKewajiban 0\nEkuitas 31.280.004.112"), "01JN3-calk-2025.pdf": leaf(place, "Catatan atas Laporan Keuangan Tahun 2025", "A. Penjelasan umum", "B. PENJELASAN POS LRA", "C. PENJELASAN POS NERACA"), "01JN4-bmn-2025.pdf": leaf(place, "Laporan Barang Milik Negara Semester II Tahun 2025", "Kode | Uraian | Kuantitas | Nilai\n131111 | Tanah | 4.120 m2 | 9.800.000.000"), "01JP1-lhkpn-2025.pdf": leaf(place, "Pengumuman Harta Kekayaan Penyelenggara Negara Tahun 2025", "Nama: Dr. H. Sodikin Marzuki, M.Ag.\nJabatan: Kepala Kantor\nTotal harta kekayaan Rp 812.400.000"),
        "01GA1-renstra-2020-2024.pdf": leaf(place, "Rencana Strategis 2020-2024", "Arah kebijakan lima tahun", "BAB I", "BAB II", "BAB III"), "01JK9-sk-ptsp.pdf": sk(place, "14 TAHUN 2026", "Petugas Pelayanan Terpadu Satu Pintu"), "01JA6-se-energi.pdf": leaf(place, "Surat Edaran Nomor 6 Tahun 2025 tentang Penghematan Energi", "Seluruh pegawai agar mematikan pendingin udara."), "01JN8-lap-ppid-2025.pdf": leaf(place, "Laporan Layanan Informasi Publik Tahun 2025", "Permohonan 18, dikabulkan 16, ditolak 2.", "KENDALA", "REKOMENDASI"), "01HQ1-sp-2024.pdf": leaf(place, "Standar Pelayanan Kantor Kementerian Agama Kabupaten Batang Tahun 2024", "Persyaratan; sistem, mekanisme dan prosedur; jangka waktu; biaya; produk; penanganan pengaduan", "LAMPIRAN I", "LAMPIRAN II"),
        **{f"01HS{i}-sop.pdf": leaf(place, f"SOP {n}", f"Nomor SOP {i + 3}/2024. Pelaksana, mutu baku, keterangan.") for i, n in enumerate(("Layanan Rekomendasi Paspor", "Izin Operasional Madin", "Legalisasi Dokumen", "Kenaikan Pangkat Guru", "Pencatatan Nikah"))}, **{f"01HP{i}-sop-ppid.pdf": leaf(place, f"SOP {n}", f"Nomor {i + 21}/PPID/2024. Pelaksana: petugas, PPID, Atasan PPID.") for i, n in enumerate(("Permintaan Informasi Publik", "Penanganan Keberatan", "Penetapan dan Pemutakhiran DIP", "Pengujian tentang Konsekuensi", "Pendokumentasian Informasi"))},
    }.items()} | {"/storage/halaman/sotk-2026.png": PNG, "/storage/halaman/jalur-evakuasi.png": PNG, "/storage/galeri/1.png": PNG, "/img/logo.png": PNG, **{f"/storage/pegawai/{i}.png": PNG for i in range(4)}}  # fmt: skip
    return made


# -------------------------------------------------------------------------------------------------------------- three


def pasuruan() -> Made:
    """Next.js: cards of PPID classes, each leading to a list of documents; server-made HTML with Tailwind classes."""
    place = "Kota Pasuruan"
    made = Made(
        office("e-next", f"Kankemenag {place}", "https://kemenagkotapasuruan.id", province="Jawa Timur"), Whole()
    )
    news = feed(
        "Kota Pasuruan",
        5,
        11,
        0,
        1,
        2,
        3,
        5,
        6,
        7,
        9,
        11,
        13,
        14,
        16,
        18,
        20,
        22,
        25,
        28,
        31,
        38,
        45,
        52,
        59,
        66,
        73,
        81,
    )
    top = (
        ("Beranda", "/"),
        ("Profil", "/profil"),
        ("Berita", "/berita"),
        ("Layanan", "/layanan"),
        ("PPID", "/ppid"),
        ("Zona Integritas", "/zona-integritas"),
        ("Pengaduan", "/pengaduan"),
        ("Hubungi Kami", "/kontak"),
    )

    def shell(title: str, body: str, head: str = "") -> str:
        nav = "".join(
            f'<a class="px-3 py-2 text-sm font-medium hover:text-emerald-700" href="{u}">{n}</a>' for n, u in top
        )
        flight = json.dumps([1, f'0:["build-7xQ",[[["",{{"children":["{title}"]}}]]]]'])
        return f"""<!DOCTYPE html><html lang="id" class="scroll-smooth"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><link rel="preload" as="script" href="/_next/static/chunks/webpack-1f2.js"/><title>{title} | Kemenag Kota Pasuruan</title>{head}</head><body class="__className_aaf875 bg-white text-slate-800"><a href="#utama" class="sr-only focus:not-sr-only">Lewati ke isi utama</a>
<header class="sticky top-0 z-50 border-b"><div class="mx-auto flex max-w-7xl items-center justify-between"><a href="/"><img alt="Logo Kementerian Agama" src="/_next/image/logo.png" width="44" height="44"/></a><nav class="hidden md:flex">{nav}</nav><form action="/cari" role="search"><input type="search" name="kata" placeholder="Cari informasi…" aria-label="Cari informasi"/></form></div></header>
<main id="utama" class="mx-auto max-w-7xl px-4 py-10"><h1 class="text-3xl font-bold">{title}</h1>{body}</main>
<footer class="bg-emerald-900 text-emerald-50"><div class="grid md:grid-cols-3"><div><p class="font-semibold">Kantor Kementerian Agama Kota Pasuruan</p><p>Jalan Panglima Sudirman No. 61, Purworejo, Kota Pasuruan 67115</p><p>(0343) 421946 · kotapasuruan@kemenag.go.id</p></div><div><p>Senin – Kamis 07.30 – 16.00 WIB</p><p>Jumat 07.30 – 16.30 WIB</p></div><div><a href="https://www.instagram.com/kemenagkotapasuruan">Instagram</a><a href="https://www.youtube.com/@kemenagkotapasuruan">YouTube</a><a href="https://www.facebook.com/kemenagkotapasuruan">Facebook</a></div></div><p>© 2026 Kemenag Kota Pasuruan</p></footer><script>self.__next_f.push({flight})</script></body></html>"""

    def cards(*items: tuple[str, str, str]) -> str:
        return (
            '<div class="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">'
            + "".join(
                f'<a class="rounded-2xl border p-6 shadow-sm transition hover:shadow-lg" href="{u}"><h3 class="text-lg font-semibold">{n}</h3><p class="text-sm text-slate-500">{d}</p></a>'
                for n, u, d in items
            )
            + "</div>"
        )

    def papers(*items: tuple[str, str, str]) -> str:
        return (
            '<div class="divide-y rounded-xl border">'
            + "".join(
                f'<div class="flex items-center justify-between p-4"><div><p class="font-medium">{n}</p><p class="text-xs text-slate-400">{d}</p></div><a class="rounded-lg bg-emerald-600 px-3 py-1 text-white" href="{u if u.startswith("/") else "/dokumen/" + u}" target="_blank" rel="noreferrer">Lihat</a></div>'
                for n, u, d in items
            )
            + "</div>"
        )

    def stats(*items: tuple[str, str]) -> str:
        return (
            '<div class="grid grid-cols-2 gap-4">'
            + "".join(
                f'<div class="rounded-xl bg-slate-50 p-4"><p class="text-2xl font-bold">{v}</p><p>{n}</p></div>'
                for n, v in items
            )
            + "</div>"
        )

    law = "https://jdih.kemenag.go.id/regulation/read?id="
    pages = {
        "/profil": ("Profil", cards(("Sejarah Singkat", "/profil/sejarah", "Perjalanan kantor"), ("Visi & Misi", "/profil/visi-misi", "Arah dan tujuan"), ("Tugas & Fungsi", "/profil/tugas-fungsi", "Apa yang kami kerjakan"), ("Bagan Organisasi", "/profil/organisasi", "Susunan organisasi"), ("Pejabat Struktural", "/profil/pejabat", "Kenali pimpinan kami"), ("KUA & Madrasah", "/profil/satuan-kerja", "Unit di bawah kami"), ("Pegawai dalam Angka", "/profil/pegawai", "Statistik SDM"))),
        "/profil/sejarah": ("Sejarah Singkat", "<p>Kota Pasuruan sejak lama dikenal sebagai kota santri dan pelabuhan. Setelah Departemen Agama lahir, urusan keagamaan kota ini mula-mula digabung dengan kabupaten dan berkantor di Jalan Balai Kota bersama penghulu landraad.</p><p>Pemisahan baru terjadi tahun 1975 ketika dibentuk Kandepag Kotamadya Pasuruan dengan sebelas pegawai dan dua kecamatan binaan. Gedung di Jalan Panglima Sudirman ditempati sejak 1989 menggantikan rumah sewa di Kebonsari. Penataan kecamatan tahun 2012 menambah jumlah KUA menjadi empat: Bugul Kidul, Gadingrejo, Purworejo serta Panggungrejo. Sejak 2018 seluruh layanan dipusatkan di PTSP.</p>"),
        "/profil/visi-misi": ("Visi & Misi", "<h2>Visi</h2><p>Menjadi Kantor Kementerian Agama Kota Pasuruan yang unggul, moderat, dan berdampak bagi umat.</p><h2>Misi</h2><ul><li>Menumbuhkan kehidupan beragama yang rukun dan toleran</li><li>Meningkatkan layanan pencatatan nikah, zakat dan wakaf berbasis digital</li><li>Mendorong madrasah dan pesantren unggul</li><li>Membangun birokrasi bersih</li></ul>"),
        "/profil/tugas-fungsi": ("Tugas & Fungsi", "<p>Kankemenag Kota Pasuruan menyelenggarakan tugas Kementerian Agama di wilayah kota sebagaimana PMA 19/2019 dan PMA 6/2022.</p><ol><li>Penyusunan kebijakan teknis pelayanan keagamaan</li><li>Pembinaan madrasah, pendidikan agama Islam dan pesantren</li><li>Bimbingan masyarakat Islam, Kristen, Katolik, Hindu dan Buddha</li><li>Pemberdayaan zakat dan wakaf</li><li>Pelaksanaan administrasi dan pengelolaan informasi</li><li>Evaluasi dan pelaporan</li></ol>"),
        "/profil/organisasi": ("Bagan Organisasi", '<img alt="Bagan susunan organisasi Kankemenag Kota Pasuruan" loading="lazy" width="1280" height="900" src="/gambar/bagan-organisasi.png"/>'),
        "/profil/pejabat": ("Pejabat Struktural", '<div class="grid gap-8 md:grid-cols-2">' + "".join(f'<div class="flex gap-4"><img alt="Foto {n}" src="/gambar/pejabat-{i}.png" width="320" height="320"/><div><p class="font-semibold">{n}</p><p>{j}</p></div></div>' for i, (n, j) in enumerate((("Drs. H. Abdul Qodir Jailani, M.HI.", "Kepala Kantor"), ("Nanik Rahmawati, S.Kom.", "Kepala Subbagian Tata Usaha"), ("H. Fauzan Adhim, M.Pd.I.", "Kepala Seksi Pendidikan Madrasah"), ("Munir Syafi'i, S.Ag.", "Kepala Seksi Bimbingan Masyarakat Islam")))) + "</div>"),
        "/profil/satuan-kerja": ("KUA & Madrasah", papers(("KUA Bugul Kidul", "/kontak", "Jl. KH. Mansyur 11, telp. 0343-420011"), ("KUA Gadingrejo", "/kontak", "Jl. Hayam Wuruk 70, telp. 0343-420012"), ("KUA Purworejo", "/kontak", "Jl. Sultan Agung 8, telp. 0343-420013"), ("KUA Panggungrejo", "/kontak", "Jl. Hasanudin 22, telp. 0343-420014"), ("MAN Kota Pasuruan", "/kontak", "Jl. Erlangga 99"), ("MTsN Kota Pasuruan", "/kontak", "Jl. Simpang Slamet Riadi 35"))),
        "/profil/pegawai": ("Pegawai dalam Angka", "<p>Posisi Agustus 2026</p>" + stats(("Golongan IV", "74"), ("Golongan III", "131"), ("Golongan II", "12"), ("PPPK", "68"), ("Total pegawai", "285"))),
        "/layanan": ("Layanan", cards(("PTSP", "/layanan/ptsp", "Katalog layanan"), ("SOP", "/layanan/sop", "Prosedur kerja"), ("Survei Kepuasan", "/layanan/survei", "Beri penilaian"), ("Kemenag dalam Angka", "/layanan/data", "Data & statistik"), ("PMBM 2026/2027", "/layanan/pmbm", "Penerimaan murid baru madrasah"), ("Agenda", "/agenda", "Kegiatan terdekat"), ("Pengumuman", "/pengumuman", "Info resmi"))),
        "/layanan/ptsp": ("PTSP", "".join(f'<section class="rounded-xl border p-5"><h2>{n}</h2><h3>Persyaratan</h3><ul><li>{a}</li><li>{b}</li></ul></section>' for n, a, b in (("Legalisasi Ijazah", "Ijazah asli", "Fotokopi maksimal 10 lembar"), ("Izin Operasional TPQ", "Akta yayasan", "Daftar santri"), ("Rekomendasi Kegiatan Keagamaan", "Surat permohonan", "Proposal"), ("Rohaniwan Sumpah Jabatan", "Surat undangan instansi", "Daftar pejabat"), ("Izin Riset dan PKL", "Surat pengantar kampus", "Proposal riset")))),
        "/layanan/sop": ("SOP", papers(*((f"SOP {n}", f"sop-{i}.pdf", "2025 · PDF") for i, n in enumerate(("Legalisasi", "Izin Operasional TPQ", "Rohaniwan", "Surat Masuk", "Penelitian", "Cuti Pegawai"))))),
        "/layanan/survei": ("Survei Kepuasan", f'<p>Kami ingin terus berbenah. Sempatkan 2 menit mengisi survei berikut.</p><p><a href="{on_forms(made, "QLScPASskm", "Survei Kepuasan Masyarakat", "Umur", "Pendidikan", "Layanan yang diterima", "Kecepatan", "Keramahan")}">Isi Survei Kepuasan Masyarakat</a></p>'),
        "/layanan/data": ("Kemenag dalam Angka", "<p>Tahun 2025 – Kota Pasuruan</p>" + stats(("Masjid", "178"), ("Musala", "611"), ("Gereja", "24"), ("Pesantren", "49"), ("Madrasah", "96"), ("Peristiwa nikah", "1.534"))),
        "/layanan/pmbm": ("PMBM 2026/2027", "<p>Penerimaan Murid Baru Madrasah Kota Pasuruan Tahun Pelajaran 2026/2027.</p><h2>Jadwal</h2><ul><li>Jalur prestasi: 9 – 20 Februari 2026</li><li>Jalur reguler: 4 – 16 Mei 2026</li></ul><h2>Syarat</h2><ul><li>Usia paling tinggi 21 tahun</li><li>Fotokopi akta kelahiran dan KK</li><li>Rapor kelas akhir</li></ul>"),
        "/agenda": ("Agenda", '<ul><li><time datetime="2026-11-24">24 November 2026</time> Khataman Al-Quran bulanan</li><li><time datetime="2026-12-02">2 Desember 2026</time> Rakor akhir tahun</li><li><time datetime="2026-11-17">17 November 2026</time> Monev BOS triwulan IV</li></ul>'),
        "/zona-integritas": ("Zona Integritas", '<p>Kami membangun Zona Integritas menuju WBK. Temukan pelanggaran? Laporkan lewat <a href="/wbs">Whistleblowing System</a>.</p>'),
        "/wbs": ("Whistleblowing System", "<p>Kanal pelaporan pelanggaran dan gratifikasi di lingkungan Kankemenag Kota Pasuruan. Kirim laporan ke wbs.kotapasuruan@kemenag.go.id atau kotak WBS di lobi. Sertakan uraian, waktu, dan bukti. Laporan gratifikasi diteruskan ke Unit Pengendalian Gratifikasi.</p>"),
        "/pengaduan": ("Pengaduan", '<p>Tata cara menyampaikan pengaduan dugaan penyalahgunaan wewenang:</p><ol><li>Hubungi WhatsApp pengaduan 0822-3344-1055 atau loket 5</li><li>Jelaskan kejadian dan pegawai yang dilaporkan</li><li>Petugas mencatat dan meneruskan ke Kepala Kantor</li><li>Jawaban diberikan paling lambat 10 hari</li></ol><p>Anda juga dapat melapor di <a href="https://www.lapor.go.id/">lapor.go.id</a>.</p>'),
        "/kontak": ("Hubungi Kami", '<address>Jalan Panglima Sudirman No. 61, Kota Pasuruan 67115</address><p>Telepon (0343) 421946, WhatsApp 0822-3344-1055, surel kotapasuruan@kemenag.go.id</p><iframe title="Peta kantor" src="https://www.google.com/maps/embed?pb=pasuruan"></iframe>'),
        "/ppid": ("PPID", "<p>Pejabat Pengelola Informasi dan Dokumentasi Kantor Kementerian Agama Kota Pasuruan siap melayani.</p><h2>Klasifikasi Informasi</h2>" + cards(("Informasi Berkala", "/ppid/berkala", "Diumumkan rutin paling sedikit 6 bulan sekali"), ("Informasi Serta-Merta", "/ppid/serta-merta", "Menyangkut hajat hidup orang banyak"), ("Informasi Setiap Saat", "/ppid/setiap-saat", "Selalu tersedia"), ("Informasi Dikecualikan", "/ppid/dikecualikan", "Tidak dapat dibuka")) + "<h2>Layanan & Kelembagaan</h2>" + cards(("Profil PPID", "/ppid/profil", "Struktur dan tugas"), ("Cara Meminta Informasi", "/ppid/cara-memperoleh-informasi", "Alur permohonan"), ("Form Permohonan", "/ppid/formulir", "Kirim permintaan"), ("Keberatan", "/ppid/keberatan", "Bila tidak puas"), ("Sengketa", "/ppid/sengketa", "Komisi Informasi"), ("Waktu & Tarif", "/ppid/waktu-biaya", "Berapa lama, berapa biaya"), ("Maklumat", "/ppid/maklumat", "Janji layanan kami"), ("SOP PPID", "/ppid/sop", "Standar prosedur"), ("Laporan PPID", "/ppid/laporan", "Laporan tahunan"), ("Dasar Hukum", "/ppid/regulasi", "Peraturan KIP"), ("Statistik Permohonan", "/ppid/statistik", "Angka layanan"))),
        "/ppid/berkala": ("Informasi Berkala", "<p>Terakhir diperbarui 30 September 2026</p>" + papers(("Ringkasan Program & Kegiatan TA 2026", "program-2026.pdf", "2026 · PDF"), ("Rencana Kinerja Tahunan 2025", "rkt-2025.pdf", "2025 · PDF"), ("Tapkin / Perjanjian Kinerja 2026", "perkin-2026.pdf", "2026 · PDF"), ("LKIP Tahun 2025", "lkip-2025.pdf", "2025 · PDF"), ("LKIP Tahun 2024", "lkip-2024.pdf", "2024 · PDF"), ("Capaian Kinerja Triwulan I Tahun 2026", "capaian-tw1-2026.pdf", "2026 · PDF"), ("DIPA 2026", "dipa-2026.pdf", "2026 · PDF"), ("RKAKL 2026", "rkakl-2026.pdf", "2026 · PDF"), ("Laporan Realisasi Anggaran TA 2025", "lra-2025.pdf", "2025 · PDF"), ("Laporan Keuangan Tahunan 2024 (Neraca dan CaLK)", "lk-2024.pdf", "2024 · PDF"), ("Daftar Aset BMN 2025", "bmn-2025.pdf", "2025 · PDF"), ("Rekap LHKPN & LHKASN Tahun 2025", "lhkpn-2025.pdf", "2025 · PDF"), ("RUP Tahun 2025", "rup-2025.pdf", "2025 · PDF"))),
        "/ppid/serta-merta": ("Informasi Serta-Merta", '<div class="py-20 text-center text-slate-400"><p>Belum ada data</p></div>'),
        "/ppid/setiap-saat": ("Informasi Setiap Saat", papers(("Daftar Informasi Publik (DIP) Tahun 2025", "dip-2025.pdf", "2025 · PDF"), ("Renstra 2025–2029", "renstra-2025-2029.pdf", "2026 · PDF"), ("SK Kepala Nomor 31 Tahun 2026 tentang Tim Kehumasan", "sk-31-2026.pdf", "2026 · PDF"), ("Surat Edaran Nomor 2 Tahun 2026 tentang Pakaian Dinas", "se-2-2026.pdf", "2026 · PDF"), ("Perjanjian Kerja Sama dengan BNN Kota Pasuruan 2026", "pks-bnn-2026.pdf", "2026 · PDF"), ("Kemenag dalam Angka", "/layanan/data", "laman"), ("SOP Pelayanan", "/layanan/sop", "laman"))),
        "/ppid/dikecualikan": ("Informasi Dikecualikan", "<ul><li>Data pribadi pegawai, Pasal 17 huruf h UU 14/2008</li><li>Memorandum antar pejabat yang bersifat rahasia, Pasal 17 huruf i</li><li>Identitas pelapor, Pasal 17 huruf a</li></ul>" + papers(("Berita Acara Uji Konsekuensi Nomor 1 Tahun 2024", "ba-uji-2024.pdf", "2024 · PDF"))),
        "/ppid/profil": ("Profil PPID", "<h2>Struktur</h2><ul><li>Atasan PPID: Kepala Kankemenag Kota Pasuruan</li><li>PPID: Kepala Subbagian Tata Usaha</li><li>Bidang layanan: Arsiparis dan Pranata Komputer</li></ul><h2>Tugas</h2><ul><li>mengelola dan menyimpan dokumentasi informasi</li><li>melayani permohonan informasi</li><li>menguji konsekuensi informasi yang dikecualikan</li><li>melaporkan pelaksanaan layanan</li></ul>" + papers(("SK Penetapan PPID Nomor 12 Tahun 2026", "sk-ppid-2026.pdf", "2026 · PDF"))),
        "/ppid/cara-memperoleh-informasi": ("Cara Meminta Informasi", "<ol><li>Isi formulir daring dan unggah foto KTP, atau datang ke meja layanan.</li><li>Petugas memeriksa dan memberi nomor register.</li><li>Jawaban dikirim paling lambat 10 hari kerja; perpanjangan 7 hari kerja bila diperlukan.</li><li>Terima informasi melalui surel atau datang langsung.</li></ol>"),
        "/ppid/formulir": ("Form Permohonan", '<form class="space-y-4" action="/api/permohonan" method="post">' + "".join(f'<div><label for="k{i}">{n}</label><input id="k{i}" name="{k}" class="w-full rounded-lg border"/></div>' for i, (n, k) in enumerate((("Nama lengkap", "nama"), ("Nomor identitas", "identitas"), ("Alamat", "alamat"), ("Surel", "email"), ("Nomor HP", "hp"), ("Rincian informasi yang diminta", "rincian"), ("Tujuan penggunaan informasi", "tujuan")))) + '<fieldset><legend>Cara memperoleh informasi</legend><label><input type="radio" name="cara"/> Surel</label><label><input type="radio" name="cara"/> Diambil</label></fieldset><button type="submit">Kirim</button></form>'),
        "/ppid/keberatan": ("Keberatan", '<p>Ajukan keberatan kepada Atasan PPID dalam 30 hari kerja sejak Anda menemukan salah satu alasan ini:</p><ol><li>Permohonan ditolak</li><li>Informasi berkala tidak disediakan</li><li>Permohonan tidak ditanggapi</li><li>Tanggapan tidak sesuai yang diminta</li><li>Permohonan tidak dipenuhi</li><li>Biaya tidak wajar</li><li>Melampaui jangka waktu</li></ol><p>Atasan PPID menanggapi paling lama 30 hari kerja.</p><form action="/api/keberatan" method="post"><label>Nama<input name="nama"/></label><label>Nomor register permohonan<input name="register"/></label><label>Alasan keberatan<select name="alasan"><option>Ditolak</option></select></label><label>Uraian<textarea name="uraian"></textarea></label><button>Kirim keberatan</button></form>'),
        "/ppid/sengketa": ("Sengketa", "<p>Apabila tanggapan Atasan PPID belum memuaskan, permohonan penyelesaian sengketa diajukan kepada Komisi Informasi Provinsi Jawa Timur selambat-lambatnya 14 hari kerja. Komisi akan memeriksa, lalu menempuh mediasi atau ajudikasi.</p>"),
        "/ppid/waktu-biaya": ("Waktu & Tarif", stats(("Jawaban permohonan", "10 hari kerja"), ("Perpanjangan", "7 hari kerja"), ("Tarif", "Gratis"), ("Jam layanan", "08.00–15.30"))),
        "/ppid/maklumat": ("Maklumat", '<img alt="Maklumat pelayanan informasi Kankemenag Kota Pasuruan" src="/gambar/maklumat-2026.png" width="1280" height="900"/>'),
        "/ppid/sop": ("SOP PPID", papers(*((f"SOP {n}", f"sop-ppid-{i}.pdf", "2025 · PDF") for i, n in enumerate(("Pelayanan Permohonan Informasi", "Penanganan Keberatan", "Penyusunan DIP", "Uji Konsekuensi", "Pengumuman Informasi", "Pendokumentasian"))))),
        "/ppid/laporan": ("Laporan PPID", papers(("Laporan Layanan Informasi Publik 2025", "laporan-ppid-2025.pdf", "2025 · PDF"), ("Laporan Layanan Informasi Publik 2024", "laporan-ppid-2024.pdf", "2024 · PDF"))),
        "/ppid/regulasi": ("Dasar Hukum", "<ul>" + "".join(f'<li><a href="{law}{i}">{n}</a></li>' for i, n in enumerate(("UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik", "PP Nomor 61 Tahun 2010", "Peraturan Komisi Informasi Nomor 1 Tahun 2021", "Perki Nomor 1 Tahun 2013", "KMA Nomor 92 Tahun 2019", "KMA Nomor 657 Tahun 2021"), 11)) + "</ul>"),
        "/ppid/statistik": ("Statistik Permohonan", stats(("Permohonan Masuk", "0"), ("Diproses", "0"), ("Selesai", "0"))),
    }  # fmt: skip
    made.whole = {path: shell(title, body) for path, (title, body) in pages.items()}
    told = [
        Post(
            "Pengumuman Hasil Seleksi Administrasi Petugas Kebersihan",
            date(2026, 4, 20),
            "Nama yang lolos ditempel pada papan pengumuman lobi. Peserta mengikuti wawancara dengan membawa berkas asli serta pakaian rapi.",
        ),
        Post(
            "Jadwal Layanan Bulan Ramadan",
            date(2026, 2, 16),
            "Selama bulan puasa loket dibuka pukul delapan hingga tiga sore, istirahat tiga puluh menit.",
        ),
    ]

    def card(n: Post, under: str) -> str:
        return f'<article class="overflow-hidden rounded-xl border"><img alt="{n.title}" src="/gambar/sampul.png" width="640" height="360"/><div class="p-4"><time dateTime="{n.day.isoformat()}">{plain(n.day)}</time><h3><a href="/{under}/{n.slug}">{n.title}</a></h3></div></article>'

    made.whole["/"] = shell(
        "Kantor Kementerian Agama Kota Pasuruan",
        '<p class="text-lg">Melayani dengan hati.</p><h2>Berita Terkini</h2><div class="grid">'
        + "".join(card(n, "berita") for n in news[:6])
        + "</div><h2>Akses Cepat</h2>"
        + cards(
            ("PPID", "/ppid", "Keterbukaan informasi"),
            ("PTSP", "/layanan/ptsp", "Layanan"),
            ("Pengaduan", "/pengaduan", "Lapor"),
        ),
    )
    made.whole["/berita"] = shell("Berita", '<div class="grid">' + "".join(card(n, "berita") for n in news) + "</div>")
    made.whole["/pengumuman"] = shell("Pengumuman", "".join(card(n, "pengumuman") for n in told))
    for under, group in (("berita", news), ("pengumuman", told)):
        for n in group:
            data = json.dumps(
                {
                    "@context": "https://schema.org",
                    "@type": "NewsArticle",
                    "headline": n.title,
                    "datePublished": f"{n.day.isoformat()}T02:10:00.000Z",
                }
            )
            made.whole[f"/{under}/{n.slug}"] = shell(
                n.title,
                f'<p><time dateTime="{n.day.isoformat()}">{long(n.day)}</time> · Tim Humas</p><div class="prose"><p>PASURUAN – {n.text}</p></div>',
                f'<meta property="article:published_time" content="{n.day.isoformat()}T02:10:00.000Z"/><script type="application/ld+json">{data}</script>',
            )
    made.files = {f"/dokumen/{k}.pdf": v for k, v in {
        "program-2026": leaf(place, "Ringkasan Program dan Kegiatan Tahun Anggaran 2026", "Nama program/kegiatan | Target | Anggaran\nPelayanan nikah | 1.600 peristiwa | Rp 145.000.000\nPembinaan madrasah | 96 lembaga | Rp 610.000.000"), "rkt-2025": leaf(place, "Rencana Kinerja Tahunan Tahun 2025", "Sasaran | Indikator | Target"), "perkin-2026": leaf(place, "Perjanjian Kinerja Tahun 2026", "Kepala Kantor berjanji mewujudkan target kinerja tahunan."), "lkip-2025": leaf(place, "Laporan Kinerja Instansi Pemerintah Tahun 2025", "Ikhtisar eksekutif", *CHAPTERS), "lkip-2024": leaf(place, "Laporan Kinerja Instansi Pemerintah Tahun 2024", "Ikhtisar eksekutif", *CHAPTERS),
        "capaian-tw1-2026": leaf(place, "Laporan Capaian Kinerja Triwulan I Tahun 2026", "Periode Januari sampai Maret 2026. Target 20 persen, realisasi 22 persen."), "dipa-2026": leaf(place, "DIPA Petikan Tahun Anggaran 2026", "Nomor SP DIPA-025.01.2.421733/2026\nPagu Rp 31.870.442.000"), "rkakl-2026": leaf(place, "Rincian Kertas Kerja Satker RKA-K/L Tahun Anggaran 2026", "Kode | Program/Kegiatan/KRO/RO | Volume | Jumlah biaya"), "lra-2025": leaf(place, "Laporan Realisasi Anggaran Tahun Anggaran 2025", "Anggaran 30.440.000.000 | Realisasi 30.101.882.190"), "lk-2024": leaf(place, "Laporan Keuangan Tahunan Tahun 2024 (Audited)", "I. Laporan realisasi anggaran", "II. NERACA PER 31 DESEMBER 2024", "III. CATATAN ATAS LAPORAN KEUANGAN"),
        "bmn-2025": leaf(place, "Daftar Aset Barang Milik Negara Tahun 2025", "Kode | Nama barang | Jumlah | Nilai perolehan\n3050104001 | Lemari besi | 14 | 38.200.000"), "lhkpn-2025": leaf(place, "Rekapitulasi Kepatuhan LHKPN dan LHKASN Tahun 2025", "Wajib LHKPN 2 orang, lapor 2 orang (100%)\nWajib LHKASN 280 orang, lapor 280 orang (100%)"), "rup-2025": leaf(place, "Rencana Umum Pengadaan Tahun Anggaran 2025", "Paket | Metode | Pagu\nPemeliharaan gedung | Pengadaan langsung | 120.000.000"), "dip-2025": leaf(place, "Daftar Informasi Publik Tahun 2025", dip_text("2025, Pasuruan")), "renstra-2025-2029": leaf(place, "Rencana Strategis Tahun 2025-2029", "Kondisi umum, potensi dan permasalahan", "BAB II TUJUAN", "BAB III ARAH KEBIJAKAN", "BAB IV TARGET"),
        "sk-31-2026": sk(place, "31 TAHUN 2026", "Tim Kehumasan"), "se-2-2026": leaf(place, "Surat Edaran Nomor 2 Tahun 2026 tentang Pakaian Dinas", "Pakaian dinas hari Senin kemeja putih."), "pks-bnn-2026": leaf(place, "Perjanjian Kerja Sama dengan BNN Kota Pasuruan Tahun 2026", "Para pihak sepakat tentang pencegahan narkotika di madrasah."), "ba-uji-2024": leaf(place, "Berita Acara Uji Konsekuensi Nomor 1 Tahun 2024", "Hari Rabu, 13 Maret 2024, bertempat di ruang rapat."), "sk-ppid-2026": sk(place, "12 TAHUN 2026", "Penetapan Pejabat Pengelola Informasi dan Dokumentasi"),
        **{f"laporan-ppid-{y}": leaf(place, f"Laporan Layanan Informasi Publik Tahun {y}", "Gambaran umum kebijakan, pelaksanaan, rincian layanan.", "KENDALA", "REKOMENDASI") for y in (2025, 2024)}, **{f"sop-{i}": leaf(place, f"SOP {n} Tahun 2025", "Pelaksana, mutu baku, waktu, keluaran") for i, n in enumerate(("Legalisasi", "Izin Operasional TPQ", "Rohaniwan", "Surat Masuk", "Penelitian", "Cuti Pegawai"))}, **{f"sop-ppid-{i}": leaf(place, f"SOP {n} Tahun 2025", "Pelaksana: PPID dan petugas informasi") for i, n in enumerate(("Pelayanan Permohonan Informasi", "Penanganan Keberatan", "Penyusunan DIP", "Uji Konsekuensi", "Pengumuman Informasi", "Pendokumentasian"))},
    }.items()} | {f"/gambar/{k}.png": PNG for k in ("bagan-organisasi", "maklumat-2026", "sampul", *(f"pejabat-{i}" for i in range(4)))} | {"/_next/image/logo.png": PNG}  # fmt: skip
    return made


# --------------------------------------------------------------------------------------------------------------- four


def tulungagung() -> Made:
    """A small, poor office: WordPress with a free news theme, fresh news, few documents, placeholders, contacts in the footer."""
    place = "Kabupaten Tulungagung"
    made = Made(
        office("e-kecil", f"Kankemenag {place}", "http://kemenagtulungagung.com", province="Jawa Timur"), Whole()
    )
    news = feed("Tulungagung", 2, 13, 1, 2, 4, 6, 7, 9, 11, 14, 16, 18, 20, 23, 26, 30, 35, 39, 46, 53, 60, 68, 75, 82)
    menu = (
        ("Home", "/"), ("Profil", (("Sejarah", "/sejarah"), ("Visi Misi", "/visi-misi"), ("Tugas dan Fungsi", "/tugas-dan-fungsi"), ("Struktur Organisasi", "/struktur-organisasi"), ("Profil Kepala Kantor", "/profil-kepala-kantor"))),
        ("Berita", "/category/berita"), ("Pengumuman", "/category/pengumuman"),
        ("PPID", (("Tentang PPID", "/ppid"), ("Informasi Berkala", "/informasi-berkala"), ("Informasi Serta Merta", "/informasi-serta-merta"), ("Informasi Setiap Saat", "/informasi-setiap-saat"), ("Informasi Dikecualikan", "/informasi-dikecualikan"), ("Permohonan Informasi", "/permohonan-informasi"), ("Maklumat Pelayanan", "/maklumat-pelayanan"))),
        ("Layanan", (("PTSP", "/ptsp"), ("Survei Kepuasan", "/survei"), ("Pengaduan", "/pengaduan"))),
    )  # fmt: skip
    bar = "".join(
        f'<li class="menu-item"><a href="{t}">{n}</a></li>'
        if isinstance(t, str)
        else f'<li class="menu-item menu-item-has-children"><a href="#">{n}</a><ul class="sub-menu">'
        + "".join(f'<li class="menu-item"><a href="{b}">{a}</a></li>' for a, b in t)
        + "</ul></li>"
        for n, t in menu
    )

    def shell(title: str, body: str) -> str:
        recent = "".join(f'<li><a href="/{n.day:%Y/%m/%d}/{n.slug}">{n.title}</a></li>' for n in news[:5])
        return f"""<!DOCTYPE html><html lang="id-ID"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1.0"><title>{title} &#8211; Kemenag Tulungagung</title><link rel="stylesheet" href="/wp-content/themes/colormag/style.css"></head><body class="wp-custom-logo right-sidebar"><div id="page" class="hfeed site"><header id="masthead"><div class="inner-wrap"><img src="/wp-content/uploads/2022/08/header.png" class="custom-logo"><h3 id="site-title"><a href="/">Kemenag Tulungagung</a></h3><p id="site-description">Ikhlas Beramal</p></div><nav id="site-navigation"><ul id="menu-utama" class="menu">{bar}</ul></nav></header>
<div id="main" class="clearfix"><div class="inner-wrap"><div id="primary"><div id="content"><article class="hentry"><header class="entry-header"><h1 class="entry-title">{title}</h1></header><div class="entry-content">{body}</div></article></div></div><div id="secondary"><aside class="widget widget_search"><form role="search" action="/" class="search-form" method="get"><input type="search" class="search-field" name="s" placeholder="Cari"><button type="submit">Cari</button></form></aside><aside class="widget widget_recent_entries"><h3>Pos-pos Terbaru</h3><ul>{recent}</ul></aside><aside class="widget widget_archive"><h3>Arsip</h3><ul><li>November 2026</li><li>Oktober 2026</li></ul></aside></div></div></div>
<footer id="colophon"><div class="footer-widgets"><aside><h3>Kontak</h3><p>Kantor Kementerian Agama Kab. Tulungagung</p><p>Jl. Ki Mangunsarkoro, Beji, Kec. Boyolangu, Kab. Tulungagung 66233</p><p>Telp : 0355 321 790<br>Email : kemenag.tagung@gmail.com<br>WA PTSP : 0857-3200-6644</p><p>Buka Senin - Jum'at pukul 07.30 s/d 16.00</p></aside><aside><h3>Ikuti Kami</h3><a href="https://www.facebook.com/humaskemenagtulungagung">Facebook</a> | <a href="https://www.instagram.com/kemenagtulungagung_">Instagram</a></aside></div><div class="copyright">Copyright &copy; 2026 Kemenag Tulungagung. All rights reserved. Theme: ColorMag by ThemeGrill.</div></footer></div></body></html>"""

    up = "/wp-content/uploads/"
    pages = {
        "/sejarah": ("Sejarah", "<p>Halaman ini masih dalam pengerjaan.</p>"),
        "/visi-misi": ("Visi Misi", "<p><strong>VISI</strong></p><p>Terwujudnya masyarakat Tulungagung yang taat beragama, rukun, cerdas dan sejahtera lahir batin.</p><p><strong>MISI</strong></p><ol><li>Meningkatkan kualitas kehidupan beragama.</li><li>Meningkatkan kerukunan umat beragama.</li><li>Meningkatkan kualitas raudhatul athfal, madrasah, dan pendidikan keagamaan.</li><li>Mewujudkan tata kelola yang bersih dan berwibawa.</li></ol>"),
        "/tugas-dan-fungsi": ("Tugas dan Fungsi", "<p>Kantor Kementerian Agama Kabupaten Tulungagung bertugas melaksanakan sebagian tugas Kanwil di kabupaten. Fungsi :</p><p>a. perumusan visi misi dan kebijakan teknis di bidang pelayanan kehidupan beragama kepada masyarakat Tulungagung;<br>b. pembinaan, pelayanan dan bimbingan masyarakat Islam serta masyarakat Kristen;<br>c. pelayanan pendidikan madrasah, pendidikan agama dan pondok pesantren;<br>d. pembinaan kerukunan umat beragama;<br>e. pelaksanaan urusan tata usaha, perencanaan, keuangan dan informasi;<br>f. pengendalian, pengawasan serta evaluasi program;<br>g. pelaksanaan hubungan dengan pemerintah daerah, instansi terkait dan lembaga masyarakat dalam rangka tugas kementerian di kabupaten.</p>"),
        "/struktur-organisasi": ("Struktur Organisasi", "<p>Struktur organisasi sedang dalam proses pembaruan.</p>"),
        "/profil-kepala-kantor": ("Profil Kepala Kantor", f'<p><img src="{up}2025/03/kepala.png" alt="Kepala Kankemenag Tulungagung"></p><p>Nama : H. Suyitno Rahmad, S.Pd.I., M.Pd.<br>Jabatan : Kepala Kantor Kementerian Agama Kab. Tulungagung</p><p>Beliau lahir di Trenggalek, menempuh pendidikan di PGA dan melanjutkan ke IAIN Sunan Ampel. Mengawali karier sebagai guru MTs pada 1994, pernah menjabat Kepala KUA, Kasi Pendma di Blitar, dan sejak Maret 2025 dipercaya memimpin kantor ini.</p>'),
        "/ppid": ("Tentang PPID", '<p>PPID Kankemenag Kab. Tulungagung melayani permintaan informasi masyarakat. Atasan PPID adalah Kepala Kantor, PPID dijabat Kasubbag TU.</p><p>Dokumen:</p><ul><li><a href="#">SK PPID</a></li><li><a href="#">Daftar Informasi Publik (DIP)</a></li><li><a href="/informasi-berkala">Informasi Berkala</a></li><li><a href="/informasi-serta-merta">Informasi Serta Merta</a></li><li><a href="/informasi-setiap-saat">Informasi Setiap Saat</a></li><li><a href="/informasi-dikecualikan">Informasi Dikecualikan</a></li><li><a href="/permohonan-informasi">Permohonan Informasi</a></li></ul>'),
        "/informasi-berkala": ("Informasi Berkala", f'<p>Berikut informasi yang wajib diumumkan berkala :</p><ul><li><a href="{up}2026/03/perkin-26.pdf">Perjanjian Kinerja 2026</a></li><li><a href="{up}2025/04/LKJ_2024.pdf">LKJ 2024</a></li><li><a href="{up}2025/01/dipa2025.pdf">DIPA 2025</a></li><li><a href="{up}2024/02/LRA-2023.pdf">LRA 2023</a></li><li><a href="#">Renja 2026</a></li><li><a href="{up}2026/02/RKAKL-2026.pdf">RKAKL 2026</a></li></ul>'),
        "/informasi-serta-merta": ("Informasi Serta Merta", "<p>Belum ada data.</p>"),
        "/informasi-setiap-saat": ("Informasi Setiap Saat", "<p>Informasi setiap saat adalah informasi yang wajib tersedia setiap saat pada badan publik sebagaimana diatur Pasal 11 UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik.</p>"),
        "/informasi-dikecualikan": ("Informasi Dikecualikan", "<p>Informasi yang dikecualikan ialah informasi publik yang tidak dapat diberikan kepada pemohon karena apabila dibuka dapat menghambat penegakan hukum atau mengungkap rahasia pribadi.</p>"),
        "/permohonan-informasi": ("Permohonan Informasi", f'<p>Tata cara :</p><ol><li>Pemohon datang ke PTSP atau mengirim surat/email.</li><li>Mengisi formulir dan melampirkan fotokopi KTP.</li><li>Petugas meneruskan ke PPID.</li><li>Jawaban diberikan maksimal 10 hari kerja.</li></ol><p>Formulir dapat diunduh: <a href="{up}2024/09/Formulir-Permohonan-Informasi.docx">FORMULIR PERMOHONAN INFORMASI</a></p>'),
        "/maklumat-pelayanan": ("Maklumat Pelayanan", f'<p><img src="{up}2024/01/MAKLUMAT.png" alt="Maklumat Pelayanan Kemenag Tulungagung" width="1280" height="900"></p>'),
        "/ptsp": ("PTSP", "<p>COMING SOON...</p>"),
        "/survei": ("Survei Kepuasan", f'<p>Mohon kesediaan bapak/ibu mengisi survey kepuasan masyarakat: <a href="{on_forms(made, "QLScTUAskm", "SKM Kemenag Tulungagung", "Usia", "Jenis layanan", "Kesan")}">KLIK DISINI</a></p>'),
        "/pengaduan": ("Pengaduan", '<p>Aduan masyarakat atas penyalahgunaan wewenang petugas bisa disampaikan ke WA 0857-3200-6644 atau melalui <a href="https://www.lapor.go.id">SP4N LAPOR</a>. Tuliskan nama, kejadian, waktu, bukti. Aduan kami tindak lanjuti paling lambat lima hari kerja.</p>'),
    }  # fmt: skip
    made.whole = {path: shell(title, body) for path, (title, body) in pages.items()}
    told = [
        Post(
            "Pengumuman Jadwal Ujian Dinas Tingkat I",
            date(2025, 12, 10),
            "Ujian dinas dilaksanakan di Surabaya, peserta wajib membawa kartu pegawai dan alat tulis sendiri.",
        ),
        Post(
            "Undangan Rapat Pengawas Madrasah",
            date(2025, 9, 3),
            "Pengawas diminta hadir tepat waktu di ruang rapat lantai dua dengan membawa laporan semester.",
        ),
    ]

    def card(n: Post) -> str:
        return f'<article class="post"><h2 class="entry-title"><a href="/{n.day:%Y/%m/%d}/{n.slug}">{n.title}</a></h2><div class="below-entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{n.day.isoformat()}T14:02:11+07:00">{plain(n.day)}</time></span> <span class="byline">admin</span></div><p>{n.text[:100]} [&hellip;]</p></article>'

    made.whole["/"] = shell("Beranda", "".join(card(n) for n in news[:8]))
    made.whole["/category/berita"] = shell("Berita", "".join(card(n) for n in news))
    made.whole["/category/pengumuman"] = shell("Pengumuman", "".join(card(n) for n in told))
    for n in [*news, *told]:
        made.whole[f"/{n.day:%Y/%m/%d}/{n.slug}"] = shell(
            n.title,
            f'<div class="below-entry-meta"><time class="entry-date published" datetime="{n.day.isoformat()}T14:02:11+07:00">{plain(n.day)}</time> admin</div><p>Tulungagung (Kemenag) - {n.text}</p>',
        )
    made.files = {up + k: v for k, v in {
        "2026/03/perkin-26.pdf": leaf(place, "Perjanjian Kinerja Tahun 2026", "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, yang bertanda tangan di bawah ini berjanji mewujudkan target kinerja."), "2025/04/LKJ_2024.pdf": leaf(place, "Laporan Kinerja Tahun 2024", "Ringkasan eksekutif", *CHAPTERS), "2025/01/dipa2025.pdf": leaf(place, "DIPA Petikan Tahun Anggaran 2025", "Nomor SP DIPA-025.01.2.418920/2025\nRp 96.118.004.000"), "2024/02/LRA-2023.pdf": leaf(place, "Laporan Realisasi Anggaran Tahun Anggaran 2023", "Pagu 88.201.000.000 | Realisasi 87.144.600.901"), "2026/02/RKAKL-2026.pdf": leaf(place, "RKA-K/L Tahun Anggaran 2026", "Kode | Uraian | Volume | Jumlah\n2135 | Layanan perkantoran | 12 bulan | 4.110.000.000"),
        "2024/09/Formulir-Permohonan-Informasi.docx": word("FORMULIR PERMOHONAN INFORMASI PUBLIK", "Nama :", "Alamat :", "Nomor telepon / email :", "Rincian informasi yang dibutuhkan :", "Tujuan penggunaan informasi :", "Cara memperoleh informasi :", title="Formulir Permohonan Informasi"),
        "2024/01/MAKLUMAT.png": PNG, "2025/03/kepala.png": PNG, "2022/08/header.png": PNG,
    }.items()}  # fmt: skip
    return made


SITES = (wonosobo, batang, pasuruan, tulungagung)

# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""WordPress with a mega menu and download plug-ins, Laravel with Drive folders, Next.js cards, and a hollow CodeIgniter."""

from __future__ import annotations

import json
from datetime import timedelta

from tests.calibration.blind_texts import DAY, PNG, Post, Whole, decree, long, paper, plain, table
from tests.calibration.made import Made, office
from tests.made_files import pdf, sheet, word

TITLES = (
    "Upacara Hari Pahlawan, Kakankemenag Ajak ASN Teladani Semangat Juang", "Gerak Cepat, Tim BMN Tertibkan Aset Madrasah", "Kasubbag TU Hadiri Penyerahan DIPA Petikan di Kanwil", "Bimwin Angkatan VII Diikuti 20 Pasang Calon Pengantin",
    "Sosialisasi LHKPN: Seluruh Wajib Lapor Diminta Tepat Waktu", "Kemenag dan BPN Tandatangani MoU Sertipikasi Tanah Wakaf", "Penyuluh Agama Gelar Pengajian di Lapas", "Guru RA Ikuti Workshop Kurikulum Berbasis Cinta",
    "Kanwil Monitoring Penyusunan LAKIP dan Daftar Informasi Publik", "MTsN Borong Medali OMI Tingkat Kabupaten", "Kemenag Peduli Salurkan Bantuan Korban Banjir", "Rapat Penyusunan RKA-K/L Tahun Anggaran 2027", "Seksi PD Pontren Verifikasi Izin Operasional TPQ",
    "Pelepasan Purna Tugas Tiga Guru Madrasah", "Tim Zona Integritas Gelar Evaluasi Internal", "Jalan Sehat Kerukunan Diikuti Enam Majelis Agama", "Kakankemenag Lantik Kepala KUA dan Pejabat Fungsional", "Lomba Kaligrafi Meriahkan Hari Santri",
)  # fmt: skip


def feed(place: str, *ago: int) -> list[Post]:
    """News, so many days ago each."""
    return [
        Post(TITLES[i % len(TITLES)] + (f" Bagian {i // len(TITLES) + 1}" if i >= len(TITLES) else ""), DAY - timedelta(days=d),
             f"{place} (Humas) – Kegiatan dilaksanakan di aula lantai dua dan diikuti peserta dari seluruh kecamatan. Dalam sambutannya beliau menekankan pentingnya kerja sama lintas sektor. "
             "“Tugas kita melayani, bukan dilayani,” ungkapnya disambut tepuk tangan hadirin. Turut hadir para kasi, penyelenggara syariah, pengawas serta pokjaluh. (red)")
        for i, d in enumerate(ago)
    ]  # fmt: skip


def drive(made: Made, key: str, name: str, kind: str = "file") -> str:
    """A file, or a folder of files, that anybody may open on Drive; its address."""
    if kind == "folder":
        url = f"https://drive.google.com/drive/folders/1fA{key}?usp=sharing"
        head, _, names = name.partition("|")
        rows = "".join(
            f'<div role="row" data-id="1x{key}{i}"><div class="Q5txwe" data-tooltip="{n} PDF" aria-label="{n}">{n}</div></div>'
            for i, n in enumerate(names.split("|"))
        )
        made.answers[url] = (
            200,
            f"<html><head><title>{head} - Google Drive</title></head><body><div role='grid'>{rows}</div></body></html>",
        )
    else:
        url = f"https://drive.google.com/file/d/1fA{key}/{kind if kind in ('preview',) else 'view'}"
        if kind == "login":
            made.answers[url] = (
                200,
                "<html><head><title>Google Drive: Sign-in</title></head><body><h1>You need access</h1><p>Request access, or switch to an account with access.</p><form id='gaia_loginform' action='https://accounts.google.com/signin'><input type='email' name='identifier'></form></body></html>",
            )
        else:
            made.answers[url] = (
                200,
                f"<html><head><title>{name} - Google Drive</title><meta property='og:title' content='{name}'></head><body><div class='ndfHFb-c4YZDc'>{name}</div></body></html>",
            )
    return url


# ---------------------------------------------------------------------------------------------------------------- one


def purworejo() -> Made:
    """WordPress, a commercial magazine theme and Elementor: mega menu, tabs, toggles, WPDM and Download Monitor, Drive viewers."""
    place = "Kabupaten Purworejo"
    made = Made(office("c-wpmega", f"Kankemenag {place}", "https://purworejo.kemenag.go.id"), Whole())
    news = feed(
        "Purworejo",
        1,
        2,
        4,
        5,
        7,
        9,
        11,
        12,
        14,
        16,
        19,
        21,
        23,
        25,
        28,
        33,
        38,
        43,
        48,
        53,
        58,
        63,
        68,
        73,
        78,
        83,
        88,
        93,
    )
    col = (
        (
            "Kelembagaan",
            (
                ("Profil PPID", "/ppid/profil-ppid/"),
                ("SK PPID", "/ppid/sk-ppid/"),
                ("Maklumat", "/ppid/maklumat/"),
                ("Regulasi KIP", "/ppid/regulasi/"),
            ),
        ),
        (
            "Informasi Publik",
            (
                ("Info Berkala", "/ppid/informasi-berkala/"),
                ("Info Serta-Merta", "/ppid/informasi-serta-merta/"),
                ("Info Setiap Saat", "/ppid/informasi-setiap-saat/"),
                ("Info Dikecualikan", "/ppid/informasi-dikecualikan/"),
                ("D I P", "/ppid/daftar-informasi-publik/"),
            ),
        ),
        (
            "Layanan Informasi",
            (
                ("Cara Memperoleh Informasi", "/ppid/cara-memperoleh-informasi/"),
                ("Pengajuan Keberatan", "/ppid/keberatan/"),
                ("Sengketa Informasi", "/ppid/sengketa/"),
                ("Waktu & Biaya", "/ppid/waktu-biaya/"),
            ),
        ),
        (
            "Laporan",
            (
                ("Laporan PPID", "/ppid/laporan-ppid/"),
                ("SOP PPID", "/ppid/sop-ppid/"),
                ("Statistik Permohonan", "/ppid/statistik/"),
            ),
        ),
    )
    mega = "".join(
        f'<div class="jnews-mega-col col-md-3"><h5 class="mega-title">{t}</h5><ul class="mega-list">{"".join(f"<li><a href={chr(34)}{u}{chr(34)}>{n}</a></li>" for n, u in links)}</ul></div>'
        for t, links in col
    )
    flat = (
        (
            "Profil",
            (
                ("Sejarah", "/profil/sejarah/"),
                ("Visi, Misi & Motto", "/profil/visi-misi/"),
                ("TUSI", "/profil/tusi/"),
                ("SOTK", "/profil/struktur/"),
                ("Jajaran Pejabat", "/profil/pejabat/"),
                ("KUA dan Madrasah", "/profil/kua-madrasah/"),
                ("Data SDM", "/profil/sdm/"),
            ),
        ),
        (
            "Informasi",
            (
                ("Berita", "/category/berita/"),
                ("Pengumuman", "/category/pengumuman/"),
                ("Agenda", "/agenda/"),
                ("Data & Statistik", "/data/"),
            ),
        ),
        ("Layanan", (("PTSP", "/ptsp/"), ("SOP Layanan", "/sop/"), ("Survei", "/survei/"), ("Dumas", "/pengaduan/"))),
    )
    nav = '<li class="menu-item menu-item-home"><a href="/">Beranda</a></li>' + "".join(f'<li class="menu-item menu-item-has-children"><a href="#">{n}</a><ul class="sub-menu">{"".join(f"<li class={chr(34)}menu-item{chr(34)}><a href={chr(34)}{u}{chr(34)}>{t}</a></li>" for t, u in sub)}</ul></li>' for n, sub in flat) + f'<li class="menu-item jeg_megamenu has-mega"><a href="/ppid/">PPID</a><div class="sub-menu jeg_newsfeed"><div class="row">{mega}</div></div></li><li class="menu-item"><a href="/kontak/">Kontak</a></li>'  # fmt: skip
    side = (
        '<aside class="jeg_sidebar"><div class="widget"><h3>Terpopuler</h3>'
        + "".join(
            f'<div class="jeg_postblock"><a href="/{n.day:%Y/%m}/{n.slug}/">{n.title}</a></div>' for n in news[4:8]
        )
        + '</div><div class="widget"><h3>Jadwal Shalat Hari Ini</h3><p>22 November 2026 - Subuh 03:49 Dzuhur 11:30</p></div><div class="widget"><h3>Agenda</h3><p>Tidak ada agenda hari ini</p></div></aside>'
    )

    def page(title: str, body: str, kind: str = "page") -> str:
        return f"""<!DOCTYPE html><html lang="id"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} &#8211; Kemenag Purworejo</title><meta name="generator" content="WordPress 6.9"><meta name="generator" content="Elementor 3.31"></head>
<body class="wp-singular {kind}-template jnews elementor-default"><div class="jeg_viewport"><div class="jeg_topbar"><div class="jeg_top_date">Minggu, November 22, 2026</div><div class="socials_widget"><a href="https://www.instagram.com/kemenagpurworejo_" rel="nofollow"><i class="fab fa-instagram"></i></a><a href="https://www.youtube.com/@kemenagpurworejoofficial"><i class="fab fa-youtube"></i></a><a href="https://www.facebook.com/kankemenag.purworejo"><i class="fab fa-facebook"></i></a></div></div>
<div class="jeg_header"><div class="jeg_logo"><a href="/"><img src="/wp-content/uploads/2024/02/logo-web.png" alt="Kemenag Purworejo"></a></div><nav class="jeg_main_menu_wrapper"><ul class="jeg_menu jeg_main_menu">{nav}</ul></nav><form action="/" method="get" class="jeg_search_form"><input name="s" class="jeg_search_input" placeholder="Cari..." type="text"><button aria-label="Search Button" type="submit" class="jeg_search_button"><i class="fa fa-search"></i></button></form></div>
<div class="jeg_main"><div class="jeg_container"><div class="jeg_content"><div class="entry-header"><h1 class="jeg_post_title">{title}</h1></div><div class="entry-content no-share"><div class="content-inner">{body}</div></div></div>{side}</div></div>
<div class="jeg_footer"><div class="footer_widget widget_about"><h2>Kantor Kementerian Agama {place}</h2><p>Jl. Mayjen Sutoyo No. 66, Sindurjan, Kec. Purworejo, Kab. Purworejo, Jawa Tengah 54113</p><p>Telepon : (0275) 321 447<br>Surel : kabpurworejo@kemenag.go.id</p></div><div class="jeg_footer_bottom"><p>&copy; 2026 Humas Kemenag Purworejo - Theme by Jegtheme.</p></div></div></div></body></html>"""

    def tabs(*items: tuple[str, str]) -> str:
        return (
            '<div class="elementor-widget elementor-widget-tabs"><div class="elementor-tabs"><div class="elementor-tabs-wrapper" role="tablist">'
            + "".join(
                f'<div id="elementor-tab-title-9{i}" class="elementor-tab-title elementor-tab-desktop-title" role="tab" aria-controls="elementor-tab-content-9{i}">{n}</div>'
                for i, (n, _) in enumerate(items, 1)
            )
            + '</div><div class="elementor-tabs-content-wrapper">'
            + "".join(
                f'<div class="elementor-tab-title elementor-tab-mobile-title" role="tab">{n}</div><div id="elementor-tab-content-9{i}" class="elementor-tab-content elementor-clearfix" role="tabpanel"{"" if i == 1 else " hidden"}>{v}</div>'
                for i, (n, v) in enumerate(items, 1)
            )
            + "</div></div></div>"
        )

    def fold(*items: tuple[str, str]) -> str:
        return (
            '<div class="elementor-widget elementor-widget-accordion"><div class="elementor-accordion">'
            + "".join(
                f'<div class="elementor-accordion-item"><div id="elementor-tab-title-7{i}" class="elementor-tab-title" role="button" aria-expanded="false"><span class="elementor-accordion-icon"></span><a class="elementor-accordion-title" tabindex="0">{n}</a></div><div id="elementor-tab-content-7{i}" class="elementor-tab-content elementor-clearfix" role="region">{v}</div></div>'
                for i, (n, v) in enumerate(items, 1)
            )
            + "</div></div>"
        )

    def card(slug: str, name: str, number: int, size: str, day: str) -> str:
        """A WPDM card: the title leads to the package's page, the button to the file."""
        return f'<div class="w3eden"><div class="link-template-default card mb-2"><div class="card-body"><div class="media"><div class="mr-3 img-48"><img class="wpdm_icon" alt="Icon" src="/wp-content/plugins/download-manager/assets/file-type-icons/pdf.svg"></div><div class="media-body"><h3 class="package-title"><a href="/download/{slug}/">{name}</a></h3><div class="text-muted text-small"><i class="fas fa-copy"></i> 1 file(s) <i class="fas fa-hdd ml-3"></i> {size} <i class="far fa-calendar ml-3"></i> {day}</div></div><div class="ml-3"><a class="wpdm-download-link download-on-click btn btn-primary btn-sm" rel="nofollow" href="/download/{slug}/?wpdmdl={number}">Download</a></div></div></div></div></div>'

    def monitor(number: int, name: str, hits: int) -> str:
        return f'<p><a class="download-link" title="Version 1" href="/unduh/{number}/" rel="nofollow">{name} ({hits} downloads)</a></p>'

    def gview(key: str, name: str) -> str:
        return f'<div class="wp-block-embed embedpress-gutenberg-wrapper"><iframe src="{drive(made, key, name, "preview")}" width="100%" height="720" title="" allow="autoplay"></iframe></div>'

    packages = (
        (
            "renja-2026",
            "Renja Kankemenag Purworejo TA 2026",
            4101,
            "1.20 MB",
            "14 Januari 2026",
            paper("Rencana Kerja", place, 2026),
        ),
        (
            "dipa-ta-2026",
            "DIPA Petikan TA 2026",
            4102,
            "3.77 MB",
            "14 Januari 2026",
            paper("", place, "", scanned=True),
        ),
        ("rka-kl-2026", "RKA-KL TA 2026", 4103, "2.31 MB", "14 Januari 2026", b""),
        (
            "perkin-2025",
            "Perkin Kepala Kantor Tahun 2025",
            4060,
            "880.12 KB",
            "3 Februari 2025",
            paper("Perjanjian Kinerja", place, 2025, pages=4),
        ),
        (
            "lkjip-2025",
            "LKjIP Kankemenag Kab. Purworejo 2025",
            4120,
            "5.03 MB",
            "27 Februari 2026",
            paper("Laporan Kinerja Instansi Pemerintah", place, 2025, pages=22),
        ),
        (
            "neraca-audited-2025",
            "Neraca per 31 Desember 2025 (audited)",
            4131,
            "412.00 KB",
            "6 Juli 2026",
            paper("Neraca Percepatan Audited Per 31 Desember 2025", place, "", pages=3),
        ),
    )
    cards = {slug: card(slug, name, n, size, day) for slug, name, n, size, day, _ in packages}
    for slug, name, n, size, day, body in packages:
        made.whole[f"/download/{slug}/"] = page(
            name,
            f'<div class="w3eden"><div class="row"><div class="col-md-5"><a class="wpdm-download-link download-on-click btn btn-primary btn-lg" rel="nofollow" href="#" data-downloadurl="https://purworejo.kemenag.go.id/download/{slug}/?wpdmdl={n}&refresh=6741aa">Download</a><ul class="list-group"><li>Version <span></span></li><li>Download <span>57</span></li><li>File Size <span>{size}</span></li><li>Create Date <span>{day}</span></li></ul></div></div></div>',
            "wpdmpro",
        )
        if body:
            made.files[f"/download/{slug}/?wpdmdl={n}"] = body
    sops = (
        "Legalisasi Ijazah Madrasah",
        "Permohonan Rohaniwan dan Petugas Doa",
        "Rekomendasi Pindah Siswa",
        "Pengukuran Arah Kiblat",
        "Izin Operasional Madrasah Diniyah",
        "Pendaftaran Nikah di KUA",
    )
    ptsp = (
        "Legalisasi Dokumen",
        "Rekomendasi Bantuan Masjid/Mushalla",
        "Izin Operasional Pondok Pesantren",
        "Permohonan Data Keagamaan",
        "Mutasi Siswa Madrasah",
        "Pengukuran Arah Kiblat",
    )
    dip_rows = [
        (
            str(i),
            t,
            "Subbagian Tata Usaha" if i % 3 else "Seksi Pendidikan Madrasah",
            "PPID Unit",
            "Januari 2026, Purworejo",
            "Cetak & digital",
            "5 tahun",
        )
        for i, t in enumerate(
            (
                "Profil dan alamat kantor",
                "Rencana kerja",
                "Perjanjian kinerja",
                "Laporan kinerja",
                "DIPA",
                "RKA-KL",
                "LRA",
                "Neraca",
                "Data madrasah",
                "Data wakaf",
                "Data KUA",
                "SOP layanan",
                "Laporan layanan informasi",
                "Surat keputusan",
                "Agenda Kepala Kantor",
            ),
            1,
        )
    ]
    law = "https://jdih.kemenag.go.id/regulation/"
    made.whole |= {
        "/": page("Beranda", '<div class="jeg_hero">' + "".join(f'<article class="jeg_post"><h2 class="jeg_post_title"><a href="/{n.day:%Y/%m}/{n.slug}/">{n.title}</a></h2><div class="jeg_meta_date"><i class="fa fa-clock-o"></i> {plain(n.day)}</div></article>' for n in news[:6]) + '</div><img src="/wp-content/uploads/2023/05/tolak-gratifikasi.jpg" alt="banner">'),
        "/profil/sejarah/": page("Sejarah", "<p>Pembentukan Kementerian Agama tidak dapat dilepaskan dari perjuangan bangsa Indonesia. Usulan pembentukan kementerian pertama kali disampaikan oleh Muhammad Yamin dalam Rapat Besar BPUPKI pada 11 Juli 1945. Namun usulan tersebut tidak mendapat sambutan dalam sidang PPKI.</p><p>Pada sidang Pleno Komite Nasional Indonesia Pusat tanggal 25 sampai 27 November 1945 di Jakarta, usulan itu diajukan kembali oleh wakil dari Banyumas yaitu K.H. Abu Dardiri, K.H. Saleh Suaidy, dan M. Sukoso Wirjosaputro. Presiden memberi isyarat kepada Wakil Presiden yang menyatakan bahwa soal agama harus menjadi tanggung jawab kementerian tersendiri. Kementerian Agama kemudian resmi berdiri pada 3 Januari 1946 dengan H.M. Rasjidi sebagai Menteri Agama yang pertama, dan tanggal itu diperingati sebagai Hari Amal Bhakti.</p>"),
        "/profil/visi-misi/": page("Visi, Misi & Motto", tabs(("VISI", f"<p>“Terwujudnya masyarakat {place} yang rukun, cerdas, dan maslahat menuju Indonesia Emas”</p>"), ("MISI", "<ol><li>Menguatkan kerukunan dan cinta kemanusiaan;</li><li>Meningkatkan mutu layanan keagamaan yang berdampak;</li><li>Memeratakan akses pendidikan ramah, unggul dan terintegrasi;</li><li>Memberdayakan ekonomi umat; dan</li><li>Digitalisasi tata kelola.</li></ol>"), ("MOTTO", "<p>SIAP : Santun, Ikhlas, Amanah, Profesional</p>"))),
        "/profil/tusi/": page("TUSI", fold(("Tugas", f"<p>Kantor Kementerian Agama {place} mempunyai tugas melaksanakan tugas dan fungsi Kementerian Agama di wilayah kabupaten berdasarkan kebijakan Kepala Kantor Wilayah Kementerian Agama Provinsi Jawa Tengah dan peraturan perundang-undangan (PMA 19/2019 jo. PMA 6/2022).</p>"), ("Fungsi", "<ol><li>perumusan visi, misi, dan kebijakan teknis di bidang pelayanan dan bimbingan kehidupan beragama kepada masyarakat di kabupaten;</li><li>pelayanan, bimbingan dan pembinaan di bidang pendidikan madrasah, pendidikan agama dan pendidikan keagamaan;</li><li>pembinaan kerukunan umat beragama;</li><li>pengelolaan administrasi dan informasi;</li><li>perencanaan, pengendalian, pengawasan, dan evaluasi program; dan</li><li>hubungan dengan pemerintah daerah dan lembaga masyarakat.</li></ol>"))),
        "/profil/struktur/": page("SOTK", '<figure class="wp-block-image size-full"><img src="/wp-content/uploads/2026/01/SOTK-2026-scaled.jpg" alt="" width="2048" height="1448"><figcaption>Struktur Organisasi Kankemenag Kab. Purworejo Tahun 2026</figcaption></figure>'),
        "/profil/pejabat/": page("Jajaran Pejabat", '<div class="elementor-row">' + "".join(f'<div class="elementor-column elementor-widget-image-box"><figure><img src="/wp-content/uploads/2025/08/IMG-{i}.jpg" alt="{n}" width="600" height="800"></figure><div class="elementor-image-box-content"><h3>{n}</h3><p>{j}</p><p>{b}</p></div></div>' for i, (n, j, b) in enumerate((("H. Sardjiman Wibisono, S.Ag., M.Pd.", "Kepala Kantor", "Lahir di Kutoarjo tahun 1970. Menjabat Kepala Kantor sejak Maret 2024, sebelumnya Kepala Bagian Tata Usaha di Klaten. Menyelesaikan S1 di IAIN Walisongo dan S2 di UNY. Berpengalaman sebagai guru, pengawas, dan kepala seksi selama dua puluh delapan tahun."), ("Nurul Fatoni Hakim, S.H.", "Kepala Subbagian Tata Usaha", "Menjabat sejak 2022."), ("Dra. Hj. Emi Tarwiyah", "Kasi Pendidikan Madrasah", "Menjabat sejak 2021."), ("Akhmad Zubaedi, M.S.I.", "Kasi Bimas Islam", "Menjabat sejak 2023.")))) + "</div>"),
        "/profil/kua-madrasah/": page("KUA dan Madrasah", '<div class="elementor-alert">Halaman sedang dalam perbaikan, coming soon...</div>'),
        "/profil/sdm/": page("Data SDM", "<p>Keadaan pegawai per 31 Desember 2024</p>" + table(("Golongan", "Laki-laki", "Perempuan", "Jumlah"), (("IV", "61", "48", "109"), ("III", "142", "167", "309"), ("II", "19", "6", "25"), ("PPPK", "88", "131", "219"), ("Jumlah", "310", "352", "662")), 'class="wp-block-table"')),
        "/category/berita/": page("Berita", "".join(f'<article class="jeg_post jeg_pl_md_2"><h3><a href="/{n.day:%Y/%m}/{n.slug}/">{n.title}</a></h3><div class="jeg_meta_date">{plain(n.day)}</div></article>' for n in news)),
        "/category/pengumuman/": page("Pengumuman", '<article class="jeg_post jeg_pl_md_2"><h3><a href="/2026/03/libur-idul-fitri/">Penyesuaian Layanan Libur Idul Fitri 1447 H</a></h3><div class="jeg_meta_date">16 Maret 2026</div></article><article class="jeg_post jeg_pl_md_2"><h3><a href="/2025/06/tanda-tangan-elektronik/">Penggunaan Tanda Tangan Elektronik pada Layanan</a></h3><div class="jeg_meta_date">2 Juni 2025</div></article>'),
        "/2026/03/libur-idul-fitri/": page("Penyesuaian Layanan Libur Idul Fitri 1447 H", '<div class="jeg_meta_date"><time datetime="2026-03-16T08:00:00+07:00">16 Maret 2026</time></div><p>Loket layanan tutup selama libur dan cuti bersama Idul Fitri dan buka kembali seperti biasa sesudahnya.</p>', "post"),
        "/2025/06/tanda-tangan-elektronik/": page("Penggunaan Tanda Tangan Elektronik pada Layanan", '<div class="jeg_meta_date"><time datetime="2025-06-02T08:00:00+07:00">2 Juni 2025</time></div><p>Semua surat keluar memakai tanda tangan elektronik.</p>', "post"),
        "/agenda/": page("Agenda", '<div class="tribe-events-calendar-list"><p class="tribe-events-c-messages__message-list-item">There are no upcoming events.</p></div>'),
        "/data/": page("Data & Statistik", '<iframe width="100%" height="900" src="https://lookerstudio.google.com/embed/reporting/51c9-purworejo/page/p_1" frameborder="0" allowfullscreen></iframe>'),
        "/ptsp/": page("PTSP", "<p>Layanan Pelayanan Terpadu Satu Pintu beserta syaratnya:</p>" + fold(*((n, f"<p>Syarat:</p><ul><li>Surat permohonan {n.lower()}</li><li>Fotokopi KTP</li><li>Dokumen asli untuk dicocokkan</li></ul>") for n in ptsp))),
        "/sop/": page("SOP Layanan", "".join(monitor(900 + i, f"SOP {n} 2024", 30 + 7 * i) for i, n in enumerate(sops))),
        "/survei/": page("Survei", '<p>Bantu kami meningkatkan layanan dengan mengisi survei.</p><div class="elementor-button-wrapper"><a class="elementor-button" href="https://forms.gle/pwr7SkmX"><span>ISI SURVEI KEPUASAN</span></a></div>'),
        "/pengaduan/": page("Dumas", '<p>Pengaduan atas penyalahgunaan wewenang dapat disampaikan dengan cara:</p><ol><li>Menulis laporan disertai identitas, waktu, tempat kejadian dan bukti awal.</li><li>Mengirim laporan lewat <a href="https://www.lapor.go.id">SP4N-LAPOR!</a>, <a href="https://simdumas.kemenag.go.id">SIMDUMAS</a>, atau WA 0812 2777 1466.</li><li>Tim pengelola menelaah laporan paling lama 5 hari kerja dan memberi tanggapan kepada pelapor.</li></ol>'),
        "/kontak/": page("Kontak", '<p>Kantor Kementerian Agama Kabupaten Purworejo, Jl. Mayjen Sutoyo No. 66 Purworejo 54113</p><p>Senin - Kamis : 07.30 - 16.00 WIB<br>Jum\'at : 07.30 - 16.30 WIB</p><iframe src="https://www.google.com/maps/embed?pb=pwr" title="Peta"></iframe>'),
        "/ppid/": page("PPID", '<p>Selamat datang di laman PPID Kantor Kementerian Agama Kabupaten Purworejo.</p><div class="elementor-grid">' + "".join(f'<div class="elementor-icon-box"><h3><a href="{u}">{n}</a></h3></div>' for _, links in col for n, u in links) + "</div>"),
        "/ppid/profil-ppid/": page("Profil PPID", "<p>PPID Unit Kantor Kementerian Agama Kabupaten Purworejo dibentuk untuk melaksanakan UU Nomor 14 Tahun 2008.</p><ul><li>Atasan PPID : Kepala Kantor Kementerian Agama Kabupaten Purworejo</li><li>PPID : Kepala Subbagian Tata Usaha</li><li>Petugas layanan : JFU Humas</li></ul><h3>Tugas dan Wewenang PPID</h3><ol><li>Mengumpulkan dan mendokumentasikan informasi dari tiap seksi;</li><li>Melayani permohonan informasi secara cepat dan tepat;</li><li>Memutakhirkan Daftar Informasi Publik;</li><li>Menolak permohonan informasi yang dikecualikan dengan alasan tertulis.</li></ol>"),
        "/ppid/sk-ppid/": page("SK PPID", '<p>Keputusan Kepala Kantor Kementerian Agama Kabupaten Purworejo Nomor 145 Tahun 2025 tentang Penetapan Pejabat Pengelola Informasi dan Dokumentasi</p><div class="embedpress-document-embed"><iframe src="/wp-content/uploads/2025/03/0145.pdf"></iframe></div>'),
        "/ppid/maklumat/": page("Maklumat", '<figure class="wp-block-image"><img src="/wp-content/uploads/2024/07/MAKLUMAT-FIX.png" width="1280" height="900" alt="Maklumat Pelayanan Informasi PPID Kankemenag Purworejo"></figure>'),
        "/ppid/regulasi/": page("Regulasi KIP", "<ul>" + "".join(f'<li><a href="{law}{u}">{n}</a></li>' for n, u in (("Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik", "uu-14-2008"), ("PP Nomor 61 Tahun 2010", "pp-61-2010"), ("Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik", "perki-1-2021"), ("PERKI 1/2013 Prosedur Penyelesaian Sengketa", "perki-1-2013"), ("KMA 657 Tahun 2021", "kma-657-2021"), ("KMA No 92 Tahun 2019", "kma-92-2019"))) + "</ul>"),
        "/ppid/informasi-berkala/": page("Info Berkala", "<p><em>Diperbarui 12 Oktober 2026</em></p>" + tabs(("Kinerja", "<h4>Rencana Kerja</h4>" + cards["renja-2026"] + "<h4>Perjanjian Kinerja</h4>" + cards["perkin-2025"] + "<h4>Laporan Kinerja</h4>" + cards["lkjip-2025"] + '<h4>Program Prioritas</h4><p><a href="https://kemenag.go.id/asta-protas">Asta Protas Menteri Agama (laman Kemenag RI)</a></p>'), ("Keuangan", cards["dipa-ta-2026"] + cards["rka-kl-2026"] + cards["neraca-audited-2025"] + "<h4>Laporan Realisasi Anggaran TA 2025 (Audited)</h4>" + gview("lra25", "LRA TA 2025 Audited Kankemenag Purworejo.pdf")), ("Lainnya", '<ul><li><a href="/profil/struktur/">Struktur organisasi</a></li><li><a href="/profil/pejabat/">Profil pejabat</a></li><li><a href="/profil/sdm/">Data kepegawaian</a></li><li>LHKPN : <a href="https://elhkpn.kpk.go.id/portal/user/login">e-LHKPN KPK</a></li><li>Pengadaan : <a href="https://sirup.lkpp.go.id/sirup">SiRUP LKPP</a></li></ul>'))),
        "/ppid/informasi-serta-merta/": page("Info Serta-Merta", "<p>Informasi serta merta adalah informasi yang dapat mengancam hajat hidup orang banyak dan ketertiban umum, yang wajib diumumkan oleh badan publik tanpa penundaan sebagaimana dimaksud Pasal 10 ayat (1) Undang-Undang Nomor 14 Tahun 2008.</p>"),
        "/ppid/informasi-setiap-saat/": page("Info Setiap Saat", fold(("Daftar Informasi Publik", '<p><a href="/ppid/daftar-informasi-publik/">DIP Tahun 2026</a></p>'), ("Rencana Strategis", monitor(771, "Renstra Kementerian Agama RI 2025-2029", 12)), ("Surat Menyurat", monitor(772, "Rekap Surat Masuk dan Keluar Triwulan II 2026", 4)), ("Standar Operasional Prosedur", '<p><a href="/sop/">SOP Layanan</a></p>'), ("Peminjaman Aula", monitor(773, "Tata Tertib Peminjaman Aula 2026", 3)), ("MoU / Kerjasama", "<p>Data belum tersedia</p>"))),
        "/ppid/informasi-dikecualikan/": page("Info Dikecualikan", "<p>Informasi yang dikecualikan adalah informasi yang tidak dapat diakses oleh pemohon informasi publik sebagaimana dimaksud dalam Pasal 17 Undang-Undang Keterbukaan Informasi Publik. Pengecualian bersifat ketat dan terbatas.</p>"),
        "/ppid/daftar-informasi-publik/": page("DIP Tahun 2026", "<p>Daftar Informasi Publik Kankemenag Kab. Purworejo Tahun 2026</p>" + table(("No", "Ringkasan Isi Informasi", "Pejabat yang Menguasai", "Penanggungjawab", "Waktu & Tempat Pembuatan", "Bentuk", "Retensi"), dip_rows, 'id="tablepress-4" class="tablepress tablepress-id-4"')),
        "/ppid/cara-memperoleh-informasi/": page("Cara Memperoleh Informasi", '<ol><li>Pemohon mengisi formulir dan melampirkan salinan KTP (perorangan) atau akta pendirian (badan hukum).</li><li>Petugas mencatat permohonan pada buku register dan memberi nomor pendaftaran.</li><li>PPID memberi pemberitahuan tertulis paling lambat 10 hari kerja sejak permohonan diterima.</li><li>Perpanjangan waktu paling lama 7 hari kerja dengan alasan tertulis.</li></ol><p>Formulir dapat diunduh, diisi, lalu dikirim melalui email:</p><p><a class="download-link" href="/wp-content/uploads/2023/02/FORM-A1.docx">Formulir Permohonan Informasi Publik (Word)</a></p>'),
        "/ppid/keberatan/": page("Pengajuan Keberatan", "<p>Keberatan diajukan kepada Atasan PPID dalam 30 hari kerja sejak ditemukan alasan, dan Atasan PPID memberi tanggapan tertulis paling lama 30 hari kerja sejak keberatan dicatat. Alasan keberatan:</p><ul><li>permohonan ditolak dengan alasan pengecualian;</li><li>informasi berkala tidak disediakan;</li><li>permohonan tidak ditanggapi;</li><li>ditanggapi tidak sebagaimana diminta;</li><li>permohonan tidak dipenuhi;</li><li>biaya tidak wajar;</li><li>penyampaian melebihi jangka waktu.</li></ul>" + '<div class="wpforms-container"><form id="wpforms-form-3312" method="post" action="/ppid/keberatan/">' + "".join(f'<div class="wpforms-field"><label for="w{i}">{n}</label><input type="text" id="w{i}" name="wpforms[fields][{i}]"></div>' for i, n in enumerate(("Nomor registrasi permohonan", "Nama", "Alamat", "No. HP / Email", "Alasan keberatan", "Kasus posisi"))) + '<button type="submit">Kirim Keberatan</button></form></div>'),
        "/ppid/sengketa/": page("Sengketa Informasi", "<p>Apabila pemohon tidak puas atas tanggapan Atasan PPID, sengketa informasi diajukan ke Kantor Wilayah Kementerian Agama Provinsi Jawa Tengah di Semarang untuk diselesaikan secara musyawarah.</p>"),
        "/ppid/waktu-biaya/": page("Waktu & Biaya", "<p>Jawaban permohonan: 10 (sepuluh) hari kerja, dapat diperpanjang 7 (tujuh) hari kerja.</p><p>Tidak dipungut biaya. Penggandaan dokumen menjadi tanggungan pemohon.</p><p>Desk PPID buka Senin - Kamis pukul 08.00 - 15.00 WIB dan Jumat pukul 08.00 - 14.30 WIB.</p>"),
        "/ppid/laporan-ppid/": page("Laporan PPID", monitor(780, "Laporan Layanan Informasi Publik Tahun 2022", 66) + monitor(781, "Laporan Layanan Informasi Publik Tahun 2021", 80)),
        "/ppid/sop-ppid/": page("SOP PPID", monitor(790, "SOP Permohonan Informasi Publik", 21) + monitor(791, "SOP Penanganan Keberatan", 14) + monitor(792, "SOP Uji Konsekuensi", 9)),
        "/ppid/statistik/": page("Statistik Permohonan", '<div class="elementor-counter"><span class="elementor-counter-number" data-to-value="0">0</span><div class="elementor-counter-title">Permohonan</div></div><div class="elementor-counter"><span class="elementor-counter-number" data-to-value="0">0</span><div class="elementor-counter-title">Diproses</div></div><div class="elementor-counter"><span class="elementor-counter-number" data-to-value="0">0</span><div class="elementor-counter-title">Selesai</div></div>'),
    }  # fmt: skip
    for n in news:
        made.whole[f"/{n.day:%Y/%m}/{n.slug}/"] = page(
            n.title,
            f'<div class="jeg_meta_container"><div class="jeg_meta_author">by humas</div><div class="jeg_meta_date"><a href="/{n.day:%Y/%m}/{n.slug}/">{plain(n.day)}</a></div></div><script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": n.title, "datePublished": f"{n.day}T09:12:00+07:00"})}</script><p>{n.text}</p>',
            "post",
        )
    made.files |= {
        "/wp-content/uploads/2025/03/0145.pdf": decree("Penetapan Pejabat Pengelola Informasi dan Dokumentasi", place, "145", 2025), "/wp-content/uploads/2026/01/SOTK-2026-scaled.jpg": PNG, "/wp-content/uploads/2024/07/MAKLUMAT-FIX.png": PNG, "/wp-content/uploads/2023/05/tolak-gratifikasi.jpg": PNG, "/wp-content/uploads/2024/02/logo-web.png": PNG,
        "/wp-content/plugins/download-manager/assets/file-type-icons/pdf.svg": b"<svg/>", "/wp-content/uploads/2023/02/FORM-A1.docx": word("FORMULIR PERMOHONAN INFORMASI PUBLIK", "Nama :", "Alamat :", "Nomor telepon/email :", "Rincian informasi yang dibutuhkan :", "Tujuan penggunaan informasi :", "Cara memperoleh informasi :"),
        **{f"/wp-content/uploads/2025/08/IMG-{i}.jpg": PNG for i in range(4)}, **{f"/unduh/{900 + i}/": paper(f"SOP {n}", place, 2024, pages=3) for i, n in enumerate(sops)},
        "/unduh/771/": paper("Rencana Strategis Kementerian Agama 2025-2029", "", "", pages=40, issuer="PERATURAN MENTERI AGAMA REPUBLIK INDONESIA\nRENCANA STRATEGIS KEMENTERIAN AGAMA TAHUN 2025-2029"), "/unduh/772/": paper("Rekap Surat Masuk dan Keluar Triwulan II", place, 2026, pages=2), "/unduh/773/": paper("Tata Tertib Peminjaman Aula", place, 2026, pages=1),
        "/unduh/780/": paper("Laporan Layanan Informasi Publik", place, 2022), "/unduh/781/": paper("Laporan Layanan Informasi Publik", place, 2021), **{f"/unduh/{790 + i}/": paper(f"SOP {n}", place, 2023, pages=3) for i, n in enumerate(("Permohonan Informasi Publik", "Penanganan Keberatan", "Uji Konsekuensi"))},
    }  # fmt: skip
    return made


# ---------------------------------------------------------------------------------------------------------------- two


def jepara() -> Made:
    """Laravel in the ministry's look: the whole of PPID one page with one long table (No, Jenis Informasi, Tautan), documents in Drive."""
    place = "Kabupaten Jepara"
    made = Made(office("c-laradrive", f"Kankemenag {place}", "https://jepara.kemenag.go.id"), Whole())
    news = feed("Jepara", 10, 12, 17, 18, 26, 29, 45, 47, 61, 74, 75, 96, 110)
    top = (
        ("Beranda", "/"),
        (
            "Profil",
            (
                ("Sejarah Singkat", "/profil/sejarah-singkat"),
                ("Visi Misi", "/profil/visi-misi"),
                ("Tugas & Fungsi", "/profil/tugas-fungsi"),
                ("Susunan Organisasi", "/profil/susunan-organisasi"),
                ("Sambutan Kepala", "/profil/sambutan"),
            ),
        ),
        ("Kabar", "/kabar"),
        ("Pengumuman", "/pengumuman"),
        ("PPID", "/ppid"),
        (
            "Layanan",
            (
                ("PTSP Online", "#"),
                ("Daftar Madrasah", "/madrasah"),
                ("Pengaduan", "/pengaduan"),
                ("Survei Kepuasan", "/survei-kepuasan"),
                ("Agenda Kegiatan", "/agenda"),
                ("Data", "/data"),
            ),
        ),
        ("Hubungi Kami", "/hubungi-kami"),
    )
    bar = "".join(
        f'<li class="nav-item"><a class="nav-link text-white" href="{t}">{n}</a></li>'
        if isinstance(t, str)
        else f'<li class="nav-item dropdown"><a class="nav-link dropdown-toggle text-white" href="#" role="button" data-bs-toggle="dropdown">{n}</a><div class="dropdown-menu">{"".join(f"<a class={chr(34)}dropdown-item{chr(34)} href={chr(34)}{u}{chr(34)}>{m}</a>" for m, u in t)}</div></li>'
        for n, t in top
    )

    def page(title: str, body: str) -> str:
        return f"""<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no"><meta name="csrf-token" content="Vb1"><title>{title} | Kementerian Agama Kabupaten Jepara</title></head><body>
<div class="header-kemenag"><div class="container d-flex"><img src="/assets/img/logo_kemenag.png" height="70" alt="Logo Kementerian Agama"><div><h5 class="mb-0">KANTOR KEMENTERIAN AGAMA</h5><h4>KABUPATEN JEPARA</h4><small>Ikhlas Beramal</small></div><div id="jam" class="ms-auto">Ahad, 22 November 2026 12:00:00</div></div></div>
<nav class="navbar navbar-expand-lg bg-hijau"><div class="container"><button class="navbar-toggler" type="button" data-bs-toggle="collapse" data-bs-target="#menu"></button><div class="collapse navbar-collapse" id="menu"><ul class="navbar-nav">{bar}</ul></div></div></nav>
<div class="container my-4"><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="/">Beranda</a></li><li class="breadcrumb-item active">{title}</li></ol></nav><div class="row"><div class="col-lg-9"><h2 class="judul-hijau">{title}</h2>{body}</div><div class="col-lg-3"><div class="card mb-3"><div class="card-header">Kunjungan</div><ul class="list-group"><li class="list-group-item">Hari ini: 214</li><li class="list-group-item">Bulan ini: 5.880</li><li class="list-group-item">Total: 391.204</li></ul></div><div class="card"><div class="card-header">Kabar Kemenag RI</div><ul><li><a href="https://kemenag.go.id/nasional/sidang-isbat">Menag: Teknologi untuk Umat (21 November 2026)</a></li></ul></div></div></div></div>
<footer class="footer-kemenag"><div class="container"><p><b>Kankemenag Kab. Jepara</b><br>Jalan Ratu Kalinyamat No 5, Jepara 59419<br>T. 0291 591 145<br>E. kemenagjepara.humas@gmail.com</p><p><a href="https://www.facebook.com/KementerianAgamaRI">Facebook</a> <a href="https://www.instagram.com/kemenag_ri">Instagram</a> <a href="https://twitter.com/Kemenag_RI">X</a></p><p>Hak Cipta 2026</p></div></footer></body></html>"""

    def section(head: str, *rows: tuple[str, str]) -> str:
        return f'<tr class="table-success"><td colspan="3"><strong>{head}</strong></td></tr>' + "".join(
            f'<tr><td class="text-center">{i}</td><td>{n}</td><td>'
            + (
                f'<a href="{u}" target="_blank" class="badge bg-success text-decoration-none">Klik di sini</a>'
                if u
                else "-"
            )
            + "</td></tr>"
            for i, (n, u) in enumerate(rows, 1)
        )

    gone = "https://drive.google.com/file/d/1fAcapaianhapus/view"
    made.answers[gone] = (
        404,
        "<html><head><title>Google Drive - Page Not Found</title></head><body>Sorry, the file you have requested does not exist.</body></html>",
    )
    gform = "https://docs.google.com/forms/d/e/1FAIpQLSeJeparaPPID/viewform"
    made.answers[gform] = (
        200,
        '<html><head><title>Formulir Permohonan Informasi Publik PPID Kemenag Jepara</title></head><body><form action="formResponse"><div role="heading">Nama lengkap sesuai KTP *</div><input><div role="heading">Alamat *</div><input><div role="heading">Nomor WA / Email *</div><input><div role="heading">Rincian informasi yang diminta *</div><textarea></textarea><div role="heading">Tujuan penggunaan informasi *</div><input><div role="heading">Cara memperoleh informasi *</div><input></form></body></html>',
    )

    def d(key: str, name: str, kind: str = "file") -> str:
        return drive(made, f"jpr{key}", name, kind)

    rows = (
        section("A. INFORMASI YANG WAJIB DISEDIAKAN DAN DIUMUMKAN SECARA BERKALA", ("Alamat dan Kedudukan", "/hubungi-kami"), ("Visi dan Misi", "/profil/visi-misi"), ("Susunan Organisasi", "/profil/susunan-organisasi"), ("LHKPN dan LHKASN", d("lhk", "LHKPN LHKASN|Pengumuman LHKPN Kepala Kankemenag Jepara 2025.pdf|Rekap LHKASN 2025.pdf", "folder")), ("Program dan/atau kegiatan yang sedang dijalankan", "#"), ("Renja 2026", d("renja", "Renja Kemenag Jepara 2026.pdf")), ("Perjanjian Kinerja", d("pk", "Perjanjian Kinerja|PK 2024.pdf|PK 2025.pdf|PK 2026.pdf", "folder")), ("LKJ", d("lkj", "LKJ Kankemenag Jepara|LKj 2022.pdf|LKj 2023.pdf|LKj 2024.pdf", "folder")), ("Laporan Capaian Kinerja Tri Wulan", gone), ("DIPA", d("dipa", "", "login")), ("R K A K L", d("rka", "RKAKL 2024 Kankemenag Jepara.pdf")), ("LRA TA. 2025", d("lra", "LRA 2025 Audited.pdf")), ("Neraca dan CALK TA. 2025", d("lk", "LK UAKPA 2025 Audited|Neraca 31 Des 2025.pdf|CALK 2025.pdf|LO LPE 2025.pdf", "folder")), ("Ringkasan akses informasi publik", "/ppid/ringkasan-akses"), ("Pengadaan barang dan jasa", "#"), ("Prosedur peringatan dini dan evakuasi keadaan darurat", "")),
        section("B. INFORMASI YANG WAJIB DIUMUMKAN SERTA MERTA", ("Informasi Serta Merta", "/ppid/serta-merta")),
        section("C. INFORMASI YANG WAJIB TERSEDIA SETIAP SAAT", ("Daftar Informasi Publik", d("dip", "SK dan Lampiran Daftar Informasi Publik Kankemenag Jepara 2025.pdf")), ("Restra 2020-2024", d("renstra", "Renstra Kankemenag Jepara 2020-2024.pdf")), ("SOP Pelayanan", d("sop", "SOP Pelayanan|SOP Legalisir 2025.pdf|SOP Rekom Paspor 2025.pdf|SOP Ijop LPQ 2025.pdf|SOP Arah Kiblat 2025.pdf|SOP Pelayanan Nikah 2025.pdf|SOP Mutasi Siswa 2025.pdf|SOP Surat Masuk 2025.pdf", "folder")), ("Perjanjian Kerja Sama (PKS)", ""), ("Rekapitulasi surat keluar 2026", d("surat", "Rekap Surat Keluar s.d. Juni 2026.pdf")), ("Jadwal petugas PTSP 2026", d("jadwal", "Jadwal Petugas PTSP 2026.pdf"))),
        section("D. INFORMASI YANG DIKECUALIKAN", ("Daftar Informasi yang Dikecualikan", "/ppid/dikecualikan"), ("SOP Pengujian Konsekuensi", d("ujisop", "SOP Uji Konsekuensi.pdf"))),
        section("E. LAYANAN INFORMASI", ("SK PPID", d("kma", "KMA Nomor 657 Tahun 2021 tentang PPID Kementerian Agama.pdf")), ("Profil dan Tugas PPID", "/ppid/tugas"), ("Alur Permohonan", "/ppid/alur-permohonan"), ("Form Permohonan Online", gform), ("Keberatan", "/ppid/keberatan"), ("Penyelesaian Sengketa", "/ppid/sengketa"), ("Waktu dan Biaya", "/ppid/waktu-biaya"), ("Maklumat", "/ppid/maklumat"), ("SOP PPID", d("sopppid", "SOP PPID|01 SOP Permohonan Informasi.pdf|02 SOP Keberatan.pdf|03 SOP Penetapan dan Pemutakhiran DIP.pdf|04 SOP Uji Konsekuensi.pdf|05 SOP Pendokumentasian.pdf|06 SOP Maklumat.pdf", "folder")), ("Laporan Layanan Informasi", d("lap", "Laporan Layanan Informasi|Laporan PPID 2021.pdf|Laporan PPID 2022.pdf|Laporan PPID 2023.pdf", "folder"))),
    )  # fmt: skip
    made.whole = {
        "/": page("Beranda", "".join(f'<div class="card mb-2"><div class="card-body"><h5><a href="/kabar/{n.slug}">{n.title}</a></h5><small class="text-muted">{n.day:%d/%m/%Y} 09:14 WIB</small></div></div>' for n in news[:5])),
        "/kabar": page("Kabar", "".join(f'<div class="card mb-2"><div class="card-body"><h5><a href="/kabar/{n.slug}">{n.title}</a></h5><small class="text-muted">{n.day:%d/%m/%Y} 09:14 WIB</small></div></div>' for n in news)),
        "/profil/sejarah-singkat": page("Sejarah Singkat", "<p>Pada zaman Hindia Belanda urusan keagamaan di Jepara ditangani penghulu kabupaten yang berkantor di sisi utara alun-alun, berdampingan dengan Masjid Agung Baitul Makmur. Setelah Departemen Agama berdiri, dibentuklah Kantor Urusan Agama Kabupaten Jepara yang dipimpin KH Mawardi dengan sembilan orang pegawai.</p><p>Tahun 1972 kantor berganti nama menjadi Perwakilan Departemen Agama, lalu Kantor Departemen Agama Kabupaten Jepara tiga tahun kemudian. Gedung di Jalan Ratu Kalinyamat ditempati sejak 1986 dan direnovasi pada 2014. Wilayah kerjanya mencakup enam belas kecamatan, termasuk Karimunjawa yang dilayani dengan kapal dua kali sepekan. Nama Kantor Kementerian Agama Kabupaten Jepara dipakai sejak 2010 dan ruang pelayanan terpadu dibuka delapan tahun kemudian.</p>"),
        "/profil/visi-misi": page("Visi Misi", "<h4>Visi</h4><p>Kementerian Agama Kabupaten Jepara yang profesional dan andal dalam membangun masyarakat yang saleh, moderat, cerdas dan unggul (2020-2024).</p><h4>Misi</h4><ol><li>Meningkatkan kualitas kesalehan umat beragama</li><li>Memperkuat moderasi beragama</li><li>Meningkatkan layanan keagamaan yang adil, mudah dan merata</li><li>Memantapkan tata kelola yang baik</li></ol>"),
        "/profil/tugas-fungsi": page("Tugas & Fungsi", '<div class="alert alert-warning">Data tugas dan fungsi belum tersedia</div>'),
        "/profil/susunan-organisasi": page("Susunan Organisasi", table(("No", "Nama", "Jabatan"), (("1", "H. Abdul Kholiq Mustofa, S.Pd.I., M.M.", "Kepala Kantor"), ("2", "Sholikin Ardiansyah, S.E.", "Kasubbag Tata Usaha"), ("3", "Hj. Umi Nafisah, M.Pd.", "Kasi Pendidikan Madrasah"), ("4", "Drs. Rifqi Haidar", "Kasi PD Pontren"), ("5", "Nur Said Ma'ruf, S.H.I.", "Kasi Bimas Islam"), ("6", "Dewi Kumalasari, S.Pd.K.", "Penyelenggara Kristen"), ("7", "Ali Machfudz, S.Ag.", "Penyelenggara Zakat dan Wakaf")))),
        "/profil/sambutan": page("Sambutan Kepala", "<p>Assalamu'alaikum wr. wb. Puji syukur ke hadirat Allah SWT, website ini dapat hadir sebagai jembatan informasi bagi masyarakat. Kritik dan saran sangat kami nantikan. Wassalamu'alaikum wr. wb.</p>"),
        "/pengumuman": page("Pengumuman", '<ul class="list-group"><li class="list-group-item"><a href="/pengumuman/sertifikasi-guru">Jadwal PPG Dalam Jabatan Guru Madrasah Batch IV</a> <small>15/09/2026</small></li><li class="list-group-item"><a href="/pengumuman/pmbm-2026">Penerimaan Murid Baru Madrasah (PMBM) TP 2026/2027</a> <small>05/05/2026</small></li><li class="list-group-item"><a href="/pengumuman/lelang">Lelang Barang Milik Negara Kendaraan Roda Dua</a> <small>11/02/2026</small></li></ul>'),
        "/pengumuman/sertifikasi-guru": page("Jadwal PPG Dalam Jabatan Guru Madrasah Batch IV", "<small>15/09/2026 10:02 WIB</small><p>Peserta batch IV melakukan lapor diri 21 sampai 25 September 2026 secara daring.</p>"),
        "/pengumuman/pmbm-2026": page("Penerimaan Murid Baru Madrasah (PMBM) TP 2026/2027", "<small>05/05/2026 08:30 WIB</small><p>Persyaratan: akta kelahiran, kartu keluarga, ijazah/SKL, usia maksimal 15 tahun untuk MTsN dan 21 tahun untuk MAN.</p><p>Jadwal: pendaftaran 18 - 30 Mei 2026, tes 3 Juni 2026, pengumuman 8 Juni 2026, daftar ulang 9 - 12 Juni 2026.</p>"),
        "/pengumuman/lelang": page("Lelang Barang Milik Negara Kendaraan Roda Dua", "<small>11/02/2026 13:45 WIB</small><p>Kankemenag Jepara bersama KPKNL Semarang melelang dua sepeda motor. Peminat mendaftar di portal lelang.</p>"),
        "/pengaduan": page("Pengaduan", '<p>Sampaikan pengaduan Anda melalui kanal nasional <a href="https://lapor.go.id">SP4N LAPOR</a> atau langsung ke petugas pengaduan kami, Bapak Ridlwan, telepon 0291 591 145. Pengaduan ditindaklanjuti dalam 14 hari kerja.</p><form action="/pengaduan" method="post"><input name="nama" placeholder="Nama"><textarea name="isi" placeholder="Isi pengaduan"></textarea><button>Kirim</button></form>'),
        "/survei-kepuasan": page("Survei Kepuasan", "<p>Hasil Survei Kepuasan Masyarakat Triwulan III Tahun 2026</p>" + table(("Unsur", "Nilai"), (("Persyaratan", "3,58"), ("Prosedur", "3,51"), ("Waktu", "3,44"), ("Biaya", "3,90"), ("IKM unit", "88,42 (Sangat Baik)")))),
        "/agenda": page("Agenda Kegiatan", table(("Tanggal", "Kegiatan", "Tempat"), (("24/11/2026", "Rakor Kepala KUA", "Aula"), ("18/11/2026", "Pembinaan Pengawas PAI", "MAN 1"), ("03/11/2026", "Rapat pimpinan", "Ruang Kepala")))),
        "/data": page("Data", '<div class="text-center py-5"><img src="/assets/img/empty.svg" alt=""><p>Belum ada data</p></div>'),
        "/hubungi-kami": page("Hubungi Kami", '<p>Kantor Kementerian Agama Kabupaten Jepara</p><p>Jalan Ratu Kalinyamat No 5 Jepara, Kode Pos 59419</p><iframe src="https://www.google.com/maps/embed?pb=jpr" title="peta"></iframe>'),
        "/ppid": page("PPID", '<p>Daftar tautan informasi publik PPID Unit Kantor Kementerian Agama Kabupaten Jepara. Pemutakhiran: 30 September 2026.</p><table class="table table-bordered table-hover" id="tabelppid"><thead class="bg-hijau"><tr><th>No</th><th>Jenis Informasi</th><th>Tautan</th></tr></thead><tbody>' + "".join(rows) + "</tbody></table>"),
        "/ppid/ringkasan-akses": page("Ringkasan akses informasi publik", "<p>Tahun 2024</p>" + table(("Uraian", "Keterangan"), (("Jumlah permohonan", "11"), ("Rata-rata waktu pemenuhan", "5 hari kerja"), ("Dikabulkan", "9"), ("Ditolak", "2"), ("Alasan penolakan", "Bukan dokumen yang dikuasai PPID")))),
        "/ppid/serta-merta": page("Informasi Serta Merta", "<p>Tidak ada informasi serta merta per 2 November 2026.</p>"),
        "/ppid/dikecualikan": page("Daftar Informasi yang Dikecualikan", "<p>Keputusan PPID Nomor 21 Tahun 2025</p>" + table(("No", "Informasi", "Dasar hukum", "Jangka waktu pengecualian"), (("1", "Data pribadi pegawai (NIK, rekening, rekam medis)", "UU 14/2008 Ps 17 huruf h; UU 27/2022", "Selama masih berlaku"), ("2", "Berkas pemeriksaan disiplin pegawai", "UU 14/2008 Ps 17 huruf i", "Sampai putusan tetap"), ("3", "HPS dan dokumen penawaran", "UU 14/2008 Ps 17 huruf b", "Sampai pengumuman pemenang"), ("4", "Naskah soal AM", "UU 14/2008 Ps 17 huruf j", "Sampai ujian selesai")))),
        "/ppid/tugas": page("Profil dan Tugas PPID", "<p>PPID Utama Kementerian Agama dijabat oleh Kepala Biro Hubungan Masyarakat dan Komunikasi Publik, dengan Sekretaris Jenderal selaku Atasan PPID.</p><p>PPID Utama bertugas mengoordinasikan PPID Unit Eselon I, perguruan tinggi dan Kantor Wilayah, menyusun kebijakan layanan informasi kementerian, serta melaporkan layanan informasi kepada Menteri Agama.</p>"),
        "/ppid/alur-permohonan": page("Alur Permohonan", '<ul class="timeline"><li>Pemohon menyampaikan permohonan lewat form online atau datang ke PTSP dengan menunjukkan identitas (KTP/SIM)</li><li>Petugas meregistrasi dan memberikan tanda bukti</li><li>PPID menjawab maksimal 10 hari kerja</li><li>Bila perlu waktu ditambah 7 hari kerja</li><li>Informasi diserahkan kepada pemohon</li></ul>'),
        "/ppid/keberatan": page("Keberatan", "<p>Pemohon dapat mengajukan keberatan kepada Atasan PPID paling lambat 30 hari kerja apabila:</p><ol><li>permohonan ditolak;</li><li>permohonan tidak ditanggapi;</li><li>dikenai biaya tidak wajar.</li></ol><p>Keberatan disampaikan secara tertulis melalui loket PTSP.</p>"),
        "/ppid/sengketa": page("Penyelesaian Sengketa", "<p>Bila tanggapan Atasan PPID tidak memuaskan, pemohon dapat mengajukan permohonan penyelesaian sengketa informasi ke Komisi Informasi Provinsi Jawa Tengah dalam 14 hari kerja sejak tanggapan diterima, atau sejak berakhirnya batas waktu tanggapan. Penyelesaian ditempuh lewat mediasi atau ajudikasi nonlitigasi.</p>"),
        "/ppid/waktu-biaya": page("Waktu dan Biaya", "<p>Permohonan informasi dijawab maksimal 10 hari kerja. Seluruh layanan informasi tidak dipungut biaya.</p>"),
        "/ppid/maklumat": page("Maklumat", "<p class=\"text-center\"><b>MAKLUMAT PELAYANAN<br>KANTOR WILAYAH KEMENTERIAN AGAMA PROVINSI JAWA TENGAH</b></p><p>Dengan ini kami seluruh jajaran Kantor Wilayah Kementerian Agama Provinsi Jawa Tengah menyatakan sanggup menyelenggarakan pelayanan sesuai standar. Semarang, Kepala Kantor Wilayah.</p>"),
    }  # fmt: skip
    for n in news:
        made.whole[f"/kabar/{n.slug}"] = page(
            n.title,
            f'<p class="text-muted"><i class="bi bi-calendar"></i> {n.day:%d/%m/%Y} 09:14 WIB | Dibaca 88 kali</p><img src="/storage/kabar/foto.jpg" class="img-fluid" alt="foto kegiatan"><p>{n.text}</p>',
        )
    made.files |= {
        "/assets/img/logo_kemenag.png": PNG,
        "/storage/kabar/foto.jpg": PNG,
        "/assets/img/empty.svg": b"<svg/>",
    }
    return made


# -------------------------------------------------------------------------------------------------------------- three


def ngawi() -> Made:
    """Next.js, rendered on the server: cards, slugs, a viewer page per document, and __NEXT_DATA__ that holds drafts nobody sees."""
    place = "Kabupaten Ngawi"
    made = Made(office("c-nextcard", f"Kankemenag {place}", "https://kemenagngawi.id", province="Jawa Timur"), Whole())
    news = feed("Ngawi", 48, 51, 55, 58, 62, 66, 69, 73, 77, 81, 84, 90)
    menu = (("Beranda", "/"), ("Profil", (("Sekilas Kemenag Ngawi", "/profil/sekilas"), ("Visi Misi", "/profil/visi-misi"), ("Tupoksi", "/profil/tupoksi"), ("Bagan Organisasi", "/profil/bagan-organisasi"), ("Pejabat Struktural", "/profil/pejabat"), ("Kepegawaian", "/profil/kepegawaian"))), ("Informasi Publik", (("Berkala", "/informasi/berkala"), ("Serta Merta", "/informasi/serta-merta"), ("Setiap Saat", "/informasi/setiap-saat"), ("Dikecualikan", "/informasi/dikecualikan"), ("DIP 2026", "/dokumen/daftar-informasi-publik-2026"))), ("PPID", (("Portal PPID", "/ppid"), ("Ajukan Permohonan", "/ppid/permohonan"), ("Ajukan Keberatan", "/ppid/keberatan"), ("Sengketa", "/ppid/sengketa"), ("Janji Layanan", "/ppid/janji-layanan"), ("Kebijakan Layanan Informasi", "/ppid/kebijakan"), ("Regulasi", "/ppid/regulasi"))), ("Layanan", (("Katalog Layanan", "/layanan"), ("SOP", "/layanan/sop"), ("Standar Pelayanan", "/layanan/standar"), ("Indeks Kepuasan", "/layanan/ikm"), ("Suara Anda", "/suara-anda"))), ("Warta", "/warta"), ("Pengumuman", "/pengumuman"), ("Agenda", "/agenda"), ("Data", "/data"), ("Kontak", "/kontak"))  # fmt: skip
    links = "".join(
        f'<li><a class="px-3 py-2 hover:text-emerald-300" href="{t}">{n}</a></li>'
        if isinstance(t, str)
        else f'<li class="group relative"><button type="button" aria-haspopup="menu" class="px-3 py-2">{n}<svg class="w-4 h-4"></svg></button><ul class="absolute hidden group-hover:block bg-white shadow-xl">{"".join(f"<li><a class={chr(34)}block px-4 py-2{chr(34)} href={chr(34)}{u}{chr(34)}>{m}</a></li>" for m, u in t)}</ul></li>'
        for n, t in menu
    )

    def page(title: str, body: str, props: object = None) -> str:
        return f"""<!DOCTYPE html><html lang="id" class="__variable_d65c78"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>{title} - Kemenag Ngawi</title><link rel="preload" href="/_next/static/css/7f.css" as="style"/></head><body class="antialiased"><div id="__next"><header class="sticky top-0 z-50 bg-emerald-800 text-white"><div class="mx-auto flex max-w-7xl items-center justify-between"><a href="/" class="font-bold">Kemenag Ngawi</a><nav><ul class="hidden lg:flex">{links}</ul></nav></div></header>
<main class="mx-auto max-w-7xl px-6 py-10"><h1 class="text-4xl font-extrabold tracking-tight">{title}</h1><div class="mt-8">{body}</div></main>
<footer class="bg-slate-900 text-slate-300"><div class="grid md:grid-cols-3"><div><p class="font-semibold">Kankemenag {place}</p><address class="not-italic">Jln. Teuku Umar No. 42, Ketanggi, Ngawi, Jawa Timur 63211</address></div><div><p>Telepon</p><a href="tel:+62351749120">(0351) 749120</a><p>Surel</p><a href="mailto:kabngawi@kemenag.go.id">kabngawi@kemenag.go.id</a></div><div><a href="https://www.tiktok.com/@kemenag.ngawi" aria-label="TikTok">TikTok</a><a href="https://www.instagram.com/kemenag.ngawi" aria-label="Instagram">Instagram</a></div></div><p class="text-xs">© 2026 Tim IT Kemenag Ngawi</p></footer></div><script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"pageProps": props or {"judul": title}}, "page": "/[...slug]", "buildId": "kX2", "gssp": True})}</script></body></html>"""

    def box(name: str, slug: str, day: str, tag: str = "PDF") -> str:
        return f'<a class="group rounded-2xl border p-6 hover:shadow-lg" href="/dokumen/{slug}"><span class="rounded-full bg-emerald-100 px-2 text-xs">{tag}</span><h3 class="mt-2 text-lg font-semibold">{name}</h3><p class="text-sm text-slate-500">{day}</p><span class="text-emerald-700">Lihat dokumen →</span></a>'

    def boxes(*items: str) -> str:
        return f'<div class="grid gap-6 md:grid-cols-2 lg:grid-cols-3">{"".join(items)}</div>'

    def document(
        name: str, slug: str, number: int, day: str, body: bytes, *, button: bool = True, kind: str = "pdf"
    ) -> None:
        """A document's own page; the viewer takes the address of the file in its query."""
        path = f"/media/dokumen/{number}.{kind}"
        viewer = f"/pdfjs/web/viewer.html?file=%2Fmedia%2Fdokumen%2F{number}.{kind}"
        made.whole[f"/dokumen/{slug}"] = page(
            name,
            f'<div class="flex gap-4 text-sm text-slate-500"><span>Diunggah {day}</span><span>Dilihat 41 kali</span></div>'
            + (f'<iframe class="mt-6 h-screen w-full" src="{viewer}"></iframe>' if kind == "pdf" else "")
            + (
                f'<a class="mt-4 inline-flex rounded-lg bg-emerald-700 px-4 py-2 text-white" href="{path}" download="">Unduh {kind.upper()}</a>'
                if button
                else ""
            ),
            {"dokumen": {"judul": name, "slug": slug, "file": path}},
        )
        if kind == "pdf":
            made.whole[viewer] = (
                '<!DOCTYPE html><html dir="ltr"><head><meta charset="utf-8"><title>PDF.js viewer</title><script src="../build/pdf.mjs"></script></head><body tabindex="1"><div id="outerContainer"><div id="viewer" class="pdfViewer"></div></div></body></html>'
            )
        if body:
            made.files[path] = body

    head = f"KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR KEMENTERIAN AGAMA {place.upper()}\n\n"
    document(
        "Ringkasan Program dan Kegiatan Tahun 2026",
        "ringkasan-program-kegiatan-2026",
        20611,
        "20 Januari 2026",
        pdf(
            head
            + "RINGKASAN PROGRAM DAN KEGIATAN TAHUN ANGGARAN 2026\nNo | Nama Kegiatan | Penanggung Jawab | Target | Jadwal | Anggaran\n1 | Bimbingan perkawinan | Kasi Bimas Islam | 900 pasang | Jan - Des 2026 | Rp 180.000.000\n2 | Penguatan moderasi beragama | Kasubbag TU | 12 kegiatan | Feb - Nov 2026 | Rp 96.000.000\n3 | Pembinaan guru madrasah | Kasi Penmad | 400 guru | Mar - Okt 2026 | Rp 210.500.000\n4 | Sertifikasi tanah wakaf | Penyelenggara Zawa | 150 bidang | 2026 | Rp 45.000.000"
        ),
    )
    document("RKT 2026", "rkt-2026", 20588, "9 Januari 2026", b"")
    document(
        "TAPKIN Kepala Kantor 2026",
        "tapkin-2026",
        20640,
        "11 Februari 2026",
        paper("Perjanjian Kinerja", place, 2026, pages=4),
        button=False,
    )
    document(
        "LAKIP 2025",
        "lakip-2025",
        20702,
        "24 Februari 2026",
        paper("Laporan Akuntabilitas Kinerja Instansi Pemerintah", place, 2025, pages=31),
    )
    document(
        "Realisasi Kinerja TW III 2026",
        "realisasi-kinerja-tw-3-2026",
        21310,
        "8 Oktober 2026",
        paper("Realisasi Kinerja Triwulan III", place, 2026, pages=5),
    )
    document(
        "DIPA 2026",
        "dipa-2026",
        20555,
        "5 Januari 2026",
        pdf(
            "SURAT PENGESAHAN DAFTAR ISIAN PELAKSANAAN ANGGARAN (DIPA)\nTAHUN ANGGARAN 2026\nNOMOR : SP DIPA-025.01.2.417832/2026\nSatker : (417832) KANTOR KEMENTERIAN AGAMA KAB. NGAWI\nSebesar : Rp 48.912.334.000",
            "Rencana penarikan dana",
        ),
    )
    document(
        "Laporan Keuangan UAKPA Audited TA 2025 (LRA, Neraca, LO, LPE, CaLK)",
        "lk-uakpa-2025",
        21044,
        "13 Juli 2026",
        pdf(
            head + "LAPORAN KEUANGAN UAKPA (AUDITED)\nUNTUK PERIODE YANG BERAKHIR 31 DESEMBER 2025",
            "I. LAPORAN REALISASI ANGGARAN\nBelanja Pegawai anggaran Rp 41.220.118.000 realisasi Rp 41.008.551.220",
            "II. NERACA per 31 Desember 2025\nAset tetap Rp 22.871.004.119",
            "III. LAPORAN OPERASIONAL",
            "IV. LAPORAN PERUBAHAN EKUITAS",
            "V. CATATAN ATAS LAPORAN KEUANGAN",
        ),
    )
    document("Daftar Aset / BMN 2025", "bmn-2025", 20999, "2 Juli 2026", b"")
    document(
        "Pengumuman Harta Kekayaan Kepala Kantor (LHKPN) Tahun 2024",
        "lhkpn-2024",
        19870,
        "30 April 2025",
        paper("", place, "", pages=3, scanned=True),
        button=False,
    )
    document("RUP 2025", "rup-2025", 19420, "17 Januari 2025", paper("Rencana Umum Pengadaan", place, 2025, pages=3))
    document(
        "SK Tim PPID Tahun 2023",
        "sk-tim-ppid-2023",
        18011,
        "6 Maret 2023",
        decree("Tim Pejabat Pengelola Informasi dan Dokumentasi", place, "61", 2023),
    )
    document(
        "Laporan Tahunan PPID 2024",
        "laporan-tahunan-ppid-2024",
        19733,
        "19 Maret 2025",
        paper("Laporan Tahunan PPID", place, 2024, pages=14),
    )
    document(
        "Rencana Strategis 2025-2029",
        "renstra-2025-2029",
        20921,
        "4 Mei 2026",
        paper("Rencana Strategis Kantor Kementerian Agama Kabupaten Ngawi 2025-2029", place, "2025-2029", pages=36),
    )
    document(
        "SK Kepala Kantor No. 302 Tahun 2026 tentang Agen Perubahan",
        "sk-302-2026",
        20777,
        "2 April 2026",
        decree("Agen Perubahan Zona Integritas", place, "302", 2026),
    )
    document(
        "SE Kepala Kantor Nomor 5 Tahun 2026 tentang Hemat Energi",
        "se-5-2026",
        20850,
        "20 April 2026",
        paper("Surat Edaran Nomor 5 Tahun 2026 tentang Hemat Energi", place, "", pages=1),
    )
    document(
        "Daftar Informasi yang Dikecualikan Kementerian Agama RI",
        "dik-kemenag-ri",
        18820,
        "9 September 2024",
        pdf(
            "KEPUTUSAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI UTAMA\nKEMENTERIAN AGAMA REPUBLIK INDONESIA\nNOMOR 2 TAHUN 2024\nTENTANG DAFTAR INFORMASI YANG DIKECUALIKAN\nNo | Informasi | Dasar Pengecualian | Jangka waktu\n1 | Rekam medis jemaah dan pegawai | UU 14/2008 Pasal 17 huruf h | tidak terbatas",
            "2 | Naskah soal ujian | Pasal 17 huruf j | sampai ujian selesai",
        ),
    )
    heads = (
        "No",
        "Judul/Ringkasan Informasi",
        "Pejabat Penguasa Informasi",
        "Penanggung Jawab",
        "Waktu dan Tempat",
        "Bentuk Informasi",
        "Jangka Waktu Simpan",
    )
    document("Daftar Informasi Publik (DIP) Tahun 2026", "daftar-informasi-publik-2026", 20633, "28 Januari 2026", sheet([["DAFTAR INFORMASI PUBLIK KANKEMENAG KABUPATEN NGAWI TAHUN 2026"], list(heads), *([i, t, "Kasubbag TU", "Pranata Humas", "Ngawi, Januari 2026", "Soft file", "3 tahun"] for i, t in enumerate(("Profil kantor", "LAKIP", "RKT", "Tapkin", "DIPA", "RKA-KL", "LK UAKPA", "BMN", "LHKPN", "RUP", "Renstra", "SOP", "Data KUA", "Data madrasah", "Data pesantren", "Laporan PPID"), 1))]), kind="xlsx")  # fmt: skip
    made.whole |= {
        "/": page("Melayani Ngawi dengan Hati", '<div class="grid grid-cols-3 text-center"><div><b>19</b><p>KUA Kecamatan</p></div><div><b>6</b><p>Madrasah Negeri</p></div><div><b>217</b><p>Pesantren</p></div></div><h2 class="text-2xl">Warta Terkini</h2>' + "".join(f'<article><a href="/warta/{n.slug}"><h3>{n.title}</h3></a><time dateTime="{n.day}T02:00:00.000Z" datetime="{n.day}T02:00:00.000Z">{plain(n.day)}</time></article>' for n in news[:6])),
        "/profil/sekilas": page("Sekilas Kemenag Ngawi", "<p>Kantor Kementerian Agama Kabupaten Ngawi bermula dari Jawatan Urusan Agama yang pada tahun 1950 menempati rumah sewaan di dekat Benteng Van den Bosch. Dengan tujuh pegawai, jawatan itu mencatat perkawinan, mengatur zakat, dan membina modin di desa-desa sepanjang Bengawan Solo.</p><p>Pada dasawarsa 1970-an, kantor pindah ke Jalan Teuku Umar dan bernama Kantor Departemen Agama Kabupaten Ngawi. Sejak 2010 namanya menjadi Kantor Kementerian Agama. Saat ini terdapat sembilan belas KUA kecamatan dan enam madrasah negeri dalam binaannya, serta ratusan pesantren dan taman pendidikan Al-Qur'an yang tersebar dari Mantingan hingga Jogorogo.</p><p>Gedung yang dipakai sekarang selesai dibangun pada 1998 dan diperluas dengan ruang pelayanan terpadu pada 2019, sehingga warga cukup datang ke satu loket untuk semua urusan.</p>"),
        "/profil/visi-misi": page("Visi Misi", '<img src="/media/visi-misi-2025.jpg" width="1280" height="900" alt="Visi dan Misi Kementerian Agama Kabupaten Ngawi 2025-2029"/>'),
        "/profil/tupoksi": page("Tupoksi", "<h2>Tugas Pokok</h2><p>Melaksanakan tugas dan fungsi Kementerian Agama di Kabupaten Ngawi berdasarkan kebijakan Kepala Kantor Wilayah Provinsi Jawa Timur dan ketentuan perundang-undangan.</p><h2>Fungsi</h2><ul><li>Perumusan dan penetapan kebijakan teknis bimbingan kehidupan beragama</li><li>Pelayanan dan pembinaan madrasah, pendidikan agama dan keagamaan</li><li>Pembinaan kerukunan umat beragama</li><li>Pelayanan bimbingan masyarakat Islam, zakat dan wakaf</li><li>Pengelolaan administrasi, keuangan dan informasi</li><li>Koordinasi dengan pemerintah daerah dan lembaga masyarakat</li></ul>"),
        "/profil/bagan-organisasi": page("Bagan Organisasi", '<div class="rounded-xl bg-amber-50 p-6">Struktur organisasi sedang dalam proses pembaruan.</div>'),
        "/profil/pejabat": page("Pejabat Struktural", boxes(*(f'<div class="rounded-2xl border p-4"><img src="/media/pejabat-{i}.jpg" width="480" height="640" alt="Foto {n}"/><h3>{n}</h3><p>{j}</p><p class="text-sm">{b}</p></div>' for i, (n, j, b) in enumerate((("Dr. H. Imam Baihaqi Syafii, M.Ag.", "Kepala Kantor Kementerian Agama", "Memimpin sejak Juli 2025. Putra Bojonegoro kelahiran 1972 ini memulai karier sebagai penghulu di Kecamatan Padas, lalu menjadi Kepala KUA, Kepala Seksi Bimas Islam, serta Kepala Kantor di Trenggalek. Gelar doktor diraihnya di UIN Sunan Ampel Surabaya."), ("Lilik Handayani, S.E., M.M.", "Kepala Subbagian Tata Usaha", "Bertugas sejak 2023."), ("Moh. Hasyim Zuhri, S.Ag.", "Kasi Pendidikan Madrasah", "Bertugas sejak 2021.")))))),
        "/profil/kepegawaian": page("Kepegawaian", "<p>Jumlah ASN per 1 September 2026</p>" + table(("Jabatan", "PNS", "PPPK", "Jumlah"), (("Struktural", "8", "0", "8"), ("Guru", "402", "188", "590"), ("Penghulu", "41", "0", "41"), ("Penyuluh", "22", "114", "136"), ("Pelaksana", "63", "37", "100"), ("Total", "536", "339", "875")), 'class="min-w-full divide-y"')),
        "/informasi/berkala": page("Informasi Berkala", boxes(box("Ringkasan Program dan Kegiatan Tahun 2026", "ringkasan-program-kegiatan-2026", "20 Januari 2026"), box("RKT 2026", "rkt-2026", "9 Januari 2026"), box("TAPKIN Kepala Kantor 2026", "tapkin-2026", "11 Februari 2026"), box("LAKIP 2025", "lakip-2025", "24 Februari 2026"), box("Realisasi Kinerja TW III 2026", "realisasi-kinerja-tw-3-2026", "8 Oktober 2026"), box("DIPA 2026", "dipa-2026", "5 Januari 2026"), box("Laporan Keuangan UAKPA Audited TA 2025", "lk-uakpa-2025", "13 Juli 2026"), box("Daftar Aset / BMN 2025", "bmn-2025", "2 Juli 2026"), box("LHKPN Kepala Kantor 2024", "lhkpn-2024", "30 April 2025"), box("RUP 2025", "rup-2025", "17 Januari 2025"), box("Laporan Tahunan PPID 2024", "laporan-tahunan-ppid-2024", "19 Maret 2025")), {"dokumen": [{"judul": "RKA-K/L 2026", "slug": "rka-kl-2026", "published": False}, {"judul": "LAKIP 2025", "slug": "lakip-2025", "published": True}, {"judul": "Berita Acara Uji Konsekuensi 2025", "slug": "ba-uji", "published": False}]}),
        "/informasi/serta-merta": page("Informasi Serta Merta", "<ul><li>4 September 2026 - Surat Keputusan Bersama Tiga Menteri tentang Hari Libur Nasional dan Cuti Bersama Tahun 2027</li><li>9 Maret 2026 - Penyesuaian jam kerja selama bulan Ramadan</li></ul>"),
        "/informasi/setiap-saat": page("Informasi Setiap Saat", boxes(box("Daftar Informasi Publik 2026", "daftar-informasi-publik-2026", "28 Januari 2026", "XLSX"), box("Rencana Strategis 2025-2029", "renstra-2025-2029", "4 Mei 2026"), box("SK No. 302 Tahun 2026 tentang Agen Perubahan", "sk-302-2026", "2 April 2026"), box("SE No. 5 Tahun 2026 tentang Hemat Energi", "se-5-2026", "20 April 2026"), box("SK Tim PPID", "sk-tim-ppid-2023", "6 Maret 2023")) + '<h2 class="mt-8 text-2xl">Perjanjian dengan Pihak Ketiga</h2><p>Sampai dengan 1 Juli 2026 Kantor Kementerian Agama Kabupaten Ngawi tidak memiliki perjanjian dengan pihak ketiga (nihil). Ngawi, 1 Juli 2026. Kepala Kantor, ttd, Imam Baihaqi Syafii.</p><h2 class="mt-8 text-2xl">Rekapitulasi Pelanggaran dan Pengaduan</h2><p>Tahun 2025: 2 pengaduan, 2 selesai ditindaklanjuti. Tahun 2026 (Januari - September): nihil.</p>'),
        "/informasi/dikecualikan": page("Informasi Dikecualikan", boxes(box("Daftar Informasi yang Dikecualikan Kementerian Agama RI", "dik-kemenag-ri", "9 September 2024"))),
        "/ppid": page("PPID Kemenag Ngawi", '<p>Pejabat Pengelola Informasi dan Dokumentasi Unit Kantor Kementerian Agama Kabupaten Ngawi.</p><dl><dt>Atasan PPID</dt><dd>Dr. H. Imam Baihaqi Syafii, M.Ag. (Kepala Kantor)</dd><dt>PPID</dt><dd>Lilik Handayani, S.E., M.M. (Kasubbag TU)</dd><dt>Petugas Meja Informasi</dt><dd>Tim Humas</dd></dl><h2>Tugas PPID</h2><ul><li>Menyimpan, mendokumentasikan dan menyediakan informasi</li><li>Melayani permohonan informasi publik</li><li>Melakukan pengujian konsekuensi</li><li>Memutakhirkan DIP</li></ul><div class="grid md:grid-cols-3"><a href="/informasi/berkala">Informasi Berkala</a><a href="/informasi/serta-merta">Informasi Serta Merta</a><a href="/informasi/setiap-saat">Informasi Setiap Saat</a><a href="/ppid/permohonan">Permohonan</a><a href="/ppid/keberatan">Keberatan</a><a href="/dokumen/sk-tim-ppid-2023">SK Tim PPID</a></div><section class="rounded-xl bg-slate-50 p-6"><h2>Statistik Layanan Informasi Tahun 2026</h2><p>Keadaan s.d. 31 Oktober 2026</p><ul><li>Jumlah permohonan: 0 (nihil)</li><li>Rata-rata waktu pemenuhan: 0 hari</li><li>Dikabulkan: 0 | Ditolak: 0</li><li>Alasan penolakan: nihil</li></ul></section>'),
        "/ppid/permohonan": page("Ajukan Permohonan", '<img src="/media/alur-permohonan.png" width="1280" height="900" alt="Alur permohonan informasi publik"/><ol><li>Isi formulir di bawah dan unggah foto identitas (KTP).</li><li>Petugas memverifikasi dan mengirim nomor registrasi.</li><li>Jawaban diberikan maksimal 10 hari kerja dan dapat ditambah 7 hari kerja.</li><li>Informasi dikirim sesuai cara yang dipilih, tanpa biaya.</li></ol><p>Meja informasi: Senin - Kamis 08.00 - 15.00, Jumat 08.00 - 11.00 WIB.</p><form class="grid gap-4" action="/api/permohonan" method="post">' + "".join(f'<label class="block"><span>{n}</span><input class="w-full rounded-md" name="{k}"/></label>' for n, k in (("Nama Lengkap", "nama"), ("Alamat", "alamat"), ("Nomor WhatsApp", "wa"), ("Email", "email"), ("Rincian Informasi yang Dibutuhkan", "rincian"), ("Tujuan Penggunaan", "tujuan"), ("Cara Memperoleh Informasi", "cara"))) + '<button type="submit" class="btn">Kirim Permohonan</button></form>'),
        "/ppid/keberatan": page("Ajukan Keberatan", "<p>Alasan pengajuan keberatan (Pasal 35 UU KIP):</p><ol><li>Permohonan ditolak berdasarkan pengecualian</li><li>Informasi berkala tidak disediakan</li><li>Permohonan tidak ditanggapi</li><li>Tanggapan tidak sebagaimana diminta</li><li>Permohonan tidak dipenuhi</li><li>Biaya tidak wajar</li><li>Penyampaian melebihi waktu</li></ol><p>Diajukan kepada Atasan PPID dalam 30 hari kerja; Atasan PPID menanggapi dalam 30 hari kerja sejak keberatan diterima.</p>" + '<form action="/api/keberatan" method="post"><label>Nomor registrasi<input name="reg"/></label><label>Nama<input name="nama"/></label><label>Alamat<input name="alamat"/></label><label>Alasan keberatan<select name="alasan"><option>a</option><option>b</option></select></label><label>Uraian<textarea name="uraian"></textarea></label><button type="submit">Kirim</button></form>'),
        "/ppid/sengketa": page("Sengketa", "<p>Pemohon yang tidak puas terhadap tanggapan Atasan PPID dapat mengajukan sengketa ke Komisi Informasi Provinsi Jawa Timur selambatnya 14 (empat belas) hari kerja setelah menerima tanggapan tertulis. Sidang dilakukan melalui mediasi dan ajudikasi.</p>"),
        "/ppid/janji-layanan": page("Janji Layanan", '<blockquote class="border-l-4 p-6 text-xl">Dengan ini kami segenap pegawai Kantor Kementerian Agama Kabupaten Ngawi menyatakan sanggup memberikan pelayanan informasi sesuai standar yang ditetapkan, dan bersedia menerima sanksi apabila tidak menepatinya. Ngawi, 2 Januari 2025.</blockquote>'),
        "/ppid/kebijakan": page("Kebijakan Layanan Informasi", "<p>Pengumuman informasi publik disampaikan dalam bahasa Indonesia yang baik, benar, dan mudah dipahami, dengan mempertimbangkan bahasa Jawa setempat. Media yang dipakai: papan pengumuman, laman resmi, media sosial dan layar PTSP. Penyandang disabilitas dilayani dengan bentuk audio dan huruf braille.</p>"),
        "/ppid/regulasi": page("Regulasi", "<ul><li>UU No. 14 Tahun 2008 tentang Keterbukaan Informasi Publik</li><li>PP No. 61 Tahun 2010</li><li>Perki No. 1 Tahun 2021 tentang SLIP</li><li>Perki No. 1 Tahun 2013</li><li>KMA No. 657 Tahun 2021</li><li>KMA No. 92 Tahun 2019</li></ul>"),
        "/layanan": page("Katalog Layanan", boxes(*(f'<div class="rounded-xl border p-5"><h3>{n}</h3><p>Syarat: {s}</p></div>' for n, s in (("Legalisir Ijazah", "ijazah asli, fotokopi lima lembar"), ("Rekomendasi Haji Khusus dan Umrah", "paspor lama, KTP, KK"), ("Izin Operasional LPQ", "proposal, domisili, daftar santri"), ("Ukur Arah Kiblat", "surat takmir"), ("Surat Keterangan Pindah Rayon", "rapor, surat sekolah asal"), ("Konsultasi Wakaf", "sertifikat tanah, ikrar"))))),
        "/layanan/sop": page("SOP", '<div class="space-y-4"><div class="rounded border"><button type="button">SOP Pelayanan</button><div></div></div><div class="rounded border"><button type="button">SOP PPID</button><div></div></div></div>'),
        "/layanan/standar": page("Standar Pelayanan", '<p class="text-slate-500">No data found</p>'),
        "/layanan/ikm": page("Indeks Kepuasan", "<p>Nilai IKM Semester II Tahun 2024: 86,71 (Baik). Jumlah responden 312.</p>"),
        "/suara-anda": page("Suara Anda", '<form action="/api/komentar" method="post"><textarea name="komentar" placeholder="Tulis komentar Anda"></textarea><button>Kirim</button></form>'),
        "/pengumuman": page("Pengumuman", '<p class="italic">Belum ada pengumuman resmi saat ini.</p>'),
        "/agenda": page("Agenda", '<p class="italic">Tidak ada agenda hari ini.</p>'),
        "/data": page("Data", "<h2>Data Keagamaan Kabupaten Ngawi Tahun 2025</h2>" + table(("Kecamatan", "Masjid", "Mushalla", "Gereja", "Peristiwa Nikah"), (("Ngawi", "101", "240", "7", "611"), ("Paron", "118", "301", "2", "702"), ("Geneng", "77", "190", "1", "418"), ("Kendal", "69", "155", "1", "377")), 'class="min-w-full"')),
        "/kontak": page("Kontak", '<p>Jam buka kantor: Senin - Kamis 07.30 - 16.00 WIB, Jumat 07.30 - 16.30 WIB</p><iframe title="Lokasi" src="https://maps.google.com/maps?q=kemenag+ngawi&output=embed"></iframe>'),
        "/warta": page("Warta", "".join(f'<article><a href="/warta/{n.slug}"><h3>{n.title}</h3></a><time dateTime="{n.day}T02:00:00.000Z" datetime="{n.day}T02:00:00.000Z">{plain(n.day)}</time></article>' for n in news)),
    }  # fmt: skip
    for n in news:
        made.whole[f"/warta/{n.slug}"] = page(
            n.title,
            f'<div class="text-sm"><span>Humas Ngawi</span> · <time dateTime="{n.day}T02:00:00.000Z" datetime="{n.day}T02:00:00.000Z">{plain(n.day)}</time></div><div class="prose lg:prose-xl"><p>{n.text}</p></div>',
            {"post": {"title": n.title, "publishedAt": f"{n.day}T02:00:00.000Z"}},
        )
    made.files |= {
        "/media/visi-misi-2025.jpg": PNG,
        "/media/alur-permohonan.png": PNG,
        **{f"/media/pejabat-{i}.jpg": PNG for i in range(3)},
    }
    return made


# --------------------------------------------------------------------------------------------------------------- four


def rembang() -> Made:
    """The Kanwil's CodeIgniter template: every label of KIP in the menu, half of it empty, copied or a definition; duties met in odd places."""
    place = "Kabupaten Rembang"
    made = Made(office("c-ciempty", f"Kankemenag {place}", "http://rembang.kemenag.go.id"), Whole())
    news = feed("Rembang", 3, 6, 10, 13, 17, 20, 24, 27, 31, 38, 45, 52, 59, 66, 73, 80, 87)
    empty = (
        "",
        "<p>&nbsp;</p>",
        "<p>Masih Kosong!</p>",
        "<p>Konten sedang dalam proses penyusunan</p>",
        "<p>COMING SOON...</p>",
        '<!-- <a href="/file/contoh.pdf">Unduh</a> --><br>',
    )
    kip: dict[str, tuple[tuple[str, str, str], ...]] = {
        "Profil": (
            ("sejarah", "Sejarah", empty[1]),
            ("visi-misi", "Visi dan Misi", "<h4>VISI KANWIL KEMENTERIAN AGAMA PROVINSI JAWA TENGAH</h4><p>Terwujudnya masyarakat Jawa Tengah yang taat beragama, rukun, cerdas, mandiri dan sejahtera lahir batin.</p><h4>MISI KANWIL</h4><ul><li>Meningkatkan kualitas kehidupan beragama di Jawa Tengah</li><li>Meningkatkan kualitas penyelenggaraan pendidikan</li><li>Mewujudkan tata kelola kantor wilayah yang bersih</li></ul>"),
            ("tugas-dan-fungsi", "Tugas dan Fungsi", "<p>Kantor Kementerian Agama Kabupaten Rembang melaksanakan sebagian tugas Kementerian Agama di daerah, dengan fungsi:</p><ol><li>menetapkan kebijakan teknis di bidang pelayanan kehidupan beragama di Kabupaten Rembang;</li><li>pembinaan madrasah, pendidikan agama Islam, diniyah dan pondok pesantren;</li><li>bimbingan masyarakat Islam, zakat, wakaf dan syariah;</li><li>pelayanan masyarakat Kristen, Katolik, Hindu, Buddha dan Khonghucu;</li><li>pembinaan kerukunan umat beragama;</li><li>administrasi perkantoran, keuangan, dan kehumasan.</li></ol>"),
            ("struktur-organisasi", "Struktur Organisasi", '<p><img src="/asset/file_lampiran/bagan2022.png" alt=""></p>'),
            ("profil-pejabat", "Profil Pejabat", "".join(f'<div class="media"><img class="media-object" src="/asset/foto_pejabat/{i}.jpg" width="300" height="400" alt="{n}"><div class="media-body"><h4>{n}</h4>{j}<br>{b}</div></div>' for i, (n, j, b) in enumerate((("Drs. H. Muhdlor Fanani, M.Si.", "Kepala Kantor Kemenag Kab. Rembang", "Menjabat sejak 10 Januari 2025, pernah bertugas di Pati dan Blora. Alumnus IAIN Walisongo dan Universitas Diponegoro ini dikenal gemar bersepeda dan menulis di koran daerah."), ("Hj. Siti Qoni'ah, S.Sos.", "Ka. Subbag TU", "Menjabat sejak 2024."), ("Moh. Yazid Luthfi, M.Pd.I.", "Kasi Pend. Madrasah", "Menjabat sejak 2020."), ("Subkhi Arwani, S.H.I.", "Ka. Seksi Bimas Islam", "Menjabat sejak 2022."))))),
            ("layanan-kecamatan", "Layanan Kecamatan", table(("No", "Kantor", "Alamat", "Telp"), (("1", "KUA Kec. Rembang", "Jl. Dr. Soetomo 18 Rembang", "0295-691220"), ("2", "KUA Kec. Lasem", "Jl. Sunan Bonang 2 Lasem", "0295-531087"), ("3", "KUA Kec. Pamotan", "Jl. Lasem-Pamotan Km 9", "0295-533011"), ("4", "KUA Kec. Sarang", "Jl. Raya Sarang 101", "-"), ("5", "KUA Kec. Sulang", "Jl. Rembang-Blora Km 11", "-")))),
            ("data-pegawai", "Data Pegawai", empty[2]),
            ("sarana-prasarana", "Sarana Prasarana", '<p>Kantor memiliki dua gedung, aula berkapasitas 150 orang, mushala, ruang laktasi, jalur kursi roda dan dua titik kumpul.</p><p><img src="/asset/images/denah-evakuasi.jpg" width="1280" height="900" alt="Denah dan jalur evakuasi gedung kantor lantai 1 dan 2"></p><p>Bila terjadi gempa atau kebakaran: jangan panik, ikuti tanda panah, gunakan tangga sisi timur, berkumpul di halaman depan.</p>'),
        ),
        "Informasi Berkala": (
            ("informasi-berkala", "Informasi Berkala", "<p>Informasi berkala adalah informasi yang wajib diperbaharui kemudian disediakan dan diumumkan kepada publik secara rutin atau berkala sekurang-kurangnya setiap 6 bulan sekali. Informasi yang wajib disediakan secara berkala terdiri atas informasi tentang profil badan publik, ringkasan program, ringkasan kinerja, laporan keuangan, dan lain-lain (Pasal 11 Perki Nomor 1 Tahun 2010).</p>"),
            ("program-kegiatan", "Program dan Kegiatan", empty[0]), ("renja", "Rencana Kerja (Renja)", empty[1]), ("dipa", "DIPA", empty[3]),
            ("rkakl", "RKA-K/L", '<table class="table"><tr><td>1</td><td>RKA-K/L Satker Kankemenag Rembang TA 2026</td><td>3.4 MB</td><td><button class="btn btn-xs btn-success"><i class="fa fa-download"></i></button></td></tr></table>'),
            ("neraca", "Neraca dan CaLK", empty[2]), ("daftar-aset", "Daftar Aset (BMN)", empty[0]), ("laporan-akses", "Laporan Akses Informasi", "<p>Laporan akses informasi publik memuat jumlah permohonan yang diterima, waktu yang diperlukan dalam memenuhi permohonan, jumlah permohonan yang dikabulkan dan ditolak, serta alasan penolakan.</p>"),
            ("pengadaan", "Pengadaan Barang dan Jasa", empty[5]),
            ("regulasi", "Regulasi", "<ul>" + "".join(f'<li><a href="http://rembang.kemenag.go.id/asset/file/{i}.pdf">{n}</a></li>' for i, n in ((101, "UU No. 14 Th. 2008 ttg Keterbukaan Informasi Publik"), (102, "PP No. 61 Th. 2010"), (103, "Peraturan Komisi Informasi No. 1 Th. 2010 ttg Standar Layanan Informasi Publik"), (104, "UU No. 25 Th. 2009 ttg Pelayanan Publik"), (105, "KMA No. 200 Th. 2012"))) + "</ul>"),
        ),
        "Informasi Serta Merta": (("serta-merta", "Informasi Serta Merta", "<p><b>Pengertian</b></p><p>Informasi serta merta ialah informasi yang berkaitan dengan hajat hidup orang banyak dan ketertiban umum, wajib diumumkan tanpa penundaan.</p>"), ("prosedur-darurat", "Prosedur Peringatan Dini", empty[1])),
        "Informasi Setiap Saat": (
            ("setiap-saat", "Informasi Setiap Saat", "<p>Badan Publik wajib menyediakan Informasi Publik setiap saat yang meliputi: daftar seluruh Informasi Publik; hasil keputusan Badan Publik dan pertimbangannya; seluruh kebijakan yang ada berikut dokumen pendukungnya; rencana kerja proyek; perjanjian Badan Publik dengan pihak ketiga; dan seterusnya (UU KIP Pasal 11).</p>"),
            ("klasifikasi-informasi", "Klasifikasi Informasi", "<p>Klasifikasi informasi publik yang dikuasai Kankemenag Kabupaten Rembang Tahun 2026</p>" + table(("No.", "Jenis dan Ringkasan Informasi", "Unit yang Menguasai", "Penanggung Jawab Penerbitan", "Waktu/Tempat", "Format", "Lama Simpan", "Sifat"), [(str(i), t, "Subbag TU", "Ka. Subbag TU", "Rembang, 2026", "Soft/hard copy", "2 tahun", s) for i, (t, s) in enumerate((("Profil kantor", "Berkala"), ("LKjIP", "Berkala"), ("Perjanjian Kinerja", "Berkala"), ("Realisasi anggaran", "Berkala"), ("LHKPN", "Berkala"), ("Data KUA", "Setiap saat"), ("Data madrasah", "Setiap saat"), ("Data wakaf", "Setiap saat"), ("SOP layanan", "Setiap saat"), ("Standar pelayanan", "Setiap saat"), ("Laporan layanan informasi", "Setiap saat"), ("Surat masuk dan keluar", "Setiap saat"), ("Peringatan bencana", "Serta merta")), 1)])),
            ("renstra", "Renstra", '<table class="table"><tr><td>1</td><td>Renstra Kanwil Kementerian Agama Provinsi Jawa Tengah 2025-2029</td><td><a href="/asset/file/2210.pdf" class="btn btn-xs btn-success"><i class="fa fa-download"></i></a></td></tr></table>'),
            ("sop", "SOP", '<table class="table">' + "".join(f'<tr><td>{i}</td><td>SOP {n}</td><td><a href="/asset/file/sop{i}.pdf" class="btn btn-xs btn-success"><i class="fa fa-download"></i></a></td></tr>' for i, n in enumerate(("Legalisasi Ijazah", "Pelayanan Surat Masuk", "Rekomendasi Mutasi Siswa"), 1)) + "</table>"),
            ("perjanjian-pihak-ketiga", "Perjanjian dg Pihak Ketiga", empty[0]), ("data-statistik", "Data Statistik", empty[3]), ("rekap-pengaduan", "Rekap Pengaduan", empty[2]),
        ),
        "Informasi Dikecualikan": (("dikecualikan", "Informasi Yang Dikecualikan", "<p>Yang dimaksud informasi dikecualikan adalah informasi yang apabila dibuka dapat menghambat proses penegakan hukum, mengganggu perlindungan hak kekayaan intelektual, membahayakan pertahanan negara, dan mengungkap rahasia pribadi (Pasal 17).</p>"), ("uji-konsekuensi", "Uji Konsekuensi", "<p>Uji konsekuensi adalah pengujian tentang konsekuensi yang timbul apabila suatu informasi diberikan kepada masyarakat.</p>")),
        "PPID": (
            ("profil-ppid", "Profil PPID", "<p>PPID adalah pejabat yang bertanggung jawab di bidang penyimpanan, pendokumentasian, penyediaan, dan/atau pelayanan informasi di badan publik (Pasal 1 angka 9 UU Nomor 14 Tahun 2008).</p>"),
            ("sk-ppid", "SK PPID", empty[2]), ("maklumat", "Maklumat Pelayanan", '<p><img src="/asset/images/WhatsApp_Image_2024-05-06.jpeg" width="1280" height="900" alt="Maklumat Pelayanan Kantor Kementerian Agama Kabupaten Rembang"></p>'), ("permohonan-informasi", "Tata Cara Permohonan Informasi", empty[1]),
            ("formulir", "Formulir Permohonan", '<p>Silakan mengisi formulir pada <a href="https://jateng.kemenag.go.id/ppid/formulir">PPID Kanwil Kemenag Provinsi Jawa Tengah</a>.</p>'),
            ("keberatan", "Pengajuan Keberatan", empty[0]),
            ("sengketa", "Sengketa Informasi", "<p>Tata cara pengajuan sengketa:</p><ol><li>Sengketa diajukan secara tertulis kepada Komisi Informasi Provinsi Jawa Tengah, Jl. Tri Lomba Juang Semarang.</li><li>Batas waktu pengajuan 14 hari kerja sejak diterimanya jawaban tertulis atasan PPID.</li><li>Melampirkan bukti permohonan, bukti keberatan, dan identitas.</li></ol>"),
            ("standar-layanan-informasi", "Standar Layanan Informasi", "<p>1. Waktu penyelesaian permohonan informasi 10 hari kerja, dapat ditambah 7 hari kerja.<br>2. Biaya : Rp 0,- (gratis).<br>3. Waktu pelayanan Senin s/d Kamis 08.00 s/d 15.30, Jum'at 08.00 s/d 14.00 WIB.</p>"),
            ("sop-ppid", "SOP PPID", empty[3]), ("standar-pengumuman", "Standar Pengumuman", empty[0]),
        ),
        "Layanan": (
            ("ptsp", "PTSP", empty[4]),
            ("standar-pelayanan", "Standar Pelayanan", table(("Komponen", "Izin Operasional MDT", "Legalisasi Buku Nikah"), (("Persyaratan", "Surat permohonan, profil lembaga, daftar santri", "Buku nikah asli dan fotokopi, KTP"), ("Sistem, mekanisme dan prosedur", "Loket - verifikasi - visitasi - penerbitan", "Loket - pemeriksaan - pengesahan"), ("Jangka waktu", "14 hari kerja", "15 menit"), ("Biaya/tarif", "Gratis", "Gratis"), ("Produk", "Piagam izin operasional", "Salinan yang dilegalisasi"), ("Penanganan pengaduan", "Kotak saran, telepon kantor", "Kotak saran, telepon kantor")))),
            ("ikm", "IKM", "<p>Indeks Kepuasan Masyarakat (IKM) adalah data dan informasi tentang tingkat kepuasan masyarakat yang diperoleh dari hasil pengukuran secara kuantitatif dan kualitatif atas pendapat masyarakat.</p>"),
            ("pengaduan", "Pengaduan Masyarakat", empty[2]),
            ("wbs", "WBS / Gratifikasi", "<p>Laporan dugaan pelanggaran pegawai dan penerimaan gratifikasi disampaikan kepada Unit Pengendalian Gratifikasi Kankemenag Rembang melalui kotak khusus di ruang PTSP, WhatsApp 0857 2700 1935, atau surel upg.rembang@kemenag.go.id. Identitas pelapor dirahasiakan. Laporan gratifikasi dapat pula dikirim ke <a href=\"https://gol.kpk.go.id\">GOL KPK</a>.</p>"),
        ),
        "Zona Integritas": (
            ("akuntabilitas", "Akuntabilitas", "<h4>Area IV Penguatan Akuntabilitas</h4>" + '<table class="table table-striped">' + "".join(f'<tr><td>{i}</td><td>{n}</td><td><a href="/asset/file/{u}" class="btn btn-xs btn-success">Download</a></td></tr>' for i, (n, u) in enumerate((("LKjIP Kankemenag Rembang Th. 2025", "170803.pdf"), ("LKjIP Kankemenag Rembang Th. 2024", "160211.pdf"), ("PK Kepala Kantor 2026", "171199.pdf"), ("Monev Kinerja TW I Th 2026", "171542.pdf"), ("Laporan Layanan Informasi Publik Th. 2025", "170910.pdf")), 1)) + "</table>"),
            ("transparansi-anggaran", "Transparansi Anggaran", "<p>Realisasi anggaran s.d. Triwulan III Tahun 2026 (per 30 September 2026)</p>" + table(("Jenis Belanja", "Pagu (Rp)", "Realisasi (Rp)", "%"), (("51 Pegawai", "31.204.118.000", "23.870.552.118", "76,50"), ("52 Barang", "4.118.220.000", "2.901.447.300", "70,45"), ("53 Modal", "312.000.000", "298.750.000", "95,75"), ("Jumlah", "35.634.338.000", "27.070.749.418", "75,97")))),
        ),
    }  # fmt: skip
    nav = (
        '<li><a href="/">Home</a></li><li><a href="/berita">Berita</a></li><li><a href="/pengumuman">Pengumuman</a></li>'
        + "".join(
            f'<li class="dropdown"><a href="#" class="dropdown-toggle" data-toggle="dropdown">{n} <b class="caret"></b></a><ul class="dropdown-menu">{"".join(f"<li><a href={chr(34)}/halaman/detail/{k}{chr(34)}>{t}</a></li>" for k, t, _ in items)}</ul></li>'
            for n, items in kip.items()
        )
    )
    right = '<div class="col-md-4"><div class="panel"><div class="panel-heading">Berita Kanwil</div><ul><li><a href="https://jateng.kemenag.go.id/berita/apel-hsn">Kakanwil Pimpin Apel Pagi</a> - 22 Nov 2026</li><li><a href="https://jateng.kemenag.go.id/berita/maklumat">Kanwil Perbarui Maklumat Pelayanan</a> - 21 Nov 2026</li></ul></div><div class="panel"><div class="panel-heading">Statistik Pengunjung</div>Hari ini : Minggu, 22 November 2026<br>Online : 4<br>Hits hari ini : 388<br>Total Hits : 1029331</div><div class="panel"><div class="panel-heading">Jajak Pendapat</div><form action="/poling" method="post"><input type="radio" name="p" value="1"> Bagus <input type="radio" name="p" value="2"> Cukup <button>PILIH</button></form></div></div>'

    def page(title: str, body: str) -> str:
        return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Kantor Kementerian Agama Kabupaten Rembang</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="shortcut icon" href="/asset/images/favicon.ico"></head><body><div class="container"><div class="header"><img src="/asset/header/header_rembang.jpg" alt="Kemenag Rembang"></div><div class="navbar navbar-inverse"><ul class="nav navbar-nav">{nav}</ul></div>
<div class="row"><div class="col-md-8"><div class="judul-halaman"><h3>{title}</h3></div><div class="isi-halaman">{body}</div></div>{right}</div>
<div class="footer"><div class="row"><div class="col-md-6">Kantor Kementerian Agama Kab. Rembang<br>Jl. Pemuda Km. 3 Rembang, Jawa Tengah 59218<br>Telp. (0295) 691 063 | rembang@kemenag.go.id</div><div class="col-md-6"><a href="https://www.instagram.com/kemenag_rembang/"><i class="fa fa-instagram"></i></a> <a href="https://www.youtube.com/@HumasKemenagRembang"><i class="fa fa-youtube"></i></a></div></div>&copy; 2017 - 2026 Template by Kanwil Kemenag Jateng</div></div></body></html>"""

    def row(n: Post) -> str:
        return f'<div class="media"><h4><a href="/berita/detail/{n.slug}">{n.title}</a></h4><span class="date">{long(n.day)} 07:31:25 WIB</span></div>'

    notes = (
        ("bantuan-masjid", "Pendaftaran Bantuan Rehab Masjid dan Mushala 2026", "Kamis, 20 Agustus 2026", "<p>Syarat: proposal, SK takmir, nomor ID masjid pada SIMAS, rekening atas nama masjid.</p><p>Jadwal: berkas diterima 24 Agustus s.d. 18 September 2026 di Seksi Bimas Islam.</p>"),
        ("lhkpn", "Pengumuman LHKPN dan SPT/LHKAN Tahun Pelaporan 2025", "Senin, 6 April 2026", "<p>Bersama ini diumumkan kepatuhan pelaporan harta kekayaan di lingkungan Kankemenag Rembang.</p>" + table(("Jenis", "Wajib Lapor", "Sudah Lapor", "Persentase"), (("LHKPN", "3", "3", "100%"), ("LHKAN (SPT)", "488", "488", "100%"))) + '<p><a href="/asset/file/171388.pdf">Pengumuman LHKPN Kepala Kantor 2025</a></p>'),
        ("libur", "Libur Layanan Hari Raya Nyepi", "Selasa, 17 Maret 2026", "<p>Loket PTSP tutup pada hari libur nasional.</p>"),
    )  # fmt: skip
    made.whole = {
        "/": page("Berita Terbaru", "".join(row(n) for n in news[:5])), "/berita": page("Indeks Berita", "".join(row(n) for n in news)),
        "/pengumuman": page("Pengumuman", "".join(f'<div class="media"><a href="/pengumuman/detail/{k}">{t}</a><br><small>{d}</small></div>' for k, t, d, _ in notes)),
        **{f"/pengumuman/detail/{k}": page(t, f"<small>{d}, 09:00:11 WIB</small>{b}") for k, t, d, b in notes},
        **{f"/berita/detail/{n.slug}": page(n.title, f'<span class="date"><i class="fa fa-calendar"></i> {long(n.day)} 07:31:25 WIB</span> <span>dibaca 301 kali</span><p>{n.text}</p>') for n in news},
        **{f"/halaman/detail/{k}": page(t, b) for items in kip.values() for k, t, b in items},
    }  # fmt: skip
    f = "/asset/file/"
    made.files = {
        f"{f}170803.pdf": paper("Laporan Kinerja Instansi Pemerintah", place, 2025, pages=27), f"{f}160211.pdf": paper("Laporan Kinerja Instansi Pemerintah", place, 2024, pages=25), f"{f}171199.pdf": paper("Perjanjian Kinerja", place, 2026, pages=4), f"{f}171542.pdf": paper("Monitoring dan Evaluasi Kinerja Triwulan I", place, 2026, pages=3), f"{f}170910.pdf": paper("Laporan Layanan Informasi Publik", place, 2025, pages=11),
        f"{f}171388.pdf": paper("", place, "", pages=2, scanned=True), f"{f}2210.pdf": paper("Rencana Strategis 2025-2029", "", "", pages=50, issuer="KANTOR WILAYAH KEMENTERIAN AGAMA PROVINSI JAWA TENGAH"), **{f"{f}sop{i}.pdf": paper("Standar Operasional Prosedur", place, 2023, pages=3) for i in (1, 2, 3)},
        **{f"{f}{i}.pdf": pdf(t) for i, t in ((101, "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 14 TAHUN 2008"), (102, "PERATURAN PEMERINTAH NOMOR 61 TAHUN 2010"), (103, "PERATURAN KOMISI INFORMASI NOMOR 1 TAHUN 2010"), (104, "UNDANG-UNDANG NOMOR 25 TAHUN 2009"), (105, "KEPUTUSAN MENTERI AGAMA NOMOR 200 TAHUN 2012"))},
        "/asset/images/denah-evakuasi.jpg": PNG, "/asset/images/WhatsApp_Image_2024-05-06.jpeg": PNG, "/asset/header/header_rembang.jpg": PNG, **{f"/asset/foto_pejabat/{i}.jpg": PNG for i in range(4)},
    }  # fmt: skip
    return made


SITES = (purworejo, jepara, ngawi, rembang)

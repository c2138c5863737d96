# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""WordPress with Elementor, WordPress with a classic theme, Joomla with a download component."""

from __future__ import annotations

from tests.calibration.blind_texts import (
    DAY,
    EXEMPT,
    PLEDGE,
    PNG,
    PPID_PROFILE,
    Post,
    Whole,
    address,
    decree,
    dip,
    dispute,
    duties,
    history,
    long,
    objection,
    paper,
    plain,
    posts,
    steps,
    table,
    time_fee,
    tree,
    vision,
)
from tests.calibration.made import Made, office
from tests.made_files import pdf


def wonosobo() -> Made:
    """Elementor: toggles with documents of several years, a PDF plug-in, a Google viewer, icon boxes, sixty menu entries."""
    place = "Kabupaten Wonosobo"
    made = Made(office("b-elementor", f"Kankemenag {place}", "https://wonosobo.kemenag.go.id"), Whole())
    up = "/wp-content/uploads/2026/02/"
    menu = (
        ("Beranda", "/"),
        ("Profil", (("Sejarah Singkat", "/sejarah-singkat/"), ("Visi & Misi", "/visi-misi/"), ("Tugas & Fungsi", "/tugas-fungsi/"), ("Struktur Organisasi", "/struktur-organisasi/"), ("Profil Pejabat", "/profil-pejabat/"), ("Data Pegawai", "/data-pegawai/"),
                    ("Satuan Kerja", (("KUA", "/kua/"), ("Madrasah Negeri", "/madrasah-negeri/"))))),
        ("Berita", (("Berita Utama", "/category/berita/"), ("Opini", "/category/opini/"), ("Pengumuman", "/category/pengumuman/"), ("Agenda", "/agenda/"))),
        ("Seksi", (("Pendma", "/pendma/"), ("PD Pontren", "/pd-pontren/"), ("PAIS", "/pais/"), ("Bimas Islam", "/bimas-islam/"), ("PHU", "#"), ("Gara Syariah", "/gara-syariah/"))),
        ("PPID", ("/ppid/", (
            ("Profil PPID", "/ppid/profil-ppid/"), ("Regulasi", "/ppid/regulasi/"), ("Maklumat Layanan", "/ppid/maklumat-layanan/"),
            ("Standar Layanan", (("Tata Cara Permohonan Informasi", "/ppid/permohonan-informasi/"), ("Tata Cara Pengajuan Keberatan", "/ppid/keberatan/"), ("Sengketa Informasi", "/ppid/sengketa/"), ("Waktu dan Biaya Layanan", "/ppid/waktu-biaya/"), ("SOP PPID", "/ppid/sop-ppid/"))),
            ("Informasi Publik", (("Informasi Berkala", "/ppid/informasi-berkala/"), ("Informasi Serta Merta", "/ppid/informasi-serta-merta/"), ("Informasi Setiap Saat", "/ppid/informasi-setiap-saat/"), ("Informasi Dikecualikan", "/ppid/informasi-dikecualikan/"), ("Daftar Informasi Publik", "/ppid/dip/"))),
            ("Laporan Layanan Informasi", "/ppid/laporan-layanan/"), ("Formulir Permohonan", "/ppid/formulir/")))),
        ("Layanan", (("PTSP", "/ptsp/"), ("Standar Pelayanan", "/standar-pelayanan/"), ("SOP", "/sop/"), ("Pengaduan", "/pengaduan/"), ("WBS", "https://simdumas.kemenag.go.id/"), ("Survei Kepuasan", "/skm/"))),
        ("Zona Integritas", (("Area Manajemen Perubahan", "#"), ("Area Tatalaksana", "#"))),
        ("Kontak", "/kontak/"),
    )  # fmt: skip
    news = posts("Wonosobo", newest=1, step=2, count=20)
    recent = "".join(f'<li><a href="/{n.day:%Y/%m/%d}/{n.slug}/">{n.title}</a></li>' for n in news[:5])

    def page(title: str, body: str, kind: str = "page") -> str:
        return f"""<!DOCTYPE html><html lang="id-ID"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1.0"><title>{title} &#8211; Kemenag Wonosobo</title>
<link rel="alternate" type="application/rss+xml" href="/feed/"><script>var elementorFrontendConfig={{"lightbox":"yes"}};</script></head>
<body class="wp-singular {kind}-template-default {kind} elementor-default elementor-kit-7"><a class="skip-link screen-reader-text" href="#content">Lewati ke konten</a>
<div data-elementor-type="header" class="elementor elementor-31 elementor-location-header"><section class="elementor-section elementor-top-section"><div class="elementor-container">
<ul class="elementor-icon-list-items"><li><span class="elementor-icon-list-text">0812-2600-7788</span></li><li><span class="elementor-icon-list-text">08.00 - 16.00</span></li><li><span class="elementor-icon-list-text">Senin - Jumat</span></li></ul></div></section>
<div class="elementor-widget-nav-menu"><nav class="elementor-nav-menu--main elementor-nav-menu__container" aria-label="Menu"><ul class="elementor-nav-menu">{tree(menu, '<ul class="sub-menu elementor-nav-menu--dropdown">')}</ul></nav>
<nav class="elementor-nav-menu--dropdown elementor-nav-menu__container" aria-hidden="true"><ul class="elementor-nav-menu">{tree(menu, '<ul class="sub-menu elementor-nav-menu--dropdown">')}</ul></nav></div>
<div class="elementor-search-form"><form role="search" action="/" method="get"><input type="search" name="s" placeholder="Cari..."></form></div></div>
<div id="content" class="site-main"><div data-elementor-type="wp-{kind}" class="elementor elementor-88">{body}</div></div>
<div data-elementor-type="footer" class="elementor elementor-44 elementor-location-footer"><section class="elementor-section"><div class="elementor-column"><div class="elementor-widget-text-editor">
{address(place, "Jl. T. Jogonegoro No. 14", "56311", "(0286) 321040", "kabwonosobo@kemenag.go.id")}</div></div><div class="elementor-column"><h2 class="elementor-heading-title">Berita Terbaru</h2><ul>{recent}</ul></div>
<div class="elementor-column"><div class="elementor-social-icons-wrapper"><a href="https://www.facebook.com/kemenagwonosobo" class="elementor-icon elementor-social-icon"><span class="elementor-screen-only">Facebook</span></a><a href="https://www.instagram.com/kemenag_wonosobo" class="elementor-icon"><span class="elementor-screen-only">Instagram</span></a>
<a href="https://www.youtube.com/@kemenagwonosobo1" class="elementor-icon"><span class="elementor-screen-only">Youtube</span></a></div></div></section><p>© 2026 Kantor Kementerian Agama Kab. Wonosobo. All Rights Reserved.</p></div>
<a href="https://wa.me/6281226007788" class="wa-float"><img src="{up}wa.png" alt="WhatsApp"></a></body></html>"""

    def heading(value: str, size: int = 2) -> str:
        return f'<div class="elementor-element elementor-widget elementor-widget-heading"><div class="elementor-widget-container"><h{size} class="elementor-heading-title elementor-size-default">{value}</h{size}></div></div>'

    def editor(value: str) -> str:
        return f'<div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">{value}</div></div>'

    def toggle(*items: tuple[str, str]) -> str:
        return '<div class="elementor-widget-toggle"><div class="elementor-toggle">' + "".join(
            f'<div class="elementor-toggle-item"><div id="elementor-tab-title-{i}" class="elementor-tab-title" data-tab="{i}" role="button" aria-expanded="false"><span class="elementor-toggle-icon"></span><a class="elementor-toggle-title" tabindex="0">{name}</a></div>'
            f'<div class="elementor-tab-content elementor-clearfix" data-tab="{i}" role="region">{content}</div></div>' for i, (name, content) in enumerate(items, 1)) + "</div></div>"  # fmt: skip

    def links(*items: tuple[str, str]) -> str:
        return (
            "<ul>"
            + "".join(
                f'<li><a href="{up}{file}" target="_blank" rel="noopener">{name}</a></li>'
                if file
                else f"<li>{name}</li>"
                for name, file in items
            )
            + "</ul>"
        )

    box = "".join(
        f'<div class="elementor-widget-icon-box"><div class="elementor-icon-box-wrapper"><div class="elementor-icon-box-icon"><a href="{url}" class="elementor-icon"><i class="fas fa-file"></i></a></div><h3 class="elementor-icon-box-title"><a href="{url}">{name}</a></h3><p>{about}</p></div></div>'
        for name, url, about in (("Informasi Berkala", "/ppid/informasi-berkala/", "Wajib diumumkan secara rutin"), ("Informasi Serta Merta", "/ppid/informasi-serta-merta/", "Diumumkan tanpa penundaan"), ("Informasi Setiap Saat", "/ppid/informasi-setiap-saat/", "Tersedia setiap saat"),
                                 ("Informasi Dikecualikan", "/ppid/informasi-dikecualikan/", "Tidak dapat diberikan"), ("Ajukan Permohonan", "/ppid/formulir/", "Daring"), ("Laporan Layanan Informasi", "/ppid/laporan-layanan/", "Tahunan")))  # fmt: skip
    pages = {
        "/": ("Beranda", heading("Selamat Datang di Website Resmi Kementerian Agama Kabupaten Wonosobo") + "".join(
            f'<article class="elementor-post"><h3 class="elementor-post__title"><a href="/{n.day:%Y/%m/%d}/{n.slug}/">{n.title}</a></h3><div class="elementor-post__meta-data"><span class="elementor-post-date">{plain(n.day)}</span></div></article>' for n in news[:6])),
        "/sejarah-singkat/": ("Sejarah Singkat", editor(history(place))),
        "/visi-misi/": ("Visi & Misi", editor(vision(place))),
        "/tugas-fungsi/": ("Tugas & Fungsi", editor(duties(place))),
        "/struktur-organisasi/": ("Struktur Organisasi", f'<div class="elementor-widget-image"><img decoding="async" width="1024" height="724" src="{up}SO-2026.png" class="attachment-large" alt=""></div>'),
        "/profil-pejabat/": ("Profil Pejabat", "".join(f'<div class="elementor-widget-image-box"><figure class="elementor-image-box-img"><img src="{up}p{i}.png" alt="{n}"></figure><div class="elementor-image-box-content"><h3 class="elementor-image-box-title">{n}</h3><p class="elementor-image-box-description">{j}</p></div></div>' for i, (n, j) in enumerate((
            ("Dr. H. Panut Raharjo, S.Ag., M.Pd.I", "Kepala Kantor Kementerian Agama Kab. Wonosobo"), ("H. Sutarman Hadi, S.H.", "Kepala Subbagian Tata Usaha"), ("Dra. Umi Kulsum Hayati", "Kepala Seksi Pendidikan Madrasah"), ("Ahmad Zubaidi, S.Ag.", "Kepala Seksi PD Pontren"), ("Mahbub Salim, S.H.I.", "Kepala Seksi Bimas Islam"))))),
        "/data-pegawai/": ("Data Pegawai", editor("<p>Rekapitulasi ASN per 1 Juli 2026</p>" + table(("Golongan", "Laki-laki", "Perempuan", "Jumlah"), (("IV", "61", "48", "109"), ("III", "210", "233", "443"), ("II", "22", "9", "31"), ("PPPK", "77", "120", "197"), ("Jumlah", "370", "410", "780"))))),
        "/kua/": ("KUA", editor(table(("No", "KUA Kecamatan", "Alamat", "Telepon"), [(str(i), f"KUA {k}", f"Jl. Raya {k}", f"0286-3211{i:02}") for i, k in enumerate(("Wonosobo", "Kertek", "Garung", "Mojotengah", "Selomerto", "Kaliwiro", "Sapuran", "Kepil"), 1)]))),
        "/madrasah-negeri/": ("Madrasah Negeri", editor("<p>Halaman ini sedang dalam pengembangan.</p>")),
        "/agenda/": ("Agenda", editor("<ul><li><strong>24 November 2026</strong> Upacara Hari Guru - Halaman Kantor</li><li><strong>1 Desember 2026</strong> Rakor Kepala KUA - Aula</li></ul>")),
        "/category/pengumuman/": ("Pengumuman", "".join(f'<article class="elementor-post"><h3 class="elementor-post__title"><a href="{u}">{t}</a></h3><span class="elementor-post-date">{d}</span></article>' for t, u, d in (
            ("Pengumuman Seleksi Penyuluh Agama Honorer Tahun 2026", "/2026/10/05/seleksi-penyuluh-honorer/", "5 Oktober 2026"), ("Pendaftaran Bantuan Pesantren 2026", "/2026/08/11/bantuan-pesantren/", "11 Agustus 2026")))),
        "/ppid/": ("PPID", heading("Pejabat Pengelola Informasi dan Dokumentasi") + editor("<p>Kanal resmi layanan informasi publik Kantor Kementerian Agama Kabupaten Wonosobo.</p>") + box),
        "/ppid/profil-ppid/": ("Profil PPID", editor(PPID_PROFILE.format(place=place)) + f'<a href="{up}SK-PPID-2025.pdf" class="pdfemb-viewer" data-width="max" data-height="max">SK PPID 2025</a>'),
        "/ppid/regulasi/": ("Regulasi", editor("<ol>" + "".join(f'<li><a href="https://jdih.kemenag.go.id/regulation/read?id={i}">{n}</a></li>' for i, n in enumerate(("UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik", "PP Nomor 61 Tahun 2010", "Perki Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik", "Perki Nomor 1 Tahun 2022", "KMA Nomor 92 Tahun 2019", "KMA Nomor 657 Tahun 2021"))) + "</ol>")),
        "/ppid/maklumat-layanan/": ("Maklumat Layanan", f'<div class="elementor-widget-image"><img width="800" height="1131" src="{up}maklumat-2026.png" alt="Maklumat Layanan Informasi"></div>'),
        "/ppid/permohonan-informasi/": ("Tata Cara Permohonan Informasi", editor(steps())),
        "/ppid/keberatan/": ("Tata Cara Pengajuan Keberatan", editor(objection(form='<p><a class="elementor-button" href="https://docs.google.com/forms/d/e/1FAIpQLSfWsbKeberatan/viewform">Formulir Keberatan Online</a></p>'))),
        "/ppid/sengketa/": ("Sengketa Informasi", editor(dispute())),
        "/ppid/waktu-biaya/": ("Waktu dan Biaya Layanan", editor(time_fee())),
        "/ppid/sop-ppid/": ("SOP PPID", toggle(*((n, f'<p><object data="{up}sop-ppid-{i}.pdf" type="application/pdf" width="100%" height="600"><a href="{up}sop-ppid-{i}.pdf">Unduh</a></object></p>') for i, n in enumerate(("SOP Permohonan Informasi Publik", "SOP Penanganan Keberatan", "SOP Uji Konsekuensi", "SOP Penetapan dan Pemutakhiran DIP", "SOP Pendokumentasian Informasi"), 1)))),
        "/ppid/informasi-berkala/": ("Informasi Berkala", editor("<p><em>Terakhir diperbarui: 3 September 2026</em></p>") + toggle(
            ("Perencanaan", links(("Renja 2026", "renja26.pdf"), ("Renja 2025", "renja25.pdf"), ("Perkin 2026", "perkin26.pdf"), ("Perkin 2025", "perkin25.pdf"))),
            ("Anggaran", links(("DIPA 2026", "dipa26.pdf"), ("DIPA 2025", "dipa25.pdf"), ("DIPA 2024", "dipa24.pdf"), ("RKA-KL 2025", "rka25.pdf"))),
            ("Laporan Kinerja", links(("LKj 2024", "lkj24.pdf"), ("LKj 2023", "lkj23.pdf"), ("LKj 2022", "lkj22.pdf"))),
            ("Laporan Keuangan", links(("LRA 31 Desember 2025", "lra25.pdf"), ("Neraca 31 Desember 2025", "neraca25.pdf"), ("CaLK 2025", ""))),
            ("LHKPN", '<p><a href="https://elhkpn.kpk.go.id/">Pengumuman LHKPN</a></p>'),
            ("Rencana Umum Pengadaan", '<p><a href="https://sirup.lkpp.go.id/sirup/home/detailSatkerPublic?idSatker=41777&amp;tahun=2026">RUP Kankemenag Wonosobo Tahun Anggaran 2026</a></p>'))),
        "/ppid/informasi-serta-merta/": ("Informasi Serta Merta", editor("<p>Sampai dengan 1 Oktober 2026 <strong>tidak terdapat</strong> informasi serta merta yang perlu diumumkan oleh Kankemenag Kabupaten Wonosobo (NIHIL).</p>")),
        "/ppid/informasi-setiap-saat/": ("Informasi Setiap Saat", toggle(("Renstra", links(("Renstra 2025-2029", "renstra.pdf"))), ("Surat Keputusan", links(("SK Kepala Kantor No 118 Tahun 2026 tentang Agen Perubahan", "sk118.pdf"), ("SK Tim Pengaduan 2025", "sk-dumas.pdf"))), ("MoU / Kerja Sama", links(("PKS dengan Dinas Dukcapil 2025", "pks.pdf"))), ("Data Statistik", '<p><a href="/statistik/">Kemenag Wonosobo Dalam Angka 2025</a></p>'))),
        "/statistik/": ("Kemenag Wonosobo Dalam Angka 2025", editor(table(("Kecamatan", "Masjid", "Musala", "Gereja"), (("Wonosobo", "142", "310", "9"), ("Kertek", "121", "288", "4"), ("Garung", "88", "190", "2"), ("Sapuran", "97", "240", "3"))))),
        "/ppid/informasi-dikecualikan/": ("Informasi Dikecualikan", editor(EXEMPT + "<p>Ditetapkan dengan SK PPID Nomor 7 Tahun 2026.</p>")),
        "/ppid/dip/": ("Daftar Informasi Publik", f'<div class="elementor-widget-google_doc"><iframe src="https://docs.google.com/viewer?url=https%3A%2F%2Fwonosobo.kemenag.go.id{up}DIP-2026.pdf&amp;embedded=true" width="100%" height="900"></iframe></div>' + f'<p><a href="{up}DIP-2026.pdf">Unduh SK DIP Tahun 2026</a></p>'),
        "/ppid/laporan-layanan/": ("Laporan Layanan Informasi", editor(links(("Laporan Layanan Informasi Publik Tahun 2024", "lip24.pdf"), ("Laporan Layanan Informasi Publik Tahun 2023", "lip23.pdf")))),
        "/ppid/formulir/": ("Formulir Permohonan", '<div class="elementor-widget-form"><form class="elementor-form" method="post" name="Permohonan"><input type="hidden" name="form_id">' + "".join(f'<div class="elementor-field-group"><label for="form-field-{i}" class="elementor-field-label">{n}</label><input size="1" type="text" name="form_fields[{i}]" id="form-field-{i}"></div>' for i, n in enumerate(("Nama Lengkap", "NIK", "Alamat", "No. HP/WA", "Email", "Pekerjaan", "Rincian Informasi", "Tujuan Penggunaan Informasi", "Cara Memperoleh Informasi"))) + '<button type="submit" class="elementor-button">Kirim</button></form></div>'),
        "/ptsp/": ("PTSP", toggle(*((n, f"<p>Persyaratan:</p><ol><li>Surat permohonan</li><li>{s}</li></ol>") for n, s in (("Legalisasi Buku Nikah", "Buku nikah asli"), ("Izin Operasional TPQ", "Akta yayasan"), ("Rekomendasi Mutasi Siswa", "Rapor"), ("Permohonan Rohaniwan", "Surat instansi"), ("Konsultasi Wakaf", "Sertifikat"), ("Magang/PKL", "Surat kampus"))))),
        "/standar-pelayanan/": ("Standar Pelayanan", f'<a href="{up}sp-2024.pdf" class="pdfemb-viewer">SK Standar Pelayanan</a>'),
        "/sop/": ("SOP", editor("<ol>" + "".join(f'<li><a href="{up}sop-{i}.pdf">SOP {n}</a></li>' for i, n in enumerate(("Legalisasi", "Mutasi Siswa", "Izin Operasional Madrasah", "Pengukuran Arah Kiblat", "Pendaftaran Masjid", "Tugas Belajar"))) + "</ol>")),
        "/pengaduan/": ("Pengaduan", editor("<p>Sampaikan pengaduan Anda terkait penyalahgunaan wewenang oleh pegawai melalui:</p><ul><li>Datang langsung ke loket pengaduan PTSP</li><li>WhatsApp 0812-2600-7788</li><li><a href='https://www.lapor.go.id'>SP4N-LAPOR!</a></li></ul>")),
        "/skm/": ("Survei Kepuasan", editor("<p>Hasil Survei Kepuasan Masyarakat Semester I Tahun 2026</p><p>Nilai IKM: <b>88,42</b> (Baik), responden 212 orang.</p><a href='https://forms.gle/abcSKM'>Isi Survei</a>")),
        "/kontak/": ("Kontak", '<iframe src="https://maps.google.com/maps?q=kemenag%20wonosobo&output=embed" title="Peta"></iframe>' + editor("<p>Jl. T. Jogonegoro No. 14 Wonosobo</p>")),
    }  # fmt: skip
    made.whole = {
        path: page(
            title, (heading(title, 1) if path != "/" else "") + f'<section class="elementor-section">{body}</section>'
        )
        for path, (title, body) in pages.items()
    }
    cards = "".join(
        f'<article class="elementor-post"><h3 class="elementor-post__title"><a href="/{n.day:%Y/%m/%d}/{n.slug}/">{n.title}</a></h3><span class="elementor-post-date">{plain(n.day)}</span></article>'
        for n in news
    )
    made.whole["/category/berita/"] = page(
        "Berita",
        heading("Kategori: Berita", 1)
        + f'<div class="elementor-posts-container">{cards}</div><nav class="elementor-pagination"><span class="page-numbers current">1</span><a class="page-numbers" href="/category/berita/page/2/">2</a></nav>',
    )
    extra = [
        Post(
            "Seleksi Penyuluh Honorer",
            DAY,
            "Persyaratan: WNI, pendidikan S1. Jadwal pendaftaran 5 s.d. 20 Oktober 2026 melalui PTSP.",
        )
    ]
    for n in news:
        made.whole[f"/{n.day:%Y/%m/%d}/{n.slug}/"] = page(
            n.title,
            heading(n.title, 1)
            + f'<ul class="elementor-post-info"><li><time>{plain(n.day)}</time></li><li>Humas</li></ul><div class="elementor-widget-theme-post-content"><p>{n.text}</p></div>',
            "post",
        )
    made.whole["/2026/10/05/seleksi-penyuluh-honorer/"] = page(
        "Pengumuman Seleksi Penyuluh Agama Honorer Tahun 2026",
        heading("Pengumuman Seleksi Penyuluh Agama Honorer Tahun 2026", 1)
        + f"<time>5 Oktober 2026</time><p>{extra[0].text}</p>",
        "post",
    )
    made.whole["/2026/08/11/bantuan-pesantren/"] = page(
        "Pendaftaran Bantuan Pesantren 2026",
        heading("Pendaftaran Bantuan Pesantren 2026", 1)
        + "<time>11 Agustus 2026</time><p>Syarat pengajuan: proposal dan izin operasional. Batas akhir 30 Agustus 2026.</p>",
        "post",
    )
    made.files = {
        **{f"{up}{k}{y}.pdf": paper(t, place, 2000 + y, pages=6) for k, t, ys in (("renja", "Rencana Kerja", (25, 26)), ("perkin", "Perjanjian Kinerja", (25, 26)), ("rka", "Rencana Kerja dan Anggaran K/L", (25,)), ("lkj", "Laporan Kinerja", (22, 23, 24)), ("lra", "Laporan Realisasi Anggaran", (25,)), ("neraca", "Neraca", (25,)), ("lip", "Laporan Layanan Informasi Publik", (23, 24))) for y in ys},
        **{f"{up}dipa{y}.pdf": paper("Daftar Isian Pelaksanaan Anggaran (DIPA) Petikan", place, 2000 + y, extra="Kode Satker 417512  Rp 61.220.418.000") for y in (24, 25, 26)},
        **{f"{up}sop-ppid-{i}.pdf": paper(t, place, 2024, pages=2) for i, t in enumerate(("SOP Permohonan Informasi", "SOP Keberatan", "SOP Uji Konsekuensi", "SOP DIP", "SOP Pendokumentasian"), 1)},
        **{f"{up}sop-{i}.pdf": paper(f"SOP Layanan {i}", place, 2025, pages=2) for i in range(6)},
        f"{up}renstra.pdf": paper("Rencana Strategis 2025-2029", place, "", pages=20), f"{up}sk118.pdf": decree("Agen Perubahan", place, "118", 2026), f"{up}sk-dumas.pdf": decree("Tim Pengaduan", place, "90", 2025), f"{up}pks.pdf": paper("Perjanjian Kerja Sama dengan Dinas Dukcapil", place, 2025, pages=4),
        f"{up}SK-PPID-2025.pdf": decree("Penunjukan PPID Unit", place, "52", 2025), f"{up}sp-2024.pdf": pdf(f"KEPUTUSAN KEPALA KANTOR KEMENTERIAN AGAMA {place.upper()} NOMOR 301 TAHUN 2024 TENTANG STANDAR PELAYANAN", "Persyaratan\nSistem, mekanisme dan prosedur\nJangka waktu penyelesaian\nBiaya/tarif\nProduk pelayanan\nPenanganan pengaduan"),
        f"{up}DIP-2026.pdf": pdf(f"KEPUTUSAN PPID KANTOR KEMENTERIAN AGAMA {place.upper()} NOMOR 3 TAHUN 2026 TENTANG DAFTAR INFORMASI PUBLIK", *("No Ringkasan Isi Informasi Pejabat yang Menguasai Penanggung Jawab Waktu dan Tempat Bentuk Informasi Jangka Waktu Penyimpanan\n" + "\n".join(f"{i} Informasi {i} Subbag TU Kasubbag TU Januari 2026 softcopy 5 tahun" for i in range(a, a + 15)) for a in (1, 16))),
        f"{up}SO-2026.png": PNG, f"{up}maklumat-2026.png": PNG, f"{up}wa.png": PNG, **{f"{up}p{i}.png": PNG for i in range(5)},
    }  # fmt: skip
    return made


def purworejo() -> Made:
    """A classic WordPress theme: documents are posts in categories, whose archives are the pages of the menu; sidebars; wpDataTables."""
    place = "Kabupaten Purworejo"
    made = Made(office("b-wpklasik", f"Kankemenag {place}", "https://purworejo.kemenag.go.id"), Whole())
    up = "/wp-content/uploads/2025/06/"
    ppid = (
        ("Profil PPID", "/profil-ppid/"), ("SK PPID", "/sk-ppid/"), ("Informasi Berkala", "/category/informasi-berkala/"), ("Informasi Serta Merta", "/category/informasi-serta-merta/"), ("Informasi Setiap Saat", "/category/informasi-setiap-saat/"), ("Informasi Dikecualikan", "/category/informasi-dikecualikan/"),
        ("DIP", "/daftar-informasi-publik/"), ("Alur Permohonan Informasi", "/alur-permohonan-informasi/"), ("Formulir", "/formulir-permohonan/"), ("Keberatan", "/prosedur-keberatan/"), ("Sengketa", "/sengketa-informasi/"), ("Biaya Layanan", "/biaya-layanan/"), ("Maklumat", "/maklumat-pelayanan/"), ("Laporan PPID", "/laporan-ppid/"),
    )  # fmt: skip
    menu = (
        ("HOME", "/"),
        ("PROFIL", (("SEJARAH", "/sejarah/"), ("VISI MISI", "/visi-misi/"), ("TUPOKSI", "/tupoksi/"), ("STRUKTUR ORGANISASI", "/struktur/"), ("KEPALA DARI MASA KE MASA", "/kepala/"), ("SDM", "/sdm/"))),
        ("BERITA", "/category/berita/"), ("ARTIKEL", "/category/artikel/"), ("PPID", tuple((a.upper(), b) for a, b in ppid)),
        ("LAYANAN", (("PTSP ONLINE", "https://ptsp.purworejo.kemenag.go.id/"), ("STANDAR PELAYANAN", "/standar-pelayanan/"), ("SOP", "/category/sop/"), ("DUMAS", "/pengaduan-masyarakat/"), ("GRATIFIKASI", "/gratifikasi/"), ("IKM", "/ikm/"))),
        ("DATA", (("DATA MADRASAH", "/data-madrasah/"), ("DATA KUA", "/data-kua/"), ("EMIS", "https://emis.kemenag.go.id"))), ("HUBUNGI KAMI", "/hubungi-kami/"),
    )  # fmt: skip
    news = posts("Purworejo", newest=9, step=6, count=14)
    side = f"""<aside id="secondary" class="widget-area"><section class="widget widget_search"><form role="search" method="get" class="search-form" action="/"><label><span class="screen-reader-text">Cari untuk:</span><input type="search" name="s"></label><input type="submit" value="Cari"></form></section>
<section class="widget widget_nav_menu"><h2 class="widget-title">PPID</h2><ul class="menu">{tree(ppid)}</ul></section><section class="widget widget_recent_entries"><h2>Pos-pos Terbaru</h2><ul>{"".join(f'<li><a href="/{n.slug}/">{n.title}</a></li>' for n in news[:5])}</ul></section>
<section class="widget widget_archive"><h2>Arsip</h2><ul><li><a href="/2026/11/">November 2026</a></li><li><a href="/2026/10/">Oktober 2026</a></li></ul></section><section class="widget"><h2>Jadwal Sholat</h2><p>Ahad, 22 November 2026</p></section></aside>"""

    def page(title: str, body: str, kind: str = "page", day: str = "") -> str:
        meta = (
            f'<div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published">{day}</time></span> <span class="byline">by <a href="/author/admin/">admin</a></span></div>'
            if day
            else ""
        )
        inner = (
            body
            if kind == "archive"
            else f'<article class="hentry {kind}"><header class="entry-header"><h1 class="entry-title">{title}</h1>{meta}</header><div class="entry-content">{body}</div></article>'
        )
        head = (
            f'<header class="page-header"><h1 class="page-title">Category: {title}</h1></header>'
            if kind == "archive"
            else ""
        )
        return f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width"><title>{title} | KEMENAG KABUPATEN PURWOREJO</title></head><body class="{kind}"><div id="page"><header id="masthead"><p class="site-title"><a href="/">KEMENAG KABUPATEN PURWOREJO</a></p><p class="site-description">Ikhlas Beramal</p>
<nav id="site-navigation"><ul id="primary-menu" class="menu">{tree(menu)}</ul></nav></header><div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">{head}{inner}</main></div>{side}</div>
<footer id="colophon"><div class="footer-widgets">{address(place, "Jalan Brigjend Katamso No. 8", "54118", "0275-321012", "purworejo.kemenag@gmail.com")}</div><div class="site-info">Proudly powered by WordPress | Theme: Colormag</div></footer></div></body></html>"""

    def archive(*items: tuple[str, str, str]) -> str:
        return "".join(
            f'<article class="post"><header class="entry-header"><h2 class="entry-title"><a href="/{s}/" rel="bookmark">{t}</a></h2><div class="entry-meta"><time class="entry-date">{d}</time></div></header><div class="entry-summary"><p>{t} Kantor Kementerian Agama Kabupaten Purworejo [&hellip;]</p></div></article>'
            for t, s, d in items
        )

    berkala = (
        ("RENCANA KERJA TAHUN 2026", "rencana-kerja-2026", "14 Juli 2026"),
        ("PERJANJIAN KINERJA TAHUN 2026", "perjanjian-kinerja-2026", "3 Maret 2026"),
        ("LAPORAN KINERJA (LKJ) TAHUN 2025", "lkj-2025", "2 Maret 2026"),
        ("DIPA TAHUN 2025", "dipa-2025", "20 Januari 2025"),
        ("LAPORAN REALISASI ANGGARAN TAHUN 2024", "lra-2024", "7 Februari 2025"),
        ("NERACA DAN CALK TAHUN 2023", "neraca-calk-2023", "19 Juni 2024"),
        ("LHKASN TAHUN 2025", "lhkasn-2025", "28 April 2026"),
        ("REKAP PERMOHONAN INFORMASI TAHUN 2025", "rekap-permohonan-2025", "9 Januari 2026"),
        ("DAFTAR BMN TAHUN 2025", "bmn-2025", "10 Februari 2026"),
    )
    setiap = (
        ("RENSTRA KEMENTERIAN AGAMA KABUPATEN PURWOREJO 2020-2024", "renstra-2020-2024", "5 Mei 2021"),
        ("SURAT EDARAN NOMOR 11 TAHUN 2026 TENTANG JAM KERJA RAMADHAN", "se-11-2026", "18 Februari 2026"),
        ("KERJASAMA DENGAN BAZNAS", "pks-baznas", "8 Agustus 2023"),
        ("SOP PELAYANAN PERMOHONAN INFORMASI", "sop-permohonan", "2 Maret 2024"),
    )
    embed = '<div class="ead-preview"><div class="ead-document"><iframe src="//docs.google.com/viewer?url=https%3A%2F%2Fpurworejo.kemenag.go.id{f}&embedded=true&hl=en" class="ead-iframe"></iframe></div><p class="embed_download"><a href="{f}" download>Download [1.2 MB]</a></p></div>'
    posted = {
        **{s: (t, d, embed.format(f=f"{up}{s}.pdf")) for t, s, d in berkala[:7]},
        "rekap-permohonan-2025": (berkala[7][0], berkala[7][2], table(("Bulan", "Jumlah Permohonan", "Dikabulkan", "Ditolak", "Rata-rata Waktu", "Alasan Penolakan"), (("Januari - Juni", "4", "4", "0", "3 hari", "-"), ("Juli - Desember", "3", "2", "1", "5 hari", "Informasi dikecualikan"), ("Jumlah", "7", "6", "1", "4 hari", "")))),
        "bmn-2025": (berkala[8][0], berkala[8][2], "<p>Download <a href='https://purworejo.kemenag.go.id/wp-content/uploads/2024/bmn.pdf'>di sini</a></p>"),
        **{s: (t, d, embed.format(f=f"{up}{s}.pdf")) for t, s, d in setiap},
        "info-cuaca": ("Waspada Cuaca Ekstrem, Madrasah di Lereng Diliburkan", "4 Februari 2026", "<p>Sehubungan dengan peringatan BPBD mengenai potensi longsor di Kecamatan Bener dan Loano, kegiatan belajar di madrasah pada dua kecamatan tersebut dialihkan ke rumah mulai 4 Februari 2026. Bila terjadi keadaan darurat hubungi posko (0275) 321012.</p>"),
        "daftar-informasi-dikecualikan": ("DAFTAR INFORMASI YANG DIKECUALIKAN", "12 Januari 2022", "<p>Informasi yang dikecualikan adalah informasi yang tidak dapat diakses oleh pemohon informasi publik sebagaimana dimaksud dalam Undang-Undang Keterbukaan Informasi Publik.</p>"),
        **{f"sop-{i}": (f"SOP {n}", "2 Maret 2024", embed.format(f=f"{up}sop-{i}.pdf")) for i, n in enumerate(("PENDAFTARAN NIKAH", "LEGALISIR IJAZAH", "SURAT MASUK"), 1)},
    }  # fmt: skip
    for slug, (title, day, body) in posted.items():
        made.whole[f"/{slug}/"] = page(title, body, "post", day)
    for n in news:
        made.whole[f"/{n.slug}/"] = page(n.title, f"<p>{n.text}</p>", "post", plain(n.day))
    made.whole |= {
        "/": page("Beranda", archive(*((n.title, n.slug, plain(n.day)) for n in news[:5])), "archive"),
        "/category/berita/": page("Berita", archive(*((n.title, n.slug, plain(n.day)) for n in news)) + '<nav class="navigation pagination"><a class="page-numbers" href="/category/berita/page/2/">2</a><a class="next page-numbers" href="/category/berita/page/2/">Next</a></nav>', "archive"),
        "/category/informasi-berkala/": page("Informasi Berkala", archive(*berkala), "archive"),
        "/category/informasi-setiap-saat/": page("Informasi Setiap Saat", archive(*setiap), "archive"),
        "/category/informasi-serta-merta/": page("Informasi Serta Merta", archive(("Waspada Cuaca Ekstrem, Madrasah di Lereng Diliburkan", "info-cuaca", "4 Februari 2026")), "archive"),
        "/category/informasi-dikecualikan/": page("Informasi Dikecualikan", archive(("DAFTAR INFORMASI YANG DIKECUALIKAN", "daftar-informasi-dikecualikan", "12 Januari 2022")), "archive"),
        "/category/sop/": page("SOP", archive(*((f"SOP {n}", f"sop-{i}", "2 Maret 2024") for i, n in enumerate(("PENDAFTARAN NIKAH", "LEGALISIR IJAZAH", "SURAT MASUK"), 1))), "archive"),
        "/category/artikel/": page("Artikel", "<section class='no-results'><h1>Nothing Found</h1><p>It seems we can&rsquo;t find what you&rsquo;re looking for. Perhaps searching can help.</p></section>", "archive"),
        "/sejarah/": page("SEJARAH", history(place)), "/visi-misi/": page("VISI MISI", vision(place, period="periode 2020-2024")), "/tupoksi/": page("TUPOKSI", duties(place)),
        "/struktur/": page("STRUKTUR ORGANISASI", f'<figure class="wp-block-image"><a href="{up}struktur.png"><img src="{up}struktur-1024x700.png" alt=""></a></figure>'),
        "/kepala/": page("KEPALA DARI MASA KE MASA", table(("No", "Nama", "Periode"), (("1", "K.H. Ali Masyhuri", "1967-1975"), ("2", "Drs. H. Moch. Basri", "1975-1983"), ("3", "H. Fatchur Rochman, M.Ag.", "2022-sekarang")))),
        "/sdm/": page("SDM", '<table id="table_1" class="wpDataTable" data-wpdatatable_id="3"><thead><tr><th>Nama Jabatan</th><th>PNS</th><th>PPPK</th><th>Jumlah</th></tr></thead><tbody>' + "".join(f"<tr><td>{j}</td><td>{a}</td><td>{b}</td><td>{a + b}</td></tr>" for j, a, b in (("Guru", 320, 150), ("Penghulu", 34, 2), ("Penyuluh", 40, 60), ("Pelaksana", 90, 11))) + "</tbody></table><p>Data per Desember 2023</p>"),
        "/profil-ppid/": page("Profil PPID", PPID_PROFILE.format(place=place)),
        "/sk-ppid/": page("SK PPID", embed.format(f="/wp-content/uploads/2022/sk-ppid.pdf")),
        "/daftar-informasi-publik/": page("DIP", '<p>Daftar Informasi Publik Kankemenag Kab. Purworejo Tahun 2025</p>' + dip("2025", 24, 'id="table_2" class="responsive display nowrap data-t wpDataTable" data-responsive="true"')),
        "/alur-permohonan-informasi/": page("Alur Permohonan Informasi", f'<p><img class="alignnone size-full" src="{up}alur.png" alt="Alur permohonan informasi: pemohon membawa KTP, dicatat, dijawab 10 hari kerja"></p>'),
        "/formulir-permohonan/": page("Formulir", f'<p>Silakan unduh formulir di bawah ini kemudian dikirim ke email kami.</p><p><a href="{up}form-permohonan.pdf">FORMULIR PERMOHONAN INFORMASI</a></p>'),
        "/prosedur-keberatan/": page("Keberatan", objection(reasons=4)), "/sengketa-informasi/": page("Sengketa", dispute("Komisi Informasi Provinsi")),
        "/biaya-layanan/": page("Biaya Layanan", "<p>PPID tidak memungut biaya apapun (gratis). Untuk penggandaan, pemohon dapat melakukan fotokopi sendiri.</p>"),
        "/maklumat-pelayanan/": page("Maklumat", PLEDGE),
        "/laporan-ppid/": page("Laporan PPID", f'<p><a href="{up}laporan-ppid-2025.pdf">Laporan PPID 2025</a></p><p><a href="{up}laporan-ppid-2024.pdf">Laporan PPID 2024</a></p>'),
        "/standar-pelayanan/": page("Standar Pelayanan", '<ul><li><a href="#">Standar Pelayanan Subbag TU</a></li><li><a href="#">Standar Pelayanan Bimas Islam</a></li></ul>'),
        "/pengaduan-masyarakat/": page("Dumas", '<div class="wpcf7"><form class="wpcf7-form"><p><label>Nama (wajib)<input name="your-name"></label></p><p><label>Email<input name="your-email"></label></p><p><label>Isi Aduan<textarea name="your-message"></textarea></label></p><p><input type="submit" value="Kirim"></p></form></div><p>Identitas pelapor dijamin kerahasiaannya. Aduan ditindaklanjuti paling lambat 5 hari kerja.</p>'),
        "/gratifikasi/": page("Gratifikasi", f'<p><img src="{up}tolak-gratifikasi.png" alt="Tolak gratifikasi"></p>'),
        "/ikm/": page("IKM", '<p>Yth. Bapak/Ibu mohon kesediaannya mengisi survei pada tautan berikut:</p><p><a href="https://s.id/ikm-purworejo">ISI SURVEI IKM</a></p>'),
        "/data-madrasah/": page("Data Madrasah", table(("No", "Nama Madrasah", "Alamat", "Siswa"), [(str(i), n, f"Jl. Raya Km {i}", str(200 + i * 31)) for i, n in enumerate(("MAN Purworejo", "MTsN 1 Purworejo", "MTsN 2 Purworejo", "MTsN 3 Purworejo", "MIN 1 Purworejo"), 1)]) + "<p>Sumber: EMIS semester genap 2025/2026</p>"),
        "/data-kua/": page("Data KUA", "<p>Coming soon...</p>"),
        "/hubungi-kami/": page("Hubungi Kami", "<p>Jalan Brigjend Katamso No. 8 Purworejo 54118<br>WA: 0895-3222-1012<br>Jam layanan Senin-Kamis 07.30-16.00, Jum'at 07.30-16.30</p>"),
    }  # fmt: skip
    made.files = {
        f"{up}rencana-kerja-2026.pdf": paper("Rencana Kerja", place, 2026), f"{up}perjanjian-kinerja-2026.pdf": paper("", place, "", pages=5, scanned=True), f"{up}lkj-2025.pdf": paper("Laporan Kinerja", place, 2025, pages=30), f"{up}dipa-2025.pdf": paper("DIPA Petikan", place, 2025, extra="Kode satker 417588 Jumlah Rp 48.113.900.000"),
        f"{up}lra-2024.pdf": paper("Laporan Realisasi Anggaran", place, 2024), f"{up}neraca-calk-2023.pdf": paper("Neraca dan Catatan atas Laporan Keuangan", place, 2023, pages=25), f"{up}lhkasn-2025.pdf": paper("Rekapitulasi Pelaporan LHKASN dan LHKPN", place, 2025, extra="Wajib lapor 612 orang, sudah lapor 612 (100%)"),
        f"{up}renstra-2020-2024.pdf": paper("Rencana Strategis 2020-2024", place, "", pages=22), f"{up}se-11-2026.pdf": paper("Surat Edaran Nomor 11 Tahun 2026 tentang Jam Kerja", place, 2026, pages=1), f"{up}pks-baznas.pdf": paper("Perjanjian Kerja Sama", place, 2023, pages=4), f"{up}sop-permohonan.pdf": paper("SOP Pelayanan Permohonan Informasi Publik", place, 2024, pages=2),
        "/wp-content/uploads/2022/sk-ppid.pdf": decree("Pejabat Pengelola Informasi dan Dokumentasi", place, "77", 2022), f"{up}form-permohonan.pdf": paper("Formulir Permohonan Informasi Publik", place, "", pages=1), f"{up}laporan-ppid-2025.pdf": paper("Laporan Layanan Informasi Publik PPID", place, 2025, pages=9), f"{up}laporan-ppid-2024.pdf": paper("Laporan PPID", place, 2024),
        **{f"{up}sop-{i}.pdf": paper(f"SOP {n}", place, 2023, pages=2) for i, n in enumerate(("Pendaftaran Nikah", "Legalisir Ijazah", "Surat Masuk"), 1)},
        f"{up}struktur.png": PNG, f"{up}struktur-1024x700.png": PNG, f"{up}alur.png": PNG, f"{up}tolak-gratifikasi.png": PNG,
    }  # fmt: skip
    made.answers["https://ptsp.purworejo.kemenag.go.id/"] = (
        200,
        "<html><title>PTSP Online</title><body><h1>PTSP Online</h1><form><input name='username'><input type='password' name='password'><button>Login</button></form></body></html>",
    )
    return made


def blora() -> Made:
    """Joomla 3 with DOCman: documents behind /file addresses, categories of documents, articles signed by Super User, a login box."""
    place = "Kabupaten Blora"
    made = Made(office("b-joomla", f"Kankemenag {place}", "https://blora.kemenag.go.id"), Whole())
    base = "/index.php/"
    menu = (
        ("Beranda", "/"),
        ("Profil", (("Sejarah", f"{base}profil/sejarah"), ("Visi dan Misi", f"{base}profil/visi-dan-misi"), ("Tugas Pokok dan Fungsi", f"{base}profil/tugas-pokok-dan-fungsi"), ("Susunan Organisasi", f"{base}profil/susunan-organisasi"), ("Pejabat Struktural", f"{base}profil/pejabat"))),
        ("Berita", f"{base}berita"), ("Pengumuman", f"{base}pengumuman"),
        ("Informasi Publik", (("Profil PPID", f"{base}informasi-publik/profil-ppid"), ("Informasi Wajib Berkala", f"{base}informasi-publik/berkala"), ("Informasi Wajib Serta Merta", f"{base}informasi-publik/serta-merta"), ("Informasi Wajib Setiap Saat", f"{base}informasi-publik/setiap-saat"), ("Informasi yang Dikecualikan", f"{base}informasi-publik/dikecualikan"),
                              ("Permohonan Informasi", f"{base}informasi-publik/permohonan-informasi"), ("Pengajuan Keberatan", "https://ppid.kemenag.go.id/keberatan"), ("Penyelesaian Sengketa", f"{base}informasi-publik/sengketa"), ("Standar Biaya", f"{base}informasi-publik/standar-biaya"), ("Maklumat", f"{base}informasi-publik/maklumat"), ("Laporan Tahunan PPID", f"{base}informasi-publik/laporan"))),
        ("Layanan", (("Layanan PTSP", f"{base}layanan/ptsp"), ("Pengaduan", "http://www.lapor.go.id"), ("Survey", f"{base}layanan/survey"))),
        ("Unduhan", f"{base}unduhan"), ("Galeri", "javascript:void(0)"), ("Kontak", f"{base}kontak"),
    )  # fmt: skip
    news = posts("Blora", newest=4, step=3, count=18)

    def page(title: str, body: str, day: str = "3 Januari 2023", kind: str = "article") -> str:
        info = (
            ""
            if kind == "home"
            else f'<dl class="article-info muted"><dt class="article-info-term">Details</dt><dd class="createdby">Written by <span itemprop="name">Super User</span></dd><dd class="category-name">Category: Uncategorised</dd><dd class="published"><span class="icon-calendar"></span><time datetime="2023-01-03">Published: {day}</time></dd><dd class="hits">Hits: 2317</dd></dl>'
        )
        return f"""<!DOCTYPE html><html lang="en-gb" dir="ltr"><head><meta charset="utf-8"><base href="https://blora.kemenag.go.id/"><meta name="generator" content="Joomla! - Open Source Content Management"><title>{title}</title></head><body class="site com_content view-{kind} layout-blog itemid-101">
<div class="body"><div class="container"><header class="header"><div class="header-inner clearfix"><a class="brand pull-left" href="/"><span class="site-title">Kementerian Agama Kab. Blora</span></a><div class="header-search pull-right"><form action="/index.php" method="post"><input name="searchword" type="search" placeholder="Cari ..."></form></div></div></header>
<nav class="navigation"><div class="nav-collapse"><ul class="nav menu nav-pills mod-list">{tree(menu, '<ul class="nav-child unstyled small">', '<li class="item-102 deeper parent">')}</ul></div></nav>
<div class="row-fluid"><main id="content" class="span9"><div class="item-page"><div class="page-header"><h2 itemprop="headline">{title}</h2></div>{info}<div class="icons"><a href="#" title="Print">Print</a> <a href="#">Email</a></div><div itemprop="articleBody">{body}</div>
<ul class="pager pagenav"><li class="previous"><a href="{base}berita/{news[3].slug}">Prev</a></li><li class="next"><a href="{base}berita/{news[4].slug}">Next</a></li></ul></div></main>
<div id="aside" class="span3"><div class="well"><h3 class="page-header">Login Form</h3><form id="login-form"><input name="username" placeholder="Username"><input type="password" name="password"><button>Log in</button></form></div><div class="well"><h3>Latest Articles</h3><ul>{"".join(f'<li><a href="{base}berita/{n.slug}">{n.title}</a></li>' for n in news[:5])}</ul></div><div class="well"><h3>Pengunjung</h3><p>Hari ini 213</p></div></div></div></div></div>
<footer class="footer"><div class="container"><div class="custom">{address(place, "Jl. Ahmad Yani No. 42", "58219", "(0296) 531 064", "blora@kemenag.go.id")}</div><p class="pull-right"><a href="#top">Back to Top</a></p><p>&copy; 2026 Kementerian Agama Kab. Blora</p></div></footer></body></html>"""

    def docman(*items: tuple[str, str]) -> str:
        return (
            '<div class="koowa_table--documents"><form class="k-js-grid-controller"><ul class="koowa_list">'
            + "".join(
                f'<li class="docman_document"><h4 class="koowa_header"><span class="koowa_header__item"><a class="koowa_header__link" href="{base}unduhan/{s}">{n}</a></span><span class="label label-success">New</span></h4><p class="docman_download"><a class="btn btn-large btn-primary docman_download__button" href="{base}unduhan/{s}/file" type="application/pdf"><span class="docman_download_label">Download</span> <span class="docman_download__info">(pdf, 1.03 MB)</span></a></p></li>'
                for n, s in items
            )
            + "</ul></form></div>"
        )

    docs = {
        "perkin-2026": ("Perjanjian Kinerja 2026", paper("Perjanjian Kinerja", place, 2026, pages=4)), "perkin-2025": ("Perjanjian Kinerja 2025", paper("Perjanjian Kinerja", place, 2025, pages=4)), "lakip-2023": ("LAKIP 2023", paper("Laporan Akuntabilitas Kinerja", place, 2023, pages=30)), "lakip-2022": ("LAKIP 2022", paper("Laporan Akuntabilitas Kinerja", place, 2022, pages=30)),
        "dipa-2026": ("DIPA TA 2026", paper("DIPA", place, 2026, scanned=True, pages=12)), "rkakl-2026": ("RKAKL 2026", paper("Rencana Kerja dan Anggaran Kementerian/Lembaga", place, 2026)), "lra-tw3-2026": ("Realisasi Anggaran Triwulan III 2026", paper("Laporan Realisasi Anggaran s.d. September", place, 2026, pages=2)), "lk-2025": ("Laporan Keuangan UAKPA 2025 (Neraca, LRA, LO, LPE, CaLK)", paper("Laporan Keuangan UAKPA: Laporan Realisasi Anggaran, Neraca, Laporan Operasional, Catatan atas Laporan Keuangan", place, 2025, pages=60)),
        "bmn-2025": ("Laporan BMN Tahunan 2025", paper("Laporan Barang Milik Negara", place, 2025, extra="kode barang nama barang kuantitas nilai")), "renja-2026": ("Renja 2026", paper("Rencana Kerja", "Kabupaten Rembang", 2026)), "capaian-tw3": ("Capaian Kinerja TW III 2026", paper("Capaian Kinerja Triwulan III", place, 2026, pages=3)),
        "renstra": ("Renstra Kementerian Agama 2025-2029", paper("Rencana Strategis Kementerian Agama 2025-2029", "", "", pages=90, issuer="KEMENTERIAN AGAMA REPUBLIK INDONESIA\nSEKRETARIAT JENDERAL")), "dip-2026": ("Daftar Informasi Publik 2026", paper("Daftar Informasi Publik", place, 2026, pages=5, extra="No, Ringkasan isi informasi, Pejabat yang menguasai, Penanggung jawab, Waktu dan tempat, Bentuk, Jangka waktu simpan\n" + "\n".join(f"{i}. Informasi {i} Kasubbag TU PPID Januari 2026 softcopy 3 tahun" for i in range(1, 25)))),
        "sk-42": ("Keputusan Kepala No. 42 Tahun 2026 tentang Tim Pembangunan ZI", decree("Tim Zona Integritas", place, "42", 2026)), **{f"sop-{i}": (f"SOP {n}", paper(f"Standar Operasional Prosedur {n}", place, 2022, pages=2)) for i, n in enumerate(("Layanan Nikah Rujuk", "Rekomendasi Izin Pesantren", "Layanan Legalisasi", "Layanan Tata Persuratan", "Layanan Wakaf", "Layanan Rohaniwan", "Layanan Konsultasi"), 1)},
        "dik-2026": ("SK Daftar Informasi Dikecualikan 2026", paper("Keputusan PPID tentang Daftar Informasi yang Dikecualikan", place, 2026, pages=4, extra="Nomor 5 Tahun 2026\nData pribadi - Pasal 17 huruf h - jangka waktu 30 tahun\nSoal ujian - Pasal 17 huruf j - 1 tahun")), "uji-2026": ("Lembar Uji Konsekuensi 2026", paper("Lembar Pengujian Konsekuensi Nomor 1", place, 2026, pages=3)),
        "sk-ppid": ("SK PPID Kankemenag Blora", decree("Pembentukan PPID Unit", place, "19", 2026)), "lap-ppid-2022": ("Laporan PPID 2022", paper("Laporan Layanan Informasi Publik", place, 2022)),
    }  # fmt: skip

    def listed(*slugs: str) -> str:
        return docman(*((docs[s][0], s) for s in slugs))

    made.whole = {
        "/": page("Kementerian Agama Kab. Blora", '<div class="items-leading">' + "".join(f'<div class="item"><h2 class="item-title"><a href="{base}berita/{n.slug}">{n.title}</a></h2><p>{n.text[:120]}...</p><p class="readmore"><a class="btn" href="{base}berita/{n.slug}">Read more ...</a></p></div>' for n in news[:4]) + "</div>", kind="home"),
        f"{base}profil/sejarah": page("Sejarah", history("Indonesia")), f"{base}profil/visi-dan-misi": page("Visi dan Misi", '<p><img src="/images/visimisi.png" alt="visi misi"></p>'), f"{base}profil/tugas-pokok-dan-fungsi": page("Tugas Pokok dan Fungsi", duties(place)),
        f"{base}profil/susunan-organisasi": page("Susunan Organisasi", "<ul><li>Kepala Kantor: H. Mahfudz Riyanto, M.Pd.I.</li><li>Kasubbag TU: Drs. Sukarno Edi</li><li>Kasi Pendma: Siti Zulaikha, M.Pd.</li><li>Kasi PAIS: Anwar Musyafa, S.Ag.</li><li>Kasi Bimas Islam: Zaenal Arifin, S.H.I.</li><li>Penyelenggara Zawa: Lilik Nur Aini, S.E.</li></ul>"),
        f"{base}profil/pejabat": page("Pejabat Struktural", '<p><img src="/images/sambutan.png" alt="Kepala Kantor" width="400"></p><p>Assalamualaikum warahmatullahi wabarakatuh. Puji syukur ke hadirat Allah SWT atas terbitnya website ini. Semoga bermanfaat bagi masyarakat. Wassalam.</p><p>Kepala Kantor,</p>'),
        f"{base}berita": page("Berita", "".join(f'<div class="blog-item"><h2><a href="{base}berita/{n.slug}">{n.title}</a></h2><dl class="article-info"><dd class="published">Published: {long(n.day)}</dd></dl></div>' for n in news) + '<div class="pagination"><p class="counter">Page 1 of 88</p></div>', kind="category"),
        f"{base}pengumuman": page("Pengumuman", "<p>There are no articles in this category. If subcategories display on this page, they may contain articles.</p>", kind="category"),
        f"{base}informasi-publik/profil-ppid": page("Profil PPID", "<p>Struktur PPID: Atasan PPID Kepala Kantor; PPID Kepala Subbag Tata Usaha; Bidang pelayanan informasi; Bidang dokumentasi. Tugas PPID adalah menyimpan, mendokumentasikan, menyediakan, dan/atau melayani informasi publik.</p>" + listed("sk-ppid")),
        f"{base}informasi-publik/berkala": page("Informasi Wajib Berkala", listed("perkin-2026", "perkin-2025", "renja-2026", "lakip-2023", "lakip-2022", "dipa-2026", "rkakl-2026", "lra-tw3-2026", "lk-2025", "bmn-2025", "capaian-tw3")),
        f"{base}informasi-publik/serta-merta": page("Informasi Wajib Serta Merta", "<p>Informasi serta merta adalah informasi yang dapat mengancam hajat hidup orang banyak dan ketertiban umum, wajib diumumkan tanpa penundaan.</p>"),
        f"{base}informasi-publik/setiap-saat": page("Informasi Wajib Setiap Saat", listed("dip-2026", "renstra", "sk-42", *(f"sop-{i}" for i in range(1, 8)))),
        f"{base}informasi-publik/dikecualikan": page("Informasi yang Dikecualikan", listed("dik-2026", "uji-2026")),
        f"{base}informasi-publik/permohonan-informasi": page("Permohonan Informasi", steps(1) + '<p>Permohonan dapat diajukan melalui <a href="https://forms.gle/ppidBlora2026">formulir daring</a> berikut:</p><p><iframe src="https://docs.google.com/forms/d/e/1FAIpQLScPPIDBlora/viewform?embedded=true" width="640" height="900" title="Formulir Permohonan Informasi Publik">Memuat…</iframe></p>'),
        f"{base}informasi-publik/sengketa": page("Penyelesaian Sengketa", "<p>Apabila atasan PPID memberikan jawaban yang tidak memuaskan pemohon, pemohon dapat mengajukan sengketa ke Komisi Informasi. Lihat ketentuan selengkapnya pada UU KIP.</p>"),
        f"{base}informasi-publik/standar-biaya": page("Standar Biaya", time_fee(hours=False)),
        f"{base}informasi-publik/maklumat": page("Maklumat", '<p><img src="/images/maklumat-blora.jpg" alt=""></p>'),
        f"{base}informasi-publik/laporan": page("Laporan Tahunan PPID", listed("lap-ppid-2022")),
        f"{base}layanan/ptsp": page("Layanan PTSP", "<p>Jenis layanan:</p><ol><li>Layanan surat masuk</li><li>Legalisasi dokumen</li><li>Rekomendasi bantuan rumah ibadah</li><li>Pendaftaran majelis taklim</li><li>Data EMIS</li><li>Konsultasi keluarga sakinah</li></ol>"),
        f"{base}layanan/survey": page("Survey", "<p>INDEKS KEPUASAN MASYARAKAT TRIWULAN II TAHUN 2024</p><p>Nilai IKM 84,11 Mutu Pelayanan B</p>"),
        f"{base}unduhan": page("Unduhan", listed("sop-1", "sop-2", "perkin-2026", "dip-2026")),
        f"{base}kontak": page("Kontak", '<form class="form-validate"><label>Name<input name="jform[contact_name]"></label><label>Email<input name="jform[contact_email]"></label><label>Subject<input></label><label>Message<textarea></textarea></label><button>Send Email</button></form>'),
    }  # fmt: skip
    for n in news:
        made.whole[f"{base}berita/{n.slug}"] = page(n.title, f"<p>{n.text}</p>", long(n.day)).replace(
            'datetime="2023-01-03"', f'datetime="{n.day}"'
        )
    for slug, (name, body) in docs.items():
        made.whole[f"{base}unduhan/{slug}"] = page(
            name,
            f'<div class="docman_document_layout"><a class="btn docman_download__button" href="{base}unduhan/{slug}/file" type="application/pdf">Download (pdf, 1.03 MB)</a></div>',
            kind="document",
        )
        made.files[f"{base}unduhan/{slug}/file"] = body
    made.files |= {"/images/visimisi.png": PNG, "/images/sambutan.png": PNG}
    return made


SITES = (wonosobo, purworejo, blora)

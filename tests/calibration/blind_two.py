# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""A CodeIgniter CMS, Laravel with Bootstrap cards and modals, Laravel with Tailwind."""

from __future__ import annotations

from tests.calibration.blind_texts import (
    DAYS,
    EXEMPT,
    PLEDGE,
    PNG,
    PPID_PROFILE,
    REASONS,
    Whole,
    decree,
    dip,
    dispute,
    duties,
    history,
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


def jepara() -> Made:
    """CodeIgniter with AdminLTE: one DataTable of forty files for everything, dates without a year, pages named by numbers."""
    place = "Kabupaten Jepara"
    made = Made(office("b-codeigniter", f"Kankemenag {place}", "https://jepara.kemenag.go.id"), Whole())
    menu = (
        ("Home", "/"),
        ("Profil", (("Sejarah Kemenag", "/read/2/sejarah-kemenag"), ("Visi dan Misi", "/read/3/visi-dan-misi"), ("Tugas dan Fungsi", "/read/4/tugas-dan-fungsi"), ("Struktur Organisasi", "/read/5/struktur-organisasi"), ("Sambutan Kepala", "/sambutan-kepala-kantor"), ("Direktori Pegawai", "/direktori-pegawai"))),
        ("Direktori", (("Daftar KUA", "/read/11/daftar-kua"), ("Alumni", "/direktori-alumni"))),
        ("Berita", "/kategori/berita"), ("Pengumuman", "/kategori/pengumuman"),
        ("Publikasi", (("Download", "/download"), ("Agenda", "/agenda"), ("Galeri Foto", "/galeri-foto"))),
        ("PPID", (("Tentang PPID", "/read/20/tentang-ppid"), ("Informasi Berkala", "/download/berkala"), ("Informasi Serta-Merta", "/read/22/informasi-serta-merta"), ("Informasi Setiap Saat", "/download/setiap-saat"), ("Informasi Dikecualikan", "/read/24/informasi-dikecualikan"), ("Tata Cara", "/read/25/tata-cara"), ("Maklumat", "/read/26/maklumat"), ("Hak dan Kewajiban Pemohon", "/read/27/hak"), ("e-PPID", "/e-ppid"), ("Keberatan & Sengketa", "/read/28/keberatan-sengketa"), ("Regulasi", "/read/29/regulasi"))),
        ("Layanan", (("PTSP", "/read/40/ptsp"), ("SKM", "/read/41/skm"), ("Pengaduan", "/pengaduan"), ("SIMKAH", "https://simkah4.kemenag.go.id"))),
        ("Hubungi Kami", "/hubungi-kami"),
    )  # fmt: skip
    news = posts("Jepara", newest=3, step=1, count=30)

    def page(title: str, body: str, meta: str = "") -> str:
        return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta content="width=device-width, initial-scale=1, maximum-scale=1" name="viewport"><title>Kementerian Agama Kabupaten Jepara | {title}</title><link rel="stylesheet" href="/assets/AdminLTE.css"></head><body class="hold-transition layout-top-nav">
<div class="wrapper"><header class="main-header"><nav class="navbar navbar-static-top"><div class="container"><div class="navbar-header"><a href="/" class="navbar-brand"><b>KEMENAG</b> JEPARA</a></div><div class="collapse navbar-collapse" id="navbar-collapse"><ul class="nav navbar-nav">{tree(menu, '<ul class="dropdown-menu" role="menu">', '<li class="dropdown">')}</ul></div></div></nav></header>
<div class="content-wrapper"><div class="container"><section class="content-header"><h1>{title}</h1><ol class="breadcrumb"><li><a href="/"><i class="fa fa-dashboard"></i> Home</a></li><li class="active">{title}</li></ol></section>
<section class="content"><div class="row"><div class="col-md-9"><div class="box box-success"><div class="box-body">{meta}{body}</div></div></div><div class="col-md-3"><form action="/hasil-pencarian" method="post" class="sidebar-form"><input type="text" name="keyword" class="form-control" placeholder="Pencarian"></form>
<div class="box"><div class="box-header"><h3 class="box-title">Paling Dikomentari</h3></div><ul>{"".join(f'<li><a href="/read/{100 + i}/{n.slug}">{n.title}</a></li>' for i, n in enumerate(news[:4]))}</ul></div><div class="box"><h3 class="box-title">Jajak Pendapat</h3><form><input type="radio" name="p"> Bagus <input type="radio" name="p"> Cukup <button>Kirim</button></form></div></div></div></section></div></div>
<footer class="main-footer"><div class="container"><h4>Hubungi Kami</h4><p>Jl. Ratu Kalinyamat No. 9 Jepara 59419<br>Telp (0291) 591103<br>Email : kabjepara@kemenag.go.id</p><p>Ikuti Kami: <a href="https://facebook.com/kemenagjepara"><i class="fa fa-facebook"></i></a> <a href="https://www.instagram.com/kemenag.jepara"><i class="fa fa-instagram"></i></a></p><strong>Copyright &copy; 2019 - 2026</strong></div></footer></div></body></html>"""

    def files(*items: tuple[str, str, str]) -> str:
        return '<table id="example1" class="table table-hover table-striped dataTable" role="grid"><thead><tr><th width="30px">NO.</th><th>NAMA FILE</th><th>UKURAN</th><th>DIUNDUH</th><th>AKSI</th></tr></thead><tbody>' + "".join(
            f'<tr><td>{i}</td><td>{n}</td><td>{size}</td><td>{i * 7} kali</td><td>' + (f'<a href="/download/force_download/{f}" class="btn btn-flat btn-xs btn-success"><i class="fa fa-download"></i></a>' if f else '<a class="btn btn-flat btn-xs btn-success"><i class="fa fa-download"></i></a>') + "</td></tr>"
            for i, (n, f, size) in enumerate(items, 1)) + '</tbody></table><div class="dataTables_info">Showing 1 to 40 of 40 entries</div>'  # fmt: skip

    papers = {
        "perjanjian_kinerja_2025.pdf": ("PK Kankemenag Jepara Tahun 2025", paper("Perjanjian Kinerja", place, 2025)), "lkj.pdf": ("LKjIP 2025", paper("Laporan Kinerja Instansi Pemerintah", place, 2025, pages=40)), "dok1.pdf": ("Dokumen 1", paper("Rencana Kerja Tahunan", place, 2026, pages=6)), "dok2.pdf": ("Dokumen 2", paper("Rencana Kerja dan Anggaran (RKA-K/L)", place, 2026)),
        "dipa.pdf": ("DIPA 025.04.2.417519/2026", paper("Petikan DIPA", place, 2026, extra="Rp 33.018.750.000")), "lra_smt1.pdf": ("LRA Semester I TA. 2026", paper("Laporan Realisasi Anggaran Semester I", place, 2026)), "neraca.pdf": ("Neraca Per 31 Desember 2024", paper("Neraca", place, 2024)), "calk.pdf": ("CALK TA 2024", paper("Catatan atas Laporan Keuangan", place, 2024, pages=30)),
        "lhkpn.pdf": ("Lap. Harta Kekayaan Kepala Kantor Th. 2025", paper("Pengumuman Harta Kekayaan Penyelenggara Negara Kepala Kantor", place, 2025, pages=3)), "rup.pdf": ("RUP Tahun 2026", paper("Rencana Umum Pengadaan", place, 2026, pages=4)), "monev_tw2.pdf": ("Laporan Capaian Kinerja Triwulan II 2026", paper("Laporan Capaian Kinerja Triwulan II", place, 2026)), "program.pdf": ("Program Kerja Seksi Bimas Islam 2026", paper("Program Kerja", place, 2026, pages=3, extra="Nama kegiatan, Penanggung jawab, Target, Jadwal pelaksanaan, Anggaran")),
    }  # fmt: skip
    always = {
        "dip2026.pdf": ("DIP TAHUN 2026", paper("Daftar Informasi Publik", place, 2026, extra="Ringkasan isi informasi, Pejabat yang menguasai, Penanggung jawab, Waktu dan tempat, Bentuk, Jangka waktu penyimpanan\n" + "\n".join(f"{i} Informasi ke-{i} Subbag TU" for i in range(1, 30)))), "mou1.pdf": ("MoU dengan Polres ttg Pembinaan Warga Binaan 2026", paper("Nota Kesepahaman", place, 2026, pages=5)),
        **{f"sop{i}.pdf": (f"SOP {n}", paper(f"Standar Operasional Prosedur {n}", place, 2018, pages=2)) for i, n in enumerate(("Pelayanan Surat Masuk", "Legalisir", "Mutasi Guru", "Rekomendasi Pendirian Rumah Ibadah", "Kenaikan Pangkat", "Cuti Pegawai"), 1)},
        "sktim.pdf": ("SK Kepala No. 210/2025 Tim SPIP", decree("Tim SPIP", place, "210", 2025)), "renstra.pdf": ("Rencana Strategis 2025-2029 (draft)", paper("Rencana Strategis Kantor 2025-2029", place, "", pages=40)),
    }  # fmt: skip
    forms = "".join(
        f'<div class="form-group"><label class="col-sm-3 control-label">{n} <span style="color:red">*</span></label><div class="col-sm-9"><input type="text" class="form-control input-sm" name="f{i}"></div></div>'
        for i, n in enumerate(
            (
                "Kategori Pemohon",
                "Nama Pemohon",
                "Nomor KTP",
                "Alamat",
                "No. Telepon",
                "E-mail",
                "Rincian Informasi yang Dibutuhkan",
                "Tujuan Penggunaan Informasi",
                "Cara Memperoleh Informasi",
                "Cara Mendapatkan Salinan",
            )
        )
    )
    pages = {
        "/": ("Beranda", "".join(f'<div class="post"><h4><a href="/read/{100 + i}/{n.slug}">{n.title}</a></h4><p class="description">{DAYS[n.day.weekday()]} ({n.day:%d/%m})</p></div>' for i, n in enumerate(news[:6]))),
        "/read/2/sejarah-kemenag": ("Sejarah Kemenag", history(place)), "/read/3/visi-dan-misi": ("Visi dan Misi", vision(place)), "/read/4/tugas-dan-fungsi": ("Tugas dan Fungsi", duties(place)), "/read/5/struktur-organisasi": ("Struktur Organisasi", "<p>Struktur organisasi sedang diperbarui</p>"),
        "/sambutan-kepala-kantor": ("Sambutan Kepala Kantor", '<img src="/media_library/images/kepala.png" class="img-responsive" alt="H. Masduki Bukhori, S.Ag., M.M."><h4>H. Masduki Bukhori, S.Ag., M.M.</h4><p>Kepala Kantor</p><p>Assalamualaikum wr wb. Selamat datang di website kami, semoga membawa manfaat bagi kita semua. Aamiin.</p>'),
        "/direktori-pegawai": ("Direktori Pegawai", table(("NO.", "NAMA LENGKAP", "JABATAN", "UNIT"), [(str(i), f"Pegawai {n}", j, u) for i, (n, j, u) in enumerate((("Ahmad Rofi'i, S.Pd.I.", "Kasubbag TU", "Subbag TU"), ("Siti Munawaroh, M.Pd.", "Kasi Pendma", "Pendma"), ("Nur Khamid, S.Ag.", "Kasi PAIS", "PAIS"), ("Lailatul Fitri, S.E.", "Analis Keuangan", "Subbag TU"), ("Budi Santosa, S.Kom.", "Pranata Komputer", "Subbag TU")), 1)])),
        "/read/11/daftar-kua": ("Daftar KUA", table(("No", "Kecamatan", "Kepala KUA", "Alamat Kantor"), [(str(i), k, f"H. Kepala {k}", f"Jl. {k} - Jepara KM {i}") for i, k in enumerate(("Tahunan", "Batealit", "Bangsri", "Keling", "Mlonggo", "Pecangaan"), 1)])),
        "/direktori-alumni": ("Direktori Alumni", "<p>Data tidak ditemukan</p>"), "/agenda": ("Agenda", "<p>Tidak ada agenda.</p>"), "/galeri-foto": ("Galeri Foto", '<img src="/media_library/albums/a.png" alt="">'),
        "/download": ("Download", files(*((n, f, "1.2 MB") for f, (n, _) in list(papers.items())[:3]))),
        "/download/berkala": ("Informasi Berkala", files(*((n, f, "845 KB") for f, (n, _) in papers.items()), ("Laporan BMN 2025", "", "2.1 MB"), ("LKjIP 2024", "lkj24.pdf", "3 MB"))),
        "/download/setiap-saat": ("Informasi Setiap Saat", files(*((n, f, "512 KB") for f, (n, _) in always.items()))),
        "/read/20/tentang-ppid": ("Tentang PPID", "<p>PPID adalah Pejabat Pengelola Informasi dan Dokumentasi. Dengan keberadaan PPID maka masyarakat yang akan menyampaikan permohonan informasi lebih mudah dan tidak berbelit karena dilayani lewat satu pintu. PPID Utama Kementerian Agama dijabat oleh Kepala Biro Hubungan Masyarakat, Data, dan Informasi.</p>"),
        "/read/22/informasi-serta-merta": ("Informasi Serta-Merta", "<p>Jepara, 12 September 2024</p><p>Pengumuman: waspada penipuan mengatasnamakan pejabat Kankemenag Jepara. Laporkan ke (0291) 591103.</p>"),
        "/read/24/informasi-dikecualikan": ("Informasi Dikecualikan", EXEMPT + "<p>Tahun 2025</p>"),
        "/read/25/tata-cara": ("Tata Cara", "<h4>A. Permohonan Informasi</h4>" + steps() + "<h4>B. Waktu dan Biaya</h4>" + time_fee()),
        "/read/26/maklumat": ("Maklumat", "<p>Maklumat pelayanan adalah pernyataan tertulis yang berisi keseluruhan rincian kewajiban dan janji yang terdapat dalam standar pelayanan.</p>"),
        "/read/27/hak": ("Hak dan Kewajiban Pemohon", "<ul><li>Pemohon berhak melihat dan mengetahui informasi publik</li><li>Pemohon wajib mencantumkan sumber</li></ul>"),
        "/e-ppid": ("e-PPID", f'<div class="callout callout-info">Isian bertanda * wajib diisi</div><form class="form-horizontal" role="form">{forms}<div class="form-group"><button type="button" onclick="save(); return false;" class="btn btn-success btn-sm">KIRIM</button></div></form>'),
        "/read/28/keberatan-sengketa": ("Keberatan & Sengketa", "<h4>Pengajuan Keberatan</h4>" + objection() + "<h4>Sengketa Informasi</h4>" + dispute()),
        "/read/29/regulasi": ("Regulasi", "<ol><li>UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik</li><li>Peraturan Pemerintah Nomor 61 Tahun 2010</li><li>Peraturan Komisi Informasi Nomor 1 Tahun 2010 tentang Standar Layanan Informasi Publik</li><li>KMA 200 Tahun 2012</li></ol>"),
        "/read/40/ptsp": ("PTSP", '<p>Silakan menghubungi petugas PTSP pada jam kerja: Senin s/d Kamis 07.30 - 16.00, Jumat 07.30 - 16.30 WIB.</p><p>Standar pelayanan: persyaratan, prosedur, waktu, biaya, produk layanan dan pengaduan untuk tiap layanan dapat diunduh pada <a href="/download/force_download/sp.pdf">SK Standar Pelayanan 2025</a>.</p>' + table(("Layanan", "Persyaratan", "Waktu", "Biaya"), [(n, "Surat permohonan, KTP", "1 hari", "Rp 0") for n in ("Legalisasi", "Rekomendasi IMB Masjid", "Mutasi siswa", "Izin pondok", "Surat keterangan", "Tanah wakaf")])),
        "/read/41/skm": ("SKM", '<p><img src="/media_library/images/skm-tw3-2026.png" alt="Nilai SKM Triwulan III 2026: 90,12 (Sangat Baik)"></p>'),
        "/pengaduan": ("Pengaduan", '<form class="form-horizontal"><label>Nama</label><input name="a"><label>Email</label><input name="b"><label>Isi Pengaduan</label><textarea name="c"></textarea><button>KIRIM</button></form><p>Prosedur: pengaduan penyalahgunaan wewenang diverifikasi petugas, ditindaklanjuti dalam 14 hari dan disampaikan kepada pelapor. Pengaduan juga diterima di WA 0812-9000-1122.</p>'),
        "/kategori/berita": ("Berita", "".join(f'<div class="post"><h4><a href="/read/{100 + i}/{n.slug}">{n.title}</a></h4><p class="description">{DAYS[n.day.weekday()]} ({n.day:%d/%m}) | oleh Humas - {i * 3 + 11} Dilihat</p></div>' for i, n in enumerate(news)) + '<button class="btn load-more" onclick="more()">SELANJUTNYA</button>'),
        "/kategori/pengumuman": ("Pengumuman", "".join(f'<div class="post"><h4><a href="/read/{300 + i}/{s}">{t}</a></h4><p>{d}</p></div>' for i, (t, s, d) in enumerate((("Hasil Seleksi Administrasi Tenaga Kebersihan", "hasil-seleksi", "4 Juli 2026"), ("Libur Lebaran", "libur-lebaran", "12 Maret 2026"))))),
        "/read/300/hasil-seleksi": ("Hasil Seleksi Administrasi Tenaga Kebersihan", "<p>4 Juli 2026</p><p>Peserta yang lulus diminta hadir pada 8 Juli 2026.</p>"), "/read/301/libur-lebaran": ("Libur Lebaran", "<p>12 Maret 2026</p><p>Layanan tutup selama cuti bersama.</p>"),
        "/hubungi-kami": ("Hubungi Kami", "<p>Kantor Kementerian Agama Kabupaten Jepara, Jl. Ratu Kalinyamat No. 9, Jepara.</p><iframe src='https://www.google.com/maps/embed?pb=1'></iframe>"),
    }  # fmt: skip
    made.whole = {path: page(title, body) for path, (title, body) in pages.items()}
    for i, n in enumerate(news):
        made.whole[f"/read/{100 + i}/{n.slug}"] = page(
            n.title,
            f"<p>Jepara - {DAYS[n.day.weekday()]} ({n.day:%d/%m}), {n.text}</p>",
            f'<p class="text-muted"><i class="fa fa-calendar"></i> {n.day:%Y-%m-%d} 08:12:33 <i class="fa fa-user"></i> Administrator</p>',
        )
    made.files = {f"/download/force_download/{f}": body for f, (_, body) in (papers | always).items()}
    made.files |= {
        "/download/force_download/sp.pdf": paper(
            "Standar Pelayanan",
            place,
            2025,
            pages=20,
            extra="Persyaratan, prosedur, jangka waktu, biaya, produk pelayanan, pengaduan",
        ),
        "/media_library/images/kepala.png": PNG,
        "/media_library/images/skm-tw3-2026.png": PNG,
        "/media_library/albums/a.png": PNG,
    }
    return made


def tegal() -> Made:
    """Laravel with Bootstrap 5: cards with icons for links, documents shown in modals, an offcanvas menu, relative dates."""
    place = "Kota Tegal"
    made = Made(office("b-laravel", f"Kankemenag {place}", "https://kotategal.kemenag.go.id"), Whole())
    menu = (
        ("Beranda", "/"), ("Profil", (("Tentang Kami", "/profil/tentang-kami"), ("Visi Misi", "/profil/visi-misi"), ("Tusi", "/profil/tusi"), ("Struktur", "/profil/struktur"), ("Pejabat", "/profil/pejabat"))),
        ("Informasi", (("Berita", "/berita"), ("Pengumuman", "/pengumuman"), ("Agenda", "/agenda"), ("Infografis", "/infografis"))),
        ("PPID", (("Beranda PPID", "/ppid"), ("Informasi Berkala", "/ppid/berkala"), ("Informasi Serta Merta", "/ppid/serta-merta"), ("Informasi Setiap Saat", "/ppid/setiap-saat"), ("Informasi Dikecualikan", "/ppid/dikecualikan"), ("DIP", "/ppid/dip"), ("Layanan Informasi", "/ppid/layanan"), ("Permohonan Online", "/ppid/permohonan"), ("Laporan", "/ppid/laporan"))),
        ("Layanan", (("PTSP", "/layanan"), ("SOP", "/sop"), ("Pengaduan", "/pengaduan"))), ("Kontak", "/kontak"),
    )  # fmt: skip
    news = posts("Tegal", newest=1, step=4, count=12)
    ago = (
        "1 hari yang lalu",
        "5 hari yang lalu",
        "1 minggu yang lalu",
        "1 minggu yang lalu",
        "2 minggu yang lalu",
        "3 minggu yang lalu",
        "3 minggu yang lalu",
        "4 minggu yang lalu",
        "1 bulan yang lalu",
        "1 bulan yang lalu",
        "1 bulan yang lalu",
        "1 bulan yang lalu",
    )

    def page(title: str, body: str) -> str:
        return f"""<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="csrf-token" content="aZ0"><title>{title} - Kemenag Kota Tegal</title></head><body>
<header id="header" class="fixed-top"><div class="container d-flex"><h1 class="logo me-auto"><a href="/">Kemenag Kota Tegal</a></h1><nav id="navbar" class="navbar"><ul>{tree(menu, '<ul class="dropdown-menu">', '<li class="nav-item dropdown">')}</ul><i class="bi bi-list mobile-nav-toggle"></i></nav></div></header>
<main id="main"><section class="breadcrumbs"><div class="container"><ol><li><a href="/">Beranda</a></li><li>{title}</li></ol><h2>{title}</h2></div></section><section class="inner-page"><div class="container">{body}</div></section></main>
<footer id="footer"><div class="footer-top"><div class="container"><div class="row"><div class="col-lg-3 footer-contact"><h3>Kemenag Kota Tegal</h3><p>Jl. Pancasila No. 11 <br>Kota Tegal 52123<br>Jawa Tengah<br><br><strong>Phone:</strong> (0283) 351 339<br><strong>Email:</strong> kotategal@kemenag.go.id<br></p></div>
<div class="col-lg-2 footer-links"><h4>Useful Links</h4><ul><li><i class="bx bx-chevron-right"></i> <a href="#">Home</a></li><li><a href="#">Terms of service</a></li></ul></div><div class="social-links"><a href="#" class="twitter"><i class="bx bxl-twitter"></i></a><a href="#" class="facebook"><i class="bx bxl-facebook"></i></a></div></div></div></div><div class="copyright">&copy; Copyright <strong>Kemenag</strong>. All Rights Reserved</div></footer></body></html>"""

    def cards(*items: tuple[str, str, str]) -> str:
        return '<div class="row">' + "".join(
            f'<div class="col-md-4"><div class="card h-100 shadow-sm"><div class="card-body"><span class="badge bg-success">{kind}</span><h5 class="card-title">{name}</h5></div><div class="card-footer d-flex justify-content-between">'
            + (f'<a href="/storage/dokumen/{f}" target="_blank" class="btn btn-sm btn-outline-success" aria-label="Lihat"><i class="bi bi-eye"></i></a><a href="/storage/dokumen/{f}" download class="btn btn-sm"><i class="bi bi-download"></i></a>' if f else '<button class="btn btn-sm btn-secondary" disabled><i class="bi bi-eye"></i></button>') + "</div></div></div>" for name, kind, f in items) + "</div>"  # fmt: skip

    def modals(*items: tuple[str, str]) -> str:
        return '<table class="table"><thead><tr><th>#</th><th>Judul Informasi</th><th>Aksi</th></tr></thead><tbody>' + "".join(f'<tr><td>{i}</td><td>{n}</td><td><button type="button" class="btn btn-primary btn-sm" data-bs-toggle="modal" data-bs-target="#modal{i}">Lihat</button></td></tr>' for i, (n, _) in enumerate(items, 1)) + "</tbody></table>" + "".join(
            f'<div class="modal fade" id="modal{i}" tabindex="-1" aria-hidden="true"><div class="modal-dialog modal-xl"><div class="modal-content"><div class="modal-header"><h5 class="modal-title">{n}</h5><button type="button" class="btn-close" data-bs-dismiss="modal"></button></div><div class="modal-body"><embed src="/storage/dokumen/{f}" type="application/pdf" width="100%" height="600px"></div></div></div></div>' for i, (n, f) in enumerate(items, 1))  # fmt: skip

    fields = "".join(
        f'<div class="mb-3"><label class="form-label" for="x{i}">{n}</label><input class="form-control" id="x{i}" name="x{i}"></div>'
        for i, n in enumerate(
            (
                "Nama Pemohon",
                "Alamat",
                "Email",
                "Nomor HP",
                "Informasi yang diminta",
                "Alasan permintaan",
                "Cara memperoleh informasi",
            )
        )
    )
    pages = {
        "/": ("Beranda", '<div class="swiper"><div class="swiper-slide"><h2>Maklumat Pelayanan</h2><p>Kami siap melayani</p></div></div>' + "".join(f'<div class="card"><div class="card-body"><h5><a href="/berita/{n.slug}">{n.title}</a></h5><small>{a}</small></div></div>' for n, a in zip(news[:3], ago, strict=False))),
        "/profil/tentang-kami": ("Tentang Kami", history(place)), "/profil/visi-misi": ("Visi Misi", vision(place)), "/profil/tusi": ("Tusi", "<p>PPID mempunyai tugas mengelola informasi dan dokumentasi. Fungsi PPID: menghimpun, menyimpan, menyediakan informasi publik, dan melayani pemohon informasi.</p>"),
        "/profil/struktur": ("Struktur", '<img src="/storage/struktur.png" class="img-fluid" alt="Struktur organisasi Kankemenag Kota Tegal 2026">'),
        "/profil/pejabat": ("Pejabat", '<div class="row">' + "".join(f'<div class="col-lg-4"><div class="member"><img src="/storage/p{i}.png" class="img-fluid" alt=""><h4>{n}</h4><span>{j}</span></div></div>' for i, (n, j) in enumerate((("H. Akhmad Farkhan, M.Ag.", "Kepala Kantor"), ("Siti Aminah Zahro, S.E.", "Kepala Subbagian TU"), ("M. Irsyad, S.Pd.I.", "Kasi Pendidikan Islam"), ("Drs. Kholidin", "Kasi Bimas Islam")))) + "</div>"),
        "/berita": ("Berita", "".join(f'<article class="entry"><h2 class="entry-title"><a href="/berita/{n.slug}">{n.title}</a></h2><div class="entry-meta"><ul><li><i class="bi bi-clock"></i> <a href="/berita/{n.slug}">{a}</a></li></ul></div></article>' for n, a in zip(news, ago, strict=True)) + '<ul class="pagination"><li class="page-item active"><span>1</span></li></ul>'),
        "/pengumuman": ("Pengumuman", '<div class="list-group"><a href="/pengumuman/ppdb" class="list-group-item">PPDB MAN Kota Tegal Tahun Pelajaran 2026/2027 <small>14 April 2026</small></a></div>'),
        "/pengumuman/ppdb": ("PPDB MAN Kota Tegal Tahun Pelajaran 2026/2027", "<p>14 April 2026</p><p>Syarat pendaftaran: fotokopi rapor, kartu keluarga. Jadwal pendaftaran 20 April s.d. 10 Mei 2026.</p>"),
        "/agenda": ("Agenda", table(("Tanggal", "Kegiatan", "Tempat"), (("25 November 2026", "Upacara HGN", "Lapangan"), ("2 Desember 2026", "Rapat Dinas", "Aula")))),
        "/infografis": ("Infografis", '<iframe src="https://lookerstudio.google.com/embed/reporting/abc" width="100%" height="700"></iframe>'),
        "/ppid": ("PPID", '<div class="row icon-boxes">' + "".join(f'<div class="col-md-3"><div class="icon-box"><div class="icon"><i class="bx bx-file"></i></div><h4 class="title"><a href="{u}">{n}</a></h4><p class="description">Klik untuk melihat</p></div></div>' for n, u in (("Informasi Berkala", "/ppid/berkala"), ("Informasi Serta Merta", "/ppid/serta-merta"), ("Informasi Setiap Saat", "/ppid/setiap-saat"), ("Informasi Dikecualikan", "/ppid/dikecualikan"))) + "</div>"),
        "/ppid/berkala": ("Informasi Berkala", '<ul class="nav nav-pills"><li><a data-bs-toggle="pill" href="#t1">2026</a></li><li><a data-bs-toggle="pill" href="#t2">2025</a></li></ul><div class="tab-content"><div class="tab-pane active" id="t1"><h3>Tahun 2026</h3>' + cards(("Perjanjian Kinerja", "Kinerja", "pk26.pdf"), ("Rencana Kerja Tahunan", "Perencanaan", "rkt26.pdf"), ("DIPA", "Anggaran", ""), ("RKA-KL", "Anggaran", "rka26.pdf"), ("Laporan Realisasi Anggaran Bulan Oktober", "Keuangan", "lra26.pdf"), ("Rencana Umum Pengadaan", "Pengadaan", "rup26.pdf")) + '</div><div class="tab-pane" id="t2"><h3>Tahun 2025</h3>' + cards(("Perjanjian Kinerja", "Kinerja", "pk25.pdf"), ("Laporan Kinerja", "Kinerja", "lkj25.pdf"), ("Neraca", "Keuangan", "neraca25.pdf"), ("Catatan Atas Laporan Keuangan", "Keuangan", "calk25.pdf"), ("Daftar Barang Milik Negara", "Aset", "bmn25.pdf"), ("LHKPN Kepala Kantor", "LHKPN", "lhkpn25.pdf")) + "</div></div>"),
        "/ppid/serta-merta": ("Informasi Serta Merta", '<div class="alert alert-warning">Belum ada informasi serta merta.</div>'),
        "/ppid/setiap-saat": ("Informasi Setiap Saat", modals(("Rencana Strategis 2025-2029", "renstra.pdf"), ("SK Tim Pengelola Website Tahun 2026", "sk-web.pdf"), ("Perjanjian Kerja Sama dengan UPS Tegal 2026", "pks.pdf"), ("Data Keagamaan Kota Tegal Tahun 2025", "data25.pdf"), ("Rekapitulasi Pengaduan Masyarakat Tahun 2025", "dumas25.pdf"))),
        "/ppid/dikecualikan": ("Informasi Dikecualikan", modals(("Keputusan tentang Klasifikasi Informasi Dikecualikan Tahun 2025", "dik25.pdf"), ("Berita Acara Uji Konsekuensi 2025", "ba25.pdf"))),
        "/ppid/dip": ("DIP", dip("Januari 2026", 22, 'class="table table-striped" id="tabel-dip"').replace("<table", "<h4>Daftar Informasi Publik Tahun 2026</h4><table", 1)),
        "/ppid/layanan": ("Layanan Informasi", '<div class="accordion" id="acc">' + "".join(f'<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" type="button" data-bs-toggle="collapse" data-bs-target="#c{i}">{n}</button></h2><div id="c{i}" class="accordion-collapse collapse" data-bs-parent="#acc"><div class="accordion-body">{b}</div></div></div>' for i, (n, b) in enumerate((
            ("Profil PPID", PPID_PROFILE.format(place=place)), ("Maklumat Pelayanan Informasi", PLEDGE), ("Mekanisme Permohonan Informasi", steps()), ("Mekanisme Keberatan", objection(reasons=7)), ("Mekanisme Sengketa Informasi", dispute()), ("Waktu dan Biaya Pelayanan", time_fee(hours=False)), ("SOP Layanan Informasi Publik", cards(("SOP Permohonan Informasi", "SOP", "s1.pdf"), ("SOP Keberatan Informasi", "SOP", "s2.pdf"), ("SOP Uji Konsekuensi", "SOP", "s3.pdf")))))) + "</div>"),
        "/ppid/permohonan": ("Permohonan Online", f'<form method="POST" action="/ppid/permohonan"><input type="hidden" name="_token">{fields}<button type="submit" class="btn btn-success">Kirim Permohonan</button></form>'),
        "/ppid/laporan": ("Laporan", cards(("Laporan Layanan Informasi Publik Tahun 2025", "Laporan", "lap25.pdf"), ("Laporan Layanan Informasi Publik Tahun 2024", "Laporan", "lap24.pdf"))),
        "/layanan": ("PTSP", '<div class="row">' + "".join(f'<div class="col-md-6"><div class="card"><div class="card-body"><h5>{n}</h5><ul><li>Syarat: fotokopi KTP</li><li>Surat permohonan</li></ul></div></div></div>' for n in ("Legalisasi Ijazah Madrasah", "Rekomendasi Pindah", "Izin Operasional LPQ", "Sertifikasi Arah Kiblat", "Permohonan Penceramah")) + "</div>"),
        "/sop": ("SOP", cards(*((f"SOP {n}", "SOP", f"l{i}.pdf") for i, n in enumerate(("Persuratan", "Kepegawaian", "Wakaf", "Nikah", "Madrasah"), 1)))),
        "/pengaduan": ("Pengaduan", '<div class="text-center"><a href="https://wa.me/628132456789" class="btn btn-success btn-lg"><i class="bi bi-whatsapp"></i> Adukan Sekarang</a></div>'),
        "/kontak": ("Kontak", '<div class="info-box"><h3>Alamat</h3><p>Jl. Pancasila No. 11 Kota Tegal</p></div><div class="info-box"><h3>Jam Pelayanan</h3><p>Senin - Kamis: 07:30 - 16:00<br>Jumat: 07:30 - 16:30</p></div><form class="php-email-form"><input name="name" placeholder="Your Name"><input name="email" placeholder="Your Email"><input name="subject" placeholder="Subject"><textarea placeholder="Message"></textarea><button>Send Message</button></form>'),
    }  # fmt: skip
    made.whole = {path: page(title, body) for path, (title, body) in pages.items()}
    for n, a in zip(news, ago, strict=True):
        made.whole[f"/berita/{n.slug}"] = page(
            n.title,
            f'<article class="entry entry-single"><div class="entry-meta"><i class="bi bi-clock"></i> {a} <i class="bi bi-person"></i> Admin</div><p>{n.text}</p></article>',
        )
    d = "/storage/dokumen/"
    made.files = {
        **{f"{d}{f}.pdf": paper(t, place, y) for f, t, y in (("pk26", "Perjanjian Kinerja", 2026), ("pk25", "Perjanjian Kinerja", 2025), ("rkt26", "Rencana Kerja Tahunan", 2026), ("rka26", "RKA-K/L", 2026), ("lra26", "Laporan Realisasi Anggaran", 2026), ("rup26", "Rencana Umum Pengadaan", 2026), ("lkj25", "Laporan Kinerja", 2025), ("neraca25", "Neraca", 2025), ("calk25", "Catatan atas Laporan Keuangan", 2025), ("bmn25", "Laporan Barang Milik Negara", 2025), ("data25", "Data Keagamaan Kota Tegal", 2025), ("dumas25", "Rekapitulasi Pengaduan", 2025), ("dik25", "Keputusan Klasifikasi Informasi Dikecualikan", 2025), ("ba25", "Berita Acara Uji Konsekuensi", 2025), ("lap25", "Laporan Layanan Informasi Publik", 2025), ("lap24", "Laporan Layanan Informasi Publik", 2024))},
        f"{d}lhkpn25.pdf": paper("", place, "", scanned=True, pages=3), f"{d}renstra.pdf": paper("Rencana Strategis 2025-2029", place, "", pages=30), f"{d}sk-web.pdf": decree("Tim Pengelola Website", place, "33", 2026), f"{d}pks.pdf": paper("Perjanjian Kerja Sama", place, 2026, pages=4),
        **{f"{d}s{i}.pdf": paper(f"SOP {n}", place, 2025, pages=2) for i, n in enumerate(("Permohonan Informasi", "Keberatan Informasi", "Uji Konsekuensi"), 1)}, **{f"{d}l{i}.pdf": paper(f"SOP {n}", place, 2024, pages=2) for i, n in enumerate(("Persuratan", "Kepegawaian", "Wakaf", "Nikah", "Madrasah"), 1)},
        "/storage/struktur.png": PNG, **{f"/storage/p{i}.png": PNG for i in range(4)},
    }  # fmt: skip
    return made


def demak() -> Made:
    """Laravel with Tailwind: divisions for everything, headings as paragraphs, buttons with links, documents on the cloud."""
    place = "Kabupaten Demak"
    made = Made(office("b-tailwind", f"Kankemenag {place}", "https://demak.kemenag.go.id"), Whole())
    menu = (
        ("Beranda", "/"), ("Tentang", (("Sejarah", "/halaman/sejarah"), ("Visi & Misi", "/halaman/visi-misi"), ("Tugas & Fungsi", "/halaman/tugas-fungsi"), ("Struktur Organisasi", "/halaman/struktur-organisasi"), ("Pimpinan", "/halaman/pimpinan"), ("Statistik Pegawai", "/halaman/statistik-pegawai"))),
        ("Kabar", (("Berita", "/posts"), ("Artikel", "/posts?category=artikel"), ("Pengumuman", "/pengumuman"))),
        ("Keterbukaan Informasi", (("Profil PPID", "/halaman/profil-ppid"), ("Regulasi", "/halaman/regulasi"), ("Informasi Berkala", "/dokumen?kategori=berkala"), ("Informasi Serta Merta", "/dokumen?kategori=serta-merta"), ("Informasi Setiap Saat", "/dokumen?kategori=setiap-saat"), ("Informasi Dikecualikan", "/dokumen?kategori=dikecualikan"), ("Prosedur Permohonan", "/halaman/prosedur-permohonan"), ("Prosedur Keberatan", "/halaman/prosedur-keberatan"), ("Prosedur Sengketa", "/halaman/prosedur-sengketa"), ("Jalur dan Waktu Layanan", "/halaman/jalur-waktu"), ("Maklumat", "/halaman/maklumat"), ("Statistik Layanan Informasi", "/halaman/statistik-layanan"), ("Formulir Permohonan", "/permohonan-informasi"), ("Formulir Keberatan", "/keberatan"))),
        ("Layanan Publik", (("PTSP", "/halaman/ptsp"), ("Standar Pelayanan", "/halaman/standar-pelayanan"), ("Pengaduan", "/halaman/pengaduan"), ("Survei", "/halaman/survei"), ("Prosedur Evakuasi", "/halaman/prosedur-evakuasi"))), ("Kontak", "/kontak"),
    )  # fmt: skip
    news = posts("Demak", newest=40, step=5, count=10)

    def items(menu: object, deep: bool = False) -> str:
        out = []
        for label, target in menu:  # type: ignore[attr-defined]
            if isinstance(target, str):
                out.append(f'<a href="{target}" class="block px-3 py-2 text-sm hover:text-emerald-700">{label}</a>')
            else:
                out.append(
                    f'<div class="relative group" x-data="{{open:false}}"><button @click="open=!open" class="inline-flex items-center">{label}<svg class="w-4 h-4"><path d="M0 0"/></svg></button><div x-show="open" style="display:none" class="absolute bg-white shadow-lg">{items(target, True)}</div></div>'
                )
        return "".join(out)

    def page(title: str, body: str) -> str:
        return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} • Kankemenag Demak</title></head><body class="antialiased bg-gray-50 text-gray-800"><div class="min-h-screen flex flex-col">
<div class="bg-emerald-800 text-white text-xs"><div class="max-w-7xl mx-auto flex"><span>kankemenagdemak@gmail.com</span><span>Senin-Jum'at 07.30 s/d 16.00 WIB</span></div></div><div class="sticky top-0 bg-white shadow"><div class="max-w-7xl mx-auto flex justify-between"><a href="/" class="flex"><img src="/img/logo.png" alt="Logo" class="h-10"></a><div class="hidden lg:flex space-x-4">{items(menu)}</div></div></div>
<div class="flex-1"><div class="bg-emerald-700 py-10"><div class="max-w-7xl mx-auto"><p class="text-3xl font-bold text-white">{title}</p></div></div><div class="max-w-7xl mx-auto px-4 py-8">{body}</div></div>
<div class="bg-gray-900 text-gray-300"><div class="max-w-7xl mx-auto grid grid-cols-4"><div><p class="font-semibold">Kantor Kementerian Agama Kabupaten Demak</p><p>Jl. Bhayangkara Baru No. 5 Demak 59515</p><p>(0291) 685 124</p></div><div class="flex gap-2"><a href="https://www.facebook.com/kemenagri" aria-label="Facebook"><svg></svg></a><a href="https://twitter.com/Kemenag_RI" aria-label="Twitter"><svg></svg></a></div></div></div></div></body></html>"""

    def rows(*items: tuple[str, str, str]) -> str:
        return (
            '<div class="space-y-3">'
            + "".join(
                f'<div class="bg-white rounded-lg border p-4 flex items-center justify-between"><div><p class="font-medium">{n}</p><p class="text-xs text-gray-500">{m}</p></div>'
                + (
                    f'<a href="{u}" class="rounded bg-emerald-600 px-3 py-1 text-white">Unduh</a>'
                    if u
                    else '<span class="rounded bg-gray-200 px-3 py-1">Segera</span>'
                )
                + "</div>"
                for n, m, u in items
            )
            + "</div>"
        )

    def prose(value: str) -> str:
        return f'<div class="prose max-w-none bg-white rounded-xl p-6">{value}</div>'

    fields = "".join(
        f'<div class="col-span-2"><label class="block text-sm font-medium">{n}</label><input type="text" name="{k}" class="mt-1 block w-full rounded-md"></div>'
        for n, k in (
            ("Nama Lengkap", "nama"),
            ("Alamat Lengkap", "alamat"),
            ("Nomor WhatsApp", "wa"),
            ("Surel", "surel"),
            ("Rincian Informasi", "rincian"),
            ("Tujuan Penggunaan", "tujuan"),
            ("Cara Mendapatkan Informasi", "cara"),
        )
    )
    drive = "https://drive.google.com/file/d/1AbCdEfGh"
    pages = {
        "/": ("Selamat Datang", '<div class="grid grid-cols-3">' + "".join(f'<a href="/posts/{n.slug}" class="block rounded-xl shadow"><div class="p-4"><p class="text-xs">{n.day:%d/%m/%Y}</p><p class="font-semibold">{n.title}</p></div></a>' for n in news[:3]) + "</div>"),
        "/halaman/sejarah": ("Sejarah", prose(history(place))), "/halaman/visi-misi": ("Visi & Misi", prose("<p>Data Visi &amp; Misi Belum Tersedia</p>")), "/halaman/tugas-fungsi": ("Tugas & Fungsi", prose(duties(place))), "/halaman/struktur-organisasi": ("Struktur Organisasi", prose('<p><a href="/storage/struktur-organisasi.pdf">Struktur Organisasi Kankemenag Demak Tahun 2026 (PDF)</a></p>')),
        "/halaman/pimpinan": ("Pimpinan", '<div class="grid grid-cols-3 gap-6">' + "".join(f'<div class="bg-white rounded-2xl p-6 text-center"><div class="w-32 h-32 mx-auto rounded-full bg-cover" style="background-image:url(/img/{i}.jpg)"></div><p class="mt-4 font-bold">{n}</p><p class="text-emerald-700">{j}</p><p class="text-sm">{b}</p></div>' for i, (n, j, b) in enumerate((("H. Afif Mundzir, S.Ag., M.Si.", "Kepala Kantor", "Lahir di Demak, menamatkan pendidikan magister di Semarang. Mengawali karier sebagai guru madrasah pada 1998, kemudian menjadi pengawas, Kepala Seksi Pendidikan Madrasah, dan sejak 2023 mengemban amanah sebagai Kepala Kantor Kementerian Agama Kabupaten Demak."), ("Nurul Huda, S.E.", "Kasubbag TU", "Mengabdi sejak 2001 di bidang keuangan dan perencanaan."), ("Dra. Sri Wahyuni", "Kasi Pendma", "Sebelumnya kepala MTsN."), ("Khoirul Anam, S.H.I.", "Kasi Bimas", "Sebelumnya kepala KUA.")))) + "</div>"),
        "/halaman/statistik-pegawai": ("Statistik Pegawai", prose(table(("Jenis", "Jumlah"), (("Guru", "612"), ("Penghulu", "38"), ("Penyuluh", "101"), ("Pelaksana", "77"))) + "<p>Keadaan per 30 Juni 2026.</p>")),
        "/posts": ("Berita", '<div class="grid grid-cols-3">' + "".join(f'<a href="/posts/{n.slug}" class="block rounded-xl shadow"><div class="p-4"><p class="text-xs">{n.day:%d/%m/%Y}</p><p class="font-semibold">{n.title}</p></div></a>' for n in news) + "</div>"),
        "/pengumuman": ("Pengumuman", prose("<p>Belum ada pengumuman resmi saat ini.</p>")),
        "/halaman/profil-ppid": ("Profil PPID", prose(PPID_PROFILE.format(place=place) + '<p><a href="/storage/sk-ppid-2024.pdf">Unduh SK PPID Nomor 15 Tahun 2024</a></p>')),
        "/halaman/regulasi": ("Regulasi", rows(("Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik", "PDF", "/storage/uu14.pdf"), ("Peraturan Komisi Informasi Nomor 1 Tahun 2021", "PDF", "/storage/perki1.pdf"), ("PP 61 Tahun 2010", "PDF", "/storage/pp61.pdf"), ("KMA 657 Tahun 2021", "PDF", "/storage/kma657.pdf"), ("PMA 6 Tahun 2022", "PDF", "/storage/pma6.pdf"))),
        "/dokumen?kategori=berkala": ("Informasi Berkala", rows(("Laporan Kinerja Tahun 2025", "12 Maret 2026 · 4,1 MB", f"{drive}lkj/view"), ("Perjanjian Kinerja Tahun 2026", "20 Februari 2026 · 1 MB", f"{drive}pk/view"), ("DIPA Tahun 2026", "6 Januari 2026 · 2 MB", f"{drive}dipa/view"), ("POK Tahun 2026", "6 Januari 2026", "/storage/pok26.pdf"), ("LRA 2025 (audited)", "30 Juni 2026", "/storage/lra25.pdf"), ("Neraca 2025", "30 Juni 2026", "/storage/neraca25.pdf"), ("Laporan BMN 2024", "30 Juni 2025", "/storage/bmn24.pdf"), ("Rencana Aksi & Rencana Kinerja Tahunan 2026", "2 Februari 2026", "/storage/rkt26.pdf"), ("LHKPN", "", ""))),
        "/dokumen?kategori=serta-merta": ("Informasi Serta Merta", '<div class="text-center py-20"><p class="text-gray-500">No data found</p></div>'),
        "/dokumen?kategori=setiap-saat": ("Informasi Setiap Saat", rows(("Daftar Informasi Publik Tahun 2024", "31 Januari 2024", "/storage/dip24.pdf"), ("Renstra Kanwil Kemenag Jawa Tengah 2025-2029", "2026", "/storage/renstra-kanwil.pdf"), ("SOP Pelayanan Publik (gabungan 8 SOP)", "2025", "/storage/sop-gabungan.pdf"), ("Surat Keputusan Tim PTSP Nomor 71 Tahun 2026", "2026", "/storage/sk71.pdf"), ("Daftar Kerja Sama", "Nihil per 1 Juli 2026", ""))),
        "/dokumen?kategori=dikecualikan": ("Informasi Dikecualikan", rows(("Daftar Informasi yang Dikecualikan Kementerian Agama", "Kemenag RI", "https://ppid.kemenag.go.id/files/dik.pdf"),)),
        "/halaman/prosedur-permohonan": ("Prosedur Permohonan", prose('<p><img src="/img/alur-permohonan.png" alt=""></p>')), "/halaman/prosedur-keberatan": ("Prosedur Keberatan", prose(objection())),
        "/halaman/prosedur-sengketa": ("Prosedur Sengketa", prose(dispute("Kantor Wilayah Kementerian Agama Provinsi Jawa Tengah"))),
        "/halaman/jalur-waktu": ("Jalur dan Waktu Layanan", prose("<p>Langsung: meja layanan informasi PTSP, Senin-Kamis 08.00-15.00 WIB.</p><p>Tidak langsung: surel dan WhatsApp. Seluruh layanan tanpa biaya. Jawaban diberikan paling lambat 10 hari kerja.</p>")),
        "/halaman/maklumat": ("Maklumat", prose('<p><img src="/img/maklumat.png" alt="Maklumat Pelayanan Kankemenag Demak"></p>')),
        "/halaman/statistik-layanan": ("Statistik Layanan Informasi", '<div class="grid grid-cols-4">' + "".join(f'<div class="bg-white p-4"><p class="text-4xl font-bold">{v}</p><p>{n}</p></div>' for n, v in (("Permohonan Masuk", "12"), ("Dikabulkan", "11"), ("Ditolak", "1"), ("Rata-rata Waktu Layanan", "4 hari"))) + "</div><p>Periode Januari - Oktober 2026. Alasan penolakan: termasuk informasi dikecualikan.</p>"),
        "/permohonan-informasi": ("Formulir Permohonan", f'<form method="POST" class="grid grid-cols-2">{fields}<button class="bg-emerald-600">Kirim</button></form>'),
        "/keberatan": ("Formulir Keberatan", f'<form method="POST"><label>Nomor Permohonan</label><input name="no"><label>Nama</label><input name="nama"><label>Alasan Keberatan</label><select name="alasan">{"".join(f"<option>{r}</option>" for r in REASONS)}</select><label>Uraian</label><textarea name="u"></textarea><button>Kirim</button></form>'),
        "/halaman/ptsp": ("PTSP", prose("<p>PTSP Kankemenag Demak melayani dengan prinsip cepat, tepat, dan transparan.</p>")), "/halaman/standar-pelayanan": ("Standar Pelayanan", prose("<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.</p>")),
        "/halaman/pengaduan": ("Pengaduan", prose('<p>Saluran pengaduan: <a href="https://www.lapor.go.id/">SP4N LAPOR</a>, <a href="https://simdumas.kemenag.go.id">SIMDUMAS</a>, WhatsApp 0857-1234-8890.</p><p>Tata cara: tulis kronologi, sertakan bukti, kirim melalui salah satu saluran; tim menelaah paling lambat 7 hari kerja.</p>')),
        "/halaman/survei": ("Survei", prose("<p>Hasil SKM Semester II 2025: nilai 86,7 (B).</p><p>Hasil SPAK Semester II 2025: 88,1.</p>")),
        "/halaman/prosedur-evakuasi": ("Prosedur Evakuasi", prose("<ol><li>Tetap tenang, hentikan kegiatan.</li><li>Ikuti jalur evakuasi bertanda hijau menuju tangga timur.</li><li>Berkumpul di titik kumpul halaman parkir depan kantor.</li><li>Petugas melakukan pendataan.</li></ol>")),
        "/kontak": ("Kontak", prose("<p>Jl. Bhayangkara Baru No. 5 Demak</p>")),
    }  # fmt: skip
    made.whole = {path: page(title, body) for path, (title, body) in pages.items()}
    for n in news:
        made.whole[f"/posts/{n.slug}"] = page(
            n.title,
            f'<p class="text-sm text-gray-500">Oleh Admin · {plain(n.day)}</p><div class="prose">{n.text}</div>',
        )
    for name in ("lkj", "pk", "dipa"):
        made.answers[f"{drive}{name}/view"] = (
            200,
            f"<html><head><title>{name}.pdf - Google Drive</title><meta property='og:title' content='{name}.pdf'></head><body></body></html>",
        )
    made.answers["https://ppid.kemenag.go.id/files/dik.pdf"] = (
        200,
        "<html><title>PPID Kemenag</title><p>Daftar Informasi Dikecualikan</p></html>",
    )
    s = "/storage/"
    made.files = {
        f"{s}struktur-organisasi.pdf": paper("Struktur Organisasi", place, 2026, pages=1), f"{s}sk-ppid-2024.pdf": decree("Penetapan PPID", place, "15", 2024), **{f"{s}{f}.pdf": paper(t, "", y, issuer="REPUBLIK INDONESIA") for f, t, y in (("uu14", "Undang-Undang tentang Keterbukaan Informasi Publik", 2008), ("perki1", "Peraturan Komisi Informasi", 2021), ("pp61", "Peraturan Pemerintah", 2010), ("kma657", "Keputusan Menteri Agama", 2021), ("pma6", "Peraturan Menteri Agama", 2022))},
        f"{s}pok26.pdf": paper("Petunjuk Operasional Kegiatan", place, 2026), f"{s}lra25.pdf": paper("Laporan Realisasi Anggaran", place, 2025), f"{s}neraca25.pdf": paper("Neraca", place, 2025), f"{s}bmn24.pdf": paper("Laporan Barang Milik Negara", place, 2024), f"{s}rkt26.pdf": paper("Rencana Kinerja Tahunan", place, 2026),
        f"{s}dip24.pdf": paper("Daftar Informasi Publik", place, 2024, extra="Ringkasan isi informasi, Pejabat yang menguasai, Penanggung jawab, Waktu, Bentuk, Jangka waktu\n" + "\n".join(f"{i}. Informasi {i}" for i in range(1, 20))), f"{s}renstra-kanwil.pdf": paper("Rencana Strategis 2025-2029", "", "", issuer="KANTOR WILAYAH KEMENTERIAN AGAMA PROVINSI JAWA TENGAH"), f"{s}sop-gabungan.pdf": paper("Kumpulan Standar Operasional Prosedur Pelayanan", place, 2025, pages=24), f"{s}sk71.pdf": decree("Tim PTSP", place, "71", 2026),
        "/img/logo.png": PNG, "/img/alur-permohonan.png": PNG, "/img/maklumat.png": PNG,
    }  # fmt: skip
    return made


SITES = (jepara, tegal, demak)

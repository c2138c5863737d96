# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""A PHP site of tables, Google Sites, and a PPID host of a single page beside a small main site."""

from __future__ import annotations

from tests.calibration.blind_texts import (
    EXEMPT,
    PLEDGE,
    PNG,
    PPID_PROFILE,
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
from tests.made_files import word


def sragen() -> Made:
    """Tables within tables, addresses with numbers, unknown pages answered with the home page, a marquee, capitals everywhere."""
    place = "Kabupaten Sragen"
    made = Made(office("b-php", f"Kankemenag {place}", "http://sragen.kemenag.go.id"), Whole())
    menu = (("BERANDA", "/index.php"), ("PROFIL", "/index.php?p=profil"), ("VISI MISI", "/index.php?p=hal&id=2"), ("TUGAS DAN FUNGSI", "/index.php?p=hal&id=3"), ("STRUKTUR ORGANISASI", "/index.php?p=hal&id=4"), ("PEJABAT", "/index.php?p=hal&id=5"), ("BERITA", "/index.php?p=berita"), ("INFO PUBLIK BERKALA", "/index.php?p=dok&kat=1"), ("INFO PUBLIK SERTA MERTA", "/index.php?p=dok&kat=2"), ("INFO PUBLIK SETIAP SAAT", "/index.php?p=dok&kat=3"), ("INFO DIKECUALIKAN", "/index.php?p=dok&kat=4"), ("PERMINTAAN INFORMASI", "/index.php?p=hal&id=9"), ("MAKLUMAT", "/index.php?p=hal&id=10"), ("PTSP", "/index.php?p=hal&id=11"), ("SURVEY KEPUASAN MASYARAKAT", "/index.php?p=hal&id=12"), ("BUKU TAMU", "/index.php?p=tamu"), ("KONTAK", "/index.php?p=kontak"))  # fmt: skip
    news = posts("Sragen", newest=75, step=12, count=8)

    def page(title: str, body: str) -> str:
        left = "".join(
            f'<tr><td bgcolor="#e8f5e9"><img src="/images/bullet.gif"> <a href="{u}" class="menu">{n}</a></td></tr>'
            for n, u in menu
        )
        return f"""<HTML><HEAD><TITLE>KANTOR KEMENTERIAN AGAMA KABUPATEN SRAGEN</TITLE><META http-equiv="Content-Type" content="text/html; charset=utf-8"></HEAD><BODY topmargin="0" bgcolor="#cccccc"><TABLE width="1000" align="center" bgcolor="#ffffff" cellspacing="0"><TR><TD colspan="3"><img src="/images/header.jpg" width="1000"></TD></TR><TR><TD colspan="3" bgcolor="#006633"><MARQUEE><font color="white">SELAMAT DATANG DI WEBSITE KEMENAG SRAGEN - KAMI SIAP MELAYANI DENGAN IKHLAS</font></MARQUEE></TD></TR>
<TR><TD width="200" valign="top"><TABLE width="100%">{left}</TABLE></TD><TD valign="top"><TABLE width="100%" cellpadding="8"><TR><TD><font size="4" color="#006633"><b>{title}</b></font><hr></TD></TR><TR><TD><font face="Tahoma" size="2">{body}</font></TD></TR></TABLE></TD><TD width="180" valign="top"><b>JAM</b><br>Ahad, 22-11-2026<br><b>PENGUNJUNG</b><br>102.331</TD></TR>
<TR><TD colspan="3" align="center" bgcolor="#006633"><font color="white" size="1">KANTOR KEMENTERIAN AGAMA KABUPATEN SRAGEN<br>JL. RAYA SUKOWATI NO. 24 SRAGEN KODE POS 57211 TELP. (0271) 891182 FAX (0271) 891182</font></TD></TR></TABLE></BODY></HTML>"""

    def rows(*items: tuple[str, str]) -> str:
        return '<table border="1" width="100%" cellpadding="4"><tr bgcolor="#ccc"><td><b>NO</b></td><td><b>JUDUL</b></td><td><b>FILE</b></td></tr>' + "".join(f'<tr><td>{i}</td><td>{n}</td><td><a href="{u}"><img src="/images/pdf.gif" border="0" alt="download"></a></td></tr>' if u else f"<tr><td>{i}</td><td>{n}</td><td>&nbsp;</td></tr>" for i, (n, u) in enumerate(items, 1)) + "</table>"  # fmt: skip

    a, p = "/download.php?id=", "/index.php?p="
    pages = {
        "/": ("BERITA TERKINI", "".join(f'<b><a href="{p}detail&id={i}">{n.title}</a></b><br>{plain(n.day)}<br><br>' for i, n in enumerate(news[:3]))),
        f"{p}profil": ("PROFIL", history(place)), f"{p}hal&id=2": ("VISI MISI", "<b>VISI :</b><br>TERWUJUDNYA MASYARAKAT SRAGEN YANG TAAT BERAGAMA, RUKUN, DAN SEJAHTERA LAHIR BATIN<br><br><b>MISI :</b><br>1. MENINGKATKAN KUALITAS KEHIDUPAN BERAGAMA<br>2. MENINGKATKAN KERUKUNAN UMAT BERAGAMA<br>3. MENINGKATKAN KUALITAS PENDIDIKAN AGAMA DAN KEAGAMAAN<br>"), f"{p}hal&id=3": ("TUGAS DAN FUNGSI", duties(place)),
        f"{p}hal&id=4": ("STRUKTUR ORGANISASI", '<img src="/images/struktur2021.jpg" width="700">'), f"{p}hal&id=5": ("PEJABAT", '<table border="1"><tr><td><b>NAMA</b></td><td><b>JABATAN</b></td><td><b>FOTO</b></td></tr>' + "".join(f'<tr><td>{n}</td><td>{j}</td><td><img src="/images/pj{i}.jpg" width="80"></td></tr>' for i, (n, j) in enumerate((("H. IHSAN MUHADI, S.Ag., M.Si.", "KEPALA KANTOR"), ("SRI HARTATI, S.E.", "KASUBBAG TU"), ("M. NUR SODIQ, S.Ag.", "KASI PENDMA"), ("FADLIL HUDA, S.H.I.", "KASI BIMAS ISLAM")))) + "</table>"),
        f"{p}berita": ("BERITA", "".join(f'<b><a href="{p}detail&id={i}">{n.title}</a></b><br>{plain(n.day)}<br><br>' for i, n in enumerate(news))),
        f"{p}dok&kat=1": ("INFO PUBLIK BERKALA", rows(("LAKIP TAHUN 2021", f"{a}1"), ("LAKIP TAHUN 2022", f"{a}2"), ("PENETAPAN KINERJA TAHUN 2024", f"{a}3"), ("RENJA 2026", f"{a}4"), ("DIPA 2026", f"{a}5"), ("RKAKL 2026", f"{a}6"), ("LAP. KEUANGAN 2025", f"{a}7"), ("LHKPN", ""), ("RUP 2025", f"{a}9"), ("LAP. PELAYANAN INFORMASI PUBLIK TH. 2025", f"{a}10"), ("SURVEY KEPUASAN 2023", f"{a}11"))),
        f"{p}dok&kat=2": ("INFO PUBLIK SERTA MERTA", "NIHIL"), f"{p}dok&kat=3": ("INFO PUBLIK SETIAP SAAT", rows(("DIP 2023", f"{a}20"), ("SK KEPALA NO 5 TH 2024 TTG KODE ETIK", f"{a}21"), ("SOP PELAYANAN (5 BERKAS)", f"{a}22"), ("RENSTRA 2025 - 2029", f"{a}23"))),
        f"{p}dok&kat=4": ("INFO DIKECUALIKAN", rows(("SK DAFTAR INFORMASI YANG DIKECUALIKAN TAHUN 2021", f"{a}30"), ("BERITA ACARA UJI KONSEKUENSI TAHUN 2020", f"{a}31"))),
        f"{p}hal&id=9": ("PERMINTAAN INFORMASI", steps(1) + "<br><b>KEBERATAN</b><br>" + objection(reasons=7) + "<br><b>SENGKETA</b><br>" + dispute()), f"{p}hal&id=10": ("MAKLUMAT", PLEDGE), f"{p}hal&id=11": ("PTSP", "<ul>" + "".join(f"<li>{n}<br>Syarat: FC KTP, surat permohonan</li>" for n in ("LEGALISIR", "REKOM NIKAH", "IJOP MADRASAH", "WAKAF", "ROHANIWAN")) + "</ul>"),
        f"{p}hal&id=12": ("SURVEY KEPUASAN MASYARAKAT", '<form><input type="radio" name="x">Puas <input type="radio" name="x">Tidak Puas <input type="submit" value="VOTE"></form>'), f"{p}tamu": ("BUKU TAMU", '<form>Nama <input name="nama"><br>Email <input name="email"><br>Komentar <textarea name="k"></textarea><input type="submit" value="Kirim"></form>'), f"{p}kontak": ("KONTAK", "JL. RAYA SUKOWATI NO. 24 SRAGEN<br>EMAIL: sragen(at)kemenag.go.id"),
    }  # fmt: skip
    made.whole = {path: page(title, body) for path, (title, body) in pages.items()}
    made.whole["/index.php"] = made.whole["/"]
    for i, n in enumerate(news):
        made.whole[f"{p}detail&id={i}"] = page(
            n.title, f"<i>Ditulis oleh admin pada {plain(n.day)}</i><br><br>{n.text}"
        )
    made.missing = made.whole["/"]
    made.files = {f"{a}{i}": body for i, body in (
        (1, paper("LAKIP", place, 2021)), (2, paper("LAKIP", place, 2022)), (3, paper("Penetapan Kinerja", place, 2024)), (4, paper("Rencana Kerja", place, 2026)), (5, paper("", place, "", scanned=True)), (6, paper("Rencana Kerja dan Anggaran Kementerian Lembaga", place, 2026)), (7, paper("Laporan Keuangan (Laporan Realisasi Anggaran, Neraca, CaLK)", place, 2025, pages=40)), (9, paper("Rencana Umum Pengadaan", place, 2025)), (10, paper("Laporan Pelayanan Informasi Publik", place, 2025)), (11, paper("Survey Kepuasan Masyarakat", place, 2023, extra="Nilai IKM 82,1")),
        (20, word(f"DAFTAR INFORMASI PUBLIK KANTOR KEMENTERIAN AGAMA {place.upper()} TAHUN 2023", rows=[("No", "Ringkasan Isi Informasi", "Pejabat yang Menguasai", "Penanggung Jawab", "Waktu dan Tempat", "Bentuk", "Jangka Waktu"), *((str(k), f"Informasi {k}", "TU", "Kasubbag", "2023", "softcopy", "5 tahun") for k in range(1, 15))])), (21, decree("Kode Etik", place, "5", 2024)), (22, paper("Standar Operasional Prosedur: 1. SOP Legalisir 2. SOP Nikah 3. SOP Wakaf 4. SOP Surat 5. SOP Rohaniwan", place, 2024, pages=15)), (23, paper("Rencana Strategis 2025 - 2029", place, "")), (30, paper("SK Daftar Informasi yang Dikecualikan", place, 2021, extra="Pasal 17 huruf h jangka waktu 10 tahun\nPasal 17 huruf j jangka waktu 1 tahun")), (31, paper("Berita Acara Uji Konsekuensi Nomor 2", place, 2020, pages=3)))}  # fmt: skip
    made.files |= {"/images/struktur2021.jpg": PNG, **{f"/images/pj{i}.jpg": PNG for i in range(4)}}
    return made


def bangkalan() -> Made:
    """Google Sites: classes of letters, a tree of pages at the side, documents embedded from Drive, no header elements."""
    place = "Kabupaten Bangkalan"
    root = "https://sites.google.com/view/kemenagbangkalan"
    made = Made(office("b-gsites", f"Kankemenag {place}", f"{root}", province="Jawa Timur"), Whole())
    b = "/view/kemenagbangkalan/"
    menu = (
        ("Beranda", f"{b}beranda"),
        ("Profil", f"{b}profil"),
        ("Berita", f"{b}berita"),
        ("PPID", f"{b}ppid"),
        ("Informasi Berkala", f"{b}ppid/informasi-berkala"),
        ("Informasi Serta Merta", f"{b}ppid/informasi-serta-merta"),
        ("Informasi Setiap Saat", f"{b}ppid/informasi-setiap-saat"),
        ("Permohonan Informasi", f"{b}ppid/permohonan-informasi"),
        ("Layanan", f"{b}layanan"),
        ("Hubungi Kami", f"{b}hubungi-kami"),
    )
    news = posts("Bangkalan", newest=8, step=7, count=6)

    def page(title: str, *sections: str) -> str:
        side = "".join(
            f'<li jsname="ibnC6b" data-nav-level="1"><div class="PsKE7e" role="treeitem"><a class="aJHbb" role="link" href="{u}" data-level="1">{n}</a></div></li>'
            for n, u in menu
        )
        return f"""<!DOCTYPE html><html lang="id" itemscope><head><meta charset="utf-8"><title>KEMENAG BANGKALAN - {title}</title><meta name="viewport" content="width=device-width, initial-scale=1"></head><body dir="ltr" class="yaqOZd"><div jscontroller="RrXLpc" class="fktJzd"><div class="BbxBP"><div class="dZA9kd"><a class="GAuSPc" href="{b}beranda">KEMENAG BANGKALAN</a></div><nav class="JzO0Vc" role="navigation"><ul class="jYxBte" role="tree">{side}</ul></nav></div>
<div role="main" tabindex="-1" class="UtePc"><section class="yaqOZd LB7kq cJgDec" id="h.1"><div class="mYVXT"><div class="oKdM2c"><h1 class="zfr3Q duRjpb" dir="ltr"><span class="C9DxTc">{title}</span></h1></div></div></section>{"".join(f'<section class="yaqOZd" id="h.{i}"><div class="mYVXT"><div class="tyJCtd mGzaTb"><div class="JNdkSc-SmKAyb LkDMRd">{s}</div></div></div></section>' for i, s in enumerate(sections, 2))}</div>
<footer><div class="tyJCtd"><p class="zfr3Q" dir="ltr"><span class="C9DxTc">Kantor Kementerian Agama Kabupaten Bangkalan, Jl. Soekarno Hatta No. 12 Bangkalan 69116. Telp (031) 3095432 email bangkalan@kemenag.go.id</span></p></div></footer></div></body></html>"""

    def para(*lines: str) -> str:
        return "".join(f'<p dir="ltr" class="zfr3Q CDt4Ke"><span class="C9DxTc">{x}</span></p>' for x in lines)

    def fold(*items: tuple[str, str]) -> str:
        return "".join(
            f'<div class="CgdMR"><div class="hFRKAd" role="button" aria-expanded="false"><h3 class="zfr3Q OmQG5e"><span>{n}</span></h3></div><div class="tmUi3c" style="height:0">{v}</div></div>'
            for n, v in items
        )

    def embed(name: str, key: str) -> str:
        made.answers[f"https://drive.google.com/file/d/1Bkl{key}/preview"] = (
            200,
            f"<html><head><title>{name}.pdf - Google Drive</title><meta property='og:title' content='{name}.pdf'></head></html>",
        )
        return f'<div class="WIdY2d"><div aria-label="Drive, {name}.pdf" class="jSz5Kb"><iframe src="https://drive.google.com/file/d/1Bkl{key}/preview" title="{name}.pdf" allowfullscreen></iframe></div><a class="FKF6mc" href="https://drive.google.com/open?id=1Bkl{key}" aria-label="Buka {name}.pdf di jendela baru"></a></div>'

    made.whole = {
        "/view/kemenagbangkalan": page("Selamat Datang", para("Website resmi Kantor Kementerian Agama Kabupaten Bangkalan."), para(*(f'<a class="XqQF9c" href="{b}berita/{n.slug}">{n.title}</a>' for n in news[:3]))),
        f"{b}beranda": page("Selamat Datang", para("Website resmi Kantor Kementerian Agama Kabupaten Bangkalan.")),
        f"{b}profil": page("Profil", fold(("Sejarah", history(place)), ("Visi dan Misi", vision(place)), ("Tugas dan Fungsi", duties(place)), ("Struktur Organisasi", '<img src="https://lh3.googleusercontent.com/sitesv/struktur=w1280" class="CENy8b" role="img">'), ("Pejabat", table(("Nama", "Jabatan"), (("H. Abd. Wafi, S.Ag.", "Kepala Kantor"), ("Mawardi Hasan, M.Pd.I.", "Kasubbag TU"), ("Jumadi, S.H.I.", "Kasi Bimas Islam")))))),
        f"{b}berita": page("Berita", "".join(para(f'<a class="XqQF9c" href="{b}berita/{n.slug}">{n.title}</a>', f"{n.day:%d/%m/%Y}") for n in news)),
        f"{b}ppid": page("PPID", PPID_PROFILE.format(place=place), '<h2 class="zfr3Q">Maklumat Pelayanan</h2>' + PLEDGE, '<h2 class="zfr3Q">Keberatan</h2>' + objection(), '<h2 class="zfr3Q">Waktu dan Biaya</h2>' + time_fee()),
        f"{b}ppid/informasi-berkala": page("Informasi Berkala", fold(("Laporan Kinerja 2025", embed("LKj Kemenag Bangkalan 2025", "lkj")), ("Perjanjian Kinerja 2026", embed("Perjanjian Kinerja 2026", "pk")), ("DIPA 2025", embed("DIPA 2025", "dipa")), ("Rencana Kerja 2026", embed("Renja 2026", "renja")), ("RKA-K/L", para("Segera diunggah")), ("Laporan Keuangan 2025", embed("Laporan Keuangan Audited 2025 LRA Neraca CaLK", "lk")))),
        f"{b}ppid/informasi-serta-merta": page("Informasi Serta Merta", para("Nihil per 30 September 2026")),
        f"{b}ppid/informasi-setiap-saat": page("Informasi Setiap Saat", fold(("Daftar Informasi Publik 2026", dip("2026", 15, "")), ("SOP", para("SOP Nikah", "SOP Legalisir", "SOP Wakaf", "SOP Rekomendasi", "SOP Pengaduan")), ("Informasi yang Dikecualikan", EXEMPT))),
        f"{b}ppid/permohonan-informasi": page("Permohonan Informasi", steps(), '<iframe src="https://docs.google.com/forms/d/e/1FAIpQLSdBangkalan/viewform?embedded=true" title="Formulir Permohonan Informasi Publik"></iframe>'),
        f"{b}layanan": page("Layanan", fold(*((n, para("Persyaratan: surat permohonan, KTP")) for n in ("Legalisir", "Izin Operasional", "Rekomendasi", "Wakaf", "Rohaniwan")))), f"{b}hubungi-kami": page("Hubungi Kami", para("Jam layanan: Senin - Jumat 08.00 - 15.00 WIB"), '<iframe src="https://www.google.com/maps/embed?x"></iframe>'),
    }  # fmt: skip
    for n in news:
        made.whole[f"{b}berita/{n.slug}"] = page(n.title, para(f"{plain(n.day)}", n.text))
    made.answers["https://docs.google.com/forms/d/e/1FAIpQLSdBangkalan/viewform?embedded=true"] = (
        200,
        "<html><head><title>Formulir Permohonan Informasi Publik</title></head><body><form>Nama Alamat Email Rincian informasi Tujuan</form></body></html>",
    )
    return made


def surakarta() -> Made:
    """A small main site, and the PPID on a host of its own: one page of tabs and nested accordions, years only in headings."""
    place = "Kota Surakarta"
    host = "https://ppid.kemenagsurakarta.id"
    made = Made(
        office("b-ppidhost", f"Kankemenag {place}", "https://kotasurakarta.kemenag.go.id", ppid=f"{host}/"), Whole()
    )
    menu = (
        ("Beranda", "/"),
        (
            "Profil",
            (
                ("Selayang Pandang", "/selayang-pandang"),
                ("Visi Misi", "/visi-misi"),
                ("Tugas Fungsi", "/tugas-fungsi"),
                ("Organisasi", "/organisasi"),
            ),
        ),
        ("Berita", "/berita"),
        ("Agenda", "/agenda"),
        ("PPID", f"{host}/"),
        ("Pengaduan", "/pengaduan"),
    )
    news = posts("Solo", newest=2, step=3, count=15)

    def page(title: str, body: str) -> str:
        return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title} - Kemenag Solo</title></head><body><div class="topbar"><span>Senin-Kamis 07.30-16.00 | Jumat 07.30-16.30</span></div><nav class="navbar"><ul class="navbar-nav">{tree(menu, '<ul class="dropdown-menu">', '<li class="nav-item">')}</ul></nav><div class="container content"><h1>{title}</h1>{body}</div><footer><p>Kantor Kementerian Agama Kota Surakarta<br>Jl. Dr. Rajiman No. 521 Laweyan, Surakarta 57148<br>(0271) 712 115 - kotasurakarta@kemenag.go.id</p><a href="https://instagram.com/kemenagsolo">IG</a> <a href="https://facebook.com/kemenagsolo">FB</a></footer></body></html>"""

    def fold(key: str, *items: tuple[str, str]) -> str:
        return (
            f'<div class="accordion" id="{key}">'
            + "".join(
                f'<div class="card"><div class="card-header" id="h{key}{i}"><h5 class="mb-0"><button class="btn btn-link collapsed" data-toggle="collapse" data-target="#{key}{i}">{n}</button></h5></div><div id="{key}{i}" class="collapse" data-parent="#{key}"><div class="card-body">{v}</div></div></div>'
                for i, (n, v) in enumerate(items)
            )
            + "</div>"
        )

    def docs(*items: tuple[str, str]) -> str:
        return (
            '<ul class="list-group">'
            + "".join(
                f'<li class="list-group-item d-flex">{n}<span class="ml-auto"><a href="/berkas/{u}" class="btn btn-sm btn-info">Lihat</a> <a href="/berkas/{u}?dl=1" class="btn btn-sm btn-success">Unduh</a></span></li>'
                if u
                else f'<li class="list-group-item">{n}</li>'
                for n, u in items
            )
            + "</ul>"
        )

    tabs = (
        ("profil", "Profil PPID", PPID_PROFILE.format(place=place) + docs(("SK PPID Nomor 4 Tahun 2023", "sk23"))),
        ("berkala", "Informasi Berkala", fold("b", ("Tahun 2026", docs(("Rencana Kerja", "renja26"), ("Perjanjian Kinerja", "pk26"), ("DIPA", "dipa26"), ("RKA-KL", "rka26"), ("Realisasi Anggaran Triwulan III", "lra26"), ("Capaian Kinerja Triwulan III", "cap26"), ("RUP", "rup26"))), ("Tahun 2025", docs(("LKjIP", "lkj25"), ("Perjanjian Kinerja", "pk25"), ("Neraca", "ner25"), ("CaLK", "calk25"), ("LHKPN Kepala Kantor", "lhkpn25"), ("Laporan Layanan Informasi Publik", "lip25"), ("Data BMN", ""))), ("Tahun 2024", docs(("LKjIP", "lkj24"), ("Laporan Layanan Informasi Publik", "lip24"))))),
        ("setiap", "Informasi Setiap Saat", fold("s", ("Daftar Informasi Publik", docs(("SK DIP Tahun 2026", "dip26"), ("SK DIP Tahun 2025", "dip25"))), ("Peraturan dan Kebijakan", docs(("SK Nomor 8 Tahun 2026 tentang Duta Layanan", "sk8"), ("SE Nomor 2 Tahun 2026 tentang WFH", "se2"))), ("Perjanjian Kerja Sama", docs(("PKS dengan UIN Raden Mas Said", "pks25"))), ("SOP", fold("sop", ("SOP Layanan Publik", docs(*((f"SOP {n}", f"sop{i}") for i, n in enumerate(("Legalisasi", "Mutasi", "Ijin Operasional", "Nikah"))))), ("SOP PPID", docs(("SOP Permohonan Informasi", "sp1"), ("SOP Keberatan", "sp2"), ("SOP Sengketa Informasi", "sp3"), ("SOP Uji Konsekuensi", "sp4"), ("SOP Pendokumentasian", "sp5"))))))),
        ("serta", "Informasi Serta Merta", "<p>Informasi Serta Merta adalah informasi yang dapat mengancam hajat hidup orang banyak. Sampai dengan 1 November 2026 tidak ada informasi yang perlu diumumkan secara serta merta.</p><h4>Prosedur Pengumuman</h4><ol><li>Penanggung jawab: PPID dan Humas</li><li>Sarana: laman, media sosial, papan pengumuman</li><li>Kontak darurat: (0271) 712 115</li></ol>"),
        ("kecuali", "Informasi Dikecualikan", EXEMPT + "<p>SK Nomor 9 Tahun 2025</p>" + docs(("Berita Acara Uji Konsekuensi Nomor 1 Tahun 2025", "ba25"))),
        ("layanan", "Layanan Informasi", fold("l", ("Tata Cara Permohonan", steps()), ("Tata Cara Keberatan", objection()), ("Tata Cara Sengketa", dispute("Komisi Informasi Provinsi Jawa Tengah di Semarang")), ("Biaya dan Waktu", time_fee()), ("Maklumat", '<img src="/img/maklumat.jpg" alt="Maklumat layanan informasi publik" class="img-fluid">'), ("Standar Pengumuman", "<p>Pengumuman informasi publik menggunakan bahasa Indonesia yang baik dan benar, mudah dipahami, melalui papan pengumuman, laman resmi, media sosial, serta memperhatikan aksesibilitas bagi penyandang disabilitas (audio, visual, braille).</p>"))),
        ("form", "Formulir", '<form id="permohonan"><div class="form-row">' + "".join(f'<label>{n}</label><input class="form-control" name="i{i}">' for i, n in enumerate(("Nama", "Alamat", "Pekerjaan", "No. HP", "Email", "Rincian Informasi", "Tujuan Penggunaan", "Cara Memperoleh"))) + "</div><button>Kirim</button></form>"),
        ("statistik", "Statistik Layanan", "<h4>Tahun 2026 (s.d. Oktober)</h4>" + table(("Uraian", "Jumlah"), (("Permohonan masuk", "9"), ("Dikabulkan", "8"), ("Ditolak", "1 (alasan: informasi dikecualikan)"), ("Rata-rata waktu pelayanan", "3 hari")))),
    )  # fmt: skip
    one = f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>PPID Kemenag Kota Surakarta</title></head><body><section id="hero"><h1>PPID Kantor Kementerian Agama Kota Surakarta</h1><p>Keterbukaan informasi untuk semua</p></section><ul class="nav nav-tabs" role="tablist">{"".join(f'<li class="nav-item"><a class="nav-link" data-toggle="tab" href="#{k}" role="tab">{n}</a></li>' for k, n, _ in tabs)}</ul><div class="tab-content">{"".join(f'<div class="tab-pane fade{" show active" if i == 0 else ""}" id="{k}" role="tabpanel">{v}</div>' for i, (k, _, v) in enumerate(tabs))}</div><footer><p>&copy; 2026 PPID Kemenag Kota Surakarta</p></footer></body></html>"""
    made.whole = {
        f"{host}/": one, "/": page("Beranda", "".join(f'<h3><a href="/berita/{n.slug}">{n.title}</a></h3><small>{plain(n.day)}</small>' for n in news[:4])), "/selayang-pandang": page("Selayang Pandang", history(place)), "/visi-misi": page("Visi Misi", vision(place)), "/tugas-fungsi": page("Tugas Fungsi", duties(place)),
        "/organisasi": page("Organisasi", '<h2>Struktur Organisasi</h2><img src="/img/so.png" alt="Struktur organisasi"><h2>Pejabat</h2>' + "".join(f'<div class="card"><img src="/img/{i}.png" alt="{n}"><h5>{n}</h5><p>{j}</p></div>' for i, (n, j) in enumerate((("H. Hidayat Maskur, M.S.I.", "Kepala Kantor"), ("Dra. Rosyidah Amin", "Kepala Subbagian Tata Usaha"), ("Ahmad Ulin Niam, S.Ag.", "Kepala Seksi Bimas Islam"))))),
        "/berita": page("Berita", "".join(f'<h3><a href="/berita/{n.slug}">{n.title}</a></h3><small>{plain(n.day)}</small>' for n in news)), "/agenda": page("Agenda", "<ul><li>10 Januari 2026 - Rapat kerja</li><li>2 Maret 2026 - Pembinaan</li></ul>"), "/pengaduan": page("Pengaduan", '<p>Pengaduan disampaikan melalui <a href="https://www.lapor.go.id">LAPOR!</a> atau datang langsung. Setiap pengaduan dicatat, ditelaah, dan dijawab paling lambat 14 hari.</p>'),
    }  # fmt: skip
    for n in news:
        made.whole[f"/berita/{n.slug}"] = page(n.title, f"<small>{plain(n.day)} | Humas</small><p>{n.text}</p>")
    f = f"{host}/berkas/"
    papers = {
        **{k: paper(t, place, y) for k, t, y in (("renja26", "Rencana Kerja", 2026), ("pk26", "Perjanjian Kinerja", 2026), ("pk25", "Perjanjian Kinerja", 2025), ("rka26", "RKA-K/L", 2026), ("lra26", "Laporan Realisasi Anggaran Triwulan III", 2026), ("cap26", "Capaian Kinerja Triwulan III", 2026), ("rup26", "Rencana Umum Pengadaan", 2026), ("lkj25", "Laporan Kinerja Instansi Pemerintah", 2025), ("lkj24", "Laporan Kinerja Instansi Pemerintah", 2024), ("ner25", "Neraca", 2025), ("calk25", "Catatan atas Laporan Keuangan", 2025), ("lhkpn25", "LHKPN Kepala Kantor", 2025), ("lip25", "Laporan Layanan Informasi Publik", 2025), ("lip24", "Laporan Layanan Informasi Publik", 2024), ("pks25", "Perjanjian Kerja Sama", 2025), ("ba25", "Berita Acara Uji Konsekuensi Nomor 1", 2025))},
        "dipa26": paper("", place, "", scanned=True), "sk23": decree("PPID", place, "4", 2023), "sk8": decree("Duta Layanan", place, "8", 2026), "se2": paper("Surat Edaran Nomor 2", place, 2026, pages=1), **{f"sop{i}": paper(f"SOP {i}", place, 2024, pages=2) for i in range(4)}, **{f"sp{i}": paper(f"SOP {t}", place, 2024, pages=2) for i, t in enumerate(("Permohonan Informasi", "Keberatan", "Sengketa", "Uji Konsekuensi", "Pendokumentasian"), 1)},
        **{f"dip{y}": paper(f"Keputusan PPID tentang Daftar Informasi Publik Nomor {y}", place, 2000 + y, extra="Ringkasan isi informasi | Pejabat yang menguasai | Penanggung jawab | Waktu dan tempat | Bentuk | Jangka waktu\n" + "\n".join(f"{k}. Informasi {k} | Subbag TU | Kasubbag" for k in range(1, 25))) for y in (25, 26)},
    }  # fmt: skip
    made.files = {f"{f}{k}{s}": v for k, v in papers.items() for s in ("", "?dl=1")} | {
        f"{host}/img/maklumat.jpg": PNG,
        "/img/so.png": PNG,
        **{f"/img/{i}.png": PNG for i in range(3)},
    }
    return made


SITES = (sragen, bangkalan, surakarta)

# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""What a browser shows of a Next.js site and of a React application; a blog whose documents lie in the cloud."""

from __future__ import annotations

from collections.abc import Sequence

from tests.calibration.blind_texts import (
    EXEMPT,
    MONTHS,
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
    long,
    objection,
    paper,
    plain,
    posts,
    steps,
    table,
    time_fee,
    vision,
)
from tests.calibration.made import Made, office


def gresik() -> Made:
    """Next.js: classes without meaning, menus of buttons, tables of divisions with roles, a host outside go.id."""
    place = "Kabupaten Gresik"
    made = Made(
        office("b-next", f"Kankemenag {place}", "https://kemenaggresik.id", province="Jawa Timur"),
        Whole(),
        rendered=True,
    )
    menu = (
        ("Beranda", "/"), ("Profil", (("Sejarah", "/profil/sejarah"), ("Visi, Misi & Nilai", "/profil/visi-misi"), ("Tugas dan Fungsi", "/profil/tugas-fungsi"), ("Struktur Organisasi", "/profil/struktur"), ("Profil Pejabat", "/profil/pejabat"), ("Satuan Kerja", "/profil/satker"))),
        ("Publikasi", (("Berita", "/berita"), ("Pengumuman", "/pengumuman"), ("Agenda Kegiatan", "/agenda"), ("Data & Statistik", "/data"))),
        ("Informasi Publik", (("Berkala", "/informasi-publik/berkala"), ("Serta Merta", "/informasi-publik/serta-merta"), ("Setiap Saat", "/informasi-publik/setiap-saat"), ("Dikecualikan", "/informasi-publik/dikecualikan"), ("Daftar Informasi Publik", "/informasi-publik/dip"))),
        ("PPID", (("Tentang PPID", "/ppid"), ("Permohonan Informasi", "/ppid/permohonan"), ("Keberatan", "/ppid/keberatan"), ("Sengketa Informasi", "/ppid/sengketa"), ("Maklumat Layanan", "/ppid/maklumat"), ("Standar Layanan", "/ppid/standar-layanan"), ("Statistik Permohonan", "/ppid/statistik"))),
        ("Layanan", (("Katalog Layanan", "/layanan"), ("Standar Pelayanan", "/layanan/standar"), ("Pengaduan", "/layanan/pengaduan"), ("SKM", "/layanan/skm"))),
    )  # fmt: skip
    news = posts("Gresik", newest=0, step=2, count=24)

    def nav() -> str:
        out = []
        for label, target in menu:
            if isinstance(target, str):
                out.append(
                    f'<li><a class="group inline-flex h-9 items-center rounded-md px-4" href="{target}">{label}</a></li>'
                )
            else:
                inner = "".join(
                    f'<li><a class="block select-none rounded-md p-3" href="{u}"><div class="text-sm font-medium leading-none">{n}</div></a></li>'
                    for n, u in target
                )
                out.append(
                    f'<li><button class="group inline-flex h-9" aria-expanded="false" data-state="closed">{label} <svg class="lucide lucide-chevron-down"></svg></button><div data-state="closed" hidden=""><ul class="grid w-[400px] gap-3 p-4">{inner}</ul></div></li>'
                )
        return "".join(out)

    def page(title: str, body: str, lead: str = "") -> str:
        return f"""<!DOCTYPE html><html lang="id" class="__className_d65c78 light"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} | Kemenag Gresik</title><link rel="preload" as="script" href="/_next/static/chunks/webpack.js"></head><body class="min-h-screen bg-background font-sans antialiased">
<div class="relative flex min-h-screen flex-col"><header class="sticky top-0 z-50 w-full border-b"><div class="container flex h-16"><a class="mr-6 flex" href="/"><span class="font-bold">KEMENAG GRESIK</span></a><nav aria-label="Main" data-orientation="horizontal"><div><ul data-orientation="horizontal" class="flex space-x-1">{nav()}</ul></div></nav><button class="inline-flex" aria-label="Cari"><svg></svg></button></div></header>
<div class="flex-1"><section class="bg-gradient-to-r from-green-800 py-16"><div class="container"><nav aria-label="breadcrumb"><ol class="flex text-sm"><li><a href="/">Beranda</a></li><li><span aria-current="page">{title}</span></li></ol></nav><h1 class="scroll-m-20 text-4xl font-extrabold">{title}</h1><p class="text-lg text-muted">{lead}</p></div></section><section class="container py-10">{body}</section></div>
<footer class="border-t bg-muted"><div class="container grid gap-8 md:grid-cols-4"><div><h3 class="font-semibold">Kontak</h3><p class="text-sm">Jl. Jaksa Agung Suprapto No. 33, Kebungson, Kec. Gresik, Kabupaten Gresik, Jawa Timur 61114</p><a class="text-sm" href="tel:+62313981577">(031) 3981577</a><a class="text-sm" href="mailto:gresik@kemenag.go.id">gresik@kemenag.go.id</a></div><div><h3>Jam Operasional</h3><p>Senin–Kamis 07.30–16.00</p><p>Jumat 07.30–16.30</p></div>
<div><a href="https://instagram.com/kemenag_gresik" target="_blank"><svg class="lucide-instagram"></svg></a><a href="https://www.tiktok.com/@kemenaggresik"><svg></svg></a><a href="https://youtube.com/@KemenagGresikOfficial"><svg></svg></a></div></div></footer></div><script>self.__next_f.push([1,"LKjIP 2026 RUP 2026 Renstra"])</script></body></html>"""

    def rows(*items: tuple[str, str, str]) -> str:
        return '<div role="table" class="w-full rounded-md border"><div role="rowgroup"><div role="row" class="grid grid-cols-12"><div role="columnheader" class="col-span-7">Nama Dokumen</div><div role="columnheader">Tahun</div><div role="columnheader">Aksi</div></div></div><div role="rowgroup">' + "".join(
            f'<div role="row" class="grid grid-cols-12 border-t"><div role="cell" class="col-span-7">{n}</div><div role="cell">{y}</div><div role="cell">' + (f'<a class="inline-flex rounded-md" target="_blank" href="{u}"><svg class="lucide lucide-download"></svg><span class="sr-only">Unduh</span></a>' if u else '<button class="inline-flex opacity-50" disabled=""><svg class="lucide lucide-download"></svg></button>') + "</div></div>" for n, y, u in items) + "</div></div>"  # fmt: skip

    def fold(*items: tuple[str, str]) -> str:
        return (
            '<div class="w-full" data-orientation="vertical">'
            + "".join(
                f'<div data-state="closed" class="border-b"><h3 class="flex"><button type="button" aria-expanded="false" class="flex flex-1 py-4">{n}<svg></svg></button></h3><div data-state="closed" role="region" class="overflow-hidden text-sm" style="height:0px"><div class="pb-4">{b}</div></div></div>'
                for n, b in items
            )
            + "</div>"
        )

    f = "/api/files/"
    fields = "".join(
        f'<div class="space-y-2"><label class="text-sm font-medium">{n}</label><input class="flex h-10 w-full rounded-md border" placeholder="{n}"></div>'
        for n in (
            "Nama Lengkap",
            "NIK",
            "Alamat",
            "Nomor Telepon/WA",
            "Email",
            "Rincian informasi yang dibutuhkan",
            "Tujuan penggunaan informasi",
        )
    )
    pages: dict[str, tuple[str, str]] = {
        "/": ("Kementerian Agama Kabupaten Gresik", '<div class="grid gap-6 md:grid-cols-3">' + "".join(f'<a class="group rounded-xl border" href="/berita/{n.slug}"><div class="p-4"><h3 class="line-clamp-2">{n.title}</h3><p class="text-xs">{n.day.day} {MONTHS[n.day.month - 1][:3]} {n.day.year}</p></div></a>' for n in news[:6]) + "</div>"),
        "/profil/sejarah": ("Sejarah", history(place)), "/profil/visi-misi": ("Visi, Misi & Nilai", '<div class="grid md:grid-cols-2"><div class="rounded-xl border p-6"><h2>Visi</h2><p>Terwujudnya umat beragama Gresik yang taat, rukun, cerdas, dan mandiri.</p></div><div class="rounded-xl border p-6"><h2>Misi</h2><div class="flex"><span>1</span><p>Memperkuat moderasi beragama.</p></div><div class="flex"><span>2</span><p>Meningkatkan mutu layanan keagamaan.</p></div><div class="flex"><span>3</span><p>Meningkatkan mutu pendidikan madrasah dan pesantren.</p></div></div></div>'),
        "/profil/tugas-fungsi": ("Tugas dan Fungsi", duties(place)), "/profil/struktur": ("Struktur Organisasi", '<div class="relative aspect-video"><img alt="Struktur Organisasi" loading="lazy" decoding="async" src="/_next/image?url=%2Fimg%2Fstruktur.png&w=1920&q=75"></div>'),
        "/profil/pejabat": ("Profil Pejabat", '<div class="grid gap-6 md:grid-cols-4">' + "".join(f'<div class="rounded-xl border"><img alt="{n}" src="/_next/image?url=%2Fimg%2F{i}.png&w=640&q=75"><div class="p-4"><p class="font-semibold">{n}</p><p class="text-sm">{j}</p></div></div>' for i, (n, j) in enumerate((("H. Pardiyanto Saiful, M.Pd.", "Kepala Kantor"), ("Moh. Ersyad Ali, S.Ag.", "Kepala Subbagian Tata Usaha"), ("Hj. Masluhah Nur, M.Ag.", "Kepala Seksi PAIS")))) + "</div>"),
        "/profil/satker": ("Satuan Kerja", fold(("KUA Kecamatan", '<ul class="space-y-2">' + "".join(f"<li>KUA {k} — Jl. Raya {k} No. {i}, Telp. (031) 39{i}0112</li>" for i, k in enumerate(("Kebomas", "Manyar", "Cerme", "Menganti", "Driyorejo"), 1)) + "</ul>"), ("Madrasah Negeri", "<ul><li>MAN 1 Gresik — Bungah</li><li>MTsN 1 Gresik — Metatu</li></ul>"))),
        "/berita": ("Berita", '<div class="grid gap-6 md:grid-cols-3">' + "".join(f'<a class="group rounded-xl border" href="/berita/{n.slug}"><div class="p-4"><span class="badge">Berita</span><h3 class="line-clamp-2">{n.title}</h3><p class="text-xs">{n.day.day} {MONTHS[n.day.month - 1][:3]} {n.day.year}</p></div></a>' for n in news) + '</div><nav role="navigation" aria-label="pagination"><a href="/berita?page=2">2</a></nav>'),
        "/pengumuman": ("Pengumuman", '<div class="space-y-4"><a class="block rounded-lg border p-4" href="/pengumuman/pppk"><h3>Jadwal dan Syarat Pemberkasan PPPK Tahap II</h3><p class="text-xs">3 Sep 2026</p></a></div>'), "/pengumuman/pppk": ("Jadwal dan Syarat Pemberkasan PPPK Tahap II", "<p>3 September 2026</p><p>Persyaratan: ijazah legalisir, SKCK, surat keterangan sehat. Jadwal pemberkasan 5 sampai 15 September 2026 melalui akun masing-masing. Pertanyaan dapat disampaikan ke Subbagian Tata Usaha pada jam kerja.</p>"),
        "/agenda": ("Agenda Kegiatan", '<div class="space-y-4"><div class="flex rounded-lg border"><div class="text-center"><p class="text-2xl">30</p><p class="text-xs">Nov 2026</p></div><div><h3>Rapat Koordinasi Kepala Madrasah</h3><p>Aula Kemenag</p></div></div></div>'),
        "/data": ("Data & Statistik", '<div class="grid grid-cols-4">' + "".join(f'<div class="rounded-xl border p-6"><p class="text-sm">{n}</p><p class="text-3xl font-bold">{v}</p></div>' for n, v in (("Madrasah", "612"), ("Pondok Pesantren", "187"), ("Masjid", "1.402"), ("Musala", "4.118"))) + '</div><p class="text-xs">Sumber: Simas dan EMIS, Semester Ganjil 2026/2027</p>'),
        "/informasi-publik/berkala": ("Berkala", rows(("Laporan Kinerja Instansi Pemerintah", "2025", f"{f}1"), ("Perjanjian Kinerja Kepala Kantor", "2026", f"{f}2"), ("Perjanjian Kinerja Kepala Kantor", "2025", f"{f}22"), ("Rencana Kerja Tahunan", "2025", f"{f}3"), ("DIPA", "2026", f"{f}4"), ("RKA-K/L", "2026", ""), ("Laporan Realisasi Anggaran", "2025", f"{f}6"), ("Neraca", "2025", f"{f}7"), ("CaLK", "2025", f"{f}8"), ("Laporan BMN", "2023", f"{f}9"), ("LHKPN Pejabat", "2025", f"{f}10"), ("Program dan Kegiatan Tahun Berjalan", "2026", f"{f}11"), ("Capaian Kinerja Triwulan I", "2025", f"{f}12"))),
        "/informasi-publik/serta-merta": ("Serta Merta", '<div class="rounded-lg border p-6"><p>Tidak ada informasi serta merta per 31 Oktober 2026.</p></div>'),
        "/informasi-publik/setiap-saat": ("Setiap Saat", fold(("Rencana Strategis", rows(("Renstra Kankemenag Gresik 2025-2029", "2025", f"{f}20"),)), ("Keputusan Kepala Kantor", rows(("SK Nomor 55 tentang Standar Pelayanan", "2025", f"{f}21"), ("SK Nomor 12 tentang Tim PPID", "2026", f"{f}23"))), ("Perjanjian Kerja Sama", rows(("PKS dengan RS Semen Gresik", "2022", f"{f}24"),)), ("SOP", rows(*((f"SOP {n}", "2024", f"{f}3{i}") for i, n in enumerate(("Pencatatan Nikah", "Layanan Haji", "Layanan Wakaf", "Legalisasi", "Surat Menyurat"))))))),
        "/informasi-publik/dikecualikan": ("Dikecualikan", EXEMPT.replace("<table>", "<table class='w-full'><caption>SK PPID Nomor 2 Tahun 2026</caption>")),
        "/informasi-publik/dip": ("Daftar Informasi Publik", '<p class="mb-4">Tahun 2026</p>' + dip("Januari 2026, Gresik", 24, 'class="w-full caption-bottom text-sm"')),
        "/ppid": ("Tentang PPID", PPID_PROFILE.format(place=place)),
        "/ppid/permohonan": ("Permohonan Informasi", '<div role="tablist"><button role="tab" aria-selected="true">Tata Cara</button><button role="tab">Formulir</button></div><div role="tabpanel" data-state="active">' + steps() + '</div><div role="tabpanel" data-state="inactive" hidden="">' + f'<form class="space-y-6">{fields}<button class="inline-flex bg-primary" type="submit">Kirim Permohonan</button></form></div>'),
        "/ppid/keberatan": ("Keberatan", objection(form=f'<form><label>Nomor tiket</label><input><label>Nama</label><input><label>Alasan</label><select>{"".join(f"<option>{r}</option>" for r in REASONS)}</select><label>Kasus posisi</label><textarea></textarea><button type="submit">Ajukan Keberatan</button></form>')),
        "/ppid/sengketa": ("Sengketa Informasi", dispute("Komisi Informasi Provinsi Jawa Timur")), "/ppid/maklumat": ("Maklumat Layanan", PLEDGE),
        "/ppid/standar-layanan": ("Standar Layanan", fold(("Waktu & Biaya", time_fee(extension=False, hours=False)), ("SOP Layanan Informasi", rows(*((f"SOP {n}", "2025", f"{f}4{i}") for i, n in enumerate(("Permintaan Informasi", "Pengajuan Keberatan", "Pengujian Konsekuensi", "Pendokumentasian Informasi", "Penetapan DIP"))))))),
        "/ppid/statistik": ("Statistik Permohonan", '<div class="grid grid-cols-4"><div><p>0</p><p>Permohonan</p></div><div><p>0</p><p>Diproses</p></div><div><p>0</p><p>Selesai</p></div></div>'),
        "/layanan": ("Katalog Layanan", '<div class="grid gap-4 md:grid-cols-3">' + "".join(f'<div class="rounded-xl border p-6"><h3>{n}</h3><p class="text-sm">Syarat: surat permohonan, fotokopi KTP, dokumen pendukung</p></div>' for n in ("Legalisasi Ijazah", "Izin Operasional Madrasah", "Rekomendasi Umrah", "Pengukuran Kiblat", "Sertifikat Halal", "Magang")) + "</div>"),
        "/layanan/standar": ("Standar Pelayanan", "<p>Standar Pelayanan ditetapkan dengan SK Nomor 55 Tahun 2025.</p>" + table(("Komponen", "Uraian"), (("Persyaratan", "Surat permohonan"), ("Prosedur", "Daftar, verifikasi, terbit"), ("Jangka waktu", "3 hari"), ("Biaya", "Gratis"), ("Produk", "Surat rekomendasi"), ("Pengaduan", "WA 0821")))),
        "/layanan/pengaduan": ("Pengaduan", '<div class="grid md:grid-cols-2"><a class="rounded-xl border p-6" href="https://www.lapor.go.id"><h3>SP4N-LAPOR!</h3></a><a class="rounded-xl border p-6" href="https://simdumas.kemenag.go.id/"><h3>SIMDUMAS / WBS</h3><p>Laporkan dugaan pelanggaran dan gratifikasi</p></a></div>'),
        "/layanan/skm": ("SKM", '<div class="rounded-xl border"><p>Indeks Kepuasan Masyarakat</p><p class="text-5xl">91,3</p><p>Triwulan III 2026 — Sangat Baik</p></div>'),
    }  # fmt: skip
    made.whole = {path: page(title, body) for path, (title, body) in pages.items()}
    for n in news:
        made.whole[f"/berita/{n.slug}"] = page(
            n.title,
            f'<article class="prose"><div class="flex text-sm"><span>Humas</span><span>·</span><time>{plain(n.day)}</time></div><p>{n.text}</p></article>',
        )
    made.files = {
        **{f"{f}{i}": paper(t, place, y, extra=x) for i, t, y, x in ((1, "Laporan Kinerja Instansi Pemerintah", 2025, ""), (2, "Perjanjian Kinerja", 2026, ""), (22, "Perjanjian Kinerja", 2025, ""), (3, "Rencana Kerja Tahunan", 2025, ""), (4, "DIPA", 2026, "Rp 88.110.200.000"), (6, "Laporan Realisasi Anggaran", 2025, ""), (7, "Neraca", 2025, ""), (8, "Catatan atas Laporan Keuangan", 2025, ""), (9, "Laporan Barang Milik Negara", 2023, "nilai perolehan"), (10, "LHKPN Kepala Kantor", 2025, ""), (11, "Program dan Kegiatan", 2026, "nama kegiatan, penanggung jawab, target, jadwal, anggaran"), (12, "Capaian Kinerja Triwulan I", 2025, ""), (24, "Perjanjian Kerja Sama", 2022, ""))},
        f"{f}20": paper("Rencana Strategis 2025-2029", place, ""), f"{f}21": decree("Standar Pelayanan", place, "55", 2025), f"{f}23": decree("Tim PPID", place, "12", 2026), **{f"{f}3{i}": paper(f"SOP {i}", place, 2024, pages=2) for i in range(5)}, **{f"{f}4{i}": paper(f"SOP {t}", place, 2025, pages=2) for i, t in enumerate(("Permintaan Informasi", "Keberatan", "Uji Konsekuensi", "Pendokumentasian", "DIP"))},
        "/_next/image?url=%2Fimg%2Fstruktur.png&w=1920&q=75": PNG, **{f"/_next/image?url=%2Fimg%2F{i}.png&w=640&q=75": PNG for i in range(3)},
    }  # fmt: skip
    return made


def magetan() -> Made:
    """A React application: MUI boxes, a grid of roles, buttons that only a script knows the target of, English template words."""
    place = "Kabupaten Magetan"
    made = Made(
        office("b-react", f"Kankemenag {place}", "https://kemenagmagetan.com", province="Jawa Timur"),
        Whole(),
        rendered=True,
    )
    menu = (
        ("Home", "/"), ("Profil", "/profil"), ("Visi Misi", "/visi-misi"), ("Tugas & Fungsi", "/tusi"), ("Struktur", "/struktur"), ("Berita", "/news"), ("PPID", "/ppid"), ("Informasi Berkala", "/ppid/berkala"), ("Informasi Setiap Saat", "/ppid/setiap-saat"), ("Informasi Serta Merta", "/ppid/serta-merta"), ("Informasi Dikecualikan", "/ppid/dikecualikan"),
        ("DIP", "/ppid/dip"), ("Prosedur Permohonan Informasi", "/ppid/prosedur"), ("Form Permohonan", "/ppid/form"), ("Keberatan", "/ppid/keberatan"), ("Maklumat Pelayanan", "/ppid/maklumat"), ("Laporan PPID", "/ppid/laporan"), ("Zona Integritas", "/zi"), ("SOP", "/sop"), ("Survei", "/survei"), ("Pengaduan", "/pengaduan"), ("Kontak", "/kontak"),
    )  # fmt: skip
    news = posts("Magetan", newest=20, step=3, count=12)

    def page(title: str, body: str) -> str:
        links = "".join(
            f'<a class="MuiButtonBase-root MuiListItemButton-root css-1p" href="{u}"><div class="MuiListItemText-root css-2x"><span class="MuiTypography-root MuiTypography-body1">{n}</span></div></a>'
            for n, u in menu
        )
        return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kemenag Magetan</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"><div class="MuiBox-root css-0"><header class="MuiPaper-root MuiAppBar-root css-1a"><div class="MuiToolbar-root css-2b"><img src="/logo192.png" alt="logo"><div class="MuiList-root css-3c">{links}</div></div></header>
<div class="MuiContainer-root css-4d"><h5 class="MuiTypography-root MuiTypography-h5 MuiTypography-gutterBottom css-5e">{title}</h5><hr class="MuiDivider-root">{body}</div><div class="MuiBox-root css-6f"><p class="MuiTypography-root">Jl. Karya Dharma No. 4 Magetan, 63319</p><p class="MuiTypography-root">0351-895009</p><p class="MuiTypography-root">info@kemenagmagetan.com</p><p class="MuiTypography-root">Pelayanan: Senin-Jumat, 08.00-15.00</p><p class="MuiTypography-caption">© 2026</p></div></div></div></body></html>"""

    def grid(*items: tuple[str, str, str]) -> str:
        head = "".join(
            f'<div role="columnheader" class="MuiDataGrid-columnHeader"><div class="MuiDataGrid-columnHeaderTitle">{x}</div></div>'
            for x in ("No", "Nama Dokumen", "Tahun", "Download")
        )
        lines = "".join(
            f'<div role="row" class="MuiDataGrid-row" data-id="{i}"><div role="gridcell" class="MuiDataGrid-cell">{i}</div><div role="gridcell" class="MuiDataGrid-cell" title="{n}">{n}</div><div role="gridcell">{y}</div><div role="gridcell">'
            + (
                f'<a href="{u}" target="_blank"><button class="MuiButtonBase-root MuiIconButton-root" tabindex="-1"><svg data-testid="DownloadIcon"></svg></button></a>'
                if u
                else "-"
            )
            + "</div></div>"
            for i, (n, y, u) in enumerate(items, 1)
        )
        return f'<div class="MuiDataGrid-root" role="grid" aria-colcount="4"><div role="row">{head}</div><div role="rowgroup">{lines}</div><div class="MuiTablePagination-root"><p>Rows per page: 100</p><p>1–{len(items)} of {len(items)}</p></div></div>'

    def fold(*items: tuple[str, str]) -> str:
        return "".join(
            f'<div class="MuiPaper-root MuiAccordion-root"><div class="MuiButtonBase-root MuiAccordionSummary-root" tabindex="0" role="button" aria-expanded="false"><div class="MuiAccordionSummary-content"><p class="MuiTypography-root">{n}</p></div></div><div class="MuiCollapse-root MuiCollapse-hidden" style="min-height:0px"><div class="MuiAccordion-region" role="region"><div class="MuiAccordionDetails-root">{b}</div></div></div></div>'
            for n, b in items
        )

    f = "/uploads/"
    fields = "".join(
        f'<div class="MuiFormControl-root MuiTextField-root"><label class="MuiInputLabel-root">{n}<span aria-hidden="true" class="MuiFormLabel-asterisk"> *</span></label><div class="MuiInputBase-root"><input class="MuiInputBase-input" type="text"></div></div>'
        for n in (
            "Nama Pemohon",
            "Alamat",
            "No. HP",
            "Email",
            "Informasi yang dibutuhkan",
            "Tujuan",
            "Cara memperoleh informasi",
        )
    )
    pages: dict[str, tuple[str, str]] = {
        "/": ("Selamat Datang", '<div class="MuiGrid-root">' + "".join(f'<div class="MuiCard-root"><a href="/news/{n.slug}"><p class="MuiTypography-h6">{n.title}</p></a><span class="MuiTypography-caption">{n.day:%Y-%m-%d}T07:11:03.000Z</span></div>' for n in news[:4]) + "</div>"),
        "/profil": ("Profil", fold(("Sejarah Singkat", history(place)), ("Kepala Kantor", '<img src="/uploads/kepala.png" alt="Kepala Kantor"><p>Drs. H. Muttaqin Rosyadi, M.Pd.I. menjabat Kepala Kantor Kementerian Agama Kabupaten Magetan sejak 2024. Sebelumnya menjabat Kepala Subbagian Tata Usaha di Ngawi dan Kepala Seksi Pendidikan Madrasah di Madiun serta pernah menjadi guru di madrasah aliyah.</p>'), ("Data Pegawai", table(("Golongan", "Jumlah"), (("IV", "88"), ("III", "301"), ("II", "20"), ("Jumlah", "409"))) + "<p>Tahun 2024</p>"))),
        "/visi-misi": ("Visi Misi", vision(place)), "/tusi": ("Tugas & Fungsi", duties(place)), "/struktur": ("Struktur", '<div class="MuiGrid-root">' + "".join(f'<div class="MuiCard-root"><p class="MuiTypography-subtitle1">{n}</p><p class="MuiTypography-body2">{j}</p></div>' for n, j in (("Drs. H. Muttaqin Rosyadi, M.Pd.I.", "Kepala Kantor"), ("Ali Mustofa, S.Ag.", "Kasubbag TU"), ("Sumarno, S.Pd.", "Kasi Pendma"), ("Imam Syafi'i, S.H.I.", "Kasi Bimas Islam"), ("Heni Rahayu, S.E.", "Penyelenggara Zawa"), ("Wahid Hasan, M.Pd.", "Kasi PD Pontren"))) + "</div>"),
        "/news": ("Berita", '<div class="MuiGrid-root">' + "".join(f'<div class="MuiCard-root"><a href="/news/{n.slug}"><p class="MuiTypography-h6">{n.title}</p></a><span class="MuiTypography-caption">{n.day:%Y-%m-%d}T07:11:03.000Z</span></div>' for n in news) + "</div>"),
        "/ppid": ("PPID", "<p>Pejabat Pengelola Informasi dan Dokumentasi Kankemenag Magetan.</p>" + "".join(f'<a class="MuiButton-root" href="{u}">{n}</a>' for n, u in menu[7:17]) + PPID_PROFILE.format(place=place)),
        "/ppid/berkala": ("Informasi Berkala", fold(("Renstra", grid(("Renstra Kemenag 2020-2024", "2020", f"{f}a1.pdf"), ("Renstra Kanwil Jatim", "2021", f"{f}a2.pdf"))), ("Perjanjian Kinerja", grid(("Perjanjian Kinerja", "2026", f"{f}b1.pdf"), ("Perjanjian Kinerja", "2025", f"{f}b2.pdf"))), ("LKJIP", grid(("LKJIP", "2024", f"{f}c1.pdf"), ("LKJIP", "2023", f"{f}c2.pdf"))), ("DIPA & RKAKL", grid(("DIPA", "2026", f"{f}d1.pdf"), ("RKAKL", "2024", f"{f}d2.pdf"))), ("Laporan Keuangan", grid(("LRA", "2025", f"{f}e1.pdf"), ("NERACA", "2025", f"{f}e2.pdf"), ("CALK", "2025", f"{f}e3.pdf"))), ("LHKPN", grid(("LHKPN", "2025", ""))), ("Pengadaan", '<a href="https://sirup.lkpp.go.id">SIRUP</a> <a href="https://lpse.kemenag.go.id">LPSE</a>'))),
        "/ppid/setiap-saat": ("Informasi Setiap Saat", grid(("SK Kepala Kantor tentang Pengelola Kepegawaian No 9", "2026", f"{f}g1.pdf"), ("MoU dengan Kejaksaan Negeri", "2025", f"{f}g2.pdf"), ("Kemenag dalam Angka", "2025", f"{f}g3.pdf"), ("Rekap Pengaduan Masyarakat", "2025", f"{f}g4.pdf"))),
        "/ppid/serta-merta": ("Informasi Serta Merta", "<p>Belum ada data</p>"), "/ppid/dikecualikan": ("Informasi Dikecualikan", grid(("SK Penetapan Informasi Dikecualikan", "2025", f"{f}h1.pdf"))),
        "/ppid/dip": ("DIP", '<iframe src="https://docs.google.com/spreadsheets/d/e/2PACX-dip2026/pubhtml?widget=true" width="100%" height="800" title="Daftar Informasi Publik 2026"></iframe>'),
        "/ppid/prosedur": ("Prosedur Permohonan Informasi", '<div class="MuiStepper-root">' + "".join(f'<div class="MuiStep-root"><span class="MuiStepLabel-label">{s}</span></div>' for s in ("Pemohon mengisi formulir dan menyerahkan identitas", "Petugas meregistrasi permohonan", "PPID menjawab paling lambat 10 hari kerja (dapat diperpanjang 7 hari kerja)", "Pemohon menerima informasi")) + "</div>"),
        "/ppid/form": ("Form Permohonan", f'<div class="MuiBox-root">{fields}<button class="MuiButton-root" type="button">Submit</button></div>'),
        "/ppid/keberatan": ("Keberatan", "<p>Pengajuan keberatan disampaikan kepada Atasan PPID.</p>"), "/ppid/maklumat": ("Maklumat Pelayanan", '<img src="/uploads/maklumat.png" alt="">'),
        "/ppid/laporan": ("Laporan PPID", grid(("Laporan PPID", "2023", f"{f}i1.pdf"), ("Laporan PPID", "2022", f"{f}i2.pdf"))), "/zi": ("Zona Integritas", "<p>Coming Soon</p>"), "/sop": ("SOP", grid(*((f"SOP {n}", "2023", f"{f}s{i}.pdf") for i, n in enumerate(("Nikah", "Wakaf", "Legalisir", "Mutasi", "Surat", "Rohaniwan"), 1)))),
        "/survei": ("Survei", "<p>SKM Triwulan II 2026 : 87.20</p><p>SPAK Triwulan II 2026 : 89.01</p>"), "/pengaduan": ("Pengaduan", "<p>Email: pengaduan@kemenagmagetan.com</p><p>Telp: 0351-895009</p>"), "/kontak": ("Kontak", '<iframe src="https://www.google.com/maps/embed?pb=x"></iframe>'),
    }  # fmt: skip
    made.whole = {path: page(title, body) for path, (title, body) in pages.items()}
    for n in news:
        made.whole[f"/news/{n.slug}"] = page(
            n.title,
            f'<span class="MuiTypography-caption">{n.day:%Y-%m-%d}T07:11:03.000Z</span><p class="MuiTypography-body1">{n.text}</p>',
        )
    made.answers["https://docs.google.com/spreadsheets/d/e/2PACX-dip2026/pubhtml?widget=true"] = (
        200,
        "<html><title>DIP 2026 - Google Drive</title>" + dip("2026") + "</html>",
    )
    made.files = {
        f"{f}a1.pdf": paper("Rencana Strategis 2020-2024", "", "", issuer="KEMENTERIAN AGAMA REPUBLIK INDONESIA"), f"{f}a2.pdf": paper("Rencana Strategis 2020-2024", "", "", issuer="KANTOR WILAYAH KEMENTERIAN AGAMA PROVINSI JAWA TIMUR"),
        **{f"{f}{n}.pdf": paper(t, place, y) for n, t, y in (("b1", "Perjanjian Kinerja", 2026), ("b2", "Perjanjian Kinerja", 2025), ("c1", "Laporan Kinerja", 2024), ("c2", "Laporan Kinerja", 2023), ("d1", "DIPA", 2026), ("d2", "RKA-K/L", 2024), ("e1", "Laporan Realisasi Anggaran", 2025), ("e2", "Neraca", 2025), ("e3", "Catatan atas Laporan Keuangan", 2025), ("g2", "Nota Kesepahaman", 2025), ("i1", "Laporan PPID", 2023), ("i2", "Laporan PPID", 2022))},
        f"{f}g1.pdf": decree("Pengelola Kepegawaian", place, "9", 2026), f"{f}g3.pdf": paper("Kemenag dalam Angka", place, 2025), f"{f}g4.pdf": paper("Rekap Pengaduan", place, 2025, pages=2, extra="Jumlah pengaduan 3, selesai 3"), f"{f}h1.pdf": paper("Keputusan Penetapan Informasi yang Dikecualikan", place, 2025, pages=4, extra="Pasal 17 huruf h jangka waktu 10 tahun"), **{f"{f}s{i}.pdf": paper(f"SOP {i}", place, 2023, pages=2) for i in range(1, 7)}, f"{f}kepala.png": PNG, f"{f}maklumat.png": PNG, "/logo192.png": PNG,
    }  # fmt: skip
    return made


def pacitan() -> Made:
    """Blogspot: pages under /p/, labels as lists of posts, documents in Drive, text in spans, a busy sidebar."""
    place = "Kabupaten Pacitan"
    made = Made(
        office("b-blogspot", f"Kankemenag {place}", "https://kemenagpacitan.blogspot.com", province="Jawa Timur"),
        Whole(),
    )
    tabs: Sequence[tuple[str, str]] = (
        ("Beranda", "/"),
        ("Profil", "/p/profil.html"),
        ("Visi & Misi", "/p/visi-misi.html"),
        ("Tupoksi", "/p/tupoksi.html"),
        ("Struktur", "/p/struktur.html"),
        ("Info PPID", "/p/ppid.html"),
        ("Layanan", "/p/layanan.html"),
        ("Kontak", "/p/kontak.html"),
    )
    side = (
        ("Informasi Berkala", "/search/label/Informasi%20Berkala"),
        ("Informasi Setiap Saat", "/p/setiap-saat.html"),
        ("Informasi Serta Merta", "#"),
        ("Informasi Dikecualikan", "/p/dikecualikan.html"),
        ("Cara Memperoleh Informasi", "/p/cara.html"),
        ("Formulir Permohonan Informasi", "https://docs.google.com/forms/d/e/1FAIpQLSdPacitanPPID/viewform"),
        ("Pengajuan Keberatan", "/p/keberatan.html"),
        ("Maklumat Pelayanan", "/p/maklumat.html"),
    )
    news = posts("Pacitan", newest=5, step=9, count=12)

    def page(title: str, body: str, day: str = "") -> str:
        head = f'<h2 class="date-header"><span>{day}</span></h2>' if day else ""
        return f"""<!DOCTYPE html><html class="v2" dir="ltr" lang="in"><head><meta content="width=1100" name="viewport"/><meta content="blogger" name="generator"/><title>KEMENAG PACITAN: {title}</title></head><body class="loading variant-simplysimple"><div class="body-fauxcolumns"></div><div class="content"><header><div class="header section" id="header"><div class="widget Header"><div class="titlewrapper"><h1 class="title"><a href="/">KEMENAG PACITAN</a></h1></div><div class="descriptionwrapper"><p class="description"><span>Melayani Umat</span></p></div></div></div></header>
<div class="tabs-outer"><div class="tabs section"><div class="widget PageList"><ul>{"".join(f'<li><a href="{u}">{n}</a></li>' for n, u in tabs)}</ul></div></div></div><div class="main-outer"><div class="columns"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog"><div class="blog-posts hfeed">{head}<div class="post hentry"><h3 class="post-title entry-title">{title}</h3><div class="post-body entry-content">{body}</div><div class="post-footer"><span class="post-author vcard">Diposting oleh <span class="fn">Humas Kemenag</span></span> <span class="post-timestamp">di <abbr class="published">09.12</abbr></span></div></div></div></div></div></div>
<div class="column-right-outer"><aside><div class="sidebar section"><div class="widget BlogSearch"><form action="/search" class="gsc-search-box"><input name="q" title="search"><input type="submit" value="Telusuri"></form></div><div class="widget LinkList"><h2>PPID</h2><ul>{"".join(f'<li><a href="{u}">{n}</a></li>' for n, u in side)}</ul></div><div class="widget Text"><h2>Jadwal Sholat</h2>Minggu, 22 November 2026</div><div class="widget BlogArchive"><h2>Arsip Blog</h2><ul><li><a href="/2026/11/">November</a> (2)</li></ul></div><div class="widget PopularPosts"><ul>{"".join(f'<li><a href="/{n.day:%Y/%m}/{n.slug}.html">{n.title}</a></li>' for n in news[:3])}</ul></div></div></aside></div></div></div><footer><div class="widget Attribution">Tema Sederhana. Diberdayakan oleh <a href="https://www.blogger.com">Blogger</a>.</div></footer></div></body></html>"""

    def spans(*lines: str) -> str:
        return "".join(
            f'<div style="text-align: justify;"><span style="font-family: arial;">{line}</span></div><div><br /></div>'
            for line in lines
        )

    drive = "https://drive.google.com/file/d/1Pct"
    docs = (
        ("Laporan Kinerja (LKj) Kemenag Pacitan Tahun 2025", "lkj", "Maret 2026"),
        ("Perjanjian Kinerja 2026", "pk", "Februari 2026"),
        ("DIPA 2026", "dipa", "Januari 2026"),
        ("RKAKL 2026", "rka", "Januari 2026"),
        ("Laporan Realisasi Anggaran Tahun 2025", "lra", "Januari 2026"),
        ("Daftar BMN 2025", "bmn", "April 2026"),
    )
    made.whole = {
        "/": page("Beranda", "".join(f'<div><h3><a href="/{n.day:%Y/%m}/{n.slug}.html">{n.title}</a></h3></div>' for n in news[:4])),
        "/p/profil.html": page("Profil", "<b>Sejarah Singkat</b><br/>" + history(place) + "<br/><b>Alamat</b><br/>Jl. H. Samanhudi No. 14 Pacitan<br/>Kode Pos 63512"),
        "/p/visi-misi.html": page("Visi & Misi", spans("<b>VISI</b>", "&ldquo;Terwujudnya masyarakat Pacitan yang taat beragama, rukun dan sejahtera&rdquo;", "<b>MISI</b>", "1.&nbsp;&nbsp; Meningkatkan pemahaman ajaran agama.", "2.&nbsp;&nbsp; Memantapkan kerukunan.", "3.&nbsp;&nbsp; Menyediakan pelayanan yang merata dan berkualitas.")),
        "/p/tupoksi.html": page("Tupoksi", "<p>Tugas : melaksanakan tugas Kemenag.</p>"), "/p/struktur.html": page("Struktur", '<div class="separator"><a href="/img/s1600/struktur.jpg"><img border="0" data-original-height="900" src="/img/s640/struktur.jpg" width="640" /></a></div>'),
        "/p/ppid.html": page("Info PPID", spans("PPID Kemenag Pacitan dibentuk berdasarkan SK Kepala Kantor Nomor 88 Tahun 2025.", "Atasan PPID : Kepala Kantor", "PPID : Kasubbag Tata Usaha", "Tugas PPID : menyediakan, menyimpan dan melayani informasi publik") + f'<a href="{drive}skppid/view?usp=sharing">SK PPID 2025</a><br/>' + "".join(f'<a href="{u}">{n}</a><br/>' for n, u in side)),
        "/p/layanan.html": page("Layanan", "<ol><li>Legalisir</li><li>Surat Rekomendasi</li><li>Konsultasi</li></ol>"), "/p/kontak.html": page("Kontak", "Telp. (0357) 881051<br/>e-mail: kemenagpacitan@yahoo.co.id<br/>Jam kerja Senin s.d. Kamis 07.30 - 16.00 WIB; Jum'at 07.30 - 16.30 WIB<br/><a href='https://www.facebook.com/sharer.php?u=x'>Bagikan</a> <a href='https://www.facebook.com/kemenagpacitan'>FB</a> <a href='https://www.youtube.com/@kemenagpacitan'>YouTube</a>"),
        "/search/label/Informasi%20Berkala": page("Menampilkan postingan dengan label Informasi Berkala", "".join(f'<div class="post"><h3 class="post-title"><a href="/2026/03/dok-{s}.html">{t}</a></h3></div>' for t, s, _ in docs)),
        "/p/setiap-saat.html": page("Informasi Setiap Saat", f'<ol><li>DIP 2026 <a href="{drive}dip/view">klik disini</a></li><li>Renstra 2025-2029 <a href="{drive}renstra/view">klik disini</a></li><li>SOP <a href="https://drive.google.com/drive/folders/1SOPPacitan">klik disini</a></li><li>MoU <a href="">klik disini</a></li></ol>'),
        "/p/dikecualikan.html": page("Informasi Dikecualikan", spans("Informasi publik yang dikecualikan sesuai Pasal 17 UU KIP yaitu informasi yang apabila dibuka dapat menghambat proses penegakan hukum, mengganggu kepentingan perlindungan hak atas kekayaan intelektual, dan seterusnya.")),
        "/p/cara.html": page("Cara Memperoleh Informasi", steps(1)), "/p/keberatan.html": page("Pengajuan Keberatan", objection(form=f'<p><a href="{drive}formkeberatan/view">Unduh formulir keberatan</a></p>')), "/p/maklumat.html": page("Maklumat Pelayanan", '<img src="/img/s640/maklumat.jpg" />'),
    }  # fmt: skip
    for t, s, _ in docs:
        made.whole[f"/2026/03/dok-{s}.html"] = page(
            t, f'<iframe src="{drive}{s}/preview" width="640" height="480"></iframe>', "Senin, 02 Maret 2026"
        )
        made.answers[f"{drive}{s}/preview"] = (
            200,
            f"<html><head><title>{t}.pdf - Google Drive</title><meta property='og:title' content='{t}.pdf'></head></html>",
        )
    for s, t in (
        ("dip", "DIP Kemenag Pacitan 2026"),
        ("skppid", "SK PPID 2025"),
        ("formkeberatan", "Formulir Keberatan"),
    ):
        made.answers[f"{drive}{s}/view"] = made.answers[f"{drive}{s}/view?usp=sharing"] = (
            200,
            f"<html><head><title>{t}.pdf - Google Drive</title><meta property='og:title' content='{t}.pdf'></head></html>",
        )
    made.answers[f"{drive}renstra/view"] = (
        401,
        "<html><title>Sign in - Google Accounts</title><form><input type=password></form></html>",
    )
    made.answers["https://docs.google.com/forms/d/e/1FAIpQLSdPacitanPPID/viewform"] = (
        200,
        "<html><head><title>Formulir Permohonan Informasi</title><meta property='og:title' content='Formulir Permohonan Informasi Publik'></head><body><form><div>Nama</div><div>Alamat</div><div>Email</div><div>Rincian Informasi</div></form></body></html>",
    )
    for n in news:
        made.whole[f"/{n.day:%Y/%m}/{n.slug}.html"] = page(n.title, spans(n.text), long(n.day))
    made.files = {"/img/s1600/struktur.jpg": PNG, "/img/s640/struktur.jpg": PNG, "/img/s640/maklumat.jpg": PNG}
    return made


SITES = (gresik, magetan, pacitan)

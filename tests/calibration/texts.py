# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""What real offices write, written anew: blocks of content that a careful assessor would accept, by indicator."""

from __future__ import annotations

from datetime import date, timedelta

from tests.calibration.made import TODAY, Block, News, form, grid, h, img, ol, p, ul
from tests.made_files import pdf, picture

PNG = picture(1280, 900)
SMALL = picture(120, 60)


def vision(place: str) -> list[Block]:
    return [
        h("Visi"),
        p(f"Terwujudnya masyarakat {place} yang rukun, cerdas, dan sejahtera lahir batin berlandaskan gotong royong."),
        h("Misi"),
        ol(
            "Memperkuat kualitas moderasi beragama dan kerukunan umat di seluruh kecamatan",
            "Meningkatkan layanan keagamaan yang adil, mudah, dan merata",
            "Meningkatkan mutu pendidikan madrasah dan pondok pesantren",
            "Mewujudkan tata kelola pemerintahan yang bersih dan melayani",
        ),
    ]


def duties(place: str) -> list[Block]:
    return [
        p(
            f"Kantor Kementerian Agama {place} mempunyai tugas melaksanakan tugas dan fungsi Kementerian Agama di wilayahnya "
            "berdasarkan kebijakan Kepala Kantor Wilayah dan peraturan perundang-undangan."
        ),
        p("Dalam melaksanakan tugas tersebut, kantor menyelenggarakan fungsi:"),
        ul(
            "perumusan visi, misi, dan kebijakan teknis di bidang pelayanan dan bimbingan kehidupan beragama",
            "pelayanan, bimbingan, dan pembinaan di bidang pendidikan madrasah, pendidikan agama, dan pendidikan keagamaan",
            "pembinaan kerukunan umat beragama",
            "pelaksanaan kebijakan teknis di bidang pengelolaan administrasi dan informasi",
            "pengoordinasian perencanaan, pengendalian, pengawasan, dan evaluasi program",
            "pelaksanaan hubungan dengan pemerintah daerah, instansi terkait, dan lembaga masyarakat",
        ),
    ]


def history(place: str) -> list[Block]:
    return [
        p(
            f"Keberadaan Kantor Kementerian Agama {place} bermula dari Kantor Jawatan Agama yang dibentuk tidak lama setelah "
            "kemerdekaan. Pada mulanya kantor menempati sebuah rumah sewa di dekat alun-alun dengan tujuh orang pegawai yang "
            "melayani urusan nikah, talak, cerai, dan rujuk serta penerangan agama.",
            f"Seiring bertambahnya madrasah dan kecamatan, pada tahun 1975 kantor pindah ke gedung sendiri di pusat kota {place}. "
            "Susunan organisasinya beberapa kali berubah mengikuti peraturan menteri, terakhir dengan penggabungan beberapa seksi. "
            "Sejak itu kantor menaungi kantor urusan agama di setiap kecamatan dan puluhan madrasah negeri maupun swasta yang "
            "tersebar dari pesisir sampai pegunungan.",
        )
    ]


def officials() -> list[Block]:
    return [
        grid(
            ("Nama", "Jabatan", "Riwayat"),
            ("H. Suryanto Wibawa, S.Ag., M.Pd.I.", "Kepala Kantor", "Sarjana Tarbiyah, pernah menjadi Kepala MAN dan Kepala Seksi Pendidikan Madrasah"),
            ("Dra. Hj. Maryati Handayani, M.M.", "Kepala Subbagian Tata Usaha", "Magister Manajemen, mengawali karier sebagai penyuluh"),
            ("Fahrurrozi Anwar, S.Pd.I., M.Si.", "Kepala Seksi Pendidikan Madrasah", "Sebelumnya pengawas madrasah"),
            ("Nur Hidayat Setiawan, S.H.I.", "Kepala Seksi Bimas Islam", "Sebelumnya Kepala KUA"),
        )
    ]  # fmt: skip


def address(place: str, *, phone: str = "(0281) 762940", mail: str = "", postcode: str = "53417") -> str:
    slug = place.lower().replace(" ", "").removeprefix("kabupaten").removeprefix("kota")
    return (
        f"<p>Kantor Kementerian Agama {place}</p><p>Jl. Dipayuda No. 14, {place} {postcode}</p><p>Telp. {phone}</p>"
        f"<p>Email: {mail or slug + '@kemenag.go.id'}</p>"
    )


HOURS = "<p>Jam pelayanan: Senin - Kamis 07.30 - 16.00 WIB, Jumat 07.30 - 16.30 WIB</p>"


def social(slug: str) -> str:
    return (
        f'<a href="https://www.facebook.com/kemenag{slug}">Facebook</a> <a href="https://www.instagram.com/kemenag_{slug}/">Instagram</a> '
        f'<a href="https://www.youtube.com/@kemenag{slug}">YouTube</a>'
    )


def request_steps() -> list[Block]:
    return [
        ol(
            "Pemohon datang, menelepon, atau menulis surel kepada petugas PPID dan mengisi formulir permohonan.",
            "Pemohon melampirkan salinan identitas (KTP) atau akta pendirian bagi badan hukum.",
            "Petugas mencatat permohonan dalam buku register dan memberikan tanda bukti bernomor.",
            "PPID menyampaikan pemberitahuan tertulis paling lambat 10 (sepuluh) hari kerja sejak permohonan diterima.",
            "PPID dapat memperpanjang waktu paling lambat 7 (tujuh) hari kerja dengan alasan tertulis.",
        )
    ]


def request_form(action: str = "/ppid/kirim") -> list[Block]:
    return [
        p("Isilah formulir berikut dengan benar. Permohonan diproses pada hari kerja."),
        form(action, "Kirim Permohonan", "Nama Lengkap", "Alamat", "Nomor Telepon", "Email", "Rincian Informasi yang Dibutuhkan", "Tujuan Penggunaan Informasi", "Cara Memperoleh Informasi"),
    ]  # fmt: skip


def objection() -> list[Block]:
    return [
        p("Pemohon informasi dapat mengajukan keberatan secara tertulis kepada Atasan PPID berdasarkan alasan berikut:"),
        ol(
            "Permohonan informasi ditolak berdasarkan alasan pengecualian",
            "Informasi berkala tidak disediakan",
            "Permohonan informasi tidak ditanggapi",
            "Permohonan ditanggapi tidak sebagaimana yang diminta",
            "Permintaan informasi tidak dipenuhi",
            "Biaya yang dikenakan tidak wajar",
            "Informasi disampaikan melebihi jangka waktu yang ditentukan",
        ),
        p(
            "Keberatan diajukan paling lambat 30 (tiga puluh) hari kerja setelah ditemukannya alasan keberatan.",
            "Atasan PPID memberikan tanggapan tertulis paling lambat 30 (tiga puluh) hari kerja sejak keberatan diterima.",
        ),
        form("/ppid/keberatan/kirim", "Ajukan Keberatan", "Nama", "Alamat", "Email", "Nomor Registrasi Permohonan", "Alasan Keberatan", "Kasus Posisi"),
    ]  # fmt: skip


def dispute() -> list[Block]:
    return [
        ol(
            "Pemohon yang tidak puas dengan tanggapan Atasan PPID dapat mengajukan penyelesaian sengketa informasi publik kepada "
            "Komisi Informasi Provinsi Jawa Tengah.",
            "Pengajuan dilakukan paling lambat 14 (empat belas) hari kerja setelah tanggapan tertulis Atasan PPID diterima.",
            "Komisi Informasi mengupayakan mediasi dan/atau ajudikasi nonlitigasi.",
        )
    ]


def time_and_fee() -> list[Block]:
    return [
        h("Jangka waktu"),
        p("Permohonan ditanggapi paling lambat 10 (sepuluh) hari kerja dan dapat diperpanjang 7 (tujuh) hari kerja."),
        h("Biaya"),
        p("Layanan informasi publik tidak dipungut biaya. Penggandaan menjadi tanggungan pemohon."),
        h("Jadwal"),
        p("Senin - Kamis pukul 08.00 - 15.30 WIB, Jumat pukul 08.00 - 16.00 WIB."),
    ]


def pledge() -> list[Block]:
    return [
        p(
            "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan informasi publik sesuai standar pelayanan yang telah "
            "ditetapkan, dan apabila tidak menepati janji ini kami siap menerima sanksi sesuai peraturan perundang-undangan."
        )
    ]


def dip_rows(place: str, count: int = 14) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    headers = (
        "No",
        "Ringkasan Isi Informasi",
        "Pejabat yang Menguasai",
        "Penanggung Jawab",
        "Waktu dan Tempat Pembuatan",
        "Bentuk Informasi",
        "Jangka Waktu Penyimpanan",
    )
    names = (
        "Profil kantor",
        "Rencana kerja",
        "Perjanjian kinerja",
        "Laporan kinerja",
        "DIPA",
        "RKA-K/L",
        "Laporan realisasi anggaran",
        "Neraca",
        "Daftar aset",
        "SOP pelayanan",
        "Data madrasah",
        "Data KUA",
        "Laporan layanan informasi",
        "Daftar pegawai",
        "Rencana strategis",
        "Perjanjian kerja sama",
    )
    rows = [
        (str(i), name, "Kasubbag TU", "PPID", f"Januari 2026, {place}", "Softcopy", "5 tahun")
        for i, name in enumerate(names[:count], 1)
    ]
    return headers, rows  # fmt: skip


def report(title: str, place: str, year: int | str, *, pages: int = 8, issuer: str = "", extra: str = "") -> bytes:
    """An own report of several pages; ``issuer`` replaces the own office's letterhead."""
    head = issuer or f"KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR KEMENTERIAN AGAMA {place.upper()}"
    cover = f"{head}\n{title.upper()}\nTAHUN {year}\n{extra}"
    return pdf(
        cover,
        *(f"Bab {n}\nUraian {title.lower()} pada halaman {n} beserta data pendukungnya." for n in range(1, pages)),
        title="",
    )


def decree(about: str, place: str, number: str, year: int) -> bytes:
    return pdf(
        f"KEPUTUSAN KEPALA KANTOR KEMENTERIAN AGAMA {place.upper()}\nNOMOR {number} TAHUN {year}\nTENTANG\n{about.upper()}\n"
        "Menimbang: bahwa untuk melaksanakan Undang-Undang Nomor 14 Tahun 2008 perlu menetapkan keputusan.",
        "MEMUTUSKAN\nMenetapkan keputusan ini dan berlaku sejak tanggal ditetapkan.",
    )


TITLES = (
    "Penyuluh Agama Dampingi Warga Binaan Membaca Alkitab dan Al-Quran", "Siswa MTsN Raih Medali Emas Olimpiade Matematika", "Kepala Kantor Buka Pelatihan Juru Sembelih Halal",
    "ASN Ikuti Apel Pagi dan Doa Bersama", "KUA Gelar Bimbingan Perkawinan bagi Dua Puluh Pasangan", "Rapat Koordinasi Pengawas Madrasah Bahas Asesmen", "Tim Penilai Kunjungi Pondok Pesantren", "Penyerahan Sertifikat Tanah Wakaf kepada Nazir",
    "Guru RA Belajar Membuat Alat Peraga", "Forum Kerukunan Umat Beragama Bersih Sungai", "Jamaah Taklim Ikuti Pengajian Rutin", "Madrasah Peringati Hari Pahlawan dengan Kemah Bakti", "Kasi PAIS Lantik Pengurus MGMP", "Lomba Adzan Anak Meriahkan Milad",
)  # fmt: skip


def fresh_news(place: str, *, newest: int = 1, step: int = 2, count: int = 14) -> list[News]:
    """Items whose newest is ``newest`` days old, one every ``step`` days."""
    today: date = TODAY.date()
    return [
        News(f"{title} di {place}", today - timedelta(days=newest + step * i),
             f"{place} (Humas) - {title} berlangsung lancar. Kegiatan diikuti puluhan peserta dari berbagai kecamatan dan ditutup dengan doa bersama. Hadir pula unsur pemerintah daerah dan tokoh masyarakat setempat.")
        for i, title in enumerate((TITLES * 3)[:count])
    ]  # fmt: skip


PICTURE = img

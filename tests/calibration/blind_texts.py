# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""What offices write, in several wordings, as HTML: the sites of the blind set are filled with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tests.calibration.made import TODAY, Made
from tests.made_files import pdf, picture

PNG = picture(1280, 900)
DAY = TODAY.date()
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Ahad")


class Whole:
    """A site whose pages are given as they are."""

    def pages(self, made: Made) -> dict[str, str]:
        return {made.url(path): html for path, html in made.whole.items()}


@dataclass(frozen=True)
class Post:
    title: str
    day: date
    text: str

    @property
    def slug(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")


def long(day: date) -> str:
    return f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def plain(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


HEADLINES = (
    "Kakankemenag Serahkan SK Kenaikan Pangkat Periode Desember 2026", "Pembinaan ASN: Tingkatkan Disiplin dan Integritas", "Kasubbag TU Ikuti Rapat Evaluasi Penyerapan Anggaran",
    "Seksi Pendma Gelar Supervisi Implementasi Kurikulum Merdeka", "KUA Kecamatan Gelar Bimbingan Remaja Usia Sekolah", "Peringatan Hari Guru Nasional, Kemenag Beri Penghargaan",
    "Penandatanganan Perjanjian Kinerja dan Pakta Integritas Berlangsung Khidmat", "Monitoring Pelaksanaan BOS Madrasah Swasta", "Penyuluh Agama Islam Non-PNS Ikuti Orientasi",
    "Gelar Khataman Al-Qur'an Sambut Hari Amal Bhakti ke-81", "PPID Kemenag Ikuti Sosialisasi Keterbukaan Informasi Publik", "Madrasah Aliyah Raih Juara Umum Aksioma", "Humas Ikuti Bimtek Pengelolaan Website dan Media Sosial",
    "Bidang PAIS Adakan Workshop Penulisan Soal", "Kepala Kantor Terima Audiensi Pengurus PHDI", "Pisah Sambut Kepala KUA, Kinerja Harus Meningkat", "Sertifikasi Halal Gratis bagi Pelaku UMK", "Rakor Penyusunan LKjIP dan Rencana Aksi Tahun Depan",
)  # fmt: skip


def posts(place: str, *, newest: int = 2, step: int = 2, count: int = 16) -> list[Post]:
    """News items, the newest ``newest`` days old."""
    titles = [
        HEADLINES[i % len(HEADLINES)] + (f" ({i // len(HEADLINES) + 1})" if i >= len(HEADLINES) else "")
        for i in range(count)
    ]
    return [
        Post(title, DAY - timedelta(days=newest + i * step),
             f"{place} (Kemenag) - {title}. Kegiatan yang berlangsung di aula kantor tersebut dihadiri para kepala seksi, penyelenggara, dan pelaksana. "
             "Dalam arahannya, Kepala Kantor berpesan agar seluruh jajaran menjaga kekompakan dan memberi layanan terbaik bagi masyarakat. "
             "“Mari kita niatkan bekerja sebagai ibadah,” tuturnya. Acara ditutup dengan doa dan foto bersama. (hms)")
        for i, title in enumerate(titles)
    ]  # fmt: skip


def vision(place: str, *, period: str = "") -> str:
    return (
        f"<h3>VISI</h3><p><em>“Kementerian Agama {place} yang profesional dan andal dalam membangun masyarakat yang saleh, moderat, cerdas dan unggul"
        f"{' ' + period if period else ''}.”</em></p><h3>MISI</h3><ol><li>Meningkatkan kualitas kesalehan umat beragama;</li><li>Memperkuat moderasi beragama dan kerukunan umat;</li>"
        "<li>Meningkatkan layanan keagamaan yang adil, mudah dan merata;</li><li>Meningkatkan layanan pendidikan yang merata dan bermutu;</li><li>Memantapkan tata kelola pemerintahan yang baik.</li></ol>"
    )


def duties(place: str) -> str:
    return (
        f"<p>Berdasarkan Peraturan Menteri Agama Nomor 19 Tahun 2019 sebagaimana diubah dengan PMA Nomor 6 Tahun 2022, Kantor Kementerian Agama {place} mempunyai tugas melaksanakan tugas dan fungsi Kementerian Agama dalam wilayah kabupaten berdasarkan kebijakan Kepala Kanwil dan ketentuan peraturan perundang-undangan.</p>"
        '<p>Dalam melaksanakan tugas tersebut menyelenggarakan fungsi :</p><ol type="a"><li>Perumusan dan penetapan visi, misi, dan kebijakan teknis di bidang pelayanan dan bimbingan kehidupan beragama;</li>'
        "<li>Pelayanan, bimbingan, dan pembinaan di bidang pendidikan madrasah, pendidikan agama dan keagamaan;</li><li>Pembinaan kerukunan umat beragama;</li><li>Pelaksanaan kebijakan teknis di bidang pengelolaan administrasi dan informasi;</li>"
        "<li>Pengoordinasian perencanaan, pengendalian, pengawasan, dan evaluasi program; dan</li><li>Pelaksanaan hubungan dengan pemerintah daerah, instansi terkait, dan lembaga masyarakat.</li></ol>"
    )


def history(place: str) -> str:
    return (
        f"<p>Sejarah berdirinya Kantor Kementerian Agama {place} tidak dapat dipisahkan dari lahirnya Departemen Agama pada 3 Januari 1946. Pada awal berdirinya, urusan agama di {place} ditangani oleh Kantor Kepenghuluan yang berkantor di serambi masjid agung. "
        "Para penghulu kala itu mengurusi pencatatan nikah, pengelolaan zakat fitrah, dan pengadilan serambi dengan peralatan seadanya.</p>"
        f"<p>Pada 1967 terbentuklah Perwakilan Departemen Agama {place} yang menempati gedung pinjaman milik pemerintah daerah. Baru pada 1983 kantor memiliki gedung sendiri di atas tanah seluas 1.850 meter persegi. Nama kantor beberapa kali berganti, dari Kandepag menjadi Kantor Kementerian Agama sejak 2010. Kini kantor membawahi belasan KUA dan ratusan lembaga madrasah serta pondok pesantren.</p>"
    )


def steps(variant: int = 0) -> str:
    if variant == 1:
        return (
            '<table class="table table-bordered"><tbody><tr><td>1</td><td>Pemohon mengajukan permohonan informasi baik langsung, melalui surat, maupun surel kepada PPID dengan melampirkan fotokopi KTP/identitas diri.</td></tr>'
            "<tr><td>2</td><td>Petugas memeriksa kelengkapan permohonan dan memberikan nomor pendaftaran.</td></tr><tr><td>3</td><td>PPID wajib memberi jawaban tertulis selambat-lambatnya sepuluh hari kerja sejak permohonan diregister.</td></tr>"
            "<tr><td>4</td><td>Dalam hal diperlukan, jangka waktu diperpanjang paling lama tujuh hari kerja.</td></tr><tr><td>5</td><td>Pemohon menerima informasi dan menandatangani tanda terima.</td></tr></tbody></table>"
        )
    return (
        "<ol><li>Pemohon informasi datang ke desk layanan informasi, mengisi formulir permintaan dengan melampirkan fotocopy KTP pemohon atau akta badan hukum.</li><li>Petugas memberikan tanda bukti penerimaan permintaan informasi publik.</li>"
        "<li>Petugas memproses permintaan sesuai formulir yang telah ditandatangani.</li><li>PPID menyampaikan jawaban paling lambat 10 hari kerja, dan dapat diperpanjang paling lambat 7 hari kerja.</li><li>Petugas menyerahkan informasi sesuai yang diminta.</li></ol>"
    )


REASONS = (
    "Penolakan atas permohonan berdasarkan alasan pengecualian sebagaimana Pasal 17", "Tidak disediakannya informasi berkala", "Tidak ditanggapinya permohonan informasi", "Permohonan ditanggapi tidak sebagaimana yang diminta",
    "Tidak dipenuhinya permohonan informasi", "Pengenaan biaya yang tidak wajar", "Penyampaian informasi melebihi waktu yang diatur",
)  # fmt: skip


def objection(*, form: str = "", reasons: int = 7) -> str:
    items = "".join(f"<li>{item};</li>" for item in REASONS[:reasons])
    return (
        f'<p>Setiap pemohon informasi publik dapat mengajukan keberatan secara tertulis kepada Atasan PPID berdasarkan alasan:</p><ol type="a">{items}</ol>'
        "<p>Keberatan diajukan dalam jangka waktu paling lambat 30 hari kerja setelah ditemukannya alasan. Atasan PPID memberikan tanggapan paling lambat 30 hari kerja sejak diterimanya keberatan secara tertulis.</p>"
        + form
    )


def dispute(body: str = "Komisi Informasi Provinsi Jawa Tengah") -> str:
    return (
        f"<p>Upaya penyelesaian sengketa informasi publik diajukan kepada {body} apabila tanggapan Atasan PPID dalam proses keberatan tidak memuaskan pemohon.</p><p>Permohonan penyelesaian sengketa diajukan dalam waktu paling lambat 14 (empat belas) hari kerja "
        "setelah diterimanya tanggapan tertulis dari Atasan PPID. Penyelesaian dilakukan melalui mediasi dan/atau ajudikasi non litigasi dan paling lambat selesai dalam 100 hari kerja.</p>"
    )


def time_fee(*, extension: bool = True, hours: bool = True) -> str:
    return (
        "<h4>Waktu Layanan</h4><p>PPID memberikan tanggapan paling lambat 10 (sepuluh) hari kerja sejak permohonan diterima"
        + (" dan dapat memperpanjang selama 7 (tujuh) hari kerja" if extension else "") + ".</p><h4>Biaya / Tarif</h4><p>Layanan informasi publik GRATIS. Biaya fotokopi ditanggung pemohon.</p>"
        + ("<h4>Jadwal</h4><table><tr><td>Senin s.d. Kamis</td><td>08.00 - 15.30 WIB</td></tr><tr><td>Istirahat</td><td>12.00 - 13.00 WIB</td></tr><tr><td>Jum'at</td><td>08.00 - 16.00 WIB</td></tr></table>" if hours else "")
    )  # fmt: skip


PLEDGE = (
    '<p style="text-align:center"><strong>MAKLUMAT PELAYANAN</strong></p><p>“DENGAN INI, KAMI MENYATAKAN SANGGUP MENYELENGGARAKAN PELAYANAN SESUAI STANDAR PELAYANAN YANG TELAH DITETAPKAN DAN APABILA TIDAK MENEPATI JANJI INI, KAMI SIAP MENERIMA SANKSI '
    "SESUAI PERATURAN PERUNDANG-UNDANGAN YANG BERLAKU”</p>"
)
PPID_PROFILE = (
    '<p>Pejabat Pengelola Informasi dan Dokumentasi (PPID) Unit dibentuk untuk memenuhi amanat Pasal 13 UU KIP.</p><table border="1"><tr><th>Jabatan Dinas</th><th>Jabatan dalam PPID</th></tr><tr><td>Kepala Kantor Kementerian Agama {place}</td><td>Atasan PPID</td></tr>'
    "<tr><td>Kepala Subbagian Tata Usaha</td><td>PPID Unit</td></tr><tr><td>Pranata Humas</td><td>Petugas Layanan Informasi</td></tr></table><p><b>Tugas PPID:</b></p><ul><li>menyediakan, menyimpan, mendokumentasikan dan mengamankan informasi;</li><li>memberikan pelayanan informasi sesuai aturan;</li>"
    "<li>menetapkan prosedur operasional penyebarluasan informasi;</li><li>melakukan uji konsekuensi bersama pejabat terkait.</li></ul>"
)
EXEMPT = (
    "<table><thead><tr><th>No</th><th>Jenis Informasi</th><th>Dasar Hukum Pengecualian</th><th>Konsekuensi</th><th>Jangka Waktu</th></tr></thead><tbody>"
    "<tr><td>1.</td><td>Biodata pegawai dan riwayat kesehatan</td><td>UU No. 14 Tahun 2008 Pasal 17 huruf h</td><td>Mengungkap rahasia pribadi</td><td>Selama menjadi ASN</td></tr>"
    "<tr><td>2.</td><td>Berkas perceraian dan isbat nikah</td><td>Pasal 17 huruf h</td><td>Mengungkap rahasia pribadi</td><td>Tidak terbatas</td></tr><tr><td>3.</td><td>Laporan hasil pemeriksaan sebelum tindak lanjut</td><td>Pasal 17 huruf i</td><td>Mengganggu proses</td><td>1 tahun</td></tr>"
    "<tr><td>4.</td><td>Soal dan kunci Asesmen Madrasah</td><td>Pasal 17 huruf j</td><td>Merugikan peserta</td><td>Sampai ujian berakhir</td></tr></tbody></table>"
)


def address(place: str, street: str, code: str, phone: str, mail: str) -> str:
    return (
        f"<p>Kantor Kementerian Agama {place}</p><p>{street}, {place} {code}</p><p>Telp/Fax. {phone}</p><p>{mail}</p>"
    )


def paper(
    title: str, place: str, year: int | str, *, pages: int = 8, issuer: str = "", scanned: bool = False, extra: str = ""
) -> bytes:
    """A PDF as offices make them; a scanned one has no text at all."""
    if scanned:
        return pdf(*("" for _ in range(pages)), drawing=True)
    head = issuer or f"KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR KEMENTERIAN AGAMA {place.upper()}"
    when = f"\nTAHUN {year}" if year else ""
    return pdf(
        f"{head}\n\n{title.upper()}{when}\n{extra}",
        *(f"{title}\nBAB {n}\nUraian dan tabel pendukung halaman {n}." for n in range(1, pages)),
    )


def decree(about: str, place: str, number: str, year: int) -> bytes:
    return pdf(
        f"KEPUTUSAN KEPALA KANTOR KEMENTERIAN AGAMA {place.upper()}\nNOMOR {number} TAHUN {year}\nTENTANG\n{about.upper()}\nDENGAN RAHMAT TUHAN YANG MAHA ESA\nMenimbang : a. bahwa dalam rangka tertib administrasi perlu ditetapkan keputusan;",
        "MEMUTUSKAN\nMenetapkan : KESATU : Menetapkan keputusan ini.\nKEDUA : Berlaku sejak tanggal ditetapkan.",
    )


DIP_HEADS = (
    "No",
    "Ringkasan Isi Informasi",
    "Pejabat/Unit yang Menguasai Informasi",
    "Penanggung Jawab Pembuatan",
    "Waktu dan Tempat Pembuatan",
    "Bentuk Informasi",
    "Jangka Waktu Penyimpanan",
)
DIP_NAMES = (
    "Profil Kantor", "Visi dan Misi", "Struktur Organisasi", "Profil Pejabat", "LHKPN/LHKASN", "Renstra", "Rencana Kerja Tahunan", "Perjanjian Kinerja", "DIPA", "RKA-K/L", "Laporan Keuangan", "Laporan Kinerja", "Data BMN", "Data Madrasah", "Data KUA", "Data Pondok Pesantren",
    "SOP Layanan", "Standar Pelayanan", "Laporan Layanan Informasi", "Perjanjian Kerja Sama", "Rekap Pengaduan", "Agenda Pimpinan", "Data Penyuluh", "Data Wakaf",
)  # fmt: skip


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], attributes: str = 'class="table table-striped"') -> str:
    return (
        f"<table {attributes}><thead><tr>{''.join(f'<th>{x}</th>' for x in heads)}</tr></thead><tbody>"
        + "".join("<tr>" + "".join(f"<td>{x}</td>" for x in row) + "</tr>" for row in rows) + "</tbody></table>"
    )  # fmt: skip


def dip(when: str, count: int = 20, attributes: str = 'class="table table-bordered"') -> str:
    return table(
        DIP_HEADS,
        [
            (str(i), n, "Subbag TU", "Kasubbag TU", when, "Hardcopy/Softcopy", "5 Tahun")
            for i, n in enumerate(DIP_NAMES[:count], 1)
        ],
        attributes,
    )


def tree(
    menu: Sequence[tuple[str, object]],
    ul: str = '<ul class="sub-menu">',
    li: str = '<li class="menu-item">',
    top: str = "",
) -> str:
    """A menu of nested lists; a parent with "#" when its target is a list."""
    out = []
    for label, target in menu:
        if isinstance(target, str):
            out.append(f'{li}<a href="{target}">{label}</a></li>')
        elif (
            isinstance(target, tuple)
            and len(target) == 2
            and isinstance(target[0], str)
            and isinstance(target[1], tuple)
            and target[1]
            and isinstance(target[1][0], tuple)
        ):
            out.append(f'{li}<a href="{target[0]}">{label}</a>{ul}{tree(target[1], ul, li)}</ul></li>')
        else:
            out.append(f'{li}<a href="#">{label}</a>{ul}{tree(target, ul, li)}</ul></li>')  # type: ignore[arg-type]
    return (top or "") + "".join(out)

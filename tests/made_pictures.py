"""Pictures as offices put them online, drawn with a fixed seed: posters, flow charts, tables, scans, with their truth.

Every picture knows the phrases a reader must find in it, and all its years and terms ("10 hari kerja"), so that
whatever else is read as one was read wrongly.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

_FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf",
    "C:/Windows/Fonts/arial.ttf",
    "/System/Library/Fonts/Supplemental/Arial.ttf",
)
_PLACES = ("Sukamaju", "Purbasari", "Karangsari", "Wanasari", "Tirtomulyo", "Girimukti", "Banjaran", "Sumberjaya")
_NAMES = (
    "H. Ahmad Fauzi, S.Ag., M.Pd.",
    "Dra. Hj. Siti Aminah, M.M.",
    "Drs. Bambang Wijaya, M.Si.",
    "H. Hasan, S.H.I.",
)
_SECTIONS = ("Pendidikan Madrasah", "Bimbingan Masyarakat Islam", "Pendidikan Agama Islam", "Penyelenggara Syariah")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TERM = re.compile(r"\b(\d+)\s*(?:\([^)]{1,30}\)\s*)?hari\s+kerja\b", re.I)


@dataclass(frozen=True, slots=True)
class Made:
    """A picture with what a reader must find in it."""

    name: str
    body: bytes
    text: str  # all it says
    keys: tuple[str, ...]  # what must be found

    @property
    def years(self) -> frozenset[str]:
        return years_in(self.text)

    @property
    def terms(self) -> frozenset[str]:
        return terms_in(self.text)


def years_in(text: str) -> frozenset[str]:
    """The years a text names."""
    return frozenset(_YEAR.findall(text))


def terms_in(text: str) -> frozenset[str]:
    """The numbers of working days a text grants."""
    return frozenset(_TERM.findall(text))


class _Sheet:
    """A sheet that is drawn on; what is written on it is remembered."""

    def __init__(self, size: tuple[int, int], paper: str, ink: str, chance: random.Random) -> None:
        self.image = Image.new("RGB", size, paper)
        self.draw = ImageDraw.Draw(self.image)
        self.ink, self.said = ink, [""]
        there = [path for path in _FONTS if Path(path).is_file()]
        self._font = chance.choice(["", *there])

    def font(self, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
        return ImageFont.truetype(self._font, size) if self._font else ImageFont.load_default(size)

    def write(self, at: tuple[float, float], text: str, size: int, ink: str = "", middle: bool = False) -> None:
        self.said.append(text)
        self.draw.text(at, text, fill=ink or self.ink, font=self.font(size), anchor="mm" if middle else "la")

    def wrapped(self, left: float, top: float, text: str, size: int, width: int, middle: bool = False) -> float:
        """Writes a paragraph; where it ends."""
        font, line = self.font(size), ""
        self.said.append(text)
        for word in [*text.split(), ""]:
            longer = f"{line} {word}".strip()
            if word and font.getlength(longer) <= width:
                line = longer
                continue
            at = (left + width / 2, top + size * 0.6) if middle else (left, top)
            self.draw.text(at, line, fill=self.ink, font=font, anchor="mm" if middle else "la")
            top, line = top + size * 1.3, word
        return top

    def made(self, name: str, keys: Sequence[str], kind: str = "PNG", quality: int = 80) -> Made:
        out = BytesIO()
        self.image.save(out, kind, **({"quality": quality} if kind != "PNG" else {}))
        return Made(name, out.getvalue(), "\n".join(self.said), tuple(keys))


def _maklumat(chance: random.Random) -> Made:
    place, year = chance.choice(_PLACES), chance.choice((2023, 2024, 2025, 2026))
    paper, ink = chance.choice((("white", "black"), ("#0b6b3a", "white"), ("#fdf6e3", "#1d3557"), ("#123c69", "#fff")))
    sheet = _Sheet((1000, 1300), paper, ink, chance)
    sheet.write((500, 120), "MAKLUMAT PELAYANAN", 64, middle=True)
    sheet.write((500, 200), f"Kantor Kementerian Agama Kabupaten {place}", 32, middle=True)
    text = (
        "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan,"
        " dan apabila tidak menepati janji ini kami siap menerima sanksi sesuai peraturan perundang-undangan."
    )
    end = sheet.wrapped(110, 330, text, 34, 780, middle=True)
    sheet.write((560, end + 120), f"{place}, 2 Januari {year}", 28)
    sheet.write((560, end + 165), "Kepala Kantor,", 28)
    sheet.write((560, end + 320), "H. Ahmad Fauzi, S.Ag.", 28)
    keys = ("maklumat pelayanan", f"kabupaten {place}", "sesuai standar pelayanan", "menerima sanksi", str(year))
    return sheet.made("maklumat", (*keys, "ahmad fauzi"), chance.choice(("PNG", "JPEG")))


def _alur(chance: random.Random) -> Made:
    days, more = chance.choice(((10, 7), (14, 7), (10, 14))), chance.random() < 0.5
    sheet = _Sheet((1400, 900), "white", "black", chance)
    sheet.write((700, 60), "ALUR PERMOHONAN INFORMASI PUBLIK", 44, middle=True)
    steps = (
        "Pemohon mengisi formulir permohonan dan menunjukkan KTP",
        "Petugas PPID mencatat dan memberi nomor pendaftaran",
        f"PPID menjawab paling lambat {days[0]} hari kerja sejak permohonan diterima",
        f"Jawaban dapat diperpanjang {days[1]} hari kerja dengan alasan tertulis",
        "Pemohon menerima informasi yang diminta",
        "Pemohon dapat mengajukan keberatan kepada atasan PPID",
    )
    for number, step in enumerate(steps):
        left, top = 60 + (number % 3) * 440, 170 + (number // 3) * 340
        sheet.draw.rounded_rectangle((left, top, left + 390, top + 250), 20, outline="#0b6b3a", width=4)
        sheet.write((left + 20, top + 14), str(number + 1), 34)
        sheet.wrapped(left + 30, top + 70, step, 28 if more else 32, 330)
        if number % 3 < 2:
            sheet.draw.line((left + 392, top + 125, left + 438, top + 125), fill="#0b6b3a", width=5)
    keys = ("alur permohonan informasi", "mengisi formulir permohonan", f"{days[0]} hari kerja", "nomor pendaftaran")
    return sheet.made("alur", (*keys, f"{days[1]} hari kerja", "mengajukan keberatan"))


def _hours(chance: random.Random) -> Made:
    first, last = chance.choice((("07.30", "16.00"), ("08.00", "15.30"), ("07.30", "15.00")))
    dark = chance.random() < 0.5
    sheet = _Sheet((1080, 1080), "#00573f" if dark else "white", "white" if dark else "#222", chance)
    sheet.write((540, 150), "JAM LAYANAN", 80, middle=True)
    sheet.write((540, 240), "Pelayanan Terpadu Satu Pintu (PTSP)", 40, middle=True)
    rows = (
        ("Senin - Kamis", f"{first} - {last} WIB"),
        ("Jumat", f"{first} - 16.30 WIB"),
        ("Istirahat", "12.00 - 13.00"),
    )
    for number, (day, time) in enumerate(rows):
        top = 380 + number * 110
        sheet.write((150, top), day, 40)
        sheet.write((560, top), time, 40)
    sheet.write((540, 850), "Telepon (0281) 890123", 38, middle=True)
    keys = ("jam layanan", "senin kamis", f"{first} {last} wib".replace(".", " "), "jumat", "0281 890123")
    return sheet.made("jam", (*keys, "pelayanan terpadu satu pintu"), "JPEG")


def _table(chance: random.Random) -> Made:
    year = chance.choice((2024, 2025, 2026))
    sheet = _Sheet((1500, 1000), "white", "black", chance)
    sheet.write((750, 60), "DAFTAR INFORMASI PUBLIK", 40, middle=True)
    sheet.write((750, 115), f"TAHUN {year}", 34, middle=True)
    columns = (60, 140, 720, 1080, 1440)
    rows = [("No", "Jenis Informasi", "Penanggung Jawab", "Waktu")]
    rows += [
        (str(number), name, "Subbagian Tata Usaha", chance.choice(("Berkala", "Setiap saat")))
        for number, name in enumerate(
            (
                "Laporan Kinerja",
                "Rencana Strategis",
                "Laporan Keuangan",
                "Daftar Aset",
                "Rencana Kerja",
                "Profil Kantor",
            ),
            1,
        )
    ]
    for number, row in enumerate(rows):
        top = 170 + number * 95
        for column, cell in zip(columns, row, strict=False):
            sheet.write((column + 12, top + 28), cell, 28)
        sheet.draw.rectangle((columns[0], top, columns[-1], top + 95), outline="black", width=2)
        for column in columns:
            sheet.draw.line((column, top, column, top + 95), fill="black", width=2)
    keys = ("daftar informasi publik", f"tahun {year}", "jenis informasi", "penanggung jawab", "laporan keuangan")
    return sheet.made(
        "tabel", (*keys, "rencana strategis", "setiap saat" if "Setiap saat" in sheet.said else "berkala")
    )


def _scan(chance: random.Random) -> Made:
    place, year, number = chance.choice(_PLACES), chance.choice((2023, 2024, 2025, 2026)), chance.randint(11, 989)
    sheet = _Sheet((1240, 1754), "white", "#1a1a1a", chance)
    sheet.write((620, 130), "KEMENTERIAN AGAMA REPUBLIK INDONESIA", 30, middle=True)
    sheet.write((620, 175), f"KANTOR KEMENTERIAN AGAMA KABUPATEN {place.upper()}", 28, middle=True)
    sheet.draw.line((140, 215, 1100, 215), fill="black", width=4)
    sheet.write((620, 300), "KEPUTUSAN KEPALA KANTOR KEMENTERIAN AGAMA", 26, middle=True)
    sheet.write((620, 345), f"NOMOR {number} TAHUN {year}", 26, middle=True)
    sheet.write((620, 400), "TENTANG", 26, middle=True)
    sheet.write((620, 445), "PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI", 26, middle=True)
    paragraphs = (
        "Menimbang : bahwa untuk melaksanakan pelayanan informasi publik yang cepat, tepat waktu, dan sederhana perlu"
        " menetapkan Pejabat Pengelola Informasi dan Dokumentasi.",
        "Mengingat : 1. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
        "MEMUTUSKAN : Menetapkan Pejabat Pengelola Informasi dan Dokumentasi sebagaimana tercantum dalam lampiran.",
        "KEDUA : Permohonan dijawab paling lambat 10 (sepuluh) hari kerja sejak diterima.",
    )
    top = 540.0
    for paragraph in paragraphs:
        top = sheet.wrapped(150, top, paragraph, 25, 940) + 30
    sheet.write((720, top + 70), f"Ditetapkan di {place}", 25)
    sheet.write((720, top + 110), f"pada tanggal 3 Maret {year}", 25)
    sheet.write((720, top + 270), chance.choice(_NAMES), 25)
    angle = chance.choice((-2.4, -1.3, -0.6, 0.8, 1.7, 2.6))
    image = sheet.image.rotate(angle, Image.Resampling.BICUBIC, fillcolor="#e8e8e4")
    image = image.filter(ImageFilter.GaussianBlur(chance.choice((0.4, 0.7, 1.0))))
    sheet.image = _noisy(image, chance)
    keys = ("keputusan kepala kantor", f"nomor {number} tahun {year}", "pejabat pengelola informasi", f"3 maret {year}")
    more = (f"kabupaten {place}", "hari kerja", "undang undang nomor 14 tahun 2008")
    return sheet.made("pindaian", (*keys, *more), "JPEG", chance.choice((55, 70, 85)))


def _cover(chance: random.Random) -> Made:
    place, year = chance.choice(_PLACES), chance.choice((2022, 2023, 2024, 2025))
    sheet = _Sheet((1240, 1754), chance.choice(("#f4f1ea", "#dff0e4", "#ffffff")), "#0d2b20", chance)
    sheet.draw.ellipse((520, 180, 720, 380), outline="#0b6b3a", width=10)
    sheet.write((620, 560), "LAPORAN KINERJA", 76, middle=True)
    sheet.write((620, 650), "INSTANSI PEMERINTAH", 56, middle=True)
    sheet.write((620, 760), f"TAHUN {year}", 68, middle=True)
    sheet.write((620, 1480), "KANTOR KEMENTERIAN AGAMA", 44, middle=True)
    sheet.write((620, 1550), f"KABUPATEN {place.upper()}", 44, middle=True)
    keys = ("laporan kinerja", "instansi pemerintah", f"tahun {year}", "kantor kementerian agama", f"kabupaten {place}")
    return sheet.made("sampul", keys, "JPEG")


def _officials(chance: random.Random) -> Made:
    sheet = _Sheet((1600, 1000), "white", "black", chance)
    sheet.write((800, 60), "STRUKTUR ORGANISASI", 46, middle=True)
    names = list(_NAMES)
    chance.shuffle(names)
    places = [(800, 210), (280, 520), (800, 520), (1320, 520)]
    roles = ["Kepala Kantor", *(f"Kepala Seksi {name}" for name in chance.sample(_SECTIONS, 3))]
    for (x, y), role, name in zip(places, roles, names, strict=True):
        sheet.draw.rectangle((x - 245, y - 85, x + 245, y + 85), outline="#0b6b3a", width=4)
        half = role if len(role) < 22 else "Kepala Seksi"
        sheet.write((x, y - 48), half, 25, middle=True)
        if half != role:
            sheet.write((x, y - 10), role.removeprefix("Kepala Seksi "), 25, middle=True)
        sheet.write((x, y + 38), name, 25, middle=True)
    short = tuple(re.sub(r"^(?:H|Drs|Dra|Hj)\.\s*|^(?:Hj)\.\s*", "", name).split(",")[0] for name in names[:3])
    return sheet.made("struktur", ("struktur organisasi", "kepala kantor", "kepala seksi", *short))


def _tall(chance: random.Random) -> Made:
    days = chance.choice((10, 14))
    sheet = _Sheet((720, 2900), "#eef7f2", "#10312b", chance)
    sheet.write((360, 90), "HAK PEMOHON INFORMASI", 44, middle=True)
    rows = (
        "Melihat dan mengetahui informasi publik",
        "Mendapatkan salinan informasi melalui permohonan",
        f"Menerima jawaban dalam {days} hari kerja",
        "Mengajukan keberatan bila permohonan ditolak",
        "Mengajukan sengketa ke Komisi Informasi",
        "Menyebarluaskan informasi sesuai peraturan",
    )
    for number, row in enumerate(rows):
        top = 260 + number * 430
        sheet.draw.ellipse((60, top, 150, top + 90), fill="#0b6b3a")
        sheet.write((105, top + 45), str(number + 1), 40, "white", middle=True)
        sheet.wrapped(190, top + 10, row, 36, 470)
    keys = (
        "hak pemohon informasi",
        "salinan informasi",
        f"{days} hari kerja",
        "mengajukan keberatan",
        "komisi informasi",
    )
    return sheet.made("infografik", keys)


def _photo(chance: random.Random) -> Made:
    """A paper on a board, photographed from the side."""
    made = _maklumat(chance)
    with Image.open(BytesIO(made.body)) as opened:
        paper = opened.convert("RGB")
    width, height = paper.size
    lean = chance.choice((40, 70))
    corners = (0, 0, -lean, height, width + lean, height, width, 0)
    bent = paper.transform((width, height), Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    scene = Image.new("RGB", (width + 300, height + 200), "#7a6a58")
    scene.paste(bent, (150, 100))
    scene = scene.filter(ImageFilter.GaussianBlur(0.8)).resize((975, 1125))
    out = BytesIO()
    _noisy(scene, chance).save(out, "JPEG", quality=72)
    return Made("foto papan", out.getvalue(), made.text, made.keys)


def _shrunk(chance: random.Random) -> Made:
    """A flow chart as messengers pass it on: small, and compressed hard."""
    made = _alur(chance)
    with Image.open(BytesIO(made.body)) as opened:
        small = opened.convert("RGB").resize((840, 540), Image.Resampling.LANCZOS)
    out = BytesIO()
    small.save(out, "JPEG", quality=45)
    return Made("alur kecil", out.getvalue(), made.text, made.keys)


def _turned(chance: random.Random) -> Made:
    """A scan that went into the file upside down or sideways."""
    made = _scan(chance)
    with Image.open(BytesIO(made.body)) as opened:
        turned = opened.transpose(
            chance.choice((Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270))
        )
    out = BytesIO()
    turned.save(out, "JPEG", quality=75)
    return Made("pindaian terbalik", out.getvalue(), made.text, made.keys)


def _noisy(image: Image.Image, chance: random.Random) -> Image.Image:
    """A picture with the grain and the grey of a scanner or a camera."""
    grain = Image.frombytes("L", image.size, chance.randbytes(image.width * image.height)).convert("RGB")
    return Image.blend(image, grain, chance.choice((0.06, 0.1, 0.14)))


def wordless(number: int) -> bytes:
    """A photo without a word: light, shapes and grain."""
    chance = random.Random(f"foto {number}")
    image = Image.new("RGB", (1200, 800), chance.choice(("#87a7c7", "#b7c7a0", "#c7b299")))
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y, size = chance.randint(0, 1200), chance.randint(0, 800), chance.randint(20, 220)
        colour = tuple(chance.randint(30, 230) for _ in range(3))
        shape: Callable[..., None] = chance.choice((draw.ellipse, draw.rectangle))
        shape((x, y, x + size, y + chance.randint(20, 220)), fill=colour)
    out = BytesIO()
    _noisy(image.filter(ImageFilter.GaussianBlur(3)), chance).save(out, "JPEG", quality=75)
    return out.getvalue()


def pictures(most: int = 8) -> list[Made]:
    """All pictures, at most so many of a kind: the same on every machine with the same fonts."""
    kinds = (
        (_maklumat, 6),
        (_alur, 6),
        (_hours, 5),
        (_table, 5),
        (_scan, 8),
        (_cover, 4),
        (_officials, 4),
        (_tall, 3),
        (_photo, 4),
        (_shrunk, 4),
        (_turned, 4),
    )
    found = []
    for make, count in kinds:
        for number in range(min(count, most)):
            made = make(random.Random(f"{make.__name__} {number}"))
            found.append(Made(f"{made.name} {number + 1}", made.body, made.text, made.keys))
    return found

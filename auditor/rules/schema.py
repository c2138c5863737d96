"""The form of a rule file: strict pydantic models, one parameters model per check kind.

Keys are English because each is a field here; values are Indonesian. ``auditor rules schema`` prints the JSON
Schema made from these classes, and ``docs/cek/`` has one page per check kind made from their descriptions.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from math import prod
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny, StringConstraints, field_validator, model_validator

from auditor.model import OfficeKind, Outcome

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$")]
Result = Annotated[Outcome, Field(strict=False)]  # TOML has no enums: the word stands for the outcome


class Strict(BaseModel):
    """A model that refuses unknown keys and never converts one type into another.

    Its validator is built by whoever first reads a rule: the processes that judge are handed rules already read.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class LegalBasis(Strict):
    """One citation. ``verified``: whether somebody read the words in the source; "kebijakan" is a choice, no law."""

    source: Text = Field(description="Sumber hukum, misalnya 'UU 14/2008'")
    article: str = Field("", description="Pasal, ayat, huruf")
    verified: Literal["terbaca", "sekunder", "perlu dicek", "kebijakan"] = Field(
        description="Status verifikasi kutipan; 'kebijakan' = pilihan paket, bukan ketentuan"
    )


class Fact(Strict):
    """Something a text must say, in any of several ways."""

    name: Text = Field(description="Nama unsur, dipakai pada catatan temuan")
    any: list[Text] = Field(
        default_factory=list, description="Frasa; salah satu cukup; kata utuh, tanpa peduli tanda baca"
    )
    regex: list[Text] = Field(
        default_factory=list, description="Pola (regex) pada teks asli, huruf besar-kecil diabaikan"
    )
    pictured: list[Text] = Field(
        default_factory=list, description="Nama gambar yang memperlihatkannya, misalnya bagan; teksnya tidak terbaca"
    )

    @field_validator("regex")
    @classmethod
    def _compiles(cls, patterns: list[str]) -> list[str]:
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"pola {pattern!r} tidak dapat dibaca: {error}") from None
        return patterns

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not self.any and not self.regex:
            raise ValueError("isi 'any' atau 'regex'")
        return self


_CHOICE = re.compile(r"\(([^()]*)\)")
_MOST_NAMES = 1_000


def spelled_out(name: str) -> list[str]:
    """Every name that one with choices stands for: "(Alur|Prosedur) Keberatan" is two, "(Cara|) Permohonan" too."""
    pieces = _CHOICE.split(name)
    choices = [[piece] for piece in pieces]
    for at in range(1, len(pieces), 2):
        choices[at] = pieces[at].split("|") if "|" in pieces[at] else [f"({pieces[at]})"]
    if prod(map(len, choices)) > _MOST_NAMES:
        raise ValueError(f"nama {name!r} berarti lebih dari {_MOST_NAMES} nama")
    return list(dict.fromkeys(" ".join("".join(chosen).split()) for chosen in product(*choices)))


class Match(Strict):
    """Which links, pages, headings and documents a rule speaks of."""

    labels: list[Text] = Field(
        default_factory=list, description="Nama baku dan sinonim; cocok bila ada di dalam label sebagai kata utuh"
    )
    weak: list[Text] = Field(
        default_factory=list, description="Nama yang terlalu umum; cocok hanya bila menjadi seluruh label"
    )
    under: list[Text] = Field(
        default_factory=list, description="Bila diisi, nama pada 'weak' hanya sah di bawah menu, judul, atau bagian ini"
    )
    elsewhere: list[Text] = Field(
        default_factory=list,
        description="Nama halaman lain yang kadang memuat isinya; dihitung hanya bila isinya sebagian atau lebih",
    )
    announcements: bool = Field(
        False, description="Pengumuman yang judulnya memuat salah satu nama ikut dinilai; berita tetap tidak"
    )
    exclude: list[Text] = Field(default_factory=list, description="Label yang memuat frasa ini tidak dianggap")

    @field_validator("labels", "weak", "elsewhere", "exclude")
    @classmethod
    def _choices(cls, names: list[str]) -> list[str]:
        return list(dict.fromkeys(one for name in names for one in spelled_out(name)))


class Quality(Strict):
    """Parameters every content check shares."""

    parent: Result = Field(Outcome.LINK_ONLY, description="Nilai bila hanya ada pada situs Kanwil atau Kementerian")
    nil: bool = Field(False, description="Apakah pernyataan nihil yang bertanggal sah sebagai jawaban")
    own_place: bool = Field(False, description="Isi harus menyebut nama kabupaten/kota sendiri; bila tidak: sebagian")
    not_about: list[Text] = Field(
        default_factory=list, description="Halaman atau dokumen yang judulnya memuat ini membahas hal lain"
    )
    facts: list[Fact] = Field(default_factory=list, description="Unsur isi yang dicari")
    full_facts: int = Field(0, ge=0, description="Jumlah unsur untuk 'lengkap' (0 = tidak disyaratkan)")
    partial_facts: int = Field(0, ge=0, description="Jumlah unsur untuk 'sebagian'; di bawahnya: tautan_saja")
    fatal: list[Fact] = Field(default_factory=list, description="Bila salah satu ada, isinya keliru: tidak_ada")
    passing: list[Text] = Field(
        default_factory=list,
        description="Halaman lain yang memuat salah satu kata ini dan cukup banyak unsurnya dinilai sebagian",
    )

    @model_validator(mode="after")
    def _counts(self) -> Self:
        if max(self.full_facts, self.partial_facts) > len(self.facts):
            raise ValueError(f"full_facts/partial_facts melebihi jumlah [[quality.facts]] ({len(self.facts)})")
        if self.partial_facts > self.full_facts:
            raise ValueError("partial_facts tidak boleh lebih besar daripada full_facts")
        return self


class Currency(Quality):
    """Parameters for content that ages with the calendar."""

    cycle: str = Field("", description="Nama jatuh tempo pada kalender _paket.toml; kosong = tidak menua")
    undated: Result = Field(Outcome.PARTIAL, description="Nilai bila tahunnya tidak dapat dipastikan")
    max_age_years: int = Field(0, ge=0, description="Lebih tua daripada ini = basi (0 = tidak berlaku)")
    cycle_years: int = Field(0, ge=0, description="Tahun dalam satu periode terlambat; 0 = sama dengan max_age_years")
    period: bool = Field(False, description="Dokumen berperiode (Renstra): periodenya harus mencakup hari audit")
    grace_until: date | None = Field(None, description="Masa tenggang untuk periode yang sudah berakhir")


class PageQuality(Currency):
    """A page of text: visi misi, tugas, sejarah, prosedur, maklumat."""

    min_words: int = Field(40, ge=0, description="Kata pada isi sendiri agar tidak dianggap kosong")
    min_items: int = Field(0, ge=0, description="Atau: butir daftar yang cukup walau katanya kurang")
    people: int = Field(0, ge=0, description="Pasangan nama-jabatan untuk 'lengkap'")
    partial_people: int = Field(0, ge=0, description="Pasangan nama-jabatan untuk 'sebagian'")
    unit: list[Fact] = Field(
        default_factory=list,
        description="Satuan yang sudah menjawab: satu saja bernilai sebagian; pada halaman bernama lain wajib ada",
    )
    own_text: bool = Field(
        False, description="Teks atas nama Kementerian yang tidak menyebut kantor sendiri paling tinggi sebagian"
    )
    image: Result = Field(Outcome.PARTIAL, description="Nilai bila isinya hanya gambar")
    document: Result = Field(Outcome.COMPLETE, description="Nilai bila isinya berupa berkas (PDF) milik sendiri")


class ListingQuality(Currency):
    """A page that lists entries, each with a working target of the office's own."""

    full_items: int = Field(ge=1, description="Butir dengan tautan berfungsi untuk 'lengkap'")
    partial_items: int = Field(1, ge=1, description="Butir untuk 'sebagian'")
    named: list[Fact] = Field(
        default_factory=list, description="Kelompok butir yang dihitung; kosong = semua butir dihitung"
    )
    must: list[Fact] = Field(default_factory=list, description="Butir yang harus ada untuk 'lengkap'")
    outdated: list[Fact] = Field(
        default_factory=list, description="Butir lama: bila ada tanpa butir pada 'must', hasilnya basi"
    )
    recency_days: int = Field(0, ge=0, description="Tidak ada butir yang lebih baru daripada ini = basi")
    cycle_days: int = Field(0, ge=0, description="Hari dalam satu periode terlambat; 0 = sama dengan recency_days")
    text_items: Result = Field(Outcome.PARTIAL, description="Nilai bila butirnya hanya teks tanpa tautan")
    document: Result = Field(Outcome.PARTIAL, description="Nilai bila daftar hanya berupa satu berkas")
    menu: Result = Field(Outcome.PARTIAL, description="Nilai bila butirnya hanya tersusun sebagai menu, tanpa halaman")
    anywhere: bool = Field(False, description="Butir dihitung dari seluruh situs, tidak hanya dari halaman khusus")


class DocumentQuality(Currency):
    """A document of the office's own: annual reports, plans, decisions."""

    min_pages: int = Field(0, ge=0, description="Halaman PDF agar dianggap dokumen sungguhan")
    min_bytes: int = Field(0, ge=0, description="Atau: ukuran berkas yang cukup")
    parts: list[Fact] = Field(
        default_factory=list, description="Bagian yang harus lengkap; sebagian bila hanya ada beberapa"
    )
    table: Result = Field(Outcome.COMPLETE, description="Nilai bila isinya tabel pada halaman")
    page: Result = Field(Outcome.PARTIAL, description="Nilai bila isinya teks pada halaman")
    image: Result = Field(Outcome.PARTIAL, description="Nilai bila isinya hanya gambar")
    scanned: Result = Field(
        Outcome.COMPLETE, description="Nilai bila berkasnya pindaian tanpa teks tetapi nama dan tahunnya jelas"
    )
    quarter: bool = Field(False, description="Dokumen triwulanan: triwulan terbaru paling tua 6 bulan")
    min_count: int = Field(1, ge=1, description="Jumlah berkas untuk 'lengkap'")


class TableQuality(DocumentQuality):
    """A table, on a page or inside a document: DIP, DIK, statistics, lists of units."""

    columns: list[Fact] = Field(default_factory=list, description="Kolom yang dikenali")
    min_columns: int = Field(0, ge=0, description="Kolom untuk 'lengkap'")
    min_rows: int = Field(3, ge=1, description="Baris untuk 'lengkap'")
    partial_rows: int = Field(1, ge=1, description="Baris untuk 'sebagian'")

    @model_validator(mode="after")
    def _columns(self) -> Self:
        if self.min_columns > len(self.columns):
            raise ValueError(f"min_columns melebihi jumlah [[quality.columns]] ({len(self.columns)})")
        return self


class FormQuality(Quality):
    """An online form on the office's own site."""

    fields: list[Fact] = Field(min_length=1, description="Isian yang dikenali")
    min_fields: int = Field(4, ge=1, description="Isian untuk 'lengkap'")
    cloud: Result = Field(Outcome.COMPLETE, description="Nilai untuk Google Form dan sejenisnya")
    download: Result = Field(Outcome.PARTIAL, description="Nilai bila hanya formulir untuk diunduh")
    procedure: Result = Field(Outcome.LINK_ONLY, description="Nilai bila hanya ada tata cara tanpa formulir")
    form_alone: Result = Field(Outcome.COMPLETE, description="Nilai bila ada formulir tetapi unsur isi kurang")
    telling: list[Text] = Field(
        default_factory=list, description="Kata yang semuanya harus ada agar formulir tanpa nama indikator dikenali"
    )


class FactsQuality(Strict):
    """A contact fact printed on the site, footer included."""

    fact: Literal["alamat", "telepon_surel", "jam", "medsos"] = Field(description="Fakta yang dicari")
    minimum: int = Field(1, ge=1, description="Jumlah untuk 'lengkap'")


class ChannelQuality(PageQuality):
    """A service channel: the office's own page, or the national system that is the legal channel."""

    hosts: list[Text] = Field(default_factory=list, description="Kanal nasional yang diakui, misalnya 'lapor.go.id'")
    named_hosts: list[Text] = Field(
        default_factory=list, description="Kanal nasional yang diakui hanya bila tautannya bernama indikator ini"
    )
    host_outcome: Result = Field(Outcome.COMPLETE, description="Nilai tautan ke kanal nasional")
    deep: bool = Field(
        False, description="Tautan ke kanal nasional harus langsung ke satuan kerja sendiri; beranda saja = sebagian"
    )
    items: int = Field(0, ge=0, description="Layanan (butir) yang disebut untuk 'lengkap'")
    app: Result = Field(Outcome.PARTIAL, description="Nilai bila hanya ada halaman masuk aplikasi")
    outside: Result = Field(
        Outcome.LINK_ONLY, description="Nilai tautan bernama demikian ke aplikasi di situs lain yang tidak dikenal"
    )
    banner: Result = Field(Outcome.MISSING, description="Nilai spanduk (gambar) bernama demikian tanpa kanalnya")


class Step(Strict):
    """One step of a measured scale: up to ``max`` (days, or share missing) earns ``points``."""

    max: float
    points: float = Field(ge=0, le=1)


class FreshnessQuality(Strict):
    """A measure of the news."""

    measure: Literal["usia", "frekuensi", "kesinambungan", "tanggal_jelas", "pengumuman", "agenda"]
    steps: list[Step] = Field(default_factory=list, description="Skala hari -> poin")
    window_days: int = Field(30, ge=1)
    target: float = Field(12, gt=0, description="Jumlah atau bagian untuk poin penuh")
    weeks: int = Field(12, ge=1)
    ahead_days: int = Field(60, ge=0, description="Agenda: sejauh apa ke depan")
    per_day: int = Field(3, ge=1, description="Berita pada satu hari yang paling banyak dihitung (unggahan massal)")


class TechnicalQuality(Strict):
    """A technical measure."""

    measure: Literal["https", "domain", "tautan_rusak", "menu_kosong", "ponsel", "aksesibilitas", "pencarian"]
    steps: list[Step] = Field(default_factory=list)
    hosts: dict[str, float] = Field(default_factory=dict, description="Akhiran host -> poin; '' = lainnya")
    max_seconds: float = 15.0


class FlagQuality(Strict):
    """A red flag: never scored, always shown."""

    kinds: list[Literal["nik", "kk", "rekening", "judi", "retas"]] = Field(min_length=1)
    min_strength: float = Field(0.5, ge=0, le=1)


class ManualQuality(Strict):
    """Judged by a person only; "tidak dapat diperiksa" until a correction says otherwise."""

    question: Text


class ExamplePage(Strict):
    """One page of an example's small site."""

    path: str = Field("/", description="Alamat pada situs contoh; '/' = beranda; boleh alamat lengkap di host lain")
    html: str
    status: int = 200


class ExampleFile(Strict):
    """One document of an example's small site; only what a reader would see of it."""

    path: str
    kind: Literal["pdf", "docx", "xlsx", "gambar", "awan"] = "pdf"
    text: str = ""
    pages: int = 4
    size: int = 400_000
    scanned: bool = False
    broken: bool = False
    login: bool = False
    rows: list[list[str]] = Field(default_factory=list, description="Isi lembar (xlsx) atau tabel")


class Example(Strict):
    """A small site and the outcome the rule must give. What the example does not define answers 404."""

    name: Text
    kind: Literal["met", "unmet", "trap"]
    expect: Result
    points: float | None = Field(None, description="Untuk indikator terukur: poin yang diharapkan")
    today: date = date(2026, 11, 22)
    office: str = "Kankemenag Kabupaten Purbalingga"
    url: str = "https://purbalingga.kemenag.go.id"
    html: str = Field("", description="Isi beranda; singkatan dari satu [[example.page]] dengan path '/'")
    page: list[ExamplePage] = Field(default_factory=list)
    file: list[ExampleFile] = Field(default_factory=list)
    blocked: list[str] = Field(default_factory=list, description="Alamat yang dibuka tetapi dihalangi")
    unopened: list[str] = Field(default_factory=list, description="Alamat yang tidak sempat dibuka")
    tls: Literal["sah", "rantai_dilengkapi", "usang", "tidak_terverifikasi", "tanpa_tls"] = "sah"
    seconds: float = 0.4


_QUALITIES: dict[str, type[Strict]] = {
    "page": PageQuality,
    "listing": ListingQuality,
    "document": DocumentQuality,
    "table": TableQuality,
    "form": FormQuality,
    "facts": FactsQuality,
    "channel": ChannelQuality,
    "freshness": FreshnessQuality,
    "technical": TechnicalQuality,
    "flag": FlagQuality,
    "manual": ManualQuality,
}
CHECK_KINDS = tuple(_QUALITIES)
QUALITIES = dict(_QUALITIES)


class Rule(Strict):
    """One indicator. The file's name is the id."""

    id: Id
    title: Text
    category: Text
    required: bool
    weight: float = Field(ge=0)
    effort: int = Field(ge=0, description="Perkiraan waktu perbaikan, menit")
    since: Text = Field("1.0.0", description="Versi paket yang pertama memuat indikator ini")
    applies_to: list[Annotated[OfficeKind, Field(strict=False)]] = Field(
        default_factory=lambda: list(OfficeKind), description="Jenis kantor: kabupaten, kota, kanwil, kua, lain"
    )
    legal_basis: list[LegalBasis] = Field(min_length=1)
    why: Text
    how_to_fix: Text
    check: Literal[
        "page", "listing", "document", "table", "form", "facts", "channel", "freshness", "technical", "flag", "manual"
    ]
    match: Match = Match()
    quality: SerializeAsAny[Strict]
    example: list[Example] = Field(min_length=3)

    @model_validator(mode="before")
    @classmethod
    def _quality_of_its_check(cls, data: object) -> object:
        if isinstance(data, dict) and isinstance(data.get("quality", {}), dict):
            model = QUALITIES.get(str(data.get("check")))
            if model is not None:
                return {**data, "quality": model.model_validate(data.get("quality", {}))}
        return data

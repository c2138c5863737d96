"""sites.csv (or .xlsx) -> the offices to audit; every fault is told at once, with row, column and a good example."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit, urlunsplit

from auditor.inputs.names import RESERVED, fits_a_file
from auditor.inputs.sheet import Row, Sheet, listed, read_sheet
from auditor.model import OfficeKind, Site
from auditor.problems import InputError, Problem

COLUMNS: Final = (
    "id",
    "nama",
    "jenis",
    "provinsi",
    "wilayah",
    "kode_wilayah",
    "url",
    "ppid_url",
    "host_tambahan",
    "aktif",
    "catatan",
    "tidak_berlaku",
)
REQUIRED: Final = ("nama", "url")
HEADER_EXAMPLE: Final = "id,nama,jenis,provinsi,wilayah,kode_wilayah,url,ppid_url,host_tambahan,aktif,catatan"

_URL_EXAMPLE: Final = "https://purbalingga.kemenag.go.id"
_NOTHING: Final = frozenset({"", "-", "--", "–", "—", "n/a", "belum ada", "tidak ada", "kosong"})
_YES: Final = frozenset({"", "ya", "y", "aktif", "true", "1"})
_NO: Final = frozenset({"tidak", "t", "tdk", "tidak aktif", "nonaktif", "false", "0"})
_RULE_ID: Final = re.compile(r"[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*")
_LABEL: Final = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SiteList:
    """The offices of a list and what was odd in it without being wrong (Indonesian sentences)."""

    sites: tuple[Site, ...]
    warnings: tuple[str, ...] = ()


def read_sites(path: Path, indicators: Collection[str] = ()) -> tuple[Site, ...]:
    """The offices in a list. InputError with every fault of it."""
    return read_site_list(path, indicators).sites


def read_site_list(path: Path, indicators: Collection[str] = ()) -> SiteList:
    """The offices in a list, with warnings. ``indicators``: ids that ``tidak_berlaku`` may name (empty: any)."""
    sheet = read_sheet(path, REQUIRED, COLUMNS, HEADER_EXAMPLE)
    problems = list(sheet.problems)
    sites: list[tuple[Row, Site]] = []
    for row in sheet.rows:
        reader = _Reader(path.name, row, frozenset(indicators))
        site = reader.site()
        problems += reader.problems
        sites.append((row, site))
    if not sheet.rows and not problems:
        problems.append(Problem(path.name, "Daftar ini tidak memuat satu kantor pun.", 2, example=_row_example()))
    sites = _with_ids(sites)
    problems += _duplicate_ids(path.name, sites)
    if problems:
        raise InputError(sorted(problems, key=lambda problem: problem.line or 0))
    found = _one_spelling([site for _, site in sites])
    return SiteList(tuple(found), _warnings(path.name, sheet, sites))


def site_from_url(url: str) -> Site:
    """A site for ``auditor check URL``, named by its host. InputError for an unusable address."""
    reader = _Reader("URL", Row(0, {"url": url}), frozenset())
    address = reader.address("url")
    if reader.problems or not address:
        found = reader.problems or [Problem("URL", "Alamat kosong.", example=_URL_EXAMPLE)]
        raise InputError(replace(problem, line=None, column="") for problem in found)
    host = urlsplit(address).netloc
    return Site(id=_slug(host), name=host, kind=OfficeKind.KABUPATEN, url=address)


class _Reader:
    """Reads one row, collecting its problems."""

    def __init__(self, file: str, row: Row, indicators: frozenset[str]) -> None:
        self._file, self._row, self._indicators = file, row, indicators
        self.problems: list[Problem] = []

    def site(self) -> Site:
        name = self._row["nama"]
        if not name:
            self._fault("nama", "Nama kantor kosong.", example="Kankemenag Kabupaten Purbalingga")
        return Site(
            id=self._id(),
            name=name,
            kind=self._kind(name),
            url=self.address("url"),
            province=self._row["provinsi"],
            area=self._row["wilayah"],
            region_code=re.sub(r"\.0+$", "", self._row["kode_wilayah"]),
            ppid_url=self.address("ppid_url"),
            extra_hosts=self._hosts(),
            active=self._active(),
            note=self._row["catatan"],
            not_applicable=self._switched_off(),
        )

    def _fault(self, column: str, message: str, found: str = "", allowed: str = "", example: str = "") -> None:
        self.problems.append(Problem(self._file, message, self._row.line, column, found[:120], allowed, example))

    def _id(self) -> str:
        text = self._row["id"].lower()
        if text and not fits_a_file(text, 80):
            allowed = "huruf kecil, angka, titik, garis bawah, dan tanda hubung (dipakai sebagai nama berkas)"
            self._fault("id", "Id ini tidak dapat dipakai.", text, allowed, _slug(text) or "kab-purbalingga")
        return text

    def _kind(self, name: str) -> OfficeKind:
        text = self._row["jenis"].lower()
        if not text:
            words = name.lower().split()
            return next(
                (kind for kind in (OfficeKind.KANWIL, OfficeKind.KOTA) if kind.value in words), OfficeKind.KABUPATEN
            )
        try:
            return OfficeKind(text)
        except ValueError:
            self._fault("jenis", "Jenis kantor tidak dikenal.", text, ", ".join(OfficeKind), "kabupaten")
            return OfficeKind.KABUPATEN

    def _active(self) -> bool:
        text = self._row["aktif"].lower()
        if text not in _YES | _NO:
            self._fault("aktif", "Isi kolom ini tidak dikenal.", text, "ya, tidak", "ya")
        return text not in _NO

    def _switched_off(self) -> tuple[str, ...]:
        ids = listed(self._row["tidak_berlaku"].lower())
        for rule_id in ids:
            if not _RULE_ID.fullmatch(rule_id) or (self._indicators and rule_id not in self._indicators):
                allowed = "id indikator dipisahkan spasi atau titik koma (lihat: auditor rules list)"
                self._fault("tidak_berlaku", "Id indikator tidak dikenal.", rule_id, allowed, "berkala.agenda")
        return ids

    def address(self, column: str) -> str:
        """The address in a column, completed and tidied; "" when there is none."""
        text = self._row[column]
        if text.lower() in _NOTHING:
            return ""
        if column == "ppid_url" and text.startswith("/") and not text.startswith("//"):
            base = self._row["url"]
            text = urljoin(base if "//" in base else f"https://{base}", text)
        fault, address = _tidy(text)
        if fault:
            self._fault(column, fault, text, "satu alamat situs (http atau https)", _URL_EXAMPLE)
        return address

    def _hosts(self) -> tuple[str, ...]:
        text = self._row["host_tambahan"]
        if text.lower() in _NOTHING:
            return ()
        hosts = []
        for entry in listed(text.lower()):
            fault, address = _tidy(entry)
            if fault:
                self._fault("host_tambahan", fault, entry, "nama host dipisahkan spasi", "ppid.kemenagtuban.id")
            else:
                hosts.append(urlsplit(address).netloc)
        return tuple(dict.fromkeys(hosts))


def _tidy(text: str) -> tuple[str, str]:
    """(what is wrong, address): one of them is empty. https is put in front of a bare host."""
    if " " in text or "," in text or ";" in text:
        return "Isinya lebih dari satu alamat, atau alamatnya mengandung spasi.", ""
    if "://" not in text:
        text = f"https://{text.lstrip('/')}"
    try:
        parts = urlsplit(text)
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return "Alamat ini tidak dapat dibaca.", ""
    if parts.scheme.lower() not in ("http", "https"):
        return f"Alamat dengan awalan '{parts.scheme}:' bukan alamat situs.", ""
    if "@" in parts.netloc:
        return "Ini tampaknya alamat surel atau memuat nama pengguna.", ""
    if not _usable(host):
        return "Alamat ini tidak memuat nama situs yang utuh.", ""
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port is None else f"{shown}:{port}"
    path = parts.path if parts.path.strip("/") else ""  # the last slash of a folder tells some servers what is asked
    return "", urlunsplit((parts.scheme.lower(), netloc, path, parts.query, ""))


def _usable(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        ip_address(host)
        return True
    except ValueError:
        labels = host.split(".")
        return (
            len(labels) > 1
            and all(_LABEL.fullmatch(x) for x in labels)
            and not labels[-1].isdigit()
            and len(host) < 254
        )


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")


def _with_ids(sites: list[tuple[Row, Site]]) -> list[tuple[Row, Site]]:
    """The sites, those without an id given one made from the name; the same list always gives the same ids."""
    taken = {site.id for _, site in sites}
    named = []
    for row, site in sites:
        if not site.id:
            stem = _slug(re.sub(r"(?i)\b(kankemenag|kantor|kementerian agama|kemenag)\b", " ", site.name))
            stem = re.sub(r"^kabupaten-", "kab-", stem) or "kantor"
            stem = f"situs-{stem}" if stem in RESERVED else stem
            made = next(x for n in range(1, len(sites) + 2) if (x := stem if n == 1 else f"{stem}-{n}") not in taken)
            taken.add(made)
            site = replace(site, id=made)
        named.append((row, site))
    return named


def _duplicate_ids(file: str, sites: list[tuple[Row, Site]]) -> list[Problem]:
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, site in sites:
        rows[site.id].append(row.line)
    message = "Id ini sudah dipakai pada baris {}."
    return [
        Problem(
            file, message.format(lines[0]), line, "id", site_id, "id yang berbeda untuk tiap kantor", f"{site_id}-2"
        )
        for site_id, lines in rows.items()
        for line in lines[1:]
    ]


def _one_spelling(sites: list[Site]) -> list[Site]:
    """The sites with provinsi and wilayah spelled as where they first stand: capitals make no second group."""

    def first_spelling(values: list[str]) -> Callable[[str], str]:
        seen: dict[str, str] = {}
        for value in values:
            seen.setdefault(value.casefold(), value)
        return lambda value: seen[value.casefold()]

    province = first_spelling([site.province for site in sites])
    area = first_spelling([site.area for site in sites])
    return [replace(site, province=province(site.province), area=area(site.area)) for site in sites]


def _warnings(file: str, sheet: Sheet, sites: list[tuple[Row, Site]]) -> tuple[str, ...]:
    found = []
    if sheet.ignored:
        found.append(f"{file}: kolom yang tidak dikenal diabaikan: {', '.join(sheet.ignored)}.")
    lines: dict[str, int] = {}
    for row, site in sites:
        key = site.url.partition("://")[2].removeprefix("www.")
        if key and key in lines:
            found.append(f"{file}, baris {row.line}: alamat {site.url} sama dengan baris {lines[key]}.")
        lines.setdefault(key, row.line)
    return tuple(found)


def _row_example() -> str:
    return "kab-purbalingga,Kankemenag Kabupaten Purbalingga,kabupaten,Jawa Tengah,,3303," + _URL_EXAMPLE

"""auditor.toml: letterhead, signer, contact, deadline and formats of the reports.

Keys are Indonesian because the humas officer writes this file. Every fault is told at once, with its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from auditor.problems import InputError, Problem, parsed_toml, reason, toml_fault

FORMATS = ("html", "pdf", "csv", "json", "xlsx", "wa", "kirim", "pptx")
FILE_NAME = "auditor.toml"
_LOGO_TYPES = (".png", ".jpg", ".jpeg", ".svg")
_LOGO_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Config:
    """What the reports need to know besides the scorecards. The defaults print no letterhead."""

    institution: str = ""
    address: str = ""
    city: str = ""
    logo: Path | None = None
    signer_name: str = ""
    signer_nip: str = ""  # 18 digits
    signer_title: str = ""
    contact: str = ""
    crawler_contact: str = ""
    deadline: date | None = None
    deadline_days: int = 21  # after the last site was crawled, where no date is given
    formats: tuple[str, ...] = ("html", "pdf", "csv", "json", "xlsx", "wa", "kirim")
    findings: bool = False  # whether all findings follow on further pages of each card's PDF

    def deadline_after(self, finished: date | None) -> date | None:
        """The day by which offices are asked to mend; None when nothing was crawled and no date is set."""
        if self.deadline is not None:
            return self.deadline
        return finished + timedelta(days=self.deadline_days) if finished is not None else None


#: table -> key -> (Config field, what is allowed, a good example)
_KEYS: Mapping[str, Mapping[str, tuple[str, str, str]]] = {
    "kop": {
        "instansi": ("institution", "teks", 'instansi = "Kanwil Kementerian Agama Provinsi Jawa Tengah"'),
        "alamat": ("address", "teks", 'alamat = "Jalan Contoh Nomor 1, Semarang"'),
        "kota": ("city", "teks", 'kota = "Semarang"'),
        "logo": ("logo", "gambar utuh PNG, JPG, atau SVG sesuai akhirannya, paling besar 2 MB", 'logo = "logo.png"'),
    },
    "penandatangan": {
        "nama": ("signer_name", "teks", 'nama = "Nama Lengkap, S.Ag."'),
        "nip": ("signer_nip", "18 angka dalam tanda kutip", 'nip = "198001012005011001"'),
        "jabatan": ("signer_title", "teks", 'jabatan = "Kepala Bagian Tata Usaha"'),
    },
    "kontak": {
        "humas": ("contact", "teks", 'humas = "humas@example.go.id"'),
        "crawler": ("crawler_contact", "surel atau alamat web", 'crawler = "humas@example.go.id"'),
    },
    "tindak_lanjut": {
        "tenggat": ("deadline", "tanggal tanpa tanda kutip", "tenggat = 2026-12-18"),
        "hari": ("deadline_days", "bilangan bulat 1 sampai 365", "hari = 21"),
    },
    "laporan": {
        "format": (
            "formats",
            "daftar dari: " + ", ".join(FORMATS),
            'format = ["html", "pdf", "csv", "json", "xlsx", "wa"]',
        ),
        "temuan": ("findings", "true atau false", "temuan = true"),
    },
}


def load_config(path: Path | None = None) -> Config:
    """The settings of a file; without a path those of ./auditor.toml, or the defaults where there is none.

    Raises InputError with every fault.
    """
    if path is None:
        path = Path(FILE_NAME)
        if not path.is_file():
            return Config()
    name = path.name
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = parsed_toml(text)
    except OSError as error:
        raise InputError([Problem(str(path), f"Berkas tidak dapat dibuka: {reason(error)}.")]) from None
    except UnicodeDecodeError:
        raise InputError(
            [Problem(name, "Berkas bukan teks UTF-8. Simpan ulang dengan Notepad, pilih UTF-8.")]
        ) from None
    except ValueError as error:
        raise InputError([_syntax(name, str(error))]) from None
    return _Reader(name, path.parent, text).read(data)


def _syntax(name: str, message: str) -> Problem:
    line = re.search(r"at line (\d+)", message)
    return Problem(
        name,
        toml_fault(message)[0] or "Tulisannya tidak dapat dibaca sebagai TOML.",
        line=int(line[1]) if line else None,
        allowed='kunci = "nilai", dengan tanda kutip untuk teks',
        example='kota = "Semarang"',
    )


def _is_picture(kind: str, data: bytes) -> bool:
    """Whether bytes are a whole picture of the kind that a file's ending says; what is inside, the printer judges."""
    if kind == ".png":
        return data.startswith(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") and b"IEND" in data[-64:]
    if kind == ".svg":
        try:
            return ElementTree.fromstring(data).tag.rpartition("}")[2] == "svg"
        except ElementTree.ParseError:
            return False
    return data.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in data[-4096:]


class _Reader:
    """Reads one file, gathering problems on the way."""

    def __init__(self, name: str, folder: Path, text: str) -> None:
        self._name, self._folder, self._lines = name, folder, text.splitlines()
        self._problems: list[Problem] = []

    def read(self, data: Mapping[str, Any]) -> Config:
        values: dict[str, Any] = {}
        for table, rows in data.items():
            if table not in _KEYS or not isinstance(rows, dict):
                self._unknown(table, "", tuple(_KEYS), f"[{next(iter(_KEYS))}]")
                continue
            for key, value in rows.items():
                if key not in _KEYS[table]:
                    self._unknown(key, table, tuple(_KEYS[table]), next(iter(_KEYS[table].values()))[2])
                    continue
                field, allowed, example = _KEYS[table][key]
                good = self._value(field, value)
                if good is None:
                    self._add(table, key, "Nilainya tidak sesuai.", repr(value)[:80], allowed, example)
                else:
                    values[field] = good
        if self._problems:
            raise InputError(self._problems)
        return Config(**values)

    def _value(self, field: str, value: object) -> object | None:
        """The value as the field wants it; None when it does not fit."""
        if field == "formats":
            wanted = value if isinstance(value, list) else []
            return tuple(wanted) if wanted and all(v in FORMATS for v in wanted) else None
        if field == "findings":
            return value if isinstance(value, bool) else None
        if field == "deadline":
            return value if isinstance(value, date) and not isinstance(value, datetime) else None
        if field == "deadline_days":
            return value if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 365 else None
        if not isinstance(value, str):
            return None
        value = " ".join(value.split())
        if not value.isprintable():
            return None  # control characters; no sheet and no page can hold them
        if field == "signer_nip" and value:
            digits = value.replace(" ", "")
            return digits if re.fullmatch(r"\d{18}", digits) else None
        if field == "logo":
            return self._logo(value)
        return value

    def _logo(self, value: str) -> Path | None:
        path = self._folder / value
        kind = path.suffix.lower()
        fits = kind in _LOGO_TYPES and path.is_file() and path.stat().st_size <= _LOGO_BYTES
        return path if fits and _is_picture(kind, path.read_bytes()) else None

    def _unknown(self, key: str, table: str, known: tuple[str, ...], example: str) -> None:
        near = get_close_matches(key, known, 1)
        message = "Kunci ini tidak dikenal." if table else "Bagian ini tidak dikenal."
        if near:
            message += f" Maksudnya '{near[0]}'?"
        self._add(table, key, message, key, ", ".join(known), example)

    def _add(self, table: str, key: str, message: str, found: str, allowed: str, example: str) -> None:
        self._problems.append(Problem(self._name, message, self._line(table, key), key, found, allowed, example))

    def _line(self, table: str, key: str) -> int | None:
        """Where a key of a table stands; a table itself where ``table`` is empty."""
        inside = not table
        for number, line in enumerate(self._lines, 1):
            heading = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
            if heading:
                inside = heading[1] == table
                if not table and heading[1] == key:
                    return number
            elif inside and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
                return number
        return None

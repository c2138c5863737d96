"""What bad sites show in place of content: dead links, placeholders, spam, generic accounts."""

from __future__ import annotations

from zlib import crc32

from auditor.demo.office import Office
from auditor.demo.personas import Persona

SPAM_TITLE = "SLOT GACOR MAXWIN: Situs Togel Online Resmi Login"

_PLACEHOLDERS = (
    "<p>Belum ada data.</p>",
    "<p>Data belum tersedia.</p>",
    "<p>Konten sedang dalam proses penyusunan.</p>",
    "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut "
    "labore et dolore magna aliqua. Ut enim ad minim veniam, quis "
    "nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat.</p>",
    '<table class="table"><thead><tr><th>No</th><th>Nama Dokumen</th><th>Tahun</th><th>Unduh</th></tr></thead><tbody>'
    '<tr><td colspan="4">Belum ada dokumen yang tersedia.</td></tr></tbody></table>',
    "<p>COMING SOON...</p>",
)
_SPAM_WORDS = (
    "slot gacor hari ini",
    "togel online",
    "judi online terpercaya",
    "maxwin scatter hitam",
    "bandar slot 88",
    "live casino",
)


def placeholder(slug: str) -> str:
    """The placeholder a page shows; another one for another page, the same every time."""
    return _PLACEHOLDERS[crc32(slug.encode()) % len(_PLACEHOLDERS)]


def address(slug: str, dead: str) -> str:
    """What a hollow menu entry leads to: nowhere, a script, or an address that is not there."""
    return ("#", dead, "javascript:void(0)", dead)[crc32(slug.encode()) % 4]


def file(key: str, dead: str) -> str | None:
    """What a hollow download leads to: nowhere, a button without address (None), or a file that is not there."""
    return ("#", None, dead)[crc32(key.encode()) % 3]


def drive(office: str, key: str) -> str:
    """An address of Google Drive's form; the file does not exist."""
    return f"https://drive.google.com/file/d/1Contoh{crc32(office.encode()):08x}{crc32(key.encode()):08x}KIP/view?usp=sharing"


def spam_block() -> str:
    """Links to gambling sites that a visitor does not see. The hosts are under .invalid: they lead nowhere."""
    links = " ".join(f'<a href="https://{word.replace(" ", "-")}.invalid/">{word}</a>' for word in _SPAM_WORDS * 3)
    return f'<div style="position:absolute;left:-9999px;height:1px;overflow:hidden">{links}</div>'


def footer(persona: Persona) -> str:
    """A footer's extra: hidden spam, or the sample text a template came with."""
    if persona.spam:
        return spam_block()
    if persona.links == "hampa":
        return '<p>[Alamat Lengkap] Telp. (0351) 1234567 email@example.com <a href="https://facebook.com/#">Facebook</a></p>'
    return ""


def social(office: Office, persona: Persona) -> list[dict[str, str]]:
    """An office's own accounts; none for a persona without."""
    if not persona.social:
        return []
    handle = "kemenag" + office.place.lower().replace(" ", "")
    return [
        {"label": "Facebook", "url": f"https://www.facebook.com/{handle}"},
        {"label": "Instagram", "url": f"https://www.instagram.com/{handle}"},
        {"label": "YouTube", "url": f"https://www.youtube.com/@{handle}"},
    ]

"""Kept copies of pages for people: a plain, script-free reading of what the archive holds, with the quotes marked.

The WARC stays the proof; these pages only make it easy to open in front of everyone. Nothing of the site's code
survives: the text is rebuilt from a short list of tags, every attribute but a link's address is dropped, and the
page may load nothing.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import re
from collections.abc import Callable, Collection, Iterable
from html import escape
from pathlib import Path

from markupsafe import Markup
from selectolax.lexbor import LexborNode

from auditor.data import table
from auditor.language.characters import visible
from auditor.model import Evidence, Fetch, Finding, Scorecard
from auditor.read.page.charset import decode
from auditor.read.page.markup import tree_of
from auditor.report.findings import Proof, Shown, show
from auditor.report.privacy import mask, private_rules
from auditor.report.templates import render
from auditor.report.wording import clip
from auditor.report.writing import card_file, write_text
from auditor.rules.pack import Pack
from auditor.work.reading import WorkerCrash, reading

_LOG = logging.getLogger(__name__)
_KEEP = frozenset(
    re.split(
        r"\s+",
        "h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table thead tbody tfoot tr th td caption blockquote pre strong b em i "
        "br hr figure figcaption address time small sub sup nav footer",
    )
)
_DROP = frozenset(
    re.split(
        r"\s+",
        "script style noscript template svg math canvas object embed iframe frame audio video source head meta link "
        "base input textarea select button option",
    )
)
_BLOCKS = frozenset(re.split(r"\s+", "div section article main header aside form fieldset center"))
LIST = "daftar.html"  # leads to an office's kept pages
_LIMIT = 150_000  # characters of rebuilt text: 38 offices fit on a stick


def page_name(record_id: str) -> str:
    """The file name of the kept copy of an archive record."""
    return hashlib.sha256(record_id.encode("utf-8")).hexdigest()[:16] + ".html"


def digest_of(fetch: Fetch) -> str:
    """The SHA-256 of what a record holds: the page's bytes, of a rendered page what the browser made of them."""
    return hashlib.sha256(fetch.body).hexdigest()


def write_evidence_pages(
    folder: Path, card: Scorecard, pack: Pack, fetch_of: Callable[[str], Fetch | None]
) -> list[Path]:
    """The written ``bukti/<id>/*.html``: a page per record that a finding of the card points at, then their list.

    ``fetch_of`` gives a record of the site's archive (``lambda id: read_record(warc, id)``), None or KeyError where
    it has none. Call it before ``write_reports``, whose recap links to the lists it finds. Records behind privacy flags
    are left out; long numbers are masked on all pages.
    """
    private = private_rules(pack)
    secret = {e.record_id for f in card.findings if f.rule_id in private for e in evidence_of(f)}
    wanted: dict[str, list[tuple[str, str]]] = {}
    kept = folder / "bukti" / card_file(card.site.id)
    found = show(card, pack)
    for shown in found:
        for evidence in evidence_of(shown.finding):
            if evidence.record_id and evidence.record_id not in secret:
                wanted.setdefault(evidence.record_id, []).append((shown.title, evidence.quote))
    written = []
    for record_id, uses in wanted.items():
        try:
            fetch = fetch_of(record_id)
        except (KeyError, OSError, ValueError):
            fetch = None
        if fetch is None or not fetch.body:
            continue
        try:
            written.append(write_text(kept / page_name(record_id), evidence_page(card, fetch, uses)))
        except OSError:
            raise  # a full disk: the other copies would not be written either
        except Exception:  # noqa: BLE001 - one hostile page must not cost the round its other copies
            _LOG.exception("halaman tersimpan %s dari %s tidak dapat disusun", record_id, card.site.id)
    if written:
        written.append(write_text(kept / LIST, evidence_list(card, pack, {path.name for path in written})))
    return written


def evidence_list(card: Scorecard, pack: Pack, there: Collection[str], home: str = "rekap") -> str:
    """The page that leads from an office's findings to their kept copies, those in ``there``.

    ``home`` is where it leads back to, a key of [tersimpan.kembali] in laporan.toml.
    """
    rows: dict[str, list[tuple[Shown, list[tuple[Proof, str]]]]] = {category: [] for category in pack.categories}
    for shown in show(card, pack):
        proofs = (*shown.proofs, *((shown.nearest,) if shown.nearest else ()))
        evidence = tuple(evidence_of(shown.finding))
        names = [page_name(one.record_id) if one.record_id else "" for one in evidence]
        copies = [(proof, name) for proof, name in zip(proofs, names, strict=True) if name in there]
        if copies:
            rows.setdefault(shown.finding.category, []).append((shown, copies))
    back = table("laporan")["tersimpan"]["kembali"][home]
    return render(
        "bukti.html.j2", card=card, kembali=back, temuan=[(category, own) for category, own in rows.items() if own]
    )


def evidence_of(finding: Finding) -> Iterable[Evidence]:
    """What proves a finding, and after it what came nearest, in the order in which they are shown."""
    yield from finding.evidence[:3]
    if finding.nearest is not None:
        yield finding.nearest


def evidence_page(card: Scorecard, fetch: Fetch, uses: Iterable[tuple[str, str]]) -> str:
    """The readable copy of one record as a whole HTML page."""
    uses = tuple(uses)
    try:
        title, body, picture = reading.do(_copy, fetch)
    except WorkerCrash:
        title, picture, body = "", "", f"<p>{escape(table('laporan')['tersimpan']['terlalu_berat'])}</p>"
    for quote in dict.fromkeys(quote for _, quote in uses if quote):
        body = _marked(body, quote)
    address = fetch.final_url or fetch.url
    page = render(
        "tersimpan.html.j2",
        live=address if mask(address) == address else "",
        digest=digest_of(fetch),
        card=card,
        fetch=fetch,
        uses=uses,
        title=mask(title),
        body=Markup(body),
        picture=picture,
        url=mask(address),
        file=card_file(card.site.id),
    )
    return visible(page)


def _copy(fetch: Fetch) -> tuple[str, str, str]:
    """What is read of a record's bytes: title, body, picture. Call it where time and memory are limited."""
    return *_content(fetch), _picture(fetch)


def _picture(fetch: Fetch) -> str:
    """The page's picture as an address that holds it; "" for none, or where it could show what the text masks."""
    if not fetch.screenshot:
        return ""
    tree = tree_of(decode(fetch.body))
    text = tree.body.text() if tree.body is not None else ""
    if mask(text) != text:
        return ""
    return "data:image/webp;base64," + base64.b64encode(fetch.screenshot).decode("ascii")


def _content(fetch: Fetch) -> tuple[str, str]:
    """(title, safe HTML) of what a record holds: the page's text, or what can be read of a document."""
    if "html" in fetch.media_type or fetch.body[:400].lstrip()[:1] == b"<":
        tree = tree_of(decode(fetch.body))
        title = tree.css_first("title")
        parts: list[str] = []
        _rebuild(tree.body, parts, [0])
        return (title.text(strip=True) if title is not None else ""), "".join(parts)
    from auditor.read.files.documents import read_document

    document = read_document(fetch.body, fetch.media_type, fetch.final_url or fetch.url)
    size = f"{len(fetch.body) / 1024:.0f}".replace(",", ".")
    text = mask(document.text[:_LIMIT])
    told = f"<h1>{escape(clip(document.title or fetch.label or 'Dokumen', 160))}</h1><p class='g'>Dokumen, {size} KB"
    told += f", {document.pages} halaman" if document.pages else ""
    told += "</p>"
    if not text.strip():
        told += "<p>Teksnya tidak dapat dibaca (misalnya pindaian); buka berkas aslinya dari rekaman.</p>"
    return document.title, told + "".join(
        f"<p>{escape(' '.join(p.split()))}</p>" for p in re.split(r"\n\s*\n", text) if p.strip()
    )


def _rebuild(node: LexborNode | None, parts: list[str], used: list[int], depth: int = 0) -> None:
    """Appends the safe form of a node's children; ``used`` counts characters against the limit."""
    child = node.child if node is not None else None
    while child is not None and used[0] < _LIMIT:
        tag = (child.tag or "").lower()
        if tag == "-text":
            text = escape(mask(child.text(deep=True) or ""))
            used[0] += len(text)
            parts.append(text)
        elif tag == "img":
            alt = (child.attributes.get("alt") or "").strip()
            parts.append(f' <span class="g">[gambar{": " + escape(mask(clip(alt, 120))) if alt else ""}]</span> ')
        elif tag not in _DROP and not tag.startswith(("-", "_", "!")) and depth < 200:
            opened, closed = _wrapping(tag, child)
            parts.append(opened)
            used[0] += len(opened)
            _rebuild(child, parts, used, depth + 1)
            parts.append(closed)
        child = child.next


def _wrapping(tag: str, node: LexborNode) -> tuple[str, str]:
    if tag in ("br", "hr"):
        return f"<{tag}>", ""
    if tag in _KEEP:
        return f"<{tag}>", f"</{tag}>"
    if tag == "a":
        href = (node.attributes.get("href") or "").strip()
        if href.lower().startswith(("http://", "https://")) and len(href) < 2000:
            return f'<a href="{escape(mask(href), quote=True)}" rel="noopener noreferrer">', "</a>"
        told = "tanpa tujuan" if not href else "javascript" if ":" in href else href
        return f'<u title="{escape(clip(mask(told), 120), quote=True)}">', "</u>"
    return ("<div>", "</div>") if tag in _BLOCKS else ("", "")


def _marked(body: str, quote: str) -> str:
    """The page with the first passage that reads like the quote marked, where it stands inside one run of text."""
    words = escape(" ".join(mask(quote).strip(" …").split())[:200], quote=True).split(" ")
    if not words or not words[0]:
        return body
    for count in range(len(words), min(len(words), 4) - 1, -1):  # a quote may be cut in the middle of a word
        found = re.search(r"\s+".join(re.escape(w) for w in words[:count]), body, re.IGNORECASE)
        if found and ("<" not in found[0] and body.rfind("<", 0, found.start()) <= body.rfind(">", 0, found.start())):
            return body[: found.start()] + "<mark>" + found[0] + "</mark>" + body[found.end() :]
    return body

"""Kept copies of pages for people: a plain, script-free reading of what the archive holds, with the quotes marked.

The WARC stays the proof; these pages only make it easy to open in front of everyone. What was read of a record comes
safe and tidied (``auditor.read.copies``), and the page may load nothing.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable, Collection, Iterable
from html import escape
from pathlib import Path

from markupsafe import Markup

from auditor.data import table
from auditor.language.characters import visible
from auditor.model import Copy, Evidence, Fetch, Finding, Scorecard
from auditor.report.findings import Proof, Shown, show
from auditor.report.privacy import mask, private_rules
from auditor.report.templates import render
from auditor.report.wording import clip
from auditor.report.writing import card_file, write_text
from auditor.rules.pack import Pack

_LOG = logging.getLogger(__name__)
#: a record's readable copy, its texts tidied by a function; None for one that is too heavy
Copied = Callable[[Fetch, Callable[[str], str]], Copy | None]

LIST = "daftar.html"  # leads to an office's kept pages


def page_name(record_id: str) -> str:
    """The file name of the kept copy of an archive record."""
    return hashlib.sha256(record_id.encode("utf-8")).hexdigest()[:16] + ".html"


def digest_of(fetch: Fetch) -> str:
    """The SHA-256 of what a record holds: the page's bytes, of a rendered page what the browser made of them."""
    return hashlib.sha256(fetch.body).hexdigest()


def write_evidence_pages(
    folder: Path, card: Scorecard, pack: Pack, fetch_of: Callable[[str], Fetch | None], copied: Copied
) -> list[Path]:
    """The written ``bukti/<id>/*.html``: a page per record that a finding of the card points at, then their list.

    ``fetch_of`` gives a record of the site's archive (``lambda id: read_record(warc, id)``), None or KeyError where
    it has none; ``copied`` is ``auditor.limited.copy_of``. Call it before ``write_reports``, whose recap links to the
    lists it finds. Records behind privacy flags are left out; long numbers are masked on all pages.
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
            written.append(write_text(kept / page_name(record_id), evidence_page(card, fetch, uses, copied)))
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


def evidence_page(card: Scorecard, fetch: Fetch, uses: Iterable[tuple[str, str]], copied: Copied) -> str:
    """The readable copy of one record as a whole HTML page."""
    uses = tuple(uses)
    copy = copied(fetch, mask)
    body = _told(fetch, copy)
    for quote in dict.fromkeys(quote for _, quote in uses if quote):
        body = _marked(body, quote)
    address = fetch.address
    page = render(
        "tersimpan.html.j2",
        live=address if mask(address) == address else "",
        digest=digest_of(fetch),
        card=card,
        fetch=fetch,
        uses=uses,
        title=mask(copy.title) if copy is not None else "",
        body=Markup(body),
        picture=copy.picture if copy is not None else "",
        url=mask(address),
        file=card_file(card.site.id),
    )
    return visible(page)


def _told(fetch: Fetch, copy: Copy | None) -> str:
    """What stands below the head of a copy."""
    words = table("laporan")["tersimpan"]
    if copy is None:
        return f"<p>{escape(words['terlalu_berat'])}</p>"
    if not copy.document:
        return copy.body
    size = words["ukuran"].format(ukuran=f"{len(fetch.body) / 1024:.0f}")
    pages = words["halaman"].format(halaman=copy.pages) if copy.pages else ""
    head = f"<h1>{escape(clip(copy.title or fetch.label or words['dokumen'], 160))}</h1><p class='g'>{size}{pages}</p>"
    return head + (copy.body or f"<p>{escape(words['tanpa_teks'])}</p>")


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

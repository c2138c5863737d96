"""The shelf of stored pages: another origin, without the desk's cookie, scripts or form, read-only.

What an office's site sent is hostile. It is shown as the reports show it (rebuilt from a short list of tags) and, on
top of that, in a frame of another origin whose policy lets nothing run and nothing load (CSP ``sandbox``). The
folder's name is a secret: other programs of this machine do not know it.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from auditor.data import table
from auditor.desk.place import card_of
from auditor.limited import copy_of
from auditor.model import Scorecard
from auditor.proof import snapshot_of
from auditor.report.evidence import evidence_of, evidence_page
from auditor.report.figures import Round
from auditor.snapshot import SnapshotError, read_record

if TYPE_CHECKING:
    from auditor.desk.server import Desk

QUOTE: Final = "kutipan"  # the place in a stored page that its frame opens at


class Shelf:
    """The ASGI app of the stored pages; ``desk_origin`` alone may show them, ``host`` is the shelf's own address."""

    def __init__(self, desk: Desk, desk_origin: str, host: str) -> None:
        self._desk, self._host = desk, host
        self._policy = (
            "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
            f"form-action 'none'; frame-ancestors {desk_origin}"
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        answer = await run_in_threadpool(self._answer, scope)
        answer.headers["Content-Security-Policy"] = self._policy
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.headers["Cache-Control"] = "no-store"
        await answer(scope, receive, send)

    def _answer(self, scope: Scope) -> Response:
        words = table("meja")["rak"]
        parts = scope["path"].split("/")[1:]
        known = len(parts) == 5 and hmac.compare_digest(parts[0].encode(), self._desk.keys.shelf.encode())
        if not known or scope["method"] != "GET" or Headers(scope=scope).get("host") != self._host:
            return PlainTextResponse(str(words["tak_ada"]), 404)
        found = self._finding(*parts[1:4])
        if found is None:
            return PlainTextResponse(str(words["tak_ada"]), 404)
        round_, card = found
        finding = next(f for f in card.findings if f.rule_id == parts[3])
        proofs = tuple(evidence_of(finding))
        if not parts[4].isdigit() or int(parts[4]) >= len(proofs) or finding.rule_id in round_.private:
            return PlainTextResponse(str(words["tak_ada"]), 404)
        proof = proofs[int(parts[4])]
        warc = snapshot_of(self._desk.place.out, card)
        if warc is None:
            return PlainTextResponse(str(words["tanpa_rekaman"]), 404)
        try:
            fetch = read_record(warc, proof.record_id)
        except (SnapshotError, KeyError, OSError, ValueError):
            return PlainTextResponse(str(words["tanpa_rekaman"]), 404)
        shown = evidence_page(card, fetch, [(finding.title, proof.quote)], copy_of)
        return HTMLResponse(shown.replace("<mark>", f'<mark id="{QUOTE}">', 1))  # our own tag: a page's are left out

    def _finding(self, round_id: str, site_id: str, rule_id: str) -> tuple[Round, Scorecard] | None:
        round_ = self._desk.history.round(round_id)
        card = card_of(round_, site_id)
        if round_ is None or card is None or all(f.rule_id != rule_id for f in card.findings):
            return None
        return round_, card

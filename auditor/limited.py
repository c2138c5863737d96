"""Readers of foreign bytes behind the limits of ``auditor.work``: what is too heavy for them costs one file.

The readers themselves are pure and bounded by counts, so that the same file is too heavy everywhere. The limits are for
what nobody thought of.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from auditor.model import Copy, Fetch
from auditor.observations import Document, DocumentProblem
from auditor.read import copies
from auditor.read.files import documents
from auditor.read.page import html
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.charset import decode
from auditor.read.page.markup import risky
from auditor.work.reading import WorkerCrash, reading

_log = logging.getLogger(__name__)


def read_document(body: bytes, media_type: str, url: str) -> Document:
    """The document in a body as ``auditor.read.files.documents`` reads it; one that exceeds the limits is too heavy."""
    try:
        document = reading.do(documents.read_document, body, media_type, url)
    except WorkerCrash as error:
        _log.info("%s is too heavy: %s", url, error)
        return documents.too_heavy(body, media_type, url)
    wrong = document.problem in (DocumentProblem.BROKEN, DocumentProblem.EMPTY)
    return documents.too_heavy(body, media_type, url) if wrong and reading.strained else document


def copy_of(fetch: Fetch, tidy: Callable[[str], str]) -> Copy | None:
    """The readable copy of what a record holds, its texts tidied by a module-level function; None for a heavy one."""
    try:
        return reading.do(copies.copy_of, fetch, tidy)
    except WorkerCrash as error:
        _log.info("%s is too heavy: %s", fetch.url, error)
        return None


def may_be_heavy(body: bytes) -> bool:
    """Whether a page had better be parsed behind the limits: for most it is not worth the way."""
    return risky(decode(body))


def parse(body: bytes, url: str) -> Anatomy | None:
    """The anatomy of a page, parsed behind the limits; None for one that exceeds them.

    What is parsed here will be read by others, so it must leave them room.
    """
    try:
        anatomy = reading.do(html.parse, body, url)
    except WorkerCrash as error:
        _log.info("%s is too heavy: %s", url, error)
        return None
    return None if reading.strained else replace(anatomy, risky=True)

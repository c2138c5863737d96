"""Every status has words: what it is called, what it means, what the office should do, what the auditor did."""

from __future__ import annotations

import pytest

from auditor.data import table
from auditor.model import FetchStatus, SiteState
from auditor.status import status_text

#: nothing to do for the office
FINE = {"ok", "hidup", "jebakan", "alamat_ganda"}


@pytest.mark.parametrize("status", [*FetchStatus, *SiteState], ids=str)
def test_every_status_is_explained(status: FetchStatus | SiteState) -> None:
    text = status_text(status)
    assert text.label and text.meaning.endswith(".") and text.action.endswith(".")
    assert (text.advice == "") is (status.value in FINE)
    assert len(text.label) <= 80


def test_no_word_is_left_over() -> None:
    assert set(table("status")) == {status.value for status in (*FetchStatus, *SiteState)}


def test_labels_tell_the_statuses_apart() -> None:
    labels = [entry["sebab"] for entry in table("status").values()]
    assert len(set(labels)) == len(labels)


def test_within_a_sentence_a_cause_begins_small_and_keeps_its_acronyms() -> None:
    assert status_text(FetchStatus.WAF).inline == "dihalangi tembok pengaman situs (WAF)"
    assert status_text(FetchStatus.TLS_LEGACY).inline.startswith("HTTPS memakai")
    assert status_text(FetchStatus.NEEDS_JAVASCRIPT).inline.endswith("dengan JavaScript")

"""Every status has words: what it is called, what it means, what the office should do, what the auditor did."""

from __future__ import annotations

import re

import pytest

from auditor.checks.judgement import status_label
from auditor.data import table
from auditor.model import FetchStatus, SiteState
from auditor.status import status_text

#: nothing to do for the office
FINE = {"ok", "hidup", "alamat_ganda", "salinan"}


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
    assert status_text(FetchStatus.WAF).inline == "dihalangi pengaman situs"
    assert status_text(FetchStatus.TLS_EXPIRED).inline == "sertifikat keamanan (HTTPS) kedaluwarsa"
    assert status_text(FetchStatus.NEEDS_JAVASCRIPT).inline.endswith("(JavaScript)")


#: What only a programmer would say; HTTPS and JavaScript stand beside the plain words for those who mend.
_JARGON = re.compile(
    r"_|\b(waf|dns|tls|ssl|http|url|host|robots|timeout|cache|crawl\w*|\dxx|\d{3}|anggaran|html)\b", re.I
)


@pytest.mark.parametrize("status", FetchStatus, ids=str)
def test_a_status_is_told_in_plain_words_wherever_a_note_names_it(status: FetchStatus) -> None:
    told = status_label(status)
    assert told and not _JARGON.search(told), told
    assert told == status_text(status).inline


OURS = {
    FetchStatus.OUT_OF_BUDGET, FetchStatus.TRAP, FetchStatus.INTERNAL_ERROR, FetchStatus.TOO_LARGE,
    FetchStatus.DEADLINE, FetchStatus.INTERRUPTED, FetchStatus.WRONG_TYPE, FetchStatus.DUPLICATE,
    FetchStatus.NEEDS_JAVASCRIPT, FetchStatus.TOO_HEAVY, FetchStatus.COPY,
}  # fmt: skip


@pytest.mark.parametrize("status", FetchStatus, ids=str)
def test_no_office_is_asked_to_mend_the_auditors_own_limit(status: FetchStatus) -> None:
    text = status_text(status)
    assert text.ours is (status in OURS)
    if text.ours and text.advice:
        assert text.advice.startswith(
            ("Tidak ada yang perlu diperbaiki kantor", "Tidak ada yang wajib diperbaiki kantor")
        )
        assert "Kanwil" in text.advice

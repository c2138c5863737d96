"""Markup is parsed within bounds, and ordinary markup whole."""

from __future__ import annotations

import time

import pytest

from auditor.read.page.markup import bounded, tree_of


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<table><tr><td>", "<path/>", "<font><i>", "<object><p>", "<h1>"])
def test_endless_nesting_costs_no_time(tag: str) -> None:
    begin = time.process_time()
    tree_of(tag * 300_000)
    assert time.process_time() - begin < 20  # what grows with its square takes minutes


@pytest.mark.parametrize(
    "markup",
    [
        "<li>butir" * 50_000,
        "<p>paragraf" * 50_000,
        "<table>" + "<tr><td>sel" * 20_000,
        "<div><span>kotak</span></div>" * 20_000,
        "<svg>" + '<path d="M0 0"/>' * 20_000 + "</svg>",
        '<a href="/x">tautan' * 20_000,
    ],
)
def test_long_pages_that_nest_little_are_kept_whole(markup: str) -> None:
    assert bounded(markup) == markup

"""Pages made to harm their reader: what makes a parser build far more than is written, or take far longer."""

from __future__ import annotations

from collections.abc import Callable

Make = Callable[[], bytes]


def numbered(unit: bytes, count: int) -> bytes:
    """A unit again and again, with its number for every %d in it."""
    return b"".join(unit.replace(b"%d", b"%d" % n) for n in range(count))


PAGES: dict[str, Make] = {
    "forty thousand options": lambda: b"<select>" + b"<option>x" * 40_000 + b"</select>",
    "forty thousand attributes": lambda: b"<div " + numbered(b"a%d=1 ", 40_000) + b">isi</div>",
    "forty thousand attributes with brackets in them": lambda: (
        b"<div " + numbered(b'a%d="<>" ', 40_000) + b">isi</div>"
    ),
    "attributes behind a script that opens a quote": lambda: (
        b"<script>a<b \"</script><div a='>' " + numbered(b"a%d ", 60_000) + b">isi</div>"
    ),
    "attributes on forty thousand bodies": lambda: numbered(b"<body a%d=1>", 40_000),
    "bold opened again in every paragraph": lambda: numbered(b"<p><b id=%d>x", 4_000),
    "bold told apart behind its first eighty characters": lambda: numbered(b"<p><b " + b"a" * 90 + b" id=%d>x", 4_000),
    "bold with brackets in its quotes": lambda: numbered(b'<p><b x=">" id=%d>x', 4_000),
    "all marks open over a hundred thousand paragraphs": lambda: (
        b"<b><big><code><em><font><i><s><small><strike><strong><tt><u>" * 3 + b"<p>x" * 100_000
    ),
    "links and bold that cross": lambda: numbered(b"<a href=%d><b id=%d></a>", 60_000),
    "ends of what was never opened": lambda: b"<div></x>" * 32_000,
    "divisions without end": lambda: b"<div>" * 600_000,
    "lists without end": lambda: b"<ul><li>" * 40_000,
    "tables without end": lambda: b"<table><tr><td>" * 100_000,
    "a hundred thousand links": lambda: numbered(b'<a href="/halaman/%d">Tautan %d</a>\n', 70_000),
    "a table of a hundred thousand rows": lambda: b"<table>" + b"<tr><td>1<td>2" * 100_000,
    "spans of a million columns": lambda: b"<table><tr>" + b'<td colspan="1000000" rowspan="1000000">x' * 300,
    "one word of three megabytes": lambda: b"<p>" + b"a" * 3_000_000,
    "three megabytes of blanks": lambda: b"<p>" + b" " * 3_000_000 + b"isi",
    "open brackets": lambda: b"<" * 3_000_000,
    "unclosed comments": lambda: b"<!--" * 700_000,
    "entities": lambda: b"&amp;&#x41;&nosuch;" * 150_000,
    "json in json": lambda: b'<script type="application/ld+json">' + b'{"a":' * 500_000 + b"</script>",
    "dates and numbers": lambda: b"<p>" + b"Senin, 09/11/2026 pukul 08.00 - 16.00 0812-3456-7890 " * 50_000,
    "mail and streets": lambda: b"<p>" + b"a.b.c.d@a.b.c.d Jl. Mawar No. 1 RT 1 RW 2 53311 " * 50_000,
}

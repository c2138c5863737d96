"""What the address of a page tells: whether one article stands there, and when it was published."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from auditor.language import streams as words
from auditor.language.labels import is_headline
from auditor.language.phrases import normalised
from auditor.observations import DateFound, DateSource, Precision

_DATED_PATH = re.compile(r"/(20\d\d)/(\d{1,2})(?:/(\d{1,2}))?/[^/?#]{3,}")
_NUMBERED = re.compile(r"^\d{1,6}-[a-z0-9-]{8,}")


@lru_cache(maxsize=8_192)
def looks_like_article(url: str, label: str) -> bool:
    """Whether an address leads to one news article, judged by its shape and by the label of the link to it.

    Made for the crawler, which spends its requests elsewhere: a page of the office's profile or of its PPID must never
    look like an article, so a bare slug counts only under a label that reads like a headline.
    """
    parts = words.address(url).parts
    if words.address(url).file or not url.lower().startswith(("http://", "https://", "/")):
        return False
    query = dict(parse_qsl(words.address(url).query))
    if not parts:  # "/?p=9256", "/index.php?page=berita&id=12"
        numbered = query.get("p", "").isdigit() or (
            words.stream_of_address(url) is not None and any(key.lower() in words.QUERY and query[key] for key in query)
        )
        return numbered and len(normalised(label).split()) >= 4
    if any(part in words.NEVER for part in parts):
        return False
    if _DATED_PATH.search(words.address(url).path):
        return True
    stream = next((i for i, part in enumerate(parts) if words.is_stream(part)), None)
    last = parts[-1].removesuffix(".html").removesuffix(".php")
    if stream is not None:
        behind = parts[stream + 1 :]
        if len(behind) >= 2 or any(len(part) >= 12 or part.isdigit() or "-" in part for part in behind):
            return True
        return not behind and any(key.lower() in words.QUERY and value for key, value in query.items())
    slug = last.count("-") >= 3 or bool(_NUMBERED.match(last)) or ("." not in parts[-1] and last.count("_") >= 3)
    return slug and len(normalised(label).split()) >= 5 and is_headline(label)


def date_in_address(url: str, today: date) -> DateFound | None:
    """The date in an address ("/2022/03/02/<slug>"); of month precision without a day; None for none."""
    match = _DATED_PATH.search(urlsplit(url).path)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3] or 1)
    try:
        on = date(year, month, day)
    except ValueError:
        return None
    if on > today:
        return None
    precision, confidence = (Precision.DAY, 0.9) if match[3] else (Precision.MONTH, 0.6)
    return DateFound(on, DateSource.URL, precision, confidence, match[0].rsplit("/", 1)[0].strip("/"))

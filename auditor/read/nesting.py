"""The one measure taken before a page is parsed: how deep its elements nest.

HTML's tree building looks up the stack of open elements at every tag, so a page of a million nested tags takes the
square of that in time. Browsers stop at a depth of 512; a page is cut where it passes three times that.
"""

from __future__ import annotations

import re

DEEPEST = 1_500
_SMALL = 40_000  # characters: nothing that short can take long
_TAG = re.compile(r"<(/?)([a-z]{1,12})(?=[\s/>])[^<>]{0,2000}?(/?)>|<!--", re.IGNORECASE)
#: Elements that have no end, or whose end is commonly left out and put right by the parser.
_FLAT = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
        *("p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup"),
        *("html", "body", "head", "path", "circle", "rect", "line", "use", "polygon"),
    }
)


def shallow(markup: str) -> tuple[str, bool]:
    """The markup up to where it nests too deeply, and whether it was cut there."""
    if len(markup) < _SMALL or markup.count("<") - 2 * markup.count("</") < DEEPEST:
        return markup, False
    depth, at = 0, 0
    while tag := _TAG.search(markup, at):
        at = tag.end()
        if not tag[2]:  # a comment
            at = markup.find("-->", at)
            if at < 0:
                break
        elif not tag[3] and tag[2].lower() not in _FLAT:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
            if depth > DEEPEST:
                return markup[: tag.start()], True
    return markup, False

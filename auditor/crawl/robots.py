"""robots.txt (RFC 9309), read by protego."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from auditor.model import Fetch, FetchStatus

_LONGEST_DELAY = 30.0  # seconds; a Crawl-delay beyond it would make a site impossible to look at
_MOST_BYTES = 512_000  # RFC 9309 section 2.5: at least 500 KiB must be read


@dataclass(frozen=True, slots=True)
class Robots:
    """What one host's robots.txt says to the auditor. ``careful``: it could not be read because the server failed."""

    rules: Protego | None = None
    agent: str = "KIPAuditor"
    careful: bool = False
    note: str = ""

    def allows(self, url: str) -> bool:
        return self.rules is None or bool(self.rules.can_fetch(url, self.agent))

    @property
    def delay(self) -> float:
        """Seconds between requests that the host asks for, 0.0 for none; capped at 30."""
        if self.rules is None:
            return 0.0
        rate = self.rules.request_rate(self.agent)
        asked = self.rules.crawl_delay(self.agent) or (rate.seconds / rate.requests if rate and rate.requests else 0.0)
        return min(float(asked), _LONGEST_DELAY)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        return tuple(self.rules.sitemaps) if self.rules is not None else ()


def read_robots(fetch: Fetch, agent: str) -> Robots:
    """The rules in a fetched robots.txt.

    4xx means that everything is allowed (RFC 9309 section 2.3.1.3). After 5xx or a broken connection the standard
    allows to stay away; an audit that stayed away would call the office unreachable, so it goes on, twice as slowly.
    """
    token = agent.partition("/")[0] or "KIPAuditor"
    if fetch.status is FetchStatus.OK and not _is_markup(fetch):
        text = fetch.body[:_MOST_BYTES].decode("utf-8-sig", errors="replace")
        return Robots(Protego.parse(text), token)
    failed = fetch.http_status is None or fetch.http_status >= 500
    return Robots(None, token, careful=failed, note=fetch.status.value)


def _is_markup(fetch: Fetch) -> bool:
    return fetch.media_type in ("text/html", "application/xhtml+xml") or fetch.body.lstrip()[:1] == b"<"

"""Accounts on social networks and maps among a site's links: the office's own, the ministry's, or nobody's.

Word lists: ``auditor/data/contacts.toml``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qs, unquote, urlsplit

from auditor.data import table
from auditor.language.gazetteer import by_slug
from auditor.language.phrases import normalised
from auditor.language.places import place_of
from auditor.model import OfficeKind, Site
from auditor.observations import SocialAccount
from auditor.web.hosts import host_of

_SCHEME = re.compile(r"^https?://(?:www\.|m\.|id-id\.)?")


def account_of(url: str, page_url: str, site: Site) -> SocialAccount | None:
    """The account an address leads to; None when it leads to no account at all (a share button, a film, a post)."""
    network = _network(host_of(url))
    found = _account(url, network, site) if network else None
    return None if found is None else SocialAccount(network, found[0], url, page_url, own=found[1])


@lru_cache(maxsize=1_024)
def _network(host: str) -> str:
    """The network whose host one is, "" for none."""
    found: str = table("contacts")["social"]["networks"].get(re.sub(r"^(?:m|web|id-id|mobile|l)\.", "", host), "")
    return found


@lru_cache(maxsize=1_024)
def _account(url: str, network: str, site: Site) -> tuple[str, bool] | None:
    """The name of the account an address leads to, and whether it is the office's own."""
    lists = table("contacts")["social"]
    parts = urlsplit(url)
    path = [unquote(part) for part in parts.path.split("/") if part]
    if network == "WhatsApp" and not (path and path[0] == "channel"):
        return None
    handle = _handle(path, lists["deeper"])
    if handle.lower() == "profile.php" and "id" in parse_qs(parts.query):
        handle = parse_qs(parts.query)["id"][0]
    if handle.lower() in lists["no_account"] or (
        len(path) > 1 and path[1].lower() in ("status", "posts", "video", "videos", "p")
    ):
        return None
    key = re.sub(r"[^a-z0-9]", "", handle.lower())
    nobody = not key or key in lists["generic"] or key in lists["ministry"]
    return handle, not nobody and not _of_others(key, site)


def _handle(path: list[str], deeper: list[str]) -> str:
    if not path:
        return ""
    if path[0].lower() in deeper:
        return path[1] if len(path) > 1 else ""
    return path[0].lstrip("@")


def _of_others(key: str, site: Site) -> bool:
    """Whether a handle is named after another office: "kemenagbanyumas", "kanwilkemenagjateng"."""
    if "kemenag" not in key and "kementerianagama" not in key and "kankemenag" not in key:
        return False
    own = normalised(place_of(site)).replace(" ", "")
    if own and own in key:
        return False
    rest = re.sub(
        r"kankemenag|kemenag|kementerianagama|kanwil|humas|ppid|official|resmi|kab(?:upaten)?|kota|prov(?:insi)?",
        "",
        key,
    )
    return rest in by_slug() or (site.kind is not OfficeKind.KANWIL and rest in _regions())


def _regions() -> frozenset[str]:
    """Short names of provinces as Kanwil hosts bear them: "jateng"."""
    hosts = (host for hosts in table("hosts")["kanwil"].values() for host in hosts)
    return frozenset(host.split(".")[0].removeprefix("ppid") for host in hosts)


@lru_cache(maxsize=8_192)
def shares(url: str) -> bool:
    """Whether an address shares the page it stands on (Facebook's sharer, "wa.me/?text=...")."""
    return _SCHEME.sub("", url.lower()).startswith(tuple(table("contacts")["social"]["share"]))


@lru_cache(maxsize=2_048)
def is_map(url: str) -> bool:
    """Whether an address shows a map of a place, and not a template's sample map."""
    low, lists = url.lower(), table("contacts")["map"]
    shown = low.split("://", 1)[-1].removeprefix("www.").startswith(tuple(lists["hosts"]))
    return shown and not any(word in low for word in lists["samples"])

"""Whose an address is, and its one canonical spelling.

What is worth what (a link to the Kanwil, to SiRUP, to a Drive folder) is the rules' to say; here is only said whose
it is. The lists are in ``auditor/data/hosts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from publicsuffixlist import PublicSuffixList
from w3lib.url import canonicalize_url

from auditor.data import table
from auditor.language.gazetteer import by_key, by_slug
from auditor.language.phrases import normalise, normalised
from auditor.language.places import place_of
from auditor.model import OfficeKind, Site
from auditor.observations import Owner

_DEFAULT_PORTS = {"http": 80, "https": 443}
_HIGHEST_PORT = 65_535
_PAIR = r"[A-Za-z0-9_]+=[A-Za-z0-9_.~-]*"
_SIMPLE = re.compile(
    r"(?P<page>https?://[a-z0-9][a-z0-9.-]*[a-z0-9](?P<port>:[1-9]\d{0,4})?/(?:[A-Za-z0-9_~-][A-Za-z0-9/_.~-]*)?)"
    rf"(?:\?(?P<query>{_PAIR}(?:&{_PAIR})*))?(?:#[A-Za-z0-9_-]*)?"
)
_ORIGIN = re.compile(r"https?://[a-z0-9][a-z0-9.-]*[a-z0-9](?::\d{1,5})?(?=/)")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class _Lists:
    national: tuple[str, ...]
    ministry: tuple[str, ...]
    storage: tuple[str, ...]
    prefixes: tuple[str, ...]
    common: frozenset[str]
    religious: tuple[str, ...]
    shared: frozenset[str]
    tracking: tuple[str, ...]
    kanwil: tuple[tuple[str, str], ...]  # (host, normalised province)


@cache
def _lists() -> _Lists:
    data = table("hosts")
    return _Lists(
        tuple(data["national"]),
        tuple(data["ministry"]),
        (*data["storage"], *data["shorteners"]),
        tuple(data["prefixes"]),
        frozenset(data["common"]),
        tuple(data["religious"]),
        frozenset(data["shared"]),
        tuple(data["tracking"]),
        tuple((host, normalise(province)) for province, hosts in data["kanwil"].items() for host in hosts),
    )


@cache
def _domains() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=False)


@lru_cache(maxsize=8_192)
def host_of(url: str) -> str:
    """The host in lower case without "www." and without a default port; other ports are kept ("127.0.0.1:8001").

    A bare host ("kemenagtuban.id") is read as one; "" for anything without a host.
    """
    url = url.strip()
    if "://" not in url and not url.startswith("//"):
        if ":" in url.split("/", 1)[0] and not re.match(r"[^/:]+:\d+(?:/|$)", url):
            return ""  # mailto:, tel:, javascript:
        url = "//" + url
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    return host if port is None or port in _DEFAULT_PORTS.values() else f"{host}:{port}"


@lru_cache(maxsize=4096)
def own_hosts(site: Site) -> frozenset[str]:
    """The hosts registered for the office: its site, its PPID host and ``host_tambahan``."""
    hosts = (host_of(address) for address in (site.url, site.ppid_url, *site.extra_hosts) if address)
    return frozenset(host for host in hosts if host)


@lru_cache(maxsize=16_384)
def owner_of(url: str, site: Site) -> Owner:
    """Whose an address is, seen from this office; UNKNOWN for what has no host.

    It is its host's, but where the office has only a folder on somebody else's host: then what lies outside that folder
    is the host's.
    """
    host = host_of(url)
    folder = own_folder(site)
    if folder and host == host_of(site.url) and not f"{_path(url)}/".startswith(folder):
        return _owner_of_stranger(host, site)
    return _owner_of_host(host, site)


@lru_cache(maxsize=4096)
def own_folder(site: Site) -> str:
    """The folder that is all an office has on its host ("/satker/purbalingga/"), "" where the host is its own.

    A folder with the place's name on a host without it; on a host of the Kanwil or the ministry, any folder.
    """
    host, path = host_of(site.url), _path(site.url)
    place = re.sub(r"[^a-z0-9]", "", normalise(place_of(site)))
    if site.kind is OfficeKind.KANWIL or not place or not path.strip("/") or place in re.sub(r"[^a-z0-9]", "", host):
        return ""
    parts = path.strip("/").split("/")
    named = next((at for at, part in enumerate(parts, 1) if place in re.sub(r"[^a-z0-9]", "", part.lower())), 0)
    if named:
        return f"/{'/'.join(parts[:named])}/"
    of_parent = _owner_of_stranger(host, site) in (Owner.KANWIL, Owner.MINISTRY)
    folders = parts if "." not in parts[-1] else parts[:-1]
    return f"/{'/'.join(folders)}/" if of_parent and folders else ""


def _path(url: str) -> str:
    try:
        return urlsplit(url if "//" in url else f"//{url}").path.rstrip("/")
    except ValueError:
        return ""


@lru_cache(maxsize=8_192)
def _owner_of_host(host: str, site: Site) -> Owner:
    if not host:
        return Owner.UNKNOWN
    return Owner.OWN if _own(host, site) else _owner_of_stranger(host, site)


def _owner_of_stranger(host: str, site: Site) -> Owner:
    """Whose a host is that the office has not registered."""
    lists = _lists()
    if listed(host, lists.national):
        return Owner.NATIONAL
    for kanwil, province in lists.kanwil:
        if _under(host, kanwil):
            if province != normalised(site.province or province):
                return Owner.OTHER_OFFICE
            return Owner.OWN if site.kind is OfficeKind.KANWIL else Owner.KANWIL
    if listed(host, lists.storage):
        return Owner.STORAGE
    named = _office_named(host)
    if named:
        place = normalised(place_of(site))
        same = [kind for key, kind in named if key == place]
        if site.kind is not OfficeKind.KANWIL and same:
            own = site.kind in (OfficeKind.KUA, OfficeKind.OTHER) or set(same) == {site.kind}
            return Owner.OWN if own else Owner.OTHER_OFFICE
        return Owner.OTHER_OFFICE
    if _under(host, "kemenag.go.id") or listed(host, lists.ministry):
        return Owner.MINISTRY
    return Owner.EXTERNAL


def _own(host: str, site: Site) -> bool:
    own = own_hosts(site)
    if host in own:
        return True
    bare, _, port = host.partition(":")
    for registered in own:
        name, _, registered_port = registered.partition(":")
        if port != registered_port:
            continue
        shared = name in _lists().shared
        if bare.endswith("." + name) and not shared:
            return True
        domain = registrable(name)
        if domain and _under(bare, domain):
            return True
    return False


@lru_cache(maxsize=4096)
def registrable(host: str) -> str:
    """The domain that makes sister hosts one owner's; "" where it is a government's or a hosting company's."""
    domain = _domains().privatesuffix(host) or ""
    if domain in _lists().shared or domain.partition(".")[2] == "go.id":
        return ""
    return domain


def _office_named(host: str) -> list[tuple[str, OfficeKind]]:
    """The offices a host may be named after: (normalised place, kind)."""
    name = host.partition(":")[0]
    if name.endswith(".kemenag.go.id"):
        label = name.removesuffix(".kemenag.go.id").rsplit(".", 1)[-1]
        candidates, bare_means = _without_prefixes(label), OfficeKind.KABUPATEN
    else:
        labels = [re.sub(r"[-_]", "", label) for label in name.split(".")[:-1]]
        candidates = [label.removeprefix("kemenag") for label in labels if label.startswith("kemenag")]
        if labels and labels[0] == "kemenag" and len(labels) > 1:
            candidates.append(labels[1])  # kemenag.malangkota.go.id
        bare_means = None
    found: list[tuple[str, OfficeKind]] = []
    for candidate in candidates:
        slug = re.sub(r"[-_]", "", candidate)
        for kind in ("kota", "kab"):  # malangkota, malangkab
            if slug.endswith(kind) and slug not in by_slug():
                slug = kind + slug.removesuffix(kind)
        places = by_slug().get(slug, ())
        bare = [place for place in places if place.slug == slug]
        if bare_means is not None and any(place.kind is bare_means for place in bare):
            places = tuple(place for place in places if place.kind is bare_means)
        found += [(place.key, place.kind) for place in places]
    return found


#: the ministry as an office of its own: what its units put on its other hosts is its own
_MINISTRY_ITSELF = re.compile(r"(?:e ?ppid |ppid |portal |situs )*kementerian agama(?: ri| republik indonesia)?")
_LEAST_NAME = 5  # letters of a name that stands within a longer word


@lru_cache(maxsize=8_192)
def bears_name(url: str, site: Site) -> bool:
    """Whether a host that is not the office's by registration is named after it: its own other host, perhaps."""
    host = host_of(url).partition(":")[0]
    owner = owner_of(url, site)
    if owner is Owner.MINISTRY:
        return _MINISTRY_ITSELF.fullmatch(normalise(site.name)) is not None
    if not host or owner not in (Owner.EXTERNAL, Owner.NATIONAL):
        return False
    of_ministry = any(word in site.name.lower() for word in _lists().religious)
    if of_ministry and host.endswith("go.id") and not any(word in host for word in _lists().religious):
        return False  # the regency's
    labels = [re.sub(r"[^a-z0-9]", "", label) for label in host.split(".")[:-1]]
    whole, short = _names_of(site)
    return any(name in label for name in whole for label in labels) or any(
        label.startswith(name) or label.endswith(name) for name in short for label in labels
    )


@lru_cache(maxsize=8_192)
def other_province(url: str, site: Site) -> str:
    """The other province on whose host an address is ("skpd.jabarprov.go.id"), "" for the own one or none."""
    host = host_of(url).partition(":")[0]
    short = next((label.removesuffix("prov") for label in host.split(".") if label.endswith("prov")), "")
    if not short or not host.endswith(".go.id"):
        return ""
    told = {kanwil.partition(".")[0]: province for kanwil, province in _lists().kanwil}
    own = _provinces_of(site, frozenset(told.values()))
    province = told.get(short, "")
    return province if own and province and province not in own else ""


@lru_cache(maxsize=4096)
def _provinces_of(site: Site, known: frozenset[str]) -> frozenset[str]:
    """The provinces an office may lie in, by its list, its name and its place; none where nothing tells."""
    name = f" {normalise(site.name)} "
    told = {normalise(site.province), *(province for province in known if f" {province} " in name)}
    told |= {normalise(place.province) for place in by_key().get(normalise(place_of(site)), ())}
    return frozenset(told & known)


@lru_cache(maxsize=4096)
def _names_of(site: Site) -> tuple[frozenset[str], frozenset[str]]:
    """The names that tell an office from others, as hosts write them: whole ("baritoutara"), and short ("ntb")."""
    name = normalise(site.name)
    runs = "".join(word if word not in _lists().common else " " for word in name.split(" ")).split()
    runs = [*runs, re.sub(r"[^a-z0-9]", "", normalise(place_of(site)))]
    short = {host.partition(".")[0] for host, province in _lists().kanwil if f" {province} " in f" {name} "}
    return frozenset(run for run in runs if len(run) >= _LEAST_NAME), frozenset(short)


def _without_prefixes(label: str) -> list[str]:
    found = [label]
    for prefix in _lists().prefixes:
        if label.startswith(prefix):
            found.append(label.removeprefix(prefix).strip("-"))
    return found


def listed(host: str, patterns: Iterable[str]) -> bool:
    """Whether a host is one of some named ones or of their sub-hosts; of a pattern ("spse.*"): whether it fits."""
    return any(fnmatchcase(host, pattern) if "*" in pattern else _under(host, pattern) for pattern in patterns)


def _under(host: str, domain: str) -> bool:
    """The domain itself or a sub-host; "kemenag.go.id" is the ministry's, so are its unlisted sub-hosts."""
    return host == domain or host.endswith("." + domain)


def canonical(url: str, base: str = "") -> str:
    """One spelling for one address: absolute, host in lower case, no fragment, no tracking; "" if not http(s).

    A fragment stays where it is a route of a single-page application ("#/berita", "#!/berita").
    """
    if len(url) > 4000:
        return ""
    if url.startswith("http"):  # whatever page it stands on
        return _simple(url) or _canonical(url, base)
    if url.startswith("/") and (origin := _ORIGIN.match(base)) is not None:
        return _simple(origin[0] + url) or _canonical(url, base)
    return _canonical(url, base)


@lru_cache(maxsize=16_384)
def _simple(url: str) -> str:
    """The canonical spelling of a whole address that is written plainly, as nearly all are; "" for any other."""
    simple = _SIMPLE.fullmatch(url)
    if simple is None or "/." in simple["page"] or "//" in simple["page"][8:]:
        return ""
    port = int((simple["port"] or ":1")[1:])
    if port in _DEFAULT_PORTS.values() or port > _HIGHEST_PORT:
        return ""
    query = _without_tracking(simple["query"]) if simple["query"] else ""
    return f"{simple['page']}?{_sorted(query)}" if query else simple["page"]


@lru_cache(maxsize=8_192)
def _canonical(url: str, base: str) -> str:
    try:
        joined = urljoin(base, _CONTROLS.sub("", url).strip()) if base else _CONTROLS.sub("", url).strip()
        if plain := _simple(joined):
            return plain
        head, mark, tail = joined.partition("?")
        parts = urlsplit(head.replace("\\", "/") + mark + tail)
        if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname:
            return ""
        return _spelled(parts)
    except (ValueError, UnicodeError):
        return ""  # broken port, broken IPv6, a host that IDNA refuses


def _sorted(query: str) -> str:
    """Plain pairs in the order w3lib gives them."""
    return "&".join("=".join(pair) for pair in sorted(tuple(pair.split("=", 1)) for pair in query.split("&")))


def _spelled(parts: SplitResult) -> str:
    scheme = parts.scheme.lower()
    host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii") if parts.hostname else ""
    if not host or any(character.isspace() for character in host):
        return ""
    if ":" in host:
        host = f"[{host}]"
    if parts.port is not None and parts.port != _DEFAULT_PORTS[scheme]:
        host += f":{parts.port}"
    route = parts.fragment if parts.fragment.startswith(("/", "!/")) else ""
    query = _without_tracking(parts.query)
    bare = "=" not in query  # "?/berita/1": a key without a value must not grow an equals sign
    url = canonicalize_url(urlunsplit((scheme, host, parts.path or "/", "" if bare else query, "")))
    if bare and query:
        url += "?" + quote(query, safe="/:@!$'()*,;?&=+%-._~")
    return f"{url}#{quote(route, safe='/:@!$()*,;?&=+%-._~')}" if route else url


@cache
def _tracking() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\*", "[^=&]*") for name in _lists().tracking)
    return re.compile(rf"(?:^|&)(?:{names})(?:=[^&]*)?(?=&|$)", re.IGNORECASE)


def _without_tracking(query: str) -> str:
    return _tracking().sub("", query).lstrip("&")


FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|ods|csv|pptx?|zip|rar)(?:$|[?#])", re.I)

"""Where a round's snapshots lie, and which of them are there: one WARC per site under ``<out>/<round>/bukti``."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from auditor.inputs.names import fits_a_file
from auditor.job import digest_of, unknown_site
from auditor.model import OfficeKind, Scorecard, Site, SiteState
from auditor.problems import InputError, Problem
from auditor.snapshot import SnapshotError, check_snapshot, read_head
from auditor.store import DATABASE
from auditor.store.history import EARLIER, earlier_name

PROOF: Final = "bukti"
WARC: Final = ".warc.gz"

_LOOK: Final = re.compile(r"\.\d{8}T\d{6}Z" + re.escape(WARC))

_log = logging.getLogger(__name__)


def round_folder(out: Path, round_id: str) -> Path:
    """The folder of a round. InputError for an id that cannot name one."""
    if not fits_a_file(round_id, 40) or round_id.lower().startswith(DATABASE):
        allowed = (
            "huruf, angka, titik, garis bawah, dan tanda hubung, paling panjang 40 karakter, tidak diakhiri titik,"
            " dan bukan nama milik Windows seperti CON atau NUL"
        )
        raise InputError(
            [Problem("--round", "Nama putaran ini tidak dapat dipakai.", None, "", round_id, allowed, "2026-T4")]
        )
    return out / round_id


def warc_path(out: Path, round_id: str, site_id: str) -> Path:
    """Where a site's snapshot of a round is."""
    return round_folder(out, round_id) / PROOF / f"{site_id}{WARC}"


def snapshot_of(out: Path, card: Scorecard) -> Path | None:
    """The snapshot a card was made from, also where a later look at the site has taken its place; None if gone."""
    warc = warc_path(out, card.round, card.site.id)
    if card.finished_at is not None:
        earlier = warc.parent / EARLIER / earlier_name(warc.name, card.finished_at)
        if earlier.is_file():
            return earlier
    return warc if warc.is_file() else None


def looks_of(folder: Path, site_id: str) -> tuple[Path, ...]:
    """The snapshots of the other looks at a site, oldest first; ``folder`` is that of the round's snapshots."""
    earlier = folder / EARLIER
    names = [path.name for path in earlier.iterdir()] if earlier.is_dir() else []
    own = sorted(name for name in names if name.startswith(f"{site_id}.") and _LOOK.fullmatch(name[len(site_id) :]))
    return tuple(earlier / name for name in own)


def crawled(out: Path, round_id: str) -> tuple[str, ...]:
    """The ids of the offices whose snapshots a round has."""
    found = (round_folder(out, round_id) / PROOF).glob(f"*{WARC}")
    return tuple(sorted(path.name.removesuffix(WARC) for path in found))


def unscored(out: Path, round_id: str, cards: Iterable[Scorecard]) -> tuple[str, ...]:
    """The names of the offices whose snapshot is later than their card, or that have no card yet."""
    finished = {card.site.id: card.finished_at for card in cards}
    found = []
    for path in sorted((round_folder(out, round_id) / PROOF).glob(f"*{WARC}")):
        try:
            head = read_head(path)
        except SnapshotError:
            continue  # told when its site is looked at again
        if finished.get(path.name.removesuffix(WARC)) != head.finished_at:
            found.append(head.site.name)
    return tuple(found)


def is_stored(warc: Path, site: Site, sha256: str = "") -> bool:
    """Whether a site needs no crawl any more: its snapshot is whole, of the same addresses, and could be read.

    ``sha256`` is that of the file when it was last read to its end.
    """
    try:
        head = read_head(warc)
        if not sha256 or digest_of(warc) != sha256:
            check_snapshot(warc)
    except FileNotFoundError:
        return False
    except SnapshotError:
        _log.warning("%s is damaged and is crawled again", warc)
        warc.replace(warc.with_name(f"{warc.name}.rusak"))
        return False
    return addresses_of(head.site) == addresses_of(site) and head.status.state is not SiteState.UNREACHABLE


def addresses_of(site: Site) -> tuple[object, ...]:
    """What a crawl of a site goes by: with other addresses it is another site."""
    return (site.url, site.ppid_url, site.extra_hosts, site.active)


def stored_sites(folder: Path) -> dict[str, Site]:
    """The offices whose snapshots lie in a folder, by id, in the order lists of offices have."""
    sites = {}
    for path in folder.glob(f"*{WARC}"):
        site_id = path.name.removesuffix(WARC)
        try:
            sites[site_id] = read_head(path).site
        except SnapshotError:
            sites[site_id] = unknown_site(site_id)
    order = sorted(sites.values(), key=lambda s: (s.province, s.kind is not OfficeKind.KANWIL, s.region_code, s.id))
    return {site.id: site for site in order}

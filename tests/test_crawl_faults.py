"""The fault matrix: every fault gets its own status, and none of them says that something is absent when nobody saw."""

from __future__ import annotations

import pytest

from auditor.model import FetchStatus, SiteState
from tests.faults.catalogue import HOME, PAGE_FAULTS, Fault
from tests.faults.crawling import crawl, patience
from tests.faults.server import PROSE, FaultServer, page, reply

ROBOTS = reply("User-agent: *\nDisallow: /rahasia/\n", type="text/plain")


@pytest.mark.parametrize("fault", PAGE_FAULTS, ids=str)
def test_a_page_fault_gets_its_own_status_and_leaves_the_site_alive(fault: Fault) -> None:
    routes = {"/": reply(HOME), "/visi-misi": reply(page("Visi Misi", PROSE)), "/robots.txt": ROBOTS}
    with FaultServer({**routes, "/ppid": fault.handler}, fault.missing) as server:
        status, archive = crawl(server.url, patience(fault.status))
    fetch = archive.of("/ppid")
    assert fetch.status is fault.status, f"{fetch.status} {fetch.error}"
    assert status.state is SiteState.ALIVE
    assert archive.of("/visi-misi").status is FetchStatus.OK
    assert fetch.label == "PPID"
    if fault.tries is not None:
        assert server.log.paths.count("/ppid") == fault.tries


def test_the_matrix_is_large_enough_and_tells_most_statuses_apart() -> None:
    assert len(PAGE_FAULTS) >= 45
    assert len({fault.name for fault in PAGE_FAULTS}) == len(PAGE_FAULTS)
    assert len({fault.status for fault in PAGE_FAULTS}) >= 20


def test_bombs_do_not_fill_the_memory() -> None:
    resource = pytest.importorskip("resource")  # not on Windows
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    bombs = [fault for fault in PAGE_FAULTS if "bomb" in fault.name]
    routes = {"/": reply(HOME)}
    for fault in bombs:
        with FaultServer({**routes, "/ppid": fault.handler}) as server:
            crawl(server.url)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < 80, f"{grown:.0f} MB"

"""The whole way on the sample province: crawl, archive, read, check, score; each outcome as an assessor gives it."""

from __future__ import annotations

import asyncio
import gc
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from auditor.assessment import assess
from auditor.audit import audit
from auditor.crawl.browser import can_render, find_browser
from auditor.crawl.crawler import crawl_many
from auditor.demo import DemoProvince
from auditor.demo.office import offices
from auditor.job import Assessed, Job
from auditor.model import CrawlSettings, Fetch, Finding, Scorecard, Site, SiteStatus, Skipped, Snapshot
from auditor.read.observe import observe
from auditor.resources import shipped
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.snapshot import SnapshotWriter

_VERSION = "uji"
_CARD = TypeAdapter(Scorecard)


class Recorder:
    """An archive that writes the WARC and keeps the fetches in memory, as a live audit would see them."""

    def __init__(self, path: Path, site: Site, settings: CrawlSettings) -> None:
        self._writer = SnapshotWriter(path, site, settings, _VERSION)
        self._site, self._settings = site, settings
        self._fetches: list[Fetch] = []
        self._skipped: list[Skipped] = []
        self.live: Snapshot | None = None

    def add(self, fetch: Fetch) -> Fetch:
        stored = self._writer.add(fetch)
        self._fetches.append(stored)
        return stored

    def skip(self, skipped: Skipped) -> None:
        self._skipped.append(skipped)
        self._writer.skip(skipped)

    def finish(self, status: SiteStatus, started_at: datetime, finished_at: datetime) -> None:
        self._writer.finish(status, started_at, finished_at)
        self.live = Snapshot(
            self._site,
            status,
            started_at,
            finished_at,
            self._settings,
            tuple(self._fetches),
            tuple(self._skipped),
            _VERSION,
        )

    def abort(self) -> None:
        self._writer.abort()


@dataclass
class Crawled:
    """One crawl of the province: the archives, what was seen live, and the province with its request log."""

    province: DemoProvince
    pack: Pack
    folder: Path
    recorders: dict[str, Recorder] = field(default_factory=dict)
    assessed: dict[str, Assessed] = field(default_factory=dict)

    def result(self, site: Site) -> Assessed:
        """The site's card from its WARC, made once."""
        if site.id not in self.assessed:
            self.assessed[site.id] = assess(self.job(site))
        return self.assessed[site.id]

    def job(self, site: Site) -> Job:
        return Job(self.folder / f"{site.id}.warc.gz", self.pack, "uji", None, (), self.province.sites)

    def site(self, persona: str) -> Site:
        office = next(office for office in offices() if office.persona == persona)
        return next(site for site in self.province.sites if site.id == office.id)


def crawl(province: DemoProvince, folder: Path, browser: str, only: str = "") -> Crawled:
    pack = load(shipped("rules") / "kip")
    settings = CrawlSettings(
        "KIPAuditor/uji (+loopback)", delay=0.0, allow_private=True, browser=browser, phrases=pack.phrases
    )
    crawled = Crawled(province, pack, folder)

    def archive(site: Site) -> Recorder:
        return crawled.recorders.setdefault(site.id, Recorder(folder / f"{site.id}.warc.gz", site, settings))

    sites = [crawled.site(only)] if only else list(province.sites)
    asyncio.run(crawl_many(sites, settings, archive))
    return crawled


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    with DemoProvince(datetime.now(UTC), slow_seconds=0.1) as province:
        yield crawl(province, tmp_path_factory.mktemp("bukti"), "never")


def disagreements(findings: tuple[Finding, ...], expected: dict[str, str]) -> list[str]:
    return [
        f"{finding.rule_id}: seharusnya {expected[finding.rule_id]}, didapat {finding.outcome} ({finding.note})"
        for finding in findings
        if finding.rule_id in expected and finding.outcome != expected[finding.rule_id]
    ]


@pytest.mark.parametrize("persona", [office.persona for office in offices()])
def test_every_indicator_comes_out_as_an_assessor_would_say(crawled: Crawled, persona: str) -> None:
    site = crawled.site(persona)
    card = crawled.result(site).card

    assert disagreements(card.findings, dict(crawled.province.expected[site.id])) == []


def test_the_live_crawl_and_the_stored_one_give_the_same_findings(crawled: Crawled) -> None:
    for site in crawled.province.sites:
        live = crawled.recorders[site.id].live
        assert live is not None
        seen = audit(observe(live, sections=crawled.pack.sections, offices=crawled.province.sites), crawled.pack)
        stored = crawled.result(site).card.findings
        assert [(f.rule_id, f.outcome, f.points) for f in seen] == [(f.rule_id, f.outcome, f.points) for f in stored]


def test_two_scorings_of_one_snapshot_give_the_same_bytes(crawled: Crawled) -> None:
    for site in crawled.province.sites:
        first, second = crawled.result(site), assess(crawled.job(site))
        assert _CARD.dump_json(first.card) == _CARD.dump_json(second.card)
        assert first.sha256 == second.sha256


def test_reading_and_judging_a_site_leaves_no_cycles_behind(crawled: Crawled) -> None:
    """So what is read may be kept from the collector of cycles, which would look it all through again and again."""
    for site in crawled.province.sites:
        crawled.result(site)
        gc.collect()
        gc.disable()
        try:
            assess(crawled.job(site))
            assert gc.collect() == 0, site.name
        finally:
            gc.enable()


def test_red_flags_are_raised_for_the_injected_site_and_for_no_other(crawled: Crawled) -> None:
    for site in crawled.province.sites:
        raised = {finding.rule_id for finding in crawled.result(site).card.red_flags}
        assert raised == crawled.province.expected_flags[site.id], site.name


def test_only_offices_that_could_be_read_get_a_band(crawled: Crawled) -> None:
    cards = {office.persona: crawled.result(crawled.site(office.persona)).card for office in offices()}

    unread = {"javascript", "dihalangi", "ditangguhkan", "belum-terdaftar"}
    assert all(not cards[persona].rankable for persona in unread)
    assert cards["lengkap"].band == "Informatif"
    assert (cards["hampa"].score or 0) < (cards["basi"].score or 0) < (cards["lengkap"].score or 0)


def test_every_host_is_asked_one_thing_at_a_time_by_a_crawler_that_says_who_it_is(crawled: Crawled) -> None:
    by_host = defaultdict(list)
    for request in crawled.province.log:
        by_host[request.host].append(request)

    for host, requests in by_host.items():
        ordered = sorted(requests, key=lambda request: request.started)
        assert all(one.ended <= two.started for one, two in pairwise(ordered)), host
        assert all(request.method == "GET" and "KIPAuditor" in request.user_agent for request in ordered)
        assert ordered[0].path == "/robots.txt", host


def test_what_robots_txt_forbids_is_not_asked_for(crawled: Crawled) -> None:
    site = crawled.site("melawan-judi")

    asked = [request.path for request in crawled.province.log if request.host == site.id]
    assert asked and not [path for path in asked if path.startswith("/storage/dokumen/")]


@pytest.mark.browser
def test_with_a_browser_the_javascript_office_is_read_as_well(tmp_path: Path) -> None:
    if find_browser() is None or not can_render():
        pytest.skip("no Chromium on this machine: the JavaScript office cannot be shown")
    with DemoProvince(datetime.now(UTC)) as province:
        crawled = crawl(province, tmp_path, "auto", only="javascript")
        site = crawled.site("javascript")
        card = crawled.result(site).card

    assert disagreements(card.findings, dict(province.expected_with_browser[site.id])) == []

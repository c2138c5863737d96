"""The sample province, alive on loopback for as long as the ``with`` block lasts."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Self

from auditor.demo.certificate import self_signed_context
from auditor.demo.office import Office, offices, province_name
from auditor.demo.personas import Persona, expected_outcomes, persona
from auditor.demo.server import HOST, Host, Reply, Request, Server
from auditor.demo.site import SiteBuilder
from auditor.model import OfficeKind, Outcome, Site
from auditor.resources import rules_folder
from auditor.rules.loader import load

_COLUMNS = [
    "id",
    "nama",
    "jenis",
    "provinsi",
    "wilayah",
    "kode_wilayah",
    "url",
    "ppid_url",
    "host_tambahan",
    "aktif",
    "catatan",
    "tidak_berlaku",
]
#: not judged on sites that this machine serves in the clear: that is the sample's doing, not an office's
_UNSERVED = ("teknis.https",)
_WAF_HEADERS = (("Server", "cloudflare"), ("CF-RAY", "0a1b2c3d4e5f6a7b-CGK"))


class DemoProvince:
    """Serves the sample offices; ``today`` must be aware. ``slow_seconds`` is the slow office's unit of waiting."""

    def __init__(self, today: datetime, *, slow_seconds: float = 1.0) -> None:
        self._today = today
        self._slow_seconds = slow_seconds
        self._offices = offices()
        alive = [office for office in self._offices if persona(office.persona).special != "belum-terdaftar"]
        names = [office.id for office in alive]
        names += [_ppid_name(office) for office in alive if persona(office.persona).ppid_host]
        self._server = Server(tuple(names))
        self.sites: tuple[Site, ...] = tuple(self._site(office) for office in self._offices)

    def __enter__(self) -> Self:
        try:
            self._server.start(tuple(host for office in self._offices for host in self._hosts(office)))
        except BaseException:
            self._server.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._server.close()

    @property
    def log(self) -> list[Request]:
        """Every request so far, as they were answered; ``host`` is the office's id (":ppid" its PPID host)."""
        return self._server.log

    @cached_property
    def expected(self) -> Mapping[str, Mapping[str, Outcome]]:
        """Office id -> indicator id -> what an assessor would say, for the weighted indicators of the shipped pack."""
        return self._expectations(browser=False)

    @cached_property
    def expected_with_browser(self) -> Mapping[str, Mapping[str, Outcome]]:
        """The same for a crawl with a browser, to which the JavaScript office shows itself."""
        return self._expectations(browser=True)

    @cached_property
    def expected_flags(self) -> Mapping[str, frozenset[str]]:
        """Office id -> the red flags that must be raised, and no others."""
        return {office.id: frozenset(persona(office.persona).flags) for office in self._offices}

    def write_sites_csv(self, path: Path) -> Path:
        """Writes the list of offices as ``auditor run`` reads it (UTF-8 with BOM); returns the path."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(_COLUMNS)
        for site in self.sites:
            row = (site.id, site.name, site.kind, site.province, site.area, site.region_code, site.url, site.ppid_url)
            writer.writerow([*row, ";".join(site.extra_hosts), "ya", site.note, ";".join(site.not_applicable)])
        temporary = path.with_name(path.name + ".tmp")
        temporary.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
        temporary.replace(path)
        return path

    def _expectations(self, *, browser: bool) -> dict[str, dict[str, Outcome]]:
        ids = [rule.id for rule in load(rules_folder()).rules if rule.weight > 0]
        expected = {office.id: expected_outcomes(office.persona, ids, browser=browser) for office in self._offices}
        for site in self.sites:
            expected[site.id] |= dict.fromkeys(site.not_applicable, Outcome.NOT_APPLICABLE)
        return expected

    def _site(self, office: Office) -> Site:
        character = persona(office.persona)
        port = self._server.ports.get(office.id)
        ppid_port = self._server.ports.get(_ppid_name(office))
        return Site(
            id=office.id,
            name=office.name,
            kind=OfficeKind(office.kind),
            url=f"{'https' if character.tls else 'http'}://{HOST}:{port}" if port else "",
            province=province_name(),
            area=office.area,
            region_code=office.code,
            ppid_url=f"http://{HOST}:{ppid_port}" if ppid_port else "",
            note=f"contoh: {office.persona}",
            not_applicable=() if character.tls else _UNSERVED,
        )

    def _hosts(self, office: Office) -> list[Host]:
        character = persona(office.persona)
        if office.id not in self._server.ports:
            return []
        if character.special:
            answer = _special(character)
            return [Host(office.id, {}, answer)]
        site = next(site for site in self.sites if site.id == office.id)
        others = tuple(other for other in self._offices if other.kind is not OfficeKind.KANWIL)
        builder = SiteBuilder(office, character, self._today, site.url, site.ppid_url, others)
        routes, ppid_routes = builder.build()
        tls = self_signed_context(HOST) if character.tls else None
        hosts = [Host(office.id, self._timed(routes), self._timed_reply(builder.missing(builder.main)), tls)]
        if site.ppid_url:
            hosts.append(Host(_ppid_name(office), ppid_routes, builder.missing(builder.ppid)))
        return hosts

    def _timed(self, routes: Mapping[str, Reply]) -> dict[str, Reply]:
        return {path: self._timed_reply(reply) for path, reply in routes.items()}

    def _timed_reply(self, reply: Reply) -> Reply:
        return replace(reply, delay=reply.delay * self._slow_seconds) if reply.delay else reply


def _ppid_name(office: Office) -> str:
    return f"{office.id}:ppid"


def _special(character: Persona) -> Reply:
    page = files("auditor.demo").joinpath("templates", "khusus", f"{character.special}.html").read_bytes()
    if character.special == "waf":
        return Reply(page, status=403, headers=_WAF_HEADERS)
    return Reply(page)

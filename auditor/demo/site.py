"""One sample site: from office, persona and "today" to every answer its ports give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any
from zlib import crc32

from markupsafe import Markup

from auditor.days import WIB
from auditor.demo import attachments, emptiness, machines
from auditor.demo.addresses import Addresses
from auditor.demo.news import Item, agenda, announcements, news
from auditor.demo.office import Calendar, Office, province_name
from auditor.demo.pages import PageText, body_template, file_texts, html_templates, line_template, page_texts
from auditor.demo.personas import Persona
from auditor.demo.server import Reply

_GROUPS = {"profil": "Profil", "informasi": "Informasi Publik", "layanan": "Layanan", "ppid": "PPID"}
_PPID_GROUPS = ("informasi", "ppid")
_PER_PAGE = {"codeigniter": 30}  # others: 10


@dataclass(frozen=True, slots=True)
class Link:
    """A label and where it leads; None = a button without an address."""

    label: str
    url: str | None
    size: str = "412 KB"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    label: str
    url: str = ""
    children: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class PageView:
    """What the frame templates know of the page they dress."""

    title: str
    home: bool = False
    article: Item | None = None


class SiteBuilder:
    """Makes one office's answers. ``base`` and ``ppid_base`` are addresses without a slash at the end."""

    def __init__(
        self, office: Office, persona: Persona, today: datetime, base: str, ppid_base: str, others: tuple[Office, ...]
    ) -> None:
        self.office = office
        self.persona = persona
        self.now = today.astimezone(WIB)
        self.main = Addresses(office.theme, base)
        self.ppid = Addresses(office.ppid_theme or office.theme, ppid_base or base)
        self._others = others
        self._routes: dict[str, Reply] = {}
        self._ppid_routes: dict[str, Reply] = self._routes if self.ppid.base == self.main.base else {}

    def build(self) -> tuple[dict[str, Reply], dict[str, Reply]]:
        """The routes of the main port and of the PPID port (the same mapping when there is only one)."""
        self._home()
        for text in self._texts.values():
            self._page(text)
        self._lists()
        self._files()
        for theme in {id(self.main): self.main, id(self.ppid): self.ppid}.values():
            self._service_files(theme)
        return self._routes, self._ppid_routes

    @cached_property
    def _texts(self) -> dict[str, PageText]:
        """The pages this persona shows, by path."""
        shown = self.persona.pages
        chosen = [text for slug, text in page_texts().items() if slug in shown or ("*" in shown and not text.extra)]
        return {text.path: text for text in chosen}

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self.now.date(), self.persona.late)

    @cached_property
    def _news(self) -> list[Item]:
        return news(self.office, self.persona, self.now, self._others)

    @cached_property
    def _facts(self) -> dict[str, Any]:
        """What every template may ask for."""
        calendar = self._calendar
        quarter, quarter_year = calendar.quarter
        return {
            "o": self.office,
            "p": self.persona,
            "province": province_name(),
            "N": self.now.year,
            "y": calendar.years(self.persona.later or {}),
            "day": calendar.day,
            "date": calendar.date,
            "today_text": calendar.day(0),
            "updated": calendar.date(21 + 400 * self.persona.late),
            "quarter": quarter,
            "quarter_year": quarter_year,
            "skm_period": calendar.survey,
            "renstra_period": calendar.plan_period,
            "school_year": calendar.school_year,
            "doc": self._document,
            "entry": self._entry,
            "dip_titles": attachments.dip()["titles"],
        }

    def _side(self, group: str) -> tuple[Addresses, dict[str, Reply]]:
        """The address scheme and the routes of the host a group of pages stands on."""
        return (self.ppid, self._ppid_routes) if group in _PPID_GROUPS else (self.main, self._routes)

    def _entry(self, slug: str) -> Link | None:
        """A link to a page by slug; None when this office has no such page."""
        if slug in self._texts:
            text = self._texts[slug]
            return Link(text.title, self._side(text.group)[0].page(text.group, slug))
        if self.persona.links == "hampa":
            text = page_texts()[slug]
            return Link(text.title, emptiness.address(slug, self.main.page(text.group, slug)))
        return None

    def _document(self, key: str) -> Link:
        """A link to a file by key, bent as the persona bends its links."""
        text = file_texts()[key]
        label = line_template(text.label).render(self._facts)
        path = self.ppid.document(line_template(text.file).render(self._facts), self.now.year)
        if self.persona.links == "drive":
            return Link(label, emptiness.drive(self.office.id, key))
        if self.persona.links == "hampa":
            return Link(label, emptiness.file(key, path), "3.4 MB")
        return Link(label, path)

    def _menu(self, side: Addresses) -> list[MenuEntry]:
        """The menu: groups with children, then single entries."""
        hollow = self.persona.links == "hampa"
        menu: list[MenuEntry] = []
        for group, label in _GROUPS.items():
            elsewhere = self.ppid is not self.main and self._side(group)[0].base != side.base
            texts = [
                text
                for slug, text in page_texts().items()
                if text.group == group and text.menu and (slug in self._shown_slugs or (hollow and not text.extra))
            ]
            if elsewhere and group == "informasi":
                continue
            if elsewhere and group == "ppid":
                menu.append(MenuEntry("PPID", f"{self.ppid.base}/"))
            elif texts and not elsewhere:
                children = ((text.menu, self._entry(text.path)) for text in texts)
                menu.append(MenuEntry(label, children=tuple(Link(name, to.url) for name, to in children if to)))
        if side.base == self.main.base:
            menu += [MenuEntry("Berita", side.listing("berita"))] if self._news or self._blank else []
            for label, items in (("Pengumuman", self.persona.announcements), ("Agenda", self.persona.agenda)):
                if items or self._blank or hollow:
                    menu.append(MenuEntry(label, "#" if hollow else side.listing(label.lower())))
            if "kontak" in self._texts or hollow:
                menu.append(MenuEntry("Kontak Kami", "#" if hollow else side.page("utama", "kontak")))
            menu += [MenuEntry(entry["label"], entry["url"]) for entry in self.persona.menu]
        else:
            menu.append(MenuEntry("Situs Utama", f"{self.main.base}/"))
        return menu

    @cached_property
    def _shown_slugs(self) -> frozenset[str]:
        return frozenset(text.slug for text in self._texts.values())

    @property
    def _blank(self) -> bool:
        return self.persona.body == "kosong"

    def _frame(self, side: Addresses, view: PageView, body: str, news_items: Iterable[Item] = ()) -> bytes:
        """A whole page in its theme."""
        full = "*" in self.persona.pages or self.persona.accessible
        listed = [{**_spellings(item), "url": side.article(item)} for item in news_items]
        context = {
            **self._facts,
            "base": side.base,
            "asset": side.asset,
            "menu": self._menu(side),
            "page": view,
            "body": Markup(body),
            "news": listed,
            "social": emptiness.social(self.office, self.persona),
            "accessible": full,
            "title_override": emptiness.SPAM_TITLE if self.persona.spam else "",
            "extra_home": Markup(emptiness.spam_block() if self.persona.spam else ""),
            "extra_footer": Markup(emptiness.footer(self.persona)),
        }
        if side.theme == "spa":
            context["rendered"] = Markup(html_templates().get_template("spa/isi.html.j2").render(context))
        return html_templates().get_template(f"{side.theme}/dasar.html.j2").render(context).encode()

    def _home(self) -> None:
        self._routes["/"] = self._reply(self._frame(self.main, PageView("Beranda", home=True), "", self._news), "/")
        if self._ppid_routes is not self._routes:
            text = page_texts()["ppid"]
            self._ppid_routes["/"] = self._reply(
                self._frame(self.ppid, PageView(f"PPID {self.office.name}"), self._body(self.ppid, text)), "/"
            )

    def _body(self, side: Addresses, text: PageText) -> str:
        if self._blank and text.path != "kontak":
            return emptiness.placeholder(text.path)
        context = {**self._facts, "base": side.base, "asset": side.asset}
        return body_template(side.theme, text.slug).render(context)

    def _page(self, text: PageText) -> None:
        side, routes = self._side(text.group)
        path = side.path(side.page(text.group, text.path))
        routes[path] = self._reply(self._frame(side, PageView(text.title), self._body(side, text)), path)

    def _lists(self) -> None:
        """News, announcements and agenda: their lists, and a page for every item."""
        side, calm = self.main, self.persona.links != "hampa"
        extra = announcements(self.office, self.persona, self.now)
        events = agenda(self.office, self.persona, self.now)
        for title, items, wanted in (
            ("Berita", self._news, bool(self._news) or self._blank),
            ("Pengumuman", extra, calm and (bool(extra) or self._blank)),
            ("Agenda", events, calm and (bool(events) or self._blank)),
        ):
            if wanted:
                self._list(side, title, items)
        for item in (*self._news, *extra):
            path = side.path(side.article(item))
            body = html_templates().get_template("artikel.html.j2").render(self._facts, item=item)
            self._routes[path] = self._reply(self._frame(side, PageView(item.title, article=item), body), path)

    def _list(self, side: Addresses, title: str, items: list[Item]) -> None:
        kind = title.lower()
        size = _PER_PAGE.get(side.theme, 10)
        count = max(1, -(-len(items) // size))
        for number in range(1, count + 1):
            shown = items[(number - 1) * size : number * size]
            rows = [{**_spellings(item), "url": "" if kind == "agenda" else side.article(item)} for item in shown]
            following = side.listing(kind, number + 1) if number < count else ""
            body = (
                html_templates()
                .get_template("daftar.html.j2")
                .render(self._facts, kind=kind, rows=rows, following=following, theme=side.theme)
            )
            path = side.path(side.listing(kind, number))
            self._routes[path] = self._reply(self._frame(side, PageView(title), body), path)

    def _files(self) -> None:
        """Every file a page of this office offers, and the pictures."""
        for side, routes in ((self.main, self._routes), (self.ppid, self._ppid_routes)):
            for name in attachments.PICTURES:
                routes[side.path(side.asset(f"{name}.png"))] = self._reply(attachments.picture(name), name, "image/png")
        if self.persona.links != "asli" or self._blank:
            return
        bodies = " ".join(text.body for text in self._texts.values())
        for key, text in file_texts().items():
            if f'"{key}"' in bodies or f"'{key}'" in bodies:
                link = self._document(key)
                path = self.ppid.path(link.url or "")
                kind = attachments.media_type(text)
                body = attachments.file(text, link.label, self.office, self._facts, self.now)
                self._ppid_routes[path] = self._reply(body, path, kind)

    def _service_files(self, side: Addresses) -> None:
        """robots.txt, sitemap, feed, and the page of search results."""
        routes = self._routes if side is self.main else self._ppid_routes
        pages = [path for path, reply in routes.items() if reply.content_type.startswith("text/html")]
        for path, body, kind in machines.robots_and_sitemap(side, self.persona.robots, pages):
            routes[path] = self._reply(body, path, kind)
        if side.search:
            text = "<p>Tidak ada hasil untuk kata kunci tersebut. Coba kata kunci lain.</p>"
            routes[side.search] = self._reply(self._frame(side, PageView("Hasil Pencarian"), text), side.search)
        if side.theme == "wordpress":
            for path, body, kind in machines.feeds(self.office.title, side, self._news, self.now):
                routes[path] = replace(self._reply(body, path, kind), headers=machines.ONE_PAGE)

    def missing(self, side: Addresses) -> Reply:
        """The answer for everything else: 404, or the same page with status 200."""
        body = "<p>Maaf, halaman yang Anda cari tidak ditemukan.</p>"
        page = self._frame(side, PageView("Halaman Tidak Ditemukan"), body)
        return self._reply(page, "", status=200 if self.persona.soft_404 else 404)

    def _reply(self, body: bytes, path: str, kind: str = "text/html; charset=utf-8", status: int = 200) -> Reply:
        # Slow sites: between one and two units, the same for the same address every time.
        return Reply(body, kind, status, delay=1 + crc32(path.encode()) % 100 / 100 if self.persona.slow else 0.0)


def _spellings(item: Item) -> dict[str, str]:
    """An item's title, text and every spelling of its date that a theme prints."""
    return {
        "title": item.title,
        "excerpt": item.lead,
        "date": item.date,
        "stamp": item.stamp,
        "byline": item.byline,
        "dd": f"{item.at:%d}",
        "mon": item.stamp.split()[1],
        "yyyy": f"{item.at:%Y}",
    }

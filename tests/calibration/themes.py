# ruff: noqa: E501 - content, not code: a row of it reads best in one line
"""The structures the synthetic sites are built in: what WordPress, Joomla, CodeIgniter and others make of the same content."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.calibration.made import Block, Made, Menu, News, text

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905


def long(day: date) -> str:
    return f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def href(url: str) -> str:
    return f'href="{text(url)}"' if url else ""


class Theme:
    """The common way to write blocks; each structure has its own for documents, news, menus and the frame."""

    news_path = "/berita/{slug}"
    list_path = "/berita"

    def blocks(self, blocks: Sequence[Block]) -> str:
        return "\n".join(getattr(self, kind)(value) for kind, value in blocks)

    def h(self, value: str) -> str:
        return f"<h3>{text(value)}</h3>"

    def p(self, value: Sequence[str]) -> str:
        return "".join(f"<p>{text(item)}</p>" for item in value)

    def ul(self, value: Sequence[str]) -> str:
        return "<ul>" + "".join(f"<li>{text(item)}</li>" for item in value) + "</ul>"

    def ol(self, value: Sequence[str]) -> str:
        return "<ol>" + "".join(f"<li>{text(item)}</li>" for item in value) + "</ol>"

    def grid(self, value: tuple[Sequence[str], Sequence[Sequence[str]]]) -> str:
        headers, rows = value
        head = (
            "<thead><tr>" + "".join(f"<th>{text(item)}</th>" for item in headers) + "</tr></thead>" if headers else ""
        )
        body = "".join("<tr>" + "".join(f"<td>{text(item)}</td>" for item in row) + "</tr>" for row in rows)
        return f'<table class="table">{head}<tbody>{body}</tbody></table>'

    def docs(self, value: Sequence[tuple[str, str]]) -> str:
        return "<ul>" + "".join(f'<li><a href="{text(url)}">{text(name)}</a></li>' for name, url in value) + "</ul>"

    def img(self, value: tuple[str, str]) -> str:
        return f'<p><img src="{text(value[0])}" alt="{text(value[1])}"></p>'

    def form(self, value: tuple[str, str, Sequence[str]]) -> str:
        action, submit, labels = value
        fields = "".join(
            f'<div><label for="f{i}">{text(label)}</label><input type="text" id="f{i}" name="f{i}"></div>'
            for i, label in enumerate(labels)
        )
        return (
            f'<form action="{text(action)}" method="post">{fields}<button type="submit">{text(submit)}</button></form>'
        )

    def raw(self, value: str) -> str:
        return value

    def menu(self, menu: Menu) -> str:
        items = []
        for label, target in menu:
            if isinstance(target, str):
                items.append(f'<li><a href="{text(target)}">{text(label)}</a></li>')
            else:
                items.append(f'<li><a href="#">{text(label)}</a><ul>{self.menu(target)}</ul></li>')
        return "".join(items)

    def teaser(self, item: News) -> str:
        url = self.news_path.format(slug=item.slug, d=item.day)
        return f'<div class="item"><h4><a href="{url}">{text(item.title)}</a></h4><span>{long(item.day)}</span></div>'

    def article(self, item: News) -> str:
        return f"<div>{long(item.day)} | Humas</div><p>{text(item.text)}</p>"

    def latest(self, made: Made) -> str:
        """What the home page shows of the news."""
        if not made.news:
            return ""
        items = "".join(self.teaser(item) for item in made.news[:4])
        return f'<h3>Berita Terbaru</h3>{items}<a href="{self.list_path}">Selengkapnya</a>'

    def title(self, made: Made, title: str) -> str:
        return f"{title} - {made.site.name}" if title else made.site.name

    def frame(self, made: Made, path: str, title: str, body: str, trail: tuple[str, ...]) -> str:
        raise NotImplementedError

    def pages(self, made: Made) -> dict[str, str]:
        """Every page of a site as HTML, by address."""
        found = {}
        for path, (title, blocks) in made.pages.items():
            body = self.blocks(blocks) + (self.latest(made) if made.url(path) == made.url("/") else "")
            found[made.url(path)] = self.frame(made, path, title, body, ("Beranda", title))
        for item in made.news:
            path = self.news_path.format(slug=item.slug, d=item.day)
            found[made.url(path)] = self.frame(made, path, item.title, self.article(item), ("Beranda", "Berita"))
        if made.news:
            body = "".join(self.teaser(item) for item in made.news)
            found[made.url(self.list_path)] = self.frame(made, self.list_path, "Berita", body, ("Beranda", "Berita"))
        found.update({made.url(path): html for path, html in made.whole.items()})
        return found


class Elementor(Theme):
    """WordPress with Elementor: no <main>, headings in widgets, documents as buttons."""

    news_path = "/{d:%Y/%m/%d}/{slug}/"
    list_path = "/category/berita/"

    def h(self, value: str) -> str:
        return f'<div class="elementor-widget elementor-widget-heading"><h2 class="elementor-heading-title">{text(value)}</h2></div>'

    def docs(self, value: Sequence[tuple[str, str]]) -> str:
        return "".join(
            '<div class="elementor-widget-button"><div class="elementor-button-wrapper">'
            f'<a class="elementor-button elementor-size-sm" {href(url)}><span '
            f'class="elementor-button-text">{text(name)}</span></a></div></div>'
            for name, url in value
        )

    def article(self, item: News) -> str:
        return (
            f'<article class="post type-post status-publish"><div class="entry-meta"><time class="entry-date published" '
            f'datetime="{item.day}T08:00:00+07:00">{item.day.day} {MONTHS[item.day.month - 1]} {item.day.year}</time> oleh admin</div>'
            f'<div class="entry-content"><p>{text(item.text)}</p></div></article>'
        )

    def frame(self, made: Made, path: str, title: str, body: str, trail: tuple[str, ...]) -> str:
        single = '"single single-post' if "<article" in body else '"wp-singular page-template page elementor-page'
        return f"""<!DOCTYPE html><html lang="id"><head><meta charset="UTF-8"><title>{text(self.title(made, title))}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="WordPress 6.8">{made.head}</head>
<body class={single} elementor-default"><header class="elementor elementor-location-header"><div class="elementor-widget-nav-menu">
<nav class="elementor-nav-menu--main"><ul class="elementor-nav-menu">{self.menu(made.menu)}</ul></nav></div></header>
<div class="elementor" data-elementor-type="wp-page"><section class="elementor-section elementor-top-section"><div class="elementor-container">
<div class="elementor-widget-theme-post-title"><h1 class="elementor-heading-title">{text(title)}</h1></div>
<div class="elementor-widget-text-editor"><div class="elementor-widget-container">{body}</div></div></div></section></div>
<footer class="elementor elementor-location-footer"><div class="elementor-widget-container">{made.footer}</div><p>Copyright &copy; 2026</p></footer></body></html>"""


class Joomla(Theme):
    """Joomla: every page, news or not, says who wrote it and when; documents in a download component."""

    news_path = "/index.php/berita/{slug}"
    list_path = "/index.php/berita"

    def docs(self, value: Sequence[tuple[str, str]]) -> str:
        return "".join(
            f'<div class="pd-filebox"><div class="pd-filenamebox"><div class="pd-title">{text(name)}</div></div>'
            f'<div class="pd-buttons"><a class="btn btn-success" href="{text(url)}">Download</a></div></div>'
            for name, url in value
        )

    def frame(self, made: Made, path: str, title: str, body: str, trail: tuple[str, ...]) -> str:
        info = "" if path in ("", "/") else (
            '<dl class="article-info"><dt>Details</dt><dd class="createdby">Written by Super User</dd>'
            '<dd class="hits">Hits: 1342</dd></dl>'
        )  # fmt: skip
        return f"""<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="id-id" lang="id-id"><head>
<title>{text(title or "Beranda")}</title><meta name="generator" content="Joomla! - Open Source Content Management">{made.head}</head>
<body class="site com_content view-article"><div id="wrapper"><div id="header"><a href="/" class="logo">{text(made.site.name)}</a></div>
<div id="mainnav"><ul class="nav menu mod-list">{self.menu(made.menu)}</ul></div>
<div id="container"><div id="content"><div class="item-page" itemscope itemtype="https://schema.org/Article">
<div class="page-header"><h2 itemprop="headline">{text(title)}</h2></div>{info}<div itemprop="articleBody">{body}</div></div></div>
<div id="sidebar"><div class="moduletable"><h3>Jadwal Sholat</h3><p>Minggu, 22 November 2026</p><p>Subuh 04.02 Dzuhur 11.32</p></div></div></div>
<div id="footer">{made.footer}</div></div></body></html>"""


class CodeIgniter(Theme):
    """A CodeIgniter CMS: documents in a table with icons for links, dates with the time and the views."""

    news_path = "/berita/detail/{slug}"

    def docs(self, value: Sequence[tuple[str, str]]) -> str:
        rows = "".join(
            f"<tr><td>{i}</td><td>{text(name)}</td><td>1,2 MB</td><td>"
            + (f'<a href="{text(url)}" class="btn btn-xs btn-primary"><i class="fa fa-download"></i></a>' if url else
               '<button class="btn btn-xs"><i class="fa fa-download"></i></button>')
            + "</td></tr>"
            for i, (name, url) in enumerate(value, start=1)
        )  # fmt: skip
        return f'<table class="table table-striped"><thead><tr><th>No</th><th>Nama File</th><th>Ukuran</th><th>Unduh</th></tr></thead><tbody>{rows}</tbody></table>'

    def article(self, item: News) -> str:
        return f'<div class="meta"><i class="fa fa-clock-o"></i> {DAYS[item.day.weekday()]}, {short(item.day)}, 12:31:25 WIB, 210 View</div><p>{text(item.text)}</p>'

    def frame(self, made: Made, path: str, title: str, body: str, trail: tuple[str, ...]) -> str:
        return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{text(made.site.name)} :: {text(title)}</title>
<meta name="viewport" content="width=device-width">{made.head}</head><body><div class="topbar">WA Layanan</div>
<div class="navbar navbar-default"><div class="container"><ul class="nav navbar-nav">{self.menu(made.menu)}</ul></div></div>
<div class="container"><div class="row"><div class="col-md-8"><ol class="breadcrumb"><li>{"</li><li>".join(map(text, trail))}</li></ol>
<h2 class="judul">{text(title)}</h2><div class="isi">{body}</div></div><div class="col-md-4"><div class="widget"><h4>Statistik Pengunjung</h4><p>Hari ini 120</p></div></div></div></div>
<div class="footer"><div class="container">{made.footer}</div></div></body></html>"""


class Laravel(Theme):
    """Laravel with Bootstrap: drop-down menus, cards, list groups, "Lihat" and "Unduh"."""

    news_path = "/post/{slug}"
    list_path = "/posts"

    def menu(self, menu: Menu) -> str:
        items = []
        for label, target in menu:
            if isinstance(target, str):
                items.append(f'<li class="nav-item"><a class="nav-link" href="{text(target)}">{text(label)}</a></li>')
            else:
                inner = "".join(
                    f'<li><a class="dropdown-item" href="{text(url)}">{text(name)}</a></li>'
                    for name, url in target
                    if isinstance(url, str)
                )
                items.append(
                    f'<li class="nav-item dropdown"><a class="nav-link dropdown-toggle" href="#" data-bs-toggle="dropdown">{text(label)}</a>'
                    f'<ul class="dropdown-menu">{inner}</ul></li>'
                )
        return "".join(items)

    def docs(self, value: Sequence[tuple[str, str]]) -> str:
        return '<div class="list-group">' + "".join(
            f'<div class="list-group-item d-flex"><div class="me-auto"><div class="fw-bold">{text(name)}</div><small>PDF</small></div>'
            f'<a class="btn btn-sm" href="{text(url)}">Lihat</a></div>'
            for name, url in value
        ) + "</div>"  # fmt: skip

    def frame(self, made: Made, path: str, title: str, body: str, trail: tuple[str, ...]) -> str:
        return f"""<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf-token" content="x"><title>{text(title)} | {text(made.site.name)}</title>{made.head}</head><body>
<nav class="navbar navbar-expand-lg"><div class="container"><div class="collapse navbar-collapse"><ul class="navbar-nav">{self.menu(made.menu)}</ul></div></div></nav>
<section class="page-title bg-light"><div class="container"><h1>{text(title)}</h1></div></section>
<section class="section"><div class="container"><div class="card shadow"><div class="card-body">{body}</div></div></div></section>
<footer id="footer" class="footer"><div class="container">{made.footer}</div></footer></body></html>"""


class Blogger(Theme):
    """Blogger: every page is a post, static ones under /p/; an archive beside it."""

    news_path = "/{d:%Y/%m}/{slug}.html"
    list_path = "/search/label/Berita"

    def h(self, value: str) -> str:
        return f"<div><b>{text(value)}</b></div><br />"

    def p(self, value: Sequence[str]) -> str:
        return "".join(f'<div style="text-align: justify;">{text(item)}</div><br />' for item in value)

    def docs(self, value: Sequence[tuple[str, str]]) -> str:
        return "".join(f'<div>{i}. {text(name)} <a href="{text(url)}" target="_blank">klik disini</a></div>' for i, (name, url) in enumerate(value, 1))  # fmt: skip

    def article(self, item: News) -> str:
        return f'<h2 class="date-header"><span>{long(item.day)}</span></h2><div class="post-body entry-content">{text(item.text)}</div><div class="post-footer">Diposting oleh Humas di 08.10</div>'

    def frame(self, made: Made, path: str, title: str, body: str, trail: tuple[str, ...]) -> str:
        return f"""<!DOCTYPE html><html dir="ltr"><head><meta content="text/html; charset=UTF-8" http-equiv="Content-Type"/>
<meta content="width=1100" name="viewport"/><title>{text(made.site.name)}: {text(title)}</title>{made.head}</head><body class="item">
<div class="content-outer"><div class="header-outer"><div class="titlewrapper"><h1 class="title">{text(made.site.name)}</h1></div></div>
<div class="tabs-outer"><div class="widget PageList"><ul>{self.menu(made.menu)}</ul></div></div>
<div class="main-outer"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog"><div class="post hentry">
<h3 class="post-title entry-title">{text(title)}</h3><div class="post-body entry-content">{body}</div></div></div></div></div>
<div class="column-right-outer"><div class="widget BlogArchive"><h2>Arsip Blog</h2><ul><li>November (12)</li><li>Oktober (31)</li></ul></div></div></div>
<div class="footer-outer">{made.footer}</div></div></body></html>"""


class OldTable(Theme):
    """A layout of tables from 2009: no headings, no lists, bold lines and line breaks."""

    news_path = "/index.php?act=berita&judul={slug}"
    list_path = "/index.php?act=berita"

    def h(self, value: str) -> str:
        return f'<b><font size="3" color="#006600">{text(value)}</font></b><br><br>'

    def p(self, value: Sequence[str]) -> str:
        return "".join(f'<font face="Verdana" size="2">{text(item)}</font><br><br>' for item in value)

    def ul(self, value: Sequence[str]) -> str:
        return "".join(f"&bull; {text(item)}<br>" for item in value)

    def ol(self, value: Sequence[str]) -> str:
        return "".join(f"{i}. {text(item)}<br>" for i, item in enumerate(value, 1))

    def docs(self, value: Sequence[tuple[str, str]]) -> str:
        rows = "".join(
            f'<tr><td width="20">{i}.</td><td>{text(name)}</td><td><a href="{text(url)}"><img src="/images/pdf.gif" border="0"></a></td></tr>'
            for i, (name, url) in enumerate(value, 1)
        )
        return f'<table border="1" cellpadding="3">{rows}</table>'

    def menu(self, menu: Menu) -> str:
        rows = []
        for label, target in menu:
            if isinstance(target, str):
                rows.append(f'<tr><td>&raquo; <a href="{text(target)}">{text(label)}</a></td></tr>')
            else:
                rows.append(f'<tr><td bgcolor="#009900"><b>{text(label)}</b></td></tr>{self.menu(target)}')
        return "".join(rows)

    def frame(self, made: Made, path: str, title: str, body: str, trail: tuple[str, ...]) -> str:
        return f"""<html><head><title>{text(made.site.name)}</title>{made.head}</head><body bgcolor="#ffffff">
<table width="980" align="center"><tr><td colspan="2"><img src="/images/header.jpg" width="980" alt=""></td></tr>
<tr><td width="190" valign="top"><table width="100%">{self.menu(made.menu)}</table></td>
<td valign="top"><table width="100%"><tr><td class="judul"><b>{text(title)}</b></td></tr><tr><td>{body}</td></tr></table></td></tr>
<tr><td colspan="2" align="center">{made.footer}</td></tr></table></body></html>"""


class React(Theme):
    """What a browser shows of a React application: boxes with made-up class names."""

    def h(self, value: str) -> str:
        return f'<h6 class="MuiTypography-root MuiTypography-h6 css-k2b1">{text(value)}</h6>'

    def docs(self, value: Sequence[tuple[str, str]]) -> str:
        return "".join(
            '<div class="MuiPaper-root MuiCard-root css-1x9"><div class="MuiCardContent-root css-77a"><h6 '
            f'class="MuiTypography-root css-9l3">{text(name)}</h6><span class="css-0">2.1 MB</span></div><div class="MuiCardActions-root">'
            f'<a class="MuiButton-root css-1d" href="{text(url)}" target="_blank">Unduh</a></div></div>'
            for name, url in value
        )

    def menu(self, menu: Menu) -> str:
        items = []
        for label, target in menu:
            if isinstance(target, str):
                items.append(f'<a class="MuiLink-root css-a1" href="{text(target)}">{text(label)}</a>')
            else:
                items.append(
                    f'<div class="css-drop"><button class="MuiButton-root" type="button">{text(label)}</button><div class="css-pop">{self.menu(target)}</div></div>'
                )
        return "".join(items)

    def frame(self, made: Made, path: str, title: str, body: str, trail: tuple[str, ...]) -> str:
        return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{text(made.site.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">{made.head}</head><body><noscript>You need to enable JavaScript to run this app.</noscript>
<div id="root"><div class="css-app"><div class="MuiAppBar-root css-hd"><nav class="css-nav">{self.menu(made.menu)}</nav></div>
<div class="MuiContainer-root css-mn"><h4 class="MuiTypography-root MuiTypography-h4">{text(title)}</h4><div class="MuiBox-root css-bx">{body}</div></div>
<div class="MuiBox-root css-footer" role="contentinfo">{made.footer}</div></div></div><script src="/static/js/main.js"></script></body></html>"""


class NextJs(Theme):
    """Next.js with utility classes: documents in <details>, dates in <time>."""

    news_path = "/id/berita/{slug}"
    list_path = "/id/berita"

    def h(self, value: str) -> str:
        return f'<h2 class="text-xl font-bold mt-4">{text(value)}</h2>'

    def docs(self, value: Sequence[tuple[str, str]]) -> str:
        return "".join(
            f'<details class="border rounded"><summary class="px-4 py-2">{text(name)}</summary><div class="p-4"><a class="text-green-700" href="{text(url)}">Unduh dokumen</a></div></details>'
            for name, url in value
        )

    def article(self, item: News) -> str:
        return f'<div class="text-sm"><time dateTime="{item.day}" datetime="{item.day}">{short(item.day)}</time></div><div class="prose"><p>{text(item.text)}</p></div>'

    def frame(self, made: Made, path: str, title: str, body: str, trail: tuple[str, ...]) -> str:
        return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/><title>{text(title)} | {text(made.site.name)}</title>{made.head}</head>
<body><div id="__next"><header class="sticky top-0"><nav class="hidden lg:flex"><ul>{self.menu(made.menu)}</ul></nav></header>
<main class="container mx-auto px-4"><h1 class="text-3xl">{text(title)}</h1>{body}</main>
<footer class="bg-green-900 text-white">{made.footer}</footer></div><script id="__NEXT_DATA__" type="application/json">{{"props":{{"judul":"Daftar Informasi Publik 2026"}}}}</script></body></html>"""


class Tabs(Theme):
    """A static PHP site: every heading is a tab whose panel is hidden until it is clicked."""

    def blocks(self, blocks: Sequence[Block]) -> str:
        heads, panels, before = [], [], []
        for kind, value in blocks:
            if kind == "h":
                heads.append(
                    f'<li role="presentation"><a href="#tab{len(heads)}" role="tab" data-toggle="tab">{text(str(value))}</a></li>'
                )
                panels.append([])
            else:
                (panels[-1] if panels else before).append(getattr(self, kind)(value))
        shown = "".join(
            f'<div role="tabpanel" class="tab-pane{" active" if i == 0 else ""}" id="tab{i}">{"".join(panel)}</div>'
            for i, panel in enumerate(panels)
        )
        tabs = (
            f'<ul class="nav nav-tabs" role="tablist">{"".join(heads)}</ul><div class="tab-content">{shown}</div>'
            if heads
            else ""
        )
        return "".join(before) + tabs

    def docs(self, value: Sequence[tuple[str, str]]) -> str:
        return (
            "<table>"
            + "".join(f'<tr><td><a href="{text(url)}">{text(name)}</a></td></tr>' for name, url in value)
            + "</table>"
        )

    def frame(self, made: Made, path: str, title: str, body: str, trail: tuple[str, ...]) -> str:
        return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{text(title)} - {text(made.site.name)}</title>{made.head}</head><body>
<div id="top-menu"><ul class="sf-menu">{self.menu(made.menu)}</ul></div><div id="page"><div id="main-content"><h1>{text(title)}</h1>{body}</div>
<div id="right"><h4>Link Terkait</h4><ul><li><a href="https://kemenag.go.id">Kemenag RI</a></li><li><a href="https://jateng.kemenag.go.id">Kanwil</a></li></ul></div></div>
<div id="bottom">{made.footer}</div></body></html>"""


class Semantic(Theme):
    """A plain, well-made site: header, nav, main, footer."""

    def frame(self, made: Made, path: str, title: str, body: str, trail: tuple[str, ...]) -> str:
        return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{text(title)} - {text(made.site.name)}</title>{made.head}</head><body><a class="skip-link" href="#isi">Lewati ke isi utama</a>
<header><form role="search" action="/cari"><input type="search" name="q" aria-label="Cari"></form><nav><ul>{self.menu(made.menu)}</ul></nav></header>
<main id="isi"><h1>{text(title)}</h1>{body}</main><footer>{made.footer}</footer></body></html>"""

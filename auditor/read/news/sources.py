"""Where a site's news may be had cheaply, for the crawler: feeds, APIs, sitemaps, following pages of a list."""

from __future__ import annotations

from urllib.parse import urljoin

from auditor.language.streams import Stream
from auditor.model import FetchRole, Site
from auditor.read.news.lists import FOLLOWING, more_news, stream_of_page
from auditor.read.page.anatomy import Anatomy
from auditor.web.articles import looks_like_article
from auditor.web.hosts import host_of

MAX_ADDRESSES = 6
_POSTS = "posts?per_page=100&_fields=id,date,date_gmt,link,title,excerpt,categories"
_CATEGORIES = "categories?per_page=100&_fields=id,name,slug"


def news_addresses(home: Anatomy, base_url: str, posts_pages: int = 1) -> tuple[tuple[str, FetchRole], ...]:
    """Feeds, APIs and sitemaps worth a request, best first, at most six, by what the home page tells of its system.

    WordPress: its newest hundred posts and the names of the categories; else the feeds the page announces, the usual
    feed address, and a sitemap. ``posts_pages`` asks for more hundreds (a Kanwil publishes thousands in a quarter,
    and who sent them is counted); then the limit of six grows with it.
    """
    found: dict[str, FetchRole] = {}
    api = home.carried.api
    wordpress = api is not None or home.wordpress
    root = urljoin(base_url, "/")
    if wordpress:
        rest = urljoin(base_url, api or "") or root
        if api is None:
            rest = urljoin(root, "wp-json/")
        further = (f"{_POSTS}&page={number}" for number in range(2, posts_pages + 1))
        for route in (_POSTS, _CATEGORIES, *further):
            # Without pretty permalinks the root is "/?rest_route=/" and its arguments follow with "&".
            at = rest + "wp/v2/" + (route.replace("?", "&", 1) if "?" in rest else route)
            found.setdefault(at, FetchRole.API)
    announced = [urljoin(base_url, address) for address in home.carried.feeds]
    # Feeds of comments and of single pages tell nothing of the news.
    feeds = [url for url in announced if "comment" not in url.lower() and host_of(url) == host_of(base_url)]
    for url in feeds[: 1 if wordpress else 2]:
        found.setdefault(url, FetchRole.FEED)
    if not feeds:
        found.setdefault(urljoin(root, "feed/"), FetchRole.FEED)
    sitemap = "wp-sitemap-posts-post-1.xml" if wordpress else "sitemap.xml"
    found.setdefault(urljoin(root, sitemap), FetchRole.SITEMAP)
    return tuple(found.items())[: MAX_ADDRESSES + posts_pages - 1]


def more_news_addresses(page: Anatomy, url: str, site: Site) -> tuple[str, ...]:
    """The next two pages of a news list, for the crawler; () for any other page.

    A following page names no further ones, so that the news of a site stays within its fifteen requests, and neither
    does a list whose system offers an API: one request there tells more than ten pages.
    """
    if looks_like_article(url, "") or FOLLOWING.search(url):
        return ()
    if stream_of_page(url, None, page) is not Stream.NEWS or page.carried.api is not None:
        return ()
    return tuple(target for target in more_news(page, url, site) if target)[:2]

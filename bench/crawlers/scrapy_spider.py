"""Scrapy fetching, parsing and following the same pages, as its own documentation shows it. Stdin: addresses."""

from __future__ import annotations

import sys
from urllib.parse import urlsplit

from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule


class Pages(CrawlSpider):
    """Follows every link of the sites and takes each page's title."""

    name = "pages"
    start_urls = tuple(sys.stdin.read().split())
    allowed_domains = tuple(urlsplit(start).hostname for start in start_urls)
    rules = (Rule(LinkExtractor(), callback="take", follow=True),)  # cheaper than response.follow_all

    def take(self, response):
        yield {"url": response.url, "title": response.css("title::text").get()}


if __name__ == "__main__":
    process = CrawlerProcess(
        {
            "USER_AGENT": "scrapy",
            "ROBOTSTXT_OBEY": True,
            "LOG_ENABLED": False,
            "TELNETCONSOLE_ENABLED": False,
            "DOWNLOAD_DELAY": 0,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
            "CONCURRENT_REQUESTS": 48,
            "AUTOTHROTTLE_ENABLED": False,
        }
    )
    process.crawl(Pages)
    process.start()

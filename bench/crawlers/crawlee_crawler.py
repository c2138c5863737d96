"""Crawlee for Python fetching, parsing and following the same pages. Stdin: addresses."""

from __future__ import annotations

import asyncio
import logging
import re
import sys
from datetime import timedelta

from crawlee import ConcurrencySettings
from crawlee.configuration import Configuration
from crawlee.crawlers import ParselCrawler, ParselCrawlingContext
from crawlee.storage_clients import MemoryStorageClient

logging.disable(logging.CRITICAL)


async def main() -> None:
    crawler = ParselCrawler(
        storage_client=MemoryStorageClient(),
        configuration=Configuration(purge_on_start=True),
        concurrency_settings=ConcurrencySettings(min_concurrency=8, desired_concurrency=16, max_concurrency=48),
        respect_robots_txt_file=True,
        configure_logging=False,
        request_handler_timeout=timedelta(minutes=5),
    )

    @crawler.router.default_handler
    async def take(context: ParselCrawlingContext) -> None:
        await context.push_data({"url": context.request.url, "title": context.selector.css("title::text").get()})
        await context.enqueue_links(strategy="same-hostname", exclude=[re.compile(r".*\.pdf$")])

    await crawler.run(sys.stdin.read().split())


if __name__ == "__main__":
    asyncio.run(main())

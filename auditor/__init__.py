"""Audits the websites of Kemenag offices against UU 14/2008 (KIP): crawl -> score -> report."""

__version__ = "0.1.0"

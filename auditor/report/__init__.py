"""Scorecards -> files for people: HTML, PDF, XLSX, CSV, slides and text. Nothing here judges or fetches."""

from auditor.report.evidence import write_evidence_pages
from auditor.report.writer import ALL, write_reports

__all__ = ["ALL", "write_evidence_pages", "write_reports"]

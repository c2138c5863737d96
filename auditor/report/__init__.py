"""Scorecards -> files for people: HTML, PDF, XLSX, CSV, slides and text. Nothing here judges or fetches."""

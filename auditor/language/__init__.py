"""What Indonesian text says, wherever it stands: phrases, labels, dates, years, places, offices, placeholders. Pure."""

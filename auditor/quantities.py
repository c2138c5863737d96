"""Weights and efforts as Indonesians write them: "1,5", "2,5 jam"."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def plain(value: float) -> str:
    """A weight or points: at most two decimals, no trailing zeros, with a comma."""
    text = format(Decimal(repr(float(value))).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP), "f")
    return text.rstrip("0").rstrip(".").replace(".", ",") or "0"


def duration(minutes: int) -> str:
    """An effort: "45 menit", "1 jam", "2,5 jam", "3 hari kerja" (8 hours each)."""
    if minutes < 60:
        return f"{minutes} menit"
    if minutes < 480:
        return f"{plain(round(minutes / 60 * 2) / 2)} jam"
    return f"{plain(round(minutes / 480 * 2) / 2)} hari kerja"

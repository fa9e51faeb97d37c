"""Months and days as ISO text."""

from __future__ import annotations

from datetime import date


def month_of(year: int, month: int) -> str:
    """An ISO month."""
    return f"{year}-{month:02d}"


def day_of(year: int, month: int, day: int) -> str:
    """An ISO date; the month alone where it has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return month_of(year, month) if 1 <= month <= 12 else str(year)


def month_shift(day: date, months: int) -> str:
    """The ISO month that lies so many months after the month of ``day``."""
    count = day.year * 12 + day.month - 1 + months
    return month_of(count // 12, count % 12 + 1)


def span_of(first: str, last: str) -> str:
    """An interval, or the one point where both ends are the same."""
    return first if first == last else f"{first}/{last}"

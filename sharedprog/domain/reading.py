"""Reading what people type or a sheet holds: days, money, working time, numbers, yes and no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from sharedprog.domain.words import CLOCK_DAY, DAY_MINUTES

RAW = str | int | float | bool | date | datetime | time | None
"""What a typed text or a cell of a sheet can hand over."""

LONGEST = 80
"""Characters that are repeated of a text that was not understood."""


class Unread(ValueError):
    """A text that does not say what was expected; ``expected`` is that, in a few words."""

    def __init__(self, found: str, expected: str) -> None:
        told = found if len(found) <= LONGEST else f"{found[: LONGEST - 1].rstrip()}…"
        super().__init__(f"“{told}” was not understood. Expected {expected}.")
        self.found = found
        self.expected = expected


A_DAY = "a day, such as 3 Dec 2026, 03/12/2026, fri or +2w"
A_NEAR_DAY = "a day from 1900 to 2199"
YEARS = range(1900, 2200)
"""Years that people mean; ``0026`` is a slip."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONG_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
NUMBER = r"\d{1,12}(?:\.\d{1,12})?|\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,12})?"
"""Figures with or without commas between thousands; never a comma for the point."""


def _named(text: str, names: Sequence[str]) -> int | None:
    """The place of the name that a text of three letters or more begins."""
    return next((place for place, name in enumerate(names) if len(text) > 2 and name.startswith(text)), None)


def _year(text: str) -> int:
    """Two figures are of this century; four stand as they are."""
    return int(text) + 2000 if len(text) == 2 else int(text)


def _made(year: int, month: int, day: int, found: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Unread(found, A_DAY) from error


def _relative(text: str, today: date) -> date | None:
    """``today``, ``tomorrow``, ``fri``, ``+2w``, ``-3d``, ``+1m``, ``+2 weeks``, ``in 10 days``."""
    fixed = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if text in fixed:
        return today + timedelta(days=fixed[text])
    shift = re.fullmatch(r"([+-]|in\s)\s*(\d{1,4})\s*(d|days?|w|weeks?|m|months?)", text.replace("−", "-"))
    if shift:
        number, unit = int(shift[2]) * (-1 if shift[1] == "-" else 1), shift[3][0]
        if unit == "m":
            months = today.year * 12 + today.month - 1 + number
            year, month = divmod(months, 12)
            ends = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
            return date(year, month + 1, min(today.day, ends))
        return today + timedelta(days=number * (7 if unit == "w" else 1))
    weekday = _named(text, WEEKDAYS)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return None


def _nearest(month: int, day: int, today: date, found: str) -> date:
    """The year that brings a day and month closest to today."""
    years = (today.year - 1, today.year, today.year + 1)
    tries = []
    for year in years:
        try:
            tries.append(date(year, month, day))
        except ValueError:
            continue  # 29 Feb in a year that has none
    if not tries:
        raise Unread(found, A_DAY)
    return min(tries, key=lambda tried: abs(tried - today))


def read_day(raw: RAW, today: date) -> date:
    """A day as people write it, day before month; raises ``Unread``, never falls back on a default."""
    day = _any_day(raw, today)
    if day.year not in YEARS:
        raise Unread(str(raw), A_NEAR_DAY)
    return day


def _any_day(raw: RAW, today: date) -> date:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    found = str(raw if raw is not None else "").strip()
    if isinstance(raw, int | float):
        raise Unread(found, A_DAY)  # a figure in a sheet is no day, though 3.5 as text is 3 May
    text = found.lower().replace(",", " ")
    try:
        relative = _relative(text, today)
    except (ValueError, OverflowError) as error:
        raise Unread(found, A_DAY) from error
    if relative is not None:
        return relative
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d{2}:\d{2}(?::\d{2})?)?", text)
    if iso:
        return _made(int(iso[1]), int(iso[2]), int(iso[3]), found)
    figures = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?", text)
    if figures:
        day, month = int(figures[1]), int(figures[2])
        return _made(_year(figures[3]), month, day, found) if figures[3] else _nearest(month, day, today, found)
    return _spelt(text, today, found)


def _spelt(text: str, today: date, found: str) -> date:
    """``3 dec``, ``3rd december 2026``, ``thu 3 dec 2026``; a weekday that does not agree is not understood.

    The month may come first where a whole year follows: ``Mar 26`` alone may be a day or a month of 2026.
    """
    text = re.sub(r"([a-z]+)\.?\s+(\d{1,2})(st|nd|rd|th)?\s+(\d{4})$", r"\2 \1 \4", text)
    parts = re.fullmatch(
        r"(?:([a-z]+)\.?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]+)\.?(?:[\s-]+(\d{4}|\d{2}))?", text
    )
    month = _named(parts[3], LONG_MONTHS) if parts else None
    if parts is None or month is None:
        raise Unread(found, A_DAY)
    day = int(parts[2])
    made = _made(_year(parts[4]), month + 1, day, found) if parts[4] else _nearest(month + 1, day, today, found)
    if parts[1] and _named(parts[1], WEEKDAYS) != made.weekday():
        raise Unread(found, A_DAY)
    return made


def read_duration(raw: RAW, day: int = DAY_MINUTES) -> int:
    """Working minutes from ``5``, ``5d``, ``2w``, ``4h``, ``30m``, ``-2d``; a bare number is days, of so many."""
    return _minutes(str(raw).strip().lower(), raw, day, 5 * day)


def read_elapsed(raw: RAW) -> int:
    """Minutes on the clock from ``5``, ``5d``, ``5ed``, ``1ew``, ``4eh``; a bare number is days of 24 hours."""
    text = re.sub(r"(?<=[\d\s])e(?=[mhdw])", "", str(raw).strip().lower())
    return _minutes(text, raw, CLOCK_DAY, 7 * CLOCK_DAY)


def _minutes(written: str, raw: RAW, day: int, week: int) -> int:
    text = written.removesuffix("?").replace("−", "-")
    units = r"minutes?|mins?|m|hours?|hrs?|h|days?|dys?|d|weeks?|wks?|w|"
    found = re.fullmatch(rf"(-)?({NUMBER})\s*({units})", text)
    if not found or isinstance(raw, date | time):
        raise Unread(str(raw), "working time, such as 5d, 2w or 4h")
    unit = {"m": 1, "h": 60, "w": week}.get(found[3][:1], day)
    minutes = round(Decimal(found[2].replace(",", "")) * unit)
    return -minutes if found[1] else minutes


def read_money(raw: RAW) -> int:
    """Pence from ``£1,250``, ``1250.50``, ``(£300)``, ``-£300``, ``1.2m``, ``45k``."""
    text = str(raw).strip().lower().replace(" ", "").replace("−", "-")
    found = re.fullmatch(rf"(-|\()?£?({NUMBER})(k|m)?(\))?", text)
    if not found or (found[1] == "(") != bool(found[4]) or isinstance(raw, date | time):
        raise Unread(str(raw), "an amount in pounds, such as £1,250 or (£300)")
    pounds = Decimal(found[2].replace(",", "")) * {"k": 1_000, "m": 1_000_000}.get(found[3] or "", 1)
    pence = round(pounds * 100)
    return -pence if found[1] else pence


def read_whole(raw: RAW, lowest: int, highest: int, unit: str = "") -> int:
    """A whole number within bounds, with its unit behind it or without."""
    text = str(raw).strip().removesuffix(unit).strip().removesuffix(".0")
    if not re.fullmatch(r"-?\d{1,12}", text) or not lowest <= int(text) <= highest:
        raise Unread(str(raw), f"a whole number from {lowest} to {highest}")
    return int(text)


def read_percent(raw: RAW) -> int:
    """A whole per cent from ``60``, ``60 %``, or the 0.6 of a sheet cell."""
    if isinstance(raw, float) and 0 <= raw <= 1:
        return round(raw * 100)
    return read_whole(raw, 0, 100, "%")


def read_clock(raw: RAW) -> time:
    """A time of day from ``10``, ``10:00``, ``2.30pm``."""
    if isinstance(raw, datetime):
        return raw.time().replace(second=0, microsecond=0)
    if isinstance(raw, time):
        return raw.replace(second=0, microsecond=0)
    found = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(am|pm)?", str(raw).strip().lower())
    expected = "a time, such as 10:00 or 2.30pm"
    if not found:
        raise Unread(str(raw), expected)
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + 12 * (found[3] == "pm") if 1 <= hour <= 12 else 99
    try:
        return time(hour, int(found[2] or 0))
    except ValueError as error:
        raise Unread(str(raw), expected) from error


def read_flag(raw: RAW) -> bool:
    """Yes or no from ``yes``, ``Y``, ``true``, ``1``, ``✓`` and their opposites."""
    text = str(raw).strip().lower()
    if text in {"yes", "y", "true", "1", "1.0", "x", "✓"}:
        return True
    if text in {"no", "n", "false", "0", "0.0", "", "–", "-"}:
        return False
    raise Unread(str(raw), "yes or no")

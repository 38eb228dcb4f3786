"""Reading what people type or a sheet holds: days, money, working time, numbers, yes and no."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from sharedprog.domain.words import DAY_MINUTES, DAYS, MONTHS

RAW = str | int | float | bool | date | datetime | time | None
"""What a typed text or a cell of a sheet can hand over."""


class Unread(ValueError):
    """A text that does not say what was expected; ``expected`` is that, in a few words."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(f"“{found}” was not understood. Expected {expected}.")
        self.found = found
        self.expected = expected


A_DAY = "a day, such as 3 Dec 2026, 03/12/2026, fri or +2w"
LONG_MONTHS = {month.lower(): number for number, month in enumerate(MONTHS, start=1)}


def _year(text: str) -> int:
    """Two figures are of this century; four stand as they are."""
    return int(text) + 2000 if len(text) == 2 else int(text)


def _made(year: int, month: int, day: int, found: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Unread(found, A_DAY) from error


def _relative(text: str, today: date) -> date | None:
    """``today``, ``tomorrow``, ``fri``, ``+2w``, ``-3d``, ``+1m``."""
    fixed = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if text in fixed:
        return today + timedelta(days=fixed[text])
    shift = re.fullmatch(r"([+-]\d{1,4})\s*([dwm])", text)
    if shift:
        number, unit = int(shift[1]), shift[2]
        if unit == "m":
            months = today.year * 12 + today.month - 1 + number
            year, month = divmod(months, 12)
            ends = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
            return date(year, month + 1, min(today.day, ends))
        return today + timedelta(days=number * (7 if unit == "w" else 1))
    weekday = next((n for n, name in enumerate(DAYS) if len(text) >= 3 and text.startswith(name.lower())), None)
    whole = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    if weekday is not None and whole[weekday].startswith(text):
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
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    found = str(raw if raw is not None else "").strip()
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
    spelt = re.fullmatch(r"(?:[a-z]+\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?(?:[\s-]+(\d{4}|\d{2}))?", text)
    if spelt and spelt[2][:3] in LONG_MONTHS:
        day, month = int(spelt[1]), LONG_MONTHS[spelt[2][:3]]
        return _made(_year(spelt[3]), month, day, found) if spelt[3] else _nearest(month, day, today, found)
    raise Unread(found, A_DAY)


def read_duration(raw: RAW) -> int:
    """Working minutes from ``5``, ``5d``, ``2w``, ``4h``, ``30m``, ``-2d``; a bare number is days."""
    text = str(raw).strip().lower().removesuffix("?")
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)\s*(minutes?|mins?|m|hours?|hrs?|h|days?|dys?|d|weeks?|wks?|w|)", text)
    if not found or isinstance(raw, date | time):
        raise Unread(str(raw), "working time, such as 5d, 2w or 4h")
    unit = {"m": 1, "h": 60, "w": DAY_MINUTES * 5}.get(found[2][:1], DAY_MINUTES)
    return round(float(found[1]) * unit)


def read_money(raw: RAW) -> int:
    """Pence from ``£1,250``, ``1250.50``, ``(£300)``, ``1.2m``, ``45k``."""
    text = str(raw).strip().lower().replace(",", "").replace("£", "").replace(" ", "")
    found = re.fullmatch(r"(\()?(-?\d+(?:\.\d+)?)(k|m)?(\))?", text)
    if not found or bool(found[1]) != bool(found[4]) or isinstance(raw, date | time):
        raise Unread(str(raw), "an amount in pounds, such as £1,250 or (£300)")
    pence = round(float(found[2]) * {"k": 1_000, "m": 1_000_000}.get(found[3] or "", 1) * 100)
    return -pence if found[1] else pence


def read_whole(raw: RAW, lowest: int, highest: int) -> int:
    """A whole number within bounds."""
    text = str(raw).strip().removesuffix(".0")
    expected = f"a whole number from {lowest} to {highest}"
    if not re.fullmatch(r"-?\d{1,12}", text) or not lowest <= int(text) <= highest:
        raise Unread(str(raw), expected)
    return int(text)


def read_percent(raw: RAW) -> int:
    """A whole per cent from ``60``, ``60 %``, or the 0.6 of a sheet cell."""
    if isinstance(raw, float) and 0 <= raw <= 1:
        return round(raw * 100)
    return read_whole(str(raw).strip().rstrip("%").strip(), 0, 100)


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
    hour = int(found[1]) % 12 + 12 * (found[3] == "pm") if found[3] else int(found[1])
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

"""One way to write a day, a moment, money and working time, on every screen and page."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY_MINUTES = 480
CLOCK_DAY = 1440
"""Working minutes in a working day."""
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date) -> str:
    """``Thu 3 Dec 2026``, whatever the language of the computer."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year:04d}"


def short_day(day: date) -> str:
    """``3 Dec``, where the year stands beside it."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def clock_words(clock: time) -> str:
    """``10:00``."""
    return f"{clock.hour:02d}:{clock.minute:02d}"


def utc(moment: datetime) -> datetime:
    """The same moment in UTC; one without a zone is UTC already."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _uk() -> ZoneInfo | None:
    """The zone of the United Kingdom; ``None``, so the computer's own, where the system knows no zones."""
    try:
        return ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        return None


def local(moment: datetime) -> datetime:
    """A moment as the clocks of the United Kingdom show it; a moment without a zone is UTC."""
    return utc(moment).astimezone(_uk())


def from_local(day: date, clock: time) -> datetime:
    """The moment, in UTC, at which the clocks of the United Kingdom show this."""
    return datetime.combine(day, clock, tzinfo=_uk()).astimezone(UTC)


def moment_words(moment: datetime) -> str:
    """``Mon 30 Nov 2026 12:04``, in UK time."""
    there = local(moment)
    return f"{day_words(there.date())} {there.hour:02d}:{there.minute:02d}"


def money_words(pence: int) -> str:
    """``£1,250``, ``£12.50``, ``(£1,250)`` for a negative amount in pence."""
    pounds, rest = divmod(abs(pence), 100)
    shown = f"£{pounds:,}" + (f".{rest:02d}" if rest else "")
    return f"({shown})" if pence < 0 else shown


def duration_words(minutes: int, day: int = DAY_MINUTES, *, elapsed: bool = False) -> str:
    """Working minutes as days of so many: ``5 d``, ``-0.5 d``; minutes on the clock as ``2 ed`` of 24 hours."""
    days = f"{minutes / (CLOCK_DAY if elapsed else day):.2f}".rstrip("0").rstrip(".")
    return f"{'0' if days == '-0' else days} {'ed' if elapsed else 'd'}"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 risk``, ``2 risks``, ``no risks``."""
    if number == 1:
        return f"1 {one}"
    return f"{number or 'no'} {many or one + 's'}"


def one(noun: str) -> str:
    """``a risk``, ``an issue``."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"

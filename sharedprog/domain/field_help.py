"""What is this? A field in a sentence, and how it is typed, from its description alone."""

from __future__ import annotations

from typing import assert_never

from sharedprog.domain.fields import (
    Choice,
    Clock,
    Day,
    Duration,
    File,
    Flag,
    Kind,
    Level,
    Link,
    Moment,
    Money,
    Percent,
    Prose,
    Text,
    Whole,
)


def what_is_this(kind: Kind, purpose: str = "") -> str:
    """What a field is for, in its own words or others, then how it is typed: ``Gives it. Type a few letters…``."""
    return " ".join(part for part in (purpose or kind.help, how_to_type(kind)) if part)


def how_to_type(kind: Kind) -> str:
    """How a value of this kind is typed; empty where there is nothing to know."""
    match kind:
        case Text():
            return ""
        case Prose():
            return "Enter begins a new line; Ctrl+Enter keeps what you typed."
        case Whole():
            unit = f" {kind.unit}" if kind.unit else ""
            return f"Type a whole number from {kind.lowest} to {kind.highest:,}{unit}."
        case Money():
            return "Type pounds: 1250, £1,250.50, 45k or (£300)."
        case Percent():
            return "Type a number from 0 to 100."
        case Duration():
            return "Type days as 5d, 2w or 4h."
        case Day():
            return "Type a day as 3 dec, fri or +2w; F4 opens the calendar."
        case Clock():
            return "Type a time as 10:00 or 2.30pm."
        case Choice():
            return "Type its first letters; F4 opens the list."
        case Level():
            return "Type its number; F4 opens the list."
        case Flag():
            return "Space ticks it."
        case Link():
            more = " A name that is new becomes a person." if "people" in kind.to else ""
            return f"Type a few letters of the name; F4 opens the list.{more}"
        case Moment():
            return "The program sets it."
        case File():
            return "Press Enter or Space to choose a file."
        case _:
            assert_never(kind)

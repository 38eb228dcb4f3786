"""Order keys: text that sorts between its neighbours, so that a move is one edit."""

from __future__ import annotations

import re

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
FIRST = "i001"


def between(before: str, after: str) -> str:
    """A key that sorts after ``before`` and before ``after`` (empty: an open end); keys never end in 0."""
    head = ""
    place = 0
    while True:
        low = DIGITS.index(before[place]) if place < len(before) else 0
        high = DIGITS.index(after[place]) if place < len(after) else len(DIGITS)
        if high - low > 1:
            return head + DIGITS[(low + high) // 2]
        head += DIGITS[low]
        if high > low:
            after = ""
        place += 1


def after_last(last: str) -> str:
    """A key after the last one: four digits counted up, so that 800,000 appended rows keep short keys."""
    if not last:
        return FIRST
    number = int(last[: len(FIRST)].ljust(len(FIRST), "0"), 36) + 1
    if number % 36 == 0:
        number += 1
    if number >= 36 ** len(FIRST):
        return last + FIRST
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits.rjust(len(FIRST), "0")


def natural(label: str) -> tuple[str | int, ...]:
    """A label as people count: ``R-99`` comes before ``R-1000``, and ``3.2`` before ``3.10``."""
    return tuple(int(part) if part.isdecimal() else part for part in re.split(r"([0-9]+)", label))


def padded(label: str) -> str:
    """A label as text that sorts as people count, whatever else it is sorted among."""
    return re.sub(r"[0-9]+", lambda digits: digits[0].zfill(9), label)

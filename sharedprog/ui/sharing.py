"""How the columns of a table share its width: what each wants where there is room, and never less than it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class Need:
    """Widths of a column in pixels: with its words broken into lines, whole but wrapped, and in one line."""

    tight: int
    least: int
    wanted: int

    def with_room_for(self, other: Need) -> Need:
        """What is needed where both are to be shown."""
        return Need(*(max(pair) for pair in zip(astuple(self), astuple(other), strict=True)))


def fixed(width: int) -> Need:
    """A column that has one width only."""
    return Need(width, width, width)


def share(room: int, needs: Sequence[Need], taker: int) -> list[int]:
    """A width for each column; the one at ``taker`` has what the others leave.

    Where even the tightest do not fit, each has its least, for the table to be scrolled.
    """
    tight, least, wanted = ([getattr(need, name) for need in needs] for name in ("tight", "least", "wanted"))
    if sum(wanted) <= room:
        widths = wanted
    elif sum(least) <= room:
        widths = _between(room, least, wanted)
    elif sum(tight) <= room:
        widths = tight
        widths[taker] = min(least[taker], tight[taker] + room - sum(tight))
        widths = _between(room, widths, least)
    else:
        return least
    widths[taker] += room - sum(widths)
    return widths


def _between(room: int, low: list[int], high: list[int]) -> list[int]:
    """Each its low, and a part of what is over by how much it lacks of its high."""
    over, lacking = room - sum(low), sum(high) - sum(low)
    return [one + over * (other - one) // lacking for one, other in zip(low, high, strict=True)]

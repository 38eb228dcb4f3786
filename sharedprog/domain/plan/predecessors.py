"""What a task waits for, in one line as people write it: ``3.1, 3.2FS+2d, 4SS``.

Tasks are named by outline number or by label; finish to start is what nothing is said of. Lags are in working time
(``+2d``, ``-4h``), in elapsed time (``+2ed``) or in per cent of the predecessor (``+50%``).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from sharedprog.domain.changes import Edit
from sharedprog.domain.drafting import Draft
from sharedprog.domain.plan.linking import loop_refusal
from sharedprog.domain.plan.outline import Shape, shape_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS, Dependency
from sharedprog.domain.trouble import Trouble

WAITS_FOR = "waits_for"
"""The name of the column."""
EXPECTED = "tasks by their numbers, such as 3.1, 3.2FS+2d or 4SS"
CLOCK_DAY = 1440
MOST_PERCENT = 1000
_PART = re.compile(
    r"(?P<task>\d+(?:\.\d+)*|[a-z]+-\d+)\s*(?P<kind>fs|ss|ff|sf)?\s*"
    r"(?:(?P<sign>[+-])\s*(?P<size>\d{1,9}(?:\.\d{1,6})?)\s*(?P<unit>e?(?:mins?|m|h|d|w)?|%))?",
    re.IGNORECASE,
)


class Wait(NamedTuple):
    """One link as it was typed: minutes of lag, or per cent of the predecessor."""

    predecessor: str
    kind: str
    lag: int
    lag_kind: str
    percent: int | None


def waits_in_words(programme: Programme, task_id: str) -> str:
    """The links of a task in one line; those to a task that is gone are left out."""
    shape, day = shape_of(programme), programme.day_minutes
    found = [
        (shape.places[link.predecessor], _in_words(shape, link, day))
        for link in programme.children(DEPENDENCIES, task_id)
        if link.predecessor in shape.places
    ]
    return ", ".join(words for _, words in sorted(found))


def _in_words(shape: Shape, link: Dependency, day: int) -> str:
    lag = _lag_in_words(link, day)
    kind = link.kind or "FS"
    return shape.numbers[shape.places[link.predecessor or ""]] + (kind if lag or kind != "FS" else "") + lag


def _lag_in_words(link: Dependency, day: int) -> str:
    if link.lag_kind == "percent":
        return f"{link.lag_percent:+d}%" if link.lag_percent else ""
    if not link.lag:
        return ""
    elapsed = link.lag_kind == "elapsed"
    prefix, length = ("e", CLOCK_DAY) if elapsed else ("", day)
    for unit, minutes in (("d", length), ("h", 60)):
        if link.lag % minutes == 0:
            return f"{link.lag // minutes:+d}{prefix}{unit}"
    return f"{link.lag:+d}{prefix}min"


def waits_from(programme: Programme, text: str) -> tuple[Wait, ...]:
    """The links that a line says; raises ``Unread`` for a part that says none, or names a task that is not there."""
    return tuple(_wait(programme, part) for part in re.split(r"[,;]", text.replace("−", "-")) if part.strip())


def _wait(programme: Programme, part: str) -> Wait:
    found = _PART.fullmatch(part.strip())
    if found is None:
        raise Unread(part.strip(), EXPECTED)
    named = found["task"]
    shape = shape_of(programme)
    labelled = programme.labelled(TASKS, named)
    task = shape.ids[shape.numbers.index(named)] if named in shape.numbers else labelled.id if labelled else None
    if task is None:
        raise Unread(part.strip(), "the number of a task in the outline, such as 3.1, or its label, such as T-012")
    kind = (found["kind"] or "FS").upper()
    if found["size"] is None:
        return Wait(task, kind, 0, "working", None)
    size = Decimal(found["sign"] + found["size"])
    unit = (found["unit"] or "d").lower()
    if unit == "%":
        if abs(size) > MOST_PERCENT:
            raise Unread(part.strip(), f"a lag of no more than {MOST_PERCENT} %")
        return Wait(task, kind, 0, "percent", round(size))
    day = CLOCK_DAY if unit.startswith("e") else programme.day_minutes
    week = 7 * CLOCK_DAY if unit.startswith("e") else 5 * day
    minutes = {"m": 1, "h": 60, "w": week}.get(unit.removeprefix("e")[:1], day)
    return Wait(task, kind, round(size * minutes), "elapsed" if unit.startswith("e") else "working", None)


def waiting_for(programme: Programme, task_id: str, text: str) -> tuple[Edit, ...]:
    """The edits after which a task waits for what a line says, and for nothing else.

    Raises ``Unread``, or ``Trouble`` with the loop spelled out.
    """
    draft = Draft(programme)
    before = list(programme.children(DEPENDENCIES, task_id))
    wanted = {(wait.predecessor, wait.kind): wait for wait in waits_from(programme, text)}
    kept = {(link.predecessor, link.kind): link for link in before if (link.predecessor, link.kind) in wanted}
    spare = {link.predecessor: link for link in before if (link.predecessor, link.kind) not in wanted}
    known_as = {ends: kept.get(ends) or spare.pop(ends[0], None) for ends in wanted}
    used = {link.id for link in known_as.values() if link is not None}
    for link in before:
        if link.id not in used:
            draft.set(DEPENDENCIES, link.id, "exists", False)
    for ends, wait in wanted.items():
        known = known_as[ends]
        if known is None or known.kind != wait.kind:
            refusal = loop_refusal(programme, wait.predecessor, task_id, wait.kind)
            if refusal is not None:
                raise Trouble(refusal)
        row = known.id if known else draft.add(DEPENDENCIES, None, parent=task_id, predecessor=wait.predecessor)
        for field, value in (
            ("kind", wait.kind),
            ("lag", wait.lag),
            ("lag_kind", wait.lag_kind),
            ("lag_percent", wait.percent),
        ):
            draft.set(DEPENDENCIES, row, field, value)
    return draft.edits

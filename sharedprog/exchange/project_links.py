"""Links between tasks of Microsoft Project XML, and the ones that cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from sharedprog.domain.problems import Problem
from sharedprog.exchange.project_plan import LagUnit, LinkKind, PlanLink, PlanTask
from sharedprog.exchange.project_tasks import ELAPSED_FORMATS
from sharedprog.exchange.project_values import LONGEST_MINUTES, ProblemList, Reading, named, shortened

Ends = tuple[int, int, LinkKind]
"""The UIDs of predecessor and successor, and the kind of link: two of one kind between them say the same."""

KINDS: tuple[LinkKind, ...] = ("FF", "FS", "SF", "SS")
"""In the order of Project's codes 0 to 3."""
PERCENT_FORMATS = frozenset({19, 20, 51, 52})
NAMED_IN_A_LOOP = 6


def read_links(reading: Reading, successor_uid: int) -> Iterator[PlanLink]:
    """The links that a task states to what it waits for; those that cannot be read are problems."""
    for record in reading.record.children:
        if record.name == "PredecessorLink":
            link = _link(Reading(record, reading.where, reading.problems), successor_uid)
            if link is not None:
                yield link


def _link(reading: Reading, successor_uid: int) -> PlanLink | None:
    if reading.flag("CrossProject"):
        found = reading.text("CrossProjectName") or "a task of another plan"
        reading.problem("PredecessorLink", found, "a link to a task of this plan; it is left out")
        return None
    predecessor = reading.whole("PredecessorUID", lowest=0)
    if predecessor is None:
        if not reading.text("PredecessorUID"):
            reading.problem("PredecessorUID", "", "the UID of the task it waits for")
        return None
    code = reading.whole("Type", 0, len(KINDS) - 1)
    unit = _lag_unit(reading.whole("LagFormat"))
    return PlanLink(
        predecessor_uid=predecessor,
        successor_uid=successor_uid,
        kind="FS" if code is None else KINDS[code],
        lag=_lag(reading, unit),
        lag_unit=unit,
        line=reading.record.line,
    )


def _lag_unit(lag_format: int | None) -> LagUnit:
    if lag_format in PERCENT_FORMATS:
        return "elapsed percent" if lag_format in ELAPSED_FORMATS else "percent"
    return "elapsed" if lag_format in ELAPSED_FORMATS else "working"


def _lag(reading: Reading, unit: LagUnit) -> int:
    """``LinkLag`` holds tenths of a minute, but whole per cents where its format is per cent."""
    match unit:
        case "percent" | "elapsed percent":
            return reading.whole("LinkLag", -100_000, 100_000) or 0
        case "working" | "elapsed":
            most = min(LONGEST_MINUTES * 10, 2**31 - 1)
            return round((reading.whole("LinkLag", -most, most) or 0) / 10)
        case _:
            assert_never(unit)


def sound_links(
    links: Iterable[PlanLink],
    tasks: Sequence[PlanTask],
    problems: ProblemList,
    element: str = "PredecessorLink",
    *,
    one_each: bool = False,
) -> tuple[PlanLink, ...]:
    """The links whose ends are tasks of the plan, each pair once a kind, without loops; the rest are problems.

    With ``one_each`` each pair stands once whatever the kind: Microsoft Project knows no more. ``element`` is what
    links are called in the file.
    """
    by_uid = {task.uid: task for task in tasks}
    kept: dict[Ends, PlanLink] = {}
    pairs: dict[Ends | tuple[int, int], int] = {}
    for link in links:
        pair = (link.predecessor_uid, link.successor_uid) if one_each else _ends(link)
        expected = _fault(link, pairs.get(pair), by_uid)
        if expected is None:
            kept[_ends(link)] = link
            pairs[pair] = link.line
        elif link.successor_uid in by_uid:
            found = f"a link from task {_short_name(link.predecessor_uid, by_uid)}"
            problems.add(_problem(link, by_uid, element, found, expected))
    for link, loop in _closing_links(kept.values()):
        names = [_short_name(uid, by_uid) for uid in loop]
        shown = " → ".join([*names, "…" if len(loop) == NAMED_IN_A_LOOP else names[0]])
        expected = "links that never lead back to where they began; this one is left out"
        problems.add(_problem(link, by_uid, element, f"a loop: {shown}", expected))
        del kept[_ends(link)]
    return tuple(kept.values())


def _ends(link: PlanLink) -> Ends:
    return link.predecessor_uid, link.successor_uid, link.kind


def _fault(link: PlanLink, line: int | None, by_uid: dict[int, PlanTask]) -> str | None:
    """What was expected instead of this link, ``line`` the one that says the same; ``None`` when nothing is wrong."""
    ends = _ends(link)
    if link.predecessor_uid not in by_uid:
        return "a link to a task that is in the plan; it is left out"
    if ends[0] == ends[1]:
        return "a link to another task; it is left out"
    if line is not None:
        return f"one link of a kind between the two, and line {line} has it; this one is left out"
    if _is_above(ends[0], ends[1], by_uid) or _is_above(ends[1], ends[0], by_uid):
        return "no link between a summary task and a task beneath it; it is left out"
    return None


def _is_above(upper: int, lower: int, by_uid: dict[int, PlanTask]) -> bool:
    if upper not in by_uid or not by_uid[upper].summary:
        return False
    parent: int | None = lower
    while parent is not None and parent != upper:
        parent = by_uid[parent].parent_uid if parent in by_uid else None
    return parent == upper


def _closing_links(links: Iterable[PlanLink]) -> list[tuple[PlanLink, list[int]]]:
    """The links that close a loop in a walk through all of them, each with the first UIDs of its loop."""
    following: dict[int, list[PlanLink]] = {}
    for stated in links:
        following.setdefault(stated.predecessor_uid, []).append(stated)
    closing: list[tuple[PlanLink, list[int]]] = []
    finished: set[int] = set()
    for start, first in following.items():
        if start in finished:
            continue
        way, places = [start], {start: 0}
        ahead = [iter(first)]
        while ahead:
            link = next(ahead[-1], None)
            if link is None:
                ahead.pop()
                finished.add(way[-1])
                del places[way.pop()]
            elif link.successor_uid in places:
                place = places[link.successor_uid]
                closing.append((link, way[place : place + NAMED_IN_A_LOOP]))
            elif link.successor_uid not in finished:
                places[link.successor_uid] = len(way)
                way.append(link.successor_uid)
                ahead.append(iter(following.get(link.successor_uid, ())))
    return closing


def _problem(link: PlanLink, by_uid: dict[int, PlanTask], element: str, found: str, expected: str) -> Problem:
    task = by_uid[link.successor_uid]
    where = named("Task", task.uid if task.id is None else task.id, task.name)
    return Problem(where, link.line, element, found, expected, counted_in="line")


def _short_name(uid: int, by_uid: dict[int, PlanTask]) -> str:
    task = by_uid.get(uid)
    if task is None:
        return f"UID {uid}"
    return f"{uid if task.id is None else task.id} {shortened(task.name)}".rstrip()

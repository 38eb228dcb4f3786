"""Sentences about what a Microsoft Project plan holds and this program does not keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sharedprog.domain.words import counted
from sharedprog.exchange.project_plan import ProjectPlan

LEFT: Mapping[str, frozenset[str]] = {
    "hours of work": frozenset({"Work", "RegularWork", "ActualWork", "RemainingWork", "Units", "MaxUnits"}),
    "costs": frozenset({"Cost", "FixedCost", "ActualCost", "StandardRate", "OvertimeRate", "CostPerUse", "rate"}),
    "days off of single people": frozenset({"vacation"}),
    "fields of your own": frozenset({"FieldID", "Value", "Alias"}),
    "that tasks recur": frozenset({"Recurring"}),
    "hyperlinks": frozenset({"Hyperlink", "HyperlinkAddress"}),
    "the manager's name": frozenset({"Manager"}),
}
"""Parts of a file by the elements that hold them."""
MOST_NAMED = 12
"""Names that one sentence holds."""


def notes_on(plan: ProjectPlan) -> Iterator[str]:
    """What is left out, and what Project reckons with and this program does not."""
    others = [each.name for each in plan.resources if each.kind != "work"]
    if others:
        yield f"{counted(len(others), 'material or cost', 'materials and costs')} left out; only people own tasks."
    delayed = [task.name for task in plan.tasks if task.levelling_delay]
    if delayed:
        yield f"Project had put these tasks off to level resources, which is not taken over: {_named(delayed)}."
    percent = [link for link in plan.links if link.lag_unit == "elapsed percent"]
    if percent:
        yield f"{counted(len(percent), 'lag')} in per cent of elapsed time taken as per cent of working time."
    left = [
        words
        for words, names in LEFT.items()
        if any(_last(each.place) in names for each in plan.unread if each.telling)
    ]
    if left:
        yield f"Left out, because they have no place here: {', '.join(left)}."
    known = frozenset().union(*LEFT.values())
    unknown: dict[str, list[str]] = {}
    for each in plan.unread:
        record, _, name = each.place.rpartition("/")
        if each.telling and name not in known:
            unknown.setdefault(_last(record) or "Project", []).append(name)
    if unknown:
        told = "; ".join(f"{record}: {_named(names, quoted=False)}" for record, names in unknown.items())
        yield f"Elements of the file that were not read: {told}."


def _named(names: list[str], *, quoted: bool = True) -> str:
    shown = ", ".join(f"“{name[:60]}”" if quoted else name[:60] for name in names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown


def _last(place: str) -> str:
    return place.rsplit("/", 1)[-1]

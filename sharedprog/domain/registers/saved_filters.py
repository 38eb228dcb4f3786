"""Filters that someone saved for everyone who opens the programme."""

from dataclasses import dataclass
from typing import Annotated

from sharedprog.domain.fields import Choice, Prose, Text, options
from sharedprog.domain.register import Group, Register, Row

LISTS = options(
    tasks="Plan",
    workstreams="Workstreams",
    baselines="Baselines",
    risks="Risks",
    issues="Issues",
    poisons="Poisons and antidotes",
    actions="Actions",
    decisions="Decisions",
    board_meetings="Board meetings",
    packs="Packs",
    partners="Partners",
    people="People",
    matrices="Scoring matrices",
    calendars="Working times",
    bank_holidays="Bank holidays",
)
"""The lists that can be filtered, as their pages are called."""


@dataclass(frozen=True, kw_only=True)
class SavedFilter(Row):
    """What to show of one list; ``conditions`` are lines of a column's label and what stands in it."""

    title: Annotated[str, Text(label="Filter", width=28, longest=60, required=True, help="What people call it.")] = ""
    page: Annotated[str | None, Choice(label="List", options=LISTS, help="The list that it filters.")] = None
    words: Annotated[str, Text(label="Words", width=24, help="Words that stand in each row.")] = ""
    chip: Annotated[str, Text(label="Named filter", width=18, longest=60, help="Such as Open or Late.")] = ""
    conditions: Annotated[
        str, Prose(label="Conditions", width=32, help="A line for each: Owner: Head of HR.", longest=4_000)
    ] = ""


SAVED_FILTERS = Register(
    key="saved_filters",
    row=SavedFilter,
    title="Saved filters",
    singular="saved filter",
    columns=("title", "page", "words", "chip", "conditions"),
    groups=(Group("The filter", ("title", "page", "words", "chip", "conditions")),),
    empty="No filters are saved in this programme. Filter a list, then save the filter.",
)

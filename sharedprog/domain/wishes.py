"""What a person wants to see of a list, as it can be saved: typed words, a named filter, conditions on columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sharedprog.domain.columns import Column, columns_of
from sharedprog.domain.fields import Level
from sharedprog.domain.filters import FILTERS
from sharedprog.domain.listing import Test
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row
from sharedprog.domain.registers.saved_filters import LISTS, SavedFilter
from sharedprog.domain.view import View

GUARDED = "named_by"
"""What is shown of who named a poison follows from more than the name."""


@dataclass(frozen=True)
class Condition:
    """Rows that show these words in the column with this label; none for rows where it is empty."""

    label: str
    words: str

    def __str__(self) -> str:
        return f"{self.label}: {self.words or '(empty)'}"


@dataclass(frozen=True)
class Wish:
    """Words that are in the row, the title of a named filter, and conditions, all of which must hold."""

    words: str = ""
    chip: str = ""
    conditions: tuple[Condition, ...] = ()

    @property
    def none(self) -> bool:
        """Whether everything is wanted."""
        return self == Wish()


def written(conditions: Iterable[Condition]) -> str:
    """Conditions as lines that people can read."""
    return "\n".join(f"{each.label}: {each.words}".rstrip() for each in conditions)


def read_conditions(text: str) -> tuple[Condition, ...]:
    """Conditions from such lines; a line without a colon is none."""
    parts = (line.partition(":") for line in text.splitlines() if ":" in line)
    return tuple(Condition(label.strip(), words.strip()) for label, _, words in parts)


def wish_of(row: SavedFilter) -> Wish:
    """What a saved filter shows."""
    return Wish(row.words, row.chip, read_conditions(row.conditions))


def in_a_line(text: str) -> str:
    """The words of a cell as a condition compares them."""
    return " ".join(text.split())


def conditions_test(key: str, conditions: Iterable[Condition]) -> Test | None:
    """Whether a row meets all conditions; one on a column that is not there is met by none."""
    asked = [
        [_Shows(column, each.words) for column in columns_of(key).values() if column.label == each.label]
        for each in conditions
    ]
    if not asked:
        return None
    return lambda view, row: all(any(shows.holds(view, row) for shows in columns) for columns in asked)


class _Shows:
    """Whether a column shows these words; what a value shows is worked out once for a picture."""

    def __init__(self, column: Column, words: str) -> None:
        self._column = column
        self._words = words.casefold()
        follows = column.computed or column.kind is None or isinstance(column.kind, Level)
        self._follows_from_value = not follows and column.name != GUARDED
        self._programme: Programme | None = None
        self._known: dict[object, bool] = {}

    def holds(self, view: View, row: Row) -> bool:
        """Whether the row does."""
        if not self._follows_from_value:
            return self._looked(view, row)
        if view.programme is not self._programme:
            self._programme = view.programme
            self._known.clear()
        value = getattr(row, self._column.name)
        if value not in self._known:
            self._known[value] = self._looked(view, row)
        return self._known[value]

    def _looked(self, view: View, row: Row) -> bool:
        return in_a_line(self._column.shown(view, row).text).casefold() == self._words


def fault(row: SavedFilter) -> str:
    """Why a saved filter can show nothing, or an empty text."""
    if row.page is None or row.page not in {option.code for option in LISTS}:
        return "it does not say of which list it is. Delete it, or save it anew from that list."
    if row.chip and row.chip not in {each.title for each in FILTERS.get(row.page, ())}:
        return f"there is no filter “{row.chip}” in that list. Save it anew without it."
    labels = {column.label for column in columns_of(row.page).values()}
    missing = next((each.label for each in read_conditions(row.conditions) if each.label not in labels), None)
    if missing is not None:
        return f"there is no column “{missing}” in that list. Save it anew without it."
    return ""

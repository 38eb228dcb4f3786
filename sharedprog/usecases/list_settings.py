"""How one person likes each list: which columns, how wide, in what order, sorted by what; also by names they gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sharedprog.usecases.settings import Settings

PRESENT, NAMED = "present", "named"
WIDEST = 2_000


@dataclass(frozen=True)
class ColumnSet:
    """Columns from the left, the widths that were set by hand (in pixels at 100 %), and what sorts the rows."""

    names: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)
    sort: str | None = None
    descending: bool = False

    def to_json(self) -> dict[str, Any]:
        """As it is kept in the settings."""
        held = {"names": list(self.names), "widths": dict(self.widths)}
        return {**held, "sort": self.sort, "descending": self.descending}

    @classmethod
    def of_json(cls, held: object) -> ColumnSet | None:
        """A set that was kept; ``None`` where it is none, so that a spoilt file costs nothing but the set."""
        if not isinstance(held, dict) or not isinstance(held.get("names"), list):
            return None
        names = tuple(name for name in held["names"] if isinstance(name, str))
        widths, sort = held.get("widths"), held.get("sort")
        kept = widths.items() if isinstance(widths, dict) else ()
        return cls(
            names,
            {str(name): width for name, width in kept if type(width) is int and 0 < width <= WIDEST},
            sort if isinstance(sort, str) else None,
            held.get("descending") is True,
        )


def present_columns(settings: Settings, key: str) -> ColumnSet | None:
    """The columns of a register as they were last; ``None`` where they were never changed."""
    return ColumnSet.of_json(_of(settings, key).get(PRESENT))


def column_sets(settings: Settings, key: str) -> dict[str, ColumnSet]:
    """The sets that were given names, by name."""
    held = _of(settings, key).get(NAMED)
    read = {name: ColumnSet.of_json(each) for name, each in held.items()} if isinstance(held, dict) else {}
    return {str(name): each for name, each in read.items() if each is not None}


def with_present(settings: Settings, key: str, present: ColumnSet) -> Settings:
    """The settings with these as the columns of a register from now on."""
    return _with(settings, key, present, column_sets(settings, key))


def with_sets(settings: Settings, key: str, sets: Mapping[str, ColumnSet]) -> Settings:
    """The settings with these as the named sets of a register."""
    return _with(settings, key, present_columns(settings, key), sets)


def _of(settings: Settings, key: str) -> dict[str, Any]:
    held = settings.columns.get(key)
    return held if isinstance(held, dict) else {}


def _with(settings: Settings, key: str, present: ColumnSet | None, sets: Mapping[str, ColumnSet]) -> Settings:
    held: dict[str, Any] = {NAMED: {name: each.to_json() for name, each in sets.items()}}
    if present is not None:
        held[PRESENT] = present.to_json()
    return replace(settings, columns={**settings.columns, key: held})

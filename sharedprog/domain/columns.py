"""Every column a person can see of a register: its fields, and the ones computed from a view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache
from typing import Any

from sharedprog.domain.computed import COMPUTED, UNKNOWN, Computed, Shown, SortKey, named
from sharedprog.domain.fields import (
    Choice,
    Clock,
    Day,
    Duration,
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
from sharedprog.domain.ordering import padded
from sharedprog.domain.register import UNSHOWN, Row
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.poisons import Poison
from sharedprog.domain.scales import matrix_of
from sharedprog.domain.values import show
from sharedprog.domain.view import View


@dataclass(frozen=True)
class Column:
    """One column: ``kind`` is ``None`` where nothing can be typed; ``figures`` stand to the right.

    ``width`` is in characters; ``key`` is what its rows are sorted by, and follows from more than the row where it is
    ``computed``.
    """

    name: str
    label: str
    width: int
    kind: Kind | None
    shown: Callable[[View, Any], Shown]
    key: Callable[[View, Any], SortKey]
    computed: bool = False
    figures: bool = False
    help: str = ""
    wraps: bool = False


@cache
def columns_of(key: str) -> dict[str, Column]:
    """All columns of a register by name, the first ones first."""
    register = BY_KEY[key]
    found: dict[str, Column] = {}
    for name, kind in register.fields.items():
        if name not in UNSHOWN:
            found[name] = _of_field(name, kind)
    for extra in COMPUTED.get(key, ()):
        typed = found.get(extra.name)
        if typed is not None:
            found[extra.name] = replace(typed, shown=extra.shown, key=_key_of(extra), computed=True)
            continue
        found[extra.name] = Column(
            name=extra.name,
            label=extra.label,
            width=extra.width,
            kind=None,
            shown=extra.shown,
            key=_key_of(extra),
            computed=True,
            figures=extra.figures,
            help=extra.help,
        )
    first = [name for name in register.columns if name in found]
    return {name: found[name] for name in (*first, *(name for name in found if name not in first))}


def _of_field(name: str, kind: Kind) -> Column:
    def shown(view: View, row: Row) -> Shown:
        if isinstance(row, Poison) and name == "named_by":
            return named(view, row)
        value = getattr(row, name)
        words = show(kind, value, view.programme, matrix_of(view.programme, row) if isinstance(kind, Level) else None)
        rag = value if isinstance(kind, Choice) and name == "rag" else None
        return Shown(words, sort_key(kind, value, words), rag)

    def key(view: View, row: Row) -> SortKey:
        if isinstance(row, Poison) and name == "named_by":
            return named(view, row).sort
        value = getattr(row, name)
        if name == "ref":
            return (0, 0.0, padded(value).casefold()) if value else UNKNOWN
        return sort_key(kind, value, show(kind, value, view.programme) if isinstance(kind, Link) else "")

    return Column(
        name=name,
        label=kind.label,
        width=kind.width,
        kind=kind,
        shown=shown,
        key=key,
        figures=isinstance(kind, Whole | Money | Percent | Duration),
        help=kind.help,
        wraps=isinstance(kind, Text | Prose) and name != "ref",
    )


def _key_of(extra: Computed) -> Callable[[View, Any], SortKey]:
    return extra.key or (lambda view, row: extra.shown(view, row).sort)


def sort_key(kind: Kind, value: Any, words: str) -> SortKey:  # noqa: ANN401 - any value of a cell
    """Unknown last, then numbers and days by size, options by their place in the list, text and names by letter."""
    if value is None or value == "":
        return UNKNOWN
    if isinstance(kind, Choice):
        codes = [option.code for option in kind.options]
        return (0, float(codes.index(value)) if value in codes else float(len(codes)), str(value))
    if isinstance(kind, Day | Moment | Clock | Whole | Money | Percent | Duration | Level | Flag):
        return (0, _number(value), "")
    return (0, 0.0, (value if isinstance(kind, Text | Prose) else words).casefold())


def _number(value: object) -> float:
    match value:
        case datetime():
            return value.timestamp()
        case date():
            return float(value.toordinal())
        case time():
            return float(value.hour * 60 + value.minute)
        case int():
            return float(value)
        case _:
            return 0.0

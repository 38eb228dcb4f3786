"""Every column a person can see of a register: its fields, and the ones computed from a view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache
from typing import Any

from sharedprog.domain.computed import COMPUTED, Shown, named
from sharedprog.domain.fields import (
    Choice,
    Clock,
    Day,
    Duration,
    Kind,
    Level,
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
    """One column: ``kind`` is ``None`` for a computed one; ``figures`` stand to the right; ``width`` in characters."""

    name: str
    label: str
    width: int
    kind: Kind | None
    shown: Callable[[View, Any], Shown]
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
            found[extra.name] = replace(typed, shown=extra.shown)
            continue
        found[extra.name] = Column(extra.name, extra.label, extra.width, None, extra.shown, extra.figures, extra.help)
    first = [name for name in register.columns if name in found]
    return {name: found[name] for name in (*first, *(name for name in found if name not in first))}


def _of_field(name: str, kind: Kind) -> Column:
    figures = isinstance(kind, Whole | Money | Percent | Duration)
    wraps = isinstance(kind, Text | Prose) and name != "ref"

    def shown(view: View, row: Row) -> Shown:
        if isinstance(row, Poison) and name == "named_by":
            return named(view, row)
        value = getattr(row, name)
        words = show(kind, value, view.programme, matrix_of(view.programme, row) if isinstance(kind, Level) else None)
        rag = value if isinstance(kind, Choice) and name == "rag" else None
        return Shown(words, sort_key(kind, value, padded(words) if name == "ref" else words), rag)

    return Column(name, kind.label, kind.width, kind, shown, figures, kind.help, wraps)


def sort_key(kind: Kind, value: Any, words: str) -> tuple[int, float, str]:  # noqa: ANN401 - any value of a cell
    """Unknown last, then numbers and days by size, options by their place in the list, words by letter."""
    if value is None or value == "":
        return (1, 0.0, "")
    if isinstance(kind, Choice):
        codes = [option.code for option in kind.options]
        return (0, float(codes.index(value)) if value in codes else len(codes), words.casefold())
    if isinstance(kind, Day | Moment | Clock | Whole | Money | Percent | Duration | Level):
        return (0, _number(value), "")
    return (0, 0.0, words.casefold())


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

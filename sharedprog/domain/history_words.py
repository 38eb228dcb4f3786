"""A line of the history in the user's words: which row, which field, from what to what."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from sharedprog.domain.changes import Edit
from sharedprog.domain.fields import File, Kind, Link, Prose, Text, Value
from sharedprog.domain.history import NAMER, Deed, Line
from sharedprog.domain.naming import REFERRED, label, short_name
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.values import show
from sharedprog.domain.words import moment_words

NOTHING, IN_CONFIDENCE, PICTURE = "(empty)", "(in confidence)", "picture"
CONTEXT = 3
"""Words of a long text that are told before and after what differs."""
NAME = 48
"""Characters of the name of a part that are told."""
LONG = 60
"""Characters from which only what differs in a text is told."""


class HistoryWords:
    """Names rows and values by what the programme holds now, deleted rows included; remembers what it said."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self._rows: dict[tuple[str, str], str] = {}

    def row(self, register: str, row_id: str) -> str:
        """The row by its label and what it is called: ``Risk R-012 Staff leave``; for a part, whose it is."""
        held = self._rows.get((register, row_id))
        if held is None:
            held = self._rows[register, row_id] = self._named(register, row_id)
        return held

    def part(self, register: str, row_id: str) -> str:
        """The row without saying whose part it is: ``Antidote “Meet weekly”``."""
        described = BY_KEY[register]
        row: Row | None = self.programme.all_rows(described).get(row_id)
        if row is None or register == LINKS.key or not self._parent(described, row):
            return self.row(register, row_id)
        name = f"{described.singular}{self._called(described, row)}"
        return name[:1].upper() + name[1:]

    def home(self, register: str, row_id: str) -> tuple[str, str]:
        """The row on whose page this one is seen, by register and id: itself, or that which it belongs to."""
        described = BY_KEY[register]
        row: Any = self.programme.all_rows(described).get(row_id)
        if described.place or row is None:
            return register, row_id
        above = row.source if register == LINKS.key else getattr(row, "parent", None)
        kind = LINKS.fields["source"]
        keys = kind.to if register == LINKS.key and isinstance(kind, Link) else described.child_of
        found: str | None = next((key for key in keys if above in self.programme.tables[key].rows), None)
        return (found, str(above)) if found is not None else (register, row_id)

    def what(self, line: Line) -> str:
        """The field, or what was done to the row as a whole."""
        if line.deed is not Deed.CHANGED:
            return str(line.deed)
        kind: Kind = BY_KEY[line.register].fields[line.field]
        return str(kind.label)

    def values(self, line: Line) -> tuple[str, str]:
        """The value before and after; nothing for a row as a whole."""
        if line.deed is not Deed.CHANGED:
            return "", ""
        return self._values(line.edit, secret=line.secret)

    def value(self, register: str, row_id: str, kind: Kind, value: Value) -> str:
        """One value of a row, in words."""
        if value is None or value == "":
            return NOTHING
        if isinstance(kind, File):
            return PICTURE
        if isinstance(kind, Link):
            return next((name for key in kind.to if (name := self._linked(key, str(value)))), "(missing)")
        row: Row | None = self.programme.all_rows(BY_KEY[register]).get(row_id)
        return show(kind, value, self.programme, getattr(row, "matrix", None))

    def sentence(self, line: Line) -> str:
        """What was done, in one line: ``Impact: 3 Moderate → 4 Major``, or ``Deleted``."""
        if line.deed is not Deed.CHANGED:
            return self.what(line)
        return f"{self.what(line)}: {' → '.join(self.values(line))}"

    def loss(self, edit: Edit, *, secret: bool) -> str:
        """What putting something back would overwrite: what is there now, and what would be there again."""
        name = self.row(edit.cell.register, edit.cell.row)
        if edit.cell.field == "exists":
            return f"{name} would be deleted"
        if edit.cell.field == "order":
            return f"{name} would move back"
        field = BY_KEY[edit.cell.register].fields[edit.cell.field].label
        return f"{name}, {field}: {' → '.join(self._values(edit, secret=secret and edit.cell.field == NAMER))}"

    def text(self, line: Line) -> str:
        """Everything of a line by which people would look for it, in lower case."""
        action = line.action
        parts = [action.title, action.who, moment_words(action.at), self.row(line.register, line.row), self.what(line)]
        kind = BY_KEY[line.register].fields.get(line.field)
        if line.deed is Deed.CHANGED and isinstance(kind, Text | Prose) and not line.secret:
            parts += [str(line.old or ""), str(line.new or "")]
        else:
            parts += self.values(line)
        return "\n".join(parts).casefold()

    def _values(self, edit: Edit, *, secret: bool) -> tuple[str, str]:
        """A field before and after, for reading side by side."""
        if secret:
            return IN_CONFIDENCE, IN_CONFIDENCE
        register, row_id = edit.cell.register, edit.cell.row
        kind = BY_KEY[register].fields[edit.cell.field]
        if isinstance(kind, Text | Prose):
            return difference(str(edit.old or ""), str(edit.new or ""))
        return self.value(register, row_id, kind, edit.old), self.value(register, row_id, kind, edit.new)

    def _linked(self, key: str, row_id: str) -> str:
        row = self.programme.tables[key].rows.get(row_id)
        return short_name(BY_KEY[key], row) if row is not None else ""

    def _named(self, key: str, row_id: str) -> str:
        register = BY_KEY[key]
        row: Row | None = self.programme.all_rows(register).get(row_id)
        if row is None:
            return register.singular.capitalize()
        above = self._parent(register, row)
        if key == LINKS.key:
            name = f"{register.singular}: {self._linked_ends(row_id)}"
        elif above:
            name = f"{register.singular}{self._called(register, row)} of {above}"
        else:
            name = label(register, row)
            name = f"{name} {register.name_of(row)}" if key in REFERRED and row.ref else name
        name = " ".join(name.split())
        return name[:1].upper() + name[1:]

    def _called(self, register: Register[Any], row: Row) -> str:
        """What a part is called, in quotes: by its name, or by whom or what it is about."""
        if isinstance(register.fields[register.name_field], Text | Prose):
            name = register.name_of(row)
        else:
            links = ((n, kind) for n, kind in register.fields.items() if n != "parent" and isinstance(kind, Link))
            named = next(((kind, value) for n, kind in links if (value := getattr(row, n))), None)
            name = self.value(register.key, row.id, *named) if named is not None else ""
        return f" “{shorten(name, NAME, placeholder='…')}”" if name.strip() else ""

    def _linked_ends(self, row_id: str) -> str:
        link = self.programme.all_rows(LINKS)[row_id]
        ends = ((LINKS.fields[name], getattr(link, name)) for name in ("source", "target"))
        return " and ".join(self.value(LINKS.key, row_id, kind, value) for kind, value in ends)

    def _parent(self, register: Register[Any], row: Row) -> str:
        """Whose part a row is; empty for one that stands for itself, such as a task within another."""
        key, above = self.home(register.key, row.id)
        found: Row | None = self.programme.all_rows(BY_KEY[key]).get(above)
        return label(BY_KEY[key], found) if found is not None and key != register.key else ""


def difference(old: str, new: str) -> tuple[str, str]:
    """Two texts, and where they are long only what differs, with a few words about it."""
    first, second = old.split(), new.split()
    if len(old) <= LONG and len(new) <= LONG:
        return " ".join(first) or NOTHING, " ".join(second) or NOTHING
    most = min(len(first), len(second))
    head = next((place for place in range(most) if first[place] != second[place]), most)
    most -= head
    tail = next((place for place in range(most) if first[-1 - place] != second[-1 - place]), most)
    return _part(first, head, tail), _part(second, head, tail)


def _part(words: list[str], head: int, tail: int) -> str:
    """The words between head and tail, with some about them, cut where that is long."""
    begin, end = max(0, head - CONTEXT), min(len(words), len(words) - tail + CONTEXT)
    told = " ".join(words[begin:end])
    cut = len(told) > 3 * LONG
    told = told[: 3 * LONG].rstrip() if cut else told
    if not told:
        return NOTHING
    return f"{'… ' if begin else ''}{told}{' …' if cut or end < len(words) else ''}"

"""The journal in words: who did what when, and what each change did to each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sharedprog.domain import boards
from sharedprog.domain.changes import ChangeSet, Edit
from sharedprog.domain.fields import File, Kind, Link, Prose, Text, Value
from sharedprog.domain.history import NAMER, Marks, confided
from sharedprog.domain.naming import REFERRED, short_name
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread, read_day
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.values import show
from sharedprog.domain.words import local
from sharedprog.usecases import titles
from sharedprog.usecases.document import Document

LONGEST = 80
"""Characters of a value that a line repeats."""
UNTOLD = frozenset({"order", "exists", "saw"})
"""Fields that are told in other words or mean nothing to a person; hashes of files are left out as well."""


@dataclass(frozen=True)
class CellChange:
    """One cell before and after, in words; ``row`` names the row as a person would."""

    register: str
    id: str
    row: str
    field: str
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One change set; ``lines`` tell what it did, a line for each row added or deleted and for each other cell."""

    id: str
    at: datetime
    who: str
    title: str
    undoes: str | None
    cells: tuple[CellChange, ...]
    lines: tuple[str, ...]


def log(document: Document, since: str | None = None) -> tuple[Entry, ...]:
    """What was done, oldest first: ever, after a board (its number, or ``last``), or from a day on.

    Of a poison that was ever anonymous neither the partner who named it is told, nor who touched it.
    Raises ``Trouble`` where there is no such board or day.
    """
    whole = document.journal()
    poisons = {poison for each in whole for poison in confided(each.edits)}
    words = Words(document.programme, Marks(poisons=poisons))
    if since is None:
        return tuple(words.entry(each) for each in whole)
    after, day = _since(document, since.strip().casefold())
    found = (each for each in document.journal(after) if day is None or local(each.at).date() >= day)
    return tuple(words.entry(each) for each in found)


def _since(document: Document, since: str) -> tuple[str | None, date | None]:
    """The change set that a board saw, or a day."""
    number = since.removeprefix("board").strip()
    if number == "last" or (number.isascii() and number.isdigit()):
        held = boards.held(document.programme)
        found = next((board for board in reversed(held) if number in ("last", str(board.number))), None)
        if found is None:
            numbers = ", ".join(str(board.number) for board in held) or "none yet"
            raise Trouble(f"No board “{since}” was held, so nothing is since then. Boards held: {numbers}.")
        return found.saw or None, None
    try:
        return None, read_day(since, document.today)
    except Unread as unread:
        raise Trouble(f"“{since}” is neither the number of a board nor {unread.expected}.") from unread


class Words:
    """Names rows and values by what the programme holds now, deleted rows included."""

    def __init__(self, programme: Programme, marks: Marks) -> None:
        self.programme = programme
        self.marks = marks

    def entry(self, change_set: ChangeSet) -> Entry:
        """A change set in words."""
        in_confidence = any(self.marks.in_confidence(edit.cell) for edit in change_set.edits)
        edits = tuple(edit for edit in change_set.edits if not self._secret(edit))
        return Entry(
            id=change_set.id,
            at=change_set.at,
            who="" if in_confidence else change_set.who,
            title=change_set.title,
            undoes=change_set.undoes,
            cells=tuple(self._cell(edit) for edit in edits if edit.cell.field != "exists"),
            lines=tuple(self._lines(edits)),
        )

    def _secret(self, edit: Edit) -> bool:
        return edit.cell.field == NAMER and self.marks.in_confidence(edit.cell)

    def _lines(self, edits: Iterable[Edit]) -> Iterator[str]:
        by_row: dict[tuple[str, str], dict[str, Edit]] = {}
        for edit in edits:
            by_row.setdefault((edit.cell.register, edit.cell.row), {})[edit.cell.field] = edit
        for (key, row_id), of_row in by_row.items():
            name = self._named(key, row_id)
            exists = of_row.get("exists")
            if exists is not None:
                yield f"{'Added' if exists.new else 'Deleted'} {name}"
                continue
            if "order" in of_row:
                yield f"{name}: moved"
            for field, edit in of_row.items():
                if field not in UNTOLD and not isinstance(BY_KEY[key].fields[field], File):
                    cell = self._cell(edit)
                    yield f"{name}, {cell.label}: {_short(cell.old)} → {_short(cell.new)}"

    def _named(self, key: str, row_id: str) -> str:
        """The row by its label, and by what it is called where the label does not say."""
        register = BY_KEY[key]
        row = self.programme.all_rows(register).get(row_id)
        label = titles.of_row(self.programme, register, row_id)
        told = register.key in REFERRED or bool(register.child_of)
        named = told and isinstance(register.fields.get(register.name_field), Text | Prose)
        title = " ".join(register.name_of(row).split()) if row is not None and named else ""
        return label if not title or title[:20] in label else f"{label} “{_short(title)}”"

    def _cell(self, edit: Edit) -> CellChange:
        register = BY_KEY[edit.cell.register]
        kind = register.fields.get(edit.cell.field)
        row: Any = self.programme.all_rows(register).get(edit.cell.row)
        matrix = getattr(row, "matrix", None)
        return CellChange(
            register=register.key,
            id=edit.cell.row,
            row=self._named(register.key, edit.cell.row),
            field=edit.cell.field,
            label=kind.label if kind is not None else edit.cell.field,
            old=self._shown(kind, edit.old, matrix),
            new=self._shown(kind, edit.new, matrix),
        )

    def _shown(self, kind: Kind | None, value: Value, matrix: str | None) -> str:
        if kind is None or value is None:
            return ""
        if isinstance(kind, Link):
            for key in kind.to:
                row = self.programme.tables[key].rows.get(str(value))
                if row is not None:
                    return short_name(BY_KEY[key], row)
        return show(kind, value, self.programme, matrix)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    if not plain:
        return "(empty)"
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"

"""The history in a JSON file: change sets that lead, edit by edit, to the rows beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sharedprog.domain.changes import Cell, ChangeSet, Edit, same
from sharedprog.domain.fields import Flag, Value
from sharedprog.domain.problems import Problem
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Row
from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.domain.values import encode
from sharedprog.exchange.json_values import id_of, loose, moment_of, shown, text_of

T = TypeVar("T")
JOURNAL = "journal"
LONGEST_TITLE = 2_000
EXISTS = Flag(label="Exists")


class History:
    """Reads the change sets in order, and follows what each cell holds after them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.cells: dict[Cell, Value] = {}
        self.ids: set[str] = set()

    def take(self, raw: object, programme: Programme | None) -> tuple[ChangeSet, ...] | None:
        """The history; ``None`` where it cannot be trusted: any of it unread, or not leading to these rows.

        ``programme`` is the rows that stand beside it, ``None`` where those could not be read themselves.
        """
        if not isinstance(raw, list):
            self._problem(None, "", shown(raw), "a list of change sets")
            return None
        made = [self._change_set(number, entry) for number, entry in enumerate(raw, start=1)]
        if not self.problems and programme is not None:
            self._compare(programme)
        if self.problems or programme is None:
            return None
        return tuple(each for each in made if each is not None)

    def _problem(self, entry: int | None, column: str, found: str, expected: str) -> None:
        self.problems.append(Problem(JOURNAL, entry, column, found, expected, counted_in="entry"))

    def _change_set(self, number: int, raw: object) -> ChangeSet | None:
        if not isinstance(raw, dict):
            self._problem(number, "", shown(raw), "an object with id, title, who, at and edits")
            return None
        before = len(self.problems)
        made_id = self._read(number, "id", self._new_id, raw.get("id"))
        title = self._read(number, "title", _line, raw.get("title"))
        who = self._read(number, "who", _line, raw.get("who", ""))
        at = self._read(number, "at", moment_of, raw.get("at"))
        undoes = self._read(number, "undoes", _id_or_none, raw.get("undoes"))
        via = self._read(number, "via", _id_or_none, raw.get("via"))
        edits = self._read(number, "edits", self._edits if via is None else self._told_edits, raw.get("edits"))
        if len(self.problems) > before or at is None:
            return None
        return ChangeSet(made_id or "", title or "", who or "", at, edits or (), undoes, via)

    def _read(self, number: int, column: str, reader: Callable[[Any], T], raw: object) -> T | None:
        """What the reader makes of a part; ``None`` and a problem where it cannot."""
        try:
            return reader(raw)
        except Unread as unread:
            self._problem(number, column, unread.found, unread.expected)
            return None

    def _new_id(self, raw: object) -> str:
        made_id = id_of(raw)
        if made_id in self.ids:
            raise Unread(made_id, "an id of its own; an earlier change set has it")
        self.ids.add(made_id)
        return made_id

    def _edits(self, raw: object) -> tuple[Edit, ...]:
        return tuple(self._edit(entry, followed=True) for entry in _list(raw))

    def _told_edits(self, raw: object) -> tuple[Edit, ...]:
        return tuple(self._edit(entry, followed=False) for entry in _list(raw))

    def _edit(self, raw: Any, *, followed: bool) -> Edit:  # noqa: ANN401 - anything that JSON can hold
        """One edit; raises ``Unread``. Those that came with a merge are history only, and not followed."""
        if not isinstance(raw, dict):
            raise Unread(shown(raw), "an object with register, row, field, old and new")
        register = BY_KEY.get(text_of(raw.get("register"), 80))
        if register is None:
            raise Unread(shown(raw.get("register")), "the name of a register")
        name = text_of(raw.get("field"), 80)
        kind = EXISTS if name == "exists" else register.fields.get(name)
        if kind is None:
            raise Unread(shown(name), f"a field of {register.title.lower()}")
        cell = Cell(register.key, id_of(raw.get("row")), name)
        edit = Edit(cell, loose(kind, raw.get("old")), loose(kind, raw.get("new")))
        if followed:
            now = self.cells.get(cell, register.defaults[name])
            if not same(now, edit.old):
                raise Unread(
                    f"{cell.register}.{name} of {cell.row} as {shown(encode(edit.old))} before an edit",
                    f"{shown(encode(now))}, which is what the edits before it left",
                )
            self.cells[cell] = edit.new
        return edit

    def _compare(self, programme: Programme) -> None:
        """Find the first row of each register that is not as the history left it."""
        led: dict[str, set[str]] = {register.key: set() for register in REGISTERS}
        for cell, value in self.cells.items():
            if cell.field == "exists" and value is True:
                led[cell.register].add(cell.row)
        for register in REGISTERS:
            rows = {row.id: row for row in programme.rows(register)}
            for row_id in sorted(led[register.key] ^ rows.keys()):
                told = "this row, which the history leaves" if row_id in led[register.key] else "a row of the history"
                self.problems.append(Problem(register.key, None, "id", row_id, told))
                break
            for row in rows.values() if led[register.key] == rows.keys() else ():
                name = next((name for name in register.fields if not self._fits(register.key, row, name)), None)
                if name is not None:
                    found = shown(encode(getattr(row, name)))
                    expected = f"{shown(encode(self._led(Cell(register.key, row.id, name))))}, as the history ends"
                    self.problems.append(Problem(f"{register.key} {row.id}", None, name, found, expected))
                    break

    def _fits(self, key: str, row: Row, name: str) -> bool:
        return same(getattr(row, name), self._led(Cell(key, row.id, name)))

    def _led(self, cell: Cell) -> Value:
        return self.cells.get(cell, BY_KEY[cell.register].defaults[cell.field])


def _line(raw: object) -> str:
    return text_of(raw, LONGEST_TITLE)


def _id_or_none(raw: object) -> str | None:
    return None if raw is None else id_of(raw)


def _list(raw: object) -> list[Any]:
    if not isinstance(raw, list):
        raise Unread(shown(raw), "a list of edits")
    return raw

"""A block of cells from a spreadsheet put over the cells of a list: planned first, then one change or nothing."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from sharedprog.domain.changes import ChangeSet, Edit
from sharedprog.domain.columns import Column, columns_of
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Kind, Link, Value
from sharedprog.domain.naming import label, several
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Register
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.values import read
from sharedprog.domain.view import View
from sharedprog.exchange.clipboard import read_block
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import kind_of, put
from sharedprog.usecases.matrices import check_may_change
from sharedprog.usecases.people import person

FEW = 4
"""Rows read before others have their turn."""
MOST_CELLS = 200_000


@dataclass(frozen=True)
class Place:
    """Where a block goes: the rows and columns as seen, from the current cell on.

    ``may_add``: rows are added where the block is longer than the list; ``parent`` is whose they are.
    """

    register: Register[Any]
    rows: tuple[str, ...]
    columns: tuple[Column, ...]
    may_add: bool = True
    parent: str | None = None


@dataclass(frozen=True)
class Misfit:
    """A cell that could not be read: of which row and column, what stands in it, and why."""

    row: str
    column: str
    found: str
    reason: str


@dataclass(frozen=True)
class Pasting:
    """What a paste would do; with ``misfits`` it does nothing."""

    edits: tuple[Edit, ...]
    title: str
    changed: int
    added: int
    misfits: tuple[Misfit, ...] = ()


def cells_of(text: str, over: Sequence[str], columns: Sequence[Column]) -> list[list[str]]:
    """The cells of copied text without a row of headings; one cell is meant for all of the rows it is put ``over``."""
    block = read_block(text)
    if block and len(block) > 1 and _are_headings(block[0], columns):
        block = block[1:]
    if len(block) == 1 and len(block[0]) == 1:
        block = block * max(len(over), 1)
    if sum(map(len, block)) > MOST_CELLS:
        raise Trouble(f"That is more than {MOST_CELLS:,} cells. Use Import for a whole sheet.")
    return block


def columns_for_new_rows(text: str, columns: Sequence[Column], register: Register[Any]) -> Sequence[Column]:
    """The columns that copied cells fill in new rows: those their headings name, else from the row's name on.

    Empty where one cell or none was copied: that is a text to be typed in.
    """
    block = read_block(text)
    if not block or (len(block) == 1 and len(block[0]) == 1):
        return ()
    names = [column.name for column in columns]
    begun = names.index(register.name_field) if register.name_field in names else 0
    starts = (start for start in range(len(columns)) if _are_headings(block[0], columns[start:]))
    return columns[next(starts, begun) :]


def _are_headings(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    labels = [column.label.casefold() for column in columns[: len(cells)]]
    return len(labels) == len(cells) and [cell.strip().casefold() for cell in cells] == labels


def plan_paste(
    document: Document, view: View, place: Place, block: Sequence[Sequence[str]]
) -> Generator[None, None, Pasting]:
    """Read every cell, a few rows at a time; what is typed in one column is there when the next is read."""
    work = _Work(document, view, place, block)
    yield from work.check_shape()
    if not work.misfits:
        work.add_rows()
    for number, column in enumerate(place.columns[: work.width]):
        yield from work.fill(number, column)
    return work.planned()


def paste(document: Document, planned: Pasting) -> ChangeSet | None:
    """Make the change; raises ``Stale`` where a cell was changed since it was planned."""
    return document.apply(planned.title, planned.edits)


class _Work:
    """One paste being planned."""

    def __init__(self, document: Document, view: View, place: Place, block: Sequence[Sequence[str]]) -> None:
        self.document = document
        self.view = view
        self.place = place
        self.block = block
        self.width = max((len(row) for row in block), default=0)
        self.whole = document.draft()
        self.programme: Programme = document.programme
        self.ids = list(place.rows[: len(block)])
        self.added: list[str] = []
        self.misfits: list[Misfit] = []
        self._read: dict[tuple[str, str], Value | Unread] = {}

    def check_shape(self) -> Generator[None, None, None]:
        """Whether the block fits to the right and below, and whether new rows would have a name."""
        register, columns = self.place.register, self.place.columns
        yield
        if self.width > len(columns):
            reason = f"The block has {self.width} columns, and only {len(columns)} are shown from here to the right."
            self.misfits.append(Misfit("", "", "", f"{reason} Show more columns, or start further left."))
        new = len(self.block) - len(self.ids)
        if new <= 0:
            return
        if not self.place.may_add:
            reason = f"The block has {len(self.block)} rows, and only {len(self.ids)} stand here. Rows are not added"
            self.misfits.append(Misfit("", "", "", f"{reason} to this list by pasting."))
        elif register.name_field not in [column.name for column in columns[: self.width]]:
            words = columns_of(register.key)[register.name_field].label
            reason = f"The block is {new} rows longer than the list, and new rows need “{words}”."
            self.misfits.append(Misfit("", "", "", f"{reason} Paste that column too."))
        try:
            check_may_change(self.programme, register, self.place.parent)
        except Trouble as refusal:
            self.misfits.append(Misfit("", "", "", str(refusal)))

    def add_rows(self) -> None:
        """A new row at the end for each that the list has no room for."""
        register = self.place.register
        draft = Draft(self.programme, self.document.make_id)
        values: dict[str, Value] = {}
        if "raised" in register.fields:
            values["raised"] = self.document.today
        if register == RISKS:
            values["matrix"] = draft.before.matrix_id
        if self.place.parent is not None:
            values["parent"] = self.place.parent
        for _ in range(len(self.block) - len(self.ids)):
            self.added.append(draft.add(register, None, **values))
        self.ids += self.added
        self._take(draft)

    def fill(self, number: int, column: Column) -> Generator[None, None, None]:
        """Put the cells of one column in their rows."""
        draft = Draft(self.programme, self.document.make_id)
        for done, (row_id, cells) in enumerate(zip(self.ids, self.block, strict=False), start=1):
            if number < len(cells):
                try:
                    self._put(draft, row_id, column, cells[number])
                except (Unread, Trouble) as refusal:
                    self._misfit(row_id, done, column.label, cells[number], str(refusal))
            if done % FEW == 0:
                yield
        self._take(draft)

    def planned(self) -> Pasting:
        """What came of it."""
        register, edits = self.place.register, self.whole.edits
        rows = {edit.cell.row for edit in edits if edit.cell.register == register.key}
        changed = len(rows.difference(self.added))
        title = f"Paste {several(register, len(rows))}" + (
            f", {len(self.added)} of them new" if self.added and changed else ""
        )
        return Pasting(edits, title, changed, len(self.added), tuple(self.misfits))

    def _put(self, draft: Draft, row_id: str, column: Column, text: str) -> None:
        register = self.place.register
        row = self.document.programme.row(register, row_id)
        if row is not None and column.shown(self.view, row).text == text.strip():
            return
        kind = self._kind(column)
        if kind is None or column.name == "ref":
            if row is None and not text.strip():
                return
            raise Trouble(f"“{column.label}” is given by the program and cannot be pasted over.")
        if column.name == register.name_field and kind.required and not text.strip():
            raise Trouble(f"“{column.label}” cannot be left empty.")
        put(self.document, draft, register, row_id, column.name, self._value(draft, column.name, kind, text))

    def _kind(self, column: Column) -> Kind | None:
        try:
            return kind_of(self.place.register, column.name)
        except KeyError:
            return None

    def _value(self, draft: Draft, name: str, kind: Kind, text: str) -> Value:
        """The value of a text, read once however often it stands in the column."""
        if (name, text) not in self._read:
            try:
                makes = isinstance(kind, Link) and PEOPLE.key in kind.to and bool(text.strip())
                value = person(draft, text) if makes else read(kind, text, draft.before, self.document.today)
                self._read[name, text] = value
            except Unread as refusal:
                self._read[name, text] = refusal
        held = self._read[name, text]
        if isinstance(held, Unread):
            raise held
        return held

    def _misfit(self, row_id: str, number: int, column: str, found: str, reason: str) -> None:
        row = self.document.programme.row(self.place.register, row_id)
        named = label(self.place.register, row) if row is not None else f"new row {number}"
        self.misfits.append(Misfit(named, column, found, reason))

    def _take(self, draft: Draft) -> None:
        """What one column changed is part of the whole, and the next is read on top of it."""
        edits = draft.edits
        if not edits:
            return
        self.programme = self.programme.apply(edits)
        for edit in edits:
            cell = edit.cell
            self.whole.set(BY_KEY[cell.register], cell.row, cell.field, edit.new)

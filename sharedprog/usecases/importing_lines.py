"""Which row of the programme each row of a sheet is: by its id, by its label, or by saying all the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Register, Row
from sharedprog.domain.values import read
from sharedprog.exchange.sheet import CellValue, SheetRow
from sharedprog.usecases.importing_cells import ONE_DAY
from sharedprog.usecases.importing_headings import Columns
from sharedprog.usecases.importing_rows import Planned


@dataclass(eq=False)
class Line:
    """A row of the sheet on its way to being a planned row; ``before`` is what it is now, or a blank row.

    ``unread`` are the texts that were not understood by the headings above them, ``unclear`` the fields they were
    for; ``refused`` is what was found and expected, where it cannot be the row that it says it is.
    """

    row: SheetRow
    before: Row
    values: dict[str, Planned] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)
    refused: Unread | None = None
    bad: bool = False

    def now(self, name: str) -> Planned:
        """What a field would hold."""
        value: Planned = self.values[name] if name in self.values else getattr(self.before, name)
        return value


def cell_of(row: SheetRow, place: int | None) -> CellValue:
    """The cell at a place; blank beyond the last one."""
    return row.cells[place] if place is not None and place < len(row.cells) else None


class Identities:
    """Tells the rows of one sheet; each row of the programme can be meant once.

    ``taken`` are ids and labels that this import has met, in other sheets of the register too.
    """

    def __init__(
        self, programme: Programme, columns: Columns, make_id: Callable[[], str], taken: set[str] | None = None
    ) -> None:
        self.programme = programme
        self.columns = columns
        self.register: Register[Any] = columns.register
        self.table = programme.tables[self.register.key]
        self.make_id = make_id
        self.taken = set() if taken is None else taken

    def line(self, row: SheetRow) -> Line:
        """The line of a row of the sheet, new where the programme does not know it."""
        if self.register.single:
            return self._only(row)
        known = self.table.rows.get(str(cell_of(row, self.columns.row_id)))
        if known is not None and known.exists and known.id not in self.taken:
            self.taken.add(known.id)
            return Line(row, known)
        raw = cell_of(row, self.columns.fields.get("ref"))
        return Line(row, self._blank()) if raw is None else self._labelled(row, raw)

    def _only(self, row: SheetRow) -> Line:
        if self.taken:
            return self._refused(row, "another row", f"one row, for there is one {self.register.singular}")
        self.taken.add(self.register.key)
        return Line(row, self.table.existing[0] if self.table.existing else self._blank())

    def _labelled(self, row: SheetRow, raw: CellValue) -> Line:
        try:
            ref = str(read(self.register.fields["ref"], raw, self.programme, ONE_DAY))
        except Unread as unread:
            return self._refused(row, unread.found, unread.expected)
        label = ref.casefold()
        if label in self.taken:
            return self._refused(row, ref, "a label of its own; an earlier row has it too")
        self.taken.add(label)
        known = self._by_label.get(label)
        if known is None:
            return Line(row, self._blank(), {"ref": ref})
        if not known.exists:
            return self._refused(row, ref, "a label that was never given; the row that had it was deleted")
        return Line(row, known)

    @cached_property
    def _by_label(self) -> dict[str, Row]:
        """Rows by label; where a deleted row had the same one, the row that exists."""
        rows = sorted(self.table.rows.values(), key=lambda row: row.exists)
        return {row.ref.casefold(): row for row in rows if row.ref}

    def _refused(self, row: SheetRow, found: str, expected: str) -> Line:
        return Line(row, self._blank(), refused=Unread(found, expected), bad=True)

    def _blank(self) -> Row:
        blank: Row = self.register.blank(self.make_id())
        return blank


def recognise(lines: Sequence[Line], programme: Programme, register: Register[Any]) -> None:
    """Find lines without a label that say nothing but what a row of the programme says already.

    So a sheet without labels can be imported twice and brings nothing the second time. A line comes after the one
    it belongs to.
    """
    new = [line for line in lines if not (line.before.exists or line.bad or line.unread or "ref" in line.values)]
    if not new:
        return
    claimed = {line.before.id for line in lines if line.before.exists}
    name = register.name_field if register.name_field in register.fields else "parent"
    known: dict[object, list[Row]] = {}
    for row in programme.tables[register.key].existing:
        if row.id not in claimed:
            known.setdefault(getattr(row, name), []).append(row)
    became: dict[object, str] = {}
    for line in lines:
        line.values = {field: became.get(value, value) for field, value in line.values.items()}
        if line not in new:
            continue
        alike = known.get(line.now(name), [])
        found = next((row for row in alike if line.values and _says(row, line.values)), None)
        if found is not None:
            alike.remove(found)
            became[line.before.id] = found.id
            line.before, line.values = found, {}


def _says(row: Row, values: dict[str, Planned]) -> bool:
    return all(getattr(row, name) == value for name, value in values.items())

"""One sheet against the programme: what each cell says, what would change, and what cannot be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from sharedprog.domain.fields import Day, File, Kind, Level, Link, Moment, Percent, Value
from sharedprog.domain.problems import Problem
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.scales import levels
from sharedprog.exchange.csv_writing import csv_text
from sharedprog.exchange.sheet import CellValue, Sheet, SheetRow, letters
from sharedprog.usecases.editing import FIXED
from sharedprog.usecases.exporting_cells import cell_value
from sharedprog.usecases.importing_cells import (
    DAY_FIRST,
    in_doubt,
    in_fractions,
    month_first,
    other_words,
    read_cell,
    read_level,
    read_link,
)
from sharedprog.usecases.importing_following import with_what_follows
from sharedprog.usecases.importing_headings import Columns, must_have
from sharedprog.usecases.importing_lines import Identities, Line, cell_of, recognise
from sharedprog.usecases.importing_names import Names
from sharedprog.usecases.importing_outline import Waits, place_in_outline
from sharedprog.usecases.importing_rows import Planned, PlannedRow, State

FILLED_IN = "nothing, or what was there before: the program fills this in itself"
Reader = Callable[[Any, CellValue], Planned]


class SheetReading:
    """Reads the rows of one sheet step by step: what stands by itself, what names other rows, steps of scales."""

    def __init__(
        self,
        programme: Programme,
        sheet: Sheet,
        columns: Columns,
        make_id: Callable[[], str],
        taken: set[str] | None = None,
    ) -> None:
        self.programme = programme
        self.sheet = sheet
        self.columns = columns
        self.register: Register[Any] = columns.register
        self.make_id = make_id
        self.problems: list[Problem] = []
        self.rows = self._rows_with_something()
        self._headings()
        self.doubtful = self._columns_in_doubt()
        self.fractions = self._columns_in_fractions()
        self._scales: dict[tuple[int, tuple[tuple[int, str], ...]], dict[str, int | None]] = {}
        identities = Identities(programme, columns, make_id, taken)
        self.lines = [self._begun(identities.line(row)) for row in self.rows]

    @property
    def coming(self) -> list[Row]:
        """The rows as far as they are known after the first step, for others to name."""
        return [replace(line.before, **_certain(line.values)) for line in self.lines if not line.bad]

    def name(self, names: Names) -> None:
        """The second step: cells that name other rows."""
        for line in self.lines:
            self._cells(line, Link, lambda kind, raw: read_link(kind, raw, names))

    def finish(self, scales: Programme) -> tuple[PlannedRow, ...]:
        """The last step; ``scales`` is a picture that has the matrices that come along as well."""
        for line in self.lines:
            self._levels(line, scales)
        if self.register.key == TASKS.key:
            place_in_outline(self.lines, self.columns)
        recognise(self.lines, self.programme, self.register)
        links = self._links()
        return (*(self._planned(line) for line in self.lines), *links)

    def _links(self) -> list[PlannedRow]:
        """What the tasks wait for, where a column says so."""
        place = self.columns.extras.get("predecessors")
        waits = Waits(self.programme, self.lines, self.make_id)
        links: list[PlannedRow] = []
        for line in self.lines if place is not None else ():
            raw = cell_of(line.row, place)
            try:
                links += waits.of(line, raw, self.sheet.name) if raw is not None else ()
            except Unread as unread:
                line.unread[self.columns.headings[place or 0]] = unread.found
                self._problem(line, place, unread)
        return links

    # Headings and rows

    def _headings(self) -> None:
        """Columns with something in them that have no place, or a place that is taken."""
        title = self.register.title
        for place in self.columns.unknown:
            self._column(place, f"a heading of {title}; the column is left out")
        for place in self.columns.twice:
            self._column(place, f"one column for each field of {title}; this one is left out")

    def _column(self, place: int, expected: str) -> None:
        heading = self.columns.headings[place]
        if all(cell_of(row, place) is None for row in self.rows):
            return
        self.problems.append(
            Problem(self.sheet.name, self.columns.number, f"column {letters(place)}", heading, expected)
        )

    def _rows_with_something(self) -> list[SheetRow]:
        places = {*self.columns.fields.values(), *self.columns.extras.values()} | ({self.columns.row_id} - {None})
        below = (row for row in self.sheet.rows if row.number > self.columns.number)
        return [row for row in below if any(cell_of(row, place) is not None for place in places)]

    def _columns_in_doubt(self) -> frozenset[str]:
        """Columns of days that write the month first somewhere."""
        return frozenset(
            name
            for name, place in self.columns.fields.items()
            if isinstance(self.register.fields[name], Day) and month_first(cell_of(row, place) for row in self.rows)
        )

    def _columns_in_fractions(self) -> frozenset[str]:
        """Columns of per cents as Excel keeps them; a sheet that says which rows are ours has whole ones."""
        return frozenset(
            name
            for name, place in self.columns.fields.items()
            if isinstance(self.register.fields[name], Percent)
            and self.columns.row_id is None
            and in_fractions(cell_of(row, place) for row in self.rows)
        )

    def _problem(self, line: Line, place: int | None, unread: Unread) -> None:
        heading = self.columns.headings[place] if place is not None else ""
        self.problems.append(Problem(self.sheet.name, line.row.number, heading, unread.found, unread.expected))

    # Cells

    def _begun(self, line: Line) -> Line:
        """The first step of a line."""
        if line.refused is not None:
            self._problem(line, self.columns.fields.get("ref"), line.refused)
        for name, place in self.columns.fields.items():
            kind = self.register.fields[name]
            if name != "ref" and not isinstance(kind, Link | Level):
                self._cell(line, name, place, self._plainly(name))
        return line

    def _plainly(self, name: str) -> Reader:
        def reader(kind: Kind, raw: CellValue) -> Value:
            if self._fixed(name, kind):
                raise Unread(str(raw), FILLED_IN)
            if name in self.doubtful and in_doubt(raw):
                raise Unread(str(raw), DAY_FIRST)
            if name in self.fractions and isinstance(raw, int):
                raw = float(raw)
            return read_cell(self.register.key, name, kind, raw, self.programme)

        return reader

    def _levels(self, line: Line, scales: Programme) -> None:
        """Steps of the scale of the matrix that the sheet names, else of the one in use."""
        named = line.now("matrix") if "matrix" in self.columns.fields else None
        matrix = named if isinstance(named, str) else None
        for name, place in self.columns.fields.items():
            kind = self.register.fields[name]
            if isinstance(kind, Level):
                words = levels(scales, kind.scale, matrix)
                other = self._other_words(place, tuple(words.items()))
                self._cell(line, name, place, _on_scale(words, other))

    def _other_words(self, place: int, words: tuple[tuple[int, str], ...]) -> dict[str, int | None]:
        if (place, words) not in self._scales:
            self._scales[place, words] = other_words((cell_of(row, place) for row in self.rows), dict(words))
        return self._scales[place, words]

    def _cells(self, line: Line, of: type[Kind], reader: Reader) -> None:
        for name, place in self.columns.fields.items():
            if isinstance(self.register.fields[name], of):
                self._cell(line, name, place, reader)

    def _cell(self, line: Line, name: str, place: int, reader: Reader) -> None:
        """Put what a cell says in the line, unless it is blank or says what is there already."""
        kind, raw, before = self.register.fields[name], cell_of(line.row, place), getattr(line.before, name)
        if isinstance(kind, Moment) and isinstance(raw, date) and not isinstance(raw, datetime):
            raw = datetime.combine(raw, time())
        if raw is None or csv_text(raw) == csv_text(cell_value(kind, before, self.programme)):
            return
        try:
            value = reader(kind, raw)
        except Unread as unread:
            line.unread[self.columns.headings[place]] = unread.found
            line.unclear.add(name)
            self._problem(line, place, unread)
            return
        if type(value) is not type(before) or value != before:
            line.values[name] = value

    def _fixed(self, name: str, kind: Kind) -> bool:
        """Whether only the program itself may fill a field."""
        of_board = self.register.key == BOARD_MEETINGS.key and name in FIXED
        return of_board or isinstance(kind, File) or self.register.key == PACKS.key

    # The end

    def _planned(self, line: Line) -> PlannedRow:
        if not line.before.exists:
            self._require(line)
        values = with_what_follows(self.register, self.programme, line.before, line.values, self.columns.fields)
        state: State = "new" if not line.before.exists else "changed" if values else "same"
        name = line.now(self.register.name_field) if self.register.name_field in self.register.fields else ""
        return PlannedRow(
            register=self.register.key,
            id=line.before.id,
            where=self.sheet.name,
            number=line.row.number,
            name=" ".join(str(part) for part in (line.now("ref"), name) if part),
            state="bad" if line.bad else state,
            values=values,
            unread=line.unread,
        )

    def _require(self, line: Line) -> None:
        """A new row has its title, and a row that belongs to another says to which."""
        for name in must_have(self.register):
            if line.bad or line.now(name) not in (None, ""):
                continue
            line.bad = True
            if name not in line.unclear:
                label = self.register.fields[name].label
                wanted = f"something under “{label}”, without which a new {self.register.singular} cannot be"
                self._problem(line, self.columns.fields.get(name), Unread("", wanted))


def _on_scale(words: Mapping[int, str], other: Mapping[str, int | None]) -> Reader:
    def reader(_kind: Kind, raw: CellValue) -> int:
        return read_level(raw, words, other)

    return reader


def _certain(values: dict[str, Planned]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if isinstance(value, Value)}

"""Programme: the immutable picture of everything in a file, as dicts of frozen rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, cast

from sharedprog.domain.changes import Edit, Stale, same
from sharedprog.domain.fields import Value
from sharedprog.domain.register import R, Register, Row
from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.domain.registers.matrices import MATRICES
from sharedprog.domain.registers.programme import PROGRAMME, ProgrammeRow
from sharedprog.domain.words import DAY_MINUTES

PLACING = frozenset({"exists", "order", "parent"})
"""Fields whose edits can change which rows there are and in what order."""


class Table:
    """The rows of one register, deleted ones too; pictures share it until one of its rows changes.

    ``like`` is an earlier table with the same rows in the same places, all but those ``changed`` the very same: what
    is known of its order is kept, not worked out anew.
    """

    def __init__(
        self, register: Register[Any], rows: Mapping[str, Row], like: Table | None = None, changed: Iterable[str] = ()
    ) -> None:
        self.register = register
        self.rows = rows
        if like is not None:
            self.__dict__.update({k: v for k, v in like.__dict__.items() if k in ("ids", "places", "families")})
            if "existing" in like.__dict__:
                existing = list(like.existing)
                for place in (self.places.get(row_id) for row_id in changed):
                    if place is not None:
                        existing[place] = rows[self.ids[place]]
                self.__dict__["existing"] = tuple(existing)

    def __reduce__(self) -> tuple[Any, ...]:
        return _table, (self.register.key, _ByTurns(self.rows))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Ids of the rows that exist, in the people's order where there is one, else as they were made."""
        rows = [row for row in self.rows.values() if row.exists]
        if self.register.ordered:
            rows.sort(key=lambda row: (cast(Any, row).order, row.id))
        return tuple(row.id for row in rows)

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each existing row stands among ``ids``."""
        return {row_id: place for place, row_id in enumerate(self.ids)}

    @cached_property
    def families(self) -> dict[str | None, tuple[str, ...]]:
        """Ids of the existing rows of a child register by their parent's id, in order."""
        groups: defaultdict[str | None, list[str]] = defaultdict(list)
        rows = cast("Mapping[str, Any]", self.rows)
        for row_id in self.ids:
            groups[rows[row_id].parent].append(row_id)
        return {parent: tuple(ids) for parent, ids in groups.items()}

    @cached_property
    def existing(self) -> tuple[Row, ...]:
        """The rows that exist, in the order of ``ids``."""
        return tuple(self.rows[row_id] for row_id in self.ids)

    def renewed_since(self, earlier: Table) -> tuple[Row, ...] | None:
        """The existing rows that are not those of an earlier table; ``None`` where some came, went or moved."""
        if self.ids is not earlier.ids:
            return None
        pairs = zip(self.existing, earlier.existing, strict=True)
        return tuple([row for row, before in pairs if row is not before])

    @cached_property
    def highest(self) -> int:
        """The highest number any label of this register was ever given."""
        prefix = self.register.prefix + "-"
        tails = (row.ref.removeprefix(prefix) for row in self.rows.values() if row.ref.startswith(prefix))
        return max((int(tail) for tail in tails if tail.isascii() and tail.isdigit()), default=0)


class _ByTurns:
    """Rows on their way to another process as a plain dict, one by one, so that other threads have their turn."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (), None, None, (item for item in self._rows.items())


def _with(row: Row, values: Mapping[str, Value]) -> Row:
    """The row with other values in its fields, which are known to be there: ``replace`` takes thrice as long."""
    made = object.__new__(type(row))
    made.__dict__.update(row.__dict__)
    made.__dict__.update(values)
    return made


def _table(key: str, rows: Mapping[str, Row]) -> Table:
    """Rebuild a table in another process, where registers are described anew."""
    return Table(BY_KEY[key], rows)


class Programme:
    """All rows of all registers at one moment. Nothing in it changes; ``apply`` gives another."""

    def __init__(self, tables: Mapping[str, Table] | None = None) -> None:
        given = tables or {}
        self.tables = {r.key: given.get(r.key) or Table(r, {}) for r in REGISTERS}

    @classmethod
    def of_rows(cls, rows: Mapping[str, Iterable[Row]]) -> Programme:
        """A picture of rows by register key."""
        return cls({key: Table(BY_KEY[key], {row.id: row for row in some}) for key, some in rows.items()})

    def rows(self, register: Register[R]) -> tuple[R, ...]:
        """The rows of a register that exist, in order."""
        return cast("tuple[R, ...]", self.tables[register.key].existing)

    def all_rows(self, register: Register[R]) -> Mapping[str, R]:
        """Every row there ever was, by id, deleted ones included."""
        return cast("Mapping[str, R]", self.tables[register.key].rows)

    def row(self, register: Register[R], row_id: str | None) -> R | None:
        """The row with this id if it exists, else ``None``."""
        found = self.tables[register.key].rows.get(row_id or "")
        return cast(R, found) if found is not None and found.exists else None

    def children(self, register: Register[R], parent: str | None) -> tuple[R, ...]:
        """The rows of a child register that belong to a row, in order."""
        table = self.tables[register.key]
        return cast("tuple[R, ...]", tuple(table.rows[row_id] for row_id in table.families.get(parent, ())))

    def find(self, row_id: str | None, registers: Iterable[str]) -> tuple[Register[Any], Row] | None:
        """The existing row with this id in one of the named registers."""
        for key in registers:
            found = self.tables[key].rows.get(row_id or "")
            if found is not None and found.exists:
                return BY_KEY[key], found
        return None

    def labelled(self, register: Register[R], ref: str) -> R | None:
        """The existing row with this label, whatever its case."""
        wanted = ref.strip().casefold()
        return next((row for row in self.rows(register) if row.ref.casefold() == wanted), None)

    @cached_property
    def settings(self) -> ProgrammeRow:
        """The one row of the programme's own settings; its defaults while there is none."""
        rows = self.rows(PROGRAMME)
        return rows[0] if rows else ProgrammeRow()

    @property
    def day_minutes(self) -> int:
        """Working minutes in a day, as durations are written."""
        return self.settings.day_minutes or DAY_MINUTES

    @cached_property
    def matrix_id(self) -> str | None:
        """The scoring matrix now in use: the one the settings name, else the first there is."""
        named = self.row(MATRICES, self.settings.matrix)
        if named is not None:
            return named.id
        return next((matrix.id for matrix in self.rows(MATRICES)), None)

    def apply(self, edits: Iterable[Edit]) -> Programme:
        """The picture after these edits; raises ``Stale`` where a cell does not hold the old value."""
        changes: dict[str, dict[str, dict[str, Value]]] = {}
        for edit in edits:
            cell = edit.cell
            of_row = changes.setdefault(cell.register, {}).setdefault(cell.row, {})
            touched = cell.field in of_row
            now = of_row[cell.field] if touched else self._now(cell.register, cell.row, cell.field)
            if not same(now, edit.old):
                raise Stale(cell)
            of_row[cell.field] = edit.new
        tables = dict(self.tables)
        for key, rows in changes.items():
            register = BY_KEY[key]
            merged = dict(tables[key].rows)
            for row_id, values in rows.items():
                before = merged.get(row_id) or register.blank(row_id)
                merged[row_id] = _with(before, values)
            moved = any(PLACING & values.keys() for values in rows.values())
            tables[key] = Table(register, merged, None if moved else tables[key], rows)
        return Programme(tables)

    def _now(self, key: str, row_id: str, field: str) -> Value:
        """What a cell holds; a row that was never made holds its defaults."""
        row = self.tables[key].rows.get(row_id)
        value = BY_KEY[key].defaults[field] if row is None else getattr(row, field)
        return cast(Value, value)

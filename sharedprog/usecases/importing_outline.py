"""A plan kept in a sheet: its outline by numbers, levels or indents, its predecessors as ``2fs`` or ``4SS+3d``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from sharedprog.domain.fields import Value
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread, read_duration, read_whole
from sharedprog.domain.registers.tasks import DEPENDENCIES, Dependency
from sharedprog.exchange.sheet import CellValue
from sharedprog.usecases.importing_headings import Columns
from sharedprog.usecases.importing_lines import Line, cell_of
from sharedprog.usecases.importing_rows import PlannedRow, State

DEEPEST = 30
WAITING = re.compile(
    r"(?P<task>.+?)\s*(?P<kind>fs|ss|ff|sf)?\s*(?P<lag>[+-]\s*[\d.]+\s*(?P<elapsed>e(?=[dwh]))?(?:[a-z]*|%))?",
    re.IGNORECASE,
)
EXPECTED = "tasks of this sheet by their ID, such as 2, 2fs or 4SS+3d"


def place_in_outline(lines: Sequence[Line], columns: Columns) -> None:
    """Give each line the parent that the sheet shows, unless it has a column that names it."""
    if "parent" in columns.fields:
        return
    numbers = [_number(cell_of(line.row, columns.extras.get("wbs"))) for line in lines]
    if any("." in number for number in numbers):
        known = {number: line.before.id for number, line in zip(numbers, lines, strict=True) if number}
        for number, line in zip(numbers, lines, strict=True):
            _under(line, known.get(number.rpartition(".")[0]))
        return
    depths = [_depth(line, columns) for line in lines]
    if len(set(depths)) < 2:
        return
    above: list[tuple[int, str]] = []
    for depth, line in zip(depths, lines, strict=True):
        while above and above[-1][0] >= depth:
            above.pop()
        _under(line, above[-1][1] if above else None)
        above.append((depth, line.before.id))


def _number(raw: CellValue) -> str:
    return "" if raw is None else str(raw).strip().rstrip(".")


def _depth(line: Line, columns: Columns) -> int:
    """The level in the sheet's own column, else how far the title is indented."""
    level = cell_of(line.row, columns.extras.get("outline"))
    if level is not None:
        try:
            return read_whole(level, 0, DEEPEST)
        except Unread as unread:
            line.unread[columns.headings[columns.extras["outline"]]] = unread.found
            return 0
    title = cell_of(line.row, columns.fields.get("title"))
    text = title.expandtabs(4) if isinstance(title, str) else ""
    return len(text) - len(text.lstrip())


def _under(line: Line, parent: str | None) -> None:
    if parent != line.before.id and getattr(line.before, "parent", None) != parent:
        line.values["parent"] = parent


class Waits:
    """The links that a column of predecessors states, between tasks named by their label or their place."""

    def __init__(self, programme: Programme, lines: Sequence[Line], make_id: Callable[[], str]) -> None:
        self.make_id = make_id
        self.known = {(link.parent, link.predecessor): link for link in programme.rows(DEPENDENCIES)}
        labelled = {str(line.now("ref")).casefold(): line.before.id for line in lines if line.now("ref")}
        placed = {str(place): line.before.id for place, line in enumerate(lines, start=1)}
        self.tasks: Mapping[str, str] = labelled if any("ref" in line.values for line in lines) else placed | labelled

    def of(self, line: Line, raw: CellValue, sheet: str) -> list[PlannedRow]:
        """The links of one line; raises ``Unread``."""
        text = str(int(raw)) if isinstance(raw, float) and raw.is_integer() else str(raw)
        return [self._link(line, each.strip(), sheet) for each in re.split(r"[,;\n]", text) if each.strip()]

    def _link(self, line: Line, text: str, sheet: str) -> PlannedRow:
        try:
            stated = self._stated(text)
        except Unread as unread:
            raise Unread(text, EXPECTED) from unread
        before = self.known.get((line.before.id, str(stated["predecessor"])))
        row: Dependency = before or DEPENDENCIES.blank(self.make_id())
        stated["parent"] = line.before.id
        values = {name: value for name, value in stated.items() if value != getattr(row, name)}
        state: State = "new" if before is None else "changed" if values else "same"
        name = f"{text} → {line.now('title') or line.row.number}"
        return PlannedRow(DEPENDENCIES.key, row.id, sheet, line.row.number, name, state, values)

    def _stated(self, text: str) -> dict[str, Value]:
        whole = self.tasks.get(text.casefold())
        found = None if whole else WAITING.fullmatch(text)
        predecessor = whole or (self.tasks.get(found["task"].casefold()) if found else None)
        if predecessor is None:
            raise Unread(text, EXPECTED)
        stated: dict[str, Value] = {"predecessor": predecessor}
        if found is None:
            return stated
        stated["kind"] = (found["kind"] or "FS").upper()
        lag = (found["lag"] or "").replace(" ", "").lstrip("+")
        if lag.endswith("%"):
            return {**stated, "lag_kind": "percent", "lag_percent": read_whole(lag[:-1], -1000, 1000)}
        if lag:
            elapsed = found["elapsed"] is not None
            stated["lag"] = read_duration(lag.replace("e", "", 1) if elapsed else lag)
            stated["lag_kind"] = "elapsed" if elapsed else "working"
        return stated

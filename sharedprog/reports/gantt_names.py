"""What stands beside the bars of a Gantt chart: number, task, owner, dates, laid out row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sharedprog.domain.columns import columns_of
from sharedprog.domain.plan.outline import OutlineRow
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS, Dependency
from sharedprog.domain.view import View
from sharedprog.domain.words import duration_words
from sharedprog.reports import fonts, lines
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.rows import SetCell
from sharedprog.reports.structure import Element
from sharedprog.reports.styles import BOLD_FACE, INK, MUTED, Align, TextStyle
from sharedprog.reports.text import unbroken

NAME = TextStyle(size=8.5, leading=10.5, role="TD")
NAME_HEAD = TextStyle(BOLD_FACE, 8.5, 10.5, role="TH")
ROW_HEIGHT = 15.0
"""Points of a row of one line; the bar of a higher row is no thicker."""
ACROSS = 3.0
_DOWN = (ROW_HEIGHT - NAME.leading) / 2
NO_SLIP = "0 d"
_STEP = 9.0
_DEEPEST_STEP = 6
_WIDEST_NUMBER = 60.0


@dataclass(frozen=True)
class NameColumn:
    """A column beside the bars: a column of the plan's register, or what a task waits for; ``width`` in points."""

    name: str
    width: float
    head: str = ""
    align: Align = "left"


NUMBER = NameColumn("wbs", 30)
ON_A3 = (
    NUMBER,
    NameColumn("title", 222),
    NameColumn("owner", 106),
    NameColumn("start", 68),
    NameColumn("finish", 68),
    NameColumn("waits", 50, "Waits for"),
    NameColumn("slip", 32, align="right"),
    NameColumn("percent_complete", 36, align="right"),
)
ON_A4 = (
    NUMBER,
    NameColumn("title", 176),
    NameColumn("start", 68),
    NameColumn("finish", 68),
    NameColumn("waits", 46, "Waits for"),
)
REPEATED = 2
"""How many columns, from the left, stand again on sheets that go on in time."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """One task's cells. ``index`` is its row in the chart; one that goes on from a sheet before has no bar."""

    index: int
    cells: tuple[SetCell, ...]
    element: Element
    height: float
    lost: frozenset[str] = frozenset()
    goes_on: bool = False

    def first_cells(self, count: int) -> NameRow:
        """The row with so many cells, and only as high as these need."""
        cells = self.cells[:count]
        return replace(self, cells=cells, height=_height(cells))

    def cut(self, room: float) -> tuple[NameRow, NameRow]:
        """The lines of each cell that fit into the room, at least one, and the rest; only for a giant row."""
        count = max(1, int((room - 2 * _DOWN) // NAME.leading))
        first = tuple(replace(cell, lines=cell.lines[:count]) for cell in self.cells)
        rest = tuple(replace(cell, lines=cell.lines[count:]) for cell in self.cells)
        height = _height(rest)
        begun = replace(self, cells=first, height=_height(first))
        return begun, replace(self, cells=rest, height=height, goes_on=True)

    def draw(self, canvas: PackCanvas, top: float) -> None:
        """Write the cells in the middle of the row's height; a second time they are no content."""
        canvas.lost |= self.lost
        with canvas.inside(self.element):
            for cell in self.cells:
                if cell.lines:
                    with canvas.content(cell.element):
                        self._paint(canvas, cell, top)

    def draw_again(self, canvas: PackCanvas, top: float) -> None:
        """Write cells that were content on a sheet before."""
        for cell in self.cells:
            self._paint(canvas, cell, top)

    def _paint(self, canvas: PackCanvas, cell: SetCell, top: float) -> None:
        down = (self.height - cell.height) / 2
        lines.paint(canvas, cell.lines, cell.style, cell.x, top - down, cell.room)


def columns_for(rows: Sequence[OutlineRow], columns: Sequence[NameColumn]) -> tuple[NameColumn, ...]:
    """The columns, that of the outline numbers as wide as the longest of them."""
    widest = max((fonts.width(row.wbs, NAME.face, NAME.size) for row in rows), default=0) + 2 * ACROSS + 1
    number = replace(NUMBER, width=min(max(NUMBER.width, widest), _WIDEST_NUMBER))
    return tuple(number if column is NUMBER else column for column in columns)


def heads(columns: Sequence[NameColumn]) -> NameRow:
    """The heads of the columns, one line each."""
    known = columns_of(TASKS.key)
    words = [column.head or known[column.name].label for column in columns]
    styles = [replace(NAME_HEAD, align=column.align) for column in columns]
    return _set(-1, words, styles, columns)


def name_rows(view: View, columns: Sequence[NameColumn]) -> list[NameRow]:
    """The rows of the whole plan in the order of its outline."""
    known = columns_of(TASKS.key)
    rows = []
    for index, row in enumerate(view.outline.values()):
        words = []
        for column in columns:
            if column.name == "waits":
                words.append(_waits(view, row))
            else:
                words.append(known[column.name].shown(view, row.task).text.replace("\n", " "))
        styles = [_style(column, row, text) for column, text in zip(columns, words, strict=True)]
        rows.append(_set(index, words, styles, columns))
    return rows


def _style(column: NameColumn, row: OutlineRow, words: str) -> TextStyle:
    """Summary tasks lead; numbers and links stand back; names are stepped in by their depth."""
    if column.name == "title":
        face = BOLD_FACE if row.summary else NAME.face
        return replace(NAME, face=face, indent=min(row.depth, _DEEPEST_STEP) * _STEP)
    if column.name == "slip" and words != NO_SLIP:
        return replace(NAME, face=BOLD_FACE, align=column.align)
    colour = MUTED if column.name in ("wbs", "waits", "owner", "slip") else INK
    return replace(NAME, colour=colour, align=column.align)


def _set(index: int, words: Sequence[str], styles: Sequence[TextStyle], columns: Sequence[NameColumn]) -> NameRow:
    cells: list[SetCell] = []
    lost: frozenset[str] = frozenset()
    x = 0.0
    for text, style, column in zip(words, styles, columns, strict=True):
        room = column.width - 2 * ACROSS - style.indent
        read = lines.read(unbroken(text) if column.name in ("start", "finish") else text, style)
        lost |= read.lost
        set_lines = lines.set_lines(read, room, style.size)
        scope = "Column" if style.role == "TH" else ""
        cells.append(SetCell(x + ACROSS + style.indent, room, set_lines, style, Element(style.role, scope=scope)))
        x += column.width
    return NameRow(index, tuple(cells), Element("TR"), _height(tuple(cells)), lost)


def _height(cells: Sequence[SetCell]) -> float:
    return max(max((cell.height for cell in cells), default=0) + 2 * _DOWN, ROW_HEIGHT)


def _waits(view: View, row: OutlineRow) -> str:
    """``3.1, 3.2 SS +2 d``: the numbers of the tasks it waits for, the kind unless finish to start, the lag."""
    found = []
    for dependency in view.programme.children(DEPENDENCIES, row.task.id):
        before = view.outline.get(dependency.predecessor or "")
        if before is not None:
            found.append(unbroken(f"{before.wbs}{_link_words(dependency, view.programme.day_minutes)}"))
    return ", ".join(found)


def _link_words(dependency: Dependency, day: int) -> str:
    kind = "" if dependency.kind in (None, "FS") else f" {dependency.kind}"
    if dependency.lag_kind == "percent":
        share = dependency.lag_percent or 0
        return f"{kind} {share:+d} %".replace("-", "−") if share else kind
    if not dependency.lag:
        return kind
    sign = "+" if dependency.lag > 0 else "−"
    elapsed = dependency.lag_kind == "elapsed"
    return f"{kind} {sign}{duration_words(abs(dependency.lag), day, elapsed=elapsed)}"

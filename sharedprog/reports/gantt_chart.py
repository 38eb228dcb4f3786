"""The Gantt chart on paper, on as many sheets as it takes: no task is lost, cut off or drawn beside another's row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from sharedprog.domain.plan.gantt import Gantt, gantt
from sharedprog.domain.plan.gantt_rows import GanttRow
from sharedprog.domain.view import View
from sharedprog.reports import fonts, lines
from sharedprog.reports.blocks import Block
from sharedprog.reports.gantt_arrows import links_by_row
from sharedprog.reports.gantt_ground import ground
from sharedprog.reports.gantt_legend import LEGEND, legend
from sharedprog.reports.gantt_names import ON_A3, ON_A4, REPEATED, NameColumn, NameRow, columns_for, heads, name_rows
from sharedprog.reports.gantt_plot import GUTTER
from sharedprog.reports.gantt_sheet import BETWEEN, GanttSheet, Stretch, Whole
from sharedprog.reports.gantt_tiles import LEAST_ON_ONE, LEAST_SCALE, Tile, tiles
from sharedprog.reports.page import A3_LANDSCAPE, A4_LANDSCAPE, Shape

_LEAST_ROWS = 6
_SPARE_FOR_A_GROUP = 0.25
_GROUPS_NAMED = 3
_SMALL = 0.7


class GanttChart(Block):
    """Stretches still to be printed; on each page it gives way to a sheet of the next rows, and the rest."""

    def __init__(self, whole: Whole, stretches: Sequence[Stretch], *, begins: bool = False) -> None:
        super().__init__()
        self.whole, self.stretches, self._begins = whole, stretches, begins
        self.spaceBefore = 0 if begins else BETWEEN

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """Never as it is: it always splits into sheets."""
        self.width, self.height = width, room + 1
        return width, self.height

    def lead_height(self, _width: float) -> float:
        """A few rows with all that stands around them."""
        stretch = self.stretches[0]
        few = stretch.rows[:_LEAST_ROWS]
        return GanttSheet(self.whole, stretch, few).around + sum(row.height for row in few)

    def split(self, _width: float, room: float) -> list[Flowable]:
        """The next rows; below another stretch of the chart only one that fits there whole."""
        stretch, heads_page = self.stretches[0], self._begins or self.at_top(room)
        within = self._within(stretch.rows[0].index)
        around = GanttSheet(self.whole, stretch, stretch.rows[:1], within, with_legend=heads_page).around
        fitting, rest = self._cut(stretch.rows, room - around)
        if rest and not heads_page:
            return []
        sheet = GanttSheet(self.whole, stretch, fitting, within, with_legend=heads_page)
        following = [*([replace(stretch, rows=rest)] if rest else []), *self.stretches[1:]]
        return [sheet, GanttChart(self.whole, following)] if following else [sheet]

    def _cut(self, rows: Sequence[NameRow], room: float) -> tuple[Sequence[NameRow], Sequence[NameRow]]:
        """The rows for one sheet, and those after them; a row is cut only where no sheet could hold it."""
        count, height = 0, 0.0
        while count < len(rows) and height + rows[count].height <= room:
            height += rows[count].height
            count += 1
        if count == len(rows):
            return rows, ()
        if count == 0:
            begun, rest = rows[0].cut(room)
            return [begun], [rest, *rows[1:]]
        count = self._before_a_group(rows, count)
        return rows[:count], rows[count:]

    def _before_a_group(self, rows: Sequence[NameRow], count: int) -> int:
        """Fewer rows, where a group at the top of the outline begins soon before, or a summary task would be last."""
        known = self.whole.chart.rows
        least = max(1, round(count * (1 - _SPARE_FOR_A_GROUP)))
        for fewer in range(count, least - 1, -1):
            if known[rows[fewer].index].depth == 0:
                return fewer
        fewer = count
        while fewer > least and known[rows[fewer - 1].index].summary:
            fewer -= 1
        return fewer

    def _within(self, index: int) -> str:
        """``5 IT › 5.1 Directory``: the groups of a row, where the rows before it are on an earlier sheet."""
        rows, above = self.whole.chart.rows, self.whole.above
        found: list[str] = []
        while (index := above[index]) >= 0:
            found.append(f"{rows[index].wbs} {rows[index].title}")
        if len(found) > _GROUPS_NAMED:
            found = [found[0], "…", found[-1]]
        return " › ".join(reversed(found))


def gantt_chart(view: View, shape: Shape = A3_LANDSCAPE) -> GanttChart:
    """The whole plan for A3 or A4 across; raises ``ValueError`` where the plan has no task."""
    fonts.register()
    outline = list(view.outline.values())
    if not outline:
        raise ValueError("A Gantt chart needs at least one task")
    chart = gantt(view.programme, view.schedule, view.as_at)
    columns = columns_for(outline, ON_A3 if shape.width > A4_LANDSCAPE.width else ON_A4)
    rows = name_rows(view, columns)
    found = _tiles(chart, rows, columns, shape)
    grounds = [ground(tile, view.programme, view.schedule.calendar, view.as_at) for tile in found]
    above = view.schedule.shape.above
    whole = Whole(
        chart=chart,
        as_at=view.as_at,
        links=links_by_row(chart.links),
        above=above,
        legend=lines.set_lines(lines.read(legend(chart, grounds), LEGEND), shape.body_width, LEGEND.size),
        width=shape.body_width,
    )
    stretches = []
    for under in grounds:
        shown = columns if under.tile.number == 0 else columns[:REPEATED]
        held = rows if under.tile.number == 0 else list(_held(under.tile, chart, above, rows))
        if held:
            stretches.append(Stretch(under, heads(shown), _width(shown), held, len(held)))
    return GanttChart(whole, stretches, begins=True)


def _width(columns: Sequence[NameColumn]) -> float:
    return sum(column.width for column in columns)


def _tiles(chart: Gantt, rows: Sequence[NameRow], columns: Sequence[NameColumn], shape: Shape) -> list[Tile]:
    """As few stretches of months as can be read; one where that spares a small plan its second sheet."""
    first, other = (shape.body_width - _width(columns[:count]) - 2 * GUTTER for count in (len(columns), REPEATED))
    small = sum(row.height for row in rows) < shape.body_height * _SMALL
    least = LEAST_ON_ONE if small and chart.days * LEAST_ON_ONE <= first else LEAST_SCALE
    return tiles(chart.first, chart.last, first, other, least)


def _held(tile: Tile, chart: Gantt, above: Sequence[int], rows: Sequence[NameRow]) -> Iterator[NameRow]:
    """The rows that have something on a later tile, and the groups that they are in, with the columns repeated."""
    wanted = {row.index for row in chart.rows if _is_on(tile, row)}
    for index in sorted(wanted):
        group = above[index]
        while group >= 0 and group not in wanted:
            wanted.add(group)
            group = above[group]
    return (row.first_cells(REPEATED) for row in rows if row.index in wanted)


def _is_on(tile: Tile, row: GanttRow) -> bool:
    """A bar or a baseline that is seen there; of a summary task an end."""
    bars = [bar for bar in (row.bar, row.baseline) if bar is not None and tile.holds(bar.x0, bar.x1)]
    if not row.summary:
        return bool(bars)
    return any(bar.x0 >= tile.begin or bar.x1 <= tile.begin + tile.days for bar in bars)

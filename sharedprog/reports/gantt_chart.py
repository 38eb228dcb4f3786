"""The Gantt chart on paper, on as many sheets as it takes: no task is lost, cut off or drawn beside another's row."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from sharedprog.domain.plan.gantt import Gantt, gantt
from sharedprog.domain.plan.gantt_rows import GanttRow
from sharedprog.domain.view import View
from sharedprog.reports import fonts, lines
from sharedprog.reports.blocks import Block
from sharedprog.reports.gantt_arrows import links_by_row
from sharedprog.reports.gantt_ground import Ground, ground, head_height
from sharedprog.reports.gantt_legend import LEGEND, legend
from sharedprog.reports.gantt_names import ON_A3, ON_A4, REPEATED, NameColumn, NameRow, columns_for, heads, name_rows
from sharedprog.reports.gantt_plot import GUTTER
from sharedprog.reports.gantt_sheet import GanttSheet, Whole
from sharedprog.reports.gantt_tiles import LEAST_ON_ONE, LEAST_SCALE, Tile, tiles
from sharedprog.reports.page import A3_LANDSCAPE, A4_LANDSCAPE, Shape

_LEAST_ROWS = 6
_SPARE_FOR_A_GROUP = 0.25
_GROUPS_NAMED = 3
_SMALL = 0.7


class GanttChart(Block):
    """Rows still to be printed; on each page it gives way to the sheets that show the next of them."""

    def __init__(self, whole: Whole, grounds: Sequence[Ground], rows: Sequence[NameRow], *, begins: bool) -> None:
        super().__init__()
        self.whole, self.grounds, self.rows, self._begins = whole, grounds, rows, begins

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """Never as it is: it always splits into sheets."""
        self.width, self.height = width, room + 1
        return width, self.height

    def lead_height(self, _width: float) -> float:
        """A few rows with all that stands around them."""
        return self.whole.around + sum(row.height for row in self.rows[:_LEAST_ROWS])

    def split(self, _width: float, room: float) -> list[Flowable]:
        """The sheets of the next rows, one for each stretch of months in which they have something, and the rest."""
        if not self.at_top(room) and not self._begins:
            return []
        fitting, rest = self._cut(room - self.whole.around)
        shown = [under for under in self.grounds if self._shows(under.tile, fitting)] or [self.grounds[0]]
        within = self._within(fitting[0].index)
        sheets: list[Flowable] = [
            GanttSheet(
                self.whole, fitting, under, within, names_again=place > 0, begins=self._begins and place == 0
            )
            for place, under in enumerate(shown)
        ]
        return [*sheets, GanttChart(self.whole, self.grounds, rest, begins=False)] if rest else sheets

    def _cut(self, room: float) -> tuple[list[NameRow], Sequence[NameRow]]:
        """The rows for the next sheet; it ends before a group rather than shortly after its head."""
        count, height = 0, 0.0
        while count < len(self.rows) and height + self.rows[count].height <= room:
            height += self.rows[count].height
            count += 1
        if count == len(self.rows):
            return list(self.rows), ()
        if count == 0:
            first, rest = self.rows[0].cut(room)
            return [first], [rest, *self.rows[1:]]
        count = self._before_a_group(count)
        return list(self.rows[:count]), self.rows[count:]

    def _before_a_group(self, count: int) -> int:
        """Fewer rows, where a group at the top of the outline begins soon before, or a summary task would be last."""
        rows = self.whole.chart.rows
        least = max(1, round(count * (1 - _SPARE_FOR_A_GROUP)))
        for fewer in range(count, least - 1, -1):
            if rows[self.rows[fewer].index].depth == 0:
                return fewer
        fewer = count
        while fewer > least and rows[self.rows[fewer - 1].index].summary:
            fewer -= 1
        return fewer

    def _shows(self, tile: Tile, rows: Sequence[NameRow]) -> bool:
        """Whether anything of these rows is on a tile, but for summary tasks that only pass."""
        return any(_is_on(tile, self.whole.chart.rows[row.index]) for row in rows if not row.goes_on)

    def _within(self, index: int) -> str:
        """``5 IT › 5.1 Directory``: the groups of a row, where the rows before it are on an earlier sheet."""
        rows, above = self.whole.chart.rows, self.whole.above
        found: list[str] = []
        while (index := above[index]) >= 0:
            found.append(f"{rows[index].wbs} {rows[index].title}")
        if len(found) > _GROUPS_NAMED:
            found = [found[0], "…", found[-1]]
        return " › ".join(reversed(found))


def _is_on(tile: Tile, row: GanttRow) -> bool:
    """A bar or a baseline that is seen there; of a summary task an end."""
    bars = [bar for bar in (row.bar, row.baseline) if bar is not None and tile.holds(bar.x0, bar.x1)]
    if not row.summary:
        return bool(bars)
    return any(bar.x0 >= tile.begin or bar.x1 <= tile.begin + tile.days for bar in bars)


def gantt_chart(view: View, shape: Shape = A3_LANDSCAPE) -> GanttChart:
    """The whole plan for A3 or A4 across; raises ``ValueError`` where the plan has no task."""
    outline = list(view.outline.values())
    if not outline:
        raise ValueError("A Gantt chart needs at least one task")
    chart = gantt(view.programme, view.schedule, view.as_at)
    fonts.register()
    columns = columns_for(outline, ON_A3 if shape.width > A4_LANDSCAPE.width else ON_A4)
    rows = name_rows(view, columns)
    grounds = [ground(tile, view.programme, view.schedule.calendar, view.as_at) for tile in _tiles(chart, rows, columns, shape)]
    whole = Whole(
        chart=chart,
        as_at=view.as_at,
        columns=columns,
        heads=heads(columns),
        head_height=head_height(grounds),
        links=links_by_row(chart.links),
        above=view.schedule.shape.above,
        legend=lines.set_lines(lines.read(legend(chart, grounds), LEGEND), shape.body_width, LEGEND.size),
        width=shape.body_width,
    )
    return GanttChart(whole, grounds, rows, begins=True)


def _tiles(chart: Gantt, rows: Sequence[NameRow], columns: Sequence[NameColumn], shape: Shape) -> list[Tile]:
    """As few stretches of months as can be read; one where that spares a small plan its second sheet."""
    first, other = (
        shape.body_width - sum(column.width for column in columns[:count]) - 2 * GUTTER
        for count in (len(columns), REPEATED)
    )
    small = sum(row.height for row in rows) < shape.body_height * _SMALL
    least = LEAST_ON_ONE if small and chart.days * LEAST_ON_ONE <= first else LEAST_SCALE
    return tiles(chart.first, chart.last, first, other, least)

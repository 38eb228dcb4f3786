"""Dragging in the chart: what the pointer is on, what a drag means, and the words shown on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication

from sharedprog.domain.plan.calendar import WorkingCalendar
from sharedprog.domain.plan.gantt_rows import GanttRow
from sharedprog.domain.words import counted, day_words
from sharedprog.ui.gantt.plot import Plot

EDGE = 5.0
"""Pixels from the end of a bar in which it is the end that is taken."""
ROOMY = 16.0
"""Pixels from which a bar has a place to take its progress by."""
STEP = 5
"""Per cent that progress goes by."""
BODY, END, DONE = "body", "end", "done"
MOVE, STRETCH, PROGRESS, LINK = "move", "stretch", "progress", "link"


def part_at(plot: Plot, row: GanttRow, place: QPointF) -> str | None:
    """The part of a row's bar at a place: its body, its end, or the edge of what is done."""
    if row.bar is None:
        return None
    box = plot.bar(row.index, row.bar)
    if not box.top() - 2 <= place.y() <= box.bottom() + 2 or not box.left() - 1 <= place.x() <= box.right() + EDGE:
        return None
    if row.milestone or row.summary:
        return BODY if place.x() <= box.right() + 1 else None
    if place.x() >= box.right() - EDGE and not row.done:
        return END
    if box.width() >= ROOMY and abs(place.x() - max(plot.x(row.bar.done), box.left())) <= EDGE:
        return DONE
    return BODY if place.x() <= box.right() else None


@dataclass
class Drag:
    """One drag of a bar: ``kind`` is empty until the pointer has gone far enough for something to be meant."""

    row: GanttRow
    part: str
    begin: QPointF
    calendar: WorkingCalendar
    place: QPointF = field(default_factory=QPointF)
    kind: str = ""
    day: date | None = None
    percent: int = 0
    target: GanttRow | None = None
    words: str = ""

    def follow(self, plot: Plot, place: QPointF, under: GanttRow | None) -> None:
        """The pointer has come to another place; ``under`` is the row whose bar it is on, if any."""
        self.place = place
        if self.kind or self._is_far(place):
            self.kind = self._meant(under)
        days = round((place.x() - self.begin.x()) / plot.pitch)
        match self.kind:
            case "move":
                self._move(days)
            case "stretch":
                self._stretch(days)
            case "progress":
                self._progress(plot.days(place.x()))
            case "link":
                self._link(under)

    def preview(self, plot: Plot) -> QRectF | None:
        """Where the bar would be."""
        if self.row.bar is None:
            return None
        box = plot.bar(self.row.index, self.row.bar)
        across = self.place.x() - self.begin.x()
        if self.kind == MOVE:
            return box.translated(across, 0)
        if self.kind == STRETCH:
            box.setRight(max(box.right() + across, box.left() + 2))
            return box
        if self.kind == PROGRESS:
            box.setWidth(box.width() * self.percent / 100)
            return box
        return None

    def _is_far(self, place: QPointF) -> bool:
        """Whether the pointer has gone so far that something is meant."""
        way = place - self.begin
        return max(abs(way.x()), abs(way.y())) >= QApplication.startDragDistance()

    def _meant(self, under: GanttRow | None) -> str:
        """A body goes across the days, but on the bar of another task it is linked."""
        if self.part != BODY:
            return STRETCH if self.part == END else PROGRESS
        elsewhere = under is not None and under.task_id != self.row.task_id
        return LINK if elsewhere or self.row.summary else MOVE

    def _move(self, days: int) -> None:
        day = _later(self.row.start or self.row.finish, days)
        self.day = None if day is None else self.calendar.on_or_after(day)
        if self.day is None:
            return
        self.words = day_words(self.day)
        if self.row.start and self.row.finish and not self.row.milestone:
            length = self.calendar.length(self.row.start, self.row.finish)
            self.words += f" – {day_words(self.calendar.add(self.day, max(length, 1) - 1))}"

    def _stretch(self, days: int) -> None:
        finish, start = _later(self.row.finish, days), self.row.start
        if finish is None or start is None:
            return
        self.day = self.calendar.on_or_before(max(finish, start))
        self.day = max(self.day, start)
        length = self.calendar.length(start, self.day)
        self.words = f"Until {day_words(self.day)}, {counted(length, 'day')}"

    def _progress(self, days: float) -> None:
        bar = self.row.bar
        if bar is None or bar.x1 <= bar.x0:
            return
        part = (days - bar.x0) / (bar.x1 - bar.x0)
        self.percent = min(max(round(part * 100 / STEP) * STEP, 0), 100)
        self.words = f"{self.percent} % done"

    def _link(self, under: GanttRow | None) -> None:
        self.target = None if under is None or under.task_id == self.row.task_id else under
        if self.target is None:
            self.words = f"Which task waits for {self.row.wbs}?"
        else:
            self.words = f"{self.target.wbs} {self.target.title} waits for {self.row.wbs}"


def _later(day: date | None, days: int) -> date | None:
    """So many calendar days later, within the calendar."""
    if day is None:
        return None
    return day + timedelta(days=min(max(days, 1 - day.toordinal()), date.max.toordinal() - day.toordinal()))

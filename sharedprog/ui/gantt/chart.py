"""The chart beside the outline: it shows the rows the table shows, at the table's own heights, and only those."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from sharedprog.domain.plan.bar_groups import BarGroup
from sharedprog.domain.plan.gantt_rows import GanttRow
from sharedprog.domain.plan.gantt_window import Baseline, day_x
from sharedprog.domain.words import day_words
from sharedprog.ui import fonts
from sharedprog.ui.gantt.arrows import paint_links
from sharedprog.ui.gantt.bars import paint_deadline, paint_row, paint_words
from sharedprog.ui.gantt.ground import Rests, paint_lines, paint_months, paint_rests
from sharedprog.ui.gantt.head import ChartHead, head_height
from sharedprog.ui.gantt.palette import Palette, palette
from sharedprog.ui.gantt.plot import Plot
from sharedprog.ui.gantt.sight import AFTER, BEFORE, Sight, Span
from sharedprog.ui.gantt.zoom import MONTH, Zoom, closer
from sharedprog.ui.labels import set_role, tool_tip
from sharedprog.ui.registers.outline_table import OutlineTable
from sharedprog.ui.session import Session
from sharedprog.ui.slices import Slices

SHORT = 400
"""Tasks up to which looking at them all keeps nobody waiting."""
MARGIN = 0.35
"""The part of the width that stands left of a day that is gone to."""
FAR = 30
"""Days between today and the plan with which the plan is shown instead of today."""
NOTCH = 120
"""What one notch of a wheel reports."""


class Chart(QAbstractScrollArea):
    """Paints the plan. ``zoomed`` tells that days are of another width, ``renewed`` that the plan is looked at anew."""

    zoomed = Signal()
    renewed = Signal()
    resized = Signal()
    pressed_at = Signal(QPointF)
    moved_to = Signal(QPointF)
    released_at = Signal(QPointF)
    opened_at = Signal(QPointF)
    escaped = Signal()
    """What the pointer does, and Escape while the chart has the keys."""

    def __init__(self, session: Session, table: OutlineTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.table = table
        self.zoom: Zoom = MONTH
        self.baseline: Baseline | None = None
        self.coloured_by = ""
        self._rests = Rests()
        self.sight = Sight(table.model_, None)
        today = day_x(self.sight.view.as_at)
        self._span = self._begin, self._end = today - BEFORE, today + AFTER
        self._spanning: Slices[Span] = Slices(self._stretch, self)
        self._wheeled = 0
        self._moved = False
        self.head = ChartHead(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Chart of the plan")
        self.setAccessibleDescription("Bars of the tasks listed beside it; everything it shows is in the list too.")
        set_role(self, "chart")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._join_table()
        session.changed.connect(lambda _: self.renew())
        self._look_for_ends()

    def _join_table(self) -> None:
        """Scroll as one with the table, and follow its rows."""
        theirs, ours = self.table.verticalScrollBar(), self.verticalScrollBar()
        theirs.rangeChanged.connect(self._take_range)
        theirs.valueChanged.connect(ours.setValue)
        ours.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(lambda _: self.viewport().update())
        model = self.table.model_
        for signal in (model.rowsInserted, model.rowsRemoved, model.layoutChanged, model.modelReset):
            signal.connect(lambda *_: self.renew())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.viewport().update())

    # What the page asks

    def renew(self) -> None:
        """Look at the plan anew."""
        self.sight = Sight(self.table.model_, self.baseline, self.coloured_by)
        self._look_for_ends()
        self._tell_head()
        self.viewport().update()
        self.renewed.emit()

    def show_baseline(self, baseline: Baseline | None) -> None:
        """Let the ghosts show a baseline: the start and finish of tasks by id, or the one in force."""
        self.baseline = baseline
        self.renew()

    def colour_by(self, by: str) -> None:
        """Colour the bars by partner or workstream, or by nothing where it is empty."""
        self.coloured_by = by
        self.renew()

    def set_zoom(self, zoom: Zoom, at: float | None = None) -> None:
        """Show days in another width; the day at a pixel stays there, without one the bar the person is on."""
        if zoom is self.zoom:
            return
        x = self._middle() if at is None else at
        day = self.plot().days(x)
        self._moved = True
        self.zoom = zoom
        self._scroll_to(day - x / self.pitch)
        self.zoomed.emit()

    def _middle(self) -> float:
        """Where the present bar begins, else today, if that is in sight; else the middle of the chart."""
        width, plot = self.viewport().width(), self.plot()
        row = self.sight.window.row_of(self.table.present_id())
        wanted = ([] if row is None or row.bar is None else [row.bar.x0]) + [day_x(self.sight.view.as_at)]
        return next((plot.x(days) for days in wanted if 0 <= plot.x(days) <= width), width / 2)

    def zoom_by(self, steps: int, at: float | None = None) -> None:
        """Closer by so many steps, or farther."""
        self.set_zoom(closer(self.zoom, steps), at)

    def show_today(self) -> None:
        """Bring today into sight."""
        self.show_days(day_x(self.sight.view.as_at))

    def show_task(self, task_id: str | None) -> None:
        """Bring the bar of a task into sight, where it is not."""
        row, plot = self.sight.window.row_of(task_id), self.plot()
        if row is None or row.bar is None:
            return
        if plot.x(row.bar.x1) < fonts.scaled(24) or plot.x(row.bar.x0) > plot.width - fonts.scaled(48):
            self.show_days(row.bar.x0)

    def show_bar(self, task_id: str | None) -> None:
        """Bring the beginning of a bar into sight, wherever the chart is."""
        row = self.sight.window.row_of(task_id)
        if row is not None and row.bar is not None:
            self.table.go_to(row.task_id)
            self.show_days(row.bar.x0)

    def show_days(self, days: float) -> None:
        """Scroll to a place, in days of the chart."""
        self._moved = True
        self._scroll_to(days - self.viewport().width() * MARGIN / self.pitch)

    def _home(self) -> float:
        """The left edge that shows today, or where the plan begins when today is long before or after all of it."""
        today, plan = self.sight.view.as_at, self.sight.view.schedule
        shown = today
        if plan.start is not None and plan.finish is not None:
            late, early = (today - plan.finish).days, (plan.start - today).days
            shown = plan.start if max(late, early) > FAR else today
        return day_x(shown) - self.viewport().width() * MARGIN / self.pitch

    @property
    def pitch(self) -> float:
        """The width of a day."""
        return self.zoom.pitch * fonts.text_scale()

    def plot(self) -> Plot:
        """Where days and rows stand now; rows stand where the table has them."""
        size, count = self.viewport().size(), len(self.sight.window)
        height = self.table.row_height
        first = self.table.rowAt(0) if count else 0
        last = min(first + size.height() // height + 1, count - 1)
        top = self.table.rowViewportPosition(first) if count else 0
        left = self._begin + self.horizontalScrollBar().value() / self.pitch
        return Plot(left, self.pitch, size.width(), size.height(), first, last, top, height)

    def row_at(self, y: float) -> GanttRow | None:
        """The row at a height of the chart."""
        index = self.table.rowAt(round(y))
        return self.sight.window.row(index) if index >= 0 else None

    def bar_of(self, task_id: str) -> QRectF | None:
        """Where the bar of a task stands in the chart."""
        row = self.sight.window.row_of(task_id)
        return None if row is None or row.bar is None else self.plot().bar(row.index, row.bar)

    # Scrolling

    def _take_range(self, least: int, most: int) -> None:
        theirs, ours = self.table.verticalScrollBar(), self.verticalScrollBar()
        with QSignalBlocker(ours):
            ours.setPageStep(theirs.pageStep())
            ours.setSingleStep(theirs.singleStep())
            ours.setRange(least, most)
            ours.setValue(theirs.value())
        self.viewport().update()

    def _scroll_to(self, left: float) -> None:
        """Let a place stand at the left edge, beyond the ends of the plan if need be."""
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        self._begin, self._end = min(self._span[0], left), max(self._span[1], left + width / self.pitch)
        with QSignalBlocker(bar):
            bar.setRange(0, max(0, round((self._end - self._begin) * self.pitch) - width))
            bar.setPageStep(width)
            bar.setSingleStep(fonts.scaled(24))
            bar.setValue(round((left - self._begin) * self.pitch))
        self._tell_head()
        self.viewport().update()

    def _look_for_ends(self) -> None:
        self._spanning.run(self.sight.span(), short=len(self.sight.view.outline) <= SHORT)

    def _stretch(self, span: Span) -> None:
        """Let the ends of the chart follow the plan; what the person went to stays where it is."""
        left = self.plot().left if self._moved else self._home()
        self._span = span
        self._scroll_to(left)

    def _tell_head(self) -> None:
        self.head.show_days(self.plot(), self.zoom, self.sight.lines)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Everything in sight is painted anew, which costs less than a frame."""
        if dx:
            self._moved = True
            self._tell_head()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head as wide as the chart; until the person goes elsewhere, it shows where the plan is worked on."""
        super().resizeEvent(event)
        height = head_height()
        self.setViewportMargins(0, height, 0, 0)
        frame = self.frameWidth()
        self.head.setGeometry(frame, frame, self.viewport().width(), height)
        if not self._moved:
            self._scroll_to(self._home())
        else:
            self._scroll_to(self.plot().left)
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button takes hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed_at.emit(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer moves, with the button down or not."""
        self.moved_to.emit(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The left button lets go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.released_at.emit(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice opens."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened_at.emit(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys are the chart's only while something is dragged."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down as the table; with Shift across; with Ctrl closer and farther, at the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheeled += event.angleDelta().y()
            steps, self._wheeled = int(self._wheeled / NOTCH), self._wheeled - int(self._wheeled / NOTCH) * NOTCH
            if steps:
                self.zoom_by(steps, event.position().x())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.angleDelta().y():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows and the days in sight, and nothing else."""
        painter, colours, plot = QPainter(self.viewport()), palette(), self.plot()
        painter.fillRect(self.viewport().rect(), colours.surface)
        paint_rests(painter, plot, colours, self._rests, self.sight.groups(plot.first, plot.last))
        self._paint_chosen(painter, plot, colours)
        paint_months(painter, plot, colours, self.zoom.upper(plot.first_day, plot.last_day))
        paint_lines(painter, plot, colours, self.sight.lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        window = self.sight.window
        rows = [window.row(index) for index in range(plot.first, plot.last + 1)]
        for row in rows:
            if in_sight(plot, row):
                paint_row(painter, plot, colours, row, window.tail(row.index), self._colour(row))
        paint_links(painter, plot, colours, window.links(plot.first, plot.last))
        for row in rows:
            deadline = window.deadline(row.index)
            if deadline is not None:
                paint_deadline(painter, plot, colours, row.index, deadline)
        painter.setFont(fonts.secondary())
        for row in rows:
            words = self.words_after(row)
            if words and in_sight(plot, row):
                paint_words(painter, plot, colours, row, words)

    def _colour(self, row: GanttRow) -> str | None:
        if not self.coloured_by:
            return None
        group = self.sight.group(row.task_id)
        return "" if group is None else group.colour

    def words_after(self, row: GanttRow) -> str:
        """What stands after a bar: the mark of its group, and the name of a milestone."""
        group = None if row.summary else self.sight.group(row.task_id)
        marks = [] if group is None else [group.mark]
        return " · ".join([*marks, row.title] if row.milestone else marks)

    def _paint_chosen(self, painter: QPainter, plot: Plot, colours: Palette) -> None:
        """The selected rows, as the table shows them."""
        chosen = self.table.selectionModel()
        if not chosen.hasSelection():
            return
        root = self.table.rootIndex()
        for index in range(plot.first, plot.last + 1):
            if chosen.isRowSelected(index, root):
                painter.fillRect(QRectF(0, plot.y(index), plot.width, plot.row_height - 1), colours.selected)

    def viewportEvent(self, event: QEvent) -> bool:
        """What a bar is, when the pointer rests on it."""
        if isinstance(event, QHelpEvent):
            row = self.row_at(event.pos().y())
            box = None if row is None or row.bar is None else self.plot().bar(row.index, row.bar)
            if row is not None and box is not None and box.adjusted(-2, -2, 2, 2).contains(QPointF(event.pos())):
                QToolTip.showText(
                    event.globalPos(), tool_tip(told(row, self.sight.group(row.task_id))), self.viewport()
                )
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)


def in_sight(plot: Plot, row: GanttRow) -> bool:
    """Whether anything of a row might be in sight; what is done about its tail and name is not known here."""
    if row.bar is None:
        return row.baseline is not None
    left = min(row.bar.x0, row.baseline.x0) if row.baseline else row.bar.x0
    return plot.x(left) < plot.width + plot.row_height


def told(row: GanttRow, group: BarGroup | None) -> str:
    """A bar in words."""
    days = [day_words(day) for day in dict.fromkeys((row.start, row.finish)) if day is not None]
    done = f", {row.percent} % done" if row.percent is not None and not row.milestone else ""
    whose = "" if group is None else f"\n{group.name}"
    return f"{row.wbs} {row.title}\n{' – '.join(days)}{done}{whose}"

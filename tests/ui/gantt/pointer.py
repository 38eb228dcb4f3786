"""The pointer on the chart, as a person moves it, and what the chart shows of a task by its title."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharedprog.domain.plan.dating import Dates
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.ui.screens.plan import PlanPage

LEFT = Qt.MouseButton.LeftButton


def task(page: PlanPage, title: str) -> Task:
    return next(row for row in page.session.programme.rows(TASKS) if row.title == title)


def dates(page: PlanPage, title: str) -> Dates:
    return page.session.view.schedule.dates[task(page, title).id]


def box(page: PlanPage, title: str) -> QRectF:
    """Where a bar stands."""
    found = page.chart.bar_of(task(page, title).id)
    assert found is not None
    return found


def press(page: PlanPage, place: QPointF | QPoint) -> None:
    QTest.mousePress(page.chart.viewport(), LEFT, pos=_point(place))


def move(page: PlanPage, place: QPointF | QPoint) -> None:
    QTest.mouseMove(page.chart.viewport(), _point(place))
    QApplication.processEvents()


def release(page: PlanPage, place: QPointF | QPoint) -> None:
    QTest.mouseRelease(page.chart.viewport(), LEFT, pos=_point(place))


def drag(page: PlanPage, begin: QPointF, end: QPointF) -> None:
    """Press, go there in two steps, and let go."""
    press(page, begin)
    move(page, (begin + end) / 2)
    move(page, end)
    release(page, end)


def drags(page: PlanPage) -> bool:
    """Whether something is being dragged, on either side."""
    return page.hands.drag is not None or page.outline.is_dragging


def days(page: PlanPage, count: float) -> QPointF:
    """So many days across."""
    return QPointF(count * page.chart.pitch, 0)


def _point(place: QPointF | QPoint) -> QPoint:
    return place.toPoint() if isinstance(place, QPointF) else place

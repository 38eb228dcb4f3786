"""The outline of the plan as a table: what stands beneath a folded summary task is left out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from sharedprog.domain.columns import Column
from sharedprog.domain.computed import UNKNOWN, Shown
from sharedprog.domain.plan.outline import shape_of
from sharedprog.domain.plan.predecessors import WAITS_FOR, waits_in_words
from sharedprog.domain.registers.tasks import Task
from sharedprog.domain.view import View
from sharedprog.ui.registers.table_model import Index, RegisterModel


def _waits(view: View, task: Task) -> Shown:
    return Shown(waits_in_words(view.programme, task.id))


WAITS = Column(
    name=WAITS_FOR,
    label="Waits for",
    width=14,
    kind=None,
    shown=_waits,
    key=lambda *_: UNKNOWN,
    computed=True,
    help="Outline numbers, with the kind of link and the lag: 3.1, 3.2FS+2d, 4SS.",
)
"""What a task waits for, as people write it."""


class OutlineModel(RegisterModel):
    """Rows of the plan; folding holds while they stand in the order of the outline, unfiltered."""

    folding, folded = Signal(), Signal()
    """Before rows leave or come, and afterwards."""
    _folded: frozenset[str] = frozenset()

    def every_column(self) -> Mapping[str, Column]:
        """Also what a task waits for, in one line that can be typed."""
        return {**super().every_column(), WAITS_FOR: WAITS}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A screen reader hears how deep a task stands, and whether it is folded."""
        shown = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and self.names[index.column()] == self.register.name_field:
            row = self.session.view.outline[self.ids[index.row()]]
            words = ", folded" if self.is_folded(row.task.id) else ", open" if row.summary and self.in_outline else ""
            return f"{shown}, level {row.depth + 1}{words}"
        return shown

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Links can be typed too."""
        flags = super().flags(index)
        typed = index.isValid() and self.names[index.column()] == WAITS_FOR
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Links have no order to sort by."""
        if not 0 <= column < len(self.names) or self.names[column] != WAITS_FOR:
            super().sort(column, order)

    @property
    def in_outline(self) -> bool:
        """Whether the rows stand as the outline has them."""
        return not self.wanted.words and self.wanted.test is None and self.wanted.sort is None

    def is_folded(self, task_id: str) -> bool:
        """Whether what is beneath a task is left out."""
        return self.in_outline and task_id in self._folded

    def fold(self, task_id: str, *, folded: bool) -> bool:
        """Leave out what is beneath a summary task, or show it again; whether that changed anything."""
        shape = shape_of(self.session.programme)
        place = shape.places.get(task_id)
        if place is None or not shape.is_summary(place) or (task_id in self._folded) == folded:
            return False
        self._hold(self._folded | {task_id} if folded else self._folded - {task_id})
        return True

    def fold_all(self, *, folded: bool) -> None:
        """Leave out all but the top of the outline, or show everything."""
        shape = shape_of(self.session.programme)
        every = (task_id for place, task_id in enumerate(shape.ids) if shape.is_summary(place))
        self._hold(frozenset(every) if folded else frozenset())

    def reveal(self, task_id: str) -> None:
        """Unfold what a task stands beneath."""
        shape = shape_of(self.session.programme)
        place = shape.places.get(task_id)
        above = set()
        while place is not None and shape.above[place] >= 0:
            place = shape.above[place]
            above.add(shape.ids[place])
        if above & self._folded:
            self._hold(self._folded - above)

    def _hold(self, folded: frozenset[str]) -> None:
        self._folded = folded
        self.folding.emit()
        self._renew()
        self.folded.emit()

    def _listed(self) -> tuple[str, ...]:
        if not self.in_outline:
            return super()._listed()
        shape = shape_of(self.session.programme)
        if not self._folded:
            return shape.ids
        ids: list[str] = []
        begin = 0
        for place in sorted(shape.places[task_id] for task_id in self._folded if task_id in shape.places):
            if place >= begin:
                ids += shape.ids[begin : place + 1]
                begin = shape.ends[place]
        return (*ids, *shape.ids[begin:])

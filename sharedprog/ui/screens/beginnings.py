"""What a new programme begins with: its first workstreams, and a plan that is brought in or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.ui import choosing, fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.fields import ComboField
from sharedprog.ui.editors.prose import ProseEdit
from sharedprog.ui.import_commands import SOURCES
from sharedprog.ui.labels import ElidedLabel, Label, tool_tip
from sharedprog.usecases.programmes import USUAL_WORKSTREAMS

EMPTY_PLAN = "Empty; the first task is typed in the window"
NO_WORKSTREAMS = "None yet"


class Beginnings(QWidget):
    """Both can be left as they are, and changed whenever one likes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ComboField()
        self.kind.addItems([NO_WORKSTREAMS, *USUAL_WORKSTREAMS])
        self.kind.setAccessibleName("Workstreams that are usual for")
        self.kind.setToolTip(tool_tip("Fills the list beneath; change it as you like."))
        self.workstreams = ProseEdit(least=7, most=10)
        self.workstreams.describe("First workstreams", "One on each line. Change, add or delete lines as you like.")
        self.plan: Path | None = None
        self._plan = ElidedLabel(EMPTY_PLAN)
        self._no_plan = button("Begin with none", lambda: self.take(None), "link")
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _: self._fill())
        self.take(None)

    def names(self) -> tuple[str, ...]:
        """The workstreams, each once."""
        lines = [line.strip() for line in self.workstreams.value().splitlines()]
        return tuple(dict.fromkeys(line for line in lines if line))

    def take(self, plan: Path | None) -> None:
        """Bring in this plan once the programme is there, or none."""
        self.plan = plan
        self._plan.setText(plan.name if plan is not None else EMPTY_PLAN)
        self._no_plan.setVisible(plan is not None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.scaled(8))
        column.addWidget(Label("Workstreams that are usual for", "secondary"))
        column.addWidget(self.kind)
        column.addWidget(Label("First workstreams, one on each line", "secondary"))
        column.addWidget(self.workstreams)
        column.addSpacing(fonts.scaled(8))
        column.addWidget(Label("The plan", "secondary"))
        row = QHBoxLayout()
        row.setSpacing(fonts.scaled(8))
        row.addWidget(self._plan)
        row.addStretch(1)
        row.addWidget(self._no_plan)
        row.addWidget(button("Bring in a plan…", self._choose))
        column.addLayout(row)
        words = "A plan from Microsoft Project, GanttProject or Excel. You see what it would bring before it comes in."
        column.addWidget(Label(words, "help", wrap=True))
        column.addStretch(1)

    def _fill(self) -> None:
        """The usual workstreams take the place of the ones before."""
        self.workstreams.set_value("\n".join(USUAL_WORKSTREAMS.get(self.kind.currentText(), ())))

    def _choose(self) -> None:
        path = choosing.file_to_open(self, "Bring in a plan", SOURCES)
        if path is not None:
            self.take(path)

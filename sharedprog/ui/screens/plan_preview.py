"""The chart of the plan as it would be printed, on the paper that the person chooses."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from sharedprog.domain.packing import PlanOrder
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.choosing import file_name
from sharedprog.ui.desk import Desk
from sharedprog.ui.editors.fields import ComboField
from sharedprog.ui.screens.preview import PreviewPage
from sharedprog.ui.session import Session
from sharedprog.usecases import board_pack

PAPERS = ("A3", "A4")
LETTERS = 12
"""Room for the name of a paper."""


class PlanPreview(PreviewPage):
    """Made anew when another paper is chosen; what is shown is printed, or saved as a PDF."""

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        name = file_name(f"{session.programme.settings.title} plan")
        proposed = session.document.path.with_name(f"{name}.pdf")
        super().__init__(desk, "Print plan", TASKS.key, proposed, parent)
        self._session = session
        self.paper = ComboField()
        self.paper.setAccessibleName("Paper")
        self.paper.setMinimumContentsLength(LETTERS)
        self.paper.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for paper in PAPERS:
            self.paper.addItem(f"{paper}, landscape", paper)
        self.head.insertWidget(self.head.count() - 3, self.paper)
        self.paper.currentIndexChanged.connect(lambda _: self._make())
        self._make()

    def _make(self) -> None:
        made = self._session.document.clock().replace(microsecond=0)
        order = PlanOrder(self._session.view, str(self.paper.currentData()), made)
        self.pages.progress.cancel()
        self.begin("Drawing the sheets of the plan…", board_pack.print_plan, order, tells=False)

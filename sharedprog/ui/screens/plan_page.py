"""The plan on a page: what its lanes are and which paper, the sheet as it will be printed, and saving it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.packing import MadePack, PlanPageOrder
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.choosing import file_name
from sharedprog.ui.desk import Desk
from sharedprog.ui.editors.fields import ComboField
from sharedprog.ui.screens.preview import PreviewPage
from sharedprog.ui.session import Session
from sharedprog.usecases import plan_page

BY = (("By workstream", "workstream"), ("By partner", "partner"))
PAPERS = (("A3", "A3"), ("A4", "A4"))
OUTDATED = "The programme has changed since this sheet was made."


class PlanOnAPage(PreviewPage):
    """The sheet is made at once, and again whenever something else is chosen."""

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        name = file_name(f"{session.programme.settings.title} plan on a page")
        super().__init__(desk, "Plan on a page", "tasks", session.document.path.with_name(f"{name}.pdf"), parent)
        self._session = session
        self.by = self._choice("What the lanes are", BY, 150)
        self.paper = self._choice("Paper", PAPERS, 72)
        self._again = button("Make it again", self._make)
        self._again.hide()
        self.tools.addWidget(self._again)
        self.tools.addStretch(1)
        self.pages.ended.connect(lambda: self._again.setVisible(not self._save.isEnabled()))
        session.changed.connect(self._outdate)
        self._make()

    def _choice(self, name: str, choices: Sequence[tuple[str, str]], width: float) -> ComboField:
        made = ComboField()
        made.setMinimumContentsLength(2)
        made.setAccessibleName(name)
        for words, code in choices:
            made.addItem(words, code)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made.setMinimumWidth(fonts.scaled(width))
        made.currentIndexChanged.connect(lambda _: self._make())
        self.tools.addWidget(made)
        return made

    def _make(self) -> None:
        self._save.setEnabled(False)
        self._again.hide()
        made = self._session.document.clock().replace(microsecond=0)
        order = PlanPageOrder(self._session.view, made, self.by.currentData(), self.paper.currentData())
        self.begin("Making the sheet…", plan_page.print_plan_page, order, tells=False)

    def _made(self, made: MadePack) -> None:
        super()._made(made)
        self._truth.setText("One sheet")

    def _outdate(self, _change_set: ChangeSet) -> None:
        if self.pages.content is not None:
            self._truth.setText(OUTDATED)
            self._again.show()

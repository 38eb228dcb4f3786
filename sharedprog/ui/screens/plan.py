"""The plan: the common page, with its outline and its links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.ui.buttons import icon_button
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session
from sharedprog.usecases import planning
from sharedprog.usecases.document import Document

Act = Callable[[Document, Sequence[str]], ChangeSet | None]

TOOLS: tuple[tuple[str, str, str, Act], ...] = (
    ("outdent", "Outdent", "Alt+Shift+Left", planning.outdent),
    ("indent", "Indent", "Alt+Shift+Right", planning.indent),
    ("up", "Move up", "Alt+Shift+Up", planning.move_up),
    ("down", "Move down", "Alt+Shift+Down", planning.move_down),
    ("link", "Link: each waits for the one before", "Ctrl+L", planning.link),
    ("unlink", "Unlink", "Ctrl+Shift+L", planning.unlink),
)
"""Icon, words, keys and use case of each tool."""


class PlanPage(TablePage):
    """Tasks and milestones, whose selected rows can be moved and linked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, TASKS, parent)
        for meaning, words, keys, act in TOOLS:
            self._add_act(meaning, words, keys, act)

    def _add_act(self, meaning: str, words: str, keys: str, act: Act) -> None:
        def does() -> None:
            self.act_on_chosen(act)

        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.tools.addWidget(icon_button(meaning, f"{words} ({shown})", does))
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: does())
        self.addAction(action)

    def act_on_chosen(self, act: Act) -> None:
        """Do something with the selected tasks, which stay selected."""
        self.commit()
        chosen = self.table.chosen_ids()
        if not chosen:
            self.refused.emit("No task is selected. Select one or more, then try again.")
            return
        try:
            act(self.session.document, chosen)
        except Trouble as refusal:
            self.refused.emit(str(refusal))

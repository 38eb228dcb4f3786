"""What the pointer does to bars, done with keys: days earlier and later, longer and shorter, more and less done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from sharedprog.domain.changes import ChangeSet
from sharedprog.usecases import replanning
from sharedprog.usecases.document import Document

Act = Callable[[Document, Sequence[str]], ChangeSet | None]
PART = 10
"""Per cent that progress goes by."""


STEPS: tuple[tuple[str, tuple[str, ...], Act] | None, ...] = (
    ("A day earlier", ("Alt+Left",), partial(replanning.shift, days=-1)),
    ("A day later", ("Alt+Right",), partial(replanning.shift, days=1)),
    ("A week earlier", ("Alt+PgUp",), partial(replanning.shift_weeks, weeks=-1)),
    ("A week later", ("Alt+PgDown",), partial(replanning.shift_weeks, weeks=1)),
    None,
    ("A day shorter", ("Alt+-",), partial(replanning.stretch, days=-1)),
    ("A day longer", ("Alt++", "Alt+="), partial(replanning.stretch, days=1)),
    None,
    (f"{PART} % more done", ("Ctrl+Shift+Up",), partial(replanning.progress, percent=PART)),
    (f"{PART} % less done", ("Ctrl+Shift+Down",), partial(replanning.progress, percent=-PART)),
)
"""Words, keys and use case of each step; ``None`` for a line between them."""


class StepMenu(QMenu):
    """The steps in a menu, whose keys work in a part of the page."""

    def __init__(self, part: QWidget, does: Callable[[Act], object]) -> None:
        super().__init__("Move and stretch", part)
        self.setAccessibleName("Move and stretch")
        for step in STEPS:
            if step is None:
                self.addSeparator()
                continue
            words, keys, act = step
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(each) for each in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _checked=False, act=act: does(act))
            part.addAction(action)
            self.addAction(action)

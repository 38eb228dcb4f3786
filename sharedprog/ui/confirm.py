"""Dialogs for decisions that cannot wait. Their buttons are verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label


@dataclass(frozen=True)
class Answer:
    """One thing the person may decide: a verb with its object; `danger` where it loses something."""

    key: str
    words: str
    danger: bool = False


class Question(QDialog):
    """A question with an explanation and an answer for each button; Escape answers nothing.

    The first answer is the button that Enter presses, unless it loses something: then Enter keeps.
    """

    def __init__(
        self,
        parent: QWidget | None,
        question: str,
        explanation: str,
        answers: Sequence[Answer],
        keep: str = "Cancel",
    ) -> None:
        super().__init__(parent)
        self.answer: str | None = None
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self.setAccessibleDescription(explanation)
        self.setMinimumWidth(fonts.scaled(440))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[fonts.scaled(20)] * 4)
        layout.setSpacing(fonts.scaled(8))
        layout.addWidget(Label(question, "card-title", wrap=True))
        if explanation:
            layout.addWidget(Label(explanation, wrap=True))
        layout.addSpacing(fonts.scaled(8))
        layout.addLayout(self._buttons(answers, keep))

    def _buttons(self, answers: Sequence[Answer], keep: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        keeping = button(keep, self.reject)
        row.addWidget(keeping)
        first = None
        for position, answer in enumerate(answers):
            role = "danger" if answer.danger else "primary" if position == 0 else ""
            made = button(answer.words, partial(self._decide, answer.key), role)
            row.addWidget(made)
            first = first or made
        chosen = keeping if first is None or answers[0].danger else first
        chosen.setDefault(True)
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    def _decide(self, key: str) -> None:
        self.answer = key
        self.accept()


def ask(
    parent: QWidget | None,
    question: str,
    explanation: str,
    answers: Sequence[Answer],
    keep: str = "Cancel",
) -> str | None:
    """Wait for a decision: the key of the answer, or None where the person keeps things as they are."""
    dialog = Question(parent, question, explanation, answers, keep)
    dialog.exec()
    answer = dialog.answer
    dialog.deleteLater()
    return answer


def confirm(
    parent: QWidget | None,
    question: str,
    explanation: str,
    verb: str,
    *,
    keep: str = "Cancel",
    danger: bool = False,
) -> bool:
    """Ask before one thing is done; `verb` names it and its object ("Delete risk R-012")."""
    return ask(parent, question, explanation, [Answer("yes", verb, danger)], keep) == "yes"

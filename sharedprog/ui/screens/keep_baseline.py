"""Asking how a baseline is to be called, who approved it, and at which board."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain import boards
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import day_words
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.fields import CheckField, ComboField, LineField
from sharedprog.ui.labels import Label
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session
from sharedprog.usecases import baselining

TITLE = "Keep a baseline"


class KeepBaseline(QDialog):
    """The name is asked for; the last board held, and that it is in force, are proposed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setMinimumWidth(fonts.scaled(460))
        self.name = LineField()
        self.person = _choices([(row.id, row.title) for row in session.programme.rows(PEOPLE)])
        held = boards.held(session.programme)
        self.board = _choices(
            [(row.id, f"Board {row.number}, {day_words(row.day)}") for row in reversed(held) if row.day is not None]
        )
        if held:
            self.board.setCurrentIndex(1)
            self.name.setText(f"Board {held[-1].number}")
        self.in_force = CheckField("Count slips from it from now on")
        self.in_force.setChecked(True)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(10))
        column.addWidget(Label(TITLE, "card-title"))
        column.addWidget(Label("The dates of every task as they are now are kept under this name.", wrap=True))
        form = QFormLayout()
        for words, field in (("Name", self.name), ("Approved by", self.person), ("At board", self.board)):
            field.setAccessibleName(words)
            form.addRow(Label(words), field)
        column.addLayout(form)
        column.addWidget(self.in_force)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Cancel", self.reject))
        done = button(TITLE, self.accept, "primary")
        done.setDefault(True)
        row.addWidget(done)
        column.addLayout(row)


def _choices(offered: list[tuple[str, str]]) -> ComboField:
    """A list that begins with nothing chosen."""
    box = ComboField()
    box.addItem("", None)
    for row_id, words in offered:
        box.addItem(words, row_id)
    return box


def keep_as_asked(page: TablePage) -> None:
    """Ask over a page, keep a baseline as one change, and say so there."""
    page.commit()
    dialog = KeepBaseline(page.session, page)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    document = page.session.document
    try:
        baselining.keep(
            document,
            dialog.name.text(),
            approved=document.today,
            approved_by=dialog.person.currentData(),
            board=dialog.board.currentData(),
            in_force=dialog.in_force.isChecked(),
        )
    except Trouble as refusal:
        page.refused.emit(str(refusal))
    else:
        page.said.emit(f"The plan's dates are kept as “{dialog.name.text().strip()}”.")

"""Bank holidays: the common page, and filling in those of a nation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS, DIVISIONS
from sharedprog.domain.trouble import Trouble
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.fields import ComboField, NumberField
from sharedprog.ui.labels import Label
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session
from sharedprog.usecases.bank_holidays import YEARS, fill

TITLE = "Fill in bank holidays"


class FillBankHolidays(QDialog):
    """Asks of which nation and for which years."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setMinimumWidth(fonts.scaled(420))
        self.division = ComboField()
        for option in DIVISIONS:
            self.division.addItem(option.words, option.code)
        self.division.setCurrentIndex(max(0, self.division.findData(session.programme.settings.division)))
        today = session.document.today
        self.first, self.last = (NumberField(YEARS[0], YEARS[-1], today.year + more) for more in (0, 4))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(10))
        column.addWidget(Label(TITLE, "card-title"))
        column.addWidget(Label("Days that are there stay as they are. Add one-off days in the list.", wrap=True))
        form = QFormLayout()
        for name, field in (("Of", self.division), ("From", self.first), ("To", self.last)):
            field.setAccessibleName(name)
            form.addRow(Label(name), field)
        column.addLayout(form)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Cancel", self.reject))
        done = button("Fill in", self.accept, "primary")
        done.setDefault(True)
        row.addWidget(done)
        column.addLayout(row)

    @property
    def years(self) -> range:
        """The years asked for, both counted."""
        return range(self.first.value(), self.last.value() + 1)


class BankHolidaysPage(TablePage):
    """Days on which nobody works; ``said`` carries what was filled in."""

    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, BANK_HOLIDAYS, parent)
        self.tools.addWidget(button("Fill in…", self.ask))

    def ask(self) -> None:
        """Ask, and fill them in as one change."""
        self.commit()
        dialog = FillBankHolidays(self.session, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.fill_in(str(dialog.division.currentData()), dialog.years)

    def fill_in(self, division: str, years: range) -> None:
        """Fill in the bank holidays of a nation."""
        try:
            done = fill(self.session.document, division, years)
        except Trouble as refusal:
            self.refused.emit(str(refusal))
            return
        self.said.emit(f"{done.title}." if done is not None else "All of these bank holidays are there already.")

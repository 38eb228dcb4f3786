"""Quick add: a row of any of the registers that grow between boards, from wherever one is, in one line."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from sharedprog.domain.fields import Link
from sharedprog.domain.quick_line import QUICK, QuickLine, read_line
from sharedprog.domain.reading import Unread, read_day
from sharedprog.domain.register import Register
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.words import day_words, one
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.day import DayEdit
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.fields import LineField
from sharedprog.ui.editors.people import NewName, PeopleEdit
from sharedprog.ui.editors.reading import ShortTextEdit
from sharedprog.ui.labels import Label, announce
from sharedprog.ui.registers.field_editors import known_rows
from sharedprog.ui.session import Session
from sharedprog.usecases.adding import add_quickly

TITLE = "Quick add"
OWNER = Link(label="Owner", to=(PEOPLE.key,))
EXAMPLE = "Chase the lease @Head of ICT due Fri"
HELP = "What it is, in one line. @ and a name give it an owner, due or by and a day its date."


class QuickAdd(QDialog):
    """Says beneath the line how it is understood; ``added`` are the words of each row that was added."""

    def __init__(self, session: Session, register: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.added: list[str] = []
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.setMinimumWidth(fonts.scaled(560))
        self.kinds = QButtonGroup(self)
        for place, key in enumerate(QUICK):
            kind = QRadioButton(BY_KEY[key].singular.capitalize())
            self.kinds.addButton(kind, place)
            kind.setChecked(key == register)
        self.line = ShortTextEdit()
        self.line.describe("What", HELP)
        self.typed = cast(LineField, self.line.field())
        self.owner = PeopleEdit(known_rows(session, OWNER))
        today = session.document.today
        self.day = DayEdit(lambda text: read_day(text, today), day_words, today)
        self.understood = Label(role="help", wrap=True)
        self._day_label = Label("", "secondary")
        self._by_hand: set[Editor[Any]] = set()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def register(self) -> Register[Any]:
        """The register that is added to."""
        return BY_KEY[list(QUICK)[self.kinds.checkedId()]]

    def add(self) -> bool:
        """Add the row; False, with the reason beneath its field, where something cannot be read."""
        if not (self.owner.commit() and self.day.commit()):
            return False
        meant = self._meant()
        if not meant.title:
            self.line.set_trouble(f"Say in a few words what the {self.register.singular} is.")
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        owner = self.owner.value()
        name = owner.name if isinstance(owner, NewName) else owner or ""
        document = self._session.document
        try:
            add_quickly(document, self.register, meant.title, name, self.day.value())
        except Unread as refusal:
            self.line.set_trouble(str(refusal))
            return False
        self.added.append((document.undo_title or "").replace("Add", "Added", 1))
        return True

    def add_another(self) -> None:
        """Add the row, and be ready for the next."""
        if not self.add():
            return
        self._by_hand.clear()
        self.owner.offer(known_rows(self._session, OWNER))
        self.line.set_value("")
        self.owner.set_value(None)
        self.day.set_value(None)
        self._show()
        sentence = f"{self.added[-1]}. Type the next."
        self.understood.setText(sentence)
        announce(self.typed, sentence)
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(8))
        kinds = QHBoxLayout()
        kinds.setSpacing(fonts.scaled(12))
        for kind in self.kinds.buttons():
            kinds.addWidget(kind)
        kinds.addStretch(1)
        column.addWidget(Label(TITLE, "card-title"))
        column.addLayout(kinds)
        column.addWidget(self.line)
        column.addWidget(self.understood)
        fields = QGridLayout()
        fields.setHorizontalSpacing(fonts.scaled(12))
        fields.setVerticalSpacing(2)
        fields.addWidget(Label("Owner", "secondary"), 0, 0)
        fields.addWidget(self._day_label, 0, 1)
        fields.addWidget(self.owner, 1, 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.day, 1, 1, Qt.AlignmentFlag.AlignTop)
        fields.setColumnStretch(0, 1)
        fields.setColumnStretch(1, 1)
        column.addLayout(fields)
        row = QHBoxLayout()
        row.addWidget(button("Add another", self.add_another))
        row.addStretch(1)
        row.addWidget(button("Cancel", self.reject))
        self._done = button("Add", self._finish, "primary")
        self._done.setDefault(True)
        row.addWidget(self._done)
        column.addSpacing(fonts.scaled(8))
        column.addLayout(row)

    def _connect(self) -> None:
        self.typed.setPlaceholderText(EXAMPLE)
        self.typed.textChanged.connect(lambda _: self._show())
        self.kinds.idToggled.connect(lambda *_: self._show())
        for editor in (self.owner, self.day):
            editor.committed.connect(lambda _, editor=editor: self._chosen(editor))
        QShortcut(QKeySequence("Ctrl+Return"), self, self.add_another)
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        if self.add():
            self.accept()

    def _chosen(self, editor: Editor[Any]) -> None:
        """What the person put into a field by hand is theirs: the line does not change it any more."""
        self._by_hand.add(editor)
        self._show()

    def _meant(self) -> QuickLine:
        names = [person.title for person in self._session.programme.rows(PEOPLE)]
        return read_line(self.typed.text(), names, self._session.document.today)

    def _show(self) -> None:
        """Put what the line says into the fields, and say beneath it what would be added."""
        meant = self._meant()
        people = {person.title: person.id for person in self._session.programme.rows(PEOPLE)}
        if self.owner not in self._by_hand:
            owner = people.get(meant.owner) or NewName(meant.owner)
            self.owner.set_value(owner if meant.owner else None)
        if self.day not in self._by_hand:
            self.day.set_value(meant.day)
        for kind in self.kinds.buttons():  # Tab goes to the one that is chosen, arrows from there to the others
            kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus if kind.isChecked() else Qt.FocusPolicy.ClickFocus)
        register = self.register
        owned, dated = QUICK[register.key]
        label = register.fields[dated].label
        self._day_label.setText(label)
        self.owner.describe(register.fields[owned].label)
        self.day.describe(label)
        self._done.setText(f"Add {register.singular}")
        self.line.set_trouble("")
        self.understood.setText(self._sentence(meant, label) if meant.title else HELP)

    def _sentence(self, meant: QuickLine, label: str) -> str:
        """How the line is understood."""
        parts = [f"Adds {one(self.register.singular)}: “{meant.title}”"]
        owner, day = self.owner.value(), self.day.value()
        if isinstance(owner, NewName):
            parts.append(f"owner {owner.name}, who is new and is added to People")
        elif owner is not None:
            person = self._session.programme.row(PEOPLE, owner)
            parts.append(f"owner {person.title}" if person is not None else "")
        if day is not None:
            parts.append(f"{label[:1].lower()}{label[1:]} {day_words(day)}")
        return f"{'; '.join(part for part in parts if part)}."

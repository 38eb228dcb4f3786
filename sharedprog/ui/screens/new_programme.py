"""Starting a programme: the little that is asked, each answer checked beneath its field."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sharedprog.domain.fields import Choice
from sharedprog.domain.reading import read_day
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.words import day_words
from sharedprog.ui import choosing, fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.choosing import file_name
from sharedprog.ui.confirm import confirm
from sharedprog.ui.editors.choice import ChoiceEdit
from sharedprog.ui.editors.day import DayEdit
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.reading import ShortTextEdit
from sharedprog.ui.labels import Label
from sharedprog.ui.screens.beginnings import Beginnings
from sharedprog.ui.scrolled import Scrolled, fit_screen
from sharedprog.usecases.opening import SUFFIX, with_suffix
from sharedprog.usecases.programmes import Start

CADENCES = ((7, "Every week"), (14, "Every two weeks"), (21, "Every three weeks"), (28, "Every four weeks"))
MOST_PARTNERS = 8
FIRST_TRUTH = "Only the name and the partners are needed. All of it can be changed later."
SECOND_TRUTH = "Both are offers. All of it can be changed later."


class NewProgramme(QDialog):
    """Name, partners, dates, how often the board meets, and where the file goes; then what it begins with.

    The second step can be left out: a programme can be started from either.
    """

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("New programme")
        self.setAccessibleName("New programme")
        self.setMinimumWidth(fonts.scaled(580))
        self.name = ShortTextEdit()
        self.partners: list[ShortTextEdit] = []
        self.start = DayEdit(lambda text: read_day(text, today), day_words, today)
        self.day_one = DayEdit(lambda text: read_day(text, today), day_words, today)
        self.cadence: ChoiceEdit[int] = ChoiceEdit(CADENCES)
        division = PROGRAMME.fields["division"]
        offered = division.options if isinstance(division, Choice) else ()
        self.division: ChoiceEdit[str] = ChoiceEdit([(option.code, option.words) for option in offered])
        self.place = ShortTextEdit()
        self.beginnings = Beginnings()
        self._proposed = ""
        self._lines = QVBoxLayout()
        self._more = button("Add a partner", self.add_partner, "link", "add")
        self._steps = QStackedWidget()
        self._title = Label("New programme", "page-title", wrap=True)
        self._truth = Label(FIRST_TRUTH, "truth", wrap=True)
        self._forward = button("Workstreams…", lambda: self.show_step(1))
        self._back = button("Back", lambda: self.show_step(0))
        self._back.hide()
        self._lay_out()
        self.start.set_value(today)
        self.cadence.set_value(14)
        self.division.set_value("england")
        self.name.committed.connect(lambda _: self._propose_place())
        self._propose_place()
        fit_screen(self)
        self.name.setFocus()

    def add_partner(self) -> None:
        """Room for one more partner."""
        line = ShortTextEdit()
        line.describe(f"Partner {len(self.partners) + 1}", "The whole name of a council, a force or another body.")
        self.partners.append(line)
        self._lines.addWidget(line)
        self._more.setVisible(len(self.partners) < MOST_PARTNERS)
        if len(self.partners) > 1:
            self.setTabOrder(self.partners[-2].field(), line.field())
        line.setFocus()

    def made(self) -> tuple[Path, Start]:
        """Where the file goes and what the programme starts with, once the dialog was accepted."""
        start = Start(
            name=self.name.value(),
            partners=tuple(line.value() for line in self.partners if line.value()),
            start=self.start.value(),
            day_one=self.day_one.value(),
            cadence=self.cadence.value() or 14,
            division=self.division.value() or "england",
            workstreams=self.beginnings.names(),
        )
        return with_suffix(Path(self.place.value())), start

    def accept(self) -> None:
        """Check every answer; the first that is not right is gone to."""
        if self.beginnings.workstreams.commit() and self._is_right():
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves at once only where nothing was typed: it is pressed in passing, Cancel is not."""
        typed = any(line.value() for line in (self.name, *self.partners))
        if event.key() == Qt.Key.Key_Escape and typed:
            what = f"Leave “{self.name.value()}”?" if self.name.value() else "Leave the new programme?"
            words = "Nothing is kept of what you typed here."
            if not confirm(self, what, words, "Leave it", keep="Stay", danger=True):
                return
        super().keyPressEvent(event)

    def show_step(self, number: int) -> None:
        """The first step, or the second where every answer of the first is right."""
        if number and not self._is_right():
            return
        self._steps.setCurrentIndex(number)
        self._forward.setVisible(not number)
        self._back.setVisible(bool(number))
        self._title.setText(("New programme", f"What {self.name.value() or 'it'} begins with")[number])
        self._truth.setText((FIRST_TRUTH, SECOND_TRUTH)[number])
        (self.beginnings.kind if number else self.name).setFocus()

    # Inside

    def _is_right(self) -> bool:
        """Whether every answer of the first step is; what is not is told, and gone to."""
        fields: list[Editor[Any]] = [self.name, *self.partners, self.start, self.day_one, self.place]
        wrong = [field for field in fields if not field.commit()]
        if not wrong:
            for field in fields:
                field.set_trouble("")
            for field, sentence in self._faults():
                field.set_trouble(sentence)
                wrong.append(field)
        if wrong:
            if self._steps.currentIndex():
                self._steps.setCurrentIndex(0)
            wrong[0].setFocus()
        return not wrong

    def _faults(self) -> list[tuple[Editor[Any], str]]:
        """What is wrong with the answers together, by field."""
        faults: list[tuple[Editor[Any], str]] = []
        if not self.name.value():
            faults.append((self.name, "Give the programme a name."))
        names = [line.value().casefold() for line in self.partners]
        for place, line in enumerate(self.partners):
            if names[place] and names[place] in names[:place]:
                faults.append((line, "Two partners have the same name. Give each its own."))
        if sum(bool(name) for name in names) < 2:
            empty = next(line for line in self.partners if not line.value())
            faults.append((empty, "A partnership has two partners or more. Name at least two."))
        first, second = self.start.value(), self.day_one.value()
        if first is not None and second is not None and second < first:
            faults.append((self.day_one, "Day 1 is before the start. One of the two days is another."))
        return [*faults, *self._faults_of_place()]

    def _faults_of_place(self) -> list[tuple[Editor[Any], str]]:
        if not self.place.value():
            return [(self.place, "Say where the file goes.")]
        path = with_suffix(Path(self.place.value()))
        try:
            there, folder = path.exists(), path.is_absolute() and path.parent.is_dir()
        except (OSError, ValueError):  # longer than the disk allows, or with a character that no name can have
            return [(self.place, "No file can have this name. Choose a shorter one, of letters and figures.")]
        if there:
            return [(self.place, f"There is already a file called “{path.name}” here. Choose another name.")]
        if not folder:
            return [(self.place, f"There is no folder “{path.parent}”. Choose one that is there.")]
        return []

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[fonts.scaled(24)] * 4)
        whole.setSpacing(fonts.scaled(8))
        whole.addWidget(self._title)
        whole.addWidget(self._truth)
        whole.addSpacing(fonts.scaled(4))
        self._steps.addWidget(self._first_step())
        self._steps.addWidget(self.beginnings)
        whole.addWidget(Scrolled(self._steps), 1)
        whole.addSpacing(fonts.scaled(8))
        whole.addLayout(self._buttons())
        lines: list[QWidget] = [each for line in (self.name, *self.partners) for each in (line, line.field())]
        for before, after in pairwise([*lines, self._more, self.start, self.start.field()]):
            self.setTabOrder(before, after)

    def _first_step(self) -> QWidget:
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.scaled(8))
        _add(column, "Name of the programme", self.name)
        column.addWidget(Label("Partners", "secondary"))
        self._lines.setSpacing(fonts.scaled(6))
        column.addLayout(self._lines)
        row = QHBoxLayout()
        row.addWidget(self._more)
        row.addStretch(1)
        column.addLayout(row)
        for _ in range(2):
            self.add_partner()
        column.addLayout(self._pairs())
        column.addLayout(self._place_row())
        column.addStretch(1)
        return step

    def _pairs(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(fonts.scaled(12))
        grid.setVerticalSpacing(fonts.scaled(8))
        pairs: list[tuple[str, Editor[Any]]] = [
            ("Start", self.start),
            ("Day 1, when the shared service goes live", self.day_one),
            ("The board meets", self.cadence),
            ("Bank holidays of", self.division),
        ]
        for number, (words, field) in enumerate(pairs):
            cell = QVBoxLayout()
            cell.setSpacing(2)
            _add(cell, words, field)
            cell.addStretch(1)
            grid.addLayout(cell, number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _place_row(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label("Where the file goes, on this computer", "secondary"))
        self.place.describe("Where the file goes", "A new file, ending in .sharedprog.")
        row = QHBoxLayout()
        row.setSpacing(fonts.scaled(8))
        row.addWidget(self.place, 1)
        choose = QVBoxLayout()
        choose.addWidget(button("Choose…", self._choose_place))
        choose.addStretch(1)
        row.addLayout(choose)
        column.addLayout(row)
        return column

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(fonts.scaled(8))
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(button("Cancel", self.reject))
        row.addWidget(self._forward)
        start = button("Start the programme", self.accept, "primary")
        start.setDefault(True)
        row.addWidget(start)
        return row

    def _propose_place(self) -> None:
        """In the person's documents, under the programme's name, until they choose another place."""
        if self.place.value() not in ("", self._proposed):
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        parent = folder if Path(folder).is_dir() else str(Path.home())
        self._proposed = str(Path(parent) / f"{file_name(self.name.value() or 'New programme')}{SUFFIX}")
        self.place.set_value(self._proposed)

    def _choose_place(self) -> None:
        proposed = Path(self.place.value() or self._proposed)
        path = choosing.file_to_save(self, "Where the file goes", choosing.PROGRAMMES, proposed, replaces=False)
        if path is not None:
            self.place.set_value(str(with_suffix(path)))


def _add(column: QVBoxLayout, words: str, field: Editor[Any]) -> None:
    """A field beneath its label."""
    column.addWidget(Label(words, "secondary"))
    field.describe(words)
    column.addWidget(field)

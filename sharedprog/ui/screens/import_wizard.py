"""Bringing a file in, step by step: sheets, headings, columns, what would change, and what was done."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.fields import ComboField
from sharedprog.ui.labels import ElidedLabel, Label, announce, literal, set_role
from sharedprog.ui.screens.import_columns import ColumnsStep, columns_sentence
from sharedprog.ui.screens.import_done import DoneStep
from sharedprog.ui.screens.import_headings import HeadingsStep
from sharedprog.ui.screens.import_page import ImportPage
from sharedprog.ui.screens.import_sheets import SheetsStep, sheets_sentence
from sharedprog.usecases.importing_looking import FoundSheet
from sharedprog.usecases.importing_rows import ImportPlan
from sharedprog.usecases.importing_saying import Memory, SheetSaid, first_said


class Step(IntEnum):
    """The steps, in the order in which they are gone through."""

    SHEETS = 0
    HEADINGS = 1
    COLUMNS = 2
    PREVIEW = 3
    DONE = 4


OF_SHEETS = (Step.SHEETS, Step.HEADINGS, Step.COLUMNS)


class ImportWizard(QWidget):
    """Five steps, or for a file that has no sheets the last two. Nothing is changed before the step Preview is left.

    ``read`` carries the choices by which the file is to be read, ``decided`` the plan and whether to skip or blank
    what is bad, ``dates_chosen`` what becomes of the dates of a plan; ``again`` asks to read the file once more.
    """

    read = Signal(object)
    decided = Signal(object, bool, bool)
    dates_chosen = Signal(str)
    again = Signal()
    wants = Signal(str)

    def __init__(self, path: Path, found: Sequence[FoundSheet], memory: Memory, back: str) -> None:
        super().__init__()
        self.path = path
        self.answers = [first_said(each, memory) for each in found]
        self.preview: ImportPage | None = None
        self._memory = memory
        self._back_to = back
        self._shows: list[Step] = [*(OF_SHEETS if found else ()), Step.PREVIEW, Step.DONE]
        self._step: Step = self._shows[0]
        self._truth = ElidedLabel("", "truth")
        numbered = enumerate(self._shows, start=1)
        self._crumbs = {step: Label(f"{place}  {step.name.capitalize()}") for place, step in numbered}
        self._sentence = Label("", wrap=True)
        self.sheet = ComboField()
        self.sheets, self.headings, self.columns = SheetsStep(), HeadingsStep(), ColumnsStep()
        self.done = DoneStep()
        self._preview = QStackedWidget()
        self._stack = QStackedWidget()
        for each in (self.sheets, self.headings, self.columns, self._preview, self.done):
            self._stack.addWidget(each)
        self._cancel = button("Cancel", self.leave)
        self._back = button("Back", self.back)
        self._next = button("Next", self.forward, "primary")
        self._lay_out()
        self._connect()
        if found:
            certain = len(found) == 1 and self.answers[0].taken
            self._go(Step.COLUMNS if certain else Step.SHEETS)

    # What others call

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._step

    def enter(self) -> None:
        """Put the cursor on what there is to decide."""
        page = self._stack.currentWidget()
        place = self.preview if page is self._preview else page
        if isinstance(place, SheetsStep | HeadingsStep | ColumnsStep | ImportPage | DoneStep):
            place.enter()

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what would change."""
        old = self.preview
        self.preview = ImportPage(plan)
        self.preview.decided.connect(self._follow)
        self.preview.dates_chosen.connect(self.dates_chosen)
        self._preview.addWidget(self.preview)
        self._preview.setCurrentWidget(self.preview)
        if old is not None:
            self._preview.removeWidget(old)
            old.deleteLater()
        self._go(Step.PREVIEW)

    def show_done(self, title: str, *, blank: bool) -> None:
        """Say what was done; an empty title says that there was nothing to do."""
        if self.preview is not None:
            self.done.tell(title, self.preview.plan, self.preview.model.lost(), blank=blank)
        self._go(Step.DONE)

    def back(self) -> None:
        """One step back; from the first one, nowhere."""
        place = self._shows.index(self._step)
        if place and self._step != Step.DONE:
            self._go(self._shows[place - 1])

    def forward(self) -> None:
        """One step on, where that can be."""
        if not self._next.isEnabled():
            return
        if self._step == Step.COLUMNS:
            self.read.emit([each.choice() for each in self._taken()])
        elif self._step == Step.PREVIEW and self.preview is not None:
            decision = self.preview.decision()
            if decision.again:
                self.again.emit()
            else:
                self.decided.emit(self.preview.plan, decision.skip, decision.blank)
        elif self._step == Step.DONE:
            self.leave()
        else:
            self._go(self._shows[self._shows.index(self._step) + 1])

    def leave(self) -> None:
        """Go back to the page from which the import was begun."""
        self.wants.emit(self._back_to)

    # Inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        side = fonts.scaled(20)
        column.setContentsMargins(side, fonts.scaled(12), side, fonts.scaled(16))
        column.setSpacing(fonts.scaled(10))
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(12))
        head.addWidget(ElidedLabel(f"Import “{self.path.name}”", "page-title", least=200))
        head.addWidget(self._truth)
        head.addStretch(1)
        column.addLayout(head)
        crumbs = QHBoxLayout()
        crumbs.setSpacing(fonts.scaled(20))
        for each in self._crumbs.values():
            crumbs.addWidget(each)
        crumbs.addStretch(1)
        column.addLayout(crumbs)
        column.addWidget(self._sentence)
        self.sheet.setAccessibleName("Sheet")
        self.sheet.setMaximumWidth(fonts.scaled(420))
        column.addWidget(self.sheet)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(fonts.scaled(8))
        row.addWidget(self._cancel)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        column.addLayout(row)

    def _connect(self) -> None:
        self.sheets.chosen.connect(self._read_as)
        self.headings.chosen.connect(lambda row: self._say(self._present().headed(row, self._memory)))
        self.columns.chosen.connect(lambda place, name: self._say(self._present().meaning(place, name)))
        self.sheet.currentIndexChanged.connect(lambda _: self._follow())
        for keys, act in {"Alt+Right": self.forward, "Ctrl+Return": self.forward, "Alt+Left": self.back}.items():
            QShortcut(QKeySequence(keys), self, act).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._next.setToolTip("<span>On (Ctrl+Enter or Alt+Right)</span>")
        self._back.setToolTip("<span>Back (Alt+Left)</span>")

    def _taken(self) -> list[SheetSaid]:
        return [each for each in self.answers if each.taken]

    def _present(self) -> SheetSaid:
        """The sheet that the steps Headings and Columns are about."""
        place = self.sheet.currentData()
        return self.answers[place] if isinstance(place, int) else self._taken()[0]

    def _read_as(self, place: int, register: str) -> None:
        self.answers[place] = self.answers[place].read_as(register, self._memory)
        self._follow()

    def _say(self, said: SheetSaid) -> None:
        place = next(number for number, each in enumerate(self.answers) if each.found is said.found)
        self.answers[place] = said
        self._follow()

    def _go(self, step: Step) -> None:
        self._step = step
        self._stack.setCurrentIndex(step)
        self._list_sheets()
        self._follow()
        if self.isVisible():
            self.enter()
        announce(self, f"{step.name.capitalize()}. {self._sentence.text()}")

    def _list_sheets(self) -> None:
        """The sheets that come in, to go through them in the steps that are about one."""
        chosen = self.sheet.currentData()
        self.sheet.blockSignals(True)
        self.sheet.clear()
        for place, each in enumerate(self.answers):
            if each.taken:
                self.sheet.addItem(f"{each.found.name}, read as {each.described.title}", place)
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(chosen)))
        self.sheet.blockSignals(False)
        self.sheet.setVisible(self._step in (Step.HEADINGS, Step.COLUMNS) and self.sheet.count() > 1)

    def _follow(self) -> None:
        """Show the present step as things are said now."""
        words, able, sentence, truth = "Next", True, "", ""
        taken = self._taken()
        lacking = [each for each in taken if each.lacks()]
        match self._step:
            case Step.SHEETS:
                self.sheets.show_said(self.answers)
                sentence, able = sheets_sentence(self.path.name, self.answers), bool(taken)
            case Step.HEADINGS:
                self.headings.show_said(self._present())
                sentence = "Which row holds the headings? The rows above it are left out."
            case Step.COLUMNS:
                self.columns.show_said(self._present())
                sentence, able = columns_sentence(self._present()), not lacking
                others = [f"“{each.found.name}”" for each in lacking if each is not self._present()]
                sentence += f" Something must still be said of {', '.join(others)}." if others else ""
            case Step.PREVIEW if self.preview is not None:
                decision = self.preview.decision()
                words, able = decision.words, decision.able
                sentence, truth = self.preview.sentence(), self.preview.truth()
            case _:
                words = "Close"
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._truth.setText(truth)
        self._next.setText(literal(words))
        self._next.setEnabled(able)
        self._back.setVisible(self._step not in (self._shows[0], Step.DONE))
        self._cancel.setVisible(self._step != Step.DONE)
        for each, crumb in self._crumbs.items():
            set_role(crumb, "strong" if each == self._step else "truth")

"""What an import would change, to be seen before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sharedprog.domain.words import counted
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.fields import ComboField, LineField
from sharedprog.ui.labels import Label
from sharedprog.ui.screens.import_choices import look_like_a_list
from sharedprog.ui.screens.import_moves import ImportMoves
from sharedprog.ui.screens.import_rows import BadRows, ImportRows, Shown
from sharedprog.usecases.importing_rows import ImportPlan, sound

AT_ONCE = 40
"""Sentences that are laid out before the window may do something else."""
KINDS: tuple[tuple[Shown, str], ...] = (
    ("all", "All rows"),
    ("problems", "With problems"),
    ("new", "New"),
    ("changed", "Changed"),
    ("same", "The same already"),
)
WAYS: tuple[tuple[BadRows, str], ...] = (
    ("leave", "Leave the bad rows out"),
    ("blank", "Keep those rows, with those cells empty and what stood there as a note"),
    ("mend", "Import nothing: mend the file, then read it again"),
)


@dataclass(frozen=True)
class Decision:
    """What the button of the preview does: its words, whether it can, and what becomes of rows with problems."""

    words: str
    able: bool
    skip: bool = False
    blank: bool = False
    again: bool = False
    """Read the file once more, instead of importing it."""


class Sentences(QListView):
    """Sentences to read and to go through, however many: they are laid out a few at a time."""

    def __init__(self, title: str, sentences: Sequence[str]) -> None:
        super().__init__()
        self._lines = QStringListModel(self)
        self.setModel(self._lines)
        self.setAccessibleName(title)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.say(sentences)

    def say(self, sentences: Sequence[str]) -> None:
        """Show these instead."""
        self._lines.setStringList(list(sentences))

    def said(self) -> list[str]:
        """What is shown."""
        return self._lines.stringList()


class ImportPage(QWidget):
    """Rows at the left, problems and notes at the right; of a plan the dates that would move beneath.

    ``decided`` is sent when another ``decision`` was made, ``dates_chosen`` carries what is to become of the dates of
    a plan.
    """

    decided = Signal()
    dates_chosen = Signal(str)

    def __init__(self, plan: ImportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.model = ImportRows(plan, self)
        self.shown = ComboField()
        self.filter = LineField()
        self.ways = ComboField()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.scaled(8))
        column.addLayout(self._filters())
        column.addWidget(self._middle(), 3)
        if plan.problems:
            column.addLayout(self._what_of_bad_rows())
        if plan.dates is not None:
            column.addWidget(self._dates(), 2 if plan.moves else 0)

    def enter(self) -> None:
        """Put the cursor into the rows."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def decision(self) -> Decision:
        """What would be done now."""
        plan = self.plan
        if not plan.problems:
            return Decision(f"Import {_rows(plan, blank=False)}", bool(_count(plan, blank=False)))
        way = self.ways.currentData()
        if way == "mend":
            return Decision("Read the file again", able=True, again=True)
        blank = way == "blank"
        return Decision(f"Import {_rows(plan, blank=blank)}", bool(_count(plan, blank=blank)), not blank, blank)

    def truth(self) -> str:
        """How many rows of each kind would come, and how many would not."""
        kept = sound(self.plan.rows, blank=self.ways.currentData() == "blank")
        states = Counter(row.state for row in kept)
        parts = [(states["new"], "new"), (states["changed"], "changed"), (states["same"], "the same")]
        parts.append((self.plan.lost + len(self.plan.rows) - len(kept), "left out"))
        words = [f"{number:,} {what}" for number, what in parts if number]
        if self.plan.problems:
            words.append(counted(len(self.plan.problems), "problem"))
        return " · ".join(words)

    def sentence(self) -> str:
        """What there is to decide."""
        if not self.plan.rows and not self.plan.problems:
            return "There is nothing to import: nothing stands beneath the headings that were understood."
        if not self.plan.problems:
            return "Nothing is imported yet. This is what would change; it can be undone afterwards."
        return "Nothing is imported yet. Some of it was not understood: say below what becomes of those rows."

    def _filters(self) -> QHBoxLayout:
        self.shown.setAccessibleName("Rows to show")
        for key, words in KINDS:
            number = self.model.count(key)
            if number or key == "all":
                self.shown.addItem(f"{words} ({number:,})", key)
        self.shown.setMaximumWidth(fonts.scaled(240))
        self.filter.setAccessibleName("Filter the rows and problems")
        self.filter.setPlaceholderText("Filter")
        self.filter.setMaximumWidth(fonts.scaled(320))
        self.shown.currentIndexChanged.connect(lambda _: self._filter())
        self.filter.textChanged.connect(lambda _: self._filter())
        row = QHBoxLayout()
        row.setSpacing(fonts.scaled(8))
        row.addWidget(self.shown, 1)
        row.addWidget(self.filter, 1)
        row.addStretch(1)
        return row

    def _filter(self) -> None:
        words = self.filter.text()
        self.model.show_only(self.shown.currentData(), words)
        wanted = words.casefold().split()
        sentences = [problem.sentence() for problem in self.plan.problems]
        self.problems.say([each for each in sentences if all(word in each.casefold() for word in wanted)])

    def _middle(self) -> QWidget:
        self.rows = _table(self.model, "Rows of the file", (120, 76, 0, 0), (2, 3))
        self.problems = Sentences("Problems", [problem.sentence() for problem in self.plan.problems])
        lists = [self.problems, Sentences("Notes", self.plan.notes)]
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.rows)
        beside = QWidget()
        stacked = QVBoxLayout(beside)
        stacked.setContentsMargins(fonts.scaled(12), 0, 0, 0)
        for each in lists:
            if each.said():
                stacked.addWidget(Label(f"{each.accessibleName()} ({len(each.said()):,})", "card-title"))
                stacked.addWidget(each, 1)
        if any(each.said() for each in lists):
            splitter.addWidget(beside)
            splitter.setSizes([fonts.scaled(760), fonts.scaled(360)])
        return splitter

    def _what_of_bad_rows(self) -> QHBoxLayout:
        """What is to happen to the rows with problems: at first they are left out, but where that would leave none."""
        self.ways.setAccessibleName("What becomes of rows with problems")
        for way, words in WAYS:
            self.ways.addItem(words, way)
        if not _count(self.plan, blank=False) and _count(self.plan, blank=True):
            self.ways.setCurrentIndex(self.ways.findData("blank"))
            self.model.decide("blank")
        self.ways.currentIndexChanged.connect(lambda _: self._way_chosen())
        row = QHBoxLayout()
        row.setSpacing(fonts.scaled(12))
        row.addWidget(Label("Rows with problems", "strong"))
        row.addWidget(self.ways, 1)
        return row

    def _way_chosen(self) -> None:
        self.model.decide(self.ways.currentData())
        self.decided.emit()

    def _dates(self) -> QWidget:
        """What becomes of the dates of a plan, the other choice, and what would move."""
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.scaled(4))
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(12))
        head.addWidget(Label(_dates_kept(self.plan), "card-title", wrap=True), 1)
        stated = self.plan.dates == "stated"
        words, other = ("Work the dates out", "reschedule") if stated else ("Keep the dates as stated", "stated")
        head.addWidget(button(words, lambda: self.dates_chosen.emit(other)))
        column.addLayout(head)
        if self.plan.moves:
            moves = ImportMoves(self.plan, self)
            column.addWidget(_table(moves, "Dates that would move", (180, 146, 146, 146, 146, 0), (5,)), 1)
        return around


def _table(model: QAbstractItemModel, name: str, widths: Sequence[int], wide: Sequence[int]) -> QTableView:
    """A table to look at; the columns at ``wide`` share the room that is left."""
    made = QTableView()
    look_like_a_list(made, model, name, widths, wide)
    return made


def _dates_kept(plan: ImportPlan) -> str:
    """What becomes of the dates, and how many would be others if they were worked out."""
    count = counted(len(plan.moves), "task")
    if plan.dates == "reschedule":
        moved = f"{count} will not stand where the file states" if plan.moves else "no task moves by that"
        return f"Dates are worked out from links and durations; {moved}."
    moved = f"worked out, {count} would stand elsewhere" if plan.moves else "worked out, they would be the same"
    return f"Tasks are placed on the dates that the file states; {moved}."


def _count(plan: ImportPlan, *, blank: bool) -> int:
    return sum(row.state in ("new", "changed") for row in sound(plan.rows, blank=blank))


def _rows(plan: ImportPlan, *, blank: bool) -> str:
    return counted(_count(plan, blank=blank), "row")

"""What an import would change, to be seen before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QListWidget, QSplitter, QTableView, QVBoxLayout, QWidget

from sharedprog.domain.words import counted
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import ElidedLabel, Label
from sharedprog.ui.screens.health_models import Cells
from sharedprog.ui.screens.import_moves import ImportMoves
from sharedprog.ui.screens.import_rows import ImportRows
from sharedprog.usecases.importing_rows import ImportPlan, sound


class ImportPage(QWidget):
    """Rows at the left, problems and notes at the right; of a plan the dates that would move beneath.

    `decided` carries skip_bad and blank_bad, `dates_chosen` what is to become of the dates of a plan.
    """

    decided = Signal(bool, bool)
    dates_chosen = Signal(str)
    wants = Signal(str)

    def __init__(self, plan: ImportPlan, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        column = QVBoxLayout(self)
        side = fonts.scaled(20)
        column.setContentsMargins(side, fonts.scaled(12), side, fonts.scaled(16))
        column.setSpacing(fonts.scaled(10))
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(12))
        head.addWidget(Label(f"Import “{plan.path.name}”", "page-title"))
        head.addWidget(ElidedLabel(_truth(plan), "truth"), 1)
        column.addLayout(head)
        column.addWidget(Label(_sentence(plan), wrap=True))
        column.addWidget(self._middle(), 3)
        if plan.dates is not None:
            column.addWidget(self._dates(), 2 if plan.moves else 0)
        row = QHBoxLayout()
        row.setSpacing(fonts.scaled(8))
        row.addStretch(1)
        row.addWidget(button("Cancel", lambda: self.wants.emit(back)))
        for each in self._decisions():
            row.addWidget(each)
        column.addLayout(row)

    def enter(self) -> None:
        """Put the cursor into the rows."""
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _middle(self) -> QWidget:
        self.rows = _table(ImportRows(self.plan, self), "Rows of the file", (140, 110, 0, 0), (2, 3))
        sentences = [problem.sentence() for problem in self.plan.problems]
        lists = [_list("Problems", sentences), _list("Notes", self.plan.notes)]
        shown = [each for each in lists if each is not None]
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.rows)
        if shown:
            beside = QWidget()
            stacked = QVBoxLayout(beside)
            stacked.setContentsMargins(fonts.scaled(12), 0, 0, 0)
            for each in shown:
                stacked.addWidget(each, 1)
            splitter.addWidget(beside)
            splitter.setSizes([fonts.scaled(760), fonts.scaled(420)])
        return splitter

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

    def _decisions(self) -> list[QWidget]:
        """What can be decided: without problems one thing, with problems two, where there is anything to import."""
        plan = self.plan
        if not plan.problems:
            able = plan.count("new") + plan.count("changed") > 0
            return [self._decision(f"Import {_rows(plan, blank=False)}", able, skip=False, blank=False)]
        keep = button("Keep those rows, with those cells empty", lambda: self.decided.emit(False, True))
        keep.setEnabled(bool(_count(plan, blank=True)))
        leave = f"Leave the bad rows out, import {_rows(plan, blank=False)}"
        return [keep, self._decision(leave, bool(_count(plan, blank=False)), skip=True, blank=False)]

    def _decision(self, words: str, able: bool, *, skip: bool, blank: bool) -> QWidget:
        made = button(words, lambda: self.decided.emit(skip, blank), "primary")
        made.setEnabled(able)
        return made


def _table(model: QAbstractItemModel, name: str, widths: Sequence[int], wide: Sequence[int]) -> QTableView:
    """A table to look at; the columns at `wide` share the room that is left."""
    made = QTableView()
    made.setModel(model)
    made.setAccessibleName(name)
    made.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    made.setItemDelegate(Cells(made))
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(fonts.scaled(30))
    heads = made.horizontalHeader()
    heads.setHighlightSections(False)
    for place, width in enumerate(widths):
        made.setColumnWidth(place, fonts.scaled(width))
    for place in wide:
        heads.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
    return made


def _dates_kept(plan: ImportPlan) -> str:
    """What becomes of the dates, and how many would be others if they were worked out."""
    count = counted(len(plan.moves), "task")
    if plan.dates == "reschedule":
        moved = f"{count} will not stand where the file states" if plan.moves else "no task moves by that"
        return f"Dates are worked out from links and durations; {moved}."
    moved = f"worked out, {count} would stand elsewhere" if plan.moves else "worked out, they would be the same"
    return f"Tasks are placed on the dates that the file states; {moved}."


def _list(title: str, sentences: tuple[str, ...] | list[str]) -> QWidget | None:
    if not sentences:
        return None
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(fonts.scaled(4))
    column.addWidget(Label(f"{title} ({len(sentences):,})", "card-title"))
    listed = QListWidget()
    listed.setAccessibleName(title)
    listed.setWordWrap(True)
    listed.setSpacing(2)
    listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    listed.addItems(list(sentences))
    column.addWidget(listed, 1)
    return around


def _count(plan: ImportPlan, *, blank: bool) -> int:
    return sum(row.state in ("new", "changed") for row in sound(plan.rows, blank=blank))


def _rows(plan: ImportPlan, *, blank: bool) -> str:
    return counted(_count(plan, blank=blank), "row")


def _truth(plan: ImportPlan) -> str:
    parts = [(plan.count("new"), "new"), (plan.count("changed"), "changed"), (plan.count("same"), "the same")]
    words = [f"{number:,} {what}" for number, what in parts if number]
    if plan.problems:
        words.append(counted(len(plan.problems), "problem"))
    return " · ".join(words)


def _sentence(plan: ImportPlan) -> str:
    """What there is to decide."""
    if not plan.problems:
        return "Nothing is imported yet. This is what would change; it can be undone afterwards."
    return (
        "Nothing is imported yet. Some of it was not understood: mend the file and import it again, or leave those "
        "rows out, or keep them with the cells empty and what stood there as a note."
    )

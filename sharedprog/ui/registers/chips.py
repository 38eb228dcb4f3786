"""The chips above a list: its named filters, one of which may be chosen, and the filters that were saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from sharedprog.domain.filters import FILTERS, Filter, Tally
from sharedprog.domain.listing import Test
from sharedprog.ui import fonts
from sharedprog.ui.labels import literal, set_mark, set_role, tool_tip
from sharedprog.ui.registers.chip_button import ChipButton


class Chips(QWidget):
    """A row of filters of one register; choosing the chosen one again shows everything."""

    chosen = Signal(str)
    saved_pressed = Signal(str)
    """The key of a saved filter that was pressed."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = FILTERS.get(key, ())
        self._present = ""
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._row = QWidget()
        self._saved: dict[str, tuple[QPushButton, QAction]] = {}
        layout = self._layout = QHBoxLayout(self._row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(fonts.scaled(8))
        for each in self._filters:
            chip = QPushButton(literal(each.title))
            chip.setCheckable(True)
            chip.setAccessibleName(f"Show only: {each.title}")
            set_role(chip, "chip")
            chip.clicked.connect(lambda _checked=False, title=each.title: self._toggle(title))
            self._group.addButton(chip)
            self._buttons[each.title] = chip
            layout.addWidget(chip)
        self._passing: Filter | None = None
        self._passing_chip = ChipButton("Everything")
        self._passing_chip.setCheckable(True)
        self._passing_chip.clicked.connect(lambda _checked=False: self.choose(""))
        self._passing_chip.hide()
        self._menu_button = self._folded()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(fonts.scaled(8))
        whole.addWidget(self._row)
        whole.addWidget(self._menu_button)
        whole.addWidget(self._passing_chip)
        whole.addStretch(1)
        self._menu_button.hide()

    def minimumSizeHint(self) -> QSize:
        """Room for the menu that the chips fold into, and for the chip of a passing filter."""
        least = self._menu_button.sizeHint().width() if self._filters or self._saved else 0
        if self._passing is not None:
            least += self._passing_chip.minimumSizeHint().width() + fonts.scaled(8)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the chips do not fit beside one another they fold into a menu."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self._passing_chip.sizeHint().width() + fonts.scaled(8) if self._passing is not None else 0
        fold = bool(self._filters or self._saved) and self._row.sizeHint().width() + beside > self.width()
        self._row.setVisible(not fold)
        self._menu_button.setVisible(fold)

    def _folded(self) -> QToolButton:
        """A button with a menu of the same filters."""
        made = QToolButton()
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setText("Show")
        made.setAccessibleName("Choose a filter")
        made.setToolTip(tool_tip("Choose which rows are shown"))
        menu = QMenu(made)
        for each in self._filters:
            action = menu.addAction(literal(each.title))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, title=each.title: self._toggle(title))
        made.setMenu(menu)
        return made

    @property
    def present(self) -> str:
        """The title of the chosen filter; empty when everything is shown."""
        return self._present

    def test(self) -> Test | None:
        """The chosen filter's test."""
        if self._passing is not None:
            return self._passing.test
        return next((each.test for each in self._filters if each.title == self._present), None)

    def choose(self, title: str) -> None:
        """Choose a filter by its title; an empty one shows everything."""
        self._show(None, title if title in self._buttons else "")

    def choose_passing(self, passing: Filter) -> None:
        """Choose a filter from elsewhere: one without a chip of its own has one until another is chosen."""
        own = next((each for each in self._filters if each.test is passing.test), None)
        self._show(*((None, own.title) if own is not None else (passing, passing.title)))

    def _show(self, passing: Filter | None, title: str) -> None:
        self._passing, self._present = passing, title
        self._passing_chip.setVisible(passing is not None)
        if passing is not None:
            self._passing_chip.say(title, f"Only: {title}. Press to show everything.")
        for name, chip in self._buttons.items():
            chip.setChecked(passing is None and name == title)
        for each, action in zip(self._filters, self._menu_button.menu().actions(), strict=False):
            action.setChecked(passing is None and each.title == title)
        self._passing_chip.setChecked(True)
        self._menu_button.setText(literal(title if title and passing is None else "Show"))
        self._fit()
        self.chosen.emit(self._present)

    @property
    def passing(self) -> Filter | None:
        """The filter from elsewhere, while one is chosen."""
        return self._passing

    def offer(self, saved: Iterable[tuple[str, str, bool]]) -> None:
        """Chips for saved filters, after the named ones: key, title, and whether everyone has it."""
        for chip, action in self._saved.values():
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
            self._menu_button.menu().removeAction(action)
        self._saved = {key: self._saved_chip(key, title, shared=shared) for key, title, shared in saved}
        self.updateGeometry()
        self._fit()

    def mark_saved(self, keys: Collection[str]) -> None:
        """Show which saved filters are what the list shows now."""
        for key, (chip, action) in self._saved.items():
            chip.setChecked(key in keys)
            action.setChecked(key in keys)

    def _saved_chip(self, key: str, title: str, *, shared: bool) -> tuple[QPushButton, QAction]:
        whose = "saved in this programme" if shared else "saved for you"
        chip = QPushButton(literal(title), self._row)
        chip.setCheckable(True)
        chip.setAccessibleName(f"Show only: {title}, {whose}")
        chip.setToolTip(tool_tip(f"{title}: {whose}"))
        set_role(chip, "chip")
        set_mark(chip, "saved", "true")
        chip.clicked.connect(lambda _checked=False: self.saved_pressed.emit(key))
        self._layout.addWidget(chip)
        chip.show()
        action = self._menu_button.menu().addAction(literal(title))
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False: self.saved_pressed.emit(key))
        return chip, action

    def show_counts(self, found: Tally, rows: int) -> None:
        """Say in each chip's tool-tip how many of the rows it would show."""
        for each in self._filters:
            words = f"{each.title}: {found.get(each.title, 0)} of {rows}"
            self._buttons[each.title].setToolTip(tool_tip(words))

    def _toggle(self, title: str) -> None:
        self.choose("" if self._passing is None and title == self._present else title)

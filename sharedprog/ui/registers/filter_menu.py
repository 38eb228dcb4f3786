"""Narrowing a list to the value of a cell, and keeping what a list shows under a name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.listing import Test
from sharedprog.domain.registers.saved_filters import SAVED_FILTERS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.wishes import Condition, Wish, conditions_test, in_a_line
from sharedprog.ui.confirm import confirm
from sharedprog.ui.editors.fields import LineField
from sharedprog.ui.labels import literal, set_role, tool_tip
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.registers.ask_name import AskName, ask_name
from sharedprog.ui.registers.chip_button import ChipButton
from sharedprog.ui.registers.chips import Chips
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.session import Session
from sharedprog.usecases.saved_filters import (
    Saved,
    delete_shared,
    fault_of,
    own_filters,
    rename_shared,
    saved_filters,
    share_filter,
    with_own,
)

SHARED = "shared"
LONGEST = 300
"""Characters of a filter that are repeated."""
NARROW_KEYS = "Ctrl+Shift+F"


class FilterButton(QToolButton):
    """A button with a menu; ``condition_chip`` stands beside the chips while the list is narrowed by cells.

    ``changed``: other rows are wanted. ``refused`` says why something was not done, ``told`` what was done.
    """

    changed = Signal()
    refused = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        table: RegisterTable,
        text: LineField,
        chips: Chips,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._table = table
        self._text = text
        self._chips = chips
        self._key = table.register_model.register.key
        self._preferences: Preferences | None = None
        self.conditions: tuple[Condition, ...] = ()
        self.condition_chip = ChipButton("Every row")
        self.condition_chip.setCheckable(True)
        self.condition_chip.hide()
        self.condition_chip.clicked.connect(lambda _checked=False: self._narrow_by(()))
        self.setText("Filters")
        self.setAccessibleName("Save and choose filters")
        self.setToolTip(tool_tip("Show only rows with the value of this cell; save a filter"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(self, "plain")
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        narrow = QAction("Only rows with this value", table)
        narrow.setShortcut(QKeySequence(NARROW_KEYS))
        narrow.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        narrow.triggered.connect(self.narrow)
        table.addAction(narrow)
        chips.saved_pressed.connect(self.press)
        session.changed.connect(self._follow)
        self.offer()

    # What the page asks

    @property
    def wish(self) -> Wish:
        """What the list shows now."""
        chip = "" if self._chips.passing is not None else self._chips.present
        return Wish(in_a_line(self._text.text()), chip, self.conditions)

    @property
    def saved(self) -> tuple[Saved, ...]:
        """The filters of this list that were saved."""
        settings = self._preferences.settings if self._preferences is not None else None
        return saved_filters(self.session.programme, settings, self._key)

    def test(self) -> Test | None:
        """Whether a row meets the conditions; ``None`` while there are none."""
        return conditions_test(self._key, self.conditions)

    def remember(self, preferences: Preferences) -> None:
        """Have the person's own filters too."""
        self._preferences = preferences
        self.offer()

    def offer(self) -> None:
        """Chips of the saved filters, as they are now."""
        self._chips.offer([(each.key, each.title, each.row is not None) for each in self.saved])
        self.mark()

    def mark(self) -> None:
        """Show which saved filters are what the list shows."""
        wish = self.wish
        known = self._chips.passing is None and not wish.none
        self._chips.mark_saved([each.key for each in self.saved if known and each.wish == wish])

    def clear_conditions(self) -> None:
        """Show rows whatever stands in their cells; nobody is told."""
        self.conditions = ()
        self.condition_chip.hide()

    # What a person does

    def narrow(self) -> None:
        """Show only rows with the value of the current cell."""
        index = self._table.currentIndex()
        if not index.isValid():
            self.refused.emit("No cell is chosen. Go to a cell, then try again.")
            return
        column = self._table.register_model.columns[index.column()]
        condition = Condition(column.label, in_a_line(str(index.data())))
        if condition not in self.conditions:
            self._narrow_by((*self.conditions, condition))

    def press(self, key: str) -> None:
        """Show what a saved filter shows; everything where that is shown already."""
        found = next((each for each in self.saved if each.key == key), None)
        if found is None:
            return
        wrong = fault_of(found, self._key)
        if wrong:
            self.mark()
            self.refused.emit(f"“{found.title}” cannot be shown: {wrong}")
            return
        again = self._chips.passing is None and found.wish == self.wish
        self._show(Wish() if again else found.wish)

    def save(self) -> None:
        """Ask for a name, and keep what the list shows under it."""
        if self._chips.passing is not None:
            self.refused.emit("This filter comes from another page and cannot be saved. Choose one of this list.")
            return
        if self.wish.none:
            self.refused.emit("Nothing is filtered. Type words, choose a filter or narrow by a cell, then save that.")
            return
        offers = {SHARED: "For everyone who opens this programme"} if self._preferences is not None else {}
        words = f"Kept: {shorten(described(self.wish), LONGEST, placeholder='…')}."
        taken = [each.title for each in self.saved]
        dialog = AskName("Save this filter", words, "Save filter", taken=taken, offers=offers, parent=self)
        name = ask_name(dialog)
        if not name:
            return
        if self._preferences is None or dialog.ticks[SHARED].isChecked():
            if self._try(lambda: share_filter(self.session.document, self._key, name, self.wish)):
                self.told.emit(f"Saved the filter “{name}” in this programme.")
        else:
            self._keep_own({**own_filters(self._preferences.settings, self._key), name: self.wish})

    def rename(self, saved: Saved) -> None:
        """Ask for another name."""
        taken = [each.title for each in self.saved]
        name = ask_name(AskName(f"Rename “{saved.title}”", "", "Rename", name=saved.title, taken=taken, parent=self))
        if name and saved.row is not None:
            self._try(lambda: rename_shared(self.session.document, saved.row or "", name))
        elif name and self._preferences is not None:
            own = own_filters(self._preferences.settings, self._key)
            self._keep_own({name if title == saved.title else title: wish for title, wish in own.items()})

    def delete(self, saved: Saved) -> None:
        """Forget a filter; one of the programme can be had back by Undo."""
        if saved.row is not None:
            if self._try(lambda: delete_shared(self.session.document, saved.row or "")):
                self.told.emit(f"Deleted the filter “{saved.title}” from this programme.")
        elif self._preferences is not None and confirm(
            self, f"Delete your filter “{saved.title}”?", "The rows stay.", "Delete filter", danger=True
        ):
            own = own_filters(self._preferences.settings, self._key)
            self._keep_own({title: wish for title, wish in own.items() if title != saved.title})

    # Inside

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        menu.addAction(f"Only rows with this value\t{NARROW_KEYS}", self.narrow)
        if self.conditions:
            menu.addAction("Clear conditions", lambda: self._narrow_by(()))
        menu.addAction("Save this filter…", self.save)
        saved = self.saved
        if not saved:
            return
        menu.addSeparator()
        marked = self.wish
        for each in saved:
            action = menu.addAction(literal(each.title))
            action.setCheckable(True)
            action.setChecked(each.wish == marked)
            action.triggered.connect(partial(self._pressed, each.key))
        change = menu.addMenu("Rename or delete")
        for each in saved:
            change.addAction(literal(f"Rename “{each.title}”…"), partial(self.rename, each))
            dots = "" if each.row is not None else "…"
            change.addAction(literal(f"Delete “{each.title}”{dots}"), partial(self.delete, each))

    def _pressed(self, key: str, _checked: bool = False) -> None:
        self.press(key)

    def _show(self, wish: Wish) -> None:
        """Words, chip and conditions together; the list is looked through once, when all are set."""
        self._set_conditions(wish.conditions)
        self._chips.blockSignals(True)
        self._chips.choose(wish.chip)
        self._chips.blockSignals(False)
        if self._text.text() != wish.words:
            self._text.setText(wish.words)
        else:
            self.changed.emit()

    def _narrow_by(self, conditions: tuple[Condition, ...]) -> None:
        self._set_conditions(conditions)
        self.changed.emit()

    def _set_conditions(self, conditions: tuple[Condition, ...]) -> None:
        self.conditions = conditions
        words = shorten("; ".join(str(each) for each in conditions), LONGEST, placeholder="…")
        self.condition_chip.say(words, f"Only rows with {words}. Press to show them all.")
        self.condition_chip.setChecked(True)
        self.condition_chip.setVisible(bool(conditions))

    def _keep_own(self, own: dict[str, Wish]) -> None:
        if self._preferences is not None:
            self._preferences.keep_lists(with_own(self._preferences.settings, self._key, own))
            self.offer()

    def _try(self, does: Callable[[], object]) -> bool:
        try:
            does()
        except Trouble as refusal:
            self.refused.emit(str(refusal))
            return False
        return True

    def _follow(self, change_set: ChangeSet) -> None:
        if SAVED_FILTERS.key in change_set.registers:
            self.offer()


def described(wish: Wish) -> str:
    """What a filter shows, in words: ``Open, with “union”, Owner: Head of HR``."""
    parts = [wish.chip, f"with “{wish.words}”" if wish.words else "", *(str(each) for each in wish.conditions)]
    return ", ".join(part for part in parts if part)

"""The list and the form beside it; where there is room for one of them only, they take turns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from sharedprog.ui import fonts

WIDE = 720.0
"""The width, before scaling, from which both are shown where neither needs more."""
ROOMY = 980.0
"""The width from which both are shown, however many columns the list has."""
LIST_WIDTH, FORM_WIDTH, LEAST_FORM = 900.0, 400.0, 346.0


class ListAndForm(QSplitter):
    """``narrow`` tells whether only one of the two has room, ``left`` that the form was left for the list.

    It is made before the two, which are made within it: to move what is full of widgets from one parent to another
    takes long.

    A form that is ``asked_for`` is hidden until then, and again afterwards; ``wide`` is the width from which it stands
    beside the list.

    The list itself has no focus proxy: Qt would leave out of the tab order all that stands beside it there.
    """

    narrow = Signal(bool)
    left = Signal()

    _rows: QWidget
    _form: QWidget
    _entry: QWidget

    def __init__(self, parent: QWidget | None = None, *, asked_for: bool = False, wide: float = WIDE) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._narrow = False
        self._asked_for = asked_for
        self._wide = wide
        self._by_hand = False
        self._rooms: Callable[[], tuple[int, int]] | None = None
        self._both_from = 0
        self.setChildrenCollapsible(True)

    def hold(self, rows: QWidget, form: QWidget, entry: QWidget) -> None:
        """Place the two; ``entry`` is where the cursor goes in the list."""
        self._rows, self._form, self._entry = rows, form, entry
        self.addWidget(rows)
        self.addWidget(form)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([fonts.scaled(LIST_WIDTH), fonts.scaled(FORM_WIDTH)])
        if self._asked_for:
            form.hide()
        self.splitterMoved.connect(self._moved)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), form, self.leave_form)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def rows(self) -> QWidget:
        """The list, with all that stands above and beneath it."""
        return self._rows

    @property
    def form(self) -> QWidget:
        """The form, with its head."""
        return self._form

    @property
    def is_narrow(self) -> bool:
        """Whether only one of the two has room."""
        return self._narrow

    @property
    def shows_form(self) -> bool:
        """Whether the form follows the list: always, but where it is asked for and was not."""
        return not self._asked_for or not self._form.isHidden()

    def make_room(self, rooms: Callable[[], tuple[int, int]]) -> None:
        """Let the form give way to a list that needs more, until a person says how wide it is.

        ``rooms`` gives the width at which the list is at its best, and the least that shows all of it; with less, list
        and form take turns. A form that is asked for needs no such care.
        """
        self._rooms = None if self._asked_for else rooms

    def share(self) -> None:
        """Give the list what it needs now, and the form the rest."""
        if self._rooms is None or self._by_hand or self._narrow or self._form.isHidden():
            return
        room = self.width() - self.handleWidth()
        form = min(max(room - self._rooms()[0], fonts.scaled(LEAST_FORM)), fonts.scaled(FORM_WIDTH))
        if form != self._form.width():
            self.setSizes([room - form, form])

    def _moved(self) -> None:
        self._by_hand = True

    def show_form(self) -> None:
        """Show the form: in the place of the list, where there is not room for both."""
        self._form.show()
        self._rows.setVisible(not self._narrow)

    def show_list(self) -> None:
        """Let the list take its place back, with the cursor in it."""
        if self._narrow:
            self._rows.show()
            self._form.hide()
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_form(self) -> None:
        """Go back to the list; a form that was asked for goes away."""
        self.left.emit()
        if self._asked_for:
            self._form.hide()
        self._rows.show()
        self.show_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both or one of them, as there is room."""
        super().resizeEvent(event)
        # Not at other times: the form must not go away while a person is typing.
        if self._rooms is not None:
            self._both_from = min(self._rooms()[1] + fonts.scaled(LEAST_FORM), fonts.scaled(ROOMY))
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look again when what stands in the two came to need more or less room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        narrow = self.width() < max(fonts.scaled(self._wide), self._least(), self._both_from)
        if narrow != self._narrow:
            self._narrow = narrow
            self._rows.show()
            self._form.setVisible(not narrow and self.shows_form)
            self.narrow.emit(narrow or self._asked_for)
        self.share()

    def _least(self) -> int:
        """The width at which neither is cut."""
        form = max(self._form.minimumSizeHint().width(), self._form.minimumWidth())
        return self._rows.minimumSizeHint().width() + form + self.handleWidth()

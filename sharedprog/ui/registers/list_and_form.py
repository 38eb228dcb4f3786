"""The list and the form beside it; where there is room for one of them only, they take turns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from sharedprog.ui import fonts

WIDE = 720.0
"""The width, before scaling, from which both are shown where neither needs more."""
LIST_WIDTH, FORM_WIDTH = 900.0, 400.0


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
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look again when what stands in the two came to need more or less room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        narrow = self.width() < max(fonts.scaled(self._wide), self._least())
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._rows.show()
        self._form.setVisible(not narrow and self.shows_form)
        self.narrow.emit(narrow or self._asked_for)

    def _least(self) -> int:
        """The width at which neither is cut."""
        form = max(self._form.minimumSizeHint().width(), self._form.minimumWidth())
        return self._rows.minimumSizeHint().width() + form + self.handleWidth()

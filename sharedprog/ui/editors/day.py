"""Days, typed as people type them, or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from sharedprog.ui.editors.reading import Read, ReadingEdit, Write
from sharedprog.ui.icons import icon
from sharedprog.ui.labels import set_role, tool_tip


class DayEdit(ReadingEdit[date]):
    """A day; the calendar opens with its button, Alt+Down or F4.

    `read` turns `3 dec`, `+2w` or `fri` into a day, `write` shows it as `Thu 3 Dec 2026`; `today`
    is where the calendar opens when the field is empty (None: the month Qt shows by itself).
    """

    def __init__(
        self, read: Read[date], write: Write[date], today: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(read, write, parent)
        self._today = today
        self._popup: CalendarPopup | None = None
        pick = QAction(icon("calendar", "muted"), "Pick a day", self)
        pick.setToolTip(tool_tip("Pick a day (F4)"))
        pick.triggered.connect(self.open_calendar)
        self._line.add_mark(pick, QLineEdit.ActionPosition.TrailingPosition)

    def open_calendar(self) -> None:
        """Show the calendar under the field, at the day on the screen."""
        if not self._line.isEnabled():
            return
        popup = CalendarPopup(self)
        self._popup = popup
        popup.calendar.activated.connect(self._pick)
        popup.calendar.clicked.connect(self._pick)
        start = self.value() or self._today
        if start is not None:
            popup.calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        popup.open_under(self._line)

    def _pick(self, picked: QDate) -> None:
        if self._popup is None:
            return
        self._popup.close()
        self._popup = None
        self._line.setText(self._write_text(date(picked.year(), picked.month(), picked.day())))
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.commit()

    def _key(self, event: QKeyEvent) -> bool:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.type() == QKeyEvent.Type.KeyPress and (alt_down or event.key() == Qt.Key.Key_F4):
            self.open_calendar()
            return True
        return super()._key(event)


class CalendarPopup(QFrame):
    """A month at a time, Monday first; Escape closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_role(self, "popup")
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName("Calendar")
        self.calendar.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        plain = QTextCharFormat()
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, plain)
        for name, meaning, words in (
            ("qt_calendar_prevmonth", "left", "Month before"),
            ("qt_calendar_nextmonth", "right", "Month after"),
        ):
            arrow = self.calendar.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(icon(meaning))
                arrow.setAccessibleName(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)

    def open_under(self, field: QWidget) -> None:
        """Show beneath the field, or above it where the screen ends."""
        self.adjustSize()
        corner = field.mapToGlobal(field.rect().bottomLeft())
        screen = field.screen().availableGeometry()
        if corner.y() + self.height() > screen.bottom():
            corner = field.mapToGlobal(field.rect().topLeft())
            corner.setY(corner.y() - self.height())
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

"""What must be true of every widget on every screen."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTableView,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QWidget,
)

from sharedprog.ui.labels import ElidedLabel

NASTY = (
    "Mott & Sons <b",
    "<b>bold</b>",
    '<img src="/etc/passwd"/>',
    '<img src="file:///C:/x.png">',
    "&bogus; &#9999999; &#0;",
    "</para><para>x",
    "a\x00b\x0b\x1b",
    "safe\u202egnp.exe",
    "\ud800 alone",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 e\u0301",
    "%s %n {0} ${x}",
    "=1+1",
    "A" * 2_000,
)

_NAMED = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


def _all(widget: QWidget) -> list[QWidget]:
    """The widget and what is in it, lists and calendars that would open over it left out."""
    inside = (each for each in widget.findChildren(QWidget) if each.window() is widget.window())
    return [widget, *inside]


def rich(widget: QWidget) -> list[QWidget]:
    """Widgets that would read a person's text as markup."""
    labels = [
        each for each in _all(widget) if isinstance(each, QLabel) and each.textFormat() != Qt.TextFormat.PlainText
    ]
    editors = [
        each
        for each in _all(widget)
        if isinstance(each, QTextBrowser) or (isinstance(each, QTextEdit) and each.acceptRichText())
    ]
    tips = [each for each in _all(widget) if each.toolTip() and not each.toolTip().startswith("<span>")]
    return [*labels, *editors, *tips]


def nameless(widget: QWidget) -> list[QWidget]:
    """Widgets a person can act on that a screen reader could not name."""
    return [
        each
        for each in _all(widget)
        if isinstance(each, _NAMED)
        and not each.objectName().startswith("qt_")
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and each.text())
        and each.focusProxy() is None
    ]


def clipped(widget: QWidget) -> list[str]:
    """Words that can be seen in part only: on a button or label too narrow for them, or beyond the edge of the window.

    What is meant to end in an ellipsis, and what scrolls into sight, is left out.
    """
    whole = widget.window()
    seen = [
        each for each in _all(widget) if isinstance(each, (QLabel, QAbstractButton, QComboBox)) and each.isVisible()
    ]
    return [
        f"{type(each).__name__} {_words(each)}"
        for each in seen
        if _words(each) and not isinstance(each, ElidedLabel) and (_narrow(each) or _beyond(each, whole))
    ]


FEWEST = 8
"""Letters of a cell that a person can make something of."""


def starved(widget: QWidget) -> list[str]:
    """Columns so narrow that of some words in them next to nothing can be read."""
    tables = [each for each in _all(widget) if isinstance(each, QTableView) and each.isVisible()]
    return [
        f"{table.accessibleName()}: {cell}"
        for table in tables
        if table.property("role") != "heat"
        for column in range(table.model().columnCount())
        if not table.isColumnHidden(column)
        for cell in _cells(table, column)
        if table.fontMetrics().horizontalAdvance(cell[:FEWEST]) > table.columnWidth(column)
    ]


def _cells(table: QTableView, column: int) -> list[str]:
    """What stands in the first rows of a column, and its head."""
    model = table.model()
    first = [str(model.index(row, column).data() or "") for row in range(min(model.rowCount(), 20))]
    return [*first, str(model.headerData(column, Qt.Orientation.Horizontal) or "")]


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text() or widget.accessibleName()
    return widget.accessibleName()


def _narrow(widget: QWidget) -> bool:
    """Whether it is narrower than its words, or too low for the lines they are broken into."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    icon_only = isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    shows_words = isinstance(widget, QLabel | QAbstractButton) and bool(widget.text()) and not icon_only
    return shows_words and widget.width() < widget.minimumSizeHint().width()


def _beyond(widget: QWidget, whole: QWidget) -> bool:
    """Whether an edge lies outside of the window, where nothing scrolls it into sight."""
    scrolls = widget.parentWidget()
    while scrolls is not None and scrolls is not whole:
        if isinstance(scrolls, QAbstractScrollArea):
            return False
        scrolls = scrolls.parentWidget()
    return not whole.rect().contains(QRect(widget.mapTo(whole, QPoint(0, 0)), widget.size()))


def unnamed_parts(widget: QWidget) -> list[QWidget]:
    """Controls that can be seen, whatever may have the focus, without a name, a role or a place on the keyboard."""
    interfaces = {each: QAccessible.queryAccessibleInterface(each) for each in _all(widget) if isinstance(each, _NAMED)}
    return [
        each
        for each, interface in interfaces.items()
        if each.isVisible()
        and not each.objectName().startswith("qt_")
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.focusProxy() is None
        and (
            interface.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client)
            or not interface.text(QAccessible.Text.Name)
        )
    ]


def unreachable(widget: QWidget) -> list[QWidget]:
    """Controls that can be seen and used, but that Tab never comes to."""
    round_trip: set[QWidget] = set()
    at: QWidget | None = widget.window()
    while at is not None and at not in round_trip:
        round_trip.add(at)
        at = at.nextInFocusChain()
    return [
        each
        for each in _all(widget)
        if isinstance(each, (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit))
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and not each.objectName().startswith("qt_")
        and not isinstance(each.parentWidget(), QComboBox | QLineEdit)
        and not isinstance(each, QHeaderView)
        and not (isinstance(each, QRadioButton) and not each.isChecked())  # arrows go there
        and (each not in round_trip or not each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


def cut(widget: QWidget) -> list[QWidget]:
    """Visible labels, fields and buttons that are lower than their font."""
    return [
        each
        for each in _all(widget)
        if isinstance(each, (QLabel, *_NAMED))
        and each.isVisibleTo(widget)
        and each.height() < each.fontMetrics().height()
    ]

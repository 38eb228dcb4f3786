"""What must be true of every widget on every screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

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


def cut(widget: QWidget) -> list[QWidget]:
    """Visible labels, fields and buttons that are lower than their font."""
    return [
        each
        for each in _all(widget)
        if isinstance(each, (QLabel, *_NAMED))
        and each.isVisibleTo(widget)
        and each.height() < each.fontMetrics().height()
    ]

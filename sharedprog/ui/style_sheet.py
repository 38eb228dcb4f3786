"""The one stylesheet, generated from the colours and the size of the text.

Widgets say what they are through the property `role`; nothing else in the window sets a style.
Heights are never given: fields and buttons take theirs from the font and the padding.
"""

from __future__ import annotations

from string import Template

from sharedprog.ui import fonts
from sharedprog.ui.tokens import Tokens

_TEXT = """
QToolTip { background: $surface; color: $ink; border: 1px solid $strong_line; padding: ${p4}px; }
QLabel { background: transparent; }
QLabel[role="page-title"] { font-size: ${page_title}pt; font-weight: 600; }
QLabel[role="card-title"] { font-size: ${card_title}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="truth"] { color: $muted; }
QLabel[role="secondary"], QLabel[role="help"] { font-size: ${secondary}pt; color: $muted; }
QLabel[role="secondary-strong"] { font-size: ${secondary}pt; font-weight: 600; }
QLabel[role="trouble"] { font-size: ${secondary}pt; color: $red_ink; }
"""

_SURFACES = """
QFrame[role="top-bar"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[role="status-bar"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${p8}px; }
QFrame[role="panel"] { background: $surface; border: 0; border-left: 1px solid $line; }
QFrame[role="side-panel"] { background: $surface; border: 0; border-right: 1px solid $line; }
QFrame[role="popup"] { background: $surface; border: 1px solid $strong_line; }
QFrame[role="note"] { background: $surface; border: 2px solid $accent; border-radius: ${p8}px; }
QFrame[role="toast"] { background: $toast_ground; border: 1px solid $toast_line; border-radius: ${p6}px; }
QFrame[role="toast"] QLabel { color: $toast_ink; }
QFrame[role="toast"] QPushButton { color: $toast_accent; background: transparent; border-color: $toast_line; }
QFrame[role="toast"] QPushButton:focus { border-color: $toast_ink; }
QFrame[role="trouble-panel"] { background: $red_ground; border: 1px solid $red_ink; border-radius: ${p6}px; }
QFrame[role="trouble-panel"] QLabel, QFrame[role="trouble-panel"] QPushButton[role="link"] {
  color: $red_ink;
}
QFrame[role="hairline"] { background: $line; border: 0; }
QFrame[role="drop-mark"] { background: $veil; border: 3px dashed $accent; border-radius: ${p8}px; }
QFrame[role="drop-line"] { background: $accent; border: 0; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollArea::corner { background: transparent; border: 0; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accent; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
  background: $surface; color: $ink; border: 1px solid $strong_line; border-radius: ${p5}px;
  padding: ${p4}px ${p7}px; selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $muted;
}
QLineEdit, QComboBox:editable { padding: ${p4}px ${p5}px; }
QPlainTextEdit { padding: ${p2}px ${p4}px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: ${p3}px ${p6}px;
}
QLineEdit:focus, QComboBox:editable:focus { padding: ${p3}px ${p4}px; }
QPlainTextEdit:focus { padding: ${p1}px ${p3}px; }
QLineEdit[trouble="true"], QPlainTextEdit[trouble="true"], QComboBox[trouble="true"] {
  border-color: $red_ink;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled,
QLineEdit:read-only, QPlainTextEdit:read-only { background: $canvas; color: $muted; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: 0; padding: 0; background: transparent; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: 0; padding: 0; background: transparent; }
QSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: 1px; border: 0; }
QSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: 1px; border: 0; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: ${p20}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView, QListView[role="completions"], QComboBox QListView {
  background: $surface; color: $ink; border: 1px solid $strong_line; outline: 0;
  selection-background-color: $accent_tint; selection-color: $ink; border-radius: 0;
}
QComboBox QAbstractItemView::item, QListView[role="completions"]::item { padding: ${p3}px ${p6}px; }
QPlainTextEdit[role="title"] {
  font-size: ${title}pt; font-weight: 600; background: transparent; border-color: transparent;
  padding: ${p2}px 0;
}
QPlainTextEdit[role="title"]:hover { border-color: $strong_line; }
QPlainTextEdit[role="title"]:focus { border-color: $accent; background: $surface; padding: ${p1}px 0; }
QPlainTextEdit[role="title"][trouble="true"] { border-color: $red_ink; }
QCheckBox { spacing: ${p6}px; padding: ${p3}px; border: 2px solid transparent; border-radius: ${p5}px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator {
  width: ${p14}px; height: ${p14}px; border: 1px solid $muted; border-radius: ${p3}px; background: $surface;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:disabled { background: $line; border-color: $line; }
QToolButton[role="in-field"] { border: 0; padding: 0; background: transparent; }
"""

_BUTTONS = """
QPushButton, QToolButton {
  background: $surface; color: $ink; border: 1px solid $strong_line; border-radius: ${p5}px;
  padding: ${p4}px ${p11}px; font-weight: 600;
}
QPushButton:hover, QToolButton:hover { background: $accent_tint; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:disabled, QToolButton:disabled { color: $muted; background: $canvas; border-color: $line; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: ${p3}px ${p10}px; }
QPushButton[role="primary"], QToolButton[role="primary"] {
  background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover {
  background: $accent_hover; border-color: $accent_hover;
}
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled {
  background: $line; color: $muted; border-color: $line;
}
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton[role="danger"] { background: $red_ink; color: $red_ground; border-color: $red_ink; }
QPushButton[role="danger"]:focus { border: 2px solid $ink; }
QPushButton[role="link"], QToolButton[role="plain"] {
  background: transparent; border: 1px solid transparent; padding: ${p3}px ${p5}px;
}
QPushButton[role="link"] { color: $accent; }
QPushButton[role="link"]:hover, QToolButton[role="plain"]:hover { background: $accent_tint; }
QPushButton[role="link"]:focus, QToolButton[role="plain"]:focus {
  border: 2px solid $accent; padding: ${p2}px ${p4}px;
}
QPushButton[role="chip"] { border-radius: ${p12}px; font-weight: 400; padding: ${p3}px ${p12}px; }
QPushButton[role="chip"][saved="true"] { border: 1px dashed $muted; }
QPushButton[role="chip"]:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: ${p2}px ${p11}px; }
QPushButton[role="chip"]:checked:focus { border-color: $ink; }
QToolButton::menu-indicator { image: none; width: 0; }
"""

_VIEWS = """
QTableView, QTreeView, QListView, QAbstractScrollArea[role="chart"] {
  background: $surface; color: $ink; border: 1px solid $line; border-radius: ${p6}px;
  selection-background-color: $accent_tint; selection-color: $ink; gridline-color: $line;
}
QTableView::corner, QAbstractScrollArea[role="chart"]::corner { background: $surface; border: 0; }
QTableView:focus, QTreeView:focus { border: 1px solid $accent; }
QTableView[role="card-table"], QTableView[role="heat"] { border: 0; border-radius: 0; background: transparent; }
QTableView[role="card-table"]:focus, QTableView[role="heat"]:focus { border: 0; }
QListView[role="side-list"] {
  border: 0; border-left: 2px solid $surface; border-right: 1px solid $line; border-radius: 0; outline: 0;
  padding-top: ${p8}px;
}
QListView[role="side-list"]:focus { border-left-color: $accent; }
QListView[role="sections"] { padding: ${p4}px; outline: 0; }
QListView[role="sections"]:focus { border-color: $accent; }
QListView[role="sections"]::item { padding: ${p4}px; border-radius: ${p4}px; }
QListView[role="sections"]::item:selected { background: $accent_tint; color: $ink; }
QListView::indicator {
  width: ${p14}px; height: ${p14}px; border: 1px solid $muted; border-radius: ${p3}px; background: $surface;
}
QListView::indicator:checked { background: $accent; border-color: $accent; }
QListView[role="found"] { border: 0; border-radius: 0; outline: 0; padding: ${p6}px 0; }
QTextBrowser[role="manual"] { background: $surface; color: $ink; border: 2px solid $surface; }
QTextBrowser[role="manual"]:focus { border-color: $accent; }
QRadioButton { spacing: ${p6}px; padding: ${p3}px; border: 2px solid transparent; border-radius: ${p5}px; }
QRadioButton:focus { border-color: $accent; }
QRadioButton::indicator {
  width: ${p14}px; height: ${p14}px; border: 1px solid $muted; border-radius: ${p7}px; background: $surface;
}
QRadioButton::indicator:checked { border: ${p4}px solid $accent; width: ${p8}px; height: ${p8}px; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
  background: $surface; color: $muted; font-size: ${secondary}pt; font-weight: 600;
  border: 0; border-bottom: 1px solid $strong_line; padding: ${p6}px ${p8}px;
}
QTableCornerButton::section { background: $surface; border: 0; }
QMenu { background: $surface; color: $ink; border: 1px solid $strong_line; padding: ${p4}px; }
QMenu::item { padding: ${p5}px ${p20}px; border-radius: ${p4}px; }
QMenu::item:selected { background: $accent_tint; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }
QProgressBar { background: $line; border: 0; border-radius: ${p3}px; max-height: ${p6}px; }
QProgressBar::chunk { background: $accent; border-radius: ${p3}px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { border-color: transparent; }
QCalendarWidget QAbstractItemView {
  border: 0; outline: 0; selection-background-color: $accent; selection-color: $on_accent;
}
"""

_SCROLL_BARS = """
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: ${p12}px; }
QScrollBar:horizontal { height: ${p12}px; }
QListView[role="side-list"] QScrollBar:vertical { width: ${p8}px; }
QScrollBar::handle { background: $scroll; border-radius: ${p4}px; margin: ${p2}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: ${p24}px; }
QScrollBar::handle:horizontal { min-width: ${p24}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_CONTRAST = """
QPushButton:disabled, QToolButton:disabled, QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
  border-style: dashed;
}
"""
"""Where colours are few, what cannot be used now is told by its edge."""

_SHEET = Template(_TEXT + _SURFACES + _FIELDS + _BUTTONS + _VIEWS + _SCROLL_BARS)
_LENGTHS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 20, 24)


def style_sheet(tokens: Tokens, scale: float) -> str:
    """The stylesheet in these colours at a text scale."""
    names: dict[str, object] = {
        "canvas": tokens.canvas,
        "surface": tokens.surface,
        "ink": tokens.ink,
        "muted": tokens.muted,
        "line": tokens.line,
        "strong_line": tokens.strong_line,
        "scroll": tokens.strong_line,
        "accent": tokens.accent,
        "veil": f"{tokens.canvas.replace('#', '#CC')}",
        "accent_tint": tokens.accent_tint,
        "accent_hover": _hover(tokens),
        "on_accent": tokens.on_accent,
        "red_ink": tokens.pair("R").ink,
        "red_ground": tokens.pair("R").ground,
    }
    names |= _toast(tokens)
    names |= {f"p{length}": max(1, round(length * scale)) for length in _LENGTHS}
    sizes = {
        "secondary": fonts.SECONDARY,
        "card_title": fonts.CARD_TITLE,
        "page_title": fonts.PAGE_TITLE,
        "title": fonts.FORM_TITLE,
    }
    names |= {name: f"{fonts.points(size * scale):.3f}" for name, size in sizes.items()}
    return _SHEET.substitute(names) + (_CONTRAST if tokens.high_contrast else "")


def _hover(tokens: Tokens) -> str:
    """The accent under the pointer: a shade away from the ground it lies on."""
    if tokens.high_contrast:
        return tokens.accent
    return "#7CCBD7" if tokens.dark else "#094A57"


def _toast(tokens: Tokens) -> dict[str, object]:
    """A toast stands out by the opposite ground; in high contrast by its line alone."""
    if tokens.high_contrast:
        ground, line, ink, accent = tokens.surface, tokens.ink, tokens.ink, tokens.ink
    elif tokens.dark:
        ground, line, ink, accent = tokens.line, tokens.strong_line, tokens.ink, tokens.accent
    else:
        ground, line, ink, accent = tokens.ink, "#4A5A69", tokens.surface, "#8FD3DE"
    return {"toast_ground": ground, "toast_line": line, "toast_ink": ink, "toast_accent": accent}

"""The list at the side of the window: every page, in groups, with how much is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.labels import set_role
from sharedprog.ui.tokens import current

WIDTH = 212.0

_KEY = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_WRONG = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Place:
    """A page one can go to."""

    key: str
    title: str


@dataclass(frozen=True)
class Group:
    """Pages under a heading; an empty title has none."""

    title: str
    places: Sequence[Place]


@dataclass(frozen=True)
class Count:
    """What stands at the right of a page: `148`, or `4 red` where something is wrong."""

    words: str
    wrong: bool = False


class SideList(QListView):
    """Up and down go from page to page, Enter goes into the page.

    `chosen` carries the key of a page when it becomes the present one, by keys, mouse or `choose`;
    `entered_page` says that the person wants to work in it.
    """

    chosen = Signal(str)
    entered_page = Signal(str)

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, QStandardItem] = {}
        self._model = QStandardItemModel(self)
        for group in groups:
            self._add(group)
        set_role(self, "side-list")
        self.setAccessibleName("Pages")
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFixedWidth(fonts.scaled(WIDTH))
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.activated.connect(self._activated)

    def fit(self, whole: int) -> None:
        """Take no more than a quarter of a window so wide."""
        self.setFixedWidth(min(fonts.scaled(WIDTH), whole // 4))

    def chosen_key(self) -> str:
        """The key of the present page, or an empty text."""
        return str(self.currentIndex().data(_KEY) or "")

    def choose(self, key: str) -> None:
        """Make a page the present one; KeyError where there is none of that key."""
        self.setCurrentIndex(self._items[key].index())

    def set_counts(self, counts: Mapping[str, Count]) -> None:
        """Show how much is in each page; pages left out have no count."""
        for key, item in self._items.items():
            count = counts.get(key, Count(""))
            item.setData(count.words, _COUNT)
            item.setData(count.wrong, _WRONG)
            said = f"{item.text()}, {count.words}" if count.words else item.text()
            item.setData(said, Qt.ItemDataRole.AccessibleTextRole)

    def _add(self, group: Group) -> None:
        if group.title:
            heading = QStandardItem(group.title)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(heading)
        for place in group.places:
            item = QStandardItem(place.title)
            item.setData(place.key, _KEY)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self._items[place.key] = item
            self._model.appendRow(item)
        self.set_counts({})

    def _current_changed(self, now: QModelIndex) -> None:
        if key := now.data(_KEY):
            self.chosen.emit(key)

    def _activated(self, index: QModelIndex) -> None:
        if key := index.data(_KEY):
            self.entered_page.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the page on every platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activated(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """Paints a heading, or a page with its count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Lines from the font: a heading has room above it."""
        line = QFontMetrics(fonts.body(fonts.text_scale())).height()
        room = fonts.scaled(10 if index.data(_KEY) else 16)
        return QSize(fonts.scaled(WIDTH), line + room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(_KEY):
            self._paint_place(painter, option, index)
        else:
            self._paint_heading(painter, option.rect, str(index.data()))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, title: str) -> None:
        font = fonts.semibold(11.5)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6 * fonts.text_scale())
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        painter.setFont(font)
        painter.setPen(QColor(current().muted))
        room = rect.adjusted(fonts.scaled(13), 0, -fonts.scaled(8), -fonts.scaled(4))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)

    def _paint_place(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect.adjusted(fonts.scaled(5), 1, -fonts.scaled(5), -1))
        self._paint_ground(painter, option, box)
        room = box.adjusted(fonts.scaled(8), 0, -fonts.scaled(8), 0)
        count = str(index.data(_COUNT) or "")
        if count:
            wrong = bool(index.data(_WRONG))
            painter.setFont(fonts.semibold(fonts.SECONDARY) if wrong else fonts.secondary())
            painter.setPen(QColor(tokens.pair("R").ink if wrong else tokens.muted))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(count) - fonts.scaled(6))
        painter.setFont(fonts.semibold() if chosen else fonts.body(fonts.text_scale()))
        painter.setPen(QColor(tokens.accent if chosen else tokens.ink))
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        """The tint of the present page, of the one under the pointer, and the ring of the focus."""
        tokens = current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        radius = 5 * fonts.text_scale()
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hovered:
            painter.setBrush(QColor(tokens.accent_tint if chosen else tokens.canvas))
            painter.drawRoundedRect(box, radius, radius)
        if focused or (chosen and tokens.high_contrast):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

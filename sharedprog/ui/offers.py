"""The commands that can be given now, as they stand in the menus: for the search, which finds them by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu


@dataclass(frozen=True)
class Offer:
    """A command, the menu it stands in, and its keys where it has some."""

    words: str
    menu: str
    keys: str
    action: QAction

    @property
    def key(self) -> str:
        """What tells it from every other."""
        return f"{self.menu}: {self.words}"


def words_of(text: str) -> str:
    """The words of a menu or an action, without the marks that Qt reads in them."""
    return text.split("\t", maxsplit=1)[0].replace("&&", "\0").replace("&", "").replace("\0", "&")


def offers_of(actions: Iterable[QAction], menu: str) -> Iterator[Offer]:
    """Those of some actions that can be done now; lists in a menu are filled as if it were opened."""
    for action in actions:
        inner = action.menu()
        if isinstance(inner, QMenu):
            inner.aboutToShow.emit()
            yield from offers_of(inner.actions(), words_of(inner.title()))
        elif action.text() and action.isEnabled() and action.isVisible() and not action.isSeparator():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Offer(words_of(action.text()), menu, keys, action)

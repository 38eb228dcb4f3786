"""What must be true of every page of the window, walked through on the sample."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers import BY_KEY
from sharedprog.ui.frame import Frame
from sharedprog.ui.pages import groups
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.window import Window
from tests.ui import audit
from tests.windows import complete, show_file

KEYS = [place.key for group in groups() for place in group.places]


class Shown(QObject):
    """Notes every widget that becomes a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.Show and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.fixture
def noted(qapp: QApplication) -> Iterator[Shown]:
    made = Shown()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def squeezed(page: QWidget) -> list[str]:
    """Buttons, and the title, that have less room than they need; the form is left out, for it scrolls."""
    head = page.splitter.widget(0) if isinstance(page, TablePage) else page
    assert head is not None
    seen: list[QPushButton | QLabel] = [each for each in head.findChildren(QPushButton) if each.isVisible()]
    seen += [each for each in head.findChildren(QLabel) if each.property("role") == "page-title"]
    return [each.text() for each in seen if each.width() < each.sizeHint().width()]


def roomy(page: QWidget) -> bool:
    return squeezed(page) == []


def test_no_button_and_no_title_is_cut_where_the_form_takes_its_room(
    window: Window, sample: Path, qtbot: QtBot
) -> None:
    frame = show_file(qtbot, window, sample)
    for width in (1180, 960, 880):
        window.resize(width, 720)
        for key in KEYS:
            page = frame.go(key)
            complete(page)
            qtbot.waitUntil(partial(roomy, page))


def whole(page: QWidget) -> bool:
    return audit.cut(page) == []


def reached(page: QWidget) -> bool:
    """Whether Tab comes to everything, once what has no room has made way."""
    return audit.unreachable(page) == []


def test_every_page_is_plain_text_named_and_whole(window: Window, sample: Path, qtbot: QtBot, noted: Shown) -> None:
    frame = show_file(qtbot, window, sample)
    window.resize(1280, 720)
    noted.windows.clear()
    for key in [*KEYS, "pack"]:
        page = frame.go(key)
        complete(page)
        QApplication.processEvents()
        assert audit.rich(page) == [], key
        assert audit.nameless(page) == [], key
        assert audit.unnamed_parts(page) == [], key
        qtbot.waitUntil(partial(reached, page))
        qtbot.waitUntil(partial(whole, page))
    assert audit.rich(window) == []
    assert audit.nameless(window) == []
    assert noted.windows == [], "nothing flashes up while a page is made"


def test_every_page_can_be_chosen_and_shows_nasty_words_as_they_are(window: Window, frame: Frame) -> None:
    document = frame.session.document
    for text in audit.NASTY[:6]:
        for key in ("risks", "issues", "poisons", "actions", "decisions", "tasks", "workstreams", "people"):
            document.add(BY_KEY[key], **{BY_KEY[key].name_field: text})
    document.edit(BY_KEY["programme"], frame.session.programme.settings.id, "title", audit.NASTY[2])
    for key in KEYS:
        page = frame.go(key)
        assert frame.pages.key == frame.side.chosen_key() == key
        complete(page)
        QApplication.processEvents()
        assert audit.rich(page) == [], key
    assert audit.rich(window) == []

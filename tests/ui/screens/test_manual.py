"""The manual: every page is there, opens where one is, and loads nothing from anywhere else."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from sharedprog.ui.actions import MENUS, Command
from sharedprog.ui.frame import Frame
from sharedprog.ui.pages import groups
from sharedprog.ui.screens.manual import FOLDER, PAGES, Manual, page_for
from sharedprog.ui.window import Window
from tests.ui import audit, keys

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}


@pytest.fixture
def manual(qtbot: QtBot) -> Manual:
    made = Manual()
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_page_is_there_and_no_other() -> None:
    assert set(TEXTS) == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_each_page_can_be_read(manual: Manual, name: str) -> None:
    manual.show_page(name)
    title = TEXTS[name].splitlines()[0].removeprefix("# ")
    assert manual.text.toPlainText().startswith(title)
    assert manual.pages.currentItem().text() == PAGES[name]


def test_links_lead_to_pages_that_are_there() -> None:
    linked = {name for text in TEXTS.values() for name in re.findall(r"\]\(([^)]*)\)", text)}
    assert linked <= {f"{name}.md" for name in PAGES}


def test_a_link_opens_its_page_and_any_other_address_nothing(manual: Manual) -> None:
    manual.text.anchorClicked.emit(QUrl("risks.md"))
    assert manual.text.toPlainText().startswith("Risks and issues")
    for address in ("https://example.com/x.md", "file:///etc/passwd"):
        manual.text.anchorClicked.emit(QUrl(address))
        assert manual.text.toPlainText().startswith("Risks and issues")


def test_nothing_is_loaded(manual: Manual, tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    picture.write_bytes(b"x")
    kinds = QTextDocument.ResourceType
    for kind in (kinds.ImageResource, kinds.StyleSheetResource, kinds.HtmlResource):
        assert manual.text.loadResource(kind.value, QUrl.fromLocalFile(str(picture))) is None


def test_it_says_plainly_what_is_known_of_poisons() -> None:
    words = " ".join(TEXTS["poisons"].replace(">", "").split())
    assert "Only a published case study describes poisons and antidotes" in words
    assert "our own reading" in words


def test_it_names_the_keys_of_every_command() -> None:
    keyboard = TEXTS["keyboard"]
    commands = [entry for _, entries in MENUS for entry in entries if isinstance(entry, Command)]
    missing = [keys for command in commands for keys in command.keys if keys not in keyboard]
    assert missing == []


def test_every_page_of_the_window_has_a_page_of_the_manual() -> None:
    assert {page_for(place.key) for group in groups() for place in group.places} <= set(PAGES)


def test_f1_opens_it_at_the_page_that_goes_with_what_is_on_the_screen(
    window: Window, frame: Frame, qtbot: QtBot
) -> None:
    frame.go("poisons")
    keys.press(Qt.Key.Key_F1)
    manual = window.help.manual
    assert manual is not None
    qtbot.waitUntil(manual.isActiveWindow)
    assert manual.text.toPlainText().startswith("Poisons and antidotes")
    assert audit.nameless(manual) == []
    keys.press(Qt.Key.Key_Escape)
    assert not manual.isVisible()
    window.commands["about"].trigger()
    assert manual.isVisible()
    assert manual.text.toPlainText().startswith("About")
    manual.close()

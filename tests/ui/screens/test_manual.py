"""The manual: every page is there, opens where one is, is searched, and loads nothing from anywhere else."""

import re
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from sharedprog.ui.actions import MENUS, Command
from sharedprog.ui.frame import Frame
from sharedprog.ui.manual_pages import FOLDER, PAGES, PASSAGE, PICTURES, found, page_for, passage_for, passages
from sharedprog.ui.pages import groups
from sharedprog.ui.screens.manual import Manual
from sharedprog.ui.window import Window
from tests.ui import audit, keys
from tests.windows import words_on

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
    linked = {name for text in TEXTS.values() for name in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]*)\)", text)}
    assert linked <= {f"{name}.md" for name in PAGES}


def test_a_link_opens_its_page_and_any_other_address_nothing(manual: Manual) -> None:
    manual.text.anchorClicked.emit(QUrl("risks.md"))
    assert manual.text.toPlainText().startswith("Risks and issues")
    for address in ("https://example.com/x.md", "file:///etc/passwd"):
        manual.text.anchorClicked.emit(QUrl(address))
        assert manual.text.toPlainText().startswith("Risks and issues")


def test_every_picture_that_is_named_is_there_and_every_one_that_is_there_is_named() -> None:
    readme = (FOLDER.parents[1] / "README.md").read_text(encoding="utf-8")
    named = {name for text in TEXTS.values() for name in re.findall(r"!\[[^\]]+\]\(([^)]*)\)", text)}
    in_readme = {name.removeprefix("resources/manual/") for name in re.findall(r"!\[[^\]]+\]\(([^)]*)\)", readme)}
    there = {f"{PICTURES}/{path.name}" for path in (FOLDER / PICTURES).iterdir()}
    assert named | in_readme == there
    assert in_readme, "the README shows the window"


def test_pictures_are_small() -> None:
    pictures = [QImage(str(path)) for path in (FOLDER / PICTURES).glob("*.png")]
    assert all(picture.colorCount() for picture in pictures), "a palette, not every colour"
    assert sum(path.stat().st_size for path in (FOLDER / PICTURES).iterdir()) < 2_000_000


def test_a_picture_is_shown_no_wider_than_the_page(manual: Manual, qtbot: QtBot) -> None:
    manual.show_page("risks")
    for width in (1100, 700):
        manual.resize(width, 600)
        qtbot.wait(100)
        bar = manual.text.horizontalScrollBar()
        qtbot.waitUntil(lambda: bar.maximum() == 0)  # noqa: B023 - called before it changes
    image = manual.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"{PICTURES}/risks.png"))
    assert isinstance(image, QImage)
    assert not image.isNull()


def test_a_picture_from_elsewhere_is_not_loaded(manual: Manual) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    for address in ("../../README.md", f"{PICTURES}/../start.md", "https://example.com/images/risks.png"):
        assert manual.text.loadResource(kind, QUrl(address)) is None


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


PLACES = [(place.key, place.title) for group in groups() for place in group.places]


@pytest.mark.parametrize(("key", "title"), PLACES, ids=[key for key, _ in PLACES])
def test_every_page_of_the_window_has_a_passage_that_f1_opens(manual: Manual, key: str, title: str) -> None:
    page, heading = page_for(key), passage_for(key)
    headings = re.findall(r"^#+ (.*)$", TEXTS[page], re.MULTILINE)
    assert (heading or headings[0]) in headings
    about = TEXTS[page][TEXTS[page].index(f"# {heading}") :]
    first = title.split(" and ", maxsplit=1)[0].removesuffix("s").casefold()
    assert first in about.casefold(), "it speaks of the page"
    manual.show_page(page, heading)
    assert manual.present == page


def test_no_passage_is_kept_for_a_page_that_is_gone() -> None:
    assert set(PASSAGE) - {key for key, _ in PLACES} <= {"pack", "again", "import", "print"}


def search(manual: Manual, words: str) -> list[str]:
    manual.search.setText(words)
    return [manual.hits.item(row).text() for row in range(manual.hits.count())]


def test_words_are_searched_for_on_every_page_and_shown_with_their_passage(manual: Manual) -> None:
    hits = search(manual, "ctrl+shift+l")
    assert any(hit.startswith("Plan\n") and "take their links away" in hit for hit in hits)
    assert any(hit.startswith("Keyboard, In the plan\n") for hit in hits)
    assert "passages" in " ".join(words_on(manual))


def test_a_hit_is_shown_where_it_stands_with_the_word_marked(manual: Manual) -> None:
    search(manual, "anonymously")
    manual.search.setFocus()
    keys.press(Qt.Key.Key_Return)
    assert manual.present == "poisons"
    assert manual.text.textCursor().selectedText().casefold() == "anonymously"
    assert manual.hits.hasFocus()
    keys.press(Qt.Key.Key_Escape)
    assert manual.search.text() == ""
    assert manual.pages.isVisible()
    assert manual.isVisible()


def test_every_passage_can_be_found_and_pointed_out(manual: Manual) -> None:
    missing = []
    for passage in passages():
        words = passage.text.split()[:3]
        manual.show_page(passage.page)
        manual.text.point_out(passage, words)
        if not manual.text.textCursor().hasSelection():
            missing.append(passage.text)
    assert missing == []


def test_what_is_nowhere_says_what_to_do(manual: Manual) -> None:
    assert search(manual, "xylophone") == []
    assert "Nothing found. Try one word, or part of one." in words_on(manual)


def test_a_search_takes_no_time() -> None:
    passages()
    begin = time.perf_counter()
    assert found("the baseline")
    assert time.perf_counter() - begin < 0.05


def test_there_is_a_way_back_and_forward_again(manual: Manual) -> None:
    manual.show_page("plan")
    manual.text.anchorClicked.emit(QUrl("risks.md"))
    keys.press(Qt.Key.Key_Left, keys.ALT)
    assert manual.present == "plan"
    manual.back.click()
    assert manual.present == "start"
    assert not manual.back.isEnabled()
    keys.press(Qt.Key.Key_Right, keys.ALT)
    assert manual.present == "plan"
    manual.show_page("files")
    assert not manual.forward.isEnabled()


def test_a_page_opens_at_its_heading(manual: Manual) -> None:
    manual.resize(900, 400)
    manual.show_page("plan", "Baselines")
    assert manual.text.verticalScrollBar().value() > 0


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
    frame.go("matrices")
    window.commands["manual"].trigger()
    qtbot.waitUntil(manual.isActiveWindow)
    assert manual.text.verticalScrollBar().value() > 0, "at its heading, far down the page of risks"
    window.commands["about"].trigger()
    assert manual.isVisible()
    assert manual.text.toPlainText().startswith("About")
    manual.close()

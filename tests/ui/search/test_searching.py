"""Ctrl+K from any page: rows, what belongs to them, people, commands and pages, by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.notes import NOTES
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.child_rows import ChildRows
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.search.found import Heading, Line
from sharedprog.ui.search.searching import Searching
from sharedprog.ui.theme import Scheme, Theme
from sharedprog.ui.window import Window
from tests.ui import audit, keys
from tests.windows import list_of, session_of, show_file


@pytest.fixture
def searching(window: Window, frame: Frame, qtbot: QtBot) -> Searching:
    document = session_of(window).document
    for number in range(1, 13):
        document.add(RISKS, title=f"Kind {number} of trouble")
    document.add(RISKS, title="Payroll is wrong", effect="Trust falls at once")
    document.add(PEOPLE, title="Head of Payroll")
    frame.go("risks")
    return frame.searching


def search(searching: Searching, qtbot: QtBot, text: str) -> None:
    """Press Ctrl+K and type; wait until all is there to be found."""
    keys.press(Qt.Key.Key_K, keys.CONTROL)
    qtbot.waitUntil(lambda: searching.finder.ready)
    keys.write_over(text) if text else None


def shown(searching: Searching) -> list[str]:
    """What stands in the list, headings in capitals."""
    model = searching.panel.model
    lines = [model.index(place).data(Qt.ItemDataRole.UserRole) for place in range(model.rowCount())]
    return [line.title.upper() if isinstance(line, Heading) else line.title.text for line in lines]


def chosen(searching: Searching) -> str:
    line = searching.panel.present
    assert isinstance(line, Line)
    return line.title.text


def page_of(frame: Frame) -> TablePage:
    page = frame.pages.list_page()
    assert page is not None
    return page


def test_rows_people_commands_and_pages_are_found_in_groups(searching: Searching, qtbot: QtBot) -> None:
    search(searching, qtbot, "pa")
    lines = shown(searching)
    assert lines[: lines.index("PAGES") + 2] == [
        "RISKS",
        "Payroll is wrong",
        "PAGES",
        "Packs",
    ]
    assert {"COMMANDS", "Make the pack", "PEOPLE", "Head of Payroll", "Partners"} <= set(lines)
    assert chosen(searching) == "Payroll is wrong"


def test_enter_goes_to_the_row_and_the_search_is_over(
    searching: Searching, frame: Frame, window: Window, qtbot: QtBot
) -> None:
    frame.go("issues")
    search(searching, qtbot, "r-13")
    keys.press(Qt.Key.Key_Return)
    assert frame.pages.key == "risks"
    (risk,) = [row for row in session_of(window).programme.rows(RISKS) if row.ref == "R-013"]
    assert page_of(frame).present_id() == risk.id
    assert page_of(frame).table.hasFocus()
    assert not searching.panel.isVisible()
    assert frame.top.search.text() == ""


def test_a_row_hidden_by_a_filter_is_shown(searching: Searching, frame: Frame, qtbot: QtBot) -> None:
    page_of(frame).filter.setText("zebra")
    search(searching, qtbot, "payroll is")
    keys.press(Qt.Key.Key_Return)
    assert page_of(frame).filter.text() == ""
    assert page_of(frame).present_id() is not None


def test_words_on_a_form_lead_to_their_field(searching: Searching, frame: Frame, qtbot: QtBot) -> None:
    search(searching, qtbot, "trust fall")
    line = searching.panel.present
    assert line is not None
    assert (line.title.text, line.where, line.excerpt and line.excerpt.text) == (
        "Payroll is wrong",
        "Effect",
        "Trust falls at once",
    )
    keys.press(Qt.Key.Key_Return)
    assert page_of(frame).form.editors["effect"].field().hasFocus()


def test_what_belongs_to_a_row_opens_that_row_at_it(
    searching: Searching, window: Window, frame: Frame, qtbot: QtBot
) -> None:
    document = session_of(window).document
    poison = document.add(POISONS, title="Mistrust")
    document.add(ANTIDOTES, parent=poison, title="Dine apart")
    wanted = document.add(ANTIDOTES, parent=poison, title="Dine together")
    search(searching, qtbot, "dine tog")
    keys.press(Qt.Key.Key_Return)
    assert frame.pages.key == "poisons"
    assert page_of(frame).form.row_id == poison
    (part,) = [each for each in page_of(frame).form.parts if isinstance(each, ChildRows) and each.register == ANTIDOTES]
    assert part.table.present_id() == wanted
    assert part.table.hasFocus()


def test_a_note_of_a_task_opens_the_task(searching: Searching, window: Window, frame: Frame, qtbot: QtBot) -> None:
    document = session_of(window).document
    task = document.add(TASKS, title="Move the desks", duration=480)
    document.add(NOTES, parent=task, text="The lorry is hired")
    search(searching, qtbot, "lorry")
    keys.press(Qt.Key.Key_Return)
    assert frame.pages.key == "tasks"
    assert page_of(frame).form.row_id == task
    assert page_of(frame).splitter.shows_form


def test_down_and_up_go_over_the_headings_and_stay_at_the_ends(searching: Searching, qtbot: QtBot) -> None:
    search(searching, qtbot, "pa")
    first = chosen(searching)
    keys.press(Qt.Key.Key_Up)
    assert chosen(searching) == first
    keys.press(Qt.Key.Key_Down)
    assert chosen(searching) == "Packs"
    for _ in range(40):
        keys.press(Qt.Key.Key_PageDown)
    assert chosen(searching) == shown(searching)[-1]
    assert searching.panel.list.visualRect(searching.panel.list.currentIndex()).isValid()


def test_a_command_is_given_with_its_keys_shown(searching: Searching, window: Window, qtbot: QtBot) -> None:
    session_of(window).document.add(RISKS, title="A mistake")
    count = len(session_of(window).programme.rows(RISKS))
    qtbot.waitUntil(window.commands["undo"].isEnabled)
    search(searching, qtbot, "undo")
    line = searching.panel.present
    assert line is not None
    assert (line.title.text, line.aside) == ("Undo: Add risk R-014", "Ctrl+Z")
    keys.press(Qt.Key.Key_Return)
    assert len(session_of(window).programme.rows(RISKS)) == count - 1


def test_the_commands_of_the_page_are_found_while_it_is_shown(
    searching: Searching, window: Window, frame: Frame, qtbot: QtBot
) -> None:
    search(searching, qtbot, "driving path")
    assert "COMMANDS" not in shown(searching)
    keys.press(Qt.Key.Key_Escape)
    session_of(window).document.add(TASKS, title="Move the desks", duration=480)
    frame.go("tasks")
    search(searching, qtbot, "driving path")
    assert "COMMANDS" in shown(searching)


def test_a_page_is_gone_to(searching: Searching, frame: Frame, qtbot: QtBot) -> None:
    search(searching, qtbot, "schedule hea")
    keys.press(Qt.Key.Key_Return)
    assert frame.pages.key == "health"
    assert not frame.top.search.hasFocus()


def test_all_that_fit_are_shown_on_their_page(searching: Searching, frame: Frame, qtbot: QtBot) -> None:
    frame.go("issues")
    search(searching, qtbot, "trouble")
    assert shown(searching)[:1] == ["RISKS"]
    keys.press(Qt.Key.Key_PageDown)
    assert chosen(searching) == "Show all that fit in Risks"
    keys.press(Qt.Key.Key_Return)
    assert frame.pages.key == "risks"
    assert page_of(frame).model.rowCount() == 12


def test_escape_closes_and_goes_back_to_where_the_person_was(searching: Searching, frame: Frame, qtbot: QtBot) -> None:
    page_of(frame).filter.setFocus()
    search(searching, qtbot, "pay")
    keys.press(Qt.Key.Key_Escape)
    assert not searching.panel.isVisible()
    assert frame.top.search.text() == ""
    assert page_of(frame).filter.hasFocus()


def test_nothing_found_is_said_with_what_to_try(searching: Searching, qtbot: QtBot) -> None:
    search(searching, qtbot, "xyzzy")
    assert shown(searching) == []
    assert searching.panel.words.text().startswith("Nothing was found for “xyzzy”. Try fewer words")
    keys.press(Qt.Key.Key_Return)
    assert searching.panel.isVisible()


def test_the_last_finds_come_first_while_nothing_is_typed(
    searching: Searching, window: Window, frame: Frame, qtbot: QtBot
) -> None:
    search(searching, qtbot, "")
    assert shown(searching)[:2] == ["PAGES", "Dashboard"]
    keys.press(Qt.Key.Key_Escape)
    for text in ("payroll is", "decisions", "head of pay"):
        search(searching, qtbot, text)
        keys.press(Qt.Key.Key_Return)
    search(searching, qtbot, "")
    assert shown(searching)[:5] == ["FOUND LATELY", "Head of Payroll", "Decisions", "Payroll is wrong", "PAGES"]
    (risk,) = [row for row in session_of(window).programme.rows(RISKS) if row.title == "Payroll is wrong"]
    session_of(window).document.edit(RISKS, risk.id, "title", "Pensions are wrong")
    qtbot.waitUntil(lambda: "Pensions are wrong" in shown(searching))
    session_of(window).document.delete(RISKS, risk.id)
    qtbot.waitUntil(lambda: "Pensions are wrong" not in shown(searching))


def test_what_was_just_typed_elsewhere_is_found(searching: Searching, window: Window, qtbot: QtBot) -> None:
    session_of(window).document.add(RISKS, title="Zebra crossing")
    search(searching, qtbot, "zebra")
    assert shown(searching)[:2] == ["RISKS", "Zebra crossing"]


def test_a_click_takes_a_line_and_a_click_elsewhere_leaves(
    searching: Searching, frame: Frame, window: Window, qtbot: QtBot
) -> None:
    QTest.mouseClick(frame.top.search, Qt.MouseButton.LeftButton, pos=QPoint(60, 8))
    qtbot.waitUntil(lambda: searching.finder.ready)
    assert searching.panel.isVisible()
    keys.write("issues")
    view = searching.panel.list
    place = shown(searching).index("Issues")
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(place, 0)).center()
    )
    assert frame.pages.key == "issues"
    search(searching, qtbot, "pay")
    list_of(window, "risks").filter.setFocus()
    assert not searching.panel.isVisible()


def test_the_panel_lies_within_the_window_named_and_plain(
    searching: Searching, window: Window, frame: Frame, qtbot: QtBot
) -> None:
    document = session_of(window).document
    for text in audit.NASTY[:6]:
        document.add(RISKS, title=text, cause=text)
    for width, height in ((1440, 900), (820, 500)):
        window.resize(width, height)
        search(searching, qtbot, "b")
        QApplication.processEvents()
        assert frame.rect().contains(searching.panel.geometry())
        assert audit.rich(searching.panel) == []
        assert audit.nameless(searching.panel) == []
        assert audit.cut(searching.panel) == []


def test_everything_of_the_sample_can_be_found_at_once(window: Window, sample: Path, qtbot: QtBot) -> None:
    searching = show_file(qtbot, window, sample).searching
    search(searching, qtbot, "r-003")
    assert shown(searching)[:2] == ["RISKS", "Payroll is wrong in the first month of the shared service"]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_panel_hides_what_lies_beneath_it(
    searching: Searching, window: Window, qtbot: QtBot, theme: Theme, scheme: Scheme
) -> None:
    theme.choose(scheme)
    search(searching, qtbot, "payroll is")
    QApplication.processEvents()
    picture = window.grab().toImage()
    foot = searching.panel.words
    corner = foot.mapTo(window, QPoint(foot.width() - 6, foot.height() // 2))
    scale = picture.devicePixelRatio()
    seen = picture.pixelColor(round(corner.x() * scale), round(corner.y() * scale))
    assert seen.name().upper() == theme.tokens.surface

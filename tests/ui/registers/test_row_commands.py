"""Selected rows changed, finished, copied, pasted over and moved, by keyboard and by mouse."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.listing import Wanted
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS, BOARD_MEETINGS
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.ui.registers.change_rows import ChangeRows
from sharedprog.ui.registers.child_rows import ChildRows
from sharedprog.ui.registers.paste_preview import MisfitModel, PastePreview
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.session import Session
from sharedprog.usecases.pasting import Misfit
from tests.ui import audit
from tests.ui.keys import ALT, CONTROL, SHIFT, press, write
from tests.windows import answering, press_button, words_on

Opened = Callable[[str], TablePage]


@pytest.fixture
def clipboard() -> Iterator[Callable[[str], None]]:
    board = QGuiApplication.clipboard()
    yield board.setText
    board.clear()


@pytest.fixture
def page(page_of: Opened, session: Session) -> TablePage:
    """Three actions, the cursor in the title of the first."""
    for title in ("One", "Two", "Three"):
        session.document.add(ACTIONS, title=title)
    made = page_of("actions")
    made.table.setFocus()
    made.table.go_to(made.model.ids[0], "title")
    return made


def titles(page: TablePage) -> list[str]:
    column = page.model.names.index("title")
    return [str(page.model.index(row, column).data()) for row in range(page.model.rowCount())]


def select_two(page: TablePage) -> None:
    press(Qt.Key.Key_Down, SHIFT)
    assert len(page.table.chosen_ids()) == 2


def test_nothing_typed_is_said_to_empty_what_the_rows_hold(page: TablePage, session: Session) -> None:
    head = session.document.add(PEOPLE, title="Head of HR")
    for row in session.document.rows(ACTIONS):
        session.document.edit(ACTIONS, row.id, "owner", head)
    select_two(page)

    def look(dialog: ChangeRows) -> None:
        assert dialog.name == "owner"
        assert "Nothing is typed: “Owner” will be emptied in 2 of 2 actions." in words_on(dialog)
        dialog.editor.setFocus()
        write("h")
        assert not any(words.startswith("Nothing is typed") for words in words_on(dialog))

    answering(ChangeRows, look)
    press(Qt.Key.Key_F2)


def test_f2_with_several_rows_changes_one_field_of_all(page: TablePage, session: Session, qtbot: QtBot) -> None:
    select_two(page)

    def fill(dialog: ChangeRows) -> None:
        assert audit.nameless(dialog) == audit.rich(dialog) == []
        assert dialog.field.hasFocus()
        dialog.field.setCurrentIndex(dialog.field.findText("Original due"))
        dialog.editor.setFocus()
        write("3 dec")
        assert dialog.windowTitle() == "Change 2 actions"
        press(Qt.Key.Key_Tab)
        assert "2 of 2 actions will change." in words_on(dialog)
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Return)

    answering(ChangeRows, fill)
    with qtbot.waitSignal(page.told) as told:
        press(Qt.Key.Key_F2)
    assert told.args == ["Changed original due of 2 actions."]
    assert [row.due for row in session.programme.rows(ACTIONS)] == [date(2026, 12, 3), date(2026, 12, 3), None]
    assert len(page.table.chosen_ids()) == 2
    session.document.undo()
    assert {row.due for row in session.programme.rows(ACTIONS)} == {None}


def test_what_cannot_be_read_keeps_the_dialog_and_changes_nothing(page: TablePage, session: Session) -> None:
    select_two(page)
    before = session.programme

    def fill(dialog: ChangeRows) -> None:
        dialog.field.setCurrentIndex(dialog.field.findText("Original due"))
        dialog.editor.setFocus()
        write("32 dec")
        press_button(dialog, "Change 2 actions")
        assert dialog.isVisible()
        assert "32 dec" in dialog.editor.trouble()

    answering(ChangeRows, fill)
    press(Qt.Key.Key_F2)
    assert session.programme is before


def test_a_row_that_cannot_take_it_is_named_and_none_is_changed(
    page_of: Opened, session: Session, qtbot: QtBot
) -> None:
    for state in ("draft", "final"):
        session.document.add(PACKS, version="1", state=state)
    page = page_of("packs")
    page.chips.choose("")
    page.table.setFocus()
    page.table.selectAll()
    before = session.programme
    said: list[str] = []

    def fill(dialog: ChangeRows) -> None:
        dialog.field.setCurrentIndex(dialog.field.findText("What changed since the version before"))
        dialog.editor.setFocus()
        write("Late papers")
        press_button(dialog, "Change 2 packs")
        said.extend(words_on(dialog))
        assert dialog.isVisible()

    answering(ChangeRows, fill)
    page.rows.change()
    assert any("Pack K-002 cannot take this." in words for words in said)
    assert session.programme is before


def test_selected_rows_are_done_as_one_change(page: TablePage, session: Session, qtbot: QtBot) -> None:
    select_two(page)
    with qtbot.waitSignal(page.told) as told:
        page.rows.finish()
    assert told.args == ["Marked 2 actions as done."]
    assert [row.status for row in session.programme.rows(ACTIONS)] == ["done", "done", "open"]
    session.document.undo()
    page.chips.choose("")
    assert {row.status for row in session.programme.rows(ACTIONS)} == {"open"}


def test_done_again_and_where_nothing_is_ever_done_is_said(page_of: Opened, session: Session, qtbot: QtBot) -> None:
    session.document.add(ACTIONS, title="One", status="done", closed_day=date(2026, 11, 30))
    page = page_of("actions")
    page.chips.choose("")
    page.table.selectAll()
    with qtbot.waitSignal(page.said) as said:
        page.rows.finish()
    assert said.args == ["Nothing to change: they are done already."]
    partners = page_of("partners")
    partners.table.selectAll()
    with qtbot.waitSignal(partners.refused) as refused:
        partners.rows.finish()
    assert refused.args == ["Partners are not marked as done."]


def test_rows_are_copied_as_they_are_seen(page: TablePage, qtbot: QtBot, clipboard: Callable[[str], None]) -> None:
    page.model.choose_columns(("title", "status"))
    page.model.sort(0, Qt.SortOrder.AscendingOrder)
    page.table.selectAll()
    with qtbot.waitSignal(page.said) as said:
        press(Qt.Key.Key_C, CONTROL)
    assert said.args == ["Copied 3 actions as a table. Paste it into Excel or Word."]
    held = QGuiApplication.clipboard().mimeData()
    assert held.text() == "Action\tStatus\nOne\tOpen\nThree\tOpen\nTwo\tOpen\n"
    assert "<th" in held.html()
    assert ">Three</td>" in held.html()


def test_a_block_goes_over_the_rows_seen_in_a_sorted_and_filtered_list(
    page: TablePage, session: Session, qtbot: QtBot, clipboard: Callable[[str], None]
) -> None:
    page.model.choose_columns(("title", "progress"))
    page.model.want(Wanted(words="t", sort="title", descending=True))
    assert titles(page) == ["Two", "Three"]
    page.table.go_to(page.model.ids[0], "progress")
    clipboard("Second\nThird\n")
    with qtbot.waitSignal(page.told) as told:
        press(Qt.Key.Key_V, CONTROL)
    assert told.args == ["Pasted 2 actions."]
    assert [row.progress for row in session.programme.rows(ACTIONS)] == ["", "Second", "Third"]
    session.document.undo()
    assert {row.progress for row in session.programme.rows(ACTIONS)} == {""}


def test_rows_that_would_be_added_are_asked_about(
    page: TablePage, session: Session, clipboard: Callable[[str], None], qtbot: QtBot
) -> None:
    page.table.go_to(page.model.ids[2], "title")
    clipboard("Three\nFour\nFive\n")

    def refuse(dialog: PastePreview) -> None:
        assert audit.nameless(dialog) == audit.rich(dialog) == []
        assert dialog.windowTitle() == "Add 2 actions?"
        press(Qt.Key.Key_Escape)

    answering(PastePreview, refuse)
    page.rows.paste()
    qtbot.waitUntil(lambda: QGuiApplication.modalWindow() is None)
    assert len(session.programme.rows(ACTIONS)) == 3
    answering(PastePreview, lambda dialog: press(Qt.Key.Key_Return))
    with qtbot.waitSignal(page.told) as told:
        page.rows.paste()
    assert told.args == ["Pasted 2 actions."]
    assert titles(page) == ["One", "Two", "Three", "Four", "Five"]


def test_cells_that_cannot_be_read_are_named_and_nothing_is_pasted(
    page: TablePage, session: Session, clipboard: Callable[[str], None]
) -> None:
    page.model.choose_columns(("title", "due"))
    page.table.go_to(page.model.ids[0], "title")
    clipboard("A\t32 dec\nB\t3 dec\n")
    before = session.programme
    seen: list[str] = []

    def look(dialog: PastePreview) -> None:
        assert audit.nameless(dialog) == audit.rich(dialog) == []
        assert dialog.table is not None
        model = dialog.table.model()
        seen.extend(str(model.index(0, column).data()) for column in range(3))
        press_button(dialog, "Close")

    answering(PastePreview, look)
    page.rows.paste()
    assert seen == ["action A-001", "Original due", "32 dec"]
    assert session.programme is before


@pytest.mark.parametrize("headings", ["", "Action\tOwner\tDue\n"])
def test_rows_copied_from_a_sheet_are_pasted_into_the_line_that_adds(
    page: TablePage, session: Session, clipboard: Callable[[str], None], qtbot: QtBot, headings: str
) -> None:
    owner = page.model.every_column()["owner"].label
    due = page.model.every_column()["due"].label
    clipboard(headings.replace("Owner", owner).replace("Due", due) + "Four\tHead of HR\t3 dec\nFive\tHead of HR\t\n")
    page.new_line.setFocus()
    answering(PastePreview, lambda dialog: press(Qt.Key.Key_Return))
    with qtbot.waitSignal(page.told) as told:
        press(Qt.Key.Key_V, CONTROL)
    assert told.args == ["Pasted 2 actions."]
    assert titles(page) == ["One", "Two", "Three", "Four", "Five"]
    added = session.programme.rows(ACTIONS)[3]
    assert added.due == date(2026, 12, 3)
    assert [person.title for person in session.programme.rows(PEOPLE)] == ["Head of HR"]
    assert page.new_line.text() == ""


def test_words_are_pasted_into_the_line_that_adds_as_words(page: TablePage, clipboard: Callable[[str], None]) -> None:
    clipboard("Book a room")
    page.new_line.setFocus()
    press(Qt.Key.Key_V, CONTROL)
    assert page.new_line.text() == "Book a room"


def test_an_empty_clipboard_says_so(page: TablePage, qtbot: QtBot, clipboard: Callable[[str], None]) -> None:
    clipboard("")
    with qtbot.waitSignal(page.refused) as refused:
        press(Qt.Key.Key_V, CONTROL)
    assert refused.args == ["The clipboard holds no cells. Copy some in Excel, then paste them here."]


def test_misfits_are_a_table(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(MisfitModel([Misfit("action A-001", "Due", "32 dec", "No day")]))  # type: ignore[no-untyped-call]


def agenda(page: TablePage, session: Session) -> RegisterTable:
    board = session.programme.rows(BOARD_MEETINGS)[0].id
    for title in "abcd":
        session.document.add(AGENDA_ITEMS, parent=board, title=title)
    page.go_to(board)
    return next(each for each in page.form.parts if isinstance(each, ChildRows) and each.register == AGENDA_ITEMS).table


def shown(table: RegisterTable) -> str:
    model = table.register_model
    return "".join(str(model.index(row, model.names.index("title")).data()) for row in range(model.rowCount()))


def test_alt_and_arrows_move_agenda_items(page_of: Opened, session: Session) -> None:
    session.document.add(BOARD_MEETINGS, number=1, day=date(2026, 12, 3))
    table = agenda(page_of("board_meetings"), session)
    table.setFocus()
    table.go_to(table.register_model.ids[0])
    press(Qt.Key.Key_Down, ALT)
    assert shown(table) == "bacd"
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, ALT)
    assert shown(table) == "bdac"
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Up, ALT)
    assert shown(table) == "acbd"
    session.document.undo()
    session.document.undo()
    session.document.undo()
    session.document.undo()
    assert shown(table) == "abcd"


def test_what_was_done_in_a_table_of_the_form_is_told(page_of: Opened, session: Session, qtbot: QtBot) -> None:
    session.document.add(BOARD_MEETINGS, number=1, day=date(2026, 12, 3))
    page = page_of("board_meetings")
    table = agenda(page, session)
    table.setFocus()
    table.selectAll()

    def fill(dialog: ChangeRows) -> None:
        dialog.field.setCurrentIndex(dialog.field.findText("Minutes"))
        dialog.editor.setFocus()
        write("10")
        press_button(dialog, "Change 4 agenda items")

    answering(ChangeRows, fill)
    with qtbot.waitSignal(page.told) as told:
        press(Qt.Key.Key_F2)
    assert told.args == ["Changed minutes of 4 agenda items."]


def at(table: RegisterTable, row: int, part: float) -> QPoint:
    column = table.register_model.names.index("title")
    area = table.visualRect(table.register_model.index(row, column))
    return QPoint(area.left() + 20, round(area.top() + area.height() * part))


def drag(table: RegisterTable, row: int, to: int, part: float) -> None:
    left = Qt.MouseButton.LeftButton
    view = table.viewport()
    QTest.mousePress(view, left, pos=at(table, row, 0.5))
    QTest.mouseMove(view, at(table, row, 0.5) + QPoint(0, 30))
    QTest.mouseMove(view, at(table, to, part))
    QTest.mouseRelease(view, left, pos=at(table, to, part))


def test_selected_rows_are_dragged_where_they_belong(page_of: Opened, session: Session) -> None:
    page = page_of("workstreams")
    for title in "abcd":
        session.document.add(WORKSTREAMS, title=title)
    page.table.go_to(page.model.ids[0])
    drag(page.table, 0, 2, 0.8)
    assert shown(page.table) == "bcad"
    page.table.selectRow(2)
    press(Qt.Key.Key_Down, SHIFT)
    drag(page.table, 3, 0, 0.2)
    assert shown(page.table) == "adbc"
    assert len(page.table.chosen_ids()) == 2
    session.document.undo()
    assert shown(page.table) == "bcad"


def test_a_press_on_one_of_several_selected_rows_goes_to_it(page_of: Opened, session: Session) -> None:
    for title in "abc":
        session.document.add(WORKSTREAMS, title=title)
    page = page_of("workstreams")
    page.table.selectAll()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at(page.table, 1, 0.5))
    assert page.table.chosen_ids() == (page.model.ids[1],)


def test_a_sorted_list_says_why_rows_stay(page_of: Opened, session: Session, qtbot: QtBot) -> None:
    for title in "ab":
        session.document.add(WORKSTREAMS, title=title)
    page = page_of("workstreams")
    page.table.setFocus()
    page.model.sort(page.model.names.index("title"))
    page.table.go_to(page.model.ids[0])
    before = session.programme
    with qtbot.waitSignal(page.refused) as refused:
        press(Qt.Key.Key_Down, ALT)
    assert "The list is sorted by “" in refused.args[0]
    assert session.programme is before


def test_a_copied_name_makes_a_person_once(page: TablePage, session: Session, clipboard: Callable[[str], None]) -> None:
    page.table.selectAll()
    owner = page.model.names.index("owner")
    page.table.selectionModel().setCurrentIndex(
        page.model.index(0, owner), page.table.selectionModel().SelectionFlag.NoUpdate
    )
    clipboard("Head of HR")
    page.rows.paste()
    [person] = session.programme.rows(PEOPLE)
    assert {row.owner for row in session.programme.rows(ACTIONS)} == {person.id}
    assert session.document.undo_title == "Paste 3 actions"
    assert session.programme.rows(RISKS) == ()

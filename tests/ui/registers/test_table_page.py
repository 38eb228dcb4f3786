"""The page of a register, used by keyboard and mouse as people do."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import ATTENDANCES, BOARD_MEETINGS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.registers.child_rows import ChildRows
from sharedprog.ui.registers.linked_rows import LinkedRows
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session
from tests.ui.keys import press, write, write_over
from tests.windows import press_button

Opened = Callable[[str], TablePage]


def type_line(field: QWidget, text: str) -> None:
    """Type into a field and press Enter."""
    field.setFocus()
    write(text)
    press(Qt.Key.Key_Return)


def type_over(field: QWidget, text: str) -> None:
    """Put other words in a field and leave it."""
    field.setFocus()
    write_over(text)
    press(Qt.Key.Key_Tab)


def test_a_row_is_added_from_one_line_and_shown_on_the_form(page_of: Opened, session: Session) -> None:
    page = page_of("risks")
    type_line(page.new_line, "Payroll is wrong in the first month")
    [risk] = session.programme.rows(RISKS)
    assert risk.title == "Payroll is wrong in the first month"
    assert risk.raised == date(2026, 11, 30)
    assert page.present_id() == risk.id == page.form.row_id
    assert page.new_line.text() == ""
    assert page.form.editors["owner"].field().accessibleDescription().startswith("Nobody owns this risk yet.")


def test_leaving_a_field_commits_just_that_field(page_of: Opened, session: Session) -> None:
    page = page_of("risks")
    type_line(page.new_line, "Payroll is wrong")
    type_over(page.form.editors["cause"].field(), "Pay rules differ")
    type_over(page.form.editors["next_review"].field(), "3 dec")
    [risk] = session.programme.rows(RISKS)
    assert (risk.cause, risk.next_review) == ("Pay rules differ", date(2026, 12, 3))
    titles = [each.title for each in session.document.journal()]
    assert titles[-3:] == ["Add risk R-001", "Edit risk R-001", "Edit risk R-001"]


def test_a_new_name_becomes_a_person(page_of: Opened, session: Session) -> None:
    page = page_of("risks")
    type_line(page.new_line, "Payroll is wrong")
    type_over(page.form.editors["owner"].field(), "Head of HR")
    [person] = session.programme.rows(PEOPLE)
    assert session.programme.rows(RISKS)[0].owner == person.id
    session.document.undo()
    assert session.programme.rows(PEOPLE) == ()


def test_a_day_that_cannot_be_read_stays_on_screen_with_its_reason(page_of: Opened, session: Session) -> None:
    page = page_of("actions")
    type_line(page.new_line, "Write to the union")
    due = page.form.editors["due"]
    type_over(due.field(), "32 dec")
    assert "32 dec" in due.trouble()
    assert due.field().property("text") == "32 dec"
    assert session.programme.rows(BOARD_MEETINGS) == ()


def test_the_filter_and_the_chips_choose_rows(page_of: Opened, session: Session) -> None:
    for title, status in (("Payroll is wrong", "identified"), ("Cabinets disagree", "closed")):
        session.document.add(RISKS, title=title, status=status)
    page = page_of("risks")
    assert page.chips.present == "Open"
    assert page.model.rowCount() == 1
    page.chips.choose("")
    assert page.model.rowCount() == 2
    page.filter.setFocus()
    write("cabinets")
    assert page.model.rowCount() == 1
    page.filter.clear()
    assert page.model.rowCount() == 2


def test_going_to_a_row_drops_the_filter_that_hides_it(page_of: Opened, session: Session) -> None:
    closed = session.document.add(RISKS, title="Cabinets disagree", status="closed")
    page = page_of("risks")
    assert page.model.rowCount() == 0
    page.go_to(closed)
    assert page.present_id() == closed


def test_an_empty_page_says_what_belongs_there(page_of: Opened, session: Session) -> None:
    page = page_of("risks")
    words = {button.text() for button in page.findChildren(QPushButton) if button.isVisible()}
    assert "Add a risk" in words
    session.document.add(RISKS, title="One")
    words = {button.text() for button in page.findChildren(QPushButton) if button.isVisible()}
    assert "Add a risk" not in words


def test_child_rows_are_added_edited_and_deleted(page_of: Opened, session: Session) -> None:
    page = page_of("risks")
    type_line(page.new_line, "Payroll is wrong")
    part = next(each for each in page.form.parts if isinstance(each, ChildRows) and each.register == RESPONSE_ACTIONS)
    type_line(part.line, "Parallel run")
    [action] = session.programme.rows(RESPONSE_ACTIONS)
    assert action.parent == page.present_id()
    part.table.go_to(action.id)
    part.delete_chosen()
    assert session.programme.rows(RESPONSE_ACTIONS) == ()
    assert session.document.undo_title == "Delete response action of risk R-001"


def test_a_member_is_added_by_name(page_of: Opened, session: Session) -> None:
    board = session.document.add(BOARD_MEETINGS, number=1, day=date(2026, 12, 3))
    page = page_of("board_meetings")
    page.go_to(board)
    part = next(each for each in page.form.parts if isinstance(each, ChildRows) and each.register == ATTENDANCES)
    type_line(part.line, "Head of Legal")
    [seat] = session.programme.rows(ATTENDANCES)
    assert session.programme.rows(PEOPLE)[0].id == seat.person


def test_a_risk_becomes_an_issue_and_the_issue_is_wanted(page_of: Opened, session: Session, qtbot: QtBot) -> None:
    page = page_of("risks")
    type_line(page.new_line, "Payroll is wrong")
    with qtbot.waitSignal(page.wants) as wanted:
        page.head.become()
    [issue] = session.programme.rows(ISSUES)
    assert wanted.args == ["issues", issue.id]
    page.chips.choose("")
    page.go_to(session.programme.rows(RISKS)[0].id)
    with qtbot.waitSignal(page.refused) as refused:
        page.head.become()
    assert "already become issue I-001" in refused.args[0]


def test_rows_are_linked_and_unlinked(page_of: Opened, session: Session, qtbot: QtBot) -> None:
    poison = session.document.add(POISONS, title="Different IT systems")
    risk = session.document.add(RISKS, title="Staff cannot log in")
    page = page_of("risks")
    page.go_to(risk)
    (linked,) = (each for each in page.form.parts if isinstance(each, LinkedRows))
    linked.target.setFocus()
    write("different it")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    [link] = session.programme.rows(LINKS)
    assert (link.source, link.target) == (risk, poison)
    chip = next(
        b for b in linked.findChildren(QPushButton) if b.accessibleName() == "Poison P-001 Different IT systems"
    )
    with qtbot.waitSignal(page.wants) as wanted:
        chip.click()
    assert wanted.args == ["poisons", poison]


def test_a_task_is_added_beneath_the_one_chosen(page_of: Opened, session: Session) -> None:
    first = session.document.add(TASKS, title="First")
    session.document.add(TASKS, title="Last")
    page = page_of("tasks")
    page.go_to(first)
    type_line(page.new_line, "Between")
    titles = [page.model.index(row, page.model.names.index("title")).data() for row in range(3)]
    assert titles == ["First", "Between", "Last"]


def test_a_typed_duration_moves_the_finish_on_the_form(page_of: Opened, session: Session) -> None:
    page = page_of("tasks")
    type_line(page.new_line, "Directory merge")
    type_over(page.form.editors["start"].field(), "2 nov 2026")
    type_over(page.form.editors["duration"].field(), "2w")
    assert page.form.editors["finish"].value() == date(2026, 11, 13)
    assert session.programme.rows(TASKS)[0].duration == 4800


def test_what_is_typed_is_committed_when_another_row_is_chosen(page_of: Opened, session: Session) -> None:
    one = session.document.add(RISKS, title="One")
    other = session.document.add(RISKS, title="Other")
    page = page_of("risks")
    page.go_to(one)
    field = page.form.editors["cause"].field()
    field.setFocus()
    write("Because")
    page.form.show_row(other)
    row = session.programme.row(RISKS, one)
    assert row is not None
    assert row.cause == "Because"
    assert page.form.editors["cause"].value() == ""


def test_where_there_is_room_for_one_only_the_form_takes_turns_with_the_list(
    page_of: Opened, session: Session, qtbot: QtBot
) -> None:
    session.document.add(RISKS, title="One")
    page = page_of("risks")
    assert page.table.isVisible()
    assert page.form.isVisible()
    page.resize(600, 700)
    qtbot.waitUntil(lambda: not page.form.isVisible())
    page.go_to(session.programme.rows(RISKS)[0].id)
    press(Qt.Key.Key_Return)
    assert page.form.isVisible()
    assert not page.table.isVisible()
    press(Qt.Key.Key_Escape)
    assert page.table.isVisible()
    assert page.table.hasFocus()
    page.resize(1300, 700)
    qtbot.waitUntil(page.form.isVisible)


def test_chips_fold_into_a_menu_where_they_do_not_fit(page_of: Opened, session: Session, qtbot: QtBot) -> None:
    session.document.add(RISKS, title="One")
    page = page_of("risks")
    page.resize(500, 700)
    qtbot.waitUntil(lambda: not any(chip.isVisible() for chip in page.chips.findChildren(QPushButton)))
    [menu] = [each.menu() for each in page.chips.findChildren(QToolButton)]
    next(action for action in menu.actions() if action.text() == "Red").trigger()
    assert page.chips.present == "Red"
    assert page.model.rowCount() == 0


def test_a_filter_leaves_the_columns_as_wide_as_they_were(page_of: Opened, session: Session) -> None:
    for number in range(70):
        session.document.add(RISKS, title=f"{'Payroll' if number % 3 else 'Rent'} {number} is wrong in the first month")
    page = page_of("risks")
    page.chips.choose("")
    page.table.setColumnWidth(0, 123)
    page.filter.setText("rent")
    assert page.model.rowCount() == 24
    page.filter.clear()
    assert page.model.rowCount() == 70
    assert page.table.columnWidth(0) == 123


def test_rows_are_as_high_as_their_words_after_a_filter_and_an_edit(
    page_of: Opened, session: Session, qtbot: QtBot
) -> None:
    for number in range(9):
        session.document.add(RISKS, title=f"Risk {number}" if number % 2 else "A risk that is told at length " * 9)
    page = page_of("risks")
    page.filter.setText("at length")
    page.filter.clear()
    low, tall = page.table.rowHeight(1), page.table.rowHeight(0)
    assert tall > low
    session.document.edit(RISKS, page.model.ids[0], "title", "Risk 0")
    qtbot.waitUntil(lambda: page.table.rowHeight(0) == low)


def test_columns_make_room_for_what_comes_into_an_empty_list(page_of: Opened, session: Session, qtbot: QtBot) -> None:
    page = page_of("actions")
    table = page.table
    due, ref = (page.model.names.index(name) for name in ("due", "ref"))
    action = session.document.add(ACTIONS, title="One")
    assert table.columnWidth(ref) >= table.sizeHintForIndex(page.model.index(0, ref)).width()
    before = table.columnWidth(due)
    session.document.edit(ACTIONS, action, "due", date(2026, 12, 23))
    words = table.fontMetrics().horizontalAdvance("Wed 23 Dec 2026")
    qtbot.waitUntil(lambda: table.columnWidth(due) > words)
    session.document.edit(ACTIONS, action, "due", None)
    assert table.columnWidth(due) > before


def on_form(page: TablePage) -> str | None:
    return page.form.row_id


def test_a_filter_that_hides_every_row_says_so_and_can_be_dropped(page_of: Opened, session: Session) -> None:
    first, second = (session.document.add(ACTIONS, title=title) for title in ("Book a room", "Order badges"))
    page = page_of("actions")
    page.go_to(first)
    type_line(page.filter, "badges")
    assert on_form(page) == second
    type_over(page.filter, "nobody has this")
    assert on_form(page) is None
    press_button(page, "Show every row")
    assert page.model.ids == (first, second)


def test_the_row_stays_chosen_while_the_filter_still_shows_it(page_of: Opened, session: Session) -> None:
    first, _second, third = (
        session.document.add(ACTIONS, title=title) for title in ("Book a room", "Pay", "Book a bus")
    )
    page = page_of("actions")
    page.go_to(third)
    page.filter.setFocus()
    write("book")
    assert page.model.ids == (first, third)
    assert page.table.chosen_ids() == (third,)
    assert page.filter.hasFocus()
    press(Qt.Key.Key_Escape)
    assert page.filter.text() == ""
    assert page.table.chosen_ids() == (third,)


def test_an_empty_list_offers_to_bring_in_a_file(page_of: Opened, qtbot: QtBot) -> None:
    page = page_of("risks")
    with qtbot.waitSignal(page.wants_import):
        press_button(page, "Bring in a file…")

"""A row from one line, from anywhere, by keyboard."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.editors.people import NewName
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.quick_add import QuickAdd
from sharedprog.ui.window import Window
from tests.ui import audit, keys
from tests.windows import activate, answering, session_of

FRIDAY = date(2026, 12, 4)
CONTROL_SHIFT = keys.CONTROL | keys.SHIFT


@pytest.fixture(autouse=True)
def on_a_page_of_no_register_of_these(frame: Frame) -> None:
    frame.go("people")


def quickly(act: Callable[[QuickAdd], object]) -> None:
    """Press the keys of quick add, and do this in it."""
    answering(QuickAdd, act)
    keys.press(Qt.Key.Key_A, CONTROL_SHIFT)


def test_one_line_from_any_page_adds_an_action_with_owner_and_day(window: Window, frame: Frame, qtbot: QtBot) -> None:
    document = session_of(window).document
    head = document.add(PEOPLE, title="Head of ICT")

    def type_it(dialog: QuickAdd) -> None:
        keys.write("Chase the lease @Head of ICT due Fri")
        assert dialog.understood.text() == (
            "Adds an action: “Chase the lease”; owner Head of ICT; original due Fri 4 Dec 2026."
        )
        keys.press(Qt.Key.Key_Return)

    quickly(type_it)
    (action,) = document.rows(ACTIONS)
    assert (action.title, action.owner, action.due) == ("Chase the lease", head, FRIDAY)
    assert frame.toasts.present() == "Added action A-001."
    assert frame.pages.key == "people"
    activate(qtbot, window)
    keys.press(Qt.Key.Key_Z, keys.CONTROL)
    assert not document.rows(ACTIONS)


def test_the_register_one_is_in_comes_first_and_others_are_a_key_away(window: Window, frame: Frame) -> None:
    frame.go("risks")

    def type_it(dialog: QuickAdd) -> None:
        assert dialog.register is RISKS
        keys.press(Qt.Key.Key_Backtab)
        keys.press(Qt.Key.Key_Right)
        assert dialog.register is BY_KEY["issues"]
        keys.press(Qt.Key.Key_Left)
        keys.press(Qt.Key.Key_Tab)
        keys.write("Rent goes up by 1 mar 2027")
        keys.press(Qt.Key.Key_Return)

    quickly(type_it)
    (risk,) = session_of(window).document.rows(RISKS)
    assert (risk.title, risk.next_review) == ("Rent goes up", date(2027, 3, 1))


def test_a_new_person_is_told_before_it_is_added(window: Window, frame: Frame) -> None:
    def type_it(dialog: QuickAdd) -> None:
        keys.write("Chase the lease @Jane Owen")
        assert dialog.owner.value() == NewName("Jane Owen")
        assert "owner Jane Owen, who is new and is added to People" in dialog.understood.text()
        keys.press(Qt.Key.Key_Return)

    quickly(type_it)
    assert [person.title for person in session_of(window).document.rows(PEOPLE)] == ["Jane Owen"]


def test_what_is_put_into_a_field_by_hand_stays_whatever_the_line_says(window: Window, frame: Frame) -> None:
    def type_it(dialog: QuickAdd) -> None:
        keys.write("Chase the lease due fri")
        keys.press(Qt.Key.Key_Tab)
        keys.write("Jane Owen")
        keys.press(Qt.Key.Key_Tab)
        keys.write_over("+2w")
        keys.press(Qt.Key.Key_Tab)
        dialog.typed.setFocus()
        keys.write_over("Chase the rent due fri")
        keys.press(Qt.Key.Key_Return)

    quickly(type_it)
    document = session_of(window).document
    ((action,), (jane,)) = document.rows(ACTIONS), document.rows(PEOPLE)
    assert (action.title, action.owner, action.due) == ("Chase the rent", jane.id, date(2026, 12, 14))


def test_several_are_added_one_after_another(window: Window, frame: Frame) -> None:
    def type_them(dialog: QuickAdd) -> None:
        for text in ("Chase the lease @Jane Owen due fri", "Book the hall @Jane Owen"):
            keys.write(text)
            keys.press(Qt.Key.Key_Return, keys.CONTROL)
            assert dialog.typed.text() == ""
            assert dialog.day.value() is None
        keys.press(Qt.Key.Key_Escape)

    quickly(type_them)
    document = session_of(window).document
    assert [(action.title, action.due) for action in document.rows(ACTIONS)] == [
        ("Chase the lease", FRIDAY),
        ("Book the hall", None),
    ]
    assert len(document.rows(PEOPLE)) == 1


@pytest.mark.parametrize(
    ("text", "reason"), [("", "Say in a few words"), ("due fri", "Say in a few words"), ("A" * 301, "at most 300")]
)
def test_what_cannot_be_added_stays_with_its_reason(window: Window, frame: Frame, text: str, reason: str) -> None:
    def type_it(dialog: QuickAdd) -> None:
        dialog.typed.setText(text)
        keys.press(Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert reason in dialog.line.trouble()
        assert dialog.typed.text() == text

    quickly(type_it)
    assert not session_of(window).document.rows(ACTIONS)


def test_a_day_that_cannot_be_read_stays_with_its_reason(window: Window, frame: Frame) -> None:
    def type_it(dialog: QuickAdd) -> None:
        keys.write("Chase the lease")
        dialog.day.field().setFocus()
        keys.write("someday")
        keys.press(Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert "was not understood" in dialog.day.trouble()

    quickly(type_it)
    assert not session_of(window).document.rows(ACTIONS)


@pytest.mark.parametrize(("page", "nearest"), [("health", TASKS), ("programme", ACTIONS)])
def test_a_new_row_where_there_is_no_list_goes_to_the_register_that_is_nearest(
    window: Window, frame: Frame, page: str, nearest: object
) -> None:
    frame.go(page)
    seen: list[object] = []
    answering(QuickAdd, lambda dialog: seen.append(dialog.register))
    keys.press(Qt.Key.Key_N, keys.CONTROL)
    assert seen == [nearest]


def test_nothing_is_added_when_one_leaves(window: Window, frame: Frame) -> None:
    def leave(dialog: QuickAdd) -> None:
        keys.write("Chase the lease")
        for _ in range(2):
            if dialog.isVisible():
                keys.press(Qt.Key.Key_Escape)

    quickly(leave)
    assert not session_of(window).document.rows(ACTIONS)


def test_it_is_named_plain_and_whole(window: Window, frame: Frame) -> None:
    session_of(window).document.add(PEOPLE, title=audit.NASTY[2])

    def look(dialog: QuickAdd) -> None:
        dialog.typed.setText(f"{audit.NASTY[0]} @{audit.NASTY[1]}")
        QApplication.processEvents()
        assert audit.rich(dialog) == []
        assert audit.nameless(dialog) == []
        assert audit.cut(dialog) == []

    quickly(look)

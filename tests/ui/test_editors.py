from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.ui.editors.choice import ChoiceEdit, LevelEdit
from sharedprog.ui.editors.day import CalendarPopup, DayEdit
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.fields import ComboField, LineField
from sharedprog.ui.editors.flag import FlagBox
from sharedprog.ui.editors.people import Known, NewName, PeopleEdit, these
from sharedprog.ui.editors.prose import ProseEdit, TitleEdit
from sharedprog.ui.editors.reading import DurationEdit, MoneyEdit, ReadingEdit, ShortTextEdit
from tests.ui import audit, keys

W = TypeVar("W", bound=QWidget)

TODAY = date(2026, 11, 22)
WORDS = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")
PEOPLE = [("p1", "Head of ICT"), ("p2", "Head of HR"), ("p3", "SRO")]


def read_day(text: str) -> date:
    if text == "+2w":
        return TODAY + timedelta(weeks=2)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text}” is not a day.") from None


def write_day(day: date) -> str:
    return day.isoformat()


def read_pence(text: str) -> int:
    return round(float(text.strip("£").replace(",", "")) * 100)


def write_pence(pence: int) -> str:
    return f"£{pence / 100:,.2f}"


def child(of: QWidget, kind: type[W]) -> W:
    found = of.findChild(kind)
    assert found is not None
    return found


class Form(QWidget):
    """An editor, and a field to leave it for."""

    def __init__(self, editor: Editor[Any]) -> None:
        super().__init__()
        self.editor = editor
        self.elsewhere = QLineEdit()
        self.committed: list[object] = []
        editor.committed.connect(self.committed.append)
        layout = QVBoxLayout(self)
        layout.addWidget(editor)
        layout.addWidget(self.elsewhere)

    @property
    def line(self) -> LineField:
        return child(self.editor, LineField)

    @property
    def combo(self) -> ComboField:
        return child(self.editor, ComboField)

    def type(self, text: str) -> None:
        self.editor.setFocus()
        keys.write_over(text)

    def escape(self) -> None:
        """As often as it takes to close a list, and once more."""
        while QApplication.activePopupWidget() is not None:
            keys.press(Qt.Key.Key_Escape)
        keys.press(Qt.Key.Key_Escape)

    def leave(self) -> None:
        keys.press(Qt.Key.Key_Tab)
        assert self.elsewhere.hasFocus()


MakeForm = Callable[[Editor[Any]], Form]


@pytest.fixture
def form(qtbot: QtBot) -> MakeForm:
    def make(editor: Editor[Any]) -> Form:
        made = Form(editor)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


def day_edit() -> DayEdit:
    return DayEdit(read_day, write_day, TODAY)


@dataclass(frozen=True)
class Typed:
    """What an editor holds, what is typed over it, and what that means."""

    make: Callable[[], Editor[Any]]
    before: object
    text: str
    after: object


TYPED = {
    "day": Typed(day_edit, date(2026, 12, 3), "+2w", date(2026, 12, 6)),
    "emptied day": Typed(day_edit, date(2026, 12, 3), " ", None),
    "money": Typed(lambda: MoneyEdit(read_pence, write_pence), 1_000, "1,234.56", 123_456),
    "whole number": Typed(lambda: ReadingEdit(int, str), 4, "5", 5),
    "short text": Typed(ShortTextEdit, "Room 1", " Room 2 ", "Room 2"),
    "title": Typed(TitleEdit, "Log-ins", "Log-ins fail", "Log-ins fail"),
    "person": Typed(lambda: PeopleEdit(these(PEOPLE)), "p1", "sro", "p3"),
    "new person": Typed(lambda: PeopleEdit(these(PEOPLE)), "p1", "Jane  Owen", NewName("Jane Owen")),
    "no person": Typed(lambda: PeopleEdit(these(PEOPLE)), "p1", " ", None),
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
class TestEveryTypedEditor:
    def test_enter_commits_once(self, qtbot: QtBot, form: MakeForm, typed: Typed) -> None:
        shown = form(typed.make())
        shown.editor.set_value(typed.before)
        assert shown.editor.value() == typed.before
        shown.type(typed.text)
        assert shown.editor.value() == typed.after
        assert shown.committed == []
        keys.press(Qt.Key.Key_Return)
        shown.leave()
        assert shown.committed == [typed.after]
        assert not shown.editor.has_uncommitted()

    def test_leaving_commits(self, qtbot: QtBot, form: MakeForm, typed: Typed) -> None:
        shown = form(typed.make())
        shown.editor.set_value(typed.before)
        shown.type(typed.text)
        shown.leave()
        assert shown.committed == [typed.after]

    def test_escape_puts_back(self, qtbot: QtBot, form: MakeForm, typed: Typed) -> None:
        shown = form(typed.make())
        shown.editor.set_value(typed.before)
        shown.type(typed.text)
        shown.escape()
        assert shown.editor.value() == typed.before
        shown.leave()
        assert shown.committed == []

    def test_typing_survives_a_change_from_elsewhere(self, qtbot: QtBot, form: MakeForm, typed: Typed) -> None:
        shown = form(typed.make())
        shown.editor.set_value(typed.before)
        shown.type(typed.text)
        shown.editor.refresh(typed.before)
        assert shown.editor.value() == typed.after
        shown.escape()
        assert shown.editor.value() == typed.before

    def test_a_refused_commit_stays_on_the_screen_with_the_reason(
        self, qtbot: QtBot, form: MakeForm, typed: Typed
    ) -> None:
        shown = form(typed.make())
        shown.editor.set_value(typed.before)
        shown.type(typed.text)
        shown.leave()
        shown.editor.refresh(typed.before)
        shown.editor.refuse(typed.before, "The disk is full.")
        assert shown.editor.value() == typed.after
        assert shown.editor.trouble() == "The disk is full."
        shown.editor.setFocus()
        keys.press(Qt.Key.Key_Return)
        assert shown.committed == [typed.after, typed.after]
        assert shown.editor.trouble() == ""


def test_leaving_without_a_change_commits_nothing(form: MakeForm) -> None:
    shown = form(ShortTextEdit())
    shown.editor.set_value("  as imported  ")
    shown.editor.setFocus()
    shown.leave()
    assert shown.committed == []


def test_what_cannot_be_read_stays_with_the_reason_and_commits_nothing(qtbot: QtBot, form: MakeForm) -> None:
    shown = form(day_edit())
    shown.editor.set_value(TODAY)
    shown.type("32 dec")
    shown.leave()
    field = shown.editor.field()
    assert isinstance(field, QLineEdit)
    assert field.text() == "32 dec"
    assert shown.editor.trouble() == "“32 dec” is not a day."
    assert field.accessibleDescription() == "“32 dec” is not a day."
    assert shown.editor.value() == TODAY
    assert shown.committed == []
    shown.editor.set_value(None)
    assert shown.editor.trouble() == ""
    assert field.text() == ""


def test_another_window_coming_to_the_front_keeps_what_can_be_read(qtbot: QtBot, form: MakeForm) -> None:
    shown = form(day_edit())
    shown.type("32 d")
    shown.editor.commit(quietly=True)
    assert shown.editor.trouble() == ""
    shown.type("2026-12-03")
    shown.editor.commit(quietly=True)
    assert shown.committed == [date(2026, 12, 3)]


def test_a_day_is_understood_while_it_is_typed(qtbot: QtBot, form: MakeForm) -> None:
    editor = day_edit()
    shown = form(editor)
    shown.type("+2w")
    assert shown.line.hint() == "2026-12-06"
    keys.press(Qt.Key.Key_Backspace)
    assert shown.line.hint() == ""


@pytest.mark.parametrize("held", [date(2026, 12, 3), None])
def test_a_day_can_be_picked_from_the_calendar(qtbot: QtBot, form: MakeForm, held: date | None) -> None:
    editor = day_edit()
    shown = form(editor)
    editor.set_value(held)
    editor.setFocus()
    keys.press(Qt.Key.Key_F4)
    popup = child(editor, CalendarPopup)
    assert audit.nameless(popup) == []
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Return)
    assert shown.committed == [(held or TODAY) + timedelta(days=1)]


def test_escape_closes_the_calendar_and_keeps_the_day(qtbot: QtBot, form: MakeForm) -> None:
    editor = day_edit()
    shown = form(editor)
    editor.set_value(TODAY)
    editor.setFocus()
    keys.press(Qt.Key.Key_Down, keys.ALT)
    keys.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: editor.findChild(CalendarPopup) is None)
    assert editor.value() == TODAY
    assert shown.committed == []


def test_a_choice_is_committed_when_its_list_closes_or_on_leaving(qtbot: QtBot, form: MakeForm) -> None:
    editor: ChoiceEdit[str] = ChoiceEdit([("reduce", "Reduce"), ("avoid", "Avoid")])
    shown = form(editor)
    editor.setFocus()
    combo = shown.combo
    combo.showPopup()
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.committed == ["reduce"])
    keys.press(Qt.Key.Key_Down)
    assert shown.committed == ["reduce"]
    shown.leave()
    assert shown.committed == ["reduce", "avoid"]


def test_a_choice_shows_unknown_and_what_is_no_longer_offered(form: MakeForm) -> None:
    editor: ChoiceEdit[str] = ChoiceEdit([("reduce", "Reduce")])
    shown = form(editor)
    assert shown.combo.currentText() == "–"
    editor.set_value("exploit")
    assert shown.combo.currentText() == "exploit (no longer offered)"
    editor.set_options([("exploit", "Exploit")])
    assert editor.value() == "exploit"
    assert shown.combo.currentText() == "Exploit"


def test_typing_the_number_of_a_level_picks_it(qtbot: QtBot, form: MakeForm) -> None:
    editor = LevelEdit(WORDS)
    shown = form(editor)
    editor.setFocus()
    keys.write("4")
    keys.press(Qt.Key.Key_Return)
    assert shown.combo.currentText() == "4 Likely"
    assert shown.committed == [4]


def test_ticking_a_box_commits(qtbot: QtBot, form: MakeForm) -> None:
    shown = form(FlagBox("Escalated & told"))
    shown.editor.setFocus()
    keys.press(Qt.Key.Key_Space)
    assert shown.committed == [True]


def test_prose_grows_takes_enter_and_moves_on_with_tab(qtbot: QtBot, form: MakeForm) -> None:
    editor = ProseEdit()
    shown = form(editor)
    before = editor.field().sizeHint().height()
    shown.type("one")
    for line in ("two", "three", "four"):
        keys.press(Qt.Key.Key_Return)
        keys.write(line)
    assert editor.field().sizeHint().height() > before
    qtbot.waitUntil(lambda: editor.field().height() == editor.field().sizeHint().height())
    keys.press(Qt.Key.Key_Tab)
    assert shown.elsewhere.hasFocus()
    assert shown.committed == ["one\ntwo\nthree\nfour"]


def test_control_enter_commits_prose_in_place(qtbot: QtBot, form: MakeForm) -> None:
    shown = form(ProseEdit())
    shown.type("Two directories")
    keys.press(Qt.Key.Key_Return, keys.CONTROL)
    assert shown.committed == ["Two directories"]
    keys.write(".")
    assert shown.editor.value() == "Two directories."


def test_a_narrow_title_wraps_and_shows_every_line(qtbot: QtBot, form: MakeForm) -> None:
    editor = TitleEdit()
    shown = form(editor)
    shown.resize(220, 300)
    one = editor.field().sizeHint().height()
    editor.set_value("Staff cannot log in to the other council's systems on Day 1")
    qtbot.waitUntil(lambda: editor.field().height() > one)


def test_text_that_is_too_long_is_kept_on_the_screen(qtbot: QtBot, form: MakeForm) -> None:
    shown = form(ShortTextEdit(longest=5))
    shown.type("123456789")
    shown.leave()
    assert shown.committed == []
    assert "4 characters too long" in shown.editor.trouble()


def test_people_are_completed_by_any_part_of_the_name(qtbot: QtBot, form: MakeForm) -> None:
    editor = PeopleEdit(these(PEOPLE))
    shown = form(editor)
    shown.type("hr")
    completer = shown.combo.completer()
    assert completer is not None
    assert completer.currentCompletion() == "Head of HR"
    assert shown.line.hint() == "new"
    shown.type("Jane")
    assert shown.line.hint() == "new"
    shown.type("Head of HR")
    assert shown.line.hint() == ""


@pytest.mark.parametrize(("typed", "level"), [("4", 4), ("unl", 2), ("almost", 5), ("l", 4)])
def test_a_step_is_chosen_by_its_number_or_its_word(form: MakeForm, typed: str, level: int) -> None:
    shown = form(LevelEdit(WORDS))
    shown.editor.setFocus()
    keys.write(typed)
    shown.leave()
    assert shown.committed == [level]


def test_the_rest_of_the_only_name_that_fits_is_written(qtbot: QtBot, form: MakeForm) -> None:
    shown = form(PeopleEdit(these(PEOPLE)))
    shown.type("head of")
    assert shown.line.text() == "head of"
    keys.write(" i")
    assert (shown.line.text(), shown.line.selectedText()) == ("head of iCT", "CT")
    assert shown.line.hint() == ""
    shown.leave()
    assert shown.committed == ["p1"]


def test_what_was_written_ahead_can_be_taken_away(qtbot: QtBot, form: MakeForm) -> None:
    shown = form(PeopleEdit(these(PEOPLE)))
    shown.type("Head of I")
    keys.press(Qt.Key.Key_Backspace)
    assert (shown.line.text(), shown.line.hint()) == ("Head of I", "new")
    keys.write("T")
    shown.leave()
    assert shown.committed == [NewName("Head of IT")]


def test_part_of_the_only_name_that_fits_is_enough_where_none_is_made(qtbot: QtBot, form: MakeForm) -> None:
    shown = form(PeopleEdit(these(PEOPLE), makes_new=False))
    shown.type("ict")
    shown.leave()
    shown.editor.set_value(None)
    shown.type("head")
    shown.leave()
    assert shown.committed == ["p1", NewName("head")]


def test_the_list_of_names_is_read_when_the_person_comes_to_the_field(form: MakeForm) -> None:
    asked: list[str] = []

    def everyone() -> list[tuple[str, str]]:
        asked.append("everyone")
        return PEOPLE

    editor = PeopleEdit(Known(everyone, dict(PEOPLE).get))
    editor.set_value("p1")
    assert editor.value() == "p1"
    assert asked == []
    shown = form(editor)
    editor.setFocus()
    assert asked
    assert shown.line.text() == dict(PEOPLE)["p1"]
    assert shown.combo.count() == len(PEOPLE)
    assert shown.combo.currentText() == dict(PEOPLE)["p1"]
    shown.leave()
    assert shown.committed == []


def test_other_people_may_arrive_while_a_name_is_typed(qtbot: QtBot, form: MakeForm) -> None:
    editor = PeopleEdit(these(PEOPLE))
    shown = form(editor)
    editor.set_value("p1")
    shown.type("Jane Owen")
    editor.offer(these([*PEOPLE, ("p4", "Jane Owen")]))
    shown.leave()
    assert shown.committed == ["p4"]


def test_a_person_who_is_gone_is_said_to_be(form: MakeForm) -> None:
    editor = PeopleEdit(these(PEOPLE))
    shown = form(editor)
    editor.set_value("p9")
    assert shown.line.text() == "(not in this programme)"
    editor.setFocus()
    shown.leave()
    assert shown.committed == []


@pytest.mark.parametrize("make", [ShortTextEdit, ProseEdit, lambda: PeopleEdit(these(PEOPLE))])
def test_undo_goes_to_the_text_first_and_then_to_the_window(
    qtbot: QtBot, form: MakeForm, make: Callable[[], Editor[Any]]
) -> None:
    shown = form(make())
    undone: list[str] = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), shown)
    shortcut.activated.connect(lambda: undone.append("window"))
    shown.editor.setFocus()
    keys.write("typed")
    keys.press(Qt.Key.Key_Z, keys.CONTROL)
    assert undone == []
    assert not shown.editor.has_uncommitted()
    keys.press(Qt.Key.Key_Z, keys.CONTROL)
    assert undone == ["window"]


def test_escape_is_the_windows_when_there_is_nothing_to_put_back(qtbot: QtBot, form: MakeForm) -> None:
    shown = form(ShortTextEdit())
    closed: list[str] = []
    shortcut = QShortcut(QKeySequence("Escape"), shown)
    shortcut.activated.connect(lambda: closed.append("form"))
    shown.type("x")
    keys.press(Qt.Key.Key_Escape)
    assert shown.line.text() == ""
    assert closed == []
    keys.press(Qt.Key.Key_Escape)
    assert closed == ["form"]


EDITORS: list[Callable[[], Editor[Any]]] = [
    day_edit,
    lambda: MoneyEdit(read_pence, write_pence),
    ShortTextEdit,
    ProseEdit,
    TitleEdit,
    FlagBox,
    lambda: LevelEdit(WORDS),
    lambda: PeopleEdit(these(PEOPLE)),
]


@pytest.mark.parametrize("make", EDITORS)
def test_every_editor_is_named_plain_and_not_cut(form: MakeForm, make: Callable[[], Editor[Any]]) -> None:
    editor = make()
    editor.describe("Next <b>review</b>", "When it is looked at again & by whom.")
    editor.set_gap("Nobody has said when.")
    shown = form(editor)
    field = editor.field()
    assert field.accessibleName() == "Next <b>review</b>"
    assert field.accessibleDescription() == "Nobody has said when. When it is looked at again & by whom."
    assert audit.rich(shown) == []
    assert audit.nameless(editor) == []
    assert audit.cut(shown) == []
    editor.set_read_only(True)
    assert not field.isEnabled()


@pytest.mark.parametrize("text", audit.NASTY)
def test_nasty_text_is_shown_and_given_back_as_it_is(form: MakeForm, text: str) -> None:
    for make in (ProseEdit, ShortTextEdit):
        editor = make()
        shown = form(editor)
        editor.set_value(text)
        editor.set_trouble(text)
        assert editor.value() == text
        assert audit.rich(shown) == []
        editor.setFocus()
        shown.leave()
        assert shown.committed == []


def test_a_duration_is_in_days_of_the_programme_or_of_24_hours(qtbot: QtBot) -> None:
    editor = DurationEdit(450)
    qtbot.addWidget(editor)
    editor.set_value(900)
    (line,) = editor.findChildren(QLineEdit)
    assert line.text() == "2 d"
    editor.measure(450, elapsed=True)
    editor.set_value(2880)
    assert line.text() == "2 ed"
    line.setText("3ed")
    editor.commit()
    assert editor.value() == 4320

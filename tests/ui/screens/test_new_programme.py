"""Starting a programme: right answers make it, wrong ones are told beneath their fields."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sharedprog.ui.confirm import Question
from sharedprog.ui.screens.new_programme import MOST_PARTNERS, NewProgramme
from tests.ui import audit, keys
from tests.windows import answering, buttons_of, press_button, words_on

TODAY = date(2026, 11, 30)


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NewProgramme:
    monkeypatch.setattr("sharedprog.ui.screens.new_programme.QStandardPaths.writableLocation", lambda _: str(tmp_path))
    made = NewProgramme(TODAY)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def fill(dialog: NewProgramme, name: str = "One Service", *partners: str) -> None:
    """Type the name and the partners, leaving each field with Tab."""
    fields: list[tuple[QWidget, str]] = [(dialog.name.field(), name)]
    fields += [(line.field(), words) for line, words in zip(dialog.partners, partners, strict=False)]
    for field, words in fields:
        field.setFocus()
        keys.write_over(words)
        keys.press(Qt.Key.Key_Tab)


def test_the_name_and_two_partners_are_enough(dialog: NewProgramme, tmp_path: Path) -> None:
    fill(dialog, "One Service", "Ashmere Borough Council", "Tolland Council")
    press_button(dialog, "Start the programme")
    assert not dialog.isVisible()
    path, start = dialog.made()
    assert path == tmp_path / "One Service.sharedprog"
    assert (start.name, start.partners) == ("One Service", ("Ashmere Borough Council", "Tolland Council"))
    assert (start.start, start.day_one, start.cadence, start.division) == (TODAY, None, 14, "england")


def test_everything_else_can_be_said_too(dialog: NewProgramme, tmp_path: Path) -> None:
    press_button(dialog, "Add a partner")
    fill(dialog, "Joint control room", "Ashmere Police", "Tolland Police", "Brookshire Fire")
    dialog.day_one.field().setFocus()
    keys.write_over("1 apr 2027")
    dialog.cadence.set_value(28)
    dialog.division.set_value("scotland")
    dialog.place.set_value(str(tmp_path / "ours"))
    press_button(dialog, "Start the programme")
    path, start = dialog.made()
    assert path == tmp_path / "ours.sharedprog"
    assert len(start.partners) == 3
    assert (start.day_one, start.cadence, start.division) == (date(2027, 4, 1), 28, "scotland")


def test_workstreams_and_a_plan_are_offered_in_a_second_step(
    dialog: NewProgramme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(dialog, "One Service", "Ashmere", "Tolland")
    press_button(dialog, "Workstreams…")
    assert "What One Service begins with" in words_on(dialog)
    assert dialog.beginnings.kind.hasFocus()
    keys.press(Qt.Key.Key_Down)
    assert dialog.beginnings.names()[:2] == ("Programme and governance", "Legal and delegation")
    keys.press(Qt.Key.Key_Tab)
    keys.write_over("Legal\r\rPeople\rLegal")
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: tmp_path / "plan.xml")
    press_button(dialog, "Bring in a plan…")
    assert "plan.xml" in words_on(dialog)
    assert audit.rich(dialog) == audit.nameless(dialog) == audit.cut(dialog) == []
    press_button(dialog, "Start the programme")
    assert dialog.made()[1].workstreams == ("Legal", "People")
    assert dialog.beginnings.plan == tmp_path / "plan.xml"


def test_a_plan_can_be_left_out_again_and_the_first_step_gone_back_to(
    dialog: NewProgramme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(dialog, "One Service", "Ashmere", "Tolland")
    press_button(dialog, "Workstreams…")
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: tmp_path / "plan.xml")
    press_button(dialog, "Bring in a plan…")
    press_button(dialog, "Begin with none")
    assert dialog.beginnings.plan is None
    press_button(dialog, "Back")
    assert dialog.name.isVisible()
    assert "Begin with none" not in buttons_of(dialog)


def test_the_second_step_waits_until_the_first_is_right(dialog: NewProgramme) -> None:
    press_button(dialog, "Workstreams…")
    assert dialog.name.trouble() == "Give the programme a name."
    assert not dialog.beginnings.isVisible()


def test_nothing_at_all_is_told_beneath_the_fields(dialog: NewProgramme) -> None:
    press_button(dialog, "Start the programme")
    assert dialog.isVisible()
    assert dialog.name.trouble() == "Give the programme a name."
    assert dialog.name.field().hasFocus()
    assert dialog.partners[0].trouble() == "A partnership has two partners or more. Name at least two."
    fill(dialog, "One Service", "Ashmere")
    press_button(dialog, "Start the programme")
    assert dialog.name.trouble() == dialog.partners[0].trouble() == ""
    assert dialog.partners[1].trouble().startswith("A partnership has two partners")


def test_two_partners_have_two_names(dialog: NewProgramme) -> None:
    fill(dialog, "One Service", "Ashmere", "ashmere")
    press_button(dialog, "Start the programme")
    assert dialog.partners[1].trouble() == "Two partners have the same name. Give each its own."


def test_day_one_is_not_before_the_start(dialog: NewProgramme) -> None:
    fill(dialog, "One Service", "Ashmere", "Tolland")
    dialog.day_one.field().setFocus()
    keys.write_over("1 nov 2026")
    press_button(dialog, "Start the programme")
    assert dialog.day_one.trouble().startswith("Day 1 is before the start.")


def test_a_day_that_cannot_be_read_stays_and_is_told(dialog: NewProgramme) -> None:
    fill(dialog, "One Service", "Ashmere", "Tolland")
    dialog.start.field().setFocus()
    keys.write_over("soon")
    press_button(dialog, "Start the programme")
    assert dialog.isVisible()
    assert "soon" in dialog.start.trouble()


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("taken.sharedprog", "There is already a file called “taken.sharedprog” here."),
        ("nowhere/ours.sharedprog", "There is no folder"),
        ("", "Say where the file goes."),
        ("long" * 80, "No file can have this name."),
    ],
)
def test_a_place_that_will_not_do_is_told(dialog: NewProgramme, tmp_path: Path, place: str, told: str) -> None:
    (tmp_path / "taken.sharedprog").write_bytes(b"years of work")
    fill(dialog, "One Service", "Ashmere", "Tolland")
    dialog.place.field().setFocus()
    keys.write_over(str(tmp_path / place) if place else "x")
    if not place:
        keys.press(Qt.Key.Key_Backspace)
    press_button(dialog, "Start the programme")
    assert dialog.isVisible()
    assert dialog.place.trouble().startswith(told)


def test_the_place_follows_the_name_until_the_person_chooses_one(
    dialog: NewProgramme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(dialog, "Councils: one / two?")
    assert dialog.place.value() == str(tmp_path / "Councils one two.sharedprog")
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save", lambda *_, **__: tmp_path / "mine")
    press_button(dialog, "Choose…")
    fill(dialog, "Another name")
    assert dialog.place.value() == str(tmp_path / "mine.sharedprog")


def test_tab_goes_from_the_name_through_every_partner_to_the_dates(dialog: NewProgramme) -> None:
    press_button(dialog, "Add a partner")
    dialog.name.setFocus()
    for words in ("One Service", "Ashmere", "Tolland", "Police"):
        keys.write(words)
        keys.press(Qt.Key.Key_Tab)
    assert [line.value() for line in dialog.partners] == ["Ashmere", "Tolland", "Police"]
    keys.press(Qt.Key.Key_Tab)
    assert dialog.start.field().hasFocus()


def test_escape_asks_before_it_drops_what_was_typed(dialog: NewProgramme, qtbot: QtBot) -> None:
    fill(dialog, "One Service")
    answering(Question, lambda question: press_button(question, "Stay"))
    keys.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    answering(Question, lambda question: press_button(question, "Leave it"))
    keys.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_there_is_room_for_eight_partners(dialog: NewProgramme) -> None:
    while len(dialog.partners) < MOST_PARTNERS:
        press_button(dialog, "Add a partner")
    assert "Add a partner" not in buttons_of(dialog)
    assert audit.rich(dialog) == []
    assert audit.nameless(dialog) == []
    assert audit.cut(dialog) == []

"""Filling in bank holidays from the window."""

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.bank_holidays import BankHolidaysPage, FillBankHolidays
from tests.windows import answering, press_button


def shown_page(frame: Frame) -> BankHolidaysPage:
    page = frame.go("bank_holidays")
    assert isinstance(page, BankHolidaysPage)
    return page


def count(frame: Frame, division: str) -> int:
    rows = frame.session.programme.rows(BANK_HOLIDAYS)
    return sum(row.division == division for row in rows)


def test_the_days_of_a_nation_are_filled_in_and_taken_back_at_once(qtbot: QtBot, frame: Frame) -> None:
    page = shown_page(frame)

    def choose(dialog: FillBankHolidays) -> None:
        dialog.division.setCurrentText("Scotland")
        dialog.first.setValue(2027)
        dialog.last.setValue(2028)
        press_button(dialog, "Fill in")

    answering(FillBankHolidays, choose)
    with qtbot.waitSignal(page.said) as said:
        press_button(page, "Fill in…")

    assert said.args == ["Fill in the bank holidays of Scotland, 2027 to 2028."]
    assert count(frame, "scotland") > 12
    frame.session.document.undo()
    assert count(frame, "scotland") == 0


def test_years_the_wrong_way_round_are_refused_and_change_nothing(qtbot: QtBot, frame: Frame) -> None:
    page = shown_page(frame)
    before = frame.session.programme

    with qtbot.waitSignal(page.refused) as refused:
        page.fill_in("scotland", range(2028, 2027))

    assert refused.args is not None
    assert "the first before the last" in refused.args[0]
    assert frame.session.programme is before


def test_leaving_the_question_changes_nothing(frame: Frame) -> None:
    page = shown_page(frame)
    before = frame.session.programme
    answering(FillBankHolidays, QDialog.reject)
    press_button(page, "Fill in…")
    assert frame.session.programme is before

"""Keeping baselines in the window, and what has slipped since."""

from unittest.mock import Mock

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.baselines import BASELINES
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.baselines import BaselinesPage
from sharedprog.ui.screens.keep_baseline import KeepBaseline
from sharedprog.usecases import baselining
from sharedprog.usecases.editing import change
from tests.windows import answering, press_button, words_on


@pytest.fixture
def page(frame: Frame) -> BaselinesPage:
    """The page of a plan of one task."""
    document = frame.session.document
    document.add(TASKS, title="Merge", duration=5 * 480, constraint="snet", constraint_day=document.today)
    shown = frame.go("baselines")
    assert isinstance(shown, BaselinesPage)
    return shown


def keep(page: BaselinesPage, name: str, *, in_force: bool = True) -> None:
    def fill(dialog: KeepBaseline) -> None:
        dialog.name.setText(name)
        dialog.in_force.setChecked(in_force)
        press_button(dialog, "Keep a baseline")

    answering(KeepBaseline, fill)
    press_button(page, "Keep a baseline…")


def test_a_baseline_is_kept_and_says_what_has_slipped_since(page: BaselinesPage, qtbot: QtBot) -> None:
    keep(page, "Board 2")
    document = page.session.document
    (row,) = document.rows(BASELINES)
    (task,) = document.rows(TASKS)
    page.go_to(row.id)
    assert "In force: slips are counted from it." in words_on(page)

    change(document, TASKS, task.id, "duration", 8 * 480)

    assert "Now 1 task later than it says, none sooner." in words_on(page)
    assert document.undo() is not None
    assert document.undo() is not None
    assert document.rows(BASELINES) == ()
    assert document.rows(TASKS)[0].baseline_finish is None


def test_behind_another_page_nothing_is_compared_until_it_is_shown_again(
    page: BaselinesPage, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(page, "Board 2")
    document = page.session.document
    (task,) = document.rows(TASKS)
    compared = Mock(wraps=baselining.compared)
    monkeypatch.setattr(baselining, "compared", compared)
    frame.go("risks")
    change(document, TASKS, task.id, "duration", 8 * 480)
    compared.assert_not_called()
    frame.go("baselines")
    compared.assert_called_once()
    assert "Now 1 task later than it says, none sooner." in words_on(page)


def test_one_that_was_kept_aside_is_put_in_force(page: BaselinesPage, qtbot: QtBot) -> None:
    keep(page, "Aside", in_force=False)
    (row,) = page.session.document.rows(BASELINES)
    page.go_to(row.id)

    with qtbot.waitSignal(page.said) as said:
        press_button(page, "Put in force")

    assert said.args == ["Put baseline Aside in force."]
    assert page.session.programme.settings.baseline == row.id


def test_one_without_a_name_is_refused_and_leaving_the_question_changes_nothing(
    page: BaselinesPage, qtbot: QtBot
) -> None:
    before = page.session.programme
    with qtbot.waitSignal(page.refused) as refused:
        keep(page, "  ")
    assert refused.args is not None
    assert "has no name" in refused.args[0]
    answering(KeepBaseline, QDialog.reject)
    press_button(page, "Keep a baseline…")
    assert page.session.programme is before

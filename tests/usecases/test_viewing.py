"""The view that screens look at: made anew when something changed, and no oftener."""

from datetime import timedelta

from sharedprog.domain.registers.risks import RISKS
from sharedprog.usecases import boards
from sharedprog.usecases.document import Document
from sharedprog.usecases.viewing import Viewing
from tests.builders import Clock


def test_it_is_the_same_until_something_changes(document: Document) -> None:
    viewing = Viewing(document)
    view = viewing.view
    assert viewing.view is view
    document.add(RISKS, title="Payroll")
    assert viewing.view is not view
    assert len(viewing.view.programme.rows(RISKS)) == 1


def test_a_board_that_was_held_or_taken_back_is_seen(document: Document) -> None:
    viewing = Viewing(document)
    [board] = boards.propose(document)
    assert not viewing.view.past
    boards.hold(document, board)
    assert [past.id for past in viewing.view.past] == [board]
    results = viewing.view.past[0].results
    document.add(RISKS, title="Payroll")
    assert viewing.view.past[0].results is results
    document.undo()
    document.undo()
    assert not viewing.view.past


def test_a_new_day_makes_a_new_view(document: Document) -> None:
    clock = Clock()
    document.clock = clock
    viewing = Viewing(document)
    today = viewing.view.as_at
    assert not viewing.day_passed()
    clock.now += timedelta(days=1)
    assert viewing.day_passed()
    assert viewing.view.as_at == today + timedelta(days=1)
    assert not viewing.day_passed()

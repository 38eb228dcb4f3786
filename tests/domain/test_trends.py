from datetime import date

from sharedprog.domain.computing import compute
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.results import KeptResults, PastBoard
from sharedprog.domain.trends import bands, boards_shown, declared_letters, score_history
from sharedprog.domain.view import View
from tests.builders import Made

DAYS = (date(2026, 11, 5), date(2026, 11, 19))


class Told(Made):
    """A picture with two boards behind it, between which things changed."""

    def __init__(self) -> None:
        super().__init__()
        self.past: tuple[PastBoard, ...] = ()
        self.it = self.add(WORKSTREAMS, title="IT", rag="green")
        self.risk = self.add(RISKS, title="r", likelihood=3, impact=4)
        self._hold(12)
        self.new = self.add(RISKS, title="new")
        self.money = self.add(WORKSTREAMS, title="Money", rag=None)
        self._hold(13)
        self.board = self.add(BOARD_MEETINGS, number=14)
        self.view = View(self.programme, date(2026, 11, 30), self.past)
        self.now = compute(self.view, self.board)

    def _hold(self, number: int) -> None:
        results = compute(View(self.programme, DAYS[number - 12], self.past))
        self.past += (PastBoard(f"b{number}", number, DAYS[number - 12], "", KeptResults(results.to_bytes)),)


def test_the_boards_of_a_trend_are_named_with_this_one_last() -> None:
    told = Told()
    assert boards_shown(told.view, told.board, 6) == "Boards 12–14"
    assert boards_shown(told.view, told.board, 2) == "Boards 13–14"
    assert boards_shown(View(told.programme, told.view.as_at), told.board, 6) == "Board 14"


def test_letters_and_scores_have_a_dash_where_a_board_knew_nothing() -> None:
    told = Told()
    assert declared_letters(told.view, told.now, told.it.id, 6) == ("G", "G", "G")
    assert declared_letters(told.view, told.now, told.money.id, 6) == ("–", "–", "–")
    assert score_history(told.view, told.risk, 4) == ("12", "12", "12")
    assert score_history(told.view, told.new, 4) == ("–", "–", "–")


def test_only_the_last_boards_are_shown() -> None:
    told = Told()
    assert [each.board for each in bands(told.view, told.now, told.board, 2)] == [13, 14]
    assert [each.board for each in bands(told.view, told.now, told.board, 8)] == [12, 13, 14]

"""What the status bar says of the board to come."""

from datetime import date

import pytest

from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.ui.next_board import next_board_words
from tests.builders import Made


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 26), "papers close in 2 working days"),
        (date(2026, 11, 27), "papers close in 1 working day"),
        (date(2026, 11, 30), "papers close today"),
        (date(2026, 12, 1), "papers closed on Mon 30 Nov 2026"),
        (date(2026, 12, 4), "not yet marked as held"),
    ],
)
def test_it_counts_the_working_days_until_the_papers_close(today: date, words: str) -> None:
    made = Made()
    made.add(PROGRAMME, title="One Service")
    made.add(BOARD_MEETINGS, number=8, day=date(2026, 12, 3))
    assert next_board_words(made.programme, today) == ("Thu 3 Dec 2026", words)


def test_without_a_board_to_come_it_says_nothing() -> None:
    made = Made()
    made.add(PROGRAMME, title="One Service")
    made.add(BOARD_MEETINGS, number=8, day=date(2026, 12, 3), held=True)
    made.add(BOARD_MEETINGS, number=9)
    assert next_board_words(made.programme, date(2026, 12, 4)) == ("", "")

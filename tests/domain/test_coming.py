from datetime import date

from sharedprog.domain.coming import coming_boards, coming_days
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.view import View
from tests.builders import Made

TODAY = date(2026, 11, 30)


def test_boards_of_the_register_come_first_then_proposed_ones_that_avoid_bank_holidays() -> None:
    made = Made()
    made.add(PROGRAMME, title="P", cadence=14, papers=3)
    made.add(BANK_HOLIDAYS, title="Boxing Day", day=date(2026, 12, 29))
    board = made.add(BOARD_MEETINGS, number=14, day=date(2026, 12, 1))
    made.add(BOARD_MEETINGS, number=15, day=date(2026, 12, 15), place="Library")
    made.add(BOARD_MEETINGS, number=13, day=date(2026, 11, 17), held=True)
    found = coming_boards(made.programme, board, 3)
    assert [(each.number, each.day, each.agreed) for each in found] == [
        (15, date(2026, 12, 15), True),
        (16, date(2026, 12, 30), False),
        (17, date(2027, 1, 12), False),
    ]
    assert found[0].deadlines["Papers issued"] == date(2026, 12, 10)


def test_a_board_without_a_day_has_none_after_it() -> None:
    made = Made()
    assert coming_boards(made.programme, made.add(BOARD_MEETINGS, number=14), 6) == ()


def test_milestones_and_ratifications_in_the_time_come_by_day() -> None:
    made = Made()
    made.add(PROGRAMME, title="P", start=date(2026, 11, 2))
    for title, day, done in (
        ("soon", date(2026, 12, 4), 0),
        ("reached", date(2026, 12, 5), 100),
        ("too late", date(2027, 6, 1), 0),
    ):
        made.add(TASKS, title=title, milestone=True, duration=0, mode="placed", placed_start=day, placed_finish=day,
                 percent_complete=done)  # fmt: skip
    decision = made.add(DECISIONS, title="Port", status="taken")
    made.add(RATIFICATIONS, parent=decision.id, body="Cabinet", notice=date(2026, 12, 1), day=date(2026, 12, 30))
    made.add(RATIFICATIONS, parent=decision.id, day=date(2026, 12, 2), outcome="ratified")
    refused = made.add(DECISIONS, title="No", status="refused")
    made.add(RATIFICATIONS, parent=refused.id, day=date(2026, 12, 2))
    found = coming_days(View(made.programme, TODAY), date(2026, 12, 31))
    assert [(each.day, each.kind, each.title, each.who) for each in found] == [
        (date(2026, 12, 1), "notice", "Port", "Cabinet"),
        (date(2026, 12, 4), "milestone", "soon", ""),
        (date(2026, 12, 30), "ratification", "Port", "Cabinet"),
    ]

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.ratifying import awaited, earliest_meeting, latest_notice, required
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from tests.builders import Made


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_between_notice_and_meeting_lie_28_whole_days(meets: date) -> None:
    notice = latest_notice(meets)
    assert (meets - notice - timedelta(days=1)).days == 28
    assert earliest_meeting(notice) == meets


def test_a_board_is_asked_for_its_own_decisions_and_those_left_open_before() -> None:
    made = Made()
    earlier = made.add(BOARD_MEETINGS, number=13, day=date(2026, 11, 19))
    board = made.add(BOARD_MEETINGS, number=14, day=date(2026, 12, 3))
    later = made.add(BOARD_MEETINGS, number=15, day=date(2026, 12, 17))
    for title, asked in (("left", earlier.id), ("own", board.id), ("later", later.id), ("no board", None)):
        made.add(DECISIONS, title=title, board=asked)
    made.add(DECISIONS, title="taken", board=board.id, status="taken")
    assert [each.title for each in required(made.programme, board)] == ["left", "own", "no board"]


def test_what_partners_have_still_to_ratify_comes_by_the_day_of_their_meeting() -> None:
    made = Made()
    taken = made.add(DECISIONS, title="taken", status="taken")
    open_ = made.add(DECISIONS, title="open")
    for parent, day, outcome in (
        (taken.id, None, "awaited"),
        (taken.id, date(2026, 12, 9), None),
        (taken.id, date(2026, 12, 1), "ratified"),
        (open_.id, date(2026, 12, 2), "awaited"),
    ):
        made.add(RATIFICATIONS, parent=parent, day=day, outcome=outcome)
    assert [way.day for _decision, way in awaited(made.programme)] == [date(2026, 12, 9), None]

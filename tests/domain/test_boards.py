"""The board cycle: which board is next, when it meets, when its papers are due."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain import boards
from sharedprog.domain.fields import Value
from sharedprog.domain.plan.calendar import calendar_of
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.board_meetings import ATTENDANCES, BOARD_MEETINGS, FORTNIGHT_LINES, BoardMeeting
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.programme import PROGRAMME
from tests.builders import NOON, Made

THURSDAY = date(2026, 12, 3)
FORTNIGHT = timedelta(days=14)


def board(made: Made, number: int, day: date | None = None, **more: Any) -> BoardMeeting:  # noqa: ANN401 - any cell
    return made.add(BOARD_MEETINGS, number=number, day=day, **more)


def test_the_next_board_is_the_first_to_come_else_the_first_not_held() -> None:
    made = Made()
    assert boards.next_board(made.programme, THURSDAY) is None
    board(made, 6, THURSDAY - FORTNIGHT, held=True)
    missed = board(made, 7, THURSDAY - timedelta(days=1))
    assert boards.next_board(made.programme, THURSDAY) == missed
    coming = board(made, 8, THURSDAY)
    board(made, 9, THURSDAY + FORTNIGHT)
    assert boards.next_board(made.programme, THURSDAY) == coming


def test_boards_stand_by_day_and_those_without_one_last() -> None:
    made = Made()
    for number, day in ((3, None), (2, THURSDAY), (1, THURSDAY - FORTNIGHT)):
        board(made, number, day)
    assert [each.number for each in boards.in_order(made.programme)] == [1, 2, 3]
    assert boards.numbered(made.programme, 2) is not None
    assert boards.numbered(made.programme, 4) is None


def test_the_board_before_is_the_last_one_held_on_an_earlier_day() -> None:
    made = Made()
    first = board(made, 1, THURSDAY - 2 * FORTNIGHT, held=True)
    second = board(made, 2, THURSDAY - FORTNIGHT, held=True)
    board(made, 3, THURSDAY - timedelta(days=1))
    fourth = board(made, 4, THURSDAY)
    unplanned = board(made, 5)
    assert boards.before(made.programme, fourth) == second
    assert boards.before(made.programme, second) == first
    assert boards.before(made.programme, first) is None
    assert boards.held_before(made.programme, unplanned) == (first, second)


@given(
    st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    st.integers(1, 60),
    st.lists(st.dates(date(2026, 1, 1), date(2034, 1, 1)), max_size=60),
    st.integers(0, 12),
)
def test_boards_are_never_proposed_for_a_day_on_which_nobody_works(
    after: date, cadence: int, holidays: list[date], count: int
) -> None:
    made = Made()
    made.add(PROGRAMME, title="One Service", cadence=cadence)
    for day in holidays:
        made.add(BANK_HOLIDAYS, day=day)
    days = boards.proposed_days(made.programme, after, count)
    assert len(days) == count
    assert all(day.weekday() < 5 and day not in holidays for day in days)
    assert all(one < other for one, other in zip((after, *days), days, strict=False))


def test_a_board_moved_by_a_bank_holiday_does_not_move_those_after_it() -> None:
    made = Made()
    made.add(PROGRAMME, title="One Service", cadence=14)
    made.add(BANK_HOLIDAYS, day=date(2026, 12, 25), title="Christmas Day")
    made.add(BANK_HOLIDAYS, day=date(2026, 12, 28), title="Boxing Day (substitute)")
    friday, moved, third = date(2026, 12, 11), date(2026, 12, 29), date(2027, 1, 8)
    assert boards.proposed_days(made.programme, friday, 2) == (moved, third)
    board(made, 1, friday)
    board(made, 2, moved)
    assert boards.proposed_days(made.programme, moved, 1) == (third,)


def test_a_board_that_people_moved_sets_the_rhythm_anew() -> None:
    made = Made()
    board(made, 1, THURSDAY)
    board(made, 2, THURSDAY + timedelta(days=12))
    assert boards.proposed_days(made.programme, THURSDAY + timedelta(days=12), 1) == (date(2026, 12, 29),)


def test_the_fortnights_steps_are_working_days_before_the_board() -> None:
    made = Made()
    made.add(PROGRAMME, title="One Service", papers=3)
    steps = {step.words: step.day for step in boards.deadlines(made.programme, THURSDAY)}
    assert steps["Papers issued"] == date(2026, 11, 30)
    assert steps["Call for updates"] == date(2026, 11, 23)
    assert list(steps.values()) == sorted(steps.values())
    made.add(BANK_HOLIDAYS, day=date(2026, 12, 1))
    assert {s.words: s.day for s in boards.deadlines(made.programme, THURSDAY)}["Papers issued"] == date(2026, 11, 27)


def test_papers_issued_early_leave_no_later_step() -> None:
    made = Made()
    made.add(PROGRAMME, title="One Service", papers=6)
    assert [step.words for step in boards.deadlines(made.programme, THURSDAY)] == ["Call for updates", "Papers issued"]


def test_working_days_until_a_board() -> None:
    calendar = calendar_of(Made().programme)
    assert boards.working_days_until(calendar, date(2026, 11, 30), THURSDAY) == 3
    assert boards.working_days_until(calendar, THURSDAY, date(2026, 11, 30)) == -3


@pytest.mark.parametrize(
    ("packs", "version"),
    [
        ([], None),
        ([("1.0", "draft", 1)], None),
        ([("1.0", "final", 1), ("1.1", "draft", 2)], "1.0"),
        ([("1.1", "final", 2), ("1.0", "final", 1)], "1.1"),
    ],
)
def test_the_final_pack_of_a_board_is_the_one_made_last(packs: list[tuple[str, str, int]], version: str | None) -> None:
    made = Made()
    wanted, other = board(made, 8), board(made, 9)
    for number, state, hours in packs:
        at: Value = NOON + timedelta(hours=hours)
        made.add(PACKS, board=wanted.id, version=number, state=state, made=at)
    made.add(PACKS, board=other.id, version="2.0", state="final", made=NOON)
    found = boards.final_pack(made.programme, wanted)
    assert (found.version if found is not None else None) == version
    assert len(boards.packs_of(made.programme, wanted)) == len(packs)


def test_members_stand_by_partner_and_the_chair_is_marked() -> None:
    made = Made()
    tolland = made.add(PARTNERS, title="Tolland Council", short_name="Tolland")
    chair = made.add(PEOPLE, title="Managing director", partner=tolland.id)
    guest = made.add(PEOPLE, title="Auditor")
    meeting = board(made, 8, chair=chair.id)
    for person, capacity in ((chair, "member"), (guest, "member"), (guest, "attending")):
        made.add(ATTENDANCES, parent=meeting.id, person=person.id, capacity=capacity)
    made.add(ATTENDANCES, parent=meeting.id, person="f" * 32)
    assert boards.members_by_partner(made.programme, meeting, "member") == {
        "Tolland": ["Managing director (chair)"],
        "": ["Auditor"],
    }
    assert boards.members_by_partner(made.programme, meeting, "attending") == {"": ["Auditor"]}


def test_lines_of_the_highlight_report_by_kind() -> None:
    made = Made()
    meeting = board(made, 8)
    for kind, title in (("next", "Go live"), ("done", "Merged"), ("done", "Tested")):
        made.add(FORTNIGHT_LINES, parent=meeting.id, kind=kind, title=title)
    assert boards.lines(made.programme, meeting, "done") == ("Merged", "Tested")


def test_before_the_first_year_there_are_no_steps() -> None:
    assert boards.deadlines(Made().programme, date(1, 1, 5)) == ()

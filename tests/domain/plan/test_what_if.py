"""What a change would do to the plan, before it is made."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.plan.trying import AddLag, Change, Close, Lengthen, Slip, tried
from sharedprog.domain.plan.what_if import Outcome, outcome
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.calendars import CALENDAR_EXCEPTIONS, Calendar
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from tests.domain.plan.any_plan import networks
from tests.domain.plan.plans import TODAY, day, link, milestone, plan, task

BOARDS = [
    BoardMeeting(id="b6", exists=True, number=6, day=day("10 Dec")),
    BoardMeeting(id="b7", exists=True, number=7, day=day("17 Dec")),
]
WORK = plan(
    task("Merge", 5),
    task("Mail", 2),
    milestone("Live", deadline=day("9 Dec")),
    task("Staff move", 3),
    link("Merge", "Mail"),
    link("Mail", "Live"),
    day_one=day("11 Dec"),
    others={"board_meetings": [*BOARDS]},
)
"""Merge to Fri 4 Dec, Mail and Live to Tue 8 Dec; Staff move to Wed 2 Dec, with four days to spare."""


def what_if(programme: Programme, change: Change) -> Outcome:
    return outcome(programme, TODAY, tried(programme, TODAY, change))


def test_a_slip_says_what_moves_and_the_new_finish() -> None:
    found = what_if(WORK, Slip("Mail", 2))

    assert found.tried.title == "What if: slip 2 Mail by 2 days"
    assert [(each.name, each.days) for each in found.moved] == [("Mail", 2), ("Live", 2)]
    assert (found.moved[0].start_before, found.moved[0].start) == (datetime(2026, 12, 7, 8), datetime(2026, 12, 9, 8))
    assert (found.days, found.headline) == (
        2,
        "The plan finishes on Thu 10 Dec 2026, 2 working days later than Tue 8 Dec 2026.",
    )
    assert found.critical_no_more == ("Merge",)


def test_dates_that_are_missed_are_told_once_each() -> None:
    slightly, far = what_if(WORK, Slip("Merge", 2)), what_if(WORK, Slip("Merge", 4))

    assert [each.sentence() for each in slightly.missed] == [
        "3 Live misses its deadline of Wed 9 Dec 2026 by 1 working day."
    ]
    assert [each.sentence() for each in far.missed] == [
        "3 Live misses Day 1 on Fri 11 Dec 2026 by 1 working day.",
        "3 Live misses board 6 on Thu 10 Dec 2026 by 2 working days.",
        "3 Live misses its deadline of Wed 9 Dec 2026 by 3 working days.",
    ]


def test_a_slip_within_its_room_moves_only_itself_and_can_become_critical() -> None:
    found = what_if(WORK, Slip("Staff move", 4))

    assert [each.name for each in found.moved] == ["Staff move"]
    assert found.critical_now == ("Staff move",)
    assert (found.missed, found.headline) == ((), "The plan still finishes on Tue 8 Dec 2026.")


def test_a_fixed_day_that_cannot_be_kept_is_missed_although_it_does_not_move() -> None:
    programme = plan(
        task("Merge", 5), milestone("Day 1", constraint="mso", constraint_day=day("9 Dec")), link("Merge", "Day 1")
    )

    found = what_if(programme, Lengthen("Merge", 9 * 480))

    assert found.tried.title == "What if: 1 Merge takes 9 days"
    assert [each.sentence() for each in found.missed] == [
        "2 Day 1 cannot keep its fixed date of Wed 9 Dec 2026 by 2 working days."
    ]


def test_lag_is_added_to_what_a_link_has() -> None:
    programme = plan(task("A", 1), task("B", 1), link("A", "B", 1))

    found = what_if(programme, AddLag("A>B FS", 10))

    assert found.tried.title == "What if: 10 days more between 1 A and 2 B"
    assert found.days == 10


def test_a_week_lost_to_a_holiday_moves_all_that_comes_after_it() -> None:
    found = what_if(WORK, Close(day("1 Dec"), day("7 Dec"), "Flood"))

    assert found.tried.title == "What if: closed from Tue 1 Dec 2026 to Mon 7 Dec 2026"
    assert {each.name for each in found.moved} == {"Merge", "Mail", "Live", "Staff move"}
    assert found.days == 5


def test_working_times_of_some_can_be_closed_alone() -> None:
    own = Calendar(id="c", exists=True, title="Amber", monday="09:00-17:00", tuesday="09:00-17:00")
    programme = plan(task("A", 1, calendar="c"), task("B", 1), others={"calendars": [own]})

    found = what_if(programme, Close(day("30 Nov"), day("30 Nov"), calendar="c"))

    assert [each.name for each in found.moved] == ["A"]
    after = programme.apply(found.tried.edits)
    assert [row.title for row in after.children(CALENDAR_EXCEPTIONS, "c")] == ["Closed"]


def test_a_slip_keeps_the_time_of_day() -> None:
    programme = plan(task("A", 0.5), task("B", 1), link("A", "B"))

    found = what_if(programme, Slip("B", 1))

    assert found.moved[0].start == datetime(2026, 12, 1, 13)


def test_a_summary_slips_with_what_is_beneath_it() -> None:
    programme = plan(task("S"), task("A", 2, parent="S"), task("B", 9))

    found = what_if(programme, Slip("S", 3))

    assert [(each.name, each.days) for each in found.moved] == [("A", 3)]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (Slip("Merge", 1), "1 Merge has begun, so it cannot start later. Try how much longer it takes."),
        (Slip("Mail", 1), "2 Mail has finished, so it cannot start later."),
        (Slip("gone", 1), "This task is not there any more."),
        (AddLag("gone", 1), "This link is not there any more."),
        (Close(day("3 Dec"), day("1 Dec")), "Give the first before the last."),
        (Close(date(2026, 1, 1), date(2028, 1, 1)), "more than a year"),
        (Close(day("1 Dec"), day("3 Dec"), calendar="gone"), "These working times are not there any more."),
    ],
)
def test_what_cannot_be_tried_says_why(change: Change, sentence: str) -> None:
    programme = plan(
        task("Merge", 5, actual_start=day("2 Nov")),
        task("Mail", 1, actual_start=day("2 Nov"), actual_finish=day("2 Nov")),
    )

    with pytest.raises(Trouble, match=sentence):
        tried(programme, TODAY, change)


@given(networks(), st.integers(1, 10))
def test_what_is_told_is_what_happens(made: tuple[list, list], days: int) -> None:  # type: ignore[type-arg]
    programme = plan(*[replace(each) for each in made[0]], *made[1])
    found = what_if(programme, Slip("T0", days))
    before, now = schedule(programme, TODAY), schedule(programme.apply(found.tried.edits), TODAY)
    ids = [row.id for row in programme.rows(TASKS)]

    assert {each.task_id for each in found.moved} == {
        each
        for each in ids
        if (before.dates[each].start_at, before.dates[each].finish_at)
        != (now.dates[each].start_at, now.dates[each].finish_at)
    }
    assert set(found.critical_now) == {e for e in ids if now.dates[e].critical and not before.dates[e].critical}
    assert (found.finish_before, found.finish) == (before.finish_at, now.finish_at)

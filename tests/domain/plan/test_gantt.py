"""The geometry of the Gantt chart: days across, rows down."""

from datetime import date

import pytest
from hypothesis import given

from sharedprog.domain.plan.gantt import Gantt, gantt
from sharedprog.domain.plan.gantt_rows import BAR, Bar
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BoardMeeting
from tests.domain.plan.any_plan import any_plan
from tests.domain.plan.plans import MONDAY, TODAY, day, link, milestone, plan, task

PLAN = plan(
    task("Joint working"),
    task(
        "Merge",
        5,
        parent="Joint working",
        percent_complete=40,
        baseline_start=day("26 Nov"),
        baseline_finish=day("2 Dec"),
    ),
    milestone("Merged", parent="Joint working", baseline_finish=day("2 Dec")),
    task("Mail", 10),
    milestone("Day 1", constraint="mso", constraint_day=day("2027-01-12")),
    task("Unplaced", mode="placed"),
    link("Merge", "Merged"),
    link("Merged", "Mail"),
    link("Mail", "Day 1"),
    day_one=day("2027-01-12"),
    others={
        "board_meetings": [
            BoardMeeting(id="b13", exists=True, number=13, day=day("19 Nov"), held=True),
            BoardMeeting(id="b14", exists=True, number=14, day=day("3 Dec")),
            BoardMeeting(id="b99", exists=True, number=99, day=day("2027-09-01")),
            BoardMeeting(id="b", exists=True),
        ]
    },
)


def chart(
    programme: Programme = PLAN, first: date | None = None, last: date | None = None, tasks: list[str] | None = None
) -> Gantt:
    return gantt(programme, schedule(programme, TODAY), TODAY, first=first, last=last, tasks=tasks)


def bar(made: Gantt, name: str) -> Bar | None:
    return next(row.bar for row in made.rows if row.task_id == name)


def test_it_spans_whole_months_and_has_a_row_for_every_task() -> None:
    made = chart()

    assert (made.first, made.last, made.days) == (day("1 Nov"), day("2027-01-31"), 92)
    assert [(row.index, row.wbs, row.title) for row in made.rows] == [
        (0, "1", "Joint working"),
        (1, "1.1", "Merge"),
        (2, "1.2", "Merged"),
        (3, "2", "Mail"),
        (4, "3", "Day 1"),
        (5, "4", "Unplaced"),
    ]


def test_a_bar_covers_its_days_and_is_done_so_far() -> None:
    made = chart()

    assert bar(made, "Merge") == Bar(29.0, 34.0, 31.0)  # Mon 30 Nov to Fri 4 Dec
    assert made.rows[1].baseline == Bar(25.0, 32.0, 25.0)
    assert bar(made, "Unplaced") is None


def test_a_milestone_stands_where_its_predecessor_ends_or_where_its_day_begins() -> None:
    made = chart()

    assert bar(made, "Merged") == Bar(34.0, 34.0, 34.0)
    assert bar(made, "Day 1") == Bar(72.0, 72.0, 72.0)
    assert [row.title for row in made.rows if row.milestone] == ["Merged", "Day 1"]


def test_a_summary_covers_what_is_beneath_it_and_has_no_baseline() -> None:
    summary = chart().rows[0]

    assert (summary.bar, summary.baseline) == (Bar(29.0, 34.0, 31.0), None)
    assert summary.summary
    assert summary.percent == 40


def test_a_window_cuts_bars_and_leaves_out_what_is_outside() -> None:
    made = chart(first=day("2 Dec"), last=day("10 Dec"))

    assert bar(made, "Merge") == Bar(0.0, 3.0, 0.0, cut_left=True)
    assert bar(made, "Mail") == Bar(5.0, 9.0, 5.0, cut_right=True)
    assert bar(made, "Day 1") is None
    assert [(each.from_row, each.to_row) for each in made.links] == [(1, 2), (2, 3)]


def test_chosen_tasks_keep_the_order_of_the_outline() -> None:
    made = chart(tasks=["Day 1", "Merge", "Mail"])

    assert [(row.index, row.title) for row in made.rows] == [(0, "Merge"), (1, "Mail"), (2, "Day 1")]
    assert [(each.from_row, each.to_row) for each in made.links] == [(1, 2)]


def test_months_weeks_and_rest_days_fill_the_scale() -> None:
    made = chart()

    assert [(tick.label, tick.x0, tick.x1) for tick in made.months] == [
        ("Nov 2026", 0, 30),
        ("Dec 2026", 30, 61),
        ("Jan 2027", 61, 92),
    ]
    assert (made.weeks[0].label, made.weeks[0].x0) == ("2 Nov", 1.0)
    assert made.resting[0] == (0.0, 1.0)  # Sun 1 Nov
    assert (54.0, 58.0) in made.resting  # Fri 25 to Mon 28 Dec
    assert made.x(MONDAY) == 29.0


def test_lines_stand_at_today_the_boards_and_day_1() -> None:
    lines = [(line.kind, line.label, line.x) for line in chart().lines]

    assert lines == [
        ("held", "board 13", 18.0),
        ("today", "today", 21.0),
        ("board", "board 14", 32.0),
        ("day_one", "Day 1", 72.0),
    ]


def test_a_line_comes_down_on_the_bar_that_waits() -> None:
    made = chart()

    assert made.links[0].points == ((34.0, 1.48), (34.0, 2 + BAR[0]))
    assert made.links[1].points == ((34.0, 2.48), (36.4, 2.48), (36.4, 3 + BAR[0]))
    assert made.links[0].kind == "FS"


@pytest.mark.parametrize(
    ("kind", "points"),
    [
        ("FS", ((34.0, 0.48), (34.6, 0.48), (34.6, 1.0), (28.4, 1.0), (28.4, 1.48), (29.0, 1.48))),
        ("SS", ((29.0, 0.48), (28.4, 0.48), (28.4, 1.48), (29.0, 1.48))),
        ("FF", ((34.0, 0.48), (34.6, 0.48), (34.6, 1.48), (31.0, 1.48))),
        ("SF", ((29.0, 0.48), (28.4, 0.48), (28.4, 1.0), (31.6, 1.0), (31.6, 1.48), (31.0, 1.48))),
    ],
)
def test_a_line_goes_round_a_bar_that_does_not_wait(kind: str, points: tuple[tuple[float, float], ...]) -> None:
    programme = plan(task("A", 5), task("B", 2, mode="placed", placed_start=MONDAY), link("A", "B", kind=kind))

    assert chart(programme).links[0].points == points


def test_a_line_upwards_meets_the_bar_from_below() -> None:
    programme = plan(task("B", 2), task("A", 5), link("A", "B"))

    assert chart(programme).links[0].points[-1] == (36.4, 0 + BAR[1])


def test_a_link_between_critical_tasks_is_critical() -> None:
    programme = plan(task("A", 5), task("B", 5), task("C", 1), link("A", "B"), link("A", "C"))

    assert [each.critical for each in chart(programme).links] == [True, False]


def test_an_empty_plan_shows_this_month() -> None:
    made = chart(plan())

    assert (made.first, made.last, made.rows) == (day("1 Nov"), day("30 Nov"), ())


def test_the_ends_of_time_can_be_shown() -> None:
    programme = plan(
        task("A", mode="placed", placed_start=date(1600, 1, 4), placed_finish=date(2599, 12, 31)), holidays=[]
    )
    made = chart(programme)

    assert (made.first, made.last) == (date(1600, 1, 1), date(2599, 12, 31))
    assert made.months[-1].label == "Dec 2599"
    assert made.months[-1].x1 == made.days
    assert (made.weeks, made.resting) == ((), ())


@given(any_plan())
def test_every_bar_is_on_the_chart_and_rows_are_numbered_through(programme: Programme) -> None:
    made = chart(programme)

    assert [row.index for row in made.rows] == list(range(len(made.rows)))
    for row in made.rows:
        for each in (row.bar, row.baseline):
            assert each is None or 0 <= each.x0 <= each.done <= each.x1 <= made.days
        known = row.finish if row.milestone else row.start or row.finish
        assert (row.bar is None) == (known is None)
    for each_link in made.links:
        assert int(each_link.points[0][1]) == each_link.from_row
        assert int(each_link.points[-1][1]) == each_link.to_row

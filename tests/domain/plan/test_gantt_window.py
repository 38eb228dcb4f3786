"""A window on a Gantt chart shows what the whole chart shows, for the rows and links in it."""

from datetime import date

import pytest

from sharedprog.domain.plan.gantt import gantt
from sharedprog.domain.plan.gantt_baseline import days_in
from sharedprog.domain.plan.gantt_window import AROUND, GanttWindow, day_x, x_day
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.baselines import BaselineDates
from sharedprog.domain.view import View
from tests.domain.plan.plans import TODAY, day, link, milestone, plan, task

SMALL = plan(
    task("Merge", 5, baseline_start=day("26 Nov"), baseline_finish=day("2 Dec")),
    milestone("Merged"),
    task("Mail", 10),
    task("Aside", 2),
    link("Merge", "Merged"),
    link("Merged", "Mail"),
)


def window(programme: Programme, ids: list[str] | None = None, **values: object) -> GanttWindow:
    view = View(programme, TODAY)
    listed = ids if ids is not None else list(view.outline)
    return GanttWindow(view, listed, {each: place for place, each in enumerate(listed)}, **values)  # type: ignore[arg-type]


def test_days_and_places_are_one_another_s_inverse() -> None:
    assert day_x(date.min) == 0
    for each in (date.min, day("3 Dec"), date.max):
        assert x_day(day_x(each)) == x_day(day_x(each) + 0.9) == each
    assert (x_day(-5), x_day(1e9)) == (date.min, date.max)


def test_rows_stand_where_the_whole_chart_has_them() -> None:
    whole = gantt(SMALL, schedule(SMALL, TODAY), TODAY)
    seen = window(SMALL)
    for row in whole.rows:
        ours = seen.row(row.index)
        assert (ours.task_id, ours.wbs, ours.critical, ours.milestone) == (
            row.task_id,
            row.wbs,
            row.critical,
            row.milestone,
        )
        assert ours.bar is not None
        assert row.bar is not None
        assert ours.bar.x0 - day_x(whole.first) == row.bar.x0
        assert ours.bar.x1 - day_x(whole.first) == row.bar.x1


def test_links_are_those_of_the_whole_chart() -> None:
    whole = gantt(SMALL, schedule(SMALL, TODAY), TODAY)
    ours = sorted(window(SMALL).links(0, 3), key=lambda each: each.dependency_id)
    theirs = sorted(whole.links, key=lambda each: each.dependency_id)
    for one, other in zip(ours, theirs, strict=True):
        assert [x - day_x(whole.first) for x, _ in one.points] == pytest.approx([x for x, _ in other.points])
        assert [y for _, y in one.points] == [y for _, y in other.points]


def test_links_that_cross_the_window_show_and_each_only_once() -> None:
    names = [f"T{number}" for number in range(3 * AROUND)]
    far = plan(*(task(name, 1) for name in names), link("T0", names[-1]), link("T5", "T40"), link("T60", "T61"))
    seen = window(far)
    assert [each.dependency_id for each in seen.links(20, 30)] == [f"T0>{names[-1]} FS", "T5>T40 FS"]
    assert sorted(each.dependency_id for each in seen.links(0, 5)) == [f"T0>{names[-1]} FS", "T5>T40 FS"]
    assert sorted(each.dependency_id for each in seen.links(0, len(names))) == sorted(
        [f"T0>{names[-1]} FS", "T5>T40 FS", "T60>T61 FS"]
    )
    assert list(seen.links(100, 110)) == []


def test_a_row_that_is_folded_away_has_no_links() -> None:
    seen = window(SMALL, ["Merge", "Mail", "Aside"])
    assert list(seen.links(0, 2)) == []
    assert seen.row_of("Merged") is None
    assert seen.row(1).title == "Mail"


def test_a_tail_reaches_to_the_end_of_the_latest_day() -> None:
    seen = window(SMALL)
    row, tail = seen.row(3), seen.tail(3)
    latest = schedule(SMALL, TODAY).dates["Aside"].late_finish
    assert row.bar is not None
    assert latest is not None
    assert tail == (row.bar.x1, day_x(latest) + 1)
    assert seen.tail(0) is None, "critical: no room"


def test_a_deadline_stands_at_the_end_of_its_day_and_may_be_missed() -> None:
    late = plan(task("Late", 5, deadline=day("2 Dec")), task("Kept", 5, deadline=day("4 Dec")), task("Free", 1))
    seen = window(late)
    assert [seen.deadline(index) for index in range(3)] == [
        (day_x(day("3 Dec")), True),
        (day_x(day("5 Dec")), False),
        None,
    ]


def test_the_ghosts_are_those_of_the_baseline_asked_for() -> None:
    in_force = window(SMALL).row(0).baseline
    assert in_force is not None
    assert (in_force.x0, in_force.x1) == (day_x(day("26 Nov")), day_x(day("3 Dec")))
    other = window(SMALL, baseline={"Merge": (day("7 Dec"), day("9 Dec"))})
    ghost = other.row(0).baseline
    assert ghost is not None
    assert (ghost.x0, ghost.x1) == (day_x(day("7 Dec")), day_x(day("10 Dec")))
    assert other.row(2).baseline is None
    assert window(SMALL, baseline={}).row(0).baseline is None


def test_the_days_of_a_named_baseline_are_found() -> None:
    said = [
        BaselineDates(id="1", exists=True, parent="Merge", baseline="b", start=day("7 Dec"), finish=day("9 Dec")),
        BaselineDates(id="2", exists=True, parent="Mail", baseline="other", start=day("8 Dec"), finish=day("9 Dec")),
    ]
    with_baselines = plan(task("Merge", 5), task("Mail", 1), others={"baseline_dates": list(said)})
    assert days_in(with_baselines, "b") == {"Merge": (day("7 Dec"), day("9 Dec"))}

"""Keeping the plan's dates, and how far two sets of dates differ."""

from sharedprog.domain.changes import Cell, Edit
from sharedprog.domain.drafting import Draft
from sharedprog.domain.plan.baselines import EARLIER, by_workstream, days_of_baseline, keep, put_in_force, slips
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.baselines import BASELINE_DATES, BASELINES
from sharedprog.domain.view import View
from tests.domain.plan.plans import TODAY, day, link, milestone, plan, task, the


def kept(programme: Programme, title: str, *, in_force: bool = True) -> tuple[Programme, str]:
    draft = Draft(programme)
    made = keep(draft, schedule(programme, TODAY), in_force=in_force, title=title)
    return draft.programme, made


def later(programme: Programme, name: str, days: int) -> Programme:
    before = the(programme, name).duration
    return programme.apply([Edit(Cell("tasks", name, "duration"), before, days * 480)])


PLAN = plan(
    task("Group", workstream="it"),
    task("A", 5, parent="Group", workstream="it"),
    milestone("Live", workstream="it"),
    task("B", 3, workstream="hr"),
    link("A", "Live"),
)


def test_keeping_the_dates_puts_them_in_force_for_every_task() -> None:
    programme, made = kept(PLAN, "Board 2")

    assert the(programme, "A").baseline_finish == day("4 Dec")
    assert the(programme, "A").baseline_duration == 5 * 480
    assert programme.settings.baseline == made
    assert days_of_baseline(programme, made)["B"] == (day("30 Nov"), day("2 Dec"))
    assert len(programme.rows(BASELINE_DATES)) == 4


def test_one_kept_aside_leaves_what_is_in_force() -> None:
    programme, made = kept(PLAN, "What if", in_force=False)

    assert the(programme, "A").baseline_finish is None
    assert programme.settings.baseline is None
    assert days_of_baseline(programme, made)["A"] == (day("30 Nov"), day("4 Dec"))


def test_an_earlier_one_comes_back_into_force_with_its_dates() -> None:
    programme, first = kept(PLAN, "Board 2")
    programme, second = kept(later(programme, "A", 8), "Board 5")
    assert the(programme, "A").baseline_finish == day("9 Dec")
    draft = Draft(programme)
    put_in_force(draft, first)

    back = draft.programme

    assert the(back, "A").baseline_finish == day("4 Dec")
    assert back.settings.baseline == first
    assert days_of_baseline(back, second)["A"][1] == day("9 Dec")


def test_dates_that_nobody_had_kept_are_kept_before_others_are_in_force() -> None:
    imported = plan(task("A", 5, baseline_start=day("23 Nov"), baseline_finish=day("27 Nov")))

    programme, _ = kept(imported, "Board 2")

    (earlier,) = [row for row in programme.rows(BASELINES) if row.title == EARLIER]
    assert days_of_baseline(programme, earlier.id)["A"] == (day("23 Nov"), day("27 Nov"))
    assert the(programme, "A").baseline_finish == day("4 Dec")


def test_a_task_that_came_later_has_no_slip_and_the_others_are_counted_by_workstream() -> None:
    programme, made = kept(PLAN, "Board 2")
    programme = later(later(programme, "A", 8), "B", 2)
    view = View(programme, TODAY)
    now = {task_id: (dates.start, dates.finish) for task_id, dates in view.schedule.dates.items()}
    before = days_of_baseline(programme, made)
    del before["Live"]

    found = slips(view.outline.values(), view.schedule.calendar, before, now)

    assert {slip.title: slip.days for slip in found} == {"Group": 3, "A": 3, "Live": None, "B": -1}
    assert [slip.milestone for slip in found] == [False, False, True, False]
    it, hr = by_workstream(found, view.schedule.calendar)
    assert (it.workstream, it.tasks, it.slipped, it.largest, it.days) == ("it", 2, 1, 3, 3)
    assert (hr.slipped, hr.largest, hr.days) == (0, -1, -1)

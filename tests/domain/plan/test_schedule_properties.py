"""What must hold of every plan, whatever is in it."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sharedprog.domain.changes import Cell, Edit
from sharedprog.domain.plan.axis import at, datetime_of
from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.plan.schedule import loops, schedule
from sharedprog.domain.plan.why import critical_path, why
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS, Dependency, Task
from tests.domain.plan.any_plan import MAYBE_DAY, any_plan, networks
from tests.domain.plan.plans import MONDAY, TODAY, dates, link, plan

Rows = tuple[list[Task], list[Dependency]]


def finish(programme: Programme) -> date:
    found = schedule(programme, TODAY).finish
    assert found is not None
    return found


def everything(programme: Programme) -> dict[str, object]:
    made = schedule(programme, TODAY)
    return {task_id: made.dates[task_id] for task_id in made.dates}


def anew(programme: Programme) -> Programme:
    """The same picture, of which nothing is known yet."""
    return Programme.of_rows({key: list(table.rows.values()) for key, table in programme.tables.items()})


def moment(found: datetime | None) -> int:
    """A moment on the axis of minutes."""
    assert found is not None
    return at(found.date(), found.hour * 60 + found.minute)


@given(networks())
def test_no_task_starts_before_its_links_and_constraints_allow(rows: Rows) -> None:
    tasks, links = rows
    programme = plan(*tasks, *links)
    working = calendars_of(programme).usual
    for each in links:
        before, after = dates(programme, each.predecessor or ""), dates(programme, each.parent or "")
        if each.lag_kind != "working" or after.start_at == datetime.combine(MONDAY, time(8)):
            continue  # no lead goes before the programme does
        first = before.finish_at if each.kind in ("FS", "FF") else before.start_at
        second = after.finish_at if each.kind in ("FF", "SF") else after.start_at
        assert working.between(moment(first), moment(second)) >= (each.lag or 0)
    for task in tasks:
        found = dates(programme, task.id)
        if task.constraint == "snet" and task.constraint_day is not None:
            assert found.start is not None
            assert found.start >= task.constraint_day
        if task.constraint == "fnet" and task.constraint_day is not None and task.duration:
            assert found.finish is not None
            assert found.finish >= task.constraint_day


@given(networks(), st.data())
def test_adding_a_link_never_makes_the_finish_earlier(rows: Rows, data: st.DataObject) -> None:
    tasks, links = rows
    first, second = sorted(data.draw(st.permutations(range(len(tasks))))[:2])
    extra = replace(link(tasks[first].id, tasks[second].id), id="extra")

    assert finish(plan(*tasks, *links, extra)) >= finish(plan(*tasks, *links))


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_tasks_and_links_does_not_change_dates(rows: Rows, chance: random.Random) -> None:
    tasks, links = ([*some] for some in rows)
    before = plan(*tasks, *links)
    chance.shuffle(tasks)
    chance.shuffle(links)
    shuffled = plan(*tasks, *links)

    for each in tasks:
        one, other = dates(before, each.id), dates(shuffled, each.id)
        assert one._replace(driver=None) == other._replace(driver=None)


@settings(max_examples=200)
@given(networks(), st.data())
def test_total_float_is_the_largest_delay_that_does_not_move_the_finish(rows: Rows, data: st.DataObject) -> None:
    tasks, links = rows
    chosen = data.draw(st.sampled_from(tasks))
    assume(chosen.duration)
    # A lead on the clock tells the end of a day from the beginning of the next, which working minutes do not.
    assume(not any(each.lag_kind == "elapsed" and (each.lag or 0) < 0 for each in links))
    programme = plan(*tasks, *links)
    working, found = calendars_of(programme).usual, dates(programme, chosen.id)
    assert found.total_float_minutes is not None
    assert found.total_float_minutes >= 0

    def finish_when_delayed(minutes: int) -> int:
        start = datetime_of(working.start_form(working.index(moment(found.start_at)) + minutes))
        assert start is not None
        slipped = replace(chosen, constraint="snet", constraint_day=start.date(), constraint_time=start.time())
        delayed = plan(*(slipped if each is chosen else each for each in tasks), *links)
        return working.index(moment(schedule(delayed, TODAY).finish_at))

    now = working.index(moment(schedule(programme, TODAY).finish_at))
    assert finish_when_delayed(found.total_float_minutes) == now
    assert finish_when_delayed(found.total_float_minutes + 1) > now


@given(networks())
def test_some_task_without_room_ends_every_plan_and_the_critical_path_leads_to_it(rows: Rows) -> None:
    tasks, links = rows
    programme = plan(*tasks, *links)
    made = schedule(programme, TODAY)
    path = critical_path(made)

    assert made.dates[path[-1]].finish == made.finish
    assert all(made.dates[each].critical for each in path)
    linked = {(each.predecessor, each.parent) for each in links}
    assert all(pair in linked for pair in pairwise(path))


@settings(max_examples=200)
@given(any_plan())
def test_every_plan_loads_and_says_why(programme: Programme) -> None:
    made = schedule(programme, TODAY)
    for each in programme.rows(TASKS):
        found = made.dates[each.id]
        room = None if found.total_float is None else found.total_float_minutes
        summaries = {row.parent for row in programme.rows(TASKS)}
        assert found.critical == (room is not None and room <= 0) or each.id in summaries
        assert found.driver is None or programme.row(TASKS, found.driver) is not None
        assert why(programme, made, each.id)
    known = [day for found in made.dates.values() for day in (found.start, found.finish) if day]
    assert made.start == min(known, default=None)
    assert made.finish == max(known, default=None)
    for ring in loops(programme):
        assert len(set(ring)) == len(ring) > 1


FIELDS = {
    "title": st.text(max_size=3),
    "duration": st.none() | st.integers(0, 3000),
    "mode": st.sampled_from(["scheduled", "placed"]),
    "active": st.booleans(),
    "elapsed": st.booleans(),
    "deadline": MAYBE_DAY,
    "constraint": st.sampled_from(["asap", "alap", "snet", "snlt", "fnet", "fnlt", "mso", "mfo"]),
    "constraint_day": MAYBE_DAY,
    "placed_start": MAYBE_DAY,
    "placed_finish": MAYBE_DAY,
    "actual_start": MAYBE_DAY,
    "actual_finish": MAYBE_DAY,
    "milestone": st.booleans(),
    "percent_complete": st.none() | st.integers(0, 100),
    "exists": st.booleans(),
    "parent": st.none() | st.sampled_from(["T0", "T1", "T2"]),
    "order": st.sampled_from(["a", "b", "c"]),
}


@settings(max_examples=150)
@given(any_plan(), st.data())
def test_working_out_only_what_an_edit_reaches_gives_the_same_as_working_out_all(
    programme: Programme, data: st.DataObject
) -> None:
    everything(programme)
    for _ in range(data.draw(st.integers(1, 5))):
        programme = programme.apply([any_edit(programme, data)])
        if data.draw(st.booleans()):
            continue  # the schedule is not looked at after every edit
        assert everything(programme) == everything(anew(programme))
    assert everything(programme) == everything(anew(programme))


def any_edit(programme: Programme, data: st.DataObject) -> Edit:
    """Another value in some field of some task or link."""
    links: Sequence[Dependency] = list(programme.all_rows(DEPENDENCIES).values())
    if links and data.draw(st.integers(0, 4)) == 0:
        chosen = data.draw(st.sampled_from(links))
        field = data.draw(st.sampled_from(["exists", "lag"]))
        new = data.draw(st.booleans() if field == "exists" else st.integers(-960, 960))
        return Edit(Cell("dependencies", chosen.id, field), getattr(chosen, field), new)
    row = data.draw(st.sampled_from(list(programme.all_rows(TASKS).values())))
    field = data.draw(st.sampled_from(sorted(FIELDS)))
    return Edit(Cell("tasks", row.id, field), getattr(row, field), data.draw(FIELDS[field]))

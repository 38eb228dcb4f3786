"""Whose working times imported tasks go by, and how long they take by the work assigned to them."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from sharedprog.domain.registers.calendars import CALENDARS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.exchange.project_plan import ProjectPlan
from sharedprog.exchange.project_xml import read_project
from sharedprog.usecases import history
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing import carry_out, plan_import, plan_of
from sharedprog.usecases.importing_project import ProjectReading
from tests.exchange.plans import elements, plan_file, task
from tests.usecases.test_importing_calendars import calendar, closed, project

HALF_TIME = """<?xml version="1.0"?>
<Project xmlns="http://schemas.microsoft.com/project"><MinutesPerDay>480</MinutesPerDay><Tasks>
<Task><UID>1</UID><ID>1</ID><Name>Move</Name><Type>0</Type><OutlineLevel>1</OutlineLevel>
<Start>2026-11-30T08:00:00</Start><Finish>2026-12-04T17:00:00</Finish><Duration>PT80H0M0S</Duration></Task>
</Tasks><Resources><Resource><UID>1</UID><Name>Ana</Name><Type>1</Type></Resource></Resources>
<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Work>PT20H0M0S</Work><Units>0.5</Units>
</Assignment></Assignments></Project>"""
DAY = (("08:00", "12:00"), ("13:00", "17:00"))
MORNINGS = (("08:00", "12:00"),)
NO_FRIDAY = f"<WeekDays><WeekDay>{elements(DayType=6, DayWorking=0)}</WeekDay></WeekDays>"
HEAD = {"CalendarUID": 1, "StartDate": "2026-11-30T08:00:00", "MinutesPerDay": 480}
"""Mon 30 Nov 2026."""


@pytest.fixture
def plan(tmp_path: Path) -> ProjectPlan:
    """One task of ten days that is stated to take five, as the half-time work assigned to it does."""
    path = tmp_path / "plan.xml"
    path.write_text(HALF_TIME, encoding="utf-8")
    return read_project(path)


def taken(document: Document, plan: ProjectPlan, **values: object) -> int | None:
    tasks = tuple(replace(task, **values) for task in plan.tasks)  # type: ignore[arg-type]  # fields by name
    reading = ProjectReading(document.programme, replace(plan, tasks=tasks), lambda: "made")
    return reading.plan.tasks[0].duration


def test_a_task_whose_stated_dates_bear_its_work_out_takes_as_long_as_its_work(
    document: Document, plan: ProjectPlan
) -> None:
    assert taken(document, plan) == 2400


def test_a_duration_that_its_dates_bear_out_is_kept(document: Document, plan: ProjectPlan) -> None:
    assert taken(document, plan, duration=2400) == 2400
    assert taken(document, plan, duration=4800, finish=datetime(2026, 12, 11, 17)) == 4800  # noqa: DTZ001 - as the file


@pytest.mark.parametrize("flag", ["fixed_duration", "manual", "summary", "elapsed"])
def test_what_does_not_go_by_its_work_keeps_its_duration(document: Document, plan: ProjectPlan, flag: str) -> None:
    assert taken(document, plan, **{flag: True}) == 4800


def test_begun_work_keeps_its_duration(document: Document, plan: ProjectPlan) -> None:
    assert taken(document, plan, actual_start=plan.tasks[0].start) == 4800


def test_work_that_is_spread_unevenly_says_nothing(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "contoured.xml"
    path.write_text(HALF_TIME.replace("<Units>", "<WorkContour>3</WorkContour><Units>"), encoding="utf-8")
    assert taken(document, read_project(path)) == 4800


def staffed(folder: Path, *tasks: str, work: tuple[tuple[int, int, str], ...], calendars: tuple[str, ...] = ()) -> Path:
    """A plan with Ana, who does not work on Fridays, and Ben, who is away for three days from Tue 1 Dec."""
    people = "".join(
        f"<Resource>{elements(UID=uid, ID=uid, Name=name, Type=1, CalendarUID=10 + uid)}</Resource>"
        for uid, name in ((1, "Ana"), (2, "Ben"))
    )
    given = "".join(
        f"<Assignment>{elements(UID=number, TaskUID=of, ResourceUID=person, Units=1, Work=hours)}</Assignment>"
        for number, (of, person, hours) in enumerate(work)
    )
    times = (
        calendar(1, "Standard", hours=DAY),
        calendar(11, "Ana", NO_FRIDAY, hours=None, base=1),
        calendar(12, "Ben", closed("Away", "2026-12-01", "2026-12-03"), hours=None, base=1),
        *calendars,
    )
    after = f"<Resources>{people}</Resources><Assignments>{given}</Assignments>"
    return plan_file(folder, *tasks, project=project(*times, **HEAD), after=after)


def stated(uid: int, finish: str, hours: int, **fields: object) -> str:
    times = {"Start": "2026-11-30T08:00:00", "Finish": f"{finish}T17:00:00", "Duration": f"PT{hours}H0M0S"}
    return task(uid, "", **{**times, "Type": 0, **fields})


def test_float_is_counted_in_the_plans_times_whoever_works_on_the_task(document: Document, tmp_path: Path) -> None:
    ana, long = stated(1, "2026-12-07", 48), stated(2, "2026-12-18", 120)
    path = staffed(tmp_path, ana, long, work=((1, 1, "PT40H0M0S"),))
    carry_out(document, plan_import(document, path, dates="reschedule"))
    dates = {row.source: history.view(document).schedule.dates[row.id] for row in document.rows(TASKS)}
    # she begins at the latest on Thu 10 Dec: eight days later for the plan, seven of her own
    assert str(dates[1].finish_at) == "2026-12-07 17:00:00"
    assert dates[1].total_float_minutes == 8 * 480
    (hers,) = (row for row in document.rows(CALENDARS) if row.personal)
    assert hers.title == "Ana"


def test_a_task_ends_with_the_last_of_those_who_work_on_it(document: Document, tmp_path: Path) -> None:
    path = staffed(tmp_path, stated(1, "2026-12-04", 40), work=((1, 1, "PT16H0M0S"), (1, 2, "PT16H0M0S")))
    planned = plan_import(document, path, dates="reschedule")
    assert plan_of(document.programme, path, dates="reschedule", moving=True).moves == ()
    told = [note for note in planned.notes if "work together" in note]
    assert told == [
        "On these tasks people work together by different times; they go by those of the one who ends last: “Task 1”."
    ]
    carry_out(document, planned)
    (row,) = document.rows(TASKS)
    assert row.duration == 960


def test_a_task_with_working_times_goes_by_those_and_by_the_persons(document: Document, tmp_path: Path) -> None:
    """Mornings without Fridays: four mornings from Monday to Thursday."""
    mornings = calendar(2, "Mornings", hours=MORNINGS)
    both = task(1, "", Start="2026-11-30T08:00:00", Finish="2026-12-03T12:00:00", Duration="PT16H0M0S", CalendarUID=2)
    path = staffed(tmp_path, both, work=((1, 1, "PT16H0M0S"),), calendars=(mornings,))
    planned = plan_import(document, path, dates="reschedule")
    assert plan_of(document.programme, path, dates="reschedule", moving=True).moves == ()
    carry_out(document, planned)
    made = document.programme.row(CALENDARS, document.rows(TASKS)[0].calendar)
    assert made is not None
    assert (made.title, made.monday, made.friday, made.personal) == ("Ana, Mornings", "08:00-12:00", "closed", True)
    again = plan_import(document, path, dates="reschedule")
    assert again.count("same") == len(again.rows)


def test_a_task_can_go_by_its_own_working_times_alone(document: Document, tmp_path: Path) -> None:
    mornings = calendar(2, "Mornings", hours=MORNINGS)
    own = {"CalendarUID": 2, "IgnoreResourceCalendar": 1}
    alone = task(1, "", Start="2026-11-30T08:00:00", Finish="2026-12-04T12:00:00", Duration="PT20H0M0S", **own)
    path = staffed(tmp_path, alone, work=((1, 1, "PT20H0M0S"),), calendars=(mornings,))
    planned = plan_import(document, path, dates="reschedule")
    assert plan_of(document.programme, path, dates="reschedule", moving=True).moves == ()
    carry_out(document, planned)
    (row,) = document.rows(CALENDARS)[1:]
    assert (row.title, row.personal) == ("Mornings", False)


def test_a_fixed_duration_waits_for_nobody(document: Document, tmp_path: Path) -> None:
    path = staffed(tmp_path, stated(1, "2026-12-01", 16, Type=1), work=((1, 2, "PT16H0M0S"),))
    planned = plan_import(document, path, dates="reschedule")
    assert plan_of(document.programme, path, dates="reschedule", moving=True).moves == ()
    carry_out(document, planned)
    assert document.rows(TASKS)[0].calendar is None

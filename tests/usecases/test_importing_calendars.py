"""Working times, settings, baselines and times of day that come with a plan from Microsoft Project."""

from datetime import date, time
from pathlib import Path

import pytest

from sharedprog.domain.checks import problems
from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.registers.baselines import BASELINE_DATES, BASELINES
from sharedprog.domain.registers.calendars import CALENDAR_EXCEPTIONS, CALENDARS, WORK_WEEKS
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.usecases import history
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing import carry_out, plan_import
from tests.exchange.plans import elements, plan_file, task, waits_for

WEEK = range(2, 7)
"""Codes of Monday to Friday."""


def times(*spans: tuple[str, str]) -> str:
    listed = (f"<WorkingTime>{elements(FromTime=f'{a}:00', ToTime=f'{b}:00')}</WorkingTime>" for a, b in spans)
    return f"<WorkingTimes>{''.join(listed)}</WorkingTimes>"


def calendar(uid: int, name: str, *inside: str, hours: tuple[tuple[str, str], ...] | None, base: int = -1) -> str:
    """A calendar with the same hours on each working day, or with nothing of its own."""
    head = elements(UID=uid, Name=name, IsBaseCalendar=int(base < 0), BaseCalendarUID=base)
    if hours is None:
        return f"<Calendar>{head}{''.join(inside)}</Calendar>"
    free = "".join(f"<WeekDay>{elements(DayType=code, DayWorking=0)}</WeekDay>" for code in (1, 7))
    days = "".join(f"<WeekDay>{elements(DayType=code, DayWorking=1)}{times(*hours)}</WeekDay>" for code in WEEK)
    return f"<Calendar>{head}<WeekDays>{free}{days}</WeekDays>{''.join(inside)}</Calendar>"


def closed(name: str, first: str, last: str) -> str:
    days = elements(FromDate=f"{first}T00:00:00", ToDate=f"{last}T23:59:00")
    inside = f"<TimePeriod>{days}</TimePeriod>{elements(Name=name, Type=1, DayWorking=0)}"
    return f"<Exceptions><Exception>{inside}</Exception></Exceptions>"


OFFICE = (("09:00", "12:30"), ("13:30", "17:00"))
NIGHTS = (("00:00", "04:00"), ("20:00", "00:00"))


def project(*calendars: str, **fields: object) -> str:
    return elements(**fields) + f"<Calendars>{''.join(calendars)}</Calendars>"


def found(document: Document, title: str) -> Task:
    return next(row for row in document.rows(TASKS) if row.title == title)


def test_the_calendars_in_use_come_in_and_no_others(document: Document, tmp_path: Path) -> None:
    week = elements(Name="August") + f"<WeekDays><WeekDay>{elements(DayType=6, DayWorking=0)}</WeekDay></WeekDays>"
    august = f"<TimePeriod>{elements(FromDate='2026-08-03T00:00:00', ToDate='2026-08-30T23:59:00')}</TimePeriod>"
    path = plan_file(
        tmp_path,
        task(1, "By day", Duration="PT14H0M0S"),
        task(2, "By night", CalendarUID=3),
        project=project(
            calendar(1, "Office", closed("Shutdown", "2026-12-24", "2027-01-01"), hours=OFFICE),
            calendar(2, "Not used", hours=OFFICE),
            calendar(3, "Nights", f"<WorkWeeks><WorkWeek>{august}{week}</WorkWeek></WorkWeeks>", hours=NIGHTS),
            CalendarUID=1,
            MinutesPerDay=420,
            StartDate="2026-12-23T09:00:00",
        ),
    )
    plan = plan_import(document, path)
    assert plan.problems == ()
    carry_out(document, plan)
    office, nights = document.rows(CALENDARS)
    assert (office.title, office.monday, office.sunday) == ("Office", "09:00-12:30, 13:30-17:00", "closed")
    assert (office.division, office.source, office.base) == ("none", 1, None)
    assert nights.friday == "00:00-04:00, 20:00-24:00"
    (shutdown,) = document.rows(CALENDAR_EXCEPTIONS)
    assert (shutdown.parent, shutdown.title, shutdown.hours) == (office.id, "Shutdown", "closed")
    assert (shutdown.first, shutdown.last, shutdown.repeats) == (date(2026, 12, 24), date(2027, 1, 1), None)
    (august_weeks,) = document.rows(WORK_WEEKS)
    assert (august_weeks.parent, august_weeks.friday, august_weeks.monday) == (nights.id, "closed", "")
    settings = document.programme.settings
    assert (settings.calendar, settings.start, settings.start_time) == (office.id, date(2026, 12, 23), None)
    assert (found(document, "By day").calendar, found(document, "By night").calendar) == (None, nights.id)
    assert problems(document.programme) == ()
    assert plan_import(document, path).count("same") == len(plan_import(document, path).rows)
    document.undo()
    assert document.rows(CALENDARS) == ()


def test_an_exception_that_changed_takes_the_place_of_the_earlier_one(document: Document, tmp_path: Path) -> None:
    for last in ("2027-01-01", "2027-01-04"):
        office = calendar(1, "Office", closed("Shutdown", "2026-12-24", last), hours=OFFICE)
        path = plan_file(tmp_path, task(1, "Work"), project=project(office, CalendarUID=1))
        carry_out(document, plan_import(document, path))
    (shutdown,) = document.rows(CALENDAR_EXCEPTIONS)
    assert shutdown.last == date(2027, 1, 4)
    assert len(document.rows(CALENDARS)) == 1


def test_one_worker_with_other_hours_lends_them_to_the_task(document: Document, tmp_path: Path) -> None:
    people = "".join(
        f"<Resource>{elements(UID=uid, ID=uid, Name=name, Type=1, CalendarUID=uid + 10)}</Resource>"
        for uid, name in ((1, "Part-timer"), (2, "Full-timer"))
    )
    given = ((1, 1), (2, 2), (3, 1), (3, 2))
    work = "".join(
        f"<Assignment>{elements(UID=n, TaskUID=t, ResourceUID=r)}</Assignment>" for n, (t, r) in enumerate(given)
    )
    friday = f"<WeekDays><WeekDay>{elements(DayType=6, DayWorking=0)}</WeekDay></WeekDays>"
    path = plan_file(
        tmp_path,
        task(1, "Alone"),
        task(2, "As all"),
        task(3, "Together"),
        project=project(
            calendar(1, "Office", hours=OFFICE),
            calendar(11, "Part-timer", friday, hours=None, base=1),
            calendar(12, "Full-timer", hours=None, base=1),
            CalendarUID=1,
        ),
        after=f"<Resources>{people}</Resources><Assignments>{work}</Assignments>",
    )
    plan = plan_import(document, path)
    assert "These tasks go by the working times of those who work on them: “Alone”." in plan.notes
    carry_out(document, plan)
    office, part_time = document.rows(CALENDARS)
    assert (part_time.title, part_time.base, part_time.friday, part_time.monday) == (
        "Part-timer",
        office.id,
        "closed",
        "",
    )
    chosen = {row.title: row.calendar for row in document.rows(TASKS)}
    assert chosen == {"Alone": part_time.id, "As all": None, "Together": None}


def test_a_second_plan_keeps_its_own_working_times_and_the_programme_its_settings(
    document: Document, tmp_path: Path
) -> None:
    document.add(TASKS, title="Ours")
    settings = document.programme.settings
    stated = {"CalendarUID": 1, "StartDate": "2027-02-01T09:00:00", "MinutesPerDay": 420, "CriticalSlackLimit": 2}
    path = plan_file(tmp_path, task(1, "Theirs"), project=project(calendar(1, "Office", hours=OFFICE), **stated))
    plan = plan_import(document, path)
    (told,) = plan.notes
    assert told.startswith("The programme's plan is not empty, so its own settings stay. The file has others: start")
    assert "Mon 1 Feb 2027" in told
    assert "minutes in a working day 420 min" in told
    carry_out(document, plan)
    assert document.programme.settings == settings
    (office,) = document.rows(CALENDARS)
    assert found(document, "Theirs").calendar == office.id


BAD = [
    (elements(CalendarUID=9), "The project, line 1, CalendarUID: found “9”; expected a calendar that is in the plan"),
    (
        project(calendar(4, "Never", hours=()).replace("<WorkingTimes></WorkingTimes>", ""), CalendarUID=4).replace(
            "<DayWorking>1", "<DayWorking>0"
        ),
        "Calendar 4 “Never”, line 4, WeekDays: found “no working time”; expected some working time",
    ),
]


@pytest.mark.parametrize(("stated", "sentence"), BAD)
def test_a_calendar_that_cannot_be_is_told_and_the_usual_hours_taken(
    stated: str, sentence: str, document: Document, tmp_path: Path
) -> None:
    before = calendars_of(document.programme).usual
    plan = plan_import(document, plan_file(tmp_path, task(1, "Work"), project=stated))
    assert [problem.sentence().startswith(sentence) for problem in plan.problems] == [True]
    carry_out(document, plan, skip_bad=True)
    assert document.rows(CALENDARS) == ()
    assert calendars_of(document.programme).usual.week == before.week


def test_settings_of_the_project_become_the_programmes(document: Document, tmp_path: Path) -> None:
    stated = {
        "ScheduleFromStart": 0,
        "StartDate": "2026-10-05T08:00:00",
        "FinishDate": "2027-03-31T16:00:00",
        "StatusDate": "2026-11-27T17:00:00",
        "CriticalSlackLimit": 2,
        "MinutesPerDay": 450,
    }
    carry_out(document, plan_import(document, plan_file(tmp_path, task(1), project=elements(**stated))))
    settings = document.programme.settings
    assert (settings.schedule_from, settings.finish, settings.finish_time) == ("finish", date(2027, 3, 31), time(16))
    assert (settings.status_day, settings.critical_float, settings.day_minutes) == (date(2026, 11, 27), 900, 450)


def test_times_of_day_are_kept_where_they_are_not_the_usual_ones(document: Document, tmp_path: Path) -> None:
    stated = {
        "Start": "2026-10-05T10:30:00",
        "Finish": "2026-10-06T17:00:00",
        "Duration": "PT14H0M0S",
        "ActualStart": "2026-10-05T10:30:00",
        "PercentComplete": 25,
        "RemainingDuration": "PT10H0M0S",
        "ConstraintType": 3,
        "ConstraintDate": "2026-10-06T12:00:00",
        "Deadline": "2026-10-09T17:00:00",
        "Estimated": 1,
        "WBS": "HR-01",
    }
    elapsed = {"Start": "2026-10-10T00:00:00", "Finish": "2026-10-12T00:00:00", "Duration": "PT48H0M0S"}
    path = plan_file(tmp_path, task(1, "Work", **stated), task(2, "Drying", **elapsed, DurationFormat=8))
    carry_out(document, plan_import(document, path))
    work, drying = found(document, "Work"), found(document, "Drying")
    assert (work.placed_start_time, work.placed_finish_time) == (time(10, 30), None)
    assert (work.actual_start, work.actual_start_time) == (date(2026, 10, 5), time(10, 30))
    assert (work.remaining, work.percent_complete, work.estimated) == (600, 25, True)
    assert (work.constraint, work.constraint_day, work.constraint_time) == ("mfo", date(2026, 10, 6), time(12))
    assert (work.deadline, work.deadline_time, work.wbs_code) == (date(2026, 10, 9), None, "HR-01")
    assert (drying.elapsed, drying.duration) == (True, 2880)
    dates = history.view(document).schedule.dates[drying.id]
    assert dates.start_at is not None
    assert (dates.start_at.isoformat(), dates.finish) == ("2026-10-10T00:00:00", date(2026, 10, 11))


def test_every_baseline_is_kept_and_the_first_is_in_force(document: Document, tmp_path: Path) -> None:
    def baseline(number: int, finish: str) -> str:
        stated = elements(Number=number, Start="2026-10-05T08:00:00", Finish=finish, Duration="PT8H0M0S")
        return f"<Baseline>{stated}</Baseline>"

    inside = (
        baseline(0, "2026-10-05T17:00:00"),
        baseline(1, "2026-10-06T17:00:00"),
        baseline(10, "2026-10-07T15:00:00"),
    )
    path = plan_file(tmp_path, task(1, "Work", *inside), task(2, "More", inside[1]))
    carry_out(document, plan_import(document, path))
    names = {row.number: row.title for row in document.rows(BASELINES)}
    assert names == {0: "Baseline", 1: "Baseline 1", 10: "Baseline 10"}
    ids = {row.id: row.number for row in document.rows(BASELINES)}
    assert ids[str(document.programme.settings.baseline)] == 0
    work = found(document, "Work")
    assert (work.baseline_finish, work.baseline_finish_time, work.baseline_duration) == (date(2026, 10, 5), None, 480)
    kept = {(row.parent == work.id, ids[str(row.baseline)]): row for row in document.rows(BASELINE_DATES)}
    assert kept.keys() == {(True, 1), (True, 10), (False, 1)}
    assert (kept[True, 10].finish, kept[True, 10].finish_time) == (date(2026, 10, 7), time(15))
    assert plan_import(document, path).count("same") == len(plan_import(document, path).rows)


def test_what_project_put_off_and_what_is_not_known_is_told(document: Document, tmp_path: Path) -> None:
    path = plan_file(
        tmp_path,
        task(1, "First", LevelingDelay=4800, LevelingDelayFormat=8, FromTheFuture="x"),
        task(2, "Second", waits_for(1, LinkLag=50, LagFormat=20)),
    )
    assert plan_import(document, path).notes == (
        "Project had put these tasks off to level resources, which is not taken over: “First”.",
        "1 lag in per cent of elapsed time taken as per cent of working time.",
        "Elements of the file that were not read: Task: FromTheFuture.",
    )

"""A plan goes to Microsoft Project and comes back with nothing lost."""

import re
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings

from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.plan.outline import outline
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.baselines import BASELINES
from sharedprog.domain.registers.calendars import CALENDAR_EXCEPTIONS, CALENDARS, WEEK
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.exchange.project_writing import write_project
from sharedprog.usecases.exporting_project import ProjectWriting
from sharedprog.usecases.importing import plan_of
from sharedprog.usecases.importing_drafting import put
from sharedprog.usecases.importing_rows import DateChoice, ImportPlan, sound
from tests.builders import Made
from tests.usecases.whole_plans import said, whole_plans

DATA = Path(__file__).parents[2].parent / "shared" / "data"
PLANS = sorted((DATA / "plans").glob("*.xml"))
TODAY = date(2026, 11, 30)
GUID = re.compile(rb"<GUID>.*</GUID>\n")


def exported(programme: Programme, path: Path) -> bytes:
    """The file, without the ids of rows in it."""
    writing = ProjectWriting(programme, TODAY)
    write_project(path, writing.plan(), writing.figures())
    return GUID.sub(b"", path.read_bytes())


def imported(
    path: Path, dates: DateChoice = "reschedule", into: Programme | None = None
) -> tuple[Programme, ImportPlan]:
    plan = plan_of(into or Programme(), path, dates=dates)
    draft = Draft(into or Programme())
    put(draft, sound(plan.rows), TODAY)
    return draft.programme, plan


@settings(max_examples=100, deadline=None)
@given(whole_plans())
def test_importing_what_was_exported_changes_nothing(programme: Programme) -> None:
    with tempfile.TemporaryDirectory() as folder:
        written = exported(programme, Path(folder) / "plan.xml")
        after, plan = imported(Path(folder) / "plan.xml")
        assert plan.problems == ()
        assert said(after) == said(programme)
        assert [row.task.source for row in outline(after)] == [row.task.source for row in outline(programme)]
        assert exported(after, Path(folder) / "again.xml") == written


@pytest.mark.skipif(not PLANS, reason="the files of others are not at hand")
@pytest.mark.parametrize("dates", ["stated", "reschedule"])
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_a_real_plan_comes_back_as_it_was(path: Path, dates: DateChoice, tmp_path: Path) -> None:
    before, _ = imported(path, dates)
    written = exported(before, tmp_path / "plan.xml")
    after, plan = imported(tmp_path / "plan.xml")
    assert plan.problems == ()
    assert said(after) == said(before)
    assert exported(after, tmp_path / "again.xml") == written


def test_a_plan_exported_and_imported_again_finds_its_own_tasks(tmp_path: Path) -> None:
    made = Made()
    made.add(TASKS, title="Ours", duration=480)
    exported(made.programme, tmp_path / "plan.xml")
    plan = plan_of(made.programme, tmp_path / "plan.xml", dates="reschedule")
    states = {row.name: (row.state, dict(row.values)) for row in plan.rows if row.register == "tasks"}
    assert states == {"1 Ours": ("changed", {"source": 1})}


SEQUENCE = {
    "Project": """SaveVersion Name Title Author ScheduleFromStart StartDate FinishDate CriticalSlackLimit CurrencyDigits
        CurrencySymbol CurrencyCode CurrencySymbolPosition CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay
        MinutesPerWeek DaysPerMonth DefaultTaskType DurationFormat WorkFormat HonorConstraints MultipleCriticalPaths
        NewTasksEffortDriven SplitsInProgressTasks WeekStartDay StatusDate NewTasksAreManual Calendars Tasks Resources
        Assignments""",
    "Task": """UID GUID ID Name Active Manual Type IsNull WBS OutlineNumber OutlineLevel Priority Start Finish Duration
        ManualStart ManualFinish ManualDuration DurationFormat EffortDriven Estimated Milestone Summary Critical
        EarlyStart EarlyFinish LateStart LateFinish FreeSlack TotalSlack PercentComplete ActualStart ActualFinish
        ActualDuration RemainingDuration ConstraintType CalendarUID ConstraintDate Deadline IgnoreResourceCalendar Notes
        PredecessorLink Baseline""",
    "PredecessorLink": "PredecessorUID Type CrossProject LinkLag LagFormat",
    "Baseline": "Number Start Finish Duration DurationFormat",
    "Resource": "UID ID Name Type IsNull EmailAddress MaxUnits",
    "Assignment": "UID TaskUID ResourceUID ActualWork RegularWork RemainingWork Units Work",
    "Calendar": "UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks",
    "WeekDay": "DayType DayWorking WorkingTimes",
    "Exception": """EnteredByOccurrences TimePeriod Occurrences Name Type Period DaysOfWeek MonthItem MonthPosition
        Month MonthDay DayWorking WorkingTimes""",
    "WorkWeek": "TimePeriod Name WeekDays",
    "TimePeriod": "FromDate ToDate",
    "WorkingTime": "FromTime ToTime",
}
"""The order of elements in the schema, of those that are written."""


@settings(max_examples=20, deadline=None)
@given(whole_plans())
def test_elements_stand_in_the_order_of_the_schema(programme: Programme) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = fromstring(exported(programme, Path(folder) / "plan.xml"))
    for element in root.iter():
        name = element.tag.partition("}")[2]
        if name in SEQUENCE:
            sequence = SEQUENCE[name].split()
            places = [sequence.index(inside.tag.partition("}")[2]) for inside in element]
            assert places == sorted(places), name


def test_text_that_xml_cannot_hold_is_escaped_or_left_out(tmp_path: Path) -> None:
    made = Made()
    made.add(TASKS, title="A & <b> \x07]]>\ufffe 😀", duration=480, description="one\ntwo & <three>")
    exported(made.programme, tmp_path / "plan.xml")
    after, _ = imported(tmp_path / "plan.xml")
    (task,) = after.rows(TASKS)
    assert (task.title, task.description) == ("A & <b> ]]>\N{REPLACEMENT CHARACTER} 😀", "one\ntwo & <three>")


def test_bank_holidays_and_based_calendars_are_told_in_full(tmp_path: Path) -> None:
    made = Made()
    made.add(PROGRAMME, title="One Service", start=date(2026, 12, 21), division="england")
    made.add(BANK_HOLIDAYS, title="Christmas Day", day=date(2026, 12, 25), division="england")
    made.add(BANK_HOLIDAYS, title="St Andrew's Day", day=date(2026, 11, 30), division="scotland")
    office = made.add(CALENDARS, title="Office", **dict.fromkeys(WEEK[:5], "09:00-17:00"))
    shut: dict[str, Value] = {
        "parent": office.id,
        "title": "Shut",
        "first": date(2026, 12, 24),
        "last": date(2026, 12, 31),
    }
    made.add(CALENDAR_EXCEPTIONS, **shut)
    part = made.add(CALENDARS, title="Part-time", base=office.id, friday="closed")
    open_again: dict[str, Value] = {
        "parent": part.id,
        "title": "Cut-over",
        "first": date(2026, 12, 30),
        "hours": "10:00-14:00",
    }
    made.add(CALENDAR_EXCEPTIONS, **open_again)
    partner = made.add(PARTNERS, title="Ashmere", calendar=part.id)
    made.add(TASKS, title="Usual", duration=4800)
    made.add(TASKS, title="Theirs", duration=4800, partner=partner.id)
    exported(made.programme, tmp_path / "plan.xml")
    after, plan = imported(tmp_path / "plan.xml")
    assert plan.problems == ()
    assert [row.title for row in after.rows(CALENDARS)] == ["Standard", "Part-time"]
    before_them, after_them = schedule(made.programme, TODAY), schedule(after, TODAY)
    told = {row.title: before_them.dates[row.id][10:] for row in made.programme.rows(TASKS)}
    assert {row.title: after_them.dates[row.id][10:] for row in after.rows(TASKS)} == told
    for title, calendar in (("Usual", None), ("Theirs", part.id)):
        ours = calendars_of(made.programme).named(calendar)
        theirs = calendars_of(after).of(next(row for row in after.rows(TASKS) if row.title == title))
        days = [date(2026, 11, 25) + timedelta(days=count) for count in range(60)]
        assert [ours.hours(day) for day in days] == [theirs.hours(day) for day in days]


def test_what_project_has_no_place_for_is_said(tmp_path: Path) -> None:
    made = Made()
    made.add(PROGRAMME, title="One Service", critical_float=100)
    first = made.add(TASKS, title="First", duration=480, optimistic=240)
    second = made.add(TASKS, title="Second", duration=480)
    made.add(DEPENDENCIES, parent=first.id, predecessor=second.id)
    made.add(DEPENDENCIES, parent=second.id, predecessor=first.id)
    made.add(DEPENDENCIES, parent=second.id, predecessor=first.id, kind="SS")
    for number in range(13):
        made.add(BASELINES, title=f"Board {number}")
    writing = ProjectWriting(made.programme, TODAY)
    write_project(tmp_path / "plan.xml", writing.plan(), writing.figures())
    told = list(writing.sentences())
    assert told[:3] == [
        "Left out, because Microsoft Project has no place for them: durations at best.",
        "Microsoft Project counts the float of critical tasks in whole days, so it was rounded down.",
        "3 baselines left out; Microsoft Project holds eleven.",
    ]
    assert len(told) == 5
    assert sum("a loop: " in each for each in told) == 1
    assert imported(tmp_path / "plan.xml")[1].problems == ()

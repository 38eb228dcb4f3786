"""Calendars keep their working times and the days that differ."""

from datetime import date
from pathlib import Path

from sharedprog.exchange.project_plan import PlanCalendar
from sharedprog.exchange.project_xml import read_project
from tests.exchange.plans import elements, plan_file

DAY = (480, 720), (780, 1020)
TIMES = (
    "<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>"
    "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>"
)


def weekday(code: int, working: int, inside: str = "") -> str:
    return f"<WeekDay>{elements(DayType=code, DayWorking=working)}{inside}</WeekDay>"


def period(first: str, last: str) -> str:
    return f"<TimePeriod>{elements(FromDate=f'{first}T00:00:00', ToDate=f'{last}T23:59:00')}</TimePeriod>"


def calendars(folder: Path, *inside: str) -> tuple[PlanCalendar, ...]:
    stated = "".join(f"<Calendar>{text}</Calendar>" for text in inside)
    plan = read_project(plan_file(folder, project=f"<Calendars>{stated}</Calendars>"))
    assert [problem.sentence() for problem in plan.problems] == []
    return plan.calendars


def test_weekdays_with_their_times(tmp_path: Path) -> None:
    week = weekday(1, 0) + weekday(2, 1, TIMES) + weekday(7, 0)
    standard, night = calendars(
        tmp_path,
        elements(UID=1, Name="Standard", IsBaseCalendar=1, BaseCalendarUID=-1) + f"<WeekDays>{week}</WeekDays>",
        elements(UID=2, Name="Night", IsBaseCalendar=0, BaseCalendarUID=1)
        + "<WeekDays>"
        + weekday(
            6,
            1,
            "<WorkingTimes><WorkingTime><FromTime>23:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes>",
        )
        + "</WeekDays>",
    )

    assert (standard.uid, standard.name, standard.base_uid) == (1, "Standard", None)
    assert [(day.weekday, day.times) for day in standard.weekdays] == [(6, ()), (0, DAY), (5, ())]
    assert night.base_uid == 1
    assert [(day.weekday, day.times) for day in night.weekdays] == [(4, ((1380, 1440),))]


def test_days_that_differ(tmp_path: Path) -> None:
    exceptions = [
        period("2026-12-25", "2026-12-28") + elements(Name="Christmas", Type=1, DayWorking=0),
        period("2027-01-09", "2027-01-09") + elements(Name="Cut-over", Type=1, DayWorking=1) + TIMES,
        period("2026-01-01", "2027-12-31") + elements(Name="First Mondays", Type=5, DayWorking=0),
        period("2026-01-01", "2026-01-31") + elements(Name="Every third day", Type=1, Period=3, DayWorking=0),
    ]
    inside = "".join(f"<Exception>{text}</Exception>" for text in exceptions)
    (calendar,) = calendars(tmp_path, f"{elements(UID=1)}<Exceptions>{inside}</Exceptions>")

    assert [(day.name, day.first, day.last, day.times, day.recurring) for day in calendar.exceptions] == [
        ("Christmas", date(2026, 12, 25), date(2026, 12, 28), (), False),
        ("Cut-over", date(2027, 1, 9), date(2027, 1, 9), DAY, False),
        ("First Mondays", date(2026, 1, 1), date(2027, 12, 31), (), True),
        ("Every third day", date(2026, 1, 1), date(2026, 1, 31), (), True),
    ]


def test_days_that_differ_as_versions_before_2007_wrote_them(tmp_path: Path) -> None:
    old = f"<WeekDays>{weekday(0, 0, period('2026-12-25', '2026-12-25'))}</WeekDays>"
    new = (
        f"<Exceptions><Exception>{period('2026-12-25', '2026-12-25')}{elements(Name='Christmas')}"
        "</Exception></Exceptions>"
    )
    alone, both = calendars(tmp_path, elements(UID=1) + old, elements(UID=2) + old + new)

    assert [(day.first, day.name) for day in alone.exceptions] == [(date(2026, 12, 25), "")]
    assert [(day.first, day.name) for day in both.exceptions] == [(date(2026, 12, 25), "Christmas")]
    assert alone.weekdays == ()

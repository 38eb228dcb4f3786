"""Calendars keep their working times and the days that differ."""

from datetime import date
from pathlib import Path

import pytest

from sharedprog.exchange.project_plan import PlanCalendar, PlanException
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


def exceptions(folder: Path, *inside: str) -> tuple[PlanException, ...]:
    stated = "".join(f"<Exception>{text}</Exception>" for text in inside)
    (calendar,) = calendars(folder, f"{elements(UID=1)}<Exceptions>{stated}</Exceptions>")
    return calendar.exceptions


def test_days_that_differ(tmp_path: Path) -> None:
    christmas, cut_over = exceptions(
        tmp_path,
        period("2026-12-25", "2026-12-28") + elements(Name="Christmas", Type=1, DayWorking=0),
        period("2027-01-09", "2027-01-09") + elements(Name="Cut-over", Type=1, DayWorking=1) + TIMES,
    )

    assert (christmas.name, christmas.first, christmas.last) == ("Christmas", date(2026, 12, 25), date(2026, 12, 28))
    assert (christmas.times, christmas.repeats) == ((), None)
    assert (cut_over.first, cut_over.last, cut_over.times) == (date(2027, 1, 9), date(2027, 1, 9), DAY)


RULES = [
    ({"Type": 1, "Period": 3}, {"repeats": "daily", "every": 3}),
    ({"Type": 7, "Period": 5}, {"repeats": "daily", "every": 5}),
    ({"Type": 6, "Period": 2, "DaysOfWeek": 1 + 8}, {"repeats": "weekly", "every": 2, "weekdays": (2, 6)}),
    ({"Type": 4, "Period": 2, "MonthDay": 31}, {"repeats": "monthly_day", "every": 2, "month_day": 31}),
    (
        {"Type": 5, "Period": 3, "MonthItem": 4, "MonthPosition": 4},
        {"repeats": "monthly_weekday", "every": 3, "weekdays": (0,), "position": "last"},
    ),
    ({"Type": 5, "MonthItem": 1, "MonthPosition": 0}, {"repeats": "monthly_weekday", "weekdays": (0, 1, 2, 3, 4)}),
    ({"Type": 2, "Month": 11, "MonthDay": 25}, {"repeats": "yearly_day", "month": 12, "month_day": 25}),
    (
        {"Type": 3, "Month": 4, "MonthItem": 3, "MonthPosition": 1},
        {"repeats": "yearly_weekday", "month": 5, "weekdays": (6,), "position": "second"},
    ),
    ({"Type": 6, "DaysOfWeek": 2, "EnteredByOccurrences": 1, "Occurrences": 4}, {"occurrences": 4}),
    ({"Type": 6, "DaysOfWeek": 2, "EnteredByOccurrences": 0, "Occurrences": 4}, {"occurrences": None}),
]


@pytest.mark.parametrize(("stated", "read"), RULES)
def test_days_that_come_again(stated: dict[str, int], read: dict[str, object], tmp_path: Path) -> None:
    (found,) = exceptions(tmp_path, period("2026-01-01", "2029-12-31") + elements(**stated, DayWorking=0))

    assert {name: getattr(found, name) for name in read} == read


def test_weeks_worked_otherwise(tmp_path: Path) -> None:
    week = period("2026-12-21", "2027-01-03") + elements(Name="Christmas")
    evening = (
        "<WorkingTimes><WorkingTime><FromTime>18:00:00</FromTime><ToTime>21:00:00</ToTime></WorkingTime></WorkingTimes>"
    )
    either = [f"{weekday(2, 1, evening)}{weekday(3, 0)}"]
    either.append(f"<WeekDays>{either[0]}</WeekDays>")
    for days in either:  # the schema has the days straight within, the program puts them into a list
        (calendar,) = calendars(tmp_path, f"{elements(UID=1)}<WorkWeeks><WorkWeek>{week}{days}</WorkWeek></WorkWeeks>")
        (found,) = calendar.weeks
        assert (found.name, found.first, found.last) == ("Christmas", date(2026, 12, 21), date(2027, 1, 3))
        assert [(day.weekday, day.times) for day in found.weekdays] == [(0, ((1080, 1260),)), (1, ())]


def test_times_that_meet_or_overlap_are_one_stretch_and_a_day_without_any_is_the_usual_one(tmp_path: Path) -> None:
    spans = [("13:00", "17:00"), ("08:00", "12:00"), ("12:00", "12:30"), ("16:00", "18:00")]
    times = "".join(
        f"<WorkingTime><FromTime>{first}:00</FromTime><ToTime>{last}:00</ToTime></WorkingTime>" for first, last in spans
    )
    week = weekday(2, 1, f"<WorkingTimes>{times}</WorkingTimes>") + weekday(3, 1)
    (calendar,) = calendars(tmp_path, f"{elements(UID=1)}<WeekDays>{week}</WeekDays>")

    assert [day.times for day in calendar.weekdays] == [((480, 750), (780, 1080)), DAY]


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

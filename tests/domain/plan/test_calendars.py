"""Whose working times are which."""

from datetime import date
from typing import Any

from sharedprog.domain.changes import Cell, Edit
from sharedprog.domain.plan.calendar import calendar_of
from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.plan.hours import STANDARD
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.bank_holidays import BankHoliday
from sharedprog.domain.registers.calendars import Calendar, CalendarException, WorkWeek
from sharedprog.domain.registers.partners import Partner
from sharedprog.domain.registers.programme import ProgrammeRow
from tests.domain.plan.plans import MONDAY, day, link, plan, span, task

WEEKDAYS = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "08:00-12:00, 13:00-17:00")


def calendar(name: str, **values: Any) -> Calendar:  # noqa: ANN401 - the fields of a calendar by name
    return Calendar(id=name, exists=True, title=name, **values)


def closed(parent: str, first: str, last: str | None = None, hours: str = "closed") -> CalendarException:
    return CalendarException(
        id=f"{parent} {first}",
        exists=True,
        parent=parent,
        title="Shut",
        first=day(first),
        last=day(last or first),
        hours=hours,
    )


def programme(*rows: Any, usual: str | None = None, division: str | None = "england", **others: Any) -> Programme:  # noqa: ANN401 - rows of several registers
    return plan(
        *rows,
        others={
            "programme": [ProgrammeRow(id="programme", exists=True, start=MONDAY, calendar=usual, division=division)],
            "calendars": [each for each in rows if isinstance(each, Calendar)],
            "calendar_exceptions": [each for each in rows if isinstance(each, CalendarException)],
            "work_weeks": [each for each in rows if isinstance(each, WorkWeek)],
            **others,
        },
    )


def test_without_a_calendar_the_plan_works_the_standard_week_without_bank_holidays() -> None:
    usual = calendars_of(programme()).usual

    assert usual.hours(day("30 Nov")) == STANDARD
    assert usual.hours(day("5 Dec")) == ()
    assert usual.hours(day("25 Dec")) == ()


def test_a_task_goes_by_its_own_calendar_else_by_its_partner_s() -> None:
    four, nights = calendar("four days", **{**WEEKDAYS, "friday": "closed"}), calendar("saturdays", saturday="9-17")
    made = programme(
        four,
        nights,
        task("A", 5, partner="Brook"),
        task("B", 1, partner="Brook", calendar="saturdays"),
        task("C", 5),
        partners=[Partner(id="Brook", exists=True, title="Brook", calendar="four days")],
    )

    assert span(made, "A")[1] == day("7 Dec")
    assert span(made, "B")[0] == day("5 Dec")
    assert span(made, "C")[1] == day("4 Dec")


def test_a_calendar_differs_from_its_base_only_in_what_it_says() -> None:
    base, early = calendar("base", **WEEKDAYS), calendar("early", base="base", friday="08:00-12:00")
    made = calendars_of(programme(base, early, closed("base", "2 Dec"))).named("early")

    assert made.hours(day("3 Dec")) == STANDARD
    assert made.hours(day("4 Dec")) == ((480, 720),)
    assert made.hours(day("2 Dec")) == ()


def test_weeks_worked_otherwise_give_way_to_exceptions() -> None:
    weeks = WorkWeek(
        id="w", exists=True, parent="base", title="Cutover", first=day("7 Dec"), last=day("13 Dec"), saturday="9-13"
    )
    made = calendars_of(programme(calendar("base", **WEEKDAYS), weeks, closed("base", "9 Dec"))).named("base")

    assert made.hours(day("12 Dec")) == ((540, 780),)
    assert made.hours(day("8 Dec")) == STANDARD
    assert made.hours(day("9 Dec")) == ()
    assert made.hours(date(2026, 12, 19)) == ()


def test_bank_holidays_close_where_they_are() -> None:
    rows = [
        BankHoliday(id="s", exists=True, title="St Andrew", day=day("30 Nov"), division="scotland"),
        BankHoliday(id="all", exists=True, title="Mourning", day=day("2 Dec")),
    ]
    made = calendars_of(
        programme(
            calendar("north", **WEEKDAYS, division="scotland"),
            calendar("never", **WEEKDAYS, division="none"),
            bank_holidays=rows,
        )
    )

    assert [bool(made.usual.hours(day(each))) for each in ("30 Nov", "2 Dec")] == [True, False]
    assert [bool(made.named("north").hours(day(each))) for each in ("30 Nov", "2 Dec")] == [False, False]
    assert [bool(made.named("never").hours(day(each))) for each in ("30 Nov", "2 Dec")] == [True, True]


def test_a_calendar_that_is_never_worked_or_based_on_itself_is_the_standard_week() -> None:
    made = calendars_of(programme(calendar("empty"), calendar("round", base="round", monday="closed")))

    assert made.named("empty").hours(day("1 Dec")) == STANDARD
    assert made.named("round").hours(day("1 Dec")) == STANDARD


def test_days_are_counted_by_the_programme_s_own_calendar() -> None:
    made = programme(calendar("four days", **{**WEEKDAYS, "friday": "closed", "saturday": "8-12"}), usual="four days")

    assert calendar_of(made).add(day("3 Dec"), 1) == day("5 Dec")
    assert not calendar_of(made).is_working(day("4 Dec"))


def test_two_calendars_meet_at_a_link() -> None:
    late = calendar("late", **dict.fromkeys(WEEKDAYS, "12:00-20:00"))
    made = programme(late, task("A", 1), task("B", 1, calendar="late"), task("C", 1), link("A", "B"), link("B", "C"))

    assert span(made, "B") == (day("30 Nov"), day("1 Dec"))  # three hours are left of Mon 30 Nov
    assert span(made, "C") == (day("2 Dec"), day("2 Dec"))


def test_calendars_are_the_same_until_something_that_they_are_read_from_changes() -> None:
    made = programme(calendar("base", **WEEKDAYS), task("A", 1), usual="base")
    titled = made.apply([Edit(Cell("tasks", "A", "title"), "A", "B")])
    shut = made.apply([Edit(Cell("calendars", "base", "monday"), WEEKDAYS["monday"], "closed")])

    assert calendars_of(titled) is calendars_of(made)
    assert span(shut, "A")[0] == day("1 Dec")

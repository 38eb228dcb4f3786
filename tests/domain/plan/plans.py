"""Small plans by name: ``plan(task("A", days=5), task("B", days=2), link("A", "B"))``; ids are the names."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

from sharedprog.domain.changes import Edit
from sharedprog.domain.fields import Value
from sharedprog.domain.plan.dating import Dates
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row
from sharedprog.domain.registers.bank_holidays import BankHoliday
from sharedprog.domain.registers.programme import ProgrammeRow
from sharedprog.domain.registers.tasks import TASKS, Dependency, Task

TODAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 30)
"""Mon 30 Nov 2026: plans begin here. The next bank holidays are Fri 25 and Mon 28 Dec, and Fri 1 Jan."""
CHRISTMAS = (date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1))


def day(text: str) -> date:
    """A day as ``3 Dec`` of 2026, or as ``2027-01-04``."""
    if "-" in text:
        return date.fromisoformat(text)
    number, month = text.split()
    return date(2026, {"Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12}[month], int(number))


def task(name: str, days: float | None = None, **values: Value) -> Task:
    """A task; ``days`` are working days."""
    minutes = None if days is None else round(days * 480)
    return Task(id=name, exists=True, title=name, **cast(Any, {"duration": minutes, **values}))


def milestone(name: str, **values: Value) -> Task:
    """A milestone."""
    return task(name, 0, **{"milestone": True, **values})


def link(first: str, second: str, lag: float = 0, kind: str = "FS", **values: Value) -> Dependency:
    """The second waits for the first; ``lag`` in days."""
    return Dependency(
        id=f"{first}>{second} {kind}",
        exists=True,
        parent=second,
        predecessor=first,
        kind=kind,
        lag=round(lag * 480),
        **cast(Any, values),
    )


def plan(
    *rows: Row,
    start: date | None = MONDAY,
    holidays: Iterable[date] = CHRISTMAS,
    others: dict[str, list[Row]] | None = None,
    day_one: date | None = None,
) -> Programme:
    """A programme that holds these tasks, in this order where they have none of their own, and links."""
    tasks = [
        row if row.order else replace(row, order=f"a{place:05d}1")
        for place, row in enumerate(rows)
        if isinstance(row, Task)
    ]
    return Programme.of_rows(
        {
            "tasks": tasks,
            "dependencies": [row for row in rows if isinstance(row, Dependency)],
            "bank_holidays": [
                BankHoliday(id=f"h{place}", exists=True, title="Closed", day=each)
                for place, each in enumerate(holidays)
            ],
            "programme": [ProgrammeRow(id="programme", exists=True, start=start, day_one=day_one)],
            **(others or {}),
        }
    )


def dates(programme: Programme, name: str) -> Dates:
    """The dates of a task."""
    return schedule(programme, TODAY).dates[name]


def span(programme: Programme, name: str) -> tuple[date | None, date | None]:
    """The start and the finish of a task."""
    found = dates(programme, name)
    return found.start, found.finish


def after(programme: Programme, edits: Iterable[Edit]) -> Programme:
    """The programme with these edits made."""
    return programme.apply(edits)


def the(programme: Programme, name: str) -> Task:
    """A task by name."""
    found = programme.row(TASKS, name)
    assert found is not None
    return found


def every_day(first: date, last: date) -> list[date]:
    """The days from one to another, both included."""
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]

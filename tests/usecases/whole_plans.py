"""Plans with everything that Microsoft Project can hold, for Hypothesis, as an import would leave them."""

import uuid
from datetime import date, time, timedelta
from typing import Any, cast

from hypothesis import strategies as st

from sharedprog.domain.fields import Value
from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.plan.working_time import WorkingTime
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row
from sharedprog.domain.registers.baselines import Baseline, BaselineDates
from sharedprog.domain.registers.calendars import WEEK, Calendar, CalendarException, WorkWeek
from sharedprog.domain.registers.people import Person
from sharedprog.domain.registers.programme import ProgrammeRow
from sharedprog.domain.registers.tasks import CONSTRAINTS, Dependency, Task
from sharedprog.domain.words import DAYS, MONTHS
from sharedprog.exchange.plain_text import plain_text

MONDAY = date(2026, 11, 30)
HOURS = ("closed", "08:00-12:00, 13:00-17:00", "09:00-15:30", "00:00-24:00", "20:00-24:00", "00:00-04:00, 22:00-24:00")
NEARBY = st.integers(-20, 60).map(lambda days: MONDAY + timedelta(days=days))
CLOCK = st.none() | st.integers(1, 1439).map(lambda minute: time(minute // 60, minute % 60))
WORDS = st.text(min_size=1, max_size=30).map(lambda text: " ".join(plain_text(text).split()) or "Work")
PROSE = st.text(max_size=60).map(lambda text: plain_text(text).strip())
CODES = [option.code for option in CONSTRAINTS]
BY_FINISH = ("fnet", "fnlt", "mfo")


def made(kind: type[Any], number: int, /, **values: Value) -> Any:  # noqa: ANN401 - a row of that kind
    """A row that exists, with an id of its own."""
    return kind(id=uuid.uuid5(uuid.NAMESPACE_OID, f"{kind.__name__} {number}").hex, exists=True, **cast(Any, values))


@st.composite
def rules(draw: st.DrawFn) -> dict[str, Value]:
    """When an exception comes again."""
    repeats = draw(
        st.sampled_from([None, "daily", "weekly", "monthly_day", "monthly_weekday", "yearly_day", "yearly_weekday"])
    )
    if repeats is None:
        return {}
    values: dict[str, Value] = {"repeats": repeats, "times": draw(st.none() | st.integers(1, 20))}
    if not repeats.startswith("yearly"):
        values["every"] = draw(st.integers(2 if repeats == "daily" else 1, 5))
    if repeats == "weekly":
        chosen = draw(st.sets(st.integers(0, 6), min_size=1))
        values["weekdays"] = ", ".join(DAYS[day] for day in sorted(chosen))
    if repeats.endswith("_weekday"):
        chosen = draw(st.sampled_from([{0}, {3}, {6}, set(range(7)), set(range(5)), {5, 6}]))
        values["weekdays"] = ", ".join(DAYS[day] for day in sorted(chosen))
        values["position"] = draw(st.sampled_from(["first", "second", "third", "fourth", "last"]))
    if repeats.endswith("_day"):
        values["month_day"] = draw(st.integers(1, 28))
    if repeats.startswith("yearly"):
        values["month"] = draw(st.sampled_from(MONTHS)).lower()
    return values


@st.composite
def calendars(draw: st.DrawFn) -> list[Row]:
    """One to three sets of working times with exceptions and weeks worked otherwise."""
    rows: list[Row] = []
    for number in range(draw(st.integers(1, 3))):
        week = {day: draw(st.sampled_from(HOURS)) for day in WEEK} | {"tuesday": draw(st.sampled_from(HOURS[1:]))}
        calendar = made(Calendar, number, title=f"Hours {number}", division="none", source=number + 1, **week)
        rows.append(calendar)
        for place in range(draw(st.integers(0, 2))):
            first = draw(NEARBY)
            values = draw(rules())
            last = first + timedelta(days=draw(st.integers(400, 900) if values else st.integers(0, 9)))
            hours = draw(st.sampled_from(HOURS))
            inside = {"title": draw(WORDS), "first": first, "last": last, "hours": hours, **values}
            rows.append(made(CalendarException, 10 * number + place, parent=calendar.id, **inside))
        if draw(st.booleans()):
            first = draw(NEARBY)
            days = {day: draw(st.sampled_from(["", *HOURS])) for day in WEEK}
            last = first + timedelta(days=draw(st.integers(0, 30)))
            rows.append(made(WorkWeek, number, parent=calendar.id, title=draw(WORDS), first=first, last=last, **days))
    return rows


def pair(draw: st.DrawFn, name: str) -> dict[str, Value]:
    """A start and a finish that does not come before it."""
    first = draw(NEARBY)
    last = first + timedelta(days=draw(st.integers(0, 9)))
    return {
        f"{name}start": first,
        f"{name}start_time": draw(CLOCK),
        f"{name}finish": last,
        f"{name}finish_time": draw(CLOCK),
    }


@st.composite
def leaves(draw: st.DrawFn) -> dict[str, Value]:
    """Length, progress and place of a task that has none beneath it."""
    values: dict[str, Value] = {
        "duration": draw(st.integers(0, 6000)),
        "elapsed": draw(st.booleans()),
        "estimated": draw(st.booleans()),
        "percent_complete": draw(st.integers(0, 100)),
    }
    if draw(st.booleans()):
        values |= {"mode": "placed", **pair(draw, "placed_")}
    match draw(st.sampled_from(["waiting", "waiting", "begun", "done"])):
        case "begun":
            values |= {"actual_start": draw(NEARBY), "actual_start_time": draw(CLOCK)}
            usual = round(cast(int, values["duration"]) * (100 - cast(int, values["percent_complete"])) / 100)
            left = draw(st.none() | st.integers(0, 6000))
            values["remaining"] = None if left == usual else left
        case "done":
            values |= pair(draw, "actual_")
        case _:
            pass
    return values


@st.composite
def tasks(draw: st.DrawFn, most: int, of: list[str], owners: list[str]) -> list[Task]:
    """An outline of tasks."""
    count = draw(st.integers(1, most))
    parents = [draw(st.none() | st.integers(0, place - 1)) if place else None for place in range(count)]
    sources = draw(st.lists(st.integers(1, 10**6), min_size=count, max_size=count, unique=True))
    rows: list[Task] = []
    for place, (parent, source) in enumerate(zip(parents, sources, strict=True)):
        constraint = draw(st.sampled_from(CODES))
        values: dict[str, Value] = {
            "parent": rows[parent].id if parent is not None else None,
            "title": draw(WORDS),
            "milestone": draw(st.booleans()),
            "active": draw(st.booleans()),
            "owner": draw(st.none() | st.sampled_from(owners)),
            "calendar": draw(st.none() | st.sampled_from(of)),
            "constraint": constraint,
            "wbs_code": draw(st.just("") | WORDS.map(lambda word: f"W {word}")),
            "description": draw(PROSE),
            "source": source,
        }
        if constraint not in ("asap", "alap"):
            values |= {"constraint_day": draw(NEARBY), "constraint_time": draw(CLOCK)}
        if draw(st.booleans()):
            values |= {"deadline": draw(NEARBY), "deadline_time": draw(CLOCK)}
        if draw(st.booleans()):
            values |= {**pair(draw, "baseline_"), "baseline_duration": draw(st.none() | st.integers(0, 3000))}
        if place not in parents:
            values |= draw(leaves())
        rows.append(made(Task, place, order=f"{place:04d}", **values))
    return rows


@st.composite
def links(draw: st.DrawFn, rows: list[Task]) -> list[Dependency]:
    """Links that run forward, one between any two, none between a summary task and what is beneath it."""
    parents = {row.id: row.parent for row in rows}
    pairs = [
        (one.id, other.id)
        for place, one in enumerate(rows)
        for other in rows[place + 1 :]
        if one.id not in _above(other.id, parents)
    ]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=len(rows))) if pairs else []
    found = []
    for number, (first, second) in enumerate(chosen):
        values: dict[str, Value] = {"kind": draw(st.sampled_from(["FS", "SS", "FF", "SF"]))}
        values["lag_kind"] = draw(st.sampled_from(["working", "elapsed", "percent"]))
        values["lag_percent" if values["lag_kind"] == "percent" else "lag"] = draw(st.integers(-900, 900))
        found.append(made(Dependency, number, parent=second, predecessor=first, **values))
    return found


def _above(task_id: str, parents: dict[str, str | None]) -> set[str | None]:
    found: set[str | None] = set()
    parent = parents[task_id]
    while parent is not None:
        found.add(parent)
        parent = parents[parent]
    return found


@st.composite
def whole_plans(draw: st.DrawFn, most: int = 7) -> Programme:
    """A programme with nothing but a plan."""
    working = draw(calendars())
    chosen = [row.id for row in working if isinstance(row, Calendar)]
    people = [made(Person, number, title=f"Person {number}", email=f"{number}@ashmere.example") for number in range(3)]
    rows = draw(tasks(most, chosen, [person.id for person in people]))
    waits = draw(links(rows))
    numbers = draw(st.sets(st.integers(1, 10), max_size=3))
    kept = {number: made(Baseline, number, title=f"Baseline {number}", number=number) for number in numbers}
    dates = [
        made(BaselineDates, 100 * place + number, parent=row.id, baseline=baseline.id, **pair(draw, ""))
        for place, row in enumerate(rows)
        for number, baseline in kept.items()
    ]
    if any(row.baseline_start is not None for row in rows):
        kept[0] = made(Baseline, 0, title="Baseline", number=0)
    minutes = draw(st.integers(60, 1440))
    backwards = draw(st.booleans())
    settings = made(
        ProgrammeRow,
        0,
        title=draw(WORDS),
        calendar=chosen[0],
        start=MONDAY,
        start_time=draw(CLOCK),
        schedule_from="finish" if backwards else "start",
        finish=MONDAY + timedelta(days=90) if backwards else None,
        finish_time=draw(CLOCK) if backwards else None,
        status_day=draw(st.none() | NEARBY),
        critical_float=minutes * draw(st.integers(0, 3)),
        day_minutes=minutes,
        baseline=kept[0].id if 0 in kept else None,
    )
    found: dict[str, list[Row]] = {}
    keys = {Calendar: "calendars", CalendarException: "calendar_exceptions", WorkWeek: "work_weeks", Task: "tasks"}
    keys |= {Dependency: "dependencies", Baseline: "baselines", BaselineDates: "baseline_dates", Person: "people"}
    keys |= {ProgrammeRow: "programme"}
    for row in (*working, *people, *rows, *waits, *kept.values(), *dates, settings):
        found.setdefault(keys[type(row)], []).append(row)
    return Programme.of_rows(found)


PLAN = ("programme", "calendars", "calendar_exceptions", "work_weeks", "baselines", "baseline_dates")
UNIMPORTANT = frozenset({"id", "ref", "order"})


def said(programme: Programme) -> dict[str, list[Any]]:
    """Everything that a plan says, with names and numbers in place of ids, and usual times of day left out."""
    names: dict[str, object] = {}
    for key, table in programme.tables.items():
        for row in table.existing:
            of_row = cast(Any, row)
            names[row.id] = of_row.source if key in ("tasks", "calendars") else getattr(row, "title", "")
    rows = cast(Any, programme.tables["tasks"].existing)
    used = {row.calendar for row in rows} | {programme.settings.calendar}
    found: dict[str, list[Any]] = {}
    for key in (*PLAN, "tasks", "dependencies"):
        found[key] = []
        for row in programme.tables[key].existing:
            if (row.id if key == "calendars" else getattr(row, "parent", None)) not in used and key in PLAN[1:4]:
                continue
            values = {name: value for name, value in vars(row).items() if name not in UNIMPORTANT}
            values |= _without_usual_times(programme, key, row)
            if key == "calendars":
                values |= {"week": calendars_of(programme).named(row.id).week} | dict.fromkeys(WEEK)
            found[key].append({name: names.get(cast(Any, value), value) for name, value in values.items()})
    found["calendars"].sort(key=lambda values: values["source"])
    for key, name in (("calendar_exceptions", "parent"), ("work_weeks", "parent"), ("tasks", "source")):
        found[key].sort(key=lambda values, name=name: values[name])  # type: ignore[misc]  # the name is bound at once
    for key in ("baselines", "baseline_dates", "dependencies"):
        found[key].sort(key=repr)
    owners = {row.owner for row in rows}
    people = cast(Any, programme.tables["people"].existing)
    found["people"] = sorted((row.title, row.email) for row in people if row.id in owners)
    return found


def _without_usual_times(programme: Programme, key: str, row: Row) -> dict[str, Value]:
    """The times of day of a row, those at which work begins or ends anyway left out."""
    known = calendars_of(programme)
    values = vars(row)
    if key == "programme":
        return {name: _unusual(known.usual, values, name) for name in ("start_time", "finish_time")}
    task = (
        row
        if key == "tasks"
        else next((t for t in programme.tables["tasks"].existing if t.id == values.get("parent")), None)
    )
    if key not in ("tasks", "baseline_dates") or not isinstance(task, Task):
        return {}
    measure = known.of(task)
    times = [name for name in values if name.endswith("_time")]
    found: dict[str, Value] = {name: _unusual(measure, values, name) for name in times}
    if key == "tasks":
        by_finish = task.constraint in BY_FINISH and bool(task.duration)
        found["constraint_time"] = _unusual(measure, values, "constraint_time", at_end=by_finish)
        happened = not task.duration and task.actual_start is not None and task.actual_finish is not None
        if happened:
            found["actual_start_time"] = _unusual(measure, values, "actual_start_time", at_end=True)
    return found


def _unusual(measure: WorkingTime, values: dict[str, Any], name: str, *, at_end: bool | None = None) -> time | None:
    day = values[{"constraint_time": "constraint_day"}.get(name, name.removesuffix("_time"))]
    clock: time | None = values[name]
    if day is None or clock is None:
        return None
    ends = name.endswith(("finish_time", "deadline_time")) if at_end is None else at_end
    hours = measure.hours(day)
    usual = (hours[-1][1] if ends else hours[0][0]) if hours else (1439 if ends else 0)
    return None if clock.hour * 60 + clock.minute == usual else clock

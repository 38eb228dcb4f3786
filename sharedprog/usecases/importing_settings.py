"""Settings of a Microsoft Project plan: the programme takes them while its own plan is empty, else they are told."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sharedprog.domain.fields import Value, Whole
from sharedprog.domain.plan.working_time import WorkingTime
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.values import show
from sharedprog.exchange.project_plan import ProjectPlan
from sharedprog.usecases.importing_baselines import PlanBaselines
from sharedprog.usecases.importing_calendars import PlanCalendars
from sharedprog.usecases.importing_moments import finish_parts, start_parts
from sharedprog.usecases.importing_rows import PlannedRow, state_of

WHERE = "Settings"
TOLD = ("start", "schedule_from", "finish", "status_day", "critical_float", "day_minutes")
"""Settings that are told where they differ, and stay as they are."""


def planned_settings(
    programme: Programme, plan: ProjectPlan, calendars: PlanCalendars, baselines: PlanBaselines
) -> tuple[tuple[PlannedRow, ...], list[str]]:
    """The row of settings where they are taken, and sentences about those that are not."""
    settings = programme.settings
    stated = _stated(plan, calendars)
    notes = []
    lengths = PROGRAMME.fields["day_minutes"]
    if isinstance(lengths, Whole) and not lengths.lowest <= plan.minutes_per_day <= lengths.highest:
        notes.append(f"A day of {plan.minutes_per_day} minutes is taken as one of {settings.day_minutes}.")
        del stated["day_minutes"]
    if not calendars.replaces:
        return (), [*notes, *_differences(programme, stated)]
    if calendars.own is not None:
        stated["calendar"] = calendars.id_of(calendars.own)
    if 0 in baselines.ids:
        stated["baseline"] = baselines.ids[0]
    values = {name: value for name, value in stated.items() if value != getattr(settings, name)}
    rows = programme.rows(PROGRAMME)
    if not rows:
        values["title"] = plan.title[:300] or "Programme"
        return (PlannedRow(PROGRAMME.key, calendars.make_id(), WHERE, None, plan.title, "new", values),), notes
    state = state_of(known=True, values=values)
    return (PlannedRow(PROGRAMME.key, settings.id, WHERE, None, settings.title, state, values),), notes


def _stated(plan: ProjectPlan, calendars: PlanCalendars) -> dict[str, Value]:
    measure = calendars.usual
    stated: dict[str, Value] = {
        "schedule_from": "start" if plan.scheduled_from_start else "finish",
        "critical_float": plan.critical_days * plan.minutes_per_day,
        "day_minutes": plan.minutes_per_day,
        "status_day": _status_day(plan.status_date, measure),
    }
    if plan.start is not None:
        stated["start"], stated["start_time"] = start_parts(plan.start, measure)
    if not plan.scheduled_from_start and plan.finish is not None:
        stated["finish"], stated["finish_time"] = finish_parts(plan.finish, measure)
    return stated


def _status_day(moment: datetime | None, measure: WorkingTime) -> date | None:
    """The last day of which progress is known: one whose work had not begun by then is not among them."""
    if moment is None:
        return None
    hours = measure.hours(moment.date())
    begins = time(hours[0][0] // 60, hours[0][0] % 60) if hours else time()
    return moment.date() - timedelta(days=moment.time() <= begins)


def _differences(programme: Programme, stated: dict[str, Value]) -> list[str]:
    """A sentence about the settings of the file that the programme does not take over; none where all agree."""
    settings = programme.settings
    told = [
        f"{PROGRAMME.fields[name].label.lower()} {show(PROGRAMME.fields[name], stated[name], programme)}"
        for name in TOLD
        if name in stated and stated[name] != getattr(settings, name) and stated[name] is not None
    ]
    if not told:
        return []
    return [f"The programme's plan is not empty, so its own settings stay. The file has others: {'; '.join(told)}."]

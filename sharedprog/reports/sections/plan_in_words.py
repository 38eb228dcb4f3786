"""The plan in words, after its chart: every task with every field that holds something, its links and its notes."""

from __future__ import annotations

from datetime import date

from sharedprog.domain.columns import columns_of
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.plan.baselines import FIELDS
from sharedprog.domain.plan.figures import finish_of, start_of
from sharedprog.domain.plan.outline import OutlineRow
from sharedprog.domain.registers.baselines import BASELINE_DATES
from sharedprog.domain.registers.notes import NOTES
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS, Task
from sharedprog.domain.words import clock_words
from sharedprog.reports.boxes import section_head
from sharedprog.reports.columns import Column
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part
from sharedprog.reports.page import A4_LANDSCAPE
from sharedprog.reports.places import place_of
from sharedprog.reports.records import Relations, family, in_line, relations, stacked, told
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import day, rating

_SUMMARY = (
    "Pairs of days are start and finish. Dates are worked out, as soon as possible, and links are from finish to start "
    "without a lag, unless a line says otherwise. Empty fields are left out."
)
_WHO = ("owner", "workstream", "partner")
_DETAILS = (
    "description",
    "mode",
    "elapsed",
    "estimated",
    "calendar",
    "optimistic",
    "pessimistic",
    "remaining",
    "baseline_duration",
    "wbs_code",
    "source",
)
_MOMENTS = ("placed_start", "placed_finish", "deadline")
_USUAL = {
    "mode": "scheduled",
    "elapsed": False,
    "estimated": False,
    "wbs_code": "",
    "description": "",
    "constraint": "asap",
    "kind": "FS",
    "lag": 0,
    "lag_kind": "working",
}
"""What is not told of a task or a link, because nearly every one has it."""


def plan_in_words(order: PackOrder) -> Section:
    """One row for each row of the chart."""
    place = place_of(order, "annex_gantt")
    links = relations(order.programme)
    columns = [
        Column("WBS, ref", width=46, dense=True),
        Column("Task", share=2.0, dense=True),
        Column("Days, done", width=52, dense=True),
        Column("Now", width=82, dense=True),
        Column("Baseline", width=82, dense=True),
        Column("Actual", width=82, dense=True),
        Column("Slip, float", width=52, dense=True),
        Column("Waits for, notes, links", dense=True),
    ]
    rows: list[Row] = [_row(order, each, links) for each in order.view.outline.values()]
    head = section_head("The plan in words", summary=_SUMMARY, item=place.label)
    table = Table(columns, rows, empty="The plan is empty.")
    return Section("plan_in_words", "The plan in words", [*head, table], place.label, A4_LANDSCAPE, level=1)


def _row(order: PackOrder, each: OutlineRow, links: Relations) -> Row:
    task, view = each.task, order.view
    dates = view.schedule.dates[task.id]
    below = [*_waits(order, task), *_baselines(order, task), *family(view, NOTES.key, task)]
    below += [[bold("Links")]] if links.get(task.id) else []
    below += [[words] for words in links.get(task.id, ())]
    length = "Milestone" if task.milestone else _words(order, task, "days")
    slack: list[Part] = [_pair(_words(order, task, "slip"), _words(order, task, "total_float"))]
    if dates.critical:
        slack += ["\n", rating("red", "critical")]
    return [
        [bold(each.wbs), muted(f"\n{task.ref}")],
        _told(order, task),
        _pair(length, _words(order, task, "percent_complete")),
        _days(dates.start, dates.finish),
        _pair(_moment(order, task, "baseline_start"), _moment(order, task, "baseline_finish")),
        _pair(_moment(order, task, "actual_start"), _moment(order, task, "actual_finish")),
        slack,
        stacked(below),
    ]


def _baselines(order: PackOrder, task: Task) -> list[list[Part]]:
    """What other baselines say of it; the one in force has a column of its own."""
    rows = order.programme.children(BASELINE_DATES, task.id)
    held = [getattr(task, f"baseline_{name}") for name in FIELDS]
    in_force = order.programme.settings.baseline
    others = [row for row in rows if row.baseline != in_force or [getattr(row, name) for name in FIELDS] != held]
    lines = [["• ", *in_line(order.view, BASELINE_DATES.key, row)] for row in others]
    return [[bold(BASELINE_DATES.title)], *lines] if lines else []


def _told(order: PackOrder, task: Task) -> list[Part]:
    """Its name, who does it for which workstream and partner, and what is not usual about it."""
    who = " · ".join(filter(None, (_words(order, task, name) for name in _WHO)))
    lines: list[list[Part]] = [[bold(task.title)]]
    if who:
        lines.append([muted(who)])
    if not task.active:
        lines.append(["Not in the plan: it moves no other task"])
    unusual = [name for name in _DETAILS if getattr(task, name) != _USUAL.get(name)]
    if task.baseline_duration == order.view.schedule.dates[task.id].minutes:
        unusual = [name for name in unusual if name != "baseline_duration"]
    lines += told(order.view, TASKS.key, task, unusual)
    for name in _MOMENTS:
        if getattr(task, name) is not None or getattr(task, f"{name}_time") is not None:
            lines.append([muted(f"{TASKS.fields[name].label} "), _moment(order, task, name)])
    if task.constraint != _USUAL["constraint"] or task.constraint_day is not None:
        lines.append([_line(_words(order, task, "constraint"), _moment(order, task, "constraint_day"))])
    dates = order.view.schedule.dates[task.id]
    if task.duration is not None and task.duration != dates.minutes and not task.milestone:
        lines.append([muted("Planned "), _words(order, task, "duration")])
    return stacked(lines)


def _waits(order: PackOrder, task: Task) -> list[list[Part]]:
    """``T-003``, ``T-004, Start to start, 2 d``: what it waits for, in a line."""
    columns = columns_of(DEPENDENCIES.key)
    told_links: list[str] = []
    for link in order.programme.children(DEPENDENCIES, task.id):
        before = order.programme.row(TASKS, link.predecessor)
        parts = [before.ref if before is not None else columns["predecessor"].shown(order.view, link).text]
        names = [name for name in ("kind", "lag", "lag_kind", "lag_percent") if getattr(link, name) != _USUAL.get(name)]
        parts += [columns[name].shown(order.view, link).text for name in names]
        told_links.append(", ".join(filter(None, parts)))
    return [[muted("Waits for "), "; ".join(told_links)]] if told_links else []


def _words(order: PackOrder, task: Task, name: str) -> str:
    return columns_of(TASKS.key)[name].shown(order.view, task).text


def _moment(order: PackOrder, task: Task, name: str) -> str:
    """A day, with the time of day where it is not the usual one of its calendar."""
    on, clock = getattr(task, name), getattr(task, f"{name.removesuffix('_day')}_time")
    if on is None:
        return "" if clock is None else clock_words(clock)
    measure = order.view.schedule.worked.frame.calendars.of(task)
    usual = start_of if name.endswith("start") or name == "constraint_day" else finish_of
    if clock is None or usual(measure, on, clock) == usual(measure, on, None):
        return day(on)
    return f"{day(on)} {clock_words(clock)}"


def _line(*words: str) -> str:
    return " ".join(filter(None, words))


def _pair(first: str, second: str) -> str:
    return "\n".join(filter(None, (first, second)))


def _days(start: date | None, finish: date | None) -> str:
    """Start above finish; nothing where neither is known."""
    if start is None and finish is None:
        return ""
    return f"{day(start)}\n{day(finish)}"

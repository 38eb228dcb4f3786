"""The plan in words, after its chart: every task with every field that holds something, its links and its notes."""

from __future__ import annotations

from sharedprog.domain.columns import columns_of
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.plan.outline import OutlineRow
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.reports.boxes import section_head
from sharedprog.reports.columns import Column
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part
from sharedprog.reports.page import A4_LANDSCAPE
from sharedprog.reports.places import place_of
from sharedprog.reports.records import Relations, family, relations, stacked, told
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold, muted

_SUMMARY = (
    "Dates are worked out from links, as soon as possible, unless a line says otherwise. Of a finish the first line is "
    "the start. Empty fields are left out."
)
_WHO = ("owner", "workstream", "partner")
_DETAILS = (
    "description",
    "milestone",
    "mode",
    "constraint",
    "constraint_day",
    "placed_start",
    "placed_finish",
    "deadline",
    "source",
)
_USUAL = {"mode": "scheduled", "constraint": "asap"}
"""What is not told of a task, because nearly every one has it."""
_CHILDREN = ("dependencies", "notes")


def plan_in_words(order: PackOrder) -> Section:
    """One row for each row of the chart."""
    place = place_of(order, "annex_gantt")
    links = relations(order.programme)
    columns = [
        Column("WBS, ref", width=50, dense=True),
        Column("Task", share=1.5, dense=True),
        Column("Now", width=112, dense=True),
        Column("Baseline, slip", width=112, dense=True),
        Column("Done, float", width=112, dense=True),
        Column("Waits for, notes, links", share=1.1, dense=True),
    ]
    rows: list[Row] = [_row(order, each, links) for each in order.view.outline.values()]
    head = section_head("The plan in words", summary=_SUMMARY, item=place.label)
    table = Table(columns, rows, empty="The plan is empty.")
    return Section("plan_in_words", "The plan in words", [*head, table], place.label, A4_LANDSCAPE, level=1)


def _row(order: PackOrder, each: OutlineRow, links: Relations) -> Row:
    task, view = each.task, order.view
    details = tuple(name for name in _DETAILS if getattr(task, name) != _USUAL.get(name, object()))
    who = " · ".join(filter(None, (_words(order, task, name) for name in _WHO)))
    named: list[Part] = [bold(task.title), muted(f"\n{who}" if who else "")]
    lines = told(view, TASKS.key, task, details)
    below: list[list[Part]] = [line for child in _CHILDREN for line in family(view, child, task)]
    below += [["Links"]] if links.get(task.id) else []
    below += [[words] for words in links.get(task.id, ())]
    return [
        [bold(each.wbs), muted(f"\n{task.ref}")],
        [*named, *(["\n", *stacked(lines)] if lines else [])],
        _lines(order, task, ("start", "finish", "days")),
        _lines(order, task, ("baseline_start", "baseline_finish", "slip")),
        _lines(order, task, ("actual_start", "actual_finish", "progress", "total_float", "critical")),
        stacked(below),
    ]


def _words(order: PackOrder, task: Task, name: str) -> str:
    return columns_of(TASKS.key)[name].shown(order.view, task).text


def _lines(order: PackOrder, task: Task, names: tuple[str, ...]) -> list[Part]:
    return stacked(told(order.view, TASKS.key, task, names))

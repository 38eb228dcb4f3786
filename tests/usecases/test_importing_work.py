"""Durations that follow from assigned work."""

from dataclasses import replace
from pathlib import Path

import pytest

from sharedprog.exchange.project_plan import PlanTask, ProjectPlan
from sharedprog.exchange.project_xml import read_project
from sharedprog.usecases.importing_work import as_long_as_their_work

XML = """<?xml version="1.0"?>
<Project xmlns="http://schemas.microsoft.com/project"><MinutesPerDay>480</MinutesPerDay><Tasks>
<Task><UID>1</UID><ID>1</ID><Name>Move</Name><Type>0</Type><OutlineLevel>1</OutlineLevel>
<Start>2026-11-30T08:00:00</Start><Finish>2026-12-04T17:00:00</Finish><Duration>PT80H0M0S</Duration></Task>
</Tasks><Resources><Resource><UID>1</UID><Name>Ana</Name><Type>1</Type></Resource></Resources>
<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Work>PT20H0M0S</Work><Units>0.5</Units>
</Assignment></Assignments></Project>"""


@pytest.fixture
def plan(tmp_path: Path) -> ProjectPlan:
    """One task of ten days that is stated to take five, as the half-time work assigned to it does."""
    path = tmp_path / "plan.xml"
    path.write_text(XML, encoding="utf-8")
    return read_project(path)


def taken(plan: ProjectPlan, **values: object) -> int | None:
    tasks = tuple(replace(task, **values) for task in plan.tasks)  # type: ignore[arg-type]  # fields by name
    (task,) = as_long_as_their_work(replace(plan, tasks=tasks)).tasks
    assert isinstance(task, PlanTask)
    return task.duration


def test_a_task_whose_stated_dates_bear_its_work_out_takes_as_long_as_its_work(plan: ProjectPlan) -> None:
    assert taken(plan) == 2400


def test_a_duration_that_its_dates_bear_out_is_kept(plan: ProjectPlan) -> None:
    assert taken(plan, duration=2400) == 2400
    assert taken(plan, duration=2420) == 2420


@pytest.mark.parametrize("flag", ["fixed_duration", "manual", "summary", "elapsed"])
def test_what_does_not_go_by_its_work_keeps_its_duration(plan: ProjectPlan, flag: str) -> None:
    assert taken(plan, **{flag: True}) == 4800


def test_begun_work_and_work_without_dates_keep_their_duration(plan: ProjectPlan) -> None:
    assert taken(plan, actual_start=plan.tasks[0].start) == 4800
    assert taken(plan, start=None) == 4800


def test_work_that_is_spread_unevenly_says_nothing(plan: ProjectPlan, tmp_path: Path) -> None:
    path = tmp_path / "contoured.xml"
    path.write_text(XML.replace("<Units>", "<WorkContour>3</WorkContour><Units>"), encoding="utf-8")
    assert taken(read_project(path)) == 4800

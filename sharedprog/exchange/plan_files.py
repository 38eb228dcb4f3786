"""Plans of every kind of file that is read, by its ending: each becomes the same ``ProjectPlan``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sharedprog.exchange.conversion import converted
from sharedprog.exchange.gantt_project import read_gantt_project
from sharedprog.exchange.plan_formats import GANTTPROJECT
from sharedprog.exchange.project_plan import ProjectPlan, Unread
from sharedprog.exchange.project_records import PrimaveraPlan
from sharedprog.exchange.project_xml import project_in, read_project


def read_plan(path: Path) -> ProjectPlan:
    """The plan, its problems and what was left; raises ``Unreadable`` where the file is none."""
    match path.suffix.lower():
        case ".xml":
            try:
                return read_project(path)
            except PrimaveraPlan:
                return _by_conversion(path)
        case ending if ending == GANTTPROJECT:
            return read_gantt_project(path)
        case _:
            return _by_conversion(path)


def _by_conversion(path: Path) -> ProjectPlan:
    made = converted(path)
    plan = project_in(path, made.xml)
    left = tuple(Unread(place=f"Other plans/{name.replace('/', ' ')}", count=1, telling=1) for name in made.others)
    return replace(plan, unread=(*plan.unread, *left))

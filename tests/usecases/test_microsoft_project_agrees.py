"""Plans that others made: imported, worked out anew, and held against the values that Microsoft Project stored.

The stored values stand beside each plan as JSON, read from the file itself. Every field of every task without tasks
beneath it is compared in working time; what differs is listed here by name, with the reason.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from sharedprog.domain.plan.axis import at
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.usecases import history
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing import carry_out, plan_import

PLANS = Path(__file__).parents[2].parent / "shared" / "data" / "plans"
MOMENTS = {
    "start": "start_at",
    "finish": "finish_at",
    "es": "early_start",
    "ef": "early_finish",
    "ls": "late_start_at",
    "lf": "late_finish_at",
}
MINUTES = {"total_slack_min": "total_float_minutes", "free_slack_min": "free_float_minutes"}
FIELDS = frozenset({*MOMENTS, *MINUTES, "critical"})
EXPLAINED: dict[str, dict[str, frozenset[str]]] = {
    # Written by the MPXJ library for GanttProject, which keeps dates of its own and no constraints; MPXJ's scheduler
    # agrees with none of them either.
    "HouseBuildingSample.gan": {"": frozenset({"start", "finish", "free_slack_min", "critical"})},
    # Written by OpenProj without late dates; what it calls slack is not what follows from its links.
    "New_Product.xml": {"": frozenset({"total_slack_min", "free_slack_min", "critical"})},
    # A milestone that nothing waits for and that has float: its free float is its total float, but 0 is stored.
    "New_Product.mpp": {"Inventory available": frozenset({"free_slack_min"})},
    # Stored finishes are at midnight of the day that work ended on, not at its end; on the second task two people work
    # by day and by night, of whom the one who ends last is gone by.
    "sample.mpx": {
        "": frozenset({"finish", "ef", "ls", "lf", "total_slack_min", "free_slack_min"}),
        "Second Task": frozenset({"start", "es"}),
    },
    # Tasks placed by hand are never critical in Microsoft Project; here they are when they have no float.
    "task-baselines-project2010-mspdi.xml": {"": frozenset({"critical"})},
}
"""Fields that differ, by task name (empty for any task), by file."""


def plans() -> list[tuple[Path, Path]]:
    """The plans in XML with the values stored for each."""
    found = []
    for path in sorted(PLANS.glob("*.xml")):
        source = PLANS / f"{path.name.removesuffix('.mspdi.xml')}.stored.json"
        found.append((path, source if source.exists() else PLANS / f"{path.name}.stored.json"))
    return found


pytestmark = pytest.mark.skipif(not plans(), reason="the plans of others are not at hand")


def moment(text: str) -> int:
    found = datetime.fromisoformat(text)
    return at(found.date(), found.hour * 60 + found.minute)


def differing(schedule: Schedule, task_id: str, stored: dict[str, Any], document: Document) -> set[str]:
    """The fields in which a task differs from what is stored of it."""
    dates, task = schedule.dates[task_id], document.programme.row(TASKS, task_id)
    assert task is not None
    working = schedule.worked.frame.calendars.of(task)
    wrong = set()
    for name, ours in MOMENTS.items():
        value = getattr(dates, ours)
        if stored.get(name) and (value is None or working.between(moment(value.isoformat()), moment(stored[name]))):
            wrong.add(name)
    for name, ours in MINUTES.items():
        value = getattr(dates, ours)
        if stored.get(name) is not None and (value is None or abs(value - stored[name]) >= 1):
            wrong.add(name)
    return wrong | ({"critical"} if dates.critical != stored["critical"] else set())


@pytest.mark.parametrize(("path", "stored"), plans(), ids=lambda path: path.name)
def test_the_dates_and_float_are_those_that_were_stored(path: Path, stored: Path, document: Document) -> None:
    held = json.loads(stored.read_text(encoding="utf-8"))
    carry_out(document, plan_import(document, path, dates="reschedule"))
    schedule = history.view(document).schedule
    by_uid = {task.source: task.id for task in document.rows(TASKS)}
    explained = EXPLAINED.get(stored.name.removesuffix(".stored.json"), {})

    wrong = {}
    for each in held["tasks"]:
        if each["summary"]:
            continue
        left = differing(schedule, by_uid[each["uid"]], each, document)
        left -= explained.get("", frozenset()) | explained.get(each["name"], frozenset())
        if left:
            wrong[f"{each['id']} {each['name']}"] = sorted(left)

    assert wrong == {}
    assert {field for fields in explained.values() for field in fields} <= FIELDS

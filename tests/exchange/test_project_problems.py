"""What is wrong in a plan is listed, with the element and its line, and the rest is read."""

from pathlib import Path

import pytest

from sharedprog.exchange.project_plan import ProjectPlan
from sharedprog.exchange.project_values import MOST_PROBLEMS
from sharedprog.exchange.project_xml import read_project
from tests.exchange.plans import FIRST_TASK_LINE, elements, plan_file, task, waits_for


def problems(folder: Path, *tasks: str, project: str = "", after: str = "") -> tuple[list[str], ProjectPlan]:
    plan = read_project(plan_file(folder, *tasks, project=project, after=after))
    return [problem.sentence() for problem in plan.problems], plan


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"Start": "soon"}, "Start: found “soon”; expected a day and time such as 2026-12-03T08:00:00"),
        ({"Finish": "0001-01-01T00:00:00"}, "Finish: found “0001-01-01T00:00:00”; expected a day and time"),
        ({"Deadline": "2026-02-30T08:00:00"}, "Deadline: found “2026-02-30T08:00:00”"),
        ({"ActualStart": "NA"}, "ActualStart: found “NA”"),
        ({"Duration": "PT9999999H0M0S"}, "Duration: found “PT9999999H0M0S”; expected a duration in hours"),
        ({"Duration": "P5D"}, "Duration: found “P5D”"),
        ({"Duration": "PT"}, "Duration: found “PT”"),
        ({"Duration": "5 days"}, "Duration: found “5 days”"),
        ({"PercentComplete": 140}, "PercentComplete: found “140”; expected a whole number from 0 to 100"),
        ({"PercentComplete": "half"}, "PercentComplete: found “half”"),
        ({"Milestone": "maybe"}, "Milestone: found “maybe”; expected 1 for yes or 0 for no"),
        ({"ConstraintType": 9}, "ConstraintType: found “9”; expected a whole number from 0 to 7"),
        ({"ConstraintType": 2}, "ConstraintDate: found nothing; expected the date of the constraint"),
        ({"OutlineLevel": -4}, "OutlineLevel: found “-4”"),
        ({"Priority": "9" * 5000}, "Priority: found “999"),
    ],
)
def test_a_value_that_cannot_be_read_is_named_and_the_task_stays(
    tmp_path: Path, fields: dict[str, object], said: str
) -> None:
    said_here, plan = problems(tmp_path, task(1), task(2, "Go live", **fields))

    (sentence,) = said_here
    second = FIRST_TASK_LINE + 6
    assert sentence.startswith(f"Task 2 “Go live”, line {second}, {said}")
    assert len(plan.tasks) == 2
    (name,) = fields
    if name in ("Start", "Finish", "Deadline", "ActualStart", "Duration"):
        unread = {"Start": "start", "Finish": "finish", "ActualStart": "actual_start"}.get(name, name.lower())
        assert getattr(plan.tasks[1], unread) is None


def test_two_tasks_of_one_uid_are_told_and_the_second_is_left_out(tmp_path: Path) -> None:
    said, plan = problems(tmp_path, task(1, "First"), task(2), task(1, "Second", waits_for(2), ID=3))

    (sentence,) = said
    assert sentence == (
        "Task 3 “Second”, line 16, UID: found “1”; "
        "expected a number of its own, for line 4 has it too; this one is left out."
    )
    assert [one.name for one in plan.tasks] == ["First", "Task 2"]
    assert plan.links == ()


def test_a_task_without_a_uid_is_told(tmp_path: Path) -> None:
    said, plan = problems(tmp_path, "<Task>\n<Name>Lost</Name></Task>", task(2))

    assert said == [
        "Task without a number “Lost”, line 4, UID: found nothing; expected the number that Project gives each task."
    ]
    assert [one.uid for one in plan.tasks] == [2]


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ([(2, 99)], "found “a link from task UID 99”; expected a link to a task that is in the plan; it is left out."),
        ([(2, 2)], "found “a link from task 2 Task 2”; expected a link to another task; it is left out."),
        ([(2, 1), (2, 1)], "expected one link of a kind between the two, and line 15 has it; this one is left out."),
        ([(3, 1), (1, 3)], "found “a loop: 3 Task 3 → 1 Task 1 → 3 Task 3”; expected links that never lead back"),
        ([(5, 4)], "expected no link between a summary task and a task beneath it; it is left out."),
        ([(4, 5)], "expected no link between a summary task and a task beneath it; it is left out."),
    ],
)
def test_links_that_cannot_be_are_told_and_left_out(tmp_path: Path, links: list[tuple[int, int]], said: str) -> None:
    inside: dict[int, list[str]] = {uid: [] for uid in range(1, 6)}
    for successor, predecessor in links:
        inside[successor].append(waits_for(predecessor))
    tasks = [task(uid, "", *inside[uid], OutlineLevel=2 if uid == 5 else 1) for uid in inside]

    sentences, plan = problems(tmp_path, *tasks)

    assert len(sentences) == 1
    assert ", PredecessorLink: " in sentences[0]
    assert "line " in sentences[0]
    assert said in sentences[0]
    assert len(plan.links) == len(links) - 1


def test_a_link_to_another_project_is_told(tmp_path: Path) -> None:
    link = waits_for(-65535, CrossProject=1, CrossProjectName="ict.mpp\\12")

    said, plan = problems(tmp_path, task(1, "Go live", link))

    (sentence,) = said
    assert sentence == (
        "Task 1 “Go live”, line 9, PredecessorLink: found “ict.mpp\\12”; "
        "expected a link to a task of this plan; it is left out."
    )
    assert plan.links == ()


def test_loops_within_loops_leave_no_loop(tmp_path: Path) -> None:
    count = 40
    tasks = [task(uid, "", *(waits_for((uid * step) % count + 1) for step in (1, 3, 7))) for uid in range(1, count + 1)]

    _, plan = problems(tmp_path, *tasks)

    waiting = {
        one.uid: {link.predecessor_uid for link in plan.links if link.successor_uid == one.uid} for one in plan.tasks
    }
    while free := [uid for uid, those in waiting.items() if not those]:
        waiting = {uid: those - set(free) for uid, those in waiting.items() if uid not in free}
    assert waiting == {}
    assert len(plan.links) > count


def test_levels_that_jump_are_told_and_mended(tmp_path: Path) -> None:
    said, plan = problems(tmp_path, task(1, OutlineLevel=3), task(2, OutlineLevel=1), task(3, OutlineLevel=4))

    below = "expected a level of at most {}, one below the task above it."
    assert said == [
        f"Task 1 “Task 1”, line 4, OutlineLevel: found “3”; {below.format(1)}",
        f"Task 3 “Task 3”, line 16, OutlineLevel: found “4”; {below.format(2)}",
    ]
    assert [(one.level, one.parent_uid) for one in plan.tasks] == [(1, None), (1, None), (2, 2)]


def test_an_outline_of_twenty_thousand_levels_is_told_and_mended(tmp_path: Path) -> None:
    count = 20_000
    rows = (f"<Task><UID>{n}</UID><OutlineLevel>{n}</OutlineLevel></Task>" for n in range(1, count + 1))

    said, plan = problems(tmp_path, *rows)

    assert len(said) == MOST_PROBLEMS + 1
    assert said[0] == ("Task 101, line 4, OutlineLevel: found “101”; expected an outline at most 100 levels deep.")
    assert (
        said[-1]
        == f"The plan: found “{count - 100 - MOST_PROBLEMS:,} more problems”; expected those above to be mended first."
    )
    assert len(plan.tasks) == count
    assert max(one.level for one in plan.tasks) == 100


def test_assignments_of_what_is_not_there_are_told(tmp_path: Path) -> None:
    after = (
        f"<Resources><Resource>{elements(UID=1, Name='Head of IT')}</Resource>\n"
        f"<Resource>{elements(UID=1, Name='Twin')}</Resource><Resource><Name>Lost</Name>\n</Resource></Resources>"
        "<Assignments>"
        f"<Assignment>{elements(TaskUID=9, ResourceUID=1)}</Assignment>"
        f"<Assignment>{elements(TaskUID=1, ResourceUID=8)}</Assignment></Assignments>"
    )

    said, plan = problems(tmp_path, task(1), after=after)

    assert [sentence.partition("; expected ")[0].replace("\n", " ") for sentence in said] == [
        "Resource 1, line 14, UID: found “1”",
        "Resource “Lost”, line 16, UID: found nothing",
        "An assignment, line 17, TaskUID: found “9”",
        "An assignment, line 19, ResourceUID: found “8”",
    ]
    assert [who.name for who in plan.resources] == ["Head of IT"]
    assert plan.assignments == ()


def test_a_calendar_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    calendar = (
        "<Calendars><Calendar><Name>Lost</Name></Calendar>"
        f"<Calendar>{elements(UID=1, Name='Standard')}<WeekDays><WeekDay>{elements(DayType=9, DayWorking=1)}</WeekDay>"
        f"<WeekDay>{elements(DayType=2, DayWorking=1)}<WorkingTimes><WorkingTime>"
        f"{elements(FromTime='25:00:00', ToTime='26')}</WorkingTime></WorkingTimes></WeekDay></WeekDays>"
        "<Exceptions><Exception><Name>Never</Name></Exception></Exceptions></Calendar></Calendars>"
    )

    said, _ = problems(tmp_path, project=calendar)

    assert [sentence.partition("; expected ")[0] for sentence in said] == [
        "Calendar “Lost”, line 3, UID: found nothing",
        "Calendar 1 “Standard”, line 5, DayType: found “9”",
        "Calendar 1 “Standard”, line 9, FromTime: found “25:00:00”",
        "Calendar 1 “Standard”, line 9, ToTime: found “26”",
        "Calendar 1 “Standard”, line 11, TimePeriod: found nothing",
    ]

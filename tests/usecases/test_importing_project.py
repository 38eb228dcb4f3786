"""A plan from Microsoft Project: its tasks stand where it states them, whatever our own calendar would say."""

from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain.checks import problems
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS, Task
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import history
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing import carry_out, plan_import
from tests.builders import contents
from tests.exchange.plans import elements, plan_file, task, waits_for

DAY = "PT8H0M0S"


def work(uid: int, name: str, *inside: str, start: str, finish: str, **fields: object) -> str:
    stated = {"Start": f"{start}T08:00:00", "Finish": f"{finish}T17:00:00", "Duration": DAY}
    return task(uid, name, *inside, **(stated | fields))


def resources(*names: str) -> str:
    listed = (
        f"<Resource>{elements(UID=uid, ID=uid, Name=name, Type=1, EmailAddress=f'{uid}@ashmere.example')}</Resource>"
        for uid, name in enumerate(names, start=1)
    )
    return f"<Resources>{''.join(listed)}</Resources>"


def assigned(*pairs: tuple[int, int]) -> str:
    listed = (f"<Assignment>{elements(UID=n, TaskUID=t, ResourceUID=r)}</Assignment>" for n, (t, r) in enumerate(pairs))
    return f"<Assignments>{''.join(listed)}</Assignments>"


def only(document: Document) -> Task:
    (found,) = document.rows(TASKS)
    return found


def test_everything_that_a_task_states_is_kept(document: Document, tmp_path: Path) -> None:
    baseline = f"<Baseline>{elements(Number=0, Start='2026-09-28T08:00:00', Finish='2026-10-02T17:00:00')}</Baseline>"
    path = plan_file(
        tmp_path,
        work(
            7,
            "Load &amp; <b>check</b>".replace("<b>", "&lt;b>").replace("</b>", ""),
            baseline,
            start="2026-10-05",
            finish="2026-10-09",
            Duration="PT40H0M0S",
            PercentComplete=60,
            ActualStart="2026-10-05T08:00:00",
            ConstraintType=4,
            ConstraintDate="2026-10-05T08:00:00",
            Deadline="2026-10-16T17:00:00",
            Notes="Twice, with both ledgers",
        ),
        after=resources("Head of ICT", "Analyst") + assigned((7, 1), (7, 2)),
    )
    plan = plan_import(document, path)
    assert plan.problems == ()
    made = carry_out(document, plan)
    assert made is not None
    assert made.title == "Import 1 task from plan.xml"
    found = only(document)
    assert found.title == "Load & <b>check"
    assert (found.mode, found.placed_start, found.placed_finish) == ("placed", date(2026, 10, 5), date(2026, 10, 9))
    assert (found.duration, found.percent_complete, found.source) == (5 * 480, 60, 7)
    assert (found.actual_start, found.actual_finish) == (date(2026, 10, 5), None)
    assert (found.constraint, found.constraint_day) == ("snet", date(2026, 10, 5))
    assert found.deadline == date(2026, 10, 16)
    assert (found.baseline_start, found.baseline_finish) == (date(2026, 9, 28), date(2026, 10, 2))
    assert found.description == "Twice, with both ledgers\nAlso assigned: Analyst"
    (owner,) = document.rows(PEOPLE)
    assert (owner.title, owner.email, found.owner) == ("Head of ICT", "1@ashmere.example", owner.id)
    document.undo()
    assert (document.rows(TASKS), document.rows(PEOPLE)) == ((), ())


def test_the_outline_and_the_order_are_the_files(document: Document, tmp_path: Path) -> None:
    rows = [(3, "Prepare", 1), (9, "Design", 2), (4, "Draw", 3), (5, "Build", 2), (1, "Go live", 1)]
    day = "2026-10-05"
    tasks = (
        work(uid, name, start=day, finish=day, OutlineLevel=level, ID=place)
        for place, (uid, name, level) in enumerate(rows, start=1)
    )
    path = plan_file(tmp_path, *tasks)
    carry_out(document, plan_import(document, path))
    outline = history.view(document).outline.values()
    assert [(row.wbs, row.task.title) for row in outline] == [
        ("1", "Prepare"),
        ("1.1", "Design"),
        ("1.1.1", "Draw"),
        ("1.2", "Build"),
        ("2", "Go live"),
    ]


LINKS = [
    ({"Type": 1, "LinkLag": 0, "LagFormat": 7}, ("FS", 0, "working", None)),
    ({"Type": 3, "LinkLag": 9600, "LagFormat": 7}, ("SS", 960, "working", None)),
    ({"Type": 0, "LinkLag": -4800, "LagFormat": 7}, ("FF", -480, "working", None)),
    ({"Type": 2, "LinkLag": 28800, "LagFormat": 8}, ("SF", 2880, "elapsed", None)),
    ({"Type": 1, "LinkLag": -25, "LagFormat": 19}, ("FS", 0, "percent", -25)),
]


@pytest.mark.parametrize(("stated", "kept"), LINKS)
def test_links_of_every_kind_keep_their_lag(
    stated: dict[str, int], kept: tuple[object, ...], document: Document, tmp_path: Path
) -> None:
    first = work(1, "First", start="2026-10-05", finish="2026-10-09")
    second = work(2, "Second", waits_for(1, **stated), start="2026-10-07", finish="2026-10-07")
    carry_out(document, plan_import(document, plan_file(tmp_path, first, second)))
    (link,) = document.rows(DEPENDENCIES)
    assert (link.kind, link.lag, link.lag_kind, link.lag_percent) == kept
    dates = history.view(document).schedule.dates
    assert dates[str(link.parent)].start == date(2026, 10, 7), "a link does not move what was placed"


def test_two_tasks_can_be_linked_by_both_their_ends(document: Document, tmp_path: Path) -> None:
    """As Primavera has them; imported again, each stays the link that it was."""
    first = work(1, "First", start="2026-10-05", finish="2026-10-09")
    both = (waits_for(1, Type=3), waits_for(1, Type=0, LinkLag=4800, LagFormat=7))
    second = work(2, "Second", *both, start="2026-10-07", finish="2026-10-07")
    path = plan_file(tmp_path, first, second)
    carry_out(document, plan_import(document, path))
    assert sorted((row.kind, row.lag) for row in document.rows(DEPENDENCIES)) == [("FF", 480), ("SS", 0)]

    again = plan_import(document, path)
    assert again.count("same") == len(again.rows)

    changed = (waits_for(1, Type=3, LinkLag=4800, LagFormat=7), waits_for(1, Type=1))
    path = plan_file(tmp_path, first, work(2, "Second", *changed, start="2026-10-07", finish="2026-10-07"))
    ids = {row.id for row in document.rows(DEPENDENCIES)}
    carry_out(document, plan_import(document, path))
    assert {(row.kind, row.lag) for row in document.rows(DEPENDENCIES)} == {("SS", 480), ("FS", 0)}
    assert {row.id for row in document.rows(DEPENDENCIES)} == ids


ENDS = [
    ("2026-10-09T17:00:00", date(2026, 10, 9)),
    ("2026-10-10T00:00:00", date(2026, 10, 9)),
    ("2026-10-09T08:00:01", date(2026, 10, 9)),
]


@pytest.mark.parametrize(("finish", "day"), ENDS)
def test_a_finish_is_the_last_day_of_work_never_one_short(
    finish: str, day: date, document: Document, tmp_path: Path
) -> None:
    path = plan_file(tmp_path, work(1, "Work", start="2026-10-05", finish="2026-10-09", Finish=finish))
    carry_out(document, plan_import(document, path))
    dates = history.view(document).schedule.dates[only(document).id]
    assert (dates.start, dates.finish) == (date(2026, 10, 5), day)


def test_a_milestone_at_midnight_stays_on_its_day(document: Document, tmp_path: Path) -> None:
    stated = {"Start": "2026-10-12T00:00:00", "Finish": "2026-10-12T00:00:00", "Duration": "PT0H0M0S", "Milestone": 1}
    carry_out(document, plan_import(document, plan_file(tmp_path, task(1, "Day 1", **stated))))
    found = only(document)
    assert found.milestone
    assert (found.placed_start, found.placed_finish) == (date(2026, 10, 12), date(2026, 10, 12))


def test_days_of_another_length_keep_their_minutes(document: Document, tmp_path: Path) -> None:
    first = work(1, "First", start="2026-10-05", finish="2026-10-09", Duration="PT35H0M0S")
    second = work(2, "Second", waits_for(1, LinkLag=8400, LagFormat=7), start="2026-10-14", finish="2026-10-14")
    path = plan_file(tmp_path, first, second, project=elements(MinutesPerDay=420))
    carry_out(document, plan_import(document, path))
    durations = {row.title: row.duration for row in document.rows(TASKS)}
    assert durations["First"] == 5 * 420
    assert document.rows(DEPENDENCIES)[0].lag == 2 * 420
    assert document.programme.settings.day_minutes == 420


def test_a_later_version_of_the_plan_updates_the_tasks_it_brought(document: Document, tmp_path: Path) -> None:
    first = work(1, "First", start="2026-10-05", finish="2026-10-09")
    second = work(2, "Second", waits_for(1), start="2026-10-12", finish="2026-10-16")
    carry_out(document, plan_import(document, plan_file(tmp_path, first, second)))
    ours = document.add(TASKS, title="Ours", duration=480)
    ids = {row.title: row.id for row in document.rows(TASKS)}
    document.edit(TASKS, ids["First"], "description", "Kept, for the file says nothing")
    later = [
        work(1, "First of all", start="2026-10-05", finish="2026-10-13"),
        work(2, "Second", waits_for(1, Type=3), start="2026-10-14", finish="2026-10-16"),
        work(3, "Third", waits_for(2), start="2026-10-19", finish="2026-10-19"),
    ]
    plan = plan_import(document, plan_file(tmp_path, *later))
    assert [(row.name, row.state) for row in plan.rows if row.register == "tasks"] == [
        ("First of all", "changed"),
        ("Second", "changed"),
        ("Third", "new"),
    ]
    carry_out(document, plan)
    found = {row.title: row for row in document.rows(TASKS)}
    assert set(found) == {"First of all", "Second", "Third", "Ours"}
    assert found["First of all"].id == ids["First"]
    assert found["First of all"].placed_finish == date(2026, 10, 13)
    assert found["First of all"].description == "Kept, for the file says nothing"
    assert found["Ours"].id == ours
    assert sorted(str(link.kind) for link in document.rows(DEPENDENCIES)) == ["FS", "SS"]
    assert plan_import(document, tmp_path / "plan.xml").count("same") == 5


def test_problems_are_listed_and_keep_everything_out_until_the_bad_is_left_out(
    document: Document, tmp_path: Path
) -> None:
    path = plan_file(
        tmp_path,
        work(1, "Sound", start="2026-10-05", finish="2026-10-05"),
        work(2, "Odd", start="2026-10-05", finish="2026-10-05", Start="soon"),
        work(3, "x" * 301, start="2026-10-05", finish="2026-10-05"),
        work(4, "Not done", start="2026-10-05", finish="2026-10-05", Active=0),
        work(5, "Elsewhere", start="2026-10-05", finish="2026-10-05", ExternalTask=1),
    )
    plan = plan_import(document, path)
    told = [problem.sentence() for problem in plan.problems]
    assert len(told) == 3
    assert any("Task 2 “Odd”" in each and "found “soon”" in each for each in told)
    assert any("expected at most 300 characters" in each for each in told)
    assert any("found “a task of another plan”" in each for each in told)
    before = contents(document.programme)
    with pytest.raises(Trouble, match="3 problems, so nothing was imported"):
        carry_out(document, plan)
    assert contents(document.programme) == before
    carry_out(document, plan, skip_bad=True)
    found = {row.title: row for row in document.rows(TASKS)}
    assert set(found) == {"Sound", "Odd", "Not done"}
    assert [title for title, task in found.items() if not task.active] == ["Not done"]
    assert found["Odd"].placed_start is None, "a date that cannot be read is not replaced by another"
    assert problems(document.programme) == ()


def test_what_has_no_place_here_is_said(document: Document, tmp_path: Path) -> None:
    work_and_cost = elements(Work="PT16H0M0S", Cost=1200)
    path = plan_file(tmp_path, work(1, "Work", work_and_cost, start="2026-10-05", finish="2026-10-05"))
    assert plan_import(document, path).notes == ("Left out, because they have no place here: hours of work, costs.",)


def test_xml_is_only_ever_a_plan(document: Document, tmp_path: Path) -> None:
    path = plan_file(tmp_path, work(1, "Work", start="2026-10-05", finish="2026-10-05"))
    assert plan_import(document, path, "plan").count("new") == 1
    with pytest.raises(Trouble, match="which only holds a plan"):
        plan_import(document, path, "risks")

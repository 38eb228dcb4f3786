"""A plan from Microsoft Project is understood as Project shows it."""

from pathlib import Path

import pytest

from sharedprog.exchange.project_plan import ProjectPlan
from sharedprog.exchange.project_xml import read_project
from tests.exchange.moments import moment
from tests.exchange.plans import elements, plan_file, plan_text, task, waits_for


def read(folder: Path, *tasks: str, project: str = "", after: str = "") -> ProjectPlan:
    plan = read_project(plan_file(folder, *tasks, project=project, after=after))
    assert [problem.sentence() for problem in plan.problems] == []
    return plan


def test_everything_that_a_task_states_is_taken(tmp_path: Path) -> None:
    baseline = "<Baseline>" + elements(
        Number=0, Start="2026-10-05T08:00:00", Finish="2026-10-09T17:00:00", Duration="PT40H0M0S"
    )
    (one,) = read(
        tmp_path,
        task(
            7,
            "Agree the ledger",
            baseline + "</Baseline>",
            ID=3,
            WBS="2.1",
            Active=1,
            Manual=1,
            Priority=700,
            Start="2026-10-12T08:00:00",
            Finish="2026-10-16T12:30:00",
            Duration="PT36H30M0S",
            DurationFormat=39,
            Milestone=0,
            PercentComplete=40,
            ActualStart="2026-10-12T08:00:00",
            ConstraintType=4,
            ConstraintDate="2026-10-12T08:00:00",
            Deadline="2026-10-30T17:00:00",
            CalendarUID=3,
            Notes="Two ledgers &amp; one winner",
            StartText="after half-term",
        ),
    ).tasks

    assert (one.uid, one.id, one.name, one.level, one.parent_uid, one.wbs) == (7, 3, "Agree the ledger", 1, None, "2.1")
    assert (one.start, one.finish) == (moment("2026-10-12T08:00"), moment("2026-10-16T12:30"))
    assert (one.duration, one.elapsed, one.estimated) == (36 * 60 + 30, False, True)
    assert (one.percent_complete, one.priority, one.calendar_uid) == (40, 700, 3)
    assert (one.manual, one.active, one.milestone, one.summary, one.external) == (True, True, False, False, False)
    assert (one.constraint, one.constraint_date) == ("snet", moment("2026-10-12T08:00"))
    assert (one.deadline, one.actual_start, one.actual_finish) == (
        moment("2026-10-30T17:00"),
        moment("2026-10-12T08:00"),
        None,
    )
    assert (one.notes, one.start_text) == ("Two ledgers & one winner", "after half-term")
    assert [(b.number, b.start, b.finish, b.duration) for b in one.baselines] == [
        (0, moment("2026-10-05T08:00"), moment("2026-10-09T17:00"), 2400)
    ]


def test_what_a_task_leaves_out_is_unknown_or_usual(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "<Task><UID>1</UID></Task>").tasks

    assert (one.start, one.finish, one.duration, one.deadline) == (None, None, None, None)
    assert (one.name, one.level, one.priority, one.percent_complete) == ("", 1, 500, None)
    assert (one.active, one.manual, one.constraint, one.calendar_uid) == (True, False, "asap", None)


def test_the_project_itself(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        task(0, "Shared ledger", OutlineLevel=0, Notes="From the mandate"),
        task(1),
        project=elements(
            Name="ledger.mpp",
            Author="Programme office",
            ScheduleFromStart=0,
            StartDate="2026-10-12T09:00:00",
            StatusDate="2026-11-20T17:00:00",
            CalendarUID=1,
            MinutesPerDay=444,
            MinutesPerWeek=2220,
        ),
    )

    assert (plan.title, plan.author, plan.notes) == ("Shared ledger", "Programme office", "From the mandate")
    assert (plan.start, plan.finish) == (moment("2026-10-12T09:00"), None)
    assert plan.status_date == moment("2026-11-20T17:00")
    assert (plan.minutes_per_day, plan.minutes_per_week, plan.calendar_uid) == (444, 2220, 1)
    assert not plan.scheduled_from_start


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        pytest.param([(0, 0, 0), (1, 1, 1)], [(1, 1)], id="as Project writes it"),
        pytest.param([(1, 0, 0), (2, 1, 1)], [(2, 1)], id="as ProjectLibre writes it"),
        pytest.param([(0, 1, 1), (1, 2, 2)], [(0, 1), (1, 2)], id="a task that happens to have UID 0"),
        pytest.param([(1, 1, 0), (2, 2, 0), (3, 3, 1)], [(1, 1), (2, 1), (3, 2)], id="levels counted from 0"),
        pytest.param([(1, 1, 1)], [(1, 1)], id="no such row"),
    ],
)
def test_the_row_of_the_whole_project_is_no_task(
    tmp_path: Path, rows: list[tuple[int, int, int]], kept: list[tuple[int, int]]
) -> None:
    plan = read(tmp_path, *(task(uid, ID=number, OutlineLevel=level) for uid, number, level in rows))

    assert [(one.uid, one.level) for one in plan.tasks] == kept


def test_the_outline_follows_the_levels_and_not_the_marks(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        task(10, OutlineLevel=1, Summary=0),
        task(11, OutlineLevel=2),
        task(12, OutlineLevel=2, Summary=1),
        task(13, OutlineLevel=3),
        task(14, OutlineLevel=1, Summary=1),
    )

    assert [(one.uid, one.parent_uid, one.summary) for one in plan.tasks] == [
        (10, None, True),
        (11, 10, False),
        (12, 10, True),
        (13, 12, False),
        (14, None, False),
    ]


def test_tasks_stand_in_the_order_of_their_rows(tmp_path: Path) -> None:
    plan = read(tmp_path, task(5, ID=2, OutlineLevel=2), task(6, ID=1), task(7, ID=3))

    assert [(one.uid, one.parent_uid) for one in plan.tasks] == [(6, None), (5, 6), (7, None)]


def test_levels_can_come_from_the_outline_number(tmp_path: Path) -> None:
    rows = [(1, "1"), (2, "1.1"), (3, "1.1.1"), (4, "2")]
    texts = (f"<Task>{elements(UID=uid, OutlineNumber=number)}</Task>" for uid, number in rows)

    assert [(one.level, one.parent_uid) for one in read(tmp_path, *texts).tasks] == [
        (1, None),
        (2, 1),
        (3, 2),
        (1, None),
    ]


def test_blank_rows_are_no_tasks(tmp_path: Path) -> None:
    plan = read(tmp_path, task(1), f"<Task>{elements(UID=2, ID=2, IsNull=1)}</Task>", task(3))

    assert [one.uid for one in plan.tasks] == [1, 3]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("FS", 0, "working")),
        ({"Type": 0, "LinkLag": 4800, "LagFormat": 7}, ("FF", 480, "working")),
        ({"Type": 1, "LinkLag": -4800, "LagFormat": 7}, ("FS", -480, "working")),
        ({"Type": 2, "LinkLag": 14400, "LagFormat": 8}, ("SF", 1440, "elapsed")),
        ({"Type": 3, "LinkLag": -50, "LagFormat": 19}, ("SS", -50, "percent")),
        ({"LinkLag": 25, "LagFormat": 20}, ("FS", 25, "elapsed percent")),
        ({"LinkLag": 4800, "LagFormat": 39}, ("FS", 480, "working")),
        ({"LinkLag": 14400, "LagFormat": 40}, ("FS", 1440, "elapsed")),
        ({"LinkLag": 25, "LagFormat": 51}, ("FS", 25, "percent")),
    ],
)
def test_links_of_every_kind_and_lag(tmp_path: Path, fields: dict[str, int], expected: tuple[str, int, str]) -> None:
    plan = read(tmp_path, task(1), task(2, "", waits_for(1, **fields)))

    assert [(link.predecessor_uid, link.successor_uid) for link in plan.links] == [(1, 2)]
    assert [(link.kind, link.lag, link.lag_unit) for link in plan.links] == [expected]


def test_a_duration_on_the_clock_is_marked(tmp_path: Path) -> None:
    plan = read(tmp_path, task(1, Duration="PT48H0M0S", DurationFormat=8), task(2, Duration="PT90M", DurationFormat=3))

    assert [(one.duration, one.elapsed, one.estimated) for one in plan.tasks] == [
        (2880, True, False),
        (90, False, False),
    ]


@pytest.mark.parametrize(
    ("code", "constraint"),
    [*enumerate(["asap", "alap", "mso", "mfo", "snet", "snlt", "fnet", "fnlt"])],
)
def test_constraints(tmp_path: Path, code: int, constraint: str) -> None:
    (one,) = read(tmp_path, task(1, ConstraintType=code, ConstraintDate="2026-12-03T08:00:00")).tasks

    assert one.constraint == constraint
    assert (one.constraint_date is None) == (constraint in ("asap", "alap"))


def test_people_and_what_they_work_on(tmp_path: Path) -> None:
    resources = [
        elements(UID=0, ID=0, Type=1),
        elements(UID=1, Name="Head of Finance", Type=1, EmailAddress="head@example.org", Group="Finance"),
        elements(UID=2, Name="Paper", Type=0),
        elements(UID=3, Name="Travel", Type=0, IsCostResource=1),
    ]
    assignments = [(1, 1), (1, 1), (2, 1), (1, 2), (1, 0), (2, -65535), (0, -65535)]
    after = "<Resources>" + "".join(f"<Resource>{text}</Resource>" for text in resources) + "</Resources>"
    after += "<Assignments>" + "".join(
        f"<Assignment>{elements(TaskUID=of, ResourceUID=who)}</Assignment>" for of, who in assignments
    )

    plan = read(tmp_path, task(1), task(2), after=after + "</Assignments>")

    assert [(who.uid, who.name, who.email, who.group, who.kind) for who in plan.resources] == [
        (1, "Head of Finance", "head@example.org", "Finance", "work"),
        (2, "Paper", "", "", "material"),
        (3, "Travel", "", "", "cost"),
    ]
    assert [(work.task_uid, work.resource_uid) for work in plan.assignments] == [(1, 1), (2, 1), (1, 2)]


def test_a_file_without_a_namespace_or_in_utf_16_is_read_alike(tmp_path: Path) -> None:
    text = plan_text(task(1, "Siân’s task"))
    plain = tmp_path / "plain.xml"
    plain.write_text(text.replace(' xmlns="http://schemas.microsoft.com/project"', ""), encoding="utf-8")
    wide = tmp_path / "wide.xml"
    wide.write_text(text.replace("UTF-8", "UTF-16"), encoding="utf-16")
    prefixed = tmp_path / "prefixed.xml"
    named = text.replace("<", "<p:").replace("<p:/", "</p:").replace("<p:?", "<?").replace("xmlns=", "xmlns:p=")
    prefixed.write_text(named, encoding="utf-8")

    assert [[one.name for one in read_project(path).tasks] for path in (plain, wide, prefixed)] == [["Siân’s task"]] * 3


def test_elements_that_are_not_read_are_counted_by_place(tmp_path: Path) -> None:
    foreign = '<x:Start xmlns:x="http://example.org/x">soon</x:Start>'
    plan = read(
        tmp_path,
        task(1, "", "<Cost>1250</Cost>", "<TotalSlack>4800</TotalSlack>", foreign),
        task(2, "", "<Cost>0</Cost>", "<Cost/>", "<Split><Cost>5</Cost></Split>"),
        project="<Manager>Head of IT</Manager>",
    )

    assert [(left.place, left.count, left.telling) for left in plan.unread] == [
        ("Project/Manager", 1, 1),
        ("Tasks/Task/Cost", 2, 1),
        ("Tasks/Task/http://example.org/x}Start", 1, 1),
        ("Tasks/Task/Split/Cost", 1, 1),
    ]
    assert plan.tasks[0].start is None

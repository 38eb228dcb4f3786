"""Plans from GanttProject: what they state becomes the plan that Microsoft Project XML gives as well."""

from datetime import datetime
from pathlib import Path

import pytest

from sharedprog.exchange.gantt_project import read_gantt_project
from sharedprog.exchange.plan_files import read_plan
from sharedprog.exchange.project_plan import PlanBaseline, PlanTask, ProjectPlan
from sharedprog.exchange.project_xml import read_project
from sharedprog.exchange.trouble import Unreadable
from tests.exchange.gantt_files import depend, element, gantt_file, gantt_task, gantt_text

MONDAY = "2026-11-02"
SAMPLE = Path(__file__).parents[2].parent / "shared" / "data" / "plans" / "HouseBuildingSample.gan"


def by_name(plan: ProjectPlan) -> dict[str, PlanTask]:
    return {each.name: each for each in plan.tasks}


def dates(task: PlanTask) -> tuple[str, str]:
    return str(task.start), str(task.finish)


def told(plan: ProjectPlan) -> list[str]:
    return [problem.sentence() for problem in plan.problems]


def test_the_outline_the_dates_and_the_progress_are_read(tmp_path: Path) -> None:
    inner = gantt_task(7, "Let the contract", MONDAY, 6, element("notes", "<![CDATA[ By tender ]]>"), complete=50)
    outer = gantt_task(0, "Depot", MONDAY, 6, inner, gantt_task(9, "Signed", "2026-11-10", 0, meeting="true"))
    plan = read_plan(gantt_file(tmp_path, outer, gantt_task(3, "Move in", "2026-11-10", 1, complete=100)))
    assert told(plan) == []
    assert (plan.title, str(plan.start), str(plan.finish)) == ("Depot", "2026-11-02 08:00:00", "2026-11-10 17:00:00")
    assert [(each.uid, each.wbs, each.name, each.parent_uid, each.summary) for each in plan.tasks] == [
        (0, "1", "Depot", None, True),
        (7, "1.1", "Let the contract", 0, False),
        (9, "1.2", "Signed", 0, False),
        (3, "2", "Move in", None, False),
    ]
    contract, signed, moved = (by_name(plan)[name] for name in ("Let the contract", "Signed", "Move in"))
    assert dates(contract) == ("2026-11-02 08:00:00", "2026-11-09 17:00:00"), "six days of work over a weekend"
    assert (contract.duration, contract.percent_complete, contract.remaining) == (6 * 480, 50, 3 * 480)
    assert (contract.notes, contract.actual_start, contract.actual_finish) == ("By tender", contract.start, None)
    assert (signed.milestone, signed.duration, signed.start) == (True, 0, signed.finish)
    assert (moved.actual_start, moved.actual_finish) == (moved.start, moved.finish)


def test_a_milestone_of_an_older_version_takes_its_day(tmp_path: Path) -> None:
    path = gantt_file(tmp_path, gantt_task(1, "Signed", MONDAY, 1, meeting="true"), moments="false")
    (signed,) = read_plan(path).tasks
    assert (signed.milestone, signed.duration) == (True, 480)


def test_all_kinds_of_links_come_with_their_lag(tmp_path: Path) -> None:
    links = [depend(kind, kind, difference=kind - 2) for kind in (1, 2, 3, 4)]
    others = [gantt_task(kind, f"Task {kind}", "2026-11-09", 2) for kind in (1, 2, 3, 4)]
    plan = read_plan(gantt_file(tmp_path, gantt_task(0, "First", MONDAY, 5, *links), *others))
    assert [(link.predecessor_uid, link.successor_uid, link.kind, link.lag) for link in plan.links] == [
        (0, 1, "SS", -480),
        (0, 2, "FS", 0),
        (0, 3, "FF", 480),
        (0, 4, "SF", 960),
    ]


def test_a_task_begins_where_it_was_put_unless_a_strong_link_holds_it(tmp_path: Path) -> None:
    plan = read_plan(
        gantt_file(
            tmp_path,
            gantt_task(1, "First", MONDAY, 5, depend(2), depend(3, hardness="Rubber")),
            gantt_task(2, "Held", "2026-11-09", 2),
            gantt_task(3, "Free", "2026-11-16", 2),
            gantt_task(4, "Pinned", "2026-11-16", 2, thirdDate="2026-11-12", thirdDate_constraint=1),
            gantt_task(5, "Begun", "2026-11-16", 2, complete=10),
        )
    )
    found = by_name(plan)
    assert {name: (each.constraint, each.constraint_date) for name, each in found.items()} == {
        "First": ("snet", found["First"].start),
        "Held": ("asap", None),
        "Free": ("snet", found["Free"].start),
        "Pinned": ("snet", datetime(2026, 11, 12, 8)),  # noqa: DTZ001 - the office's clock
        "Begun": ("asap", None),
    }


def test_weekends_holidays_and_days_worked_are_left_out_of_and_counted_in_a_duration(tmp_path: Path) -> None:
    week = element("default-week", id=1, sun=1, mon=0, tue=0, wed=0, thu=0, fri=1, sat=0)
    days = element("day-types", week, element("only-show-weekends", value="false"))
    holiday = element("date", "<![CDATA[Audit]]>", year=2026, month=11, date=3, type="HOLIDAY")
    yearly = element("date", year="", month=11, date=4, type="HOLIDAY")
    worked = element("date", year=2026, month=11, date=6, type="WORKING_DAY")
    coloured = element("date", year=2026, month=11, date=5, type="NEUTRAL")
    calendar = element("calendars", days, holiday, yearly, worked, coloured)
    plan = read_plan(gantt_file(tmp_path, gantt_task(1, "Move", MONDAY, 4), before=calendar))
    assert dates(plan.tasks[0]) == ("2026-11-02 08:00:00", "2026-11-07 17:00:00"), "Mon, Thu, Fri, Sat"
    (stated,) = plan.calendars
    assert [day.weekday for day in stated.weekdays if day.times] == [0, 1, 2, 3, 5]
    assert [(each.name, each.repeats, str(each.last), bool(each.times)) for each in stated.exceptions] == [
        ("Audit", None, "2026-11-03", False),
        ("", "yearly_day", "2036-12-31", False),
        ("", None, "2026-11-06", True),
    ]
    assert plan.minutes_per_week == 5 * 480


def test_weekends_that_are_only_shown_are_worked(tmp_path: Path) -> None:
    shown = element("calendars", element("day-types", element("only-show-weekends", value="true")))
    plan = read_plan(gantt_file(tmp_path, gantt_task(1, "Move", "2026-11-06", 3), before=shown))
    assert dates(plan.tasks[0])[1] == "2026-11-08 17:00:00"


def test_who_answers_for_a_task_comes_before_who_works_on_it(tmp_path: Path) -> None:
    people = element(
        "resources",
        element("resource", id=0, name="Ann Lee", contacts="ann@example.org"),
        element("resource", element("rate", name="standard", value=40), id=1, name="Bob Ray", contacts="ext. 12"),
    )
    work = element(
        "allocations",
        element("allocation", task_id=1, resource_id=0, responsible="false", load=50.0),
        element("allocation", task_id=1, resource_id=1, responsible="true", load=100.0),
    )
    off = element("vacations", element("vacation", start=MONDAY, end=MONDAY, resourceid=1))
    plan = read_plan(gantt_file(tmp_path, gantt_task(1, "Move", MONDAY, 1), after=people + work + off))
    assert [(each.name, each.email) for each in plan.resources] == [("Ann Lee", "ann@example.org"), ("Bob Ray", "")]
    assert [each.resource_uid for each in plan.assignments] == [1, 0]
    assert [each.place for each in plan.unread] == ["vacations/vacation", "resources/resource/rate"]


def test_earlier_states_are_baselines(tmp_path: Path) -> None:
    was = element("previous-task", id=1, start="2026-10-26", duration=6, meeting="false", super="-1")
    before = element("previous", element("previous-tasks", was, name="At the board"))
    plan = read_plan(gantt_file(tmp_path, gantt_task(1, "Move", MONDAY, 1), after=before))
    start, finish = datetime(2026, 10, 26, 8), datetime(2026, 11, 2, 17)  # noqa: DTZ001 - the office's clock
    assert plan.tasks[0].baselines == (PlanBaseline(number=0, start=start, finish=finish, duration=6 * 480),)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the files of others are not at hand")
def test_a_real_plan_has_the_dates_that_another_program_reads_and_more_of_its_links() -> None:
    plan, other = read_gantt_project(SAMPLE), read_project(SAMPLE.with_name(f"{SAMPLE.name}.mspdi.xml"))
    assert told(plan) == []
    for ours, theirs in zip(plan.tasks, other.tasks, strict=True):
        assert (ours.name, ours.uid + 1, ours.level) == (theirs.name, theirs.uid, theirs.level)
        assert (ours.duration, ours.percent_complete) == (theirs.duration, theirs.percent_complete)
        assert ours.start is not None
        assert theirs.start is not None
        assert ours.start.date() == theirs.start.date()
        assert ours.milestone or ours.finish == theirs.finish
    assert len(plan.links) == 17
    ours_as_theirs = {(link.predecessor_uid + 1, link.successor_uid + 1, link.kind, link.lag) for link in plan.links}
    assert {(link.predecessor_uid, link.successor_uid, link.kind, link.lag) for link in other.links} <= ours_as_theirs


# What is wrong


@pytest.mark.parametrize(
    ("task", "sentence"),
    [
        (
            gantt_task(1, "Move", "soon", 1),
            "Task 1 “Move”, line 5, start: found “soon”; expected a day such as 2026-12-03, from 1900 to 2199.",
        ),
        (gantt_task(1, "Move", MONDAY, "1e9"), "Task 1 “Move”, line 5, duration: found “1e9”"),
        (gantt_task(1, "Move", "2199-12-30", 30), "Task 1 “Move”, line 5, duration: found “30”"),
        (gantt_task(1, "Move", MONDAY, 1, complete=101), "Task 1 “Move”, line 5, complete: found “101”"),
        (gantt_task(1, "Move", MONDAY, 1, depend(8)), "Task 1, line 6, depend: found “8”"),
        (gantt_task(1, "Move", MONDAY, 1, depend(2, 5)), "Task 1 “Move”, line 6, type: found “5”"),
        (gantt_task(1, "Move", MONDAY, 1, depend(1)), "Task 1 “Move”, line 6, depend: found “a link from task 1 Move”"),
        (gantt_task(2, "Twin", MONDAY, 1), "Task 2 “Other”, line 6, id: found “2”; expected a number of its own"),
        (element("task", name="Move"), "Task without a number “Move”, line 5, id: found nothing"),
    ],
)
def test_a_problem_names_the_task_the_line_and_the_attribute(tmp_path: Path, task: str, sentence: str) -> None:
    plan = read_plan(gantt_file(tmp_path, task, gantt_task(2, "Other", MONDAY, 1)))
    assert any(each.startswith(sentence) for each in told(plan)), told(plan)


def test_links_that_lead_back_are_told_as_a_loop(tmp_path: Path) -> None:
    tasks = [gantt_task(one, f"T{one}", MONDAY, 1, depend(other)) for one, other in ((1, 2), (2, 3), (3, 1))]
    plan = read_plan(gantt_file(tmp_path, *tasks))
    assert len(plan.links) == 2
    assert "found “a loop: 1 T1 → 2 T2 → 3 T3 → 1 T1”" in told(plan)[0]


def test_a_calendar_without_a_day_of_work_is_told_and_the_usual_week_taken(tmp_path: Path) -> None:
    never = element("default-week", id=1, **dict.fromkeys(("sun", "mon", "tue", "wed", "thu", "fri", "sat"), 1))
    never += element("date", year=2026, month=2, date=30)
    calendar = element("calendars", element("day-types", never), element("date", year=2026, month=2, date=30))
    plan = read_plan(gantt_file(tmp_path, gantt_task(1, "Move", MONDAY, 5), before=calendar))
    assert ["no day is worked" in told(plan)[0], "2026-2-30" in told(plan)[1]] == [True, True]
    assert dates(plan.tasks[0])[1] == "2026-11-06 17:00:00"


BOMB = '<!DOCTYPE project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><project name="&b;"/>'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BOMB, "it defines a document type or entities, which no plan does; open it in GanttProject"),
        ("<project><tasks>", "its XML is damaged at line 1, character"),
        ("<project/>", "there is no task in it"),
        ("<plan/>", "its first element is “plan” and not a plan"),
        ("<project>" + "<task>" * 200_000, "its elements lie more than 100 deep"),
        ("<project>" + "<task/>" * 600_000 + "</project>", "or are more than 300,000, at line 1"),
        ('<?xml version="1.0" encoding="klingon"?><project/>', "it is written in an alphabet that is not known"),
        ("%PDF-1.7", "it is a PDF, not a plan from GanttProject"),
        ("", "it is empty"),
    ],
)
def test_a_file_that_is_no_plan_is_told_in_one_sentence(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "Depot.gan"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as trouble:
        read_plan(path)
    assert str(trouble.value).startswith("“Depot.gan” could not be read: ")
    assert reason in str(trouble.value)


def test_letters_of_other_encodings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "Depot.gan"
    text = gantt_text(gantt_task(1, "Siân", MONDAY, 1))
    path.write_bytes(text.replace("UTF-8", "UTF-16").encode("utf-16"))
    assert read_plan(path).tasks[0].name == "Siân"


def test_tasks_that_nobody_has_put_anywhere_come_without_dates(tmp_path: Path) -> None:
    plan = read_plan(gantt_file(tmp_path, gantt_task(1, "Move", "", 5)))
    assert (told(plan), plan.start, plan.calendars, plan.calendar_uid) == ([], None, (), None)
    assert (plan.tasks[0].start, plan.tasks[0].duration) == (None, 5 * 480)

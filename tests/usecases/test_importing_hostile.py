"""Plans that cannot be: each is told by element and line, and nothing comes in by halves."""

from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain.registers.calendars import CALENDARS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.exchange.trouble import Unreadable
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing import carry_out, plan_import
from tests.builders import contents
from tests.exchange.plans import elements, plan_file, plan_text, task, waits_for

BAD = [
    ("loop", (task(1, "", waits_for(2)), task(2, "", waits_for(1))), "PredecessorLink: found “a loop: "),
    ("missing", (task(1, "", waits_for(9)),), "line 9, PredecessorLink: found “a link from task UID 9”"),
    ("twice", (task(1), task(1)), "Task 1 “Task 1”, line 10, UID: found “1”; expected a number of its own"),
    ("long", (task(1, Duration="PT9999999H"),), "Task 1 “Task 1”, line 4, Duration: found “PT9999999H”"),
    ("early", (task(1, Start="0001-01-01T08:00:00"),), "Task 1 “Task 1”, line 4, Start: found “0001-01-01T08:00:00”"),
    ("calendar", (task(1, CalendarUID=7),), "Task 1 “Task 1”, line 4, CalendarUID: found “7”; expected a calendar"),
]


@pytest.mark.parametrize(("tasks", "sentence"), [each[1:] for each in BAD], ids=[each[0] for each in BAD])
def test_what_cannot_be_is_told_with_its_line_and_nothing_comes_in(
    tasks: tuple[str, ...], sentence: str, document: Document, tmp_path: Path
) -> None:
    before = contents(document.programme)
    plan = plan_import(document, plan_file(tmp_path, *tasks))
    (problem,) = plan.problems
    assert sentence in problem.sentence()
    with pytest.raises(Trouble, match="1 problem, so nothing was imported"):
        carry_out(document, plan)
    assert contents(document.programme) == before


def test_a_table_of_excel_named_as_a_plan_says_what_it_is(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "Project Plan.xml"
    path.write_text('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', encoding="utf-8")
    with pytest.raises(Unreadable, match=r"“Project Plan\.xml” could not be read: it is a table in the XML"):
        plan_import(document, path)


def test_a_plan_in_utf_16_comes_in(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "plan.xml"
    path.write_bytes(plan_text(task(1, "Siân")).replace("UTF-8", "UTF-16").encode("utf-16"))
    carry_out(document, plan_import(document, path))
    assert [row.title for row in document.rows(TASKS)] == ["Siân"]


def test_a_loop_left_out_leaves_the_rest(document: Document, tmp_path: Path) -> None:
    ring = [task(uid, "", waits_for(uid - 1 if uid > 1 else 300)) for uid in range(1, 301)]
    plan = plan_import(document, plan_file(tmp_path, *ring))
    assert len(plan.problems) == 1
    carry_out(document, plan, skip_bad=True)
    assert (len(document.rows(TASKS)), len(document.rows(DEPENDENCIES))) == (300, 299)


def far(number: int) -> str:
    """An exception that closes three centuries."""
    days = elements(FromDate="1900-01-01T00:00:00", ToDate="2199-12-31T23:59:00")
    return f"<Exception><TimePeriod>{days}</TimePeriod>{elements(Name=number, Type=1, DayWorking=0)}</Exception>"


def test_exceptions_that_would_fill_the_memory_are_told(document: Document, tmp_path: Path) -> None:
    inside = elements(UID=1, Name="Shut") + f"<Exceptions>{''.join(map(far, range(100)))}</Exceptions>"
    project = elements(CalendarUID=1) + f"<Calendars><Calendar>{inside}</Calendar></Calendars>"
    (problem,) = plan_import(document, plan_file(tmp_path, task(1), project=project)).problems
    assert problem.sentence().startswith("Calendar 1 “Shut”, line 4, Exceptions: found “more days than any plan has”")


def test_calendars_that_lie_deep_or_in_a_ring_are_based_on_no_more_than_twenty(
    document: Document, tmp_path: Path
) -> None:
    ring = {uid: uid % 50 + 1 for uid in range(1, 51)}
    listed = "".join(
        f"<Calendar>{elements(UID=uid, Name=f'C{uid}', IsBaseCalendar=0, BaseCalendarUID=base)}</Calendar>"
        for uid, base in ring.items()
    )
    project = elements(CalendarUID=1, StartDate="2026-10-05T08:00:00") + f"<Calendars>{listed}</Calendars>"
    plan = plan_import(document, plan_file(tmp_path, task(1), project=project))
    assert plan.problems == ()
    carry_out(document, plan)
    assert 1 <= len(document.rows(CALENDARS)) <= 20
    assert document.programme.settings.start == date(2026, 10, 5)

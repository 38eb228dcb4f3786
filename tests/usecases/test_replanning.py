"""Moving, stretching and reordering by hand: each one change, in the user's words."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain.plan.dating import Dates
from sharedprog.domain.plan.outline import outline
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import planning, replanning
from sharedprog.usecases.document import Document
from tests.builders import programme_file

FRIDAY = date(2026, 12, 4)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = programme_file(tmp_path)
    for title in ("Draft", "Sign", "Move"):
        opened.add(TASKS, title=title, duration=5 * 480, constraint="snet", constraint_day=FRIDAY)
    yield opened
    opened.close()


def ids(document: Document) -> list[str]:
    return [row.task.id for row in outline(document.programme)]


def dates(document: Document, task_id: str) -> Dates:
    return schedule(document.programme, document.today).dates[task_id]


def test_a_task_is_moved_stretched_and_filled(document: Document) -> None:
    first = ids(document)[0]
    replanning.start_on(document, first, date(2026, 12, 12))
    assert dates(document, first).start == date(2026, 12, 14), "the Monday after"
    assert document.undo_title == "Move task T-001"
    replanning.finish_on(document, first, date(2026, 12, 15))
    assert dates(document, first).minutes == 2 * 480
    assert document.undo_title == "Stretch task T-001"
    replanning.done_to(document, first, 50)
    assert dates(document, first).percent == 50
    assert document.undo_title == "Set progress of task T-001"
    for _ in range(3):
        document.undo()
    assert dates(document, first).start == FRIDAY
    assert dates(document, first).minutes == 5 * 480


def test_tasks_go_on_and_back_by_working_days(document: Document) -> None:
    first, second, _ = ids(document)
    replanning.shift(document, [first, second], 1)
    assert [dates(document, each).start for each in (first, second)] == [date(2026, 12, 7)] * 2
    assert document.undo_title == "Move 2 tasks"
    replanning.shift(document, [first], -1)
    assert dates(document, first).start == FRIDAY
    document.undo()
    document.undo()
    assert [dates(document, each).start for each in (first, second)] == [FRIDAY] * 2


def test_what_is_finished_stays(document: Document) -> None:
    first = ids(document)[0]
    replanning.done_to(document, first, 100)
    with pytest.raises(Trouble, match="so it stays where it was"):
        replanning.start_on(document, first, date(2026, 12, 14))
    with pytest.raises(Trouble, match="so it stays where it was"):
        replanning.shift(document, [first], 1)


def test_a_summary_is_refused_in_words(document: Document) -> None:
    first, second, _ = ids(document)
    planning.indent(document, [second])
    with pytest.raises(Trouble, match="is a summary"):
        replanning.start_on(document, first, FRIDAY)
    with pytest.raises(Trouble, match="is a summary"):
        replanning.shift(document, [first], 1)
    replanning.shift(document, [first, second], 1)
    assert dates(document, second).start == date(2026, 12, 7), "a summary goes along with what is beneath it"


def test_a_task_that_is_gone_says_so(document: Document) -> None:
    with pytest.raises(Trouble, match="not there any more"):
        replanning.start_on(document, "gone", FRIDAY)


def test_rows_are_dropped_elsewhere(document: Document) -> None:
    first, second, third = ids(document)
    replanning.reorder(document, [third], first, after=False)
    assert ids(document) == [third, first, second]
    assert document.undo_title == "Move task T-003 in the outline"
    document.undo()
    assert ids(document) == [first, second, third]
    assert replanning.reorder(document, [first], first, after=True) is None


def test_tasks_go_on_by_weeks_to_the_same_day(document: Document) -> None:
    first, second, _ = ids(document)
    replanning.shift_weeks(document, [first, second], 2)
    assert [dates(document, each).start for each in (first, second)] == [date(2026, 12, 18)] * 2
    assert document.undo_title == "Move 2 tasks"
    replanning.shift_weeks(document, [first], 1)
    assert dates(document, first).start == date(2026, 12, 29), "Fri 25 Dec and Mon 28 Dec are holidays"


def test_tasks_get_longer_and_shorter_by_days_down_to_one(document: Document) -> None:
    first, second, _ = ids(document)
    replanning.stretch(document, [first, second], 2)
    assert [dates(document, each).minutes for each in (first, second)] == [7 * 480] * 2
    assert document.undo_title == "Stretch 2 tasks"
    document.undo()
    assert dates(document, first).minutes == 5 * 480
    replanning.stretch(document, [first], -9)
    assert dates(document, first).minutes == 480
    assert replanning.stretch(document, [first], -1) is None, "a day is the least"
    milestone = document.add(TASKS, title="Signed", milestone=True, duration=0)
    with pytest.raises(Trouble, match="a milestone, which takes no time"):
        replanning.stretch(document, [milestone], 1)
    replanning.done_to(document, first, 100)
    with pytest.raises(Trouble, match="so it stays where it was"):
        replanning.stretch(document, [first], 1)


def test_progress_goes_up_and_down_by_parts_between_nothing_and_all(document: Document) -> None:
    first, second, _ = ids(document)
    replanning.done_to(document, first, 95)
    replanning.progress(document, [first, second], 10)
    assert [dates(document, each).percent for each in (first, second)] == [100, 10]
    assert document.undo_title == "Set progress of 2 tasks"
    document.undo()
    replanning.progress(document, [second], -10)
    assert dates(document, first).percent == 95
    assert dates(document, second).percent == 0

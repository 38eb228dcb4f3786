"""Several rows changed at once: all of them, or none."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.fields import Value
from sharedprog.domain.register import Register
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.bulk_editing import FINISHES, bulk_fields, change_title, drafted, finish_title, would_change
from sharedprog.usecases.document import Document
from tests.builders import contents, finished, programme_file


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = programme_file(tmp_path)
    yield made
    made.close()


def change_rows(
    document: Document, register: Register[Any], ids: list[str], field: str, value: Value
) -> ChangeSet | None:
    """The change, as the dialog makes it."""
    edits = finished(drafted(document, register, ids, field, value))
    if isinstance(edits, Trouble):
        raise edits
    return document.apply(change_title(register, ids, field), edits)


def test_all_rows_get_the_value_as_one_change_that_undoes(document: Document) -> None:
    ids = [document.add(ACTIONS, title=f"Action {number}") for number in range(5)]
    before = contents(document.programme)
    made = change_rows(document, ACTIONS, ids, "due", date(2026, 12, 3))
    assert made is not None
    assert made.title == "Change original due of 5 actions"
    assert {row.due for row in document.rows(ACTIONS)} == {date(2026, 12, 3)}
    document.undo()
    assert contents(document.programme) == before


def test_what_follows_from_a_change_follows_for_each(document: Document) -> None:
    ids = [document.add(ACTIONS, title=f"Action {number}") for number in range(3)]
    change_rows(document, ACTIONS, ids, "status", "done")
    assert {row.closed_day for row in document.rows(ACTIONS)} == {date(2026, 11, 30)}


def test_one_row_that_cannot_take_it_stops_all(document: Document) -> None:
    ids = [
        document.add(PACKS, version="1", state="draft"),
        document.add(PACKS, version="2", state="final"),
    ]
    before = contents(document.programme)
    with pytest.raises(
        Trouble, match=r"^Pack K-002 cannot take this\. A final pack stays as it was made\..*Nothing was"
    ):
        change_rows(document, PACKS, ids, "change_note", "Late papers")
    assert contents(document.programme) == before


def test_a_new_person_is_made_once_for_all(document: Document) -> None:
    ids = [document.add(RISKS, title=f"Risk {number}") for number in range(3)]
    edits = finished(drafted(document, RISKS, ids, "owner", None, "Head of HR"))
    assert not isinstance(edits, Trouble)
    document.apply("Change owner of 3 risks", edits)
    [person] = document.rows(PEOPLE)
    assert {row.owner for row in document.rows(RISKS)} == {person.id}
    document.undo()
    assert document.rows(PEOPLE) == ()


def test_it_says_beforehand_how_many_hold_something_else(document: Document) -> None:
    ids = [document.add(ACTIONS, title="One"), document.add(ACTIONS, title="Other", status="done")]
    assert would_change(document, ACTIONS, ids, "status", "done") == 1
    assert would_change(document, ACTIONS, ids, "status", None) == 2


def test_labels_names_and_what_a_board_saw_are_not_for_several_rows() -> None:
    assert not {"ref", "title"} & bulk_fields(RISKS).keys()
    assert not {"held", "saw", "results"} & bulk_fields(BOARD_MEETINGS).keys()
    assert {"start", "finish", "duration", "owner"} <= bulk_fields(TASKS).keys()
    assert "parent" not in bulk_fields(TASKS)


def test_tasks_are_done_with_their_dates(document: Document) -> None:
    ids = [document.add(TASKS, title=f"Task {number}", duration=480) for number in range(2)]
    end = FINISHES[TASKS.key]
    edits = finished(drafted(document, TASKS, ids, end.field, end.value))
    assert not isinstance(edits, Trouble)
    document.apply(finish_title(TASKS, ids), edits)
    assert document.undo_title == "Mark 2 tasks as done"
    assert {row.percent_complete for row in document.rows(TASKS)} == {100}


def test_a_name_that_is_too_long_is_refused_for_all(document: Document) -> None:
    ids = [document.add(RISKS, title="r")]
    before = document.programme
    refusal = finished(drafted(document, RISKS, ids, "owner", None, "He said " * 600))
    assert isinstance(refusal, Trouble)
    assert "Nothing was changed" in str(refusal)
    assert document.programme is before

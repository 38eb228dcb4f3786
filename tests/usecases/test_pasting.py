"""A block from a spreadsheet put over the cells of a list."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain.columns import columns_of
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS, BOARD_MEETINGS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.copying import copied
from sharedprog.usecases.document import Document
from sharedprog.usecases.going_through import finished
from sharedprog.usecases.pasting import MOST_CELLS, Pasting, Place, cells_of, paste, plan_paste
from sharedprog.usecases.viewing import Viewing
from tests.builders import contents, programme_file


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = programme_file(tmp_path)
    yield made
    made.close()


def place(key: str, rows: list[str], *names: str, may_add: bool = True, parent: str | None = None) -> Place:
    register = {each.key: each for each in (ACTIONS, RISKS, TASKS, AGENDA_ITEMS)}[key]
    every = columns_of(key)
    return Place(register, tuple(rows), tuple(every[name] for name in names), may_add, parent)


def planned(document: Document, where: Place, text: str) -> Pasting:
    block = cells_of(text, where.rows[:1], where.columns)
    return finished(plan_paste(document, Viewing(document).view, where, block))


def test_cells_go_over_the_rows_as_they_are_seen(document: Document) -> None:
    ids = [document.add(ACTIONS, title=title) for title in ("One", "Two", "Three")]
    seen = [ids[2], ids[0]]
    plan = planned(document, place("actions", seen, "title", "owner", "due"), "C\tHead of HR\t3 dec\nA\tHead of HR\t\n")
    assert (plan.title, plan.changed, plan.added, plan.misfits) == ("Paste 2 actions", 2, 0, ())
    before = contents(document.programme)
    paste(document, plan)
    [person] = document.rows(PEOPLE)
    assert [(row.title, row.owner, row.due) for row in document.rows(ACTIONS)] == [
        ("A", person.id, None),
        ("Two", None, None),
        ("C", person.id, date(2026, 12, 3)),
    ]
    document.undo()
    assert contents(document.programme) == before


def test_rows_beyond_the_list_are_added_as_one_change(document: Document) -> None:
    ids = [document.add(RISKS, title="One")]
    plan = planned(document, place("risks", ids, "title", "impact"), "One\t4\nTwo\t5\nThree\t2\n")
    assert (plan.title, plan.changed, plan.added) == ("Paste 3 risks, 2 of them new", 1, 2)
    paste(document, plan)
    assert [(row.ref, row.title, row.impact) for row in document.rows(RISKS)] == [
        ("R-001", "One", 4),
        ("R-002", "Two", 5),
        ("R-003", "Three", 2),
    ]
    assert {row.matrix for row in document.rows(RISKS)[1:]} == {document.programme.matrix_id}
    document.undo()
    assert [row.title for row in document.rows(RISKS)] == ["One"]


def test_every_cell_that_cannot_be_read_is_named_and_nothing_is_done(document: Document) -> None:
    ids = [document.add(ACTIONS, title=title) for title in ("One", "Two")]
    plan = planned(document, place("actions", ids, "title", "due", "status"), "A\t32 dec\tDone\n\t3 dec\tMaybe\n")
    assert [(m.row, m.column, m.found) for m in plan.misfits] == [
        ("action A-002", "Action", ""),
        ("action A-001", "Original due", "32 dec"),
        ("action A-002", "Status", "Maybe"),
    ]
    assert "Expected a day" in plan.misfits[1].reason


def test_what_is_worked_out_may_stand_in_the_block_if_it_is_the_same(document: Document) -> None:
    ids = [document.add(RISKS, title="One", likelihood=3, impact=4, matrix=document.programme.matrix_id)]
    where = place("risks", ids, "ref", "title", "score")
    assert planned(document, where, "R-001\tOne, said better\t12\n").misfits == ()
    [misfit] = planned(document, where, "R-001\tOne\t25\n").misfits
    assert (misfit.column, misfit.reason) == ("Score", "“Score” is given by the program and cannot be pasted over.")


def test_too_wide_a_block_and_new_rows_without_a_name_are_refused(document: Document) -> None:
    ids = [document.add(ACTIONS, title="One")]
    [wide] = planned(document, place("actions", ids, "title"), "A\tB\n").misfits
    assert "only 1 are shown from here" in wide.reason
    [nameless] = planned(document, place("actions", ids, "due"), "3 dec\n4 dec\n").misfits
    assert "new rows need “Action”" in nameless.reason
    [closed] = planned(document, place("actions", ids, "title", may_add=False), "A\nB\n").misfits
    assert "Rows are not added to this list" in closed.reason


def test_headings_are_no_row_and_one_cell_fills_all_it_is_put_over(document: Document) -> None:
    columns = place("actions", [], "title", "due").columns
    assert cells_of("Action\tOriginal due\nA\t3 dec\n", (), columns) == [["A", "3 dec"]]
    assert cells_of("3 dec", ("1", "2", "3"), columns) == [["3 dec"]] * 3


def test_a_whole_sheet_is_for_import(document: Document) -> None:
    with pytest.raises(Trouble, match="Use Import"):
        cells_of("a\n" * (MOST_CELLS + 1), (), place("actions", [], "title").columns)


def test_a_copy_pasted_back_changes_nothing(document: Document) -> None:
    ids = [document.add(ACTIONS, title="=1+1", due=date(2026, 12, 3), progress="Two\nlines") for _ in range(2)]
    where = place("actions", ids, "ref", "title", "due", "progress", "late", "status")
    rows = [row for row in document.rows(ACTIONS) if row.id in ids]
    text = finished(copied(Viewing(document).view, where.columns, rows)).text
    plan = planned(document, where, text)
    assert (plan.edits, plan.misfits) == ((), ())


def test_a_start_and_a_duration_in_one_row_of_the_plan_both_count(document: Document) -> None:
    ids = [document.add(TASKS, title="Directory merge", duration=480)]
    paste(document, planned(document, place("tasks", ids, "start", "duration"), "2 nov 2026\t2w\n"))
    view = Viewing(document).view
    dates = view.schedule.dates[ids[0]]
    assert (dates.start, dates.finish) == (date(2026, 11, 2), date(2026, 11, 13))


def test_new_agenda_items_belong_to_the_board_they_are_pasted_into(document: Document) -> None:
    board = document.add(BOARD_MEETINGS, number=1, day=date(2026, 12, 3))
    paste(document, planned(document, place("agenda_items", [], "title", parent=board), "Welcome\nRisks\n"))
    assert [item.title for item in document.programme.children(AGENDA_ITEMS, board)] == ["Welcome", "Risks"]

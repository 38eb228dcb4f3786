"""Rows put elsewhere among their neighbours."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS, BOARD_MEETINGS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document
from sharedprog.usecases.reordering import move_rows
from tests.builders import contents, programme_file


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = programme_file(tmp_path)
    yield made
    made.close()


def agenda(document: Document, titles: str) -> tuple[str, dict[str, str]]:
    board = document.add(BOARD_MEETINGS, number=1, day=date(2026, 12, 3))
    return board, {title: document.add(AGENDA_ITEMS, parent=board, title=title) for title in titles}


def order(document: Document, board: str) -> str:
    return "".join(item.title for item in document.programme.children(AGENDA_ITEMS, board))


def test_an_agenda_item_moves_and_moves_back(document: Document) -> None:
    board, ids = agenda(document, "abcd")
    other, _ = agenda(document, "xyz")
    made = move_rows(document, AGENDA_ITEMS, [ids["a"]], ids["c"], after=True)
    assert made is not None
    assert (made.title, len(made.edits)) == ("Move agenda item of board 1", 1)
    assert order(document, board) == "bcad"
    assert order(document, other) == "xyz"
    document.undo()
    assert order(document, board) == "abcd"


def test_several_keep_their_order_and_go_together(document: Document) -> None:
    board, ids = agenda(document, "abcde")
    move_rows(document, AGENDA_ITEMS, [ids["d"], ids["b"]], ids["a"], after=False)
    assert order(document, board) == "bdace"
    assert document.undo_title == "Move 2 agenda items"


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.booleans()), min_size=8, max_size=60))
def test_any_run_of_moves_ends_where_it_should(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[int, int, bool]]
) -> None:
    document = programme_file(tmp_path_factory.mktemp("moves"))
    board, ids = agenda(document, "abcde")
    expected = list("abcde")
    for one, other, after in moves:
        moved, target = "abcde"[one], "abcde"[other]
        move_rows(document, AGENDA_ITEMS, [ids[moved]], ids[target], after=after)
        if moved != target:
            expected.remove(moved)
            expected.insert(expected.index(target) + after, moved)
    assert order(document, board) == "".join(expected)
    document.close()


def test_a_move_to_where_it_is_and_onto_itself_is_no_change(document: Document) -> None:
    _, ids = agenda(document, "abc")
    before = contents(document.programme)
    for moved, target, after in (("a", "b", False), ("b", "b", True), ("a", "missing", True)):
        assert move_rows(document, AGENDA_ITEMS, [ids[moved]], ids.get(target, target), after=after) is None
    assert contents(document.programme) == before


def test_rows_of_another_board_stay_where_they_are(document: Document) -> None:
    _, ids = agenda(document, "ab")
    board, others = agenda(document, "xy")
    assert move_rows(document, AGENDA_ITEMS, [ids["a"]], others["x"], after=True) is None
    assert order(document, board) == "xy"


def test_a_register_without_an_order_says_so(document: Document) -> None:
    ids = [document.add(RISKS, title=title) for title in "ab"]
    with pytest.raises(Trouble, match="Risks have no order of their own"):
        move_rows(document, RISKS, ids[:1], ids[1], after=True)


def test_workstreams_have_an_order_without_a_parent(document: Document) -> None:
    ids = [document.add(WORKSTREAMS, title=title) for title in "ab"]
    move_rows(document, WORKSTREAMS, ids[:1], ids[1], after=True)
    assert [row.title for row in document.rows(WORKSTREAMS)][-2:] == ["b", "a"]

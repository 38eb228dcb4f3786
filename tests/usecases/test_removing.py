"""Deleting rows as a person does, and what has to stay."""

import pytest

from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import boards
from sharedprog.usecases.document import Document
from sharedprog.usecases.removing import delete_rows
from tests.builders import contents


def test_one_row_several_rows_and_a_child_row_are_one_change_each(document: Document) -> None:
    ids = [document.add(RISKS, title=str(number)) for number in range(3)]
    before = contents(document.programme)
    delete_rows(document, RISKS, ids[1:])
    assert (document.undo_title, len(document.rows(RISKS))) == ("Delete 2 risks", 1)
    document.undo()
    assert contents(document.programme) == before
    delete_rows(document, RISKS, ids[:1])
    assert document.undo_title == "Delete risk R-001"
    poison = document.add(POISONS, title="p")
    antidote = document.add(ANTIDOTES, parent=poison, title="a")
    delete_rows(document, ANTIDOTES, [antidote])
    assert document.undo_title == "Delete antidote of poison P-001"
    assert delete_rows(document, RISKS, []) is None


def test_a_board_that_met_stays_until_that_is_taken_back(document: Document) -> None:
    [board] = boards.propose(document)
    boards.hold(document, board)
    with pytest.raises(Trouble, match="Board 1 was held"):
        delete_rows(document, BOARD_MEETINGS, [board])
    boards.not_held(document, board)
    delete_rows(document, BOARD_MEETINGS, [board])
    assert document.rows(BOARD_MEETINGS) == ()


def test_a_final_pack_stays_and_a_draft_need_not(document: Document) -> None:
    draft, final = (document.add(PACKS, version="1.0", state=state) for state in ("draft", "final"))
    with pytest.raises(Trouble, match="gone out"):
        delete_rows(document, PACKS, [draft, final])
    assert len(document.rows(PACKS)) == 2, "nothing is half done"
    delete_rows(document, PACKS, [draft])
    assert [row.id for row in document.rows(PACKS)] == [final]

"""What a change is called in the journal and on the Undo button."""

from datetime import date

import pytest

from sharedprog.domain.drafting import Draft
from sharedprog.domain.registers.board_meetings import ASKS, BOARD_MEETINGS
from sharedprog.domain.registers.notes import NOTES
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.usecases.titles import of_edits, of_row
from tests.builders import Made


def test_a_row_by_its_label_and_a_child_row_by_whose_it_is() -> None:
    made = Made()
    poison, risk = made.add(POISONS, title="p"), made.add(RISKS, title="r")
    board = made.add(BOARD_MEETINGS, number=14, day=date(2026, 12, 3))
    task = made.add(TASKS, title="t")
    for register, row, words in (
        (RISKS, risk, "risk R-001"),
        (BOARD_MEETINGS, board, "board 14"),
        (PROGRAMME, made.add(PROGRAMME, title="One Service"), "programme"),
        (PEOPLE, made.add(PEOPLE, title="Head of ICT"), "person Head of ICT"),
        (ANTIDOTES, made.add(ANTIDOTES, parent=poison.id, title="a"), "antidote of poison P-001"),
        (NOTES, made.add(NOTES, parent=risk.id, text="n"), "note of risk R-001"),
        (ASKS, made.add(ASKS, parent=board.id, title="Agree"), "ask of board 14"),
        (TASKS, made.add(TASKS, parent=task.id, title="u"), "task T-002"),
    ):
        assert of_row(made.programme, register, row.id) == words
    assert of_row(made.programme, RISKS, "f" * 32) == "risk"


@pytest.mark.parametrize(("rows", "words"), [(0, "Edit"), (1, "Edit risk R-001"), (3, "Edit 3 risks")])
def test_several_rows_are_counted(rows: int, words: str) -> None:
    made = Made()
    draft = Draft(made.programme)
    for number in range(rows):
        draft.add(RISKS, None, title=str(number))
    assert of_edits("Edit", draft.programme, draft.edits) == words

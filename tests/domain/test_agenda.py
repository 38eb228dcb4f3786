import pytest

from sharedprog.domain.agenda import item_number, numbered_items, outcomes
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS, BOARD_MEETINGS
from sharedprog.domain.registers.decisions import DECISIONS
from sharedprog.domain.registers.people import PEOPLE
from tests.builders import Made


@pytest.mark.parametrize(("code", "number"), [("14/6a", 6), (" 7 / 11 ", 11), ("", 0), ("6a", 0), ("x/1", 0)])
def test_the_number_of_an_item_is_read_from_its_code(code: str, number: int) -> None:
    assert item_number(code) == number


def test_items_are_numbered_in_the_order_of_the_agenda() -> None:
    made = Made()
    board = made.add(BOARD_MEETINGS, number=14)
    chair = made.add(PEOPLE, title="Chair")
    made.add(AGENDA_ITEMS, parent=board.id, title="Second", order="b", section="risks")
    made.add(AGENDA_ITEMS, parent=board.id, title="First", order="a", presenter=chair.id, section="blank")
    items = numbered_items(made.programme, board)
    assert [(item.number, item.row.title, item.presenter, item.has_section) for item in items] == [
        (1, "First", "Chair", False),
        (2, "Second", "", True),
    ]


def test_outcomes_stand_beside_their_items_and_the_others_come_last() -> None:
    made = Made()
    board = made.add(BOARD_MEETINGS, number=13)
    for title in ("Apologies", "Risks"):
        made.add(AGENDA_ITEMS, parent=board.id, title=title)
    made.add(ACTIONS, title="Lost", board=board.id, item="13/99a")
    made.add(ACTIONS, title="Ask", board=board.id, item="13/2a")
    made.add(ACTIONS, title="Of another board", item="13/2b")
    made.add(DECISIONS, title="Adopt", board=board.id, item="13/2", status="taken")
    made.add(DECISIONS, title="Still open", board=board.id, item="13/2", status="required")
    found = outcomes(made.programme, board)
    assert [(each.number, each.subject) for each in found] == [(2, "Risks"), (0, "")]
    assert [action.title for each in found for action in each.actions] == ["Ask", "Lost"]
    assert [decision.title for each in found for decision in each.decisions] == ["Adopt"]

"""What a link can point at."""

from datetime import date

from sharedprog.domain.link_choices import choices
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from tests.builders import Changing


def test_names_stand_in_order_whatever_their_case_and_boards_by_number() -> None:
    story = Changing()
    for title in ("head of ICT", "Finance lead", "Head of HR"):
        story.add(PEOPLE, title=title)
    for number in (1, 2, 10):
        story.add(BOARD_MEETINGS, number=number, day=date(2026, 12, number))
    assert [name for _, name in choices(story.programme, ("people",))] == ["Finance lead", "Head of HR", "head of ICT"]
    boards = [name.split(",")[0] for _, name in choices(story.programme, ("board_meetings",))]
    assert boards == ["1", "2", "10"]


def test_the_same_are_offered_until_one_of_their_registers_changes() -> None:
    story = Changing()
    jane = story.add(PEOPLE, title="Jane Owen")
    before = choices(story.programme, ("people",))
    story.add(RISKS, title="Payroll is wrong")
    assert choices(story.programme, ("people",)) is before
    story.edit(PEOPLE, jane, title="Jane Khan")
    assert choices(story.programme, ("people",)) == ((jane.id, "Jane Khan"),)

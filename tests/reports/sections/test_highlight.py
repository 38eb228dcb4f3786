from typing import Any

from sharedprog.domain.register import Register
from sharedprog.domain.registers.board_meetings import ASKS, BOARD_MEETINGS, FORTNIGHT_LINES, RATINGS, TOLERANCES
from tests.reports.sections.story import Story, printed


def test_the_asks_come_first_then_every_rating(told: Story) -> None:
    words = printed(told.order("highlight"))
    assert "The board is asked to 1. Agree that Tolland ports its numbers first" in words
    assert words.index("The board is asked to") < words.index("Delivery confidence, declared")
    assert "declared Amber Calculated by rule Amber Ashmere rates it Green Tolland rates it Not rated" in words
    assert "Overall: The merge has a fallback." in words


def test_the_reason_stands_only_where_declared_and_calculated_differ(own_story: Story) -> None:
    assert "The schedule does not show the fallback." not in printed(own_story.order("highlight"))
    own_story.edit(RATINGS, "overall 14", rag="green")
    assert "The schedule does not show the fallback." in printed(own_story.order("highlight"))
    own_story.edit(BOARD_MEETINGS, "14", rag_reason="")
    assert "Declared and calculated differ; no reason is given." in printed(own_story.order("highlight"))


def test_workstreams_show_their_lead_their_letters_and_the_path_to_green(told: Story) -> None:
    words = printed(told.order("highlight"))
    assert "Workstream Lead Now By rule Boards 13–14 Path to green" in words
    assert "IT and joint working Head of ICT R – A R Fifty pilot users" in words


def test_done_next_and_tolerances_are_told(told: Story) -> None:
    words = printed(told.order("highlight"))
    assert "Done this fortnight • Fourth staff briefing held" in words
    assert "Next fortnight • Finish the merge" in words
    assert "Time Day 1 holds. at tolerance" in words


def test_what_is_missing_is_said_to_be_missing(own_story: Story) -> None:
    registers: tuple[Register[Any], ...] = (ASKS, FORTNIGHT_LINES, TOLERANCES)
    for register in registers:
        for row in own_story.document.rows(register):
            own_story.document.delete(register, row.id)
    words = printed(own_story.order("highlight"))
    assert "The board is asked to" not in words
    assert words.count("Nothing is told.") == 2
    assert "No tolerance is reported." in words

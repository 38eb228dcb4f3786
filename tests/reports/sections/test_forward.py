from datetime import date

from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from tests.reports.sections.story import Story, printed


def test_six_boards_with_their_deadlines_some_only_proposed(own_story: Story) -> None:
    own_story.add(BOARD_MEETINGS, number=15, day=date(2026, 12, 15), place="Library")
    words = printed(own_story.order("forward"))
    assert "The next board is board 15 on Tue 15 Dec 2026, Library." in words
    assert "15 Tue 15 Dec 2026 Thu 3 Dec 2026 Mon 7 Dec 2026 Thu 10 Dec 2026 Library" in words
    assert words.count("proposed") == 5
    assert "20 Tue 23 Feb 2027" in words


def test_milestones_notices_and_meetings_to_come_are_in_order(told: Story) -> None:
    words = printed(told.order("forward"))
    days = (
        "Tue 1 Dec 2026 Notice due D-002 Port the numbers first Tolland Cabinet",
        "Fri 4 Dec 2026 Milestone 1.2 Shared mail addresses live Head of ICT",
        "Thu 10 Dec 2026 Meets D-002 Port the numbers first Tolland Cabinet",
    )
    assert [words.index(day) for day in days] == sorted(words.index(day) for day in days)
    assert "Service reviews complete" not in words


def test_a_board_without_a_day_proposes_nothing(own_story: Story) -> None:
    own_story.edit(BOARD_MEETINGS, "14", day=None)
    assert "This board has no date yet" in printed(own_story.order("forward"))

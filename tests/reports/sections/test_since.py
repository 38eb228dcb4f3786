from datetime import date

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.words import DAY_MINUTES
from sharedprog.usecases import boards
from tests.reports.sections.story import Story, printed


def test_dates_stand_under_what_moved_them(told: Story) -> None:
    words = printed(told.order("since"))
    assert "Because 1.1 Merge the directories takes 5 days longer" in words
    assert "1.2 Shared mail addresses live Tolland Fri 27 Nov 2026 Fri 4 Dec 2026 5 later" in words
    assert "1.1 Merge the directories Both Fri 27 Nov 2026 Fri 4 Dec 2026 5 later" in words


def test_every_part_of_the_change_is_told(told: Story) -> None:
    words = printed(told.order("since"))
    for said in (
        "R-001 Staff cannot log in on Day 1 15 → 20 worse: likelihood 3 → 4",
        "I-002 Hire four floor-walkers New",
        "P-001 “We will need two of everything” Antidote 1 of 1 administered",
        "Actions 1 closed, 1 new, 1 overdue (13/6a)",
        "D-002 Port the numbers first: New",
        "IT and joint working A → R , declared by Head of ICT",
    ):
        assert said in words


def test_a_date_that_moved_by_itself_stands_in_a_line(own_story: Story) -> None:
    own_story.edit(TASKS, "agreed", actual_finish=date(2026, 10, 21))
    own_story.edit(TASKS, "merge", duration=20 * DAY_MINUTES)
    words = printed(own_story.order("since"))
    assert "Because" not in words
    assert "2 Agreement sealed" in words
    assert "1 later" in words


def test_when_nothing_changed_it_says_so(own_story: Story) -> None:
    told = own_story
    for action in told.document.rows(ACTIONS):
        told.document.delete(ACTIONS, action.id)
    boards.hold(told.document, told.ids["14"])
    boards.propose(told.document)
    assert "Nothing changed." in printed(told.order("since"))


def test_the_first_board_has_nothing_to_compare_with(own_story: Story) -> None:
    own_story.document.delete(BOARD_MEETINGS, own_story.ids["13"])
    words = printed(own_story.order("since"))
    assert "No board was held before this one, so there is nothing to compare with." in words
    assert "Dates that moved" not in words

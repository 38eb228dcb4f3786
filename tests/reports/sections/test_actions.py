from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.usecases import boards
from tests.reports.sections.story import Story, printed


def test_the_count_line_compares_with_the_last_board(told: Story) -> None:
    assert "1 new, 1 closed, 1 carried, 1 overdue since board 13 (Thu 19 Nov 2026)." in printed(told.order("actions"))


def test_overdue_ones_come_first_with_both_days_and_the_latest_note(told: Story) -> None:
    words = printed(told.order("actions"))
    late, open_, closed = (words.index(each) for each in ("Overdue (1)", "Open (1)", "Closed since board 13 (1)"))
    assert late < open_ < closed
    assert "first Mon 16 Nov 2026 now Tue 24 Nov 2026 Wed 25 Nov 2026: The carrier disputes the rest." in words
    assert "6 days late" in words[late:open_]


def test_closed_ones_are_listed_once_then_dropped(own_story: Story) -> None:
    told = own_story
    old = told.add(ACTIONS, title="Long done", status="done")
    assert "Long done" in printed(told.order("actions"))
    boards.hold(told.document, told.ids["14"])
    boards.propose(told.document)
    words = printed(told.order("actions"))
    assert "Long done" not in words
    assert told.document.programme.row(ACTIONS, old) is not None


def test_before_the_second_board_every_action_is_told(own_story: Story) -> None:
    own_story.document.delete(BOARD_MEETINGS, own_story.ids["13"])
    words = printed(own_story.order("actions"))
    assert "2 open, 1 closed, 1 overdue. No board was held before this one." in words
    assert "Rehearse a hardship payment" in words


def test_without_actions_it_says_so(own_story: Story) -> None:
    for action in own_story.document.rows(ACTIONS):
        own_story.document.delete(ACTIONS, action.id)
    assert "No action is open" in printed(own_story.order("actions"))

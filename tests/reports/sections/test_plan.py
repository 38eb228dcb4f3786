from datetime import date

from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from tests.reports.sections.story import Story, printed


def test_milestones_show_baseline_last_board_now_slip_and_float(told: Story) -> None:
    words = printed(told.order("plan"))
    assert "WBS Milestone Baseline Board 13 Now Slip" in words
    assert "Shared mail addresses live Head of ICT · Tolland Fri 27 Nov 2026 Fri 27 Nov 2026 Fri 4 Dec 2026" in words
    assert "float 551 d +5 d" in words


def test_far_milestones_and_those_reached_long_ago_are_told_in_a_sentence(told: Story) -> None:
    words = printed(told.order("plan"))
    assert "Later: 3 Service reviews complete (Mon 12 Feb 2029)." in words
    assert "Reached by board 13: 2 Agreement sealed (Tue 20 Oct 2026)." in words


def test_the_cards_count_days_and_milestones(told: Story) -> None:
    words = printed(told.order("plan"))
    assert "To Day 1, Mon 4 Jan 2027 22 working days" in words
    assert "Milestones reached 1 of 3 Forecast after baseline 1 Moved since board 13 1" in words


def test_the_longest_way_names_each_step(told: Story) -> None:
    way = "has 551 working days of float: 1.1 Merge the directories → 1.2 Shared mail addresses live."
    assert f"The longest way to Shared mail addresses live {way}" in printed(told.order("plan"))


def test_the_health_of_the_plan_is_told_in_a_line(told: Story) -> None:
    words = printed(told.order("plan"))
    assert "Schedule health (DCMA): 6 of 12 checks pass; missing links on 3 tasks, hard dates on 1 task, " in words


def test_a_milestone_that_is_late_reached_or_critical_says_so(own_story: Story) -> None:
    told = own_story
    told.edit(TASKS, "mail", percent_complete=100)
    told.edit(TASKS, "reviews", constraint_day=date(2026, 11, 20))
    words = printed(told.order("plan"))
    assert "Fri 4 Dec 2026 reached" in words
    assert "Fri 20 Nov 2026 overdue" in words


def test_without_day_one_or_a_board_behind_it_nothing_is_made_up(own_story: Story) -> None:
    told = own_story
    told.document.delete(BOARD_MEETINGS, told.ids["13"])
    told.document.edit(PROGRAMME, told.document.programme.settings.id, "day_one", None)
    words = printed(told.order("plan"))
    assert "To Day 1 –" in words
    assert "Moved since the last board –" in words


def test_an_empty_plan_says_so(own_story: Story) -> None:
    for task in own_story.document.rows(TASKS):
        own_story.document.delete(TASKS, task.id)
    words = printed(own_story.order("plan"))
    assert "Nothing with a date is left to do." in words
    assert "The plan has no milestones to come." in words


def test_a_long_way_is_shortened_by_counting_its_middle(own_story: Story) -> None:
    before = "merge"
    for number in range(15):
        step = f"step {number}"
        own_story.add(TASKS, step, title=step, parent="directory", duration=480)
        own_story.add(DEPENDENCIES, parent=step, predecessor=before)
        before = step
    own_story.add(TASKS, "end", title="All merged", parent="directory", milestone=True, duration=0,
                  baseline_finish=date(2026, 12, 31))  # fmt: skip
    own_story.add(DEPENDENCIES, parent="end", predecessor=before)
    words = printed(own_story.order("plan"))
    assert "1.1 Merge the directories → 1.3 step 0" in words
    assert "→ 7 more →" in words
    assert "1.18 All merged." in words

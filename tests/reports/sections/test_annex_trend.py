from reportlab.platypus import Flowable

from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.reports.figures import Figure
from sharedprog.reports.sections.annex_trend import annex_trend
from tests.reports.paper import pack, text
from tests.reports.sections.story import Story


def words(story: Story) -> str:
    return " ".join(text(pack(annex_trend(story.order("annex_trend")))).replace("\xa0", " ").split())


def figures(flowables: list[Flowable]) -> list[Figure]:
    return [each for each in flowables if isinstance(each, Figure)]


def test_a_sentence_says_what_moved_and_the_table_holds_each_forecast(told: Story) -> None:
    said = words(told)
    assert "Since board 13, 1 milestone moved later and none sooner." in said
    assert "Furthest: 1.2 Shared mail addresses live, by 5 working days." in said
    assert "WBS Milestone Baseline Board 13 Now Slip" in said
    assert "1.2 Shared mail addresses live Fri 27 Nov 2026 Fri 27 Nov 2026 Fri 4 Dec 2026 +5 d" in said
    assert "2 Agreement sealed Wed 14 Oct 2026 Tue 20 Oct 2026 reached +4 d" in said


def test_the_chart_names_its_lines_and_has_words_of_its_own(told: Story) -> None:
    (figure,) = figures(list(annex_trend(told.order("annex_trend")).flowables))
    assert figure.element.alternative.startswith("Chart of forecasts at each board. Since board 13")
    assert "1.2 Shared mail addresses live +5 d" in words(told)
    assert "2 milestones only in the table." in words(told)


def test_a_milestone_that_was_deleted_still_says_what_it_was_forecast_for(own_story: Story) -> None:
    own_story.document.delete(TASKS, own_story.ids["mail"])
    assert "– Shared mail addresses live (not in the plan any more) – Fri 27 Nov 2026 – –" in words(own_story)


def test_a_name_that_has_no_room_keeps_how_far_it_moved(own_story: Story) -> None:
    own_story.edit(TASKS, "mail", title="Shared mail addresses live " * 6)
    assert "… +5 d" in words(own_story)


def test_before_the_first_board_there_is_the_table_alone(own_story: Story) -> None:
    own_story.document.delete(BOARD_MEETINGS, own_story.ids["13"])
    said = words(own_story)
    assert "No board has been held yet, so there is no trend." in said
    assert "WBS Milestone Baseline Now Slip" in said
    assert figures(list(annex_trend(own_story.order("annex_trend")).flowables)) == []


def test_a_plan_without_milestones_says_so(own_story: Story) -> None:
    own_story.document.delete(BOARD_MEETINGS, own_story.ids["13"])
    for task in own_story.document.rows(TASKS):
        own_story.document.delete(TASKS, task.id)
    assert "The plan has no milestones." in words(own_story)

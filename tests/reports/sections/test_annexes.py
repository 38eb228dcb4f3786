from datetime import date, time

from sharedprog.domain.registers.baselines import BASELINES
from sharedprog.domain.registers.calendars import CALENDARS
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import REVIEWS, RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.reports.layouts import layout
from sharedprog.reports.pack import make_pack
from sharedprog.usecases import baselining
from tests.reports.sections.story import Story, pages, printed


def test_a_register_is_printed_whole_by_label_numbers_by_size(own_story: Story) -> None:
    own_story.add(RISKS, title="Late", ref="R-1000")
    own_story.add(RISKS, title="Early", ref="R-99")
    words = printed(own_story.order("annex_risks"))
    assert "5 risks, as at Mon 30 Nov 2026 12:00" in words
    assert words.index("R-99 Early") < words.index("R-1000 Late")


def test_fields_have_labels_and_empty_ones_are_left_out(told: Story) -> None:
    words = printed(told.order("annex_risks"))
    assert "Current likelihood 4 Likely" in words
    assert "Owner Head of ICT Response actions • Fifty pilot users log in · Head of ICT · due Fri 20 Nov 2026" in words
    assert "Inherent likelihood" not in words
    assert "Escalated" not in words


def test_reviews_and_links_stand_with_their_row(own_story: Story) -> None:
    own_story.add(REVIEWS, parent="brand", day=date(2026, 11, 12), outcome="no_change", note="Looked at again.")
    own_story.add(LINKS, source="brand", target="room", kind="about")
    words = printed(own_story.order("annex_risks", "annex_issues"))
    assert "Reviews • reviewed Thu 12 Nov 2026 · No change · Looked at again. Links • is about I-001 No room" in words
    assert "R-002 Brand launched too early is about this" in words


def test_who_named_a_poison_in_confidence_is_not_in_the_annex(own_story: Story) -> None:
    own_story.document.delete(POISONS, own_story.ids["two"])
    words = printed(own_story.order("annex_poisons"))
    assert "Named by Anonymous" in words
    assert "Ashmere" not in words


def test_a_field_that_no_cell_names_stands_in_the_last_one() -> None:
    named = {name for cell in layout("issues") for name in cell.names}
    assert {"title", "kind", "impact_cost", "age"} <= named
    assert [child for cell in layout("risks") for child in cell.children].count("reviews") == 1


def test_an_empty_register_says_so(own_story: Story) -> None:
    for risk in own_story.document.rows(RISKS):
        own_story.document.delete(RISKS, risk.id)
    assert "The register holds no risk." in printed(own_story.order("annex_risks"))


def test_the_plan_in_words_tells_what_is_not_usual(own_story: Story) -> None:
    own_story.add(DEPENDENCIES, parent="reviews", predecessor="merge", kind="SS", lag=960)
    words = printed(own_story.order("annex_gantt"))
    assert "1.1 T-002 Merge the directories Head of ICT Start no earlier than Mon 2 Nov 2026 25 d 0 %" in words
    assert "Mon 2 Nov 2026 Fri 4 Dec 2026 Mon 2 Nov 2026 Fri 27 Nov 2026" in words
    assert "Waits for T-002, Start to start, 2 d" in words
    assert "Waits for T-002 2" in words


def test_the_plan_in_words_tells_times_that_are_not_usual_and_what_stands_aside(own_story: Story) -> None:
    own_story.add(
        TASKS,
        title="Choose a supplier",
        active=False,
        duration=480,
        deadline=date(2026, 12, 4),
        deadline_time=time(12),
        baseline_finish=date(2026, 12, 4),
        baseline_finish_time=time(17),
    )
    words = printed(own_story.order("annex_gantt"))
    assert "Choose a supplier Not in the plan: it moves no other task Deadline Fri 4 Dec 2026 12:00" in words
    assert "17:00" not in words


def test_only_baselines_that_are_not_in_force_are_told_beside_a_task(own_story: Story) -> None:
    document = own_story.document
    baselining.keep(document, "Board 9")
    assert "• Board 9" not in printed(own_story.order("annex_gantt"))
    baselining.keep(document, "Aside", in_force=False)
    words = printed(own_story.order("annex_gantt"))
    assert "• Aside" in words
    assert "• Board 9" not in words


def test_working_times_and_baselines_stand_in_the_record(own_story: Story) -> None:
    own_story.add(CALENDARS, title="Depot", monday="06:00-14:00", tuesday="closed")
    own_story.add(BASELINES, title="As approved", approved=date(2026, 9, 10), reason="The board agreed it.")
    words = printed(own_story.order("annex_terms"))
    assert "Monday 06:00-14:00" in words
    assert "As approved" in words
    assert "The board agreed it." in words


def test_the_chart_is_the_annex_and_the_words_stand_under_it(told: Story) -> None:
    text = pages(make_pack(told.order("annex_gantt")))
    assert "ANNEX A\nGantt chart" in text[0]
    assert any("The plan in words" in page for page in text[1:])


def test_without_a_plan_both_say_so(own_story: Story) -> None:
    for task in own_story.document.rows(TASKS):
        own_story.document.delete(TASKS, task.id)
    assert printed(own_story.order("annex_gantt")).count("The plan is empty.") == 2

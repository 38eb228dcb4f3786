from dataclasses import replace

from sharedprog.domain import ratings
from sharedprog.domain.packing import Issue
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.matrices import MATRICES
from tests.reports.sections.story import NOW, Story, printed


def test_terms_explain_ratings_scores_and_words(told: Story) -> None:
    words = printed(told.order("annex_terms"))
    assert f"Calculated by rule. {' '.join(ratings.RULE.split())}" in words
    assert "Scoring: 5 × 5" in words
    assert "5 Almost certain 5 10 15 20 25" in words
    assert "16 to 25 R Red" in words
    assert "Potency 1 Faint, 2 Mild, 3 Strong, 4 Dangerous, 5 Deadly" in words


def test_they_say_honestly_where_poisons_and_antidotes_come_from(told: Story) -> None:
    said = "Only a published case study describes this tool: the fields used here, the potency from 1 to 5 among them,"
    assert f"{said} are our own reading of it." in printed(told.order("annex_terms"))


def test_without_a_matrix_nothing_is_scored(own_story: Story) -> None:
    for matrix in own_story.document.rows(MATRICES):
        own_story.document.delete(MATRICES, matrix.id)
    assert "No scoring matrix is chosen." in printed(own_story.order("annex_terms"))


def test_the_programme_s_own_record_follows(own_story: Story) -> None:
    own_story.add(BANK_HOLIDAYS, title="Local day")
    words = printed(own_story.order("annex_terms"))
    for said in (
        "The programme and this board",
        "PA-001 Ashmere Borough Council Ashmere",
        "Any other business · Discuss · Programme Manager · minutes 5 · Room to write",
        "Fri 25 Dec 2026 Christmas Day",
        "Without a day Local day",
    ):
        assert said in words
    assert "Board 13" not in words


def test_control_says_what_this_pack_is_and_how_to_check_it(told: Story) -> None:
    order = told.order("control", state="final", note="First issue")
    words = printed(order)
    assert f"Change set {order.saw}" in words
    assert order.results.sha256 in words.replace(" ", "")
    assert order.short_hash in words
    assert "What changed First issue" in words
    assert "1.0 Issued Mon 30 Nov 2026" in words


def test_earlier_versions_are_listed_before_this_one(told: Story) -> None:
    earlier = Issue("0.9", "draft", NOW, "Board Secretary", "Sent for comment")
    words = printed(replace(told.order("control"), earlier=(earlier,)))
    assert words.index("0.9 Draft Mon 30 Nov 2026 12:00 Board Secretary Sent for comment") < words.index("1.0 Draft")

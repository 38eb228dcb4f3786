import pytest

from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.reports.sections.decisions import numbered_points
from tests.reports.sections.story import Story, printed


def test_each_decision_is_a_block_with_a_numbered_recommendation(told: Story) -> None:
    words = printed(told.order("decisions", "annex_decisions"))
    for said in (
        "1 decision for this board. Decisions taken so far: annex A.",
        "D-002 Port the numbers first From Head of ICT · item 14/11",
        "Recommendation 1. Port on Day 5. 2. Move the desks a fortnight later.",
        "Options considered Port first; move first.",
        "Finance £2,200.",
        "Implications not told Legal, People, Equalities, Data protection, ICT",
        "If it is not decided Callers reach empty desks.",
    ):
        assert said in words


def test_the_way_through_a_partner_s_own_body_is_checked_against_28_clear_days(told: Story) -> None:
    words = printed(told.order("decisions"))
    assert "Tolland Tolland Cabinet Tue 1 Dec 2026 too late for a key decision: Wed 11 Nov 2026" in words
    assert "Thu 10 Dec 2026 Awaited" in words


def test_without_notice_or_meeting_the_page_says_what_is_possible(own_story: Story) -> None:
    own_story.edit(RATIFICATIONS, "cabinet", notice=None)
    assert "by Wed 11 Nov 2026 for a key decision" in printed(own_story.order("decisions"))
    own_story.edit(RATIFICATIONS, "cabinet", day=None)
    assert "from Tue 29 Dec 2026" in printed(own_story.order("decisions"))


def test_decisions_taken_that_wait_for_a_partner_are_listed(own_story: Story) -> None:
    own_story.add(RATIFICATIONS, parent="key", partner="ashmere", body="Ashmere Cabinet")
    words = printed(own_story.order("decisions"))
    assert "Taken, and waiting for a partner's own body" in words
    assert "D-001 Adopt the apportionment key Ashmere Cabinet" in words


def test_a_decision_asked_of_a_later_board_is_not_in_this_pack(own_story: Story) -> None:
    own_story.edit(DECISIONS, "port", board=None)
    assert "1 decision for this board" in printed(own_story.order("decisions"))
    own_story.edit(DECISIONS, "port", status="withdrawn")
    assert "No decisions for this board." in printed(own_story.order("decisions"))


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("1. Port on Day 5. 2. Move.", ("Port on Day 5.", "Move.")),
        ("1) Port\n2) Move", ("Port", "Move")),
        ("Port.\n\nMove.", ("Port.", "Move.")),
        ("Spend 1. 5 is too much", ("Spend 1. 5 is too much",)),
        ("2. Second only", ("2. Second only",)),
        ("", ()),
    ],
)
def test_points_are_found_as_people_number_them(text: str, points: tuple[str, ...]) -> None:
    assert numbered_points(text) == points

from sharedprog.domain.registers.issues import ISSUES
from tests.reports.sections.story import Story, printed


def test_issues_stand_under_who_must_decide_with_their_age(told: Story) -> None:
    words = printed(told.order("issues", "annex_issues"))
    assert "2 open, 1 overdue; 2 decisions for this board. Full log: annex A." in words
    assert "Who decides: programme board (1)" in words
    said = "I-001 High No room for the payroll team Five people on another floor. Senior Responsible Owner 20 days"
    assert f"{said} Fri 27 Nov 2026, late Captured" in words


def test_change_requests_show_time_cost_and_benefits(told: Story) -> None:
    words = printed(told.order("issues"))
    assert "I-002 Hire four floor-walkers Head of ICT None £9,600 First week 7 days" in words


def test_the_highest_severity_comes_first_and_closed_ones_are_left_out(own_story: Story) -> None:
    own_story.add(ISSUES, title="Cabinets disagree", severity="corporate", priority="low")
    own_story.add(ISSUES, title="Nobody judged this")
    own_story.edit(ISSUES, "walkers", status="closed")
    words = printed(own_story.order("issues"))
    corporate, board, unjudged = (
        words.index(each)
        for each in ("the partners' own bodies (1)", "programme board (1)", "Who decides: not judged yet (1)")
    )
    assert corporate < board < unjudged
    assert "No change request is open." in words
    assert "Nobody owns it" in words

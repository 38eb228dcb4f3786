import io
from itertools import pairwise

from pypdf import PdfReader

from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.matrices import MATRICES
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.reports.pack import make_pack
from tests.reports.sections.story import Story, printed


def test_the_summary_counts_bands_travel_and_reviews(told: Story) -> None:
    words = printed(told.order("risks", "annex_risks"))
    assert "3 open: 1 red, 0 amber, 1 green, 1 not scored. One worse since board 13. One review is overdue." in words
    assert "Full register: annex A." in words
    assert "Full register" not in printed(told.order("risks"))


def test_a_top_risk_shows_its_history_its_target_and_what_is_done_next(told: Story) -> None:
    words = printed(told.order("risks"))
    for said in (
        "R-001 Tolland Staff cannot log in on Day 1 Two directories. Nobody reaches mail. Confidence is lost.",
        "20 ↑ worse 15 20 target 6 by Mon 4 Jan 2027",
        "Head of ICT Fifty pilot users log in Head of ICT due Fri 20 Nov 2026, late",
    ):
        assert said in words


def test_only_risks_that_the_board_must_see_are_on_top(told: Story) -> None:
    words = printed(told.order("risks"))
    assert "Brand launched too early" not in words
    assert "The board sees every risk that scores 16 or more, for all or for one partner" in words


def test_a_risk_that_one_partner_scores_high_goes_to_the_board(own_story: Story) -> None:
    own_story.edit(RISKS, "login", likelihood=1)
    assert "Staff cannot log in on Day 1 Two directories." in printed(own_story.order("risks"))


def test_unscored_risks_and_those_of_an_earlier_matrix_stand_beside_the_map(own_story: Story) -> None:
    other = next(m for m in own_story.document.rows(MATRICES) if m.id != own_story.document.programme.matrix_id)
    own_story.document.edit(RISKS, own_story.ids["brand"], "matrix", other.id)
    words = printed(own_story.order("risks"))
    assert "Not on the map. Not scored: R-003. To score again, on an earlier matrix: R-002." in words


def test_overdue_reviews_are_listed_with_their_owner(told: Story) -> None:
    assert "R-001 Staff cannot log in on Day 1 Head of ICT Fri 20 Nov 2026 10 days" in printed(told.order("risks"))


def test_the_trend_begins_with_the_second_board(own_story: Story) -> None:
    assert "Board 13 saw 2 open risks, 0 of them red; now there are 2, 1 of them red." in printed(
        own_story.order("risks")
    )
    own_story.document.delete(BOARD_MEETINGS, own_story.ids["13"])
    assert "Open risks at each board" not in printed(own_story.order("risks"))


def test_labels_of_the_map_never_touch_each_other(own_story: Story) -> None:
    """Twelve risks in one cell and their targets in another: every label stands on a line of its own."""
    for number in range(12):
        own_story.add(
            RISKS, title=f"Red {number}", likelihood=5, impact=5, target_likelihood=1, target_impact=1,
            matrix=own_story.document.programme.matrix_id, ref=f"IT-RISK-{number}",
        )  # fmt: skip
    places = _places(own_story)
    assert len(places) >= 3
    for one, other in pairwise(places):
        assert one[0] != other[0] or abs(one[1] - other[1]) > 8


def _places(told: Story) -> list[tuple[float, float]]:
    """Where labels of the added risks are written on the map, above the heading of the table."""
    page = PdfReader(io.BytesIO(make_pack(told.order("risks")).pdf)).pages[0]
    found: list[tuple[float, float]] = []

    def visit(words: str, _matrix: object, place: list[float], _font: object, _size: object) -> None:
        if words.startswith("IT-RISK") and not words.count("\n") > 1:
            found.append((place[4], place[5]))

    page.extract_text(visitor_text=visit)
    return found


def test_references_too_long_for_a_cell_are_counted_instead(own_story: Story) -> None:
    own_story.document.edit(RISKS, own_story.ids["login"], "ref", "PARTNERSHIP-RISK-012")
    words = printed(own_story.order("risks"))
    assert "Numbers count the open risks of a cell." in words
    assert words.count("PARTNERSHIP-RISK-012") >= 1


def test_without_a_matrix_or_a_tolerance_it_says_what_is_missing(own_story: Story) -> None:
    told = own_story
    for matrix in told.document.rows(MATRICES):
        told.document.delete(MATRICES, matrix.id)
    told.document.edit(PROGRAMME, told.document.programme.settings.id, "tolerance", None)
    words = printed(told.order("risks"))
    assert "There is no scoring matrix, so risks cannot be mapped." in words

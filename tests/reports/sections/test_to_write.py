from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS, BOARD_MEETINGS
from sharedprog.reports.pack import make_pack
from tests.reports.sections.story import Story, pages, printed


def test_the_roll_lists_everybody_by_partner(told: Story) -> None:
    roll = pages(make_pack(told.order("cover")))[1]
    assert "Ashmere\nSenior Responsible Owner (chair) Member" in roll
    assert "Tolland\nHead of ICT Member" in roll
    assert "Others\nProgramme Manager In attendance" in roll


def test_short_items_share_a_page_and_minutes_have_their_own(told: Story) -> None:
    text = pages(make_pack(told.order("cover")))
    assert "ITEM 1 · NOTE" in text[1]
    assert "ITEM 2 · NOTE" in text[1]
    assert "ITEM 3 · DECIDE" in text[2]
    assert "Nature of the interest" in text[1]


def test_minutes_hold_what_the_file_knows_of_the_last_board(told: Story) -> None:
    minutes = " ".join(pages(make_pack(told.order("cover")))[2].split())
    assert "Draft until confirmed. Board 13 met on Thu 19 Nov 2026 at Committee room 2." in minutes
    assert "Present Senior Responsible Owner" in minutes
    assert "Apologies Head of ICT" in minutes
    assert "6 Highlight report 13/6a Claim the cost of the delay · Head of ICT, by Tue 24 Nov 2026" in minutes
    assert "Agreed as a correct record" in minutes


def test_other_items_follow_the_section_before_them(told: Story) -> None:
    text = pages(make_pack(told.order("cover", "forward", "control")))
    forward = next(page for page in text if "ITEM 12 · NOTE" in page)
    assert "ITEM 13 · DISCUSS\nAny other business" in forward


def test_they_are_printed_with_the_cover_only(told: Story) -> None:
    assert "Apologies" not in printed(told.order("risks"))


def test_before_the_first_board_there_are_no_minutes(own_story: Story) -> None:
    own_story.document.delete(BOARD_MEETINGS, own_story.ids["13"])
    assert "there are no minutes to confirm" in printed(own_story.order("cover"))


def test_an_item_of_a_section_that_is_not_printed_gets_no_page_to_write_on(own_story: Story) -> None:
    own_story.add(AGENDA_ITEMS, parent="14", title="Benefits so far", purpose="note", section="risks")
    assert "ITEM 14" not in printed(own_story.order("cover"))

import pytest

from sharedprog.reports.blocks import cross_reference, paragraph
from sharedprog.reports.boxes import (
    Ruled,
    Signatures,
    asks,
    beside,
    bulleted,
    cards,
    facts,
    numbered,
    section_head,
)
from sharedprog.reports.document import Section
from sharedprog.reports.marks import PageNumber, TickBox
from sharedprog.reports.rag import word_pill
from sharedprog.reports.text import bold
from tests.reports.paper import one_section, operations, pack, pages, text


def test_a_section_begins_with_item_purpose_title_and_summary() -> None:
    head = section_head("Highlight report", item="Item 6", purpose="Discuss", summary="Fortnight to Mon 30 Nov")
    printed = text(one_section(head)).splitlines()
    assert [
        line for line in printed if line in {"ITEM 6 · DISCUSS", "Highlight report", "Fortnight to Mon 30 Nov"}
    ] == ["ITEM 6 · DISCUSS", "Highlight report", "Fortnight to Mon 30 Nov"]


def test_a_section_without_item_has_no_empty_line() -> None:
    assert len(section_head("Terms used")) == 1


def test_asks_are_numbered() -> None:
    printed = text(one_section([asks(["Decide this", "Note that"])]))
    assert "The board is asked to" in printed
    assert printed.index("1.") < printed.index("Decide this") < printed.index("2.") < printed.index("Note that")


def test_asks_longer_than_a_page_go_on_in_a_second_box() -> None:
    document = one_section([asks([f"Ask number {number} " + "word " * 60 for number in range(30)])])
    assert document.pages > 1
    assert text(document).count("Ask number") == 30


def test_cards_print_labels_and_values_and_wrap_into_rows() -> None:
    values = [(f"Label {number}", word_pill("A")) for number in range(9)]
    assert text(one_section([cards(values)])).count("Amber") == 9
    many = one_section([cards([(f"Label {number}", "value") for number in range(90)])])
    assert many.pages > 1
    assert text(many).count("value") == 90


def test_a_card_higher_than_a_page_loses_its_frame_and_none_of_its_words() -> None:
    printed = text(one_section([paragraph("x"), cards([("label", "word " * 4_000), ("other", "end")])]))
    assert printed.count("word") == 4_000
    assert "end" in printed


def test_a_cross_reference_names_pages_inside_a_sentence() -> None:
    note = cross_reference(lambda page: ["Annexes from page ", bold(page("annex")), ", not ", page("?"), "."])
    printed = pages(pack(Section("first", "First", [note]), Section("annex", "Annex", [paragraph("x")])))
    assert "Annexes from page 2, not –." in printed[0]


def test_lists_have_bullets_and_numbers() -> None:
    printed = text(one_section([*bulleted(["first"]), *numbered(["second"])]))
    assert "•" in printed
    assert "1." in printed


def test_columns_stand_beside_each_other() -> None:
    printed = pages(one_section([beside([paragraph("Done")], [paragraph("Next")])]))
    assert "Done" in printed[0]
    assert "Next" in printed[0]


def test_facts_name_what_they_tell() -> None:
    printed = text(one_section([facts([("Quorum", "5 members")])]))
    assert "Quorum" in printed
    assert "5 members" in printed


def ruled_lines(count: int) -> list[int]:
    """How many lines each page holds, without the rules of head and foot."""
    return [
        sum(operator == "l" for operator, _operands in page) - 2 for page in operations(one_section([Ruled(count)]))
    ]


def test_room_to_write_is_as_many_lines_as_asked_also_over_pages() -> None:
    assert ruled_lines(4) == [4]
    assert sum(ruled_lines(70)) == 70
    assert len(ruled_lines(70)) == 3


def test_signatures_have_captions() -> None:
    assert "Date" in text(one_section([Signatures(["Signed by the chair", "Date"], (3, 1))]))


def test_a_box_to_tick_can_be_ticked() -> None:
    assert "✓" not in text(one_section([paragraph(TickBox())]))
    assert "✓" in text(one_section([paragraph(TickBox(ticked=True))]))


@pytest.mark.parametrize(("section", "printed"), [("second", "2"), ("elsewhere", "–")])
def test_a_page_number_is_filled_in_at_the_end(section: str, printed: str) -> None:
    first = Section("first", "First", [paragraph("see page ", PageNumber(section))])
    assert f"see page {printed}" in " ".join(text(pack(first, Section("second", "Second", []))).split())

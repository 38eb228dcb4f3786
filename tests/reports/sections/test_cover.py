import io
import re
import struct
import zlib
from dataclasses import replace

import pikepdf
import pytest
from pypdf import PdfReader

from sharedprog.domain.packing import SECTIONS
from sharedprog.reports.pack import make_pack
from tests.reports.sections.story import Story, pages, printed


def png(width: int, height: int) -> bytes:
    """A picture in one colour."""
    rows = (b"\0" + b"\x0b\x5c\x6b" * width) * height

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_it_says_which_board_when_where_who_and_from_which_data(told: Story) -> None:
    words = printed(told.order("cover"))
    for said in (
        "AGENDA AND PAPERS · DRAFT",
        "Programme Board 14",
        "Thu 3 Dec 2026 · Committee room 2",
        "Members, Ashmere Senior Responsible Owner (chair)",
        "Members, Tolland Head of ICT",
        "In attendance Programme Manager",
        "Quorum Two each",
        "Data as at Mon 30 Nov 2026 12:00",
        "Contact Board Secretary, 01234 567890",
        "The agenda takes 65 minutes. Next board: Thu 17 Dec 2026; papers issued Mon 14 Dec 2026.",
    ):
        assert said in words


def test_a_final_pack_is_not_called_a_draft(told: Story) -> None:
    words = printed(told.order("cover", state="final"))
    assert "DRAFT" not in words
    assert "Version 1.0 · ISSUED Mon 30 Nov 2026 12:00" in words


def test_the_page_of_each_item_is_the_printed_page_and_the_label_of_the_pdf(told: Story) -> None:
    made = make_pack(told.order())
    text = pages(made)
    labels = PdfReader(io.BytesIO(made.pdf)).page_labels
    agenda = re.findall(r"^(\d+) .* (\d+)$", text[0].split("Minutes Page")[1], re.MULTILINE)
    assert [int(number) for number, _page in agenda] == list(range(1, 14))
    for number, page in agenda:
        head = next(index for index, words in enumerate(text) if re.search(rf"^ITEM {number} ·", words, re.MULTILINE))
        assert labels[head] == page
        assert f"Page {page} of {made.pages}" in text[head]


def test_the_pages_of_the_annexes_are_named_by_letter(told: Story) -> None:
    made = make_pack(told.order())
    text = [" ".join(page.split()) for page in pages(made)]
    named = re.findall(r"([A-G]) ([A-Z][a-z ]+?) (\d+)[,.]", text[0].split("Annexes, with their pages:")[1])
    assert [letter for letter, _title, _page in named] == list("ABCDEFG")
    for letter, title, page in named:
        assert f"ANNEX {letter} {title}" in text[int(page) - 1]


def test_an_item_whose_section_is_left_out_has_no_page(told: Story) -> None:
    words = printed(told.order("cover", "risks"))
    assert "7 Plan on a page Discuss Programme Manager 5 –" in words
    assert "8 Risks Discuss Programme Manager 5 4" in words


def test_a_logo_is_printed_and_one_that_is_no_picture_becomes_the_name(told: Story) -> None:
    logos = {told.ids["ashmere"]: png(8, 4), told.ids["tolland"]: b"no picture"}
    made = make_pack(replace(told.order("cover"), logos=logos))
    assert pages(made)[0].startswith("Tolland Council\nAGENDA")
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert len(pdf.pages[0].get_images()) == 1


@pytest.mark.parametrize("content", [b"<svg/>", png(8, 4)[:45], png(60_000, 1)[:40] + b"\xff" * 40, b""])
def test_no_logo_stops_a_pack(told: Story, content: bytes) -> None:
    order = replace(told.order("cover"), logos={told.ids["ashmere"]: content})
    assert "Ashmere Borough Council" in pages(make_pack(order))[0]


def test_every_code_of_a_section_can_be_printed(told: Story) -> None:
    for code in SECTIONS:
        assert make_pack(told.order(code)).pages >= 1

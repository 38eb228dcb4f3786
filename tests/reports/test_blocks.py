import io
import re

import pytest
from reportlab.pdfgen.canvas import Canvas

from sharedprog.reports.blocks import TextBlock, heading, paragraph
from sharedprog.reports.boxes import beside, bulleted
from sharedprog.reports.stacks import Box, Stack
from sharedprog.reports.styles import TITLE
from tests.reports.paper import one_section, pages, squeezed, text

LONG = " ".join(f"w{number:04d}" for number in range(2_500))


def in_order(printed: str) -> list[str]:
    return re.findall(r"w\d{4}", squeezed(printed))


def test_a_long_paragraph_goes_on_over_pages_and_loses_nothing() -> None:
    document = one_section([paragraph(LONG)])
    assert document.pages > 2
    assert in_order(text(document)) == LONG.split()


def test_no_single_line_is_left_on_either_side_of_a_page_break() -> None:
    typed = "\n".join(f"w{number:04d}" for number in range(5))
    for above in range(26, 36):
        printed = pages(one_section([*(paragraph("x") for _line in range(above)), paragraph(typed)]))
        assert all(len(in_order(page)) != 1 for page in printed)


def test_headings_never_stand_alone_at_the_foot_of_a_page() -> None:
    for above in range(28, 36):
        flowables = [*(paragraph("x") for _line in range(above)), heading("Lone"), paragraph("y below\nit")]
        for page in pages(one_section(flowables)):
            assert ("Lone" in page) == ("y below" in page)


@pytest.mark.parametrize("wrapped", [Stack, lambda contents: Box(Stack(contents))])
def test_stacks_and_boxes_go_on_over_pages(wrapped: type[Stack]) -> None:
    document = one_section([paragraph("first"), wrapped([heading("Head"), paragraph(LONG), *bulleted(["last"])])])
    assert in_order(text(document)) == LONG.split()
    assert text(document).count("last") == 1


def test_columns_go_on_side_by_side() -> None:
    document = one_section([beside([heading("Left"), paragraph(LONG)], bulleted(["item"] * 90), shares=(2, 1))])
    assert sorted(in_order(text(document))) == LONG.split()
    assert text(document).count("item") == 90


def test_a_stack_kept_whole_moves_to_the_next_page() -> None:
    block = [paragraph(f"line {number}") for number in range(12)]
    document = one_section([*(paragraph("x") for _line in range(28)), Stack(block, whole=True)])
    assert "line" not in pages(document)[0]
    assert pages(document)[1].count("line") == 12


def test_a_stack_too_high_for_any_page_is_split_all_the_same() -> None:
    document = one_section([Stack([paragraph(LONG)], whole=True)])
    assert in_order(text(document)) == LONG.split()


def test_a_title_longer_than_a_page_prints_whole() -> None:
    assert in_order(text(one_section([TextBlock(LONG, TITLE), paragraph("end")]))) == LONG.split()


def test_blocks_refuse_a_canvas_that_cannot_mark_content() -> None:
    foreign, block = Canvas(io.BytesIO()), paragraph("text")
    block.wrapOn(foreign, 100, 100)
    with pytest.raises(TypeError, match="PackCanvas"):
        block.drawOn(foreign, 0, 0)

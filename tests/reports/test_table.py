import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharedprog.reports.blocks import heading, paragraph
from sharedprog.reports.columns import Column, figures, fitted
from sharedprog.reports.lines import Part, Parts
from sharedprog.reports.page import A4_LANDSCAPE
from sharedprog.reports.rag import pill
from sharedprog.reports.rows import SetRow, set_row
from sharedprog.reports.structure import Element, Leaf
from sharedprog.reports.styles import TextStyle
from sharedprog.reports.table import Band, Table
from tests.reports.paper import blank_canvas, one_section, pages, quick_text, squeezed, text

COLUMNS = [fitted("Ref"), Column("Risk"), figures("Score")]


def numbered_words(count: int, first: int = 0) -> str:
    return " ".join(f"w{number:05d}" for number in range(first, first + count))


def test_heads_are_repeated_on_every_page() -> None:
    rows = [[f"R-{number:03d}", f"Risk {number}", str(number)] for number in range(100)]
    printed = pages(one_section([Table(COLUMNS, rows)]))
    assert len(printed) > 2
    assert all(page.count("Risk\n") + page.count("Score") >= 1 and "Ref" in page for page in printed)


def test_rows_stay_in_one_piece_where_they_fit_on_a_page() -> None:
    rows = [[f"R-{number:03d}", numbered_words(150, number * 150), "1"] for number in range(20)]
    for page in pages(one_section([Table(COLUMNS, rows)])):
        for number in map(int, re.findall(r"R-(\d+)", page)):
            assert f"w{number * 150:05d}" in page
            assert f"w{number * 150 + 149:05d}" in page


def test_a_row_taller_than_a_page_goes_on_and_loses_nothing() -> None:
    rows = [["R-001", numbered_words(5_000), "20"], ["R-002", "after", "1"]]
    printed = pages(one_section([Table(COLUMNS, rows)]))
    assert len(printed) > 5
    assert re.findall(r"w\d{5}", squeezed(" ".join(printed))) == numbered_words(5_000).split()
    assert "after" in printed[-1]


def test_where_a_cut_row_goes_on_its_reference_is_shown_again() -> None:
    printed = pages(one_section([Table(COLUMNS, [["R-001", numbered_words(3_000), "20"]])]))
    assert all("R-001" in page for page in printed)


def test_a_band_stands_on_the_page_of_the_row_that_it_heads() -> None:
    rows: list[list[Parts] | Band] = []
    for number in range(60):
        rows += [Band(f"Band{number}."), [f"R-{number:03d}", "word " * (1 + number % 40), "1"]]
    for page in pages(one_section([Table(COLUMNS, rows)])):
        for number in map(int, re.findall(r"Band(\d+)\.", page)):
            assert f"R-{number:03d}" in page


def test_an_empty_register_says_so() -> None:
    assert "No risks are open." in text(one_section([Table(COLUMNS, [], empty="No risks are open.")]))


def test_a_heading_stays_with_the_first_row_under_it() -> None:
    for above in range(30, 56):
        filler = [paragraph("x") for _line in range(above)]
        table = Table(COLUMNS, [["R-001", numbered_words(60), "1"], ["R-002", "next", "1"]])
        for page in pages(one_section([*filler, heading("Top risks"), table])):
            assert ("Top risks" in page) == ("R-001" in page)


def test_a_table_over_two_pages_is_one_table_whose_heads_are_content_once() -> None:
    canvas = blank_canvas()
    table = Table(COLUMNS, [["R-001", "short", "1"], ["R-002", numbered_words(900), "2"]])
    table.wrapOn(canvas, 400, 300)
    parts = table.splitOn(canvas, 400, 300)
    for part in parts:
        part.wrapOn(canvas, 400, 600)
        part.drawOn(canvas, 0, 0)
        canvas.showPage()
    (element,) = canvas.tree.children
    assert isinstance(element, Element)
    roles = [each.role for each in element.walk()]
    assert roles == ["Table", "TR", "TH", "TH", "TH", *["TR", "TD", "TD", "TD"] * 2]
    cut = [each for each in element.walk() if each.role == "TD"][4]
    assert [leaf.page for leaf in cut.children if isinstance(leaf, Leaf)] == [0, 1]
    assert all(each.scope == "Column" for each in element.walk() if each.role == "TH")


def test_a_heading_stays_with_a_first_row_of_almost_a_page() -> None:
    table = Table(COLUMNS, [["R-001", "line\n" * 44, "1"]])
    first, second = pages(one_section([paragraph("x\n" * 9), heading("Top risks"), table]))
    assert "Top risks" not in first
    assert "Top risks" in second


def test_each_row_is_laid_out_once_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[int] = []

    def counting(parts: Sequence[Parts], styles: Sequence[TextStyle], widths: Sequence[float]) -> SetRow:
        laid.append(1)
        return set_row(parts, styles, widths)

    monkeypatch.setattr("sharedprog.reports.table.set_row", counting)
    rows = [[f"R-{number:04d}", "word " * 20, "1"] for number in range(700)]
    one_section([heading("All"), Table(COLUMNS, rows)], A4_LANDSCAPE)
    assert len(laid) == len(rows) + 1


cells: st.SearchStrategy[Part] = st.one_of(
    st.integers(0, 500).map(lambda size: "word " * size),
    st.text(max_size=200),
    st.sampled_from([pill("R", "20"), pill("A"), pill("G"), pill("B"), pill("–")]),
)


@settings(max_examples=120)
@given(contents=st.lists(st.tuples(cells, cells), max_size=6), head=st.booleans(), above=st.integers(0, 30))
def test_tables_of_any_row_heights_lose_no_text(*, contents: list[tuple[Part, Part]], head: bool, above: int) -> None:
    rows = [[f"<{n}>", a, f"[{n}]", b, f"{{{n}}}"] for n, (a, b) in enumerate(contents)]
    names = [fitted("N"), Column("A", share=1.3), fitted("M"), Column("B"), figures("K")]
    document = one_section([*(paragraph("x") for _line in range(above)), Table(names, rows, head=head)])
    printed = quick_text(document)
    assert printed.count("word") == sum(
        cell.count("word") for pair in contents for cell in pair if isinstance(cell, str)
    )
    for n in range(len(contents)):
        assert printed.count(f"[{n}]") == printed.count(f"{{{n}}}") == 1
        assert f"<{n}>" in printed

"""Tables through the clipboard, out and in again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.exchange.clipboard import html_line, html_table, read_block, text_line

CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], include_characters="\t\n")
)


def block_text(rows: list[list[str]]) -> str:
    return "".join(text_line(row) for row in rows)


def test_cells_with_a_line_end_or_a_tab_inside_stay_one_cell() -> None:
    rows = [["Cause", "Pay rules differ\nin both"], ["a\tb", 'says "no"\nand “yes”']]
    assert block_text(rows) == 'Cause\t"Pay rules differ\nin both"\n"a\tb"\t"says ""no""\nand “yes”"\n'
    assert read_block(block_text(rows)) == rows


@given(st.lists(st.lists(CELLS.filter(str.strip), min_size=1, max_size=3), min_size=1, max_size=3))
def test_what_is_copied_comes_back(rows: list[list[str]]) -> None:
    assert read_block(block_text(rows)) == rows


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-5", "@SUM(A1)", "\t=cmd|x", "＝1+1"])
def test_nothing_runs_as_a_formula(text: str) -> None:
    assert block_text([[text]]).lstrip('"').startswith("'")
    assert f">'{text}<" in html_line([text])
    assert read_block(block_text([[text]])) == [[text]]


def test_words_that_look_like_markup_are_words_in_a_document_too() -> None:
    made = html_table([html_line(["Risk"], head=True), html_line(["<b>bold</b> & <img src=x>"])])
    assert "<th" in made
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img src=x&gt;" in made
    assert "<img" not in made


def test_a_line_end_stays_in_its_cell_in_excel_too() -> None:
    assert 'Pay<br style="mso-data-placement:same-cell">Leave</td>' in html_line(["Pay\nLeave"])


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"hello" he said\tx', [['"hello" he said', "x"]]),
        ('"never closed\tx', [['"never closed', "x"]]),
        ("a\t\n\t\n\n", [["a", ""]]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_what_other_programs_copy_is_read(text: str, cells: list[list[str]]) -> None:
    assert read_block(text) == cells

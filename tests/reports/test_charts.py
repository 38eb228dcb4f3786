import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from sharedprog.reports.charts import BandCounts, risks_by_band, spread

COUNTS = [BandCounts("Board 9", 1, 9, 20), BandCounts("Board 10", 0, 10, 22), BandCounts("$x$ <b & 漢", 4, 12, 24)]


def words(pdf: bytes) -> str:
    return PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_every_count_every_total_and_every_board_is_written() -> None:
    printed = words(risks_by_band(COUNTS, 480, 160)).split()
    for figure in ("20", "9", "1", "30", "22", "10", "32", "24", "12", "4", "40"):
        assert figure in printed


def test_what_a_person_typed_is_no_formula() -> None:
    assert "$x$ <b & ☐" in words(risks_by_band(COUNTS, 480, 160))


def test_the_bands_are_named_beside_the_last_bar() -> None:
    printed = words(risks_by_band(COUNTS, 480, 160))
    assert all(name in printed for name in ("R red", "A amber", "G green"))


def test_the_page_has_the_size_asked_for() -> None:
    box = PdfReader(io.BytesIO(risks_by_band(COUNTS, 480, 160))).pages[0].mediabox
    assert (box.width, box.height) == (480, 160)


@pytest.mark.parametrize("counts", [[BandCounts("Board 1", 0, 0, 0)], [BandCounts("1", 500, 1, 1)] * 26])
def test_no_risks_and_very_many_boards_can_be_drawn(counts: list[BandCounts]) -> None:
    assert words(risks_by_band(counts, 480, 160))


def test_the_same_counts_give_the_same_bytes() -> None:
    assert risks_by_band(COUNTS, 480, 160) == risks_by_band(COUNTS, 480, 160)


@given(st.lists(st.floats(0, 500), max_size=6).map(sorted))
def test_labels_keep_apart(heights: list[float]) -> None:
    moved = spread(heights, 11)
    assert all(low + 11 <= high + 1e-6 for low, high in pairwise(moved))
    assert all(new >= old for old, new in zip(heights, moved, strict=True))

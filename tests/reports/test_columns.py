import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.reports.columns import ACROSS, Column, figures, fitted, shared_room
from sharedprog.reports.fonts import width
from sharedprog.reports.lines import Parts
from sharedprog.reports.styles import CELL, REGULAR_FACE

ROOM = 480.0


def test_fitted_columns_take_what_they_need_and_the_others_the_rest() -> None:
    columns = [fitted("Ref"), Column("Risk", share=2), Column("Response"), figures("Score")]
    ref, risk, response, score = shared_room(columns, [["R-012", "x", "y", "20"]], ROOM)
    assert width("R-012", REGULAR_FACE, CELL.size) + 2 * ACROSS < ref < 50
    assert score < 50
    assert risk == pytest.approx(2 * response)
    assert ref + risk + response + score == pytest.approx(ROOM)


def test_a_stated_width_is_kept() -> None:
    assert shared_room([Column("Due", width=80), Column("Action")], [], ROOM) == [80, 400]


def test_a_date_is_not_parted_while_there_is_room_for_it() -> None:
    columns = [Column("Risk"), fitted("Review")]
    date = "Thu\xa03\xa0Dec\xa02026"
    wide: list[list[Parts]] = [["word " * 200, date], ["word", "open"]]
    assert shared_room(columns, wide, 180)[1] > width(date, REGULAR_FACE, CELL.size)


def test_columns_with_no_flexible_one_among_them_still_take_the_whole_room() -> None:
    assert sum(shared_room([fitted("A"), fitted("B")], [["1", "2"]], ROOM)) == pytest.approx(ROOM)


def test_a_small_share_does_not_squeeze_a_column_below_its_head() -> None:
    columns = [Column("Reference", share=0.01), Column("Risk")]
    assert shared_room(columns, [], ROOM)[0] > width("Reference", REGULAR_FACE, 8.5)


columns = st.builds(
    Column,
    head=st.text(max_size=30),
    width=st.none() | st.floats(min_value=1, max_value=900),
    fit=st.booleans(),
    share=st.floats(min_value=0.01, max_value=50),
)


@given(st.lists(columns, min_size=1, max_size=15), st.text(max_size=40), st.floats(min_value=60, max_value=1200))
def test_any_columns_share_exactly_the_room(columns: list[Column], cell: str, room: float) -> None:
    widths = shared_room(columns, [[cell] * len(columns)], room)
    assert sum(widths) == pytest.approx(room)
    assert min(widths) > 0

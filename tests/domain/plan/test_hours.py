"""Hours of a day, read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.plan.hours import STANDARD, Hours, hours_words, read_hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("08:00-12:00, 13:00-17:00", STANDARD),
        ("8:00 – 12:00,13 to 17", STANDARD),
        ("9-17.30", ((540, 1050),)),
        ("00:00-24:00", ((0, 1440),)),
        ("8-12, 12-17", ((480, 1020),)),
        ("Closed", ()),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, hours: Hours) -> None:
    assert read_hours(text) == hours


@pytest.mark.parametrize("text", ["", "  ", "all day", "17:00-08:00", "8-12, 11-13", "8:00-25:00", "8-8", "8-12,"])
def test_what_is_no_hours_in_order_is_not_known(text: str) -> None:
    assert read_hours(text) is None


@given(st.lists(st.integers(0, 1440), unique=True, max_size=8))
def test_hours_written_are_read_again_the_same(edges: list[int]) -> None:
    edges.sort()
    hours = tuple(zip(edges[::2], edges[1::2], strict=False))

    assert read_hours(hours_words(hours)) == hours

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sharedprog.reports.gantt_tiles import Tile, scale_of, tiles


@given(
    first=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    days=st.integers(0, 20_000),
    rooms=st.tuples(st.floats(200, 600), st.floats(600, 900)),
)
def test_tiles_show_every_day_once_and_begin_with_months(first: date, days: int, rooms: tuple[float, float]) -> None:
    made = tiles(first, first + timedelta(days), *rooms)
    assert made[0].first == first
    assert made[-1].last == first + timedelta(days)
    assert all(second.first - one.last == timedelta(1) and second.first.day == 1 for one, second in pairwise(made))
    assert all(tile.begin == (tile.first - first).days and tile.days > 0 for tile in made)
    for moment in (0.0, days / 2, days + 1.0):
        assert sum(tile.holds(moment, moment) for tile in made) == 1


@given(st.integers(1, 800_000), st.floats(100, 900))
def test_labels_of_the_scale_cover_the_tile_and_are_never_finer_than_can_be_read(days: int, width: float) -> None:
    first = date(2026, 8, 1)
    tile = Tile(0, first, first + timedelta(days - 1), 0.0, width)
    scale = scale_of(tile)
    assert scale.upper[0].x0 == 0
    assert scale.upper[-1].x1 == days
    assert all(one.x1 == second.x0 for one, second in pairwise(scale.upper))
    assert len(scale.upper) <= max(width / 20, 3)
    assert len(scale.lower) <= max(width / 8, 6)


def test_a_plan_of_some_months_takes_one_stretch_and_one_of_years_takes_few() -> None:
    assert len(tiles(date(2026, 8, 1), date(2027, 2, 28), 450, 800)) == 1
    assert [tile.words for tile in tiles(date(2026, 8, 1), date(2029, 2, 28), 450, 800)] == [
        "Aug 2026 – Feb 2027",
        "Mar 2027 – Feb 2028",
        "Mar 2028 – Feb 2029",
    ]


def test_months_stand_over_the_mondays_of_their_weeks_where_these_can_be_read() -> None:
    scale = scale_of(Tile(0, date(2026, 8, 1), date(2026, 9, 30), 0.0, 450))
    assert [tick.label for tick in scale.upper] == ["Aug 2026", "Sep 2026"]
    assert [tick.label for tick in scale.lower][:3] == ["3 Aug", "10 Aug", "17 Aug"]
    finer = scale_of(Tile(0, date(2026, 8, 1), date(2027, 2, 28), 0.0, 450))
    assert [tick.label for tick in finer.lower][:3] == ["3", "10", "17"]


def test_years_stand_over_months_where_the_scale_is_small() -> None:
    scale = scale_of(Tile(0, date(2026, 11, 1), date(2028, 1, 31), 0.0, 400))
    assert [tick.label for tick in scale.upper] == ["2026", "2027", "2028"]
    assert [tick.label for tick in scale.lower][:3] == ["Nov", "Dec", "Jan"]

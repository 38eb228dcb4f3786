"""Columns that share the width of a table."""

from sharedprog.ui.sharing import Need, fixed, share

REF, TITLE, OWNER = fixed(50), Need(120, 190, 400), Need(90, 120, 200)


def test_where_there_is_room_each_has_what_it_wants_and_one_takes_the_rest() -> None:
    assert share(1000, [REF, TITLE, OWNER], 1) == [50, 750, 200]


def test_where_there_is_less_they_share_it_and_none_has_less_than_its_least() -> None:
    assert share(505, [REF, TITLE, OWNER], 1) == [50, 295, 160]


def test_where_there_is_little_words_are_broken_and_all_columns_stay_in_sight() -> None:
    assert share(300, [REF, TITLE, OWNER], 1) == [50, 160, 90]
    assert sum(share(345, [REF, TITLE, OWNER], 1)) == 345


def test_what_cannot_be_in_sight_at_once_is_scrolled_and_not_squeezed() -> None:
    assert share(200, [REF, TITLE, OWNER], 1) == [50, 190, 120]

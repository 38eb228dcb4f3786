"""Order keys: text that sorts between its neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.ordering import DIGITS, after_last, between

KEYS = st.text(DIGITS, min_size=1, max_size=6).filter(lambda key: not key.endswith("0"))
PLACES = st.lists(st.floats(0, 1), max_size=60)


@given(KEYS, KEYS)
def test_a_key_between_two_sorts_between_them(one: str, other: str) -> None:
    before, after = sorted((one, other))
    if before != after:
        key = between(before, after)

        assert before < key < after
        assert not key.endswith("0")


@given(KEYS)
def test_an_open_end_leaves_room_on_either_side(key: str) -> None:
    assert "" < between("", key) < key < between(key, "")


@given(PLACES)
def test_rows_put_in_anywhere_stay_in_the_order_they_were_put(places: list[float]) -> None:
    keys: list[str] = []
    for place in places:
        at = round(place * len(keys))
        before, after = keys[at - 1] if at else "", keys[at] if at < len(keys) else ""
        keys.insert(at, between(before, after) if after else after_last(before))

    assert keys == sorted(set(keys))


def test_a_hundred_rows_between_the_same_two_still_fit() -> None:
    first, last = after_last(""), after_last(after_last(""))
    for _ in range(100):
        last = between(first, last)

    assert first < last
    assert len(last) < 60


def test_appending_keeps_keys_short() -> None:
    key, made = "", []
    for _ in range(20_000):
        key = after_last(key)
        made.append(key)

    assert made == sorted(set(made))
    assert max(map(len, made)) == 4
    assert not [key for key in made if key.endswith("0")]


@given(KEYS)
def test_a_key_after_the_last_sorts_after_it(key: str) -> None:
    assert key < after_last(key)
    assert not after_last(key).endswith("0")


@pytest.mark.parametrize("last", ["zzzz", "zzzzz", "z", "i00z", "zzz"])
def test_there_is_always_a_key_after_the_last(last: str) -> None:
    assert last < after_last(last)

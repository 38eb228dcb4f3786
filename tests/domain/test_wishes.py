"""What is wanted of a list, as it is saved and read again."""

from datetime import date

import pytest

from sharedprog.domain.columns import columns_of
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.saved_filters import LISTS, SavedFilter
from sharedprog.domain.wishes import Condition, Wish, conditions_test, fault, read_conditions, wish_of, written
from tests.builders import Changing


def test_conditions_are_lines_that_people_can_read() -> None:
    conditions = (Condition("Owner", "Head of HR"), Condition("Item", "14/6a: late"), Condition("Progress", ""))
    assert written(conditions) == "Owner: Head of HR\nItem: 14/6a: late\nProgress:"
    assert read_conditions(written(conditions)) == conditions
    assert read_conditions("no colon\n") == ()


def test_no_label_of_a_column_has_a_colon_that_would_end_it() -> None:
    labels = [column.label for register in REGISTERS for column in columns_of(register.key).values()]
    assert [label for label in labels if ":" in label] == []


def test_every_list_of_the_window_can_have_saved_filters() -> None:
    placed = {register.key: register.title for register in REGISTERS if register.place and not register.single}
    assert {option.code: option.words for option in LISTS} == placed


def test_a_row_must_meet_all_conditions() -> None:
    made = Changing()
    owner = made.add(PEOPLE, title="Head of HR")
    one = made.add(ACTIONS, title="One", owner=owner.id, due=date(2026, 12, 3))
    other = made.add(ACTIONS, title="Other", owner=owner.id)
    test = conditions_test("actions", (Condition("Owner", "head of hr"), Condition("Original due", "Thu 3 Dec 2026")))
    assert test is not None
    assert [test(made.view, row) for row in (one, other)] == [True, False]
    empty = conditions_test("actions", [Condition("Original due", "")])
    assert empty is not None
    assert [empty(made.view, row) for row in (one, other)] == [False, True]
    assert conditions_test("actions", ()) is None


def test_a_column_that_is_not_there_shows_no_row() -> None:
    made = Changing()
    row = made.add(ACTIONS, title="One")
    test = conditions_test("actions", [Condition("Colour", "")])
    assert test is not None
    assert not test(made.view, row)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (SavedFilter(title="x", page="actions", chip="Late", conditions="Owner: Ana"), ""),
        (SavedFilter(title="x"), "it does not say of which list"),
        (SavedFilter(title="x", page="elsewhere"), "it does not say of which list"),
        (SavedFilter(title="x", page="actions", chip="Red"), "no filter “Red”"),
        (SavedFilter(title="x", page="actions", conditions="Colour: Ana"), "no column “Colour”"),
    ],
)
def test_a_filter_that_can_show_nothing_is_told(row: SavedFilter, words: str) -> None:
    assert words in fault(row) if words else fault(row) == ""


def test_a_row_says_what_it_shows() -> None:
    row = SavedFilter(title="x", page="actions", words="union", chip="Open", conditions="Owner: Ana")
    assert wish_of(row) == Wish("union", "Open", (Condition("Owner", "Ana"),))
    assert not wish_of(row).none
    assert Wish().none

"""The chips of a list, and the passing one that comes from elsewhere."""

import pytest
from pytestqt.qtbot import QtBot

from sharedprog.domain.filters import Filter, named
from sharedprog.ui.registers.chips import Chips
from tests.windows import buttons_of

PASSING = Filter("Review due by the next board", lambda _view, row: bool(row))


@pytest.fixture
def chips(qtbot: QtBot) -> Chips:
    made = Chips("risks")
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    made.choose("Open")
    return made


def chosen(chips: Chips) -> list[str]:
    return [words for words, button in buttons_of(chips).items() if button.isChecked()]


def test_a_passing_filter_has_a_chip_until_another_is_chosen(chips: Chips) -> None:
    assert chosen(chips) == ["Open"]
    chips.choose_passing(PASSING)
    assert chosen(chips) == [PASSING.title]
    assert chips.test() is PASSING.test
    buttons_of(chips)["Red"].click()
    assert chosen(chips) == ["Red"]
    assert chips.test() is not PASSING.test


def test_pressing_the_passing_chip_shows_everything(chips: Chips, qtbot: QtBot) -> None:
    chips.choose_passing(PASSING)
    with qtbot.waitSignal(chips.chosen) as heard:
        buttons_of(chips)[PASSING.title].click()
    assert heard.args == [""]
    assert chosen(chips) == []
    assert chips.test() is None


def test_a_passing_filter_with_the_name_of_a_chip_is_not_taken_for_it(chips: Chips) -> None:
    passing = Filter("Red", PASSING.test)
    chips.choose_passing(passing)
    assert chips.test() is passing.test
    chips.choose("Red")
    assert chips.test() is not passing.test


def test_a_filter_that_has_a_chip_of_its_own_is_chosen_there(chips: Chips) -> None:
    chips.choose_passing(named("risks", "Red"))
    assert chosen(chips) == ["Red"]
    assert list(buttons_of(chips)) == ["Open", "Red", "Review due", "Worse since last board"]


def test_where_the_chips_are_folded_the_passing_one_is_still_seen(chips: Chips) -> None:
    chips.choose_passing(PASSING)
    chips.resize(300, 40)
    assert PASSING.title in next(each.accessibleName() for each in buttons_of(chips).values() if each.isChecked())
    assert "Open" not in buttons_of(chips)

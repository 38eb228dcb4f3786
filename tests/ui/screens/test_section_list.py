"""The parts of a pack: ticked, moved, and asked for."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sharedprog.domain.packing import SECTIONS
from sharedprog.ui.screens.section_list import SectionList
from tests.ui import audit, keys
from tests.windows import press_button


@pytest.fixture
def parts(qtbot: QtBot) -> SectionList:
    made = SectionList()
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.parts.setFocus()
    return made


def test_at_first_everything_is_in_it_in_the_usual_order(parts: SectionList) -> None:
    assert parts.chosen() == tuple(SECTIONS)
    assert audit.nameless(parts) == []
    assert audit.rich(parts) == []


def test_space_leaves_a_part_out_and_takes_it_in_again(parts: SectionList, qtbot: QtBot) -> None:
    keys.press(Qt.Key.Key_Down)
    with qtbot.waitSignal(parts.changed):
        keys.press(Qt.Key.Key_Space)
    assert "actions" not in parts.chosen()
    keys.press(Qt.Key.Key_Space)
    assert parts.chosen() == tuple(SECTIONS)


def test_alt_and_an_arrow_move_a_part_and_stop_at_the_ends(parts: SectionList) -> None:
    keys.press(Qt.Key.Key_Down, keys.ALT)
    keys.press(Qt.Key.Key_Down, keys.ALT)
    assert parts.chosen()[:3] == ("actions", "since", "cover")
    for _ in range(4):
        keys.press(Qt.Key.Key_Up, keys.ALT)
    assert parts.chosen() == tuple(SECTIONS)


def test_a_moved_part_stays_ticked_or_not(parts: SectionList) -> None:
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Down, keys.ALT)
    assert "cover" not in parts.chosen()
    keys.press(Qt.Key.Key_Space)
    assert parts.chosen()[:2] == ("actions", "cover")


def test_all_or_none_are_ticked_at_once(parts: SectionList) -> None:
    press_button(parts, "None")
    assert parts.chosen() == ()
    press_button(parts, "All")
    assert parts.chosen() == tuple(SECTIONS)


def test_the_parts_of_an_earlier_pack_come_first_in_their_order(parts: SectionList) -> None:
    parts.choose(["risks", "cover", "something of a later version"])
    assert parts.chosen() == ("risks", "cover")
    assert parts.parts.count() == len(SECTIONS)

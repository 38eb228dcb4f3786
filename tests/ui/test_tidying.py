"""While a window is open, its thread is the only one that looks for garbage."""

import gc

import pytest
from pytestqt.qtbot import QtBot

from sharedprog.ui.tidying import Tidying
from tests.usecases.test_collecting import tied


def test_the_window_looks_for_garbage_when_there_is_enough_of_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sharedprog.usecases.collecting.OBJECTS", 50)
    gc.enable()
    tidying = Tidying()
    assert not gc.isenabled()
    seen = tied(20_000)  # what others free meanwhile is counted against them
    assert seen() is not None
    qtbot.waitUntil(lambda: seen() is None)
    tidying.deleteLater()

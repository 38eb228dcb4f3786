"""The modules of every page are loaded before anyone goes there, a step at a time."""

import ast
import inspect
import sys

import pytest
from pytestqt.qtbot import QtBot

from sharedprog.ui import pages
from sharedprog.ui.warming import FIRST, OTHERS, Warming


def test_whatever_a_page_is_made_from_is_among_what_is_loaded() -> None:
    made_from = {
        node.module for node in ast.walk(ast.parse(inspect.getsource(pages))) if isinstance(node, ast.ImportFrom)
    }
    late = {
        name for name in made_from if name and name.startswith(("sharedprog.ui.screens.", "sharedprog.ui.dashboard."))
    }
    assert len(late) > 10
    assert late <= {*FIRST, *OTHERS}


def test_modules_are_loaded_one_by_one_between_events(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sharedprog.ui.slices.SLICE", 0.0)
    loaded: list[str] = []
    monkeypatch.setattr("sharedprog.ui.warming.import_module", loaded.append)
    warming = Warming()
    warming.first_page()
    assert loaded == []
    qtbot.waitUntil(lambda: tuple(loaded) == FIRST)
    qtbot.waitUntil(lambda: not warming.busy)
    warming.other_pages()
    qtbot.waitUntil(lambda: loaded[-1] == OTHERS[-1])
    assert loaded[len(FIRST) :] == [*FIRST, *OTHERS]


def test_every_name_is_that_of_a_module(qtbot: QtBot) -> None:
    warming = Warming()
    warming.other_pages()
    qtbot.waitUntil(lambda: not warming.busy)
    assert all(name in sys.modules for name in (*FIRST, *OTHERS))

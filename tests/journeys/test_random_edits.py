"""Fifty edits of any kind through the window, all of them undone: the contents are as before."""

import random
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sharedprog.domain.fields import Choice, Day, Flag, Level, Percent, Prose, Text, Whole
from sharedprog.domain.register import Register
from sharedprog.domain.registers import BY_KEY
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.window import Window
from sharedprog.usecases.document import Document
from tests.builders import contents
from tests.ui import keys
from tests.windows import list_of, session_of, show_file, wait_saved

KEYS = ("tasks", "workstreams", "risks", "issues", "poisons", "actions", "decisions", "people", "partners")
EDITS = 50


def typed(chance: random.Random, register: Register[Any], name: str) -> str:
    """Something that a person might type into a cell."""
    kind = register.fields[name]
    match kind:
        case Text() | Prose():
            return chance.choice(["£12 – agreed", "Mott & Sons <b", "ŵ and ŷ", "x" * 40])
        case Day():
            return chance.choice(["3 dec", "+2w", "fri", ""])
        case Choice():
            return chance.choice(kind.options).words
        case Level():
            return str(chance.randint(1, 5))
        case Percent() | Whole():
            return str(chance.randint(1, 9))
        case Flag():
            return chance.choice(["yes", "no"])
        case _:
            return ""


def edit(chance: random.Random, page: TablePage) -> None:
    """One thing a person does on a page: type into a cell, add a row, delete one, or move a task."""
    what = chance.random()
    if what < 0.15 or not page.model.ids:
        page.add_row()
        keys.write(chance.choice(["Another one", "One more", "Something else"]))
        keys.press(Qt.Key.Key_Return)
        return
    page.go_to(chance.choice(page.model.ids))
    if what < 0.25:
        page.delete_chosen()
    elif what < 0.4 and page.register.key == "tasks":
        arrows = [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right]
        keys.press(chance.choice(arrows), keys.ALT | keys.SHIFT)
    else:
        names = [name for name in page.model.names if name in page.register.fields and name != "ref"]
        name = chance.choice(names)
        index = page.model.index(page.model.row_of(page.present_id() or ""), page.model.names.index(name))
        page.model.setData(index, typed(chance, page.register, name))


def take_back(document: Document, frame: Frame) -> None:
    """Undo to the last."""
    while document.undo_title:
        frame.undoing.undo()


@pytest.mark.parametrize("seed", [1])
def test_fifty_edits_are_undone_to_the_last(window: Window, sample: Path, qtbot: QtBot, seed: int) -> None:
    frame = show_file(qtbot, window, sample)
    document = session_of(window).document
    before = contents(document.programme)
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    made: list[str] = []
    document.listen(lambda change_set: made.append(change_set.title))
    while len(made) < EDITS:
        page = list_of(window, chance.choice(KEYS))
        edit(chance, page)
    after = contents(document.programme)
    assert after != before
    take_back(document, frame)
    assert contents(document.programme) == before
    while document.redo_title:
        frame.undoing.redo()
    assert contents(document.programme) == after
    take_back(document, frame)
    wait_saved(qtbot, window)
    kept = Document.open(document.path)
    assert contents(kept.programme) == before
    kept.close()


def test_every_register_can_be_edited_here() -> None:
    assert all(BY_KEY[key].place for key in KEYS)

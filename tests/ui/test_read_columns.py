"""Columns of a table to read: whole where there is room, and never down to an ellipsis."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog.ui.lines_model import LinesModel
from sharedprog.ui.screens.health_models import Lines, ReadTable
from sharedprog.ui.theme import Theme
from tests.ui import audit

CHECKS = [
    ("1 Missing links", "Fail", "9 of 53 tasks, 17 %", "at most 5 %"),
    ("13 Critical path length index", "Pass", "600 of 600 working days", "at least 0.95"),
]


class Words(LinesModel[Sequence[str]]):
    def words(self, row: Sequence[str]) -> Sequence[str]:
        return row


Shown = Callable[[int], ReadTable]


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> Shown:
    def make(width: int, *, wraps: bool = True) -> ReadTable:
        made = ReadTable(Words(("Check", "Result", "Found", "Limit"), CHECKS), "Checks", 0)
        if wraps:
            made.wrap()
        qtbot.addWidget(made)
        made.resize(width, 300)
        made.show()
        return made

    return make


def widths(table: ReadTable) -> list[int]:
    return [table.columnWidth(column) for column in range(table.model().columnCount())]


def advance(words: str) -> int:
    return QFontMetrics(QApplication.font()).horizontalAdvance(words)


def test_every_word_is_shown_where_there_is_room_and_one_column_takes_the_rest(table: Shown) -> None:
    shown = table(1000)
    assert sum(widths(shown)) == shown.viewport().width()
    assert all(
        width > max(map(advance, cells)) for width, cells in zip(widths(shown), zip(*CHECKS, strict=True), strict=True)
    )


def test_in_little_room_words_go_on_in_further_lines(table: Shown, qtbot: QtBot) -> None:
    shown = table(360)
    assert sum(widths(shown)) == shown.viewport().width()
    qtbot.waitUntil(lambda: shown.rowHeight(1) > 2 * QFontMetrics(QApplication.font()).lineSpacing())
    assert audit.starved(shown) == []


def test_in_less_room_still_the_table_is_scrolled(table: Shown) -> None:
    shown = table(200)
    assert sum(widths(shown)) > shown.viewport().width()
    assert audit.starved(shown) == []


def test_a_column_that_a_person_widened_stays_so(table: Shown) -> None:
    shown = table(1000)
    heads = shown.horizontalHeader()
    edge = QPoint(heads.sectionViewportPosition(2) - 1, heads.height() // 2)
    QTest.mousePress(heads.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(heads.viewport(), edge + QPoint(40, 0))
    QTest.mouseRelease(heads.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(40, 0))
    held = shown.columnWidth(1)
    shown.resize(1100, 300)
    assert shown.columnWidth(1) == held


def test_other_columns_begin_anew(qtbot: QtBot, theme: Theme) -> None:
    lines = Lines(("Milestone",))
    shown = ReadTable(lines, "Milestones", 0)
    qtbot.addWidget(shown)
    lines.show_heads(("Milestone", "Baseline"))
    lines.show_lines([("Day 1", "Mon 4 Jan 2027")], [""])
    assert shown.columnWidth(1) > advance("Mon 4 Jan 2027")

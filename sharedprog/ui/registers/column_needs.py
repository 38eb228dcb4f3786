"""How wide the columns of a register must be, by what stands in their first rows."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from sharedprog.domain.columns import Column
from sharedprog.domain.computed import Shown
from sharedprog.ui import fonts
from sharedprog.ui.heads import HEAD_PAD, halves
from sharedprog.ui.pills import TRAVEL, pill_size
from sharedprog.ui.registers.cell_painter import PAD, may_wrap
from sharedprog.ui.registers.table_model import SHOWN, RegisterModel
from sharedprog.ui.sharing import Need

LOOKED_AT = 60
"""Rows looked at to see how wide a column must be."""
TIGHT_TITLE, LEAST_TITLE, MOST_TITLE = 120.0, 190.0, 400.0
"""Before scaling: the least widths of the title, and what it asks for where others ask for room too."""
LEAST_WORDS, MOST_WORDS = 108.0, 260.0
"""The same of the other columns that can wrap."""
SHORT = 12
"""Characters up to which words with a figure in them are not broken into lines: `4 by 1 Mar`."""


def need_of(model: RegisterModel, place: int, rows: range, *, title: bool) -> Need:
    """What a column needs for its label and the first of some rows."""
    column = model.columns[place]
    found = (model.index(row, place).data(SHOWN) for row in rows[:LOOKED_AT])
    cells = [each for each in found if isinstance(each, Shown)]
    line, word = _widest(cells)
    head, head_word = _label(column)
    air = 2 * fonts.scaled(PAD) + 2
    wanted, tight = max(line + air, head), max(word + air, head_word)
    if title:
        wanted = min(wanted, fonts.scaled(MOST_TITLE))
        least = max(head, fonts.scaled(LEAST_TITLE))
        return Need(max(head_word, fonts.scaled(TIGHT_TITLE)), least, max(least, wanted))
    if column.figures or not may_wrap(column):
        halved = max(_halved(cells) + air, head_word)
        return Need(wanted if column.figures else min(halved, wanted), wanted, wanted)
    wanted = max(head, min(wanted, fonts.scaled(MOST_WORDS) + air))
    least = min(wanted, max(head, fonts.scaled(LEAST_WORDS) + air))
    return Need(min(tight, least), least, wanted)


def _widest(cells: list[Shown]) -> tuple[int, int]:
    """The widest line of the cells and the widest part that is not broken; a pill is one."""
    body = QFontMetrics(QApplication.font())
    line = word = 0
    for shown in cells:
        if shown.rag is not None or shown.travel is not None:
            line = max(line, _whole(body, shown))
            word = max(word, _whole(body, shown))
            continue
        words = shown.text
        line = max(line, body.horizontalAdvance(words))
        part = words if _stays_whole(words) else max(words.split(), key=len, default="")
        word = max(word, body.horizontalAdvance(part))
    return line, word


def _stays_whole(words: str) -> bool:
    return len(words) <= SHORT and any(letter.isdigit() for letter in words)


def _halved(cells: list[Shown]) -> int:
    """The width at which every cell takes two lines at most; what is short stays in one."""
    body = QFontMetrics(QApplication.font())
    widths = [0]
    for shown in cells:
        whole = shown.rag is not None or shown.travel is not None or _stays_whole(shown.text)
        widths.append(_whole(body, shown) if whole else _two_lines(body, shown.text))
    return max(widths)


def _whole(body: QFontMetrics, shown: Shown) -> int:
    """The width of a cell in one line; a pill and an arrow with its word are never broken."""
    if shown.rag is not None:
        return pill_size(shown.text).width()
    return body.horizontalAdvance(TRAVEL.get(shown.travel or "", shown.text))


def _label(column: Column) -> tuple[int, int]:
    """What the head needs for its label in one line, and in two."""
    head = QFontMetrics(fonts.semibold(fonts.SECONDARY))
    air = 2 * fonts.scaled(HEAD_PAD) + 2
    return head.horizontalAdvance(column.label) + air, _two_lines(head, column.label) + air


def _two_lines(metrics: QFontMetrics, text: str) -> int:
    """The least width at which a text that is broken between words takes two lines."""
    return max(map(metrics.horizontalAdvance, halves(metrics, text)))

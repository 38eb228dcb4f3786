"""Rows of a list as a table for other programs."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from sharedprog.domain.columns import Column
from sharedprog.domain.register import Row
from sharedprog.domain.view import View
from sharedprog.exchange.clipboard import block_html, block_text

FEW = 16
"""Rows put into words before others have their turn."""


@dataclass(frozen=True)
class Copied:
    """A table as text with tabs and as HTML, with how many rows it has."""

    text: str
    html: str
    rows: int


def copied(view: View, columns: Sequence[Column], rows: Sequence[Row]) -> Generator[None, None, Copied]:
    """What the screen shows of these rows, under the labels of the columns."""
    table = [[column.label for column in columns]]
    for number, row in enumerate(rows, start=1):
        table.append([column.shown(view, row).text for column in columns])
        if number % FEW == 0:
            yield
    return Copied(block_text(table), block_html(table, head=True), len(rows))

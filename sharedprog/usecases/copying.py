"""Rows of a list as a table for other programs."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from sharedprog.domain.columns import Column
from sharedprog.domain.register import Row
from sharedprog.domain.view import View
from sharedprog.exchange.clipboard import html_line, html_table, text_line

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
    heads = [column.label for column in columns]
    texts, lines = [text_line(heads)], [html_line(heads, head=True)]
    for number, row in enumerate(rows, start=1):
        cells = [column.shown(view, row).text for column in columns]
        texts.append(text_line(cells))
        lines.append(html_line(cells))
        if number % FEW == 0:
            yield
    return Copied("".join(texts), html_table(lines), len(rows))

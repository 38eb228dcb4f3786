"""Tables through the clipboard: text with tabs for a spreadsheet, HTML for a document; nothing runs as a formula."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from sharedprog.exchange.formula_guard import with_guard, without_guard
from sharedprog.exchange.plain_text import plain_text

_BREAKS = re.compile(r"[\t\n]")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|\Z)')
_LINE_END = '<br style="mso-data-placement:same-cell">'
"""Excel would go to another cell for a line end without this."""
_BARE = re.compile(r"[^\t\n]*")


def text_line(row: Sequence[str]) -> str:
    """Cells parted by tabs, in quotation marks those that would be read as something else."""
    return "\t".join(_cell(text) for text in row) + "\n"


def html_line(row: Sequence[str], *, head: bool = False) -> str:
    """A row of an HTML table whose cells are text to Excel."""
    tag = "th" if head else "td"
    cells = (html.escape(with_guard(plain_text(text)), quote=False).replace("\n", _LINE_END) for text in row)
    return "<tr>" + "".join(f"<{tag} style=\"mso-number-format:'\\@'\">{cell}</{tag}>" for cell in cells) + "</tr>"


def html_table(lines: Iterable[str]) -> str:
    """The table that such rows make."""
    return f'<meta charset="utf-8"><table border="1" cellspacing="0" cellpadding="3">{"".join(lines)}</table>'


def read_block(text: str) -> list[list[str]]:
    """The cells of copied text, row by row; blank rows at the end are no rows."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    rows: list[list[str]] = [[]]
    place = 0
    while place <= len(text):
        cell, place = _next_cell(text, place)
        rows[-1].append(without_guard(cell))
        if place < len(text) and text[place] == "\n":
            rows.append([])
        place += 1
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def _cell(text: str) -> str:
    guarded = with_guard(plain_text(text))
    if guarded.startswith('"') or _BREAKS.search(guarded):
        return '"' + guarded.replace('"', '""') + '"'
    return guarded


def _next_cell(text: str, place: int) -> tuple[str, int]:
    """The cell that begins here and where it ends; quotation marks that hold nothing together are part of it."""
    quoted = _QUOTED.match(text, place)
    if quoted is not None and ('""' in quoted[1] or _BREAKS.search(quoted[1])):
        return quoted[1].replace('""', '"'), quoted.end()
    bare = _BARE.match(text, place)
    return (bare[0], bare.end()) if bare is not None else ("", place)

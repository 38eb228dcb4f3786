"""Text that a spreadsheet would run as a formula, kept text by an apostrophe before it.

The characters are those of the OWASP page on CSV injection, with their full-width forms.
"""

from __future__ import annotations

GUARD = "'"
_STARTERS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_LINE_STARTERS = ("\t", "\r", "\n")


def runs_as_formula(text: str) -> bool:
    """Whether Excel, LibreOffice or Google Sheets might take the text for a formula."""
    return text.startswith(_LINE_STARTERS) or text.lstrip().startswith(_STARTERS)


def with_guard(text: str) -> str:
    """The text as it may stand in a CSV file; undone by ``without_guard``, whatever the text."""
    return GUARD + text if runs_as_formula(text.lstrip(GUARD)) else text


def without_guard(text: str) -> str:
    """The text as it was before ``with_guard``; an apostrophe that guards nothing stays."""
    if text.startswith(GUARD) and runs_as_formula(text.lstrip(GUARD)):
        return text[1:]
    return text

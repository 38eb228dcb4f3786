"""Before a programme is left: nothing that was typed or is being made is lost without a word."""

from __future__ import annotations

from textwrap import shorten

from PySide6.QtWidgets import QWidget

from sharedprog.ui.confirm import confirm
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.frame import Frame
from sharedprog.ui.progress import ProgressPanel
from sharedprog.ui.registers.table_page import TablePage

LONGEST = 300
"""Characters of what was typed that are repeated."""


def may_leave(parent: QWidget, frame: Frame) -> bool:
    """Commit what is being typed; where something would be lost, the person decides whether to leave."""
    frame.pages.commit()
    trouble = frame.session.document.saving.trouble
    if trouble is not None:
        return confirm(
            parent, "Close without the last change?", str(trouble), "Close without it", keep="Stay", danger=True
        )
    left = unfinished(frame)
    if left:
        words = f"What you typed was not taken yet: “{shorten(left, LONGEST, placeholder='…')}”."
        if not confirm(parent, "Close without what you typed?", words, "Close without it", keep="Stay", danger=True):
            return False
    work = next((panel.under_way for panel in frame.findChildren(ProgressPanel) if panel.under_way), "")
    if work:
        words = f"This is not done yet: “{work}”. What is made of it so far is not kept."
        return confirm(parent, "Stop what is under way?", words, "Stop it", keep="Stay", danger=True)
    return True


def unfinished(frame: Frame) -> str:
    """Something typed that is not in the programme yet: what cannot be read, or a line not entered; else empty."""
    for editor in frame.pages.findChildren(Editor):
        if editor.has_uncommitted():
            return f"{editor.field().accessibleName()}: {editor.trouble() or 'cannot be read'}"
    for page in frame.pages.findChildren(TablePage):
        if page.new_line.text().strip():
            return page.new_line.text().strip()
    return ""

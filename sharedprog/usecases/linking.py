"""Linking rows of different registers to one another, and taking a link away."""

from __future__ import annotations

from sharedprog.domain.naming import label
from sharedprog.domain.registers.links import LINKED, LINKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document


def link(document: Document, source: str, target: str) -> str:
    """Link two rows; the link's id; raises ``Trouble`` where one is gone or they are linked already."""
    programme = document.programme
    ends = [programme.find(each, LINKED) for each in (source, target)]
    if ends[0] is None or ends[1] is None or source == target:
        raise Trouble("Two different rows are needed for a link. Choose another.")
    if any({each.source, each.target} == {source, target} for each in programme.rows(LINKS)):
        raise Trouble("These two are linked already.")
    draft = document.draft()
    made = draft.add(LINKS, None, source=source, target=target, kind="about")
    document.apply(f"Link {label(*ends[0])} to {label(*ends[1])}", draft.edits)
    return made


def unlink(document: Document, reference: str) -> None:
    """Take a link away."""
    held = document.programme.row(LINKS, reference)
    if held is None:
        return
    ends = [document.programme.find(each, LINKED) for each in (held.source, held.target)]
    names = " from ".join(label(*end) for end in ends if end is not None)
    draft = document.draft()
    draft.delete(LINKS, reference)
    document.apply(f"Unlink {names}", draft.edits)

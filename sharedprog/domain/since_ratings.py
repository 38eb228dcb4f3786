"""Delivery confidence since a board, and the packs that were issued anew after it."""

from __future__ import annotations

from sharedprog.domain.naming import name_of
from sharedprog.domain.phrases import Part, letter, phrase
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.results import PastBoard, Results
from sharedprog.domain.since_lines import Changed, Line, of_row
from sharedprog.domain.view import View


def rating_lines(view: View, now: Results, then: Results) -> tuple[Line, ...]:
    """A line for each workstream whose declared rating is another; the board must have known the workstream."""
    lines = []
    for workstream in view.programme.rows(WORKSTREAMS):
        before, after = then.workstreams.get(workstream.id), now.workstreams.get(workstream.id)
        if before is None or after is None or before.declared == after.declared:
            continue
        lead = name_of(view.programme, ("people",), workstream.lead) if workstream.lead else ""
        pills = [Part(letter(rag), rag=rag or "none") for rag in (before.declared, after.declared)]
        change = phrase(pills[0], " → ", pills[1], f", declared by {lead}" if lead else "")
        lines.append(Line(WORKSTREAMS.key, workstream.id, workstream.ref, workstream.title, change))
    return tuple(lines)


def pack_lines(view: View, board: PastBoard, changed: Changed) -> tuple[Line, ...]:
    """A line for each final pack that replaced an earlier one after the board met; not for the one it had before it."""
    lines = []
    for pack in view.programme.rows(PACKS):
        is_new = "exists" in of_row(changed, PACKS, pack.id)
        was_seen = pack.board == board.id and pack.saw == board.saw
        if not is_new or was_seen or pack.state != "final" or pack.version == "1.0":
            continue
        named = name_of(view.programme, ("board_meetings",), pack.board) if pack.board else "–"
        note = f" ({pack.change_note})" if pack.change_note else ""
        change = phrase(f"Reissued as version {pack.version}{note}")
        lines.append(Line(PACKS.key, pack.id, pack.ref, f"Pack of board {named}", change))
    return tuple(lines)

"""``pack`` and ``plan-page``: the pack of a board, and the plan on one sheet, as a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from sharedprog.cli.running import DONE
from sharedprog.cli.starting import opened_to_change, who
from sharedprog.domain.packing import SECTIONS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import counted
from sharedprog.usecases import board_pack, exporting, plan_page
from sharedprog.usecases.document import Document


def pack(typed: argparse.Namespace) -> int:
    """Make the pack; a final one is also kept in the programme."""
    chosen = sections(typed.sections)
    _must_be_pdf(typed.out, "pack")
    document = opened_to_change(typed.file) if typed.final else Document.open(typed.file, who=who())
    try:
        board = board_pack.board_named(document, typed.board)
        order = board_pack.order(document, board, chosen, state="final" if typed.final else "draft")
        made = board_pack.print_pack(order)
        exporting.save_bytes(typed.out, made.pdf)
        if typed.final:
            board_pack.keep(document, order, made)
    finally:
        document.close()
    kept = ", kept as final" if typed.final else ""
    print(f"Wrote the pack of board {board.number}, {counted(made.pages, 'page')}, to {typed.out.name}{kept}.")
    return DONE


def plan_on_a_page(typed: argparse.Namespace) -> int:
    """Print the milestones of the plan on one sheet."""
    _must_be_pdf(typed.out, "sheet")
    document = Document.open(typed.file)
    try:
        made = plan_page.print_plan_page(plan_page.order(document, typed.by, typed.paper))
    finally:
        document.close()
    exporting.save_bytes(typed.out, made.pdf)
    print(f"Wrote the plan on a page, {typed.paper} by {typed.by}, to {typed.out.name}.")
    return DONE


def _must_be_pdf(path: Path, what: str) -> None:
    if path.suffix.lower() != ".pdf":
        raise Trouble(f"“{path.name}” does not end in .pdf. Give the {what} a name that does.")


def sections(codes: str | None) -> tuple[str, ...]:
    """The sections by their codes, in the order typed; all of them unless any are named; raises ``Trouble``."""
    if codes is None:
        return tuple(SECTIONS)
    named = tuple(code.strip() for code in codes.split(",") if code.strip())
    unknown = [code for code in named if code not in SECTIONS]
    if unknown or not named:
        raise Trouble(f"There is no section “{', '.join(unknown)}”. Sections: {', '.join(SECTIONS)}.")
    return named

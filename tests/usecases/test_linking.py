"""Rows of different registers linked to one another."""

import pytest

from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document
from sharedprog.usecases.linking import link, unlink


def test_two_rows_are_linked_once_whichever_way_round(document: Document) -> None:
    risk, poison = document.add(RISKS, title="r"), document.add(POISONS, title="p")
    made = link(document, risk, poison)
    assert document.undo_title == "Link risk R-001 to poison P-001"
    [row] = document.rows(LINKS)
    assert (row.id, row.source, row.target, row.kind) == (made, risk, poison, "about")
    with pytest.raises(Trouble, match="linked already"):
        link(document, poison, risk)
    unlink(document, made)
    assert document.rows(LINKS) == ()
    assert document.undo_title == "Unlink risk R-001 from poison P-001"
    unlink(document, made)
    assert link(document, poison, risk) != made


def test_a_link_needs_two_rows_that_are_there(document: Document) -> None:
    risk, gone = document.add(RISKS, title="r"), document.add(RISKS, title="s")
    document.delete(RISKS, gone)
    for ends in ((risk, risk), (risk, gone), (gone, risk), (risk, document.programme.settings.id)):
        with pytest.raises(Trouble, match="Two different rows"):
            link(document, *ends)


def test_a_link_goes_with_the_row_it_names(document: Document) -> None:
    risk, poison = document.add(RISKS, title="r"), document.add(POISONS, title="p")
    link(document, risk, poison)
    document.delete(POISONS, poison)
    assert document.rows(LINKS) == ()
    document.undo()
    assert len(document.rows(LINKS)) == 1

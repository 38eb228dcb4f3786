"""What broke other programs, typed into every field of every form, prints as typed and breaks nothing."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from sharedprog.domain.fields import Prose, Text
from sharedprog.domain.packing import SECTIONS, ListOrder
from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.view import View
from sharedprog.reports.listing import make_list
from sharedprog.reports.pack import make_pack
from sharedprog.usecases.board_pack import order
from sharedprog.usecases.document import Document
from tests.builders import NOON, programme_file
from tests.reports.nasty import NASTY
from tests.reports.paper import squeezed
from tests.reports.sections.story import pages
from tests.reports.sections.test_every_field import filled

STORED = [text for text in NASTY if text.encode("utf-8", "ignore").decode() == text]
"""Those that a file can hold: lone surrogates are no text."""
AS_TYPED = [text for text in NASTY if text.isascii() and text.isprintable() and len(text) < 90]


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    """Every text of every row holds one of them, the titles of risks each another."""
    folder: Path = tmp_path_factory.mktemp("nasty")
    document = programme_file(folder)
    filled(document)
    texts = cycle(STORED)
    draft = document.draft()
    for register in REGISTERS:
        for row in document.programme.rows(register):
            for name, kind in register.fields.items():
                if isinstance(kind, Text | Prose) and name not in ("order", "saw", "sections"):
                    draft.set(register, row.id, name, next(texts)[: kind.longest])
    for text in STORED:
        draft.add(BY_KEY["risks"], None, title=text[:300], likelihood=5, impact=5, cause=text, effect=text)
    document.apply("Type what people type", draft.edits)
    yield document
    document.close()


def test_the_whole_pack_is_printed(nasty: Document) -> None:
    board = nasty.rows(BOARD_MEETINGS)[0]
    text = squeezed("".join(pages(make_pack(order(nasty, board)))))
    for typed in AS_TYPED:
        assert squeezed(typed) in text
    assert len(AS_TYPED) > 25


@pytest.mark.parametrize("code", SECTIONS)
def test_each_section_is_printed_alone(nasty: Document, code: str) -> None:
    assert make_pack(order(nasty, nasty.rows(BOARD_MEETINGS)[0], (code,))).pages >= 1


def test_a_list_is_printed(nasty: Document) -> None:
    rows = tuple(row.id for row in nasty.rows(BY_KEY["risks"]))
    view = View(nasty.programme, nasty.today)
    made = make_list(
        ListOrder(view, "risks", rows, ("ref", "title", "owner", "score"), NOON, "<b>&bogus;", "<img src=x>")
    )
    text = squeezed("".join(pages(made)))
    assert "<b>&bogus;" in text
    assert squeezed("Mott & Sons <b") in text

"""What a row is called, and which row a person means."""

from datetime import date

import pytest

from sharedprog.domain.naming import find_by_words, label, name_of, short_name
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.notes import Note
from sharedprog.domain.registers.partners import Partner
from sharedprog.domain.registers.people import Person
from sharedprog.domain.registers.programme import ProgrammeRow
from sharedprog.domain.registers.risks import Risk
from sharedprog.domain.registers.workstreams import Workstream

BOARD = BoardMeeting(id="b", exists=True, number=14, day=date(2026, 12, 3))
ROWS: list[tuple[str, Row, str, str]] = [
    ("risks", Risk(id="r", ref="R-012", title="Ledger is late"), "risk R-012", "R-012 Ledger is late"),
    ("risks", Risk(id="r", title="Ledger is late"), "risk Ledger is late", "Ledger is late"),
    ("board_meetings", BOARD, "board 14", "14, 3 Dec 2026"),
    ("board_meetings", BoardMeeting(id="b"), "board without a number", "–"),
    ("people", Person(id="p", ref="PE-001", title="Head of ICT"), "person Head of ICT", "Head of ICT"),
    ("partners", Partner(id="p", title="Ashmere Council", short_name="Ashmere"), "partner Ashmere Council", "Ashmere"),
    ("partners", Partner(id="p", title="Ashmere Council"), "partner Ashmere Council", "Ashmere Council"),
    ("programme", ProgrammeRow(id="p", title="One Service"), "programme", "One Service"),
    ("workstreams", Workstream(id="w", ref="W-001", title="ICT"), "workstream W-001", "ICT"),
    ("notes", Note(id="n", text="Very long"), "note", "Very long"),
]


@pytest.mark.parametrize(("key", "row", "labelled", "short"), ROWS)
def test_a_row_is_called(key: str, row: Row, labelled: str, short: str) -> None:
    assert label(BY_KEY[key], row) == labelled
    assert short_name(BY_KEY[key], row) == short


PICTURE = Programme.of_rows(
    {
        "risks": [
            Risk(id="r1", exists=True, ref="R-012", title="Ledger  is late"),
            Risk(id="r2", exists=False, ref="R-013", title="Gone"),
        ],
        "people": [Person(id="p1", exists=True, title="Head of ICT")],
        "partners": [Partner(id="a", exists=True, title="Ashmere Borough Council", short_name="Ashmere")],
        "board_meetings": [BOARD, BoardMeeting(id="unnumbered", exists=True)],
    }
)


@pytest.mark.parametrize(
    ("keys", "text", "row_id"),
    [
        (("risks",), "r-012", "r1"),
        (("risks",), "Ledger is late", "r1"),
        (("risks",), "R-012 ledger is late", "r1"),
        (("risks",), "r1", "r1"),
        (("risks",), "R-013", None),
        (("risks",), "Ledger", None),
        (("risks",), "", None),
        (("people",), " HEAD of  ict ", "p1"),
        (("partners",), "ashmere", "a"),
        (("partners",), "Ashmere Borough Council", "a"),
        (("board_meetings",), "14", "b"),
        (("board_meetings",), "Board 14", "b"),
        (("board_meetings",), "14, 3 Dec 2026", "b"),
        (("board_meetings",), "None", None),
        (("issues", "people"), "Head of ICT", "p1"),
    ],
)
def test_a_row_is_found_by_what_people_call_it(keys: tuple[str, ...], text: str, row_id: str | None) -> None:
    assert find_by_words(PICTURE, keys, text) == row_id


def test_a_link_is_shown_by_name_and_one_to_nothing_says_so() -> None:
    assert name_of(PICTURE, ("risks",), "r1") == "R-012 Ledger  is late"
    assert name_of(PICTURE, ("risks",), "r2") == "(missing)"

"""Every owner and member is a row of People, found by name or made."""

import pytest

from sharedprog.domain.drafting import Draft
from sharedprog.domain.reading import Unread
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.usecases.people import person
from tests.builders import Made


def test_a_name_is_found_whatever_its_case_and_spaces() -> None:
    made = Made()
    head = made.add(PEOPLE, title="Head of ICT")
    draft = Draft(made.programme)
    assert person(draft, " head  of ict ") == head.id
    assert person(draft, head.ref or head.id) == head.id
    assert draft.edits == ()


def test_a_new_name_makes_one_person_however_often_it_is_named() -> None:
    draft = Draft(Made().programme)
    first = person(draft, "Head of  ICT")
    assert person(draft, "HEAD OF ICT") == first
    other = person(draft, "Head of HR")
    assert [row.title for row in draft.programme.rows(PEOPLE)] == ["Head of ICT", "Head of HR"]
    assert other != first


def test_no_name_is_nobody() -> None:
    draft = Draft(Made().programme)
    assert person(draft, "   ") is None
    assert draft.edits == ()


def test_a_paragraph_is_no_name() -> None:
    draft = Draft(Made().programme)
    with pytest.raises(Unread, match="the name of a person, of at most 300 characters"):
        person(draft, "He said " * 600)
    assert draft.edits == ()

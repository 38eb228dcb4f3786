"""The programme as it was."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharedprog.domain.changes import squash
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import boards, history
from sharedprog.usecases.document import Document
from tests.builders import contents


def test_every_earlier_picture_can_be_had_back(document: Document) -> None:
    seen = [(history.last_change(document), contents(document.programme))]
    risk = document.add(RISKS, title="Payroll")
    seen.append((history.last_change(document), contents(document.programme)))
    document.edit(RISKS, risk, "impact", 4)
    seen.append((history.last_change(document), contents(document.programme)))
    document.undo()
    document.delete(RISKS, risk)
    document.undo()
    document.redo()
    for change_set, picture in seen:
        assert contents(history.picture_after(document, change_set)) == picture
    assert not any(contents(history.picture_after(document, "")).values())


def test_a_moment_is_the_last_change_up_to_it(document: Document) -> None:
    before = document.clock() - timedelta(days=1)
    assert history.change_at(document, before) == ""
    first = document.edit(RISKS, document.add(RISKS, title="Payroll"), "impact", 4)
    assert first is not None
    assert history.change_at(document, first.at) == first.id
    assert history.change_at(document, first.at - timedelta(microseconds=1)) == document.journal()[-2].id
    document.add(RISKS, title="Log in")
    assert history.change_at(document, first.at) == first.id
    assert history.last_change(document) == document.journal()[-1].id


def test_a_change_that_the_file_does_not_know_is_told_in_a_sentence(document: Document) -> None:
    assert not history.knows(document, "f" * 32)
    assert history.knows(document, "")
    assert history.knows(document, history.last_change(document))
    for look in (history.picture_after, history.edits_since):
        with pytest.raises(Trouble, match="does not go back that far"):
            look(document, "f" * 32)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["edit", "undo", "redo", "delete", "add"]), st.integers(1, 5)), max_size=15))
def test_what_changed_is_the_squash_of_the_journal(document: Document, acts: list[tuple[str, int]]) -> None:
    start = history.last_change(document)
    ids = [document.add(RISKS, title=str(number)) for number in range(3)]
    for act, level in acts:
        row = ids[level % 3]
        if act == "edit" and document.programme.row(RISKS, row):
            document.edit(RISKS, row, "impact", level)
        elif act == "delete":
            document.delete(RISKS, row)
        elif act == "add":
            ids[level % 3] = document.add(RISKS, title="another")
        elif act == "undo":
            document.undo()
        else:
            document.redo()
    journal = document.journal()
    marks = [change_set.id for change_set in journal]
    for after in (start, marks[len(marks) // 2]):
        for until in (None, marks[-1], marks[-2]):
            if until is None or marks.index(until) >= marks.index(after):
                expected = squash(document.journal(after, until))
                assert history.edits_since(document, after, until) == expected


def test_boards_whose_results_are_not_kept_are_left_out(document: Document) -> None:
    one, other = boards.propose(document, 2)
    boards.hold(document, one)
    boards.hold(document, other)
    assert [past.number for past in history.past(document)] == [1, 2]
    document.edit(BOARD_MEETINGS, one, "results", "0" * 64)
    assert [past.number for past in history.past(document)] == [2]
    document.edit(BOARD_MEETINGS, other, "day", None)
    assert history.past(document) == ()


def test_what_a_board_saw_is_read_from_the_file_once(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    [board] = boards.propose(document)
    boards.hold(document, board)
    [past] = history.past(document)
    assert past.results.as_at == document.today

    def unread(sha256: str) -> bytes:
        raise AssertionError(sha256)

    monkeypatch.setattr(document.file, "blob", unread)
    assert history.past(document)[0].results is past.results


def test_who_made_a_row_is_told_unless_it_was_in_confidence(document: Document) -> None:
    pack = document.add(PACKS, version="1.0")
    document.who = "Somebody else"
    document.edit(PACKS, pack, "change_note", "x")
    poison = document.add(POISONS, title="My job goes")
    assert history.maker(document, PACKS, pack) == "Programme Manager"
    assert history.maker(document, POISONS, poison) == ""
    assert history.maker(document, PACKS, "f" * 32) == ""

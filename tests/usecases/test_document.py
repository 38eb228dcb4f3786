"""The open programme: every change can be undone, is heard of, and is written in order."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sharedprog.domain.changes import ChangeSet, Stale
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document, Saving
from sharedprog.usecases.writer import Job, ThreadWriter
from tests.builders import Clock, contents, programme_file


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = programme_file(tmp_path)
    yield opened
    opened.close()


def test_an_edit_can_be_undone_and_done_again_by_name(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll is wrong")
    document.edit(RISKS, risk, "impact", 4)
    assert document.undo_title == "Edit risk R-001"
    document.undo()
    assert document.rows(RISKS)[0].impact is None
    assert document.redo_title == "Edit risk R-001"
    document.redo()
    assert document.rows(RISKS)[0].impact == 4
    assert [each.title for each in document.journal()][-3:] == [
        "Edit risk R-001",
        "Undo: Edit risk R-001",
        "Redo: Edit risk R-001",
    ]


def test_an_undo_names_what_it_takes_back_in_the_journal(document: Document) -> None:
    document.add(RISKS, title="Payroll is wrong")
    document.undo()
    added, undone = document.journal()[-2:]
    assert undone.undoes == added.id
    document.redo()
    document.undo()
    redone, undone_again = document.journal()[-2:]
    assert undone_again.undoes == redone.id


def test_undo_stops_at_the_opening_of_the_file(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll is wrong")
    document.close()
    again = Document.open(document.path)
    assert again.undo_title is None
    assert again.undo() is None
    assert again.programme.row(RISKS, risk) is not None
    again.close()


def test_a_new_change_after_an_undo_forgets_what_was_undone(document: Document) -> None:
    document.add(RISKS, title="One")
    document.undo()
    document.add(RISKS, title="Two")
    assert document.redo() is None
    assert [risk.title for risk in document.rows(RISKS)] == ["Two"]


def test_deleting_a_row_takes_what_belongs_to_it_and_undo_brings_it_all_back(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll is wrong")
    document.add(RESPONSE_ACTIONS, parent=risk, title="Parallel run")
    before = contents(document.programme)
    document.delete(RISKS, risk)
    assert document.rows(RISKS) == ()
    assert document.rows(RESPONSE_ACTIONS) == ()
    assert document.undo_title == "Delete risk R-001"
    document.undo()
    assert contents(document.programme) == before


def test_a_label_is_never_given_twice(document: Document) -> None:
    first = document.add(RISKS, title="One")
    document.delete(RISKS, first)
    document.add(RISKS, title="Two")
    assert document.rows(RISKS)[0].ref == "R-002"


def test_every_listener_hears_of_every_change(document: Document) -> None:
    heard: list[ChangeSet] = []
    stop = document.listen(heard.append)
    risk = document.add(RISKS, title="One")
    document.edit(RISKS, risk, "impact", 3)
    document.undo()
    document.redo()
    assert [each.title for each in heard] == [
        "Add risk R-001",
        "Edit risk R-001",
        "Undo: Edit risk R-001",
        "Redo: Edit risk R-001",
    ]
    stop()
    document.undo()
    assert len(heard) == 4


def test_nothing_is_journaled_for_a_change_that_changes_nothing(document: Document) -> None:
    risk = document.add(RISKS, title="One")
    length = len(document.journal())
    assert document.edit(RISKS, risk, "title", "One") is None
    assert len(document.journal()) == length


def test_the_journal_keeps_who_and_when(document: Document) -> None:
    document.add(RISKS, title="One")
    last = document.journal()[-1]
    assert last.who == "Programme Manager"
    assert last.at.tzinfo is not None


def test_nobody_is_named_with_a_poison_that_no_partner_has_put_its_name_to(document: Document) -> None:
    poison = document.add(POISONS, title="They will take our savings", anonymous=True)
    document.edit(POISONS, poison, "potency", 4)
    document.undo()
    touched = [each for each in document.journal() if "poisons" in each.registers]
    assert len(touched) == 3
    assert {each.who for each in touched} == {""}


def test_somebody_else_writing_first_is_told_and_nothing_is_lost(document: Document) -> None:
    risk = document.add(RISKS, title="One")
    other = Document.open(document.path, clock=Clock())
    other.edit(RISKS, risk, "title", "Theirs")
    with pytest.raises(Stale, match="Someone else"):
        document.edit(RISKS, risk, "title", "Mine")
    assert document.rows(RISKS)[0].title == "One"
    assert document.undo_title == "Add risk R-001"
    other.close()


class HeldBack:
    """Collects what a writer posts, until the test lets it through."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def let_through(self) -> None:
        while self.jobs:
            self.jobs.pop(0)()


def test_one_thread_commits_in_order_and_says_when_it_is_saved(document: Document) -> None:
    document.close()
    posted = HeldBack()
    opened = Document.open(document.path, clock=Clock(), writer=ThreadWriter(posted.jobs.append))
    heard: list[Saving] = []
    opened.listen_saving(heard.append)
    for number in range(5):
        opened.add(RISKS, title=f"Risk {number}")
    assert opened.saving.waiting == 5
    opened.writer.wait()
    posted.let_through()
    assert opened.saving.waiting == 0
    assert opened.saving.saved_at is not None
    assert [each.waiting for each in heard] == [1, 2, 3, 4, 5, 4, 3, 2, 1, 0]
    assert [each.title for each in opened.journal()][-5:] == [f"Add risk R-00{n}" for n in range(1, 6)]
    opened.close()


def test_a_commit_that_fails_restores_the_picture_and_drops_what_was_queued_behind_it(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    risk = document.add(RISKS, title="One")
    document.close()
    posted = HeldBack()
    opened = Document.open(document.path, clock=Clock(), writer=ThreadWriter(posted.jobs.append))
    before = contents(opened.programme)
    heard: list[ChangeSet] = []
    opened.listen(heard.append)
    apply = opened.file.apply
    monkeypatch.setattr(opened.file, "apply", fails)
    opened.edit(RISKS, risk, "impact", 4)
    opened.edit(RISKS, risk, "impact", 5)
    opened.writer.wait()
    posted.let_through()
    assert contents(opened.programme) == before
    assert opened.undo_title is None
    assert isinstance(opened.saving.trouble, Trouble)
    assert heard[-1].title == "Not saved"
    monkeypatch.setattr(opened.file, "apply", apply)
    opened.edit(RISKS, risk, "impact", 3)
    opened.writer.wait()
    posted.let_through()
    assert opened.saving == Saving(0, opened.saving.saved_at)
    assert contents(opened.programme) == contents(opened.file.read())
    opened.close()


def test_an_undo_that_fails_can_be_undone_again(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    risk = document.add(RISKS, title="One")
    document.close()
    posted = HeldBack()
    opened = Document.open(document.path, clock=Clock(), writer=ThreadWriter(posted.jobs.append))
    opened.edit(RISKS, risk, "impact", 4)
    opened.writer.wait()
    posted.let_through()
    apply = opened.file.apply
    monkeypatch.setattr(opened.file, "apply", fails)
    opened.undo()
    opened.writer.wait()
    posted.let_through()
    monkeypatch.setattr(opened.file, "apply", apply)
    assert opened.rows(RISKS)[0].impact == 4
    assert opened.undo_title == "Edit risk R-001"
    opened.undo()
    assert opened.rows(RISKS)[0].impact is None
    opened.close()
    posted.let_through()


def test_a_redo_that_fails_is_not_left_to_be_undone(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    document.add(RISKS, title="One")
    document.close()
    posted = HeldBack()
    opened = Document.open(document.path, clock=Clock(), writer=ThreadWriter(posted.jobs.append))
    opened.edit(RISKS, opened.rows(RISKS)[0].id, "impact", 4)
    opened.undo()
    opened.writer.wait()
    posted.let_through()
    monkeypatch.setattr(opened.file, "apply", fails)
    opened.redo()
    opened.writer.wait()
    posted.let_through()
    assert opened.undo_title is None
    assert opened.rows(RISKS)[0].impact is None
    opened.close()


def fails(*anything: object) -> None:
    """A disk that is full."""
    raise Trouble("There is no room left on the disk.")

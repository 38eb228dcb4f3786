"""A JSON export comes back whole: the rows, the bytes, and the history where it is told."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sharedprog.domain.changes import ChangeSet, squash
from sharedprog.domain.confidence import without_names
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import boards, history
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import change
from sharedprog.usecases.exporting import export
from sharedprog.usecases.importing import carry_out, create_from, plan_import, plan_of
from tests.builders import Clock, contents, programme_file


@pytest.fixture
def lived_in(document: Document) -> Document:
    """A programme with a history: rows added, changed, deleted, undone; a board held; bytes kept."""
    risk = document.add(RISKS, title="Mott & Sons <b leave — £5m", raised=document.today)
    gone = document.add(RISKS, title="Gone")
    document.edit(RISKS, risk, "impact", 4)
    document.delete(RISKS, gone)
    document.edit(RISKS, risk, "likelihood", 2)
    document.undo()
    (board,) = boards.propose(document)
    boards.hold(document, board)
    document.edit(RISKS, risk, "title", "They leave")
    return document


def exported(document: Document, folder: Path, name: str, *, journal: bool) -> Path:
    path = folder / name
    export(document, path, journal=journal)
    return path


def again(folder: Path, source: Path, name: str) -> Document:
    return create_from(folder / name, plan_of(Programme(), source), who="Someone else", clock=Clock())


def test_with_its_history_a_programme_comes_back_as_it_was(lived_in: Document, tmp_path: Path) -> None:
    source = exported(lived_in, tmp_path, "all.json", journal=True)
    back = again(tmp_path, source, "back.sharedprog")
    assert back.journal() == lived_in.journal()
    assert back.programme.all_rows(RISKS) == lived_in.programme.all_rows(RISKS)
    assert contents(back.programme) == contents(lived_in.programme)
    assert back.file.blobs() == lived_in.file.blobs()
    assert len(history.past(back)) == 1
    assert back.undo_title is None
    assert exported(back, tmp_path, "again.json", journal=True).read_bytes() == source.read_bytes()
    assert contents(Programme().apply(squash(back.journal()))) == contents(back.programme)
    new = back.add(RISKS, title="A new one")
    row = back.programme.row(RISKS, new)
    assert row is not None
    assert row.ref == "R-003", "the label of the deleted risk is not given again"
    back.close()


def test_without_its_history_it_comes_back_as_one_change(lived_in: Document, tmp_path: Path) -> None:
    source = exported(lived_in, tmp_path, "all.json", journal=False)
    assert plan_of(Programme(), source).notes == ("The file does not tell its history, so it begins anew here.",)
    back = again(tmp_path, source, "back.sharedprog")
    (only,) = back.journal()
    assert (only.title, only.who) == ("Import everything from all.json", "Someone else")
    assert contents(back.programme) == contents(lived_in.programme)
    assert exported(back, tmp_path, "again.json", journal=False).read_bytes() == source.read_bytes()
    back.close()


def test_a_programme_that_was_only_started_makes_way_and_that_can_be_undone(lived_in: Document, tmp_path: Path) -> None:
    source = exported(lived_in, tmp_path, "all.json", journal=False)
    started = programme_file(tmp_path, "Started.sharedprog")
    before = contents(started.programme)
    carry_out(started, plan_import(started, source))
    assert contents(started.programme) == contents(lived_in.programme)
    started.undo()
    assert contents(started.programme) == before
    started.close()


def test_a_history_needs_a_file_of_its_own_and_a_programme_is_not_mixed_with_another(
    lived_in: Document, tmp_path: Path
) -> None:
    told = exported(lived_in, tmp_path, "told.json", journal=True)
    started = programme_file(tmp_path, "Started.sharedprog")
    with pytest.raises(Trouble, match="history, which only a new file can take in"):
        plan_import(started, told)
    with pytest.raises(Trouble, match="there is one here already"):
        plan_import(lived_in, told)
    with pytest.raises(Trouble, match="only be taken into a new file"):
        started.replay(lived_in.journal())
    assert len(started.rows(PARTNERS)) == 2
    started.close()


def spoilt(source: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    top = json.loads(source.read_text(encoding="utf-8"))
    change(top)
    path = source.with_name("spoilt.json")
    path.write_text(json.dumps(top), encoding="utf-8")
    return path


def test_a_spoilt_file_brings_nothing_and_leaves_no_file_behind(lived_in: Document, tmp_path: Path) -> None:
    source = exported(lived_in, tmp_path, "all.json", journal=True)
    path = spoilt(source, lambda top: top["risks"][0].update(likelihood="high"))
    plan = plan_of(Programme(), path)
    assert [problem.sentence() for problem in plan.problems] == [
        'risks, entry 1, likelihood: found “"high"”; expected a step of the scale as a whole number, or null.'
    ]
    with pytest.raises(Trouble, match="1 problem, so nothing was imported"):
        create_from(tmp_path / "back.sharedprog", plan)
    assert not (tmp_path / "back.sharedprog").exists()
    back = create_from(tmp_path / "back.sharedprog", plan, skip_bad=True)
    assert back.rows(RISKS) == ()
    assert len(back.journal()) == 1
    assert plan.faulty == 1
    back.close()


def test_everything_is_not_one_register(lived_in: Document, tmp_path: Path) -> None:
    source = exported(lived_in, tmp_path, "all.json", journal=False)
    with pytest.raises(Trouble, match="holds everything, not only risks"):
        plan_of(Programme(), source, "risks")


def test_listeners_hear_of_a_history_that_is_taken_in(lived_in: Document, tmp_path: Path) -> None:
    empty = Document.create(tmp_path / "empty.sharedprog")
    heard: list[ChangeSet] = []
    empty.listen(heard.append)
    empty.replay(lived_in.journal(), lived_in.file.blobs())
    assert [each.edits for each in heard] == [squash(lived_in.journal())]
    empty.close()


def test_a_history_that_leaves_the_program_keeps_confidences(document: Document, tmp_path: Path) -> None:
    document.who = "Jo Marsh"
    ours, theirs = (row.id for row in document.rows(PARTNERS))
    hidden, open_now = (document.add(POISONS, title=title, named_by=theirs) for title in ("They lie", "No trust"))
    for poison in (hidden, open_now):
        change(document, POISONS, poison, "anonymous", True)
    for partner in (theirs, ours):
        change(document, POISONS, open_now, "named_by", partner)
    document.add(POISONS, title="From elsewhere", named_by=theirs, anonymous=True)
    source = exported(document, tmp_path, "all.json", journal=True)
    told = json.loads(source.read_text(encoding="utf-8"))["journal"]
    assert "Jo Marsh" not in source.read_text(encoding="utf-8")
    names = [edit for each in told for edit in each["edits"] if edit["field"] == "named_by"]
    assert [(edit["row"], edit["old"], edit["new"]) for edit in names] == [(open_now, None, ours)]
    back = again(tmp_path, source, "back.sharedprog")
    assert contents(back.programme) == contents(without_names(document.programme))
    assert {row.title: row.named_by for row in back.rows(POISONS)} == {
        "They lie": None,
        "No trust": ours,
        "From elsewhere": None,
    }
    assert [each.id for each in back.journal()] == [each.id for each in document.journal()]
    back.close()

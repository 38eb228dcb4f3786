"""The journal in words, as the person who reads it would say them."""

from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import boards
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import change
from sharedprog.usecases.log import log
from tests.builders import Clock, programme_file


def lines(document: Document, since: str | None = None) -> list[str]:
    return [line for entry in log(document, since) for line in entry.lines]


def test_a_change_of_a_cell_is_told_in_the_words_of_the_screen(document: Document) -> None:
    owner = document.add(PEOPLE, title="Head of ICT")
    risk = document.add(RISKS, title="Payroll is wrong", matrix=document.programme.matrix_id)
    document.edit(RISKS, risk, "likelihood", 4)
    document.edit(RISKS, risk, "owner", owner)
    document.edit(RISKS, risk, "raised", date(2026, 11, 3))
    document.edit(RISKS, risk, "raised", None)
    document.edit(RISKS, risk, "escalated", value=True)
    assert lines(document)[-7:] == [
        "Added person Head of ICT",
        "Added risk R-001 “Payroll is wrong”",
        "risk R-001 “Payroll is wrong”, Current likelihood: (empty) → 4 Likely",
        "risk R-001 “Payroll is wrong”, Owner: (empty) → Head of ICT",
        "risk R-001 “Payroll is wrong”, Raised: (empty) → Tue 3 Nov 2026",
        "risk R-001 “Payroll is wrong”, Raised: Tue 3 Nov 2026 → (empty)",
        "risk R-001 “Payroll is wrong”, Escalated: No → Yes",
    ]


def test_rows_added_deleted_and_moved_take_a_line_each(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll")
    document.add(RESPONSE_ACTIONS, parent=risk, title="Rehearse", due=date(2026, 12, 1))
    task = document.add(TASKS, title="Load")
    document.edit(TASKS, task, "order", "0")
    document.delete(RISKS, risk)
    document.undo()
    assert lines(document)[-8:] == [
        "Added risk R-001 “Payroll”",
        "Added response action of risk R-001 “Rehearse”",
        "Added task T-001 “Load”",
        "task T-001 “Load”: moved",
        "Deleted risk R-001 “Payroll”",
        "Deleted response action of risk R-001 “Rehearse”",
        "Added response action of risk R-001 “Rehearse”",
        "Added risk R-001 “Payroll”",
    ]


def test_who_when_and_what_it_undoes_are_kept_and_long_texts_are_cut_in_lines_only(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll")
    changed = document.edit(RISKS, risk, "cause", "two ledgers\n" * 20)
    document.undo()
    *_, edited, undone = log(document)
    assert changed is not None
    assert (edited.who, edited.title, undone.title) == ("Programme Manager", "Edit risk R-001", "Undo: Edit risk R-001")
    assert undone.undoes == edited.id == changed.id
    assert edited.lines[0].endswith("…")
    assert "\n" not in edited.lines[0]
    assert edited.cells[0].new == "two ledgers\n" * 20
    assert (edited.cells[0].register, edited.cells[0].field, edited.cells[0].row) == (
        "risks",
        "cause",
        "risk R-001 “Payroll”",
    )


def test_a_deleted_person_is_still_called_by_name(document: Document) -> None:
    owner = document.add(PEOPLE, title="Head of ICT")
    risk = document.add(RISKS, title="Payroll", owner=owner)
    document.delete(PEOPLE, owner)
    document.edit(RISKS, risk, "owner", None)
    assert lines(document)[-1] == "risk R-001 “Payroll”, Owner: Head of ICT → (empty)"


def test_since_a_board_is_what_was_done_after_what_it_saw(document: Document) -> None:
    document.add(RISKS, title="Before")
    first, second = boards.propose(document, 2)
    boards.hold(document, first)
    document.add(RISKS, title="Between")
    boards.hold(document, second)
    document.add(RISKS, title="After")
    assert [entry.title for entry in log(document, "2")] == ["Hold board 2", "Add risk R-003"]
    assert [entry.title for entry in log(document, "last")] == ["Hold board 2", "Add risk R-003"]
    assert [entry.title for entry in log(document, "board 1")][1] == "Add risk R-002"
    with pytest.raises(Trouble, match=r"No board “9” was held.*Boards held: 1, 2"):
        log(document, "9")
    hidden = [line for entry in log(document, "last") for line in entry.lines if "board 2" in line]
    assert [line.split(", ")[1].split(":")[0] for line in hidden] == ["The board saw data as at", "Held"]


def test_since_a_day_counts_the_whole_of_that_day_by_uk_clocks(tmp_path: Path) -> None:
    clock = Clock()
    document = programme_file(tmp_path)
    document.clock = clock
    clock.now = clock.now.replace(month=6, day=1, hour=23, minute=30)
    document.add(RISKS, title="Half past midnight on Tuesday 2 June, in summer time")
    assert [entry.title for entry in log(document, "2 Jun 2026")][-1] == "Add risk R-001"
    assert "Add risk R-001" not in [entry.title for entry in log(document, "3 Jun 2026")]
    with pytest.raises(Trouble, match="“whenever” is neither the number of a board nor a day, such as"):
        log(document, "whenever")
    document.close()


def test_who_named_a_poison_is_not_told_once_it_is_anonymous(document: Document) -> None:
    partner = document.rows(PARTNERS)[0]
    poison = document.add(POISONS, title="Nobody decides", named_by=partner.id)
    change(document, POISONS, poison, "anonymous", value=True)
    document.add(RISKS, title="Late")
    told = log(document)
    assert [entry.who for entry in told[-3:]] == ["", "", "Programme Manager"]
    words = " ".join(f"{entry.title} {' '.join(entry.lines)} {entry.cells}" for entry in told[-3:])
    assert "Nobody decides" in words
    assert partner.title not in words
    assert partner.short_name not in words

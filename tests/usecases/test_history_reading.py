"""The journal read backwards in parts, of one row, and of one action."""

import pytest

from sharedprog.domain.history import Deed, Line
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import history_reading
from sharedprog.usecases.document import Document


def all_lines(document: Document) -> list[Line]:
    marks = history_reading.marks(document.file)
    found: list[Line] = []
    before = marks.last + 1
    while before:
        part = history_reading.before(document.file, marks, before)
        found += part.lines
        before = part.before
    return found


@pytest.mark.parametrize("size", [1, 3, 7, 100_000])
def test_however_it_is_cut_the_lines_are_the_same(
    document: Document, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    risk = document.add(RISKS, title="Payroll", impact=3)
    document.edit(RISKS, risk, "impact", 4)
    document.delete(RISKS, risk)
    document.undo()
    whole = all_lines(document)
    monkeypatch.setattr(history_reading, "SLICE", size)
    assert all_lines(document) == whole
    assert [line.deed for line in whole[:4]] == [Deed.BROUGHT_BACK, Deed.DELETED, Deed.CHANGED, Deed.ADDED]


def test_a_row_with_what_belongs_to_it(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll", impact=3)
    part = document.add(RESPONSE_ACTIONS, parent=risk, title="Run both payrolls")
    other = document.add(RISKS, title="Mail")
    document.delete(RESPONSE_ACTIONS, part)
    draft = document.draft()
    for each in (risk, other):
        draft.set(RISKS, each, "impact", 5)
    document.apply("Edit 2 risks", draft.edits)

    found = history_reading.of_row(document.file, document.programme, "risks", risk)

    assert [(line.deed, line.row) for line in found] == [
        (Deed.CHANGED, risk),
        (Deed.DELETED, part),
        (Deed.ADDED, part),
        (Deed.ADDED, risk),
    ]


def test_a_poison_in_confidence_has_no_names_wherever_it_is_read(document: Document) -> None:
    poison = document.add(POISONS, title="No trust", named_by="x" * 32)
    risk = document.add(RISKS, title="Payroll")
    draft = document.draft()
    draft.set(POISONS, poison, "potency", 3)
    draft.set(RISKS, risk, "impact", 3)
    together = document.apply("Edit both", draft.edits)
    document.edit(POISONS, poison, "anonymous", value=True)
    assert together is not None
    assert together.who == "Programme Manager", "it was not in confidence yet"
    everything = [line for line in all_lines(document) if line.register == "poisons"]
    of_poison = history_reading.of_row(document.file, document.programme, "poisons", poison)
    assert {line.action.who for line in (*everything, *of_poison)} == {""}
    of_risk = history_reading.of_row(document.file, document.programme, "risks", risk)
    assert [line.action.who for line in of_risk] == ["", "Programme Manager"], "who did both is not told either"


def test_an_action_by_its_id(document: Document) -> None:
    document.add(RISKS, title="Payroll")
    (made,) = document.journal()[-1:]
    assert history_reading.action(document.file, made.id) == made
    with pytest.raises(Trouble, match="does not have this action any more"):
        history_reading.action(document.file, "nothing")

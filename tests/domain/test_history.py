"""The history as lines: what is told of an action, and what is kept in confidence."""

from datetime import timedelta

import pytest

from sharedprog.domain.changes import Cell, ChangeSet, Edit
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.history import Deed, Line, Marks, confided, family, lines
from sharedprog.domain.history_filter import Sieve, Sought
from sharedprog.domain.history_words import HistoryWords, difference
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import R, Register, Row
from sharedprog.domain.registers.board_meetings import ATTENDANCES, BOARD_MEETINGS
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.notes import NOTES
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from tests.builders import NOON


class Told:
    """A programme that keeps its journal."""

    def __init__(self) -> None:
        self.programme = Programme()
        self.journal: list[ChangeSet] = []
        self._ids = iter(f"{number:032x}" for number in range(1000))

    def apply(self, title: str, draft: Draft, who: str = "Jane") -> ChangeSet:
        at = NOON + timedelta(hours=len(self.journal))
        self.programme = self.programme.apply(draft.edits)
        self.journal.append(ChangeSet(f"c{len(self.journal)}", title, who, at, draft.edits))
        return self.journal[-1]

    def add(self, register: Register[R], who: str = "Jane", **values: Value) -> R:
        draft = Draft(self.programme, lambda: next(self._ids))
        row = self.programme.row(register, draft.add(register, None, **values))
        made = self.apply(f"Add {register.singular}", draft, who)
        row = self.programme.row(register, made.edits[0].cell.row)
        assert row is not None
        return row

    def edit(self, register: Register[R], row: Row, who: str = "Jane", **values: Value) -> None:
        draft = Draft(self.programme)
        for field, value in values.items():
            draft.set(register, row.id, field, value)
        self.apply(f"Edit {row.ref}", draft, who)

    def exists(self, register: Register[R], row: Row, *, exists: bool) -> None:
        draft = Draft(self.programme)
        draft.set(register, row.id, "exists", exists)
        self.apply("Delete" if not exists else "Put back", draft)

    @property
    def lines(self) -> list[Line]:
        """All that is told, newest first."""
        marks = Marks(poisons=confided(edit for change_set in self.journal for edit in change_set.edits))
        for change_set in self.journal:
            marks.learn(change_set)
        return [line for change_set in reversed(self.journal) for line in lines(change_set, marks)]

    @property
    def said(self) -> list[str]:
        words = HistoryWords(self.programme)
        return [f"{words.row(each.register, each.row)}: {words.sentence(each)}" for each in self.lines]


@pytest.fixture
def told() -> Told:
    return Told()


def test_a_row_is_told_as_a_whole_when_it_comes_and_goes(told: Told) -> None:
    risk = told.add(RISKS, title="Payroll", impact=3)
    told.exists(RISKS, risk, exists=False)
    told.exists(RISKS, risk, exists=True)
    assert [line.deed for line in told.lines] == [Deed.BROUGHT_BACK, Deed.DELETED, Deed.ADDED]
    assert told.said[0] == "Risk R-001 Payroll: Brought back"


def test_fields_are_told_in_the_words_of_people(told: Told) -> None:
    person = told.add(PEOPLE, title="Head of HR")
    risk = told.add(RISKS, title="Payroll")
    told.edit(RISKS, risk, owner=person.id, status="closed", next_review=NOON.date())
    assert told.said[:3] == [
        "Risk R-001 Payroll: Next review: (empty) → Mon 30 Nov 2026",
        "Risk R-001 Payroll: Status: Identified → Closed",
        "Risk R-001 Payroll: Owner: (empty) → Head of HR",
    ]
    told.exists(PEOPLE, person, exists=False)
    assert told.said[3].endswith("(empty) → Head of HR"), "a deleted person keeps the name"


def test_pictures_moves_and_hidden_fields(told: Told) -> None:
    partner = told.add(PARTNERS, title="Ashmere", short_name="Ashmere")
    task = told.add(TASKS, title="Merge")
    board = told.add(BOARD_MEETINGS, number=3)
    told.edit(PARTNERS, partner, logo="a" * 64)
    told.edit(TASKS, task, order="b")
    told.edit(BOARD_MEETINGS, board, held=True, saw="c1", results="b" * 64)
    assert told.said[:3] == [
        "Board 3: Held: No → Yes",
        "Task T-001 Merge: Moved",
        "Partner Ashmere: Logo: (empty) → picture",
    ]


def test_parts_say_what_they_are_called_and_whose_they_are(told: Told) -> None:
    person = told.add(PEOPLE, title="Head of HR")
    poison = told.add(POISONS, title="No trust", named_by=None)
    risk = told.add(RISKS, title="Payroll")
    antidote = told.add(
        ANTIDOTES, parent=poison.id, title="Meet every week and say openly what hurts, whoever is there"
    )
    board = told.add(BOARD_MEETINGS, number=3)
    member = told.add(ATTENDANCES, parent=board.id, person=person.id)
    linked = told.add(LINKS, source=risk.id, target=poison.id)
    words = HistoryWords(told.programme)
    assert (
        words.row("antidotes", antidote.id) == "Antidote “Meet every week and say openly what hurts,…” of poison P-001"
    )
    assert words.part("antidotes", antidote.id) == "Antidote “Meet every week and say openly what hurts,…”"
    assert words.row("attendances", member.id) == "Member “Head of HR” of board 3"
    assert words.row("links", linked.id) == "Link: R-001 Payroll and P-001 No trust"
    assert words.home("attendances", member.id) == ("board_meetings", board.id)
    assert words.home("links", linked.id) == ("risks", risk.id)
    assert words.home("risks", risk.id) == ("risks", risk.id)
    assert words.part("risks", risk.id) == "Risk R-001 Payroll"


def test_of_a_poison_in_confidence_nobody_is_told(told: Told) -> None:
    ashmere = told.add(PARTNERS, title="Ashmere Borough Council", short_name="Ashmere")
    poison = told.add(POISONS, title="No trust", named_by=ashmere.id)
    told.edit(POISONS, poison, potency=3)
    told.edit(POISONS, poison, anonymous=True, named_by=None)
    told.edit(POISONS, poison, anonymous=False)
    told.edit(RISKS, told.add(RISKS, title="Payroll"), impact=2)

    of_poison = [line for line in told.lines if line.register == "poisons"]
    words = HistoryWords(told.programme)
    assert {line.action.who for line in of_poison} == {""}
    assert "Named by: (in confidence) → (in confidence)" in [words.sentence(line) for line in of_poison]
    assert not any("ashmere" in words.text(line) or "jane" in words.text(line) for line in of_poison)
    sieve = Sieve(Sought(who="Jane"), words)
    assert [line.register for line in told.lines if sieve.fits(line)] == ["risks", "risks", "partners"]


def test_a_poison_that_was_never_anonymous_is_told_in_full(told: Told) -> None:
    ashmere = told.add(PARTNERS, title="Ashmere Borough Council", short_name="Ashmere")
    poison = told.add(POISONS, title="No trust")
    told.edit(POISONS, poison, named_by=ashmere.id)
    assert told.said[0] == "Poison P-001 No trust: Named by: (empty) → Ashmere"
    assert told.lines[0].action.who == "Jane"


def test_the_lines_asked_for(told: Told) -> None:
    risk = told.add(RISKS, title="Payroll", who="Jane")
    told.add(NOTES, parent=risk.id, text="Ask the unions", who="Omar")
    told.add(TASKS, title="Merge", who="")
    words = HistoryWords(told.programme)

    def found(sought: Sought) -> list[str]:
        sieve = Sieve(sought, words)
        return [line.register for line in reversed(told.lines) if sieve.fits(line)]

    assert found(Sought()) == ["risks", "notes", "tasks"]
    assert found(Sought(register="risks")) == ["risks", "notes"]
    assert found(Sought(who="Omar")) == ["notes"]
    assert found(Sought(who="")) == ["tasks"]
    assert found(Sought(words="PAYROLL jane")) == ["risks"]
    assert found(Sought(first=NOON.date(), last=NOON.date())) == ["risks", "notes", "tasks"]
    assert found(Sought(last=NOON.date() - timedelta(days=1))) == []
    assert found(Sought(first=NOON.date() + timedelta(days=1))) == []
    assert Sought(words="  ").everything
    assert not Sought(who="").everything


def test_a_row_with_what_belongs_to_it(told: Told) -> None:
    risk, other = told.add(RISKS, title="Payroll"), told.add(RISKS, title="Mail")
    note = told.add(NOTES, parent=risk.id, text="Ask")
    told.exists(NOTES, note, exists=False)
    linked = told.add(LINKS, source=other.id, target=risk.id)
    told.add(NOTES, parent=other.id, text="Write")
    assert family(told.programme, "risks", risk.id) == {
        ("risks", risk.id),
        ("notes", note.id),
        ("links", linked.id),
    }


LONG = "The two councils agree that the payroll of the shared service is run twice in the first month"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "Short", ("(empty)", "Short")),
        ("One\ntwo", "One three", ("One two", "One three")),
        (
            LONG,
            LONG.replace("twice", "three times"),
            ("… service is run twice in the first …", "… service is run three times in the first …"),
        ),
        (LONG, f"{LONG} and the second", ("… the first month", "… the first month and the second")),
        (f"Now. {LONG}", LONG, ("Now. The two councils …", "The two councils …")),
        ("", LONG, ("(empty)", LONG)),
        (LONG, "", (LONG, "(empty)")),
    ],
)
def test_of_long_texts_only_what_differs(old: str, new: str, told: tuple[str, str]) -> None:
    assert difference(old, new) == told


def test_a_very_long_change_is_cut() -> None:
    _, new = difference("", "word " * 400)
    assert new.endswith(" …")
    assert len(new) < 200


def test_a_row_that_is_not_known_is_told_by_its_kind() -> None:
    line = next(lines(ChangeSet("c", "t", "", NOON, (Edit(_cell("gone"), None, 3),)), Marks()))
    assert HistoryWords(Programme()).row("risks", "gone") == "Risk"
    assert HistoryWords(Programme()).sentence(line).startswith("Current impact: (empty) →")


def _cell(row: str) -> Cell:
    return Cell("risks", row, "impact")

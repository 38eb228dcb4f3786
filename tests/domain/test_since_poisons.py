"""Poisons since a board: what changed, and never who named one in confidence."""

import pytest

from sharedprog.domain.phrases import plain
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS, Antidote, Poison
from tests.builders import Changing


class Poisoned(Changing):
    """A poison with two antidotes, one of them administered, that a board saw."""

    def __init__(self) -> None:
        super().__init__()
        self.partner = self.add(PARTNERS, title="Ashmere Borough Council", short_name="Ashmere")
        self.poison: Poison = self.add(POISONS, title="Different IT systems", potency=4, named_by=self.partner.id)
        self.given: Antidote = self.antidote("One network", progress="administered")
        self.planned: Antidote = self.antidote("One ledger")
        self.hold()

    def antidote(self, title: str, **more: str) -> Antidote:
        return self.add(ANTIDOTES, parent=self.poison.id, title=title, **more)

    def words(self) -> list[str]:
        return [plain(line.change) for line in self.since().poisons]


def test_an_antidote_administered_with_evidence() -> None:
    poisoned = Poisoned()
    poisoned.edit(ANTIDOTES, poisoned.planned, progress="administered", evidence="Both post to one ledger")
    assert poisoned.words() == ["Antidote 2 of 2 administered; evidence added"]
    poisoned.hold(8)
    poisoned.edit(ANTIDOTES, poisoned.planned, evidence="Both post to one ledger since May")
    assert poisoned.words() == ["Evidence changed"]


def test_an_antidote_that_came_one_that_went_and_one_taken_back() -> None:
    poisoned = Poisoned()
    poisoned.antidote("One desk")
    assert poisoned.words() == ["1 new antidote"]
    poisoned.undo()
    poisoned.delete(ANTIDOTES, poisoned.planned)
    assert poisoned.words() == ["1 antidote taken away"]
    poisoned.undo()
    poisoned.edit(ANTIDOTES, poisoned.given, progress="begun")
    assert poisoned.words() == ["0 of 2 antidotes administered, no longer 1 of 2"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"potency": 2}, ["Potency 4 → 2"]),
        ({"potency": None}, ["Potency 4 → –"]),
        ({"status": "recurred"}, ["Now recurred"]),
        ({"status": "agreed"}, ["Now antidote agreed"]),
        ({"status": "administered"}, []),
        ({"potency": 1, "status": "neutralised"}, ["Potency 4 → 1; now neutralised"]),
    ],
)
def test_strength_and_status(changes: dict[str, int | str | None], words: list[str]) -> None:
    poisoned = Poisoned()
    poisoned.edit(POISONS, poisoned.poison, **changes)
    assert poisoned.words() == words


def test_a_new_poison_says_who_named_it_unless_in_confidence() -> None:
    poisoned = Poisoned()
    named = poisoned.add(POISONS, title="They will take our savings", named_by=poisoned.partner.id)
    poisoned.add(POISONS, title="My job goes", named_by=poisoned.partner.id, anonymous=True)
    poisoned.add(POISONS, title="Nobody asked us")
    poisoned.add(ANTIDOTES, parent=named.id, title="Publish the savings")
    assert poisoned.words() == [
        "New; named by Ashmere; 0 of 1 antidote administered",
        "New; no antidote yet",
        "New; no antidote yet",
    ]


def test_a_deleted_poison_is_told_unless_it_was_neutralised() -> None:
    poisoned = Poisoned()
    done = poisoned.add(POISONS, title="Two brands", status="neutralised")
    poisoned.hold(8)
    poisoned.delete(POISONS, poisoned.poison)
    poisoned.delete(POISONS, done)
    assert poisoned.words() == ["Deleted"]

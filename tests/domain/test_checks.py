"""What is wrong with a programme, each fault told once, in a sentence that says what to do."""

from datetime import date, time
from typing import Any

import pytest

from sharedprog.domain.checks import gaps, problems
from sharedprog.domain.fields import Value
from sharedprog.domain.register import Register
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.board_meetings import ATTENDANCES, BOARD_MEETINGS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.matrices import MATRIX_BANDS, MATRIX_LEVELS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, REVIEWS, RISK_PARTNERS, RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from tests.builders import Changing


class Sound(Changing):
    """Two partners and a matrix: nothing wrong, nothing missing."""

    def __init__(self) -> None:
        super().__init__()
        self.ashmere = self.add(PARTNERS, title="Ashmere Borough Council", short_name="Ashmere")
        self.tolland = self.add(PARTNERS, title="Tolland Council")
        self.head = self.add(PEOPLE, title="Head of ICT")

    def wrong(self) -> list[str]:
        return [finding.sentence for finding in problems(self.programme)]

    def missing(self) -> list[str]:
        return [finding.sentence for finding in gaps(self.programme)]


def test_nothing_wrong_is_nothing_said() -> None:
    assert (Sound().wrong(), Sound().missing()) == ([], [])


def test_a_partnership_has_two_partners() -> None:
    sound = Sound()
    sound.delete(PARTNERS, sound.tolland)
    assert sound.wrong() == ["A partnership has two partners or more; this programme has 1. Add them."]


def test_there_is_one_programme() -> None:
    sound = Sound()
    sound.add(PROGRAMME, title="One")
    assert sound.wrong() == []
    sound.add(PROGRAMME, title="Two")
    assert sound.wrong() == ["Programme: there is more than one, and only the first counts. Delete the others."]


def test_a_link_to_a_row_that_is_gone_and_one_that_is_missing() -> None:
    sound = Sound()
    risk = sound.add(RISKS, title="Payroll", owner=sound.head.id)
    sound.add(RISK_PARTNERS, parent=risk.id)
    sound.delete(PEOPLE, sound.head)
    assert sound.wrong() == [
        "Risk R-001: “Owner” points at a row that is not there. Choose another.",
        "Partner affected of risk R-001: “Partner” is missing. Choose one, or delete the row.",
    ]


def test_a_child_row_without_a_parent_or_with_one_that_is_gone() -> None:
    sound = Sound()
    sound.add(ANTIDOTES, title="One network")
    sound.add(ANTIDOTES, title="One ledger", parent="f" * 32)
    assert sound.wrong() == [
        "Antidote One network: “Poison” is missing. Choose one, or delete the row.",
        "Antidote One ledger: “Poison” points at a row that is not there. Choose another.",
    ]


def test_labels_are_given_once_whatever_their_case() -> None:
    sound = Sound()
    sound.add(RISKS, title="a", ref="R-001")
    sound.add(RISKS, title="b", ref="r-001")
    sound.add(ISSUES, title="c", ref="R-001")
    assert sound.wrong() == ["Risk r-001: another row has the same label. Give one of them a new label."]


def test_a_row_without_its_name() -> None:
    sound = Sound()
    sound.add(RISKS)
    assert sound.wrong() == ["Risk R-001: “Risk” is empty. Say what it is, or delete the row."]


def test_what_is_said_twice() -> None:
    sound = Sound()
    one, other = sound.add(TASKS, title="Survey"), sound.add(TASKS, title="Merge")
    risk = sound.add(RISKS, title="Payroll")
    board = sound.add(BOARD_MEETINGS, number=1)
    rows: tuple[tuple[Register[Any], dict[str, Value]], ...] = (
        (DEPENDENCIES, {"parent": other.id, "predecessor": one.id}),
        (LINKS, {"source": risk.id, "target": one.id}),
        (RISK_PARTNERS, {"parent": risk.id, "partner": sound.ashmere.id}),
        (ATTENDANCES, {"parent": board.id, "person": sound.head.id}),
    )
    for register, values in rows:
        sound.add(register, **values)
        assert sound.wrong() == []
        sound.add(register, **values)
        [sentence] = sound.wrong()
        assert sentence.endswith("has it twice. Delete one of them."), sentence
        sound.undo()
    sound.add(DEPENDENCIES, parent=other.id, predecessor=one.id, kind="SS")
    assert sound.wrong() == [], "another kind of link says something else"


def test_levels_that_their_own_matrix_does_not_have() -> None:
    sound = Sound()
    sound.add(RISKS, title="a", matrix=sound.matrix, likelihood=6, impact=5)
    risk = sound.add(RISKS, title="b", matrix=sound.matrix)
    sound.add(RISK_PARTNERS, parent=risk.id, partner=sound.ashmere.id, impact=0)
    sound.add(POISONS, title="p", potency=6)
    assert sound.wrong() == [
        "Risk R-001: “Current likelihood” is 6, which the scale does not have.",
        "Partner affected of risk R-002: “Its impact” is 0, which the scale does not have.",
        "Poison P-001: “Potency now” is 6, which the scale does not have.",
    ]


def test_a_matrix_in_use_with_holes() -> None:
    sound = Sound()
    lowest = sound.programme.children(MATRIX_BANDS, sound.matrix)[0]
    sound.edit(MATRIX_BANDS, lowest, lowest=3)
    assert sound.wrong() == ["Scoring matrix X-001: its lowest scores are in no band. Let the lowest band begin at 1."]
    for step in sound.programme.children(MATRIX_LEVELS, sound.matrix):
        sound.delete(MATRIX_LEVELS, step)
    assert sound.wrong() == [
        "Scoring matrix X-001: it has no steps for likelihood or for impact, so nothing can be scored."
    ]


def test_a_poison_in_confidence_that_says_who_named_it() -> None:
    sound = Sound()
    sound.add(POISONS, title="My job goes", anonymous=True, named_by=sound.ashmere.id)
    assert sound.wrong() == ["Poison P-001: it was named in confidence, and says who named it. Take the name away."]


def test_days_in_the_wrong_order() -> None:
    sound = Sound()
    sound.add(RISKS, title="r", raised=date(2026, 11, 30), closed_day=date(2026, 11, 27), status="closed")
    assert sound.wrong() == ["Risk R-001: “Closed” (Fri 27 Nov 2026) is before “Raised” (Mon 30 Nov 2026)."]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"number": 7}, "another board has the same number. Give one of them another."),
        ({"starts": time(11), "ends": time(10)}, "it ends before it starts."),
        (
            {"held": True, "day": date(2026, 11, 19)},
            "it was held, but what it saw is not kept. Take back that it was held, then mark it held again.",
        ),
        (
            {"held": True, "results": "0" * 64},
            "it was held, but it has no date. Take back that it was held, then mark it held again.",
        ),
    ],
)
def test_boards(values: dict[str, Value], words: str) -> None:
    sound = Sound()
    sound.add(BOARD_MEETINGS, number=7)
    sound.add(BOARD_MEETINGS, **({"number": 8} | values))
    [sentence] = sound.wrong()
    assert sentence.endswith(f": {words}")


def test_tasks_that_wait_for_one_another_are_named_in_a_ring() -> None:
    sound = Sound()
    one, other = sound.add(TASKS, title="Survey"), sound.add(TASKS, title="Merge")
    sound.add(DEPENDENCIES, parent=other.id, predecessor=one.id)
    sound.add(DEPENDENCIES, parent=one.id, predecessor=other.id)
    [sentence] = sound.wrong()
    ring = "T-001 Survey → T-002 Merge → T-001 Survey"
    assert sentence == f"Task T-001: these tasks wait for one another: {ring}. Take one of the links away."


def test_a_task_that_waits_for_itself_and_one_that_is_part_of_itself() -> None:
    sound = Sound()
    task = sound.add(TASKS, title="Survey")
    sound.add(DEPENDENCIES, parent=task.id, predecessor=task.id)
    assert sound.wrong() == ["Task T-001: it waits for itself. Take the link away."]
    sound.undo()
    sound.edit(TASKS, task, parent=task.id)
    assert sound.wrong() == ["Task T-001: it is part of itself. Move it elsewhere."]
    sound.edit(TASKS, task, parent="f" * 32)
    assert sound.wrong() == ["Task T-001: “Part of” points at a row that is not there. Choose another."]


def test_gaps_of_a_risk_go_one_by_one() -> None:
    sound = Sound()
    risk = sound.add(RISKS, title="Payroll", cause="c", response="reduce")
    assert sound.missing() == [
        f"Risk R-001: {words}"
        for words in (
            "nobody owns it.",
            "the event and the effect are missing.",
            "it is not scored.",
            "it was never reviewed.",
            "it has no response action.",
        )
    ]
    sound.edit(RISKS, risk, owner=sound.head.id, event="e", matrix=sound.matrix, likelihood=1, impact=1)
    sound.add(REVIEWS, parent=risk.id, day=sound.today)
    sound.add(RESPONSE_ACTIONS, parent=risk.id, title="Train")
    assert sound.missing() == ["Risk R-001: the effect is missing.", "Risk R-001: its next review has no date."]
    sound.edit(RISKS, risk, effect="x", next_review=sound.today)
    assert sound.missing() == []
    sound.edit(RISKS, risk, matrix="f" * 32)
    assert "Risk R-001: it was scored with an earlier matrix; score it again." in sound.missing()
    sound.edit(RISKS, risk, status="closed")
    assert sound.missing() == []


def test_gaps_of_issues_actions_and_poisons() -> None:
    sound = Sound()
    sound.add(ISSUES, title="i")
    sound.add(ISSUES, title="closed", status="closed")
    action = sound.add(ACTIONS, title="a")
    poison = sound.add(POISONS, title="p")
    assert sound.missing() == [
        "Issue I-001: nobody owns it.",
        "Action A-001: nobody owns it.",
        "Action A-001: it has no due date.",
        "Poison P-001: it has no antidote yet.",
    ]
    sound.add(ANTIDOTES, parent=poison.id, title="x", progress="administered")
    sound.edit(ACTIONS, action, status="done")
    assert sound.missing()[1:] == ["Poison P-001: an antidote was administered, with no evidence that it works."]
    assert all(finding.gap for finding in gaps(sound.programme))


def test_a_plan_that_runs_past_the_bank_holidays() -> None:
    sound = Sound()
    sound.add(PROGRAMME, title="One Service", day_one=date(2027, 4, 1))
    assert sound.missing() == [
        "The plan runs into 2027, and bank holidays are known for no year. Add those of the years between."
    ]
    sound.add(BANK_HOLIDAYS, title="Christmas Day", day=date(2027, 12, 25))
    assert sound.missing() == []
    sound.add(TASKS, title="Review", deadline=date(2029, 5, 1))
    assert sound.missing() == [
        "The plan runs into 2029, and bank holidays are known only to 2027. Add those of the years between."
    ]

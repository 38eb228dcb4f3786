"""Named filters of the registers, and the counts beside a page."""

from datetime import timedelta
from typing import Any

import pytest

from sharedprog.domain import filters
from sharedprog.domain.fields import Value
from sharedprog.domain.filters import FILTERS, STEP, beside, count, tallied, tally, truth
from sharedprog.domain.register import Register
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.decisions import DECISIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from tests.builders import NOON, Changing

YESTERDAY = NOON.date() - timedelta(days=1)
PAST: dict[str, Value] = {"mode": "placed", "placed_start": YESTERDAY, "placed_finish": YESTERDAY}


@pytest.mark.parametrize(
    ("register", "values", "fits"),
    [
        (TASKS, {"title": "t", **PAST}, {"Unfinished", "Critical", "Late"}),
        (TASKS, {"title": "t", **PAST, "percent_complete": 100}, {"Critical"}),
        (TASKS, {"title": "m", "milestone": True}, {"Unfinished", "Milestones"}),
        (RISKS, {"title": "r", "likelihood": 5, "impact": 5}, {"Open", "Red"}),
        (RISKS, {"title": "r", "likelihood": 5, "impact": 5, "status": "closed"}, set()),
        (RISKS, {"title": "r", "next_review": YESTERDAY}, {"Open", "Review due"}),
        (ISSUES, {"title": "i", "severity": "board", "due": YESTERDAY}, {"Open", "Late", "For the board"}),
        (ISSUES, {"title": "i", "kind": "change", "status": "closed"}, {"Change requests"}),
        (POISONS, {"title": "p", "status": "recurred"}, {"Not neutralised", "Recurred"}),
        (POISONS, {"title": "p", "status": "neutralised"}, set()),
        (ACTIONS, {"title": "a", "due": YESTERDAY}, {"Open", "Late"}),
        (ACTIONS, {"title": "a", "due": YESTERDAY, "status": "done"}, set()),
        (DECISIONS, {"title": "d"}, {"Required"}),
        (DECISIONS, {"title": "d", "status": "taken"}, {"Taken"}),
        (BOARD_MEETINGS, {"number": 1}, {"To come"}),
        (BOARD_MEETINGS, {"number": 1, "held": True}, {"Held"}),
        (PACKS, {"version": "1.0", "state": "final"}, {"Final"}),
        (PACKS, {"version": "1.0", "state": "draft"}, set()),
    ],
)
def test_which_filters_a_row_fits(register: Register[Any], values: dict[str, Value], fits: set[str]) -> None:
    changing = Changing()
    row = changing.add(register, **values)
    assert {each.title for each in FILTERS[register.key] if each.test(changing.view, row)} == fits


def fitting(changing: Changing, register: Register[Any]) -> dict[str, int]:
    return tallied(changing.view, register.key, changing.programme.rows(register))


def test_worse_since_the_last_board() -> None:
    changing = Changing()
    risk = changing.add(RISKS, title="r", matrix=changing.matrix, likelihood=2, impact=2)
    changing.hold()
    assert fitting(changing, RISKS)["Worse since last board"] == 0
    changing.edit(RISKS, risk, impact=3)
    assert fitting(changing, RISKS)["Worse since last board"] == 1


def test_no_evidence_yet() -> None:
    changing = Changing()
    poison = changing.add(POISONS, title="p")
    changing.add(ANTIDOTES, parent=poison.id, title="a", progress="administered")
    assert fitting(changing, POISONS)["No evidence yet"] == 1


def test_a_count_beside_a_page_says_what_is_wrong_else_how_many_there_are() -> None:
    changing = Changing()
    register: Register[Any] = ACTIONS

    def counted() -> tuple[str, bool]:
        return count(changing.view, "actions", changing.programme.rows(register))

    assert counted() == ("", False)
    changing.add(ACTIONS, title="a")
    assert counted() == ("1", False)
    changing.add(ACTIONS, title="b", due=YESTERDAY)
    assert counted() == ("1 late", True)
    assert beside("decisions", 3, {"Required": 3}) == ("3", False)


def test_the_line_beside_a_title_leaves_out_filters_that_all_or_none_fit() -> None:
    assert truth("risks", 0, {}) == ""
    assert truth("risks", 4, {"Open": 4, "Red": 1, "Review due": 0}) == "4 in all · 1 red"
    assert truth("partners", 2, {}) == "2 in all"


def test_counting_gives_way_to_others_now_and_then() -> None:
    changing = Changing()
    for number in range(STEP * 2 + 1):
        changing.add(ACTIONS, title=str(number))
    register: Register[Any] = ACTIONS
    rows = changing.programme.rows(register)
    assert len(list(tally(changing.view, "actions", rows))) == 2
    assert tallied(changing.view, "actions", rows) == {"Open": STEP * 2 + 1, "Late": 0}


def test_every_filter_belongs_to_a_register_and_every_counted_one_is_there() -> None:
    assert FILTERS.keys() <= BY_KEY.keys()
    for key, (title, _) in filters.COUNTED.items():
        assert any(each.title == title and each.wrong for each in FILTERS[key])

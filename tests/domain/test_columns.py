"""Every column of every register: what it shows, and what it sorts by."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from sharedprog.domain.columns import columns_of, sort_key
from sharedprog.domain.computed import UNKNOWN, Shown
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.register import UNSHOWN, Register, Row
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISK_PARTNERS, RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.words import DAY_MINUTES
from sharedprog.usecases.programmes import FOUR, add_matrix
from tests.builders import NOON, Changing

TODAY = NOON.date()


def shown(changing: Changing, register: Register[Any], row: Row, name: str) -> Shown:
    now = changing.programme.all_rows(register)[row.id]
    return columns_of(register.key)[name].shown(changing.view, now)


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.key)
def test_each_register_shows_all_its_fields_and_the_chosen_ones_first(register: Register[Any]) -> None:
    columns = columns_of(register.key)
    assert set(columns) >= set(register.fields) - UNSHOWN
    assert tuple(columns)[: len(register.columns)] == register.columns
    changing = Changing()
    row = changing.add(register)
    for column in columns.values():
        if column.name != "ref":
            assert column.key(changing.view, row) == column.shown(changing.view, row).sort, column.name


@pytest.mark.parametrize(
    ("register", "values", "column", "text"),
    [
        (RISKS, {}, "score", "not scored"),
        (RISKS, {"likelihood": 4, "impact": 5}, "score", "20"),
        (RISKS, {"likelihood": 4, "impact": 5}, "likelihood", "4 Likely"),
        (RISKS, {"inherent_likelihood": 5, "inherent_impact": 5}, "inherent", "25"),
        (RISKS, {"target_likelihood": 2, "target_impact": 5}, "target", "10"),
        (RISKS, {"target_likelihood": 2, "target_impact": 5, "target_day": TODAY}, "target", "10 by 30 Nov"),
        (RISKS, {"target_day": TODAY}, "target", ""),
        (RISKS, {"likelihood": 4, "impact": 5}, "travel", "new"),
        (RISKS, {}, "travel", ""),
        (ISSUES, {"raised": TODAY - timedelta(days=1)}, "age", "1 day"),
        (ISSUES, {"raised": TODAY - timedelta(days=9), "status": "closed"}, "age", ""),
        (ACTIONS, {"due": TODAY - timedelta(days=3)}, "late", "3 days late"),
        (ACTIONS, {"due": TODAY}, "late", ""),
        (POISONS, {}, "doses", "none yet"),
        (TASKS, {}, "wbs", "1"),
        (TASKS, {"milestone": True}, "days", "◆"),
        (TASKS, {"duration": 5 * DAY_MINUTES}, "days", "5 d"),
        (TASKS, {"duration": 5 * 1440, "elapsed": True}, "days", "5 ed"),
        (TASKS, {"percent_complete": 40}, "percent_complete", "40 %"),
        (BOARD_MEETINGS, {"starts": time(10), "held": True}, "starts", "10:00"),
        (BOARD_MEETINGS, {"held": True}, "held", "Yes"),
        (BOARD_MEETINGS, {"saw_as_at": datetime(2026, 6, 1, 9, tzinfo=UTC)}, "saw_as_at", "Mon 1 Jun 2026 10:00"),
        (WORKSTREAMS, {"rag": "amber"}, "rag", "Amber"),
        (WORKSTREAMS, {}, "calculated", "Not started"),
    ],
)
def test_a_cell_in_words(register: Register[Any], values: dict[str, Value], column: str, text: str) -> None:
    changing = Changing()
    assert shown(changing, register, changing.add(register, **values), column).text == text


def test_dates_slip_float_and_the_critical_path() -> None:
    changing = Changing()
    changing.add(PROGRAMME, title="One Service", start=TODAY)
    long = changing.add(TASKS, title="a", duration=5 * DAY_MINUTES, baseline_finish=TODAY)
    short = changing.add(TASKS, title="b", duration=2 * DAY_MINUTES, baseline_finish=TODAY + timedelta(days=2))
    cells = {name: shown(changing, TASKS, long, name).text for name in ("start", "finish", "slip", "total_float")}
    assert cells == {"start": "Mon 30 Nov 2026", "finish": "Fri 4 Dec 2026", "slip": "+4 d", "total_float": "0 d"}
    assert shown(changing, TASKS, long, "critical") == Shown("critical", (0, 0.0, ""), "red")
    assert shown(changing, TASKS, short, "slip").text == "−1 d"
    assert shown(changing, TASKS, short, "total_float").text == "3 d"
    assert shown(changing, TASKS, short, "critical").text == ""


def test_partners_by_name_or_both() -> None:
    changing = Changing()
    ashmere = changing.add(PARTNERS, title="Ashmere Borough Council", short_name="Ashmere")
    tolland = changing.add(PARTNERS, title="Tolland Council")
    risk = changing.add(RISKS, title="r")
    assert shown(changing, RISKS, risk, "partners").text == ""
    changing.add(RISK_PARTNERS, parent=risk.id, partner=ashmere.id)
    assert shown(changing, RISKS, risk, "partners").text == "Ashmere"
    changing.add(RISK_PARTNERS, parent=risk.id, partner=tolland.id)
    assert shown(changing, RISKS, risk, "partners").text == "Both"


def test_levels_are_in_the_words_of_their_own_matrix() -> None:
    changing = Changing()
    draft = Draft(changing.programme)
    other = add_matrix(draft, "4 × 4", FOUR)
    changing.change(draft.edits)
    changing.add(PROGRAMME, title="One Service", matrix=changing.matrix)
    risk = changing.add(RISKS, title="r", matrix=other, likelihood=3, impact=4)
    part = changing.add(RISK_PARTNERS, parent=risk.id, impact=4)
    assert shown(changing, RISKS, risk, "impact").text == "4 Critical"
    assert shown(changing, RISK_PARTNERS, part, "impact").text == "4 Critical"
    assert shown(changing, RISKS, risk, "score").text == "12, to re-score"


def test_who_named_a_poison_in_confidence_is_in_no_column() -> None:
    changing = Changing()
    partner = changing.add(PARTNERS, title="Ashmere Borough Council", short_name="Ashmere")
    told = changing.add(POISONS, title="p", named_by=partner.id)
    secret = changing.add(POISONS, title="q", named_by=partner.id, anonymous=True)
    for name in ("named", "named_by"):
        assert shown(changing, POISONS, told, name).text == "Ashmere"
        assert shown(changing, POISONS, secret, name).text == "Anonymous"
        assert "ashmere" not in str(columns_of("poisons")[name].key(changing.view, secret)).casefold()
    assert not any("Ashmere" in column.shown(changing.view, secret).text for column in columns_of("poisons").values())


def test_what_a_row_came_from_and_how_far_it_got() -> None:
    changing = Changing()
    poison = changing.add(POISONS, title="Two of everything")
    risk = changing.add(RISKS, title="Two payrolls")
    issue = changing.add(ISSUES, title="Payroll was wrong")
    changing.add(LINKS, source=poison.id, target=risk.id, kind="became")
    changing.add(LINKS, source=risk.id, target=issue.id, kind="became")
    changing.add(ANTIDOTES, parent=poison.id, title="a", progress="administered")
    decision = changing.add(DECISIONS, title="d")
    for outcome in ("ratified", "awaited", "noted"):
        changing.add(RATIFICATIONS, parent=decision.id, outcome=outcome)
    assert shown(changing, RISKS, risk, "from_poison").text == "P-001 Two of everything"
    assert shown(changing, ISSUES, issue, "from_risk").text == "R-001 Two payrolls"
    assert shown(changing, POISONS, poison, "doses").text == "1 of 1"
    assert shown(changing, DECISIONS, decision, "ratified").text == "2 of 3"


def test_options_sort_by_their_place_and_unknown_codes_after_them() -> None:
    kind = DECISIONS.fields["status"]
    keys = [sort_key(kind, code, "") for code in ("required", "taken", "of a later version", None)]
    assert keys == sorted(keys)
    assert keys[-1] == UNKNOWN
    assert sort_key(RISKS.fields["title"], "b", "") > sort_key(RISKS.fields["title"], "A", "")
    assert sort_key(RISKS.fields["raised"], date(2026, 12, 1), "") > sort_key(RISKS.fields["raised"], TODAY, "")

"""What changed since a board: nothing when nothing did, and only what is still so."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.register import Register
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.results import KeptResults, PastBoard
from sharedprog.domain.since import since
from tests.builders import Changing

KINDS: tuple[Register[Any], ...] = (TASKS, RISKS, ISSUES, POISONS, ACTIONS)


def told() -> Changing:
    """One row of each register that the page tells of, and a board that saw them."""
    changing = Changing()
    changing.add(TASKS, title="Directories merged", milestone=True, constraint="mso", constraint_day=changing.today)
    changing.add(RISKS, title="Payroll is wrong", matrix=changing.matrix, likelihood=3, impact=4)
    changing.add(ISSUES, title="No rota")
    changing.add(POISONS, title="They will take our savings", potency=4)
    changing.add(ACTIONS, title="Write to the unions")
    changing.add(WORKSTREAMS, title="ICT", rag="green")
    changing.hold()
    return changing


def test_nothing_is_told_where_nothing_changed() -> None:
    assert told().since().nothing


def test_an_edit_that_was_undone_is_not_told() -> None:
    changing = told()
    for register in KINDS:
        row = changing.programme.rows(register)[0]
        changing.delete(register, row)
        assert not changing.since().nothing, register.key
        changing.undo()
        assert changing.since().nothing, register.key


def test_a_row_that_came_and_went_is_not_told() -> None:
    changing = told()
    for register in KINDS:
        changing.delete(register, changing.add(register, title="A passing thought"))
    assert changing.since().nothing


@given(st.lists(st.tuples(st.sampled_from(["likelihood", "impact"]), st.integers(1, 5)), max_size=8))
def test_a_risk_is_told_exactly_when_its_score_is_not_what_the_board_saw(edits: list[tuple[str, int]]) -> None:
    changing = told()
    [risk] = changing.programme.rows(RISKS)
    for field, level in edits:
        changing.edit(RISKS, risk, **{field: level})
    [now] = changing.programme.rows(RISKS)
    assert bool(changing.since().risks) == ((now.likelihood or 0) * (now.impact or 0) != 12)


def test_results_read_from_a_file_give_the_same_page() -> None:
    changing = told()
    changing.edit(RISKS, changing.programme.rows(RISKS)[0], impact=5)
    fresh, board = changing.since(), changing.past[-1]
    stored = PastBoard(board.id, board.number, board.day, board.saw, KeptResults(board.results.to_bytes))
    again = since(changing.view, board.results.from_bytes(_now(changing)), stored, ())
    assert [line.ref for line in again.risks] == [line.ref for line in fresh.risks]
    assert (again.dates, again.issues, again.actions) == (fresh.dates, fresh.issues, fresh.actions)


def _now(changing: Changing) -> bytes:
    changing.hold(8)
    return changing.past[-1].results.to_bytes()


def test_a_pack_is_told_when_it_replaced_one_after_the_board_met() -> None:
    changing = told()
    board = changing.past[-1]
    changing.add(PACKS, board=board.id, version="1.0", state="final", saw="another change")
    assert changing.since().packs == ()
    changing.add(PACKS, board=board.id, version="1.1", state="final", saw=board.saw)
    assert changing.since().packs == (), "the board saw this one"
    changing.add(PACKS, board=board.id, version="1.2", state="draft", saw="later")
    assert changing.since().packs == ()
    changing.add(PACKS, board=board.id, version="1.2", state="final", saw="later", change_note="appendix 6A replaced")
    [line] = changing.since().packs
    assert line.change[0].text == "Reissued as version 1.2 (appendix 6A replaced)"

"""The sentence of what changed since the last board agrees with the page that tells it in full."""

from datetime import date

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.since_counts import SinceCounts, since_counts
from sharedprog.domain.words import DAY_MINUTES
from tests.builders import Changing, finished


def counts(changing: Changing) -> SinceCounts:
    found = finished(since_counts(changing.view))
    assert found is not None
    return found


def test_before_the_first_board_there_is_nothing_to_compare_with() -> None:
    assert finished(since_counts(Changing().view)) is None


def test_where_nothing_changed_the_sentence_says_so() -> None:
    changing = Changing()
    changing.add(RISKS, title="r", matrix=changing.matrix, likelihood=2, impact=2)
    changing.hold(13)
    assert counts(changing).sentence == "Since board 13: no date moved, no risk worse, no action closed"


def test_dates_are_counted_as_the_full_page_counts_them() -> None:
    changing = Changing()
    changing.add(PROGRAMME, title="P", start=date(2026, 12, 1))
    first = changing.add(TASKS, title="first", duration=DAY_MINUTES)
    second = changing.add(TASKS, title="second", duration=DAY_MINUTES)
    changing.add(DEPENDENCIES, parent=second.id, predecessor=first.id)
    gone = changing.add(TASKS, title="gone", milestone=True, duration=0)
    changing.add(TASKS, title="stays", duration=DAY_MINUTES)
    changing.hold(13)
    changing.edit(TASKS, first, duration=6 * DAY_MINUTES)
    changing.delete(TASKS, gone)
    changing.add(TASKS, title="new one", milestone=True, duration=0)
    changing.add(TASKS, title="new, no milestone", duration=DAY_MINUTES)

    assert counts(changing).dates == 4 == len(changing.since().dates)
    assert counts(changing).sentence == "Since board 13: 4 dates moved"


def test_registers_are_counted_with_what_a_board_would_ask_after() -> None:
    changing = Changing()
    worse, better = (
        changing.add(RISKS, title=title, matrix=changing.matrix, likelihood=3, impact=3) for title in ("one", "other")
    )
    done = changing.add(ACTIONS, title="a")
    changing.hold(13)
    changing.edit(RISKS, worse, impact=4)
    changing.edit(RISKS, better, impact=2)
    changing.add(RISKS, title="new, not scored")
    changing.edit(ACTIONS, done, status="done")
    changing.add(ACTIONS, title="b", status="done")
    changing.add(POISONS, title="p")
    changing.add(ISSUES, title="i")

    assert counts(changing).sentence == (
        "Since board 13: 1 risk worse, 1 better, 1 new risk, 1 new issue, 1 new poison, 2 actions closed"
    )
    assert counts(changing).closed_actions == len(changing.since().actions_closed)

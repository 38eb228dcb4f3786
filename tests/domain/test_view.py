"""A view: what hangs on a picture, a day and the boards before it."""

import pickle
from datetime import date

from sharedprog.domain.computing import compute
from sharedprog.domain.fields import Choice
from sharedprog.domain.packing import SECTIONS, PackOrder
from sharedprog.domain.phrases import Part, letter, phrase, plain
from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS, BOARD_MEETINGS
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from tests.builders import NOON, Changing


def test_travel_is_against_the_last_board_alone() -> None:
    changing = Changing()
    risk = changing.add(RISKS, title="r", matrix=changing.matrix, likelihood=2, impact=2)
    assert changing.view.travel(risk) == "new"
    changing.hold(6)
    changing.edit(RISKS, risk, impact=5)
    changing.hold(7)
    [now] = changing.programme.rows(RISKS)
    assert changing.view.travel(now) == "same"
    later = changing.add(RISKS, title="s", matrix=changing.matrix, likelihood=1, impact=1)
    assert changing.view.travel(later) == "new"
    changing.edit(RISKS, now, impact=3)
    assert changing.view.travel(changing.programme.rows(RISKS)[0]) == "better"


def test_scores_of_the_last_boards_with_gaps_where_one_did_not_know() -> None:
    changing = Changing()
    changing.hold(5)
    risk = changing.add(RISKS, title="r", matrix=changing.matrix, likelihood=2, impact=2)
    changing.hold(6)
    changing.edit(RISKS, risk, impact=5)
    changing.hold(7)
    assert changing.view.scores(risk, 3) == (None, 4, 10)
    assert changing.view.scores(risk, 2) == (4, 10)
    assert changing.view.scores(risk, 0) == ()
    assert changing.view.scores(risk, 9) == (None, 4, 10)


def test_origins_follow_what_became_of_what() -> None:
    changing = Changing()
    one, other = (changing.add(RISKS, title=title) for title in "ab")
    changing.add(LINKS, source=one.id, target=other.id, kind="became")
    changing.add(LINKS, source=other.id, target=one.id, kind="about")
    assert changing.view.origins == {other.id: one.id}


def test_what_a_board_saw_is_read_once_however_often_the_view_is_made_anew() -> None:
    changing = Changing()
    board = changing.hold()
    assert changing.view.last is board
    assert board.results is board.results


def test_a_view_can_be_given_to_another_process() -> None:
    changing = Changing()
    task = changing.add(TASKS, title="t", constraint="snet", constraint_day=changing.today, duration=480)
    changing.hold()
    view = changing.view
    finish = view.schedule.dates[task.id].finish
    sent = pickle.loads(pickle.dumps(view))  # noqa: S301 - our own bytes
    assert sent.schedule.dates[task.id].finish == finish
    assert sent.past[0].results == view.past[0].results
    assert compute(sent).to_bytes() == compute(view).to_bytes()


def test_phrases_as_plain_text() -> None:
    words = phrase("15 → ", Part("20", rag="red"), " worse, ", Part("R", rag="red"), " ", Part("now", strong=True))
    assert plain(words) == "15 → R 20 worse, R now"
    assert [letter(rag) for rag in ("red", "amber", "green", "blue", "none", None, "new")] == list("RAGB–––")


def test_an_order_for_a_pack_says_which_data_it_shows() -> None:
    changing = Changing()
    board = changing.add(BOARD_MEETINGS, number=8, day=date(2026, 12, 3))
    results = compute(changing.view, board)
    order = PackOrder(changing.view, results, None, board, ("cover",), "1.0", "draft", NOON, NOON, "saw")
    assert order.short_hash == f"{results.sha256[:4]} {results.sha256[4:8]}"
    assert order.programme is changing.programme


def test_every_section_that_an_agenda_item_can_have_is_a_section_of_the_pack() -> None:
    kind = AGENDA_ITEMS.fields["section"]
    assert isinstance(kind, Choice)
    assert {option.code for option in kind.options} - {"blank"} <= SECTIONS.keys()

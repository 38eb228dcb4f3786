from datetime import date, time, timedelta

from sharedprog.domain.board_cycle import headline, meeting_words, steps
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.view import View
from tests.builders import Made

TODAY = date(2026, 11, 30)
"""A Monday."""


def title(day: date | None, number: int | None = 14, today: date = TODAY) -> str:
    made = Made()
    made.add(BOARD_MEETINGS, number=number, day=day)
    return headline(made.programme, today)


def test_the_title_says_how_long_until_the_next_board() -> None:
    assert headline(Made().programme, TODAY) == "No board is planned yet"
    assert title(date(2026, 12, 3)) == "Board 14 in 3 working days"
    assert title(date(2026, 12, 1)) == "Board 14 in 1 working day"
    assert title(TODAY) == "Board 14 is today"
    assert title(date(2026, 12, 6), today=date(2026, 12, 5)) == "Board 14 on Sun 6 Dec 2026"
    assert title(date(2026, 11, 26)) == "Board 14 was due on Thu 26 Nov 2026"
    assert title(None) == "Board 14 has no day yet"
    assert title(date(2026, 12, 3), number=None) == "The next board in 3 working days"


def test_a_meeting_is_told_with_its_place_and_quorum() -> None:
    made = Made()
    board = made.add(BOARD_MEETINGS, day=date(2026, 12, 3), starts=time(10, 0), place="Room 2", quorum="Five members.")
    assert meeting_words(board) == ("Thu 3 Dec 2026, 10:00", "Room 2 · quorum five members")
    assert meeting_words(made.add(BOARD_MEETINGS)) == ("No day yet", "")


def test_the_days_until_a_board_are_its_deadlines_and_what_else_falls_in_them() -> None:
    made = Made()
    made.add(PROGRAMME, title="P", start=date(2026, 11, 2))
    board = made.add(BOARD_MEETINGS, number=14, day=date(2026, 12, 3))
    day = date(2026, 12, 2)
    port = made.add(
        TASKS, title="Ported", milestone=True, duration=0, mode="placed", placed_start=day, placed_finish=day
    )
    decision = made.add(DECISIONS, title="Buy", status="taken")
    made.add(RATIFICATIONS, parent=decision.id, body="Cabinet", notice=date(2026, 12, 1), day=date(2026, 12, 20))
    found = steps(View(made.programme, TODAY), board)
    assert [(each.day.day, each.words, each.state) for each in found] == [
        (23, "Call for updates", "past"),
        (25, "Updates close", "past"),
        (26, "Ratings and poisons re-tested", "past"),
        (27, "Chair's call", "past"),
        (30, "Papers issued", "next"),
        (1, f"Notice for {decision.ref} to Cabinet", "coming"),
        (2, "Ported", "coming"),
    ]
    assert [(each.register, each.row) for each in found[-2:]] == [("decisions", decision.id), ("tasks", port.id)]
    assert found[0].row == board.id


def test_papers_are_issued_once_a_pack_is_final() -> None:
    made = Made()
    board = made.add(BOARD_MEETINGS, number=14, day=date(2026, 12, 3))
    made.add(PACKS, board=board.id, version="1.0", state="final")
    last = steps(View(made.programme, TODAY), board)[-1]
    assert (last.words, last.state) == ("Papers issued", "done")


def test_without_a_board_the_next_fortnight_is_told() -> None:
    made = Made()
    made.add(PROGRAMME, title="P", start=date(2026, 11, 2))
    for days in (14, 15):
        day = TODAY + timedelta(days=days)
        made.add(TASKS, title=str(days), milestone=True, duration=0, mode="placed", placed_start=day, placed_finish=day)
    assert [each.words for each in steps(View(made.programme, TODAY), None)] == ["14"]

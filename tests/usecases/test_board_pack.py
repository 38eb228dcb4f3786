"""Packs: ordered, kept, and made again as they were, whatever happened since."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from sharedprog.domain import boards as cycle
from sharedprog.domain.packing import SECTIONS, MadePack, PackOrder
from sharedprog.domain.phrases import plain
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS, RATINGS, BoardMeeting
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import DAY_MINUTES
from sharedprog.usecases import boards
from sharedprog.usecases.board_pack import again, board_named, keep, next_version, order
from sharedprog.usecases.document import Document

PRINTED = MadePack(b"%PDF", 28)


def board(document: Document, number: int) -> BoardMeeting:
    found = cycle.numbered(document.programme, number)
    assert found is not None
    return found


@pytest.fixture
def risk(document: Document) -> str:
    """A risk of 12, three boards, and a plan of one task."""
    boards.propose(document, 3)
    document.add(TASKS, title="Merge", duration=5 * DAY_MINUTES)
    return document.add(RISKS, title="Payroll", matrix=document.programme.matrix_id, likelihood=3, impact=4)


def final(document: Document, number: int, note: str = "", gantt_paper: str = "A3") -> tuple[PackOrder, str]:
    made = order(document, board(document, number), state="final", note=note, gantt_paper=gantt_paper)
    return made, keep(document, made, PRINTED)


def changes(made: PackOrder) -> list[str]:
    return [plain(line.change) for line in made.since.risks] if made.since is not None else []


def test_boards_are_named_as_people_name_them(document: Document, risk: str) -> None:
    boards.hold(document, board(document, 1).id)
    assert [board_named(document, name).number for name in ("1", " LAST ", "next")] == [1, 1, 2]
    for name in ("9", "soon", ""):
        with pytest.raises(Trouble, match="Boards in this programme: 1, 2, 3"):
            board_named(document, name)


def test_the_first_pack_has_nothing_to_compare_with(document: Document, risk: str) -> None:
    made = order(document, board(document, 1))
    assert (made.since, made.view.past, made.version, made.state) == (None, (), "1.0", "draft")
    assert made.sections == tuple(SECTIONS)
    assert made.results.risks[risk].score == 12
    assert made.saw == document.journal()[-1].id


def test_edits_between_the_pack_and_the_meeting_are_in_the_next_pack(document: Document, risk: str) -> None:
    document.edit(RISKS, risk, "impact", 3)
    final(document, 1)
    document.edit(RISKS, risk, "impact", 5)
    assert order(document, board(document, 2)).since is None, "board 1 has not met"
    boards.hold(document, board(document, 1).id)
    assert changes(order(document, board(document, 2))) == ["9 → A 15 worse: impact 3 → 5"]
    document.edit(RISKS, risk, "impact", 3)
    assert changes(order(document, board(document, 2))) == [], "it came back, so there is nothing to tell"


def test_a_supplementary_pack_is_what_the_board_saw(document: Document, risk: str) -> None:
    final(document, 1)
    document.edit(RISKS, risk, "impact", 5)
    second, _ = final(document, 1, note="appendix 6A replaced")
    assert second.version == "1.1"
    assert [(issue.version, issue.state, issue.who) for issue in second.earlier] == [
        ("1.0", "final", "Programme Manager")
    ]
    boards.hold(document, board(document, 1).id)
    made = order(document, board(document, 2))
    assert changes(made) == []
    assert made.since is not None
    assert made.since.packs == (), "the board had it before it met"


def test_a_pack_reissued_after_the_meeting_is_told_to_the_next_board(document: Document, risk: str) -> None:
    final(document, 1)
    boards.hold(document, board(document, 1).id)
    final(document, 1, note="typing mistakes")
    made = order(document, board(document, 2))
    assert made.since is not None
    assert [plain(line.change) for line in made.since.packs] == ["Reissued as version 1.1 (typing mistakes)"]


def test_a_version_is_never_given_twice(document: Document, risk: str) -> None:
    assert next_version(document, board(document, 1)) == "1.0"
    _, pack_id = final(document, 1)
    document.delete(PACKS, pack_id)
    assert document.rows(PACKS) == ()
    assert next_version(document, board(document, 1)) == "1.1", "1.0 may have gone out"
    assert next_version(document, board(document, 2)) == "1.0"


def test_a_kept_pack_says_what_it_was_made_from(document: Document, risk: str) -> None:
    made, pack_id = final(document, 1, note="first issue")
    [pack] = document.rows(PACKS)
    assert pack.id == pack_id
    assert (pack.version, pack.state, pack.saw, pack.pages, pack.change_note) == (
        ("1.0", "final", made.saw, 28, "first issue")
    )
    assert document.blob(pack.results) == made.results.to_bytes()
    assert (pack.made, pack.sections) == (made.made, ",".join(SECTIONS))
    assert document.undo_title == "Make pack 1.0 of board 1"


Later = Callable[[Document, str], object]


def edits(document: Document, risk: str) -> None:
    document.edit(RISKS, risk, "impact", 1)
    document.edit(TASKS, document.rows(TASKS)[0].id, "duration", 50 * DAY_MINUTES)
    document.edit(PROGRAMME, document.programme.settings.id, "title", "Another name")
    document.add(ACTIONS, title="Write")


def board_moved(document: Document, risk: str) -> None:
    document.edit(BOARD_MEETINGS, board(document, 1).id, "number", 11)
    document.edit(BOARD_MEETINGS, board(document, 11).id, "day", date(2027, 1, 1))


LATER: dict[str, Later] = {
    "edits": edits,
    "the risk deleted": lambda document, risk: document.delete(RISKS, risk),
    "its own board deleted": lambda document, risk: document.delete(BOARD_MEETINGS, board(document, 2).id),
    "the board before deleted": lambda document, risk: document.delete(BOARD_MEETINGS, board(document, 1).id),
    "the board before renumbered and moved": board_moved,
    "its own board held": lambda document, risk: boards.hold(document, board(document, 2).id),
    "another pack": lambda document, risk: final(document, 2),
    "another user": lambda document, risk: setattr(document, "who", "Somebody else"),
}


@pytest.mark.parametrize("what", LATER)
def test_a_pack_is_made_again_as_it_was(document: Document, risk: str, what: str) -> None:
    final(document, 1)
    document.edit(RISKS, risk, "impact", 5)
    boards.hold(document, board(document, 1).id)
    document.add(RATINGS, parent=board(document, 2).id, rag="amber")
    document.add(ACTIONS, title="Ask", due=date(2026, 11, 1))
    made, pack_id = final(document, 2, note="first issue", gantt_paper="A4")
    assert changes(made) == ["12 → A 15 worse: impact 4 → 5"]
    LATER[what](document, risk)
    assert same(again(document, pack_id), made)
    document.close()
    opened = Document.open(document.path, clock=document.clock)
    assert same(again(opened, pack_id), made)
    opened.close()


def same(one: PackOrder, other: PackOrder) -> bool:
    """Everything that a page could show is the same."""
    assert one.results.to_bytes() == other.results.to_bytes()
    assert one.since is not None
    assert other.since is not None
    for part in ("as_at", "dates", "risks", "issues", "poisons", "actions", "decisions", "confidence", "packs"):
        assert getattr(one.since, part) == getattr(other.since, part), part
    assert (one.since.actions_new, one.since.actions_closed) == (other.since.actions_new, other.since.actions_closed)
    assert [past.results for past in one.view.past] == [past.results for past in other.view.past]
    assert [(past.number, past.day) for past in one.view.past] == [(past.number, past.day) for past in other.view.past]
    names = ("board", "sections", "version", "state", "made", "data_as_at", "saw", "who", "note", "gantt_paper")
    for name in (*names, "earlier", "logos"):
        assert getattr(one, name) == getattr(other, name), name
    for key, table in other.programme.tables.items():
        assert one.programme.tables[key].existing == table.existing, key
    return one.view.as_at == other.view.as_at


def test_a_pack_is_made_again_though_the_board_before_it_was_held_anew_on_other_data(
    document: Document, risk: str
) -> None:
    early = document.clock()
    document.edit(RISKS, risk, "impact", 5)
    boards.hold(document, board(document, 1).id)
    document.edit(RISKS, risk, "impact", 1)
    made, pack_id = final(document, 2)
    assert changes(made) == ["15 → G 3 better: impact 5 → 1"]
    boards.not_held(document, board(document, 1).id)
    boards.hold(document, board(document, 1).id, early)
    assert changes(order(document, board(document, 2))) == ["12 → G 3 better: impact 4 → 1"]
    assert same(again(document, pack_id), made)


def test_only_what_was_kept_can_be_made_again(document: Document, risk: str) -> None:
    _, pack_id = final(document, 1)
    with pytest.raises(Trouble, match="Only a final pack"):
        again(document, "f" * 32)
    document.edit(PACKS, pack_id, "saw", "f" * 32)
    with pytest.raises(Trouble, match="not kept in the file"):
        again(document, pack_id)
    document.edit(PACKS, pack_id, "saw", document.journal()[0].id)
    document.edit(PACKS, pack_id, "results", "0" * 64)
    with pytest.raises(Trouble, match="not kept in the file"):
        again(document, pack_id)
    document.edit(PACKS, pack_id, "results", None)
    with pytest.raises(Trouble, match="Only a final pack"):
        again(document, pack_id)


def test_a_file_whose_history_begins_later_still_compares_results(document: Document, risk: str) -> None:
    boards.hold(document, board(document, 1).id)
    document.edit(BOARD_MEETINGS, board(document, 1).id, "saw", "f" * 32)
    document.edit(RISKS, risk, "impact", 5)
    assert changes(order(document, board(document, 2))) == ["12 → A 15 worse"]


def test_a_pack_for_a_board_that_met_compares_with_the_one_before_it(document: Document, risk: str) -> None:
    for number, impact in ((1, 5), (2, 2), (3, 1)):
        document.edit(RISKS, risk, "impact", impact)
        boards.hold(document, board(document, number).id)
    made = order(document, board(document, 2))
    assert [past.number for past in made.view.past] == [1]
    assert changes(made) == ["15 → G 3 better: impact 5 → 1"]
    assert made.data_as_at - made.made == timedelta(0)

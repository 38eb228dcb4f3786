"""Rows are found by label and by what is written in them, and the index follows the programme."""

import pytest

from sharedprog.domain.matching import Fit, Query
from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS, BOARD_MEETINGS
from sharedprog.domain.registers.notes import NOTES
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.search import Find, Index, find_again, index_of, indexed, search
from tests.builders import NOON, Changing


@pytest.fixture
def story() -> Changing:
    made = Changing()
    for number in range(1, 13):
        made.add(RISKS, title=f"Risk of kind {number}")
    return made


def found(index: Index, typed: str) -> list[Find]:
    return [row for finds in search(index, Query(typed)) for row in finds.rows]


def names(story: Changing, typed: str) -> list[str]:
    return [row.title.text for row in found(indexed(story.programme), typed)]


def test_a_row_is_found_by_its_label_before_all_others(story: Changing) -> None:
    story.add(TASKS, title="Answer R-012 to the board")
    finds = search(indexed(story.programme), Query("r12"))
    best = min(finds, key=lambda each: each.best)
    assert (best.best, best.register, best.rows[0].ref) == (Fit.EXACT, RISKS, "R-012")


@pytest.mark.parametrize("typed", ["R-0", "r01", "r 1", "R-01"])
def test_a_label_is_found_while_it_is_being_typed(story: Changing, typed: str) -> None:
    rows = [row for finds in search(indexed(story.programme), Query(typed), most=20) for row in finds.rows]
    assert "Risk of kind 12" in [row.title.text for row in rows]


def test_the_letters_of_a_label_alone_find_nothing_but_words(story: Changing) -> None:
    assert names(story, "r-01") == [f"Risk of kind {number}" for number in (1, 10, 11, 12)]
    story.add(PARTNERS, title="Tolland Council", ref="PA-001")
    assert names(story, "pa") == []
    assert names(story, "pa-1") == ["Tolland Council"]


def test_titles_that_begin_so_come_first_then_those_with_the_words_then_other_text(story: Changing) -> None:
    story.add(RISKS, title="Late answer", cause="Payroll rules differ")
    story.add(RISKS, title="The payroll is late")
    story.add(RISKS, title="Payroll is wrong")
    assert names(story, "payroll") == ["Payroll is wrong", "The payroll is late", "Late answer"]


def test_all_words_must_be_in_the_row(story: Changing) -> None:
    story.add(RISKS, title="Payroll is wrong", cause="Rules differ")
    story.add(RISKS, title="Payroll is late")
    assert names(story, "rules payroll") == ["Payroll is wrong"]


def test_the_field_it_was_found_in_is_told_with_its_words(story: Changing) -> None:
    story.add(RISKS, title="Late answer", effect="Trust between the councils falls at once")
    (row,) = found(indexed(story.programme), "trust fal")
    assert (row.where, row.excerpt and row.excerpt.text) == ("Effect", "Trust between the councils falls at once")
    assert row.excerpt is not None
    assert [row.excerpt.text[begin:end] for begin, end in row.excerpt.marks] == ["Trust", "fal"]


def test_what_belongs_to_a_row_is_found_and_leads_to_it(story: Changing) -> None:
    poison = story.add(POISONS, title="Mistrust")
    story.add(ANTIDOTES, parent=poison.id, title="Dine together", evidence="They asked for more")
    risk = story.add(RISKS, title="Payroll is wrong")
    story.add(NOTES, parent=risk.id, text="Spoke with the bursar")
    board = story.add(BOARD_MEETINGS, number=14, day=NOON.date())
    story.add(AGENDA_ITEMS, parent=board.id, title="Minutes of the last meeting")
    index = indexed(story.programme)
    assert [
        (row.of, row.page, row.page_row) for typed in ("bursar", "dine", "minutes") for row in found(index, typed)
    ] == [
        (f"Risk {risk.ref}", "risks", risk.id),
        (f"Poison {poison.ref}", "poisons", poison.id),
        ("Board 14", "board_meetings", board.id),
    ]


def test_people_partners_and_boards_are_found_by_what_they_are_called(story: Changing) -> None:
    story.add(PEOPLE, title="Head of ICT", email="ict@ashmere.example")
    story.add(PARTNERS, title="Ashmere Borough Council", short_name="ABC")
    story.add(BOARD_MEETINGS, number=14, day=NOON.date())
    assert names(story, "head ict") == ["Head of ICT"]
    assert names(story, "ict ashm") == ["Head of ICT"]
    assert names(story, "abc") == ["Ashmere Borough Council"]
    assert names(story, "board 14") == ["Board 14, 30 Nov 2026"]


def test_a_few_rows_of_each_register_are_offered_and_all_are_counted(story: Changing) -> None:
    (finds,) = search(indexed(story.programme), Query("kind"), most=5)
    assert (len(finds.rows), finds.count) == (5, 12)


def test_nothing_typed_finds_nothing(story: Changing) -> None:
    assert search(indexed(story.programme), Query("  ")) == ()


def test_hashes_and_rows_that_were_deleted_are_not_found(story: Changing) -> None:
    risk = story.add(RISKS, title="Payroll is wrong")
    story.add(BOARD_MEETINGS, number=1, saw="feedbeef" * 8)
    story.add(NOTES, parent=risk.id, text="Payroll again")
    story.delete(RISKS, risk)
    assert names(story, "payroll") == []
    assert names(story, "feedbeef") == []


def test_what_belongs_to_a_missing_row_is_left_out(story: Changing) -> None:
    story.add(NOTES, parent="0" * 32, text="Payroll again")
    assert names(story, "payroll") == []


def test_who_named_a_poison_in_confidence_is_not_found_with_it(story: Changing) -> None:
    partner = story.add(PARTNERS, title="Tolland Council", short_name="Tolland")
    story.add(POISONS, title="Mistrust", anonymous=True, named_by=partner.id)
    assert [row.register for row in found(indexed(story.programme), "tolland")] == [PARTNERS]


def test_the_index_follows_edits_and_undo_and_reads_only_what_changed(story: Changing) -> None:
    risk = story.add(RISKS, title="Payroll is wrong")
    before = indexed(story.programme)
    story.edit(RISKS, risk, title="Pensions are wrong")
    after = indexed(story.programme, before)
    assert [row.title.text for row in found(after, "pensions")] == ["Pensions are wrong"]
    assert found(after, "payroll") == []
    kept = [row_id for row_id, entry in after.shelves["risks"].entries.items() if row_id != risk.id]
    assert all(after.shelves["risks"].entries[each] is before.shelves["risks"].entries[each] for each in kept)
    assert after.shelves["tasks"] is before.shelves["tasks"]
    story.undo()
    assert [row.title.text for row in found(indexed(story.programme, after), "payroll")] == ["Payroll is wrong"]


def test_the_index_is_made_a_little_at_a_time() -> None:
    story = Changing()
    for number in range(100):
        story.add(RISKS, title=f"Risk {number}")
    assert sum(1 for _ in index_of(story.programme)) > 3


def test_a_row_found_before_is_shown_as_it_is_now_until_it_is_gone(story: Changing) -> None:
    risk = story.add(RISKS, title="Payroll is wrong")
    story.edit(RISKS, risk, title="Pensions are wrong")
    again = find_again(indexed(story.programme), "risks", risk.id)
    assert again is not None
    assert (again.title.text, again.page_row) == ("Pensions are wrong", risk.id)
    story.delete(RISKS, risk)
    assert find_again(indexed(story.programme), "risks", risk.id) is None

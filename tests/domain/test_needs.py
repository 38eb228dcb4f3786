"""Each need names just the rows that wait, and leads to them."""

from datetime import date, timedelta

from sharedprog.domain.needs import NEEDS, Waiting, waiting
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.calendars import CALENDARS
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from tests.builders import Changing, finished

TODAY = Changing().today
YESTERDAY, NEXT_WEEK = TODAY - timedelta(days=1), TODAY + timedelta(days=7)


def partnered() -> Changing:
    """A picture of two partners, in which nothing is wrong."""
    changing = Changing()
    for title in ("Ashmere", "Tolland"):
        changing.add(PARTNERS, title=title)
    return changing


def found(changing: Changing) -> dict[str, Waiting]:
    return {each.key: each for each in finished(waiting(changing.view))}


def titles(changing: Changing, each: Waiting) -> list[str]:
    """The titles of the rows that a need leads to."""
    assert each.only is not None
    rows = changing.programme.rows(BY_KEY[each.register])
    return [row.title for row in rows if each.only.test(changing.view, row)]


def test_nothing_waits_in_an_empty_programme() -> None:
    assert found(partnered()) == {}


def test_late_rows_come_first_and_tell_how_late() -> None:
    changing = partnered()
    owner = changing.add(PEOPLE, title="Head of ICT").id
    changing.add(ACTIONS, title="open", due=NEXT_WEEK, owner=owner)
    changing.add(ACTIONS, title="late", due=TODAY - timedelta(days=9), owner=owner)
    changing.add(ACTIONS, title="put off", due=YESTERDAY, revised_due=NEXT_WEEK, owner=owner)
    changing.add(ACTIONS, title="closed", due=YESTERDAY, status="done")
    changing.add(ISSUES, title="stuck", due=YESTERDAY, owner=owner)
    changing.add(POISONS, title="old grudge", status="recurred")

    waits = found(changing)
    assert titles(changing, waits["actions_late"]) == ["late"]
    assert (waits["actions_late"].words, waits["actions_late"].beside) == ("action is overdue", "oldest 9 days")
    assert titles(changing, waits["issues_late"]) == ["stuck"]
    assert [each.rag for each in waits.values()] == ["red", "red", "red", "amber"]
    assert titles(changing, waits["no_antidote"]) == ["old grudge"]


def test_reviews_are_due_by_the_next_board() -> None:
    changing = partnered()
    changing.add(BOARD_MEETINGS, number=14, day=NEXT_WEEK)
    for title, day in (("late", YESTERDAY), ("on the day", NEXT_WEEK), ("after", NEXT_WEEK + timedelta(days=1))):
        changing.add(RISKS, title=title, next_review=day)
    changing.add(RISKS, title="closed", next_review=YESTERDAY, status="closed")
    reviews = found(changing)["reviews_due"]
    assert titles(changing, reviews) == ["late", "on the day"]
    assert (reviews.count, reviews.words, reviews.beside) == (2, "risk reviews are due by the next board", "1 overdue")


def test_a_board_that_is_past_is_to_be_marked_as_held() -> None:
    changing = partnered()
    changing.add(BOARD_MEETINGS, number=13, day=YESTERDAY)
    changing.add(BOARD_MEETINGS, number=14, day=TODAY)
    held = found(changing)["boards_not_held"]
    assert (held.count, held.words) == (1, "board is past and not marked as held")


def test_decisions_wait_for_a_partner_until_it_has_spoken() -> None:
    changing = partnered()
    told = changing.add(DECISIONS, title="told", status="taken")
    changing.add(RATIFICATIONS, parent=told.id, outcome="ratified")
    waits = changing.add(DECISIONS, title="waits", status="taken")
    changing.add(RATIFICATIONS, parent=waits.id, notice=YESTERDAY)
    changing.add(RATIFICATIONS, parent=waits.id, notice=date(2026, 12, 5))
    refused = changing.add(DECISIONS, title="refused", status="refused")
    changing.add(RATIFICATIONS, parent=refused.id)
    need = found(changing)["decisions_waiting"]
    assert titles(changing, need) == ["waits"]
    assert need.beside == "notice by Sat 5 Dec 2026"


def test_antidotes_without_evidence_and_unfinished_rows() -> None:
    changing = partnered()
    owner = changing.add(PEOPLE, title="Head of ICT").id
    poison = changing.add(POISONS, title="p")
    changing.add(ANTIDOTES, parent=poison.id, title="a", progress="administered")
    changing.add(RISKS, title="one line")
    changing.add(ISSUES, title="nobody's")
    changing.add(ACTIONS, title="no day", owner=owner)
    waits = found(changing)
    assert titles(changing, waits["no_evidence"]) == ["p"]
    assert titles(changing, waits["risks_unfinished"]) == ["one line"]
    assert titles(changing, waits["issues_unowned"]) == ["nobody's"]
    assert titles(changing, waits["actions_unfinished"]) == ["no day"]
    assert "no_antidote" not in waits


def test_bank_holidays_that_end_before_the_plan_lead_to_their_whole_page() -> None:
    changing = partnered()
    changing.add(PROGRAMME, title="P", day_one=date(2027, 4, 1))
    changing.add(BANK_HOLIDAYS, title="Christmas Day", day=date(2026, 12, 25))
    need = found(changing)["holidays"]
    assert (need.words, need.beside, need.only) == ("calendar ends before the plan does", "bank holidays to 2026", None)
    changing.add(BANK_HOLIDAYS, title="Christmas Day", day=date(2027, 12, 25))
    assert "holidays" not in found(changing)


def test_a_plan_that_follows_from_durations_outlasts_the_bank_holidays_too() -> None:
    changing = partnered()
    changing.add(PROGRAMME, title="P", start=date(2026, 9, 1), day_one=date(2027, 4, 1))
    changing.add(BANK_HOLIDAYS, title="Christmas Day", day=date(2027, 12, 25))
    assert "holidays" not in found(changing)
    changing.add(TASKS, title="Three years of work", duration=3 * 260 * 480)
    assert found(changing)["holidays"].beside == "bank holidays to 2027"


def test_each_nation_that_is_worked_by_has_bank_holidays_of_its_own() -> None:
    changing = partnered()
    changing.add(PROGRAMME, title="P", start=date(2026, 9, 1), day_one=date(2027, 4, 1), division="england")
    for division in ("england", None):
        changing.add(BANK_HOLIDAYS, title="Christmas Day", day=date(2027, 12, 25), division=division)
    changing.add(BANK_HOLIDAYS, title="St Andrew’s Day", day=date(2026, 11, 30), division="scotland")
    scottish = changing.add(CALENDARS, title="Tweed", division="scotland")
    assert "holidays" not in found(changing)
    task = changing.add(TASKS, title="Move", duration=480, deadline=date(2028, 3, 1))
    need = found(changing)["holidays"]
    assert (need.count, need.beside) == (1, "bank holidays to 2027")
    changing.edit(TASKS, task, calendar=scottish.id)
    need = found(changing)["holidays"]
    assert (need.count, need.words, need.beside) == (2, "calendars end before the plan does", "bank holidays to 2027")
    changing.edit(TASKS, task, deadline=date(2027, 3, 1))
    assert "holidays" not in found(changing)


def test_bank_holidays_of_another_nation_are_told_by_its_name() -> None:
    changing = partnered()
    changing.add(PROGRAMME, title="P", day_one=date(2027, 4, 1), division="england")
    changing.add(BANK_HOLIDAYS, title="Christmas Day", day=date(2027, 12, 25), division="england")
    changing.add(CALENDARS, title="Never worked by", division="northern_ireland")
    scottish = changing.add(CALENDARS, title="Tweed", division="scotland")
    changing.add(PARTNERS, title="Tweed Council", calendar=scottish.id)
    assert found(changing)["holidays"].beside == "no bank holidays of Scotland"


def test_a_late_task_waits_and_the_summary_above_it_does_not() -> None:
    changing = partnered()
    changing.add(PROGRAMME, title="P", start=date(2026, 10, 1))
    above = changing.add(TASKS, title="above")
    changing.add(TASKS, title="late", parent=above.id, duration=480)
    assert titles(changing, found(changing)["tasks_late"]) == ["late"]


def test_every_need_belongs_to_a_register_and_has_a_name_of_its_own() -> None:
    assert len({need.key for need in NEEDS}) == len(NEEDS)
    assert all(need.register in BY_KEY for need in NEEDS)


def test_what_cannot_be_right_is_told_with_its_first_sentence_and_leads_to_its_rows() -> None:
    changing = partnered()
    changing.add(RISKS, title="fine")
    changing.add(RISKS, title="backwards", raised=NEXT_WEEK, closed_day=TODAY, status="closed")
    need = found(changing)["wrong_risks"]
    assert titles(changing, need) == ["backwards"]
    assert (need.rag, need.words) == ("red", "risk holds what cannot be right")
    assert "is before" in need.beside


def test_too_few_partners_lead_to_all_of_them() -> None:
    changing = Changing()
    changing.add(PARTNERS, title="Ashmere")
    need = found(changing)["wrong_list_partners"]
    assert need.words.startswith("A partnership has two partners or more")
    assert need.only is None

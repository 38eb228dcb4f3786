"""Actions, decisions and ratings since a board."""

from datetime import date, timedelta

from sharedprog.domain.phrases import plain
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from tests.builders import Changing


def test_actions_are_counted_and_late_ones_named_by_their_item() -> None:
    changing = Changing()
    done, kept, dropped = (changing.add(ACTIONS, title=title) for title in ("Write", "Ask", "Paint"))
    reopened = changing.add(ACTIONS, title="Count", status="done")
    changing.hold()
    assert changing.since().actions == ()
    changing.edit(ACTIONS, done, status="done")
    changing.edit(ACTIONS, dropped, status="dropped")
    changing.edit(ACTIONS, reopened, status="open")
    changing.edit(ACTIONS, kept, due=changing.today - timedelta(days=1), item="14/2a")
    new = changing.add(ACTIONS, title="Thank", status="done")
    since = changing.since()
    assert plain(since.actions) == "3 closed, 1 new, 1 opened again, 1 overdue (14/2a)"
    assert since.actions_new == {new.id}
    assert since.actions_closed == {done.id, dropped.id, new.id}
    changing.delete(ACTIONS, kept)
    assert plain(changing.since().actions) == "3 closed, 1 new, 1 opened again, 1 deleted, 0 overdue"


def test_an_action_that_is_late_is_told_though_nothing_was_edited() -> None:
    changing = Changing()
    changing.add(ACTIONS, title="Write", due=changing.today)
    changing.hold()
    changing.today += timedelta(days=14)
    assert plain(changing.since().actions) == "0 closed, 0 new, 1 overdue (A-001)"


def words(changing: Changing) -> list[str]:
    return [plain(line.change) for line in changing.since().decisions]


def test_a_decision_is_taken_and_then_ratified_by_one_partner_after_the_other() -> None:
    changing = Changing()
    tolland = changing.add(PARTNERS, title="Tolland Council", short_name="Tolland")
    decision = changing.add(DECISIONS, title="One ledger")
    first = changing.add(RATIFICATIONS, parent=decision.id, body="Ashmere Cabinet", day=date(2026, 11, 25))
    second = changing.add(RATIFICATIONS, parent=decision.id, partner=tolland.id, day=date(2026, 12, 10))
    changing.hold()
    changing.edit(DECISIONS, decision, status="taken")
    assert words(changing) == ["Taken"]
    changing.hold(8)
    changing.edit(RATIFICATIONS, first, outcome="ratified")
    assert words(changing) == ["Ratified by Ashmere Cabinet on Wed 25 Nov 2026; Tolland due Thu 10 Dec 2026"]
    changing.hold(9)
    changing.edit(RATIFICATIONS, second, outcome="refused", day=None)
    assert words(changing) == ["Refused by Tolland"]


def test_a_decision_not_ratified_by_its_day_is_told_once() -> None:
    changing = Changing()
    decision = changing.add(DECISIONS, title="One ledger", status="taken", ratify_by=changing.today + timedelta(days=3))
    changing.add(RATIFICATIONS, parent=decision.id, body="Ashmere Cabinet")
    changing.hold()
    changing.today += timedelta(days=3)
    assert words(changing) == []
    changing.today += timedelta(days=1)
    assert words(changing) == ["Not ratified by Thu 3 Dec 2026: Ashmere Cabinet"]
    changing.hold(8)
    assert words(changing) == []


def test_new_decisions_say_what_became_of_them() -> None:
    changing = Changing()
    changing.hold()
    changing.add(DECISIONS, title="One ledger")
    taken = changing.add(DECISIONS, title="One brand", status="taken")
    assert words(changing) == ["New", "New; taken"]
    changing.hold(8)
    changing.edit(DECISIONS, taken, status="required")
    assert words(changing) == ["Required again"]
    changing.delete(DECISIONS, taken)
    assert words(changing) == [], "what was taken stays in the minutes of its board"


def test_a_rating_declared_anew_shows_both_letters_and_whose_it_is() -> None:
    changing = Changing()
    lead = changing.add(PEOPLE, title="Head of ICT")
    ict = changing.add(WORKSTREAMS, title="ICT", rag="amber", lead=lead.id)
    changing.add(WORKSTREAMS, title="Brand", rag="green")
    changing.hold()
    changing.edit(WORKSTREAMS, ict, rag="red")
    changing.add(WORKSTREAMS, title="Estates", rag="red")
    [line] = changing.since().confidence
    assert (line.title, plain(line.change)) == ("ICT", "A → R, declared by Head of ICT")

"""Dates that moved since a board, and what moved them."""

from datetime import date

import pytest

from sharedprog.domain.fields import Value
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS, Task
from sharedprog.domain.since import DateMoved
from sharedprog.domain.words import DAY_MINUTES
from tests.builders import Changing


class Planned(Changing):
    """Survey (5 days) → Merge (5 days) → Live, a milestone; a board saw it live on Fri 11 Dec 2026."""

    def __init__(self) -> None:
        super().__init__()
        self.settings = self.add(PROGRAMME, title="One Service", start=date(2026, 11, 30))
        self.work = self.add(TASKS, title="Work")
        self.survey = self.task("Survey", 5)
        self.merge = self.task("Merge", 5)
        self.live = self.add(TASKS, title="Live", milestone=True, parent=self.work.id)
        self.after(self.merge, self.survey)
        self.after(self.live, self.merge)
        self.hold()

    def task(self, title: str, days: float, **more: str) -> Task:
        duration = int(days * DAY_MINUTES)
        return self.add(TASKS, title=title, duration=duration, **({"parent": self.work.id} | more))

    def after(self, task: Task, predecessor: Task) -> None:
        self.add(DEPENDENCIES, parent=task.id, predecessor=predecessor.id)

    def moved(self) -> dict[str, DateMoved]:
        return {each.title: each for each in self.since().dates}

    def why(self) -> dict[str, str]:
        return {title: each.why for title, each in self.moved().items()}


def test_a_slip_carries_its_cause_to_all_that_follow() -> None:
    planned = Planned()
    planned.edit(TASKS, planned.survey, duration=10 * DAY_MINUTES)
    assert planned.why() == {
        "Survey": "takes 5 days longer",
        "Merge": "because 1.1 Survey takes 5 days longer",
        "Live": "because 1.1 Survey takes 5 days longer",
    }
    live = planned.moved()["Live"]
    assert (live.then, live.now, live.days) == (date(2026, 12, 11), date(2026, 12, 18), 5)
    assert (live.milestone, live.critical, live.wbs, live.partner) == (True, True, "1.3", "Both")


def test_milestones_come_first_then_the_longest_way() -> None:
    planned = Planned()
    planned.task("Brief", 5)
    planned.hold(8)
    planned.edit(TASKS, planned.survey, duration=7 * DAY_MINUTES)
    planned.edit(TASKS, planned.programme.rows(TASKS)[-1], duration=1 * DAY_MINUTES)
    assert [each.title for each in planned.since().dates] == ["Live", "Brief", "Survey", "Merge"]
    assert planned.moved()["Brief"].days == -4


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (6, "takes 1 day longer"),
        (4, "takes 1 day less"),
        (7.5, "takes 2.5 days longer"),
        (2.25, "takes 2.75 days less"),
    ],
)
def test_how_much_longer_is_counted_in_days_and_parts_of_days(days: float, words: str) -> None:
    planned = Planned()
    planned.edit(TASKS, planned.merge, duration=int(days * DAY_MINUTES))
    assert planned.why()["Merge"] == words


def test_a_duration_said_first_or_taken_away() -> None:
    planned = Planned()
    planned.edit(TASKS, planned.merge, duration=None)
    assert planned.why()["Merge"] == "has no duration any more"
    assert (planned.moved()["Merge"].now, planned.moved()["Merge"].days) == (None, None)
    planned.hold(8)
    planned.edit(TASKS, planned.merge, duration=3 * DAY_MINUTES)
    assert planned.why()["Merge"] == "takes 3 days"


def test_work_that_finished_or_began_says_whether_later_or_sooner() -> None:
    planned = Planned()
    planned.edit(TASKS, planned.survey, actual_start=date(2026, 12, 1))
    assert planned.why()["Survey"] == "began later"
    planned.edit(TASKS, planned.survey, actual_finish=date(2026, 12, 2), percent_complete=100)
    assert planned.why()["Survey"] == "finished sooner"
    assert planned.why()["Live"] == "because 1.1 Survey finished sooner"


def test_a_date_set_by_hand_a_new_wait_and_one_that_went() -> None:
    planned = Planned()
    planned.edit(TASKS, planned.survey, constraint="snet", constraint_day=date(2026, 12, 7))
    assert planned.why()["Survey"] == "was given another date"
    planned.undo()
    lease = planned.task("Lease", 10)
    planned.after(planned.merge, lease)
    assert planned.why()["Merge"] == "now waits for 1.4 Lease"
    planned.hold(8)
    link = next(row for row in planned.programme.rows(DEPENDENCIES) if row.predecessor == lease.id)
    planned.delete(DEPENDENCIES, link)
    assert planned.why() == {
        "Merge": "no longer waits for 1.4 Lease",
        "Live": "because 1.2 Merge no longer waits for 1.4 Lease",
    }
    planned.undo()
    planned.edit(DEPENDENCIES, link, lag=2 * DAY_MINUTES)
    assert planned.why()["Merge"] == "waits for 1.4 Lease in another way"


def test_a_wait_for_a_task_that_was_deleted_is_still_named() -> None:
    planned = Planned()
    planned.delete(TASKS, planned.survey)
    assert planned.why()["Merge"] == "no longer waits for 1.1 Survey"


def test_a_link_of_the_task_above_holds_back_what_is_beneath() -> None:
    planned = Planned()
    permit = planned.task("Permit", 15, parent="")
    planned.edit(TASKS, permit, parent=None)
    planned.after(planned.work, permit)
    assert planned.why()["Live"] == "now waits for 2 Permit"


def test_what_waits_for_a_summary_is_moved_by_the_task_that_ends_it() -> None:
    planned = Planned()
    close = planned.task("Close", 1)
    planned.edit(TASKS, close, parent=None)
    planned.after(close, planned.work)
    planned.hold(8)
    planned.edit(TASKS, planned.merge, duration=8 * DAY_MINUTES)
    assert planned.why()["Close"] == "because 1.2 Merge takes 3 days longer"


def test_what_was_pulled_forward_names_what_no_longer_holds_it_back() -> None:
    planned = Planned()
    brief = planned.task("Brief", 3)
    planned.after(planned.merge, brief)
    planned.hold(8)
    planned.edit(TASKS, planned.survey, duration=1 * DAY_MINUTES)
    assert planned.why()["Merge"] == "because 1.1 Survey takes 4 days less"


def test_a_new_task_in_the_chain_is_the_cause() -> None:
    planned = Planned()
    lease = planned.task("Lease", 10)
    planned.after(planned.survey, lease)
    assert planned.why()["Survey"] == "now waits for 1.4 Lease"
    assert "Lease" not in planned.why()


def test_bank_holidays_and_the_programmes_start_move_everything() -> None:
    planned = Planned()
    planned.add(BANK_HOLIDAYS, title="Day of mourning", day=date(2026, 12, 1))
    assert set(planned.why().values()) == {"because bank holidays changed"}
    planned.undo()
    planned.edit(PROGRAMME, planned.settings, start=date(2026, 12, 7))
    assert set(planned.why().values()) == {"because the programme starts on another day"}


def test_milestones_that_came_or_went_are_told_and_plain_tasks_are_not() -> None:
    planned = Planned()
    partner = planned.add(PARTNERS, title="Ashmere Borough Council", short_name="Ashmere")
    fixed: dict[str, Value] = {"constraint": "mso", "constraint_day": planned.today}
    planned.add(TASKS, title="Signed", milestone=True, partner=partner.id, **fixed)
    planned.task("Brief", 3)
    planned.delete(TASKS, planned.live)
    moved = planned.moved()
    assert set(moved) == {"Signed", "Live"}
    assert (moved["Signed"].then, moved["Signed"].now, moved["Signed"].why) == (None, planned.today, "new in the plan")
    assert moved["Signed"].partner == "Ashmere"
    live = moved["Live"]
    assert (live.then, live.now, live.why) == (date(2026, 12, 11), None, "taken out of the plan")
    assert (live.critical, live.days) == (False, None)


def test_a_loop_in_the_plan_does_not_hang_the_page() -> None:
    planned = Planned()
    planned.after(planned.survey, planned.live)
    planned.edit(TASKS, planned.survey, duration=9 * DAY_MINUTES)
    assert "Survey" in planned.why()

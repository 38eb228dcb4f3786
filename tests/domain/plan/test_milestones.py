"""Milestones in date order, with their slips."""

from sharedprog.domain.plan.milestones import milestones
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.registers.partners import Partner
from sharedprog.domain.registers.people import Person
from tests.domain.plan.plans import TODAY, day, link, milestone, plan, task

PROGRAMME = plan(
    task("Set up"),
    milestone(
        "Late",
        parent="Set up",
        constraint="snet",
        constraint_day=day("10 Dec"),
        baseline_finish=day("3 Dec"),
        partner="P",
        owner="O",
    ),
    task("A", 3, parent="Set up"),
    milestone("Early", parent="Set up", baseline_finish=day("4 Dec")),
    link("A", "Early"),
    milestone("Sealed", actual_start=day("20 Nov"), actual_finish=day("20 Nov"), percent_complete=100),
    milestone("Missed", mode="placed", placed_start=day("19 Nov")),
    milestone("Someday", mode="placed"),
    task("Not one", 2),
    others={
        "partners": [Partner(id="P", exists=True, title="Ashmere Borough Council", short_name="Ashmere")],
        "people": [Person(id="O", exists=True, title="Head of ICT")],
    },
)


def test_milestones_stand_in_date_order_those_without_a_day_last() -> None:
    found = milestones(PROGRAMME, schedule(PROGRAMME, TODAY), TODAY)

    assert [(each.wbs, each.title) for each in found] == [
        ("3", "Missed"),
        ("2", "Sealed"),
        ("1.3", "Early"),
        ("1.1", "Late"),
        ("4", "Someday"),
    ]


def test_slips_are_working_days_from_the_baseline_and_from_the_last_board() -> None:
    found = {
        each.title: each
        for each in milestones(
            PROGRAMME, schedule(PROGRAMME, TODAY), TODAY, {"Late": day("9 Dec"), "Early": day("2 Dec")}
        )
    }

    assert (found["Late"].baseline, found["Late"].last_board, found["Late"].now) == (
        day("3 Dec"),
        day("9 Dec"),
        day("10 Dec"),
    )
    assert (found["Late"].slip, found["Late"].slip_since_board) == (5, 1)
    assert (found["Early"].slip, found["Early"].slip_since_board) == (-2, 0)
    assert (found["Sealed"].slip, found["Sealed"].slip_since_board) == (None, None)
    assert (found["Late"].partner, found["Late"].owner) == ("Ashmere", "Head of ICT")
    assert (found["Early"].partner, found["Early"].owner) == ("", "")


def test_a_milestone_is_done_or_overdue_or_still_to_come() -> None:
    found = milestones(PROGRAMME, schedule(PROGRAMME, TODAY), TODAY)

    assert {each.title for each in found if each.done} == {"Sealed"}
    assert {each.title for each in found if each.overdue} == {"Missed"}
    assert {each.title for each in found if each.critical} == {"Late"}

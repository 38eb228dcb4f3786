"""Which milestones a plan on a page holds, in which lanes, and which of them matter most."""

from datetime import date

from sharedprog.domain.plan.plan_page import PlanOnAPage, plan_on_a_page
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row
from sharedprog.domain.registers.board_meetings import BoardMeeting, Rating
from sharedprog.domain.registers.partners import Partner
from sharedprog.domain.registers.workstreams import Workstream
from sharedprog.domain.view import View
from tests.domain.plan.plans import TODAY, day, milestone, plan, task

OTHERS: dict[str, list[Row]] = {
    "workstreams": [
        Workstream(id="it", exists=True, title="IT", rag="amber", order="a"),
        Workstream(id="money", exists=True, title="Money", order="b"),
        Workstream(id="brand", exists=True, title="Brand", rag="green", order="c"),
    ],
    "partners": [Partner(id="a", exists=True, title="Ashmere Borough Council", short_name="Ashmere")],
    "board_meetings": [BoardMeeting(id="b8", exists=True, number=8, day=day("10 Dec"))],
    "ratings": [
        Rating(id="r1", exists=True, parent="b8", partner="a", rag="red"),
        Rating(id="r2", exists=True, parent="b8", partner=None, rag="amber"),
    ],
}


def at(name: str, when: str, **values: object) -> Row:
    return milestone(name, constraint="mso", constraint_day=day(when), **values)  # type: ignore[arg-type]  # fields


def programme(*rows: Row, day_one: date | None = None) -> Programme:
    return plan(*rows, others=OTHERS, day_one=day_one)


def page(made: Programme, by: str = "workstream") -> PlanOnAPage:
    return plan_on_a_page(View(made, TODAY), by)


def lanes(found: PlanOnAPage) -> dict[str, list[str]]:
    return {lane.title: [each.title for each in lane.milestones] for lane in found.lanes}


def test_lanes_are_workstreams_in_their_order_with_what_has_none_last() -> None:
    found = page(
        programme(
            at("Loose", "2 Dec"),
            at("Ledger", "9 Dec", workstream="money"),
            at("Mail", "4 Dec", workstream="it"),
            at("Phones", "3 Dec", workstream="it"),
            task("No milestone", 3, workstream="brand"),
        )
    )
    assert lanes(found) == {"IT": ["Phones", "Mail"], "Money": ["Ledger"], "No workstream": ["Loose"]}
    assert found.empty == ("Brand",)


def test_a_lane_has_the_declared_rating_or_else_the_one_by_rule() -> None:
    late = at("Ledger", "30 Dec", workstream="money", baseline_finish=day("1 Dec"))
    found = page(programme(at("Mail", "4 Dec", workstream="it"), late))
    assert [lane.rating for lane in found.lanes] == ["amber", "red"]


def test_lanes_by_partner_have_the_ratings_that_partners_gave_last() -> None:
    found = page(programme(at("Theirs", "2 Dec", partner="a"), at("Everybody's", "3 Dec")), "partner")
    assert lanes(found) == {"Ashmere": ["Theirs"], "All partners": ["Everybody's"]}
    assert [lane.rating for lane in found.lanes] == ["red", "amber"]


def test_what_has_no_day_is_counted_and_what_is_not_in_the_plan_is_not() -> None:
    found = page(programme(milestone("Someday", mode="placed"), at("Off", "2 Dec", active=False), at("On", "2 Dec")))
    assert [each.title for each in found.milestones] == ["On"]
    assert found.undated == 1


def test_day_1_and_boards_matter_most_then_what_is_critical_late_or_near() -> None:
    made = programme(
        at("Reached", "24 Nov", actual_start=day("24 Nov"), actual_finish=day("24 Nov"), percent_complete=100),
        milestone("Far", constraint="snet", constraint_day=day("16 Dec")),
        milestone("Late", constraint="snet", constraint_day=day("14 Dec"), baseline_finish=day("1 Dec")),
        milestone("At board 8", constraint="snet", constraint_day=day("10 Dec")),
        milestone("Day 1", constraint="snet", constraint_day=day("17 Dec")),
        milestone("Near", constraint="snet", constraint_day=day("2 Dec")),
        task("The rest", 40),
        day_one=day("17 Dec"),
    )
    assert page(made).in_order == ("Day 1", "At board 8", "Late", "Near", "Far", "Reached")


def test_lanes_of_some_milestones_are_those_that_have_any_of_them() -> None:
    found = page(programme(at("Mail", "4 Dec", workstream="it"), at("Ledger", "9 Dec", workstream="money")))
    assert [lane.title for lane in found.only(["Ledger"])] == ["Money"]

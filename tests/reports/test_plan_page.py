"""The plan on a page: one sheet whatever the plan, no label over another, and what is left out is said."""

import io
import re
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharedprog.domain.packing import MadePack, PlanPageOrder
from sharedprog.domain.plan.plan_page import plan_on_a_page
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.workstreams import Workstream
from sharedprog.domain.view import View
from sharedprog.reports import fonts
from sharedprog.reports.document import Document
from sharedprog.reports.page import MM
from sharedprog.reports.plan_page import make_plan_page
from sharedprog.reports.plan_page_layout import Layout, Placed, Room, lay_out
from sharedprog.reports.plan_page_scale import Uneven, scale
from sharedprog.reports.plan_page_sheet import PlanSheet
from tests.domain.plan.any_plan import any_plan
from tests.domain.plan.plans import MONDAY, TODAY, day, milestone, plan
from tests.reports.nasty import NASTY
from tests.reports.paper import blank_canvas, text

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
A4 = Room(104, 630, 380, (TODAY,))


def crowded(count: int, lanes: int = 3, apart: float = 2, name: str = "Milestone number {} is reached") -> Programme:
    """Milestones every few days in turn in each of some workstreams."""
    rows: list[Row] = []
    for number in range(count):
        when = MONDAY + timedelta(days=round(number * apart))
        rows.append(
            milestone(
                name.format(number),
                constraint="snet",
                constraint_day=when,
                baseline_finish=when - timedelta(days=number % 9),
                workstream=f"w{number % lanes}",
            )
        )
    streams: list[Row] = [
        Workstream(id=f"w{number}", exists=True, title=f"Workstream {number}", rag="amber", order=f"a{number:03d}")
        for number in range(lanes)
    ]
    boards: list[Row] = [BoardMeeting(id="b8", exists=True, number=8, day=day("3 Dec"))]
    return plan(*rows, others={"workstreams": streams, "board_meetings": boards}, day_one=day("17 Dec"))


def printed(programme: Programme, paper: str = "A3", by: str = "workstream") -> MadePack:
    return make_plan_page(PlanPageOrder(View(programme, TODAY), NOON, by, paper))


def words(made: MadePack) -> str:
    return " ".join(text(Document(made.pdf, made.pages, {}, {}, frozenset())).replace("\xa0", " ").split())


def laid_out(programme: Programme, room: Room = A4) -> Layout:
    fonts.register()
    return lay_out(plan_on_a_page(View(programme, TODAY), "workstream"), room)


def overlap(one: Placed, other: Placed) -> bool:
    first, second = one.box, other.box
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]


@pytest.mark.parametrize(("paper", "width", "height"), [("A3", 420, 297), ("A4", 297, 210)])
def test_it_is_one_sheet_with_what_a_wall_needs(paper: str, width: float, height: float) -> None:
    made = printed(crowded(8), paper)
    assert made.pages == 1
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        box = pdf.pages[0].mediabox
        assert [float(box[2]), float(box[3])] == pytest.approx([width * MM, height * MM], abs=0.1)
    said = words(made)
    assert "Plan on a page, by workstream" in said
    assert "As at Sun 22 Nov 2026." in said
    assert "Day 1, Thu 17 Dec 2026" in said
    assert "Board 8" in said
    assert "Workstream 0 Amber" in said
    assert "Milestone number 0 is reached Mon 30 Nov 2026" in said
    assert "left out" not in said


def test_every_milestone_is_read_in_a_list_under_the_heading_of_its_lane() -> None:
    canvas, view = blank_canvas(), View(crowded(4, lanes=2), TODAY)
    sheet = PlanSheet(view, plan_on_a_page(view, "workstream"))
    sheet.wrapOn(canvas, 700, 500)
    sheet.drawOn(canvas, 0, 0)
    roles = [element.role for element in canvas.tree.walk() if element.role in ("Figure", "H2", "LI")]
    assert roles == ["Figure", "H2", "LI", "LI", "H2", "LI", "LI"]
    (scale_of_it,) = [element for element in canvas.tree.walk() if element.role == "Figure"]
    assert "Day 1 Thu 17 Dec 2026; Board 8 Thu 3 Dec 2026" in scale_of_it.alternative


def test_where_there_is_no_room_it_says_how_many_are_left_out_and_keeps_day_1() -> None:
    programme = crowded(250, lanes=4, apart=0.3)
    made = printed(programme, "A4")
    assert made.pages == 1
    left = re.search(r"(\d+) of 250 milestones are left out for want of room", words(made))
    assert left is not None
    assert 0 < int(left[1]) < 250
    shown = [each.milestone for row in laid_out(programme).rows for each in row.placed]
    assert any(each.now == day("17 Dec") for each in shown)


@pytest.mark.parametrize("apart", [0.3, 2, 30])
def test_no_label_lies_over_another_and_all_stand_within_the_sheet(apart: float) -> None:
    layout = laid_out(crowded(60, apart=apart))
    assert layout.height <= A4.height + 0.01
    for row in layout.rows:
        assert not any(overlap(*pair) for pair in combinations(row.placed, 2))
        for each in row.placed:
            assert each.box[0] >= -10
            assert each.box[2] <= A4.width + 10
            assert each.box[1] >= 0
            assert each.box[3] <= row.height


def test_months_are_of_one_scale_until_that_would_crowd_them() -> None:
    assert not isinstance(laid_out(crowded(6, apart=20)).tile, Uneven)
    far = crowded(40, apart=1)
    assert isinstance(laid_out(far).tile, Uneven)
    assert "Months that hold more are drawn wider." in words(printed(far, "A4"))


def test_uneven_months_stand_in_order_and_fill_the_width() -> None:
    busy = [day("2 Dec")] * 5
    tile = scale([day("1 Nov"), day("2027-11-30")], busy, 600.0)
    places = [tile.at(float(each)) for each in range(tile.days + 1)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == pytest.approx((0.0, 600.0))
    december = places[61] - places[30]
    november = places[30] - places[0]
    assert december > 4 * november


def test_a_plan_without_milestones_says_what_to_do() -> None:
    assert "The plan has no milestones with a date yet." in words(printed(plan()))


def test_the_last_day_there_is_can_be_shown() -> None:
    made = printed(plan(milestone("The end", baseline_finish=date.max)), "A4")
    assert "The end" in words(made)


def test_whatever_people_type_is_printed_as_typed_on_one_sheet() -> None:
    rows = [milestone(title, mode="placed", placed_start=MONDAY) for title in NASTY if title.strip()]
    assert printed(plan(*rows[:12])).pages == 1


@settings(max_examples=20, deadline=None)
@given(any_plan(), st.sampled_from(["A3", "A4"]), st.sampled_from(["workstream", "partner"]))
def test_any_plan_is_one_sheet(programme: Programme, paper: str, by: str) -> None:
    assert printed(programme, paper, by).pages == 1

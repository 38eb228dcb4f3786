"""The dashboard as one picture, worked out a little at a time."""

from datetime import date, timedelta

from sharedprog.domain.dashboard import MILESTONES, Dashboard, dashboard
from sharedprog.domain.filters import cell_filter
from sharedprog.domain.heatmap import cell_of
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from tests.builders import Changing, finished


def shown(changing: Changing) -> Dashboard:
    return finished(dashboard(changing.view))


def milestone(changing: Changing, title: str, day: date, **values: int) -> None:
    changing.add(
        TASKS, title=title, milestone=True, duration=0, mode="placed", placed_start=day, placed_finish=day, **values
    )


def test_a_programme_has_begun_once_something_is_in_it() -> None:
    changing = Changing()
    changing.add(PROGRAMME, title="P")
    assert not shown(changing).begun
    changing.add(RISKS, title="r")
    assert shown(changing).begun


def test_confidence_is_the_declared_rating_with_what_the_last_boards_saw() -> None:
    changing = Changing()
    it = changing.add(WORKSTREAMS, title="IT", rag="green")
    changing.hold(1)
    changing.edit(WORKSTREAMS, it, rag="red", rag_reason="Log-ins are not tested")
    changing.add(WORKSTREAMS, title="Money", path_to_green="Agree the budget")
    changing.hold(2)
    changing.edit(WORKSTREAMS, it, rag="amber")
    rows = shown(changing).confidence
    assert [(row.title, row.rag, row.seen, row.why) for row in rows] == [
        ("IT", "amber", ("G", "R"), "Log-ins are not tested"),
        ("Money", None, ("–", "–"), "Agree the budget"),
    ]


def test_only_the_last_six_boards_are_shown() -> None:
    changing = Changing()
    changing.add(WORKSTREAMS, title="IT", rag="green")
    for number in range(1, 9):
        changing.hold(number)
    assert shown(changing).confidence[0].seen == ("G",) * 6


def test_milestones_are_the_next_ones_day_1_and_the_last() -> None:
    changing = Changing()
    day_one = date(2027, 4, 1)
    changing.add(PROGRAMME, title="P", start=date(2026, 10, 1), day_one=day_one)
    first = date(2026, 12, 1)
    for number in range(10):
        milestone(changing, f"m{number}", first + timedelta(days=7 * number))
    milestone(changing, "Day 1", day_one)
    milestone(changing, "after", date(2027, 5, 4))
    milestone(changing, "end", date(2027, 6, 1))
    found = shown(changing)
    titles = [line.milestone.title for line in found.milestones]
    assert titles == [*(f"m{number}" for number in range(MILESTONES - 2)), "Day 1", "end"]
    assert found.milestones_left == 13 - MILESTONES
    assert [line.milestone.title for line in found.milestones if line.day_one] == ["Day 1"]


def test_a_milestone_that_was_reached_is_told_until_the_next_board() -> None:
    changing = Changing()
    changing.add(PROGRAMME, title="P", start=date(2026, 10, 1))
    milestone(changing, "long ago", date(2026, 11, 2), percent_complete=100)
    milestone(changing, "just now", date(2026, 11, 20), percent_complete=100)
    changing.today = date(2026, 11, 19)
    changing.hold(13)
    changing.today = date(2026, 11, 30)
    assert [(line.milestone.title, line.why) for line in shown(changing).milestones] == [("just now", "Done")]


def test_slips_are_told_against_what_the_last_board_saw() -> None:
    changing = Changing()
    changing.add(PROGRAMME, title="P", start=date(2026, 12, 1))
    mail = changing.add(TASKS, title="Mail", milestone=True, duration=0, baseline_finish=date(2026, 12, 1))
    changing.hold(13)
    changing.edit(TASKS, mail, constraint="snet", constraint_day=date(2026, 12, 8))
    (line,) = shown(changing).milestones
    assert line.milestone.last_board == date(2026, 12, 1)
    assert line.milestone.slip == line.milestone.slip_since_board == 5
    assert line.why.endswith(".")


def test_a_cell_of_the_map_leads_to_the_risks_that_it_counts() -> None:
    changing = Changing()
    changing.add(PROGRAMME, title="P", matrix=changing.matrix)
    levels = ((4, 5, "assessed"), (4, 5, "closed"), (4, 4, "assessed"), (None, 5, "assessed"))
    for likelihood, impact, status in levels:
        changing.add(RISKS, title="r", matrix=changing.matrix, likelihood=likelihood, impact=impact, status=status)
    old = changing.add(RISKS, title="other matrix", matrix="f" * 32, likelihood=4, impact=5)
    assert cell_of(changing.programme, old) is None
    only = cell_filter(4, 5)
    risks = changing.programme.rows(RISKS)
    found = {risk.id for risk in risks if only.test(changing.view, risk)}
    (cell,) = (cell for cell in shown(changing).heat.cells if (cell.likelihood, cell.impact) == (4, 5))
    assert found == set(cell.risks) == {risks[0].id}


def test_the_work_gives_way_to_others_row_by_row() -> None:
    changing = Changing()
    for number in range(300):
        changing.add(RISKS, title=str(number))
    assert sum(1 for _ in dashboard(changing.view)) > 300 / 32

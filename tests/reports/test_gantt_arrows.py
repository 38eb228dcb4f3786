import re

from sharedprog.domain.plan.gantt import gantt
from sharedprog.domain.view import View
from sharedprog.reports import fonts
from sharedprog.reports.gantt_arrows import draw_links, links_by_row
from sharedprog.reports.gantt_names import ON_A4, name_rows
from sharedprog.reports.gantt_plot import Plot, plot
from sharedprog.reports.gantt_tiles import Tile
from tests.domain.plan.plans import TODAY, link, plan, task
from tests.reports.paper import blank_canvas

VIEW = View(plan(task("A", 5), task("B", 5), task("C", 5), link("A", "B"), link("B", "C")), TODAY)
CHART = gantt(VIEW.programme, VIEW.schedule, TODAY)
TILE = Tile(0, CHART.first, CHART.last, 0.0, 310)


def shown(*rows: int, tile: Tile = TILE) -> Plot:
    fonts.register()
    names = name_rows(VIEW, ON_A4)
    return plot(tile, 100, 500, [names[row] for row in rows])


def drawn(place: Plot) -> tuple[list[tuple[float, float]], int]:
    """The corners of the lines in the order drawn, and how many arrow heads are filled."""
    canvas = blank_canvas()
    before = len(canvas._code)  # noqa: SLF001  # what was drawn
    draw_links(canvas, place, CHART, links_by_row(CHART.links))
    code = " ".join(canvas._code[before:])  # noqa: SLF001  # what was drawn
    lines, _stroke, heads = code.partition(" S")
    corners = [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+) [ml]\b", lines)]
    return corners, len(re.findall(r"\bh\b", heads))


def test_a_line_leads_from_the_end_of_one_bar_down_on_the_next() -> None:
    corners, heads = drawn(shown(0, 1))
    first, second = CHART.rows[0].bar, CHART.rows[1].bar
    assert first is not None
    assert second is not None
    place = shown(0, 1)
    assert corners[0] == (round(place.x(first.x1), 4), round(place.y(0.48), 4))
    assert place.x(second.x0) <= corners[-1][0] <= place.x(second.x1)
    assert place.y(2) < corners[-1][1] < place.y(1)
    assert heads == 1


def test_what_waits_for_a_task_on_another_sheet_has_the_end_of_an_arrow() -> None:
    corners, heads = drawn(shown(2))
    (x0, y0), (x1, y1) = corners
    assert x0 == x1
    assert 0 < y0 - y1 < 12
    assert heads == 1


def test_what_waits_on_another_sheet_is_drawn_there_only() -> None:
    assert drawn(shown(0)) == ([], 0)


def test_a_row_keeps_its_bar_in_its_middle_however_high_it_is() -> None:
    place = shown(0, 1, 2)
    for row in range(3):
        top, bottom = place.y(row), place.y(row + 1)
        assert place.y(row + 0.5) == (top + bottom) / 2
        assert top > place.y(row + 0.26) > place.y(row + 0.7) > bottom

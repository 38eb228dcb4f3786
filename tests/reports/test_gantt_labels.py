import re

from sharedprog.domain.plan.gantt import gantt
from sharedprog.domain.register import Row
from sharedprog.domain.view import View
from sharedprog.reports import fonts
from sharedprog.reports.gantt_bars import draw_bars
from sharedprog.reports.gantt_names import ON_A4, name_rows
from sharedprog.reports.gantt_plot import plot
from sharedprog.reports.gantt_tiles import Tile
from tests.domain.plan.plans import TODAY, day, milestone, plan
from tests.reports.paper import blank_canvas

LEFT, WIDTH = 100.0, 310.0


def label_of(*rows: Row) -> tuple[float, float]:
    """Where the label of the only milestone begins, and where its diamond has its middle."""
    fonts.register()
    view = View(plan(*rows), TODAY)
    chart = gantt(view.programme, view.schedule, TODAY)
    place = plot(Tile(0, chart.first, chart.last, 0.0, WIDTH), LEFT, 500, name_rows(view, ON_A4))
    canvas = blank_canvas()
    before = len(canvas._code)  # noqa: SLF001  # what was drawn
    draw_bars(canvas, place, chart.rows, TODAY)
    drawn = " ".join(canvas._code[before:])  # noqa: SLF001  # what was drawn
    found = re.search(r"1 0 0 1 ([\d.]+) [\d.]+ Tm", drawn)
    assert found is not None
    assert chart.rows[0].bar is not None
    return float(found[1]), place.x(chart.rows[0].bar.x0)


def sealed(when: str, baseline: str | None = None) -> Row:
    planned = day(baseline) if baseline else None
    return milestone("Sealed", constraint="mso", constraint_day=day(when), baseline_finish=planned)


def test_a_milestone_is_labelled_behind_its_diamond() -> None:
    x, diamond = label_of(sealed("10 Dec"))
    assert diamond < x < diamond + 10


def test_near_the_end_of_the_months_it_is_labelled_before_its_diamond() -> None:
    x, diamond = label_of(sealed("30 Dec"))
    assert x < diamond - 20


def test_a_label_does_not_hide_the_baseline() -> None:
    x, diamond = label_of(sealed("10 Dec", baseline="14 Dec"))
    assert x < diamond - 20

import re

from hypothesis import given
from hypothesis import strategies as st

from sharedprog.reports.gantt_bars import hatch, task_bar
from tests.reports.paper import blank_canvas


@given(width=st.floats(0.5, 400), height=st.floats(1, 12))
def test_a_hatch_stays_within_its_bar(width: float, height: float) -> None:
    canvas = blank_canvas()
    before = len(canvas._code)  # noqa: SLF001  # what was drawn
    hatch(canvas, 100, 50, width, height)
    drawn = " ".join(canvas._code[before:])  # noqa: SLF001  # what was drawn
    for x, y in re.findall(r"([\d.]+) ([\d.]+) [ml]\b", drawn):
        assert 100 - 0.01 <= float(x) <= 100 + width + 0.01
        assert 50 - 0.01 <= float(y) <= 50 + height + 0.01


def test_what_is_done_of_a_critical_bar_is_not_hatched() -> None:
    canvas = blank_canvas()
    before = len(canvas._code)  # noqa: SLF001  # what was drawn
    task_bar(canvas, 100, 50, 80, 6, 60, critical=True)
    drawn = " ".join(canvas._code[before:])  # noqa: SLF001  # what was drawn
    lefts = [float(x) for x, _y in re.findall(r"([\d.]+) ([\d.]+) m\b", drawn)]
    assert lefts
    assert min(lefts) >= 160

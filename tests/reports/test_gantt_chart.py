import io
import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from sharedprog.domain.plan.outline import outline
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.people import Person
from sharedprog.domain.view import View
from sharedprog.reports import gantt_names
from sharedprog.reports.document import Document
from sharedprog.reports.gantt_chart import gantt_chart
from sharedprog.reports.gantt_names import NameColumn, NameRow
from sharedprog.reports.page import A3_LANDSCAPE, A4_LANDSCAPE, Shape
from sharedprog.reports.styles import TextStyle
from tests.domain.plan.any_plan import any_plan
from tests.domain.plan.plans import MONDAY, TODAY, day, link, milestone, plan, task
from tests.reports.nasty import NASTY
from tests.reports.paper import one_section, operations, pages, quick_text, squeezed, text

SHAPES = pytest.mark.parametrize("shape", [A3_LANDSCAPE, A4_LANDSCAPE], ids=["A3", "A4"])


def printed(programme: Programme, shape: Shape = A3_LANDSCAPE, as_at: date = TODAY) -> Document:
    return one_section([gantt_chart(View(programme, as_at), shape)], shape)


def long_plan(groups: int, each: int = 9, days: int = 4, *, chained: bool = False) -> Programme:
    """Groups of tasks side by side, or each waiting for the one before it."""
    rows = []
    for group in range(groups):
        rows.append(task(f"Group-{group:03d}."))
        for number in range(each):
            name = f"Task-{group:03d}-{number:02d}."
            rows.append(task(name, days, parent=f"Group-{group:03d}.", percent_complete=100 if group < 2 else 0))
    tasks = [row.id for row in rows if row.parent]
    return plan(*rows, *(link(one, other) for one, other in pairwise(tasks) if chained))


def names(programme: Programme) -> list[str]:
    return [row.task.title for row in outline(programme)]


@SHAPES
def test_every_task_is_printed_once_where_all_months_fit_beside_the_names(shape: Shape) -> None:
    programme = long_plan(12)
    words = quick_text(printed(programme, shape))
    assert re.findall(r"(?:Group|Task)-[\d-]+\.", words) == names(programme)


@SHAPES
def test_later_months_repeat_the_tasks_that_have_something_there_and_their_groups(shape: Shape) -> None:
    programme = long_plan(40, each=3, days=10, chained=True)
    document = printed(programme, shape)
    found = re.findall(r"(?:Group|Task)-[\d-]+\.", quick_text(document))
    assert found[: len(names(programme))] == names(programme)
    later = found[len(names(programme)) :]
    assert 0 < len(later) < len(names(programme))
    for name in later:
        group = name.replace("Task", "Group")[:9] + "."
        assert group in later


def test_each_sheet_says_which_it_is_of_how_many_and_what_it_shows() -> None:
    programme = long_plan(12)
    document = printed(programme)
    seen = 0
    for number, page in enumerate(pages(document), 1):
        note = re.search(r"Sheet (\d+) of (\d+): tasks (\d+)–(\d+) of (\d+), ([^·\n]+)", page)
        assert note is not None
        assert (int(note[1]), int(note[2])) == (number, document.pages)
        assert int(note[3]) == seen + 1
        assert "Nov 2026 – " in note[6]
        seen = int(note[4])
    assert seen == len(names(programme))


def test_a_sheet_that_goes_on_within_a_group_names_it() -> None:
    second = pages(printed(long_plan(3, each=60)))[1]
    assert re.search(r"goes on within \d Group-00\d\.", second)


def test_heads_months_and_the_meaning_of_every_sign_are_on_every_sheet() -> None:
    document = printed(long_plan(12))
    assert document.pages > 2
    for page in pages(document):
        assert all(words in page for words in ("WBS", "Finish", "Nov 2026", "task, the dark part done", "summary task"))


def test_a_group_begins_a_sheet_rather_than_end_one() -> None:
    for page in pages(printed(long_plan(14, each=11))):
        assert re.findall(r"(?:Group|Task)-[\d-]+\.", page)[-1].startswith("Task")


def placed_text(document: Document, page: int) -> list[tuple[float, float, str]]:
    found: list[tuple[float, float, str]] = []

    def visit(words: str, outer: Sequence[float], inner: Sequence[float], _font: object, _size: object) -> None:
        if words.strip():
            found.append((inner[4] + outer[4], inner[5] + outer[5], words.strip()))

    PdfReader(io.BytesIO(document.pdf)).pages[page].extract_text(visitor_text=visit)
    return found


def bars(document: Document, page: int) -> list[tuple[float, float, float, float]]:
    """Left, right, bottom and top of the bars of tasks: the only outlined and filled boxes below the head."""
    found: list[tuple[float, float, float, float]] = []
    moved: list[tuple[float, float]] = [(0.0, 0.0)]
    box: list[float] = []
    for operator, operands in list(operations(document))[page]:
        numbers = [float(each) for each in operands] if operator in ("cm", "re") else []  # type: ignore[arg-type]
        if operator == "q":
            moved.append(moved[-1])
        elif operator == "Q":
            moved.pop()
        elif operator == "cm":
            moved[-1] = (moved[-1][0] + numbers[4], moved[-1][1] + numbers[5])
        elif operator == "re":
            box = numbers
        elif operator in ("B", "B*"):
            (x, y), (left, low, width, height) = moved[-1], box
            found.append((x + left, x + left + width, y + low, y + low + height))
    return found


def test_each_bar_stands_in_the_row_of_its_task() -> None:
    rows = [task(f"Task-{n}." + " long" * (n % 3) * 12, 1 + n) for n in range(30)]
    document = printed(plan(*rows))
    texts = placed_text(document, 0)
    heads_y = min(y for _x, y, words in texts if words == "WBS")
    drawn = [bar for bar in bars(document, 0) if bar[2] < heads_y]
    numbered = sorted(((y, words) for x, y, words in texts if x < 90 and re.fullmatch(r"\d+", words)), reverse=True)
    assert 20 < len(numbered) <= 30
    for number, ((y, words), bar) in enumerate(zip(numbered, sorted(drawn, key=lambda bar: -bar[2]), strict=True), 1):
        assert words == str(number)
        middle_of_text = y + gantt_names.NAME.size * 0.27
        assert (bar[2] + bar[3]) / 2 == pytest.approx(middle_of_text, abs=0.6)


def test_bars_are_as_long_as_their_tasks_and_begin_on_their_days() -> None:
    document = printed(plan(task("A", 5), task("B", 10), link("A", "B")))
    (left_a, right_a, *_), (left_b, right_b, *_) = sorted(bars(document, 0), key=lambda bar: -bar[2])[-2:]
    day_width = (right_a - left_a) / 5
    assert left_b - left_a == pytest.approx(7 * day_width, abs=0.1)
    assert right_b - left_b == pytest.approx(12 * day_width, abs=0.1)


@SHAPES
def test_no_text_is_smaller_than_8_5_points_or_outside_of_the_margins(shape: Shape) -> None:
    rows = [task(f"{name} {number}", 40) for number, name in enumerate(NASTY)]
    rows += [milestone("Very " * 30 + "late", constraint="mso", constraint_day=day("2028-06-30")), milestone("Early")]
    document = printed(plan(*rows, link("Early", rows[0].id)), shape)
    for drawn in operations(document):
        sizes = [float(operands[1]) for operator, operands in drawn if operator == "Tf"]  # type: ignore[arg-type]
        assert min(sizes) >= 8.5
    for page in range(document.pages):
        for x, y, _words in placed_text(document, page):
            assert shape.left - 1 <= x <= shape.width - shape.right + 1
            assert y > 20


def test_long_names_are_wrapped_and_whatever_was_typed_is_printed() -> None:
    name = " ".join(f"w{number:03d}" for number in range(60))
    assert squeezed(name) in squeezed(quick_text(printed(plan(task(name, 3)), A4_LANDSCAPE)))
    typed = [each for each in NASTY if each.isascii() and each.isprintable()]
    words = squeezed(quick_text(printed(plan(*(task(each, 3) for each in typed)))))
    assert all(squeezed(each) in words for each in typed)


def test_a_row_that_no_sheet_could_hold_goes_on_over_the_page() -> None:
    before = [task(f"Before-{number}", 1) for number in range(400)]
    waits = [link(each.id, "Last") for each in before]
    words = quick_text(printed(plan(*before, task("Last", 1), *waits)))
    last = words[words.rindex("Last") :]
    assert len(set(re.findall(r"\b\d{1,3}\b", last))) >= 400 - 31


def test_what_is_waited_for_stands_beside_the_task_with_kind_and_lag() -> None:
    rows = [task("A", 5), task("B", 5), task("C", 5), task("D", 5)]
    links = [link("A", "D"), link("B", "D", 2, kind="SS"), link("C", "D", lag_kind="percent", lag_percent=-50)]
    words = text(printed(plan(*rows, *links))).replace("\xa0", " ").replace("\n", " ")
    assert "1, 2 SS +2 d, 3 −50 %" in words


def test_milestones_are_labelled_with_name_and_day_and_what_is_overdue_says_so() -> None:
    programme = plan(
        milestone("Agreement sealed", constraint="mso", constraint_day=day("3 Dec")),
        task("Network", 5, mode="placed", placed_start=day("2 Nov"), placed_finish=day("6 Nov"), percent_complete=50),
    )
    words = text(printed(programme))
    assert "Agreement sealed, 3 Dec" in words
    assert re.search(r"^late$", words, re.MULTILINE)


def test_a_task_that_begins_on_a_later_sheet_says_when() -> None:
    far = task("Far", 5, constraint="snet", constraint_day=day("2031-06-02"))
    rows = [task(f"Near {number}", 5) for number in range(60)]
    assert "Jun 2031 →" in text(printed(plan(*rows, far)))


def test_the_day_of_the_data_boards_and_day_one_are_labelled() -> None:
    boards = [BoardMeeting(id=f"b{n}", exists=True, number=n, day=MONDAY + timedelta(14 * n)) for n in range(9, 13)]
    programme = plan(task("Work", 200), day_one=day("2027-04-01"), others={"board_meetings": [*boards]})
    words = text(printed(programme))
    assert all(each in words for each in ("Data as at Sun 22 Nov 2026", "Day 1, Thu 1 Apr 2027"))
    assert re.search(r"^Board 9 10 11 12$", words, re.MULTILINE)


def test_owners_stand_beside_their_tasks_on_a3() -> None:
    people = {"people": [Person(id="p", exists=True, title="Head of ICT")]}
    assert "Head of ICT" in text(printed(plan(task("Merge", 5, owner="p"), others=people)))  # type: ignore[arg-type]


def test_critical_bars_are_hatched_and_others_are_not() -> None:
    def slanting(programme: Programme) -> int:
        found, at = 0, (0.0, 0.0)
        for operator, operands in next(iter(operations(printed(programme)))):
            if operator in ("m", "l"):
                x, y = float(operands[0]), float(operands[1])  # type: ignore[arg-type]
                found += operator == "l" and abs(x - at[0]) > 2 and abs(abs(x - at[0]) - abs(y - at[1])) < 1e-3
                at = (x, y)
        return found

    work = [task("Long", 30, percent_complete=10), task("Short", 5, percent_complete=10)]
    assert slanting(plan(*work)) > 20
    assert slanting(plan(*[task("Done", 30, actual_finish=day("30 Nov"), percent_complete=100)])) == 0


@pytest.mark.parametrize(
    "rows",
    [
        [task("Nobody knows when", mode="placed")],
        [milestone("Alone")],
        [milestone("End of a month", constraint="mso", constraint_day=day("30 Nov")), task("T", 1)],
        [task("Now", 5), task("In eight thousand years", 5, constraint="snet", constraint_day=date(9998, 1, 1))],
        [task("Ten years", 2600)],
    ],
)
@SHAPES
def test_plans_at_the_edge_are_printed(rows: list[object], shape: Shape) -> None:
    programme = plan(*rows)  # type: ignore[arg-type]  # tasks
    words = quick_text(printed(programme, shape))
    assert all(name in words for name in names(programme))


def test_a_plan_without_tasks_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one task"):
        gantt_chart(View(plan(), TODAY))


@settings(max_examples=25)
@given(any_plan())
def test_any_plan_is_printed_with_every_task_in_marked_content_that_is_never_nested(programme: Programme) -> None:
    document = printed(programme, A4_LANDSCAPE)
    words = quick_text(document)
    assert all(re.search(rf"\b{name}\b", words) for name in names(programme))
    for page in operations(document):
        depth = 0
        for operator, _operands in page:
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            assert depth in {0, 1}
            assert depth or operator not in {"Tj", "TJ", "S", "f", "f*", "B", "B*"}


def test_the_same_plan_gives_the_same_bytes() -> None:
    programme = long_plan(12)
    assert printed(programme).pdf == printed(programme).pdf


def test_each_row_is_laid_out_once_and_bars_have_words_that_stand_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[int] = []
    original = gantt_names._set  # noqa: SLF001  # what lays out one row

    def counting(
        index: int, words: Sequence[str], styles: Sequence[TextStyle], columns: Sequence[NameColumn]
    ) -> NameRow:
        laid.append(index)
        return original(index, words, styles, columns)

    monkeypatch.setattr(gantt_names, "_set", counting)
    programme = long_plan(40)
    document = printed(programme)
    assert document.pages > 8
    assert sorted(index for index in laid if index >= 0) == list(range(len(names(programme))))

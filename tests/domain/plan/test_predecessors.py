"""What a task waits for, read and written in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.plan.predecessors import Wait, waiting_for, waits_from, waits_in_words
from sharedprog.domain.reading import Unread
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS, Task
from sharedprog.domain.trouble import Trouble
from tests.builders import Made


@pytest.fixture
def made() -> Made:
    """1 Agree with 1.1 and 1.2 beneath it, then 2 and 3."""
    picture = Made()
    agree = picture.add(TASKS, title="Agree")
    for title in ("Draft", "Sign"):
        picture.add(TASKS, title=title, parent=agree.id)
    for title in ("Move", "Open"):
        picture.add(TASKS, title=title)
    return picture


def task(made: Made, title: str) -> Task:
    return next(row for row in made.programme.rows(TASKS) if row.title == title)


def put(made: Made, title: str, words: str) -> str:
    """Type a line for a task, and read it back."""
    row = task(made, title)
    made.programme = made.programme.apply(waiting_for(made.programme, row.id, words))
    return waits_in_words(made.programme, row.id)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1.1", "1.1"),
        ("1.1fs", "1.1"),
        (" 1.2 ; 1.1 SS ", "1.1SS, 1.2"),
        ("1.1FS+2d", "1.1FS+2d"),
        ("1.1+1w", "1.1FS+5d"),
        ("1.1 ff - 4h", "1.1FF-4h"),
        ("1.1+0.5d", "1.1FS+4h"),
        ("1.1−1d", "1.1FS-1d"),
        ("1.1+90m", "1.1FS+90min"),
        ("1.1+2ed", "1.1FS+2ed"),
        ("1.1FS+50%", "1.1FS+50%"),
        ("t-002", "1.1"),
        ("", ""),
    ],
)
def test_a_line_is_read_and_written(made: Made, typed: str, shown: str) -> None:
    assert put(made, "Open", typed) == shown
    assert put(made, "Open", shown) == shown


def test_links_that_are_not_named_go_and_the_others_stay_themselves(made: Made) -> None:
    put(made, "Open", "1.1, 1.2")
    kept = next(row.id for row in made.programme.rows(DEPENDENCIES) if row.predecessor == task(made, "Sign").id)
    assert put(made, "Open", "1.2SS, 2") == "1.2SS, 2"
    assert kept in {row.id for row in made.programme.rows(DEPENDENCIES)}
    assert len(made.programme.rows(DEPENDENCIES)) == 2


def test_a_task_can_wait_for_both_ends_of_another(made: Made) -> None:
    assert put(made, "Open", "1.1SS, 1.1FF+1d") == "1.1FF+1d, 1.1SS"
    kept = {row.kind: row.id for row in made.programme.rows(DEPENDENCIES)}
    assert put(made, "Open", "1.1FF") == "1.1FF"
    (left,) = made.programme.rows(DEPENDENCIES)
    assert left.id == kept["FF"]


@pytest.mark.parametrize("typed", ["9", "1.1XX", "soon", "1.1FS+", "1.1FS+2y", "T-099", "1.1+2000%"])
def test_what_is_not_understood_is_named(made: Made, typed: str) -> None:
    with pytest.raises(Unread) as refusal:
        put(made, "Open", f"1.2, {typed}")
    assert refusal.value.found == typed


def test_a_loop_is_refused_with_its_tasks(made: Made) -> None:
    put(made, "Open", "2")
    with pytest.raises(Trouble, match="2 Move cannot wait for 3 Open"):
        put(made, "Move", "3")
    with pytest.raises(Trouble, match="cannot wait for itself"):
        put(made, "Move", "2")


def test_a_day_is_as_long_as_the_programme_says(made: Made) -> None:
    (wait,) = waits_from(made.programme, "1.1+1d")
    assert wait == Wait(task(made, "Draft").id, "FS", 480, "working", None)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1.1", "1.2", "2"]), st.sampled_from(["FS", "SS", "FF", "SF"]), st.integers(-4000, 4000)
        ),
        unique_by=lambda each: each[:2],
    )
)
def test_what_is_written_is_read_again_the_same(links: list[tuple[str, str, int]]) -> None:
    picture = Made()
    agree = picture.add(TASKS, title="Agree")
    for title in ("Draft", "Sign"):
        picture.add(TASKS, title=title, parent=agree.id)
    for title in ("Move", "Open"):
        picture.add(TASKS, title=title)
    line = ", ".join(f"{number}{kind}{lag:+d}min" for number, kind, lag in links)
    shown = put(picture, "Open", line)
    assert put(picture, "Open", shown) == shown
    lags = sorted(row.lag or 0 for row in picture.programme.rows(DEPENDENCIES))
    assert lags == sorted(lag for _, _, lag in links)

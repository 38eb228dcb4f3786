"""How often a process looks for garbage, and where."""

import gc
import weakref
from collections.abc import Iterator
from threading import Thread

import pytest

from sharedprog.usecases.collecting import OBJECTS, collect_due, collect_seldom, collect_when_asked


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """What the tests had, put back."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    collect_when_asked()


class Knot:
    """Something that only looking for garbage frees."""

    def __init__(self) -> None:
        self.itself = self


def tied(count: int) -> weakref.ref[Knot]:
    """Something to be freed, with as many more beside it."""
    seen = weakref.ref(Knot())
    for _ in range(count):
        Knot()
    return seen


def test_garbage_is_looked_for_seldom_and_still_found() -> None:
    gc.enable()
    collect_seldom()
    assert gc.isenabled()
    assert gc.get_threshold()[0] == OBJECTS


def test_no_other_thread_frees_what_a_cycle_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sharedprog.usecases.collecting.OBJECTS", 50)
    gc.enable()
    gc.set_threshold(50)
    collect_when_asked()
    made: list[weakref.ref[Knot]] = []
    beside = Thread(target=lambda: made.append(tied(5_000)))
    beside.start()
    beside.join()
    assert made[0]() is not None
    collect_due()
    assert made[0]() is None


def test_it_is_not_looked_for_before_it_is_time() -> None:
    gc.collect()
    seen = tied(5)
    collect_due()
    assert seen() is not None

"""How often a process looks for garbage."""

import gc
from collections.abc import Iterator

import pytest

from sharedprog.usecases.collecting import OBJECTS, collect_seldom


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """The threshold of the tests, put back."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_garbage_is_looked_for_seldom_and_still_found() -> None:
    collect_seldom()
    assert gc.isenabled()
    assert gc.get_threshold()[0] == OBJECTS

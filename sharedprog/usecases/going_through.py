"""Work that gives others their turn now and then, done in one go where nobody waits."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")


def finished(work: Generator[None, None, T]) -> T:
    """What the work returns, once it is through."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: T = stop.value
            return result

"""Work that is done step by step for those who have other things to do, and in one go for the others."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")


def in_one_go(work: Generator[None, None, T]) -> T:
    """Go through all steps now; what the work returns."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            result: T = done.value
            return result

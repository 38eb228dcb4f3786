"""Recent: the newest few results of a costly pure function, kept while the pictures they came from are in use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """The newest ``keep`` results, newest first; whoever asks compares what each was made from by identity.

    Threads may share one: a result is held by a single assignment, and at worst is worked out twice.
    """

    def __init__(self, keep: int = 4) -> None:
        self._keep = keep
        self._held: tuple[T, ...] = ()

    def __iter__(self) -> Iterator[T]:
        return iter(self._held)

    def hold(self, made: T) -> T:
        """Keep a result, letting the oldest go; the result itself."""
        self._held = (made, *self._held[: self._keep - 1])
        return made

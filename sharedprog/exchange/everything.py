"""Everything that a programme file holds, on its way out to JSON or back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.problems import Problem
from sharedprog.domain.programme import Programme

FORMAT = "sharedprog"


@dataclass(frozen=True)
class Everything:
    """The rows that exist, bytes by their hash, and the history from the first change set on; ``None`` if not told."""

    programme: Programme
    blobs: Mapping[str, bytes] = field(default_factory=dict)
    journal: tuple[ChangeSet, ...] | None = None


@dataclass(frozen=True)
class Taken:
    """What was understood of a JSON file: the rows without those in ``bad``, and what is wrong with the rest.

    ``entries`` counts the rows that the file holds; ``journal`` is ``None`` where there is none, or none to trust.
    """

    everything: Everything
    problems: tuple[Problem, ...]
    entries: int
    bad: int

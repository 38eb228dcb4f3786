"""When Python looks for cycles of garbage: seldom, because a picture is many long-lived objects without one."""

from __future__ import annotations

import gc

OBJECTS = 100_000
"""Objects made since the last look; Python's own 700 spends two fifths of a large import on looking."""
ROUNDS = 50


def collect_seldom() -> None:
    """From now on look rarely, in this process; what no cycle holds is freed at once, as ever."""
    gc.set_threshold(OBJECTS, ROUNDS, ROUNDS)

"""When Python looks for cycles of garbage: seldom, because a picture is many long-lived objects without one."""

from __future__ import annotations

import gc

OBJECTS = 100_000
"""Objects made since the last look; Python's own 700 spends two fifths of a large import on looking."""
ROUNDS = 50


def collect_seldom() -> None:
    """From now on look rarely, in this process; what no cycle holds is freed at once, as ever."""
    gc.set_threshold(OBJECTS, ROUNDS, ROUNDS)


def collect_when_asked() -> None:
    """From now on look only in ``collect_due``: in a process with windows, for the window's thread to call.

    Python looks in whichever thread happens to make an object. One beside the window's that frees a widget of a cycle
    while Qt is at work on it ends the program.
    """
    gc.disable()


def collect_due() -> None:
    """Look for garbage as rarely as ``collect_seldom`` would, in this thread."""
    young, middle, old = gc.get_count()
    if young > OBJECTS:
        gc.collect(2 if middle > ROUNDS and old > ROUNDS else 1 if middle > ROUNDS else 0)

"""Where the garbage collector need not look: at what stays until the programme is closed.

Looking through a large programme takes it a quarter of a second, in which every thread stands still. What it passes
over still goes as soon as nothing refers to it.
"""

from __future__ import annotations

import gc


def keep_for_good() -> None:
    """Pass over all that is there now, from now on."""
    gc.freeze()


def look_through() -> None:
    """Look through everything once, as after a programme was closed."""
    gc.unfreeze()
    gc.collect()

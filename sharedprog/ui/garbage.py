"""Where the garbage collector need not look: at what stays until the programme is closed.

Looking through a large programme takes it a quarter of a second, in which every thread stands still. What it passes
over still goes as soon as nothing refers to it.
"""

from __future__ import annotations

import gc


def keep_for_good() -> None:
    """Pass over all that is there now, from now on."""
    gc.freeze()


def let_go() -> None:
    """Look at everything again, once a programme is closed."""
    gc.unfreeze()


def look_through() -> None:
    """Take away at once what a closed programme left, then pass over what is there now."""
    gc.collect()
    gc.freeze()

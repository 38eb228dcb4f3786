"""What to do when work in the background failed: tell known trouble, raise what is our own fault."""

from __future__ import annotations

from collections.abc import Callable

from sharedprog.domain.trouble import Trouble
from sharedprog.ui.worker import Failure, WorkStopped


class InTheWorker(Exception):
    """Stands for the traceback of the worker process, as the cause of what it raised."""


def tell_failure(failure: Failure, tell: Callable[[str], object]) -> None:
    """Tell a sentence that was meant for the person; raise anything else, so that it is reported."""
    if isinstance(failure.error, Trouble | WorkStopped):
        tell(str(failure.error))
        return
    raise failure.error from InTheWorker(failure.detail)

"""Who commits: at once in the caller's thread, or one thread of its own that commits in order."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

Job = Callable[[], None]


class Writer(Protocol):
    """Runs jobs one after another, and calls ``done`` with the error of each, if any, in the caller's thread."""

    def submit(self, job: Job, done: Callable[[Exception | None], None]) -> None:
        """Run the job after those before it."""

    def wait(self) -> None:
        """Return when every job so far has run."""

    def close(self) -> None:
        """Run what is left, then stop."""


class InlineWriter:
    """Runs each job at once: for the command line, and for tests."""

    def submit(self, job: Job, done: Callable[[Exception | None], None]) -> None:
        """Run it now; the job's own error is raised once ``done`` has heard of it."""
        try:
            job()
        except Exception as error:
            done(error)
            raise
        done(None)

    def wait(self) -> None:
        """Nothing is ever left to wait for."""

    def close(self) -> None:
        """Nothing to stop."""


class ThreadWriter:
    """Runs jobs in one thread; ``post`` brings what follows back to the caller's own thread."""

    def __init__(self, post: Callable[[Job], None]) -> None:
        self._post = post
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._last: Future[None] | None = None

    def submit(self, job: Job, done: Callable[[Exception | None], None]) -> None:
        """Queue it behind the others."""

        def run() -> None:
            error: Exception | None = None
            try:
                job()
            except Exception as raised:  # noqa: BLE001 - handed on to the caller's thread, which tells or raises it
                error = raised
            self._post(lambda: done(error))

        self._last = self._pool.submit(run)

    def wait(self) -> None:
        """Block until the last job has run; what it posts may still be on its way."""
        if self._last is not None:
            self._last.result()

    def close(self) -> None:
        """Finish the queue and end the thread."""
        self._pool.shutdown(wait=True)

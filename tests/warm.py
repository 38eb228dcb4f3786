"""A worker process that the tests of one run share, for each would spend half a second on starting its own."""

from collections.abc import Callable
from typing import Any

from sharedprog.ui.background import Background, Task
from sharedprog.ui.bridge import Bridge
from sharedprog.ui.worker import Failure


class WarmBackground(Background):
    """Goes on after `close`, for the next desk, unless something is still under way then."""

    def __init__(self) -> None:
        super().__init__(Bridge())
        self.ended = False
        self._tasks: list[Task] = []

    def run(
        self,
        work: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], object],
        failed: Callable[[Failure], object],
        progress: Callable[[float, str], object] | None = None,
    ) -> Task:
        task = super().run(work, *arguments, done=done, failed=failed, progress=progress)
        self._tasks.append(task)
        return task

    def close(self) -> None:
        if all(task.finished or task.cancelled for task in self._tasks):
            self._tasks.clear()
        else:
            self.end()

    def end(self) -> None:
        """End the process and the thread, as any other background does when it is closed."""
        if not self.ended:
            self.ended = True
            super().close()


class WarmWorkers:
    """The background that is at rest, or a new one."""

    def __init__(self) -> None:
        self._last: WarmBackground | None = None

    def take(self) -> WarmBackground:
        """For a desk to go on with until it is closed."""
        if self._last is None or self._last.ended:
            self._last = WarmBackground()
        return self._last

    def end(self) -> None:
        """Leave no process and no thread behind."""
        if self._last is not None:
            self._last.end()

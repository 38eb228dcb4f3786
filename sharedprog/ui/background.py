"""Long work outside the window: one worker process, kept warm, one job after another.

The window's thread only queues. A companion thread talks with the process (handing over a large
programme takes time too) and what it hears is posted to the window's thread. Cancelling ends the
process; the next job starts a new one. The program's `main` must call
`multiprocessing.freeze_support()` first and be guarded by `if __name__ == "__main__"`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any

from PySide6.QtCore import QObject

from sharedprog.ui.bridge import Bridge
from sharedprog.ui.worker import Done, Failure, Job, Progress, load
from sharedprog.ui.worker_process import WorkerProcess


class Task:
    """One piece of work on its way. After `cancel` nothing more is heard of it."""

    def __init__(
        self,
        done: Callable[[Any], object],
        failed: Callable[[Failure], object],
        progress: Callable[[float, str], object] | None,
        stop: Callable[[Task], None],
    ) -> None:
        self.cancelled = False
        self.finished = False
        self._done = done
        self._failed = failed
        self._progress = progress
        self._stop = stop

    def cancel(self) -> None:
        """Stop the work for good, ending its process; harmless once it is finished."""
        if not self.finished and not self.cancelled:
            self.cancelled = True
            self._stop(self)

    def forget(self) -> None:
        """Hear nothing more of it, and let it go on."""
        self.cancelled = True

    def deliver(self, heard: Done | Failure | Progress) -> None:
        """Tell who asked for the work; called in the window's thread."""
        if self.cancelled or self.finished:
            return
        match heard:
            case Progress(part, sentence):
                if self._progress is not None:
                    self._progress(part, sentence)
            case Done(result):
                self.finished = True
                self._done(result)
            case Failure():
                self.finished = True
                self._failed(heard)


class Background(QObject):
    """Runs work in the worker process. `close` it before the application ends."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting: SimpleQueue[tuple[Task, Job] | None] = SimpleQueue()
        self._worker = WorkerProcess()
        self._present: Task | None = None
        self._lock = Lock()
        self._closed = False
        self._thread = Thread(target=self._converse, name="background", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], object],
        failed: Callable[[Failure], object],
        progress: Callable[[float, str], object] | None = None,
    ) -> Task:
        """Call `work(*arguments)`, a module-level function, in the worker process.

        One of `done(result)` and `failed(failure)` is called in the window's thread, unless the
        task is cancelled. With `progress`, the work is also given `progress=`, to be called with a
        part from 0.0 to 1.0 and a sentence, and each call is heard here in the same way.
        """
        task = Task(done, failed, progress, self._stop)
        self._waiting.put((task, Job(work, arguments, progress is not None)))
        return task

    def warm_up(self, module: str) -> Task:
        """Start the worker and have it import a module, so that the first job begins at once."""
        return self.run(load, module, done=_nothing_to_do, failed=_raise)

    def close(self) -> None:
        """End the process and the thread; whatever was under way is dropped."""
        self._closed = True
        self._worker.end()
        self._waiting.put(None)
        self._thread.join()

    def _stop(self, task: Task) -> None:
        """End the process if it is at work on this task; one that still waits is passed over."""
        with self._lock:
            if self._present is task:
                self._worker.end()

    def _converse(self) -> None:
        """The companion thread: hand over what waits, hear what comes back."""
        while (waiting := self._waiting.get()) is not None:
            task, job = waiting
            with self._lock:
                self._worker.begin()
                self._present = task
            if not task.cancelled and not self._closed:
                self._accompany(task, job)
            with self._lock:
                self._present = None
            if self._worker.ended:
                self._worker.clear()
        self._worker.clear()

    def _accompany(self, task: Task, job: Job) -> None:
        failure = self._worker.send(job)
        if failure is not None:
            self._tell(task, failure)
            return
        while True:
            heard = self._worker.hear()
            self._tell(task, heard)
            if not isinstance(heard, Progress):
                return

    def _tell(self, task: Task, heard: Done | Failure | Progress) -> None:
        if not self._closed:
            self._bridge.post(partial(task.deliver, heard))


def _nothing_to_do(_: object) -> None:
    """A warm-up has no result."""


def _raise(failure: Failure) -> None:
    raise failure.error

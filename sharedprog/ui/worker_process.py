"""One end of the worker process: started when first needed, spoken to by one thread, ended by any."""

from __future__ import annotations

import pickle
from threading import Lock
from typing import TYPE_CHECKING

from sharedprog.ui.worker import Done, Failure, Job, Progress, WorkStopped, serve

if TYPE_CHECKING:  # loaded when the first worker is started
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess


class WorkerProcess:
    """A spawned process that is kept until it ends or is ended; the next job then starts another."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._ended = False

    def begin(self) -> None:
        """Make ready for a job: an end asked for from here on is meant for it."""
        with self._lock:
            self._ended = False

    def send(self, job: Job) -> Failure | None:
        """Hand over a job; what went wrong, if it cannot be pickled or the process is gone."""
        try:
            packed = pickled(job)
        except Exception as error:  # noqa: BLE001 - anything may be asked to be pickled, and refuse in its way
            return Failure(error, f"{job.work} cannot be handed to the worker: {error!r}")
        try:
            self._started().send_bytes(packed)
        except (OSError, WorkStopped):
            return self._gone()
        return None

    def hear(self) -> Done | Failure | Progress:
        """Wait for the next thing the worker says."""
        if self._connection is None:
            return self._gone()
        try:
            heard: Done | Failure | Progress = pickle.loads(self._connection.recv_bytes())  # noqa: S301 - ours
        except (EOFError, OSError):
            return self._gone()
        return heard

    def end(self) -> None:
        """End the process at once, whatever it does; may be called from any thread."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.kill()

    def clear(self) -> None:
        """Wait for an ended process to be gone, and let go of it."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()
            process.close()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @property
    def ended(self) -> bool:
        """Whether an end was asked for since the job began."""
        return self._ended

    def _started(self) -> Connection:
        if self._process is not None and not self._process.is_alive():
            self.clear()
        if self._connection is None:
            import multiprocessing

            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs,), name="sharedprog-worker", daemon=True)
            process.start()
            theirs.close()
            self._connection = ours
            with self._lock:
                self._process = process
                if self._ended:
                    process.kill()
        return self._connection

    def _gone(self) -> Failure:
        self.clear()
        error = WorkStopped("The work stopped before it was done. Nothing was changed: please try again.")
        return Failure(error, str(error))


class _Parts(list[bytes]):
    """Takes the parts of a pickle as they are made."""

    def write(self, part: bytes) -> None:
        """One part more. As this is Python's own code, other threads have their turn between the parts."""
        self.append(bytes(part))


def pickled(job: Job) -> bytes:
    """A job as bytes; made in one go, those of a large programme would keep the window's thread waiting."""
    parts = _Parts()
    pickle.Pickler(parts, pickle.HIGHEST_PROTOCOL).dump(job)
    return b"".join(parts)

"""What happens in the worker process, and what it and the window say to one another.

No Qt here: this module is all of the screens' code that the worker loads.
"""

from __future__ import annotations

import importlib
import pickle
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from sharedprog.usecases.collecting import collect_seldom

if TYPE_CHECKING:  # 10 ms, which the window's start need not spend
    from multiprocessing.connection import Connection


@dataclass(frozen=True)
class Job:
    """Call a module-level function; with `reports` it also gets `progress=`, a function to call."""

    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    reports: bool


@dataclass(frozen=True)
class Progress:
    """How far the work is: 0.0 to 1.0, and a sentence for the person."""

    part: float
    sentence: str


@dataclass(frozen=True)
class Done:
    """What the work returned."""

    result: Any


@dataclass(frozen=True)
class Failure:
    """What the work raised, and the places it came through, for a crash report."""

    error: Exception
    detail: str


class WorkStopped(Exception):
    """The worker process ended before its work did: out of memory, or ended by the system."""


def load(module: str) -> None:
    """Import a module, so that the first job that needs it begins at once."""
    importlib.import_module(module)


def serve(connection: Connection) -> None:
    """Do the jobs that arrive, one at a time, until the window closes its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    with suppress(EOFError, OSError):  # the window is gone, and so is the one who asked
        while True:
            connection.send_bytes(_packed(_answer(connection.recv_bytes(), connection)))


def _answer(packed: bytes, connection: Connection) -> Done | Failure:
    def report(part: float, sentence: str) -> None:
        connection.send_bytes(pickle.dumps(Progress(part, sentence)))

    try:
        job: Job = pickle.loads(packed)  # noqa: S301 - from our own window, over a pipe
        work = partial(job.work, progress=report) if job.reports else job.work
        return Done(work(*job.arguments))
    except Exception as error:  # noqa: BLE001 - whatever it is, the window tells it
        return _failure(error)


def _failure(error: Exception) -> Failure:
    detail = _where(error)
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes: will the window be able to read it?
    except Exception:  # noqa: BLE001 - an exception may fail to be rebuilt in any way
        return Failure(RuntimeError(f"{type(error).__name__}: {error}"), detail)
    return Failure(error, detail)


def _where(error: BaseException) -> str:
    """The places it came through and what caused what; no message, for that may quote what a person typed."""
    told: list[str] = []
    each: BaseException | None = error
    while each is not None:
        told += [f"{type(each).__module__}.{type(each).__qualname__}\n", *traceback.format_tb(each.__traceback__)]
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    return "".join(told)


def _packed(outcome: Done | Failure) -> bytes:
    try:
        return pickle.dumps(outcome)
    except Exception as error:  # noqa: BLE001 - a result that cannot be sent is a failure of the work
        return pickle.dumps(_failure(error))

import multiprocessing
import pickle
import threading
from collections.abc import Callable
from threading import get_ident
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from sharedprog.ui import worker_process
from sharedprog.ui.background import Background, Task
from sharedprog.ui.bridge import Bridge
from sharedprog.ui.worker import Failure, Job, WorkStopped
from tests.ui import work

SECONDS = 20_000


class Heard:
    """What came back of one piece of work, and in which thread."""

    def __init__(self) -> None:
        self.results: list[Any] = []
        self.failures: list[Failure] = []
        self.progress: list[tuple[float, str]] = []
        self.threads: set[int] = set()

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(get_ident())

    def failed(self, failure: Failure) -> None:
        self.failures.append(failure)
        self.threads.add(get_ident())

    def progressed(self, part: float, sentence: str) -> None:
        self.progress.append((part, sentence))
        self.threads.add(get_ident())

    def ended(self) -> bool:
        return bool(self.results or self.failures)


Run = Callable[..., Heard]
Begun = Callable[[], tuple[set[int | None], set[int | None]]]


@pytest.fixture
def run(qtbot: QtBot, background: Background) -> Run:
    def run_to_the_end(function: Callable[..., Any], *arguments: object) -> Heard:
        heard = Heard()
        background.run(function, *arguments, done=heard.done, failed=heard.failed)
        qtbot.waitUntil(heard.ended, timeout=SECONDS)
        return heard

    return run_to_the_end


def start_endless(qtbot: QtBot, background: Background) -> tuple[Task, Heard]:
    heard = Heard()
    task = background.run(work.never_end, done=heard.done, failed=heard.failed, progress=heard.progressed)
    qtbot.waitUntil(lambda: bool(heard.progress), timeout=SECONDS)
    return task, heard


def workers() -> set[int | None]:
    return {process.pid for process in multiprocessing.active_children() if process.name == "sharedprog-worker"}


def threads() -> set[int | None]:
    return {thread.ident for thread in threading.enumerate() if thread.name == "background"}


@pytest.fixture
def begun() -> Begun:
    """The workers and threads that were begun in this test and go on: the tests of windows keep some of their own."""
    others = workers(), threads()
    return lambda: (workers() - others[0], threads() - others[1])


def test_the_result_arrives_in_the_window_thread_and_the_worker_is_kept(run: Run) -> None:
    heard = run(work.add, 2, 3)
    assert heard.results == [5]
    assert heard.threads == {get_ident()}
    assert run(work.process_id).results == run(work.process_id).results


def test_the_worker_does_without_qt(run: Run) -> None:
    assert run(work.is_loaded, "sharedprog.ui.worker").results == [True]
    assert run(work.is_loaded, "PySide6").results == [False]


def test_progress_is_heard_in_order(qtbot: QtBot, background: Background) -> None:
    heard = Heard()
    background.run(work.count, 4, done=heard.done, failed=heard.failed, progress=heard.progressed)
    qtbot.waitUntil(heard.ended, timeout=SECONDS)
    assert heard.results == ["counted"]
    assert heard.progress == [(0.25, "1 of 4"), (0.5, "2 of 4"), (0.75, "3 of 4"), (1.0, "4 of 4")]


def test_what_the_work_raises_comes_back_as_it_was(run: Run) -> None:
    (failure,) = run(work.fail, "The sheet is empty.").failures
    assert isinstance(failure.error, ValueError)
    assert str(failure.error) == "The sheet is empty."
    assert "in fail" in failure.detail


def test_an_exception_that_cannot_travel_is_told_in_words(run: Run) -> None:
    (failure,) = run(work.refuse).failures
    assert str(failure.error) == "Refused: The file: is not ours"


def test_a_result_or_work_that_cannot_travel_is_a_failure(run: Run) -> None:
    assert len(run(work.unsendable).failures) == 1
    assert len(run(lambda: None).failures) == 1
    assert run(work.add, 1, 1).results == [2]


def test_a_worker_that_dies_is_told_and_another_takes_over(run: Run) -> None:
    (failure,) = run(work.die).failures
    assert isinstance(failure.error, WorkStopped)
    assert run(work.add, 1, 1).results == [2]


def test_cancelling_ends_the_process_and_says_nothing_more(
    begun: Begun, qtbot: QtBot, background: Background, run: Run
) -> None:
    task, heard = start_endless(qtbot, background)
    (process,) = begun()[0]
    task.cancel()
    assert run(work.add, 2, 2).results == [4]
    assert not heard.ended()
    assert process not in workers()
    task.cancel()
    assert run(work.add, 3, 3).results == [6]


def test_cancelling_what_still_waits_leaves_the_present_work_alone(
    begun: Begun, qtbot: QtBot, background: Background, run: Run
) -> None:
    present, _ = start_endless(qtbot, background)
    passed_over = Heard()
    waiting = background.run(work.add, 1, 1, done=passed_over.done, failed=passed_over.failed)
    waiting.cancel()
    assert len(begun()[0]) == 1
    present.cancel()
    assert run(work.add, 2, 2).results == [4]
    assert not passed_over.ended()


def test_a_result_on_its_way_is_dropped_when_cancelled(qtbot: QtBot, background: Background, run: Run) -> None:
    first = Heard()
    task = background.run(work.add, 1, 1, done=first.done, failed=first.failed)
    task.cancel()
    assert run(work.add, 2, 2).results == [4]
    assert not first.ended()


def test_warming_up_imports_in_the_worker(begun: Begun, qtbot: QtBot, background: Background, run: Run) -> None:
    warm = background.warm_up("sharedprog.ui.worker")
    qtbot.waitUntil(lambda: warm.finished, timeout=SECONDS)
    assert len(begun()[0]) == 1


def test_closing_in_the_midst_leaves_no_thread_and_no_process(begun: Begun, qtbot: QtBot, bridge: Bridge) -> None:
    background = Background(bridge)
    _, heard = start_endless(qtbot, background)
    background.close()
    background.close()
    assert begun() == (set(), set())
    qtbot.wait(0)
    assert not heard.ended()


def test_closing_before_the_first_job_starts_nothing(begun: Begun, bridge: Bridge) -> None:
    background = Background(bridge)
    background.run(work.add, 1, 1, done=print, failed=print).cancel()
    background.close()
    assert begun()[0] == set()


def test_a_large_job_is_made_into_bytes_part_by_part_so_that_the_window_has_its_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sizes: list[int] = []

    class Counted(worker_process._Parts):  # noqa: SLF001
        def write(self, part: bytes) -> None:
            sizes.append(len(part))
            super().write(part)

    monkeypatch.setattr(worker_process, "_Parts", Counted)
    job = Job(work.add, tuple(f"row {number}" for number in range(50_000)), reports=False)
    assert pickle.loads(worker_process.pickled(job)) == job  # noqa: S301 - our own
    assert max(sizes) < sum(sizes) / 5

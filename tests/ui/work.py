"""Work for the worker process: it must be importable there, so it is module-level."""

import os
import sys
import time
from collections.abc import Callable


class Refused(Exception):
    """An exception that cannot be rebuilt from its arguments."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what}: {why}")


def add(left: int, right: int) -> int:
    return left + right


def process_id() -> int:
    return os.getpid()


def count(upto: int, *, progress: Callable[[float, str], None]) -> str:
    for number in range(1, upto + 1):
        progress(number / upto, f"{number} of {upto}")
    return "counted"


def fail(sentence: str) -> None:
    raise ValueError(sentence)


def refuse() -> None:
    raise Refused("The file", "is not ours")


def unsendable() -> object:
    return lambda: None


def die(*_asked: object) -> None:
    os._exit(3)


def never_end(*, progress: Callable[[float, str], None]) -> None:
    progress(0.0, str(os.getpid()))
    while True:
        time.sleep(60)


def hold_on(_order: object, *, progress: Callable[[float, str], None]) -> None:
    never_end(progress=progress)


def is_loaded(module: str) -> bool:
    return module in sys.modules

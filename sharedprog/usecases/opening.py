"""Opening a programme as a person does: the file, a backup of it as it was, and where the sample is kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from sharedprog.domain.plan.outline import rows_by_id
from sharedprog.domain.plan.schedule import schedule
from sharedprog.usecases.document import Clock, Document, system_clock
from sharedprog.usecases.history import past
from sharedprog.usecases.writer import Writer

SUFFIX = ".sharedprog"
"""How the name of a programme file ends."""


def open_programme(
    path: Path,
    *,
    who: str = "",
    clock: Clock = system_clock,
    writer: Writer | None = None,
    backups: Path | None = None,
    backed_up: Callable[[Exception | None], None] = lambda _: None,
) -> Document:
    """Open a file, and have a checked copy of it made in the folder of its own beneath ``backups``.

    The copy is made by the writer before anything else is written; ``backed_up`` hears how that went. Raises
    ``Trouble`` where the file cannot be opened.
    """
    document = Document.open(path, who=who, clock=clock, writer=writer)
    if backups is not None:
        back_up(document, backups, backed_up)
    return document


def at_hand(document: Document) -> Document:
    """The same document, once what every page leans on is worked out and kept.

    That is the plan, forwards and back, and what the last board saw.
    """
    dates = schedule(document.programme, document.today).dates
    for first in islice(rows_by_id(document.programme), 1):
        dates[first]  # the float of one task takes the whole way back
    for board in past(document)[-1:]:
        with suppress(ValueError):  # what cannot be read is told by ``checks``, and by the page that asks for it
            _ = board.results
    return document


def back_up(document: Document, backups: Path, backed_up: Callable[[Exception | None], None]) -> None:
    """Have the writer copy the file as it is now into the folder of its own beneath ``backups``."""

    def job() -> None:
        from sharedprog.store import backups as store

        store.back_up(document.file, backups / document.file.uuid, document.clock())

    document.writer.submit(job, backed_up)


def with_suffix(path: Path) -> Path:
    """The path as a programme file's: with its suffix, added where the person left it out."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

"""Taking a programme out: everything as JSON, registers as a workbook or CSV, the plan for Microsoft Project."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import history
from sharedprog.usecases.document import Document
from sharedprog.usecases.register_names import register_named

ENDINGS = (".json", ".xlsx", ".csv", ".xml")


def export(document: Document, target: Path, *, register: str | None = None, journal: bool = False) -> tuple[str, ...]:
    """Write the file that its ending asks for, whole or not at all; a sentence for each value that had to change.

    ``register`` is the key or the title of one register; ``journal`` adds the history to JSON. Raises ``Trouble``.
    """
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise Trouble(f"“{target.name}” does not say what to write. Let its name end in .json, .xlsx, .csv or .xml.")
    if target.exists() and target.samefile(document.path):
        raise Trouble(f"“{target.name}” is the programme itself. Choose another name.")
    if ending == ".json":
        if register is not None:
            raise Trouble("JSON holds everything. Leave the register out, or export to .xlsx or .csv.")
        _everything(document, target, journal=journal)
        return ()
    if journal:
        raise Trouble("Only JSON holds the history. Let the name end in .json, or leave the history out.")
    if ending == ".xml":
        if register is not None and register_named(register) is not TASKS:
            raise Trouble("XML only holds the plan. Export the other registers to .xlsx or .csv.")
        return _plan(document, target)
    chosen = REGISTERS if register is None else (register_named(register),)
    if ending == ".csv" and register is None:
        raise Trouble("A CSV file holds one register. Say which one, or export to .xlsx to have them all.")
    from sharedprog.usecases.exporting_sheets import table_of, tables_of

    view = history.view(document)
    if ending == ".csv":
        from sharedprog.exchange.csv_writing import write_csv

        write_csv(target, table_of(chosen[0], view))
        return ()
    from sharedprog.exchange.workbook_writing import write_xlsx

    return write_xlsx(target, tables_of(chosen, view))


def _plan(document: Document, target: Path) -> tuple[str, ...]:
    """The plan as Microsoft Project XML."""
    from sharedprog.exchange.project_writing import write_project
    from sharedprog.usecases.exporting_project import ProjectWriting

    writing = ProjectWriting(document.programme, document.today)
    write_project(target, writing.plan(), writing.figures())
    return tuple(writing.sentences())


def save_bytes(target: Path, content: bytes) -> None:
    """Put bytes in a file whole, over one of that name, or leave it as it was; raises ``Trouble``."""
    from sharedprog.exchange.replacing import replace_file

    def write(file: BinaryIO) -> None:
        file.write(content)

    replace_file(target, write)


def _everything(document: Document, target: Path, *, journal: bool) -> None:
    from sharedprog.exchange.everything import Everything
    from sharedprog.exchange.json_writing import hashes_in, write_json
    from sharedprog.store.header import SCHEMA

    told = document.journal() if journal else None
    document.writer.wait()
    kept = document.file.blobs()
    if not journal:
        named = hashes_in(document.programme)
        kept = {sha256: content for sha256, content in kept.items() if sha256 in named}
    write_json(target, Everything(document.programme, kept, told), SCHEMA)

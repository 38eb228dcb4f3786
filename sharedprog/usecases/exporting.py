"""Taking a programme out: everything as JSON, registers as a workbook or CSV, the plan for Microsoft Project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sharedprog.domain.confidence import discreet, without_names
from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.view import View
from sharedprog.exchange.everything import Everything
from sharedprog.exchange.replacing import Target, replace_file
from sharedprog.usecases import history
from sharedprog.usecases.document import Document
from sharedprog.usecases.register_names import register_named

ENDINGS = (".json", ".xlsx", ".csv", ".xml")


@dataclass(frozen=True)
class ExportOrder:
    """All that an export needs of the open programme, so that it can be written in any process."""

    name: str
    ending: str
    registers: tuple[str, ...]
    view: View
    everything: Everything | None = None


@dataclass(frozen=True)
class Exported:
    """The bytes of a file, and a sentence for each value that had to change."""

    content: bytes
    notes: tuple[str, ...]


def export(document: Document, target: Path, *, register: str | None = None, journal: bool = False) -> tuple[str, ...]:
    """Write the file that its ending asks for, whole or not at all; a sentence for each value that had to change.

    ``register`` is the key or the title of one register; ``journal`` adds the history to JSON. Raises ``Trouble``.
    """
    return _write(order(document, target, register=register, journal=journal), target)


def order(document: Document, target: Path, *, register: str | None = None, journal: bool = False) -> ExportOrder:
    """The same, to be written later by ``exported``; what is asked for is checked now."""
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise Trouble(f"“{target.name}” does not say what to write. Let its name end in .json, .xlsx, .csv or .xml.")
    if target.exists() and target.samefile(document.path):
        raise Trouble(f"“{target.name}” is the programme itself. Choose another name.")
    if ending == ".json" and register is not None:
        raise Trouble("JSON holds everything. Leave the register out, or export to .xlsx or .csv.")
    if ending != ".json" and journal:
        raise Trouble("Only JSON holds the history. Let the name end in .json, or leave the history out.")
    if ending == ".xml" and register is not None and register_named(register) is not TASKS:
        raise Trouble("XML only holds the plan. Export the other registers to .xlsx or .csv.")
    if ending == ".csv" and register is None:
        raise Trouble("A CSV file holds one register. Say which one, or export to .xlsx to have them all.")
    registers = tuple(each.key for each in REGISTERS) if register is None else (register_named(register).key,)
    everything = _everything(document, journal=journal) if ending == ".json" else None
    view = replace(history.view(document), programme=without_names(document.programme))
    return ExportOrder(target.name, ending, registers, view, everything)


def exported(wanted: ExportOrder, *, progress: Callable[[float, str], None]) -> Exported:
    """The bytes of an export, in any process; nothing is left behind where that is ended in their midst."""
    progress(0.1, f"Writing “{wanted.name}”…")
    file = BytesIO()
    notes = _write(wanted, file)
    progress(1.0, f"Saving “{wanted.name}”…")
    return Exported(file.getvalue(), notes)


def _write(wanted: ExportOrder, target: Target) -> tuple[str, ...]:
    chosen = [BY_KEY[key] for key in wanted.registers]
    if wanted.everything is not None:
        from sharedprog.exchange.json_writing import write_json
        from sharedprog.store.header import SCHEMA

        write_json(target, wanted.everything, SCHEMA)
        return ()
    if wanted.ending == ".xml":
        return _plan(wanted.view, target)
    from sharedprog.usecases.exporting_sheets import table_of, tables_of

    if wanted.ending == ".csv":
        from sharedprog.exchange.csv_writing import write_csv

        write_csv(target, table_of(chosen[0], wanted.view))
        return ()
    from sharedprog.exchange.workbook_writing import write_xlsx

    return write_xlsx(target, tables_of(chosen, wanted.view))


def _plan(view: View, target: Target) -> tuple[str, ...]:
    """The plan as Microsoft Project XML."""
    from sharedprog.exchange.project_writing import write_project
    from sharedprog.usecases.exporting_project import ProjectWriting

    writing = ProjectWriting(view.programme, view.as_at)
    write_project(target, writing.plan(), writing.figures())
    return tuple(writing.sentences())


def save_bytes(target: Path, content: bytes) -> None:
    """Put bytes in a file whole, over one of that name, or leave it as it was; raises ``Trouble``."""

    def write(file: BinaryIO) -> None:
        file.write(content)

    replace_file(target, write)


def _everything(document: Document, *, journal: bool) -> Everything:
    """The rows with the bytes that they name; with the history also those that it names."""
    from sharedprog.exchange.json_writing import hashes_in

    told = discreet(document.journal()) if journal else None
    document.writer.wait()
    kept = document.file.blobs()
    if not journal:
        named = hashes_in(document.programme)
        kept = {sha256: content for sha256, content in kept.items() if sha256 in named}
    return Everything(without_names(document.programme), kept, told)

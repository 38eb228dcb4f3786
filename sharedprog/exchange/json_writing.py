"""Everything out as JSON: snake_case names, ISO days, pence, working minutes, ids; one row a line."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from sharedprog.domain.changes import ChangeSet, Edit
from sharedprog.domain.fields import File
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.values import Json, encode
from sharedprog.exchange.everything import FORMAT, Everything
from sharedprog.exchange.replacing import Target, replace_file


def write_json(target: Target, everything: Everything, schema: int) -> None:
    """The whole file or nothing; raises ``Unwritable``. The same programme always gives the same bytes."""

    def write(file: BinaryIO) -> None:
        file.writelines(f"{line}\n".encode() for line in lines(everything, schema))

    replace_file(target, write)


def lines(everything: Everything, schema: int) -> Iterator[str]:
    """The lines of the file: the format, each register in order, the bytes, and the history where it is told."""
    yield "{"
    yield f'"format": {_text(FORMAT)},'
    yield f'"schema": {schema},'
    for register in REGISTERS:
        rows = [row_as_json(register, row) for row in everything.programme.rows(register)]
        if register.single:
            yield f"{_text(register.key)}: {_text(rows[0] if rows else None)},"
        else:
            yield from _listed(register.key, rows, ",")
    kept = {sha256: base64.b64encode(content).decode() for sha256, content in sorted(everything.blobs.items())}
    last = everything.journal is None
    yield f'"blobs": {_text(kept)}' + ("" if last else ",")
    if everything.journal is not None:
        yield from _listed("journal", [change_set_as_json(each) for each in everything.journal], "")
    yield "}"


def _listed(key: str, entries: Iterable[object], after: str) -> Iterator[str]:
    written = ",\n".join(_text(entry) for entry in entries)
    yield f"{_text(key)}: [\n{written}\n]{after}" if written else f"{_text(key)}: []{after}"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def row_as_json(register: Register[Any], row: Row) -> dict[str, Json]:
    """A row by its id and the names of its fields; unknown is ``null``."""
    return {"id": row.id, **{name: encode(getattr(row, name)) for name in register.fields}}


def change_set_as_json(change_set: ChangeSet) -> dict[str, object]:
    """A change set with each cell before and after."""
    return {
        "id": change_set.id,
        "title": change_set.title,
        "who": change_set.who,
        "at": moment_text(change_set.at),
        "undoes": change_set.undoes,
        "via": change_set.via,
        "edits": [_edit(edit) for edit in change_set.edits],
    }


def _edit(edit: Edit) -> dict[str, Json]:
    return {
        "register": edit.cell.register,
        "row": edit.cell.row,
        "field": edit.cell.field,
        "old": encode(edit.old),
        "new": encode(edit.new),
    }


def moment_text(moment: datetime) -> str:
    """A moment to the microsecond, so that a history comes back as it was."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def hashes_in(programme: Programme) -> frozenset[str]:
    """The hashes of the bytes that existing rows name."""
    found: set[str] = set()
    for register in REGISTERS:
        names = [name for name, kind in register.fields.items() if isinstance(kind, File)]
        for row in programme.rows(register) if names else ():
            found.update(value for name in names if (value := getattr(row, name)))
    return frozenset(found)

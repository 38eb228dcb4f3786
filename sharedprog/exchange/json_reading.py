"""Everything back from JSON. The file may be hostile: what it holds is checked before it is believed."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sharedprog.domain.fields import File, Value
from sharedprog.domain.problems import Problem
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.results import Results
from sharedprog.exchange.everything import FORMAT, Everything, Taken
from sharedprog.exchange.json_history import History
from sharedprog.exchange.json_values import id_of, shown, strict
from sharedprog.exchange.source import MEGABYTE, file_bytes
from sharedprog.exchange.trouble import Unreadable

LARGEST_JSON = 300 * MEGABYTE
MOST_PROBLEMS = 1_000
"""Problems that are listed; a file with more is not one to be mended by hand."""
BESIDES = frozenset({"format", "schema", "blobs", "journal"})


def read_json(path: Path, schema: int) -> Taken:
    """What the file holds and what is wrong with it; raises ``Unreadable`` where it is no such file at all."""
    top = _top(path, file_bytes(path, LARGEST_JSON))
    if top.get("format") != FORMAT:
        raise Unreadable(path, "it is JSON, but not an export of sharedprog; check that it is the right file.")
    number = top.get("schema")
    if type(number) is not int or number < 1:
        raise Unreadable(path, "it does not say which version of the format it has; export it again.")
    if number > schema:
        raise Unreadable(path, "it was made by a newer version of sharedprog; install that version to import it.")
    return Intake(path).take(top)


def _top(path: Path, data: bytes) -> dict[str, Any]:
    """The outermost object; names given twice, endless depth and numbers that are none are refused."""
    try:
        top = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise Unreadable(path, "it is not text in UTF-8, so it is not an export; check what it is.") from error
    except json.JSONDecodeError as error:
        raise Unreadable(
            path, f"line {error.lineno} is not JSON; the file may be cut short, or edited by hand. Export it again."
        ) from error
    except RecursionError as error:
        raise Unreadable(path, "it is nested far deeper than any export; check what it is.") from error
    except MemoryError as error:
        raise Unreadable(path, "it needs more memory than this computer has free.") from error
    except ValueError as error:
        raise Unreadable(path, f"{error}; export it again.") from error
    if not isinstance(top, dict):
        raise Unreadable(path, "it is JSON, but not an export of sharedprog; check that it is the right file.")
    return top


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"“{twice[:40]}” stands twice in one object")
    return made


def _no_number(name: str) -> None:
    raise ValueError(f"“{name}” is not a number")


class Intake:
    """Gathers rows, bytes and history of one file, and the problems of each."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.ids: dict[str, str] = {}
        self.entries = 0
        self.bad = 0

    def take(self, top: Mapping[str, Any]) -> Taken:
        """All of it."""
        for key in top.keys() - BY_KEY.keys() - BESIDES:
            self._problem(self.path.name, None, key, shown(top[key]), "the name of a register; it is left out")
        blobs = self._blobs(top.get("blobs", {}))
        rows = {key: self._rows(register, top.get(key), blobs) for key, register in BY_KEY.items() if key in top}
        programme = Programme.of_rows(rows)
        journal = None
        if top.get("journal") is not None:
            history = History()
            journal = history.take(top["journal"], programme if not self.problems else None)
            self.problems.extend(history.problems)
        listed = self.problems[:MOST_PROBLEMS]
        if len(self.problems) > MOST_PROBLEMS:
            more = f"{len(self.problems) - MOST_PROBLEMS:,} more problems"
            listed.append(Problem(self.path.name, None, "", more, "those above to be mended first"))
        return Taken(Everything(programme, blobs, journal), tuple(listed), self.entries, self.bad)

    def _problem(self, where: str, row: int | None, column: str, found: str, expected: str) -> None:
        self.problems.append(Problem(where, row, column[:80], found, expected, counted_in="entry"))

    def _rows(self, register: Register[Any], raw: object, blobs: Mapping[str, bytes]) -> list[Row]:
        if register.single:
            raw = [] if raw is None else [raw]
        if not isinstance(raw, list):
            self._problem(register.key, None, "", shown(raw), "a list of rows")
            return []
        self.entries += len(raw)
        made = [self._row(register, number, entry, blobs) for number, entry in enumerate(raw, start=1)]
        kept = [row for row in made if row is not None]
        self.bad += len(made) - len(kept)
        return kept

    def _row(self, register: Register[Any], number: int, raw: object, blobs: Mapping[str, bytes]) -> Row | None:
        """A row that exists; ``None`` where any of it could not be understood."""
        if not isinstance(raw, dict):
            self._problem(register.key, number, "", shown(raw), "an object with the fields of a row")
            return None
        before = len(self.problems)
        row_id = self._id(register, number, raw.get("id"))
        values: dict[str, Value] = {}
        for name, entry in raw.items():
            kind = register.fields.get(name)
            if name == "id":
                continue
            if kind is None:
                self._problem(register.key, number, name, shown(entry), f"a field of {register.title.lower()}")
                continue
            try:
                values[name] = _present(register, name, strict(kind, entry), entry)
                if isinstance(kind, File) and values[name]:
                    self._file(register, number, name, blobs.get(str(values[name])), entry)
            except Unread as unread:
                self._problem(register.key, number, name, unread.found, unread.expected)
        if len(self.problems) > before:
            return None
        made: Row = register.row(id=row_id, exists=True, **values)
        return made

    def _file(self, register: Register[Any], number: int, name: str, content: bytes | None, raw: object) -> None:
        """Bytes that a row names: they must be there, and what a board saw must be what this program writes."""
        if content is None:
            self._problem(register.key, number, name, shown(raw), "bytes under “blobs” with this hash")
        elif name == "results":
            try:
                Results.from_bytes(content)
            except ValueError:
                self._problem(register.key, number, name, shown(raw), "results as an export of sharedprog holds them")

    def _id(self, register: Register[Any], number: int, raw: object) -> str:
        try:
            row_id = id_of(raw)
        except Unread as unread:
            self._problem(register.key, number, "id", unread.found, unread.expected)
            return ""
        where = f"{register.key}, entry {number}"
        if row_id in self.ids:
            self._problem(register.key, number, "id", row_id, f"an id of its own; {self.ids[row_id]} has it too")
        self.ids.setdefault(row_id, where)
        return row_id

    def _blobs(self, raw: object) -> dict[str, bytes]:
        if not isinstance(raw, dict):
            self._problem("blobs", None, "", shown(raw), "an object of bytes in base64 by their SHA-256")
            return {}
        kept: dict[str, bytes] = {}
        for sha256, text in raw.items():
            try:
                content = base64.b64decode(text, validate=True)
            except (binascii.Error, ValueError, TypeError):
                self._problem("blobs", None, sha256, shown(text), "bytes in base64")
                continue
            if hashlib.sha256(content).hexdigest() == sha256:
                kept[sha256] = content
            else:
                self._problem("blobs", None, sha256, "other bytes", "the bytes whose SHA-256 this is")
        return kept


def _present(register: Register[Any], name: str, value: Value, raw: object) -> Value:
    """The value, unless ``null`` stands where a field always holds something; raises ``Unread``."""
    if value is None and register.defaults[name] in ("", False):
        raise Unread(shown(raw), "true or false" if register.defaults[name] is False else "text, which may be empty")
    return value

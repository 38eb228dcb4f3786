"""A GanttProject file (.gan) as records: each element with its attributes, its text and its line."""

from __future__ import annotations

from pathlib import Path

from defusedxml.ElementTree import DefusedXMLParser

from sharedprog.exchange.project_records import DEEPEST, Record, parse
from sharedprog.exchange.source import MEGABYTE, Contents, contents, file_bytes
from sharedprog.exchange.trouble import Unreadable

LARGEST = 50 * MEGABYTE
"""Bytes of a file; a plan of 10,000 tasks takes some 5 MB."""
MOST_ELEMENTS = 300_000
AGAIN = "open it in GanttProject, save it again, and import that."
TEXT = ""
"""Where a record keeps its text, among attributes that all have names."""


class Target:
    """Receives what the parser finds, and keeps it as a tree."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.parser = DefusedXMLParser(target=self, forbid_dtd=True)
        self.root: Record | None = None
        self._stack: list[Record] = []
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Called by the parser where an element begins."""
        line = self.parser.parser.CurrentLineNumber
        if self.root is None and name != "project":
            raise Unreadable(self.path, f"it is XML, but its first element is “{name[:40]}” and not a plan; {AGAIN}")
        self._count += 1
        if len(self._stack) >= DEEPEST or self._count > MOST_ELEMENTS:
            reason = f"its elements lie more than {DEEPEST} deep, or are more than {MOST_ELEMENTS:,}, at line {line}"
            raise Unreadable(self.path, f"{reason}, as in no plan; {AGAIN}")
        record = Record(name, name, line, {})
        record.fields.update(attributes)
        if self._stack:
            self._stack[-1].children.append(record)
        else:
            self.root = record
        self._stack.append(record)

    def data(self, text: str) -> None:
        """Called by the parser for each piece of text."""
        fields = self._stack[-1].fields
        fields[TEXT] = fields.get(TEXT, "") + text

    def end(self, _: str) -> None:
        """Called by the parser where an element ends."""
        self._stack.pop()

    def close(self) -> None:
        """Called by the parser at the end of the file."""


def read_elements(path: Path) -> Record:
    """The first element with all that is in it; raises ``Unreadable`` where the file is no such plan."""
    data = file_bytes(path, LARGEST)
    kind = contents(data)
    if kind is not Contents.XML:
        raise Unreadable(path, f"it is {kind.value}, not a plan from GanttProject; {AGAIN}")
    target = Target(path)
    parse(path, data, target.parser, AGAIN)
    if target.root is None:
        raise Unreadable(path, f"there is no plan in it; {AGAIN}")
    return target.root


def within(record: Record, *names: str) -> list[Record]:
    """The elements at the end of a way through elements of these names."""
    found = [record]
    for name in names:
        found = [child for each in found for child in each.named(name)]
    return found


def text_of(record: Record) -> str:
    """The text of an element, without spaces around it."""
    return record.fields.get(TEXT, "").strip()

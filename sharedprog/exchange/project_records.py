"""Microsoft Project XML as a stream of small records: no tree, no document type, no great depth."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from sharedprog.exchange.project_elements import DERIVED, EMPTY, NAMESPACE, RECORDS, SETTINGS, WANTED
from sharedprog.exchange.project_plan import Unread
from sharedprog.exchange.source import MEGABYTE, SPREADSHEET_2003
from sharedprog.exchange.trouble import AS_PLAN, AS_WORKBOOK, Unreadable

LARGEST_PLAN = 200 * MEGABYTE
"""Bytes. A plan of 10,000 tasks with their assignments takes some 50 MB."""
MOST_MARKS = 10_000_000
"""``<`` characters: five million elements, which take some five seconds to read."""
DEEPEST = 100
"""Elements within elements; a plan has nine."""
MOST_WITHIN = 100_000
"""Records within one record: links of a task, days of a calendar."""
MOST_UNKNOWN = 500_000
"""Unknown elements beyond those; the parser keeps every new name."""
MOST_UNREAD = 500
"""Different unknown elements that are counted apart; the others are counted together."""

PRIMAVERA = "APIBusinessObjects"
"""The first element of a plan in the XML of Primavera P6."""

_NOT_LISTED = DERIVED | SETTINGS
_NOTHING: frozenset[str] = frozenset()


class PrimaveraPlan(Unreadable):
    """XML that is a plan, but Primavera's."""


class Record:
    """One element with others in it: the text of those that are read, and the records within."""

    __slots__ = ("children", "fields", "line", "name", "place", "unread", "wanted")

    def __init__(self, name: str, place: str, line: int, unread: dict[str, list[int]]) -> None:
        self.name = name
        self.place = place
        self.line = line
        self.fields: dict[str, str] = {}
        self.children: list[Record] = []
        self.wanted = WANTED.get(place, _NOTHING)
        self.unread = unread

    def named(self, name: str) -> list[Record]:
        """The records within that have this name, in their order."""
        return [child for child in self.children if child.name == name]


class Target:
    """Receives what the parser finds; hands each finished record of ``RECORDS`` to ``take`` and forgets it."""

    def __init__(self, path: Path, take: Callable[[Record], None]) -> None:
        self.path = path
        self.take = take
        self.parser = DefusedXMLParser(target=self, forbid_dtd=True)
        self.unread: dict[str, dict[str, list[int]]] = {}
        self._unread_names = 0
        self._prefix = ""
        self._names: dict[str, str] = {}
        self._stack: list[Record] = []
        self._leaf = ""
        self._leaf_line = 0
        self._text: list[str] = []
        # the parser's own handlers would call Python twice for each; these do all there is to do
        self.parser.parser.StartElementHandler = self._first_start
        self.parser.parser.EndElementHandler = self._end
        self.parser.parser.CharacterDataHandler = self._text.append

    def close(self) -> None:
        """Called by the parser at the end of the file."""

    def _first_start(self, name: str, attributes: object) -> None:
        namespace, _, local = name.rpartition("}")
        if local != "Project" or namespace not in (NAMESPACE, ""):
            trouble = PrimaveraPlan if local == PRIMAVERA else Unreadable
            raise trouble(self.path, _not_a_plan(namespace, local))
        self._prefix = f"{namespace}}}" if namespace else ""
        known = {word for words in WANTED.values() for word in words}
        known |= {part for place in WANTED for part in place.split("/")}
        self._names = {self._prefix + word: word for word in known}
        self.parser.parser.StartElementHandler = self._start
        self._start(name, attributes)

    def _start(self, name: str, _: object) -> None:
        if self._leaf:
            self._open()
        self._leaf = self._names.get(name) or name.removeprefix(self._prefix)
        self._leaf_line = self.parser.parser.CurrentLineNumber
        self._text.clear()

    def _open(self) -> None:
        """The element that was taken for a leaf has an element in it, and so is a record."""
        name = self._leaf
        place = f"{self._stack[-1].place}/{name}" if self._stack else name
        if len(self._stack) >= DEEPEST:
            reason = f"its elements lie more than {DEEPEST} deep at line {self._leaf_line}, as in no plan"
            raise Unreadable(self.path, f"{reason}; {AS_PLAN}")
        counted = place if place in self.unread or len(self.unread) < MOST_UNREAD else "…"
        self._stack.append(Record(name, place, self._leaf_line, self.unread.setdefault(counted, {})))

    def _end(self, _: str) -> None:
        if not self._leaf:
            self._close(self._stack.pop())
            return
        name, self._leaf = self._leaf, ""
        text = "".join(self._text).strip()
        if not self._stack:
            raise Unreadable(self.path, f"there is no plan in it; {AS_PLAN}")
        record = self._stack[-1]
        if name in record.wanted:
            record.fields[name] = text
        elif text and name not in _NOT_LISTED:
            self._count(record.unread, name, text)

    def _close(self, record: Record) -> None:
        if record.place in RECORDS:
            self.take(record)
            return
        around = self._stack[-1].children
        around.extend([record] if record.place in WANTED else record.children)
        if len(around) > MOST_WITHIN:
            reason = f"one {record.name} after another fills it from line {around[0].line}, as in no plan"
            raise Unreadable(self.path, f"{reason}; {AS_PLAN}")

    def _count(self, unread: dict[str, list[int]], name: str, text: str) -> None:
        counts = unread.get(name)
        if counts is None:
            self._unread_names += 1
            if self._unread_names > MOST_UNKNOWN:
                raise Unreadable(self.path, f"hundreds of thousands of its elements are in no plan; {AS_PLAN}")
            counts = unread.setdefault(name if self._unread_names <= MOST_UNREAD else "…", [0, 0])
        counts[0] += 1
        counts[1] += text not in EMPTY


def read_records(path: Path, data: bytes, take: Callable[[Record], None]) -> tuple[Unread, ...]:
    """Hand each record to ``take`` as it ends, "Project" last; gives what was not read, place by place."""
    target = Target(path, take)
    parse(path, data, target.parser)
    return tuple(
        Unread(place=f"{place.removeprefix('Project/')}/{name}", count=count, telling=telling)
        for place, names in sorted(target.unread.items())
        for name, (count, telling) in sorted(names.items())
    )


def parse(path: Path, data: bytes, parser: DefusedXMLParser, instead: str = AS_PLAN) -> None:
    """Give the parser all of the data; raises ``Unreadable``, which ends in what to do ``instead``."""
    if data.count(b"<") > MOST_MARKS:
        raise Unreadable(path, "it holds more than five million elements; split the plan in its own program first.")
    try:
        parser.feed(data)
        parser.close()
    except DefusedXmlException as error:
        raise Unreadable(path, f"it defines a document type or entities, which no plan does; {instead}") from error
    except ParseError as error:
        line, column = error.position
        raise Unreadable(path, f"its XML is damaged at line {line}, character {column + 1}; {instead}") from error
    except (LookupError, UnicodeError, ValueError) as error:
        raise Unreadable(path, f"it is written in an alphabet that is not known; {instead}") from error


def _not_a_plan(namespace: str, local: str) -> str:
    if namespace.encode() == SPREADSHEET_2003:
        return f"it is a table in the XML format of Excel 2003; open it in Excel, {AS_WORKBOOK}"
    if local.lower() == "html":
        return f"it is a web page, not a plan; {AS_PLAN}"
    if local == PRIMAVERA:
        return "it is a plan from Primavera; export it there as Microsoft Project XML, and import that."
    return f"it is XML, but its first element is “{local[:40]}” and not a Microsoft Project plan; {AS_PLAN}"

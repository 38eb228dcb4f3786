"""The sample programme's content: TOML files of entries by register, read whole before anything is built."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sharedprog.domain.register import Register
from sharedprog.domain.registers import BY_KEY

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples" / "one_service"
"""Where the sample's files are."""
FILES = (
    "people",
    "workstreams",
    "plan",
    "risks_1",
    "risks_2",
    "issues",
    "poisons",
    "actions",
    "decisions",
)
"""Files of plain entries, in the order in which a programme office would fill its registers."""


class SampleError(Exception):
    """A fault in the sample's content; the text names the file and the entry."""

    def __init__(self, place: str, fault: str) -> None:
        super().__init__(f"{place}: {fault}")


@dataclass(frozen=True)
class Entry:
    """One row as written: its register, the name others call it by, and its values with the file's defaults."""

    place: str
    register: Register[Any]
    name: str
    values: Mapping[str, Any]
    defaults: Mapping[str, Mapping[str, Any]]
    later: Mapping[str, Any]


def read(folder: Path, stem: str) -> dict[str, Any]:
    """One file as tables; raises ``SampleError`` where it is missing or is not TOML."""
    path = folder / f"{stem}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SampleError(path.name, str(error)) from error


def entries(folder: Path) -> tuple[Entry, ...]:
    """All plain entries, file by file in the order written."""
    return tuple(entry for stem in FILES for entry in _entries_of(f"{stem}.toml", read(folder, stem)))


def _entries_of(file: str, tables: dict[str, Any]) -> Iterator[Entry]:
    defaults: dict[str, dict[str, Any]] = tables.pop("default", {})
    later: dict[str, dict[str, Any]] = tables.pop("later", {})
    for key in {**tables, **defaults, **later}:
        if key not in BY_KEY:
            raise SampleError(file, f"there is no register {key!r}")
    for key, rows in tables.items():
        for name, values in rows.items():
            merged = {**defaults.get(key, {}), **values}
            yield Entry(f"{file}: {name}", BY_KEY[key], name, merged, defaults, later.get(key, {}))

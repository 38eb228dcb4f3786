"""Rows by what people call them: those of the programme, and those that the same import brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sharedprog.domain.naming import names_of, short_name
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Row
from sharedprog.domain.registers import BY_KEY

MOST_NAMED = 12
"""Names that a sentence lists before it says only what kind of thing was expected."""


class Names:
    """Finds the row that a text means in one of several registers."""

    def __init__(self, programme: Programme, coming: Mapping[str, Iterable[Row]] | None = None) -> None:
        self.programme = programme
        self.coming = coming or {}
        self._known: dict[str, dict[str, str]] = {}

    def find(self, keys: tuple[str, ...], text: str) -> str | None:
        """The id of the row meant; ``None`` where there is none; raises ``Unread`` where two have that name."""
        wanted = " ".join(text.split()).casefold()
        for key in keys:
            found = self._of(key).get(wanted)
            if found == "":
                raise Unread(text, f"a name that only one of the {_plural(key)} has; use its label")
            if found is not None:
                return found
        return None

    def expected(self, keys: tuple[str, ...]) -> str:
        """What would have been found, as a noun: by name where there are few."""
        names = [short_name(BY_KEY[key], row) for key in keys for row in (*self._rows(key), *self.coming.get(key, ()))]
        kinds = " or ".join(_plural(key) for key in keys)
        if not names:
            return f"one of the {kinds}, of which there are none yet; add it first"
        if len(names) <= MOST_NAMED:
            return f"one of the {kinds}: {', '.join(names)}"
        return f"the label or the name of one of the {kinds}"

    def _rows(self, key: str) -> tuple[Row, ...]:
        return self.programme.tables[key].existing

    def _of(self, key: str) -> dict[str, str]:
        """Ids by name; empty where a name has several."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = {}
            register = BY_KEY[key]
            for row in (*self._rows(key), *self.coming.get(key, ())):
                for name in names_of(register, row):
                    known[name] = row.id if known.get(name, row.id) == row.id else ""
        return known


def _plural(key: str) -> str:
    return key.replace("_", " ")

"""Which register a person means by a word, and what its rows are called when they are counted."""

from __future__ import annotations

import re
from typing import Any

from sharedprog.domain.register import Register
from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.domain.trouble import Trouble

ALSO = {"plan": "tasks", "boards": "board_meetings", "agenda": "agenda_items", "matrix": "matrices"}
"""Short words that are neither the key, the title nor the singular of a register."""


def register_meant(word: str) -> Register[Any] | None:
    """The register with this key, title or singular, whatever the case; ``None`` where there is none."""
    wanted = _plain(word)
    for register in REGISTERS:
        if wanted in {_plain(register.key), _plain(register.title)}:
            return register
    alike = [register for register in REGISTERS if wanted == _plain(register.singular)]
    if len(alike) == 1:
        return alike[0]
    return BY_KEY.get(ALSO.get(wanted, ""))


def register_named(word: str) -> Register[Any]:
    """The same; raises ``Trouble`` that lists the registers."""
    found = register_meant(word)
    if found is None:
        raise Trouble(f"There is no register “{word}”. Registers: {', '.join(register.key for register in REGISTERS)}.")
    return found


def rows_of(register: Register[Any], number: int) -> str:
    """``1 risk``, ``40 risks``, ``no bank holidays``."""
    name = register.singular if number == 1 else register.key.replace("_", " ")
    return f"{number:,} {name}" if number else f"no {name}"


def _plain(word: str) -> str:
    return re.sub(r"[\W_]+", " ", word.casefold()).strip()

"""What a person says of the sheets of a file: which to take, where their headings are, what their columns mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sharedprog.domain.fields import File
from sharedprog.domain.register import Register
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.trouble import Trouble
from sharedprog.exchange.headings import normalised
from sharedprog.exchange.sheet import Sheet, letters
from sharedprog.usecases.editing import FIXED
from sharedprog.usecases.exporting_sheets import ROW_ID
from sharedprog.usecases.importing_choice import Chosen, WhichRegister, guess, left_out
from sharedprog.usecases.importing_headings import LEAVE_OUT, Columns, columns_at, columns_in, known_to, must_have
from sharedprog.usecases.importing_rows import SheetChoice
from sharedprog.usecases.importing_synonyms import EXTRAS
from sharedprog.usecases.register_names import register_named, rows_of

WORDS_FOR_NOTHING = frozenset({"", "leave out", "nothing", "none"})


def as_said(path: Path, sheets: Sequence[Sheet], choices: Sequence[SheetChoice]) -> Chosen:
    """The sheets that the person chose, read as they say; raises ``Trouble`` where that cannot be."""
    found: list[tuple[Sheet, Columns]] = []
    for choice in choices:
        sheet = _sheet(path, sheets, choice.sheet)
        columns = mapped(sheet, choice, _register(path, sheet, choice))
        lacking = what_lacks(columns)
        if lacking:
            raise Trouble(f"“{path.name}”, sheet “{sheet.name}”: {lacking}")
        found.append((sheet, columns))
    return Chosen(tuple(found), left_out(sheets, [sheet for sheet, _ in found]))


def mapped(sheet: Sheet, choice: SheetChoice, register: Register[Any]) -> Columns:
    """The columns of a sheet as they are said to be, and the others by their headings; raises ``Trouble``."""
    number = choice.headings
    if number is None:
        found = columns_in(sheet, register)
        number = found.number if found is not None else sheet.rows[0].number
    elif number and all(row.number != number for row in sheet.rows):
        raise Trouble(f"Row {number} of the sheet “{sheet.name}” is blank, so it holds no headings. Name another row.")
    said = dict(choice.columns)
    headings = columns_at(sheet, register, number, said).headings
    for words, meaning in choice.named.items():
        place = next((each for each, text in headings.items() if normalised(text) == normalised(words)), None)
        if place is None:
            known = ", ".join(f"“{text}”" for text in headings.values())
            raise Trouble(f"No column of the sheet “{sheet.name}” is headed “{words}”. Its headings: {known}.")
        said[place] = field_meant(register, meaning)
    _refuse_twice(register, headings, said)
    return columns_at(sheet, register, number, said)


def what_lacks(columns: Columns) -> str:
    """A sentence about what its columns must hold before rows can be told; empty where nothing lacks."""
    if columns.named:
        return ""
    register = columns.register
    must = must_have(register) or (register.name_field,)
    lacking = next((name for name in must if name not in columns.fields), register.name_field)
    label, rows = register.fields[lacking].label, rows_of(register, 2)[2:]
    return f"No column goes to “{label}”, so its rows cannot be told as {rows}. Say which column it is."


def fields_offered(register: Register[Any]) -> dict[str, str]:
    """What a column may be said to mean, with the words for it, in the order of the form."""
    never = {"order"} | (set() if register.prefix else {"ref"})
    fixed = FIXED if register.key == BOARD_MEETINGS.key else ()
    fields = {
        name: kind.label
        for name, kind in register.fields.items()
        if name not in never and name not in fixed and not isinstance(kind, File)
    }
    labels = Counter(fields.values())
    told = {name: label if labels[label] == 1 else f"{label} ({name})" for name, label in fields.items()}
    extras = {name: f"{name.capitalize()} (how rows belong together)" for name in EXTRAS.get(register.key, {})}
    return {**told, **extras, ROW_ID: f"{ROW_ID}, as sharedprog exports it"}


def field_meant(register: Register[Any], words: str) -> str:
    """The field that words name, by its label or its own name; ``LEAVE_OUT`` for none; raises ``Trouble``."""
    if words.strip().casefold() in WORDS_FOR_NOTHING:
        return LEAVE_OUT
    plain, offered = normalised(words), fields_offered(register)
    found = known_to(register.key).exact.get(plain) or next((name for name in offered if normalised(name) == plain), "")
    if found not in offered:
        fields = ", ".join(label for name, label in offered.items() if name in register.fields)
        raise Trouble(f"{register.title} have no field “{words}”. Their fields: {fields}; or “leave out”.")
    return found


def _sheet(path: Path, sheets: Sequence[Sheet], name: str) -> Sheet:
    plain = " ".join(name.split()).casefold()
    shown = [sheet for sheet in sheets if not sheet.hidden] or list(sheets)
    if not plain and len(shown) == 1:
        return shown[0]
    found = next((sheet for sheet in sheets if " ".join(sheet.name.split()).casefold() == plain), None)
    if found is None:
        names = ", ".join(f"“{sheet.name}”" for sheet in sheets)
        trouble = f"has no sheet “{name}” with anything in it" if plain else "has several sheets"
        raise Trouble(f"“{path.name}” {trouble}. Say which one it is: {names}.")
    return found


def _register(path: Path, sheet: Sheet, choice: SheetChoice) -> Register[Any]:
    if choice.register:
        return register_named(choice.register)
    guessed = guess(path, sheet)
    if guessed is None:
        raise WhichRegister(path)
    return guessed.register


def _refuse_twice(register: Register[Any], headings: Mapping[int, str], said: Mapping[int, str]) -> None:
    given: dict[str, int] = {}
    for place, meaning in said.items():
        if meaning and meaning in given:
            first, second = (headings.get(each, letters(each)) for each in (given[meaning], place))
            label = fields_offered(register).get(meaning, meaning)
            raise Trouble(f"“{first}” and “{second}” are both said to be “{label}”. Only one column can be.")
        given[meaning] = place

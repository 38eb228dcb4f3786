"""Putting back what an action changed: the edits that do it, and what came later that they would overwrite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sharedprog.domain.changes import Cell, ChangeSet, Edit, same
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register
from sharedprog.domain.registers import BY_KEY

Key = tuple[str, str]
"""A register's key and the id of one of its rows."""
ENDS = {"dependencies": ("parent", "predecessor"), "links": ("source", "target")}
"""Rows that mean nothing without both of these."""


def part_of(programme: Programme, edits: Iterable[Edit], register: str, row: str) -> tuple[Edit, ...]:
    """The edits of one row; where it was added or deleted, with those of what came and went with it."""
    by_row = _by_row(edits)
    existed = {key: of_row["exists"].new for key, of_row in by_row.items() if "exists" in of_row}
    chosen: dict[Key, None] = {(register, row): None}
    if (register, row) in existed:
        waiting = [row]
        while waiting:
            above = waiting.pop()
            for key, exists in existed.items():
                if key not in chosen and exists == existed[register, row] and _belongs(programme, key, above):
                    chosen[key] = None
                    waiting.append(key[1])
    return tuple(edit for key in chosen for edit in by_row.get(key, {}).values())


def since(journal: Iterable[ChangeSet], action: str, register: str, row: str) -> tuple[tuple[Edit, ...], set[Cell]]:
    """What an action and all later ones did to one row, first old to last new; and the cells later ones changed."""
    first: dict[Cell, Edit] = {}
    later: set[Cell] = set()
    begun = False
    for change_set in journal:
        begun = begun or change_set.id == action
        for edit in change_set.edits if begun and change_set.via is None else ():
            if (edit.cell.register, edit.cell.row) == (register, row):
                earlier = first.get(edit.cell)
                first[edit.cell] = edit if earlier is None else Edit(edit.cell, earlier.old, edit.new)
                if change_set.id != action:
                    later.add(edit.cell)
    return tuple(edit for edit in first.values() if not same(edit.old, edit.new)), later


def put_back(draft: Draft, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Undo these edits in a draft: rows that were added go, with what belongs to them, deleted ones come back.

    Answers what was changed since and would be overwritten, from what is there now to what would be there again.
    """
    by_row = _by_row(edits)
    lost: list[Edit] = []
    for key, of_row in by_row.items():
        register = BY_KEY[key[0]]
        if "exists" not in of_row:
            lost += _set(draft, of_row.values())
        elif not of_row["exists"].new:
            draft.set(register, key[1], "exists", value=True)
        elif draft.before.row(register, key[1]) is not None:
            lost += _changed_since(draft.before, key, of_row)
            draft.delete(register, key[1])
    added = {key for key, of_row in by_row.items() if "exists" in of_row and of_row["exists"].new}
    lost += [edit for edit in draft.edits if _goes(edit) and (edit.cell.register, edit.cell.row) not in added]
    _leave_loose_ends(draft, by_row)
    return tuple(lost)


def _set(draft: Draft, edits: Iterable[Edit]) -> list[Edit]:
    """Put the old values back; answers those that were changed once more since."""
    lost = []
    for edit in edits:
        register = BY_KEY[edit.cell.register]
        now = _now(draft.before, edit.cell)
        draft.set(register, edit.cell.row, edit.cell.field, edit.old)
        if not same(now, edit.new) and not same(now, edit.old):
            lost.append(Edit(edit.cell, now, edit.old))
    return lost


def _changed_since(programme: Programme, key: Key, of_row: Mapping[str, Edit]) -> list[Edit]:
    """What was written into a row after the action that made it; bringing it back wrote nothing."""
    if len(of_row) == 1:
        return []
    register = BY_KEY[key[0]]
    written: dict[str, Value] = {name: edit.new for name, edit in of_row.items()}
    lost = []
    for name in register.fields:
        first, now = written.get(name, register.defaults[name]), _now(programme, Cell(*key, name))
        if not same(first, now):
            lost.append(Edit(Cell(*key, name), now, first))
    return lost


def _leave_loose_ends(draft: Draft, by_row: Mapping[Key, Mapping[str, Edit]]) -> None:
    """Links of which an end is gone stay away."""
    after = draft.programme
    for key, row_id in by_row:
        row = after.row(BY_KEY[key], row_id)
        if row is None or key not in ENDS or draft.before.row(BY_KEY[key], row_id) is not None:
            continue
        if any(after.find(getattr(row, end), _targets(BY_KEY[key], end)) is None for end in ENDS[key]):
            draft.set(BY_KEY[key], row_id, "exists", value=False)


def _targets(register: Register[Any], field: str) -> tuple[str, ...]:
    """The registers that a field of links may point at."""
    to: tuple[str, ...] = getattr(register.fields[field], "to", ())
    return to


def _belongs(programme: Programme, key: Key, above: str) -> bool:
    """Whether a row, there or deleted, belongs to another or links it."""
    row = programme.all_rows(BY_KEY[key[0]]).get(key[1])
    return above in (getattr(row, name, None) for name in ("parent", *ENDS.get(key[0], ())))


def _by_row(edits: Iterable[Edit]) -> dict[Key, dict[str, Edit]]:
    """Edits by row and field; of a cell that was changed twice, from its first value to its last."""
    rows: dict[Key, dict[str, Edit]] = {}
    for edit in edits:
        of_row = rows.setdefault((edit.cell.register, edit.cell.row), {})
        earlier = of_row.get(edit.cell.field)
        of_row[edit.cell.field] = edit if earlier is None else Edit(edit.cell, earlier.old, edit.new)
    return rows


def _goes(edit: Edit) -> bool:
    return edit.cell.field == "exists" and not edit.new


def _now(programme: Programme, cell: Cell) -> Value:
    row = programme.all_rows(BY_KEY[cell.register]).get(cell.row)
    value: Value = BY_KEY[cell.register].defaults[cell.field] if row is None else getattr(row, cell.field)
    return value

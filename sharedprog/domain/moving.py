"""Order keys for rows that are put elsewhere among their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sharedprog.domain.drafting import Draft
from sharedprog.domain.ordering import DIGITS, after_last, between
from sharedprog.domain.register import Register


def give_keys(draft: Draft, register: Register[Any], order: Sequence[str], begin: int, count: int) -> None:
    """Order keys for the moved rows between their neighbours; fresh ones for all where there is no room."""
    keys = {row_id: str(draft.value(register, row_id, "order")) for row_id in order}
    before = keys[order[begin - 1]] if begin else ""
    after = keys[order[begin + count]] if begin + count < len(order) else ""
    for row_id in order[begin : begin + count]:
        if not set(before + after) <= set(DIGITS) or (after and before >= after):
            _number_anew(draft, register, order)
            return
        key = between(before, after) if after else after_last(before)
        if key <= before or (after and key >= after):
            _number_anew(draft, register, order)
            return
        draft.set(register, row_id, "order", key)
        before = key


def _number_anew(draft: Draft, register: Register[Any], order: Iterable[str]) -> None:
    key = ""
    for row_id in order:
        key = after_last(key)
        draft.set(register, row_id, "order", key)

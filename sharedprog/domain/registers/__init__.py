"""Every register there is, in the order in which people meet them."""

from typing import Any

from sharedprog.domain.register import Register
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.baselines import BASELINE_DATES, BASELINES
from sharedprog.domain.registers.board_meetings import (
    AGENDA_ITEMS,
    ASKS,
    ATTENDANCES,
    BOARD_MEETINGS,
    FORTNIGHT_LINES,
    RATINGS,
    TOLERANCES,
)
from sharedprog.domain.registers.calendars import CALENDAR_EXCEPTIONS, CALENDARS, WORK_WEEKS
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.matrices import MATRICES, MATRIX_BANDS, MATRIX_LEVELS
from sharedprog.domain.registers.notes import NOTES
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, REVIEWS, RISK_PARTNERS, RISKS
from sharedprog.domain.registers.saved_filters import SAVED_FILTERS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS

REGISTERS: tuple[Register[Any], ...] = (
    PROGRAMME,
    TASKS,
    DEPENDENCIES,
    WORKSTREAMS,
    BASELINES,
    BASELINE_DATES,
    RISKS,
    RISK_PARTNERS,
    RESPONSE_ACTIONS,
    REVIEWS,
    ISSUES,
    POISONS,
    ANTIDOTES,
    ACTIONS,
    DECISIONS,
    RATIFICATIONS,
    BOARD_MEETINGS,
    AGENDA_ITEMS,
    ATTENDANCES,
    ASKS,
    RATINGS,
    FORTNIGHT_LINES,
    TOLERANCES,
    PACKS,
    PARTNERS,
    PEOPLE,
    MATRICES,
    MATRIX_LEVELS,
    MATRIX_BANDS,
    CALENDARS,
    CALENDAR_EXCEPTIONS,
    WORK_WEEKS,
    BANK_HOLIDAYS,
    NOTES,
    LINKS,
    SAVED_FILTERS,
)
"""All registers; those with a ``place`` have a page of their own in the window."""

BY_KEY: dict[str, Register[Any]] = {register.key: register for register in REGISTERS}
"""Registers by key."""


def children_of(key: str) -> tuple[Register[Any], ...]:
    """The child registers whose rows may belong to a row of this register, other than its own outline."""
    return tuple(register for register in REGISTERS if key in register.child_of and register.key != key)

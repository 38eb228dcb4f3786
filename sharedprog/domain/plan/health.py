"""Schedule health: fourteen checks of how far a plan can be relied on, each with the tasks to look at.

The checks are tripwires, a minimum and no gold standard. What cannot be measured, for want of a baseline say, is told
as not measured and never counts as passed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sharedprog.domain.plan.health_baseline import execution, missed
from sharedprog.domain.plan.health_dates import date_checks
from sharedprog.domain.plan.health_links import link_checks
from sharedprog.domain.plan.health_material import Material
from sharedprog.domain.plan.health_path import delay_test, path_index
from sharedprog.domain.plan.health_terms import PRESETS, SHORT_DAYS, Check, Preset, preset
from sharedprog.domain.plan.schedule import Schedule, schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.words import counted

FAULTS = 3
"""Faults that are named in a line before the others are only counted."""


@dataclass(frozen=True)
class Health:
    """The fourteen checks of a plan in order; ``as_at`` is the day to which its progress is known."""

    preset: Preset
    as_at: date
    checks: tuple[Check, ...]

    @cached_property
    def measured(self) -> tuple[Check, ...]:
        """Checks that passed or failed."""
        return tuple(check for check in self.checks if check.state in ("pass", "fail"))

    @cached_property
    def failed(self) -> tuple[Check, ...]:
        """Checks that failed."""
        return tuple(check for check in self.checks if check.state == "fail")

    @property
    def passes(self) -> int:
        """How many passed."""
        return len(self.measured) - len(self.failed)

    def check(self, key: str) -> Check:
        """A check by its key."""
        return next(check for check in self.checks if check.kind.key == key)

    @property
    def line(self) -> str:
        """All of it in a line, such as *12 of 13 checks pass; missing links on 6 tasks. 1 could not be measured*."""
        if not self.measured:
            return "Nothing could be measured."
        faults = [fault_words(check) for check in self.failed]
        named = ", ".join(faults[:FAULTS])
        more = f" and {len(faults) - FAULTS} more" if len(faults) > FAULTS else ""
        unmeasured = sum(check.state == "unmeasured" for check in self.checks)
        rest = f" {unmeasured} could not be measured." if unmeasured else ""
        after = f"; {named}{more}" if named else ""
        return f"{self.passes} of {counted(len(self.measured), 'check')} pass{after}.{rest}"


def fault_words(check: Check) -> str:
    """What a failing check found: ``missing links on 6 tasks``."""
    number = len(check.failing) if check.kind.key == "finish_to_start" else check.count or 0
    return check.kind.fault.format(counted(number, check.kind.noun))


def health(programme: Programme, as_at: date, chosen: Preset | None = None) -> Health:
    """The checks on a day, by a preset or the one that suits the length of the plan."""
    made = schedule(programme, as_at)
    material = Material(programme, made, as_at, chosen or usual_preset(made))
    checks = (
        *link_checks(material),
        *date_checks(material),
        missed(material),
        delay_test(material),
        path_index(material),
        execution(material),
    )
    return Health(material.preset, material.status, checks)


def usual_preset(made: Schedule) -> Preset:
    """The limits that suit a plan: those of a short programme for one of six months or less."""
    if made.start is None or made.finish is None:
        return PRESETS[0]
    return preset("short" if made.calendar.length(made.start, made.finish) <= SHORT_DAYS else "dcma")

"""Checks 1 to 4: whether the links of the plan are all there, and of a kind that can be relied on."""

from __future__ import annotations

from collections.abc import Iterator

from sharedprog.domain.plan.health_material import Material, made, share
from sharedprog.domain.plan.health_terms import Check, Failing, percent_words
from sharedprog.domain.registers.tasks import Dependency, Task

DONE = "Nothing is left to do."
NO_LINKS = "No unfinished task waits for another by a link."
KINDS = {"SS": "start to start", "FF": "finish to finish", "SF": "start to finish"}
CLOCK_DAY = 1440


def link_checks(material: Material) -> Iterator[Check]:
    """The four checks."""
    links = material.links
    yield share(material, "missing_links", _missing(material), len(material.left), reason=DONE)
    leads = [link for link in links if _lag(link) < 0]
    failing = [_fails(link, f"Its link to {_first(material, link)} has a lead of {_words(material, link)}: split that "
                            "task, and wait for the part that must be done first.") for link in leads]  # fmt: skip
    yield share(material, "leads", failing, len(links), reason=NO_LINKS)
    lags = [link for link in links if _lag(link) > 0]
    failing = [_fails(link, f"Its link to {_first(material, link)} has a lag of {_words(material, link)}: make the "
                            "wait a task of its own, with an owner.") for link in lags]  # fmt: skip
    yield share(material, "lags", failing, len(links), reason=NO_LINKS)
    yield _finish_to_start(material, links)


def _missing(material: Material) -> Iterator[Failing]:
    """Links to and from the summary tasks above a task count as its own."""
    network = material.worked.network
    looped = {task_id for loop in network.loops for task_id in loop}
    for task in material.left:
        if task.id in looped:
            yield Failing(task.id, "It waits for itself in a loop of links: take one of them away.")
            continue
        place = material.place(task)
        before = any(True for _ in network.predecessors(place)) or task == material.beginning
        after = any(True for _ in network.successors(place)) or task == material.end
        if not (before or after):
            yield Failing(
                task.id, "No link leads to it or from it: link it to what it waits for and what waits for it."
            )
        elif not before:
            yield Failing(task.id, "It waits for nothing: link it to the task that must be done first.")
        elif not after:
            yield Failing(task.id, "Nothing waits for it: link it to the task that needs it, or to its milestone.")


def _finish_to_start(material: Material, links: list[Dependency]) -> Check:
    least = material.preset.finish_to_start
    threshold = f"at least {percent_words(least * 100)}"
    if not links:
        return made(material, "finish_to_start", threshold, reason=NO_LINKS)
    others = [link for link in links if link.kind in KINDS]
    failing = [
        _fails(
            link,
            f"Its link to {_first(material, link)} is {KINDS[link.kind or '']}: make it finish to start, unless both "
            "truly go on together.",
        )
        for link in others
    ]
    plain = len(links) - len(others)
    passed = plain >= least * len(links) - 1e-9
    return made(material, "finish_to_start", threshold, passed=passed, count=plain, of=len(links), failing=failing)


def _fails(link: Dependency, sentence: str) -> Failing:
    return Failing(link.parent or "", sentence)


def _first(material: Material, link: Dependency) -> str:
    return material.name(link.predecessor)


def _lag(link: Dependency) -> int:
    return (link.lag_percent if link.lag_kind == "percent" else link.lag) or 0


def _words(material: Material, link: Dependency) -> str:
    size = abs(_lag(link))
    if link.lag_kind == "percent":
        return f"{percent_words(size)} of its length"
    if link.lag_kind == "elapsed":
        return f"{days_words(size / CLOCK_DAY)} by the clock"
    return days_words(material.days(size))


def days_words(days: float) -> str:
    """``1 day``, ``2.5 days``."""
    shown = f"{days:.2f}".rstrip("0").rstrip(".")
    return f"{shown} day" if shown == "1" else f"{shown} days"


def is_timed(task: Task) -> bool:
    """Whether a task takes time."""
    return bool(task.duration) and not task.milestone

"""Links between the tasks of a Microsoft Project plan, of every kind and with every lag."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sharedprog.domain.fields import Value
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import DEPENDENCIES, Dependency
from sharedprog.exchange.project_plan import PlanLink, ProjectPlan
from sharedprog.usecases.importing_rows import PlannedRow

LINKS = "Links"


def planned_links(
    programme: Programme, plan: ProjectPlan, ids: Mapping[int, str], make_id: Callable[[], str]
) -> Iterator[PlannedRow]:
    """A row for each link; one between the same two tasks is updated, of the same kind if there is such a one.

    ``ids`` are row ids by UID.
    """
    known: dict[tuple[str | None, str | None], list[Dependency]] = {}
    for row in programme.rows(DEPENDENCIES):
        known.setdefault((row.parent, row.predecessor), []).append(row)
    stated_kinds = {(ids[link.successor_uid], ids[link.predecessor_uid], link.kind) for link in plan.links}
    for link in plan.links:
        successor, predecessor = ids[link.successor_uid], ids[link.predecessor_uid]
        between = known.get((successor, predecessor), [])
        free = (row for row in between if (successor, predecessor, row.kind) not in stated_kinds)
        before = next((row for row in between if row.kind == link.kind), None) or next(free, None)
        if before is not None:
            between.remove(before)
        dependency: Dependency = before or DEPENDENCIES.blank(make_id())
        stated: dict[str, Value] = {"parent": successor, "predecessor": predecessor, "kind": link.kind}
        stated.update(lag_of(link))
        values = {name: value for name, value in stated.items() if value != getattr(dependency, name)}
        yield PlannedRow(
            register=DEPENDENCIES.key,
            id=dependency.id,
            where=LINKS,
            number=link.line,
            name=f"{link.predecessor_uid} {link.kind} {link.successor_uid}",
            state="new" if before is None else "changed" if values else "same",
            values=values,
        )


def lag_of(link: PlanLink) -> dict[str, Value]:
    """The lag in working minutes, in minutes on the clock, or in per cent of the predecessor's duration."""
    if link.lag_unit in ("percent", "elapsed percent"):
        return {"lag": 0, "lag_kind": "percent", "lag_percent": link.lag}
    kind = "elapsed" if link.lag_unit == "elapsed" else "working"
    return {"lag": link.lag, "lag_kind": kind, "lag_percent": None}

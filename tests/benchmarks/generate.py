"""A programme far larger than any board has seen, made through the one door, to measure with.

Ten thousand tasks in fifty projects, two thousand risks, a thousand issues, seven boards held, and a hundred
thousand edits made after the rows were added, fifty to a change set. The same seed gives the same programme.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from sharedprog.domain.boards import in_order
from sharedprog.domain.fields import Value
from sharedprog.domain.register import Register
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.words import DAY_MINUTES
from sharedprog.usecases import boards
from sharedprog.usecases.document import Document
from sharedprog.usecases.programmes import Start, create

START = date(2025, 1, 6)
BOARDS = 7
PROJECTS, STAGES = 50, 10
AT_ONCE = 50
"""Edits to a change set."""
LOADED = 500
"""Rows to a change set while the programme is filled."""
PARTNERS = ("North Vale Council", "South Vale Council", "Vale Police")
DEEDS = (
    "Agree",
    "Build",
    "Check",
    "Close",
    "Design",
    "Draft",
    "Move",
    "Review",
    "Sign off",
    "Test",
    "Train for",
    "Write",
)
THINGS = (
    "accounts",
    "budgets",
    "case files",
    "contracts",
    "desk rota",
    "interfaces",
    "payroll rules",
    "policies",
    "reports",
)
SERVICES = ("audit", "benefits", "exchequer", "facilities", "fleet", "HR", "ICT", "legal", "procurement", "revenues")
FAULTS = (
    "is late",
    "costs more than agreed",
    "does not fit the other partner",
    "has no owner",
    "is refused",
    "is lost",
)

Added = tuple[Register[Any], dict[str, Value]]


class Maker:
    """Rows and edits drawn from one seed, on a clock that goes forward through two years."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - the same programme each time, not a secret
        self.now = datetime.combine(START, datetime.min.time(), UTC) + timedelta(hours=9)
        self.made = 0
        self.people: list[str] = []
        self.workstreams: list[str] = []

    def clock(self) -> datetime:
        """Now, in the story."""
        return self.now

    def next_id(self) -> str:
        """The next id: 32 hex digits from the seed."""
        return f"{self.random.getrandbits(128):032x}"

    def subject(self) -> str:
        """A few words that no other row has."""
        self.made += 1
        return f"{self.random.choice(THINGS)} of {self.random.choice(SERVICES)} {self.made}"


def generate(
    path: Path,
    *,
    tasks: int = 10_000,
    risks: int = 2_000,
    issues: int = 1_000,
    edits: int = 100_000,
    seed: int = 2026,
    progress: Callable[[str], None] = lambda _: None,
) -> None:
    """Make the programme in a new file; ``progress`` hears what is being made."""
    maker = Maker(seed)
    start = Start("Vale Partnership", PARTNERS, START, START + timedelta(days=900))
    document = create(path, start, who="Programme Manager", clock=maker.clock)
    document.make_id = maker.next_id
    progress("people and workstreams")
    maker.people = _load(
        document, ((PEOPLE, {"title": f"Head of {name}, team {n}"}) for n in range(20) for name in SERVICES)
    )
    maker.workstreams = _load(document, ((WORKSTREAMS, {"title": name.capitalize()}) for name in SERVICES))
    progress(f"{tasks:,} tasks")
    planned = _plan(document, maker, tasks)
    progress(f"{risks:,} risks and {issues:,} issues")
    risked = _load(document, (_risk(document, maker) for _ in range(risks)))
    raised = _load(document, (_issue(maker) for _ in range(issues)))
    boards.propose(document, BOARDS + 3)
    rounds = BOARDS + 1
    for number in range(rounds):
        progress(f"edits before board {number + 1}")
        _edit(document, maker, (planned, risked, raised), edits * (number + 1) // rounds - edits * number // rounds)
        maker.now += timedelta(days=14)
        if number < BOARDS:
            boards.hold(document, in_order(document.programme)[number].id)
    document.close()


def _load(document: Document, rows: Iterable[Added]) -> list[str]:
    """Add rows, several hundred to a change set; their ids."""
    ids: list[str] = []
    source = iter(rows)
    while some := list(islice(source, LOADED)):
        draft = document.draft()
        ids.extend(draft.add(register, None, **values) for register, values in some)
        document.apply(f"Import {len(some)} {some[0][0].title.lower()}", draft.edits)
    return ids


def _plan(document: Document, maker: Maker, tasks: int) -> list[str]:
    """Projects, their stages and the tasks of those, so many in all; the ids of the tasks without the summaries."""
    projects = _load(document, ((TASKS, {"title": f"Project {n}: {maker.subject()}"}) for n in range(1, PROJECTS + 1)))
    stages = _load(
        document,
        ((TASKS, {"title": f"Stage: {maker.subject()}", "parent": up}) for up in projects for _ in range(STAGES)),
    )
    count = max(0, tasks - len(projects) - len(stages))
    leaves = _load(document, (_task(maker, stages[place * len(stages) // count]) for place in range(count)))
    _load(document, _links(maker, leaves))
    return leaves


def _task(maker: Maker, parent: str) -> Added:
    values: dict[str, Value] = {
        "title": f"{maker.random.choice(DEEDS)} {maker.subject()}",
        "parent": parent,
        "duration": maker.random.randint(1, 20) * DAY_MINUTES,
        "owner": maker.random.choice(maker.people),
        "workstream": maker.random.choice(maker.workstreams),
    }
    return TASKS, values


def _links(maker: Maker, leaves: list[str]) -> Iterator[Added]:
    """Each task of a project after the one before it, now and then with a lag."""
    for place in range(1, len(leaves)):
        if place * PROJECTS // len(leaves) == (place - 1) * PROJECTS // len(leaves):
            lag = maker.random.choice((0, 0, 0, 2)) * DAY_MINUTES
            yield DEPENDENCIES, {"parent": leaves[place], "predecessor": leaves[place - 1], "lag": lag}


def _risk(document: Document, maker: Maker) -> Added:
    subject = maker.subject()
    values: dict[str, Value] = {
        "title": f"{subject.capitalize()} {maker.random.choice(FAULTS)}",
        "cause": f"Nobody has agreed {subject}.",
        "event": f"The work on {subject} stops.",
        "effect": "The date moves and the cost is borne by one partner.",
        "owner": maker.random.choice(maker.people),
        "workstream": maker.random.choice(maker.workstreams),
        "matrix": document.programme.matrix_id,
        "likelihood": maker.random.randint(1, 5),
        "impact": maker.random.randint(1, 5),
        "raised": START,
        "next_review": START + timedelta(days=maker.random.randint(30, 700)),
    }
    return RISKS, values


def _issue(maker: Maker) -> Added:
    values: dict[str, Value] = {
        "title": f"{maker.subject().capitalize()} {maker.random.choice(FAULTS)}",
        "severity": maker.random.choice(("manager", "authority", "board", "corporate")),
        "priority": maker.random.choice(("high", "medium", "low")),
        "owner": maker.random.choice(maker.people),
        "raised": START,
    }
    return ISSUES, values


def _edit(document: Document, maker: Maker, ids: tuple[list[str], list[str], list[str]], count: int) -> None:
    """So many cells changed, fifty to a change set, a few minutes apart."""
    registers: tuple[Register[Any], ...] = (TASKS, RISKS, ISSUES)
    kinds = [kind for kind in zip(registers, ids, (7, 2, 1), strict=True) if kind[1]]
    while count > 0:
        draft = document.draft()
        while len(draft.edits) < min(AT_ONCE, count):
            register, rows, _ = maker.random.choices(kinds, [kind[2] for kind in kinds])[0]
            row = maker.random.choice(rows)
            for field, value in _another(register, maker).items():
                draft.set(register, row, field, value)
        made = draft.edits[:count]
        document.apply(f"Change {len(made)} cells", made)
        count -= len(made)
        maker.now += timedelta(minutes=5)


def _another(register: Register[Any], maker: Maker) -> dict[str, Value]:
    """New values for one row of a register."""
    if register == TASKS:
        return {"duration": maker.random.randint(1, 25) * DAY_MINUTES, "owner": maker.random.choice(maker.people)}
    if register == RISKS:
        return {"likelihood": maker.random.randint(1, 5), "impact": maker.random.randint(1, 5)}
    return {"priority": maker.random.choice(("high", "medium", "low"))}

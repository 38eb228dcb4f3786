"""Cross-references between registers: the one place where a row points at a row of another kind."""

from dataclasses import dataclass
from typing import Annotated

from sharedprog.domain.fields import Choice, Link, options
from sharedprog.domain.register import Register, Row

LINKED = ("risks", "issues", "poisons", "actions", "decisions", "tasks")


@dataclass(frozen=True, kw_only=True)
class Reference(Row):
    """``source`` stands in a relation to ``target``; *became* keeps the lineage of poison, risk and issue."""

    source: Annotated[
        str | None, Link(label="From", to=LINKED, required=True, help="The row that the link starts from.")
    ] = None
    target: Annotated[
        str | None, Link(label="To", to=LINKED, required=True, help="The row that the link leads to.")
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            label="How",
            options=options(became="became", about="is about", answers="is answered by"),
            help="How the first stands to the second.",
        ),
    ] = "about"


LINKS = Register(
    key="links",
    row=Reference,
    title="Links",
    singular="link",
    name_field="kind",
    columns=("source", "kind", "target"),
)

"""People and posts: every owner, lead, actionee, presenter and member is one of these."""

from dataclasses import dataclass
from typing import Annotated

from sharedprog.domain.fields import Link, Text
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class Person(Row):
    """A person, or a post whoever holds it."""

    title: Annotated[
        str,
        Text(
            label="Name or role title",
            width=28,
            required=True,
            help="A name, or a role title, which stays right when people change posts.",
        ),
    ] = ""
    partner: Annotated[str | None, Link(label="Partner", to=("partners",), help="The partner they work for.")] = None
    email: Annotated[str, Text(label="E-mail", width=28, help="Where they can be written to.")] = ""


PEOPLE = Register(
    key="people",
    row=Person,
    title="People",
    singular="person",
    prefix="PE",
    place="Partnership",
    columns=("ref", "title", "partner", "email"),
    groups=(Group("Person", ("title", "partner", "email")),),
    empty="People arrive by themselves when you type an owner. You can also add them here.",
)

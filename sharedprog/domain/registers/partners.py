"""The public bodies that share the service: two or more."""

from dataclasses import dataclass
from typing import Annotated

from sharedprog.domain.fields import Choice, File, Link, Text, options
from sharedprog.domain.register import Group, OrderedRow, Register

COLOURS = options(
    teal="Teal",
    plum="Plum",
    ochre="Ochre",
    slate="Slate",
    moss="Moss",
    brick="Brick",
    navy="Navy",
    rose="Rose",
)
KINDS = options(
    council="Council",
    police="Police force",
    fire="Fire and rescue service",
    health="Health body",
    other="Other",
)


@dataclass(frozen=True, kw_only=True)
class Partner(OrderedRow):
    """One partner in the shared service."""

    title: Annotated[
        str,
        Text(label="Partner", width=28, required=True, help="The whole name of a council, a force or another body."),
    ] = ""
    short_name: Annotated[str, Text(label="Short name", width=12, longest=30, help="As it stands in tables.")] = ""
    kind: Annotated[str | None, Choice(label="Kind", options=KINDS, help="What kind of body it is.")] = None
    colour: Annotated[
        str | None, Choice(label="Colour", width=10, options=COLOURS, help="The colour to know it by.")
    ] = None
    calendar: Annotated[
        str | None, Link(label="Working times", to=("calendars",), help="Empty for those of the programme.")
    ] = None
    logo: Annotated[str | None, File(label="Logo", help="A picture printed on the cover of packs.")] = None


PARTNERS = Register(
    key="partners",
    row=Partner,
    title="Partners",
    singular="partner",
    prefix="PA",
    place="Partnership",
    ordered=True,
    columns=("ref", "title", "short_name", "kind", "colour"),
    groups=(Group("Partner", ("title", "short_name", "kind", "calendar")), Group("How it looks", ("colour", "logo"))),
    empty="A partnership has two partners or more. Add the first.",
)

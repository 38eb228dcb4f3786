"""Days on which nobody works; filled once from published tables, then the programme's own."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Choice, Day, Text, options
from sharedprog.domain.register import Group, Register, Row

DIVISIONS = options(england="England and Wales", scotland="Scotland", northern_ireland="Northern Ireland")


@dataclass(frozen=True, kw_only=True)
class BankHoliday(Row):
    """One day closed in one division of the United Kingdom, or, without a division, to everyone."""

    title: Annotated[str, Text(label="Bank holiday", width=28, required=True, help="What the day is called.")] = ""
    day: Annotated[
        date | None,
        Day(label="Day", required=True, help="A day on which nobody works, unless the working times say so."),
    ] = None
    division: Annotated[
        str | None, Choice(label="Where", width=20, options=DIVISIONS, help="Empty when closed everywhere.")
    ] = None


BANK_HOLIDAYS = Register(
    key="bank_holidays",
    row=BankHoliday,
    title="Bank holidays",
    singular="bank holiday",
    prefix="H",
    place="Partnership",
    columns=("day", "title", "division"),
    groups=(Group("Bank holiday", ("title", "day", "division")),),
    empty="Bank holidays are filled in when a programme is made. Add one-off days here.",
)

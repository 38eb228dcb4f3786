"""Days on which nobody works; filled once from published tables, then the programme's own."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Day, Text
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class BankHoliday(Row):
    """One day closed to both partners."""

    title: Annotated[str, Text(label="Bank holiday", width=28, required=True)] = ""
    day: Annotated[date | None, Day(label="Day", required=True)] = None


BANK_HOLIDAYS = Register(
    key="bank_holidays",
    row=BankHoliday,
    title="Bank holidays",
    singular="bank holiday",
    prefix="H",
    place="Partnership",
    columns=("day", "title"),
    groups=(Group("Bank holiday", ("title", "day")),),
    empty="Bank holidays are filled in when a programme is made. Add one-off days here.",
)

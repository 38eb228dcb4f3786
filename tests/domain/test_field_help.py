"""What is this? Every field of every register says it in a sentence."""

from typing import Any

import pytest

from sharedprog.domain.columns import columns_of
from sharedprog.domain.field_help import what_is_this
from sharedprog.domain.fields import Day, Duration, Kind, Link, Money
from sharedprog.domain.register import Register
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import TASKS

FIELDS = [(register, name, kind) for register in REGISTERS for name, kind in register.fields.items()]


@pytest.mark.parametrize(("register", "name", "kind"), FIELDS, ids=[f"{each.key}-{name}" for each, name, _ in FIELDS])
def test_every_field_says_what_it_is(register: Register[Any], name: str, kind: Kind) -> None:
    assert kind.help, "what it is for comes from the register, not from its kind alone"
    assert what_is_this(kind).endswith(".")
    assert kind.help.rstrip(".").casefold() != kind.label.casefold(), "its label is no sentence about it"


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.key)
def test_every_column_says_what_it_is(register: Register[Any]) -> None:
    assert [column.label for column in columns_of(register.key).values() if not column.help] == []


def test_it_says_how_each_kind_is_typed() -> None:
    assert what_is_this(Duration(label="Days left", help="What is still to do.")) == (
        "What is still to do. Type days as 5d, 2w or 4h."
    )
    assert "3 dec" in what_is_this(TASKS.fields["deadline"])
    assert "£1,250.50" in what_is_this(Money(label="Cost"))
    assert "becomes a person" in what_is_this(TASKS.fields["owner"])
    assert "becomes a person" not in what_is_this(Link(label="Part of", to=("tasks",)))
    assert what_is_this(PROGRAMME.fields["day_minutes"]).endswith("from 60 to 1,440 min.")
    assert what_is_this(Day(label="Day")).startswith("Type a day")

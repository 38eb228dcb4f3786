"""Each kind of field, in and out: JSON, words, and what people type."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any, assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.fields import (
    RAG,
    Choice,
    Clock,
    Day,
    Duration,
    File,
    Flag,
    Kind,
    Level,
    Link,
    Moment,
    Money,
    Percent,
    Prose,
    Text,
    Value,
    Whole,
)
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.registers.matrices import Matrix, MatrixLevel
from sharedprog.domain.registers.people import Person
from sharedprog.domain.registers.risks import Risk
from sharedprog.domain.values import Json, decode, encode, read, show
from sharedprog.domain.words import local

TODAY = date(2026, 11, 22)
WORDS = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")
PROGRAMME = Programme.of_rows(
    {
        "matrices": [Matrix(id="m", exists=True, title="Five by five")],
        "matrix_levels": [
            MatrixLevel(id=f"{axis}{step}", exists=True, parent="m", axis=axis, level=step, title=word)
            for axis in ("likelihood", "impact")
            for step, word in enumerate(WORDS, start=1)
        ],
        "people": [Person(id="p1", exists=True, title="Head of ICT"), Person(id="p2", exists=True, title="Clerk")],
        "risks": [Risk(id="r1", exists=True, ref="R-001", title="Ledger is late")],
    }
)
MOMENTS = (
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1))  # noqa: DTZ001 - UTC is put on it
    .map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC))
    .filter(lambda moment: not local(moment).fold)
)  # what clocks show twice in a year is read as the first time
LINES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp", "Zs"]), min_size=1, max_size=20)


def values_of(kind: Kind) -> st.SearchStrategy[Any]:
    """Values that someone could have put in a field of a kind."""
    match kind:
        case Text():
            return LINES.filter(lambda text: len(text) <= kind.longest)
        case Prose():
            return st.lists(LINES, min_size=1, max_size=3).map("\n".join)
        case Whole():
            return st.integers(kind.lowest, kind.highest)
        case Money():
            return st.integers(-(10**12), 10**12)
        case Percent():
            return st.integers(0, 100)
        case Duration():
            return st.integers(-20_000, 20_000).map(lambda twentieths: twentieths * 24)
        case Day():
            return st.dates(date(1900, 1, 1), date(2199, 12, 31))
        case Clock():
            return st.builds(time, st.integers(0, 23), st.integers(0, 59))
        case Moment():
            return MOMENTS
        case Choice():
            return st.sampled_from([option.code for option in kind.options])
        case Level():
            return st.integers(1, 5)
        case Flag():
            return st.booleans()
        case Link():
            return st.sampled_from(["p1", "p2"] if "people" in kind.to else ["r1"])
        case File():
            return st.text("0123456789abcdef", min_size=64, max_size=64)
        case _:
            assert_never(kind)


FIELDS = [
    pytest.param(kind, id=f"{register.key}.{name}") for register in REGISTERS for name, kind in register.fields.items()
]
KINDS: list[Kind] = [
    Text(label="Title"),
    Prose(label="Description"),
    Whole(label="Cadence", unit="days"),
    Whole(label="Number", lowest=-1000, highest=1000),
    Money(label="Cost"),
    Percent(label="Done"),
    Duration(label="Days"),
    Day(label="Due"),
    Clock(label="From"),
    Moment(label="Made"),
    Choice(label="Rating", options=RAG),
    Level(label="Likelihood"),
    Level(label="Impact", scale="impact"),
    Level(label="Potency", scale="potency"),
    Flag(label="Held"),
    Link(label="Owner", to=("people",)),
    Link(label="Risk", to=("issues", "risks")),
    File(label="Logo"),
]
NAMED = [pytest.param(kind, id=f"{type(kind).__name__} {kind.label}") for kind in KINDS]


@pytest.mark.parametrize("kind", NAMED)
@given(data=st.data())
def test_a_value_in_the_journal_comes_back_as_it_was(kind: Kind, data: st.DataObject) -> None:
    value = data.draw(st.none() | values_of(kind))

    kept = encode(value)

    assert decode(kind, kept) == value
    assert type(decode(kind, kept)) is type(value)
    assert kept is None or isinstance(kept, str | int | bool)


@pytest.mark.parametrize("kind", [each for each in NAMED if "File" not in str(each.id)])
@given(data=st.data())
def test_a_value_as_shown_is_read_back(kind: Kind, data: st.DataObject) -> None:
    value = data.draw(values_of(kind))

    shown = show(kind, value, PROGRAMME)

    assert read(kind, shown, PROGRAMME, TODAY) == value


@pytest.mark.parametrize("kind", NAMED)
def test_what_is_not_known_is_shown_as_nothing_and_nothing_is_read_as_not_known(kind: Kind) -> None:
    assert show(kind, None, PROGRAMME) == ""
    nothing = read(kind, "  ", PROGRAMME, TODAY)

    if isinstance(kind, Text | Prose):
        assert nothing == ""
    elif isinstance(kind, Flag):
        assert nothing is False
    else:
        assert nothing is None


@pytest.mark.parametrize("kind", FIELDS)
def test_every_field_takes_a_value_of_its_kind_and_its_label_is_words(kind: Kind) -> None:
    assert kind.label
    assert kind.label[0].isupper()
    assert kind.width > 0
    if isinstance(kind, Choice):
        assert kind.options
        assert len({option.code for option in kind.options}) == len(kind.options)
        assert len({option.words for option in kind.options}) == len(kind.options)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Day(label="Due"), "31/02/2026"),
        (Day(label="Due"), 3),
        (Clock(label="From"), "25:00"),
        (Moment(label="Made"), "soon"),
        (Whole(label="Number"), "3"),
        (Whole(label="Number"), True),
        (Flag(label="Held"), 1),
        (Text(label="Title"), 3),
        (Link(label="Owner", to=("people",)), 7),
    ],
)
def test_json_of_another_kind_is_refused(kind: Kind, wrong: Json) -> None:
    with pytest.raises((ValueError, TypeError)):
        decode(kind, wrong)


def test_a_moment_of_another_zone_is_the_same_moment() -> None:
    kind = Moment(label="Made")

    assert decode(kind, "2026-07-01T10:00:00+01:00") == datetime(2026, 7, 1, 9, tzinfo=UTC)
    assert encode(datetime(2026, 7, 1, 10, tzinfo=timezone(timedelta(hours=1)))) == "2026-07-01T09:00:00Z"
    assert read(kind, "2 Jul 2026 00:30", PROGRAMME, TODAY) == datetime(2026, 7, 1, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Level(label="Likelihood"), "4", 4),
        (Level(label="Likelihood"), "LIKELY", 4),
        (Level(label="Likelihood"), 4.0, 4),
        (Choice(label="Rating", options=RAG), "not started", "none"),
        (Choice(label="Rating", options=RAG), "amber", "amber"),
        (Link(label="Owner", to=("people",)), "head of  ict", "p1"),
        (Link(label="Risk", to=("risks",)), "r-001", "r1"),
        (Text(label="Title"), "Merge\ndirectories", "Merge directories"),
        (Text(label="Title"), 12.0, "12"),
        (Text(label="Title"), date(2026, 12, 3), "Thu 3 Dec 2026"),
        (Prose(label="Why"), " two\r\nlines ", "two\nlines"),
    ],
)
def test_what_people_type_or_sheets_hold(kind: Kind, typed: Any, value: Value) -> None:  # noqa: ANN401
    assert read(kind, typed, PROGRAMME, TODAY) == value


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        (Level(label="Likelihood"), "6", "one of 1 Rare, 2 Unlikely, 3 Possible, 4 Likely, 5 Almost certain"),
        (Choice(label="Rating", options=RAG), "purple", "one of Red, Amber, Green, Complete, Not started"),
        (Link(label="Owner", to=("people",)), "Nobody", "the label or the name of a row in people"),
        (Text(label="Title", longest=3), "four", "at most 3 characters"),
        (Moment(label="Made"), "soon", "a day and time, such as 3 Dec 2026 10:00"),
        (File(label="Logo"), "logo.png", "the SHA-256 of a file kept in the programme"),
        (Whole(label="Days", highest=9, unit="days"), "10 days", "a whole number from 0 to 9"),
    ],
)
def test_what_cannot_be_read_says_what_was_expected(kind: Kind, typed: str, expected: str) -> None:
    with pytest.raises(Unread) as refused:
        read(kind, typed, PROGRAMME, TODAY)

    assert refused.value.expected == expected


def test_a_link_to_a_row_that_is_gone_says_so() -> None:
    assert show(Link(label="Owner", to=("people",)), "gone", PROGRAMME) == "(missing)"


def test_a_code_that_this_version_does_not_know_is_shown_as_it_is() -> None:
    assert show(Choice(label="Rating", options=RAG), "purple", PROGRAMME) == "purple"


def test_a_file_is_shown_by_the_beginning_of_its_hash() -> None:
    assert show(File(label="Logo"), "ab" * 32, PROGRAMME) == "abababab…"

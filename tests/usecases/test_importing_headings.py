"""What the columns of other people's sheets mean to us."""

from collections.abc import Sequence

import pytest

from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.exchange.headings import normalised
from sharedprog.exchange.sheet import Sheet, sheet_row
from sharedprog.usecases.exporting_sheets import heading_of, sheet_columns
from sharedprog.usecases.importing_headings import Columns, columns_in
from sharedprog.usecases.importing_synonyms import OPTIONS, SYNONYMS, codes_meant
from tests.everything import filled


def columns(register: str, *headings: str, cells: Sequence[str] = ()) -> Columns:
    rows = [sheet_row(1, headings), sheet_row(2, cells or ["x"] * len(headings))]
    found = columns_in(Sheet("A sheet", tuple(row for row in rows if row)), BY_KEY[register])
    assert found is not None
    return found


def meanings(register: str, *headings: str) -> dict[str, str]:
    found = columns(register, *headings)
    return {found.headings[place]: field for field, place in found.fields.items()}


def test_our_own_headings_are_all_different_and_all_known() -> None:
    programme = filled().programme
    for register in REGISTERS:
        headings = [column.heading for column in sheet_columns(register, programme)]
        assert len({normalised(heading) for heading in headings}) == len(headings), register.key
        found = columns(register.key, *headings)
        assert (found.unknown, found.twice) == ((), ()), register.key
        assert set(found.fields) == set(register.fields) - {"order"} - (set() if register.prefix else {"ref"})


def test_labels_and_field_names_are_known_whatever_their_case() -> None:
    for register in REGISTERS:
        for name, kind in register.fields.items():
            if name == "order" or (name == "ref" and not register.prefix):
                continue
            assert meanings(register.key, heading_of(kind).upper()) == {heading_of(kind).upper(): name}
            known = meanings(register.key, name)
            assert list(known) == [name], f"{register.key}.{name}"


SHEETS = [
    (
        "risks",
        {
            "Risk ID": "ref",
            "Risk description": "title",
            "Probability": "likelihood",
            "Impact (1-5)": "impact",
            "Mitigation": "response_text",
            "Assigned to": "owner",
            "Target date": "target_day",
            "Date raised": "raised",
            "Strategy": "response",
        },
    ),
    ("risks", {"Risk": "title", "Description": "event"}),
    ("risks", {"Name": "title", "Risk Description": "event"}),
    (
        "risks",
        {
            "risk_id": "ref",
            "description": "title",
            "category": "category",
            "inherent_probability": "inherent_likelihood",
            "Residual impact": "impact",
            "mitigation_owner": "actionee",
            "mitigation_due_date": "target_day",
        },
    ),
    (
        "risks",
        {
            "Risk Number": "ref",
            "BRD Risk Category": "category",
            "BRD Residual Impact": "impact",
            "BRD Mitigation": "response_text",
        },
    ),
    ("issues", {"#": "ref", "Summary": "title", "Issue description": "description", "Reported by": "raised_by"}),
    ("actions", {"Action required": "title", "Who": "owner", "By when": "due", "Comments": "progress"}),
    (
        "decisions",
        {"Decision": "title", "Rationale": "reason", "Decision date": "decided", "Alternatives": "options_considered"},
    ),
    (
        "tasks",
        {
            "Task Name": "title",
            "Start": "placed_start",
            "End Date": "placed_finish",
            "% Complete": "percent_complete",
            "Resource Names": "owner",
            "Duration (days)": "duration",
        },
    ),
    ("people", {"Full name": "title", "Organisation": "partner", "Email address": "email"}),
    ("board_meetings", {"Meeting no": "number", "Date": "day", "Venue": "place"}),
    ("bank_holidays", {"Date": "day", "Holiday": "title"}),
]


@pytest.mark.parametrize(("register", "expected"), SHEETS)
def test_common_headings_are_understood(register: str, expected: dict[str, str]) -> None:
    assert meanings(register, *expected) == expected


def test_a_label_in_a_sheet_of_rows_without_labels_is_that_of_whom_they_belong_to() -> None:
    assert meanings("response_actions", "Ref", "Response action") == {"Ref": "parent", "Response action": "title"}
    assert meanings("notes", "ID", "Note") == {"ID": "parent", "Note": "text"}


def test_an_extra_column_of_one_meaning_is_told_apart_from_an_unknown_one() -> None:
    found = columns("risks", "Ref", "Risk", "Status", "Register status", "Score", "Hat")
    assert found.twice == (3,)
    assert found.worked_out == (4,)
    assert found.unknown == (5,)


def test_a_column_with_something_in_it_comes_before_an_empty_one() -> None:
    found = columns("tasks", "Task", "Predecessor", "Predecessors", cells=["Write", "", "2fs"])
    assert found.extras == {"predecessors": 2}


def test_headings_may_stand_below_a_title() -> None:
    rows = [("RAID log of the partnership",), ("Printed", "3 Dec"), ("Ref", "Risk", "Owner"), ("R-1", "One", "Me")]
    sheet = Sheet("RAID", tuple(row for row in map(sheet_row, (1, 2, 5, 6), rows) if row))
    found = columns_in(sheet, BY_KEY["risks"])
    assert found is not None
    assert found.number == 5
    assert found.named


def test_every_other_word_leads_to_a_field_or_an_option_that_exists() -> None:
    for key, synonyms in SYNONYMS.items():
        for fields in synonyms:
            assert set(fields.split()) <= set(BY_KEY[key].fields), f"{key}: {fields}"
    for place in OPTIONS:
        key, _, field = place.rpartition(".")
        registers = [BY_KEY[key]] if key else [each for each in REGISTERS if field in each.fields]
        for register in registers:
            codes = {option.code for option in getattr(register.fields[field], "options", ())}
            assert set(codes_meant(register.key, field).values()) <= codes, place

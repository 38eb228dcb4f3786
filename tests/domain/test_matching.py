"""What a person typed against what is written."""

import pytest

from sharedprog.domain.matching import Fit, Query, excerpt, marked, read_label, strung


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("pay", "Payroll is wrong"),
        ("PAYROLL wrong", "Payroll is wrong"),
        ("wrong pay", "Payroll is wrong"),
        ("cafe", "The Café in the town hall"),
        ("café", "The cafe in the town hall"),
        ("ty", "Tŷ Dewi moves"),
        ("councils", "The other council’s systems"),
        ("council's", "The other council’s systems"),
        ("strasse", "Straße"),
        ("lodz", "Łódź"),
        ("day-1", "Ready for Day 1"),
    ],
)
def test_words_are_found_by_their_beginnings_whatever_case_and_accent(typed: str, written: str) -> None:
    assert Query(typed).fit(strung(written)) is not None


@pytest.mark.parametrize("typed", ["roll", "payroll right", "payrolls"])
def test_every_word_must_be_there_and_begin_a_word(typed: str) -> None:
    assert Query(typed).fit(strung("Payroll is wrong")) is None


def test_a_title_that_begins_so_fits_better_than_one_that_has_the_words_and_text_comes_last() -> None:
    title, text = strung("Payroll is wrong"), strung("Payroll is wrong. Rules differ.")
    assert Query("payroll is wrong").fit(title, text) is Fit.EXACT
    assert Query("payroll is").fit(title, text) is Fit.BEGINS
    assert Query("wrong").fit(title, text) is Fit.TITLE
    assert Query("rules wrong").fit(title, text) is Fit.TEXT


@pytest.mark.parametrize("typed", ["R-012", "r012", "R 12", "r12", "  r-12 "])
def test_a_label_is_known_however_it_is_typed(typed: str) -> None:
    label = read_label(typed)
    assert label is not None
    assert label.bare == "r12"


@pytest.mark.parametrize("typed", ["", "payroll", "12", "R-", "R-12b", "payroll 12"])
def test_what_is_no_label_is_none(typed: str) -> None:
    assert read_label(typed) is None


@pytest.mark.parametrize("typed", ["", "   ", "—", "'", "\ud800", "<>&"])
def test_nothing_to_look_for_is_no_word(typed: str) -> None:
    assert Query(typed).words in {(), ("\ud800",)}


def cut_out(typed: str, written: str) -> list[str]:
    shown = marked(written, Query(typed))
    return [shown.text[begin:end] for begin, end in shown.marks]


def test_what_was_found_is_marked_in_the_words_as_written() -> None:
    assert cut_out("pay wro", "Payroll is wrong") == ["Pay", "wro"]
    assert cut_out("cafe", "The Café") == ["Café"]
    assert cut_out("councils sy", "council’s systems") == ["council’s", "sy"]
    assert cut_out("stras", "Straße") == ["Straß"]
    assert cut_out("x", "Payroll") == []


def test_markup_is_text_like_any_other() -> None:
    shown = marked("<b>bold</b> & payroll", Query("bold pay"))
    assert shown.text == "<b>bold</b> & payroll"
    assert cut_out("bold pay", shown.text) == ["bold", "pay"]


def test_an_excerpt_is_one_line_round_what_was_found() -> None:
    long = "Nothing to see here.\n" * 20 + "The pay rules differ between the two councils. " + "And so on. " * 40
    shown = excerpt(long, Query("rules"))
    assert len(shown.text) < 110
    assert "\n" not in shown.text
    assert shown.text[0] == shown.text[-1] == "…"
    assert [shown.text[begin:end] for begin, end in shown.marks] == ["rules"]
    assert excerpt("Short", Query("rules")).text == "Short"


def test_an_excerpt_of_one_long_word_is_cut_too() -> None:
    assert len(excerpt("A" * 2000, Query("b")).text) < 110

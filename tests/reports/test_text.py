from hypothesis import given
from hypothesis import strategies as st
from reportlab import rl_config

from sharedprog.reports.text import MARK, clean, forbidden, unbroken


def test_plain_text_stays_as_it_is() -> None:
    assert clean("Mott & Sons <b") == "Mott & Sons <b"


def test_line_ends_of_every_kind_become_one_kind() -> None:
    assert clean("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h\ni") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_control_characters_go_and_tabs_stay() -> None:
    assert clean("a\0b\x1bc\x7fd\x9fe\tf") == "abcde\tf"


def test_what_could_lie_is_shown_as_a_mark() -> None:
    assert clean("safe\u202egnp.exe") == f"safe{MARK}gnp.exe"
    assert clean("\ud800 \ufffe \U0001ffff \ufdd0 \u2066") == " ".join([MARK] * 5)
    assert forbidden("a\u202eb\ud800") == {"\u202e", "\ud800"}


def test_letters_are_composed() -> None:
    assert clean("e\u0301") == "é"


def test_a_date_can_be_kept_on_one_line() -> None:
    assert unbroken("Thu 3 Dec 2026") == "Thu\xa03\xa0Dec\xa02026"


@given(st.text(st.characters(), max_size=60))
def test_cleaning_twice_changes_nothing_more_and_loses_no_visible_character(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(ord(character) < 32 and character not in "\n\t" for character in cleaned)


def test_reportlab_itself_trusts_nothing() -> None:
    assert not rl_config.toColorCanUse
    assert rl_config.trustedSchemes == ["data"]
    assert rl_config.trustedHosts == ["invalid.invalid"]

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.reports.lines import Line, read, set_lines
from sharedprog.reports.rag import pill
from sharedprog.reports.styles import BODY, BOLD_FACE
from sharedprog.reports.text import bold, muted

SIZE = BODY.size


def words(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for _x, piece in line.pieces) for line in lines]


def set_text(text: str, room: float) -> list[str]:
    return words(set_lines(read(text, BODY), room, SIZE))


def test_lines_break_between_words() -> None:
    assert set_text("Fourth of five staff briefings held", 100) == ["Fourth of five staff", "briefings held"]


def test_typed_lines_blank_lines_and_indents_are_kept() -> None:
    assert set_text("one\n\n  two   three\n", 400) == ["one", "", "  two   three", ""]


def test_an_unbreakable_space_does_not_end_a_line() -> None:
    assert set_text("papers close Wed\xa09\xa0Dec", 90) == ["papers close", "Wed\xa09\xa0Dec"]


def test_words_joined_by_a_hyphen_or_a_slash_may_part_there() -> None:
    assert set_text("self-service/customer", 70) == ["self-service/", "customer"]
    assert set_text("R-012 14/2a e-mail", 30) == ["R-012", "14/2a", "e-mail"]


def test_a_word_longer_than_the_line_is_cut_and_keeps_every_letter() -> None:
    lines = set_text("A" * 300 + " end", 100)
    assert len(lines) > 10
    assert "".join(lines) == "A" * 300 + " end"


def test_a_hundred_thousand_unbroken_letters_take_no_time_to_speak_of() -> None:
    began = time.process_time()
    lines = set_text("x" * 100_000, 100)
    assert sum(map(len, lines)) == 100_000
    assert time.process_time() - began < 5


def test_even_the_narrowest_line_holds_one_letter() -> None:
    assert set_text("abc", 1) == ["a", "b", "c"]


def test_looks_change_inside_a_line_and_punctuation_stays_with_its_word() -> None:
    lines = set_lines(read(["Now ", bold("3 overdue"), ", see"], BODY), 300, SIZE)
    assert [piece.look.face for _x, piece in lines[0].pieces] == [BODY.face, BOLD_FACE, BODY.face]
    assert words(set_lines(read(["aaaa ", bold("bbbb"), ", c"], BODY), 42, SIZE)) == ["aaaa", "bbbb, c"]


def test_a_mark_stands_in_the_line_like_a_word() -> None:
    mark = pill("R", "20")
    (line,) = set_lines(read(["15 → ", mark, " worse"], BODY), 300, SIZE)
    x, piece = line.pieces[1]
    assert piece.mark is mark
    assert x > line.pieces[0][1].width
    assert line.width == pytest.approx(line.pieces[-1][0] + line.pieces[-1][1].width)


def test_the_widest_word_and_the_unbroken_line_are_known() -> None:
    text = read("a wide register\nof risks", BODY)
    assert text.longest_word() < text.natural_width(SIZE)
    assert len(set_lines(text, text.natural_width(SIZE) + 0.1, SIZE)) == 2


parts = st.lists(st.one_of(st.text(), st.text().map(bold), st.text().map(muted)), max_size=6)


@given(parts, st.floats(min_value=2, max_value=400))
def test_no_character_is_lost_and_no_line_is_too_wide(parts: list[object], room: float) -> None:
    text = read(parts, BODY)  # type: ignore[arg-type]  # the strategy's element type
    lines = set_lines(text, room, SIZE)
    typed = [piece.text for line in text.lines for word in line for piece in word.pieces]
    assert "".join(words(lines)).replace(" ", "") == "".join(typed)
    for line in lines:
        letters = sum(len(piece.text) for _x, piece in line.pieces)
        assert line.width <= room + 0.01 or letters <= 1 or line.pieces[-1][1].text[-1] >= "\u0300"

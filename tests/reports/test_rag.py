import pytest

from sharedprog.reports.blocks import paragraph
from sharedprog.reports.rag import TINTS, Rag, direction, pill, strip, word_pill
from tests.reports.paper import one_section, operations, text

RAGS: list[Rag] = ["R", "A", "G", "B", "–"]


def luminance(red: float, green: float, blue: float) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("rag", RAGS)
def test_ink_stands_out_from_its_tint(rag: Rag) -> None:
    ink, ground = TINTS[rag].ink, TINTS[rag].ground
    dark, light = luminance(*ink.rgb()), luminance(*ground.rgb())
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_shapes_differ_and_not_by_colour_alone() -> None:
    drawn = []
    for rag in RAGS:
        (page,) = operations(one_section([paragraph(pill(rag, "x"))]))
        drawn.append(tuple(operator for operator, _operands in page if operator in {"l", "c", "re", "m", "S", "f*"}))
    assert len(set(drawn)) == len(RAGS)


def test_the_letter_the_number_or_the_word_is_text() -> None:
    printed = text(one_section([paragraph(pill("R"), " ", pill("A", "12"), " ", word_pill("G"))]))
    assert all(words in printed for words in ("R", "12", "Green"))


def test_direction_of_travel_always_has_its_word() -> None:
    for which in ("worse", "better", "same", "new"):
        assert which in text(one_section([paragraph(direction(which))]))


def test_the_last_boards_print_in_order() -> None:
    printed = text(one_section([paragraph(strip(["–", "9", "12", "20"]))]))
    assert "".join(printed.split()[printed.split().index("–") :]).startswith("–91220")

import pytest
from reportlab.pdfbase import pdfmetrics

from sharedprog.reports import fonts
from sharedprog.reports.fonts import shown, width
from sharedprog.reports.styles import BOLD_FACE, HEAVY_FACE, ITALIC_FACE, REGULAR_FACE
from sharedprog.reports.text import MARK

FACES = [REGULAR_FACE, ITALIC_FACE, BOLD_FACE, HEAVY_FACE]


@pytest.mark.parametrize("face", FACES)
def test_every_face_prints_what_packs_need(face: str) -> None:
    needed = "£–ŵŷ→↑↓◆▲■✓·…“”’éß•"
    assert shown(needed, face) == (needed, frozenset())


@pytest.mark.parametrize("face", FACES)
def test_figures_are_tabular(face: str) -> None:
    assert len({width(digit, face, 10) for digit in "0123456789"}) == 1


def test_what_the_font_lacks_is_marked_and_told() -> None:
    assert shown("in 漢字", REGULAR_FACE) == (f"in {MARK}{MARK}", frozenset("漢字"))
    assert shown("\U0001f468\u200d\U0001f469", REGULAR_FACE).text == MARK * 2
    assert shown("a\u202eb", REGULAR_FACE) == (f"a{MARK}b", frozenset("\u202e"))


def test_a_typed_box_is_a_box_and_not_a_loss() -> None:
    assert shown("☐ done", REGULAR_FACE) == ("☐ done", frozenset())


def test_near_look_alikes_are_used_before_the_mark() -> None:
    assert shown("＝1 ● ✔ e‑mail", REGULAR_FACE) == ("=1 • ✓ e-mail", frozenset())


def test_a_face_with_fewer_letters_says_so() -> None:
    assert shown("Ж", REGULAR_FACE).lost == frozenset()
    assert shown("Ж", ITALIC_FACE).lost == {"Ж"}


def test_what_nobody_can_see_is_not_marked() -> None:
    assert shown("a\u200bb\ufeffc\u00add\ufe0f", REGULAR_FACE) == ("abcd", frozenset())


def test_spaces_of_every_width_are_spaces() -> None:
    assert shown("a\u2009b\u3000c", REGULAR_FACE).text == "a b c"


def test_width_grows_with_size_and_adds_up() -> None:
    both = width("Risk register", REGULAR_FACE, 10)
    assert both == pytest.approx(width("Risk ", REGULAR_FACE, 10) + width("register", REGULAR_FACE, 10))
    assert width("Risk register", REGULAR_FACE, 20) == pytest.approx(2 * both)
    assert width("A" * 1_000, REGULAR_FACE, 10) == pytest.approx(1_000 * width("A", REGULAR_FACE, 10))


def test_registering_again_does_nothing() -> None:
    fonts.register()
    before = pdfmetrics.getRegisteredFontNames()
    fonts.register()
    assert pdfmetrics.getRegisteredFontNames() == before
    assert REGULAR_FACE in before

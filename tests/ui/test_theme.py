import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog.ui import fonts, icons
from sharedprog.ui.theme import Scheme, Theme
from sharedprog.ui.tokens import CONTRAST, DARK, LIGHT, Tokens, palette_of, tokens_of


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, by the formula of WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    def luminance(colour: str) -> float:
        parsed = QColor(colour)
        parts = (parsed.redF(), parsed.greenF(), parsed.blueF())
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("tokens", "least"), [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7)], ids=["light", "dark", "contrast"]
)
def test_every_text_can_be_read_on_its_ground(tokens: Tokens, least: float) -> None:
    pairs = [(pair.ink, pair.ground) for pair in tokens.rag.values()]
    for ground in (tokens.canvas, tokens.surface, tokens.accent_tint):
        pairs += [(tokens.ink, ground), (tokens.muted, ground), (tokens.accent, ground)]
    pairs.append((tokens.on_accent, tokens.accent))
    assert [pair for pair in pairs if contrast(*pair) < least] == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_a_palette_says_which_colours_it_came_from(tokens: Tokens) -> None:
    assert tokens_of(palette_of(tokens)) is tokens


def test_a_high_contrast_palette_keeps_the_colours_of_the_system() -> None:
    black = QPalette(QColor("black"))
    black.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    black.setColor(QPalette.ColorRole.Base, QColor("black"))
    tokens = tokens_of(black)
    assert tokens.high_contrast
    assert tokens.dark
    assert tokens.ink == tokens.line == tokens.pair("R").ink == "#FFFF00"
    assert tokens.pair("R").ground == "#000000"


def test_forcing_dark_repaints_the_application(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(Scheme.DARK)
    assert tokens_of(qapp.palette()) is DARK
    assert DARK.surface in qapp.styleSheet()
    theme.choose(Scheme.LIGHT)
    assert tokens_of(qapp.palette()) is LIGHT


def test_high_contrast_can_be_chosen_whatever_the_system_says(qapp: QApplication, theme: Theme) -> None:
    theme.choose(Scheme.CONTRAST)
    assert tokens_of(qapp.palette()) is CONTRAST
    assert CONTRAST.accent in qapp.styleSheet()
    assert "border-style: dashed" in qapp.styleSheet(), "what cannot be used is told by more than colour"
    assert CONTRAST.muted != CONTRAST.ink
    assert CONTRAST.high_contrast


class SystemHints:
    """The system's settings, in the place of Qt's own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.scheme = Qt.ColorScheme.Light
        self.contrast = Qt.ContrastPreference.NoPreference
        monkeypatch.setattr("sharedprog.ui.theme.system_scheme", lambda _: self.scheme)
        monkeypatch.setattr("sharedprog.ui.theme.system_contrast", lambda _: self.contrast)


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch, theme: Theme) -> Iterator[SystemHints]:
    yield SystemHints(monkeypatch)
    theme.choose(Scheme.LIGHT)


def test_the_window_follows_the_system(qapp: QApplication, theme: Theme, system: SystemHints) -> None:
    theme.choose(Scheme.SYSTEM)
    system.scheme = Qt.ColorScheme.Dark
    qapp.styleHints().colorSchemeChanged.emit(system.scheme)
    assert tokens_of(qapp.palette()) is DARK


def test_a_forced_scheme_does_not_follow(qapp: QApplication, theme: Theme, system: SystemHints) -> None:
    theme.choose(Scheme.LIGHT)
    system.scheme = Qt.ColorScheme.Dark
    qapp.styleHints().colorSchemeChanged.emit(system.scheme)
    assert tokens_of(qapp.palette()) is LIGHT


def test_high_contrast_takes_the_palette_of_the_system(qapp: QApplication, theme: Theme, system: SystemHints) -> None:
    theme.choose(Scheme.SYSTEM)
    system.contrast = Qt.ContrastPreference.HighContrast
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(system.contrast)
    assert theme.tokens.high_contrast
    assert tokens_of(qapp.palette()) == theme.tokens


def test_the_family_is_loaded_and_sizes_keep_their_fractions(theme: Theme) -> None:
    assert QFontInfo(fonts.body()).family() == fonts.FAMILY
    assert fonts.secondary().pointSizeF() == pytest.approx(fonts.points(12.5), abs=0.02)
    assert fonts.semibold(fonts.PAGE_TITLE).weight() == QFont.Weight.DemiBold
    assert fonts.scaled(212) == 212


def test_larger_text_of_the_system_is_followed_up_to_double() -> None:
    usual, large, huge = QFont(), QFont(), QFont()
    usual.setPixelSize(12)
    large.setPixelSize(21)
    huge.setPixelSize(90)
    assert fonts.system_scale(usual) == 1.0
    assert 1.0 < fonts.system_scale(large) < 2.0
    assert fonts.system_scale(huge) == 2.0


@pytest.mark.parametrize("meaning", icons.MEANINGS)
def test_every_icon_draws_something_in_the_ink_of_the_theme(theme: Theme, meaning: str) -> None:
    image = icons.icon(meaning).pixmap(QSize(48, 48)).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {LIGHT.ink.lower()}


def test_icons_follow_the_theme_and_show_what_is_disabled(theme: Theme) -> None:
    close = icons.icon("close")
    light = close.pixmap(QSize(48, 48)).toImage()
    disabled = close.pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    theme.choose(Scheme.DARK)
    dark = icons.icon("close").pixmap(QSize(48, 48)).toImage()
    assert light != dark
    assert light != disabled


def test_the_icons_do_not_load_the_library_they_come_from() -> None:
    script = (
        "import sys; from PySide6.QtWidgets import QApplication; application = QApplication([]);"
        "from sharedprog.ui.icons import icon; icon('add').pixmap(16, 16);"
        "sys.exit('qtawesome' in sys.modules or 'qtpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0

"""How the whole application looks: follows the system between light, dark and high contrast, or is told."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QStyleFactory

from sharedprog.ui import fonts
from sharedprog.ui.style_sheet import style_sheet
from sharedprog.ui.tokens import CONTRAST, DARK, LIGHT, Tokens, palette_of, tokens_of


class Scheme(Enum):
    """What the person chose; the values are stored with the personal preferences."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """Palette, font and stylesheet of the application, kept in step with the system's settings.

    `text_scale` None takes the size of text from the system. `changed` is sent after each repaint
    in other colours; widgets that only paint need not listen, their palette has changed already.
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        scheme: Scheme = Scheme.SYSTEM,
        text_scale: float | None = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._text_scale = text_scale or fonts.system_scale(application.font())
        self.tokens = LIGHT
        application.setStyle(QStyleFactory.create("Fusion"))
        fonts.load_family()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self._tell_platform()
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """What the person chose."""
        return self._scheme

    def choose(self, scheme: Scheme) -> None:
        """Force light, dark or high contrast, or follow the system again."""
        self._scheme = scheme
        self._tell_platform()
        self._apply()

    def _tell_platform(self) -> None:
        """Let the platform draw the title bar and its own dialogs alike."""
        hints = self._application.styleHints()
        match self._scheme:
            case Scheme.SYSTEM:
                hints.unsetColorScheme()
            case Scheme.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
            case Scheme.DARK | Scheme.CONTRAST:
                hints.setColorScheme(Qt.ColorScheme.Dark)

    def _follow(self) -> None:
        if self._wanted() != self.tokens:
            self._apply()

    def _wanted(self) -> Tokens:
        hints = self._application.styleHints()
        if self._scheme is Scheme.SYSTEM:
            if system_contrast(hints) == Qt.ContrastPreference.HighContrast:
                return tokens_of(self._system_palette())
            return DARK if system_scheme(hints) == Qt.ColorScheme.Dark else LIGHT
        return {Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}.get(self._scheme, LIGHT)

    def _system_palette(self) -> QPalette:
        """The colours the person chose for the system; ours are laid aside to see them."""
        self._application.setPalette(QPalette())
        return self._application.palette()

    def _apply(self) -> None:
        self.tokens = self._wanted()
        self._application.setPalette(palette_of(self.tokens))
        self._application.setFont(fonts.body(self._text_scale))
        self._application.setStyleSheet(style_sheet(self.tokens, self._text_scale))
        self.changed.emit()


def system_scheme(hints: QStyleHints) -> Qt.ColorScheme:
    """Light or dark, as the system is set."""
    return hints.colorScheme()


def system_contrast(hints: QStyleHints) -> Qt.ContrastPreference:
    """Whether the person asked the system for high contrast."""
    return hints.accessibility().contrastPreference()

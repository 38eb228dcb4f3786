"""What a person typed, made fit to print, and the little emphasis that sections put on it.

No text of a person ever reaches a parser of markup: sections hand over parts (plain strings, `Run`s and
drawn marks), and `lines` sets them glyph by glyph. So `<b` and `&bogus;` print as typed because nothing
here knows what they could mean. The settings below close ReportLab's own doors all the same.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from reportlab import rl_config
from reportlab.lib.colors import Color

from sharedprog.reports.styles import ACCENT, BOLD_FACE, MUTED

rl_config.toColorCanUse = None  # type: ignore[assignment]  # the stubs say str; its own comment says None
rl_config.trustedSchemes = ["data"]
rl_config.trustedHosts = ["invalid.invalid"]

MARK = "☐"
"""Printed in place of a character that must not work (text direction overrides) or that the font lacks."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SHOWN_AS_MARK = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef\u202a-\u202e\u2066-\u2069"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Plain text with a face or a colour other than its paragraph's; `None` keeps the paragraph's."""

    text: str
    face: str | None = None
    colour: Color | None = None


def bold(text: str, colour: Color | None = None) -> Run:
    """Text that leads."""
    return Run(text, BOLD_FACE, colour)


def muted(text: str) -> Run:
    """Text that stands back."""
    return Run(text, None, MUTED)


def accented(text: str) -> Run:
    """Text in the one accent colour, semibold so that it survives a grey printer."""
    return Run(text, BOLD_FACE, ACCENT)


def unbroken(text: str) -> str:
    """The text with spaces that never end a line: dates, references with their unit."""
    return text.replace(" ", "\xa0")


def clean(text: str) -> str:
    """The text composed (NFC), with one kind of line end and without control characters.

    Direction overrides, lone surrogates and noncharacters become `MARK`: they would lie or break, and
    must not vanish unseen.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _SHOWN_AS_MARK.sub(MARK, _CONTROLS.sub("", text))
    return unicodedata.normalize("NFC", text)


def forbidden(text: str) -> frozenset[str]:
    """The characters for which `clean` prints `MARK`."""
    return frozenset(_SHOWN_AS_MARK.findall(text))

"""The paper's palette and its styles of text: sizes in points, every text pair at least 4.5 : 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportlab.lib.colors import Color, HexColor

REGULAR_FACE = "SourceSansPro"
ITALIC_FACE = "SourceSansPro-Italic"
BOLD_FACE = "SourceSansPro-Semibold"
HEAVY_FACE = "SourceSansPro-Bold"

WHITE = HexColor("#FFFFFF")
INK = HexColor("#1B2733")
MUTED = HexColor("#5B6B7A")
LINE = HexColor("#DDE3E9")
STRONG_LINE = HexColor("#C9D2DA")
ACCENT = HexColor("#0B5C6B")
ACCENT_TINT = HexColor("#E3F0F2")

HAIRLINE = 0.6
STRONG_RULE = 1.0
RADIUS = 3.5

Align = Literal["left", "right", "centre"]


@dataclass(frozen=True)
class TextStyle:
    """How a paragraph looks, in points, and the role it has in the structure of the document.

    `indent` hangs all lines behind a label; `keep_with_next` never leaves it alone at the foot of a page.
    """

    face: str = REGULAR_FACE
    size: float = 10.5
    leading: float = 14
    colour: Color = INK
    align: Align = "left"
    space_before: float = 0
    space_after: float = 0
    indent: float = 0
    keep_with_next: bool = False
    role: str = "P"


BODY = TextStyle(space_after=6)
NOTE = TextStyle(size=9.5, leading=13, colour=MUTED, space_after=6)
SUMMARY = TextStyle(colour=MUTED, space_after=10, keep_with_next=True)
CAPTION = TextStyle(size=9.5, leading=13, colour=MUTED, space_after=6, keep_with_next=True)
ITEM_LINE = TextStyle(BOLD_FACE, 9.5, 12, ACCENT, space_before=26, space_after=1, keep_with_next=True)
TITLE = TextStyle(BOLD_FACE, 20, 24, INK, space_after=2, keep_with_next=True, role="H1")
COVER_TITLE = TextStyle(BOLD_FACE, 27, 33, INK, space_after=3, role="H1")
COVER_LINE = TextStyle(size=13, leading=17, space_after=18)
HEADING = TextStyle(BOLD_FACE, 13, 16, ACCENT, space_before=18, space_after=7, keep_with_next=True, role="H2")
SUBHEADING = TextStyle(BOLD_FACE, space_before=8, space_after=3, keep_with_next=True, role="H3")
LIST_ITEM = TextStyle(space_after=0, indent=15, role="LBody")
CELL = TextStyle(size=9.5, leading=13, role="TD")
DENSE_CELL = TextStyle(size=9, leading=11.5, role="TD")
HEAD_CELL = TextStyle(BOLD_FACE, 8.5, 11, role="TH")
SMALL = TextStyle(size=8.5, leading=11, colour=MUTED)
CARD_VALUE = TextStyle(BOLD_FACE, 13, 17)
RUNNING_SIZE = 8.5

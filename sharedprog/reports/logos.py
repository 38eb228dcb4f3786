"""The partners' logos in a row at the head of the cover."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

from reportlab.lib.utils import ImageReader

from sharedprog.reports import fonts
from sharedprog.reports.blocks import Block
from sharedprog.reports.structure import Element
from sharedprog.reports.styles import BOLD_FACE, MUTED

HEIGHT = 38.0
_WIDEST = 150.0
_GAP = 18.0
_NAME_SIZE = 11.0


class Logo(NamedTuple):
    """One partner's picture as it came, and the name that stands for it."""

    name: str
    content: bytes


class Logos(Block):
    """Pictures of one height from left to right; a file that is no picture prints as the partner's name."""

    def __init__(self, logos: Sequence[Logo]) -> None:
        super().__init__()
        self.logos = [(logo.name, _picture(logo.content)) for logo in logos]
        self.spaceAfter = 4

    def wrap(self, width: float, _room: float) -> tuple[float, float]:
        """One line of them."""
        self.width, self.height = width, HEIGHT
        return width, self.height

    def draw(self) -> None:
        """Each picture as a figure with the partner's name as its words."""
        canvas = self.sheet
        widest = min(_WIDEST, (self.width + _GAP) / max(len(self.logos), 1) - _GAP)
        x = 0.0
        for name, picture in self.logos:
            if picture is None:
                with canvas.content(Element("P")):
                    canvas.write(x, HEIGHT / 2, name, face=BOLD_FACE, size=_NAME_SIZE, colour=MUTED)
                x += fonts.width(name, BOLD_FACE, _NAME_SIZE) + _GAP
                continue
            across, down = picture.getSize()
            scale = min(HEIGHT / down, widest / across)
            with canvas.content(Element("Figure", alternative=name)):
                canvas.drawImage(picture, x, (HEIGHT - down * scale) / 2, across * scale, down * scale, mask="auto")
            x += across * scale + _GAP


def _picture(content: bytes) -> ImageReader | None:
    """The picture in these bytes; ``None`` where they are none that can be printed."""
    try:
        picture = ImageReader(io.BytesIO(content))
        picture.getRGBData()  # type: ignore[no-untyped-call]  # the stubs leave it out
    except Exception:  # noqa: BLE001  # whatever a library makes of foreign bytes, the pack is printed, with the name
        return None
    return picture

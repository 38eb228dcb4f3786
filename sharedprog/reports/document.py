"""Sections joined into one PDF: laid out once, numbered through, finished in one pass."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate

from sharedprog.reports.blocks import Block, link
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.finish import Bookmark, Description, finish
from sharedprog.reports.page import A4_PORTRAIT, Shape
from sharedprog.reports.running import Edition, Furniture, Running
from sharedprog.reports.styles import REGULAR_FACE

Progress = Callable[[int, int, str], None]
"""Called with sections begun, sections in all, and the title of the one that begins; may raise to stop."""


@dataclass(frozen=True)
class Section:
    """A part of the pack that has a bookmark; `label` is what the running head calls it (``Item 6``).

    Sections that are not on a `new_page` follow on the same page where they fit and the shape is the same.
    """

    key: str
    title: str
    flowables: Sequence[Flowable]
    label: str = ""
    shape: Shape = A4_PORTRAIT
    new_page: bool = True
    level: int = 0


@dataclass(frozen=True)
class Document:
    """The finished PDF and what is known of its pages, which count from 1."""

    pdf: bytes
    pages: int
    first_pages: Mapping[str, int]
    last_pages: Mapping[str, int]
    lost_characters: frozenset[str]


class _Start(Block):
    """Marks where a section begins; stands on the same page as the first thing in it."""

    keep_with_next = True

    def __init__(self, section: Section, begun: Callable[[], None]) -> None:
        super().__init__()
        self._section, self._begun = section, begun

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """No height of its own."""
        self.width, self.height = width, 0.0
        return width, self.height_with_follower(0, width, room)

    def draw(self) -> None:
        """Tell the canvas."""
        self.sheet.begin_section(self._section.key)
        self._begun()


def assemble(
    sections: Sequence[Section],
    *,
    title: str,
    running: Running,
    edition: Edition,
    progress: Progress | None = None,
) -> Document:
    """Lay every section out once and finish the PDF; the same input gives the same bytes.

    Raises ValueError where there is no section at all.
    """
    if not sections:
        raise ValueError("A pack needs at least one section")
    written = io.BytesIO()
    template = BaseDocTemplate(written, pagesize=_size(A4_PORTRAIT), initialFontName=REGULAR_FACE)
    template.addPageTemplates([_template(shape) for shape in _in_use(sections)])
    furniture = Furniture(running, edition, {section.key: section.label for section in sections})
    canvases: list[PackCanvas] = []

    def make_canvas(filename: Any, **options: Any) -> Canvas:  # noqa: ANN401  # ReportLab's signature
        canvas = PackCanvas(filename, **options)
        canvas.furniture = furniture
        canvases.append(canvas)
        return canvas

    template.build(_story(sections, progress), canvasmaker=make_canvas)
    canvas = canvases[0]
    book = canvas.book
    bookmarks = [Bookmark(section.title, book.first_pages[section.key] - 1, section.level) for section in sections]
    pdf = finish(written.getvalue(), Description(title, edition.issued), bookmarks, canvas.placements)
    return Document(pdf, book.pages, book.first_pages, book.last_pages, book.lost)


def _size(shape: Shape) -> tuple[float, float]:
    return shape.width, shape.height


def _in_use(sections: Sequence[Section]) -> list[Shape]:
    """The shapes of paper in the order they come, so that the first page has the first one."""
    return list(dict.fromkeys(section.shape for section in sections))


def _template(shape: Shape) -> PageTemplate:
    frame = Frame(
        shape.left,
        shape.bottom,
        shape.body_width,
        shape.body_height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def begin(canvas: Canvas, _document: BaseDocTemplate) -> None:
        if isinstance(canvas, PackCanvas):
            canvas.begin_page(shape)

    return PageTemplate(shape.name, [frame], onPage=begin, pagesize=_size(shape))


def _story(sections: Sequence[Section], progress: Progress | None) -> list[Flowable]:
    """All flowables in a row, with page breaks where a section or its shape asks for one."""
    story: list[Flowable] = []
    shape = sections[0].shape
    for index, section in enumerate(sections):
        if index and (section.new_page or section.shape != shape):
            story += [NextPageTemplate(section.shape.name), PageBreak()]
        shape = section.shape
        contents: list[Flowable] = [_Start(section, _begun(progress, index, len(sections), section.title))]
        contents += section.flowables
        link(contents)
        story += contents
    return story


def _begun(progress: Progress | None, index: int, count: int, title: str) -> Callable[[], None]:
    def tell() -> None:
        if progress is not None:
            progress(index, count, title)

    return tell

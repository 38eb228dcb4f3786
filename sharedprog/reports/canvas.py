"""The canvas of a pack: pages are kept to the end, and everything drawn is either content or an artifact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any, NamedTuple

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from sharedprog.reports import fonts
from sharedprog.reports.page import A4_PORTRAIT, Shape
from sharedprog.reports.structure import Element, Leaf
from sharedprog.reports.styles import INK, REGULAR_FACE, RUNNING_SIZE, Align


@dataclass(frozen=True)
class Book:
    """What is known only when every page is laid out: pages in all, and where each section begins.

    Page numbers count from 1 through the whole pack. `lost` are the characters the font lacks.
    """

    pages: int
    first_pages: dict[str, int]
    last_pages: dict[str, int]
    lost: frozenset[str] = frozenset()

    def page_of(self, section: str) -> str:
        """The printed number of the page on which a section begins; – if it is not in the pack."""
        page = self.first_pages.get(section)
        return "–" if page is None else str(page)


class Placement(NamedTuple):
    """A chart of another PDF, placed under a name in a page (from 0)."""

    page: int
    name: str
    pdf: bytes


Late = Callable[[], None]


@dataclass
class Page:
    """A page laid out and not yet written: its drawing operations, and the places left open in them.

    `pictures` are ReportLab's names of the bitmaps on it.
    """

    number: int
    shape: Shape = A4_PORTRAIT
    code: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    open_places: list[tuple[int, Late]] = field(default_factory=list)
    marks: int = 0
    pictures: list[str] = field(default_factory=list)


class PackCanvas(Canvas):
    """Draws in points from the lower left corner.

    `furniture` draws the head and the foot of each page when the number of pages is known.
    """

    _code: list[str]
    _formsinuse: list[str]
    _currentPageHasImages: int  # noqa: N815  # ReportLab's name
    _pagesize: tuple[float, float]

    def __init__(self, filename: str | IO[bytes], *args: Any, **options: Any) -> None:  # noqa: ANN401
        fonts.register()
        options.update(invariant=1, pageCompression=1, initialFontName=REGULAR_FACE)
        super().__init__(filename, *args, **options)
        self.tree = Element("Document")
        self.pages: list[Page] = []
        self.page = Page(1)
        self.placements: list[Placement] = []
        self.lost: set[str] = set()
        self.furniture: Callable[[PackCanvas, Page, Book], None] | None = None
        self._open_element = self.tree
        self._marking = False
        self._section = ""
        self._book: Book | None = None

    @property
    def body_height(self) -> float:
        """The room between head and foot of a whole page, in points."""
        return self.page.shape.body_height

    @property
    def book(self) -> Book:
        """Raises RuntimeError while pages are still being laid out."""
        if self._book is None:
            raise RuntimeError("The pages of the pack are not all laid out yet")
        return self._book

    def begin_page(self, shape: Shape) -> None:
        """Say what shape a new page has; the section of the page before reaches it unless another begins."""
        self.page.shape = shape
        self.page.sections = [self._section] if self._section else []

    def begin_section(self, key: str) -> None:
        """A section starts here; on a page that has nothing on it yet, it is the only one."""
        self._section = key
        if self.page.marks:
            self.page.sections.append(key)
        else:
            self.page.sections = [key]

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Elements drawn meanwhile are children of this one."""
        self._open_element.adopt(element)
        outer, self._open_element = self._open_element, element
        try:
            yield
        finally:
            self._open_element = outer

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Draw inside one marked-content sequence of an element; raises RuntimeError when nested."""
        if self._marking:
            raise RuntimeError("Marked content cannot stand inside marked content")
        self._open_element.adopt(element)
        element.children.append(Leaf(len(self.pages), self.page.marks))
        self._code.append(f"/{element.role} <</MCID {self.page.marks}>> BDC")
        self.page.marks += 1
        self._marking = True
        try:
            yield
        finally:
            self._marking = False
            self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw what is not content (rules, grounds, running lines); inside content it is part of that."""
        if self._marking:
            yield
            return
        self._code.append("/Artifact BMC")
        self._marking = True
        try:
            yield
        finally:
            self._marking = False
            self._code.append("EMC")

    def write(
        self,
        x: float,
        baseline: float,
        text: str,
        *,
        face: str = REGULAR_FACE,
        size: float = RUNNING_SIZE,
        colour: Color = INK,
        align: Align = "left",
    ) -> float:
        """Write one line of anybody's text at, before or around `x`; return its width in points."""
        printed = fonts.shown(text.replace("\n", " "), face)
        self.lost |= printed.lost
        width = fonts.width(printed.text, face, size)
        line = self.beginText(x - {"left": 0.0, "right": width, "centre": width / 2}[align], baseline)
        line.setFont(face, size)
        line.setFillColor(colour)
        line.textOut(printed.text)
        self.drawText(line)
        return width

    def later(self, draw: Late) -> None:
        """Leave a place here for something that needs the `book`; it is drawn at assembly."""
        self.page.open_places.append((len(self._code), draw))
        self._code.append("")

    def place(self, pdf: bytes, x: float, y: float) -> None:
        """Show a one-page PDF at its own size with its lower left corner at x, y."""
        name = f"Chart{len(self.placements) + 1}"
        self.placements.append(Placement(len(self.pages), name, pdf))
        self.saveState()
        self.translate(x, y)
        self.addLiteral(f"/{name} Do")
        self.restoreState()

    def showPage(self) -> None:
        """Keep the page; it is written by `save`."""
        self.page.code, self.page.pictures = self._code, self._formsinuse
        self.pages.append(self.page)
        self.page = Page(len(self.pages) + 1)
        self._startPage()  # type: ignore[attr-defined]  # the stubs leave it out

    def save(self) -> None:
        """Fill every place left open, add heads and feet, and write the document."""
        if self._code:
            self.showPage()
        self._book = self._known()
        self._pageNumber = 1
        for page in self.pages:
            self._assemble(page, self._book)
        super().save()

    def _known(self) -> Book:
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        for page in self.pages:
            for key in page.sections:
                first.setdefault(key, page.number)
                last[key] = page.number
        return Book(len(self.pages), first, last, frozenset(self.lost))

    def _assemble(self, page: Page, book: Book) -> None:
        """Turn a kept page into a page of the document."""
        self.setPageSize((page.shape.width, page.shape.height))
        for index, draw in page.open_places:
            self._code = []
            draw()
            page.code[index] = "\n".join(self._code)
        self._code, self._formsinuse, self._currentPageHasImages = page.code, page.pictures, bool(page.pictures)
        if self.furniture is not None:
            with self.artifact():
                self.furniture(self, page, book)
        super().showPage()

"""Making small packs and reading back what is printed on them."""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pikepdf
import pypdfium2
from pypdf import PdfReader
from reportlab.platypus import Flowable

from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.document import Document, Section, assemble
from sharedprog.reports.page import A4_PORTRAIT, Shape
from sharedprog.reports.running import Edition, Running

RUNNING = Running("OFFICIAL", "One Service Programme", "Programme Board 14")
EDITION = Edition("1.0", "ISSUED", datetime(2026, 11, 30, 12, 4, tzinfo=UTC), "a41f09c2" + "0" * 56)


def pack(*sections: Section) -> Document:
    return assemble(sections, title="Programme Board 14", running=RUNNING, edition=EDITION)


def one_section(flowables: Sequence[Flowable], shape: Shape = A4_PORTRAIT) -> Document:
    return pack(Section("only", "Only section", flowables, shape=shape))


def pages(document: Document) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(document.pdf)).pages]


def text(document: Document) -> str:
    return "\n".join(pages(document))


def quick_text(document: Document) -> str:
    """As `text`, in a tenth of the time, without keeping lines apart so well."""
    with pypdfium2.PdfDocument(document.pdf) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def squeezed(words: str) -> str:
    """Without white space, which line ends bring in and take out."""
    return "".join(words.split())


def blank_canvas() -> PackCanvas:
    return PackCanvas(io.BytesIO())


def operations(document: Document) -> Iterator[list[tuple[str, list[object]]]]:
    """The drawing operations of each page: operator and operands."""
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        for page in pdf.pages:
            yield [
                (str(instruction.operator), list(instruction.operands))
                for instruction in pikepdf.parse_content_stream(page)
            ]

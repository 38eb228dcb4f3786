import io
from collections.abc import Sequence

import pikepdf
import pytest
from pypdf import PageObject, PdfReader

from sharedprog.reports.blocks import paragraph
from sharedprog.reports.boxes import asks, bulleted, cards, section_head
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.charts import BandCounts, risks_by_band
from sharedprog.reports.columns import Column, fitted
from sharedprog.reports.document import Document, Section, assemble
from sharedprog.reports.figures import Figure, chart
from sharedprog.reports.lines import Parts
from sharedprog.reports.marks import PageNumber
from sharedprog.reports.page import A3_LANDSCAPE, A4_LANDSCAPE, MM
from sharedprog.reports.rag import pill, strip, word_pill
from sharedprog.reports.table import Table
from tests.reports.paper import EDITION, RUNNING, operations, pack, pages, text

PAINTS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI"}


def draw_bands(width: float, height: float) -> bytes:
    return risks_by_band([BandCounts("Board 13", 2, 11, 24), BandCounts("Board 14", 4, 12, 24)], width, height)


def draw_bar(canvas: PackCanvas, width: float) -> None:
    canvas.rect(0, 0, width, 9)


def sections() -> list[Section]:
    rows: list[list[Parts]] = [[f"R-{n:03d}", [f"Risk {n} ", pill("A")], strip("AAG")] for n in range(80)]
    agenda = Table([Column("Subject"), fitted("Page")], [["Risks", PageNumber("risks")], ["?", PageNumber("?")]])
    highlight = [asks(["Decide"]), cards([("Declared", word_pill("A"))]), *bulleted(["done " * 60] * 30)]
    return [
        Section("agenda", "Agenda", [*section_head("Agenda"), agenda]),
        Section("highlight", "6 Highlight report", highlight, "Item 6"),
        Section("risks", "8 Risks", [Table([fitted("Ref"), Column("Risk"), fitted("Boards")], rows)], "Item 8"),
        Section("band", "Open risks by band", [chart(draw_bands, 140, "Bars")], "Item 8", level=1, new_page=False),
        Section("annex", "Annex A", [paragraph("wide")], "Annex A", A4_LANDSCAPE),
        Section("gantt", "Annex C", [Figure(90, draw_bar, "One bar")], shape=A3_LANDSCAPE),
    ]


@pytest.fixture(scope="module")
def document() -> Document:
    return pack(*sections())


def test_every_page_says_which_of_how_many_it_is(document: Document) -> None:
    printed = pages(document)
    assert document.pages == len(printed)
    for number, page in enumerate(printed, 1):
        assert f"Page {number} of {len(printed)}" in page


def test_page_labels_are_the_printed_numbers(document: Document) -> None:
    reader = PdfReader(io.BytesIO(document.pdf))
    assert reader.page_labels == [str(number) for number in range(1, document.pages + 1)]


def test_bookmarks_lead_to_the_pages_where_sections_begin(document: Document) -> None:
    reader = PdfReader(io.BytesIO(document.pdf))
    found: dict[str, int] = {}

    def collect(outline: Sequence[object]) -> None:
        for item in outline:
            if isinstance(item, list):
                collect(item)
            else:
                number = reader.get_destination_page_number(item)  # type: ignore[arg-type]  # a destination
                found[item.title] = (number or 0) + 1  # type: ignore[attr-defined]  # a destination

    collect(reader.outline)
    assert found == {section.title: document.first_pages[section.key] for section in sections()}
    assert isinstance(reader.outline[3], list)


def test_the_agenda_gives_the_page_of_each_section(document: Document) -> None:
    words = pages(document)[0].split()
    assert int(words[words.index("Risks") + 1]) == document.first_pages["risks"]
    assert words[words.index("?") + 1] == "–"


def test_sections_know_their_first_and_last_page(document: Document) -> None:
    assert document.first_pages["agenda"] == document.last_pages["agenda"] == 1
    assert document.first_pages["risks"] < document.last_pages["risks"]
    assert document.first_pages["band"] == document.last_pages["risks"]


def test_wide_pages_have_their_foot_at_the_reader_s_bottom(document: Document) -> None:
    reader = PdfReader(io.BytesIO(document.pdf))
    annex = reader.pages[document.first_pages["annex"] - 1]
    gantt = reader.pages[document.first_pages["gantt"] - 1]
    assert (annex.mediabox.width, annex.mediabox.height) == pytest.approx((297 * MM, 210 * MM), abs=0.01)
    assert (gantt.mediabox.width, gantt.mediabox.height) == pytest.approx((420 * MM, 297 * MM), abs=0.01)
    for page in (annex, gantt):
        assert page.rotation == 0
        assert baseline_of("Page ", page) < 40


def baseline_of(start: str, page: PageObject) -> float:
    """The height above the page's lower edge at which the text that starts so is written."""
    found: list[float] = []

    def visit(words: str, _matrix: object, place: list[float], _font: object, _size: object) -> None:
        if words.startswith(start):
            found.append(place[5])

    page.extract_text(visitor_text=visit)
    return found[0]


def test_the_same_pack_made_twice_is_the_same_bytes(document: Document) -> None:
    assert pack(*sections()).pdf == document.pdf


def test_all_that_is_drawn_is_content_or_artifact_and_never_nested(document: Document) -> None:
    for page in operations(document):
        depth = 0
        for operator, _operands in page:
            if operator in {"BDC", "BMC"}:
                depth += 1
            elif operator == "EMC":
                depth -= 1
            assert depth in {0, 1}
            assert depth or operator not in PAINTS
        assert depth == 0


def test_marked_content_is_numbered_through_each_page(document: Document) -> None:
    for page in operations(document):
        numbers = [operands[1]["/MCID"] for operator, operands in page if operator == "BDC"]  # type: ignore[index]
        assert numbers == list(range(len(numbers)))


def test_fonts_are_embedded_and_charts_are_vectors(document: Document) -> None:
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        described = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        descriptors = [item for item in described if item.get("/Type") == "/FontDescriptor"]
        assert len(descriptors) >= 4
        assert all("/FontFile2" in item for item in descriptors)
        assert not [font for font in described if font.get("/BaseFont") == "/Helvetica"]
        assert not any(page.get_images() for page in pdf.pages)
        charts = [page.Resources.XObject.Chart1 for page in pdf.pages if "/XObject" in page.Resources]
        assert [chart.Subtype for chart in charts] == ["/Form"]


def test_the_words_of_a_chart_are_text(document: Document) -> None:
    page = pages(document)[document.first_pages["band"] - 1]
    assert "Board 14" in page
    assert "A amber" in page


def test_the_document_says_what_it_is_and_nothing_of_who_made_it(document: Document) -> None:
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.ViewerPreferences == pikepdf.Dictionary(DisplayDocTitle=True)
        assert set(pdf.docinfo.keys()) == {"/Title", "/Producer", "/CreationDate"}
        assert pdf.docinfo["/CreationDate"] == "D:20261130120400+00'00'"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Programme Board 14"
    assert b"ReportLab" not in document.pdf
    assert b"atplotlib" not in document.pdf


def test_progress_is_told_section_by_section_and_may_stop_the_work() -> None:
    told: list[tuple[int, int, str]] = []
    assemble(sections(), title="x", running=RUNNING, edition=EDITION, progress=lambda *step: told.append(step))
    assert told == [(n, 6, section.title) for n, section in enumerate(sections())]

    def stop(_begun: int, _all: int, _title: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        assemble(sections(), title="x", running=RUNNING, edition=EDITION, progress=stop)


def test_a_section_that_does_not_ask_for_a_page_starts_where_its_head_fits() -> None:
    for above in range(28, 36):
        document = pack(
            Section("one", "One", [paragraph("x") for _line in range(above)]),
            Section("two", "Two", [*section_head("Second", summary="of two"), paragraph("y\nz")], new_page=False),
        )
        assert "Second" in pages(document)[document.first_pages["two"] - 1]


def test_a_pack_without_sections_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one section"):
        pack()


def test_an_empty_section_has_its_page() -> None:
    document = pack(Section("one", "One", [paragraph("x")]), Section("two", "Two", []))
    assert document.first_pages == {"one": 1, "two": 2}
    assert "Page 2 of 2" in text(document)

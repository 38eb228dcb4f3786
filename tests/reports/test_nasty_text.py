import ast
import io
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

import sharedprog.reports
from sharedprog.reports.blocks import heading, paragraph
from sharedprog.reports.boxes import asks, cards, facts, section_head
from sharedprog.reports.columns import Column, fitted
from sharedprog.reports.document import Document, Section, assemble
from sharedprog.reports.fonts import shown
from sharedprog.reports.lines import Parts
from sharedprog.reports.page import A4_LANDSCAPE
from sharedprog.reports.rag import pill
from sharedprog.reports.running import Running
from sharedprog.reports.styles import REGULAR_FACE
from sharedprog.reports.table import Table
from sharedprog.reports.text import bold, muted
from tests.reports.nasty import NASTY
from tests.reports.paper import EDITION, one_section, squeezed, text


@pytest.fixture(scope="module")
def register() -> Document:
    rows: list[list[Parts]] = [
        [f"N-{number:03d}", [bold(nasty), "\n", muted(nasty)]] for number, nasty in enumerate(NASTY)
    ]
    return one_section([Table([fitted("Ref"), Column("What was typed")], rows)], A4_LANDSCAPE)


@pytest.mark.parametrize("nasty", NASTY)
def test_any_text_prints_as_typed(nasty: str) -> None:
    printed = squeezed(text(one_section([paragraph("before ", nasty, " after")])))
    expected = squeezed(f"before {shown(nasty, REGULAR_FACE).text} after")
    assert expected in printed


def test_nothing_that_was_typed_becomes_a_link_or_a_picture(register: Document) -> None:
    with pikepdf.open(io.BytesIO(register.pdf)) as pdf:
        for page in pdf.pages:
            assert "/Annots" not in page
            assert not page.get_images()
        assert not [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/JS" in item]
    assert b"/etc/passwd" not in register.pdf


def test_no_module_here_uses_what_reads_markup_or_opens_pictures() -> None:
    """Partners' logos come as bytes that were kept in the file, and are the only pictures."""
    risky = {"Paragraph", "ParaParser", "XPreformatted", "ListFlowable", "Image", "Table"}
    for module in Path(sharedprog.reports.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab"):
                assert risky.isdisjoint(alias.name for alias in node.names), module.name
            if isinstance(node, ast.Attribute):
                allowed = {"drawImage"} if module.name == "logos.py" else set()
                assert node.attr not in {"drawImage", "drawInlineImage", "linkURL"} - allowed, module.name


def test_text_is_as_typed_wherever_it_stands() -> None:
    nasty = "Mott & Sons <b"
    section = Section(
        "nasty",
        nasty,
        [
            *section_head(nasty, item=nasty, purpose=nasty, summary=nasty),
            asks([nasty]),
            cards([(nasty, pill("R", nasty))]),
            heading(nasty),
            facts([(nasty, nasty)]),
        ],
        label=nasty,
    )
    running = Running(nasty, nasty, nasty)
    document = assemble([section], title=nasty, running=running, edition=EDITION)
    reader = PdfReader(io.BytesIO(document.pdf))
    assert reader.pages[0].extract_text().replace("\n", " ").upper().count(nasty.upper()) == 14
    assert reader.outline[0]["/Title"] == nasty  # type: ignore[call-overload]  # one bookmark, no list
    assert reader.metadata is not None
    assert reader.metadata.title == nasty


@pytest.mark.parametrize("nasty", NASTY)
def test_bookmarks_and_titles_take_any_text(nasty: str) -> None:
    sections = [Section("only", nasty, [paragraph("x")], label=nasty)]
    document = assemble(sections, title=nasty, running=Running(nasty, nasty, nasty), edition=EDITION)
    assert len(PdfReader(io.BytesIO(document.pdf)).outline) == 1


def test_a_megabyte_of_text_in_one_cell_prints() -> None:
    document = one_section([Table([Column("Notes")], [["word " * 200_000]])], A4_LANDSCAPE)
    assert document.pages > 150


def test_characters_the_font_lacks_are_told() -> None:
    assert one_section([paragraph("漢字 and \u202e")]).lost_characters == {"漢", "字", "\u202e"}

"""The plan on a page without a window."""

import io
from pathlib import Path

from pypdf import PdfReader

from tests.cli.conftest import Typed

PLAN = "ID,Task,Duration,Predecessors\n1,Merge,5d,\n2,Merged,0d,1\n"


def test_the_sheet_is_written_as_asked(typed: Typed, programme: str) -> None:
    Path("plan.csv").write_text(PLAN, encoding="utf-8")
    assert typed("import", programme, "plan.csv", "--as", "plan").code == 0

    said = typed("plan-page", programme, "wall.pdf", "--by", "partner", "--paper", "A4")

    assert (said.code, said.lines) == (0, ["Wrote the plan on a page, A4 by partner, to wall.pdf."])
    pages = PdfReader(io.BytesIO(Path("wall.pdf").read_bytes())).pages
    assert len(pages) == 1
    assert "Merged" in pages[0].extract_text()


def test_it_is_a_pdf_or_nothing(typed: Typed, programme: str) -> None:
    said = typed("plan-page", programme, "wall.docx")
    assert said.code == 2
    assert "Give the sheet a name that does." in said.err
    assert not Path("wall.docx").exists()

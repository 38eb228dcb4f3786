"""The one finishing pass over the written pages: charts put in place, bookmarks, labels, what it is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import pikepdf

from sharedprog.domain.words import local
from sharedprog.reports.canvas import Placement
from sharedprog.reports.text import clean


class Bookmark(NamedTuple):
    """A line of the outline: its words, the page (from 0), and how deep it stands (0 outermost)."""

    title: str
    page: int
    level: int = 0


@dataclass(frozen=True)
class Description:
    """What the document says of itself. Nothing else goes in: no author, no time but the one given."""

    title: str
    issued: datetime | None = None
    language: str = "en-GB"


def finish(
    pages: bytes, description: Description, bookmarks: Sequence[Bookmark], placements: Sequence[Placement]
) -> bytes:
    """The finished PDF; the same input gives the same bytes."""
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        _place_charts(pdf, placements)
        _outline(pdf, bookmarks)
        _describe(pdf, description)
        finished = io.BytesIO()
        pdf.save(
            finished,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return finished.getvalue()


def _place_charts(pdf: pikepdf.Pdf, placements: Sequence[Placement]) -> None:
    """Give each page the charts that its content names."""
    for placement in placements:
        with pikepdf.open(io.BytesIO(placement.pdf)) as chart:
            form = pdf.copy_foreign(chart.pages[0].as_form_xobject())
        page = pdf.pages[placement.page]
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        if "/XObject" not in resources:
            resources["/XObject"] = pikepdf.Dictionary()
        resources["/XObject"][f"/{placement.name}"] = form
        page.obj["/Resources"] = resources


def _outline(pdf: pikepdf.Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """Bookmarks under each other by their level, and page labels equal to the printed numbers."""
    with pdf.open_outline() as outline:
        open_levels = [outline.root]
        for bookmark in bookmarks:
            item = pikepdf.OutlineItem(clean(bookmark.title).replace("\n", " "), bookmark.page, "Fit")
            del open_levels[bookmark.level + 1 :]
            open_levels[-1].append(item)
            open_levels.append(item.children)
    numbers = pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.D, St=1)])
    pdf.Root.PageLabels = pikepdf.Dictionary(Nums=numbers)


def _describe(pdf: pikepdf.Pdf, description: Description) -> None:
    """Title, language and time of issue, in both places where readers look; the title in the window."""
    title = clean(description.title).replace("\n", " ")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = [description.language]
        metadata["pdf:Producer"] = "sharedprog"
    information = pdf.docinfo
    for key in list(information.keys()):
        del information[key]
    information["/Title"] = title
    information["/Producer"] = "sharedprog"
    if description.issued is not None:
        moment = local(description.issued)
        zone = f"{moment:%z}"
        information["/CreationDate"] = f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
    pdf.Root.Lang = pikepdf.String(description.language)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = pikepdf.Name.UseOutlines
    for page in pdf.pages:
        del page.obj["/Trans"]  # an empty transition, which ReportLab leaves on every page

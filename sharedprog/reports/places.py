"""Where each part of a pack stands: its item of the agenda or its annex, its title, its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from reportlab.platypus import Flowable

from sharedprog.domain.agenda import NumberedItem, numbered_items
from sharedprog.domain.packing import SECTIONS, PackOrder
from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS
from sharedprog.domain.values import show
from sharedprog.reports.boxes import section_head
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Parts
from sharedprog.reports.page import A4_PORTRAIT, Shape

_ANNEX = "Annex: "


@dataclass(frozen=True)
class Place:
    """How a part is called: ``label`` (``Item 6``, ``Annex A``, or nothing), ``title``, ``purpose``."""

    code: str
    label: str
    title: str
    purpose: str = ""

    @property
    def bookmark(self) -> str:
        """``6 Highlight report``, ``Annex A Risk register``."""
        return f"{self.label.removeprefix('Item ')} {self.title}".strip()


def place_of(order: PackOrder, code: str) -> Place:
    """The place of a section by its code; the agenda's own words where it has an item for it."""
    for item in numbered_items(order.programme, order.board):
        if item.row.section == code:
            return place_of_item(order, item)
    title = SECTIONS[code]
    if title.startswith(_ANNEX):
        words = title.removeprefix(_ANNEX)
        return Place(code, f"Annex {annex_letter(order, code)}", words[0].upper() + words[1:])
    return Place(code, "", title)


def place_of_item(order: PackOrder, item: NumberedItem) -> Place:
    """The place of an item of the agenda; one without a section has a code of its own."""
    code = item.row.section if item.has_section and item.row.section else item.row.id
    purpose = show(AGENDA_ITEMS.fields["purpose"], item.row.purpose, order.programme)
    return Place(code, f"Item {item.number}", item.row.title, purpose)


def annexes(order: PackOrder) -> tuple[str, ...]:
    """The codes of the annexes in the pack, in order."""
    return tuple(code for code in order.sections if SECTIONS[code].startswith(_ANNEX))


def annex_letter(order: PackOrder, code: str) -> str:
    """A for the first annex in the pack."""
    return ascii_uppercase[annexes(order).index(code)]


def see_annex(order: PackOrder, code: str, words: str) -> str:
    """``Full register: annex A.``; nothing where that annex is not in the pack."""
    return f"{words}: annex {annex_letter(order, code)}." if code in order.sections else ""


def part(
    order: PackOrder, code: str, flowables: Sequence[Flowable], *, summary: Parts = "", shape: Shape = A4_PORTRAIT
) -> Section:
    """A part of the pack with its head: item line, title, the page in one sentence."""
    place = place_of(order, code)
    head = section_head(place.title, summary=summary, item=place.label, purpose=place.purpose)
    return Section(code, place.bookmark, [*head, *flowables], place.label, shape)

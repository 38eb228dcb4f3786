"""Stand-ins for the pages of a pack: module-level, as the worker process must import them."""

from collections.abc import Callable
from io import BytesIO
from threading import Event

from sharedprog.domain.packing import ListOrder, MadePack, PackOrder, PlanOrder, PlanPageOrder
from sharedprog.domain.trouble import Trouble


def _paper(lines: list[str]) -> MadePack:
    from reportlab.pdfgen.canvas import Canvas

    held = BytesIO()
    canvas = Canvas(held)
    for line in lines:
        canvas.drawString(72, 700, line)
        canvas.showPage()
    canvas.save()
    return MadePack(held.getvalue(), len(lines))


def pack(order: PackOrder, progress: Callable[[float, str], None] | None = None) -> MadePack:
    """One page for each part, naming it."""
    if progress is not None:
        progress(0.5, "Half of it")
    return _paper([f"{order.board.number} {order.version} {order.state} {section}" for section in order.sections])


def listed(order: ListOrder) -> MadePack:
    """One page that says what was ordered."""
    return _paper([f"{order.register} {len(order.rows)} {','.join(order.columns)} [{order.filter}]"])


def one_sheet(order: PlanPageOrder) -> MadePack:
    """One page that says how it was ordered."""
    return _paper([f"{order.by} {order.paper}"])


def planned(order: PlanOrder) -> MadePack:
    """Three pages that say on what paper."""
    return _paper([f"plan on {order.paper}, page {number}" for number in (1, 2, 3)])


def refused(order: PackOrder, progress: Callable[[float, str], None] | None = None) -> MadePack:
    raise Trouble("The pack could not be made. Make room on the disk.")


def endless(order: PackOrder, progress: Callable[[float, str], None] | None = None) -> MadePack:
    Event().wait()
    return _paper([])

import threading
from io import BytesIO

import pytest
from pypdf import PageObject, PdfWriter
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from sharedprog.ui.bridge import Bridge
from sharedprog.ui.pdf_area import MOST_ZOOM
from sharedprog.ui.pdf_view import PdfView
from tests.ui import audit, keys


def pdf(pages: int, *, wide: frozenset[int] = frozenset()) -> bytes:
    """A PDF with the number of each page on it; pages in `wide`, counted from 0, are A3 landscape."""
    target = BytesIO()
    canvas = Canvas(target)
    for page in range(pages):
        canvas.setPageSize(landscape(A3) if page in wide else A4)
        canvas.drawString(100, 500, f"This is page {page + 1}")
        canvas.rect(50, 50, 100, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.fixture
def view(qtbot: QtBot, bridge: Bridge) -> PdfView:
    made = PdfView(bridge)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.close_pdf())
    made.resize(800, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def show(qtbot: QtBot, view: PdfView, data: bytes) -> None:
    with qtbot.waitSignal(view.ready):
        view.show_pdf(data)


def test_the_pages_on_the_screen_are_drawn_and_no_others(qtbot: QtBot, view: PdfView) -> None:
    show(qtbot, view, pdf(300))
    assert view.where() == "Page 1 of 300"
    qtbot.waitUntil(lambda: view.area.picture(0) is not None)
    picture = view.area.picture(0)
    assert picture is not None
    assert dark(picture) > 0.005
    assert view.area.picture(50) is None
    view.go_to(51)
    qtbot.waitUntil(lambda: view.area.picture(50) is not None)
    assert view.where() == "Page 51 of 300"
    assert view.area.picture(25) is None


def dark(image: QImage) -> float:
    small = image.scaled(QSize(100, 100)).convertToFormat(QImage.Format.Format_Grayscale8)
    shades = [small.pixelColor(x, y).lightness() for x in range(100) for y in range(100)]
    return sum(shade < 100 for shade in shades) / len(shades)


def test_keys_go_through_the_pages(qtbot: QtBot, view: PdfView) -> None:
    show(qtbot, view, pdf(5))
    keys.press(Qt.Key.Key_Right)
    assert view.where() == "Page 2 of 5"
    keys.press(Qt.Key.Key_End)
    assert view.where() == "Page 5 of 5"
    keys.press(Qt.Key.Key_PageUp)
    keys.press(Qt.Key.Key_PageUp)
    assert view.where() == "Page 4 of 5"
    keys.press(Qt.Key.Key_Left)
    assert view.where() == "Page 3 of 5"
    keys.press(Qt.Key.Key_Home)
    assert view.where() == "Page 1 of 5"


def test_keys_zoom_and_fit_the_width_again(qtbot: QtBot, view: PdfView) -> None:
    show(qtbot, view, pdf(5))
    view.go_to(3)
    fitting = view.area.zoom()
    keys.press(Qt.Key.Key_Plus, keys.CONTROL)
    assert view.area.zoom() == pytest.approx(fitting * 1.25)
    assert view.where() == "Page 3 of 5"
    for _ in range(20):
        view.zoom_in()
    assert view.area.zoom() == MOST_ZOOM
    keys.press(Qt.Key.Key_Minus, keys.CONTROL)
    assert view.area.zoom() < MOST_ZOOM
    keys.press(Qt.Key.Key_0, keys.CONTROL)
    assert view.area.zoom() == pytest.approx(fitting)
    assert view.where() == "Page 3 of 5"


def test_wide_pages_fit_as_well(qtbot: QtBot, view: PdfView) -> None:
    show(qtbot, view, pdf(3, wide=frozenset({1})))
    narrow = view.area.zoom()
    view.go_to(2)
    assert view.area.zoom() < narrow
    assert view.area.horizontalScrollBar().maximum() == 0


def test_a_sharper_picture_comes_after_zooming(qtbot: QtBot, view: PdfView) -> None:
    show(qtbot, view, pdf(1))
    qtbot.waitUntil(lambda: view.area.picture(0) is not None)
    before = view.area.picture(0)
    assert before is not None
    view.zoom_in()

    def sharper() -> bool:
        now = view.area.picture(0)
        return now is not None and now.width() > before.width()

    qtbot.waitUntil(sharper)


def test_a_screen_reader_is_told_the_page_and_its_words(qtbot: QtBot, view: PdfView) -> None:
    show(qtbot, view, pdf(3))
    view.go_to(2)
    assert view.area.accessibleName() == "Page 2 of 3"
    qtbot.waitUntil(lambda: view.area.accessibleDescription() == "This is page 2")
    assert audit.nameless(view) == []
    assert audit.rich(view) == []


def test_another_pdf_takes_the_place_and_can_stay_at_the_page(qtbot: QtBot, view: PdfView) -> None:
    show(qtbot, view, pdf(5))
    view.go_to(4)
    with qtbot.waitSignal(view.ready):
        view.show_pdf(pdf(4), keep_page=True)
    assert view.where() == "Page 4 of 4"
    show(qtbot, view, pdf(2))
    assert view.where() == "Page 1 of 2"


def test_only_the_last_of_several_is_shown(qtbot: QtBot, view: PdfView) -> None:
    counts: list[int] = []
    view.ready.connect(counts.append)
    for pages in (3, 4, 5):
        view.show_pdf(pdf(pages))
    qtbot.waitUntil(lambda: bool(counts))
    qtbot.waitUntil(lambda: view.area.picture(0) is not None)
    assert counts == [5]


@pytest.mark.parametrize("data", [b"", b"no PDF", pdf(2)[:200]], ids=["empty", "text", "cut off"])
def test_what_is_no_pdf_is_told(qtbot: QtBot, view: PdfView, data: bytes) -> None:
    show(qtbot, view, pdf(2))
    with qtbot.waitSignal(view.failed):
        view.show_pdf(data)
    assert view.where() == "No pages"


def test_a_pdf_without_pages_is_no_crash(qtbot: QtBot, view: PdfView) -> None:
    writer, target = PdfWriter(), BytesIO()
    writer.add_page(PageObject.create_blank_page(writer, 0.1, 0.1))
    writer.write(target)
    show(qtbot, view, target.getvalue())
    qtbot.waitUntil(lambda: view.area.picture(0) is not None)


def pdf_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "pdf-pages"]


def test_closing_leaves_no_thread(qtbot: QtBot, view: PdfView) -> None:
    show(qtbot, view, pdf(20))
    assert len(pdf_threads()) == 1
    view.close_pdf()
    assert pdf_threads() == []
    assert view.where() == "No pages"


def test_a_view_that_is_deleted_ends_its_thread_and_hears_no_more(qtbot: QtBot, bridge: Bridge) -> None:
    view = PdfView(bridge)
    view.show()
    view.show_pdf(pdf(20))
    view.deleteLater()
    qtbot.waitUntil(lambda: pdf_threads() == [])

"""Pages of a PDF made into pictures, in a thread of their own so that the window never waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Condition, Lock, Thread
from typing import Any

from PySide6.QtGui import QImage

from sharedprog.ui.bridge import Bridge

# PDFium must never be entered by two threads at once, whatever the document.
_PDFIUM = Lock()

_LONGEST_TEXT = 4_000


@dataclass(frozen=True)
class Wish:
    """A page, counted from 0, wanted this many device pixels wide."""

    page: int
    width: int


@dataclass(frozen=True)
class Rendered:
    """A wish granted: the picture, and the words of the page for a screen reader."""

    wish: Wish
    image: QImage
    words: str


class PdfThread:
    """Opens one PDF and grants wishes, the latest list first, until it is stopped.

    `opened` gets the sizes of all pages in points, `rendered` each page; both in the window's
    thread. `failed` is called instead of `opened` when the bytes are not a PDF that can be read.
    """

    def __init__(
        self,
        data: bytes,
        bridge: Bridge,
        opened: Callable[[Sequence[tuple[float, float]]], object],
        rendered: Callable[[Rendered], object],
        failed: Callable[[], object],
    ) -> None:
        self._data = data
        self._bridge = bridge
        self._opened = opened
        self._rendered = rendered
        self._failed = failed
        self._changed = Condition()
        self._wishes: list[Wish] = []
        self._stopped = False
        self._thread = Thread(target=self._work, name="pdf-pages", daemon=True)
        self._thread.start()

    def want(self, wishes: Sequence[Wish]) -> None:
        """These pages are wanted now, in this order; whatever was wanted before and waits is not."""
        with self._changed:
            self._wishes = list(wishes)
            self._changed.notify()

    def stop(self) -> None:
        """Render no more; the thread ends after the page it is at."""
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def join(self) -> None:
        """Stop, and wait for the thread to be gone."""
        self.stop()
        self._thread.join()

    def _work(self) -> None:
        import pypdfium2

        try:
            with _PDFIUM:
                document = pypdfium2.PdfDocument(self._data)
                sizes = [document.get_page_size(page) for page in range(len(document))]
        except pypdfium2.PdfiumError:
            self._tell(self._failed)
            return
        self._tell(partial(self._opened, sizes))
        while (wish := self._next()) is not None:
            with _PDFIUM:
                rendered = _render(document, wish)
            self._tell(partial(self._rendered, rendered))
        with _PDFIUM:
            document.close()

    def _next(self) -> Wish | None:
        with self._changed:
            self._changed.wait_for(lambda: self._wishes or self._stopped)
            return None if self._stopped else self._wishes.pop(0)

    def _tell(self, news: Callable[[], object]) -> None:
        if not self._stopped:
            self._bridge.post(news)


def pictures(data: bytes, pages: Sequence[int], scale: float) -> Iterator[QImage]:
    """Pages, counted from 0, one after another as they are asked for; ``scale`` is in device pixels for a point."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
    try:
        for page in pages:
            with _PDFIUM:
                image = _picture(document[page], scale)
            yield image
    finally:
        with _PDFIUM:
            document.close()


def page_size(data: bytes) -> tuple[float, float]:
    """The width and the height of the first page, in points."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
        width, height = document.get_page_size(0)
        document.close()
    return width, height


def _picture(page: Any, scale: float) -> QImage:  # noqa: ANN401 - pypdfium2 has no types
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    copy = image.copy()
    bitmap.close()
    return copy


def _render(document: Any, wish: Wish) -> Rendered:  # noqa: ANN401 - pypdfium2 has no types
    page = document[wish.page]
    try:
        image = _picture(page, wish.width / page.get_width())
        text_page = page.get_textpage()
        words = text_page.get_text_range(0, min(_LONGEST_TEXT, text_page.count_chars()))
        text_page.close()
    finally:
        page.close()
    return Rendered(wish, image, " ".join(words.split()))

"""Pictures of every page, for people to look at: `python -m tests.screens FOLDER`.

The sample and an empty programme, light, dark and high contrast, at 100 and 150 %. With `--manual` it takes those of
the manual and of the README anew, into the manual's own folder.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharedprog.domain.words import from_local
from sharedprog.ui.desk import Desk
from sharedprog.ui.frame import Frame
from sharedprog.ui.manual_pages import FOLDER, PICTURES
from sharedprog.ui.pages import groups
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.import_wizard import ImportWizard, Step
from sharedprog.ui.screens.make_pack import MakePackPage
from sharedprog.ui.screens.quick_add import QuickAdd
from sharedprog.ui.screens.schedule_health import HealthPage
from sharedprog.ui.theme import Scheme, Theme
from sharedprog.ui.window import Window
from sharedprog.usecases.programmes import Start, create
from sharedprog.usecases.sample import build_sample
from tests import manual_pictures
from tests.exchange.workbooks import workbook
from tests.windows import complete

TODAY = date(2026, 11, 26)
NOON = from_local(TODAY, time(12, 0))
SIZES = {"1440x900": (1440, 900), "1280x720": (1280, 720)}
PATIENCE = 60_000


def wait_until(true: Callable[[], bool]) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not true():
        if clock.elapsed() > PATIENCE:
            raise TimeoutError(true)
        QTest.qWait(20)


@contextmanager
def opened(application: QApplication, sample: Path, scheme: Scheme, scale: float, folder: Path) -> Iterator[Window]:
    """The sample in a window of its own."""
    theme = Theme(application, scheme, text_scale=scale)
    preferences = Preferences(folder / "config")
    preferences.give_name("Programme Manager")
    preferences.see_tour()
    desk = Desk.ready(theme, preferences, folder / "data", lambda: NOON)
    window = Window(desk)
    window.open_file(sample)
    window.show()
    wait_until(lambda: window.frame is not None)
    yield window
    window.close()
    desk.close()
    theme.deleteLater()


def is_checked(page: HealthPage) -> bool:
    return page.health is not None


def take(window: Window, name: str, out: Path) -> None:
    QTest.qWait(60)
    window.grab().save(str(out / f"{name}.png"))
    print(out / f"{name}.png")  # noqa: T201


def pictures(window: Window, mark: str, wanted: list[str], out: Path) -> None:
    """Each page at this size, with the first of its rows on the form."""
    frame = window.frame
    assert frame is not None
    for key in [place.key for group in groups() for place in group.places]:
        if wanted and key not in wanted:
            continue
        page = frame.go(key)
        complete(page)
        if isinstance(page, TablePage) and page.present_id() is None and page.model.ids:
            page.table.go_to(page.model.ids[min(2, len(page.model.ids) - 1)])
        if isinstance(page, HealthPage):
            wait_until(partial(is_checked, page))
        if hasattr(page, "up_to_date"):
            wait_until(lambda: page.up_to_date)  # noqa: B023 - called before it changes
            QTest.qWait(60)
        take(window, f"{key}-{mark}", out)
    if not wanted or "pack" in wanted:
        make_pack(window, frame, mark, out)
    if not wanted or "search" in wanted:
        search_and_add(window, frame, mark, out)
    if not wanted or "import" in wanted:
        bring_in(window, frame, mark, out)


def search_and_add(window: Window, frame: Frame, mark: str, out: Path) -> None:
    """What the search finds, and finds not; and quick add."""
    frame.go("risks")
    for name, text in (("search-first", ""), ("search", "pay"), ("search-nothing", "xyzzy")):
        frame.top.focus_search()
        wait_until(lambda: frame.searching.finder.ready)
        frame.top.search.setText(text)
        take(window, f"{name}-{mark}", out)
    frame.searching.leave()
    dialog = QuickAdd(frame.session, "actions", window)
    dialog.show()
    dialog.typed.setText("Chase the lease @Head of ICT due Fri")
    QTest.qWait(60)
    dialog.grab().save(str(out / f"quick-add-{mark}.png"))
    dialog.close()
    dialog.deleteLater()


def make_pack(window: Window, frame: Frame, mark: str, out: Path) -> None:
    frame.make_pack()
    page = frame.pages.page("pack")
    assert isinstance(page, MakePackPage)
    take(window, f"pack-before-{mark}", out)
    if not page.board.count():
        return
    page.preview()
    wait_until(lambda: page.pages.content is not None or not frame.trouble.isHidden())
    wait_until(lambda: page.pages.view.area.picture(0) is not None)
    take(window, f"pack-{mark}", out)


def bring_in(window: Window, frame: Frame, mark: str, out: Path) -> None:
    """Each step of an import of a RAID log that has its faults; what came in is taken back."""
    risks: list[tuple[object, ...]] = [
        ("Risk log of the partnership, November", None, None, None, None, None),
        ("No", "What we fear", "Cause", "Probability", "Impact", "Assigned to", "Date raised", "Hat"),
        ("X-1", "Payroll is wrong in the first month", "Pay rules differ", 4, 4, "Head of HR", "3 Nov 2026", "x"),
        ("X-2", "Staff cannot log in", "Two directories", "often", 3, "Head of ICT", "soonish", "y"),
        ("X-3", "The ledger closes late", "One team, two calendars", 3, 2, "Head of Finance", "4 Nov 2026", ""),
    ]
    issues: list[tuple[object, ...]] = [("Issue", "Owner"), ("The printer is broken", "Head of ICT")]
    sheets: dict[str, list[tuple[object, ...]]] = {
        "Risks": risks,
        "Issues": issues,
        "Pivot": [("Quarter", "Total"), ("Q1", 3)],
    }
    path = workbook(out / "RAID log.xlsx", sheets)
    window.imports.take(path)
    wait_until(lambda: isinstance(frame.pages.currentWidget(), ImportWizard) and not frame.progress.isVisible())
    wizard = frame.pages.currentWidget()
    assert isinstance(wizard, ImportWizard)
    for step in ("sheets", "headings", "columns"):
        take(window, f"import-{step}-{mark}", out)
        if step != "columns":
            wizard.forward()
    wizard.columns.lines.setData(wizard.columns.lines.index(1, 3), "title")
    wizard.forward()
    wait_until(lambda: wizard.step == Step.PREVIEW)
    take(window, f"import-preview-{mark}", out)
    wizard.forward()
    take(window, f"import-done-{mark}", out)
    wizard.done.undo.emit()
    path.unlink()


def empty_programme(path: Path) -> Path:
    """A programme of two councils that nobody has put anything in."""
    start = Start("Shared Services", ("Ashmere Borough Council", "Tolland Council"), start=TODAY)
    create(path, start, who="Programme Manager", clock=lambda: NOON).close()
    return path


def render(application: QApplication, asked: argparse.Namespace, folder: Path, files: dict[str, Path]) -> None:
    """Every file in every scheme at every size."""
    for mark, file in files.items():
        for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST):
            for scale in (1.0, 1.5):
                if asked.one and (scheme, scale) != (Scheme.LIGHT, 1.0):
                    continue
                with opened(application, file, scheme, scale, folder) as window:
                    for size, (width, height) in list(SIZES.items())[: 1 if asked.one else 2]:
                        window.resize(width, height)
                        name = f"{mark}{scheme.value}-{round(scale * 100)}-{size}"
                        pictures(window, name, asked.pages, asked.out)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path, nargs="?", default=FOLDER / PICTURES)
    parser.add_argument("--pages", nargs="*", default=[])
    parser.add_argument("--one", action="store_true", help="only light, 100 %%, 1440 × 900")
    parser.add_argument("--manual", action="store_true", help="take the pictures of the manual anew")
    asked = parser.parse_args()
    if not asked.manual and asked.out == FOLDER / PICTURES:
        parser.error("say which folder, or --manual")
    asked.out.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        sample = folder / "One Service Programme.sharedprog"
        build_sample(sample, TODAY)
        if asked.manual:
            with opened(application, sample, Scheme.LIGHT, 1.0, folder) as window:
                for path in manual_pictures.take_all(window, wait_until, asked.out):
                    print(path)  # noqa: T201
            return
        files = {"": sample, "empty-": empty_programme(folder / "Shared Services.sharedprog")}
        render(application, asked, folder, files)


if __name__ == "__main__":
    main()

"""What a page shows only for a while: the steps of an import, a search, a menu, a toast, a history, a dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from sharedprog.ui.dropping import DropMark
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.import_wizard import ImportWizard, Step
from sharedprog.ui.screens.make_pack import MakePackPage
from sharedprog.ui.screens.plan import PlanPage
from sharedprog.ui.screens.plan_page import PlanOnAPage
from sharedprog.ui.screens.quick_add import QuickAdd
from sharedprog.ui.screens.welcome import WelcomePage
from sharedprog.ui.screens.what_if import WhatIfDialog
from sharedprog.ui.window import Window
from tests.exchange.workbooks import workbook
from tests.ui.dialogs import MAKERS
from tests.windows import complete

PATIENCE, SETTLING = 60_000, 160
RISK_LOG: list[tuple[object, ...]] = [
    ("Risk log of the partnership, November", None, None, None, None, None),
    ("No", "What we fear", "Cause", "Probability", "Impact", "Assigned to", "Date raised", "Hat"),
    ("X-1", "Payroll is wrong in the first month", "Pay rules differ", 4, 4, "Head of HR", "3 Nov 2026", "x"),
    ("X-2", "Staff cannot log in", "Two directories", "often", 3, "Head of ICT", "soonish", "y"),
    ("X-3", "The ledger closes late", "One team, two calendars", 3, 2, "Head of Finance", "4 Nov 2026", ""),
]
ISSUE_LOG: list[tuple[object, ...]] = [("Issue", "Owner"), ("The printer is broken", "Head of ICT")]


def wait_until(true: Callable[[], bool]) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not true():
        if clock.elapsed() > PATIENCE:
            raise TimeoutError(true)
        QTest.qWait(20)


@dataclass(frozen=True)
class Camera:
    """A window, and where its pictures go; ``mark`` says in their names in which colours and sizes they are."""

    window: Window
    out: Path
    mark: str

    @property
    def frame(self) -> Frame:
        assert self.window.frame is not None
        return self.window.frame

    def take(self, name: str, of: QWidget | None = None) -> None:
        """Keep what the window shows, or a part of it."""
        QTest.qWait(SETTLING)
        path = self.out / f"{name}-{self.mark}.png"
        (of or self.window).grab().save(str(path))
        print(path)  # noqa: T201

    def list_page(self, key: str, place: int = 2) -> TablePage:
        """The page of a register, with one of its rows on the form."""
        page = self.frame.go(key)
        assert isinstance(page, TablePage)
        complete(page)
        if page.model.ids:
            page.table.go_to(page.model.ids[min(place, len(page.model.ids) - 1)])
        return page


def search(camera: Camera) -> None:
    """What the search finds, and finds not."""
    frame = camera.frame
    frame.go("risks")
    for name, text in (("search-first", ""), ("search", "pay"), ("search-nothing", "xyzzy")):
        frame.top.focus_search()
        wait_until(lambda: frame.searching.finder.ready)
        frame.top.search.setText(text)
        camera.take(name)
    frame.searching.leave()
    frame.top.search.clear()


def pack(camera: Camera) -> None:
    """The page that makes the pack, before and after."""
    frame = camera.frame
    frame.make_pack()
    page = frame.pages.page("pack")
    assert isinstance(page, MakePackPage)
    camera.take("pack-before")
    if not page.board.count():
        return
    page.preview()
    wait_until(lambda: page.pages.content is not None or not frame.trouble.isHidden())
    wait_until(lambda: page.pages.view.area.picture(0) is not None)
    camera.take("pack")


def begun_import(window: Window, folder: Path) -> ImportWizard:
    """An import of a RAID log that has its faults."""
    sheets: dict[str, list[tuple[object, ...]]] = {
        "Risks": RISK_LOG,
        "Issues": ISSUE_LOG,
        "Pivot": [("Quarter", "Total"), ("Q1", 3)],
    }
    frame = window.frame
    assert frame is not None
    window.imports.take(workbook(folder / "RAID log.xlsx", sheets))
    wait_until(lambda: isinstance(frame.pages.currentWidget(), ImportWizard) and not frame.progress.isVisible())
    wizard = frame.pages.currentWidget()
    assert isinstance(wizard, ImportWizard)
    return wizard


def say_what_is_feared(wizard: ImportWizard) -> None:
    """Say of the one column that is not known by its heading what it is."""
    wizard.columns.lines.setData(wizard.columns.lines.index(1, 3), "title")


def to_preview(wizard: ImportWizard) -> None:
    """From the step Columns to the step Preview."""
    say_what_is_feared(wizard)
    wizard.forward()
    wait_until(lambda: wizard.step == Step.PREVIEW)


def bring_in(camera: Camera) -> None:
    """Each step of an import; what came in is taken back."""
    wizard = begun_import(camera.window, camera.out)
    for step in ("sheets", "headings", "columns"):
        camera.take(f"import-{step}")
        if step != "columns":
            wizard.forward()
    to_preview(wizard)
    camera.take("import-preview")
    wizard.forward()
    camera.take("import-done")
    wizard.done.undo.emit()
    wizard.path.unlink()


def sheets(camera: Camera) -> None:
    """The plan as it would be printed, and on one page."""
    frame = camera.frame
    page = camera.list_page("tasks")
    if not isinstance(page, PlanPage) or not page.model.ids:
        return
    page.wants_sheets.emit()
    _preview(camera, "plan-preview")
    frame.show_made("one-page", PlanOnAPage(frame.session, camera.window.desk))
    _preview(camera, "plan-on-a-page")


def _preview(camera: Camera, name: str) -> None:
    page = camera.frame.pages.currentWidget()
    pages = getattr(page, "pages", None)
    wait_until(lambda: pages is not None and pages.view.area.picture(0) is not None)
    camera.take(name)


def histories(camera: Camera) -> None:
    """The history of a row in the place of its form."""
    page = camera.list_page("risks")
    if page.model.ids:
        page.turn_history()
        wait_until(lambda: bool(page.history.lines))
        camera.take("row-history")
        page.turn_history()


def plan_with_form(camera: Camera) -> None:
    """A task worked on, beside its chart."""
    page = camera.list_page("tasks", 12)
    if page.model.ids:
        page.table.opened.emit(page.model.ids[12])
        camera.take("plan-form")
        page.splitter.leave_form()


def messages(camera: Camera) -> None:
    """A toast, trouble, long work, and files held over the window."""
    frame = camera.frame
    camera.list_page("risks")
    while frame.toasts.present():
        frame.toasts.dismiss()
    frame.tell("Risk R-012 edited.", undo=True)
    camera.take("toast")
    frame.toasts.dismiss()
    frame.tell_trouble("“Board papers.docx” can neither be opened nor imported here. Drop one at a time.")
    camera.take("trouble")
    frame.trouble.clear()
    (mark,) = camera.window.findChildren(DropMark)
    mark.say("Drop “RAID log.xlsx” here to import it.")
    camera.take("dropping")
    mark.hide()


def menus(camera: Camera) -> None:
    """Every menu that a page or the window opens."""
    for menu in camera.window.commands.menus:
        _menu(camera, menu, "menu-" + menu.title().replace("&", "").lower())
    for key in ("risks", "tasks"):
        page = camera.list_page(key)
        for number, each in enumerate(page.findChildren(QToolButton)):
            if each.menu() is not None and each.isVisible():
                _menu(camera, each.menu(), f"menu-{key}-{number}")


def _menu(camera: Camera, menu: QMenu, name: str) -> None:
    menu.popup(camera.window.mapToGlobal(camera.window.rect().center()))
    camera.take(name, menu)
    menu.close()


def welcome(camera: Camera) -> None:
    """The page from which everything begins."""
    page = WelcomePage(camera.window.desk)
    page.resize(camera.window.size())
    page.show()
    camera.take("welcome", page)
    page.deleteLater()


def manual(camera: Camera) -> None:
    """The manual, in its own window."""
    camera.window.help.show_page("risks")
    shown = camera.window.help.manual
    assert shown is not None
    camera.take("manual", shown)
    shown.close()


def tour(camera: Camera) -> None:
    """The first note of the tour."""
    camera.list_page("risks")
    camera.window.help.show_round()
    camera.take("tour")
    if camera.window.help.tour is not None:
        camera.window.help.tour.leave()


def dialogs(camera: Camera) -> None:
    """Every dialog there is; those that an empty programme has no rows for are left out."""
    for kind, make in MAKERS.items():
        try:
            dialog = make(camera.frame.session, camera.window.desk)
        except (IndexError, StopIteration):
            continue
        dialog.setParent(camera.window, dialog.windowFlags())
        dialog.show()
        if isinstance(dialog, WhatIfDialog):
            panel = dialog.panel
            wait_until(lambda: panel.outcome is not None)  # noqa: B023 - called before it changes
        camera.take(f"dialog-{kind.__name__}", dialog)
        dialog.close()
        dialog.deleteLater()
    quick_add(camera)


def quick_add(camera: Camera) -> None:
    """An action typed in one line, as it is understood."""
    dialog = QuickAdd(camera.frame.session, "actions", camera.window)
    dialog.show()
    dialog.typed.setText("Chase the lease @Head of ICT due Fri")
    camera.take("quick-add", dialog)
    dialog.close()
    dialog.deleteLater()


SCENES: dict[str, Callable[[Camera], None]] = {
    "pack": pack,
    "search": search,
    "import": bring_in,
    "sheets": sheets,
    "row-history": histories,
    "plan-form": plan_with_form,
    "messages": messages,
    "menus": menus,
    "welcome": welcome,
    "manual": manual,
    "tour": tour,
    "dialogs": dialogs,
}
"""By the names under which they can be asked for, beside the keys of the pages."""

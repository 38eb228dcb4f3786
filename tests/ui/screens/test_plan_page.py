"""The plan on a page in the window: chosen, looked at, saved."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui import choosing
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.plan_page import OUTDATED, PlanOnAPage
from sharedprog.ui.window import Window
from sharedprog.usecases import plan_page
from tests.ui import audit, pages_of_paper
from tests.windows import LONG, frame_of, press_button, session_of, words_on


@pytest.fixture
def page(window: Window, frame: Frame, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> PlanOnAPage:
    """As it is when it was asked for from the menu and the first sheet has come."""
    monkeypatch.setattr(plan_page, "print_plan_page", pages_of_paper.one_sheet)
    window.commands["plan_page"].trigger()
    made = frame_of(window).pages.currentWidget()
    assert isinstance(made, PlanOnAPage)
    qtbot.waitUntil(lambda: made.pages.content is not None, timeout=LONG)
    return made


def said(page: PlanOnAPage) -> str:
    assert page.pages.content is not None
    return PdfReader(BytesIO(page.pages.content.pdf)).pages[0].extract_text().strip()


def test_it_is_shown_at_once_and_again_as_it_is_chosen(page: PlanOnAPage, qtbot: QtBot) -> None:
    assert said(page) == "workstream A3"
    with qtbot.waitSignal(page.pages.made, timeout=LONG):
        page.by.setCurrentIndex(1)
    with qtbot.waitSignal(page.pages.made, timeout=LONG):
        page.paper.setCurrentIndex(1)
    assert said(page) == "partner A4"
    assert [each for each in audit.nameless(page) if each.isVisibleTo(page)] == []
    assert audit.rich(page) == []


def test_one_that_is_out_of_date_says_so_and_is_made_again(page: PlanOnAPage, qtbot: QtBot) -> None:
    page._session.document.add(TASKS, title="New")  # noqa: SLF001  # as another page would
    assert OUTDATED in words_on(page)
    with qtbot.waitSignal(page.pages.made, timeout=LONG):
        press_button(page, "Make it again")
    assert OUTDATED not in words_on(page)


def test_one_whose_place_was_taken_hears_of_no_change(page: PlanOnAPage, window: Window) -> None:
    window.commands["plan_page"].trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(page)
    session_of(window).document.add(TASKS, title="New")


def test_one_that_was_stopped_can_be_made_after_all(
    page: PlanOnAPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_page, "print_plan_page", pages_of_paper.endless)
    page.by.setCurrentIndex(1)
    qtbot.waitUntil(page.pages.progress.isVisible)
    press_button(page.pages, "Cancel")
    monkeypatch.setattr(plan_page, "print_plan_page", pages_of_paper.one_sheet)
    with qtbot.waitSignal(page.pages.made, timeout=LONG):
        press_button(page, "Make it again")
    assert said(page) == "partner A3"


def test_the_sheet_that_is_shown_is_saved(
    page: PlanOnAPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "wall.pdf"
    monkeypatch.setattr(choosing, "file_to_save", lambda *_: target)
    with qtbot.waitSignal(page.said, timeout=LONG):
        press_button(page, "Save as PDF…")
    assert page.pages.content is not None
    assert target.read_bytes() == page.pages.content.pdf


def test_the_worker_prints_the_plan_that_is_open(window: Window, frame: Frame, qtbot: QtBot) -> None:
    document = frame.session.document
    goal = {"milestone": True, "duration": 0, "constraint": "snet", "constraint_day": document.today}
    document.add(TASKS, title="Directories merged", **goal)  # type: ignore[arg-type]  # values of cells
    window.commands["plan_page"].trigger()
    page = frame.pages.currentWidget()
    assert isinstance(page, PlanOnAPage)
    qtbot.waitUntil(lambda: page.pages.content is not None, timeout=LONG)
    assert "Directories merged" in said(page)
    press_button(page, "Back")
    assert frame.pages.key == "tasks"

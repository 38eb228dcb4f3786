"""A file that is dropped on the window is opened, imported, or refused in a sentence."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.confirm import Question
from sharedprog.ui.dropping import DropMark
from sharedprog.ui.editors.fields import LineField, ProseField
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.import_wizard import ImportWizard
from sharedprog.ui.window import Window
from tests.exchange.workbooks import workbook
from tests.windows import LONG, answering, list_of, press_button, session_of

COPY = Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def of_files(*paths: Path | str) -> QMimeData:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(each)) if isinstance(each, Path) else QUrl(each) for each in paths])
    return dragged


def enters(widget: QWidget, dragged: QMimeData) -> bool:
    """Whether a widget would take what is dragged over it."""
    event = QDragEnterEvent(QPoint(5, 5), COPY, dragged, LEFT, NONE)
    event.setAccepted(False)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(window: Window, *paths: Path | str) -> None:
    dragged = of_files(*paths)
    assert enters(window, dragged)
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), COPY, dragged, LEFT, NONE))


def test_a_programme_is_opened(window: Window, frame: Frame, qtbot: QtBot, small: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(small, tmp_path / "other.sharedprog"))
    with qtbot.waitSignal(window.ready, timeout=LONG):
        drop(window, other)
    assert session_of(window).document.path == other


def test_a_programme_stays_where_something_typed_would_be_lost_and_the_person_says_so(
    window: Window, frame: Frame, qtbot: QtBot, small: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(small, tmp_path / "other.sharedprog"))
    page = list_of(window, "risks")
    page.new_line.setText("Half a thought")
    asked: list[str] = []

    def stay(question: Question) -> None:
        asked.append(question.windowTitle())
        press_button(question, "Stay")

    answering(Question, stay)
    drop(window, other)
    qtbot.waitUntil(lambda: bool(asked), timeout=LONG)
    assert asked == ["Close without what you typed?"]
    assert session_of(window).document.path == small
    assert page.new_line.text() == "Half a thought"


def test_a_sheet_begins_an_import(window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path) -> None:
    drop(window, workbook(tmp_path / "RAID.xlsx", {"Risks": [("Risk", "Cause"), ("Late", "Old")]}))
    qtbot.waitUntil(lambda: isinstance(frame.pages.currentWidget(), ImportWizard), timeout=LONG)
    assert session_of(window).document.rows(RISKS) == ()


def test_what_becomes_of_a_file_is_said_while_it_is_held_over_the_window(
    window: Window, frame: Frame, tmp_path: Path
) -> None:
    (mark,) = window.findChildren(DropMark)
    for name, told in (
        ("RAID.xlsx", "Drop “RAID.xlsx” here to import it."),
        ("other.sharedprog", "Drop “other.sharedprog” here to open it."),
        ("letter.docx", "“letter.docx” can neither be opened nor imported here."),
    ):
        enters(window, of_files(tmp_path / name))
        assert mark.isVisible()
        assert mark.words.startswith(told)
        assert mark.geometry() == window.rect()
        QApplication.sendEvent(window, QDragLeaveEvent())
        assert not mark.isVisible()


REFUSED: list[tuple[Sequence[str], str]] = [
    (["letter.docx"], "“letter.docx” can neither be opened nor imported here. Drop a programme"),
    (["a.csv", "b.csv"], "These are 2 files, and only one can be taken. Drop one at a time."),
    (["folder"], "“folder” is a folder."),
    (["https://example.org/a.csv"], "That is not a file on this computer."),
]


@pytest.mark.parametrize(("names", "told"), REFUSED)
def test_anything_else_is_refused_in_a_sentence(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, names: Sequence[str], told: str
) -> None:
    (tmp_path / "folder").mkdir()
    drop(window, *(name if name.startswith("https") else tmp_path / name for name in names))
    qtbot.waitUntil(frame.trouble.isVisible, timeout=LONG)
    assert told in frame.trouble.accessibleName()


def test_a_sheet_without_a_programme_is_refused_with_what_to_do(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    welcome = window.show_welcome()
    window.show()
    drop(window, tmp_path / "RAID.xlsx")
    qtbot.waitUntil(welcome.trouble.isVisible, timeout=LONG)
    assert "Open a programme first; then drop “RAID.xlsx” onto it" in welcome.trouble.accessibleName()


def test_a_file_over_a_field_belongs_to_the_window_and_words_to_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    words = QMimeData()
    words.setText("Payroll")
    for field in (LineField(), ProseField(1, 3)):
        qtbot.addWidget(field)
        target = field.viewport() if isinstance(field, ProseField) else field
        assert enters(target, words)
        assert not enters(target, of_files(tmp_path / "a.csv"))

"""The driving path drawn: boxes that can be reached by key and say what they are, and lead from one to the next."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.driving import DrivingDialog, DrivingPanel
from tests.ui import keys
from tests.windows import answering, offered


@pytest.fixture
def chain(frame: Frame) -> list[str]:
    """Three tasks, each waiting for the one before."""
    document = frame.session.document
    document.edit(PROGRAMME, document.programme.settings.id, "start", document.today)
    made = [document.add(TASKS, title=title, duration=960) for title in ("Merge", "Mail", "Live")]
    for first, second in pairwise(made):
        document.add(DEPENDENCIES, parent=second, predecessor=first)
    return made


@pytest.fixture
def panel(qtbot: QtBot, frame: Frame, chain: list[str]) -> DrivingPanel:
    made = DrivingPanel(frame.session, chain[1])
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def test_boxes_stand_from_left_to_right_and_say_what_they_are(panel: DrivingPanel, chain: list[str]) -> None:
    boxes = [panel.view.boxes[task_id] for task_id in chain]

    assert [box.x() for box in boxes] == sorted(box.x() for box in boxes)
    assert boxes[1].accessibleName().startswith("2 Mail, ")
    assert boxes[1].accessibleName().endswith(", critical")
    assert boxes[1].chosen
    assert panel.words.text.startswith("Critical because 1 Merge must finish first")
    assert not panel.grab().isNull()


def test_space_on_a_box_shows_its_own_path(qtbot: QtBot, panel: DrivingPanel, chain: list[str]) -> None:
    first = panel.view.boxes[chain[0]]
    first.setFocus()
    keys.press(Qt.Key.Key_Space)

    assert panel.task_id == chain[0]
    assert panel.title.text() == "1 Merge"
    assert panel.view.boxes[chain[0]].chosen


def test_the_picture_follows_the_plan(panel: DrivingPanel, chain: list[str]) -> None:
    document = panel.session.document
    document.edit(TASKS, chain[1], "actual_start", document.today)

    assert chain[0] not in panel.view.boxes
    assert chain[2] in panel.view.boxes


def test_a_task_without_links_says_so(qtbot: QtBot, panel: DrivingPanel) -> None:
    alone = panel.session.document.add(TASKS, title="Alone", duration=480)
    panel.show_task(alone)

    assert panel.more.text() == "No link sets its dates, and it sets those of no other task."


def test_the_plan_shows_it_for_the_selected_task(frame: Frame, chain: list[str]) -> None:
    page = frame.go("tasks")
    assert isinstance(page, TablePage)
    page.go_to(chain[2])
    shown: list[str] = []

    def look(dialog: DrivingDialog) -> None:
        shown.append(dialog.panel.task_id)
        dialog.reject()

    answering(DrivingDialog, look)
    offered(page, "Driving path").trigger()

    assert shown == [chain[2]]

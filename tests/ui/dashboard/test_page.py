"""The dashboard in the window: what it says, where its lines lead, and how it follows the programme."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.dashboard.card_table import CardTable
from sharedprog.ui.dashboard.page import DashboardPage
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.window import Window
from tests.ui import audit, keys
from tests.ui.dashboard.conftest import Shown
from tests.windows import press_button, show_file, words_on


def words(table: CardTable) -> list[list[str]]:
    """What stands in the cells of a table."""
    model = table.lines
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def said(table: CardTable, row: int) -> str:
    return str(table.lines.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def chosen(table: CardTable, containing: str) -> None:
    """Go to a line by the arrows and press Enter."""
    table.setFocus()
    lines = [" ".join(line) for line in words(table)]
    while containing not in lines[table.currentIndex().row()]:
        before = table.currentIndex().row()
        keys.press(Qt.Key.Key_Down)
        assert table.currentIndex().row() > before, containing
    keys.press(Qt.Key.Key_Return)


def list_shown(frame: Frame) -> TablePage:
    page = frame.pages.list_page()
    assert page is not None
    return page


def test_a_new_programme_is_told_what_to_do_first(frame: Frame, shown: Shown) -> None:
    page = shown()
    assert "What to do first" in words_on(page)
    assert "Delivery confidence" not in words_on(page)
    assert page.guide.steps[0].hasFocus()
    press_button(page, "Log the first risk")
    assert frame.pages.key == "risks"
    assert list_shown(frame).new_line.hasFocus()
    frame.session.document.add(RISKS, title="Payroll is wrong")
    assert "What to do first" not in words_on(shown())


def test_the_page_tells_the_next_board_and_what_changed(begun: Frame, shown: Shown) -> None:
    begun.session.document.add(RISKS, title="A new one")
    page = shown()
    seen = words_on(page)
    assert "Board 14 in 3 working days" in seen
    assert "Since board 13: 1 new risk" in seen
    assert "Thu 3 Dec 2026" in seen
    assert words(page.confidence) == [["IT and joint working", "", "A", "Log-ins are not tested"]]
    assert said(page.confidence, 0) == (
        "IT and joint working: Amber now; at the last boards Amber; Log-ins are not tested"
    )
    assert words(page.milestones)[0][:5] == ["Shared mail live", "–", "30 Nov", "30 Nov", "–"]
    assert ["Papers issued", "today"] in words(page.steps)


def test_each_need_leads_to_just_its_rows(begun: Frame, shown: Shown) -> None:
    page = shown()
    assert ["1", "action is overdue · oldest 3 days"] in words(page.needs)
    chosen(page.needs, "overdue")
    actions = list_shown(begun)
    titles = {row.id: row.title for row in begun.session.programme.rows(ACTIONS)}
    assert [titles[row_id] for row_id in actions.model.ids] == ["Sign the lease"]
    assert actions.chips.present == "Late"
    assert actions.table.hasFocus()
    press_button(actions, "Late")
    assert len(actions.model.ids) == 2


def test_what_no_page_shows_leads_to_the_history(begun: Frame, shown: Shown) -> None:
    begun.session.document.add(LINKS, source="0" * 32, target="1" * 32, kind="about")
    chosen(shown().needs, "points at a row that is not there")
    assert begun.pages.key == "history"


def test_a_link_of_which_an_end_is_gone_can_be_taken_away_at_the_other(
    begun: Frame, shown: Shown, qtbot: QtBot
) -> None:
    document = begun.session.document
    document.add(LINKS, source=document.rows(ACTIONS)[0].id, target="1" * 32, kind="about")
    chosen(shown().needs, "action holds what cannot be right")
    page = list_shown(begun)
    qtbot.waitUntil(lambda: "a row that is not there" in words_on(page.form))
    (unlink,) = (each for each in page.form.findChildren(QAbstractButton) if each.accessibleName().startswith("Unlink"))
    unlink.click()
    assert document.rows(LINKS) == ()


def test_a_need_that_is_seen_to_goes_from_its_list_and_from_the_dashboard(begun: Frame, shown: Shown) -> None:
    page = shown()
    chosen(page.needs, "overdue")
    actions = list_shown(begun)
    begun.session.document.edit(ACTIONS, actions.model.ids[0], "status", "done")
    assert actions.model.ids == ()
    assert not any("overdue" in line[1] for line in words(shown().needs))


def test_a_cell_of_the_heat_map_filters_the_register(begun: Frame, shown: Shown) -> None:
    page = shown()
    page.heat.setFocus()
    at = page.heat.currentIndex()
    assert at.data(Qt.ItemDataRole.AccessibleTextRole) == "likelihood 4, impact 5: 2 risks, Red 20"
    keys.press(Qt.Key.Key_Left)
    assert "impact 4" in str(page.heat.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    keys.press(Qt.Key.Key_Return)
    assert begun.pages.key == "dashboard", "an empty cell leads nowhere"
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Return)
    risks = list_shown(begun)
    assert begun.pages.key == "risks"
    assert risks.chips.present == "Likelihood 4, impact 5"
    titles = {row.id: row.title for row in begun.session.programme.rows(RISKS)}
    assert [titles[row_id] for row_id in risks.model.ids] == ["Log-ins fail", "Payroll is wrong"]


def test_a_risk_that_is_not_scored_is_told_beneath_the_map(begun: Frame, shown: Shown) -> None:
    assert not any("Not on the map" in words for words in words_on(shown()))
    begun.session.document.add(RISKS, title="One line")
    assert "Not on the map: 1 risk not scored." in words_on(shown())


def test_workstreams_milestones_and_days_lead_to_their_rows(begun: Frame, shown: Shown) -> None:
    chosen(shown().confidence, "IT")
    assert begun.pages.key == "workstreams"
    chosen(shown().milestones, "Shared mail")
    assert begun.pages.key == "tasks"
    (task,) = begun.session.programme.rows(TASKS)
    assert list_shown(begun).present_id() == task.id
    chosen(shown().steps, "Chair's call")
    assert begun.pages.key == "board_meetings"
    press_button(shown(), "Board")
    assert begun.pages.key == "board_meetings"
    press_button(shown(), "Register")
    assert begun.pages.key == "risks"


def test_more_milestones_than_there_is_room_for_are_all_in_the_plan(begun: Frame, shown: Shown) -> None:
    for number in range(9):
        begun.session.document.add(TASKS, title=f"m{number}", milestone=True, duration=0)
    begun.session.document.add(TASKS, title="no milestone", duration=480)
    page = shown()
    assert len(words(page.milestones)) == 6
    press_button(page, "All 10 milestones")
    assert list_shown(begun).chips.present == "Milestones"
    assert len(list_shown(begun).model.ids) == 10


def test_calendars_that_run_out_lead_to_the_bank_holidays(begun: Frame, shown: Shown) -> None:
    document = begun.session.document
    last = max(row.day.year for row in document.rows(BANK_HOLIDAYS) if row.day is not None)
    day_one = document.today.replace(year=last + 1)
    document.edit(PROGRAMME, document.programme.settings.id, "day_one", day_one)
    chosen(shown().needs, f"bank holidays to {last}")
    assert begun.pages.key == "bank_holidays"


def test_every_part_is_reached_with_tab_in_reading_order(begun: Frame, shown: Shown, window: Window) -> None:
    page = shown()
    page.confidence.setFocus()
    seen: list[QWidget | None] = [QApplication.focusWidget()]
    for _ in range(12):
        keys.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    parts = (page.confidence, page.heat, page.needs, page.milestones, page.steps)
    assert [each for each in seen if each in parts] == list(parts)
    names = [each.accessibleName() for each in seen if each is not None]
    assert names.index("Open the risk register") == names.index("Risk heat map") - 1
    assert page.steps.currentIndex().row() == 0


def test_the_page_scrolls_with_the_keys(begun: Frame, shown: Shown, window: Window, qtbot: QtBot) -> None:
    window.resize(800, 480)
    page = shown()
    qtbot.waitUntil(lambda: page.cards.columns < 3)
    page.steps.setFocus()
    for _ in range(page.steps.lines.rowCount()):
        keys.press(Qt.Key.Key_Down)
    line = page.steps.visualRect(page.steps.currentIndex()).center()
    assert page.steps.currentIndex().row() == page.steps.lines.rowCount() - 1
    assert page.steps.viewport().visibleRegion().contains(line)
    for _ in range(page.steps.lines.rowCount()):
        keys.press(Qt.Key.Key_Up)
    assert page.steps.viewport().visibleRegion().contains(page.steps.visualRect(page.steps.currentIndex()).center())


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


def is_quiet(paints: Paints) -> bool:
    """Whether nothing more is painted, however often events are looked at."""
    before = paints.count
    for _ in range(20):
        QApplication.processEvents()
    return paints.count == before


def test_what_did_not_change_is_not_painted_again(begun: Frame, shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    QTest.qWait(0)
    heat, needs = Paints(), Paints()
    page.heat.viewport().installEventFilter(heat)
    page.needs.viewport().installEventFilter(needs)
    qtbot.waitUntil(lambda: is_quiet(heat) and is_quiet(needs))
    heat.count = needs.count = 0
    action = next(row for row in begun.session.programme.rows(ACTIONS) if row.title == "Sign the lease")
    with qtbot.waitSignal(page.filled):
        begun.session.document.edit(ACTIONS, action.id, "status", "done")
    qtbot.waitUntil(lambda: needs.count > 0)
    assert heat.count == 0


def test_work_on_an_old_picture_is_dropped(begun: Frame, shown: Shown, qtbot: QtBot) -> None:
    page = shown()
    with qtbot.waitSignal(page.filled):
        for number in range(3):
            begun.session.document.add(RISKS, title=str(number))
    assert page.shown is not None
    assert page.shown.since is not None
    assert page.shown.since.new_risks == 3
    assert page.up_to_date


def test_a_page_that_is_not_seen_waits_until_it_is(begun: Frame, shown: Shown) -> None:
    page = shown()
    begun.go("risks")
    begun.session.document.add(RISKS, title="while away")
    assert not page.up_to_date
    assert shown().up_to_date


def test_the_sample_fits_every_width_and_is_named_and_plain(
    window: Window, sample: Path, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    frame = show_file(qtbot, window, sample)
    page = frame.go("dashboard")
    assert isinstance(page, DashboardPage)
    qtbot.waitUntil(lambda: page.up_to_date)
    for width, columns in ((1440, 3), (1000, 2), (800, 1)):
        window.resize(width, 720)
        qtbot.waitUntil(lambda columns=columns: page.cards.columns == columns)  # type: ignore[misc]
        qtbot.waitUntil(lambda: audit.cut(page) == [])
        for table in (page.confidence, page.needs, page.milestones, page.steps):
            across = sum(
                table.columnWidth(each) for each in range(len(table.lines.heads)) if not table.isColumnHidden(each)
            )
            assert across <= table.viewport().width() + 1, (width, table.accessibleName())
    assert audit.nameless(page) == []
    assert audit.rich(page) == []
    for table in (page.confidence, page.needs, page.milestones, page.steps):
        qtmodeltester.check(table.lines)  # type: ignore[no-untyped-call]
    qtmodeltester.check(page.heat.heat)  # type: ignore[no-untyped-call]

"""Side list, top bar, status bar and pills: what is round every page."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QImage, QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.ui.frame import Frame
from sharedprog.ui.pills import TRAVEL, WORDS, Pill, paint_pill, pill_size, spoken
from sharedprog.ui.side_list import Count, Group, Place, SideList
from sharedprog.ui.status_bar import Keeping, Kept, StatusBar
from sharedprog.ui.theme import Scheme, Theme
from sharedprog.ui.tokens import DARK, LIGHT
from sharedprog.ui.top_bar import ActionButton, TopBar, name_action
from sharedprog.usecases.editing import change_as_typed
from tests.ui import audit, keys

GROUPS = [
    Group("", [Place("dashboard", "Dashboard")]),
    Group("Deliver", [Place("plan", "Plan")]),
    Group("Control", [Place("risks", "Risks"), Place("poisons", "Poisons & antidotes")]),
]


@pytest.fixture
def side(qtbot: QtBot) -> SideList:
    made = SideList(GROUPS)
    qtbot.addWidget(made)
    made.resize(212, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_up_and_down_go_from_page_to_page_over_the_headings(qtbot: QtBot, side: SideList) -> None:
    chosen: list[str] = []
    side.chosen.connect(chosen.append)
    for _ in range(3):
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Up)
    assert chosen == ["plan", "risks", "poisons", "risks"]
    assert side.chosen_key() == "risks"


def test_enter_goes_into_the_page(qtbot: QtBot, side: SideList) -> None:
    side.choose("plan")
    with qtbot.waitSignal(side.entered_page) as entered:
        keys.press(Qt.Key.Key_Return)
    assert entered.args == ["plan"]


def test_a_click_chooses_and_a_heading_cannot_be_chosen(side: SideList) -> None:
    side.choose("dashboard")
    heading, plan = side.model().index(1, 0), side.model().index(2, 0)
    QTest.mouseClick(side.viewport(), Qt.MouseButton.LeftButton, pos=side.visualRect(plan).center())
    assert side.chosen_key() == "plan"
    QTest.mouseClick(side.viewport(), Qt.MouseButton.LeftButton, pos=side.visualRect(heading).center())
    assert side.chosen_key() == "plan"


def test_what_is_wrong_is_said_in_words(side: SideList) -> None:
    side.set_counts({"plan": Count("148"), "risks": Count("4 red", wrong=True)})
    said = [
        side.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(side.model().rowCount())
    ]
    assert said == [
        "Dashboard",
        None,
        "Plan, 148",
        None,
        "Risks, 4 red",
        "Poisons & antidotes",
    ]


def test_an_unknown_page_cannot_be_chosen(side: SideList) -> None:
    with pytest.raises(KeyError):
        side.choose("benefits")


def test_the_list_is_a_sound_model(side: SideList, qtmodeltester: ModelTester) -> None:
    side.set_counts({"plan": Count("148")})
    qtmodeltester.check(side.model())  # type: ignore[no-untyped-call]


def test_the_rows_of_the_list_are_as_high_as_the_text_needs(side: SideList) -> None:
    for row in range(side.model().rowCount()):
        assert side.sizeHintForRow(row) >= side.fontMetrics().height()


class Bar(QWidget):
    """A top bar with its actions, over a page."""

    def __init__(self) -> None:
        super().__init__()
        self.undo, self.redo, self.pack = (QAction(self), QAction(self), QAction("Make the pack", self))
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        name_action(self.undo, "Undo", None)
        name_action(self.redo, "Redo", None)
        self.bar = TopBar(self.undo, self.redo, self.pack)
        QVBoxLayout(self).addWidget(self.bar)

    def button(self, action: QAction) -> ActionButton:
        (found,) = (each for each in self.bar.findChildren(ActionButton) if each.defaultAction() is action)
        return found


@pytest.fixture
def top(qtbot: QtBot) -> Bar:
    made = Bar()
    qtbot.addWidget(made)
    made.resize(1280, 100)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_undo_says_what_it_would_undo(top: Bar) -> None:
    undo = top.button(top.undo)
    assert not undo.isEnabled()
    assert undo.text() == "Undo"
    name_action(top.undo, "Undo", "Edit risk R-012")
    assert undo.isEnabled()
    assert undo.text() == "Undo: Edit risk R-012"
    assert "Undo: Edit risk R-012 (Ctrl+Z)" in undo.toolTip()


def test_a_long_name_is_cut_on_the_button_and_whole_in_the_tool_tip(top: Bar) -> None:
    name_action(top.undo, "Undo", "Import R & D risks from the old register of Tolland")
    undo = top.button(top.undo)
    assert undo.text().startswith("Undo: Import R && D")
    assert undo.text().endswith("…")
    assert "R &amp; D risks from the old register of Tolland" in undo.toolTip()


def test_the_buttons_do_what_the_actions_do(qtbot: QtBot, top: Bar) -> None:
    with qtbot.waitSignal(top.pack.triggered):
        top.button(top.pack).click()


def test_control_k_goes_to_search(qtbot: QtBot, top: Bar) -> None:
    with qtbot.waitSignal(top.bar.search.asked):
        keys.press(Qt.Key.Key_K, keys.CONTROL)
    assert top.bar.search.hasFocus()


def test_the_keys_of_the_search_go_through_what_is_found_and_leave_the_cursor(top: Bar) -> None:
    steps: list[object] = []
    top.bar.search.moved.connect(steps.append)
    top.bar.search.taken.connect(lambda: steps.append("taken"))
    top.bar.search.left.connect(lambda: steps.append("left"))
    top.bar.focus_search()
    keys.write("pay")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        keys.press(key)
    assert steps == [1, -1, 8, "taken", "left"]
    assert top.bar.search.text() == "pay"
    assert top.bar.search.hasFocus()


@pytest.mark.parametrize("width", [640, 853, 1280, 1920])
def test_the_bar_fits_every_window(qtbot: QtBot, top: Bar, width: int) -> None:
    name_action(top.undo, "Undo", "Import the risks of the old register")
    top.bar.set_programme("One Service Programme of the Two Councils", "Ashmere and Tolland")
    top.bar.set_menu(QMenu(top))
    top.resize(width, 100)
    qtbot.waitUntil(lambda: top.bar.width() <= width)
    assert top.button(top.pack).geometry().right() <= top.bar.width()
    assert top.bar.height() >= 44
    assert audit.cut(top) == []
    assert audit.nameless(top) == []
    assert audit.rich(top) == []


@pytest.mark.parametrize("text", audit.NASTY)
def test_nasty_names_are_shown_as_they_are(top: Bar, text: str) -> None:
    top.bar.set_programme(text, text)
    name_action(top.undo, "Undo", text)
    bar = StatusBar(top)
    bar.set_kept([Kept(Keeping.TROUBLE, text)])
    bar.set_next_board(text, text)
    bar.set_marking(text)
    assert audit.rich(top) == []


def words(bar: StatusBar) -> list[str]:
    labels = bar.findChildren(QLabel)
    return [label.text() for label in labels if label.text() and label.isVisibleTo(bar)]


def test_the_status_bar_says_where_the_work_is_and_what_comes_next(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.set_next_board("Thu 3 Dec 2026", "papers close in 2 working days")
    bar.set_marking("OFFICIAL")
    bar.set_kept([Kept(Keeping.SAVING, "Saving…")])
    bar.set_kept([Kept(Keeping.SAVED, "Saved on this PC 14:05")])
    assert sorted(words(bar)) == sorted(
        ["Next board:", "Thu 3 Dec 2026", "· papers close in 2 working days", "OFFICIAL", "Saved on this PC 14:05"]
    )
    bar.set_next_board("")
    assert sorted(words(bar)) == ["OFFICIAL", "Saved on this PC 14:05"]


@pytest.mark.parametrize("width", [640, 853, 1280])
def test_the_status_bar_fits_every_window(qtbot: QtBot, width: int) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.set_kept([Kept(Keeping.SAVED, "Saved on this PC 14:05"), Kept(Keeping.TROUBLE, "Not shared since 11:20")])
    bar.set_next_board("Thu 3 Dec 2026", "papers close in 2 working days")
    bar.set_marking("OFFICIAL-SENSITIVE")
    bar.show()
    bar.resize(width, bar.height())
    assert bar.width() == width
    (marking,) = (label for label in bar.findChildren(QLabel) if label.text() == "OFFICIAL-SENSITIVE")
    assert marking.geometry().right() < width
    assert marking.width() >= marking.sizeHint().width()
    assert audit.cut(bar) == []


def painted(rag: str, text: str | None = None) -> QImage:
    size = pill_size(rag if text is None else text)
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_pill(painter, QRectF(image.rect()), rag, text)
    painter.end()
    return image


def test_every_rag_differs_in_shape_and_not_in_colour_alone(theme: Theme) -> None:
    grey = {rag: painted(rag, "").convertToFormat(QImage.Format.Format_Mono) for rag in WORDS}
    for one in WORDS:
        for other in WORDS:
            assert (grey[one] == grey[other]) == (one == other)


@pytest.mark.parametrize("rag", WORDS)
def test_a_pill_is_tinted_by_the_theme(theme: Theme, rag: str) -> None:
    for scheme, tokens in ((Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        theme.choose(scheme)
        image = painted(rag)
        tint = image.pixelColor(3, image.height() // 2).name().upper()
        assert tint == tokens.pair(rag).ground


def test_a_pill_keeps_to_its_size_and_says_what_it_means(qtbot: QtBot) -> None:
    pill = Pill("R", "20")
    qtbot.addWidget(pill)
    assert pill.sizeHint() == pill_size("20")
    assert pill.accessibleName() == "Red, 20"
    pill.show_rag("?")
    assert pill.accessibleName() == "Not started"
    assert spoken("A") == "Amber"


def test_travel_is_said_in_a_word_beside_the_arrow() -> None:
    assert all(word in shown for word, shown in TRAVEL.items())


def test_the_menu_opens_from_the_bar(qtbot: QtBot, top: Bar) -> None:
    menu = QMenu(top)
    menu.addAction("Open…")
    top.bar.set_menu(menu)
    (button,) = (each for each in top.findChildren(QToolButton) if each.accessibleName() == "Menu")
    assert button.isVisible()
    assert button.menu() is menu


def test_a_person_who_is_made_by_a_name_is_told(frame: Frame) -> None:
    document = frame.session.document
    first, second = (document.add(ACTIONS, title=title) for title in ("Book a room", "Order badges"))
    change_as_typed(document, ACTIONS, first, "owner", "Hal Novak")
    assert frame.toasts.present() == "“Hal Novak” is new, and was added to People."
    frame.toasts.dismiss()
    change_as_typed(document, ACTIONS, second, "owner", "hal novak")
    document.add(PEOPLE, title="Jane Owen")
    for _ in range(3):
        document.undo()
    assert document.rows(PEOPLE) == ()
    assert frame.toasts.present() == ""

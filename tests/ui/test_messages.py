from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.ui.confirm import Answer, Question, ask, confirm
from sharedprog.ui.empty import EmptyPanel
from sharedprog.ui.labels import LONGEST_TIP, ElidedLabel, Label, literal, tool_tip
from sharedprog.ui.messages import Toasts
from sharedprog.ui.trouble import TroublePanel
from tests.ui import audit, keys

QUICK = 0.02
"""Toasts of a few hundredths of a second, so that tests wait for what people wait for, but briefly."""


class Host(QWidget):
    """A window with a field and toasts."""

    def __init__(self, pace: float) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        self.toasts = Toasts(self, pace=pace)
        QVBoxLayout(self).addWidget(self.field)
        self.resize(700, 400)


@pytest.fixture
def host(qtbot: QtBot) -> Callable[[float], Host]:
    def make(pace: float = 1.0) -> Host:
        made = Host(pace)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.field.setFocus()
        return made

    return make


MakeHost = Callable[..., Host]


def press(panel: QWidget, words: str) -> None:
    (found,) = (each for each in panel.findChildren(QPushButton) if each.text() == words)
    found.click()


def offered(panel: QWidget) -> list[str]:
    return [each.text() for each in panel.findChildren(QPushButton) if each.isVisibleTo(panel)]


def test_a_toast_says_what_was_done_and_goes_away_by_itself(qtbot: QtBot, host: MakeHost) -> None:
    window = host(QUICK)
    window.toasts.tell("Risk R-012 deleted.")
    assert window.toasts.isVisible()
    assert window.toasts.accessibleName() == "Risk R-012 deleted."
    assert window.field.hasFocus()
    qtbot.waitUntil(lambda: not window.toasts.isVisible())
    assert window.toasts.present() == ""


def test_toasts_wait_their_turn(qtbot: QtBot, host: MakeHost) -> None:
    window = host(QUICK)
    seen: list[str] = []
    for sentence in ("First.", "Second.", "Third."):
        window.toasts.tell(sentence)
    assert window.toasts.present() == "First."

    def all_seen() -> bool:
        if window.toasts.present() not in (*seen, ""):
            seen.append(window.toasts.present())
        return not window.toasts.isVisible()

    qtbot.waitUntil(all_seen)
    assert seen == ["First.", "Second.", "Third."]


def test_of_several_undone_things_the_last_is_told_at_once(host: MakeHost) -> None:
    window = host()
    window.toasts.tell("Undone: Add risk R-002.", kind="undone")
    window.toasts.tell("Wrote “a.xlsx”.")
    for number in (1, 2):
        window.toasts.tell(f"Undone: Edit risk R-00{number}.", kind="undone")
    window.toasts.dismiss()
    assert window.toasts.present() == "Undone: Edit risk R-002."
    window.toasts.dismiss()
    assert window.toasts.present() == ""


def test_each_toast_is_announced_when_its_turn_comes(
    qtbot: QtBot, host: MakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[QWidget, str]] = []
    monkeypatch.setattr("sharedprog.ui.messages.announce", lambda widget, sentence: heard.append((widget, sentence)))
    window = host()
    window.toasts.tell("First.", undo=lambda: None)
    window.toasts.tell("Second.")
    assert heard == [(window.toasts, "First.")]
    window.toasts.dismiss()
    assert heard == [(window.toasts, "First."), (window.toasts, "Second.")]


def test_a_toast_is_undone_by_keyboard_alone(host: MakeHost) -> None:
    window = host()
    undone: list[str] = []
    window.toasts.tell("Risk R-012 deleted.", undo=lambda: undone.append("R-012"))
    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Space)
    assert undone == ["R-012"]
    assert window.field.hasFocus()


def test_undo_on_a_toast_undoes_once_and_puts_it_away(host: MakeHost) -> None:
    window = host()
    undone: list[str] = []
    window.toasts.tell("Risk R-012 deleted.", undo=lambda: undone.append("R-012"))
    press(window.toasts, "Undo")
    assert undone == ["R-012"]
    assert not window.toasts.isVisible()


def test_no_undo_is_offered_without_one_or_after_another_change(host: MakeHost) -> None:
    window = host()
    window.toasts.tell("Pack saved.")
    assert offered(window.toasts) == ["Dismiss"]
    window.toasts.dismiss()
    window.toasts.tell("Risk R-012 deleted.", undo=lambda: None)
    window.toasts.tell("Risk R-013 deleted.", undo=lambda: None)
    assert offered(window.toasts) == ["Undo", "Dismiss"]
    window.toasts.forget_undo()
    assert offered(window.toasts) == ["Dismiss"]
    window.toasts.dismiss()
    assert window.toasts.present() == "Risk R-013 deleted."
    assert offered(window.toasts) == ["Dismiss"]


def test_escape_puts_a_toast_away_after_what_is_nearer_had_its_turn(host: MakeHost) -> None:
    window = host()
    window.toasts.tell("Risk R-012 deleted.")
    keys.press(Qt.Key.Key_Escape)
    assert not window.toasts.isVisible()


def test_a_toast_with_the_focus_stays_and_gives_the_focus_back(qtbot: QtBot, host: MakeHost) -> None:
    window = host(QUICK)
    window.toasts.tell("Risk R-012 deleted.", undo=lambda: None)
    keys.press(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.toasts.isAncestorOf(focused)
    timer = window.toasts.findChild(QTimer)
    assert timer is not None
    with qtbot.waitSignal(timer.timeout):
        pass
    assert window.toasts.isVisible()
    keys.press(Qt.Key.Key_Escape)
    assert window.field.hasFocus()


def test_a_toast_is_as_wide_as_its_words_and_leaves_room_at_the_foot(host: MakeHost) -> None:
    window = host()
    window.toasts.tell("Done.")
    short = window.toasts.geometry()
    window.toasts.dismiss()
    window.toasts.tell("A sentence that is long enough to take more room than that.")
    assert window.toasts.width() > short.width() + 100
    assert short.bottom() < window.height() - 60
    assert audit.cut(window) == []


def test_a_toast_stays_inside_a_small_window(qtbot: QtBot, host: MakeHost) -> None:
    window = host()
    window.toasts.tell("A sentence that is long enough to need more than one line in so small a window. " * 2)
    window.resize(320, 400)
    qtbot.waitUntil(lambda: window.toasts.width() < 320)
    assert window.rect().contains(window.toasts.geometry())
    assert audit.cut(window) == []


def test_trouble_is_told_with_what_to_do_and_its_steps(qtbot: QtBot) -> None:
    panel = TroublePanel()
    qtbot.addWidget(panel)
    steps: list[str] = []
    panel.tell(
        "The pack could not be saved: the disk is full.",
        "Choose another folder, or make room and try again.",
        [("Choose another folder", lambda: steps.append("folder"))],
        detail="OSError: [Errno 28]",
    )
    assert panel.isVisible()
    assert panel.accessibleName().startswith("The pack could not be saved")
    press(panel, "Choose another folder")
    press(panel, "Copy the details")
    assert steps == ["folder"]
    assert QGuiApplication.clipboard().text() == "OSError: [Errno 28]"
    press(panel, "Dismiss")
    assert not panel.isVisible()
    panel.tell("Another trouble.")
    assert offered(panel)[-1] == "Dismiss"


def answer_with(act: Callable[[Question], None]) -> None:
    """Act on the question that is about to open, as soon as it has the focus."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Question) or not dialog.isActiveWindow():
            QTimer.singleShot(1, when_open)
            return
        QTimer.singleShot(2_000, dialog.reject)
        act(dialog)

    QTimer.singleShot(0, when_open)


def press_key(key: Qt.Key, dialog: Question) -> None:
    keys.press(key)


def test_a_question_is_answered_by_its_verb(qapp: QApplication) -> None:
    answer_with(lambda dialog: press(dialog, "Delete risk R-012"))
    assert confirm(None, "Delete risk R-012?", "It stays in the history.", "Delete risk R-012", danger=True)


def test_escape_and_enter_keep_what_would_be_lost(qapp: QApplication) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        answer_with(partial(press_key, key))
        assert not confirm(None, "Delete risk R-012?", "", "Delete risk R-012", danger=True)


def test_enter_does_what_is_safe(qapp: QApplication) -> None:
    answers = [Answer("good", "Import the good rows"), Answer("none", "Import nothing")]
    answer_with(partial(press_key, Qt.Key.Key_Return))
    assert ask(None, "Import 12 of 14 rows?", "Two rows have problems.", answers) == "good"
    answer_with(lambda dialog: press(dialog, "Import nothing"))
    assert ask(None, "Import 12 of 14 rows?", "Two rows have problems.", answers) == "none"
    answer_with(lambda dialog: press(dialog, "Cancel"))
    assert ask(None, "Import 12 of 14 rows?", "Two rows have problems.", answers) is None


def test_an_empty_page_offers_the_first_step(qtbot: QtBot) -> None:
    panel = EmptyPanel("No risks yet", "Name what might go wrong in one line; finish it later.", "Add a risk")
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.first_step):
        press(panel, "Add a risk")
    panel.say("Nothing found", "No risk fits the filter.")
    assert offered(panel) == []


@pytest.mark.parametrize("text", audit.NASTY)
def test_nasty_text_is_never_markup(qtbot: QtBot, host: MakeHost, text: str) -> None:
    window = host()
    window.toasts.tell(text)
    panel = TroublePanel()
    panel.tell(text, text, [(text, lambda: None)])
    question = Question(None, text, text, [Answer("yes", text)])
    empty = EmptyPanel(text, text, text)
    label = ElidedLabel(text)
    for widget in (window, panel, question, empty, label):
        if widget is not window:
            qtbot.addWidget(widget)
        assert audit.rich(widget) == []
        assert audit.nameless(widget) == []


def test_text_for_tool_tips_and_buttons_shows_letter_for_letter() -> None:
    assert tool_tip("a <b>\n& c") == "<span>a &lt;b&gt;<br>&amp; c</span>"
    assert tool_tip("") == ""
    cut = tool_tip("word " * 4_000)
    assert len(cut) < LONGEST_TIP + 20
    assert cut.endswith("…</span>")
    assert literal("R & D") == "R && D"


def test_a_long_name_gives_way_and_is_whole_in_its_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("One Service Programme of Ashmere and Tolland", "strong")
    whole = Label("One Service Programme of Ashmere and Tolland", "strong")
    qtbot.addWidget(label)
    qtbot.addWidget(whole)
    assert label.minimumSizeHint().width() < whole.minimumSizeHint().width()
    assert "Ashmere and Tolland" in label.toolTip()

"""What is wanted of a hidden widget is done once, when it is shown."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sharedprog.ui.when_seen import WhenSeen


def test_it_is_done_at_once_while_seen_and_once_when_shown_again(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    done: list[bool] = []
    when = WhenSeen(widget, lambda: done.append(widget.isVisible()))
    when.want()
    assert done == [False], "before it is shown for the first time, it is made ready"
    widget.show()
    when.want()
    widget.hide()
    for _ in range(3):
        when.want()
    assert done == [False, True]
    widget.show()
    assert len(done) == 3
    widget.hide()
    widget.show()
    assert len(done) == 3

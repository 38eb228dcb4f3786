"""The programme itself: only its form."""

from PySide6.QtCore import Qt

from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.programme import ProgrammePage
from tests.ui import keys
from tests.windows import words_on


def test_its_form_is_filled_in_and_what_is_typed_shows_at_the_head_of_the_window(frame: Frame) -> None:
    page = frame.go("programme")
    assert isinstance(page, ProgrammePage)
    title = page.form.editors["title"]
    assert title.value() == "One Service Programme"
    title.field().setFocus()
    keys.write_over("Joint control room")
    keys.press(Qt.Key.Key_Tab)
    assert frame.session.programme.settings.title == "Joint control room"
    assert words_on(frame.top)[0] == "Joint control room"


def test_leaving_the_page_commits_what_is_being_typed(frame: Frame) -> None:
    page = frame.go("programme")
    assert isinstance(page, ProgrammePage)
    page.form.focus_field("purpose")
    keys.write("One team")
    frame.go("risks")
    assert frame.session.document.rows(PROGRAMME)[0].purpose == "One team"

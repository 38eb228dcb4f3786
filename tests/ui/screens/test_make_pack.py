"""Making a pack: looked at, saved, made final, made again; the window never waits."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from sharedprog.domain.packing import SECTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui import printing
from sharedprog.ui.confirm import Question
from sharedprog.ui.editors.fields import LineField
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.make_pack import MakePackPage
from sharedprog.ui.screens.packs import PacksPage
from sharedprog.ui.screens.preview import PreviewPage
from sharedprog.ui.window import Window
from sharedprog.usecases import board_pack, boards
from sharedprog.usecases.removing import delete_rows
from tests.ui import audit, keys, pages_of_paper
from tests.windows import LONG, answering, buttons_of, press_button, session_of, words_on


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_pack, "print_pack", pages_of_paper.pack)
    monkeypatch.setattr(board_pack, "print_list", pages_of_paper.listed)


@pytest.fixture
def page(frame: Frame) -> MakePackPage:
    boards.propose(frame.session.document, 2)
    frame.make_pack()
    made = frame.pages.currentWidget()
    assert isinstance(made, MakePackPage)
    return made


def previewed(qtbot: QtBot, page: MakePackPage) -> list[str]:
    """Press Preview and wait for its pages; the text on each."""
    with qtbot.waitSignal(page.pages.made, timeout=LONG):
        keys.press(Qt.Key.Key_Return, keys.CONTROL)
    return text_of(page)


def able(page: MakePackPage) -> list[str]:
    """The three things that can be done, those of them that can be done now."""
    wanted = ("Preview", "Save as PDF…", "Make it final…")
    return [words for words, button in buttons_of(page).items() if words in wanted and button.isEnabled()]


def text_of(page: MakePackPage | PreviewPage) -> list[str]:
    assert page.pages.content is not None
    return [each.extract_text().strip() for each in PdfReader(BytesIO(page.pages.content.pdf)).pages]


def test_the_board_that_comes_next_is_chosen(page: MakePackPage) -> None:
    assert page.board.currentText() == "Board 1, Tue 1 Sep 2026"
    assert "Save as PDF…" not in able(page)
    assert not page.note.isVisible()


def test_a_preview_is_a_draft_of_the_ticked_parts_and_keeps_nothing(page: MakePackPage, qtbot: QtBot) -> None:
    page.parts.choose(["risks", "cover"])
    assert previewed(qtbot, page) == ["1 1.0 draft risks", "1 1.0 draft cover"]
    assert "Pack 1.0, draft, of board 1 · 2 pages" in words_on(page)
    qtbot.waitUntil(lambda: page.pages.view.where() == "Page 1 of 2")
    assert page.session.document.rows(PACKS) == ()
    assert audit.nameless(page) == []
    assert audit.rich(page) == []


def test_pages_that_no_longer_show_the_programme_say_so(page: MakePackPage, qtbot: QtBot) -> None:
    previewed(qtbot, page)
    page.session.document.add(RISKS, title="Payroll is wrong")
    assert any(words.startswith("The programme has changed since these pages") for words in words_on(page))
    previewed(qtbot, page)
    assert any(words.startswith("Pack 1.0, draft") for words in words_on(page))
    press_button(page, "None")
    assert any(words.startswith("You chose other parts") for words in words_on(page))


def test_without_a_part_there_is_nothing_to_make(page: MakePackPage, frame: Frame) -> None:
    press_button(page, "None")
    page.preview()
    assert frame.trouble.accessibleName() == "No part of the pack is ticked. Tick at least one."


def test_the_shown_pages_are_saved_where_the_person_says(
    page: MakePackPage, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def choose(_parent: object, _title: str, _kinds: str, proposed: Path) -> Path:
        asked.append(proposed)
        return tmp_path / "pack.pdf"

    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save", choose)
    previewed(qtbot, page)
    press_button(page, "Save as PDF…")
    assert asked[0].name == "One Service Programme board 1 pack 1.0 draft.pdf"
    qtbot.waitUntil(lambda: frame.toasts.present() == "Saved “pack.pdf”.")
    assert len(PdfReader(tmp_path / "pack.pdf").pages) == len(SECTIONS)
    (tmp_path / "folder.pdf").mkdir()
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save", lambda *_: tmp_path / "folder.pdf")
    page.save()
    qtbot.waitUntil(lambda: "could not be written" in frame.trouble.accessibleName())


def make_final(qtbot: QtBot, page: MakePackPage, verb: str) -> None:
    answering(Question, lambda question: press_button(question, verb))
    with qtbot.waitSignal(page.pages.made, timeout=LONG):
        press_button(page, "Make it final…")


def test_a_final_pack_is_kept_with_what_it_showed_and_can_be_made_again(
    page: MakePackPage, frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save", lambda *_: None)
    document = page.session.document
    page.parts.choose(["risks", "cover"])
    make_final(qtbot, page, "Make pack 1.0 final")
    (kept,) = document.rows(PACKS)
    assert (kept.version, kept.state, kept.pages, kept.sections) == ("1.0", "final", 2, "risks,cover")
    assert frame.toasts.present() == "Pack 1.0 of board 1 is final and kept under Packs."
    assert "Pack 1.0, final, of board 1 · 2 pages" in words_on(page)
    assert page.note.isVisible()
    page.note.setText("Mended the risk of payroll")
    make_final(qtbot, page, "Make pack 1.1 final")
    assert [(pack.version, pack.change_note) for pack in document.rows(PACKS)] == [
        ("1.0", ""),
        ("1.1", "Mended the risk of payroll"),
    ]
    packs = frame.go("packs", kept.id)
    assert isinstance(packs, PacksPage)
    press_button(packs, "Open again")
    again = frame.pages.currentWidget()
    assert isinstance(again, PreviewPage)
    qtbot.waitUntil(lambda: again.pages.content is not None, timeout=LONG)
    assert text_of(again) == ["1 1.0 final risks", "1 1.0 final cover"]
    press_button(again, "Back")
    assert frame.pages.key == "packs"


def test_making_it_final_can_be_thought_over(page: MakePackPage) -> None:
    answering(Question, lambda question: press_button(question, "Cancel"))
    page.make_final()
    assert "Preview" in able(page)
    assert page.session.document.rows(PACKS) == ()


def test_it_can_be_stopped_and_the_window_goes_on(
    page: MakePackPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_pack, "print_pack", pages_of_paper.endless)
    page.preview()
    assert able(page) == []
    assert page.pages.progress.isVisible()
    press_button(page.pages, "Cancel")
    assert able(page) == ["Preview", "Make it final…"]
    monkeypatch.setattr(board_pack, "print_pack", pages_of_paper.pack)
    assert len(previewed(qtbot, page)) == len(SECTIONS)


def test_trouble_in_the_worker_is_told(
    page: MakePackPage, frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_pack, "print_pack", pages_of_paper.refused)
    page.preview()
    qtbot.waitUntil(frame.trouble.isVisible, timeout=LONG)
    assert frame.trouble.accessibleName().startswith("The pack could not be made.")
    assert "Preview" in able(page)


def test_preview_is_offered_where_the_pages_will_be(page: MakePackPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.pages.made, timeout=LONG):
        press_button(page.pages, "Preview")


def test_a_programme_without_boards_says_what_is_missing(frame: Frame) -> None:
    frame.make_pack()
    page = frame.pages.currentWidget()
    assert isinstance(page, MakePackPage)
    assert able(page) == []
    page.preview()
    assert frame.trouble.accessibleName().startswith("No board is chosen.")


def test_packs_that_are_drafts_cannot_be_made_again(page: MakePackPage, frame: Frame) -> None:
    document = page.session.document
    draft = document.add(PACKS, version="1.0", state="draft")
    packs = frame.go("packs", draft)
    assert isinstance(packs, PacksPage)
    packs.again()
    assert frame.trouble.accessibleName().startswith("Only a final pack can be made again.")


def test_the_list_is_printed_as_it_stands(page: MakePackPage, window: Window, frame: Frame, qtbot: QtBot) -> None:
    for title in ("Payroll is wrong", "Staff cannot log in"):
        page.session.document.add(RISKS, title=title)
    frame.go("risks")
    keys.press(Qt.Key.Key_F, keys.CONTROL)
    keys.write("pay")
    keys.press(Qt.Key.Key_P, keys.CONTROL | keys.SHIFT)
    made = frame.pages.currentWidget()
    assert isinstance(made, PreviewPage)
    qtbot.waitUntil(lambda: made.pages.content is not None, timeout=LONG)
    assert text_of(made)[0].startswith("risks 1 ref,title,")
    assert text_of(made)[0].endswith("[Open, “pay”]")
    assert "1 page" in words_on(made)
    risks = frame.go("risks")
    assert isinstance(risks, TablePage)
    risks.table.go_to(risks.model.ids[0], "title")
    risks.filters.narrow()
    window.files.print_list()
    again = frame.pages.currentWidget()
    assert isinstance(again, PreviewPage)
    assert again is not made
    qtbot.waitUntil(lambda: again.pages.content is not None, timeout=LONG)
    assert text_of(again)[0].endswith("[Open, “pay”, Risk: Payroll is wrong]")


def test_pages_that_are_asked_for_again_take_the_place_of_those_under_way(
    window: Window, frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame.session.document.add(RISKS, title="Payroll is wrong")
    frame.go("risks")
    monkeypatch.setattr(board_pack, "print_list", pages_of_paper.endless)
    window.files.print_list()
    first = frame.pages.currentWidget()
    assert isinstance(first, PreviewPage)
    qtbot.waitUntil(lambda: first.pages.progress.under_way != "")
    monkeypatch.setattr(board_pack, "print_list", pages_of_paper.listed)
    frame.go("risks")
    window.files.print_list()
    second = frame.pages.currentWidget()
    assert isinstance(second, PreviewPage)
    qtbot.waitUntil(lambda: second.pages.content is not None, timeout=LONG)


def test_pages_of_the_pack_are_sent_to_a_printer(
    page: MakePackPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[int] = []

    def chosen(_parent: object, pages: int, size: tuple[float, float]) -> QPrinter:
        """The second page alone, to a file in the place of a printer."""
        asked.append(pages)
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printing.fit_paper(printer, size)
        printer.setFromTo(2, 2)
        return printer

    monkeypatch.setattr(printing, "chosen_printer", chosen)
    assert not buttons_of(page)["Print…"].isEnabled()
    page.parts.choose(["risks", "cover"])
    previewed(qtbot, page)
    with qtbot.waitSignal(page.pages.said, timeout=LONG) as said:
        press_button(page, "Print…")
    assert said.args == ["Sent 1 page to the printer."]
    assert asked == [2]
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 1


def test_without_a_board_it_says_what_to_do_first_and_leads_there(window: Window, frame: Frame, qtbot: QtBot) -> None:
    for board in session_of(window).document.rows(BOARD_MEETINGS):
        delete_rows(session_of(window).document, BOARD_MEETINGS, (board.id,))
    frame.make_pack()
    page = frame.pages.page("pack")
    assert "No board yet" in words_on(page)
    assert not [each for each in page.findChildren(LineField) if each.isVisible()], "nothing to say of a version"
    press_button(page, "Go to board meetings")
    assert frame.pages.key == "board_meetings"

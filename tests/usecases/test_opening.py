"""Opening a programme makes a checked copy of it first."""

from pathlib import Path

import pytest

from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.results import Results
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import boards
from sharedprog.usecases.document import Document
from sharedprog.usecases.history import past
from sharedprog.usecases.opening import at_hand, open_programme, with_suffix
from tests.builders import Clock, programme_file, programme_path


def test_each_opening_leaves_a_copy_of_the_file_as_it_was(tmp_path: Path) -> None:
    opened = open_programme(programme_path(tmp_path), clock=Clock(), backups=tmp_path / "backups")
    opened.add(RISKS, title="Payroll is wrong")
    [copy] = (tmp_path / "backups" / opened.file.uuid).iterdir()
    held = Document.open(copy)
    assert len(held.rows(PARTNERS)) == 2
    assert held.rows(RISKS) == ()
    held.close()
    opened.close()


def test_a_backup_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    path = programme_path(tmp_path)
    (tmp_path / "backups").write_text("in the way")
    heard: list[Exception | None] = []
    with pytest.raises(Trouble):
        open_programme(path, clock=Clock(), backups=tmp_path / "backups", backed_up=heard.append)
    assert isinstance(heard[0], Trouble)


def test_the_suffix_is_added_where_it_was_left_out() -> None:
    assert with_suffix(Path("a/One Service")).name == "One Service.sharedprog"
    assert with_suffix(Path("a/One.sharedprog")).name == "One.sharedprog"


def test_an_opened_programme_has_the_dates_of_its_plan_at_hand(tmp_path: Path) -> None:
    document = programme_file(tmp_path)
    document.add(TASKS, title="Merge", duration=480)
    assert at_hand(document) is document
    kept = schedule(document.programme, document.today)
    assert schedule(document.programme, document.today) is kept
    document.close()


def test_an_opened_programme_has_at_hand_what_the_last_board_saw(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = programme_file(tmp_path)
    board = document.add(BOARD_MEETINGS, number=1, day=document.today)
    boards.hold(document, board)
    document.close()
    opened = at_hand(Document.open(document.path, clock=Clock()))
    monkeypatch.setattr(opened.file, "blob", lambda _: pytest.fail("read again"))
    (seen,) = past(opened)
    monkeypatch.setattr(Results, "from_bytes", lambda _: pytest.fail("parsed again"))
    assert seen.results is seen.results
    opened.close()

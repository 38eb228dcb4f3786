"""A session on a real file, and one page of it on the screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers import BY_KEY
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session
from tests.builders import programme_file


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    opened = Session(programme_file(tmp_path))
    yield opened
    opened.close()


@pytest.fixture
def page_of(session: Session, qtbot: QtBot) -> Callable[[str], TablePage]:
    """Opens the page of a register, large enough to use."""

    def opened(key: str) -> TablePage:
        page = TablePage(session, BY_KEY[key])
        qtbot.addWidget(page)
        page.resize(1200, 900)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return opened

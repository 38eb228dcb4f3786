"""The application as it is started: what it begins with, and that it ends."""

import gc
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog import app
from sharedprog.ui.theme import Theme
from sharedprog.ui.window import Window
from sharedprog.usecases import settings
from sharedprog.usecases.document import system_clock
from tests.builders import programme_path
from tests.windows import LONG, wait_saved

ROOT = Path(__file__).parent.parent
HEAVY = ("reportlab", "matplotlib", "pikepdf", "openpyxl", "alembic", "holidays", "hypothesis", "qtawesome", "pypdf")


@pytest.fixture(autouse=True)
def no_theme_stays(qapp: QApplication) -> Iterator[None]:
    """A theme lives as long as its application, which other tests go on with: it would repaint theirs."""
    before = qapp.findChildren(Theme)
    yield
    for theme in qapp.findChildren(Theme):
        if theme not in before:
            theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return programme_path(tmp_path)


def begun(qtbot: QtBot, qapp: QApplication, file: Path | None = None, *, sample: bool = False) -> Window:
    """The window as the application begins it, once a person could work."""
    window = app.build(qapp)
    with qtbot.waitSignal(window.ready, timeout=LONG):
        app.begin(window, file, sample=sample)
    return window


def end(qtbot: QtBot, window: Window) -> None:
    if window.frame is not None:
        wait_saved(qtbot, window)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    window.desk.close()
    window.deleteLater()


def test_it_begins_with_the_file_that_is_named(qtbot: QtBot, qapp: QApplication, small: Path) -> None:
    window = begun(qtbot, qapp, small)
    assert window.session is not None
    assert window.session.document.path == small
    end(qtbot, window)


def test_it_begins_with_the_last_file_the_next_time(qtbot: QtBot, qapp: QApplication, small: Path) -> None:
    end(qtbot, begun(qtbot, qapp, small))
    window = begun(qtbot, qapp)
    assert window.session is not None
    assert window.session.document.path == small
    end(qtbot, window)


def test_it_begins_with_the_welcome_where_there_is_nothing_yet(qtbot: QtBot, qapp: QApplication) -> None:
    window = begun(qtbot, qapp)
    assert window.session is None
    assert window.welcome is not None
    assert window.welcome.name.isVisible()
    end(qtbot, window)


def test_the_window_comes_back_as_large_as_it_was(qtbot: QtBot, qapp: QApplication) -> None:
    window = begun(qtbot, qapp)
    window.resize(800, 555)
    end(qtbot, window)
    again = begun(qtbot, qapp)
    assert (again.width(), again.height()) == (800, 555)
    end(qtbot, again)


def test_the_day_can_be_another(qtbot: QtBot, qapp: QApplication, small: Path) -> None:
    window = app.build(qapp, app.clock_of(date(2030, 1, 2)))
    assert window.desk.today == date(2030, 1, 2)
    window.desk.close()


def test_without_another_day_it_goes_by_the_clock() -> None:
    assert app.clock_of(None) is system_clock


def run(lines: str, *arguments: str) -> str:
    """What a process of its own prints; an application that has ended would spoil the tests after it."""
    done = subprocess.run(
        [sys.executable, "-c", lines, *arguments], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


CLOSE_SOON = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sharedprog import app
from sharedprog.ui.window import Window

application = QApplication([])

def close_soon():
    ready = [each for each in application.topLevelWidgets() if isinstance(each, Window) and each.frame is not None]
    if ready:
        print(ready[0].windowTitle())
        ready[0].close()
    else:
        QTimer.singleShot(20, close_soon)

QTimer.singleShot(0, close_soon)
print(app.main([sys.argv[1]]))
"""
WHAT_IS_LOADED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from sharedprog import app

application = QApplication([])
window = app.build(application)
window.ready.connect(application.quit)
app.begin(window, Path(sys.argv[1]))
application.exec()
print(*[name for name in sys.argv[2:] if name in sys.modules])
window.close()
window.desk.close()
"""


def test_main_opens_the_window_and_ends_when_it_is_closed(small: Path) -> None:
    assert run(CLOSE_SOON, str(small)).splitlines() == ["One Service – sharedprog", "0"]


def test_the_window_opens_without_what_only_reports_and_files_need(small: Path) -> None:
    assert run(WHAT_IS_LOADED, str(small), *HEAVY) == ""


def test_the_sample_is_opened_as_it_is_while_it_is_fresh(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: Path
) -> None:
    monkeypatch.setenv("SHAREDPROG_DATA", str(tmp_path / "data"))
    place = settings.data_folder() / "sample" / "One Service Programme (sample).sharedprog"
    place.parent.mkdir(parents=True)
    shutil.copy(small, place)
    window = begun(qtbot, qapp, sample=True)
    assert window.session is not None
    assert window.session.document.path == place
    end(qtbot, window)


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        app.main(["--today", str(date.today() + timedelta(1))[:-3]])  # noqa: DTZ011 - cut short on purpose
    assert stopped.value.code == 2
    assert "--today" in capsys.readouterr().err


def test_other_threads_give_way_to_the_window_and_free_nothing_of_it(qtbot: QtBot, qapp: QApplication) -> None:
    before = sys.getswitchinterval()
    window = app.build(qapp)
    qtbot.addWidget(window)
    assert sys.getswitchinterval() == pytest.approx(app.GIVE_WAY)
    assert not gc.isenabled()
    window.desk.close()
    sys.setswitchinterval(before)

"""Pictures of every page, for people to look at: `python -m tests.screens FOLDER`.

The sample and an empty programme, light, dark and high contrast, at 100, 150 and 200 %; every page, every dialog and
what else is shown for a while. With `--manual` it takes those of the manual and of the README anew, into the manual's
own folder.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from functools import partial
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharedprog.domain.words import from_local
from sharedprog.ui.desk import Desk
from sharedprog.ui.manual_pages import FOLDER, PICTURES
from sharedprog.ui.pages import groups
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.schedule_health import HealthPage
from sharedprog.ui.theme import Scheme, Theme
from sharedprog.ui.window import Window
from sharedprog.usecases.programmes import Start, create
from sharedprog.usecases.sample import build_sample
from tests import manual_pictures
from tests.screen_scenes import SCENES, Camera, wait_until
from tests.windows import complete

TODAY = date(2026, 11, 26)
NOON = from_local(TODAY, time(12, 0))
SIZES = {"1440x900": (1440, 900), "1280x720": (1280, 720)}


@contextmanager
def opened(application: QApplication, sample: Path, scheme: Scheme, scale: float, folder: Path) -> Iterator[Window]:
    """The sample in a window of its own."""
    theme = Theme(application, scheme, text_scale=scale)
    preferences = Preferences(folder / "config")
    preferences.give_name("Programme Manager")
    preferences.see_tour()
    desk = Desk.ready(theme, preferences, folder / "data", lambda: NOON)
    window = Window(desk)
    window.open_file(sample)
    window.show()
    wait_until(lambda: window.frame is not None)
    yield window
    window.close()
    desk.close()
    theme.deleteLater()


def is_checked(page: HealthPage) -> bool:
    return page.health is not None


def pictures(camera: Camera, wanted: list[str]) -> None:
    """Each page, with the first of its rows on the form; then what shows only for a while."""
    frame = camera.frame
    for key in [place.key for group in groups() for place in group.places]:
        if wanted and key not in wanted:
            continue
        page = frame.go(key)
        complete(page)
        if isinstance(page, TablePage) and page.present_id() is None and page.model.ids:
            page.table.go_to(page.model.ids[min(2, len(page.model.ids) - 1)])
        if isinstance(page, HealthPage):
            wait_until(partial(is_checked, page))
        if hasattr(page, "up_to_date"):
            wait_until(lambda: page.up_to_date)  # noqa: B023 - called before it changes
            QTest.qWait(60)
        camera.take(key)
    for name, scene in SCENES.items():
        if not wanted or name in wanted:
            scene(camera)


def empty_programme(path: Path) -> Path:
    """A programme of two councils that nobody has put anything in."""
    start = Start("Shared Services", ("Ashmere Borough Council", "Tolland Council"), start=TODAY)
    create(path, start, who="Programme Manager", clock=lambda: NOON).close()
    return path


def render(application: QApplication, asked: argparse.Namespace, folder: Path, files: dict[str, Path]) -> None:
    """Every file in every scheme at every size."""
    for mark, file in files.items():
        for scheme, scale in product(asked.schemes, asked.scales):
            with opened(application, file, Scheme(scheme), scale / 100, folder) as window:
                for size in asked.sizes:
                    window.resize(*SIZES[size])
                    pictures(Camera(window, asked.out, f"{mark}{scheme}-{scale}-{size}"), asked.pages)


def arguments() -> argparse.ArgumentParser:
    schemes = [scheme.value for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST)]
    parser = argparse.ArgumentParser(formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("out", type=Path, nargs="?", default=FOLDER / PICTURES)
    parser.add_argument("--pages", nargs="*", default=[], help=f"keys of pages, or any of: {', '.join(SCENES)}")
    parser.add_argument("--files", nargs="*", default=["sample", "empty"], choices=["sample", "empty"])
    parser.add_argument("--schemes", nargs="*", default=schemes, choices=schemes)
    parser.add_argument("--scales", nargs="*", type=int, default=[100, 150, 200], help="per cent")
    parser.add_argument("--sizes", nargs="*", default=list(SIZES), choices=list(SIZES))
    parser.add_argument("--one", action="store_true", help="only light, 100 %%, 1440 × 900")
    parser.add_argument("--manual", action="store_true", help="take the pictures of the manual anew")
    return parser


def main() -> None:
    parser = arguments()
    asked = parser.parse_args()
    if not asked.manual and asked.out == FOLDER / PICTURES:
        parser.error("say which folder, or --manual")
    if asked.one:
        asked.schemes, asked.scales, asked.sizes = [Scheme.LIGHT.value], [100], [next(iter(SIZES))]
    asked.out.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        sample = folder / "One Service Programme.sharedprog"
        build_sample(sample, TODAY)
        if asked.manual:
            with opened(application, sample, Scheme.LIGHT, 1.0, folder) as window:
                for path in manual_pictures.take_all(window, asked.out):
                    print(path)  # noqa: T201
            return
        files = {"": sample, "empty-": empty_programme(folder / "Shared Services.sharedprog")}
        wanted = {mark: file for mark, file in files.items() if ("empty" if mark else "sample") in asked.files}
        render(application, asked, folder, wanted)


if __name__ == "__main__":
    main()

"""Export: the programme for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sharedprog.ui import choosing
from sharedprog.ui.choosing import file_name
from sharedprog.usecases import exporting

if TYPE_CHECKING:
    from sharedprog.ui.window import Window


class ExchangeCommands:
    """What Export does with the window it belongs to."""

    def __init__(self, window: Window) -> None:
        self._window = window
        window.commands.does("export", self.export)

    def export(self) -> None:
        """Write everything, or the list of the present page, as the ending that the person chooses says."""
        frame = self._window.frame
        if frame is None:
            return
        frame.pages.commit()
        page = frame.pages.list_page()
        kinds: dict[str, tuple[str, str | None, bool]] = {
            "Excel workbook of every register (*.xlsx)": (".xlsx", None, False),
            "Everything, as JSON (*.json)": (".json", None, False),
            "Everything with its history, as JSON (*.json)": (".json", None, True),
            "The plan, for Microsoft Project (*.xml)": (".xml", None, False),
        }
        if page is not None:
            key, title = page.register.key, page.register.title.lower()
            kinds[f"Excel workbook of {title} (*.xlsx)"] = (".xlsx", key, False)
            kinds[f"CSV of {title} (*.csv)"] = (".csv", key, False)
        document = frame.session.document
        proposed = document.path.with_name(f"{file_name(frame.session.programme.settings.title)}.xlsx")
        path, kind = choosing.file_to_save_as(self._window, "Export", list(kinds), proposed)
        if path is None:
            return
        ending, register, journal = kinds[kind]
        target = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
        self._window.desk.aside.run(
            lambda: exporting.export(document, target, register=register, journal=journal),
            lambda notes: self._exported(target, notes),
            self._window.tell_trouble,
        )

    def _exported(self, target: Path, notes: tuple[str, ...]) -> None:
        self._window.tell(" ".join([f"Wrote “{target.name}”.", *notes]))

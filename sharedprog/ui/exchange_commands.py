"""Export: the programme for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sharedprog.ui import choosing
from sharedprog.ui.choosing import file_name
from sharedprog.ui.failures import tell_failure
from sharedprog.ui.worker import Failure
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
        endings = {words: ending for words, (ending, _, _) in kinds.items()}
        target, kind = choosing.file_to_save_as(self._window, "Export", endings, proposed)
        if target is None:
            return
        _, register, journal = kinds[kind]
        self._window.desk.aside.run(
            lambda: exporting.order(document, target, register=register, journal=journal),
            lambda order: self._write(target, order),
            self._window.tell_trouble,
        )

    def _write(self, target: Path, order: exporting.ExportOrder) -> None:
        """Have the worker put the file together; only then is it put in its place, so that ending it leaves none."""
        progress = self._window.progress
        task = self._window.desk.background.run(
            exporting.exported,
            order,
            done=lambda made: self._keep(target, made),
            failed=self._failed,
            progress=progress.heard,
        )
        progress.watch(f"Exporting “{target.name}”…", task)

    def _keep(self, target: Path, made: exporting.Exported) -> None:
        self._window.progress.finish()
        self._window.desk.aside.run(
            lambda: exporting.save_bytes(target, made.content),
            lambda _: self._window.tell(" ".join([f"Wrote “{target.name}”.", *made.notes])),
            self._window.tell_trouble,
        )

    def _failed(self, failure: Failure) -> None:
        self._window.progress.finish()
        tell_failure(failure, self._window.tell_trouble)

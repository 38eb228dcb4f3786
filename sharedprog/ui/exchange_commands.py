"""Import and export: files of other programs in and out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sharedprog.domain.programme import Programme
from sharedprog.domain.trouble import Trouble
from sharedprog.ui import choosing
from sharedprog.ui.choosing import file_name
from sharedprog.ui.failures import tell_failure
from sharedprog.ui.screens.import_page import ImportPage
from sharedprog.ui.screens.which_register import which_register
from sharedprog.ui.worker import Failure
from sharedprog.usecases import exporting, importing
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing_choice import WhichRegister
from sharedprog.usecases.importing_json import is_everything
from sharedprog.usecases.importing_rows import DateChoice, ImportPlan
from sharedprog.usecases.opening import open_programme, with_suffix
from sharedprog.usecases.writer import ThreadWriter

if TYPE_CHECKING:
    from sharedprog.ui.window import Window

_PLANS = " ".join(f"*{ending}" for ending in importing.PLAN_ENDINGS)
SOURCES = f"Files to import (*.xlsx *.csv *.json {_PLANS});;Plans of other programs ({_PLANS});;All files (*)"


class ExchangeCommands:
    """What Import and Export do with the window they belong to."""

    def __init__(self, window: Window) -> None:
        self._window = window
        window.commands.does("import", self.import_file)
        window.commands.does("export", self.export)

    # In

    def import_file(self) -> None:
        """Choose a file and see what it would change; one that holds everything becomes a programme of its own."""
        session = self._window.session
        folder = session.document.path.parent if session is not None else None
        path = choosing.file_to_open(self._window, "Import", SOURCES, folder)
        if path is not None:
            self.plan(path)

    def plan(self, path: Path, register: str | None = None, dates: DateChoice = "stated") -> None:
        """Have the worker read a file; a register is named where the file does not say which it holds."""
        session = self._window.session
        programme = session.programme if session is not None and not is_everything(path) else Programme()
        task = self._window.desk.background.run(
            partial(importing.plan_of, dates=dates, moving=True),
            programme,
            path,
            register,
            done=self._planned,
            failed=partial(self._not_planned, path),
        )
        self._window.progress.watch(f"Reading “{path.name}”…", task)

    def _planned(self, plan: ImportPlan) -> None:
        self._window.progress.finish()
        if is_everything(plan.path):
            self._new_file(plan)
            return
        frame = self._window.frame
        if frame is None:
            return
        page = ImportPage(plan, frame.last_place)
        page.decided.connect(lambda skip, blank: self._carry_out(plan, skip=skip, blank=blank))
        page.dates_chosen.connect(lambda dates: self.plan(plan.path, dates=dates))
        frame.show_made("import", page)

    def _not_planned(self, path: Path, failure: Failure) -> None:
        self._window.progress.finish()
        if isinstance(failure.error, WhichRegister):
            register = which_register(self._window, path, failure.error.choices)
            if register is not None:
                self.plan(path, register)
            return
        tell_failure(failure, self._window.tell_trouble)

    def _carry_out(self, plan: ImportPlan, *, skip: bool, blank: bool) -> None:
        frame = self._window.frame
        if frame is None:
            return
        try:
            made = importing.carry_out(frame.session.document, plan, skip_bad=skip, blank_bad=blank)
        except Trouble as trouble:
            frame.tell_trouble(str(trouble))
            return
        if made is not None:
            frame.show_change(made)
            frame.tell(f"{made.title}: done.", undo=True)

    def _new_file(self, plan: ImportPlan) -> None:
        """Everything that a file holds goes into a new programme."""
        proposed = plan.path.with_suffix(".sharedprog")
        chosen = choosing.file_to_save(
            self._window, "Where the new programme goes", choosing.PROGRAMMES, proposed, replaces=False
        )
        if chosen is None:
            return
        path, clock = with_suffix(chosen), self._window.desk.clock
        if plan.problems:
            self._window.tell_trouble(f"{plan.problems[0].sentence()} Nothing was imported.")
            return

        def make(writer: ThreadWriter, who: str) -> Document:
            importing.create_from(path, plan, who=who, clock=clock).close()
            return open_programme(path, who=who, clock=clock, writer=writer)

        self._window.opener.make(path, make)

    # Out

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

"""Import: files of other programs, looked into and read in the background, and gone through in a wizard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.programme import Programme
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import counted
from sharedprog.ui import choosing
from sharedprog.ui.failures import tell_failure
from sharedprog.ui.frame import Frame
from sharedprog.ui.worker import Failure
from sharedprog.usecases import importing
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing_json import is_everything
from sharedprog.usecases.importing_rows import DateChoice, ImportPlan
from sharedprog.usecases.opening import open_programme, with_suffix
from sharedprog.usecases.writer import ThreadWriter

if TYPE_CHECKING:  # the steps of an import are loaded when the first one begins
    from sharedprog.ui.screens.import_wizard import ImportWizard
    from sharedprog.ui.window import Window
    from sharedprog.usecases.importing_looking import FoundSheet

_PLANS = " ".join(f"*{ending}" for ending in importing.PLAN_ENDINGS)
SOURCES = f"Files to import (*.xlsx *.csv *.json {_PLANS});;Plans of other programs ({_PLANS});;All files (*)"
CHANGED = "The programme was changed since the file was read, so it is read again. Look once more, then import."


class ImportCommands:
    """What Import does with the window it belongs to."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._choices: Sequence[importing.SheetChoice] = ()
        self._picture: Programme | None = None
        window.commands.does("import", self.import_file)

    def import_file(self) -> None:
        """Choose a file and see what it would change; one that holds everything becomes a programme of its own."""
        session = self._window.session
        folder = session.document.path.parent if session is not None else None
        path = choosing.file_to_open(self._window, "Import", SOURCES, folder)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Begin with a file: look which sheets it has, or read it where it has none."""
        if self._window.frame is not None:
            self._window.frame.pages.commit()
        if importing.has_sheets(path):
            from sharedprog.usecases.importing_looking import look

            task = self._window.desk.background.run(look, path, done=partial(self._looked, path), failed=self._not_read)
            self._window.progress.watch(f"Looking into “{path.name}”…", task)
        else:
            self.plan(path)

    def plan(self, path: Path, dates: DateChoice = "stated", choices: Sequence[importing.SheetChoice] = ()) -> None:
        """Have the worker read a file as it was said to be."""
        session = self._window.session
        programme = session.programme if session is not None and not is_everything(path) else Programme()
        self._choices, self._picture = choices, programme
        task = self._window.desk.background.run(
            partial(importing.plan_of, dates=dates, moving=True, choices=choices),
            programme,
            path,
            None,
            done=self._planned,
            failed=self._not_read,
            progress=self._window.progress.heard if importing.has_sheets(path) else None,
        )
        self._window.progress.watch(f"Reading “{path.name}”…", task)

    def _looked(self, path: Path, found: Sequence[FoundSheet]) -> None:
        self._window.progress.finish()
        if self._window.frame is not None:
            self._show(self._window.frame, self._wizard(self._window.frame, path, found))

    def _planned(self, plan: ImportPlan) -> None:
        self._window.progress.finish()
        if is_everything(plan.path):
            self._new_file(plan)
            return
        from sharedprog.ui.screens.import_wizard import ImportWizard, Step

        frame = self._window.frame
        if frame is None:
            return
        present = frame.pages.made_page("import")
        same = isinstance(present, ImportWizard) and present.path == plan.path and present.step != Step.DONE
        wizard = present if isinstance(present, ImportWizard) and same else self._wizard(frame, plan.path, ())
        wizard.show_plan(plan)
        if wizard is not present or frame.pages.key != "import":
            self._show(frame, wizard)

    def _wizard(self, frame: Frame, path: Path, found: Sequence[FoundSheet]) -> ImportWizard:
        from sharedprog.ui.screens.import_wizard import ImportWizard

        wizard = ImportWizard(path, found, self._window.desk.preferences.settings.headings, frame.last_place)
        wizard.read.connect(lambda choices: self.plan(path, choices=choices))
        wizard.dates_chosen.connect(lambda dates: self.plan(path, dates=dates))
        wizard.again.connect(lambda: self._again(wizard))
        wizard.decided.connect(lambda plan, skip, blank: self._carry_out(wizard, plan, skip=skip, blank=blank))
        wizard.done.another.connect(self.import_file)
        return wizard

    def _show(self, frame: Frame, wizard: ImportWizard) -> None:
        if frame.pages.made_page("import") is wizard:
            frame.go("import")
        else:
            frame.show_made("import", wizard)

    def _again(self, wizard: ImportWizard) -> None:
        """Read a file once more that was mended in the meantime."""
        dates: DateChoice = "stated"
        if wizard.preview is not None and wizard.preview.plan.dates is not None:
            dates = wizard.preview.plan.dates
        self.plan(wizard.path, dates, self._choices)

    def _not_read(self, failure: Failure) -> None:
        self._window.progress.finish()
        tell_failure(failure, self._window.tell_trouble)

    def _carry_out(self, wizard: ImportWizard, plan: ImportPlan, *, skip: bool, blank: bool) -> None:
        frame = self._window.frame
        if frame is None:
            return
        if frame.session.programme is not self._picture:
            frame.tell(CHANGED)
            self._again(wizard)
            return
        try:
            made = importing.carry_out(frame.session.document, plan, skip_bad=skip, blank_bad=blank)
        except Trouble as trouble:
            frame.tell_trouble(str(trouble))
            return
        preferences = self._window.desk.preferences
        for each in wizard.answers:
            if each.taken:
                preferences.remember_headings(each.register, each.to_remember(preferences.settings.headings))
        wizard.show_done(made.title if made is not None else "", blank=blank)
        if made is not None:
            self._offer_undo(frame, wizard, made)

    def _offer_undo(self, frame: Frame, wizard: ImportWizard, made: ChangeSet) -> None:
        """What the last step offers, as long as nothing else is changed."""
        wizard.done.undo.connect(frame.undoing.undo)
        wizard.done.shown.connect(lambda: frame.show_change(made))
        frame.session.changed.connect(wizard.done.forget_undo)

    def _new_file(self, plan: ImportPlan) -> None:
        """Everything that a file holds goes into a new programme."""
        if plan.problems:
            first, others = plan.problems[0].sentence(), len(plan.problems) - 1
            more = f" It has {counted(others, 'other problem')}." if others else ""
            self._window.tell_trouble(f"“{plan.path.name}” was not imported: {first}{more}")
            return
        if not self._window.may_leave():
            return
        proposed = plan.path.with_suffix(".sharedprog")
        chosen = choosing.file_to_save(
            self._window, "Where the new programme goes", choosing.PROGRAMMES, proposed, replaces=False
        )
        if chosen is None:
            return
        path, clock = with_suffix(chosen), self._window.desk.clock

        def make(writer: ThreadWriter, who: str) -> Document:
            importing.create_from(path, plan, who=who, clock=clock).close()
            return open_programme(path, who=who, clock=clock, writer=writer)

        self._window.opener.make(path, make)

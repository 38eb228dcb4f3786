"""The File menu: new, open, the sample, copies, in and out, and leaving."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from sharedprog.ui import choosing
from sharedprog.ui.bars import clock_of
from sharedprog.ui.failures import tell_failure
from sharedprog.ui.labels import literal
from sharedprog.ui.recent import RecentFiles
from sharedprog.ui.screens.welcome import WelcomePage
from sharedprog.ui.worker import Failure
from sharedprog.usecases import programmes
from sharedprog.usecases.opening import with_suffix
from sharedprog.usecases.sample_place import is_ready, make_ready, sample_path
from sharedprog.usecases.settings import Recent

if TYPE_CHECKING:
    from sharedprog.ui.window import Window


class FileCommands:
    """What the File menu does with the window it belongs to."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._plan_to_come: dict[Path, Path] = {}
        self._files = RecentFiles(window.desk, window)
        self._files.looked.connect(self._name_recent)
        self._listed: dict[QAction, Recent] = {}
        commands = window.commands
        commands.does("new", self.new)
        commands.does("open", self.open)
        commands.listed("Recent", self._recent)
        commands.does("sample", self.sample)
        commands.does("save", self.save)
        commands.does("copy", self.copy)
        commands.does("print", self.print_list)
        commands.does("plan_page", self.plan_page)
        commands.does("name", self.name)
        commands.does("quit", window.close)

    def serve(self, welcome: WelcomePage) -> None:
        """Let the welcome page give the same commands."""
        welcome.sample.connect(self.sample)
        welcome.new.connect(self.new)
        welcome.open.connect(self.open)
        welcome.recent.connect(self._window.open_file)

    def new(self) -> None:
        """Ask for the little that a new programme needs, and make it."""
        from sharedprog.ui.screens.new_programme import NewProgramme

        if not self._window.may_leave():
            return
        desk = self._window.desk
        dialog = NewProgramme(desk.today, self._window)
        accepted = dialog.exec()
        path, start = dialog.made()
        plan = dialog.beginnings.plan
        dialog.deleteLater()
        if accepted:
            self._plan_to_come = {path: plan} if plan is not None else {}
            clock = desk.clock
            self._window.opener.make(
                path, lambda writer, who: programmes.create(path, start, who=who, clock=clock, writer=writer)
            )

    def bring_in(self) -> bool:
        """Show what the plan that a new programme is to begin with would bring; False where there is none."""
        session = self._window.session
        plan = self._plan_to_come.pop(session.document.path, None) if session is not None else None
        if plan is not None:
            self._window.imports.take(plan)
        return plan is not None

    def open(self) -> None:
        """Choose a file and open it."""
        session = self._window.session
        folder = session.document.path.parent if session is not None else None
        path = choosing.file_to_open(self._window, "Open a programme", choosing.PROGRAMMES, folder)
        if path is not None:
            self._window.open_file(path)

    def sample(self) -> None:
        """Open the sample, made first in the worker where it is not there or too old."""
        desk = self._window.desk
        if is_ready(desk.data, desk.today):
            self._window.open_file(sample_path(desk.data))
            return
        progress = self._window.progress
        task = desk.background.run(
            make_ready,
            desk.data,
            desk.today,
            done=lambda _: self._sample_made(),
            failed=self._sample_failed,
            progress=progress.heard,
        )
        progress.watch("Making the sample programme…", task)

    def save(self) -> None:
        """Commit what is being typed, and say that it is saved as it is made."""
        frame = self._window.frame
        if frame is None:
            return
        frame.pages.commit()
        saving = frame.session.document.saving
        when = f" Last at {clock_of(saving.saved_at)}." if saving.saved_at is not None and not saving.waiting else ""
        if saving.trouble is None:
            frame.tell(f"Every change is saved as you make it.{when}")

    def copy(self) -> None:
        """A checked copy of the file where the person says."""
        session = self._window.session
        if session is None:
            return
        proposed = session.document.path.with_stem(f"{session.document.path.stem} copy")
        path = choosing.file_to_save(self._window, "Save a copy", choosing.PROGRAMMES, proposed, replaces=False)
        if path is not None:
            self._save_copy(with_suffix(path))

    def print_list(self) -> None:
        """The present list as pages."""
        frame = self._window.frame
        page = frame.pages.list_page() if frame is not None else None
        if frame is None or page is None:
            return
        from sharedprog.ui.screens.preview import list_preview

        page.commit()
        frame.show_made("print", list_preview(frame.session, self._window.desk, page))

    def plan_page(self) -> None:
        """The plan on one sheet, to look at and to save."""
        frame = self._window.frame
        if frame is None:
            return
        from sharedprog.ui.screens.plan_page import PlanOnAPage

        frame.pages.commit()
        frame.show_made("plan_page", PlanOnAPage(frame.session, self._window.desk))

    def name(self) -> None:
        """Ask again for the name that changes are signed with."""
        self._window.desk.preferences.ask_again()
        panel = self._window.frame.name_panel if self._window.frame is not None else self._window.show_welcome().name
        panel.ask()

    def _save_copy(self, path: Path) -> None:
        session = self._window.session
        if session is None:
            return
        document = session.document
        told = f"Saved a copy as “{path.name}”. You go on working in the first file."
        self._window.desk.aside.run(
            lambda: document.save_copy(path), lambda _: self._window.tell(told), self._window.tell_trouble
        )

    def _recent(self, menu: QMenu) -> None:
        """Files that were open lately, those that are pinned first, and the way to look after the list."""
        self._listed = {}
        for each in self._files.listed():
            action = menu.addAction("")
            action.triggered.connect(partial(self._open_recent, each.path))
            self._listed[action] = each
        if not self._listed:
            menu.addAction("None yet").setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction("Pin or remove…").triggered.connect(lambda _checked=False: self.look_after_recent())
        self._name_recent()
        self._files.look()

    def _name_recent(self) -> None:
        """Say what each file is and where, and which is gone."""
        for action, each in self._listed.items():
            if isValid(action):
                pinned = "Pinned: " if each.pinned else ""
                action.setText(literal(f"{pinned}{each.name} – {self._files.where(each)}"))

    def look_after_recent(self) -> None:
        """Pin files that were open lately, take them off the list, or open one."""
        from sharedprog.ui.screens.recent_list import RecentDialog

        dialog = RecentDialog(self._window.desk, self._window)
        dialog.list.opened.connect(self._window.open_file, Qt.ConnectionType.QueuedConnection)
        dialog.exec()
        dialog.deleteLater()

    def _open_recent(self, path: Path, _checked: bool = False) -> None:
        self._window.open_file(path)

    def _sample_made(self) -> None:
        self._window.progress.finish()
        self._window.open_file(sample_path(self._window.desk.data))

    def _sample_failed(self, failure: Failure) -> None:
        self._window.progress.finish()
        tell_failure(failure, self._window.tell_trouble)

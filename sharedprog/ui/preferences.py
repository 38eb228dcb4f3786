"""What the person prefers, kept as it changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sharedprog.ui.theme import Scheme
from sharedprog.usecases import settings
from sharedprog.usecases.settings import Settings


class Preferences(QObject):
    """The person's settings; ``changed`` is sent after each change, ``refused`` says where it was not kept."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.settings = settings.load(folder)

    @property
    def scheme(self) -> Scheme:
        """Light, dark, high contrast, or as the system is set; anything else in the file means the last."""
        known = {scheme.value: scheme for scheme in Scheme}
        return known.get(self.settings.scheme, Scheme.SYSTEM)

    def choose_scheme(self, scheme: Scheme) -> None:
        """Light, dark, high contrast, or as the system is set."""
        self._keep(replace(self.settings, scheme=scheme.value))

    def colour_bars(self, by: str) -> None:
        """Colour the bars of the plan by partner or workstream, or by nothing where it is empty."""
        self._keep(replace(self.settings, bars=by))

    def give_name(self, name: str) -> None:
        """The name that changes are signed with; it is not asked for again."""
        self._keep(replace(self.settings, name=name.strip() or settings.system_name(), asked=True))

    def see_tour(self) -> None:
        """The notes of the first day were seen, or left; they come no more by themselves."""
        if not self.settings.toured:
            self._keep(replace(self.settings, toured=True))

    def ask_again(self) -> None:
        """Ask for the name once more."""
        self._keep(replace(self.settings, asked=False))

    def show_heat_map(self, *, shown: bool) -> None:
        """Whether the heat map stands beside the risk register."""
        self._keep(replace(self.settings, heat_map=shown))

    def keep_lists(self, wanted: Settings) -> None:
        """Keep how the lists are to look, and the filters of one's own."""
        if wanted != self.settings:
            self._keep(wanted)

    def remember(self, path: Path, title: str = "") -> None:
        """Put a file at the head of the recent ones, with what the programme in it is called."""
        self._keep(self.settings.opened(path, title))

    def forget(self, path: Path) -> None:
        """Take a file from the recent ones."""
        self._keep(self.settings.without(path))

    def pin(self, path: Path, *, pinned: bool) -> None:
        """Keep a file at the head of the recent ones, or no more."""
        self._keep(self.settings.with_pin(path, pinned=pinned))

    def remember_headings(self, register: str, meanings: Mapping[str, str]) -> None:
        """Know the next time what the columns of a sheet meant."""
        if meanings:
            self._keep(self.settings.meant(register, meanings))

    def _keep(self, wanted: Settings) -> None:
        elsewhere = settings.held(self._folder)
        self.settings = settings.both(self.settings, wanted, elsewhere) if elsewhere is not None else wanted
        try:
            settings.save(self.settings, self._folder)
        except OSError as error:
            reason = error.strerror or "the disk refused"
            self.refused.emit(f"Your preferences could not be kept ({reason}). They last until you close the window.")
        self.changed.emit()

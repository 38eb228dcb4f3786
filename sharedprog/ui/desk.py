"""What the parts of the window share, besides the programme that is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sharedprog.domain.words import local
from sharedprog.ui.aside import Aside
from sharedprog.ui.background import Background
from sharedprog.ui.bridge import Bridge
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.theme import Theme
from sharedprog.usecases.document import Clock


@dataclass(frozen=True)
class Desk:
    """Made once by the application; ``data`` is the folder of backups, the sample and crash reports."""

    bridge: Bridge
    aside: Aside
    background: Background
    theme: Theme
    preferences: Preferences
    data: Path
    clock: Clock

    @classmethod
    def ready(cls, theme: Theme, preferences: Preferences, data: Path, clock: Clock) -> Desk:
        """A desk with a bridge, a thread and a process of its own; ``close`` it before the application ends."""
        bridge = Bridge()
        return cls(bridge, Aside(bridge), Background(bridge), theme, preferences, data, clock)

    @property
    def today(self) -> date:
        """The day it is, by UK clocks."""
        return local(self.clock()).date()

    def close(self) -> None:
        """Leave no thread and no process behind."""
        self.aside.wait()
        self.background.close()

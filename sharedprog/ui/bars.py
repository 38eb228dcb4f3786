"""Keeps the top bar, the side list and the status bar true to the programme."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime

from PySide6.QtCore import QObject
from shiboken6 import isValid

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.filters import beside, tally
from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.values import show
from sharedprog.domain.words import clock_words, local
from sharedprog.ui.next_board import next_board_words
from sharedprog.ui.pages import place_of
from sharedprog.ui.session import Session
from sharedprog.ui.side_list import Count, SideList
from sharedprog.ui.slices import Slices
from sharedprog.ui.status_bar import Keeping, Kept, StatusBar
from sharedprog.ui.top_bar import TopBar
from sharedprog.usecases.document import Saving

PLACED = frozenset(register.key for register in REGISTERS if register.place)
ALL_FOLLOW = frozenset({"programme", "matrices", "matrix_bands", "bank_holidays", "dependencies"})
"""Registers on which the counts of others lean."""
NAMED = frozenset({"programme", "partners", "board_meetings", "bank_holidays"})
"""Registers of which the bars say something."""


class Bars(QObject):
    """Says whose programme this is, how much is in each page, how the file stands and which board comes next."""

    def __init__(self, session: Session, top: TopBar, side: SideList, status: StatusBar) -> None:
        super().__init__(side)
        self._session, self._top, self._side, self._status = session, top, side, status
        self._counts: dict[str, Count] = {}
        self._stale = set(PLACED)
        self._backup: Kept | None = None
        self._counting: Slices[dict[str, Count]] = Slices(self._counted, self)
        session.changed.connect(self._changed)
        session.saving.connect(self._saving)
        self._count(soon=False)
        self._name()
        self._saving(session.document.saving)

    def backed_up(self, error: Exception | None) -> None:
        """The copy that is made at each opening is there, or could not be made."""
        if not isValid(self):
            return
        if error is None:
            self._backup = Kept(Keeping.SAVED, f"Backup made {clock_of(self._session.document.clock())}")
        else:
            self._backup = Kept(Keeping.TROUBLE, f"No backup was made. {error}")
        self._saving(self._session.document.saving)

    def _changed(self, change_set: ChangeSet) -> None:
        touched = change_set.registers
        self._stale |= PLACED if touched & ALL_FOLLOW else {place_of(key) for key in touched} - {""}
        self._count(soon=True)
        if touched & NAMED:
            self._name()

    def _count(self, *, soon: bool) -> None:
        """Count what may have changed, a little at a time, and after a pause where the person is at work."""
        self._counting.run(self._counts_of(tuple(self._stale)), short=not soon)

    def _counts_of(self, keys: tuple[str, ...]) -> Generator[None, None, dict[str, Count]]:
        view, programme = self._session.view, self._session.programme
        counts = {}
        for key in keys:
            rows = programme.rows(BY_KEY[key])
            found = yield from tally(view, key, rows)
            counts[key] = Count("") if BY_KEY[key].single else Count(*beside(key, len(rows), found))
        return counts

    def _counted(self, counts: dict[str, Count]) -> None:
        self._stale.clear()
        self._counts |= counts
        self._side.set_counts(self._counts)

    def _name(self) -> None:
        programme = self._session.programme
        settings = programme.settings
        partners = [partner.short_name or partner.title for partner in programme.rows(PARTNERS)]
        self._top.set_programme(settings.title, _listed(partners))
        self._status.set_next_board(*next_board_words(programme, self._session.document.today))
        self._status.set_marking(show(PROGRAMME.fields["marking"], settings.marking, programme))

    def _saving(self, saving: Saving) -> None:
        kept = [self._saved(saving)]
        if self._backup is not None:
            kept.append(self._backup)
        self._status.set_kept(kept)

    def _saved(self, saving: Saving) -> Kept:
        if saving.trouble is not None:
            return Kept(Keeping.TROUBLE, "Not saved")
        if saving.waiting:
            return Kept(Keeping.SAVING, "Saving…")
        when = f" {clock_of(saving.saved_at)}" if saving.saved_at is not None else ""
        return Kept(Keeping.SAVED, f"Saved on this PC{when}")


def clock_of(moment: datetime) -> str:
    """The time of day of a moment in UK time: `14:05`."""
    return clock_words(local(moment).time())


def _listed(names: list[str]) -> str:
    """`Ashmere, Brook and Tolland`."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)

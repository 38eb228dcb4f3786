"""Document: the open programme. Read it, change it, undo and redo, and hear of every change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sharedprog.domain.changes import ChangeSet, Edit, inverse, squash
from sharedprog.domain.drafting import Draft, new_id
from sharedprog.domain.fields import Value
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import R, Register
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.results import KeptResults
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import local
from sharedprog.store.file import ProgrammeFile
from sharedprog.usecases import titles
from sharedprog.usecases.writer import InlineWriter, Writer

Listener = Callable[[ChangeSet], None]
Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Saving:
    """How the file stands: how many change sets wait to be written, and when the last one was."""

    waiting: int
    saved_at: datetime | None
    trouble: Exception | None = None


class Document:
    """One open programme file, its present picture and what can be undone since it was opened."""

    def __init__(
        self, file: ProgrammeFile, *, who: str = "", clock: Clock = system_clock, writer: Writer | None = None
    ) -> None:
        self.file = file
        self.who = who
        self.clock = clock
        self.make_id: Callable[[], str] = new_id
        self.programme = file.read()
        self.writer: Writer = writer or InlineWriter()
        self.saving = Saving(0, None)
        self._listeners: list[Listener] = []
        self._saving_listeners: list[Callable[[Saving], None]] = []
        self._done: list[ChangeSet] = []
        self._undone: list[ChangeSet] = []
        self._unwritten: list[ChangeSet] = []
        self._epoch = 0
        self._results: dict[str, KeptResults] = {}

    @classmethod
    def create(
        cls, path: Path, *, who: str = "", clock: Clock = system_clock, writer: Writer | None = None
    ) -> Document:
        """A new, empty file; raises ``Trouble`` where there is one already."""
        return cls(ProgrammeFile.create(path), who=who, clock=clock, writer=writer)

    @classmethod
    def open(cls, path: Path, *, who: str = "", clock: Clock = system_clock, writer: Writer | None = None) -> Document:
        """Open a file; raises ``Trouble`` with a sentence, and leaves a file that is not ours untouched."""
        return cls(ProgrammeFile.open(path), who=who, clock=clock, writer=writer)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.file.path

    @property
    def today(self) -> date:
        """The day it is, by UK clocks."""
        return local(self.clock()).date()

    # Reading

    def rows(self, register: Register[R]) -> tuple[R, ...]:
        """The rows of a register that exist."""
        return self.programme.rows(register)

    def journal(self, after: str | None = None, until: str | None = None) -> tuple[ChangeSet, ...]:
        """What was done after a change set (or ever), up to and with another (or now).

        Raises ``Trouble`` where the file's history has no such change set.
        """
        self.writer.wait()
        return self.file.journal(after, until)

    def results(self, sha256: str | None) -> KeptResults | None:
        """Results kept in the file, by hash."""
        if sha256 and sha256 not in self._results:
            content = self.blob(sha256)
            if content is not None:
                self._results[sha256] = KeptResults(partial(self._bytes, sha256), content)
        return self._results.get(sha256 or "")

    def _bytes(self, sha256: str) -> bytes:
        return self.blob(sha256) or b""

    def blob(self, sha256: str | None) -> bytes | None:
        """Bytes kept in the file, by hash."""
        if not sha256:
            return None
        self.writer.wait()
        return self.file.blob(sha256)

    # Changing

    def draft(self) -> Draft:
        """A change set in the making, on the present picture."""
        return Draft(self.programme, self.make_id)

    def apply(self, title: str, edits: Iterable[Edit], blobs: Mapping[str, bytes] | None = None) -> ChangeSet | None:
        """Make these edits as one change set that can be undone; ``None`` when there is nothing to change."""
        made = self._change(title, tuple(edits), blobs=blobs)
        if made is not None:
            self._done.append(made)
            self._undone.clear()
        return made

    def edit(self, register: Register[Any], row_id: str, field: str, value: Value) -> ChangeSet | None:
        """Put one value in one cell."""
        draft = self.draft()
        draft.set(register, row_id, field, value)
        return self.apply(f"Edit {titles.of_row(self.programme, register, row_id)}", draft.edits)

    def add(self, register: Register[Any], **values: Value) -> str:
        """A new row; its id."""
        draft = self.draft()
        row_id = draft.add(register, None, **values)
        after = draft.programme
        self.apply(f"Add {titles.of_row(after, register, row_id)}", draft.edits)
        return row_id

    def delete(self, register: Register[Any], row_id: str) -> ChangeSet | None:
        """Take a row away, with what belongs to it."""
        draft = self.draft()
        draft.delete(register, row_id)
        return self.apply(f"Delete {titles.of_row(self.programme, register, row_id)}", draft.edits)

    def replay(self, change_sets: Sequence[ChangeSet], blobs: Mapping[str, bytes] | None = None) -> None:
        """Fill a file that has no history yet with one from elsewhere: the same ids, people and times, or nothing.

        None of it can be undone, as nothing can that was done before a file was opened. Raises ``Trouble``.
        """
        self.writer.wait()
        if self.file.length or not change_sets:
            raise Trouble("A history can only be taken into a new file. Choose a name that is not there yet.")
        self.file.apply_all(change_sets, blobs)
        self.programme = self.file.read()
        self._tell(replace(change_sets[-1], edits=squash(change_sets)))

    # Undoing

    @property
    def undo_title(self) -> str | None:
        """What undo would take back, as it was titled; ``None`` when there is nothing."""
        return self._done[-1].title if self._done else None

    @property
    def redo_title(self) -> str | None:
        """What redo would do again, as it was titled."""
        return self._undone[-1].title if self._undone else None

    def undo(self) -> ChangeSet | None:
        """Take back the last change since the file was opened, as a new change set that names it."""
        if not self._done:
            return None
        last = self._done[-1]
        made = self._change(f"Undo: {last.title}", inverse(last.edits), undoes=last.id)
        self._undone.append(self._done.pop())
        return made

    def redo(self) -> ChangeSet | None:
        """Do again what was last undone."""
        if not self._undone:
            return None
        last = self._undone[-1]
        made = self._change(f"Redo: {last.title}", last.edits)
        self._undone.pop()
        if made is not None:
            self._done.append(replace(made, title=last.title))
        return made

    # Listening

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hear of every change set, undo and redo included; the answer stops it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def listen_saving(self, listener: Callable[[Saving], None]) -> Callable[[], None]:
        """Hear how the file stands after each change and each commit; the answer stops it."""
        self._saving_listeners.append(listener)
        return lambda: self._saving_listeners.remove(listener)

    # The file

    def save_copy(self, target: Path) -> None:
        """A checked copy of the file as it is now; raises ``Trouble``."""
        self.writer.wait()
        self.file.copy_to(target)

    def close(self) -> None:
        """Write what is left and close the file."""
        self.writer.close()
        self.file.close()

    # Inside

    def _change(
        self,
        title: str,
        edits: tuple[Edit, ...],
        *,
        undoes: str | None = None,
        blobs: Mapping[str, bytes] | None = None,
    ) -> ChangeSet | None:
        if not edits:
            return None
        after = self.programme.apply(edits)
        who = "" if _named_in_private(after, edits) or _named_in_private(self.programme, edits) else self.who
        change_set = ChangeSet(self.make_id(), title, who, self.clock(), edits, undoes)
        self.programme = after
        self._unwritten.append(change_set)
        self._tell_saving(Saving(len(self._unwritten), self.saving.saved_at))
        epoch = self._epoch

        def write() -> None:
            if epoch != self._epoch:
                return
            try:
                self.file.apply(change_set, blobs)
            except Exception:
                self._epoch += 1
                raise

        self.writer.submit(write, lambda error: self._written(change_set, error))
        self._tell(change_set)
        return change_set

    def _written(self, change_set: ChangeSet, error: Exception | None) -> None:
        if change_set not in self._unwritten:
            return
        if error is None:
            self._unwritten.remove(change_set)
            self._tell_saving(Saving(len(self._unwritten), self.clock()))
            return
        lost = [*self._unwritten]
        self._unwritten.clear()
        taken_back = inverse(tuple(edit for each in lost for edit in each.edits))
        self.programme = self.programme.apply(taken_back)
        undone, gone = {each.undoes for each in lost}, {each.id for each in lost}
        self._done = [each for each in self._done if each.id not in gone]
        self._done += [each for each in reversed(self._undone) if each.id in undone]
        self._undone.clear()
        self._tell(ChangeSet(self.make_id(), "Not saved", "", self.clock(), taken_back, change_set.id))
        self._tell_saving(Saving(0, self.saving.saved_at, error))

    def _tell(self, change_set: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(change_set)

    def _tell_saving(self, saving: Saving) -> None:
        self.saving = saving
        for listener in tuple(self._saving_listeners):
            listener(saving)


def _named_in_private(programme: Programme, edits: Iterable[Edit]) -> bool:
    """Whether an edit touches a poison that no partner has put its name to."""
    for edit in edits:
        if edit.cell.register == POISONS.key:
            poison = programme.all_rows(POISONS).get(edit.cell.row)
            if poison is not None and (poison.anonymous or poison.named_by is None):
                return True
    return False

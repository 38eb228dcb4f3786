"""Any run of edits, undos, redos and reopenings leaves the file, its journal and a plain model in step."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.usecases.document import Document
from tests.builders import Clock, contents

Plain = dict[str, dict[str, object]]


@cache
def empty_file() -> bytes:
    """A programme file with its schema and nothing in it, made once."""
    with tempfile.TemporaryDirectory() as folder:
        document = Document.create(Path(folder) / "empty.sharedprog", clock=Clock())
        document.close()
        return document.path.read_bytes()


class AnyEdits(RuleBasedStateMachine):
    """Plays a person; ``plain`` is a dict of rows, ``before`` and ``after`` its earlier and undone states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.plain: Plain = {}
        self.before: list[Plain] = []
        self.after: list[Plain] = []

    @initialize()
    def start(self) -> None:
        self.clock = Clock()
        path = self.folder / "any.sharedprog"
        path.write_bytes(empty_file())
        self.document = Document.open(path, clock=self.clock)

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self.document.close()
        shutil.rmtree(self.folder)

    def remember(self) -> None:
        self.before.append({key: dict(row) for key, row in self.plain.items()})
        self.after.clear()

    @rule(title=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=20))
    def add(self, title: str) -> None:
        self.remember()
        row = self.document.add(RISKS, title=title)
        self.plain[row] = {"title": title, "impact": None, "children": 0}

    @precondition(lambda self: self.plain)
    @rule(data=st.data(), impact=st.one_of(st.none(), st.integers(1, 5)))
    def edit(self, data: st.DataObject, impact: int | None) -> None:
        row = data.draw(st.sampled_from(sorted(self.plain)))
        if self.plain[row]["impact"] != impact:
            self.remember()
        self.document.edit(RISKS, row, "impact", impact)
        self.plain[row]["impact"] = impact

    @precondition(lambda self: self.plain)
    @rule(data=st.data())
    def add_child(self, data: st.DataObject) -> None:
        row = data.draw(st.sampled_from(sorted(self.plain)))
        self.remember()
        self.document.add(RESPONSE_ACTIONS, parent=row, title="Do it")
        self.plain[row]["children"] = int(str(self.plain[row]["children"])) + 1

    @precondition(lambda self: self.plain)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        row = data.draw(st.sampled_from(sorted(self.plain)))
        self.remember()
        self.document.delete(RISKS, row)
        del self.plain[row]

    @rule()
    def undo(self) -> None:
        undone = self.document.undo()
        assert (undone is not None) == bool(self.before)
        if undone is not None:
            self.after.append(self.plain)
            self.plain = self.before.pop()

    @rule()
    def redo(self) -> None:
        redone = self.document.redo()
        assert (redone is not None) == bool(self.after)
        if redone is not None:
            self.before.append(self.plain)
            self.plain = self.after.pop()

    @rule()
    def reopen(self) -> None:
        replayed = Programme()
        for change_set in self.document.journal():
            replayed = replayed.apply(change_set.edits)
        assert contents(replayed) == contents(self.document.programme)
        self.document.close()
        self.document = Document.open(self.document.path, clock=self.clock)
        self.before.clear()
        self.after.clear()

    @invariant()
    def the_picture_is_the_plain_model(self) -> None:
        if not hasattr(self, "document"):
            return
        programme = self.document.programme
        found = {
            risk.id: {
                "title": risk.title,
                "impact": risk.impact,
                "children": len(programme.children(RESPONSE_ACTIONS, risk.id)),
            }
            for risk in programme.rows(RISKS)
        }
        assert found == self.plain

    @invariant()
    def the_file_says_the_same(self) -> None:
        if hasattr(self, "document"):
            assert contents(self.document.programme) == contents(self.document.file.read())


TestAnyEdits = AnyEdits.TestCase
TestAnyEdits.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)

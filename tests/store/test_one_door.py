"""Whatever a person does, the file is written through one door: by the source, and by the file's own word."""

import ast
import re
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from sharedprog.domain import boards as cycle
from sharedprog.domain.packing import MadePack
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.matrices import MATRICES
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.store.backups import back_up
from sharedprog.store.tables import METADATA
from sharedprog.usecases import board_pack, boards, history, log
from sharedprog.usecases.adding import add_as_typed, add_child_as_typed
from sharedprog.usecases.converting import poison_becomes_risk, risk_becomes_issue
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import change_as_typed
from sharedprog.usecases.linking import link
from sharedprog.usecases.matrices import copy_matrix
from sharedprog.usecases.removing import delete_rows
from tests.builders import NOON, Clock, contents, programme_file
from tests.store.guard import REFUSED, connect, door, open_only_for_change_sets, set_guard

STORE = Path(__file__).parents[2] / "sharedprog" / "store"
WRITERS = {"file.py", "rows.py", "journal.py"}
WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE)\b")


def deeds(source: str) -> list[str]:
    """Calls and statements that would write rows."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("insert", "update", "delete"):
                found.append(f"line {node.lineno}: {name}(…)")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and WRITES.search(node.value):
            found.append(f"line {node.lineno}: {node.value}")
    return found


def test_only_the_file_its_rows_its_journal_and_what_converts_older_files_write() -> None:
    modules = [path for path in sorted(STORE.rglob("*.py")) if path.name not in WRITERS]
    modules = [path for path in modules if path.parent.name != "versions"]  # migrations convert rows and edits alike
    assert len(modules) > 5
    assert {path.name: deeds(path.read_text(encoding="utf-8")) for path in modules} == {
        path.name: [] for path in modules
    }


def test_nothing_is_ever_deleted_from_a_table() -> None:
    for path in STORE.glob("*.py"):
        assert not [deed for deed in deeds(path.read_text(encoding="utf-8")) if "delete" in deed.lower()], path.name


def test_a_planted_write_is_found() -> None:
    assert deeds("connection.execute(TABLE.update())") == ["line 1: update(…)"]
    assert deeds("raw.execute('DELETE FROM risks')") == ["line 1: DELETE FROM risks"]


@pytest.mark.parametrize("table", METADATA.tables)
def test_the_guard_refuses_a_write_outside_a_change_set(tmp_path: Path, table: str) -> None:
    document = programme_file(tmp_path)
    set_guard(document.file)
    held = METADATA.tables[table]
    row = {column.name: _any(column.type.python_type) for column in held.columns}
    with door(document.file), connect(document.file) as connection:
        connection.execute(METADATA.tables["change_sets"].insert(), CHANGE_SET)
        if table != "change_sets":
            connection.execute(held.insert(), row)
    for write in (held.insert().values(row), held.update().values(row), held.delete()):
        with pytest.raises(DBAPIError, match=REFUSED), connect(document.file) as connection:
            connection.execute(write)
    document.close()


CHANGE_SET = {"position": 999_999, "id": "x", "title": "x", "who": "x", "at": NOON}
"""The one that any edit written here belongs to."""


def _any(kind: type) -> object:
    """Some value of a column's type."""
    return {str: "x", int: 999_999, bool: False, bytes: b"x", datetime: NOON}.get(kind)


class Person:
    """Someone who does whatever there is to do, by chance."""

    def __init__(self, document: Document, seed: int) -> None:
        self.document = document
        self.chance = Random(seed)  # noqa: S311 - the same deeds each time, not a secret

    def one(self, rows: tuple[object, ...]) -> str:
        """The id of any of these rows; ``f`` where there is none."""
        return str(getattr(self.chance.choice(rows), "id", "f")) if rows else "f"

    @property
    def risk(self) -> str:
        return self.one(self.document.rows(RISKS))

    @property
    def board(self) -> str:
        return self.one(tuple(cycle.in_order(self.document.programme)))

    def edit(self) -> None:
        change_as_typed(self.document, RISKS, self.risk, "impact", str(self.chance.randint(1, 5)))

    def antidote(self) -> None:
        add_child_as_typed(self.document, ANTIDOTES, "One network", self.one(self.document.rows(POISONS)))

    def pack(self) -> None:
        board = self.chance.choice(cycle.in_order(self.document.programme))
        made = board_pack.order(self.document, board, state=self.chance.choice(("draft", "final")))
        board_pack.keep(self.document, made, MadePack(b"pdf", 1))

    def look(self) -> None:
        log.log(self.document)
        history.picture_after(self.document, history.last_change(self.document))
        self.document.save_copy(self.document.path.with_name(f"copy {self.chance.random()}.sharedprog"))
        back_up(self.document.file, self.document.path.parent / "backups", self.document.clock())

    @property
    def deeds(self) -> list[Callable[[], object]]:
        document = self.document
        return [
            lambda: add_as_typed(document, RISKS, "Payroll is wrong"),
            lambda: add_as_typed(document, POISONS, "They take our savings"),
            lambda: add_as_typed(document, TASKS, "Merge"),
            lambda: add_as_typed(document, ACTIONS, "Write"),
            self.antidote,
            self.edit,
            lambda: change_as_typed(document, RISKS, self.risk, "owner", "Head of ICT"),
            lambda: change_as_typed(document, TASKS, self.one(document.rows(TASKS)), "start", "+1w"),
            lambda: delete_rows(document, RISKS, [self.risk]),
            document.undo,
            document.redo,
            lambda: boards.propose(document, 2),
            lambda: boards.hold(document, self.board),
            lambda: boards.not_held(document, self.board),
            lambda: boards.propose_lines(document, self.board),
            self.pack,
            lambda: risk_becomes_issue(document, self.risk),
            lambda: poison_becomes_risk(document, self.one(document.rows(POISONS))),
            lambda: link(document, self.risk, self.one(document.rows(POISONS))),
            lambda: copy_matrix(document, self.one(document.rows(MATRICES))),
            self.look,
        ]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    document = programme_file(tmp_path_factory.mktemp("started"))
    boards.propose(document, 2)
    document.close()
    return document.path


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.integers(0, 20), min_size=20, max_size=30), seed=st.integers(0, 999))
def test_whatever_is_done_is_written_through_the_one_door(
    started: Path, tmp_path_factory: pytest.TempPathFactory, acts: list[int], seed: int
) -> None:
    path = tmp_path_factory.mktemp("any") / started.name
    shutil.copy(started, path)
    with pytest.MonkeyPatch.context() as patch:
        open_only_for_change_sets(patch)
        document = Document.open(path, who="Anna", clock=Clock())
        set_guard(document.file)
        person = Person(document, seed)
        for act in acts:
            try:
                person.deeds[act]()
            except (Trouble, KeyError, IndexError):
                continue  # refused: there was nothing to do it to
        replayed = Programme().apply(edit for each in document.journal() for edit in each.edits)
        assert contents(replayed) == contents(document.programme) == contents(document.file.read())
        for register in REGISTERS:
            assert dict(replayed.all_rows(register)) == dict(document.file.read().all_rows(register))
        document.close()

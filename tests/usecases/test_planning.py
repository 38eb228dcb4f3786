"""Tasks are moved and linked, each time as one change in the user's words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sharedprog.domain.plan.outline import outline
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import planning
from sharedprog.usecases.document import Document
from tests.builders import programme_file


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = programme_file(tmp_path)
    for title in ("Set up", "Sign", "Go live"):
        opened.add(TASKS, title=title)
    yield opened
    opened.close()


def numbers(document: Document) -> list[str]:
    return [f"{row.wbs} {row.task.title}" for row in outline(document.programme)]


def ids(document: Document) -> list[str]:
    return [row.task.id for row in outline(document.programme)]


def test_moves_are_titled_by_what_moved(document: Document) -> None:
    first, second, third = ids(document)
    planning.indent(document, [second, third])
    assert document.undo_title == "Indent 2 tasks"
    assert numbers(document) == ["1 Set up", "1.1 Sign", "1.2 Go live"]
    planning.move_up(document, [third])
    assert document.undo_title == "Move up task T-003"
    planning.move_down(document, [third])
    planning.outdent(document, [second, third])
    assert numbers(document) == ["1 Set up", "2 Sign", "3 Go live"]
    document.undo()
    assert numbers(document) == ["1 Set up", "1.1 Sign", "1.2 Go live"]
    assert planning.indent(document, [first]) is None


def test_links_are_made_and_taken_away(document: Document) -> None:
    planning.link(document, ids(document))
    assert document.undo_title == "Link 3 tasks"
    assert len(document.rows(DEPENDENCIES)) == 2
    planning.unlink(document, ids(document)[1:2])
    assert document.undo_title == "Unlink task T-002"
    assert document.rows(DEPENDENCIES) == ()


def test_a_ring_is_refused_and_nothing_is_changed(document: Document) -> None:
    first, second, _ = ids(document)
    planning.link(document, [first, second])
    with pytest.raises(Trouble, match="wait for one another"):
        planning.link(document, [second, first])
    assert len(document.rows(DEPENDENCIES)) == 1


def test_nothing_selected_changes_nothing(document: Document) -> None:
    before = document.undo_title
    assert planning.link(document, []) is None
    assert planning.indent(document, ["gone"]) is None
    assert document.undo_title == before

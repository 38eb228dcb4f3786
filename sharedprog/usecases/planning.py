"""Moving tasks in the outline and linking them, each as one change that can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from sharedprog.domain.changes import ChangeSet, Edit
from sharedprog.domain.naming import label
from sharedprog.domain.plan import linking, moves
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.usecases.document import Document


def indent(document: Document, tasks: Sequence[str]) -> ChangeSet | None:
    """Make the tasks part of the one above them; ``None`` where they cannot go further."""
    return _done(document, "Indent", tasks, moves.indent(document.programme, tasks))


def outdent(document: Document, tasks: Sequence[str]) -> ChangeSet | None:
    """Put the tasks beside the one that they were part of."""
    return _done(document, "Outdent", tasks, moves.outdent(document.programme, tasks))


def move_up(document: Document, tasks: Sequence[str]) -> ChangeSet | None:
    """Move the tasks above the one before them."""
    return _done(document, "Move up", tasks, moves.move_up(document.programme, tasks))


def move_down(document: Document, tasks: Sequence[str]) -> ChangeSet | None:
    """Move the tasks below the one after them."""
    return _done(document, "Move down", tasks, moves.move_down(document.programme, tasks))


def link(document: Document, tasks: Sequence[str]) -> ChangeSet | None:
    """Make each task wait for the one before it; raises ``Trouble`` for a loop."""
    return _done(document, "Link", tasks, linking.link_selected(document.programme, tasks))


def unlink(document: Document, tasks: Sequence[str]) -> ChangeSet | None:
    """Take away the links between the tasks, or all links of a single one."""
    return _done(document, "Unlink", tasks, linking.unlink_selected(document.programme, tasks))


def _done(document: Document, verb: str, tasks: Sequence[str], edits: Sequence[Edit]) -> ChangeSet | None:
    first = document.programme.row(TASKS, tasks[0]) if tasks else None
    if first is None:
        return None
    words = label(TASKS, first) if len(tasks) == 1 else f"{len(tasks)} tasks"
    return document.apply(f"{verb} {words}", edits)

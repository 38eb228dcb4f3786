"""Small Microsoft Project XML files for the tests, each element on a line of its own."""

from pathlib import Path

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<Project xmlns="http://schemas.microsoft.com/project">\n'
FIRST_TASK_LINE = 4


def elements(**fields: object) -> str:
    """``elements(UID=1)`` is ``<UID>1</UID>``."""
    return "".join(f"<{name}>{value}</{name}>\n" for name, value in fields.items())


def task(uid: int, name: str = "", *inside: str, **fields: object) -> str:
    """A task; its number and level are its UID and 1 unless given."""
    stated = {"UID": uid, "ID": uid, "Name": name or f"Task {uid}", "OutlineLevel": 1} | fields
    return f"<Task>\n{elements(**stated)}{''.join(inside)}</Task>\n"


def waits_for(uid: int, **fields: object) -> str:
    """A link to the predecessor, to stand inside a task."""
    return f"<PredecessorLink>\n{elements(PredecessorUID=uid, **fields)}</PredecessorLink>\n"


def plan_text(*tasks: str, project: str = "", after: str = "") -> str:
    """A whole file; ``project`` stands before the tasks, ``after`` behind them."""
    return f"{HEAD}{project}<Tasks>\n{''.join(tasks)}</Tasks>\n{after}</Project>\n"


def plan_file(folder: Path, *tasks: str, project: str = "", after: str = "") -> Path:
    """The whole file on disk."""
    path = folder / "plan.xml"
    path.write_text(plan_text(*tasks, project=project, after=after), encoding="utf-8")
    return path

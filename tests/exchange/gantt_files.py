"""Small GanttProject files for the tests, each element on a line of its own."""

from pathlib import Path

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(name: str, /, *inside: str, **attributes: object) -> str:
    """``element("depend", id=1)`` is ``<depend id="1"/>``; underscores of names are hyphens."""
    stated = "".join(f' {key.rstrip("_").replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f"<{name}{stated}>\n{''.join(inside)}</{name}>\n" if inside else f"<{name}{stated}/>\n"


def gantt_task(number: int, name: str, start: str, duration: object, *inside: str, **attributes: object) -> str:
    """A task of so many days; what stands inside it are links, notes and the tasks beneath it."""
    stated = {"id": number, "name": name, "meeting": "false", "start": start, "duration": duration, "complete": 0}
    return element("task", *inside, **(stated | attributes))


def depend(number: object, kind: int = 2, difference: int = 0, hardness: str = "Strong") -> str:
    """A link to the task that waits; 1 is SS, 2 FS, 3 FF, 4 SF."""
    return element("depend", id=number, type=kind, difference=difference, hardness=hardness)


def gantt_text(*tasks: str, before: str = "", after: str = "", moments: str = "true") -> str:
    """A whole file; ``before`` stands before the tasks, ``after`` behind them."""
    block = element("tasks", "<taskproperties/>\n", *tasks, empty_milestones=moments)
    return HEAD + element("project", before, block, after, name="Depot", version="3.3")


def gantt_file(folder: Path, *tasks: str, before: str = "", after: str = "", moments: str = "true") -> Path:
    """The whole file on disk."""
    path = folder / "Depot.gan"
    path.write_text(gantt_text(*tasks, before=before, after=after, moments=moments), encoding="utf-8")
    return path

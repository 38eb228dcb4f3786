"""Why a finish moved: what was changed about the task itself, else about the nearest one before it that moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sharedprog.domain.changes import Edit
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.results import Results
from sharedprog.domain.since_lines import Changed, of_row
from sharedprog.domain.view import View

DATED = frozenset({"constraint", "constraint_day", "placed_start", "placed_finish", "mode"})
"""Fields of a task by which someone puts it on a day."""


class Reasons:
    """Reasons of all tasks of one view against what a board saw, each looked for once."""

    def __init__(self, view: View, now: Results, then: Results, changed: Changed) -> None:
        self._view = view
        self._now = now
        self._then = then
        self._changed = changed
        self._links = self._changed_links()
        self._sources: dict[str, str | None] = {}

    def of(self, task_id: str) -> str:
        """``takes 5 days longer``, ``because 3.1 Merge the directories takes 5 days longer``, or nothing."""
        source = self._source(task_id)
        if source is None:
            return self._of_all()
        if source == task_id:
            return self._own(task_id)
        return f"because {self._name(source)} {self._own(source)}"

    def _source(self, task_id: str) -> str | None:
        """The task whose own change moved this one: itself, or one before it; ``None`` where none is found."""
        walked: dict[str, None] = {}
        current: str | None = task_id
        while current is not None and current not in self._sources and current not in walked:
            walked[current] = None
            if self._own(current):
                self._sources[current] = current
                break
            current = self._before(current)
        found = self._sources.get(current) if current is not None else None
        self._sources.update(dict.fromkeys(walked, found))
        return found

    def _before(self, task_id: str) -> str | None:
        """The task to ask next: beneath a summary task its last, else the moved predecessor, the driver first."""
        shape, dates = self._view.schedule.shape, self._view.schedule.dates
        place = shape.places[task_id]
        if shape.is_summary(place):
            beneath = [leaf for leaf in shape.ids[place + 1 : shape.ends[place]] if self._moved(leaf)]
            last = [leaf for leaf in beneath if dates[leaf].finish == dates[task_id].finish]
            return next(iter(last or beneath), None)
        driver = dates[task_id].driver
        predecessors = [driver] if driver is not None else []
        for each in self._with_above(task_id):
            rows = self._view.programme.children(DEPENDENCIES, each)
            predecessors += [row.predecessor for row in rows if row.predecessor in shape.places and row.predecessor]
        return next((each for each in predecessors if self._moved(each)), None)

    def _with_above(self, task_id: str) -> Iterator[str]:
        """The task, then every task that it is part of: their links hold it back too."""
        shape = self._view.schedule.shape
        place = shape.places[task_id]
        while place >= 0:
            yield shape.ids[place]
            place = shape.above[place]

    def _moved(self, task_id: str) -> bool:
        then, now = self._then.tasks.get(task_id), self._now.tasks.get(task_id)
        return now is not None and (then is None or (then.start, then.finish) != (now.start, now.finish))

    def _own(self, task_id: str) -> str:
        """What someone changed about a task, or the links it waits by, that moves its dates."""
        edits = of_row(self._changed, TASKS, task_id)
        then, now = self._then.tasks.get(task_id), self._now.tasks.get(task_id)
        if then is None or now is None:
            return "is new"
        if "actual_finish" in edits and edits["actual_finish"].new is not None:
            return "finished" + _later(then.finish, now.finish)
        if "duration" in edits:
            return _length(edits["duration"], self._view.programme.day_minutes)
        if DATED & edits.keys():
            return "was given another date"
        if "actual_start" in edits and edits["actual_start"].new is not None:
            return "began" + _later(then.start, now.start)
        links = next((self._links[each] for each in self._with_above(task_id) if each in self._links), "")
        return links or ("was moved in the outline" if "parent" in edits else "")

    def _of_all(self) -> str:
        """What moves every task at once."""
        keys = {key for key, _ in self._changed}
        if any(key == PROGRAMME.key and "start" in edits for (key, _), edits in self._changed.items()):
            return "because the programme starts on another day"
        return "because bank holidays changed" if BANK_HOLIDAYS.key in keys else ""

    def _changed_links(self) -> dict[str, str]:
        """By task: what was changed about one of the links that it waits by."""
        rows = self._view.programme.all_rows(DEPENDENCIES)
        words: dict[str, str] = {}
        for (key, row_id), edits in self._changed.items():
            row = rows.get(row_id) if key == DEPENDENCIES.key else None
            if row is None or row.parent is None or row.predecessor is None:
                continue
            name = self._name(row.predecessor)
            if "exists" in edits:
                words[row.parent] = f"now waits for {name}" if row.exists else f"no longer waits for {name}"
            elif row.exists:
                words.setdefault(row.parent, f"waits for {name} in another way")
        return words

    def _name(self, task_id: str) -> str:
        known = self._now.tasks.get(task_id) or self._then.tasks.get(task_id)
        return f"{known.wbs} {known.title}".rstrip() if known is not None else "a task that is gone"


def _length(edit: Edit, day: int) -> str:
    """``takes 5 days longer``, by minutes before and after, days of so many."""
    if not isinstance(edit.new, int):
        return "has no duration any more"
    if not isinstance(edit.old, int):
        return f"takes {_days(edit.new, day)}"
    return f"takes {_days(abs(edit.new - edit.old), day)} {'longer' if edit.new > edit.old else 'less'}"


def _days(minutes: int, day: int) -> str:
    """``1 day``, ``2.5 days``."""
    number = f"{minutes / day:.2f}".rstrip("0").rstrip(".")
    return f"{number} day{'' if number == '1' else 's'}"


def _later(then: date | None, now: date | None) -> str:
    """`` later`` or `` sooner`` than the board expected, where both days are known."""
    return "" if then is None or now is None or then == now else (" later" if now > then else " sooner")

"""What if: what a change would do to the plan, told before it is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sharedprog.domain.boards import in_order
from sharedprog.domain.plan.axis import EVER, NEVER
from sharedprog.domain.plan.figures import PLAIN, finish_of
from sharedprog.domain.plan.milestones import is_milestone
from sharedprog.domain.plan.schedule import Schedule, schedule
from sharedprog.domain.plan.trying import Tried
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.domain.words import counted, day_words


@dataclass(frozen=True)
class Moved:
    """A task that would move; ``days`` are working days of its finish, later when positive."""

    task_id: str
    wbs: str
    name: str
    start_before: datetime | None
    start: datetime | None
    finish_before: datetime | None
    finish: datetime | None
    days: int


@dataclass(frozen=True)
class Missed:
    """A date that would be missed, or missed by more; ``kind`` is board, day one, deadline or fixed."""

    kind: str
    task_id: str
    what: str
    day: date
    days: int

    def sentence(self) -> str:
        """``5 Go live misses its deadline of Tue 8 Dec 2026 by 3 working days.``."""
        late = counted(self.days, "working day") if self.days else "less than a day"
        return f"{self.what} {day_words(self.day)} by {late}."


@dataclass(frozen=True)
class Outcome:
    """What a change does: moves with the largest first, ids of tasks that become critical or stop being so."""

    tried: Tried
    moved: tuple[Moved, ...]
    critical_now: tuple[str, ...]
    critical_no_more: tuple[str, ...]
    missed: tuple[Missed, ...]
    finish_before: datetime | None
    finish: datetime | None
    days: int | None

    @property
    def headline(self) -> str:
        """What becomes of the plan's finish, in a sentence."""
        if self.finish is None or self.finish_before is None:
            return "The plan has no finish yet."
        day = day_words(self.finish.date())
        if not self.days:
            return f"The plan still finishes on {day}."
        way = "later" if self.days > 0 else "sooner"
        before = day_words(self.finish_before.date())
        return f"The plan finishes on {day}, {counted(abs(self.days), 'working day')} {way} than {before}."


def outcome(programme: Programme, as_at: date, tried: Tried) -> Outcome:
    """What the edits of a change would do to the picture, which stays as it is."""
    after = programme.apply(tried.edits)
    comparing = _Comparing(programme, after, schedule(programme, as_at), schedule(after, as_at))
    before, now = comparing.before, comparing.now
    moved = sorted(comparing.moved(), key=lambda each: (-abs(each.days), comparing.places[each.task_id]))
    critical, critical_before = _critical(now), _critical(before)
    days = None
    if before.finish is not None and now.finish is not None:
        days = before.calendar.between(before.finish, now.finish)
    return Outcome(
        tried,
        tuple(moved),
        tuple(each for each in critical if each not in critical_before),
        tuple(each for each in critical_before if each not in critical),
        tuple(comparing.missed(moved)),
        before.finish_at,
        now.finish_at,
        days,
    )


def _critical(made: Schedule) -> dict[str, None]:
    """Ids of the critical tasks without any beneath them, in the order of the outline."""
    ids = made.shape.ids
    return {ids[place]: None for place in made.worked.leaves() if made.dates[ids[place]].critical}


class _Comparing:
    """The plan before and after a change that moves no task in the outline."""

    def __init__(self, programme: Programme, after: Programme, before: Schedule, now: Schedule) -> None:
        self.programme, self.after, self.before, self.now = programme, after, before, now
        self.places = before.shape.places

    def _named(self, task: Task) -> str:
        return f"{self.before.shape.numbers[self.places[task.id]]} {task.title}".strip()

    def moved(self) -> Iterator[Moved]:
        """Every task without any beneath it that starts or finishes at another moment."""
        shape, one, other = self.before.shape, self.before.worked, self.now.worked
        for place in one.leaves():
            if one.forward.starts[place] == other.forward.starts[place] and (
                one.forward.finishes[place] == other.forward.finishes[place]
            ):
                continue
            task = self.after.row(TASKS, shape.ids[place])
            if task is None:
                continue
            was, is_now = self.before.dates[task.id], self.now.dates[task.id]
            days = 0
            if was.finish is not None and is_now.finish is not None:
                days = self.before.calendar.between(was.finish, is_now.finish)
            ends = was.start_at, is_now.start_at, was.finish_at, is_now.finish_at
            yield Moved(task.id, shape.numbers[place], task.title, *ends, days)

    def missed(self, moved: list[Moved]) -> Iterator[Missed]:
        """Boards that would not see a milestone reached, Day 1, deadlines, and dates that are fixed."""
        for move in moved:
            task = self.after.row(TASKS, move.task_id)
            if task is not None and is_milestone(task, summary=False):
                yield from self._boards(task)
        for place in self.now.worked.leaves():
            task = self.after.row(TASKS, self.now.shape.ids[place])
            if task is not None and self.now.worked.made[place].active and self.now.worked.made[place].open:
                yield from self._deadline(task, place)
                yield from self._fixed(task, place)

    def _boards(self, task: Task) -> Iterator[Missed]:
        """The board, and the Day 1, by which a milestone was to be reached and now is not."""
        was, now = self.before.dates[task.id].finish, self.now.dates[task.id].finish
        if was is None or now is None:
            return
        name = self._named(task)
        day_one = self.after.settings.day_one
        if day_one is not None and was <= day_one < now:
            days = self.before.calendar.between(day_one, now)
            yield Missed("day one", task.id, f"{name} misses Day 1 on", day_one, days)
        board = next((each for each in in_order(self.after) if each.day is not None and each.day >= was), None)
        if board is not None and board.day is not None and not board.held and now > board.day:
            days = self.before.calendar.between(board.day, now)
            number = "" if board.number is None else f" {board.number}"
            yield Missed("board", task.id, f"{name} misses board{number} on", board.day, days)

    def _deadline(self, task: Task, place: int) -> Iterator[Missed]:
        if task.deadline is None:
            return
        measure = self.now.worked.made[place].measure
        limit = finish_of(measure, task.deadline, task.deadline_time)
        late, late_before = (made.worked.forward.finishes[place] - limit for made in (self.now, self.before))
        finish = self.now.dates[task.id].finish
        if late > max(0, late_before) and finish is not None:
            days = self.now.calendar.between(task.deadline, finish)
            yield Missed("deadline", task.id, f"{self._named(task)} misses its deadline of", task.deadline, days)

    def _fixed(self, task: Task, place: int) -> Iterator[Missed]:
        """A date that is kept although what the task waits for comes too late for it."""
        late, late_before = _too_late(self.now, place), _too_late(self.before, place)
        if task.constraint_day is None or late <= max(0, late_before):
            return
        made = self.now.worked.made[place]
        wanted = self.now.worked.forward.held(place)
        days = -(-made.time.between(made.high, wanted) // max(1, self.now.worked.frame.day_minutes))
        words = "cannot keep its fixed date of" if made.pinned else "cannot keep its latest date of"
        yield Missed("fixed", task.id, f"{self._named(task)} {words}", task.constraint_day, days)


def _too_late(made: Schedule, place: int) -> int:
    """Working minutes by which a fixed or latest start comes before what the task waits for; 0 or less where it can."""
    figures = made.worked.made[place]
    if figures.kind != PLAIN or figures.high >= EVER or place in made.worked.early:
        return 0
    held = made.worked.forward.held(place)
    return figures.time.between(figures.high, held) if NEVER < held < EVER else 0

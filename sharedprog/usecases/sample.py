"""The sample programme: two councils share 21 functions, told day by day through the one door."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import titles
from sharedprog.usecases.document import Document
from sharedprog.usecases.programmes import Start, new_programme
from sharedprog.usecases.sample_boards import board_entries, hold_steps, link_steps, note_steps
from sharedprog.usecases.sample_content import FOLDER, Entry, SampleError, entries, read
from sharedprog.usecases.sample_days import Days
from sharedprog.usecases.sample_plan import dependency_steps, progress_steps, task_entries
from sharedprog.usecases.sample_steps import Rank, Step, Story
from sharedprog.usecases.sample_values import Names, id_of

Progress = Callable[[int, int], None]
"""Told how many steps are done, and how many there are."""
PARTNER_NAMES = {"ashmere": "Ashmere Borough Council", "tolland": "Tolland Council"}
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of random name is made in it
"""Where the file is built if the system has it: hundreds of commits need no disk until the copy at the end."""
HELD_AT = time(8, 55)
FROM, UNTIL = time(11, 40), time(16, 20)
"""UTC, so that in summer and winter a board is held before it meets, and what it decides is written after it."""


def build_sample(path: Path, today: date, *, progress: Progress | None = None, folder: Path = FOLDER) -> None:
    """Make the sample programme in a new file, its history running up to the working day before ``today``.

    The same day gives the same contents. Raises ``SampleError`` for a fault in the files of ``folder``, and
    ``Trouble`` where the file cannot be made; nothing is left behind then.
    """
    if path.exists():
        raise Trouble(f"There is already a file called “{path.name}” here. Choose another name.")
    with TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as scratch:
        document = Document.create(Path(scratch) / path.name)
        try:
            _tell(document, Days(today), folder, progress)
            document.save_copy(path)
        finally:
            document.close()


def _tell(document: Document, days: Days, folder: Path, progress: Progress | None) -> None:
    """Do everything that was done, each at its moment and by whoever did it."""
    written = [*entries(folder), *board_entries(folder)]
    people = _people(written)
    story = Story(days, Names((entry.register.key, entry.name) for entry in written))
    change_sets = _change_sets(_steps(folder, written, story))
    document.make_id = _ids()
    for done, (moment, steps) in enumerate(change_sets, start=1):
        document.clock = partial(_same, moment)
        document.who = people[steps[0].who]
        _do(document, steps)
        if progress is not None:
            progress(done, len(change_sets))


def _same(moment: datetime) -> datetime:
    return moment


def _ids() -> Callable[[], str]:
    """Ids that are the same each time the sample is built."""
    numbers = iter(range(1, 1_000_000))
    return lambda: id_of("made", str(next(numbers)))


def _people(written: list[Entry]) -> dict[str, str]:
    """The title of each post by its name in the files."""
    return {entry.name: entry.values.get("title", "") for entry in written if entry.register == PEOPLE}


def _steps(folder: Path, written: list[Entry], story: Story) -> list[Step]:
    """Everything that is done, in order of day and rank, then as the files have it."""
    tasks = task_entries(written)
    plain = [entry for entry in written if entry.register != TASKS]
    steps = [
        _start(folder, story),
        *(step for entry in (*plain, *tasks) for step in story.steps(entry)),
        *dependency_steps(written, story),
        *link_steps(folder, story),
        *note_steps(folder, story),
        *progress_steps(written, story),
        *hold_steps(story),
    ]
    return sorted(steps, key=lambda step: (step.day, step.rank))


def _start(folder: Path, story: Story) -> Step:
    """The programme, its partners, its matrices and its bank holidays, as anybody starts a programme."""
    values = read(folder, "programme").get("programme", {})
    place = "programme.toml"
    if "title" not in values:
        raise SampleError(place, "the programme has no title")

    def act(document: Document) -> None:
        start = Start(values["title"], tuple(PARTNER_NAMES.values()), story.days.start, story.days.day_one)
        new_programme(document, start)
        for row, key in zip(document.rows(PARTNERS), PARTNER_NAMES, strict=True):
            story.names.known[PARTNERS.key, key] = row.id
        draft = document.draft()
        at = story.writing(draft, story.days.start, "pm", place)
        for field, written in values.items():
            draft.set(
                PROGRAMME, document.programme.settings.id, field, story.names.value(PROGRAMME, field, written, at)
            )
        document.apply("Describe the programme", draft.edits)

    return Step(story.days.start, Rank.START, "pm", act=act)


def _change_sets(steps: list[Step]) -> list[tuple[datetime, list[Step]]]:
    """Steps that belong together, each lot with its moment: a board meets first, the rest is spread over the day."""
    timed = []
    for day, of_day in groupby(steps, key=lambda step: step.day):
        lots = list(_joined(of_day))
        apart = (datetime.combine(day, UNTIL) - datetime.combine(day, FROM)) / max(1, len(lots))
        for number, lot in enumerate(lots):
            moment = datetime.combine(day, FROM, UTC) + number * min(apart, timedelta(minutes=17))
            early = lot[0].rank <= Rank.HOLD
            timed.append((datetime.combine(day, HELD_AT, UTC) if early else moment.replace(microsecond=0), lot))
    return timed


def _joined(steps: Iterator[Step]) -> Iterator[list[Step]]:
    """Steps of one person that join, side by side or not, in one list."""
    lots: dict[object, list[Step]] = {}
    for step in steps:
        key = (step.rank, step.who, step.verb, step.join) if step.join else object()
        lots.setdefault(key, []).append(step)
    yield from lots.values()


def _do(document: Document, steps: list[Step]) -> None:
    """One change set, or what a use case makes of it."""
    draft = document.draft()
    for step in steps:
        if step.act is not None:
            step.act(document)
        elif step.fill is not None:
            step.fill(document, draft)
    title = steps[0].title or titles.of_edits(steps[0].verb, draft.programme, draft.edits)
    document.apply(title, draft.edits)

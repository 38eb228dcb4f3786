"""The editor of each kind of field, and how it is given a row's value."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, assert_never, cast

from sharedprog.domain import fields
from sharedprog.domain.link_choices import Choices, choices, name_among
from sharedprog.domain.reading import (
    read_clock,
    read_day,
    read_money,
    read_percent,
    read_whole,
)
from sharedprog.domain.register import Row
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.tasks import Task
from sharedprog.domain.scales import levels
from sharedprog.domain.words import clock_words, day_words, moment_words, money_words
from sharedprog.ui.editors.choice import ChoiceEdit, LevelEdit
from sharedprog.ui.editors.day import DayEdit
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.flag import FlagBox
from sharedprog.ui.editors.people import Known, PeopleEdit
from sharedprog.ui.editors.prose import ProseEdit, TitleEdit
from sharedprog.ui.editors.reading import DurationEdit, MoneyEdit, ReadingEdit, ShortTextEdit
from sharedprog.ui.registers.picture_editor import PictureEdit
from sharedprog.ui.session import Session


def editor_for(session: Session, name: str, kind: fields.Kind) -> Editor[Any]:
    """An empty editor for a field; the title of a row is set larger than the rest."""
    match kind:
        case fields.Text():
            is_title = name == "title"
            return TitleEdit(kind.longest) if is_title else ShortTextEdit(kind.longest)
        case fields.Prose():
            return ProseEdit(longest=kind.longest)
        case fields.Whole():
            lowest, highest, unit = kind.lowest, kind.highest, kind.unit
            return ReadingEdit[int](
                lambda text: read_whole(text.removesuffix(unit).strip(), lowest, highest),
                lambda value: f"{value} {unit}".rstrip(),
            )
        case fields.Money():
            return MoneyEdit(read_money, money_words)
        case fields.Percent():
            return ReadingEdit[int](read_percent, lambda value: f"{value} %")
        case fields.Duration():
            return DurationEdit(session.programme.day_minutes)
        case fields.Day():
            return DayEdit(lambda text: read_day(text, session.document.today), day_words, session.document.today)
        case fields.Clock():
            return ReadingEdit[time](read_clock, clock_words)
        case fields.Moment():
            return ReadingEdit[datetime](_not_typed, moment_words)
        case fields.Choice():
            return ChoiceEdit[str]([(option.code, option.words) for option in kind.options])
        case fields.Level():
            return LevelEdit(tuple(levels(session.programme, kind.scale).values()))
        case fields.Flag():
            return FlagBox(kind.label)
        case fields.Link():
            return PeopleEdit(known_rows(session, kind), makes_new=PEOPLE.key in kind.to)
        case fields.File():
            return PictureEdit(session)
        case _:
            assert_never(kind)


def _not_typed(text: str) -> datetime:
    raise ValueError(f"“{text}” was not kept: the program sets this itself.")


def linkable(session: Session, kind: fields.Link) -> Choices:
    """Ids and names of the rows a link can point at, as they are shown, by name."""
    return choices(session.programme, kind.to)


def known_rows(session: Session, kind: fields.Link) -> Known:
    """The rows a link can point at, for its editor: looked up when they are needed."""
    return Known(lambda: linkable(session, kind), lambda row_id: name_among(session.programme, kind.to, row_id))


def offer_again(session: Session, editor: Editor[Any], kind: fields.Kind, row: Row) -> None:
    """Bring up to date what an editor offers: people come and go, and a row keeps its own matrix."""
    if isinstance(editor, PeopleEdit) and isinstance(kind, fields.Link):
        editor.offer(known_rows(session, kind))
    if isinstance(editor, DurationEdit):
        elapsed = isinstance(row, Task) and row.elapsed
        editor.measure(session.programme.day_minutes, elapsed=elapsed)
    if isinstance(editor, LevelEdit) and isinstance(kind, fields.Level):
        editor.set_words(tuple(levels(session.programme, kind.scale).values()))


def computed_day(session: Session, task_id: str, name: str) -> date | None:
    """The worked-out start or finish of a task."""
    return cast("date | None", getattr(session.view.schedule.dates[task_id], name))

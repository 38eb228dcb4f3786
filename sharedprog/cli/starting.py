"""``new`` and ``sample``: making a programme file."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from sharedprog.cli.running import DONE
from sharedprog.domain.reading import Unread, read_day
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import day_words, local
from sharedprog.usecases import settings
from sharedprog.usecases.document import Document, system_clock
from sharedprog.usecases.opening import open_programme


def who() -> str:
    """The person at the keyboard, as their settings name them."""
    return settings.load().name


def opened_to_change(path: Path) -> Document:
    """The programme, with a backup of it as it was, as the window would have made."""
    return open_programme(path, who=who(), backups=settings.data_folder() / "backups")


def today() -> date:
    """The day it is, by UK clocks."""
    return local(system_clock()).date()


def day(text: str | None) -> date | None:
    """A day as typed; ``None`` for none; raises ``Trouble``."""
    if text is None:
        return None
    try:
        return read_day(text, today())
    except Unread as unread:
        raise Trouble(str(unread)) from unread


def new(typed: argparse.Namespace) -> int:
    """Start a programme in a new file."""
    from sharedprog.usecases.programmes import Start, create

    if not 1 <= typed.cadence <= 365:
        raise Trouble(f"{typed.cadence} days between boards cannot be. Give 1 to 365.")
    start = Start(
        name=typed.name,
        partners=typed.partner,
        start=day(typed.start),
        day_one=day(typed.day_one),
        cadence=typed.cadence,
    )
    create(typed.file, start, who=who()).close()
    print(f"Started “{typed.name}” in {typed.file.name}.")
    return DONE


def sample(typed: argparse.Namespace) -> int:
    """Make the sample programme in a new file."""
    from sharedprog.usecases.sample import build_sample

    until = day(typed.today) or today()
    build_sample(typed.file, until)
    print(f"Made the sample programme in {typed.file.name}, as it stands on {day_words(until)}.")
    return DONE

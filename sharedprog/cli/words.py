"""The words of the command line: what each command takes, and what its help says."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, NoReturn

from sharedprog.domain.plan.plan_page import LANES
from sharedprog.domain.trouble import Trouble


class Misused(Trouble):
    """The words typed make no command."""


class Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong, and leaves ending the program to the one who asked."""

    def error(self, message: str) -> NoReturn:
        """Raise ``Misused``."""
        raise Misused(f"{message[:1].upper()}{message[1:]}. Type “{self.prog} --help” to see what it takes.")


def parser() -> Parser:
    """All commands, in the order in which a person meets them."""
    top = Parser(
        prog="sharedprog",
        description="Programme management for partnerships: one local file, its registers and its board packs.",
        epilog="Exit code: 0 done, 1 problems in your data (listed one a line), 2 could not run.",
        allow_abbrev=False,
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    _new(commands)
    _sample(commands)
    _import(commands)
    _export(commands)
    _pack(commands)
    _plan_page(commands)
    _schedule(commands)
    _slips(commands)
    _health(commands)
    _risk_dates(commands)
    _log(commands)
    _check(commands)
    return top


def _command(commands: Any, name: str, words: str) -> Parser:  # noqa: ANN401 - argparse keeps the type to itself
    made: Parser = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
    made.add_argument("file", metavar="FILE", type=Path, help="the programme file (.sharedprog)")
    return made


def _new(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    new = _command(commands, "new", "Start a programme in a new file.")
    new.add_argument("--name", required=True, help="what the programme is called")
    new.add_argument("--partner", action="append", required=True, metavar="NAME", help="a partner; give two or more")
    new.add_argument("--start", metavar="DAY", help="when the programme starts")
    new.add_argument("--day-one", metavar="DAY", help="when the shared service goes live")
    new.add_argument("--cadence", type=int, default=14, metavar="DAYS", help="days between boards (14)")


def _sample(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    sample = _command(commands, "sample", "Make the sample programme in a new file.")
    sample.add_argument("--today", metavar="DAY", help="the day up to which its history runs (today)")


def _import(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    words = (
        "Bring in a workbook, a CSV file, a plan from Microsoft Project (.xml) or GanttProject (.gan), or everything "
        "(.json); with the extra sharedprog[msproject] and Java also .mpp, .mpx, .xer, Primavera XML, .pod, .planner."
    )
    taken = _command(commands, "import", words)
    taken.add_argument("source", metavar="SOURCE", type=Path, help="the file to bring in")
    taken.add_argument("--as", dest="register", metavar="REGISTER", help="which register it holds: risks, plan, …")
    taken.add_argument("--sheet", metavar="NAME", default="", help="the sheet of a workbook to take")
    row = "the row that holds its headings, as Excel numbers it; 0 where none does"
    taken.add_argument("--headings", metavar="ROW", type=int, help=row)
    column = "what a column means; “leave out” for nothing; may be given several times"
    taken.add_argument("--column", metavar="HEADING=FIELD", action="append", default=[], help=column)
    bad = taken.add_mutually_exclusive_group()
    bad.add_argument("--skip-bad", action="store_true", help="leave out the rows that have problems")
    bad.add_argument("--blank-bad", action="store_true", help="leave only the bad cells empty, their text as a note")
    dates = ("stated", "reschedule")
    help_words = "of a plan from another program: kept as stated (usual), or worked out from its links"
    taken.add_argument("--dates", choices=dates, help=help_words)
    dry = "only tell what would come in, which dates of a plan would move, and why"
    taken.add_argument("--dry-run", action="store_true", help=dry)
    taken.add_argument("--json", action="store_true", help="say what happened as JSON")


def _export(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    words = (
        "Write everything (.json), a workbook (.xlsx), one register (.csv), or the plan for Microsoft Project (.xml)."
    )
    export = _command(commands, "export", words)
    export.add_argument("target", metavar="TARGET", type=Path, help="the file to write; its ending says what")
    export.add_argument("--register", metavar="REGISTER", help="only this register; .csv needs it")
    export.add_argument("--journal", action="store_true", help="with the whole history (.json)")


def _pack(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    pack = _command(commands, "pack", "Make the pack of a board.")
    pack.add_argument("--board", required=True, metavar="BOARD", help="next, last or a number")
    pack.add_argument("--out", required=True, type=Path, metavar="PACK.pdf", help="the file to write")
    pack.add_argument("--final", action="store_true", help="a final pack, kept in the programme with what it showed")
    pack.add_argument("--sections", metavar="CODES", help="only these, in this order: cover,since,risks")


def _plan_page(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    page = _command(commands, "plan-page", "Print the milestones of the plan on one sheet.")
    page.add_argument("out", metavar="OUT.pdf", type=Path, help="the file to write")
    page.add_argument("--by", choices=LANES, default=LANES[0], help="what its lanes are (workstream)")
    page.add_argument("--paper", choices=("A4", "A3"), default="A3", help="the sheet, across (A3)")


def _schedule(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    schedule = _command(commands, "schedule", "Tell the dates and the float of every task of the plan, and why.")
    schedule.add_argument("--json", action="store_true", help="as JSON, to the minute")


def _slips(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    slips = _command(commands, "slips", "Tell how far the plan is from a baseline, or from what a board saw.")
    slips.add_argument(
        "--from", dest="before", required=True, metavar="BASELINE|BOARD", help="a label, a name, a number"
    )
    slips.add_argument("--to", dest="after", default="now", metavar="BASELINE|BOARD", help="another instead of now")
    slips.add_argument("--json", action="store_true", help="as JSON")


def _health(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    health = _command(commands, "health", "Check how far the plan can be relied on: the 14 checks of the DCMA.")
    help_words = "which limits: dcma, or short for a programme of some months (what suits the plan)"
    health.add_argument("--preset", choices=("dcma", "short"), help=help_words)
    health.add_argument("--json", action="store_true", help="as JSON")


def _risk_dates(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    words = "Tell when the plan may finish, from the days at best and at worst of its tasks."
    risk = _command(commands, "risk-dates", words)
    risk.add_argument("--runs", type=int, default=2_000, metavar="N", help="how often it is worked out (2000)")
    risk.add_argument("--seed", type=int, default=1, metavar="N", help="another number draws other lengths (1)")
    risk.add_argument("--json", action="store_true", help="as JSON")


def _log(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    log = _command(commands, "log", "Tell who changed what, when.")
    log.add_argument("--since", metavar="BOARD|DATE", help="after a board (its number, or last), or from a day on")
    log.add_argument("--json", action="store_true", help="as JSON")


def _check(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    check = _command(commands, "check", "List what is wrong with a programme.")
    check.add_argument("--gaps", action="store_true", help="also what is still missing, which is no problem")
    check.add_argument("--json", action="store_true", help="as JSON")

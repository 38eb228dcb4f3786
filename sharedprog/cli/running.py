"""Running one command: what was typed in, an exit code out, every known trouble as one sentence."""

from __future__ import annotations

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence

from sharedprog.cli.words import Parser, parser
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.collecting import collect_seldom

DONE, PROBLEMS, FAILED = 0, 1, 2
Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command (the words of the process, unless given); its exit code."""
    collect_seldom()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old console has no arrows, and that is no reason to stop
    try:
        code = _run(parser(), arguments)
        sys.stdout.flush()
    except Trouble as trouble:
        print(" ".join(str(trouble).split()), file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # whoever was reading has read enough; nothing may be written to that pipe when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception:  # noqa: BLE001 - a fault of ours: told in full, and never taken for a problem in the data
        traceback.print_exc()
        print("sharedprog has a fault and could not go on; the lines above say where.", file=sys.stderr)
        return FAILED
    return code


def _run(top: Parser, arguments: Sequence[str] | None) -> int:
    try:
        typed = top.parse_args(arguments)
    except SystemExit as asked:  # for help, which is printed by now
        return int(asked.code or DONE)
    return _command(typed.command)(typed)


def _command(name: str) -> Command:
    """The command, with no more of the program loaded than it needs."""
    match name:
        case "new" | "sample":
            from sharedprog.cli import starting

            return starting.new if name == "new" else starting.sample
        case "import" | "export":
            from sharedprog.cli import exchanging

            return exchanging.take_in if name == "import" else exchanging.export
        case "pack" | "plan-page":
            from sharedprog.cli import packing

            return packing.pack if name == "pack" else packing.plan_on_a_page
        case "schedule":
            from sharedprog.cli import scheduling

            return scheduling.schedule
        case "slips":
            from sharedprog.cli import slips

            return slips.slips
        case "health" | "risk-dates":
            from sharedprog.cli import health

            return health.health if name == "health" else health.risk_dates
        case _:
            from sharedprog.cli import telling

            return telling.log if name == "log" else telling.check

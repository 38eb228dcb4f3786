"""CSV files out: UTF-8 that Excel recognises, every cell quoted, nothing that runs as a formula."""

from __future__ import annotations

import csv
import io
import math
from datetime import date, datetime, time
from typing import BinaryIO

from sharedprog.exchange.formula_guard import with_guard
from sharedprog.exchange.plain_text import plain_text
from sharedprog.exchange.replacing import Target, replace_file
from sharedprog.exchange.sheet import CellValue
from sharedprog.exchange.table import Table


def write_csv(target: Target, table: Table) -> None:
    """The headings and the rows; raises ``Unwritable``. ``read_sheets`` gives the same text back."""

    def write(file: BinaryIO) -> None:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        rows = csv.writer(text, quoting=csv.QUOTE_ALL)
        rows.writerow(csv_text(heading) for heading in table.headings)
        rows.writerows([csv_text(value) for value in row] for row in table.rows)
        text.detach()

    replace_file(target, write)


def csv_text(value: CellValue) -> str:
    """A value as CSV text: ISO days and times, TRUE and FALSE, numbers as they are, blank for ``None``."""
    match value:
        case None:
            return ""
        case str():
            return with_guard(plain_text(value))
        case bool():
            return str(value).upper()
        case datetime():
            return value.isoformat(" ")
        case date() | time():
            return value.isoformat()
        case float() if not math.isfinite(value):
            return ""
        case _:
            return str(value)

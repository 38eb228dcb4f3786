"""Files damaged at random are read, or refused in one sentence; nothing else happens."""

import random
import zipfile
from datetime import date
from pathlib import Path

import pytest

from sharedprog.exchange.csv_writing import write_csv
from sharedprog.exchange.plan_files import read_plan
from sharedprog.exchange.sheet import CellValue
from sharedprog.exchange.sheets import read_sheets
from sharedprog.exchange.table import Table
from sharedprog.exchange.trouble import Unreadable
from sharedprog.exchange.workbook_writing import write_xlsx
from tests.exchange.gantt_files import depend, element, gantt_task, gantt_text
from tests.exchange.plans import plan_text, task, waits_for
from tests.exchange.workbooks import changed

ROWS: list[list[CellValue]] = [["Late", "=1+1", 5, date(2026, 12, 3)], ["Siân", None, 2.5, True]]
TABLE = Table("Risks", ("Risk", "Cause", "Score", "Due"), ROWS)


def mutant(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, cut out, doubled or put elsewhere."""
    bad = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(bad))
        end = min(len(bad), start + chance.choice([1, 1, 1, 4, 40, 400]))
        match chance.randrange(4):
            case 0:
                bad[start:end] = chance.randbytes(end - start)
            case 1:
                del bad[start:end]
            case 2:
                bad[start:start] = bad[start:end]
            case _:
                bad[start] ^= 1 << chance.randrange(8)
        bad = bad or bytearray(b"x")
    return bytes(bad)


def outcome(path: Path, data: bytes) -> str:
    """Everything said of the damaged file: its problems, or the sentence that refuses it."""
    path.write_bytes(data)
    try:
        if path.suffix in (".xml", ".gan"):
            return "\n".join(problem.sentence() for problem in read_plan(path).problems)
        return "\n".join(sheet.name for sheet in read_sheets(path))
    except Unreadable as trouble:
        return str(trouble)


@pytest.fixture(params=range(4))
def chance(request: pytest.FixtureRequest) -> random.Random:
    return random.Random(request.param)  # noqa: S311 - damage needs no secrecy


def test_damaged_plans(tmp_path: Path, chance: random.Random) -> None:
    whole = plan_text(task(1, Start="2026-12-03T08:00:00", Duration="PT8H0M0S"), task(2, "", waits_for(1))).encode()
    outcomes = {outcome(tmp_path / "plan.xml", mutant(whole, chance)) for _ in range(300)}

    assert len(outcomes) > 20


def test_damaged_plans_from_ganttproject(tmp_path: Path, chance: random.Random) -> None:
    inner = gantt_task(2, "Move in", "2026-12-03", 5, depend(3, 3, difference=-2), complete=50)
    people = element("resources", element("resource", id=1, name="Siân"))
    work = element("allocations", element("allocation", task_id=2, resource_id=1, responsible="true"))
    week = element("calendars", element("date", year="", month=12, date=25, type="HOLIDAY"))
    tasks = (gantt_task(1, "Depot", "2026-12-03", 5, inner), gantt_task(3, "Open", "2026-12-10", 0, meeting="true"))
    whole = gantt_text(*tasks, before=week, after=people + work).encode()
    outcomes = {outcome(tmp_path / "Depot.gan", mutant(whole, chance)) for _ in range(100)}

    assert len(outcomes) > 20


def test_damaged_csv_files(tmp_path: Path, chance: random.Random) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, TABLE)
    whole = path.read_bytes()
    outcomes = {outcome(path, mutant(whole, chance)) for _ in range(300)}

    assert len(outcomes) > 2


def test_damaged_workbooks(tmp_path: Path, chance: random.Random) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, [TABLE])
    whole = path.read_bytes()
    outcomes = {outcome(path, mutant(whole, chance)) for _ in range(60)}

    assert len(outcomes) > 1


def test_workbooks_damaged_inside(tmp_path: Path, chance: random.Random) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, [TABLE])
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.startswith(("xl/", "["))}
    outcomes = set()
    for _ in range(60):
        path.write_bytes(whole)
        name = chance.choice(list(parts))
        changed(path, {name: mutant(parts[name], chance)})
        outcomes.add(outcome(path, path.read_bytes()))

    assert len(outcomes) > 1

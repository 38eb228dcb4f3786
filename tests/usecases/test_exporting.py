"""What leaves the program: everything, and so that it can come back unchanged."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from sharedprog.domain.programme import Programme
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.view import View
from sharedprog.exchange.csv_writing import csv_text, write_csv
from sharedprog.exchange.sheets import read_sheets
from sharedprog.exchange.workbook_writing import write_xlsx
from sharedprog.usecases.document import Document
from sharedprog.usecases.exporting import export, save_bytes
from sharedprog.usecases.exporting_cells import cell_value
from sharedprog.usecases.exporting_sheets import table_of, tables_of
from sharedprog.usecases.importing import plan_import, plan_of
from tests.everything import FIRST_DAY, Filled, filled

TODAY = FIRST_DAY + timedelta(days=90)


@pytest.fixture(scope="module")
def everything() -> Filled:
    return filled()


def test_every_field_of_every_register_stands_in_the_workbook(everything: Filled, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "all.xlsx", tables_of(REGISTERS, View(everything.programme, TODAY)))
    sheets = {sheet.name: sheet for sheet in read_sheets(tmp_path / "all.xlsx")}
    for register in REGISTERS:
        cells = {csv_text(cell) for row in sheets[register.title].rows for cell in row.cells}
        for row in everything.programme.rows(register):
            for name, kind in register.fields.items():
                if name not in ("order", "ref") or (name == "ref" and register.prefix):
                    wanted = csv_text(cell_value(kind, getattr(row, name), everything.programme))
                    assert wanted in cells, f"{register.key}.{name}"


def test_a_workbook_that_comes_back_changes_nothing(everything: Filled, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "all.xlsx", tables_of(REGISTERS, View(everything.programme, TODAY)))
    plan = plan_of(everything.programme, tmp_path / "all.xlsx")
    assert (plan.problems, plan.notes) == ((), ())
    assert {row.state for row in plan.rows} == {"same"}
    assert len(plan.rows) == sum(len(everything.programme.rows(register)) for register in REGISTERS)


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.key)
def test_a_csv_file_that_comes_back_changes_nothing(register: object, everything: Filled, tmp_path: Path) -> None:
    found = next(each for each in REGISTERS if each is register)
    write_csv(tmp_path / "one.csv", table_of(found, View(everything.programme, TODAY)))
    plan = plan_of(everything.programme, tmp_path / "one.csv", found.key)
    assert (plan.problems, plan.notes) == ((), ())
    assert {row.state for row in plan.rows} == {"same"}


def test_a_workbook_of_one_programme_brings_another_all_but_what_the_program_fills_in(
    everything: Filled, tmp_path: Path
) -> None:
    write_xlsx(tmp_path / "all.xlsx", tables_of(REGISTERS, View(everything.programme, TODAY)))
    plan = plan_of(Programme(), tmp_path / "all.xlsx")
    faulty = {row.register for row in plan.rows if row.faulty}
    assert faulty == {"board_meetings", "packs", "partners"}
    assert {problem.expected for problem in plan.problems} == {
        "nothing, or what was there before: the program fills this in itself"
    }


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), min_size=1, max_size=4))
def test_any_text_comes_back_from_a_sheet_without_a_change(
    texts: list[str], everything: Filled, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("texts")
    programme = Programme.of_rows(
        {
            "risks": [
                RISKS.row(id=f"{number:032x}", exists=True, ref=f"R-{number}", title=text, cause=text)
                for number, text in enumerate(texts)
            ]
        }
    )
    table = table_of(RISKS, View(programme, TODAY))
    write_xlsx(folder / "risks.xlsx", [table])
    write_csv(folder / "risks.csv", table)
    for name in ("risks.xlsx", "risks.csv"):
        plan = plan_of(programme, folder / name)
        assert plan.problems == ()
        assert {row.state for row in plan.rows} == {"same"}


def test_cells_that_a_person_changes_are_the_only_ones_that_change(document: Document, tmp_path: Path) -> None:
    owner = document.add(PEOPLE, title="Head of ICT")
    first = document.add(RISKS, title="Payroll", owner=owner, likelihood=4, raised=date(2026, 10, 1))
    document.add(RISKS, title="Directory")
    action = document.add(RESPONSE_ACTIONS, parent=first, title="Rehearse")
    path = tmp_path / "all.xlsx"
    export(document, path)
    book = load_workbook(path)
    for sheet, heading, row, value in (
        ("Risks", "Current likelihood", 2, 5),
        ("Risks", "Raised", 3, date(2026, 11, 2)),
        ("Response actions", "Due", 2, "3 Dec 2026"),
    ):
        headings = [cell.value for cell in book[sheet][1]]
        book[sheet].cell(row, headings.index(heading) + 1).value = value
    with path.open("wb") as file:
        book.save(file)
    plan = plan_import(document, path)
    assert plan.problems == ()
    changed = {row.id: dict(row.values) for row in plan.rows if row.state != "same"}
    assert changed[first] == {"likelihood": 5, "matrix": document.programme.matrix_id}
    assert changed[action] == {"due": date(2026, 12, 3)}
    assert len(changed) == 3


def test_the_plan_reads_as_its_outline_does(document: Document, tmp_path: Path) -> None:
    last = document.add(TASKS, title="Last")
    first = document.add(TASKS, title="First")
    document.add(TASKS, title="Within", parent=last)
    document.edit(TASKS, first, "order", "0")
    export(document, tmp_path / "plan.csv", register="plan")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "plan.csv").read_text(encoding="utf-8-sig"))))
    assert [(row["WBS (worked out)"], row["Task"]) for row in rows] == [
        ("1", "First"),
        ("2", "Last"),
        ("2.1", "Within"),
    ]


def test_worked_out_columns_say_so(document: Document, tmp_path: Path) -> None:
    document.add(ACTIONS, title="Write", due=date(2026, 11, 1))
    export(document, tmp_path / "actions.csv", register="actions")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "actions.csv").read_text(encoding="utf-8-sig")))
    assert row["Late (worked out)"] == "29 days late"
    assert row["Original due"] == "2026-11-01"


REFUSED = [
    ("all.txt", {}, "does not say what to write. Let its name end in .json, .xlsx, .csv or .xml"),
    ("all.csv", {}, "A CSV file holds one register"),
    ("all.json", {"register": "risks"}, "JSON holds everything"),
    ("all.xlsx", {"journal": True}, "Only JSON holds the history"),
    ("all.xlsx", {"register": "hats"}, "There is no register “hats”"),
    ("nowhere/all.json", {}, "its folder does not exist"),
]


@pytest.mark.parametrize(("name", "options", "sentence"), REFUSED)
def test_what_cannot_be_is_told_in_a_sentence_and_writes_nothing(
    name: str, options: dict[str, object], sentence: str, document: Document, tmp_path: Path
) -> None:
    with pytest.raises(Trouble, match=sentence.replace(".", r"\.")):
        export(document, tmp_path / name, **options)  # type: ignore[arg-type]  # one of each kind of wrong
    assert list(tmp_path.glob("*all*")) == []


def test_the_programme_itself_is_never_overwritten(document: Document, tmp_path: Path) -> None:
    link = tmp_path / "copy.json"
    link.hardlink_to(document.path)
    before = document.path.read_bytes()
    with pytest.raises(Trouble, match="is the programme itself"):
        export(document, link)
    assert document.path.read_bytes() == before


def test_an_export_replaces_an_earlier_one_whole(document: Document, tmp_path: Path) -> None:
    target = tmp_path / "all.json"
    target.write_text("x" * 10_000_000, encoding="utf-8")
    export(document, target)
    assert target.read_text(encoding="utf-8").startswith('{\n"format": "sharedprog"')
    save_bytes(target, b"other")
    assert target.read_bytes() == b"other"
    assert list(tmp_path.glob(".*part")) == []


def test_who_named_a_poison_in_confidence_leaves_by_no_door(document: Document, tmp_path: Path) -> None:
    partner = document.rows(PARTNERS)[0]
    document.add(POISONS, title="They lie", named_by=partner.id, anonymous=True)
    export(document, tmp_path / "poisons.csv", register="poisons")
    export(document, tmp_path / "poisons.xlsx", register="poisons")
    (sheet,) = read_sheets(tmp_path / "poisons.xlsx")
    assert "Ashmere" not in (tmp_path / "poisons.csv").read_text(encoding="utf-8-sig")
    assert "Ashmere" not in {csv_text(cell) for row in sheet.rows for cell in row.cells}
    assert document.rows(POISONS)[0].named_by == partner.id  # it stays in the file until someone mends it

"""Each command from outside: what it does, what it says, and the code that it ends with."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sharedprog.cli import running
from sharedprog.domain.packing import MadePack, PackOrder
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.usecases import board_pack, boards
from sharedprog.usecases.document import Document
from tests.cli.conftest import Typed
from tests.exchange.workbooks import workbook

ROOT = Path(__file__).parents[2]
RISK_SHEET = [("Ref", "Risk", "Likelihood", "Raised"), ("R-1", "Payroll", 4, "3 Nov 2026"), ("R-2", "Ledger", 2, "TBC")]


def opened(name: str) -> Document:
    return Document.open(Path(name))


# new, sample


def test_new_starts_a_programme_with_everything_that_was_said(typed: Typed, folder: Path) -> None:
    words = ("--name", "One Service", "--partner", "Ashmere", "--partner", "Tolland", "--partner", "Wick")
    said = typed("new", "a.sharedprog", *words, "--start", "2026-09-01", "--day-one", "1/4/2027", "--cadence", "28")
    assert (said.code, said.err) == (0, "")
    assert said.out == "Started “One Service” in a.sharedprog.\n"
    document = opened("a.sharedprog")
    (settings,) = document.rows(PROGRAMME)
    assert (settings.title, settings.start, settings.day_one, settings.cadence) == (
        "One Service",
        date(2026, 9, 1),
        date(2027, 4, 1),
        28,
    )
    assert [partner.title for partner in document.rows(PARTNERS)] == ["Ashmere", "Tolland", "Wick"]
    document.close()


CANNOT = [
    (("new", "a.sharedprog", "--name", "x", "--partner", "a"), "two partners or more"),
    (("new", "a.sharedprog", "--name", "x"), "required: --partner"),
    (("new", "a.sharedprog", "--name", "", "--partner", "a", "--partner", "b"), "has no name"),
    (("new", "a.sharedprog", "--name", "x", "--partner", "a", "--partner", "b", "--start", "soon"), "“soon”"),
    (("new", "a.sharedprog", "--name", "x", "--partner", "a", "--partner", "b", "--cadence", "0"), "0 days between"),
    (("new", "no/a.sharedprog", "--name", "x", "--partner", "a", "--partner", "b"), "a.sharedprog"),
    (("check", "none.sharedprog"), "not there any more"),
    (("log", "none.sharedprog"), "not there any more"),
    (("export", "none.sharedprog", "a.json"), "not there any more"),
    (("import", "none.sharedprog", "none.xlsx"), "There is no file “none.xlsx”"),
    (("pack", "none.sharedprog", "--board", "next", "--out", "a.txt"), "does not end in .pdf"),
    (("pack", "none.sharedprog", "--board", "next", "--out", "a.pdf", "--sections", "hats"), "no section “hats”"),
    (("sample", "a.sharedprog", "--today", "whenever"), "“whenever” was not understood"),
    (("fly",), "invalid choice: 'fly'"),
    ((), "required: COMMAND"),
]


@pytest.mark.parametrize(("words", "sentence"), CANNOT)
def test_what_cannot_run_says_so_in_one_sentence_and_leaves_nothing(
    words: tuple[str, ...], sentence: str, typed: Typed, folder: Path
) -> None:
    said = typed(*words)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert list(folder.iterdir()) == []


def test_the_sample_is_the_same_on_the_same_day_and_nothing_is_wrong_with_it(typed: Typed, folder: Path) -> None:
    said = typed("sample", "sample.sharedprog", "--today", "2026-11-22")
    assert said.out == "Made the sample programme in sample.sharedprog, as it stands on Sun 22 Nov 2026.\n"
    assert typed("check", "sample.sharedprog").code == 0
    assert typed("import", "sample.sharedprog", "all.xlsx").code == 2
    assert typed("export", "sample.sharedprog", "all.xlsx").code == 0
    assert " 0 new, 0 changed, " in typed("import", "sample.sharedprog", "all.xlsx").out
    assert typed("export", "sample.sharedprog", "all.json", "--journal").code == 0
    assert typed("import", "back.sharedprog", "all.json").code == 0
    assert typed("export", "back.sharedprog", "again.json", "--journal").code == 0
    assert Path("again.json").read_bytes() == Path("all.json").read_bytes()


def test_nothing_is_ever_started_over_another_file(typed: Typed, programme: str) -> None:
    before = Path(programme).read_bytes()
    again = typed("new", programme, "--name", "x", "--partner", "a", "--partner", "b")
    assert again.code == 2
    assert "There is already a file called “one.sharedprog”" in again.err
    assert typed("sample", programme).code == 2
    assert Path(programme).read_bytes() == before


def test_a_file_that_is_not_ours_is_refused_and_left_as_it_is(typed: Typed, folder: Path) -> None:
    Path("a.sharedprog").write_text("not ours", encoding="utf-8")
    for words in (("check",), ("log",)):
        said = typed(*words, "a.sharedprog")
        assert said.code == 2
        assert "not a sharedprog file" in said.err
    assert Path("a.sharedprog").read_text(encoding="utf-8") == "not ours"


def test_help_is_no_trouble(typed: Typed) -> None:
    said = typed("import", "--help")
    assert (said.code, said.err) == (0, "")
    assert "--skip-bad" in said.out


# import, export


def test_import_reads_the_sheet_the_heading_row_and_the_columns_that_are_said(programme: str, typed: Typed) -> None:
    odd = [("Our log",), ("What we fear", "Prob", "Hat"), ("Payroll", 4, "x")]
    workbook(Path("a.xlsx"), {"Cover": [("a", "b")], "Log": odd})
    said = ("--sheet", "Log", "--headings", "2", "--column", "What we fear=Risk", "--column", "Prob=likelihood")
    import_log = ("import", programme, "a.xlsx", "--as", "risks", *said)
    assert "found “Hat”; expected a heading of Risks" in typed(*import_log).out
    done = typed(*import_log, "--column", "Hat=leave out")
    assert (done.code, done.err) == (0, "")
    document = opened(programme)
    assert [(risk.title, risk.likelihood) for risk in document.rows(RISKS)] == [("Payroll", 4)]
    document.close()


def test_a_column_that_is_said_to_mean_nothing_known_is_told(programme: str, typed: Typed) -> None:
    workbook(Path("a.xlsx"), {"Risks": RISK_SHEET})
    assert "have no field “Hat”" in typed("import", programme, "a.xlsx", "--column", "Raised=Hat").err
    assert "does not say what the column means" in typed("import", programme, "a.xlsx", "--column", "Raised").err


def test_import_lists_problems_one_a_line_and_imports_nothing(typed: Typed, programme: str) -> None:
    workbook(Path("Risk log.xlsx"), {"Risks": RISK_SHEET})
    said = typed("import", programme, "Risk log.xlsx")
    assert (said.code, said.err) == (1, "")
    assert said.lines[0].startswith("Risks, row 3, Raised: found “TBC”; expected a day with its year")
    assert said.lines[1].startswith("Nothing was imported.")
    document = opened(programme)
    assert document.rows(RISKS) == ()
    document.close()


@pytest.mark.parametrize(("option", "titles"), [("--skip-bad", ["Payroll"]), ("--blank-bad", ["Payroll", "Ledger"])])
def test_the_person_may_say_what_happens_to_the_bad(
    option: str, titles: list[str], typed: Typed, programme: str
) -> None:
    workbook(Path("Risk log.xlsx"), {"Sheet1": RISK_SHEET})
    said = typed("import", programme, "Risk log.xlsx", "--as", "risks", option)
    assert said.code == 0
    left = f", {2 - len(titles)} left out" if len(titles) < 2 else ""
    assert said.lines[-1] == f"Imported Risk log.xlsx: {len(titles)} new, 0 changed, 0 same{left}."
    document = opened(programme)
    assert [risk.title for risk in document.rows(RISKS)] == titles
    document.close()


def test_import_tells_a_machine_the_same(typed: Typed, programme: str) -> None:
    workbook(Path("a.xlsx"), {"Risks": RISK_SHEET})
    said = typed("import", programme, "a.xlsx", "--json")
    told = json.loads(said.out)
    assert said.code == 1
    assert (told["imported"], told["new"], told["left_out"]) == (False, 1, 1)
    (problem,) = told["problems"]
    assert (problem["sheet"], problem["row"], problem["column"], problem["found"]) == ("Risks", 3, "Raised", "TBC")
    told = json.loads(typed("import", programme, "a.xlsx", "--json", "--skip-bad").out)
    assert (told["imported"], told["new"], told["left_out"]) == (True, 1, 1)


BAD_FILES = [
    ("empty.xlsx", b"", "it is empty (0 bytes)"),
    ("empty.csv", b"", "it is empty (0 bytes)"),
    ("report.xlsx", b"%PDF-1.7\n%\xe2\xe3", "it is a PDF"),
    ("notes.xlsx", b"plain text", "not an Excel workbook, whatever its name says"),
    ("all.json", b"{", "is not JSON"),
    ("plan.xml", b"<Project", "plan.xml"),
    ("plan.mpp", b"\xd0\xcf\x11\xe0", "open it in Microsoft Project, choose Save As and “XML Format (*.xml)”"),
]


@pytest.mark.parametrize(("name", "content", "sentence"), BAD_FILES)
def test_a_file_that_is_not_what_it_claims_is_a_problem_of_one_line(
    name: str, content: bytes, sentence: str, typed: Typed, programme: str
) -> None:
    Path(name).write_bytes(content)
    said = typed("import", programme, name)
    assert (said.code, said.err) == (1, "")
    assert sentence in said.lines[0]
    assert said.lines[1:] == [f"Nothing was imported from {name}."], "there are no rows that could be left out"
    assert json.loads(typed("import", programme, name, "--json").out)["problems"][0]["sentence"] == said.lines[0]


def test_a_file_that_does_not_say_what_it_holds_asks_and_names_the_option(typed: Typed, programme: str) -> None:
    Path("list.csv").write_text("Title,Owner\nSomething,Me\n", encoding="utf-8")
    said = typed("import", programme, "list.csv")
    assert said.code == 2
    assert "does not say which register it holds. Say which one it is: tasks," in said.err
    assert "--as risks" in said.err
    assert typed("import", programme, "list.csv", "--as", "hats").code == 2
    assert typed("import", programme, "list.csv", "--as", "Actions").code == 0


def test_an_import_is_in_the_journal_under_the_persons_name_and_a_backup_was_kept(
    typed: Typed, programme: str, tmp_path: Path
) -> None:
    Path("risks.csv").write_text("Risk\nPayroll\n", encoding="utf-8")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text('{"name": "Board Secretary"}', encoding="utf-8")
    assert typed("import", programme, "risks.csv").code == 0
    last = json.loads(typed("log", programme, "--json").out)[-1]
    assert (last["title"], last["who"]) == ("Import 1 risk from risks.csv", "Board Secretary")
    assert len(list((tmp_path / "data" / "backups").rglob("*.sharedprog"))) == 1


def test_everything_goes_out_and_comes_back_with_its_history(typed: Typed, programme: str) -> None:
    Path("risks.csv").write_text("Risk\nMott & Sons <b\n", encoding="utf-8")
    typed("import", programme, "risks.csv")
    assert typed("export", programme, "all.json", "--journal").out == "Wrote all.json.\n"
    assert typed("import", "back.sharedprog", "all.json").code == 0
    assert typed("export", "back.sharedprog", "again.json", "--journal").code == 0
    assert Path("again.json").read_bytes() == Path("all.json").read_bytes()
    assert typed("log", "back.sharedprog").out == typed("log", programme).out
    refused = typed("import", programme, "all.json")
    assert refused.code == 2
    assert "there is one here already" in refused.err


def test_json_that_is_spoilt_leaves_no_new_file(typed: Typed, programme: str) -> None:
    typed("export", programme, "all.json")
    top = json.loads(Path("all.json").read_text(encoding="utf-8"))
    top["partners"][0]["title"] = 7
    Path("all.json").write_text(json.dumps(top), encoding="utf-8")
    said = typed("import", "back.sharedprog", "all.json")
    assert said.code == 1
    assert said.lines[0].startswith("partners, entry 1, title: found “7”; expected text")
    assert not Path("back.sharedprog").exists()


def test_a_workbook_goes_out_and_comes_back_without_a_change(typed: Typed, programme: str) -> None:
    assert typed("export", programme, "all.xlsx").code == 0
    said = typed("import", programme, "all.xlsx")
    assert said.code == 0
    assert said.out.startswith("Imported all.xlsx: 0 new, 0 changed,")
    assert typed("export", programme, "partners.csv", "--register", "partners").code == 0
    assert Path("partners.csv").read_text(encoding="utf-8-sig").splitlines()[1].startswith('"PA-001"')
    assert typed("export", programme, "partners.csv").code == 2


# log, check, pack


def test_log_tells_who_when_what_and_each_cell(typed: Typed, programme: str) -> None:
    document = opened(programme)
    risk = document.add(RISKS, title="Payroll")
    document.edit(RISKS, risk, "escalated", value=True)
    document.close()
    said = typed("log", programme)
    assert said.code == 0
    assert said.lines[-1] == "    risk R-001 “Payroll”, Escalated: No → Yes"
    assert said.lines[-2].endswith("  not said  Edit risk R-001")
    assert typed("log", programme, "--since", "5").code == 2
    assert typed("log", programme, "--since", "1 Jan 2100").out == ""
    change = json.loads(typed("log", programme, "--json").out)[-1]["changes"][0]
    assert (change["register"], change["field"], change["old"], change["new"]) == ("risks", "escalated", "No", "Yes")


def test_check_ends_with_1_where_something_is_wrong_and_gaps_are_no_problem(typed: Typed, programme: str) -> None:
    assert typed("check", programme).out == "Nothing is wrong.\n"
    document = opened(programme)
    risk = document.add(RISKS, title="Payroll")
    document.close()
    with_gaps = typed("check", programme, "--gaps")
    assert with_gaps.code == 0
    assert "Gap: Risk R-001: nobody owns it." in with_gaps.lines
    document = opened(programme)
    document.edit(RISKS, risk, "likelihood", 9)
    document.close()
    said = typed("check", programme)
    assert (said.code, said.lines) == (1, ["Risk R-001: “Current likelihood” is 9, which the scale does not have."])
    told = json.loads(typed("check", programme, "--json").out)
    assert (told["problems"], told["found"][0]["ref"], told["found"][0]["gap"]) == (1, "R-001", False)


@pytest.fixture
def with_boards(programme: str) -> str:
    document = opened(programme)
    boards.propose(document, 2)
    document.close()
    return programme


def test_a_pack_is_written_whole_and_a_final_one_is_kept(
    typed: Typed, with_boards: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    orders: list[PackOrder] = []

    def printed(order: PackOrder) -> MadePack:
        orders.append(order)
        return MadePack(b"%PDF-1.7 pages", 12)

    monkeypatch.setattr(board_pack, "print_pack", printed)
    words = ("pack", with_boards, "--board", "2", "--out", "pack.pdf")
    said = typed(*words, "--sections", "cover, risks")
    assert said.out == "Wrote the pack of board 2, 12 pages, to pack.pdf.\n"
    assert (orders[0].sections, orders[0].state) == (("cover", "risks"), "draft")
    assert not list((tmp_path / "data").rglob("*.sharedprog"))
    assert typed(*words, "--final").out.endswith("to pack.pdf, kept as final.\n")
    assert len(list((tmp_path / "data" / "backups").rglob("*.sharedprog"))) == 1
    assert Path("pack.pdf").read_bytes() == b"%PDF-1.7 pages"
    document = opened(with_boards)
    assert [(pack.state, pack.pages) for pack in document.rows(PACKS)] == [("final", 12)]
    document.close()
    missing = typed("pack", with_boards, "--board", "9", "--out", "pack.pdf")
    assert missing.code == 2
    assert "There is no board “9”. Boards in this programme: 1, 2." in missing.err


def test_a_real_pack_of_one_section_is_a_pdf(typed: Typed, with_boards: str) -> None:
    assert typed("pack", with_boards, "--board", "1", "--out", "pack.pdf", "--sections", "cover").code == 0
    assert Path("pack.pdf").read_bytes().startswith(b"%PDF-")


# The process


def start(*words: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *words]
    settings = {**os.environ, "SHAREDPROG_CONFIG": str(folder / "c"), "SHAREDPROG_DATA": str(folder / "d")}
    return subprocess.run(
        command,
        cwd=folder,
        env={**settings, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=120,
    )


def test_main_passes_the_words_on_and_ends_with_the_code(typed: Typed, programme: str, folder: Path) -> None:
    assert start("check", programme, folder=folder).stdout == "Nothing is wrong.\n"
    gone = start("check", "gone.sharedprog", folder=folder)
    assert (gone.returncode, gone.stdout, gone.stderr.count("\n")) == (2, "", 1)


def test_an_old_console_without_our_letters_is_no_reason_to_stop(typed: Typed, programme: str, folder: Path) -> None:
    document = opened(programme)
    risk = document.add(RISKS, title="ŵ ŷ 5 × 5")
    document.edit(RISKS, risk, "title", "other")
    document.close()
    said = start("log", programme, folder=folder, PYTHONIOENCODING="ascii")
    assert (said.returncode, said.stderr) == (0, "")
    assert "Risk: ? ? 5 ? 5 ? other" in said.stdout


def test_commands_load_no_more_than_they_need(typed: Typed, programme: str, folder: Path) -> None:
    heavy = ["PySide6", "reportlab", "matplotlib", "openpyxl", "pikepdf", "alembic", "holidays"]
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from sharedprog.cli import main; code = main(sys.argv[1:]);"
        f"print([name for name in {heavy} if name in sys.modules]); sys.exit(code)"
    )
    for words in (("check", programme), ("log", programme), ("export", programme, "all.json")):
        command = [sys.executable, "-c", script, *words]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120, cwd=folder)
        assert done.stdout.splitlines()[-1] == "[]"


def test_a_fault_of_ours_is_told_in_full_and_never_taken_for_a_problem_in_the_data(
    typed: Typed, programme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(name: str) -> running.Command:
        raise RuntimeError("a fault")

    monkeypatch.setattr(running, "_command", broken)
    said = typed("check", programme)
    assert said.code == 2
    assert "RuntimeError: a fault" in said.err
    assert said.err.splitlines()[-1].startswith("sharedprog has a fault")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with pipes that close")
def test_whoever_reads_may_stop_reading(typed: Typed, programme: str, folder: Path) -> None:
    command = f"{sys.executable} {ROOT / 'main.py'} log {programme} --json | head -c 1"
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, text=True, check=False, timeout=120, cwd=folder
    )
    assert (done.stdout, done.stderr) == ("[", "")

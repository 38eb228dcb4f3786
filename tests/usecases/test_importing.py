"""A sheet comes into a register: seen first, then done as one change that can be undone."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharedprog.domain.checks import problems
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.notes import NOTES
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing import ImportPlan, carry_out, plan_import
from tests.builders import contents
from tests.exchange.moments import moment
from tests.exchange.workbooks import workbook

HEADINGS = ("Ref", "Risk", "Current likelihood", "Current impact", "Owner", "Raised", "Status")


def risks(folder: Path, *rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> Path:
    return workbook(folder / "RAID.xlsx", {"Risks": [headings, *rows]})


def csv(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def sentences(plan: ImportPlan) -> list[str]:
    return [problem.sentence() for problem in plan.problems]


def test_problems_are_told_in_the_order_of_the_rows(document: Document, tmp_path: Path) -> None:
    path = risks(
        tmp_path,
        ("R-001", "Payroll", 9, None, None, None, None),
        ("R-002", "Ledger", None, None, None, "soon", None),
        headings=HEADINGS,
    )
    told = [(problem.row, problem.column) for problem in plan_import(document, path).problems]
    assert told == [(2, "Current likelihood"), (3, "Raised")]


def test_rows_arrive_as_one_change_that_is_named_and_can_be_undone(document: Document, tmp_path: Path) -> None:
    path = risks(
        tmp_path,
        ("R-001", "Payroll is wrong", 4, "5 Severe", "Head of ICT", date(2026, 10, 1), "Monitoring"),
        (None, "The directory breaks", "Likely", "Major (4)", "head of ict", "03/11/2026", None),
    )
    before = contents(document.programme)
    plan = plan_import(document, path)
    assert (plan.count("new"), plan.problems, plan.notes) == (2, (), ("1 new person by name: Head of ICT.",))
    assert contents(document.programme) == before
    made = carry_out(document, plan)
    assert made is not None
    assert made.title == "Import 2 risks from RAID.xlsx"
    first, second = document.rows(RISKS)
    assert (first.ref, first.title, first.likelihood, first.impact) == ("R-001", "Payroll is wrong", 4, 5)
    assert (first.raised, first.status) == (date(2026, 10, 1), "monitoring")
    assert (second.ref, second.likelihood, second.impact) == ("R-002", 4, 4)
    assert second.raised == date(2026, 11, 3)
    assert second.status == "identified"
    assert first.matrix == second.matrix == document.programme.matrix_id
    assert [person.title for person in document.rows(PEOPLE)] == ["Head of ICT"]
    assert first.owner == second.owner == document.rows(PEOPLE)[0].id
    document.undo()
    assert contents(document.programme) == before


def test_a_row_with_a_known_label_is_changed_and_blank_cells_leave_things_as_they_are(
    document: Document, tmp_path: Path
) -> None:
    owner = document.add(PEOPLE, title="Head of ICT")
    risk = document.add(RISKS, title="Payroll is wrong", owner=owner, cause="Two ledgers")
    path = risks(tmp_path, ("r-001", "Payroll is late", None, None, None, None, "Monitoring"))
    plan = plan_import(document, path)
    assert (plan.count("changed"), plan.rows[0].values) == (
        1,
        {"title": "Payroll is late", "status": "monitoring"},
    )
    carry_out(document, plan)
    now = document.programme.row(RISKS, risk)
    assert now is not None
    assert (now.ref, now.title, now.owner, now.cause) == ("R-001", "Payroll is late", owner, "Two ledgers")


def test_a_second_import_of_the_same_sheet_changes_nothing(document: Document, tmp_path: Path) -> None:
    path = risks(
        tmp_path,
        ("R-001", "Payroll is wrong", 4, 5, "Head of ICT", date(2026, 10, 1), "Open"),
        (None, "The directory breaks", 2, 2, "Head of ICT", None, "Closed"),
    )
    carry_out(document, plan_import(document, path))
    plan = plan_import(document, path)
    assert (plan.count("same"), plan.problems) == (2, ())
    length = document.file.length
    assert carry_out(document, plan) is None
    assert document.file.length == length


BAD = [
    (
        ("R-001", "x", 7, 1, None, None, None),
        "Current likelihood: found “7”; expected a step of this programme's scale",
    ),
    (("R-001", "x", "4 High", 1, None, None, None), "Current likelihood: found “4 High”"),
    (("R-001", "x", "High", 1, None, None, None), "1 Rare, 2 Unlikely, 3 Possible, 4 Likely, 5 Almost certain."),
    (("R-001", "x", 2.5, 1, None, None, None), "Current likelihood: found “2.5”"),
    (("R-001", "x", 1, 1, None, "TBC", None), "Raised: found “TBC”; expected a day with its year"),
    (("R-001", "x", 1, 1, None, "next fri", None), "Raised: found “next fri”"),
    (("R-001", "x", 1, 1, None, "fri", None), "Raised: found “fri”; expected a day with its year"),
    (("R-001", "x", 1, 1, None, "3 Dec", None), "Raised: found “3 Dec”; expected a day with its year"),
    (("R-001", "x", 1, 1, None, "30/02/2026", None), "Raised: found “30/02/2026”"),
    (("R-001", "x", 1, 1, None, "03/12/0026", None), "Raised: found “03/12/0026”; expected a day from 1900"),
    (("R-001", "x", 1, 1, None, 46000, None), "Raised: found “46000”"),
    (("R-001", "x", 1, 1, None, None, "Lost"), "Status: found “Lost”; expected one of Identified, Assessed"),
    (("R-001", "x" * 301, 1, 1, None, None, None), "Risk: found “xxx"),
    (("R-001", None, 1, 1, None, None, None), "Risk: found nothing; expected something under “Risk”"),
    (("R" * 21, "x", 1, 1, None, None, None), "Ref: found"),
    (("R-001", "x", 1, 1, "n" * 301, None, None), "expected the name of a person"),
]


@pytest.mark.parametrize(("row", "expected"), BAD)
def test_a_bad_cell_is_told_by_sheet_row_and_column_and_keeps_everything_out(
    row: Sequence[object], expected: str, document: Document, tmp_path: Path
) -> None:
    path = risks(tmp_path, ("R-100", "Sound", 1, 1, None, None, None), row)
    plan = plan_import(document, path)
    assert len(plan.problems) == 1
    assert sentences(plan)[0].startswith("Risks, row 3, ")
    assert expected in sentences(plan)[0]
    with pytest.raises(Trouble, match="1 problem, so nothing was imported"):
        carry_out(document, plan)
    assert document.rows(RISKS) == ()
    carry_out(document, plan, skip_bad=True)
    assert [risk.title for risk in document.rows(RISKS)] == ["Sound"]


def test_bad_cells_can_be_left_empty_and_what_they_said_is_kept_as_a_note(document: Document, tmp_path: Path) -> None:
    path = risks(tmp_path, ("R-001", "Payroll", "High", 3, None, "TBC", "Open"))
    carry_out(document, plan_import(document, path), blank_bad=True)
    risk = document.rows(RISKS)[0]
    assert (risk.likelihood, risk.impact, risk.raised) == (None, 3, None)
    note = document.programme.children(NOTES, risk.id)[0]
    assert "Risks, row 2" in note.text
    assert "Current likelihood: “High”; Raised: “TBC”" in note.text or "Raised: “TBC”; Current" in note.text


def test_a_date_that_cannot_be_read_never_becomes_another_date(document: Document, tmp_path: Path) -> None:
    path = risks(tmp_path, ("R-001", "Payroll", 1, 1, None, "soon", None))
    carry_out(document, plan_import(document, path), blank_bad=True)
    assert document.rows(RISKS)[0].raised is None


def test_a_column_that_writes_the_month_first_anywhere_is_not_believed_at_all(
    document: Document, tmp_path: Path
) -> None:
    path = csv(
        tmp_path, "risks.csv", "Ref,Risk,Raised", "R-1,One,12/25/2026", "R-2,Two,03/04/2026", "R-3,Three,2026-05-01"
    )
    plan = plan_import(document, path)
    assert len(plan.problems) == 2
    assert all("this column has the month first" in sentence for sentence in sentences(plan))
    carry_out(document, plan, skip_bad=True)
    assert [risk.title for risk in document.rows(RISKS)] == ["Three"]


def test_a_label_given_twice_and_a_deleted_label_are_refused(document: Document, tmp_path: Path) -> None:
    gone = document.add(RISKS, title="Gone")
    document.delete(RISKS, gone)
    path = risks(
        tmp_path,
        ("R-001", "Back again", 1, 1, None, None, None),
        ("R-007", "One", 1, 1, None, None, None),
        ("r-007", "Another", 1, 1, None, None, None),
    )
    plan = plan_import(document, path)
    assert sentences(plan) == [
        "Risks, row 2, Ref: found “R-001”; expected a label that was never given; the row that had it was deleted.",
        "Risks, row 4, Ref: found “r-007”; expected a label of its own; an earlier row has it too.",
    ]
    carry_out(document, plan, skip_bad=True)
    assert [(risk.ref, risk.title) for risk in document.rows(RISKS)] == [("R-007", "One")]


def test_rows_without_labels_get_ones_that_no_other_row_of_the_sheet_has(document: Document, tmp_path: Path) -> None:
    path = risks(tmp_path, (None, "First", 1, 1, None, None, None), ("R-001", "Second", 1, 1, None, None, None))
    carry_out(document, plan_import(document, path))
    assert [(risk.title, risk.ref) for risk in document.rows(RISKS)] == [("First", "R-002"), ("Second", "R-001")]
    assert problems(document.programme) == ()


def test_a_column_nobody_knows_is_told_and_only_that_column_is_left_out(document: Document, tmp_path: Path) -> None:
    path = risks(tmp_path, ("R-001", "Payroll", "blue"), headings=("Ref", "Risk", "Hat colour"))
    plan = plan_import(document, path)
    assert sentences(plan) == [
        "Risks, row 1, column C: found “Hat colour”; expected a heading of Risks; the column is left out."
    ]
    carry_out(document, plan, skip_bad=True)
    assert document.rows(RISKS)[0].title == "Payroll"


def test_a_column_that_the_program_works_out_is_left_out_without_fuss(document: Document, tmp_path: Path) -> None:
    path = risks(tmp_path, ("R-001", "Payroll", 12), headings=("Ref", "Risk", "Score"))
    plan = plan_import(document, path)
    assert plan.problems == ()
    assert plan.notes == ("“Score” of Risks left out: the program works that out itself.",)


def test_a_workstream_must_exist_but_a_person_need_not(document: Document, tmp_path: Path) -> None:
    document.add(WORKSTREAMS, title="Finance")
    headings = ("Ref", "Risk", "Workstream", "Owner")
    path = risks(tmp_path, ("R-1", "One", "finance", "Someone New"), ("R-2", "Two", "Fishing", ""), headings=headings)
    plan = plan_import(document, path)
    assert sentences(plan) == ["Risks, row 3, Workstream: found “Fishing”; expected one of the workstreams: Finance."]
    carry_out(document, plan, skip_bad=True)
    assert document.rows(RISKS)[0].workstream == document.rows(WORKSTREAMS)[0].id
    assert [person.title for person in document.rows(PEOPLE)] == ["Someone New"]


def test_a_name_that_two_rows_have_is_not_guessed_at(document: Document, tmp_path: Path) -> None:
    document.add(WORKSTREAMS, title="Finance")
    document.add(WORKSTREAMS, title="Finance")
    path = risks(tmp_path, ("R-1", "One", "Finance"), headings=("Ref", "Risk", "Workstream"))
    assert "expected a name that only one of the workstreams has" in sentences(plan_import(document, path))[0]


def test_child_rows_say_to_whom_they_belong_even_to_rows_of_the_same_file(document: Document, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "poisons.xlsx",
        {
            "Antidotes": [
                ("Poison", "Antidote", "Due"),
                ("P-001", "Publish the key", "2026-12-03"),
                ("P-9", "Lost", ""),
            ],
            "Poisons and antidotes": [("Ref", "Poison", "Potency now"), ("P-001", "We pay for them", 4)],
        },
    )
    plan = plan_import(document, path)
    assert sentences(plan) == [
        "Antidotes, row 3, Poison: found “P-9”; expected one of the poisons: P-001 We pay for them."
    ]
    carry_out(document, plan, skip_bad=True)
    poison = document.rows(POISONS)[0]
    assert poison.potency == 4
    assert [row.title for row in document.programme.children(ANTIDOTES, poison.id)] == ["Publish the key"]


def test_what_belongs_to_a_row_that_is_left_out_is_left_out_too(document: Document, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "both.xlsx",
        {
            "Risks": [("Ref", "Risk", "Current impact"), ("R-1", "One", "none"), ("R-2", "Two", 2)],
            "Response actions": [("Risk", "Response action"), ("R-1", "Do this"), ("R-2", "Do that")],
        },
    )
    plan = plan_import(document, path)
    assert plan.faulty == 2
    carry_out(document, plan, skip_bad=True)
    assert [row.title for row in document.rows(RESPONSE_ACTIONS)] == ["Do that"]
    assert problems(document.programme) == ()


def test_what_a_board_saw_cannot_be_typed_in_a_sheet(document: Document, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "Board meetings.xlsx", {"Board meetings": [("Board", "Date", "Held"), (1, "2026-12-03", "Yes")]}
    )
    plan = plan_import(document, path)
    assert "Held: found “Yes”; expected nothing, or what was there before" in sentences(plan)[0]
    carry_out(document, plan, blank_bad=True)
    assert [(board.number, board.held) for board in document.rows(BOARD_MEETINGS)] == [(1, False)]


def test_there_is_one_programme_and_its_sheet_changes_it(document: Document, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "settings.xlsx", {"Programme": [("Programme", "Days between boards"), ("Renamed", 28), ("Other", 7)]}
    )
    plan = plan_import(document, path)
    assert "row 3: found “another row”; expected one row" in sentences(plan)[0]
    carry_out(document, plan, skip_bad=True)
    assert [(row.title, row.cadence) for row in document.rows(PROGRAMME)] == [("Renamed", 28)]


def test_a_score_keeps_the_matrix_that_the_sheet_names(document: Document, tmp_path: Path) -> None:
    headings = ("Ref", "Risk", "Current likelihood", "Current impact", "Scored with")
    path = risks(
        tmp_path, ("R-1", "One", "High", "Critical", "4 × 4"), ("R-2", "Two", 5, 5, "4 × 4"), headings=headings
    )
    plan = plan_import(document, path)
    assert [problem.row for problem in plan.problems] == [3, 3]
    carry_out(document, plan, skip_bad=True)
    risk = document.rows(RISKS)[0]
    assert (risk.likelihood, risk.impact) == (4, 4)
    assert risk.matrix != document.programme.matrix_id


def test_five_words_from_very_low_to_very_high_are_five_steps_and_three_are_not(
    document: Document, tmp_path: Path
) -> None:
    lines = ("Ref,Risk,Likelihood,Impact", "R-1,One,Very low,High", "R-2,Two,high,Low", "R-3,Three,M,Medium")
    plan = plan_import(document, csv(tmp_path, "risks.csv", *lines))
    assert [row.values.get("likelihood") for row in plan.rows] == [1, 4, 3]
    told = [(problem.column, problem.found) for problem in plan.problems]
    assert told == [("Impact", "High"), ("Impact", "Low"), ("Impact", "Medium")], "our own Low is not meant either"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Economic", "financial"),
        ("Schedule & Programme", "delivery"),
        ("Regulatory/Consents", "legal"),
        ("HSE", "property"),
    ],
)
def test_other_peoples_categories_are_ours_where_they_mean_only_one(
    words: str, code: str, document: Document, tmp_path: Path
) -> None:
    carry_out(document, plan_import(document, csv(tmp_path, "risks.csv", "Risk,Category", f"One,{words}")))
    assert document.rows(RISKS)[0].category == code


def test_a_category_that_may_mean_two_of_ours_is_not_guessed_at(document: Document, tmp_path: Path) -> None:
    plan = plan_import(document, csv(tmp_path, "risks.csv", "Risk,Category", "One,Cost & Commercial", "Two,Hats"))
    assert [problem.found for problem in plan.problems] == ["Cost & Commercial", "Hats"]


def test_a_closed_row_that_is_open_again_loses_its_closing_day(document: Document, tmp_path: Path) -> None:
    action = document.add(ACTIONS, title="Write", status="done", closed_day=date(2026, 11, 1))
    carry_out(document, plan_import(document, csv(tmp_path, "actions.csv", "Ref,Action,Status", "A-001,Write,Ongoing")))
    now = document.programme.row(ACTIONS, action)
    assert now is not None
    assert (now.status, now.closed_day) == ("open", None)


def test_money_and_times_are_read_from_what_cells_hold(document: Document, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "issues.xlsx",
        {
            "Issue log": [
                ("Issue", "Cost impact", "Date raised"),
                ("Late", "£1,250.50", moment("2026-11-03T14:30")),
                ("Later", 300, None),
            ]
        },
    )
    carry_out(document, plan_import(document, path))
    assert [(issue.impact_cost, issue.raised) for issue in document.rows(ISSUES)] == [
        (125050, date(2026, 11, 3)),
        (30000, None),
    ]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(
            *(st.text(max_size=12) | st.sampled_from(["4", "TBC", "Likely", "R-001", "3/12/26"]) for _ in HEADINGS)
        ),
        max_size=5,
    )
)
def test_any_text_in_any_cell_is_a_problem_or_a_value_and_what_is_left_is_sound(
    rows: list[tuple[str, ...]], document: Document, tmp_path: Path
) -> None:
    cells = [[cell.replace('"', '""').replace("\0", "") for cell in row] for row in (HEADINGS, *rows)]
    path = tmp_path / "risks.csv"
    path.write_bytes("\n".join('"' + '","'.join(row) + '"' for row in cells).encode("utf-8", "replace"))
    made = carry_out(document, plan_import(document, path), skip_bad=True)
    assert problems(document.programme) == ()
    assert plan_import(document, path).count("changed") == 0
    if made is not None:
        document.undo()


def test_a_poison_that_comes_in_as_anonymous_keeps_no_name(document: Document, tmp_path: Path) -> None:
    heads, row = ("Poison", "Named by", "Anonymous"), ("They lie", "Ashmere", "yes")
    path = workbook(tmp_path / "poisons.xlsx", {"Poisons and antidotes": [heads, row, ("Slow", "Ashmere", "no")]})
    carry_out(document, plan_import(document, path))
    assert [(each.anonymous, each.named_by is None) for each in document.rows(POISONS)] == [
        (True, True),
        (False, False),
    ]

"""A problem reads as one sentence with its place, what was found and what was expected."""

from sharedprog.domain.problems import Problem


def test_a_problem_in_a_sheet_names_sheet_row_and_column() -> None:
    problem = Problem("Risks", 5, "Due", "31/02/2026", "a date such as Thu 3 Dec 2026")

    assert problem.sentence() == ("Risks, row 5, Due: found “31/02/2026”; expected a date such as Thu 3 Dec 2026.")


def test_a_problem_in_a_text_file_names_the_line() -> None:
    problem = Problem("Task 12 “Go live”", 431, "Start", "soon", "a date and time", counted_in="line")

    assert problem.sentence() == ("Task 12 “Go live”, line 431, Start: found “soon”; expected a date and time.")


def test_what_is_missing_is_said_to_be_nothing() -> None:
    assert Problem("Risks", None, "", "", "a heading row").sentence() == (
        "Risks: found nothing; expected a heading row."
    )


def test_long_and_broken_text_is_shown_short_on_one_line() -> None:
    sentence = Problem("Risks", 2, "Title", "word\n" * 100, "at most 300 characters").sentence()

    assert "\n" not in sentence
    assert "…”" in sentence
    assert len(sentence) < 160

"""The sample programme: what it holds, that its history is real, and that a fault in its files is told."""

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sharedprog.domain import checks, status
from sharedprog.domain.computing import compute
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS, ASKS, BOARD_MEETINGS, RATINGS
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.risks import REVIEWS, RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.since import since
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import history
from sharedprog.usecases.document import Document
from sharedprog.usecases.sample import build_sample
from sharedprog.usecases.sample_content import FOLDER, SampleError

TODAY = date(2026, 11, 26)


def opened(path: Path, today: date = TODAY) -> Document:
    return Document.open(path, clock=lambda: datetime.combine(today, time(9), UTC))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "one service.sharedprog"
    build_sample(path, TODAY)
    return path


@pytest.fixture
def document(built: Path) -> Iterator[Document]:
    document = opened(built)
    yield document
    document.close()


def test_it_has_the_size_of_a_real_programme(document: Document) -> None:
    programme = document.programme
    counts = {register.key: len(programme.rows(register)) for register in REGISTERS}
    assert counts["risks"] == 40
    assert counts["issues"] == 20
    assert counts["poisons"] == 15
    assert counts["actions"] == 40
    assert counts["decisions"] == 18
    assert counts["people"] >= 25
    assert counts["partners"] == 2
    assert 145 <= counts["tasks"] <= 160
    assert 22 <= sum(task.milestone for task in programme.rows(TASKS)) <= 30


def test_it_tells_the_story_of_two_councils_joining_their_services(document: Document) -> None:
    programme = document.programme
    held = programme.settings
    assert "21 functions and 1,350 staff" in held.purpose
    assert held.start is not None
    assert held.day_one is not None
    assert 4 <= (held.day_one - held.start).days / 30.4 < 5
    tasks = " ".join(task.title for task in programme.rows(TASKS)).casefold()
    for part in ("ledger", "head", "network", "telephon", "mail", "data shar", "brand", "brief", "review"):
        assert part in tasks, part


def test_nothing_is_wrong_with_it_and_little_is_unfinished(document: Document) -> None:
    assert checks.problems(document.programme) == ()
    gaps = checks.gaps(document.programme)
    assert 1 <= len(gaps) <= 10, "a real programme has a few gaps to show, not many"


def test_no_two_rows_of_a_register_have_the_same_words(document: Document) -> None:
    registers: tuple[Register[Any], ...] = (TASKS, RISKS, ISSUES, POISONS, ANTIDOTES, ACTIONS, DECISIONS, PEOPLE, ASKS)
    for register in registers:
        titles = Counter(row.title for row in document.rows(register))
        assert not [title for title, count in titles.items() if count > 1 or not title], register.key


def test_text_mentions_rows_by_label_and_days_in_words(document: Document) -> None:
    texts = [value for each in document.journal() for edit in each.edits if isinstance(value := edit.new, str)]
    assert not [text for text in texts if "{" in text or "}" in text]
    next_board = next(board for board in document.rows(BOARD_MEETINGS) if board.number == 8)
    asks = [ask.title for ask in document.programme.children(ASKS, next_board.id)]
    assert any("(D-017)" in ask for ask in asks)


def test_seven_boards_are_held_and_the_eighth_is_near(document: Document) -> None:
    boards = sorted(document.rows(BOARD_MEETINGS), key=lambda board: board.number or 0)
    assert [board.number for board in boards if board.held] == [1, 2, 3, 4, 5, 6, 7]
    days = [board.day for board in boards if board.day is not None]
    assert days == sorted(days)
    assert all(day.weekday() in (1, 2, 3, 4) for day in days)
    assert days[6] < TODAY < days[7]
    assert [len(document.programme.children(AGENDA_ITEMS, board.id)) for board in boards] == [12] * len(boards)
    assert [len(document.programme.children(RATINGS, board.id)) for board in boards[:8]] == [3] * 8


def test_day_one_is_ahead_and_what_is_done_is_behind(document: Document) -> None:
    day_one = document.programme.settings.day_one
    view = history.view(document)
    go_live = next(task for task in document.rows(TASKS) if task.title == "Day 1")
    merge = next(task for task in document.rows(TASKS) if task.title == "Merge the directories")
    assert day_one is not None
    assert day_one > TODAY
    assert view.schedule.dates[go_live.id].finish == day_one
    assert view.schedule.dates[merge.id].critical
    for task in document.rows(TASKS):
        assert task.baseline_finish is not None
        assert task.actual_finish is None or task.actual_finish < TODAY
        assert (task.percent_complete == 100) == (task.actual_finish is not None)


def test_scores_and_ratings_moved_from_board_to_board(document: Document) -> None:
    view = history.view(document)
    log_in = next(risk for risk in document.rows(RISKS) if risk.ref == "R-012")
    assert view.scores(log_in, 3) == (12, 12, 15)
    assert status.current(document.programme, log_in).score == 20
    finance = next(each for each in document.rows(WORKSTREAMS) if each.title == "Finance and money")
    letters = [board.results.workstreams[finance.id].declared for board in view.past[-6:]]
    assert letters == ["amber", "amber", "amber", "green", "green", "green"]


def test_much_happened_since_the_last_board(document: Document) -> None:
    view = history.view(document)
    assert view.last is not None
    edits = history.edits_since(document, view.last.saw)
    found = since(view, compute(view), view.last, edits)
    assert {moved.title for moved in found.dates} >= {"Merge the directories", "Shared mail addresses live"}
    slips = [moved.days for moved in found.dates if moved.days is not None]
    assert min(slips) < 0 < max(slips)
    assert len(found.risks) >= 8
    assert len(found.poisons) >= 4
    assert len(found.issues) >= 3
    assert found.decisions
    assert found.confidence


def test_risks_became_issues_and_poisons_became_risks(document: Document) -> None:
    kinds = {RISKS.key: document.programme.all_rows(RISKS), POISONS.key: document.programme.all_rows(POISONS)}
    became = [link.source for link in document.rows(LINKS) if link.kind == "became"]
    assert sum(source in kinds["risks"] for source in became) == 2
    assert sum(source in kinds["poisons"] for source in became) >= 5
    statuses = Counter(risk.status for risk in document.rows(RISKS))
    assert statuses["occurred"] == 2
    assert statuses["closed"] >= 3
    assert {review.outcome for review in document.rows(REVIEWS)} >= {"no_change", "worse", "better", "closed"}


def test_registers_show_every_state_a_person_will_meet(document: Document) -> None:
    statuses = {poison.status for poison in document.rows(POISONS)}
    assert statuses == {"named", "agreed", "administered", "working", "neutralised", "recurred"}
    assert {issue.kind for issue in document.rows(ISSUES)} == {"problem", "change", "off_specification"}
    assert {action.status for action in document.rows(ACTIONS)} == {"open", "done", "dropped"}
    assert {ratified.outcome for ratified in document.rows(RATIFICATIONS)} == {"awaited", "ratified"}
    late = [action for action in document.rows(ACTIONS) if status.overdue(action, TODAY)]
    assert len(late) == 3


def test_the_history_is_by_many_hands_and_all_in_the_past(document: Document) -> None:
    journal = document.journal()
    assert len(journal) > 300
    assert len({each.who for each in journal}) > 20
    assert [each.at for each in journal] == sorted(each.at for each in journal)
    assert journal[-1].at.date() < TODAY
    assert journal[0].at.date() == document.programme.settings.start


def test_its_journal_replayed_from_nothing_gives_its_tables(document: Document) -> None:
    replayed = Programme().apply(edit for each in document.journal() for edit in each.edits)
    for register in REGISTERS:
        assert dict(replayed.all_rows(register)) == dict(document.programme.all_rows(register))


def test_the_same_day_gives_the_same_programme(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sharedprog"
    steps: list[tuple[int, int]] = []
    build_sample(again, TODAY, progress=lambda done, whole: steps.append((done, whole)))
    one, other = opened(built), opened(again)
    assert one.journal() == other.journal()
    one.close()
    other.close()
    assert steps == [(done, len(steps)) for done in range(1, len(steps) + 1)]


@settings(max_examples=2, database=None)
@given(today=st.dates(date(2026, 1, 1), date(2035, 12, 31)))
@example(today=date(2026, 12, 25))
@example(today=date(2027, 12, 21))
@example(today=date(2026, 2, 17))
def test_it_can_be_built_on_any_day(tmp_path_factory: pytest.TempPathFactory, today: date) -> None:
    path = tmp_path_factory.mktemp("any") / "sample.sharedprog"
    build_sample(path, today)
    document = opened(path, today)
    view = history.view(document)
    go_live = next(task for task in document.rows(TASKS) if task.title == "Day 1")
    assert checks.problems(document.programme) == ()
    assert view.schedule.dates[go_live.id].finish == document.programme.settings.day_one
    assert document.journal()[-1].at.date() <= today
    next_board = next(board for board in document.rows(BOARD_MEETINGS) if board.number == 8)
    assert next_board.day is not None
    assert next_board.day > today
    document.close()


def test_it_is_never_written_over_another_file(tmp_path: Path) -> None:
    there = tmp_path / "mine.sharedprog"
    there.write_bytes(b"years of work")
    with pytest.raises(Trouble, match="already a file"):
        build_sample(there, TODAY)
    assert there.read_bytes() == b"years of work"


@pytest.mark.parametrize(
    ("file", "right", "wrong", "told"),
    [
        ("risks_1", 'category = "technology"', 'category = "technolgy"', "risks_1.toml: two_systems.*technolgy"),
        ("risks_2", 'owner = "ict"', 'owner = "itc"', "risks_2.toml: malware.*'itc'"),
        ("issues", "impact_time", "impact_tiem", "issues.toml: no_owner.*'impact_tiem'"),
        ("actions", 'at = "board1"', 'at = "bored1"', "actions.toml: substitutes.*'bored1'"),
        ("plan", 'after = "case"', 'after = "cas"', "plan.toml: appoint.*'cas'"),
        ("boards", "number = 1\n", "", "boards.toml: b1.*'number'"),
        ("links", '"risks.two_systems"', '"risks.two_system"', "links.toml: poisons.two_of_everything.*two_system"),
        ("notes", '"board1+2", "change_a", ', '"board1+2", ', "notes.toml: note 1.*3 parts"),
        (
            "workstreams",
            'who = "finance", rag =',
            'who = "fynance", rag =',
            "workstreams.toml: finance, change 2.*'fynance'",
        ),
        ("poisons", "[poisons.takeover]", "[poison.takeover]", "poisons.toml.*'poison'"),
        ("decisions", "[decisions.framework]", "[decisions.framework", "decisions.toml"),
        ("people", "[people]", "[peeple]", "people.toml.*'peeple'"),
        ("programme", "title =", "titel =", "programme.toml"),
    ],
)
def test_a_fault_in_its_files_is_told_with_file_and_entry(
    tmp_path: Path, file: str, right: str, wrong: str, told: str
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(FOLDER, folder)
    path = folder / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(SampleError, match=told):
        build_sample(tmp_path / "sample.sharedprog", TODAY, folder=folder)
    assert not (tmp_path / "sample.sharedprog").exists()

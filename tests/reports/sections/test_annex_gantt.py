import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from sharedprog.domain.computing import compute
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS, BoardMeeting
from sharedprog.domain.view import View
from sharedprog.reports.document import Document
from sharedprog.reports.page import MM
from sharedprog.reports.sections.annex_gantt import annex_gantt
from tests.domain.plan.plans import TODAY, day, link, milestone, plan, task
from tests.reports.paper import pack, text

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BOARD = {"board_meetings": [BoardMeeting(id="b8", exists=True, number=8, day=day("3 Dec"))]}
PLAN = plan(
    task("Joint working"),
    task("Merge the directories", 20, parent="Joint working"),
    task("Brief the staff", 3, parent="Joint working", actual_finish=day("20 Nov"), percent_complete=100),
    milestone("Merged", parent="Joint working"),
    task("Choose a name", mode="placed"),
    link("Merge the directories", "Merged"),
    others=BOARD,  # type: ignore[arg-type]  # rows
)


def ordered(programme: Programme, paper: str = "A3") -> PackOrder:
    view = View(programme, TODAY)
    board = programme.rows(BOARD_MEETINGS)[0]
    return PackOrder(
        view=view,
        results=compute(view, board),
        since=None,
        board=board,
        sections=("annex_risks", "annex_gantt"),
        version="1.0",
        state="draft",
        made=NOON,
        data_as_at=NOON,
        saw="",
        gantt_paper=paper,
    )


def printed(programme: Programme, paper: str = "A3") -> Document:
    return pack(annex_gantt(ordered(programme, paper)))


def test_a_sentence_says_how_much_there_is_and_what_is_critical() -> None:
    words = " ".join(text(printed(PLAN)).replace("\xa0", " ").split())
    assert "5 tasks, Wed 18 Nov 2026 to Tue 29 Dec 2026, 1 summary and 1 milestone among them." in words
    assert "2 of the 3 not finished are critical: without float" in words
    assert "1 task without a finish." in words


def test_it_is_the_annex_that_its_place_among_the_annexes_makes_it() -> None:
    section = annex_gantt(ordered(PLAN))
    assert (section.key, section.label, section.title) == ("annex_gantt", "Annex B", "Annex B Gantt chart")


@pytest.mark.parametrize(("paper", "width"), [("A3", 420), ("A4", 297)])
def test_the_paper_is_the_one_that_was_chosen(paper: str, width: int) -> None:
    page = PdfReader(io.BytesIO(printed(PLAN, paper).pdf)).pages[0]
    assert page.mediabox.width == pytest.approx(width * MM, abs=0.1)
    assert "Merge the directories" in page.extract_text()


def test_a_plan_of_which_all_is_finished_says_so() -> None:
    done = plan(task("Done", 3, actual_finish=day("20 Nov"), percent_complete=100), others=BOARD)  # type: ignore[arg-type]
    assert "All are finished." in text(printed(done))


def test_an_empty_plan_says_so() -> None:
    assert "The plan is empty." in text(printed(plan(others=BOARD)))  # type: ignore[arg-type]  # rows

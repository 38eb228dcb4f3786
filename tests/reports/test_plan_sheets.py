import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from sharedprog.domain.packing import PlanOrder
from sharedprog.reports.plan_sheets import make_plan
from sharedprog.usecases.history import view
from tests.builders import NOON, programme_file
from tests.reports.sections.story import Story, pages, story


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder: Path = tmp_path_factory.mktemp("sheets")
    return story(folder)


@pytest.mark.parametrize(("paper", "width"), [("A3", 1191), ("A4", 842)])
def test_every_task_is_on_paper_of_the_size_that_was_asked_for(told: Story, paper: str, width: int) -> None:
    order = PlanOrder(view(told.document), paper, NOON)
    made = make_plan(order)
    reader = PdfReader(io.BytesIO(made.pdf))
    assert {round(float(page.mediabox.width)) for page in reader.pages} == {width}
    words = " ".join("".join(pages(made)).replace("\xa0", " ").split())
    assert all(row.task.title in words for row in order.view.outline.values())
    assert "PRINTED Mon 30 Nov 2026 12:00" in words
    assert made == make_plan(order), "the same order gives the same bytes"


def test_a_plan_without_tasks_says_so(tmp_path: Path) -> None:
    document = programme_file(tmp_path)
    assert "The plan is empty." in "".join(pages(make_plan(PlanOrder(view(document), "A3", NOON))))
    document.close()

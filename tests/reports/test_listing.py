import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from sharedprog.domain.columns import columns_of
from sharedprog.domain.packing import ListOrder
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.reports.listing import make_list
from sharedprog.usecases.history import view
from tests.builders import NOON
from tests.reports.sections.story import Story, pages, story


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder: Path = tmp_path_factory.mktemp("listing")
    return story(folder)


def listed(told: Story, key: str, names: tuple[str, ...], columns: tuple[str, ...], **words: str) -> str:
    order = ListOrder(view(told.document), key, tuple(told.ids[name] for name in names), columns, NOON, **words)
    return " ".join(" ".join(pages(make_list(order))).replace("\xa0", " ").split())


def test_rows_and_columns_are_those_of_the_screen_in_its_order(told: Story) -> None:
    words = listed(told, "risks", ("brand", "login"), ("score", "title", "travel"), title="Open risks", filter="Mine")
    assert words.startswith("Open risks 2 rows · Mine Score Risk Travel")
    assert "4 Brand launched too early → same 20 Staff cannot log in on Day 1 ↑ worse" in words


def test_head_and_foot_are_those_of_a_list(told: Story) -> None:
    words = listed(told, "risks", ("brand",), ("title",))
    assert "OFFICIAL One Service Programme Risks" in words
    assert "PRINTED Mon 30 Nov 2026 12:00 Page 1 of 1" in words
    assert "Version" not in words


def test_the_paper_is_a4_across(told: Story) -> None:
    order = ListOrder(view(told.document), "risks", (told.ids["brand"],), ("title",), NOON)
    page = PdfReader(io.BytesIO(make_list(order).pdf)).pages[0]
    assert round(float(page.mediabox.width)) == 842


def test_the_plan_keeps_its_outline(told: Story) -> None:
    order = ListOrder(view(told.document), "tasks", (told.ids["directory"], told.ids["merge"]), ("wbs", "title"), NOON)
    text = "".join(pages(make_list(order)))
    assert "Directory work" in text
    assert "1.1    Merge the directories" in text.replace("\xa0", " ")


def test_rows_and_columns_that_are_gone_are_left_out(told: Story) -> None:
    order = ListOrder(view(told.document), "risks", ("gone", told.ids["brand"]), ("title", "gone"), NOON)
    assert "1 row" in "".join(pages(make_list(order)))


def test_an_empty_list_says_so(told: Story) -> None:
    assert "No row is shown: none fits the filter." in listed(told, "risks", (), ("title",))


def test_more_columns_than_the_paper_has_room_for_become_records(told: Story) -> None:
    every = tuple(columns_of(RISKS.key))
    words = listed(told, "risks", ("login",), every)
    assert "Current likelihood 4 Likely" in words
    assert "Cause Two directories." in words


def test_the_same_order_gives_the_same_bytes(told: Story) -> None:
    order = ListOrder(view(told.document), TASKS.key, (told.ids["merge"],), ("title", "finish"), NOON)
    assert make_list(order).pdf == make_list(order).pdf

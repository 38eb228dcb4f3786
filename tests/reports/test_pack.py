import io
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from sharedprog.domain.packing import SECTIONS
from sharedprog.reports.pack import FOLLOWERS, MAKERS, make_pack
from tests.reports.sections.story import Story, pages, story


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    folder: Path = tmp_path_factory.mktemp("pack")
    made = story(folder)
    yield made
    made.document.close()


def bookmarks(pdf: bytes) -> list[tuple[str, int]]:
    """Titles and pages, from 1, in order."""
    reader = PdfReader(io.BytesIO(pdf))
    found: list[tuple[str, int]] = []

    def collect(outline: Sequence[object]) -> None:
        for item in outline:
            if isinstance(item, list):
                collect(item)
            else:
                number = reader.get_destination_page_number(item)  # type: ignore[arg-type]  # a destination
                found.append((item.title, (number or 0) + 1))  # type: ignore[attr-defined]  # a destination

    collect(reader.outline)
    return found


def test_every_section_has_a_maker_and_nothing_else_has() -> None:
    assert list(MAKERS) == list(SECTIONS)
    assert set(FOLLOWERS) <= set(MAKERS)


def test_bookmarks_lead_to_the_head_of_each_part(told: Story) -> None:
    made = make_pack(told.order())
    text = pages(made)
    found = bookmarks(made.pdf)
    assert [title for title, _page in found][:5] == [
        "Cover and agenda",
        "1 Apologies and quorum",
        "2 Declarations of interest",
        "3 Minutes of the last board",
        "4 Actions and matters arising",
    ]
    assert "Annex A Risk register" in [title for title, _page in found]
    for title, page in found[1:]:
        words = title.split(" ", 2)[2] if title.startswith("Annex") else title.lstrip("0123456789 ")
        assert words in text[page - 1]


def test_page_labels_are_the_printed_numbers(told: Story) -> None:
    made = make_pack(told.order())
    labels = PdfReader(io.BytesIO(made.pdf)).page_labels
    for label, page in zip(labels, pages(made), strict=True):
        assert f"Page {label} of {made.pages}" in page


def test_the_running_head_names_the_board_and_the_item(told: Story) -> None:
    made = make_pack(told.order("highlight", "annex_risks", "control"))
    text = pages(made)
    assert "OFFICIAL One Service Programme Programme Board 14 · Item 6" in text[0]
    assert any("Programme Board 14 · Annex A" in page for page in text)
    assert "Programme Board 14\n" in text[-1]


def test_sections_come_in_the_order_that_was_chosen(told: Story) -> None:
    text = pages(make_pack(told.order("risks", "highlight")))
    order = [next(index for index, page in enumerate(text) if words in page) for words in ("ITEM 8", "ITEM 6")]
    assert order == sorted(order)


def test_annexes_are_lettered_in_the_order_in_which_they_are_printed(told: Story) -> None:
    text = "".join(pages(make_pack(told.order("annex_issues", "annex_risks"))))
    assert "ANNEX A\nIssue log" in text
    assert "ANNEX B\nRisk register" in text


def test_the_same_order_gives_the_same_bytes_in_another_process_too(told: Story) -> None:
    order = told.order()
    assert make_pack(pickle.loads(pickle.dumps(order))).pdf == make_pack(order).pdf  # noqa: S301  # our own bytes


def test_progress_rises_from_nothing_towards_all(told: Story) -> None:
    told_steps: list[tuple[float, str]] = []
    make_pack(told.order("cover", "risks", "control"), lambda part, words: told_steps.append((part, words)))
    parts = [part for part, _words in told_steps]
    assert parts[0] == 0
    assert parts == sorted(parts)
    assert parts[-1] < 1
    assert "8 Risks" in [words for _part, words in told_steps]


def test_progress_may_stop_the_work(told: Story) -> None:
    def stop(_part: float, _words: str) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        make_pack(told.order("cover"), stop)


def test_a_pack_without_sections_is_refused(told: Story) -> None:
    with pytest.raises(ValueError, match="at least one section"):
        make_pack(replace(told.order(), sections=()))

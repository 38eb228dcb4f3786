from datetime import UTC, datetime

from sharedprog.reports.blocks import paragraph
from sharedprog.reports.document import Section, assemble
from sharedprog.reports.fonts import width
from sharedprog.reports.running import Edition, Running, shortened
from sharedprog.reports.styles import REGULAR_FACE, RUNNING_SIZE
from tests.reports.paper import EDITION, pack, pages


def test_the_foot_says_which_issue_this_is() -> None:
    assert EDITION.words() == "Version 1.0 · ISSUED Mon 30 Nov 2026 12:04 · a41f 09c2"
    draft = Edition("0.2", "DRAFT", datetime(2026, 7, 1, 8, 0, tzinfo=UTC))
    assert draft.words() == "Version 0.2 · DRAFT Wed 1 Jul 2026 09:00"


def test_every_page_carries_marking_programme_board_and_item() -> None:
    document = pack(
        Section("agenda", "Agenda", [paragraph("x")]),
        Section("risks", "Risks", [paragraph("x\n" * 120)], label="Item 8"),
    )
    agenda, *risks = pages(document)
    assert "Item" not in agenda
    assert len(risks) > 1
    for page in risks:
        for words in ("OFFICIAL", "One Service Programme", "Programme Board 14 · Item 8", EDITION.words()):
            assert words in page


def test_a_page_that_two_items_share_names_both_and_the_next_page_only_its_own() -> None:
    document = pack(
        Section("one", "One", [paragraph("x")], label="Item 1"),
        Section("two", "Two", [paragraph("y\n" * 70)], label="Item 2", new_page=False),
    )
    first, second = pages(document)
    assert "Programme Board 14 · Item 1 · Item 2" in first
    assert "Programme Board 14 · Item 2" in second


def test_a_long_marking_is_never_shortened() -> None:
    marking = "OFFICIAL-SENSITIVE · NOT FOR PUBLICATION – paragraph 3 of Schedule 12A"
    running = Running(marking, "Programme " * 30, "Programme Board 14")
    section = Section("only", "Only", [paragraph("x")], label="Item " * 30)
    (page,) = pages(assemble([section], title="x", running=running, edition=EDITION))
    assert marking in page
    assert "…" in page


def test_shortened_words_fit_the_room() -> None:
    words = "One Service Programme"
    assert shortened(words, 500) == words
    short = shortened(words, 40)
    assert short.endswith("…")
    assert width(short, REGULAR_FACE, RUNNING_SIZE) <= 40
    assert shortened(words, 1) == ""

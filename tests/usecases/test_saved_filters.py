"""Filters saved for oneself and for everyone."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sharedprog.domain import checks
from sharedprog.domain.registers.saved_filters import SAVED_FILTERS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.wishes import Condition, Wish
from sharedprog.usecases import settings
from sharedprog.usecases.document import Document
from sharedprog.usecases.saved_filters import (
    Saved,
    delete_shared,
    fault_of,
    own_filters,
    rename_shared,
    saved_filters,
    share_filter,
    with_own,
)
from sharedprog.usecases.settings import Settings
from tests.builders import contents, programme_file

LATE = Wish("union", "Late", (Condition("Owner", "Head of HR"),))


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made = programme_file(tmp_path)
    yield made
    made.close()


def test_a_shared_filter_is_in_the_file_and_can_be_undone(document: Document, tmp_path: Path) -> None:
    before = contents(document.programme)
    row_id = share_filter(document, "actions", "Late in HR", LATE)
    assert document.undo_title == "Add saved filter Late in HR"
    [saved] = saved_filters(document.programme, None, "actions")
    assert (saved.title, saved.wish, saved.row) == ("Late in HR", LATE, row_id)
    assert saved_filters(document.programme, None, "risks") == ()
    document.save_copy(tmp_path / "copy.sharedprog")
    copy = Document.open(tmp_path / "copy.sharedprog")
    assert saved_filters(copy.programme, None, "actions") == (saved,)
    copy.close()
    document.undo()
    assert contents(document.programme) == before


def test_it_is_renamed_and_deleted(document: Document) -> None:
    row_id = share_filter(document, "actions", "Late in HR", LATE)
    rename_shared(document, row_id, "HR is late")
    assert [each.title for each in saved_filters(document.programme, None, "actions")] == ["HR is late"]
    delete_shared(document, row_id)
    assert document.rows(SAVED_FILTERS) == ()
    with pytest.raises(Trouble, match="not in the programme any more"):
        rename_shared(document, row_id, "Again")
    with pytest.raises(Trouble, match="not in the programme any more"):
        delete_shared(document, row_id)
    document.undo()
    assert [row.title for row in document.rows(SAVED_FILTERS)] == ["HR is late"]


def test_ones_own_are_kept_in_the_settings(document: Document, tmp_path: Path) -> None:
    settings.save(with_own(Settings(), "actions", {"Mine": LATE}), tmp_path)
    again = settings.load(tmp_path)
    assert own_filters(again, "actions") == {"Mine": LATE}
    share_filter(document, "actions", "Ours", Wish(chip="Open"))
    found = saved_filters(document.programme, again, "actions")
    assert [(each.title, each.row is None) for each in found] == [("Ours", False), ("Mine", True)]


@pytest.mark.parametrize("spoilt", [7, [], {"Mine": 7}, {"Mine": {"words": 1, "chip": "", "conditions": []}}])
def test_a_spoilt_settings_file_costs_only_what_is_spoilt(tmp_path: Path, spoilt: object) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"name": "Me", "filters": {"actions": spoilt}}))
    loaded = settings.load(tmp_path)
    assert loaded.name == "Me"
    assert own_filters(loaded, "actions") == {}


def test_a_filter_that_can_show_nothing_is_among_the_problems(document: Document) -> None:
    share_filter(document, "actions", "Odd", Wish(chip="Red"))
    [finding] = [each for each in checks.problems(document.programme) if each.register == SAVED_FILTERS.key]
    assert "Odd" in finding.sentence
    assert "no filter “Red”" in finding.sentence


@pytest.mark.parametrize("wish", [Wish("word " * 100), Wish("", "", (Condition("Cause", "word " * 1_000),))])
def test_a_filter_with_more_words_than_the_file_keeps_is_refused(document: Document, wish: Wish) -> None:
    before = document.programme
    with pytest.raises(Trouble, match="too many words to be kept"):
        share_filter(document, "risks", "Long", wish)
    assert document.programme is before


def test_a_filter_says_what_is_wrong_with_it() -> None:
    assert fault_of(Saved("Late in HR", LATE), "actions") == ""
    assert "no filter “Late”" in fault_of(Saved("Late in HR", LATE), "people")
    assert "no column “Gone”" in fault_of(Saved("Old", Wish("", "", (Condition("Gone", "x"),))), "risks")

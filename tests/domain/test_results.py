"""What a board saw, as bytes and back."""

import json
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.results import (
    ActionResult,
    DecisionResult,
    IssueResult,
    KeptResults,
    PoisonResult,
    RatingResult,
    Results,
    RiskResult,
    TaskResult,
)
from tests.builders import Changing

WORDS = st.text(max_size=8)
MAYBE_DAY = st.one_of(st.none(), st.dates())
MAYBE_WHOLE = st.one_of(st.none(), st.integers(-99, 99))
MAYBE_WORDS = st.one_of(st.none(), WORDS)


def rows(kind: type, *cells: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.dictionaries(WORDS, st.builds(kind, *cells), max_size=3)


RESULTS = st.builds(
    Results,
    as_at=st.dates(),
    tasks=rows(TaskResult, WORDS, WORDS, MAYBE_DAY, MAYBE_DAY, MAYBE_WHOLE, st.booleans(), st.booleans(), MAYBE_WHOLE),
    risks=rows(
        RiskResult,
        *(WORDS, WORDS, MAYBE_WHOLE, MAYBE_WORDS, MAYBE_WHOLE, MAYBE_WHOLE, MAYBE_WORDS, st.booleans(), MAYBE_WORDS),
    ),
    issues=rows(IssueResult, WORDS, WORDS, st.booleans(), MAYBE_WORDS),
    poisons=rows(PoisonResult, WORDS, WORDS, MAYBE_WHOLE, MAYBE_WORDS, st.integers(0, 9), st.integers(0, 9)),
    actions=rows(ActionResult, WORDS, WORDS, MAYBE_WORDS, MAYBE_DAY),
    decisions=rows(DecisionResult, WORDS, WORDS, MAYBE_WORDS, st.dictionaries(WORDS, MAYBE_WORDS, max_size=2)),
    workstreams=rows(RatingResult, WORDS, MAYBE_WORDS, MAYBE_WORDS),
    overall=st.builds(RatingResult, WORDS, MAYBE_WORDS, MAYBE_WORDS),
    counts=st.dictionaries(WORDS, st.integers(0, 99), max_size=3),
)


@given(RESULTS)
def test_what_was_stored_is_read_again_and_gives_the_same_bytes(results: Results) -> None:
    read = Results.from_bytes(results.to_bytes())
    assert read == results
    assert read.to_bytes() == results.to_bytes()
    assert read.sha256 == results.sha256


def test_the_order_in_which_things_were_found_does_not_matter() -> None:
    one, other = RatingResult("ICT", "red", None), RatingResult("Brand", None, "green")
    first = Results(as_at=date(2026, 11, 30), workstreams={"a": one, "b": other})
    second = Results(as_at=date(2026, 11, 30), workstreams={"b": other, "a": one})
    assert first.sha256 == second.sha256


def test_what_a_later_version_added_is_left_out() -> None:
    held = json.loads(Results(as_at=date(2026, 11, 30), issues={"i": IssueResult("I-001", "x", True, None)}).to_bytes())
    held["benefits"] = {}
    held["issues"]["i"]["age"] = 12
    assert Results.from_bytes(json.dumps(held).encode()).issues["i"].ref == "I-001"


@pytest.mark.parametrize(
    "content",
    [b"", b"not json", b"[]", b"3", b"{}", b'{"as_at": "yesterday"}', b'{"as_at": "2026-11-30", "tasks": [1]}'],
)
def test_bytes_that_are_not_results_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever the fault, it is a ValueError
        KeptResults(lambda: content).results  # noqa: B018 - reading it is what is tried


def test_ratings_are_read_without_the_rest_and_are_the_same_as_with_it() -> None:
    changing = Changing()
    it = changing.add(WORKSTREAMS, title="IT", rag="green")
    board = changing.hold()
    assert dict(board.kept.ratings) == {it.id: "green"}
    again = KeptResults(board.results.to_bytes)
    assert again.results.workstreams[it.id].declared == "green"
    assert dict(again.ratings) == {it.id: "green"}
    spread = json.dumps(json.loads(board.results.to_bytes()), indent=1, sort_keys=False).encode()
    assert dict(KeptResults(lambda: spread).ratings) == {it.id: "green"}
    for broken in (b"{}", b"[]", b'{"workstreams": {"x": 1}}', b"no"):
        with pytest.raises(ValueError):  # noqa: PT011 - json has one of its own
            KeptResults(partial(bytes, broken)).ratings  # noqa: B018


def test_words_that_look_like_ratings_are_words_and_nothing_is_read_twice() -> None:
    changing = Changing()
    it = changing.add(WORKSTREAMS, title='IT "workstreams": {"x": {"declared": "red"}}', rag="green")
    content = changing.hold().results.to_bytes()
    kept = KeptResults(lambda: pytest.fail("read again"), content)
    assert dict(kept.ratings) == {it.id: "green"}


def test_what_two_boards_saw_alike_is_held_once() -> None:
    changing = Changing()
    changing.add(TASKS, title="Merge the ledgers", duration=480)
    first, second = (Results.from_bytes(changing.hold().results.to_bytes()) for _ in range(2))
    ((one, then),), ((other, now),) = first.tasks.items(), second.tasks.items()
    assert one is other
    assert then.title is now.title
    assert then.finish is now.finish

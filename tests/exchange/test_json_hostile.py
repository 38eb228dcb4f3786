"""JSON that others wrote, by mistake or on purpose: each fault is named with its place, and nothing is believed."""

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharedprog.exchange.everything import Everything, Taken
from sharedprog.exchange.json_reading import read_json
from sharedprog.exchange.json_writing import write_json
from sharedprog.exchange.trouble import Unreadable
from sharedprog.store.header import SCHEMA
from tests.everything import filled, row_id

RISK = row_id("risks", 1)


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A sound file, as Python sees it."""
    path = tmp_path_factory.mktemp("sound") / "all.json"
    made = filled()
    write_json(path, Everything(made.programme, made.blobs, (made.change_set,)), SCHEMA)
    sound: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return sound


def changed(top: dict[str, Any], folder: Path, change: Callable[[dict[str, Any]], object]) -> Taken:
    copy = json.loads(json.dumps(top))
    change(copy)
    path = folder / "changed.json"
    path.write_text(json.dumps(copy), encoding="utf-8")
    return read_json(path, SCHEMA)


def sentences(taken: Taken) -> list[str]:
    return [problem.sentence() for problem in taken.problems]


FAULTS = [
    (lambda t: t.update(hats=[]), "changed.json, hats: found “a list”; expected the name of a register"),
    (lambda t: t["risks"][0].update(hat=3), "risks, entry 1, hat: found “3”; expected a field of risks."),
    (lambda t: t["risks"][1].update(title=7), "risks, entry 2, title: found “7”; expected text of at most 300"),
    (lambda t: t["risks"][0].update(title="x" * 301), "risks, entry 1, title: found"),
    (lambda t: t["risks"][0].update(title=None), "risks, entry 1, title: found “null”; expected text, which may be"),
    (lambda t: t["risks"][0].update(escalated="yes"), 'escalated: found “"yes"”; expected true or false.'),
    (lambda t: t["risks"][0].update(likelihood=4.5), "likelihood: found “4.5”; expected a step of the scale"),
    (lambda t: t["risks"][0].update(likelihood=True), "likelihood: found “true”; expected a step of the scale"),
    (lambda t: t["risks"][0].update(likelihood=0), "likelihood: found “0”; expected a step of the scale"),
    (lambda t: t["risks"][0].update(raised="03/12/2026"), 'raised: found “"03/12/2026"”; expected a day such as'),
    (lambda t: t["risks"][0].update(raised="2026-02-30"), "raised: found"),
    (lambda t: t["risks"][0].update(status="lost"), "expected one of identified, assessed,"),
    (lambda t: t["risks"][0].update(owner="nobody"), 'owner: found “"nobody"”; expected the id of a row'),
    (lambda t: t["tasks"][0].update(percent_complete=101), "expected a whole number from 0 to 100"),
    (lambda t: t["tasks"][0].update(duration=10**30), "expected a whole number of working minutes"),
    (lambda t: t["issues"][0].update(impact_cost=2**60), "expected a whole number of pence"),
    (lambda t: t["board_meetings"][0].update(starts="25:00"), 'expected a time such as "10:00"'),
    (lambda t: t["board_meetings"][0].update(saw_as_at="soon"), "expected a moment such as"),
    (lambda t: t["partners"][0].update(logo="f" * 64), "expected bytes under “blobs” with this hash"),
    (lambda t: t["packs"][0].update(results=t["partners"][0]["logo"]), "results: found"),
    (lambda t: t["risks"][0].update(title="half \ud800 a pair"), "expected text of whole characters"),
    (lambda t: t["risks"][0].pop("id"), "risks, entry 1, id: found “null”; expected an id of 32 figures"),
    (lambda t: t["risks"][0].update(id="R-001"), 'risks, entry 1, id: found “"R-001"”'),
    (lambda t: t["risks"][1].update(id=RISK), "expected an id of its own; risks, entry 1 has it too"),
    (lambda t: t["issues"][0].update(id=RISK), "issues, entry 1, id:"),
    (lambda t: t.update(risks={}), "risks: found “an object”; expected a list of rows."),
    (lambda t: t["risks"].append("a risk"), 'risks, entry 3: found “"a risk"”; expected an object'),
    (lambda t: t.update(programme=[1]), "programme, entry 1: found “a list”; expected an object"),
    (lambda t: t.update(blobs=[]), "blobs: found “a list”"),
    (lambda t: t["blobs"].update({"0" * 64: base64.b64encode(b"x").decode()}), "found “other bytes”"),
    (lambda t: t["blobs"].update({hashlib.sha256(b"x").hexdigest(): "not base64!"}), "expected bytes in base64"),
]


@pytest.mark.parametrize(("change", "expected"), FAULTS)
def test_a_fault_in_the_rows_is_told_with_its_place(
    change: Callable[[dict[str, Any]], object], expected: str, top: dict[str, Any], tmp_path: Path
) -> None:
    taken = changed(top, tmp_path, change)
    assert any(expected in sentence for sentence in sentences(taken)), sentences(taken)
    assert taken.everything.journal is None


def test_a_row_with_a_fault_is_left_out_and_counted_and_the_others_are_not(top: dict[str, Any], tmp_path: Path) -> None:
    taken = changed(top, tmp_path, lambda t: t["risks"][0].update(likelihood="high"))
    rows = taken.everything.programme.tables["risks"].existing
    assert [row.id for row in rows] == [row_id("risks", 2)]
    assert taken.bad == 1
    assert len(taken.problems) == 1


def edit(top: dict[str, Any], number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = top["journal"][0]["edits"][number]
    return found


HISTORIES = [
    (lambda t: t.update(journal={}), "journal: found “an object”; expected a list of change sets."),
    (lambda t: t["journal"].append(3), "journal, entry 2: found “3”; expected an object with"),
    (lambda t: t["journal"].append(t["journal"][0]), "journal, entry 2, id: found"),
    (lambda t: t["journal"][0].update(id=""), 'journal, entry 1, id: found “""”; expected an id'),
    (lambda t: t["journal"][0].update(title=None), "journal, entry 1, title: found “null”"),
    (lambda t: t["journal"][0].update(at="yesterday"), 'journal, entry 1, at: found “"yesterday"”'),
    (lambda t: t["journal"][0].update(at="0001-01-01T00:00:00+14:00"), "journal, entry 1, at: found"),
    (lambda t: t["journal"][0].update(undoes=5), "journal, entry 1, undoes: found “5”"),
    (lambda t: t["journal"][0].update(edits=None), "journal, entry 1, edits: found “null”; expected a list of edits"),
    (lambda t: edit(t).update(register="hats"), 'journal, entry 1, edits: found “"hats"”'),
    (lambda t: edit(t).update(field="hat"), "expected a field of programme."),
    (lambda t: edit(t).update(row="x"), 'journal, entry 1, edits: found “"x"”; expected an id'),
    (lambda t: edit(t).update(new="yes"), "expected true or false."),
    (lambda t: edit(t).update(old=True), "before an edit”; expected false, which is what the edits before it left."),
    (lambda t: t["journal"].clear(), "expected a row of the history."),
    (lambda t: t["risks"].pop(), "risks, id: found “" + row_id("risks", 2)),
    (lambda t: t["risks"][0].update(title="Another"), 'title: found “"Another"”; expected'),
]


@pytest.mark.parametrize(("change", "expected"), HISTORIES)
def test_a_history_that_does_not_lead_to_the_rows_is_not_taken(
    change: Callable[[dict[str, Any]], object], expected: str, top: dict[str, Any], tmp_path: Path
) -> None:
    taken = changed(top, tmp_path, change)
    assert any(expected in sentence for sentence in sentences(taken)), sentences(taken)
    assert taken.everything.journal is None
    assert taken.bad == 0


def test_a_thousand_problems_are_enough(top: dict[str, Any], tmp_path: Path) -> None:
    taken = changed(top, tmp_path, lambda t: t["risks"].extend({"id": "x"} for _ in range(1500)))
    assert len(taken.problems) == 1001
    assert "500 more problems" in taken.problems[-1].sentence()
    assert taken.bad == 1500


NO_EXPORTS = [
    (b"", "it is empty"),
    (b"[1, 2]", "not an export of sharedprog"),
    (b'"sharedprog"', "not an export of sharedprog"),
    (b'{"format": "other", "schema": 2}', "not an export of sharedprog"),
    (b'{"format": "sharedprog"}', "does not say which version"),
    (b'{"format": "sharedprog", "schema": "2"}', "does not say which version"),
    (b'{"format": "sharedprog", "schema": 0}', "does not say which version"),
    (b'{"format": "sharedprog",\n "schema": 2,', "line 2 is not JSON"),
    (b'{"format": "sharedprog", "schema": 2, "risks": [NaN]}', "“NaN” is not a number"),
    (b'{"format": "sharedprog", "schema": 2, "risks": [], "risks": []}', "“risks” stands twice"),
    (b"[" * 100_000 + b"]" * 100_000, "nested far deeper"),
    (b'{"a": ' * 100_000 + b"1" + b"}" * 100_000, "nested far deeper"),
    (b'{"format": "sharedprog", "schema": ' + b"9" * 10_000 + b"}", "export it again"),
    (b"\xff\xfe{\x00}\x00", "not text in UTF-8"),
    (b"%PDF-1.7 \xe2\xe3", "not text in UTF-8"),
]


@pytest.mark.parametrize(("content", "reason"), NO_EXPORTS)
def test_what_is_no_export_at_all_is_refused_in_one_sentence(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=reason) as refused:
        read_json(path, SCHEMA)
    assert "\n" not in str(refused.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_anything_in_any_place_is_a_problem_or_harmless_but_never_a_fault_of_ours(
    data: st.DataObject, top: dict[str, Any], tmp_path: Path
) -> None:
    def change(t: dict[str, Any]) -> None:
        place: Any = t
        while isinstance(place, dict | list) and place:
            keys = sorted(place) if isinstance(place, dict) else range(len(place))
            key = data.draw(st.sampled_from(list(keys)))
            inner = place[key]
            if key in ("format", "schema") or not isinstance(inner, dict | list) or data.draw(st.booleans()):
                place[key] = data.draw(JSON) if key not in ("format", "schema") else inner
                return
            place = inner

    taken = changed(top, tmp_path, change)
    for problem in taken.problems:
        assert problem.sentence()

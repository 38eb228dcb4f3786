"""Which rows stand in a list, and in what order."""

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.filters import FILTERS
from sharedprog.domain.listing import Listing, Wanted
from sharedprog.domain.register import Register
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.words import DAY_MINUTES
from tests.builders import Changing


def refs(changing: Changing, listing: Listing, wanted: Wanted) -> list[str]:
    rows = changing.programme.rows(listing.register)
    found = listing.ids(changing.view, rows, wanted)
    return [changing.programme.all_rows(listing.register)[row_id].ref for row_id in found]


def test_all_words_must_be_somewhere_in_the_row_in_any_case_and_order() -> None:
    changing = Changing()
    head = changing.add(PEOPLE, title="Head of ICT")
    changing.add(RISKS, title="Staff cannot log in", owner=head.id, category="technology")
    changing.add(RISKS, title="Payroll is wrong", cause="Two ledgers\nin one office")
    listing = Listing(RISKS)
    for words, found in {
        "": ["R-001", "R-002"],
        "LOG": ["R-001"],
        "ict log": ["R-001"],
        "technology": ["R-001"],
        "r-002": ["R-002"],
        "office ledgers": ["R-002"],
        "log ledgers": [],
        "assessed": [],
    }.items():
        assert refs(changing, listing, Wanted(words=words)) == found, words


def test_a_row_is_found_by_what_it_says_now_and_by_the_names_others_have_now() -> None:
    changing = Changing()
    head = changing.add(PEOPLE, title="Head of ICT")
    risk = changing.add(RISKS, title="Staff cannot log in", owner=head.id)
    listing = Listing(RISKS)
    assert refs(changing, listing, Wanted(words="ict")) == ["R-001"]
    changing.edit(PEOPLE, head, title="Chief digital officer")
    assert refs(changing, listing, Wanted(words="ict")) == []
    assert refs(changing, listing, Wanted(words="digital")) == ["R-001"]
    changing.edit(RISKS, risk, title="Nobody can log in")
    assert refs(changing, listing, Wanted(words="nobody")) == ["R-001"]


def test_searching_a_partners_name_does_not_show_what_it_said_in_confidence() -> None:
    changing = Changing()
    partner = changing.add(PARTNERS, title="Ashmere Borough Council", short_name="Ashmere")
    changing.add(POISONS, title="Savings", named_by=partner.id)
    changing.add(POISONS, title="My job goes", named_by=partner.id, anonymous=True)
    assert refs(changing, Listing(POISONS), Wanted(words="ashmere")) == ["P-001"]


def test_a_named_filter_and_words_together() -> None:
    changing = Changing()
    changing.add(RISKS, title="Payroll is wrong")
    changing.add(RISKS, title="Payroll is late", status="closed")
    is_open = next(each.test for each in FILTERS["risks"] if each.title == "Open")
    assert refs(changing, Listing(RISKS), Wanted(words="payroll", test=is_open)) == ["R-001"]


def sorts(changing: Changing, register: Register[Any], column: str, *, descending: bool = False) -> list[str]:
    return refs(changing, Listing(register), Wanted(sort=column, descending=descending))


def test_labels_sort_as_people_count_and_the_unknown_come_last_either_way() -> None:
    changing = Changing()
    for ref, impact in (("R-1000", 2), ("R-99", None), ("R-7", 5)):
        changing.add(RISKS, title=ref, ref=ref, matrix=changing.matrix, likelihood=2, impact=impact)
    assert sorts(changing, RISKS, "ref") == ["R-7", "R-99", "R-1000"]
    assert sorts(changing, RISKS, "ref", descending=True) == ["R-1000", "R-99", "R-7"]
    assert sorts(changing, RISKS, "score") == ["R-1000", "R-7", "R-99"]
    assert sorts(changing, RISKS, "score", descending=True) == ["R-7", "R-1000", "R-99"]


def test_the_plan_sorts_by_dates_that_follow_from_other_rows() -> None:
    changing = Changing()
    first = changing.add(TASKS, title="a", constraint="snet", constraint_day=changing.today, duration=5 * DAY_MINUTES)
    changing.add(TASKS, title="b", constraint="snet", constraint_day=changing.today, duration=2 * DAY_MINUTES)
    listing = Listing(TASKS)
    assert refs(changing, listing, Wanted(sort="finish")) == ["T-002", "T-001"]
    changing.edit(TASKS, first, duration=1 * DAY_MINUTES)
    assert refs(changing, listing, Wanted(sort="finish")) == ["T-001", "T-002"]
    changing.edit(TASKS, first, constraint_day=changing.today + timedelta(days=7))
    assert refs(changing, listing, Wanted(sort="start")) == ["T-002", "T-001"]
    assert refs(changing, listing, Wanted(sort="wbs", descending=True)) == ["T-002", "T-001"]


@given(st.lists(st.tuples(st.text(max_size=4), st.one_of(st.none(), st.integers(1, 5))), max_size=12), st.booleans())
def test_sorting_loses_and_adds_nothing_and_keeps_the_order_of_equals(
    told: list[tuple[str, int | None]],
    descending: bool,  # noqa: FBT001 - Hypothesis draws it
) -> None:
    changing = Changing()
    for title, likelihood in told:
        changing.add(RISKS, title=title, likelihood=likelihood, matrix=changing.matrix)
    listing, rows = Listing(RISKS), changing.programme.rows(RISKS)
    plain = listing.ids(changing.view, rows, Wanted())
    assert plain == tuple(row.id for row in rows)
    for column in ("title", "likelihood", "status"):
        found = listing.ids(changing.view, rows, Wanted(sort=column, descending=descending))
        assert sorted(found) == sorted(plain)
    by_status = listing.ids(changing.view, rows, Wanted(sort="status", descending=descending))
    assert by_status == plain


def test_names_are_found_without_their_accents_and_apostrophes() -> None:
    changing = Changing()
    changing.add(RISKS, title="Tŷ Dewi’s lease ends")
    for words in ("ty", "TŶ", "dewis", "dewi's", "dewi’s lease"):
        assert refs(changing, Listing(RISKS), Wanted(words=words)) == ["R-001"], words


def test_reading_ahead_goes_a_few_rows_at_a_time_and_finds_the_same() -> None:
    changing = Changing()
    for number in range(200):
        changing.add(RISKS, title=f"Risk {number}")
    listing = Listing(RISKS)
    steps = list(listing.read_ahead(changing.view, changing.programme.rows(listing.register)))
    assert len(steps) >= 3
    assert refs(changing, listing, Wanted(words="r-200")) == ["R-200"]

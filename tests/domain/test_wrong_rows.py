"""What cannot be right is shown where it can be mended."""

from datetime import date

from sharedprog.domain.checks import problems
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.domain.registers.saved_filters import SAVED_FILTERS
from sharedprog.domain.wrong_rows import Among, Wrong, wrong_rows
from tests.builders import Changing, finished


def told(changing: Changing) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.register, each.rows) for each in wrong_rows_of(changing)]


def wrong_rows_of(changing: Changing) -> tuple[Wrong, ...]:
    return finished(wrong_rows(changing.programme))


def partnered() -> Changing:
    changing = Changing()
    for title in ("Ashmere", "Tolland"):
        changing.add(PARTNERS, title=title)
    return changing


def test_a_sound_programme_has_none() -> None:
    assert wrong_rows_of(partnered()) == ()


def test_a_row_is_counted_once_and_a_child_row_under_its_parent() -> None:
    changing = partnered()
    one = changing.add(RISKS, title="", raised=date(2026, 12, 2), closed_day=date(2026, 12, 1))
    other = changing.add(RISKS, title="r")
    changing.add(RESPONSE_ACTIONS, parent=other.id, title="a", owner="0" * 32)
    (wrong,) = wrong_rows_of(changing)
    assert (wrong.register, set(wrong.rows)) == ("risks", {one.id, other.id})
    assert len(wrong.rows) == 2
    assert len(wrong.findings) == len(problems(changing.programme)) == 3
    test = Among(frozenset(wrong.rows))
    assert test(changing.view, one)
    assert not test(changing.view, changing.add(RISKS, title="fine"))
    assert test == Among(frozenset(wrong.rows))


def test_what_is_about_a_whole_register_names_no_row_and_what_no_page_shows_no_register() -> None:
    changing = Changing()
    changing.add(PARTNERS, title="Ashmere")
    changing.add(LINKS, source="0" * 32, target="1" * 32, kind="linked")
    assert told(changing) == [("partners", ()), ("", ())]


def test_a_saved_filter_is_mended_on_the_page_of_its_list_and_a_link_at_the_end_that_is_there() -> None:
    changing = partnered()
    risk = changing.add(RISKS, title="backwards", raised=date(2026, 12, 2), closed_day=date(2026, 12, 1))
    changing.add(SAVED_FILTERS, title="Old", page="risks", conditions="Colour of folder: red")
    changing.add(SAVED_FILTERS, title="Of no list")
    linked = changing.add(RISKS, title="linked")
    changing.add(LINKS, source="0" * 32, target=linked.id, kind="about")
    assert set(told(changing)) == {("risks", ()), ("risks", (linked.id, risk.id)), ("", ())}

"""Bars are told apart by the colour and the mark of their partner or workstream."""

from sharedprog.domain.plan.bar_groups import IN_TURN, PARTNER, WORKSTREAM, BarGroups
from sharedprog.domain.registers.partners import COLOURS, Partner
from sharedprog.domain.registers.workstreams import Workstream
from tests.domain.plan.plans import plan, task


def partners(*colours: str | None) -> BarGroups:
    """The groups of councils of which each chose a colour, or none."""
    rows = [
        Partner(id=str(number), exists=True, order=f"{number:02d}", title=f"Council {number}", colour=colour)
        for number, colour in enumerate(colours)
    ]
    return BarGroups(plan(others={"partners": [*rows]}), PARTNER)


def test_marks_are_short_and_each_its_own() -> None:
    titles = ("Finance and payroll", "Fire Protection", "Estates", "People, brand and culture", "")
    rows = [Workstream(id=title, exists=True, order=str(place), title=title) for place, title in enumerate(titles)]
    groups = BarGroups(plan(others={"workstreams": [*rows]}), WORKSTREAM).groups.values()
    assert [group.mark for group in groups] == ["FP", "FP2", "EST", "PBC", "?"]


def test_a_chosen_colour_is_kept_and_the_others_are_given_in_turn() -> None:
    groups = partners("moss", None, None)
    assert [group.colour for group in groups.groups.values()] == ["moss", "teal", "plum"]


def test_more_partners_than_colours_begin_again() -> None:
    groups = partners(*[None] * 10)
    assert [group.colour for group in groups.groups.values()] == [*IN_TURN, *IN_TURN[:2]]
    assert set(IN_TURN) == {option.code for option in COLOURS}
    assert len({group.mark for group in groups.groups.values()}) == 10


def test_a_task_has_the_group_of_its_partner_or_of_nobody() -> None:
    ashmere = Partner(id="A", exists=True, title="Ashmere Borough Council", short_name="Ashmere")
    groups = BarGroups(plan(others={"partners": [ashmere]}), PARTNER)
    found = groups.of(task("Draft", 1, partner="A"))
    assert found is not None
    assert (found.name, found.mark) == ("Ashmere Borough Council", "Ashmere")
    assert groups.of(task("Sign", 1)) is None
    assert groups.of(None) is None

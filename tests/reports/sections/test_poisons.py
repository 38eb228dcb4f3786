from datetime import date

from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from tests.reports.sections.story import Story, printed


def test_a_poison_shows_potency_doses_evidence_and_links(told: Story) -> None:
    words = printed(told.order("poisons"))
    assert "2 open. One without an antidote, one with an antidote given and no evidence that it works." in words
    assert "P-001 “We will need two of everything” Named by Tolland" in words
    assert "Linked: R-001 5 → 4 Dangerous ↓ better 1 of 1 administered. No evidence yet for 1 of those given." in words


def test_what_is_still_to_give_is_named_with_who_and_when(own_story: Story) -> None:
    own_story.add(ANTIDOTES, parent="two", title="One log-in", owner="ict", due=date(2026, 11, 20), progress="planned")
    own_story.edit(ANTIDOTES, "ledger", evidence="Trial agreed to the penny")
    words = printed(own_story.order("poisons"))
    assert "1 of 2 administered. Trial agreed to the penny." in words
    assert "One log-in · planned, Head of ICT, due Fri 20 Nov 2026, late" in words


def test_recurring_ones_come_first(own_story: Story) -> None:
    own_story.add(POISONS, title="“They are back”", potency=1, status="recurred", named_by="ashmere")
    words = printed(own_story.order("poisons"))
    assert words.index("They are back") < words.index("two of everything")
    assert "One came back" in words


def test_neutralised_ones_are_told_in_a_sentence(own_story: Story) -> None:
    own_story.edit(POISONS, "two", status="neutralised")
    assert "Neutralised: P-001 “We will need two of everything”." in printed(own_story.order("poisons"))


def test_who_named_one_in_confidence_is_never_printed(own_story: Story) -> None:
    told = own_story
    ashmere = told.document.programme.row(PARTNERS, told.ids["ashmere"])
    assert ashmere is not None
    for poison in told.document.rows(POISONS):
        if poison.id != told.ids["secret"]:
            told.document.delete(POISONS, poison.id)
    for section in ("poisons", "annex_poisons", "since"):
        words = printed(told.order(section))
        assert "Nobody trusts them" in words or section == "since"
        assert "Ashmere" not in words

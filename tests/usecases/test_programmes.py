"""A new programme: what it is given, and what it is refused for."""

from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain import checks
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.matrices import MATRICES
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.scales import scale
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document
from sharedprog.usecases.programmes import Start, create, kind_of, short_forms
from tests.builders import Clock

TWO = ("Ashmere Borough Council", "Tolland Council")


def started(folder: Path, start: Start) -> Document:
    return create(folder / "one.sharedprog", start, who="Anna", clock=Clock())


def test_it_begins_sound_with_matrices_and_bank_holidays_and_nothing_to_undo(tmp_path: Path) -> None:
    document = started(tmp_path, Start("One Service", TWO, date(2026, 9, 1), date(2027, 4, 1), cadence=28))
    assert (checks.problems(document.programme), document.undo_title) == ((), None)
    settings = document.programme.settings
    assert (settings.title, settings.start, settings.day_one, settings.cadence) == (
        ("One Service", date(2026, 9, 1), date(2027, 4, 1), 28)
    )
    assert settings.quorum == "", "nobody has said what the quorum is"
    assert [row.title for row in document.rows(MATRICES)] == ["5 × 5", "4 × 4"]
    five, four = (scale(document.programme, row.id) for row in document.rows(MATRICES))
    assert (five.highest, five.band(9), five.band(10), five.band(16)) == (25, "green", "amber", "red")
    assert (four.highest, four.band(5), four.band(6), four.band(12)) == (16, "green", "amber", "red")
    assert document.programme.matrix_id == five.id
    days = {row.day for row in document.rows(BANK_HOLIDAYS)}
    assert {date(2026, 12, 28), date(2027, 3, 29), date(2030, 12, 25)} <= days
    [first] = document.journal()
    assert (first.title, first.who) == ("Start One Service", "Anna")
    document.close()


@pytest.mark.parametrize(
    ("division", "closed", "worked"),
    [
        ("england", date(2026, 8, 31), date(2026, 1, 2)),
        ("scotland", date(2026, 1, 2), date(2026, 8, 31)),
        ("northern_ireland", date(2026, 3, 17), date(2026, 1, 2)),
    ],
)
def test_bank_holidays_are_those_of_the_nation(tmp_path: Path, division: str, closed: date, worked: date) -> None:
    document = started(tmp_path, Start("One", TWO, date(2026, 9, 1), division=division))
    days = {row.day for row in document.rows(BANK_HOLIDAYS)}
    assert closed in days
    assert worked not in days
    document.close()


@pytest.mark.parametrize(
    ("name", "partners", "sentence"),
    [
        (" ", TWO, "no name"),
        ("One", ("Ashmere Borough Council", "  "), "two partners or more"),
        ("One", ("Tolland Council", "tolland council"), "same name"),
    ],
)
def test_what_cannot_be_started_leaves_no_file(
    tmp_path: Path, name: str, partners: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(Trouble, match=sentence):
        started(tmp_path, Start(name, partners))
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "one.sharedprog").write_text("a letter")
    with pytest.raises(Trouble, match="already a file"):
        started(tmp_path, Start("One", TWO))
    assert (tmp_path / "one.sharedprog").read_text() == "a letter"


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (TWO, ["Ashmere", "Tolland"]),
        (("Durham County Council", "Durham Police"), ["Durham County Council", "Durham Police"]),
        (("County Council", "Fylde Borough Council"), ["County Council", "Fylde"]),
    ],
)
def test_short_names_leave_out_what_all_have_and_never_meet(names: tuple[str, ...], short: list[str]) -> None:
    assert short_forms(names) == short


def test_what_a_partner_is_follows_from_its_name_or_is_not_known(tmp_path: Path) -> None:
    kinds = [kind_of(name) for name in ("Tolland Council", "Vale Police", "Kent Fire", "NHS Kent", "Acme")]
    assert kinds == ["council", "police", "fire", "health", None]
    document = started(tmp_path, Start("One", TWO))
    colours = [row.colour for row in document.rows(PARTNERS)]
    assert len(set(colours)) == 2
    document.close()

"""What the person prefers is kept from one start to the next."""

from pathlib import Path

from sharedprog.domain.wishes import Wish
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.theme import Scheme
from sharedprog.usecases.saved_filters import own_filters, with_own
from sharedprog.usecases.settings import system_name


def test_each_change_is_kept_and_told(tmp_path: Path, qapp: object) -> None:
    preferences = Preferences(tmp_path)
    told: list[bool] = []
    preferences.changed.connect(lambda: told.append(True))
    preferences.give_name(" Board Secretary ")
    preferences.choose_scheme(Scheme.DARK)
    preferences.remember(tmp_path / "one.sharedprog")
    preferences.remember(tmp_path / "two.sharedprog")
    preferences.forget(tmp_path / "one.sharedprog")
    again = Preferences(tmp_path)
    assert len(told) == 5
    assert (again.settings.name, again.settings.asked, again.scheme) == ("Board Secretary", True, Scheme.DARK)
    assert again.settings.recent == (str(tmp_path / "two.sharedprog"),)


def test_the_name_of_the_account_stands_in_for_none(tmp_path: Path, qapp: object) -> None:
    preferences = Preferences(tmp_path)
    asked = [preferences.settings.asked]
    preferences.give_name("  ")
    assert preferences.settings.name == system_name()
    asked.append(preferences.settings.asked)
    preferences.ask_again()
    asked.append(preferences.settings.asked)
    assert asked == [False, True, False]


def test_colours_nobody_knows_mean_those_of_the_system(tmp_path: Path, qapp: object) -> None:
    (tmp_path / "settings.json").write_text('{"scheme": "sepia"}')
    preferences = Preferences(tmp_path)
    assert preferences.scheme is Scheme.SYSTEM
    preferences.see_tour()
    assert preferences.settings.name == system_name()


def test_a_folder_that_refuses_is_told_and_the_change_lasts(tmp_path: Path, qapp: object) -> None:
    (tmp_path / "config").write_text("in the way")
    preferences = Preferences(tmp_path / "config")
    told: list[str] = []
    preferences.refused.connect(told.append)
    preferences.give_name("Board Secretary")
    assert preferences.settings.name == "Board Secretary"
    assert told[0].startswith("Your preferences could not be kept")


def test_two_windows_lose_nothing_of_one_another(tmp_path: Path, qapp: object) -> None:
    first = Preferences(tmp_path)
    first.give_name("Anna")
    mine, theirs = Wish("union", "Late"), Wish("", "Open")
    first.keep_lists(with_own(first.settings, "actions", {"Mine": mine, "Old": mine}))
    second = Preferences(tmp_path)
    second.keep_lists(with_own(second.settings, "actions", {"Mine": mine, "Theirs": theirs}))
    second.remember(tmp_path / "two.sharedprog")
    first.choose_scheme(Scheme.DARK)
    first.remember(tmp_path / "one.sharedprog")
    again = Preferences(tmp_path)
    assert own_filters(again.settings, "actions") == {"Mine": mine, "Theirs": theirs}
    assert again.settings.recent == (str(tmp_path / "one.sharedprog"), str(tmp_path / "two.sharedprog"))
    assert (again.settings.name, again.scheme) == ("Anna", Scheme.DARK)

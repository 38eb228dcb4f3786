"""Where files are saved: whatever is typed, they end as their kind does, and none is replaced unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from sharedprog.ui import choosing
from sharedprog.ui.confirm import Question
from tests.windows import answering, press_button

KINDS = {"Excel workbook (*.xlsx)": ".xlsx", "CSV (*.csv)": ".csv"}


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Typed":
    return Typed(monkeypatch, tmp_path)


class Typed:
    """Stands for the system's dialog: names that a person types in it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._monkeypatch, self._folder = monkeypatch, folder

    def __call__(self, name: str, kind: str = "") -> None:
        answer = (str(self._folder / name) if name else "", kind)
        self._monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)

    def save(self, *, replaces: bool = True) -> str:
        """The name of the file that is to be saved; empty where there is to be none."""
        path = choosing.file_to_save(None, "Save", choosing.PDFS, self._folder / "proposed.pdf", replaces=replaces)
        return path.name if path is not None else ""


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("pack.pdf", "pack.pdf"),
        ("PACK.PDF", "PACK.PDF"),
        ("pack", "pack.pdf"),
        ("Pack 0.1", "Pack 0.1.pdf"),
        ("Board 14 v1.2 draft", "Board 14 v1.2 draft.pdf"),
        ("", ""),
    ],
)
def test_a_point_in_a_name_is_not_taken_for_an_ending(typed: Typed, name: str, saved: str) -> None:
    typed(name)
    assert typed.save() == saved


def test_a_file_is_not_replaced_unasked_where_its_ending_was_left_out(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").touch()
    typed("pack")
    answering(Question, lambda question: press_button(question, "Cancel"))
    assert typed.save() == ""
    answering(Question, lambda question: press_button(question, "Replace it"))
    assert typed.save() == "pack.pdf"
    assert typed.save(replaces=False) == "pack.pdf"  # who saves there refuses a file that exists


def test_the_kind_that_is_chosen_says_how_the_file_ends(typed: Typed, tmp_path: Path) -> None:
    proposed = tmp_path / "Programme.xlsx"
    typed("risks.xlsx", "CSV (*.csv)")
    assert choosing.file_to_save_as(None, "Export", KINDS, proposed) == (tmp_path / "risks.xlsx.csv", "CSV (*.csv)")
    typed("risks", "")
    assert choosing.file_to_save_as(None, "Export", KINDS, proposed)[0] == tmp_path / "risks.xlsx"
    (tmp_path / "risks.csv").touch()
    typed("risks", "CSV (*.csv)")
    answering(Question, lambda question: press_button(question, "Cancel"))
    assert choosing.file_to_save_as(None, "Export", KINDS, proposed) == (None, "CSV (*.csv)")

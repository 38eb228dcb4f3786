"""A matrix that scored a risk never changes; adopting another changes no score."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sharedprog.domain import status
from sharedprog.domain.registers.matrices import MATRICES, MATRIX_BANDS, MATRIX_LEVELS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.adding import add_as_typed, add_child_as_typed
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import change
from sharedprog.usecases.matrices import copy_matrix
from sharedprog.usecases.removing import delete_rows
from tests.builders import programme_file


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = programme_file(tmp_path)
    risk = add_as_typed(opened, RISKS, "Payroll is wrong")
    change(opened, RISKS, risk, "likelihood", 3)
    change(opened, RISKS, risk, "impact", 4)
    yield opened
    opened.close()


def test_a_matrix_in_use_keeps_its_words_and_bands(document: Document) -> None:
    matrix = document.programme.matrix_id
    assert matrix is not None
    band = document.programme.children(MATRIX_BANDS, matrix)[0]
    with pytest.raises(Trouble, match="Make a copy"):
        change(document, MATRIX_BANDS, band.id, "lowest", 2)
    with pytest.raises(Trouble, match="Make a copy"):
        add_child_as_typed(document, MATRIX_LEVELS, "Certain", matrix)
    with pytest.raises(Trouble, match="Make a copy"):
        delete_rows(document, MATRIX_BANDS, [band.id])
    with pytest.raises(Trouble, match="stays"):
        delete_rows(document, MATRICES, [matrix])


def test_a_copy_can_be_changed_and_adopted_and_no_score_moves(document: Document) -> None:
    matrix = document.programme.matrix_id
    assert matrix is not None
    copy = copy_matrix(document, matrix)
    red = document.programme.children(MATRIX_BANDS, copy)[-1]
    change(document, MATRIX_BANDS, red.id, "lowest", 12)
    change(document, PROGRAMME, document.programme.settings.id, "matrix", copy)
    [risk] = document.rows(RISKS)
    assert status.current(document.programme, risk) == status.Scored(12, "amber")
    assert status.to_rescore(document.programme, risk)
    change(document, RISKS, risk.id, "impact", 5)
    change(document, RISKS, risk.id, "impact", 4)
    [risk] = document.rows(RISKS)
    assert status.current(document.programme, risk) == status.Scored(12, "red")
    assert not status.to_rescore(document.programme, risk)

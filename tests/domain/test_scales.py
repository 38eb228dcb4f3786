"""Scoring: likelihood times impact, and the bands and words of the matrix a score was made with."""

import pytest

from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.matrices import Matrix, MatrixBand, MatrixLevel
from sharedprog.domain.registers.programme import ProgrammeRow
from sharedprog.domain.scales import POTENCY, level_words, levels, scale, score


def steps(parent: str, axis: str, *words: str) -> list[MatrixLevel]:
    return [
        MatrixLevel(id=f"{parent}{axis}{n}", exists=True, parent=parent, axis=axis, level=n, title=word)
        for n, word in enumerate(words, start=1)
    ]


def band(parent: str, lowest: int | None, rag: str | None, words: str) -> MatrixBand:
    return MatrixBand(id=f"{parent}{words}", exists=True, parent=parent, lowest=lowest, rag=rag, title=words)


PICTURE = Programme.of_rows(
    {
        "matrices": [Matrix(id="old", exists=True, title="4 × 4"), Matrix(id="now", exists=True, title="5 × 5")],
        "matrix_levels": [
            *reversed(steps("now", "likelihood", "Rare", "Unlikely", "Possible", "Likely", "Almost certain")),
            *steps("now", "impact", "Slight", "Minor", "Moderate", "Major", "Severe"),
            *steps("old", "likelihood", "Very low", "Low", "Medium", "High"),
        ],
        "matrix_bands": [
            band("now", 16, "red", "High"),
            band("now", 1, "green", "Low"),
            band("now", 11, "amber", "Medium"),
            band("now", None, "blue", "Not finished"),
        ],
        "programme": [ProgrammeRow(id="p", exists=True, matrix="now")],
    }
)


@pytest.mark.parametrize(
    ("value", "rag"), [(1, "green"), (10, "green"), (11, "amber"), (15, "amber"), (16, "red"), (25, "red")]
)
def test_a_score_falls_in_the_band_that_begins_at_or_below_it(value: int, rag: str) -> None:
    assert scale(PICTURE).band(value) == rag


def test_a_score_that_is_not_known_or_below_every_band_has_none() -> None:
    assert scale(PICTURE).band(None) is None
    assert scale(PICTURE).band(0) is None
    assert score(None, 3) is None
    assert score(3, None) is None
    assert score(3, 4) == 12


def test_a_matrix_is_the_one_asked_for_else_the_one_in_use() -> None:
    assert (scale(PICTURE).title, scale(PICTURE).highest) == ("5 × 5", 25)
    assert (scale(PICTURE, "old").title, scale(PICTURE, "old").highest) == ("4 × 4", 0)
    assert scale(Programme()).bands == ()
    assert scale(Programme()).highest == 0


def test_levels_are_in_words_from_the_lowest() -> None:
    assert list(levels(PICTURE, "likelihood")) == [1, 2, 3, 4, 5]
    assert level_words(PICTURE, "likelihood", 4) == "4 Likely"
    assert level_words(PICTURE, "likelihood", 4, "old") == "4 High"
    assert level_words(PICTURE, "impact", 9) == "9"
    assert levels(PICTURE, "potency") == POTENCY

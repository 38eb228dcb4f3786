"""Scoring matrices: never changed once used; a score keeps the matrix it was made with."""

from dataclasses import dataclass
from typing import Annotated

from sharedprog.domain.fields import RAG, Choice, Link, Prose, Text, Whole, options
from sharedprog.domain.register import Group, OrderedRow, Register, Row


@dataclass(frozen=True, kw_only=True)
class Matrix(Row):
    """A likelihood-by-impact matrix; its size is the number of its levels on each axis."""

    title: Annotated[
        str, Text(label="Matrix", width=28, required=True, help="What the matrix is called, such as 5 × 5.")
    ] = ""
    note: Annotated[
        str, Prose(label="Where it comes from", help="Whose matrix it is, and how its scores are made.")
    ] = ""


@dataclass(frozen=True, kw_only=True)
class MatrixLevel(OrderedRow):
    """The words for one step of one axis."""

    parent: Annotated[str | None, Link(label="Matrix", to=("matrices",), help="The matrix it is a step of.")] = None
    axis: Annotated[
        str | None,
        Choice(label="Axis", options=options(likelihood="Likelihood", impact="Impact"), help="Likelihood or impact."),
    ] = None
    level: Annotated[
        int | None, Whole(label="Step", lowest=1, highest=10, help="The number that is multiplied, from 1.")
    ] = None
    title: Annotated[
        str, Text(label="Words", width=18, required=True, help="What people call the step, such as Likely.")
    ] = ""


@dataclass(frozen=True, kw_only=True)
class MatrixBand(OrderedRow):
    """A band of scores: from ``lowest`` up to the next band."""

    parent: Annotated[str | None, Link(label="Matrix", to=("matrices",), help="The matrix it is a band of.")] = None
    rag: Annotated[str | None, Choice(label="Rating", options=RAG, help="The rating of scores in the band.")] = None
    lowest: Annotated[
        int | None, Whole(label="Lowest score", lowest=1, highest=100, help="The score from which the band begins.")
    ] = None
    title: Annotated[str, Text(label="Words", width=18, required=True, help="What people call the band.")] = ""


MATRICES = Register(
    key="matrices",
    row=Matrix,
    title="Scoring matrices",
    singular="scoring matrix",
    prefix="X",
    place="Partnership",
    columns=("ref", "title", "note"),
    groups=(Group("Matrix", ("title", "note")),),
    empty="A scoring matrix says what likelihood and impact mean, and where red begins.",
)
MATRIX_LEVELS = Register(
    key="matrix_levels",
    row=MatrixLevel,
    title="Steps of the scales",
    singular="step",
    child_of=("matrices",),
    ordered=True,
    columns=("axis", "level", "title"),
)
MATRIX_BANDS = Register(
    key="matrix_bands",
    row=MatrixBand,
    title="Bands of scores",
    singular="band",
    child_of=("matrices",),
    ordered=True,
    columns=("lowest", "rag", "title"),
)

"""How things stood at the last boards: letters, scores and counts, oldest first, with now at the end."""

from __future__ import annotations

from dataclasses import dataclass

from sharedprog.domain import status
from sharedprog.domain.phrases import letter
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.risks import Risk
from sharedprog.domain.results import Results
from sharedprog.domain.view import View


@dataclass(frozen=True)
class BandsAt:
    """Open risks in each band when one board met."""

    board: int | None
    red: int
    amber: int
    green: int


def boards_shown(view: View, board: BoardMeeting, count: int) -> str:
    """``Boards 3–8``: those that a trend of this many places shows, the board of the pack last."""
    first = view.past[-(count - 1) :][0].number if view.past else board.number
    if first == board.number:
        return f"Board {board.number or '–'}"
    return f"Boards {first}–{board.number or 'now'}"


def declared_letters(view: View, now: Results, workstream: str, count: int) -> tuple[str, ...]:
    """The declared ratings of a workstream by letter, now at the end; a dash where a board did not know it."""
    rating = now.workstreams.get(workstream)
    return (*letters_seen(view, workstream, count - 1), letter(rating.declared if rating is not None else None))


def letters_seen(view: View, workstream: str, count: int) -> tuple[str, ...]:
    """The ratings of a workstream that the last boards saw, by letter; a dash where one did not know it."""
    return tuple(letter(board.kept.ratings.get(workstream)) for board in view.past[-count:])


def score_history(view: View, risk: Risk, count: int) -> tuple[str, ...]:
    """The scores of a risk; a dash where a board did not know it or it had none."""
    scores = (*view.scores(risk, count - 1), status.current(view.programme, risk).score)
    return tuple("–" if score is None else str(score) for score in scores)


def bands(view: View, now: Results, board: BoardMeeting, count: int) -> tuple[BandsAt, ...]:
    """Open risks by band at each of the last boards and now."""
    seen = [(past.number, past.results.counts) for past in view.past[-(count - 1) :]]
    seen.append((board.number or 0, now.counts))
    return tuple(
        BandsAt(number or None, *(counts.get(f"risks_{rag}", 0) for rag in ("red", "amber", "green")))
        for number, counts in seen
    )

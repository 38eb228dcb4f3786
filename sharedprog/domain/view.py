"""A view: a picture, the day it is looked at, and what earlier boards saw. All computed values hang on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sharedprog.domain.boards import next_board
from sharedprog.domain.plan.outline import OutlineRow, rows_by_id
from sharedprog.domain.plan.schedule import Schedule, schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.risks import Risk
from sharedprog.domain.results import PastBoard
from sharedprog.domain.status import Scored, current, direction_across


@dataclass(frozen=True)
class View:
    """What a page is made from; ``past`` is the boards held, oldest first."""

    programme: Programme
    as_at: date
    past: tuple[PastBoard, ...] = ()

    @cached_property
    def schedule(self) -> Schedule:
        """The dates of the plan."""
        return schedule(self.programme, self.as_at)

    @cached_property
    def outline(self) -> Mapping[str, OutlineRow]:
        """Outline rows by task id, in reading order."""
        return rows_by_id(self.programme)

    @property
    def last(self) -> PastBoard | None:
        """The last board that was held."""
        return self.past[-1] if self.past else None

    @cached_property
    def coming(self) -> BoardMeeting | None:
        """The board that comes next, or was due and is not marked as held."""
        return next_board(self.programme, self.as_at)

    @cached_property
    def origins(self) -> dict[str, str]:
        """For each row that came out of another (poison to risk, risk to issue): the id of what it was."""
        links = self.programme.rows(LINKS)
        return {link.target: link.source for link in links if link.kind == "became" and link.target and link.source}

    def travel(self, risk: Risk) -> str | None:
        """Which way a risk has gone since the last board: new, worse, better, same; ``None`` when not scored."""
        now = current(self.programme, risk)
        if self.last is None:
            return None if now.score is None else "new"
        then = self.last.results.risks.get(risk.id)
        before = Scored(then.score, then.rag) if then is not None else None
        one_matrix = then is None or then.matrix == risk.matrix
        return direction_across(before, now, one_matrix=one_matrix)

    def scores(self, risk: Risk, boards: int) -> tuple[int | None, ...]:
        """The scores the last boards saw, oldest first, ``None`` where a board did not know the risk."""
        held = self.past[-boards:] if boards else ()
        seen = [board.results.risks.get(risk.id) for board in held]
        return tuple(result.score if result is not None else None for result in seen)

"""What there is to find: rows by an index kept up to date beside the work, commands, and pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from sharedprog.domain.matching import Fit, Query, marked, strung
from sharedprog.domain.search import Find, Finds, Index, find_again, index_of, search
from sharedprog.ui.offers import Offer
from sharedprog.ui.search.found import Goal, Heading, Kind, Line
from sharedprog.ui.session import Session
from sharedprog.ui.side_list import Place
from sharedprog.ui.slices import Slices

KEPT = 8
"""How many of the last finds are offered again."""
MOST = 6
"""Commands, and pages, that are offered for a search."""
Lines = list[Heading | Line]


class Finder(QObject):
    """Composes the lines for what was typed; ``places`` are the pages with their keys.

    ``renewed`` says that the index is that of the present picture.
    """

    renewed = Signal()

    def __init__(self, session: Session, places: Mapping[Place, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._places = places
        self._index: Index | None = None
        self._offers: tuple[Offer, ...] = ()
        self._recent: list[Goal] = []
        self._work: Slices[Index] = Slices(self._made, self)
        self._work.run(index_of(session.programme), short=False)

    @property
    def ready(self) -> bool:
        """Whether everything that is in the programme now can be found."""
        return self._index is not None and self._index.programme is self._session.programme

    def renew(self, offers: Iterable[Offer] | None = None) -> None:
        """Bring the index up to date, and the commands that can be given now."""
        if offers is not None:
            self._offers = tuple(offers)
        if not self.ready:
            self._work.run(index_of(self._session.programme, self._index), short=True)

    def remember(self, goal: Goal) -> None:
        """Offer this first when nothing is typed."""
        if goal.kind is not Kind.ALL:
            self._recent = [goal, *(each for each in self._recent if each != goal)][:KEPT]

    def row(self, goal: Goal) -> Find | None:
        """The row a goal leads to, as it is now; ``None`` where it is gone."""
        return find_again(self._index, goal.key, goal.row) if self._index is not None else None

    def give(self, key: str) -> None:
        """Give a command, where it can be given now."""
        offer = self._offer(key)
        if offer is not None:
            offer.action.trigger()

    def lines(self, typed: str) -> Lines:
        """What to offer: the last finds and every page where nothing was typed; else what fits, the best first."""
        query = Query(typed)
        if not query.words:
            recent = [line for goal in self._recent if (line := self._again(goal)) is not None]
            known = {line.goal for line in recent}
            pages = [line for _, line in self._pages(query) if line.goal not in known]
            lately: Lines = [Heading("Found lately"), *recent] if recent else []
            return [*lately, Heading("Pages"), *pages]
        index = self._index
        rows: list[tuple[Fit, Lines] | None] = (
            [_rows(each) for each in search(index, query)] if index is not None else []
        )
        groups = [*rows, _grouped("Pages", self._pages(query)), _grouped("Commands", self._commands(query))]
        fitting = sorted((group for group in groups if group is not None), key=lambda group: group[0])
        return [line for _, lines in fitting for line in lines]

    def _made(self, index: Index) -> None:
        self._index = index
        self.renewed.emit()

    def _offer(self, key: str) -> Offer | None:
        return next((offer for offer in self._offers if offer.key == key), None)

    def _again(self, goal: Goal) -> Line | None:
        match goal.kind:
            case Kind.ROW:
                find = self.row(goal)
                return _line(find) if find is not None else None
            case Kind.COMMAND:
                offer = self._offer(goal.key)
                return _command(offer, Query("")) if offer is not None else None
        return next((line for _, line in self._pages(Query("")) if line.goal == goal), None)

    def _commands(self, query: Query) -> list[tuple[Fit, Line]]:
        found = []
        for offer in self._offers:
            title = strung(offer.words)
            fit = query.fit(title, strung(f"{offer.menu} {offer.words}"))
            if fit is not None:
                found.append((fit, _command(offer, query)))
        return found

    def _pages(self, query: Query) -> list[tuple[Fit, Line]]:
        found = []
        for place, keys in self._places.items():
            fit = query.fit(strung(place.title))
            if fit is not None:
                found.append((fit, Line(Goal(Kind.PAGE, place.key), marked(place.title, query), aside=keys)))
        return found


def _grouped(title: str, found: list[tuple[Fit, Line]]) -> tuple[Fit, Lines] | None:
    """The best of these under their heading, with how well the first fits."""
    found.sort(key=lambda pair: pair[0])
    if not found:
        return None
    count = f"{MOST} of {len(found)}" if len(found) > MOST else ""
    return found[0][0], [Heading(title, count), *(line for _, line in found[:MOST])]


def _rows(finds: Finds) -> tuple[Fit, Lines]:
    """Rows of one register under its title, and the way to all of them where not all are shown."""
    more = finds.count > len(finds.rows)
    count = f"{len(finds.rows)} of {finds.count:,}" if more else ""
    lines: Lines = [Heading(finds.register.title, count), *map(_line, finds.rows)]
    if more and finds.register.place:
        words = f"Show all that fit in {finds.register.title}"
        lines.append(Line(Goal(Kind.ALL, finds.register.key), marked(words, Query(""))))
    return finds.best, lines


def _line(find: Find) -> Line:
    goal = Goal(Kind.ROW, find.register.key, find.row_id)
    return Line(goal, find.title, find.ref, find.of, find.field, find.where, find.excerpt)


def _command(offer: Offer, query: Query) -> Line:
    return Line(Goal(Kind.COMMAND, offer.key), marked(offer.words, query), aside=offer.keys or offer.menu)

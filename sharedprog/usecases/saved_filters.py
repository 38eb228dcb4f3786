"""Filters that were saved: a person's own in their settings, and those for everyone in the programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sharedprog.domain.fields import Prose, Text
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.saved_filters import SAVED_FILTERS, SavedFilter
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.wishes import Condition, Wish, fault, wish_of, written
from sharedprog.usecases import titles
from sharedprog.usecases.document import Document
from sharedprog.usecases.settings import Settings


@dataclass(frozen=True)
class Saved:
    """One saved filter of a list; ``row`` is its id in the programme, ``None`` for one's own."""

    title: str
    wish: Wish
    row: str | None = None

    @property
    def key(self) -> str:
        """What tells it from the others of its list."""
        return self.row or f"own {self.title}"


def fault_of(saved: Saved, register: str) -> str:
    """Why a filter of a list can show nothing, or an empty text."""
    wish = saved.wish
    return fault(SavedFilter(id="", page=register, chip=wish.chip, conditions=written(wish.conditions)))


def saved_filters(programme: Programme, settings: Settings | None, register: str) -> tuple[Saved, ...]:
    """The filters of a list: those of the programme, then one's own."""
    shared = (Saved(row.title, wish_of(row), row.id) for row in programme.rows(SAVED_FILTERS) if row.page == register)
    own = own_filters(settings, register) if settings is not None else {}
    return (*shared, *(Saved(title, wish) for title, wish in own.items()))


def share_filter(document: Document, register: str, title: str, wish: Wish) -> str:
    """Save a filter in the programme; its id. Raises ``Trouble`` where its words are too many to keep."""
    draft = document.draft()
    lines = written(wish.conditions)
    for field, words in (("title", title), ("words", wish.words), ("conditions", lines)):
        kind = SAVED_FILTERS.fields[field]
        if isinstance(kind, Text | Prose) and len(words) > kind.longest:
            raise Trouble(
                f"This filter has too many words to be kept: at most {kind.longest:,} characters fit. "
                "Narrow the list by shorter words, or by another column."
            )
    row_id = draft.add(
        SAVED_FILTERS, None, title=title, page=register, words=wish.words, chip=wish.chip, conditions=lines
    )
    document.apply(f"Add {titles.of_row(draft.programme, SAVED_FILTERS, row_id)}", draft.edits)
    return row_id


def rename_shared(document: Document, row_id: str, title: str) -> None:
    """Give a filter of the programme another name; raises ``Trouble`` where it is gone."""
    _check_there(document, row_id)
    document.edit(SAVED_FILTERS, row_id, "title", title)


def delete_shared(document: Document, row_id: str) -> None:
    """Take a filter out of the programme; raises ``Trouble`` where it is gone."""
    _check_there(document, row_id)
    document.delete(SAVED_FILTERS, row_id)


def own_filters(settings: Settings, register: str) -> dict[str, Wish]:
    """A person's own filters of a list, by name; what a spoilt file holds instead is left out."""
    held = settings.filters.get(register)
    if not isinstance(held, dict):
        return {}
    read = {str(title): _wish(each) for title, each in held.items()}
    return {title: wish for title, wish in read.items() if wish is not None}


def with_own(settings: Settings, register: str, own: Mapping[str, Wish]) -> Settings:
    """The settings with these as one's own filters of a list."""
    held = {title: _json(wish) for title, wish in own.items()}
    return replace(settings, filters={**settings.filters, register: held})


def _check_there(document: Document, row_id: str) -> None:
    if document.programme.row(SAVED_FILTERS, row_id) is None:
        raise Trouble("This filter is not in the programme any more.")


def _json(wish: Wish) -> dict[str, Any]:
    conditions = [[each.label, each.words] for each in wish.conditions]
    return {"words": wish.words, "chip": wish.chip, "conditions": conditions}


def _wish(held: object) -> Wish | None:
    match held:
        case {"words": str(words), "chip": str(chip), "conditions": list(conditions)}:
            pairs = [each for each in conditions if isinstance(each, list) and len(each) == len(("label", "words"))]
            return Wish(words, chip, tuple(Condition(str(label), str(text)) for label, text in pairs))
        case _:
            return None

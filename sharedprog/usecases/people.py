"""Finding the person meant by a name, or making one: every owner and member is a row of People."""

from __future__ import annotations

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Text
from sharedprog.domain.naming import find_by_words
from sharedprog.domain.reading import Unread
from sharedprog.domain.registers.people import PEOPLE


def person(draft: Draft, name: str) -> str | None:
    """The id of the person with this name, made in the draft where there is none; ``None`` for no name.

    Raises ``Unread`` where it is longer than a name can be.
    """
    wanted = " ".join(name.split())
    if not wanted:
        return None
    found = find_by_words(draft.before, (PEOPLE.key,), wanted)
    if found is not None:
        return found
    for edit in draft.edits:
        cell = edit.cell
        if (cell.register, cell.field) == (PEOPLE.key, "title") and str(edit.new).casefold() == wanted.casefold():
            return cell.row
    title = PEOPLE.fields["title"]
    if isinstance(title, Text) and len(wanted) > title.longest:
        raise Unread(f"{wanted[:40]}…", f"the name of a person, of at most {title.longest:,} characters")
    return draft.add(PEOPLE, None, title=wanted)


def named_in_passing(change_set: ChangeSet) -> tuple[str, ...]:
    """Names of people whom a change made because it names them; none where it is about people, or takes one back."""
    if change_set.undoes or change_set.via or change_set.registers == {PEOPLE.key}:
        return ()
    edits = {
        (edit.cell.row, edit.cell.field): edit.new for edit in change_set.edits if edit.cell.register == PEOPLE.key
    }
    return tuple(str(edits.get((row, "title"), "")) for (row, field), new in edits.items() if field == "exists" and new)

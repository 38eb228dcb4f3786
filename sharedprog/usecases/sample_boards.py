"""The sample's boards, links and notes: short forms in their files, made into entries and steps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sharedprog.domain.drafting import Draft
from sharedprog.domain.register import Register
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.notes import NOTES
from sharedprog.usecases import boards
from sharedprog.usecases.document import Document
from sharedprog.usecases.sample_content import Entry, SampleError, read
from sharedprog.usecases.sample_days import NEXT
from sharedprog.usecases.sample_steps import Rank, Step, Story
from sharedprog.usecases.sample_values import id_of

TOLERANCES = ("time", "cost", "benefits")
RATERS = {"ashmere": "sro", "tolland": "md"}
"""Who gives each partner's own rating."""


def board_entries(folder: Path) -> tuple[Entry, ...]:
    """Boards with agenda, members and what each was told, as plain entries."""
    tables = read(folder, "boards")
    made = []
    for name, values in tables["boards"].items():
        place = f"boards.toml: {name}"
        try:
            made.append(Entry(place, BOARD_MEETINGS, name, _board(tables, values), {}, {}))
        except (KeyError, IndexError, ValueError) as error:
            raise SampleError(place, f"it lacks or misstates {error}") from error
    return tuple(made)


def _board(tables: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    number = values["number"]
    return {
        "at": values["at"],
        "who": "secretary",
        "number": number,
        "day": f"board{number}",
        "starts": tables["starts"],
        "ends": tables["ends"],
        "place": values["place"],
        "chair": "sro",
        "quorum": tables["quorum"],
        "agenda_items": list(_agenda(tables["agenda"], values)),
        "attendances": list(_seats(tables, values)),
        "story": list(_told(values)),
    }


def _agenda(agenda: list[list[Any]], values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for place, (title, purpose, presenter, minutes, section) in enumerate(agenda, start=1):
        shown = values.get("third_item", title) if place == 3 else title
        yield {
            "title": shown.replace("{previous}", str(values["number"] - 1)),
            "purpose": purpose,
            "presenter": presenter,
            "minutes": minutes,
            "section": section,
        }


def _seats(tables: dict[str, Any], values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    substitutes = values.get("substitutes", {})
    for capacity, people in (("member", tables["members"]), ("attending", tables["attending"])):
        for person in people:
            after: dict[str, Any] = {"at": f"board{values['number']}", "who": "secretary", "present": "yes"}
            if person in values.get("absent", ()):
                after["present"] = "no"
            if person in substitutes:
                after |= {"present": "substitute", "substitute": substitutes[person]}
            held = values["number"] < NEXT
            yield {"person": person, "capacity": capacity, "story": [after] if held else []}


def _told(values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What the board was told three days before, and what was written down after it."""
    if "overall" not in values:
        return
    number = values["number"]
    before = f"board{number}-3" if number < NEXT else "lately+9"
    told: dict[str, Any] = {
        "at": before,
        "who": "pm",
        "fortnight_lines": [{"kind": kind, "title": line} for kind in ("done", "next") for line in values[kind]],
        "asks": [{"title": line} for line in values["asks"]],
        "ratings": [{"rag": values["overall"][0], "reason": values["overall"][1]}],
        "tolerances": [{"kind": kind, "state": values[kind][0], "title": values[kind][1]} for kind in TOLERANCES],
    }
    yield told | ({"rag_reason": values["rag_reason"]} if "rag_reason" in values else {})
    for partner, rater in RATERS.items():
        rag, reason = values[partner]
        yield {"at": before, "who": rater, "ratings": [{"partner": partner, "rag": rag, "reason": reason}]}
    if "notes" in values:
        yield {"at": f"board{number}", "who": "secretary", "notes": values["notes"]}


def hold_steps(story: Story) -> Iterator[Step]:
    """Each board before the next marked held, on its day, before anything else is written."""
    for number in range(1, NEXT):

        def act(document: Document, board: str = id_of(BOARD_MEETINGS.key, f"b{number}")) -> None:
            boards.hold(document, board)

        yield Step(story.days.boards[number], Rank.HOLD, "secretary", act=act)


def link_steps(folder: Path, story: Story) -> Iterator[Step]:
    """Links between registers: day, who, from, how, to."""
    for number, line in enumerate(read(folder, "links")["links"], start=1):
        day, who, source, kind, target = _parts(f"links.toml: link {number}", line, 5)
        place = f"links.toml: {source} {kind} {target}"
        yield _line(story, LINKS, place, day, who, {"source": source, "kind": kind, "target": target})


def note_steps(folder: Path, story: Story) -> Iterator[Step]:
    """Notes: day, who, about what, text."""
    for number, line in enumerate(read(folder, "notes")["notes"], start=1):
        day, who, about, text = _parts(f"notes.toml: note {number}", line, 4)
        yield _line(
            story, NOTES, f"notes.toml: {about}", day, who, {"parent": about, "day": "now", "who": "me", "text": text}
        )


def _parts(place: str, line: list[str], count: int) -> list[str]:
    if len(line) != count:
        raise SampleError(place, f"it has {len(line)} parts and needs {count}")
    return line


def _line(story: Story, register: Register[Any], place: str, day: str, who: str, values: dict[str, str]) -> Step:
    when = story.days.read(day, place)

    def fill(_: Document, draft: Draft) -> None:
        at = story.writing(draft, when, who, place)
        cells = {field: story.names.value(register, field, value, at) for field, value in values.items()}
        draft.add(register, id_of(register.key, place, day), **cells)

    return Step(when, Rank.LINK, who, fill, verb="Add", join=register.key)

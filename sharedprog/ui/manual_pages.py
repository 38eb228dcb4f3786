"""The pages of the manual: their files and titles, which goes with which page of the window, and searching them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "manual"
PICTURES = "images"
"""The folder within it that holds the pictures."""
PAGES = {
    "start": "Start",
    "fortnight": "The fortnight",
    "plan": "Plan",
    "health": "Schedule health",
    "risks": "Risks and issues",
    "poisons": "Poisons and antidotes",
    "actions": "Actions and decisions",
    "boards": "Boards and packs",
    "people": "Partners and people",
    "history": "History",
    "finding": "Finding and adding",
    "files": "Files and backups",
    "exchange": "Import and export",
    "keyboard": "Keyboard",
    "about": "About",
}
"""Pages by the name of their file, in reading order, with their titles."""
OF_REGISTER = {
    "dashboard": "start",
    "since": "boards",
    "tasks": "plan",
    "workstreams": "plan",
    "baselines": "plan",
    "risks": "risks",
    "issues": "risks",
    "matrices": "risks",
    "poisons": "poisons",
    "actions": "actions",
    "decisions": "actions",
    "board_meetings": "boards",
    "packs": "boards",
    "pack": "boards",
    "again": "boards",
    "programme": "start",
    "partners": "people",
    "people": "people",
    "calendars": "plan",
    "bank_holidays": "plan",
    "health": "health",
    "import": "exchange",
    "history": "history",
    "print": "exchange",
    "plan_page": "plan",
    "sheets": "plan",
}
PASSAGE = {
    "dashboard": "The dashboard",
    "since": "Since the last board",
    "workstreams": "Workstreams",
    "baselines": "Baselines",
    "calendars": "Working times and bank holidays",
    "bank_holidays": "Working times and bank holidays",
    "issues": "Issues",
    "matrices": "Scoring matrices",
    "decisions": "Decisions",
    "board_meetings": "Board meetings",
    "packs": "Packs",
    "pack": "Making a pack",
    "again": "Packs",
    "programme": "The programme",
    "people": "People",
    "import": "Import",
    "print": "Export",
}
"""The heading at which the manual opens, where that is not the top of its page."""
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*`_>#]+")
MOST_HITS = 40


@dataclass(frozen=True)
class Passage:
    """A paragraph, a point of a list or a line of a table, and the heading it stands under."""

    page: str
    heading: str
    text: str

    @property
    def place(self) -> str:
        """Where it stands: ``Plan, What if?``."""
        title = PAGES[self.page]
        return title if self.heading in ("", title) else f"{title}, {self.heading}"


def page_for(key: str) -> str:
    """The page of the manual that goes with a page of the window."""
    return OF_REGISTER.get(key, "start")


def passage_for(key: str) -> str:
    """The heading that goes with a page of the window; empty for the top of its page."""
    return PASSAGE.get(key, "")


@cache
def text_of(page: str) -> str:
    """A page as it is written; FileNotFoundError where it is missing."""
    return (FOLDER / f"{page}.md").read_text(encoding="utf-8")


@cache
def passages() -> tuple[Passage, ...]:
    """Every passage of every page, in reading order."""
    return tuple(passage for page in PAGES for passage in passages_of(page, text_of(page)))


def passages_of(page: str, text: str) -> list[Passage]:
    """The passages of one page."""
    found: list[Passage] = []
    heading, lines = "", list[str]()

    def end() -> None:
        words = " ".join(" ".join(lines).split())
        if words:
            found.append(Passage(page, heading, words))
        lines.clear()

    for line in text.splitlines():
        plain = _plain(line)
        if line.startswith("#"):
            end()
            heading = plain
            found.append(Passage(page, heading, heading))
        elif line.startswith("!["):
            end()  # what a picture shows is said in the text as well
        elif not line.strip() or re.match(r"\s*([-*]|\d+\.)\s|\|", line):
            end()
            if line.startswith("|"):
                plain = "" if set(line) <= set("|-: ") else ": ".join(filter(None, map(str.strip, plain.split("|"))))
            lines.append(re.sub(r"^\s*([-*]|\d+\.)\s+", "", plain))
        else:
            lines.append(plain)
    end()
    return found


def found(words: str) -> list[Passage]:
    """Passages that hold every word, the ones whose heading does first."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    hits = [each for each in passages() if _holds(f"{each.place} {each.text}", wanted)]
    return sorted(_once(hits), key=lambda each: not _holds(each.place, wanted))[:MOST_HITS]


def _once(hits: Iterable[Passage]) -> list[Passage]:
    """A heading whose own passages were found as well says nothing more."""
    held = list(hits)
    told = {(each.page, each.heading) for each in held if each.text != each.heading}
    return [each for each in held if each.text != each.heading or (each.page, each.heading) not in told]


def _holds(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _plain(line: str) -> str:
    return _MARKS.sub(lambda mark: mark[1] or "", line).strip()

"""What one person prefers: their name, recent files, light or dark; a small JSON file of their own."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

RECENT = 8
MOST_HEADINGS = 500


@dataclass(frozen=True)
class Settings:
    """Preferences; ``asked``: the person has confirmed their name; ``toured``: they have seen the tour.

    ``scheme`` is light, dark, contrast or system; ``bars`` is what colours the bars of the plan: partner, workstream,
    or nothing. ``columns`` and ``filters`` hold, by register, what ``list_settings`` and ``saved_filters`` read.
    """

    name: str = ""
    asked: bool = False
    toured: bool = False
    scheme: str = "system"
    recent: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    """What the programmes in recent files are called, by path."""
    bars: str = ""
    columns: dict[str, Any] = field(default_factory=dict)
    heat_map: bool = True
    filters: dict[str, Any] = field(default_factory=dict)
    headings: dict[str, dict[str, str]] = field(default_factory=dict)
    """By register and heading, what a column of an imported sheet was said to mean."""

    def meant(self, register: str, meanings: Mapping[str, str]) -> Settings:
        """These settings with what columns were said to mean the last time."""
        kept = {**self.headings.get(register, {}), **meanings}
        return replace(self, headings={**self.headings, register: dict(list(kept.items())[-MOST_HEADINGS:])})

    def opened(self, path: Path, title: str = "") -> Settings:
        """These settings with a file at the head of the recent ones; those that are pinned stay."""
        text = str(path.absolute())
        others = [each for each in self.recent if each != text]
        room = RECENT - 1 - sum(each in self.pinned for each in others)
        loose = [each for each in others if each not in self.pinned][: max(room, 0)]
        recent = (text, *(each for each in others if each in self.pinned or each in loose))
        titles = {**self.titles, text: title} if title else self.titles
        return replace(self, recent=recent, titles={each: words for each, words in titles.items() if each in recent})

    def without(self, path: Path) -> Settings:
        """These settings without a file among the recent ones."""
        text = str(path)
        titles = {each: words for each, words in self.titles.items() if each != text}
        recent, pinned = (tuple(each for each in known if each != text) for known in (self.recent, self.pinned))
        return replace(self, recent=recent, pinned=pinned, titles=titles)

    def with_pin(self, path: Path, *, pinned: bool) -> Settings:
        """These settings with a recent file pinned to the head of the list, or loose again."""
        others = tuple(each for each in self.pinned if each != str(path))
        return replace(self, pinned=(*others, str(path)) if pinned else others)

    def listed(self) -> tuple[Recent, ...]:
        """The recent files, those that are pinned first, else the newest first."""
        found = [Recent(Path(each), self.titles.get(each, ""), each in self.pinned) for each in self.recent]
        return tuple(sorted(found, key=lambda each: not each.pinned))


@dataclass(frozen=True)
class Recent:
    """A file that was open lately, and what the programme in it is called, where that is known."""

    path: Path
    title: str = ""
    pinned: bool = False

    @property
    def name(self) -> str:
        """What to call it."""
        return self.title or self.path.stem


def system_name() -> str:
    """The name of the computer's account, until the person says otherwise."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def config_folder() -> Path:
    """Where preferences are kept; ``SHAREDPROG_CONFIG`` names another place."""
    return Path(os.environ.get("SHAREDPROG_CONFIG") or platformdirs.user_config_dir("sharedprog", appauthor=False))


def data_folder() -> Path:
    """Where backups and the sample are kept; ``SHAREDPROG_DATA`` names another place."""
    return Path(os.environ.get("SHAREDPROG_DATA") or platformdirs.user_data_dir("sharedprog", appauthor=False))


def load(folder: Path | None = None) -> Settings:
    """The person's settings; a missing or broken file gives the defaults."""
    return held(folder) or Settings(name=system_name())


def held(folder: Path | None = None) -> Settings | None:
    """The settings as the file has them, which another window may have written; ``None`` where it has none."""
    path = (folder or config_folder()) / "settings.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        defaults = asdict(Settings())
        known = {name: found[name] for name in defaults if name in found}
        for listed in ("recent", "pinned"):
            known[listed] = tuple(str(each) for each in known.get(listed, ()))
        titles = known.get("titles", {})
        known["titles"] = {str(path): str(title) for path, title in titles.items()} if isinstance(titles, dict) else {}
        known["headings"] = _texts_in(known.get("headings", {}))
        read = Settings(**{name: value for name, value in known.items() if type(value) is type(defaults[name])})
        return read if read.name else replace(read, name=system_name())
    except (OSError, ValueError, TypeError):
        return None


def both(before: Settings, wanted: Settings, elsewhere: Settings) -> Settings:
    """What was changed here since ``before``, on top of what another window has kept meanwhile."""
    parts = {
        each.name: tuple(getattr(one, each.name) for one in (before, wanted, elsewhere)) for each in fields(before)
    }
    return Settings(**{name: _both(*three) for name, three in parts.items()})


def _both(before: object, wanted: object, elsewhere: object) -> Any:  # noqa: ANN401 - the value of any setting
    if wanted == before:
        return elsewhere
    if isinstance(wanted, tuple) and isinstance(before, tuple) and isinstance(elsewhere, tuple):
        return (*wanted, *(each for each in elsewhere if each not in before and each not in wanted))
    if not (isinstance(wanted, dict) and isinstance(before, dict) and isinstance(elsewhere, dict)):
        return wanted
    changed = {key: value for key, value in wanted.items() if key not in before or before[key] != value}
    kept = {key: value for key, value in elsewhere.items() if key in wanted or key not in before}
    return kept | {key: _both(before.get(key), value, kept.get(key)) for key, value in changed.items()}


def _texts_in(held: object) -> dict[str, dict[str, str]]:
    """What a file that anybody may have changed says of headings, as far as it makes sense."""
    outer = held if isinstance(held, dict) else {}
    return {
        str(key): {str(heading): str(name) for heading, name in inner.items()}
        for key, inner in outer.items()
        if isinstance(inner, dict)
    }


def save(settings: Settings, folder: Path | None = None) -> None:
    """Write the settings whole beside their place, then move them there; raises ``OSError``."""
    place = folder or config_folder()
    place.mkdir(parents=True, exist_ok=True)
    part = place / f"settings.json.{os.getpid()}.part"
    try:
        part.write_text(json.dumps(asdict(settings), indent=2, ensure_ascii=False), encoding="utf-8")
        part.replace(place / "settings.json")
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()

"""What one person prefers: their name, recent files, light or dark; a small JSON file of their own."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import platformdirs

RECENT = 8


@dataclass(frozen=True)
class Settings:
    """Preferences; ``asked``: the person has confirmed their name; ``toured``: they have seen the tour.

    ``scheme`` is light, dark, contrast or system; ``bars`` is what colours the bars of the plan: partner, workstream,
    or nothing.
    """

    name: str = ""
    asked: bool = False
    toured: bool = False
    scheme: str = "system"
    recent: tuple[str, ...] = ()
    bars: str = ""
    columns: dict[str, list[str]] = field(default_factory=dict)
    heat_map: bool = True

    def opened(self, path: Path) -> Settings:
        """These settings with a file at the head of the recent ones."""
        text = str(path.absolute())
        return replace(self, recent=(text, *(each for each in self.recent if each != text))[:RECENT])


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
    path = (folder or config_folder()) / "settings.json"
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        defaults = asdict(Settings())
        known = {name: held[name] for name in defaults if name in held}
        known["recent"] = tuple(str(each) for each in known.get("recent", ()))
        loaded = Settings(**{name: value for name, value in known.items() if type(value) is type(defaults[name])})
    except (OSError, ValueError, TypeError):
        loaded = Settings()
    return loaded if loaded.name else replace(loaded, name=system_name())


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

"""What every test stands on: no screen, no settings of the person who runs it, no memory of earlier runs."""

import os
from collections.abc import Iterator
from pathlib import Path

# Qt reads these once, when it is first imported, so they come before any other import.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
# Lists of fonts are kept from test to test, and from run to run: making one takes seconds.
os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))

import pytest
from hypothesis import HealthCheck, settings

from sharedprog.usecases.collecting import collect_due, collect_when_asked

for profile, examples in (("steady", 30), ("thorough", 1_000)):
    settings.register_profile(
        profile, max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
settings.load_profile("steady")
collect_when_asked()


@pytest.fixture(autouse=True)
def tidy() -> Iterator[None]:
    """Garbage is looked for between tests, never in a thread beside that of the windows."""
    yield
    collect_due()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for the settings, backups and documents of this test alone."""
    home = tmp_path / "home"
    for variable, folder in {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
    }.items():
        monkeypatch.setenv(variable, str(home / folder))
    home.mkdir()
    return home

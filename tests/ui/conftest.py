"""A themed application, a bridge and a background that leave nothing behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from sharedprog.ui.background import Background
from sharedprog.ui.bridge import Bridge
from sharedprog.ui.theme import Scheme, Theme
from tests.window_fixtures import built, desk, frame, sample, small, window, workers

__all__ = ["built", "desk", "frame", "sample", "small", "window", "workers"]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT, text_scale=1.0)


@pytest.fixture(autouse=True)
def themed(theme: Theme) -> Iterator[None]:
    yield
    if theme.scheme is not Scheme.LIGHT:
        theme.choose(Scheme.LIGHT)


@pytest.fixture
def bridge(qapp: QApplication) -> Bridge:
    return Bridge()


@pytest.fixture
def background(bridge: Bridge) -> Iterator[Background]:
    background = Background(bridge)
    yield background
    background.close()

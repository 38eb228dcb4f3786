"""The whole window, in its usual colours."""

import pytest
from PySide6.QtWidgets import QApplication

from sharedprog.ui.theme import Scheme, Theme
from tests.window_fixtures import built, desk, frame, sample, small, window, workers

__all__ = ["built", "desk", "frame", "sample", "small", "window", "workers"]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT, text_scale=1.0)

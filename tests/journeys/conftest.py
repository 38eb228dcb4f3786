"""The whole window, in its usual colours."""

import pytest
from PySide6.QtWidgets import QApplication

from sharedprog.ui.theme import Scheme, Theme
from tests.window_fixtures import built, desk, frame, sample, small, window

__all__ = ["built", "desk", "frame", "sample", "small", "window"]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT, text_scale=1.0)

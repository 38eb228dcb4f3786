"""Trouble: what can go wrong outside the program, told as a sentence and what to do."""

from __future__ import annotations


class Trouble(Exception):
    """A known trouble (disk full, not our file, unreadable import); its text is shown to the person as it is."""

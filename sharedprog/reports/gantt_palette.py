"""The colours of a Gantt chart that no other page has; what they say is said by shape or hatching as well."""

from __future__ import annotations

from reportlab.lib.colors import HexColor

DONE = HexColor("#357683")
LEFT = HexColor("#CFE4E8")
CRITICAL = HexColor("#8E1A13")
CRITICAL_TINT = HexColor("#FBE3E0")
GHOST = HexColor("#9AA8B5")
"""Baselines, boards to come, and links between finished tasks."""
REST = HexColor("#EFF2F5")
"""Days on which nobody works."""

"""Searching everything: the field at the top of the window and what it finds."""

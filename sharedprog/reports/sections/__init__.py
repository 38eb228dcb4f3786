"""The sections of a board pack, one to a file."""

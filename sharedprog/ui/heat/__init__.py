"""The risk heat map on the screen."""

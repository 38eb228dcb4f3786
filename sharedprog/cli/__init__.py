"""The program without its window: ``sharedprog COMMAND …``, the same use cases for people, scripts and checks.

The exit code is 0 when it is done, 1 when there are problems in the person's data, and 2 when it could not run.
"""

from sharedprog.cli.running import main

__all__ = ["main"]

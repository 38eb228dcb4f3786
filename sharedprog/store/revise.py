"""Write the next migration from the difference between the registers and the last one.

Run ``python -m sharedprog.store.revise "what changes"`` after changing a register.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command

from sharedprog.store.connection import Guard, make_engine
from sharedprog.store.schema import configuration, revisions, upgrade


def revise(message: str) -> None:
    """Write ``migrations/versions/NNNN_message.py``; raises Alembic's errors where nothing can be compared."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "last.sharedprog"
        path.touch()
        engine = make_engine(path, Guard())
        known = revisions()
        with engine.begin() as connection:
            upgrade(connection)
            number = f"{len(known) + 1:04d}"
            config = configuration(connection)
            config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            command.revision(config, message, autogenerate=True, rev_id=number, head=known[-1])
        engine.dispose()


if __name__ == "__main__":
    revise(" ".join(sys.argv[1:]) or "registers")

"""What the first hundred bytes of a file say, before SQLite is allowed near it."""

from __future__ import annotations

from pathlib import Path

from sharedprog.store.connection import APPLICATION_ID
from sharedprog.store.trouble import Damaged, NotOurs, TooNew, told

MAGIC = b"SQLite format 3\x00"
SCHEMA = 6
"""The number of migrations this version knows; the file holds its own as ``user_version``."""


def schema_of(path: Path) -> int:
    """The schema number of a programme file; raises ``NotOurs``, ``TooNew`` or ``Damaged`` with a sentence."""
    with told(path):
        if path.is_dir():
            raise NotOurs(f"“{path.name}” is a folder. Choose a file that ends in .sharedprog.")
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(100)
    if not head:
        raise NotOurs(f"“{path.name}” is empty: it holds no programme. It was left as it is.")
    if len(head) < 100 or head[:16] != MAGIC:
        raise NotOurs(f"“{path.name}” is not a sharedprog file. It was left as it is.")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotOurs(f"“{path.name}” belongs to another program. It was left as it is.")
    schema = int.from_bytes(head[60:64], "big")
    if schema > SCHEMA:
        raise TooNew(
            f"“{path.name}” was made by a newer version of sharedprog. It was left as it is: "
            "install the newer version to open it."
        )
    pages, page = int.from_bytes(head[28:32], "big"), int.from_bytes(head[16:18], "big")
    if pages * (65536 if page == 1 else page) > size or schema < 1:
        raise Damaged(f"“{path.name}” is cut short. Nothing was changed. Open the newest copy in the backups folder.")
    return schema

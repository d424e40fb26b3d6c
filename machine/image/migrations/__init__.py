"""From the schema of each released version to the next: STEPS[n] brings user_version n to n + 1.

Each step is a module `mNNNN_what.py` here with one function `migrate(database)`, run in the
transaction that also raises `user_version`; it has its own test and an image of version n under
tests/data/8box/. The schema after the last step is that of schema.sql, to the letter.
"""

import sqlite3
from collections.abc import Callable

VERSION = 1

STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {}


def upgrade(database: sqlite3.Connection, version: int) -> None:
    """Brings an image of `version` (1..VERSION) to VERSION, within the caller's transaction."""
    for step in range(version, VERSION):
        STEPS[step](database)
        database.execute(f"PRAGMA user_version = {step + 1}")

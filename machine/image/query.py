"""Reading from SQLite without leaving anything open."""

import sqlite3
from typing import Any


def rows(database: sqlite3.Connection, sql: str, parameters: tuple[Any, ...] = ()) -> list[Any]:
    """All rows of a query.

    The cursor is closed even when a row can't be read: one that stays open in a traceback would
    keep the database, and its lock, open after `close()`.
    """
    cursor = database.execute(sql, parameters)
    try:
        return cursor.fetchall()
    finally:
        cursor.close()

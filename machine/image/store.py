"""Opening, creating and closing a `.8box` file: SQLite, with one process in it at a time.

The journal is SQLite's rollback journal, not WAL: between two transactions the VM is then whole in
its one file, so it can be copied even while it is open, and readers beside the one writer, which
WAL is for, are not wanted. The exclusive lock is held as long as the file is open; so long, a
`-journal` file, of meaning only within a transaction, lies beside it.

A file that is refused is left as it was. Nothing in a file is trusted: its schema has to be ours
to the letter, and its contents are checked as they are read.
"""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec

from machine.core.errors import Refused
from machine.image.migrations import VERSION, upgrade
from machine.image.query import rows

APPLICATION_ID = 0x38424F58  # "8BOX"
SCHEMA = Path(__file__).with_name("schema.sql")
IN_MEMORY = ""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes; https://www.sqlite.org/fileformat2.html, section 1.3
_USER_VERSION, _APPLICATION_ID = slice(60, 64), slice(68, 72)
# The second when a message about a damaged schema quotes it.
_DAMAGE = (sqlite3.Error, UnicodeDecodeError)

T = TypeVar("T")

_open_here: set[tuple[int, int]] = set()


class Store:
    """An open image. Use as a context manager, or `close()` it."""

    def __init__(
        self, database: sqlite3.Connection, title: str, key: tuple[int, int] | None
    ) -> None:
        """Not for callers: `Store.open`, `Store.create`."""
        self.database = database
        self.title = title
        self._key = key

    @classmethod
    def open(cls, path: str) -> "Store":
        """Opens an image that is there, brought to this version if it is older.

        Refused, and unchanged, if it is no image, is damaged, is of a newer EightBox, is in use,
        or can't be read and written.
        """
        file = Path(path)
        key = _checked(file)
        if key in _open_here:
            raise Refused(_in_use(file))
        database = None
        try:
            database = _connect(file)
            _lock(database)
            _verify(database, file)
        except BaseException as error:
            if database is not None:
                database.close()
            if isinstance(error, _DAMAGE):
                raise _refusal(file, error) from error
            raise
        _open_here.add(key)
        return cls(database, str(file), key)

    @classmethod
    def create(cls, path: str) -> "Store":
        """Makes a new image, empty but for the schema; IN_MEMORY makes one without a file.

        Refused if something of that name is there, or the folder doesn't take it.
        """
        if path == IN_MEMORY:
            database = sqlite3.connect(":memory:", isolation_level=None)
            _install(database)
            return cls(database, "this VM", None)
        file = Path(path)
        if os.path.lexists(file):
            raise Refused(f"{file} is there already; choose another name.")
        aside = file.with_name(f".{file.name}.{os.getpid()}")
        try:
            with suppress(FileNotFoundError):
                aside.unlink()
            database = sqlite3.connect(aside, isolation_level=None)
            try:
                _install(database)
            finally:
                database.close()
            _publish(aside, file)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise Refused(f"{file} can't be created ({reason}); choose another folder.") from error
        finally:
            with suppress(OSError):
                aside.unlink()
        return cls.open(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self.database.close()
        if self._key is not None:
            _open_here.discard(self._key)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is done inside, or nothing; Refused if the file does not take or give it."""
        try:
            self.database.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                with suppress(sqlite3.Error):  # a full disk has rolled back already
                    self.database.execute("ROLLBACK")
                raise
            self.database.execute("COMMIT")
        except _DAMAGE as error:
            with suppress(sqlite3.Error):
                self.database.execute("ROLLBACK")
            raise Refused(
                f"{self.title} can't be read or written ({error}); nothing in it was changed."
            ) from error

    def setting(self, name: str, kind: type[T], default: T) -> T:
        """A setting of the VM, plain data of type `kind`; `default` if it was never set.

        Refused if what is there is no `kind`.
        """
        with self.transaction():
            found = rows(self.database, "SELECT value FROM setting WHERE name = ?", (name,))
        if not found:
            return default
        try:
            return msgspec.msgpack.decode(found[0][0], type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, TypeError) as error:
            raise Refused(
                f"The setting {name} in {self.title} is damaged; use another VM file."
            ) from error

    def set_setting(self, name: str, value: Any) -> None:
        """Keeps a setting of the VM, plain data."""
        with self.transaction():
            self.put_setting(name, value)

    def put_setting(self, name: str, value: Any) -> None:
        """`set_setting` within the caller's transaction."""
        self.database.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, msgspec.msgpack.encode(value)),
        )


def _in_use(file: Path) -> str:
    return f"{file} is in use by another EightBox; close it there first."


def _checked(file: Path) -> tuple[int, int]:
    """The identity of a file whose header says that it is an image; Refused if it is none."""
    try:
        status = file.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Refused(f"{file} is a folder; choose a VM file (.8box).")
        if not stat.S_ISREG(status.st_mode):
            raise Refused(f"{file} is not an ordinary file; choose a VM file (.8box).")
        key = (status.st_dev, status.st_ino)
        if key in _open_here:  # closing a second descriptor would drop the lock of the first
            return key
        with file.open("rb") as stream:
            header = stream.read(_HEADER)
    except FileNotFoundError as error:
        raise Refused(f"{file} does not exist; choose another VM file (.8box).") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{file} can't be read ({reason}); choose another VM file.") from error
    application = int.from_bytes(header[_APPLICATION_ID])
    if len(header) < _HEADER or header[:16] != _MAGIC or application != APPLICATION_ID:
        raise Refused(f"{file} is not a VM file of EightBox; choose an .8box file.")
    version = int.from_bytes(header[_USER_VERSION])
    if version > VERSION:
        raise Refused(f"{file} was made by a newer EightBox; open it with that one.")
    if version == 0:
        raise Refused(f"{file} is damaged (it has no version); use another VM file.")
    if not os.access(file, os.W_OK) or not os.access(file.parent, os.W_OK):
        raise Refused(f"{file} can't be written; copy it to a folder that is yours.")
    return key


def _connect(file: Path) -> sqlite3.Connection:
    address = file.resolve().as_uri() + "?mode=rw"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=0)


def _lock(database: sqlite3.Connection) -> None:
    """Takes the lock, which stays until the database is closed, and makes it distrustful."""
    for pragma in (
        "locking_mode = EXCLUSIVE",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "foreign_keys = ON",
        "mmap_size = 0",
        "synchronous = FULL",
    ):
        rows(database, f"PRAGMA {pragma}")
    database.execute("BEGIN EXCLUSIVE")
    database.execute("COMMIT")


def _refusal(file: Path, error: Exception) -> Refused:
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY:
        return Refused(_in_use(file))
    return Refused(f"{file} is damaged ({error}); use another VM file.")


def _verify(database: sqlite3.Connection, file: Path) -> None:
    ((verdict,),) = rows(database, "PRAGMA quick_check(1)")
    if verdict != "ok":
        raise Refused(f"{file} is damaged ({' '.join(str(verdict).split())}); use another VM file.")
    ((version,),) = rows(database, "PRAGMA user_version")
    database.execute("BEGIN IMMEDIATE")
    try:
        upgrade(database, version)
        if schema_of(database) != _our_schema():
            raise Refused(f"{file} is damaged (foreign tables); use another VM file.")
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise


def schema_of(database: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Type, name and SQL of everything in a database, sorted."""
    return sorted(
        (kind, name, sql or "")
        for kind, name, sql in rows(database, "SELECT type, name, sql FROM sqlite_schema")
    )


def _our_schema() -> list[tuple[str, str, str]]:
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _install(database)
        return schema_of(database)
    finally:
        database.close()


def _install(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA auto_vacuum = FULL")
    database.execute("PRAGMA foreign_keys = ON")
    database.executescript(SCHEMA.read_text(encoding="utf-8"))
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {VERSION}")


def _publish(aside: Path, file: Path) -> None:
    """Gives a finished file its name, which must be free."""
    try:
        os.link(aside, file)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        aside.rename(file)

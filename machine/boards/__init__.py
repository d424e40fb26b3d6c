"""The boards: data only. `board_named` finds a built-in one, or reads a user's TOML file."""

from pathlib import Path

import msgspec

from machine.board import Board
from machine.boards import cbios, eightbox
from machine.core.errors import Refused

BOARDS = {board.name: board for board in (eightbox.EB1, eightbox.EB2, cbios.CBIOS1, cbios.CBIOS2)}
DEFAULT = "eb2"
BOARD_FILE_LIMIT = 1 << 20


def board_named(name: str) -> Board:
    """A built-in board by name, or the one in a TOML file by path. Refused if there is neither."""
    if name in BOARDS:
        return BOARDS[name]
    path = Path(name)
    if path.suffix.lower() != ".toml":
        known = ", ".join(BOARDS)
        raise Refused(
            f"There is no board called {name}; choose {known}, or give a board's TOML file."
        )
    try:
        if path.stat().st_size > BOARD_FILE_LIMIT:
            raise Refused(f"The board file {name} is far too large; give a board's TOML file.")
        return msgspec.toml.decode(path.read_bytes(), type=Board)
    except OSError as error:
        raise Refused(
            f"The board file {name} cannot be read ({error.strerror}); give another one."
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused(
            f"The board file {name} is not a valid board: {error}; correct it."
        ) from error

"""MON.COM under `eightbox exec`: commands in, lines out."""

from dataclasses import dataclass
from pathlib import Path

from tests.support.dos import BIN
from tests.support.process_vm import Ran, execute

MON = (BIN / "mon.com").read_bytes()


@dataclass
class Session:
    """What a session of MON has shown and left."""

    commands: tuple[str, ...]
    lines: list[str]
    ran: Ran

    def answers(self) -> list[list[str]]:
        """What each command has shown, without its own line."""
        found: list[list[str]] = []
        for line in self.lines:
            if line.startswith("-") and line[1:] in self.commands:
                found.append([])
            elif found:
                found[-1].append(line)
        return found


def mon(
    folder: Path, *commands: str, arguments: tuple[str, ...] = (), **options: object
) -> Session:
    """A session of MON: lines as they are typed, and Q behind them."""
    typed = "".join(f"{line}\r" for line in (*commands, "Q")).encode("latin-1")
    ran = execute(MON, folder, *arguments, typed=typed, **options)
    assert ran.result.code == 0, ran.output
    text = ran.output.decode().replace("\r\n", "\n").removesuffix("-Q\n")
    return Session(commands, [line.rstrip() for line in text.splitlines()], ran)


def answer(folder: Path, *commands: str, **options: object) -> list[str]:
    """What the last of some commands shows."""
    return mon(folder, *commands, **options).answers()[-1]

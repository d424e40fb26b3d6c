"""Programs run by `eightbox exec`'s machinery, in this process, with files in place of a terminal."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from machine.exec.vm import ProcessVm, Result, Setup
from tests.support.assembler import assemble
from tests.support.dos_programs.program import ORIGIN, DosProgram


@dataclass
class Ran:
    """What a program left behind."""

    output: bytes
    result: Result
    printed: bytes

    @property
    def text(self) -> str:
        """The output as text, a line's end as one character."""
        return self.output.decode().replace("\r\n", "\n")


def execute(
    program: bytes, folder: Path, *arguments: str, typed: bytes = b"", **options: Any
) -> Ran:
    """Runs the bytes of a .COM file with drive A: in `folder`; `options` are Setup's."""
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryFile() as output:
        file, printer = Path(name) / "TEST.COM", Path(name) / "printer"
        file.write_bytes(program)
        (Path(name) / "typed").write_bytes(typed)
        options.setdefault("terminal", "raw")
        options.setdefault("drives", {0: (folder, False)})
        options.setdefault("until", 60.0)
        with (Path(name) / "typed").open("rb") as source:
            setup = Setup(
                file,
                list(arguments),
                printer=printer,
                source=source.fileno(),
                target=output.fileno(),
                **options,
            )
            result = ProcessVm(setup).run()
        output.seek(0)
        return Ran(output.read(), result, printer.read_bytes())


def execute_source(source: str, folder: Path, *arguments: str, **options: Any) -> Ran:
    """The same for assembly text, with `BDOS`, `DMA`, `FCB1` and the show.* routines."""
    program = DosProgram("", source, "")
    return execute(program.code(), folder, *arguments, **options)


def execute_bare(source: str, folder: Path, *arguments: str, **options: Any) -> Ran:
    """The same for assembly text alone, at 0100h."""
    return execute(assemble(source, ORIGIN), folder, *arguments, **options)

"""The commands of the Program menu: rows of the table of `app.commands`.

They depend on the files used before and on the sample programs, so they are made when these are
known.
"""

from collections.abc import Iterator, Sequence

from app.commands import Command
from app.media_commands import file_title
from app.models.samples import Sample

USED, SAMPLES = "Program/Used before", "Program/Sample programs"


def program_commands(recent: Sequence[str], samples: Sequence[Sample]) -> Iterator[Command]:
    """All of the menu; `recent`: the programs used before, newest first."""
    yield Command(
        "program.run", "Program", "Load and &run…", "programs.choose", (True,),
        keys="Ctrl+Shift+E", tip="A BASIC program from a file, text or tokenised",
    )  # fmt: skip
    yield Command("program.load", "Program", "&Load…", "programs.choose", (False,))
    yield from _recent(recent)
    yield from (_start(sample) for sample in samples)
    yield Command(
        "program.save", "Program", "&Save listing as…", "programs.save_listing", group=1,
        when="powered", tip="The program in the machine's memory, as text",
    )  # fmt: skip
    yield Command(
        "program.copy", "Program", "&Copy listing", "programs.copy_listing", group=1,
        when="powered", tip="The program in the machine's memory into the clipboard",
    )  # fmt: skip


def _recent(paths: Sequence[str]) -> Iterator[Command]:
    for place, path in enumerate(paths):
        yield Command(
            f"program.recent.{place}", USED, file_title(path), "programs.load", (path,), tip=path
        )
    yield Command(
        "program.recent.forget", USED, "Forget these", "programs.forget_recent",
        when="recent_programs", group=1,
    )  # fmt: skip


def _start(sample: Sample) -> Command:
    return Command(
        command_of(sample), SAMPLES, sample.title, "programs.start_sample", (sample.name,),
        when=f"board.{sample.board}" if sample.board else "", tip=sample.tells,
    )  # fmt: skip


def command_of(sample: Sample) -> str:
    """The name of the command that starts a sample."""
    return f"program.sample.{sample.name}"

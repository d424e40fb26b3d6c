"""Disk errors: what the prompt of EB-DOS asks, and the vectors of programs for errors and their end."""

import pytest

from machine.media.dsk import Disk, blank
from tests.support.assembler import assemble
from tests.support.disk_machine import BOARDS
from tests.support.dos import started
from tests.support.trees import Volume, plant

QUESTION = "Abort, Retry or Ignore?"


def with_file(**files):
    disk = blank()
    plant(disk, files or {"B.TXT": b"hello\x1a"})
    return disk


@pytest.mark.parametrize("board", BOARDS)
def test_an_empty_drive_is_asked_about_and_abort_leads_to_the_prompt(board):
    dos = started(board)

    rows = " ".join(dos.line("dir b:", "A"))
    assert f"Cannot read: no disk, drive B {QUESTION} A" in rows
    assert "EBDOS" in " ".join(dos.line("dir"))


@pytest.mark.parametrize("board", BOARDS)
def test_retry_goes_on_when_a_disk_has_come(board):
    dos = started(board)
    dos.type("type b:b.txt\r")
    dos.says(QUESTION)
    dos.vm.insert("disk_b", with_file())
    dos.type("r")
    dos.wait()

    assert "hello" in " ".join(dos.rows())


@pytest.mark.parametrize("board", BOARDS)
def test_a_protected_disk_is_asked_about_and_not_written(board):
    disk = Disk(with_file().contents(), mode="read-only")
    before = disk.contents()
    dos = started(board, None, disk)

    rows = " ".join(dos.line("del b:b.txt", "a"))
    assert f"Cannot write: write protected, drive B {QUESTION}" in rows
    assert disk.contents() == before


@pytest.mark.parametrize("board", BOARDS)
def test_a_chain_that_leads_nowhere_is_told(board):
    disk = with_file(**{"LONG.TXT": b"x" * 5000})
    volume = Volume(disk)
    volume.link(3, 0xF00)
    volume.fats[1][:] = volume.fats[0]
    volume.save()
    dos = started(board, None, disk)

    answers = ("a",) if board == "eb1" else ()  # level 2 gives COPY the error and asks nothing
    rows = " ".join(dos.line("copy b:long.txt c.txt", *answers))
    assert "File allocation" in rows


# The routine behind F323h counts and says abort; what F1E6h leads to says that the program has not ended.
VECTORS = """
         ld hl,(&F323)
         ld (old + 1),hl
         ld hl,cell
         ld (&F323),hl
         ld hl,(&F1E6)
         ld (end + 1),hl
         ld hl,aborted
         ld (&F1E6),hl
         ld (stack + 1),sp
         ld hl,&0101
         ld de,0
         ld c,&2F
         call 5
         ld de,back
         jr say
aborted:
stack:   ld sp,0
         ld de,abort
say:     ld c,9
         call 5
old:     ld hl,0
         ld (&F323),hl
end:     ld hl,0
         ld (&F1E6),hl
         ret
cell:    dw failed
failed:  add a,"A"
         ld (drive),a
         ld a,c
         add a,"0"
         ld (code),a
         ld c,{answer}
         ret
abort:   dm "Aborted "
drive:   dm "?"
code:    dm "?$"
back:    dm "Back$"
"""


@pytest.mark.parametrize(("answer", "words"), [(2, "Aborted B2"), (0, "Back")])
def test_a_program_has_its_own_routines_for_errors_and_for_the_end_after_abort(answer, words):
    program = assemble(VECTORS.format(answer=answer), 0x100)
    dos = started("eb1", {"V.COM": program})

    assert dos.line("v") == [words]

"""A machine whose disk is at work goes on from a captured state as if nothing had been."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.api import Session
from machine.media.dsk import blank
from tests.support.floppies import boot_disk

# Writes 3 sectors, each time further on and with other contents, reads them back, for ever.
PROGRAM = """
         ld de,&8000
         ld c,&1A
         call &F37D
         ld de,20
again:   push de
         ld a,e
         ld hl,&8000
         ld b,0
fill:    ld (hl),a
         inc hl
         inc a
         djnz fill
         ld hl,&0301
         ld c,&30
         call &F37D
         pop de
         push de
         ld hl,&0301
         ld c,&2F
         call &F37D
         pop de
         ld hl,7
         add hl,de
         ex de,hl
         jr again
"""


def machine(board):
    vm = Session(board)
    vm.machine.insert("disk_a", boot_disk(PROGRAM, dos=True))
    vm.machine.insert("disk_b", blank())
    vm.machine.reset()
    assert vm.run(until=lambda vm: vm.disk("b").overlay, limit=5)
    return vm


def whole(vm):
    return (vm.capture(), vm.disk("b").contents(), vm.machine.drain_sound())


@pytest.mark.parametrize("board", ["eb1", "eb2"])
@settings(max_examples=8, deadline=None)
@given(at=st.integers(0, 60_000_000))
def test_a_restored_machine_writes_the_same_disk(board, at):
    straight, other = machine(board), machine(board)
    straight.run(ticks=at)
    other.run(ticks=at)
    state = other.capture()
    other.run(seconds=0.7)
    assert other.disk("b").capture() != straight.disk("b").capture()

    other.restore(state)

    for vm in (straight, other):
        vm.machine.drain_sound()
        vm.run(seconds=1)
    assert whole(other) == whole(straight)
    assert len(straight.disk("b").overlay) > 3

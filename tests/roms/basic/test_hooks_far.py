"""Every hook may lead into another slot by `rst 30h`: IX, IY and the alternate registers do not survive."""

from functools import cache

import pytest

from machine.api import Session
from machine.machine import Capture
from machine.media.rom import Rom
from tests.roms.basic.test_manual import Example, examples, printed
from tests.support.assembler import assemble
from tests.support.basic import Basic, started
from tests.support.guest_calls import WORK

HOOKS = sorted(address for name, address in WORK.items() if name.startswith("H."))
RET, RST_30 = 0xC9, 0xF7
CARTRIDGE_SLOT, RAM_SLOT = 0x01, 0x83
IN_RAM = 0xFD39  # SLTWRK of slots that nothing is in
BREAKER = """
        push af
        push bc
        push de
        push hl
        ld hl,&A55A
        push hl
        pop ix
        push hl
        pop iy
        exx
        ld bc,&1111
        ld de,&2222
        ld hl,&3333
        exx
        ex af,af'
        xor a
        ex af,af'
        pop hl
        pop de
        pop bc
        pop af
        ret
"""
# INIT takes the hooks of the table
CARTRIDGE = f"""
        db "A","B"
        dw init
        ds 12
init:   ld hl,table
next:   ld e,(hl)
        inc hl
        ld d,(hl)
        inc hl
        ld a,d
        or a
        ret z
        ld a,{RST_30}
        ld (de),a
        inc de
        ld a,{CARTRIDGE_SLOT}
        ld (de),a
        inc de
        ld a,breaker \\ 256
        ld (de),a
        inc de
        ld a,breaker / 256
        ld (de),a
        jr next
breaker:
{BREAKER}
table:  dw """
# it reads a register of the sound chip that any interrupt selects anew
RACES = {"inp"}
PLACES = ("cartridge", "expanded slot")


@cache
def free(board: str) -> list[int]:
    """The hooks that the disk ROM leaves alone."""
    vm = started(board).vm
    return [hook for hook in HOOKS if vm.peek(hook) == RET]


@cache
def from_a_cartridge(board: str) -> tuple[Session, Capture]:
    """A machine at the prompt whose cartridge took the hooks before BASIC started."""
    table = ",".join(str(hook) for hook in [*free(board), 0])
    image = assemble(CARTRIDGE + table, 0x4000).ljust(0x4000, b"\xff")
    vm = Session(board)
    vm.insert("cart1", Rom(image, mapper="plain"))
    vm.machine.reset()
    Basic(vm).wait(20)
    return vm, vm.capture()


def taken(board: str, place: str) -> Basic:
    """A machine at the prompt, all of its hooks taken but those of the disk ROM."""
    if place == "cartridge":
        vm, capture = from_a_cartridge(board)
        vm.restore(capture)
        return Basic(vm)
    hooks = free(board)
    basic = started(board)
    basic.vm.write(IN_RAM, assemble(BREAKER, IN_RAM))
    for hook in hooks:
        basic.vm.write(hook, bytes([RST_30, RAM_SLOT, IN_RAM & 255, IN_RAM >> 8]))
    return basic


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_the_hooks_are_taken(board: str, place: str) -> None:
    hooks = free(board)
    basic = taken(board, place)

    left = {hook for hook in hooks if basic.vm.peek(hook) != RST_30}
    had = {WORK["H.RUNC"], WORK["H.READ"]}  # by the disk ROM, at start-up
    assert left == (had if place == "cartridge" else set())
    assert len(hooks) > 70


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "example", examples(), ids=lambda example: f"{example.page}-{example.number}-{example.board}"
)
def test_examples_of_all_words_print_the_same(example: Example, place: str) -> None:
    if example.page in RACES:
        pytest.skip("reads a register that the interrupt selects")

    assert printed(taken(example.board, place), example.lines) == example.rows


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("board", ["eb1", "eb2"])
def test_time_goes_on_and_control_stop_breaks(board: str, place: str) -> None:
    basic = taken(board, place)
    basic.type_program("10 TIME=0\n20 IF TIME<60 THEN 20\n30 PRINT 60\n40 GOTO 40")
    basic.enter("RUN")
    basic.vm.run(seconds=4)
    basic.control_stop(10)
    basic.wait(2)

    assert [row.strip() for row in basic.rows()][-3:] == ["60", "Break in 40", "Ok"]

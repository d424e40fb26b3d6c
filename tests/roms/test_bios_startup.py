"""Start-up: work area, cartridges, hooks."""

from pathlib import Path

import pytest

from machine.api import Session
from tests.support.assembler import assemble
from tests.support.bios import started
from tests.support.guest_calls import WORK, prompt_shown

BOARDS = ["eb1", "eb2"]
SIGN = 0xC000  # where test cartridges leave word


def cartridge(code: str, origin: int = 0x4000, size: int = 0x4000, header: str = "0,0,0") -> bytes:
    """A ROM whose INIT is `code`."""
    source = f' db "A","B"\n dw init,{header}\n ds 6\ninit:\n{code}'
    text = f' INCLUDE "bios.inc"\n INCLUDE "workarea.inc"\n{source}'
    return assemble(text, origin).ljust(size, b"\xff")


@pytest.fixture
def rom(tmp_path: Path) -> Path:
    """The name of a file for a cartridge."""
    return tmp_path / "test.rom"


@pytest.mark.parametrize("board", BOARDS)
def test_50_hz_is_told_by_the_rom(board: str) -> None:
    with Session(board, hz=50) as vm:
        vm.run(until=prompt_shown, limit=5)

        assert vm.peek(0x002B) & 0x80
        if board == "eb2":
            assert vm.peek(WORK["RG09SAV"]) & 2


@pytest.mark.parametrize("board", BOARDS)
def test_the_work_area_has_its_documented_values(board: str) -> None:
    bios = started(board)

    words = {
        "TXTNAM": 0x0000,
        "T32NAM": 0x1800,
        "T32COL": 0x2000,
        "T32ATR": 0x1B00,
        "T32PAT": 0x3800,
        "GRPNAM": 0x1800,
        "GRPCOL": 0x2000,
        "MLTNAM": 0x0800,
        "QUEUES": WORK["QUETAB"],
        "ASPCT1": 256,
        "BOTTOM": 0x8000,
    }
    for name, value in words.items():
        assert bios.word(name) == value, name
    bytes_ = {"CRTCNT": 24, "FORCLR": 15, "BAKCLR": 4, "INTFLG": 0, "CAPST": 0}
    for name, value in bytes_.items():
        assert bios.byte(name) == value, name
    assert bios.vm.read(0xF380, 5)[:2] == b"\xd3\xa8"
    assert bios.vm.peek(0xFFF7) == bios.vm.peek(0xFCC1)


@pytest.mark.parametrize("board", BOARDS)
def test_hooks_that_nobody_took_are_ret(board: str) -> None:
    bios = started(board)

    for name in ("H.KEYI", "H.CHPU", "H.PINL", "H.ERRO", "H.PLAY"):
        assert bios.vm.read(WORK[name], 5) == b"\xc9" * 5, name


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize("slot", ["cart1", "cart2"])
@pytest.mark.parametrize("origin", [0x4000, 0x8000])
def test_a_cartridge_starts(board: str, slot: str, origin: int, rom: Path) -> None:
    image = cartridge(f" ld a,&5A\n ld ({SIGN}),a\nstay: jr stay", origin)
    rom.write_bytes(image if origin == 0x4000 else b"\xff" * 0x4000 + image)

    with Session(board) as vm:
        vm.insert(slot, rom, mapper="plain")
        vm.machine.reset()

        assert vm.run(until=lambda vm: vm.peek(SIGN) == 0x5A, limit=4)
        assert vm.peek(WORK["SCRMOD"]) == 0


@pytest.mark.parametrize("board", BOARDS)
def test_a_cartridge_that_returns_is_noted_and_the_start_goes_on(board: str, rom: Path) -> None:
    code = f" ld hl,{SIGN}\n inc (hl)\n ret\nstatement: scf\n ret"
    rom.write_bytes(cartridge(code, header="statement,0,0"))

    with Session(board) as vm:
        vm.poke(SIGN, 0)
        vm.insert("cart2", rom)
        vm.machine.reset()
        vm.run(until=prompt_shown, limit=5)

        assert vm.peek(SIGN) == 1
        assert vm.peek(WORK["SLTATR"] + 2 * 16 + 1) == 0x20


@pytest.mark.parametrize(("socket", "slot"), [("cart1", 1), ("cart2", 2)])
def test_init_finds_its_slot_in_c(socket: str, slot: int, rom: Path) -> None:
    rom.write_bytes(cartridge(f" ld a,c\n ld ({SIGN}),a\nstay: jr stay"))

    with Session("eb1") as vm:
        vm.insert(socket, rom)
        vm.machine.reset()

        assert vm.run(until=lambda vm: vm.peek(SIGN) == slot, limit=4)


def test_a_cartridge_may_wait_for_the_disk_system_in_h_stke(rom: Path) -> None:
    code = f"""
        ld a,&F7
        ld (H.STKE),a
        ld a,1
        ld (H.STKE + 1),a
        ld hl,game
        ld (H.STKE + 2),hl
        ld a,&C9
        ld (H.STKE + 4),a
        ret
game:   ld a,(DRVTBL)
        ld ({SIGN}),a
stay:   jr stay
"""
    rom.write_bytes(cartridge(code))

    with Session("eb1", cart1=rom) as vm:
        assert vm.run(until=lambda vm: vm.peek(SIGN) == 2, limit=5)


@pytest.mark.parametrize("board", BOARDS)
def test_the_interrupt_keeps_every_register(board: str) -> None:
    bios = started(board)

    after = bios.run(
        " ld bc,&1234\n ld de,&5678\n ld hl,&9ABC\n exx\n ld bc,&1111\n ld de,&2222\n ld hl,&3333\n"
        " exx\n ld ix,&4444\n ld iy,&5555\n ld a,6\n ex af,af'\n ld a,7\n halt\n halt\n"
        " push ix\n push iy\n exx\n add hl,bc\n add hl,de\n pop de\n add hl,de\n pop de\n add hl,de\n"
        " ld (&C7F0),hl\n exx\n ex af,af'\n ld (&C7F2),a\n ex af,af'\n ret"
    )

    assert (after.a, after.bc, after.de, after.hl) == (7, 0x1234, 0x5678, 0x9ABC)
    total = bios.vm.peek(0xC7F0) | bios.vm.peek(0xC7F1) << 8
    assert total == (0x1111 + 0x2222 + 0x3333 + 0x4444 + 0x5555) & 0xFFFF
    assert bios.vm.peek(0xC7F2) == 6


@pytest.mark.parametrize("board", BOARDS)
def test_jiffy_counts_frames_and_the_hooks_are_called(board: str) -> None:
    bios = started(board)
    # H.TIMI: INC (HL) of C780h; H.KEYI the same with C782h
    bios.vm.write(0xC700, assemble(" push hl\n ld hl,&C780\n inc (hl)\n pop hl\n ret", 0xC700))
    bios.vm.write(0xC720, assemble(" push hl\n ld hl,&C782\n inc (hl)\n pop hl\n ret", 0xC720))
    bios.run(" ret")
    bios.vm.write(0xC780, bytes(4))
    bios.vm.write(WORK["H.TIMI"], b"\xc3\x00\xc7")
    bios.vm.write(WORK["H.KEYI"], b"\xc3\x20\xc7")
    before = bios.word("JIFFY")

    bios.vm.run(frames=30)

    assert bios.word("JIFFY") - before == 30
    assert (bios.vm.peek(0xC780), bios.vm.peek(0xC782)) == (30, 30)


@pytest.mark.parametrize("board", BOARDS)
def test_on_interval_is_an_event_each_period(board: str) -> None:
    bios = started(board)
    bios.run(" ret")
    entry = WORK["TRPTBL"] + 17 * 3
    bios.vm.poke(entry, 1)
    bios.set_words(INTVAL=10, INTCNT=10)

    bios.vm.run(frames=9)
    early = bios.vm.peek(entry)
    bios.vm.run(frames=3)

    assert early == 1
    assert bios.vm.peek(entry) == 5
    assert bios.byte("ONGSBF") == 1


def test_a_stopped_event_is_remembered_without_telling() -> None:
    bios = started("eb1")
    bios.run(" ret")
    entry = WORK["TRPTBL"] + 17 * 3
    bios.vm.poke(entry, 3)
    bios.set_words(INTVAL=2, INTCNT=2)

    bios.vm.run(frames=5)

    assert bios.vm.peek(entry) == 7
    assert bios.byte("ONGSBF") == 0


@pytest.mark.parametrize("board", BOARDS)
def test_every_entry_leads_into_the_rom(board: str) -> None:
    bios = started(board)
    last = 0x0159 if board == "eb1" else 0x017D

    for address in (0x08, 0x0C, 0x10, 0x14, 0x18, 0x1C, 0x20, 0x24, 0x28, 0x30, 0x38, 0x66):
        assert bios.vm.peek(address) == 0xC3
    for address in [*range(0x3B, 0x63, 3), *range(0x69, last + 1, 3)]:
        opcode, low, high = bios.vm.read(address, 3)
        assert opcode == 0xC3
        assert 0x180 <= low | high << 8 < 0x8000


def test_nmi_calls_its_hook_and_returns() -> None:
    bios = started("eb1")
    bios.vm.write(0xC700, assemble(" ld (&C780),a\n ret", 0xC700))
    bios.vm.write(WORK["H.NMI"], b"\xc3\x00\xc7")

    after = bios.run(" ld a,&42\n call NMI\n ret")

    assert after.a == 0x42
    assert bios.vm.peek(0xC780) == 0x42


def test_tables_of_the_chargen_pointers() -> None:
    bios = started("eb1")

    assert bios.vm.read(0x0006, 2) == b"\x98\x98"
    assert bios.vm.peek(0x002D) == 0
    assert started("eb2").vm.peek(0x002D) == 1

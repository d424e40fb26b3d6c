"""The four ports: latches, address counter, paging, palette, indirect registers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from machine.core.bus import Bus
from machine.devices.v9938 import V9938, Tms9918a
from tests.machine.devices.v9938_rig import BASE, CRYSTAL_HZ, Rig

DATA, CONTROL, PALETTE, INDIRECT = range(BASE, BASE + 4)


def test_second_control_byte_with_bit_7_writes_a_register() -> None:
    rig = Rig()

    rig.bus.write_port(CONTROL, 0x5A)
    rig.bus.write_port(CONTROL, 0x87)

    assert rig.chip.registers[7] == 0x5A


def test_bits_that_do_not_exist_stay_zero() -> None:
    rig = Rig()

    rig.set_all((register, 0xFF) for register in range(47) if register not in (15, 17, 46))

    assert rig.chip.registers[0] == 0x7E
    assert rig.chip.registers[1] == 0x7B
    assert rig.chip.registers[9] == 0xBF
    assert rig.chip.registers[24] == 0
    assert rig.chip.registers[43] == 0x03


def test_tms9918a_has_eight_registers() -> None:
    rig = Rig(Tms9918a)

    rig.bus.write_port(CONTROL, 0x35)
    rig.bus.write_port(CONTROL, 0x80 | 0x1F)

    assert rig.chip.registers == [0, 0, 0, 0, 0, 0, 0, 0x35]


def test_second_control_byte_with_bits_7_and_6_writes_nothing_on_the_v9938() -> None:
    rig = Rig()

    rig.bus.write_port(CONTROL, 0x5A)
    rig.bus.write_port(CONTROL, 0xC7)

    assert rig.chip.registers[7] == 0


def test_status_read_forgets_a_first_control_byte() -> None:
    rig = Rig()

    rig.bus.write_port(CONTROL, 0x11)
    rig.bus.read_port(CONTROL)
    rig.bus.write_port(CONTROL, 0x22)
    rig.bus.write_port(CONTROL, 0x87)

    assert rig.chip.registers[7] == 0x22


def test_data_access_forgets_a_first_control_byte() -> None:
    rig = Rig()

    rig.bus.write_port(CONTROL, 0x11)
    rig.bus.write_port(DATA, 0)
    rig.bus.write_port(CONTROL, 0x22)
    rig.bus.write_port(CONTROL, 0x87)

    assert rig.chip.registers[7] == 0x22


@pytest.mark.parametrize("chip", [V9938, Tms9918a])
def test_bytes_written_are_read_back(chip: type[V9938] | type[Tms9918a]) -> None:
    rig = Rig(chip)

    rig.write(0x1234, b"sixteen kilobyte")

    assert rig.read(0x1234, 16) == b"sixteen kilobyte"
    assert rig.chip.read_vram(0x1234, 16) == b"sixteen kilobyte"


def test_reads_come_from_the_byte_read_ahead() -> None:
    rig = Rig()
    rig.write(0x100, b"ABC")
    rig.address(0x100, write=False)

    rig.chip.write_vram(0x100, b"xyz")

    assert bytes(rig.bus.read_port(DATA) for _ in range(3)) == b"Ayz"


def test_write_fills_the_read_ahead_byte() -> None:
    rig = Rig()
    rig.address(0x100, write=True)

    rig.bus.write_port(DATA, 0x77)

    assert rig.bus.read_port(DATA) == 0x77


def test_pointer_wraps_in_16_kb_in_the_modes_of_the_tms9918a() -> None:
    rig = Rig()
    rig.address(0x3FFF, write=True)

    rig.bus.write_port(DATA, 1)
    rig.bus.write_port(DATA, 2)

    assert rig.chip.read_vram(0x3FFF, 1) == b"\x01"
    assert rig.chip.read_vram(0, 1) == b"\x02"
    assert rig.chip.registers[14] == 0


def test_pointer_carries_into_r14_in_the_modes_of_the_v9938() -> None:
    rig = Rig()
    rig.set(0, 0x06)
    rig.run_frames()
    rig.address(0x3FFF, write=True)

    rig.bus.write_port(DATA, 1)
    rig.bus.write_port(DATA, 2)

    assert rig.chip.read_vram(0x3FFF, 2) == b"\x01\x02"
    assert rig.chip.registers[14] == 1


def test_graphic7_keeps_even_and_odd_bytes_apart() -> None:
    rig = Rig()
    rig.set(0, 0x0E)
    rig.run_frames()

    rig.write(0x10002, b"\x12\x34")

    assert rig.chip.state.vram[0x8001] == 0x12
    assert rig.chip.state.vram[0x18001] == 0x34
    assert rig.chip.read_vram(0x10002, 2) == b"\x12\x34"


def test_expansion_memory_reads_as_ones_and_takes_no_writes() -> None:
    rig = Rig()
    rig.write(0, b"\x55")
    rig.set(45, 0x40)

    rig.write(0, b"\x00")

    assert rig.read(0, 2) == b"\xff\xff"
    rig.set(45, 0)
    assert rig.read(0, 1) == b"\x55"


def test_smaller_memory_is_seen_again_above() -> None:
    rig = Rig(V9938, vram=0x10000)

    rig.write(0x1_0010, b"mirror")

    assert rig.read(0x0010, 6) == b"mirror"


def test_first_control_byte_is_in_the_address_of_the_tms9918a_at_once() -> None:
    rig = Rig(Tms9918a)
    rig.address(0x1200, write=True)

    rig.bus.write_port(CONTROL, 0x34)
    rig.bus.write_port(DATA, 0x99)

    assert rig.chip.read_vram(0x1234, 1) == b"\x99"


def test_register_write_moves_the_address_of_the_tms9918a() -> None:
    rig = Rig(Tms9918a)

    rig.set(7, 0x34)
    rig.bus.write_port(DATA, 0x99)

    assert rig.chip.read_vram(0x0734, 1) == b"\x99"


def test_palette_entry_takes_two_bytes_and_counts_on() -> None:
    rig = Rig()
    rig.set(16, 15)

    for value in (0x70, 0x07, 0x07, 0x00):
        rig.bus.write_port(PALETTE, value)

    assert rig.chip.palette[15] == (255, 255, 0)
    assert rig.chip.palette[0] == (0, 0, 255)
    assert rig.chip.registers[16] == 1


def test_write_to_r16_forgets_half_a_palette_entry() -> None:
    rig = Rig()
    rig.set(16, 3)
    rig.bus.write_port(PALETTE, 0x77)

    rig.set(16, 4)
    rig.bus.write_port(PALETTE, 0x70)
    rig.bus.write_port(PALETTE, 0x00)

    assert rig.chip.palette[4] == (255, 0, 0)


def test_power_on_palette_is_that_of_the_chip() -> None:
    expected = (
        "000000 000000 24da24 6dff6d 2424ff 486dff b62424 48daff "
        "ff2424 ff6d6d dada24 dada91 249124 da48b6 b6b6b6 ffffff"
    )

    assert " ".join(bytes(colour).hex() for colour in Rig().chip.palette) == expected


def test_indirect_port_counts_registers() -> None:
    rig = Rig()
    rig.set(17, 32)

    for value in range(1, 15):
        rig.bus.write_port(INDIRECT, value)

    assert rig.chip.registers[32:46] == [1, 0, 3, 0, 5, 0, 7, 0, 9, 0, 11, 0, 13, 14]
    assert rig.chip.registers[17] == 46


def test_indirect_port_stays_with_bit_7_of_r17() -> None:
    rig = Rig()
    rig.set(17, 0x80 | 7)

    rig.bus.write_port(INDIRECT, 0x11)
    rig.bus.write_port(INDIRECT, 0x22)

    assert rig.chip.registers[7] == 0x22
    assert rig.chip.registers[17] == 0x87


def test_r17_is_not_written_through_itself() -> None:
    rig = Rig()
    rig.set(17, 17)

    rig.bus.write_port(INDIRECT, 0x87)

    assert rig.chip.registers[17] == 18


def test_ports_that_only_write_read_as_ones() -> None:
    rig = Rig()

    assert rig.bus.read_port(PALETTE) == 0xFF
    assert rig.bus.read_port(INDIRECT) == 0xFF


def test_peek_changes_nothing() -> None:
    rig = Rig()
    rig.set(1, 0x60)
    rig.write(0, b"AB")
    rig.address(0, write=False)
    rig.run_to_line(240)

    peeks = [rig.chip.peek_register(reg, rig.bus.now) for reg in (1, 1, 0, 0)]

    assert peeks[0] == peeks[1] == 0x80 | peeks[1] & 0x7F
    assert peeks[2:] == [0x41, 0x41]
    assert rig.irq
    assert rig.bus.read_port(DATA) == 0x41


def test_reset_clears_registers_and_keeps_the_memory() -> None:
    rig = Rig()
    rig.write(0x4000, b"kept")
    rig.set_all([(1, 0x60), (7, 0xF4), (9, 0x80)])
    rig.run_to_line(250)
    raised = rig.irq

    rig.chip.reset(rig.bus.now)

    assert (raised, rig.irq) == (True, False)
    assert not any(rig.chip.registers)
    assert rig.chip.read_vram(0x4000, 4) == b"kept"
    assert rig.frame_start == rig.bus.now


def test_reset_then_frames_go_on() -> None:
    rig = Rig()
    rig.run_to_line(100)
    rig.chip.reset(rig.bus.now)

    rig.run_frames(2)

    assert rig.chip.frames == 2


@pytest.mark.parametrize("vram", [0, 1000, 0x8000, 0x40000])
def test_memory_of_another_size_is_a_bug_of_the_board(vram: int) -> None:
    with pytest.raises(AssertionError):
        V9938("vdp", Bus(CRYSTAL_HZ), vram=vram)


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.integers(DATA, INDIRECT), st.booleans(), st.integers(0, 255)), max_size=300
    ),
    st.integers(1, 4000),
)
def test_any_port_traffic_is_survived(traffic: list[tuple[int, bool, int]], pace: int) -> None:
    rig = Rig()

    for port, reads, value in traffic:
        rig.run_to(rig.bus.now + pace)
        if reads:
            assert 0 <= rig.bus.read_port(port) <= 0xFF
        else:
            rig.bus.write_port(port, value)

    rig.run_frames(2)
    assert rig.picture().shape in ((240, 320), (480, 640))

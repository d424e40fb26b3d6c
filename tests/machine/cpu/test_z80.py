"""What the single-step vectors do not show: slices, waits; flags by a model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.core.state import capture, restore
from machine.cpu.z80 import Z80
from tests.support.z80_computer import a_computer, run_to, stack_top

CF, NF, PF, HF, ZF, SF = 0x01, 0x02, 0x04, 0x10, 0x40, 0x80
bytes_ = st.integers(0, 0xFF)
words = st.integers(0, 0xFFFF)
bits = st.integers(0, 1)


class TestReset:
    def test_reset_starts_at_zero_with_interrupts_off(self):
        _, cpu = a_computer("", pc=0x1234, im=2, iff1=1, iff2=1, i=7, r=9, halted=1)

        cpu.reset(0)

        assert (cpu.pc, cpu.im, cpu.iff1, cpu.iff2, cpu.i, cpu.r, cpu.halted) == (0,) * 7

    def test_registers_read_as_they_were_set(self):
        _, cpu = a_computer("")
        wanted = {
            "af": 0x1234, "bc": 0x2345, "de": 0x3456, "hl": 0x4567, "af_": 0x5678, "bc_": 0x6789,
            "de_": 0x789A, "hl_": 0x89AB, "ix": 0x9ABC, "iy": 0xABCD, "sp": 0xBCDE, "pc": 0xCDEF,
            "wz": 0xDEF0, "i": 0x12, "r": 0x34, "im": 2, "iff1": 1, "iff2": 0, "halted": 1,
        }  # fmt: skip

        for name, value in wanted.items():
            setattr(cpu, name, value)

        assert cpu.registers() == wanted


class TestBlockInstructions:
    def test_int_finds_pc_on_an_unfinished_ldir_which_then_finishes(self):
        bus, cpu = a_computer("EDB0", im=1, iff1=1, iff2=1, hl=0x4000, de=0x6000, bc=3)
        bus.poke(0x38, 0xED)  # RETI
        bus.poke(0x39, 0x4D)
        cpu.step()
        bus.irq = 1
        cpu.step()
        returns_to = stack_top(bus, cpu)
        bus.irq = 0

        run_to(bus, cpu, 21 + 13 + 14 + 21 + 16)

        assert returns_to == 0x4000
        assert (cpu.pc, cpu.bc, bus.now) == (0x4002, 0, 85)
        assert [bus.peek(0x6000 + offset) for offset in range(3)] == [0xED, 0xB0, 0x00]

    def test_unfinished_ldir_takes_x_and_y_from_pc(self):
        _, cpu = a_computer("EDB0", at=0x2800, hl=0x6000, de=0x6000, bc=2, af=0)

        cpu.step()

        assert (cpu.af & 0x28, cpu.wz, cpu.q) == (0x28, 0x2801, 0x2C)

    def test_ldir_that_overwrites_itself_runs_what_it_wrote(self):
        bus, cpu = a_computer("EDB0 00", hl=0x5000, de=0x4000, bc=4)

        run_to(bus, cpu, 21 + 4)

        assert (cpu.pc, cpu.bc, bus.peek(0x4000)) == (0x4001, 3, 0)

    def test_ldir_of_bc_0_moves_65536_bytes(self):
        bus, cpu = a_computer("EDB8", at=0x0000, hl=0x8000, de=0x8000, bc=0)

        run_to(bus, cpu, 21 * 0xFFFF + 16)

        assert (cpu.pc, cpu.bc, bus.now) == (2, 0, 21 * 0xFFFF + 16)


class TestTime:
    @pytest.mark.parametrize(
        ("program", "states"),
        [
            ("00", 5), ("7E", 8), ("3A0080", 14), ("D398", 12), ("CB07", 10), ("CB46", 14),
            ("CBC6", 17), ("DD7E00", 21), ("DDCB0006", 25), ("ED4B0080", 22), ("EDB0", 23),
            ("ED70", 14), ("DDE5", 17), ("DD00", 10), ("E5", 12), ("C7", 12), ("CD0080", 18),
            ("18FE", 13), ("10FE", 14), ("ED57", 11), ("E3", 20), ("DDE3", 25),
        ],
    )  # fmt: skip
    def test_each_m1_cycle_waits_one_state_on_an_msx(self, program, states):
        bus, cpu = a_computer(program, m1_wait=1, cycle_ticks=6, bc=0x0202, hl=0x8000, de=0x8000)

        cpu.step()

        assert bus.now == 6 * states

    @pytest.mark.parametrize(
        ("program", "cycles"),
        [
            ("D398", [(0, 0x4000, 0xD3, "rm"), (5, 0x4001, 0x98, "rm"), (8, 0x1298, 0x12, "wi")]),
            ("77", [(0, 0x4000, 0x77, "rm"), (5, 0x8000, 0x12, "wm")]),
            (
                "ED41",
                [(0, 0x4000, 0xED, "rm"), (5, 0x4001, 0x41, "rm"), (10, 0x0304, 0x03, "wi")],
            ),
            (
                "DD7E01",
                [
                    (0, 0x4000, 0xDD, "rm"), (5, 0x4001, 0x7E, "rm"), (10, 0x4002, 0x01, "rm"),
                    (18, 0x9001, 0x00, "rm"),
                ],
            ),
        ],
    )  # fmt: skip
    def test_device_is_told_the_tick_at_which_its_machine_cycle_begins(self, program, cycles):
        bus, cpu = a_computer(
            program, m1_wait=1, cycle_ticks=6, traced=True, af=0x1200, bc=0x0304, hl=0x8000,
            ix=0x9000,
        )  # fmt: skip

        cpu.step()

        assert bus.cycles() == [(6 * state, *rest) for state, *rest in cycles]

    def test_r_counts_m1_cycles_in_seven_bits(self):
        bus, cpu = a_computer("00 CB07 DD7E00 DDCB0006 ED44", r=0xFA)

        run_to(bus, cpu, 4 + 8 + 19 + 23 + 8)

        assert cpu.r == 0x80 | (0x7A + 1 + 2 + 2 + 2 + 2) & 0x7F

    def test_ld_r_a_sets_all_eight_bits(self):
        bus, cpu = a_computer("ED4F 00", af=0xFF00)

        run_to(bus, cpu, 13)

        assert cpu.r == 0x80


class TestFlags:
    @given(bytes_, bytes_, bits, st.booleans())
    def test_8_bit_sums_and_differences_follow_the_definition(self, a, value, carry, subtract):
        _, cpu = a_computer("DE" if subtract else "CE", af=a << 8 | carry)
        cpu.bus.poke(0x4001, value)

        cpu.step()

        sign = -1 if subtract else 1
        total = a + sign * (value + carry)
        as_signed = _signed(a, 8) + sign * (_signed(value, 8) + carry)
        half = (a & 15) + sign * ((value & 15) + carry)
        result = total & 0xFF
        assert cpu.af >> 8 == result
        assert cpu.af & 0xFF == (
            result & (SF | 0x28)
            | (ZF if result == 0 else 0)
            | (HF if not 0 <= half <= 15 else 0)
            | (PF if not -128 <= as_signed <= 127 else 0)
            | (NF if subtract else 0)
            | (CF if not 0 <= total <= 0xFF else 0)
        )

    @given(words, words, bits, st.booleans())
    def test_16_bit_sums_and_differences_follow_the_definition(self, hl, de, carry, subtract):
        _, cpu = a_computer("ED52" if subtract else "ED5A", hl=hl, de=de, af=carry)

        cpu.step()

        sign = -1 if subtract else 1
        total = hl + sign * (de + carry)
        as_signed = _signed(hl, 16) + sign * (_signed(de, 16) + carry)
        half = (hl & 0xFFF) + sign * ((de & 0xFFF) + carry)
        result = total & 0xFFFF
        assert cpu.hl == result
        assert cpu.af & 0xFF == (
            result >> 8 & (SF | 0x28)
            | (ZF if result == 0 else 0)
            | (HF if not 0 <= half <= 0xFFF else 0)
            | (PF if not -0x8000 <= as_signed <= 0x7FFF else 0)
            | (NF if subtract else 0)
            | (CF if not 0 <= total <= 0xFFFF else 0)
        )

    @given(st.integers(0, 99), st.integers(0, 99), bits, st.booleans())
    def test_daa_makes_decimal_sums_and_differences(self, first, second, carry, subtract):
        program = "DE" if subtract else "CE"
        bus, cpu = a_computer(program, af=_decimal(first) << 8 | carry)
        bus.poke(0x4001, _decimal(second))
        bus.poke(0x4002, 0x27)

        run_to(bus, cpu, 11)

        total = first - second - carry if subtract else first + second + carry
        assert cpu.af >> 8 == _decimal(total % 100)
        assert cpu.af & CF == (0 if 0 <= total <= 99 else CF)

    def test_scf_ors_x_and_y_only_after_an_instruction_that_left_f_alone(self):
        bus, cpu = a_computer("B7 37 00 37", af=0x0028)  # OR A; SCF; NOP; SCF
        run_to(bus, cpu, 8)
        cpu.af = 0x0029
        after_scf = cpu.q

        run_to(bus, cpu, 16)

        assert (after_scf, cpu.af & 0x28) == (CF | ZF | PF, 0x28)

    @given(words, words)
    def test_exx_and_ex_af_twice_change_nothing(self, value, other):
        bus, cpu = a_computer("D9 08 D9 08", bc=value, de=other, hl=value ^ other, af=other)
        cpu.bc_, cpu.de_, cpu.hl_, cpu.af_ = 1, 2, 3, 4
        before = {**cpu.registers(), "pc": 0, "r": 0}

        run_to(bus, cpu, 16)

        assert {**cpu.registers(), "pc": 0, "r": 0} == before


class TestSlices:
    @given(st.binary(min_size=1, max_size=64), st.lists(st.integers(1, 200), max_size=40), words)
    def test_slices_and_captures_change_nothing(self, program, lengths, seed):
        straight_bus, straight = a_computer(program.hex(), bc=seed, hl=seed ^ 0x5AA5, af=seed)
        sliced_bus, sliced = a_computer(program.hex(), bc=seed, hl=seed ^ 0x5AA5, af=seed)
        end = 0

        for length in lengths:
            end += length
            run_to(sliced_bus, sliced, end)
            taken = capture(sliced.state)
            sliced = Z80("z80", sliced_bus, 1, 0)
            restore(sliced.state, taken, "z80")
            sliced.attach()
        run_to(straight_bus, straight, end)

        assert sliced_bus.now == straight_bus.now
        assert capture(sliced.state) == capture(straight.state)
        assert sliced_bus.memory() == straight_bus.memory()


def _signed(value, width):
    return value - (1 << width) if value >> (width - 1) else value


def _decimal(value):
    return value // 10 << 4 | value % 10

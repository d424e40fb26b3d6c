"""What the single-step vectors do not show: interrupts, HALT, slices, waits; flags by a model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from machine.core.scheduler import Scheduler
from machine.core.state import capture, restore
from machine.cpu.recording_bus import RecordingBus
from machine.cpu.z80 import Z80

CF, NF, PF, HF, ZF, SF = 0x01, 0x02, 0x04, 0x10, 0x40, 0x80
bytes_ = st.integers(0, 0xFF)
words = st.integers(0, 0xFFFF)
bits = st.integers(0, 1)


def a_computer(program, at=0x4000, m1_wait=0, cycle_ticks=1, traced=False, **registers):
    """A processor about to execute `program` (hexadecimal), with memory else full of NOPs."""
    bus = RecordingBus()
    bus.begin(list(enumerate(bytes.fromhex(program), at)), [], traced)
    cpu = Z80("z80", bus, cycle_ticks, m1_wait)
    cpu.reset(0)
    cpu.pc = at
    cpu.sp = 0xF000
    for name, value in registers.items():
        setattr(cpu, name, value)
    return bus, cpu


def stack_top(bus, cpu):
    return bus.peek(cpu.sp) | bus.peek(cpu.sp + 1) << 8


def run_to(bus, cpu, tick):
    Scheduler(bus, cpu, []).run(tick)


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


class TestInterrupts:
    def test_im_1_pushes_pc_and_goes_to_38h_in_13_states(self):
        bus, cpu = a_computer("00", im=1, iff1=1, iff2=1, r=0x7F)
        bus.irq = 1

        cpu.step()

        assert (cpu.pc, cpu.wz, bus.now) == (0x38, 0x38, 13)
        assert (stack_top(bus, cpu), cpu.iff1, cpu.iff2, cpu.r) == (0x4000, 0, 0, 0)

    def test_im_2_reads_the_vector_at_i_and_the_bus_in_19_states(self):
        bus, cpu = a_computer("00", im=2, iff1=1, iff2=1, i=0x80)
        bus.poke(0x80FF, 0x34)
        bus.poke(0x8100, 0x12)
        bus.irq = 1

        cpu.step()

        assert (cpu.pc, bus.now, stack_top(bus, cpu)) == (0x1234, 19, 0x4000)

    def test_im_2_takes_the_low_half_from_the_bus(self):
        bus, cpu = a_computer("00", im=2, iff1=1, i=0x80, acknowledge=0x10)
        bus.poke(0x8010, 0x78)
        bus.poke(0x8011, 0x56)
        bus.irq = 1

        cpu.step()

        assert cpu.pc == 0x5678

    def test_im_0_executes_rst_38h_from_a_bus_that_nothing_drives_in_13_states(self):
        bus, cpu = a_computer("00", im=0, iff1=1, iff2=1)
        bus.irq = 1

        cpu.step()

        assert (cpu.pc, bus.now, stack_top(bus, cpu), cpu.iff1) == (0x38, 13, 0x4000, 0)

    def test_im_0_executes_any_opcode_that_a_device_puts_on_the_bus(self):
        bus, cpu = a_computer("00", im=0, iff1=1, acknowledge=0x3C, af=0x4100)  # INC A
        bus.irq = 1

        cpu.step()

        assert (cpu.pc, cpu.af >> 8, bus.now, cpu.r) == (0x4000, 0x42, 6, 1)

    @pytest.mark.parametrize(("mode", "states"), [(0, 13), (1, 13), (2, 19)])
    def test_acknowledge_has_wait_states_of_its_own_and_no_other(self, mode, states):
        bus, cpu = a_computer("00", m1_wait=1, cycle_ticks=6, im=mode, iff1=1)
        bus.irq = 1

        cpu.step()

        assert bus.now == 6 * states

    def test_int_is_ignored_while_iff1_is_reset(self):
        bus, cpu = a_computer("00", im=1, iff1=0, iff2=1)
        bus.irq = 1

        cpu.step()

        assert cpu.pc == 0x4001

    def test_nmi_goes_to_66h_in_11_states_and_keeps_iff2(self):
        bus, cpu = a_computer("00", iff1=1, iff2=1)
        bus.nmi = True

        cpu.step()

        assert (cpu.pc, bus.now, stack_top(bus, cpu)) == (0x66, 11, 0x4000)
        assert (cpu.iff1, cpu.iff2, bus.nmi) == (0, 1, False)

    def test_nmi_goes_before_int(self):
        bus, cpu = a_computer("00", im=1, iff1=1, iff2=1)
        bus.irq = 1
        bus.nmi = True

        cpu.step()

        assert cpu.pc == 0x66

    @pytest.mark.parametrize("opcode", ["ED45", "ED4D", "ED55", "ED7D"])
    def test_return_from_nmi_brings_iff1_back_and_a_waiting_int_follows_at_once(self, opcode):
        bus, cpu = a_computer(opcode, im=1, iff1=0, iff2=1, sp=0x8000)
        bus.poke(0x8001, 0x50)
        bus.irq = 1

        run_to(bus, cpu, 14 + 13)

        assert (cpu.pc, stack_top(bus, cpu), bus.now) == (0x38, 0x5000, 27)

    def test_int_waits_for_the_instruction_after_ei(self):
        bus, cpu = a_computer("FB 00 00", im=1)
        bus.irq = 1

        run_to(bus, cpu, 4 + 4 + 13)

        assert (cpu.pc, stack_top(bus, cpu), bus.now) == (0x38, 0x4002, 21)

    def test_int_waits_through_a_row_of_ei(self):
        bus, cpu = a_computer("FB FB FB 00", im=1)
        bus.irq = 1

        run_to(bus, cpu, 16 + 13)

        assert (stack_top(bus, cpu), bus.now) == (0x4004, 29)

    def test_int_that_comes_with_the_end_of_a_slice_waits_after_ei_too(self):
        bus, cpu = a_computer("FB 00 00", im=1)
        run_to(bus, cpu, 4)
        bus.irq = 1

        run_to(bus, cpu, 21)

        assert stack_top(bus, cpu) == 0x4002

    def test_nmi_does_not_wait_after_ei(self):
        bus, cpu = a_computer("FB 00")
        cpu.step()
        bus.nmi = True

        cpu.step()

        assert (cpu.pc, stack_top(bus, cpu), cpu.iff2) == (0x66, 0x4001, 1)

    def test_di_after_ei_keeps_a_waiting_int_out(self):
        bus, cpu = a_computer("FB F3 00", im=1)
        bus.irq = 1

        run_to(bus, cpu, 12)

        assert cpu.pc == 0x4003

    def test_neither_int_nor_nmi_splits_a_row_of_prefixes(self):
        bus, cpu = a_computer("DD FD DD 21 34 12 00", im=1, iff1=1, iff2=1)
        cpu.step()
        bus.irq = 1
        bus.nmi = True

        for _ in range(3):
            cpu.step()

        assert (cpu.ix, cpu.pc, stack_top(bus, cpu)) == (0x1234, 0x66, 0x4006)

    def test_memory_full_of_prefixes_does_not_hang(self):
        bus, cpu = a_computer("DD" * 0x100, at=0xFF00)
        bus.begin([(address, 0xDD) for address in range(0x10000)], [], False)

        run_to(bus, cpu, 4_000_000)

        assert bus.now == 4_000_000

    @pytest.mark.parametrize(("opcode", "register"), [("ED57", "i"), ("ED5F", "r")])
    def test_int_right_after_ld_a_i_or_r_finds_parity_reset(self, opcode, register):
        bus, cpu = a_computer(opcode, im=1, iff1=1, iff2=1, **{register: 0x55})
        cpu.step()
        shown = cpu.af & PF
        bus.irq = 1

        cpu.step()

        assert (shown, cpu.af & PF) == (PF, 0)

    def test_int_one_instruction_after_ld_a_i_leaves_parity_alone(self):
        bus, cpu = a_computer("ED57 00", im=1, iff1=1, iff2=1)
        cpu.step()
        cpu.step()
        bus.irq = 1

        cpu.step()

        assert (cpu.pc, cpu.af & PF) == (0x38, PF)


class TestHalt:
    def test_halt_runs_nops_up_to_the_end_of_the_slice(self):
        bus, cpu = a_computer("76 3C", m1_wait=1, cycle_ticks=6, r=0x80)

        run_to(bus, cpu, 30 * 1000 - 7)

        assert (cpu.pc, cpu.halted, bus.now, cpu.r) == (0x4001, 1, 30_000, 0x80 | 1000 & 0x7F)

    def test_halt_with_interrupts_off_costs_no_time_of_the_host(self):
        bus, cpu = a_computer("F3 76")

        run_to(bus, cpu, 1 << 60)

        assert (bus.now, cpu.halted) == (1 << 60, 1)

    def test_halt_goes_on_in_the_next_slice(self):
        bus, cpu = a_computer("76")
        run_to(bus, cpu, 40)

        run_to(bus, cpu, 81)

        assert (bus.now, cpu.r, cpu.pc) == (84, 21, 0x4001)

    @pytest.mark.parametrize("line", ["irq", "nmi"])
    def test_interrupt_ends_halt_and_returns_behind_it(self, line):
        bus, cpu = a_computer("76 00", im=1, iff1=1, iff2=1)
        run_to(bus, cpu, 40)
        setattr(bus, line, True)

        cpu.step()

        assert (cpu.halted, stack_top(bus, cpu)) == (0, 0x4001)

    def test_ei_halt_with_int_waiting_returns_behind_halt(self):
        bus, cpu = a_computer("FB 76 00", im=1)
        bus.irq = 1

        run_to(bus, cpu, 4 + 4 + 13)

        assert (stack_top(bus, cpu), bus.now) == (0x4002, 21)

    def test_step_in_halt_is_one_nop(self):
        bus, cpu = a_computer("76", m1_wait=1)
        cpu.step()

        cpu.step()

        assert (bus.now, cpu.r, cpu.pc) == (10, 2, 0x4001)


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

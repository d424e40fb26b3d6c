"""Interrupts and HALT, which the single-step vectors do not show."""

import pytest

from tests.support.z80_computer import a_computer, run_to, stack_top

PF = 0x04


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

"""The printer port."""

from hypothesis import given
from hypothesis import strategies as st

from machine.core import state
from machine.core.bus import Bus
from machine.devices.printer import PrinterPort


def print_bytes(port: PrinterPort, text: bytes) -> None:
    for byte in text:
        port.write_register(1, byte, 0)
        port.write_register(0, 0, 0)
        port.write_register(0, 1, 0)


@given(st.lists(st.binary(max_size=200), max_size=5))
def test_paper_has_every_byte_that_was_strobed_in_once(parts: list[bytes]) -> None:
    port = PrinterPort("printer", Bus(1))
    taken = b""

    for part in parts:
        print_bytes(port, part)
        taken += port.take()

    assert taken == b"".join(parts)


def test_data_without_a_falling_strobe_is_not_printed() -> None:
    port = PrinterPort("printer", Bus(1))

    port.write_register(1, 65, 0)
    port.write_register(0, 1, 0)

    assert port.take() == b""


def test_printer_is_never_busy() -> None:
    port = PrinterPort("printer", Bus(1))

    assert port.read_register(0, 0) & 2 == 0


def test_only_the_last_16_kilobytes_are_kept() -> None:
    port = PrinterPort("printer", Bus(1))

    print_bytes(port, b"x" * 100 + b"y" * 0x4000)

    assert port.take() == b"y" * 0x4000


def test_restored_printer_has_the_same_paper() -> None:
    port, other = PrinterPort("printer", Bus(1)), PrinterPort("printer", Bus(1))
    print_bytes(port, b"hello")

    state.restore(other.state, state.capture(port.state), "printer")
    other.attach()

    assert other.take() == b"hello"

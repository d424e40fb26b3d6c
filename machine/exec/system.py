"""Which function is whose, and how failure is told."""

from collections.abc import Callable

from machine.exec.clock import ClockCalls
from machine.exec.codes import Code, DosError, Ended
from machine.exec.console import ConsoleCalls
from machine.exec.directory_calls import DirectoryCalls
from machine.exec.drives import DriveCalls
from machine.exec.environment import EnvironmentCalls
from machine.exec.fcb_records import RecordCalls
from machine.exec.fcbs import FcbCalls
from machine.exec.guest import Guest
from machine.exec.handles import HandleCalls
from machine.exec.paths import PathCalls
from machine.exec.process import DiskCalls, ProcessCalls

Call = Callable[[], None]
FAILED, NO = 0xFF, 1  # what functions below 40h answer that could not do it
ERROR_CODE = -1  # as such an answer: A is the error code itself
FIRST_OF_LEVEL_2 = 0x40
PREVIOUS_ERROR = 0x65
RECORD_READS = frozenset({0x14, 0x21, 0x27})  # A = 1 is the end of the file


class System:
    """The system calls of one program. `kind`: cpm, msx1 or msx2."""

    def __init__(self, guest: Guest, kind: str) -> None:
        self._guest = guest
        self._kind = kind
        self._calls: dict[int, Call] = {0x00: self._end}
        self._failures: dict[int, int] = {}
        self.last_error = 0

    def _end(self) -> None:
        raise Ended

    def add(self, calls: dict[int, Call], failure: int = FAILED) -> None:
        """Functions by number, and what A is when one of them fails."""
        self._calls.update(calls)
        self._failures.update(dict.fromkeys(calls, failure))

    def call(self) -> None:
        """The function in C. Raises Ended when the program is over."""
        guest, number = self._guest, int(self._guest.regs.c)
        call = self._calls.get(number)
        error = 0
        if call is None:
            error = self._unknown(number)
        else:
            try:
                call()
            except DosError as failure:
                error = failure.code
                self._fail(number, error)
            else:
                if number in RECORD_READS and guest.regs.a:
                    error = Code.EOF
        if number != PREVIOUS_ERROR:
            self.last_error = error
        if number >= FIRST_OF_LEVEL_2 and call is not None and not error:
            guest.answer_a(0)

    def _unknown(self, number: int) -> int:
        if self._kind == "msx2" and number >= FIRST_OF_LEVEL_2:
            self._guest.answer_a(Code.IBDOS)
        else:
            self._guest.answer(0)
        return int(Code.IBDOS)

    def _fail(self, number: int, error: int) -> None:
        if self._failures[number] == ERROR_CODE:
            self._guest.answer_a(error)
        elif number in (0x26, 0x27):
            self._guest.answer_a(NO)
        else:
            self._guest.answer(self._failures[number])


def add_console(system: System, calls: ConsoleCalls, kind: str) -> None:
    """Functions 01-0B."""
    system.add(
        {
            0x01: calls.read,
            0x02: calls.write,
            0x03: calls.auxiliary_read,
            0x04: calls.auxiliary_write,
            0x05: calls.print,
            0x06: calls.direct,
            0x09: calls.text,
            0x0A: calls.line,
            0x0B: calls.status,
        }
    )
    if kind == "cpm":
        system.add({0x07: calls.get_io_byte, 0x08: calls.set_io_byte})
    else:
        system.add({0x07: calls.raw, 0x08: calls.quiet})


def add_drives(system: System, calls: DriveCalls, kind: str) -> None:
    """Functions 0C-0E, 18-1B and those that only CP/M has."""
    system.add(
        {
            0x0C: calls.version,
            0x0D: calls.reset,
            0x0E: calls.select,
            0x18: calls.login,
            0x19: calls.get_current,
            0x1A: calls.set_dta,
        }
    )
    if kind == "cpm":
        system.add(
            {
                0x1B: calls.cpm_allocation,
                0x1C: calls.protect,
                0x1D: calls.protected,
                0x1F: calls.parameters,
                0x20: calls.user,
                0x25: calls.reset_some,
            }
        )
    else:
        system.add({0x1B: calls.allocation, 0x2E: calls.set_verify})


def add_files(system: System, calls: FcbCalls, kind: str) -> None:
    """Functions 0F-13, 16, 17, 1E, 23, 24."""
    system.add(
        {
            0x0F: calls.open,
            0x10: calls.close,
            0x11: calls.search,
            0x12: calls.search_on,
            0x13: calls.delete,
            0x16: calls.create,
            0x17: calls.rename,
            0x23: calls.size,
            0x24: calls.set_random,
        }
    )
    if kind == "cpm":
        system.add({0x1E: calls.set_attributes})


def add_records(system: System, calls: RecordCalls, kind: str) -> None:
    """Functions 14, 15, 21, 22, 26-28."""
    records = {
        0x14: calls.read,
        0x15: calls.write,
        0x21: calls.read_random,
        0x22: calls.write_random,
        0x28: calls.write_random,
    }
    system.add(records, NO)
    if kind != "cpm":
        system.add({0x26: calls.write_block, 0x27: calls.read_block}, NO)


def add_clock(system: System, calls: ClockCalls) -> None:
    """Functions 2A-2D."""
    system.add(
        {0x2A: calls.get_date, 0x2B: calls.set_date, 0x2C: calls.get_time, 0x2D: calls.set_time}
    )


def add_disks(system: System, calls: DiskCalls, kind: str) -> None:
    """Functions 2F, 30 and, on MSX-DOS 2, 31, 57, 58, 5F, 67-6A, 6E."""
    failure = ERROR_CODE if kind == "msx2" else FAILED
    system.add({0x2F: calls.sectors, 0x30: calls.sectors}, failure)
    if kind == "msx2":
        system.add(
            {
                0x31: calls.parameters,
                0x57: calls.get_dta,
                0x58: calls.get_verify,
                0x5F: calls.flush,
                0x67: calls.format,
                0x68: calls.ram_disk,
                0x69: calls.buffers,
                0x6A: calls.assign,
                0x6E: calls.disk_check,
            },
            ERROR_CODE,
        )


def add_handles(system: System, calls: HandleCalls) -> None:
    """Functions 43-4C, 52-56."""
    system.add(
        {
            0x43: calls.open,
            0x44: calls.create,
            0x45: calls.close,
            0x46: calls.ensure,
            0x47: calls.duplicate,
            0x48: calls.read,
            0x49: calls.write,
            0x4A: calls.seek,
            0x4B: calls.control,
            0x4C: calls.test,
            0x52: calls.delete,
            0x53: calls.rename,
            0x54: calls.move,
            0x55: calls.attributes,
            0x56: calls.modified,
        },
        ERROR_CODE,
    )


def add_directory(system: System, calls: DirectoryCalls, paths: PathCalls) -> None:
    """Functions 40-42, 4D-51, 59-5E."""
    system.add(
        {
            0x40: calls.find_first,
            0x41: calls.find_next,
            0x42: calls.find_new,
            0x4D: calls.delete,
            0x4E: calls.rename,
            0x4F: calls.move,
            0x50: calls.attributes,
            0x51: calls.modified,
            0x59: calls.get_current,
            0x5A: calls.change_current,
            0x5B: paths.parse,
            0x5C: paths.parse_name,
            0x5D: paths.check_character,
            0x5E: calls.whole_path,
        },
        ERROR_CODE,
    )


def add_process(system: System, calls: ProcessCalls, environment: EnvironmentCalls) -> None:
    """Functions 60-66, 6B-6D, 6F, 70."""
    system.add(
        {
            0x60: calls.fork,
            0x61: calls.join,
            0x62: calls.terminate,
            0x63: calls.define_abort,
            0x64: calls.define_error,
            0x65: calls.previous_error,
            0x66: calls.explain,
            0x6B: environment.get,
            0x6C: environment.set,
            0x6D: environment.find,
            0x6F: calls.version,
            0x70: calls.redirection,
        },
        ERROR_CODE,
    )

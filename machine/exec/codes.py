"""Error codes of MSX-DOS 2, and the exceptions that carry them.

Source: "MSX-DOS 2 Program Interface Specification", section 6. The messages are their titles there.
"""

import errno
from enum import IntEnum


class Code(IntEnum):
    """Error codes, by their public names."""

    NCOMP = 0xFF
    WRERR = 0xFE
    DISK = 0xFD
    NRDY = 0xFC
    VERFY = 0xFB
    DATA = 0xFA
    RNF = 0xF9
    WPROT = 0xF8
    UFORM = 0xF7
    NDOS = 0xF6
    WDISK = 0xF5
    WFILE = 0xF4
    SEEK = 0xF3
    IFAT = 0xF2
    NOUPB = 0xF1
    IFORM = 0xF0
    INTER = 0xDF
    NORAM = 0xDE
    IBDOS = 0xDC
    IDRV = 0xDB
    IFNM = 0xDA
    IPATH = 0xD9
    PLONG = 0xD8
    NOFIL = 0xD7
    NODIR = 0xD6
    DRFUL = 0xD5
    DKFUL = 0xD4
    DUPF = 0xD3
    DIRE = 0xD2
    FILRO = 0xD1
    DIRNE = 0xD0
    IATTR = 0xCF
    DOT = 0xCE
    SYSX = 0xCD
    DIRX = 0xCC
    FILEX = 0xCB
    FOPEN = 0xCA
    OV64K = 0xC9
    FILE = 0xC8
    EOF = 0xC7
    ACCV = 0xC6
    IPROC = 0xC5
    NHAND = 0xC4
    IHAND = 0xC3
    NOPEN = 0xC2
    IDEV = 0xC1
    IENV = 0xC0
    ELONG = 0xBF
    IDATE = 0xBE
    ITIME = 0xBD
    RAMDX = 0xBC
    NRAMD = 0xBB
    HDEAD = 0xBA
    EOL = 0xB9
    ISBFN = 0xB8
    STOP = 0x9F
    CTRLC = 0x9E
    ABORT = 0x9D
    OUTERR = 0x9C
    INERR = 0x9B


MESSAGES = {
    Code.NCOMP: "Incompatible disk",
    Code.WRERR: "Write error",
    Code.DISK: "Disk error",
    Code.NRDY: "Not ready",
    Code.VERFY: "Verify error",
    Code.DATA: "Data error",
    Code.RNF: "Sector not found",
    Code.WPROT: "Write protected disk",
    Code.UFORM: "Unformatted disk",
    Code.NDOS: "Not a DOS disk",
    Code.WDISK: "Wrong disk",
    Code.WFILE: "Wrong disk for file",
    Code.SEEK: "Seek error",
    Code.IFAT: "Bad file allocation table",
    Code.IFORM: "Cannot format this drive",
    Code.INTER: "Internal error",
    Code.NORAM: "Not enough memory",
    Code.IBDOS: "Invalid MSX-DOS call",
    Code.IDRV: "Invalid drive",
    Code.IFNM: "Invalid filename",
    Code.IPATH: "Invalid pathname",
    Code.PLONG: "Pathname too long",
    Code.NOFIL: "File not found",
    Code.NODIR: "Directory not found",
    Code.DRFUL: "Root directory full",
    Code.DKFUL: "Disk full",
    Code.DUPF: "Duplicate filename",
    Code.DIRE: "Invalid directory move",
    Code.FILRO: "Read only file",
    Code.DIRNE: "Directory not empty",
    Code.IATTR: "Invalid attributes",
    Code.DOT: "Invalid . or .. operation",
    Code.SYSX: "System file exists",
    Code.DIRX: "Directory exists",
    Code.FILEX: "File exists",
    Code.FOPEN: "File already in use",
    Code.OV64K: "Cannot transfer above 64K",
    Code.FILE: "File allocation error",
    Code.EOF: "End of file",
    Code.ACCV: "File access violation",
    Code.IPROC: "Invalid process id",
    Code.NHAND: "No spare file handles",
    Code.IHAND: "Invalid file handle",
    Code.NOPEN: "File handle not open",
    Code.IDEV: "Invalid device operation",
    Code.IENV: "Invalid environment string",
    Code.ELONG: "Environment string too long",
    Code.IDATE: "Invalid date",
    Code.ITIME: "Invalid time",
    Code.RAMDX: "RAM disk (drive H:) already exists",
    Code.NRAMD: "RAM disk does not exist",
    Code.HDEAD: "File handle has been deleted",
    Code.ISBFN: "Invalid sub-function number",
    Code.STOP: "Ctrl-STOP pressed",
    Code.CTRLC: "Ctrl-C pressed",
    Code.ABORT: "Disk operation aborted",
    Code.OUTERR: "Error on standard output",
    Code.INERR: "Error on standard input",
}
COMMAND_ERRORS = {  # of a command interpreter; programs may end with them
    0x8F: "Wrong version of COMMAND",
    0x8E: "Unrecognized command",
    0x8D: "Command too long",
    0x8B: "Invalid parameter",
    0x8A: "Too many parameters",
    0x89: "Missing parameter",
    0x88: "Invalid option",
    0x87: "Invalid number",
    0x86: "File for HELP not found",
    0x85: "Wrong version of MSX-DOS",
    0x84: "Cannot concatenate destination file",
    0x83: "Cannot create destination file",
    0x82: "File cannot be copied onto itself",
    0x81: "Cannot overwrite previous destination file",
}
FIRST_SYSTEM_ERROR = 0x40

_OF_THE_HOST = {
    errno.ENOSPC: Code.DKFUL,
    errno.EDQUOT: Code.DKFUL,
    errno.EFBIG: Code.DKFUL,
    errno.EROFS: Code.WPROT,
    errno.ENOENT: Code.NOFIL,
    errno.ENOTDIR: Code.NODIR,
    errno.ELOOP: Code.NOFIL,
    errno.ENXIO: Code.NOFIL,
    errno.EEXIST: Code.FILEX,
    errno.EISDIR: Code.DIRX,
    errno.ENOTEMPTY: Code.DIRNE,
    errno.EMFILE: Code.NHAND,
    errno.ENFILE: Code.NHAND,
    errno.EACCES: Code.FILRO,
    errno.EPERM: Code.FILRO,
    errno.ENAMETOOLONG: Code.PLONG,
}


class DosError(Exception):
    """A function could not do it; `code` says why."""

    def __init__(self, code: int) -> None:
        super().__init__(explain(code))
        self.code = int(code)


class Ended(Exception):
    """The program is to end, with an error code (0: none) and a secondary one."""

    def __init__(self, code: int = 0, secondary: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.secondary = secondary


class Finished(Exception):
    """The VM is over: nothing of the program's is asked any more; `code` as of Ended."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(code)
        self.code = code


def has_message(code: int) -> bool:
    """Whether the system has words of its own for an error code, 0-255."""
    return code in MESSAGES or code in COMMAND_ERRORS


def explain(code: int) -> str:
    """What an error code, 0-255, says in words."""
    if code in COMMAND_ERRORS:
        return COMMAND_ERRORS[code]
    kind = "System" if code >= FIRST_SYSTEM_ERROR else "User"
    return MESSAGES[Code(code)] if code in MESSAGES else f"{kind} error {code}"


def of_host(error: OSError) -> DosError:
    """The DOS error that says best what went wrong on the host."""
    return DosError(_OF_THE_HOST.get(error.errno or 0, Code.DISK))

"""The floppy disk controller Western Digital WD2793."""

from machine.devices.wd2793.chip import Wd2793

__all__ = ["Wd2793"]

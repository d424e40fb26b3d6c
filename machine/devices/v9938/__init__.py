"""The video chips of MSX: Texas Instruments TMS9918A/9929A and Yamaha V9938."""

from machine.devices.v9938.chip import V9938, Tms9918a

__all__ = ["V9938", "Tms9918a"]

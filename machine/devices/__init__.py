"""One chip, one file. `KINDS` names every device that a board may have."""

KINDS = {
    "ay8910": "machine.devices.ay8910:Ay8910",
    "cassette": "machine.devices.cassette:Cassette",
    "floppy-drive": "machine.devices.floppy_drive:FloppyDrive",
    "gate": "machine.devices.gate:Gate",
    "i8255": "machine.devices.i8255:I8255",
    "joystick-ports": "machine.devices.joystick:JoystickPorts",
    "key-matrix": "machine.devices.keyboard:KeyMatrix",
    "mapper-ram": "machine.devices.memories:MapperRam",
    "mixer": "machine.core.mixer:Mixer",
    "msx-fdc": "machine.devices.msx_fdc:MsxFdc",
    "msx-port-c": "machine.devices.port_c:MsxPortC",
    "printer-port": "machine.devices.printer:PrinterPort",
    "ram": "machine.devices.memories:Ram",
    "rom": "machine.devices.memories:RomChip",
    "rp5c01": "machine.devices.rp5c01:Rp5c01",
    "slots": "machine.devices.slots:Slots",
    "tms9918a": "machine.devices.v9938:Tms9918a",
    "v9938": "machine.devices.v9938:V9938",
    "wd2793": "machine.devices.wd2793:Wd2793",
    "z80": "machine.cpu.z80:Z80",
}

"""Parts that all boards of the MSX standard share, at the standard's ports and with its wires."""

from machine.board import KeyBuffer, Part, Ports, ProgramArea, Socket

CRYSTAL_HZ = 21_477_270  # six ticks a processor cycle, 1368 a line of the picture
KEY_BUFFER = KeyBuffer(put=0xF3F8, get=0xF3FA, start=0xFBF0, size=40)
# TXTTAB; VARTAB, ARYTAB, STREND; STKTOP; CURLIN; INTFLG
PROGRAM = ProgramArea(
    start=0xF676, ends=(0xF6C2, 0xF6C4, 0xF6C6), limit=0xF674, line=0xF41C, stop=0xFC9B
)

COMMON = (
    Part("z80", "cpu", {"cycle_ticks": 6, "m1_wait": 1}),
    Part("mixer", "mixer"),
    Part("i8255", "ppi", ports=(Ports(0xA8, 4),)),
    Part("key-matrix", "keyboard"),
    Part("msx-port-c", "port-c"),
    Part(
        "ay8910",
        "psg",
        ports=(Ports(0xA0, 2, inputs=False), Ports(0xA2, 1, reg=2, outputs=False)),
    ),
    Part("joystick-ports", "joysticks"),
    Part("cassette", "cassette"),
    Part("printer-port", "printer", ports=(Ports(0x90, 2),)),
)

WIRES = {
    "ppi.port_a": "slots",
    "ppi.port_b": "keyboard",
    "ppi.port_c": "port-c",
    "port-c.keys": "keyboard",
    "port-c.cassette": "cassette",
    "port-c.sound": "mixer",
    "psg.sound": "mixer",
    "psg.port_a": "joysticks",
    "psg.port_b": "joysticks",
    "joysticks.cassette": "cassette",
}

ROLES = {
    "slots": "slots",
    "keys": "keyboard",
    "joysticks": "joysticks",
    "lamps": "port-c",
    "printer": "printer",
    "sound-chip": "psg",
}

CARTRIDGES = (
    Socket("cart1", "cartridge", "slots", 1),
    Socket("cart2", "cartridge", "slots", 2),
    Socket("cassette", "cassette", "cassette"),
)
FLOPPY = (
    Part("wd2793", "disk-controller"),
    Part("floppy-drive", "drive-a"),
    Part("floppy-drive", "drive-b"),
)
FLOPPY_WIRES = {
    "fdc.controller": "disk-controller",
    "fdc.drive_a": "drive-a",
    "fdc.drive_b": "drive-b",
}
DRIVES = (Socket("disk_a", "disk", "fdc", 0), Socket("disk_b", "disk", "fdc", 1))

TMS9918A = Part("tms9918a", "vdp", {"hz": {"50": 50, "60": 60}}, (Ports(0x98, 2),))
V9938 = Part("v9938", "vdp", {}, (Ports(0x98, 4),))
CLOCK = Part("rp5c01", "rtc", ports=(Ports(0xB4, 2),))
MAPPER_PORTS = (Ports(0xFC, 4),)

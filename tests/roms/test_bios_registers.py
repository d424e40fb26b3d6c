"""Registers that the documentation does not list as changed are kept.

Source: MSX Red Book, chapter 4, the line "Modifies" of each standard routine.
"""

import pytest

from tests.support.bios import started

BC, DE, HL, A = 0x2345, 0x6789, 0xABCD, 0x01

# entry: registers that may change, and what it needs in registers and work area
ENTRIES: dict[str, tuple[str, dict[str, int]]] = {
    "RDSLT": ("af bc de", {"a": 0, "hl": 0x4000}),
    "WRSLT": ("af bc d", {"a": 0x83, "hl": 0x9000}),
    "ENASLT": ("af bc de", {"a": 0, "hl": 0x4000}),
    "ISCNTC": ("af", {}),
    "KILBUF": ("hl", {}),
    "BREAKX": ("af", {}),
    "INITIO": ("af e", {}),
    "GICINI": ("", {}),
    "ENASCR": ("af bc", {}),
    "DISSCR": ("af bc", {}),
    "WRTVDP": ("af b", {"bc": 0xF407}),
    "CALPAT": ("af de hl", {}),
    "CALATR": ("af de hl", {}),
    "GSPSIZ": ("af", {}),
    "LDIRMV": ("af bc de", {"hl": 0x1800, "de": 0x9000, "bc": 16}),
    "LDIRVM": ("af bc de hl", {"de": 0x1800, "hl": 0x9000, "bc": 16}),
    "WRTVRM": ("f", {"hl": 0x1800}),
    "RDVRM": ("af", {"hl": 0x1800}),
    "SETWRT": ("af", {"hl": 0x1800}),
    "SETRD": ("af", {"hl": 0x1800}),
    "CHGCLR": ("af bc hl", {}),
    "FILVRM": ("af bc", {"hl": 0x1800, "bc": 16}),
    "CLS": ("af bc de", {}),
    "LPTOUT": ("af", {"a": 0x41}),
    "LPTSTT": ("af", {}),
    "POSIT": ("af", {"hl": 0x0505}),
    "CNVCHR": ("af", {"a": 0x41}),
    "CHPUT": ("", {"a": 0x41}),
    "ERAFNK": ("af de", {}),
    "FNKSB": ("af bc de", {}),
    "DSPFNK": ("af bc de", {}),
    "CHSNS": ("af", {}),
    "CHGCAP": ("af", {}),
    "CHGSND": ("af", {"a": 0}),
    "CKCNTC": ("af", {}),
    "WRTPSG": ("", {"a": 0, "de": 0x6700}),
    "RDPSG": ("a", {}),
    "BEEP": ("af bc e", {}),
    "STRTMS": ("af hl", {}),
    "GTSTCK": ("af b de hl", {}),
    "GTTRIG": ("af bc", {}),
    "GTPDL": ("af bc de", {}),
    "STMOTR": ("af", {"a": 0}),
    "NMI": ("", {}),
    "INIFNK": ("bc de hl af", {}),
    "RDVDP": ("a", {}),
    "RSLREG": ("a", {}),
    "SNSMAT": ("af c", {}),
    "ISFLIO": ("af", {}),
    "DCOMPR": ("af", {}),
    "GETVCP": ("af hl", {}),
    "GETVC2": ("af hl", {"hl": 0xAB05}),
    "LFTQ": ("af bc hl", {}),
    "PUTQ": ("af bc hl", {}),
    "GTASPC": ("de hl", {}),
    "OUTDO": ("f", {"a": 0x41}),
    "OUTDLP": ("f", {"a": 0x41}),
    "TAPIOF": ("", {}),
    "TAPOUT": ("af b hl", {"a": 0x55}),
    "TAPOOF": ("", {}),
    "GETYPR": ("af", {}),
    "TOTEXT": ("af bc de hl", {}),
}
GRAPHIC: dict[str, tuple[str, dict[str, int]]] = {
    "GRPPRT": ("f", {"a": 0x41}),
    "SCALXY": ("af bc de", {"bc": 20, "de": 30}),
    "MAPXYC": ("af d hl", {"bc": 20, "de": 30}),
    "FETCHC": ("a hl", {}),
    "STOREC": ("", {"a": 0x80, "hl": 0x0008}),
    "READC": ("af", {}),
    "SETATR": ("f", {}),
    "SETC": ("af", {}),
    "RIGHTC": ("af", {}),
    "LEFTC": ("af", {}),
    "TDOWNC": ("af", {}),
    "DOWNC": ("af", {}),
    "TUPC": ("af", {}),
    "UPC": ("af", {}),
    "PNTINI": ("af", {"a": 5}),
    "CALPAT": ("af de hl", {}),
    "CALATR": ("af de hl", {}),
}
CASES = [
    *((board, 1, entry, *row) for board in ("eb1", "eb2") for entry, row in ENTRIES.items()),
    *(
        (board, mode, entry, *row)
        for board, mode in (("eb1", 2), ("eb1", 3), ("eb2", 2), ("eb2", 5), ("eb2", 8))
        for entry, row in GRAPHIC.items()
    ),
]


@pytest.mark.parametrize(("board", "mode", "entry", "changed", "given"), CASES)
def test_registers_that_are_not_listed_as_changed_are_kept(
    board: str, mode: int, entry: str, changed: str, given: dict[str, int]
) -> None:
    bios = started(board)
    bios.screen(mode)
    if mode >= 2:
        bios.call("MAPXYC", bc=40, de=50)
    registers = {"a": A, "bc": BC, "de": DE, "hl": HL} | given

    after = bios.call(entry, f=0x40 if entry == "CLS" else 0, **registers)

    may_change = set("".join(changed.split()))
    kept = {
        "a": (registers["a"], after.a),
        "b": (registers["bc"] >> 8, after.bc >> 8),
        "c": (registers["bc"] & 0xFF, after.bc & 0xFF),
        "d": (registers["de"] >> 8, after.de >> 8),
        "e": (registers["de"] & 0xFF, after.de & 0xFF),
        "h": (registers["hl"] >> 8, after.hl >> 8),
        "l": (registers["hl"] & 0xFF, after.hl & 0xFF),
    }
    lost = [name for name, (was, now) in kept.items() if name not in may_change and was != now]
    assert not lost

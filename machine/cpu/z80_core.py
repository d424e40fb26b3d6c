"""The flag tables of the Z80; see z80_core.pxd for what they hold."""
# The names come from the .pxd:
# mypy: disable-error-code="name-defined"

import cython


def _fill_tables() -> None:
    code: cython.int
    for value in range(256):
        sz[value] = value & (SF | XYF) | (ZF if value == 0 else 0)
        szp[value] = sz[value] | (PF if value.bit_count() % 2 == 0 else 0)
        inc_flags[value] = (
            sz[value] | (HF if value & 0x0F == 0 else 0) | (PF if value == 0x80 else 0)
        )
        dec_flags[value] = (
            sz[value] | NF | (HF if value & 0x0F == 0x0F else 0) | (PF if value == 0x7F else 0)
        )
    for code in range(8):
        condition_mask[code] = (ZF, CF, PF, SF)[code >> 1]
        condition_value[code] = condition_mask[code] if code & 1 else 0


_fill_tables()

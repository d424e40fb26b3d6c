"""Bytes of which no two stretches are alike: on the host, and made by a program of the guest."""


def pattern(size: int, first: int = 0) -> bytes:
    """Byte n is n * 5 + n / 256."""
    return bytes((n * 5 + (n >> 8)) & 0xFF for n in range(first, first + size))


def fill(address: int, size: int) -> str:
    """The source of a program that puts them into memory."""
    return f"""
         ld hl,{address}
         ld de,0
         ld bc,{size}
fill:    ld a,e
         add a,a
         add a,a
         add a,e
         add a,d
         ld (hl),a
         inc hl
         inc de
         dec bc
         ld a,b
         or c
         jr nz,fill
"""

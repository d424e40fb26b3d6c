"""Assembly for programs of level 2: calls of functions that show what they answer, texts, memory."""

_STORE = """
r.a:     db 0
r.bc:    dw 0
r.de:    dw 0
r.hl:    dw 0
"""

_SHOWN = {
    "a": "         ld a,(r.a)\n         call show.hex\n",
    "b": "         ld a,(r.bc + 1)\n         call show.hex\n",
    "c": "         ld a,(r.bc)\n         call show.hex\n",
    "d": "         ld a,(r.de + 1)\n         call show.hex\n",
    "e": "         ld a,(r.de)\n         call show.hex\n",
    "l": "         ld a,(r.hl)\n         call show.hex\n",
    "de": "         ld hl,(r.de)\n         call show.word\n",
    "hl": "         ld hl,(r.hl)\n         call show.word\n",
}


def _shown(name: str) -> str:
    """Shows a register, "de-label": how far it is behind a label, or "label:count": bytes there."""
    register, minus, label = name.partition("-")
    place, colon, count = name.partition(":")
    if minus:
        return (
            f"         ld hl,(r.{register})\n         ld de,{label}\n         call shown.behind\n"
        )
    if colon:
        return f"         ld hl,{place}\n         ld b,{count}\n         call show.bytes\n"
    return _SHOWN[name]


def call(function: int, shows: str = "a", keep: str = "", **registers: int | str) -> str:
    """Calls a function and shows registers, and what `_shown` knows, separated by blanks, as a line.

    `registers` are loaded with numbers, labels or "(label)"; `keep` is a label where B goes, the
    new handle. B comes by way of A, so that "(label)" is a byte.
    """
    loads = ""
    for name in ("ix", "hl", "de", "bc"):
        if name in registers:
            loads += f"         ld {name},{registers[name]}\n"
    for name in ("b", "d", "e", "l"):
        if name in registers:
            loads += f"         ld a,{registers[name]}\n         ld {name},a\n"
    if "a" in registers:
        loads += f"         ld a,{registers['a']}\n"
    shown = "         call show.space\n".join(map(_shown, shows.split()))
    kept = f"         ld a,(r.bc + 1)\n         ld ({keep}),a\n" if keep else ""
    return f"""{loads}         ld c,{function}
         call BDOS
         ld (r.a),a
         ld (r.bc),bc
         ld (r.de),de
         ld (r.hl),hl
{kept}{shown}{"         call show.line" if shown else ""}
"""


def text(label: str, value: str) -> str:
    """A string that ends with 0."""
    return f"{label}: db {','.join(map(str, value.encode('latin-1') + bytes(1)))}\n"


def texts(**values: str) -> str:
    """Strings that end with 0, by their labels."""
    return "".join(text(label, value) for label, value in values.items())


def show_text(label: str) -> str:
    """Shows the string at a label up to its 0, as a line."""
    return f"         ld hl,{label}\n         call shown.text\n"


def program(*parts: str, data: str = "") -> str:
    """The source of a program: parts in order, then its data."""
    tail = """
shown.text:
         ld a,(hl)
         inc hl
         or a
         jp z,show.line
         call show.char
         jr shown.text
shown.behind:
         or a
         sbc hl,de
         ld a,l
         jp show.hex
"""
    return "".join(parts) + "         jp 0\n" + tail + data + _STORE

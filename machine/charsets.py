"""Character sets of boards: 256 characters each, by code.

Source of the code points: "Symbols for Legacy Computing", Unicode L2/19-025, MSX table.
"""

import unicodedata

_GRAPHIC = " ☺☻♥♦♣♠•◘○◙♂♀♪♫☼🮯┴┬┤├┼│─┌┐└┘╳╱╲╂"
_ASCII = "".join(chr(code) for code in range(0x20, 0x7F)) + " "
_LATIN = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»ÃãĨĩÕõŨũĲĳ¾∽◇‰¶§"
_BLOCKS = "▂▚▆🮂▬🮅▎▞▊🮇🮊🮙🮘🭭🭯🭬🭮🮚🮛▘▗▝▖🮖Δ‡ω█▄▌▐▀"
_GREEK = "αßΓπΣσµτΦΘΩδ∞φ∈∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■█"

INTERNATIONAL = _GRAPHIC + _ASCII + _LATIN + _BLOCKS + _GREEK
CHARSETS = {"international": INTERNATIONAL}
assert all(len(charset) == 256 for charset in CHARSETS.values())

# Of a character that the set has twice, the first.
CODES_BEYOND_ASCII = {INTERNATIONAL[code]: code for code in range(0xFF, 0x7F, -1)}

_CAPITALS = {
    char: char.upper()
    for char in _ASCII + _LATIN  # Greek letters have one case: the set has them for formulas
    if char != char.upper() and char.upper() in _ASCII + _LATIN
}
_SMALL = {capital: small for small, capital in _CAPITALS.items()}
_CAPITAL_CODES = bytes(
    INTERNATIONAL.index(_CAPITALS[char]) if char in _CAPITALS else code
    for code, char in enumerate(INTERNATIONAL)
)


def capitals(text: str) -> str:
    """The text as EB-DOS's level 2 takes names: letters whose capital the set has become it."""
    return "".join(_CAPITALS.get(char, char) for char in text)


def small(text: str) -> str:
    """The text with the letters small that `capitals` makes capitals."""
    return "".join(_SMALL.get(char, char) for char in text)


def capital_codes(codes: bytes) -> bytes:
    """`capitals` for the codes of characters."""
    return codes.translate(_CAPITAL_CODES)


# What texts of the web have in place of what a keyboard gives.
_PLAIN = {
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
    "…": "...",
    "\u2028": "\r",
}


def encode(text: str, charset: str) -> bytes:
    """The codes that typing `text` gives; a character that the set lacks gives nothing.

    Line ends become Return (0Dh). The 32 graphic characters are typed as 01h and their code + 40h.
    Curly quotes, long dashes and odd blanks become plain ones where the set lacks them.
    """
    codes = bytearray()
    for char in _characters(text, charset):
        if ord(char) < 0x80:
            codes.append(ord(char))
            continue
        code = charset.find(char)
        if 0 <= code < 0x20:
            codes += bytes([0x01, code + 0x40])
        elif code >= 0x20:
            codes.append(code)
    return bytes(codes)


def lacking(text: str, charset: str) -> str:
    """The characters of `text` that `encode` leaves out, each once."""
    chars = dict.fromkeys(_characters(text, charset))
    return "".join(char for char in chars if ord(char) >= 0x80 and char not in charset)


def _characters(text: str, charset: str) -> str:
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\r").replace("\n", "\r"))
    if composed.isascii():
        return composed
    return "".join(char if char in charset else _PLAIN.get(char, char) for char in composed)


def decode(codes: bytes, charset: str, before: int = 0) -> str:
    """The text of `codes` as a printer is sent them: with line ends, without other control codes.

    Return and line feed, in this order or alone, end a line, as does a form feed. `before` is the
    code before them, of which the first may be the second part.
    """
    text = ""
    for code in codes:
        if before == 0x01 and 0x40 <= code < 0x60:
            text += charset[code - 0x40]
        elif code in (0x0C, 0x0D) or (code == 0x0A and before != 0x0D):
            text += "\n"
        elif code == 0x09:
            text += "\t"
        elif code >= 0x20:
            text += charset[code]
        before = code
    return text

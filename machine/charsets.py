"""Character sets of boards: 256 characters each, by code.

Source of the code points: "Symbols for Legacy Computing", Unicode L2/19-025, MSX table.
"""

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


def encode(text: str, charset: str) -> bytes:
    """The codes that typing `text` gives; a character that the set lacks gives nothing.

    Line ends become Return (0Dh). The 32 graphic characters are typed as 01h and their code + 40h.
    """
    codes = bytearray()
    for char in text.replace("\r\n", "\r").replace("\n", "\r"):
        if ord(char) < 0x80:
            codes.append(ord(char))
            continue
        code = charset.find(char)
        if 0 <= code < 0x20:
            codes += bytes([0x01, code + 0x40])
        elif code >= 0x20:
            codes.append(code)
    return bytes(codes)

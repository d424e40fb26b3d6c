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

"""The key matrix of the MSX standard, international layout: key name -> (row, bit).

Source: MSX2 Technical Handbook, figure 5.25 (key matrix).
"""

_ROWS = (
    "0 1 2 3 4 5 6 7",
    "8 9 MINUS EQUAL BACKSLASH LBRACKET RBRACKET SEMICOLON",
    "QUOTE BACKQUOTE COMMA PERIOD SLASH DEAD A B",
    "C D E F G H I J",
    "K L M N O P Q R",
    "S T U V W X Y Z",
    "SHIFT CTRL GRAPH CAPS CODE F1 F2 F3",
    "F4 F5 ESC TAB STOP BS SELECT RETURN",
    "SPACE HOME INS DEL LEFT UP DOWN RIGHT",
    "NUM* NUM+ NUM/ NUM0 NUM1 NUM2 NUM3 NUM4",
    "NUM5 NUM6 NUM7 NUM8 NUM9 NUM- NUM, NUM.",
)

KEYS = {
    name: (row, bit) for row, names in enumerate(_ROWS) for bit, name in enumerate(names.split())
}

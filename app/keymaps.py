"""Host keys and guest keys: two tables, and the few keys that the application keeps for itself.

Guest keys have the names of `machine.boards.keys`. While the screen has the focus, everything that
`is_app_key` does not claim goes to the guest: Ctrl+letter, F1-F5, Esc, Tab, Home and Del with it.
"""

from PyQt6.QtCore import Qt

K = Qt.Key

APP_KEYS = (K.Key_F10, K.Key_F11, K.Key_F12)

BY_KEY: dict[Qt.Key, str] = {
    K.Key_Shift: "SHIFT",
    K.Key_Control: "CTRL",
    K.Key_Alt: "GRAPH",
    K.Key_CapsLock: "CAPS",
    K.Key_F1: "F1",
    K.Key_F2: "F2",
    K.Key_F3: "F3",
    K.Key_F4: "F4",
    K.Key_F5: "F5",
    K.Key_F7: "SELECT",
    K.Key_F8: "STOP",
    K.Key_F9: "CODE",
    K.Key_Pause: "STOP",
    K.Key_End: "SELECT",
    K.Key_Escape: "ESC",
    K.Key_Tab: "TAB",
    K.Key_Backtab: "TAB",
    K.Key_Backspace: "BS",
    K.Key_Return: "RETURN",
    K.Key_Enter: "RETURN",
    K.Key_Space: "SPACE",
    K.Key_Home: "HOME",
    K.Key_Insert: "INS",
    K.Key_Delete: "DEL",
    K.Key_Left: "LEFT",
    K.Key_Up: "UP",
    K.Key_Down: "DOWN",
    K.Key_Right: "RIGHT",
    **{K(K.Key_A + index): chr(ord("A") + index) for index in range(26)},
}

KEYPAD: dict[Qt.Key, str] = {
    **{K(K.Key_0 + digit): f"NUM{digit}" for digit in range(10)},
    K.Key_Asterisk: "NUM*",
    K.Key_Plus: "NUM+",
    K.Key_Minus: "NUM-",
    K.Key_Slash: "NUM/",
    K.Key_Period: "NUM.",
    K.Key_Comma: "NUM,",
}

# Host keys as the switches of a joystick: bits as in `machine.worker.messages.Joystick`.
JOYSTICK: dict[int, int] = {
    K.Key_Up: 1,
    K.Key_Down: 2,
    K.Key_Left: 4,
    K.Key_Right: 8,
    K.Key_Space: 16,
    K.Key_M: 32,
}

# Characters of the international layout that are not letters: (key, with SHIFT).
BY_CHARACTER: dict[str, tuple[str, bool]] = {
    **{str(digit): (str(digit), False) for digit in range(10)},
    **dict(zip(")!@#$%^&*(", ((str(digit), True) for digit in range(10)), strict=True)),
    "-": ("MINUS", False),
    "_": ("MINUS", True),
    "=": ("EQUAL", False),
    "+": ("EQUAL", True),
    "\\": ("BACKSLASH", False),
    "|": ("BACKSLASH", True),
    "[": ("LBRACKET", False),
    "{": ("LBRACKET", True),
    "]": ("RBRACKET", False),
    "}": ("RBRACKET", True),
    ";": ("SEMICOLON", False),
    ":": ("SEMICOLON", True),
    "'": ("QUOTE", False),
    '"': ("QUOTE", True),
    "`": ("BACKQUOTE", False),
    "~": ("BACKQUOTE", True),
    ",": ("COMMA", False),
    "<": ("COMMA", True),
    ".": ("PERIOD", False),
    ">": ("PERIOD", True),
    "/": ("SLASH", False),
    "?": ("SLASH", True),
}

# The same keys where they lie on a US keyboard, for the positional mode.
BY_POSITION: dict[Qt.Key, str] = {
    **{K(K.Key_0 + digit): str(digit) for digit in range(10)},
    K.Key_Minus: "MINUS",
    K.Key_Underscore: "MINUS",
    K.Key_Equal: "EQUAL",
    K.Key_Plus: "EQUAL",
    K.Key_Backslash: "BACKSLASH",
    K.Key_Bar: "BACKSLASH",
    K.Key_BracketLeft: "LBRACKET",
    K.Key_BraceLeft: "LBRACKET",
    K.Key_BracketRight: "RBRACKET",
    K.Key_BraceRight: "RBRACKET",
    K.Key_Semicolon: "SEMICOLON",
    K.Key_Colon: "SEMICOLON",
    K.Key_Apostrophe: "QUOTE",
    K.Key_QuoteDbl: "QUOTE",
    K.Key_QuoteLeft: "BACKQUOTE",
    K.Key_AsciiTilde: "BACKQUOTE",
    K.Key_Comma: "COMMA",
    K.Key_Less: "COMMA",
    K.Key_Period: "PERIOD",
    K.Key_Greater: "PERIOD",
    K.Key_Slash: "SLASH",
    K.Key_Question: "SLASH",
    **dict(
        zip(
            (
                K.Key_ParenRight,
                K.Key_Exclam,
                K.Key_At,
                K.Key_NumberSign,
                K.Key_Dollar,
                K.Key_Percent,
                K.Key_AsciiCircum,
                K.Key_Ampersand,
                K.Key_Asterisk,
                K.Key_ParenLeft,
            ),
            (str(digit) for digit in range(10)),
            strict=True,
        )
    ),
}


def is_app_key(key: int, modifiers: Qt.KeyboardModifier) -> bool:
    """True for the keys that never reach the guest: F10-F12, and Ctrl+Shift+letter."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    if modifiers & both == both and K.Key_A <= key <= K.Key_Z:
        return True
    return key in APP_KEYS

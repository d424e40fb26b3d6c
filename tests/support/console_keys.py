"""Characters that the keys of an MSX give to programs."""

RIGHT, LEFT, UP, DOWN = "\x1c", "\x1d", "\x1e", "\x1f"
HOME, CLS, END, INS = "\x0b", "\x0c", "\x05", "\x12"  # END is CTRL+E
BACKSPACE, DELETE, ESCAPE, SELECT = "\b", "\x7f", "\x1b", "\x18"

"""What keys do to a text, for editors that are tried with keys drawn by chance."""

from tests.support.console_keys import BACKSPACE, DELETE, LEFT, RIGHT


class TextModel:
    """A text, and the cursor's place in it."""

    def __init__(self, text: str = "") -> None:
        self.text, self.at = text, 0

    @property
    def before(self) -> str:
        return self.text[: self.at]

    @property
    def behind(self) -> str:
        return self.text[self.at :]

    def press(self, key: str) -> None:
        """The keys that every editor has; all others are written."""
        if key == LEFT:
            self.at = max(self.at - 1, 0)
        elif key == RIGHT:
            self.at = min(self.at + 1, len(self.text))
        elif key == BACKSPACE:
            self.text, self.at = self.before[:-1] + self.behind, max(self.at - 1, 0)
        elif key == DELETE:
            self.text = self.before + self.behind[1:]
        else:
            self.write(key)

    def write(self, letters: str) -> None:
        """Letters come between letters."""
        self.text, self.at = self.before + letters + self.behind, self.at + len(letters)

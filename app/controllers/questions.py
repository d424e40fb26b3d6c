"""What a controller may ask the person in front of the screen. Views answer; tests do too."""

from typing import Protocol


class Questions(Protocol):
    """Each method returns "" (or None) if the person thought better of it."""

    def file_to_open(self, title: str, folder: str, filters: str) -> str:
        """The path of an existing file."""

    def files_to_open(self, title: str, folder: str) -> list[str]:
        """The paths of existing files, none if none were chosen."""

    def folder(self, title: str, folder: str) -> str:
        """The path of an existing folder."""

    def file_to_save(self, title: str, folder: str, filters: str) -> str:
        """The path of a file that may be written; without a suffix it gets `filters`' first one."""

    def text(self, title: str, label: str, initial: str) -> str | None:
        """A line of text."""

    def choice(self, title: str, question: str, answers: tuple[str, ...]) -> str:
        """One of `answers`; the first is the usual one."""

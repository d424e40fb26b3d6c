"""The questions of `app.controllers.questions`, asked in dialogs."""

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget


class Dialogs:
    """Asks over a window, which gets the focus back afterwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent

    def file_to_open(self, title: str, folder: str, filters: str) -> str:
        """The path of an existing file, "" if none was chosen."""
        return QFileDialog.getOpenFileName(self.parent, title, folder, filters)[0]

    def files_to_open(self, title: str, folder: str) -> list[str]:
        """The paths of existing files, none if none were chosen."""
        return QFileDialog.getOpenFileNames(self.parent, title, folder)[0]

    def folder(self, title: str, folder: str) -> str:
        """The path of an existing folder, "" if none was chosen."""
        return QFileDialog.getExistingDirectory(self.parent, title, folder)

    def file_to_save(self, title: str, folder: str, filters: str) -> str:
        """The path of a file that may be written, "" if none was chosen.

        A name without a suffix gets the first of `filters` before it is asked whether a file of
        that name may be replaced.
        """
        dialog = QFileDialog(self.parent, title, folder, filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_suffix(filters))
        return dialog.selectedFiles()[0] if dialog.exec() else ""

    def text(self, title: str, label: str, initial: str) -> str | None:
        """A line of text, None if it was cancelled."""
        answer, given = QInputDialog.getText(self.parent, title, label, text=initial)
        return answer if given else None

    def choice(self, title: str, question: str, answers: tuple[str, ...]) -> str:
        """One of `answers`; Esc and closing the box give the last."""
        box = QMessageBox(self.parent)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)  # names in it come from anywhere
        box.setText(question)
        buttons = {
            box.addButton(answer, QMessageBox.ButtonRole.ActionRole): answer for answer in answers
        }
        chosen = list(buttons)
        box.setDefaultButton(chosen[0])
        box.setEscapeButton(chosen[-1])
        box.exec()
        clicked = box.clickedButton()
        return next((text for button, text in buttons.items() if button is clicked), answers[-1])


def _suffix(filters: str) -> str:
    """The first suffix in Qt's list of name filters: "dsk" of "Disks (*.dsk *.di1);;All (*)"."""
    return filters.partition("(*.")[2].partition(")")[0].partition(" ")[0]

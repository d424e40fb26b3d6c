"""The questions of `app.controllers.questions`, asked in dialogs."""

from PyQt6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget


class Dialogs:
    """Asks over a window, which gets the focus back afterwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent

    def file_to_open(self, title: str, folder: str, filters: str) -> str:
        """The path of an existing file, "" if none was chosen."""
        return QFileDialog.getOpenFileName(self.parent, title, folder, filters)[0]

    def file_to_save(self, title: str, folder: str, filters: str) -> str:
        """The path of a file that may be written, "" if none was chosen."""
        return QFileDialog.getSaveFileName(self.parent, title, folder, filters)[0]

    def text(self, title: str, label: str, initial: str) -> str | None:
        """A line of text, None if it was cancelled."""
        answer, given = QInputDialog.getText(self.parent, title, label, text=initial)
        return answer if given else None

    def choice(self, title: str, question: str, answers: tuple[str, ...]) -> str:
        """One of `answers`; Esc and closing the box give the last."""
        box = QMessageBox(self.parent)
        box.setWindowTitle(title)
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

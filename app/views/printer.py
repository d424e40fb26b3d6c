"""The printer in a window of its own: its paper, and what can be done with it."""

from PyQt6.QtGui import QFontDatabase, QTextCursor
from PyQt6.QtWidgets import QMainWindow, QPlainTextEdit, QToolBar

from app.controllers.printer import PrinterController

COLUMNS, ROWS = 80, 30


class PrinterWindow(QMainWindow):
    """Shows the paper and follows what comes."""

    def __init__(self, printer: PrinterController, name: str) -> None:
        """`name`: what the machine is called."""
        super().__init__()
        self.setWindowTitle(f"Printer of {name} – EightBox")
        self.paper = QPlainTextEdit(printer.paper, self)
        self.paper.setReadOnly(True)
        self.paper.setPlaceholderText("LPRINT and LLIST print here.")
        self.paper.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.paper.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setCentralWidget(self.paper)
        bar = QToolBar("Printer", self)
        bar.setMovable(False)
        bar.addAction("Save as…", printer.save)
        bar.addAction("Copy", printer.copy)
        bar.addAction("Tear off", printer.tear_off)
        self.addToolBar(bar)
        metrics = self.paper.fontMetrics()
        self.resize(metrics.horizontalAdvance("0") * (COLUMNS + 4), metrics.height() * ROWS)
        printer.printed.connect(self._print)
        printer.torn_off.connect(self.paper.clear)

    def _print(self, text: str) -> None:
        """Adds to the end, which is shown unless the user looks at what is above."""
        bar = self.paper.verticalScrollBar()
        assert bar is not None
        follows = bar.value() == bar.maximum()
        cursor = QTextCursor(self.paper.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text)
        if follows:
            bar.setValue(bar.maximum())

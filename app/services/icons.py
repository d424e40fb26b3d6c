"""The application's own icons, as SVG in assets/icons; drawn in the colour of the theme's text."""

from pathlib import Path

from PyQt6.QtCore import QByteArray, QSize, Qt
from PyQt6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PyQt6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "icons"
SIZE = QSize(48, 48)


def icon(name: str) -> QIcon:
    """The icon `name`; `currentColor` in it becomes the theme's colour of text."""
    svg = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = QGuiApplication.palette().color(group, QPalette.ColorRole.WindowText).name()
        made.addPixmap(_pixmap(svg.replace("currentColor", colour)), mode)
    return made


def application_icon() -> QIcon:
    """The window's icon, in colours of its own."""
    return QIcon(_pixmap((FOLDER / "eightbox.svg").read_text(encoding="utf-8")))


def _pixmap(svg: str) -> QPixmap:
    pixmap = QPixmap(SIZE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    return pixmap

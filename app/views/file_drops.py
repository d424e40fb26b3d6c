"""Files that are dragged onto a widget and dropped there."""

from PyQt6.QtGui import QDragEnterEvent, QDropEvent


def welcome(event: QDragEnterEvent | None) -> None:
    """Accepts a drag that brings files."""
    mime = event.mimeData() if event is not None else None
    if event is not None and mime is not None and mime.hasUrls():
        event.acceptProposedAction()


def taken(event: QDropEvent | None) -> list[str]:
    """Accepts a drop; the paths of the files on this host that it brought."""
    mime = event.mimeData() if event is not None else None
    if event is None or mime is None:
        return []
    event.acceptProposedAction()
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]

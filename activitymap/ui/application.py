"""The application: name, shipped fonts, and the style."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QPixmapCache
from PySide6.QtWidgets import QApplication

from activitymap import __version__
from activitymap.drawing.faces import FACES
from activitymap.export.png import ensure_fonts
from activitymap.ui.model_words import speak_their_language
from activitymap.ui.theme import find_pictures

PICTURES = 160 * 1024
"""Kilobytes of pictures of services that are kept."""


def application(arguments: Sequence[str]) -> QApplication:
    """Return the application, made if there is none, with the shipped fonts registered."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(list(arguments))
    app.setApplicationName("Activity Map")
    app.setOrganizationName("activitymap")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    speak_their_language()
    ensure_fonts()
    find_pictures()
    # Services on the screen are kept as pictures, so that dragging and panning stay smooth.
    QPixmapCache.setCacheLimit(PICTURES)
    font = QFont([face.family for face in FACES])
    # Large enough to be read from a projector's second row; the system's zoom comes on top.
    font.setPointSizeF(max(10.0, app.font().pointSizeF()))
    app.setFont(font)
    return app

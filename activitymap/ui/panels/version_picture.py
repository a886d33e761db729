"""The map as it stood: a version to be looked at."""

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from activitymap.drawing.layout import lay_out
from activitymap.drawing.placed import Options
from activitymap.drawing.theme import Theme
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.ui.picture import Picture


class VersionPicture(QDialog):
    """Shows a map with its contradictions; nothing in it can be changed."""

    def __init__(
        self, activity_map: ActivityMap, title: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(980, 640)
        self.picture = Picture()
        options = Options(theme=theme)
        self.picture.show_drawing(lay_out(activity_map, detect(activity_map), options))
        note = QLabel(self.tr("The map as it stood. Nothing can be changed here."))
        note.setObjectName("quiet")
        column = QVBoxLayout(self)
        column.addWidget(note)
        column.addWidget(self.picture, 1)

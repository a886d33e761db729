"""Buttons that enlarge a drawing, make it smaller, and fit it to its room."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from activitymap.ui.comparing.drawing_view import STEP, DrawingView


class ZoomBar(QWidget):
    """Three buttons for one view."""

    def __init__(self, view: DrawingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.farther, self.closer = QPushButton("−"), QPushButton("+")
        self.whole = QPushButton(self.tr("&Fit"))
        for button, words, does in (
            (self.farther, self.tr("Smaller (−)"), partial(view.zoom_by, 1 / STEP)),
            (
                self.closer,
                self.tr("Larger (+, or Ctrl and the wheel)"),
                partial(view.zoom_by, STEP),
            ),
            (self.whole, self.tr("As much as there is room for (0)"), view.fit),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, act=does: act())
            button.setMinimumWidth(34)
            row.addWidget(button)

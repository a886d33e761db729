"""The button that adds a service: empty, from a template, or from one that people kept."""

from pathlib import Path

import platformdirs
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from activitymap.model.templates import COMMON, EMPTY, Template, load_templates
from activitymap.ui.panels.questions_words import told


def templates_folder() -> Path:
    """Return the folder of this user's own templates, whether it is there or not."""
    return platformdirs.user_data_path("activitymap", appauthor=False) / "templates"


class NewServiceButton(QToolButton):
    """A button with a menu of templates.

    ``wanted`` carries the template to begin with, ``keeping_wanted`` nothing: the service that is
    chosen is to become a template. ``noticed`` carries what is wrong with a kept template.
    """

    wanted = Signal(object)
    keeping_wanted = Signal()
    noticed = Signal(str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._name = ""
        self.setText(self.tr("New service"))
        self.setAccessibleName(self.tr("New service"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._chosen)
        self.setMenu(menu)

    def show_service(self, name: str) -> None:
        """Offer to keep the service of this name as a template; none for ``""``."""
        self._name = name

    def _fill(self) -> None:
        """Read the folder anew: another window may have kept a template."""
        menu = self.menu()
        menu.clear()
        self._offer(menu, EMPTY)
        menu.addSection(self.tr("Common services"))
        for template in COMMON:
            self._offer(menu, template)
        kept = load_templates(self._folder)
        if kept.templates:
            menu.addSection(self.tr("Your own"))
        for template in kept.templates:
            self._offer(menu, template)
        if self._name:
            menu.addSeparator()
            words = self.tr("Keep “{name}” as a template").format(name=_plain(self._name))
            menu.addAction(words)
        if kept.notices:
            self.noticed.emit(" ".join(kept.notices))

    @staticmethod
    def _offer(menu: QMenu, template: Template) -> None:
        menu.addAction(_plain(told(template.name))).setData(template)

    def _chosen(self, action: QAction) -> None:
        template = action.data()
        if isinstance(template, Template):
            self.wanted.emit(template)
        else:
            self.keeping_wanted.emit()


def _plain(name: str) -> str:
    """Return a name as a menu shows it: its ampersands are no shortcuts."""
    return name.replace("&", "&&")

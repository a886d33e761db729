"""The panel of guiding questions: it leads a manager through a service, one question at a time."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.drawing.placing import arranged
from activitymap.errors import ActivityMapError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Change
from activitymap.model.edits.systems import rename_system
from activitymap.model.questions import QUESTIONS
from activitymap.model.templates import EMPTY, Template, from_template, save_template
from activitymap.model.values import ActivitySystem, Element
from activitymap.ui.document import Document
from activitymap.ui.panels.questions_field import Choice
from activitymap.ui.panels.questions_sheet import QuestionSheet
from activitymap.ui.panels.questions_templates import NewServiceButton, templates_folder
from activitymap.ui.panels.questions_words import told
from activitymap.ui.selection import Selection

_STYLE = """
    QPlainTextEdit, QPushButton, QComboBox {
        border: 1px solid palette(mid); border-radius: 5px; background: palette(base);
    }
    QPlainTextEdit { padding: 0; }
    QPushButton { padding: 6px 10px; }
    QComboBox { padding: 4px 6px; }
    QPushButton:checked { background: palette(highlight); font-weight: bold; }
    QPushButton:disabled { background: transparent; }
    QComboBox::drop-down { border: 0; width: 22px; }
    QToolButton#remove { padding: 4px 6px; }
    QPlainTextEdit:focus, QPushButton:focus, QComboBox:focus { border: 2px solid palette(link); }
"""


class QuestionsPanel(QWidget):
    """Asks the eight questions of the service that is chosen, and follows what is chosen.

    Call `finish` before the map is saved or closed: it puts what is half typed into the map.
    ``templates`` is the folder of the person's own templates.
    """

    def __init__(
        self,
        document: Document,
        selection: Selection,
        templates: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._folder = templates or templates_folder()
        self._system: str | None = None
        self._new = False
        self._step = 0
        self.heading = QLabel(self.tr("Guiding questions"))
        self.heading.setObjectName("heading")
        self.progress = QLabel()
        self.progress.setObjectName("quiet")
        self.service = Choice()
        self.service.setAccessibleName(self.tr("Which service the questions are about"))
        self.service.setPlaceholderText(self.tr("A new service"))
        self.new_service = NewServiceButton(self._folder)
        self.sheet = QuestionSheet(document)
        self.back = QPushButton(self.tr("&Back"))
        self.next = QPushButton(self.tr("&Next"))
        self.notice = QLabel()
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setWordWrap(True)
        self.notice.setObjectName("quiet")
        self.notice.hide()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.setStyleSheet(_STYLE)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.sheet)
        head, which, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.progress)
        which.addWidget(self.service, 1)
        which.addWidget(self.new_service)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(which)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.notice)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._document.map_changed.connect(self.show_map)
        self._selection.changed.connect(self._follow)
        self.service.activated.connect(self._choose_service)
        self.new_service.wanted.connect(self._add_service)
        self.new_service.keeping_wanted.connect(self._keep_template)
        self.new_service.noticed.connect(self._tell)
        self.sheet.named.connect(self._name_service)
        self.sheet.next_wanted.connect(self.go_on)
        self.sheet.focus_moved.connect(self._bring_into_view)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)

    # Showing ----------------------------------------------------------------------------------

    def show_map(self, activity_map: ActivityMap) -> None:
        """Show the question and its answers as they are in a map, once people see them."""
        if not self.isVisible():
            return
        ids = [system.id for system in activity_map.systems]
        if self._system not in ids and not (self._new and self._system is None):
            self._system = ids[0] if ids else None
            self._step = 0
        if self._system is None:
            self._step = 0
        self.service.show_items(
            [(system.name, system.id) for system in activity_map.systems], self._system
        )
        self.service.setEnabled(bool(ids))
        system = self._current()
        self.new_service.show_service(system.name if system else "")
        self.sheet.show_question(QUESTIONS[self._step], system)
        # As wide as the longest button or word of the language needs: nothing is cut off.
        bar = self.area.verticalScrollBar().sizeHint().width()
        self.area.setMinimumWidth(self.sheet.minimumSizeHint().width() + bar)
        self._show_progress(activity_map)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.show_map(self._document.map)
        super().showEvent(event)

    def _show_progress(self, activity_map: ActivityMap) -> None:
        words = self.tr("{number} of {all}").format(number=self._step + 1, all=len(QUESTIONS))
        self.progress.setText(words)
        self.sheet.setAccessibleName(
            self.tr("Question {progress}: {question}").format(
                progress=words, question=told(QUESTIONS[self._step].text)
            )
        )
        self.back.setEnabled(self._step > 0)
        last = self._step == len(QUESTIONS) - 1
        if not last:
            self.next.setText(self.tr("&Next"))
        elif self._following(activity_map) is None:
            self.next.setText(self.tr("&New service"))
        else:
            self.next.setText(self.tr("&Next service"))

    def _current(self) -> ActivitySystem | None:
        systems = self._document.map.systems
        return next((one for one in systems if one.id == self._system), None)

    def _following(self, activity_map: ActivityMap) -> str | None:
        ids = [system.id for system in activity_map.systems]
        place = ids.index(self._system) + 1 if self._system in ids else len(ids)
        return ids[place] if place < len(ids) else None

    def _follow(self, ids: tuple[str, ...]) -> None:
        """Ask about the service, element or statement that was chosen elsewhere."""
        if not ids:
            return
        for system in self._document.map.systems:
            elements: dict[str, Element | None] = {system.id: None}
            elements |= {f"{system.id}/{element}": element for element in Element}
            elements |= {one.id: one.element for one in system.statements}
            if ids[-1] in elements:
                element = elements[ids[-1]]
                step = next(n for n, one in enumerate(QUESTIONS) if one.element is element)
                same = system.id == self._system and element is None
                self._show(system.id, self._step if same else step)
                return

    def _show(self, system: str | None, step: int) -> None:
        if (system, step) != (self._system, self._step):
            self.notice.hide()
            self.area.verticalScrollBar().setValue(0)
        self._system, self._step, self._new = system, step, system is None
        self.show_map(self._document.map)

    def _tell(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def _bring_into_view(self, widget: QWidget) -> None:
        layout = self.sheet.layout()
        assert layout is not None
        layout.activate()
        self.area.ensureWidgetVisible(widget, 0, 24)

    # Going through the questions --------------------------------------------------------------

    def finish(self) -> None:
        """Put what was typed and not yet entered into the map."""
        self.sheet.finish()

    def go_on(self) -> None:
        """Ask the next question, or after the last the first of the next service."""
        self.finish()
        if self._system is None:
            self._tell(self.tr("Give the service a name first."))
            self.sheet.start()
        elif self._step < len(QUESTIONS) - 1:
            self._ask(self._system, self._step + 1)
        else:
            self._ask(self._following(self._document.map), 0)

    def go_back(self) -> None:
        """Ask the question before."""
        self.finish()
        if self._step > 0:
            self._ask(self._system, self._step - 1)

    def _ask(self, system: str | None, step: int) -> None:
        """Ask a question, and let the other views show what it is about."""
        self._show(system, step)
        element = QUESTIONS[step].element
        if system is not None:
            self._selection.choose(f"{system}/{element}" if element else system)
        self.sheet.start()

    def _choose_service(self) -> None:
        chosen = self.service.currentData()
        self.finish()
        self._ask(chosen, self._step)

    # Services and templates -------------------------------------------------------------------

    def _name_service(self, name: str) -> None:
        if self._system is None:
            self._add(EMPTY, name)
        elif not self._document.edit(self.tr("Rename service"), rename_system, self._system, name):
            self.show_map(self._document.map)

    def _add_service(self, template: Template) -> None:
        self.finish()
        if template == EMPTY:
            self._ask(None, 0)
        elif self._add(template, told(template.name)):
            self._ask(self._system, 0)
            self.sheet.name.selectAll()

    def _add(self, template: Template, name: str) -> bool:
        known = {system.id for system in self._document.map.systems}
        self._document.edit(self.tr("Add service"), _added, template, name)
        new = [one.id for one in self._document.map.systems if one.id not in known]
        if new:
            self._show(new[0], 0)
            self._selection.choose(new[0])
        return bool(new)

    def _keep_template(self) -> None:
        self.finish()
        system = self._current()
        if system is None:
            return
        try:
            save_template(self._folder, system.name, system, self._document.map.matters)
        except ActivityMapError as error:
            self._tell(str(error))
        else:
            self._tell(
                self.tr("“{name}” is kept as a template: New service offers it.").format(
                    name=system.name
                )
            )


def _added(activity_map: ActivityMap, template: Template, name: str) -> Change:
    """Add a service from a template where there is room on the canvas."""
    change = from_template(activity_map, template, name=name)
    return Change(arranged(change.map), change.ids)

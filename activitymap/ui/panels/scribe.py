"""Scribe mode: one field at the bottom, for somebody who types while others talk."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from activitymap.model.scribe import Wanted, completions, parse, scribe
from activitymap.model.values import Element
from activitymap.ui.document import Document
from activitymap.ui.model_words import model_words
from activitymap.ui.selection import Selection
from activitymap.ui.walking import beside, next_system


class ScribePanel(QWidget):
    """Writes lines into the map; ``left`` says that the typist is done."""

    left = Signal()

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._system: str | None = None
        self._element: Element | None = None
        self._lines: list[str] = []
        self._recalled = 0
        self.where = QLabel()
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Write into the map"))
        self.field.setPlaceholderText(self.tr("service: rules: what it says   (+ new service)"))
        self.said = QLabel()
        self.said.setObjectName("quiet")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.field)
        self._completer.activated.connect(self._complete)
        popup = self._completer.popup()
        assert popup is not None
        self._popup = popup
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.addWidget(self.where)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.said)
        self.field.installEventFilter(self)
        self._popup.installEventFilter(self)
        self.field.textEdited.connect(self._offer)
        self.field.returnPressed.connect(self.commit)
        selection.changed.connect(self._follow)
        document.map_changed.connect(self._show_where)
        self._show_where()

    def commit(self) -> None:
        """Do what the line asks for, as one step."""
        self._popup.hide()
        line = self.field.text()
        if not line.strip():
            return
        wanted = parse(line, self._document.map, self._system, self._element)
        before = self._document.map
        if wanted.new_service or wanted.writes:
            step = self.tr("Add service") if wanted.new_service else self.tr("Type statement")
            self._document.edit(step, scribe, wanted)
            if self._document.map is before:
                return
        self._lines.append(line)
        self._recalled = len(self._lines)
        self.field.clear()
        self._go_to(wanted)

    def _go_to(self, wanted: Wanted) -> None:
        """Choose the place that a line went to, so that the next one goes there too."""
        if wanted.new_service:
            self._system, self._element = self._document.map.systems[-1].id, None
        elif wanted.system is not None:
            self._system, self._element = wanted.system, wanted.element or self._element
        place = self._place()
        if place:
            self._selection.choose(place)
        self._show_where()
        added = self.tr("Added to {place}") if wanted.writes else self.tr("Now at {place}")
        self.said.setText(added.format(place=self.where.text()))
        self.said.setAccessibleName(self.said.text())

    def _place(self) -> str:
        if self._system is None:
            return ""
        return f"{self._system}/{self._element}" if self._element else self._system

    def _follow(self, ids: tuple[str, ...]) -> None:
        """Write where something is chosen."""
        current = ids[-1] if ids else ""
        for system in self._document.map.systems:
            for statement in system.statements:
                if statement.id == current:
                    self._system, self._element = system.id, statement.element
            if current == system.id:
                self._system, self._element = system.id, None
            elif current.startswith(f"{system.id}/"):
                name = current.removeprefix(f"{system.id}/")
                known = name in set(Element)
                self._system, self._element = system.id, Element(name) if known else None
        self._show_where()

    def _show_where(self) -> None:
        names = {system.id: system.name for system in self._document.map.systems}
        if self._system not in names:
            self._system = self._element = None
        words = [names[self._system]] if self._system else []
        words += [model_words(str(self._element))] if self._element else []
        self.where.setText(" › ".join(words) or self.tr("Nowhere yet"))

    def _offer(self, line: str) -> None:
        """Offer what the line may become."""
        found = completions(line, self._document.map, self._system)
        self._words.setStringList(found)
        if found:
            self._completer.complete()
        else:
            self._popup.hide()

    def _complete(self, line: str) -> None:
        self.field.setText(line)
        self.field.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, offered = event.key(), self._popup.isVisible()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Tab and offered:
            row = max(self._popup.currentIndex().row(), 0)
            self._complete(self._words.stringList()[row])
            self._popup.hide()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and not self.field.text():
            self._walk(1 if key == Qt.Key.Key_Tab else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            self.commit()
            self._next_service()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not offered and self._lines:
            self._recall(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape and not offered:
            self.field.clear()
            self.left.emit()
        else:
            return False
        return True

    def _walk(self, step: int) -> None:
        if self._system is not None:
            self._element = beside(self._element, step)
            self._selection.choose(self._place())

    def _next_service(self) -> None:
        if self._system is not None:
            self._system = next_system(self._document.map, self._system)
            self._element = beside(None, 0)
            self._selection.choose(self._place())

    def _recall(self, step: int) -> None:
        """Bring back a line that was typed before."""
        self._recalled = max(0, min(len(self._lines), self._recalled + step))
        known = self._recalled < len(self._lines)
        self.field.setText(self._lines[self._recalled] if known else "")

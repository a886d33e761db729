"""Scribe mode: one field at the bottom, for somebody who types while others talk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Change
from activitymap.model.scribe import Taken, Wanted, begun_at, completions, lines_of, parse, take
from activitymap.model.values import Element, State
from activitymap.ui.document import Document
from activitymap.ui.model_words import model_words
from activitymap.ui.panels.scribe_field import ScribeField
from activitymap.ui.selection import Selection, element_in
from activitymap.ui.walking import beside, next_system

LONGEST_PLACE = 300
"""Pixels for the place where the next line goes; a longer one is cut in its middle."""


class ScribePanel(QWidget):
    """Writes lines into the map.

    ``chosen`` carries the id of the place that a line went to, as a tuple, to bring it into view;
    ``left`` says that the typist is done.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._system: str | None = None
        self._element = beside(None, 0)
        self._taken: Taken | None = None
        self._typed: list[str] = []
        self._recalled, self._draft, self._putting = 0, "", False
        self.where, self.said = QLabel(), QLabel()
        for label in (self.where, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setObjectName("quiet")
        self.said.setWordWrap(True)
        self.field = ScribeField()
        self.field.setAccessibleName(self.tr("Write into the map"))
        self.field.setPlaceholderText(self.tr("School: rules: what it says"))
        self._told = self.tr(
            "service: element: words #matter   ·   + new service   ·   ? not known   ·   - none"
        )
        layout = QGridLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setColumnStretch(1, 1)
        layout.setVerticalSpacing(2)
        layout.addWidget(self.where, 0, 0)
        layout.addWidget(self.field, 0, 1)
        layout.addWidget(self.said, 1, 0, 1, 2)
        self.field.textChanged.connect(self._text_changed)
        self.field.asked.connect(self._asked)
        selection.changed.connect(self._follow)
        document.map_changed.connect(self._show_where)
        document.refused.connect(self._refused)
        self._follow(selection.ids)

    # Writing ----------------------------------------------------------------------------------

    def commit(self) -> bool:
        """Do what was typed, as one step; tell whether nothing is left to do."""
        text = self.field.text()
        lines = lines_of(text)
        if not lines:
            self._put("")
            return True
        system, element = self._place()
        first = parse(lines[0], self._document.map, system, element)
        step = self.tr("Type statement") if len(lines) == 1 else self.tr("Type statements")
        if len(lines) == 1 and first.new_service:
            step = self.tr("Add service")
        self._taken = None
        self._document.edit(step, self._take, lines)
        taken: Taken | None = self._taken
        if taken is None:
            return False
        if text not in self._typed[-1:]:
            self._typed.append(text)
        self._recalled, self._draft = len(self._typed), ""
        self._put("")
        self._go_to(taken)
        return True

    def _take(self, activity_map: ActivityMap, lines: list[str]) -> Change:
        self._taken = take(activity_map, lines, *self._place())
        return self._taken.change

    def _go_to(self, taken: Taken) -> None:
        """Choose the place that the last line went to, so that the next one goes there too."""
        last = taken.wanted[-1]
        self._system, self._element = taken.system, taken.element or self._element
        self._choose(whole=last.element is None)
        self._tell(self._result(taken, last))

    def _result(self, taken: Taken, last: Wanted) -> str:
        """Return what became of what was typed."""
        count = sum(wanted.writes for wanted in taken.wanted) if taken.change.ids else 0
        service, element = self._names()
        if count > 1:
            words = self.tr("{count} statements added, the last to {service}, {element}")
        elif count:
            words = self.tr("Added to {service}, {element}")
        elif last.new_service:
            words = self.tr("New service: {service}")
        else:
            words = self.tr("Now at {service}, {element}")
        words = words.format(count=count, service=service, element=element)
        return f"{words}. {self._doubt(last)}" if last.also else words

    def _doubt(self, wanted: Wanted) -> str:
        elements = {str(element): model_words(str(element)) for element in Element}
        names = ", ".join(elements.get(name, name) for name in wanted.also)
        return self.tr("It could also mean {names}").format(names=names) if names else ""

    def _tell(self, words: str) -> None:
        """Say something that screen readers hear too."""
        self._told = words
        self.said.setText(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.said, words))

    def _refused(self, sentence: str) -> None:
        if self.field.hasFocus():
            self._tell(sentence)

    # Where ------------------------------------------------------------------------------------

    def _place(self) -> tuple[str | None, Element]:
        """Return where the next line goes: the last place, or the first service."""
        ids = [system.id for system in self._document.map.systems]
        if self._system in ids:
            return self._system, self._element
        return (ids[0] if ids else None), self._element

    def _names(self) -> tuple[str, str]:
        system, element = self._place()
        names = {one.id: one.name for one in self._document.map.systems}
        return names[system] if system else "", model_words(str(element))

    def _follow(self, ids: tuple[str, ...]) -> None:
        """Write where something is chosen."""
        current = ids[-1] if ids else ""
        owner = current.partition("/")[0]
        for system in self._document.map.systems:
            if owner == system.id:
                self._system = owner
                self._element = element_in(current) or self._element
            for statement in system.statements:
                if statement.id == current:
                    self._system, self._element = system.id, statement.element
        self._show_where()

    def _show_where(self) -> None:
        """Show where what is typed goes, and whether it says something."""
        lines = lines_of(self.field.text())
        system, element = self._place()
        wanted = parse(lines[0] if lines else "", self._document.map, system, element)
        names = {one.id: one.name for one in self._document.map.systems}
        if wanted.new_service:
            words = self.tr("New service")
        elif wanted.system is None:
            words = self.tr("Nowhere yet")
        else:
            words = f"{names[wanted.system]} › {model_words(str(wanted.element or element))}"
        marks = {State.MISSING: self.tr("{place}: none"), State.UNKNOWN: self.tr("{place}: ?")}
        words = marks.get(wanted.state, "{place}").format(place=words)
        middle = Qt.TextElideMode.ElideMiddle
        self.where.setText(self.fontMetrics().elidedText(words, middle, LONGEST_PLACE))
        self.where.setToolTip(words)
        self.field.setAccessibleDescription(words)
        self.said.setText(self._doubt(wanted) or self._told)

    def _choose(self, *, whole: bool = False) -> None:
        """Choose the place of the next line, or the whole service."""
        system, element = self._place()
        if system is not None:
            identity = system if whole else f"{system}/{element}"
            self._selection.choose(identity)
            self.chosen.emit((identity,))
        self._show_where()

    # Keys -------------------------------------------------------------------------------------

    def _asked(self, what: str) -> None:
        if what == ScribeField.COMMIT:
            self.commit()
        elif what == ScribeField.SERVICE:
            self._next_service()
        elif what in {ScribeField.NEXT, ScribeField.BACK}:
            self._element = beside(self._element, 1 if what == ScribeField.NEXT else -1)
            self._choose()
            self._tell(", ".join(filter(None, self._names())))
        elif what in {ScribeField.OLDER, ScribeField.NEWER}:
            self._recall(-1 if what == ScribeField.OLDER else 1)
        elif self.field.text():
            self._put("")
        else:
            self.left.emit()

    def _next_service(self) -> None:
        if self.commit() and (system := self._place()[0]) is not None:
            self._system = next_system(self._document.map, system)
            self._element = beside(None, 0)
            self._choose()
            self._tell(", ".join(self._names()))

    def _recall(self, step: int) -> None:
        """Bring back what was typed before, or what was being typed."""
        if self._recalled == len(self._typed):
            self._draft = self.field.text()
        self._recalled = max(0, min(len(self._typed), self._recalled + step))
        known = self._recalled < len(self._typed)
        self._put(self._typed[self._recalled] if known else self._draft)

    def _put(self, text: str) -> None:
        """Have a text typed without offering what it may become."""
        self._putting = True
        self.field.show_text(text)
        self._putting = False

    def _text_changed(self) -> None:
        self._show_where()
        if self._putting or "\n" in self.field.text():
            self.field.offer([])
            return
        line, here = self.field.before_cursor(), self._document.map
        found = completions(line, len(line), here)
        self.field.offer(found, line[begun_at(line, len(line), here) :])

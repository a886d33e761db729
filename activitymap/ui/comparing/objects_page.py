"""Whose object is the same, and whose only seems so; the group says what a shared word means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from activitymap.model.comparing_objects import NamedObject, Objects, Sameness
from activitymap.ui.comparing.word_table import WordTable


class ObjectsPage(QWidget):
    """One row for each object, with the services and their own words.

    ``opened`` carries the ids of two services; ``said`` pairs of statements, and whether they
    are the same.
    """

    opened = Signal(object)
    said = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = (
            self.tr("They name"),
            self.tr("Object"),
            self.tr("In their own words"),
            self.tr("Because"),
        )
        self.table = WordTable(titles, (3, 3, 6, 5))
        self.table.setAccessibleName(self.tr("Which services name the same object"))
        self.rest = QLabel()
        self.rest.setTextFormat(Qt.TextFormat.PlainText)
        self.rest.setObjectName("quiet")
        self.rest.setWordWrap(True)
        self.same = QPushButton(self.tr("They mean the sa&me"))
        self.apart = QPushButton(self.tr("&Not the same"))
        self.open = QPushButton(self.tr("&Face to face"))
        self._objects: tuple[NamedObject, ...] = ()
        self._arrange()
        self.table.itemSelectionChanged.connect(self._show_buttons)
        self.table.opened.connect(self._open)
        self.table.cellDoubleClicked.connect(lambda row, _column: self._open(row))
        self.open.clicked.connect(lambda: self._open(self.table.currentRow()))
        self.same.clicked.connect(lambda: self._say(True))
        self.apart.clicked.connect(lambda: self._say(False))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.rest, 1)
        for button in (self.same, self.apart, self.open):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def show_objects(self, found: Objects) -> None:
        """Show the objects, and in one line the services that meet in none."""
        self._objects = found.met
        self.table.show_rows(
            (self._verdict(one), one.name or "–", self._own_words(one), self._because(one))
            for one in found.met
        )
        rest = []
        if found.alone:
            names = ", ".join(system.name for system in found.alone)
            rest.append(self.tr("Nothing to tell by: {names}.").format(names=names))
        if found.silent:
            names = ", ".join(system.name for system in found.silent)
            rest.append(self.tr("No object written yet: {names}.").format(names=names))
        self.rest.setText(" ".join(rest))
        self._show_buttons()

    @property
    def is_empty(self) -> bool:
        """Whether no two services meet in an object."""
        return not self._objects

    def _verdict(self, one: NamedObject) -> str:
        told = {
            Sameness.SEEMING: self.tr("what only seems the same"),
            Sameness.ASK: self.tr("the same word"),
            Sameness.SAME: self.tr("the same object"),
            Sameness.APART: self.tr("not the same object"),
        }[one.sameness]
        return self.tr("{verdict} (the group)").format(verdict=told) if one.judged else told

    @staticmethod
    def _own_words(one: NamedObject) -> str:
        return "\n".join(f"{each.system.name}: “{each.statement.text}”" for each in one.named)

    def _because(self, one: NamedObject) -> str:
        told = []
        if one.because:
            told += [found.told for found in one.because]
        elif one.judged:
            told.append(self.tr("The group has said so."))
        elif one.by == "word":
            declared = [each.worked_on for each in one.named if each.declared]
            if one.sameness is Sameness.SEEMING:
                words = ", ".join(f"“{each}”" for each in declared)
                told.append(self.tr("They work on different things: {words}.").format(words=words))
            else:
                told.append(self.tr("Both use the word. Ask whether they mean the same."))
        elif one.by == "matter":
            told.append(self.tr("What they say of it is about one matter."))
        else:
            told.append(self.tr("It is what both say that they work on."))
        for first, second in one.unlinked:
            told.append(
                self.tr("Not linked: {one} and {other}.").format(one=first.name, other=second.name)
            )
        return " ".join(told)

    def _current(self) -> NamedObject | None:
        row = self.table.currentRow()
        return self._objects[row] if 0 <= row < len(self._objects) else None

    def _show_buttons(self) -> None:
        one = self._current() if self.table.selectedItems() else None
        for button in (self.same, self.apart):
            button.setEnabled(one is not None and bool(one.open))
        self.open.setEnabled(one is not None)

    def _open(self, row: int) -> None:
        """Open the two services of an object: of several, those that clash over it."""
        if 0 <= row < len(self._objects):
            one = self._objects[row]
            clash = [side.system for found in one.because[:1] for side in found.sides]
            self.opened.emit(tuple(dict.fromkeys(clash or [s.id for s in one.systems]))[:2])

    def _say(self, same: bool) -> None:
        one = self._current()
        if one is not None:
            self.said.emit(one.open, same)

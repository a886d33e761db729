"""Whether the chosen statement serves or hinders each need."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from activitymap.model.edits.change import Edit, in_turn
from activitymap.model.edits.needs import mark_need, unmark_need
from activitymap.model.values import Bearing, Statement
from activitymap.ui.document import Document


class NeedMarks(QWidget):
    """Shows a choice for each need of the map: nothing, serves, hinders."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.choices: dict[str, QComboBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)

    def show_statement(self, statement: Statement) -> None:
        """Show how a statement bears on the needs."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.choices = {}
        for need in self._document.map.needs:
            self._add(statement, need.id, need.text)
        self.setVisible(bool(self.choices))

    def _add(self, statement: Statement, need: str, text: str) -> None:
        words = {
            None: self.tr("has nothing to do with the need"),
            Bearing.SERVES: self.tr("serves the need"),
            Bearing.HINDERS: self.tr("hinders the need"),
        }
        box = QComboBox()
        box.setAccessibleName(text)
        for value, name in words.items():
            box.addItem(name, value)
        known = self._bearings(statement.id, need)
        box.setCurrentIndex(list(words).index(known[0] if known else None))
        box.activated.connect(partial(self._mark, statement.id, need))
        label = QLabel(f"“{text}”")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.choices[need] = box
        self._column.addWidget(box)
        self._column.addWidget(label)

    def _bearings(self, statement: str, need: str) -> list[Bearing]:
        marks = self._document.map.need_marks
        return [m.bearing for m in marks if (m.statement, m.need) == (statement, need)]

    def _mark(self, statement: str, need: str, _number: int) -> None:
        wanted = self.choices[need].currentData()
        edits: list[Edit] = [
            partial(unmark_need, statement=statement, need=need, bearing=old)
            for old in self._bearings(statement, need)
        ]
        if wanted is not None:
            edits.append(
                partial(mark_need, statement=statement, need=need, bearing=Bearing(wanted))
            )
        self._document.edit(self.tr("Mark need"), in_turn, edits)

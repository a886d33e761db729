"""The list "About the same thing?": what may be about one matter, apart from what was found."""

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.suggesting.suggest import Suggestion, suggestions
from activitymap.model.edits.judging import judge
from activitymap.model.edits.same_matter import join_matter, proposed_name
from activitymap.model.judging import Answer, Status
from activitymap.ui.document import Document

AFTER = 300
"""Milliseconds without an edit after which the list is made anew."""
SHOWN = 50
"""Pairs in the list: whoever has gone through these asks for new ones."""


class _Looking(QObject):
    """Carries a list from the thread that made it to the window."""

    done = Signal(object, object)


class SuggestionsPanel(QWidget):
    """Lists pairs of statements for a nod; ``chosen`` carries the finding of the one chosen."""

    chosen = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._listed: tuple[Suggestion, ...] = ()
        self._shown_map: ActivityMap | None = None
        self._get_ready()
        self.head = QToolButton()
        self.head.setObjectName("quiet")
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setArrowType(Qt.ArrowType.RightArrow)
        self.head.setText(self.tr("About the same thing?"))
        self.head.setToolTip(
            self.tr("Statements that may be about one matter, and what would clash then")
        )
        self.list = _Pairs()
        self.list.setAccessibleName(self.tr("Pairs that may be about the same thing"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.note = QLabel()
        self.note.setObjectName("quiet")
        self.note.setWordWrap(True)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("What both are about"))
        self.name.setPlaceholderText(self.tr("What both are about"))
        self.same = QPushButton(self.tr("The same"))
        self.apart = QPushButton(self.tr("Not the same"))
        self._arrange()
        self.head.toggled.connect(self._toggled)
        self.list.currentItemChanged.connect(self._choose)
        self.list.same.connect(self._confirm)
        self.list.apart.connect(self._dismiss)
        self.name.returnPressed.connect(self._confirm)
        self.same.clicked.connect(self._confirm)
        self.apart.clicked.connect(self._dismiss)
        document.map_changed.connect(self._changed)
        self._toggled(open_=False)

    def _get_ready(self) -> None:
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._looking = _Looking(self)
        self._looking.done.connect(self._show)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self._look)

    def _arrange(self) -> None:
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        buttons = QHBoxLayout()
        buttons.addWidget(self.same)
        buttons.addWidget(self.apart)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        column.addWidget(self.name)
        column.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.head)
        layout.addWidget(self.body, 1)

    # Looking ----------------------------------------------------------------------------------

    def _toggled(self, open_: bool) -> None:
        self.head.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self.body.setVisible(open_)
        if open_:
            self._changed()
        else:
            self._timer.stop()
            self.chosen.emit(None)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._changed()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def finish(self) -> None:
        """Wait for a list that is being made, before the window goes."""
        self._timer.stop()
        self._pool.waitForDone()

    def _changed(self) -> None:
        """Look again a moment after the last edit, while somebody looks."""
        if self.body.isVisible() and self._document.map is not self._shown_map:
            self._timer.start()

    def _look(self) -> None:
        """Make the list in another thread: a map is one value that nobody changes."""
        current, looking = self._document.map, self._looking

        def work() -> None:
            looking.done.emit(current, suggestions(current, most=SHOWN))

        self._pool.start(work)

    def _show(self, activity_map: ActivityMap, found: tuple[Suggestion, ...]) -> None:
        if activity_map is not self._document.map:
            return  # Edited meanwhile; a newer list is on its way.
        self._shown_map, self._listed = activity_map, found
        place = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            item = QListWidgetItem(self._words(one, activity_map))
            item.setToolTip(one.finding.because)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.note.setText(
            self.tr("Most telling first. Enter: the same. Delete: not the same.")
            if found
            else self.tr("Nothing looks as if it were about the same thing as something else.")
        )
        if found and place >= 0:
            self.list.setCurrentRow(min(place, len(found) - 1))
        self._choose()

    def _words(self, one: Suggestion, activity_map: ActivityMap) -> str:
        names = {system.id: system.name for system in activity_map.systems}
        sides = [f"{names[side.system or '']}: {side.text}" for side in one.finding.sides]
        if one.clashes:
            sides.append(self.tr("Would clash."))
        return "\n".join(sides)

    # Choosing ---------------------------------------------------------------------------------

    def _current(self) -> Suggestion | None:
        row = self.list.currentRow()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def _choose(self) -> None:
        one = self._current()
        for part in (self.name, self.same, self.apart):
            part.setEnabled(one is not None)
        if one is None:
            self.name.clear()
            return
        current = self._document.map
        matters = {matter.id: matter.name for matter in current.matters}
        said = {s.id: s for system in current.systems for s in system.statements}
        known = [matters[matter] for matter in one.finding.matters]
        first, second = (said[side.id] for side in one.finding.sides)
        self.name.setText(known[0] if known else proposed_name(first, second))
        self.chosen.emit(one.finding)

    def _confirm(self) -> None:
        one = self._current()
        if one is not None:
            first, second = (side.id for side in one.finding.sides)
            self._document.edit(
                self.tr("Put on one matter"), join_matter, first, second, self.name.text().strip()
            )

    def _dismiss(self) -> None:
        one = self._current()
        if one is not None:
            self._document.edit(
                self.tr("Not the same matter"),
                partial(
                    judge,
                    about=one.finding.about,
                    status=Status.DISMISSED,
                    date=date(*QDate.currentDate().getDate()),
                    grounds=one.finding.grounds,
                    answer=Answer.NOT_THE_SAME,
                ),
            )


class _Pairs(QListWidget):
    """A list in which Enter and Delete answer the question."""

    same = Signal()
    apart = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.same.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.apart.emit()
        else:
            super().keyPressEvent(event)

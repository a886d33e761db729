"""Find and replace: a bar that looks through all texts of the map."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from activitymap.model.finding_text import Field, Match, matches, replace_all, replace_one
from activitymap.ui.document import Document
from activitymap.ui.selection import Selection

SHOWN_AROUND = 30
"""Characters shown on either side of what was found."""


class FindBar(QWidget):
    """Finds words and replaces them; what is found is chosen, one after the other.

    ``chosen`` carries the ids of the match as a tuple, to bring it into view. ``left`` says that
    the person is done.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._found: tuple[Match, ...] = ()
        self._current: Match | None = None
        self.field = self._line(self.tr("Find"))
        self.replacement = self._line(self.tr("Replace with"))
        self.count, self.told = self._label(), self._label()
        self.told.setWordWrap(True)
        self.case = QCheckBox(self.tr("Match &case"))
        self.whole = QCheckBox(self.tr("W&hole words"))
        self.previous = QPushButton(self.tr("&Previous"))
        self.next = QPushButton(self.tr("&Next"))
        self.replace = QPushButton(self.tr("&Replace"))
        self.replace_all = QPushButton(self.tr("Replace a&ll"))
        self.close_ = QPushButton("✕")
        self._arrange()
        self._connect()
        self._search()

    @staticmethod
    def _line(name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
        line.setClearButtonEnabled(True)
        line.setMinimumWidth(110)
        return line

    @staticmethod
    def _label() -> QLabel:
        label = QLabel()
        label.setObjectName("quiet")
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _arrange(self) -> None:
        for button, keys in (
            (self.previous, self.tr("Shift+F3 or Shift+Enter")),
            (self.next, self.tr("F3 or Enter")),
            (self.close_, self.tr("Close the search (Esc)")),
        ):
            button.setToolTip(keys)
        self.close_.setAccessibleName(self.tr("Close the search"))
        self.close_.setFixedWidth(self.close_.sizeHint().height())
        for button in (self.previous, self.next, self.replace, self.replace_all, self.close_):
            button.setAutoDefault(False)
        ways = QHBoxLayout()
        for widget in (self.case, self.whole):
            ways.addWidget(widget)
        ways.addWidget(self.told, 1)
        layout = QGridLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setColumnStretch(0, 1)
        for row, widgets in enumerate(
            (
                (self.field, self.count, self.previous, self.next, self.close_),
                (self.replacement, None, self.replace, self.replace_all),
            )
        ):
            for column, one in enumerate(widgets):
                if one is not None:
                    layout.addWidget(one, row, column)
        layout.addLayout(ways, 2, 0, 1, 5)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed)
        self.case.toggled.connect(self._typed)
        self.whole.toggled.connect(self._typed)
        self.previous.clicked.connect(self.find_previous)
        self.next.clicked.connect(self.find_next)
        self.replace.clicked.connect(self.replace_current)
        self.replace_all.clicked.connect(self.replace_everything)
        self.close_.clicked.connect(self.leave)
        self._document.map_changed.connect(self._map_changed)

    # Finding ----------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the bar, ready for other words."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Close the bar; its words stay for the next time."""
        self.hide()
        self.left.emit()

    def find_next(self) -> None:
        """Choose what is found next, after the last from the start again."""
        self._step(1)

    def find_previous(self) -> None:
        """Choose what is found before, ahead of the first from the end again."""
        self._step(-1)

    def _step(self, step: int) -> None:
        self._search()
        if not self._found:
            return
        if self._current in self._found:
            at = self._found.index(self._current) + step
        else:
            at = self._after(self._current) - (step < 0)
        self._choose(self._found[at % len(self._found)])

    def _after(self, match: Match | None) -> int:
        """Return the number of the first that is found at a match or after it."""
        here = (match.place, match.start) if match else (0, 0)
        later = (n for n, one in enumerate(self._found) if (one.place, one.start) >= here)
        return next(later, len(self._found))

    def _typed(self) -> None:
        """Choose the first match of other words, at the place where the search is or after it."""
        self._search()
        self._tell("")
        if self._found:
            self._choose(self._found[self._after(self._current) % len(self._found)])

    def _choose(self, match: Match) -> None:
        self._current = match
        self._show_count()
        self._tell(self._words(match))
        about = self._about(match.id)
        self._selection.choose(*about)
        self.chosen.emit(about)

    def _about(self, identity: str) -> tuple[str, ...]:
        """Return what to choose on the map: of a discussion, what it is about."""
        discussions = self._document.map.discussions
        return next((one.about for one in discussions if one.id == identity), (identity,))

    def _search(self) -> None:
        words = self.field.text()
        case, whole = self.case.isChecked(), self.whole.isChecked()
        self._found = matches(self._document.map, words, case, whole)
        self._show_count()

    def _show_count(self) -> None:
        found = len(self._found)
        for button in (self.previous, self.next, self.replace, self.replace_all):
            button.setEnabled(bool(found))
        if not self.field.text():
            words = ""
        elif not found:
            words = self.tr("Not found")
        elif self._current in self._found:
            number = self._found.index(self._current) + 1
            words = self.tr("{number} of {all}").format(number=number, all=found)
        else:
            words = self.tr("{all} found").format(all=found)
        self.count.setText(words)

    def _words(self, match: Match) -> str:
        """Return what was found with a few words around it."""
        start, end = max(0, match.start - SHOWN_AROUND), match.end + SHOWN_AROUND
        before = "…" if start else ""
        after = "…" if end < len(match.text) else ""
        words = f"{before}{match.text[start:end]}{after}".replace("\n", " ")
        kinds = {
            Field.NAME: self.tr("Name: {words}"),
            Field.TEXT: self.tr("Text: {words}"),
            Field.LABEL: self.tr("Label: {words}"),
            Field.QUOTE: self.tr("Quote: {words}"),
            Field.SOURCE: self.tr("Source of a quote: {words}"),
        }
        return kinds[match.spot.field].format(words=words)

    # Replacing --------------------------------------------------------------------------------

    def replace_current(self) -> None:
        """Replace what is chosen and go on to the next."""
        self._search()
        match = self._current
        words = self.replacement.text()
        if match is None or match not in self._found or match.words == words:
            self.find_next()
            return
        if not self._document.edit(self.tr("Replace"), replace_one, match, words):
            return
        self._search()
        self._current = match._replace(start=match.start + len(words))
        if self._found:
            self._choose(self._found[self._after(self._current) % len(self._found)])
        else:
            self._tell(self.tr("Replaced; there are no more"))

    def replace_everything(self) -> None:
        """Replace all that is found, as one step."""
        self._search()
        count = len(self._found)
        changed = self._document.edit(
            self.tr("Replace all"),
            replace_all,
            self.field.text(),
            self.replacement.text(),
            self.case.isChecked(),
            self.whole.isChecked(),
        )
        if changed:
            self._search()
            self._tell(self.tr("Replaced: {count}").format(count=count))

    def _tell(self, words: str) -> None:
        """Say something that screen readers hear too."""
        self.told.setText(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.told, words))

    def _map_changed(self) -> None:
        if self.isVisible():
            self._search()

    # Events -----------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell("")
        self._search()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F3:
            self._step(-1 if back else 1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(back)
        else:
            super().keyPressEvent(event)

    def _enter(self, back: bool) -> None:
        """Enter presses the button that has the focus, replaces in that field, or finds."""
        focus = self.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        elif focus is self.replacement and not back:
            self.replace_current()
        else:
            self._step(-1 if back else 1)

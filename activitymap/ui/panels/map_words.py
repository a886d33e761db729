"""The map's own words: what means the same, what are opposites, what abbreviations stand for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from activitymap.model.edits.words import add_words, remove_words
from activitymap.model.values import WordsKind
from activitymap.ui.document import Document


class WordsDialog(QDialog):
    """Lists the words that the group added to those that the program knows."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle(self.tr("Words of this map"))
        self.note = QLabel(
            self.tr(
                "The program knows common near-synonyms, opposites and abbreviations. Add what "
                "your services say; it is used when texts are read and compared."
            )
        )
        self.note.setWordWrap(True)
        self.note.setObjectName("quiet")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Words of this map"))
        self.one, self.other, self.kind = QLineEdit(), QLineEdit(), QComboBox()
        self.one.setPlaceholderText(self.tr("A word or phrase"))
        self.other.setPlaceholderText(self.tr("Another"))
        self.one.setAccessibleName(self.tr("A word or phrase"))
        self.other.setAccessibleName(self.tr("Another word or phrase"))
        self.kind.setAccessibleName(self.tr("How they go together"))
        for kind, words in self._kinds().items():
            self.kind.addItem(words, str(kind))
        self.add, self.remove = QPushButton(self.tr("&Add")), QPushButton(self.tr("Re&move"))
        self.error = QLabel()
        self.error.setObjectName("error")
        self.error.setWordWrap(True)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self._arrange()
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.other.returnPressed.connect(self._add)
        document.map_changed.connect(self._show)
        document.refused.connect(self.error.setText)
        self._show()

    def _kinds(self) -> dict[WordsKind, str]:
        return {
            WordsKind.SAME: self.tr("mean the same"),
            WordsKind.OPPOSITE: self.tr("are opposites"),
            WordsKind.ABBREVIATION: self.tr("stands for"),
        }

    def _arrange(self) -> None:
        row, buttons = QHBoxLayout(), QHBoxLayout()
        for part in (self.one, self.kind, self.other):
            row.addWidget(part, 0 if part is self.kind else 1)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.note)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addWidget(self.error)
        layout.addLayout(buttons)
        self.resize(560, 420)

    def _show(self) -> None:
        kinds = self._kinds()
        self.list.clear()
        for words in self._document.map.words:
            self.list.addItem(f"{words.one} – {kinds[words.kind]} – {words.other}")
        self.remove.setEnabled(bool(self._document.map.words))

    def _add(self) -> None:
        self.error.clear()
        kind = WordsKind(self.kind.currentData())
        before = self._document.map
        self._document.edit(
            self.tr("Add words"), add_words, kind, self.one.text(), self.other.text()
        )
        if self._document.map is not before:
            self.one.clear()
            self.other.clear()
            self.one.setFocus()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            words = self._document.map.words[row]
            self._document.edit(self.tr("Remove words"), remove_words, words)

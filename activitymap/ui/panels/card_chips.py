"""The filled slots of a card as chips; those read from the text look unlike confirmed ones."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.model.contradictions.reader.cues import merged
from activitymap.model.contradictions.reader.read import Read
from activitymap.model.contradictions.reader.sentence import Span
from activitymap.model.reading import Reading, slot_text
from activitymap.ui.panels.card_field import Chip
from activitymap.ui.panels.card_words import slot_words


class CardChips(QWidget):
    """Shows a card slot by slot.

    ``wanted`` carries the slot to edit, ``emptied`` the one to empty, ``pointed`` the slot whose
    words should light up or ``""`` for none; ``confirmed`` says that the card looks right.
    """

    wanted = Signal(str)
    emptied = Signal(str)
    pointed = Signal(str)
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._slots: dict[QObject, str] = {}
        self._row = QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.right = QPushButton(self.tr("Looks right"), self)
        self.right.setToolTip(
            self.tr("Keep what was read from the text, so that later changes ask you again")
        )
        self.right.clicked.connect(self.confirmed)

    def show_card(self, order: Iterable[str], card: Reading, told: Read | None) -> None:
        """Show the filled slots of a card in an order; ``told`` is given where it was read."""
        self._clear()
        filled = [(slot, words) for slot in order if (words := slot_text(card, slot))]
        for slot, words in filled:
            self._row.addWidget(self._chip(slot, words, told))
        if told is not None and filled:
            self._row.addWidget(self.right)
        self.right.setVisible(told is not None and bool(filled))
        self.setVisible(bool(filled))

    def _clear(self) -> None:
        self._slots.clear()
        while (item := self._row.takeAt(0)) is not None:
            chip = item.widget()
            if isinstance(chip, Chip):
                chip.hide()
                chip.deleteLater()

    def _chip(self, slot: str, words: str, told: Read | None) -> Chip:
        title, _ = slot_words(slot)
        was_read = told is not None and slot in told.words
        chip = Chip(f"{title}: {words}", was_read=was_read)
        chip.clicked.connect(lambda: self.wanted.emit(slot))
        chip.emptied.connect(lambda: self.emptied.emit(slot))
        if was_read:
            self._slots[chip] = slot
            chip.installEventFilter(self)
        return chip

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Enter, QEvent.Type.FocusIn}:
            self.pointed.emit(self._slots.get(watched, ""))
        elif event.type() in {QEvent.Type.Leave, QEvent.Type.FocusOut}:
            self.pointed.emit("")
        return super().eventFilter(watched, event)


def lit(words: str, spans: Sequence[Span]) -> str:
    """Return words as rich text in which some stretches are marked; nothing else is markup."""
    done, parts = 0, []
    for start, end in merged(spans):
        parts += [escape(words[done:start]), f"<u><b>{escape(words[start:end])}</b></u>"]
        done = end
    return "".join([*parts, escape(words[done:])])

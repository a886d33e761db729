"""The card of the chosen statement: what it says about its matter, slot by slot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.reader.read import Read
from activitymap.model.edits.cards import (
    add_card,
    confirm_card,
    correct_slot,
    put_on_matter,
    remove_card,
    shown_card,
    told,
)
from activitymap.model.edits.matters import set_matter_kind
from activitymap.model.edits.needs import need_from_statement
from activitymap.model.edits.statements import set_quotes
from activitymap.model.reading import SLOTS, Reading, slot_text
from activitymap.model.slot_words import FIRST
from activitymap.model.values import (
    ActivitySystem,
    Element,
    MatterKind,
    Quote,
    Statement,
)
from activitymap.ui.document import Document
from activitymap.ui.model_words import model_words
from activitymap.ui.panels.card_chips import CardChips, lit
from activitymap.ui.panels.card_field import SlotField
from activitymap.ui.panels.card_needs import NeedMarks
from activitymap.ui.panels.card_words import slot_words
from activitymap.ui.panels.service import ServiceForm
from activitymap.ui.quotes import QuotesField
from activitymap.ui.selection import Selection


class CardPanel(QWidget):
    """Shows and edits the cards of the chosen statement; ``matters_wanted`` asks for their list."""

    matters_wanted = Signal()

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._statement: Statement | None = None
        self._told: Read | None = None
        self._number = 0
        self.heading, self.where, self.empty = QLabel(), QLabel(), QLabel()
        self.heading.setObjectName("heading")
        self.where.setObjectName("quiet")
        self.empty.setText(
            self.tr("Choose a statement on the map to see what it says, or a service.")
        )
        for label in (self.heading, self.where, self.empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.matter = QComboBox()
        self.matter.setEditable(True)
        self.matter.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.matter.setAccessibleName(self.tr("What it is about"))
        self.own = QCheckBox(self.tr("Everyone has their own"))
        self.own.setToolTip(
            self.tr("Such as closing the case: nobody's own clashes with another's")
        )
        self.cards = QComboBox()
        self.cards.setAccessibleName(self.tr("Which of the things that it says"))
        self.second = QPushButton(self.tr("Says two things"))
        self.remove = QPushButton(self.tr("Remove this card"))
        self.list = QPushButton(self.tr("All matters…"))
        self.need = QPushButton(self.tr("Make it a need"))
        self.chips = CardChips()
        self.fields = {slot: SlotField(slot, *slot_words(slot)) for slot in SLOTS}
        self.more = QToolButton()
        self.more.setCheckable(True)
        self.more.setText(self.tr("All slots"))
        self.needs, self.quotes = NeedMarks(self._document), QuotesField()
        self.service = ServiceForm(self._document)
        self._arrange()
        self._connect()
        self._show()

    def _arrange(self) -> None:
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 6, 0)
        buttons = QHBoxLayout()
        for button in (self.second, self.remove):
            buttons.addWidget(button)
        about = QLabel(self.tr("What it is about"))
        about.setObjectName("quiet")
        for part in (self.cards, about, self.matter, self.own, self.chips):
            column.addWidget(part)
        self.slot_column = QVBoxLayout()
        for field in self.fields.values():
            self.slot_column.addWidget(field)
        column.addLayout(self.slot_column)
        column.addWidget(self.more)
        column.addLayout(buttons)
        column.addWidget(self.needs)
        column.addWidget(self.need)
        column.addWidget(self.list)
        column.addWidget(self.quotes)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 10, 10, 10)
        for one in (self.heading, self.where, self.empty, self.service):
            layout.addWidget(one)
        layout.addWidget(area, 1)

    def _connect(self) -> None:
        self._document.map_changed.connect(self._show)
        self._selection.changed.connect(self._choose)
        line = self.matter.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._write_matter)
        self.matter.activated.connect(self._write_matter)
        self.own.clicked.connect(self._write_kind)
        self.cards.activated.connect(self._choose_card)
        self.second.clicked.connect(self._add_card)
        self.remove.clicked.connect(self._remove_card)
        self.need.clicked.connect(self._make_need)
        self.list.clicked.connect(self.matters_wanted)
        self.quotes.changed.connect(self._quote)
        self.more.toggled.connect(self._show)
        for field in self.fields.values():
            field.written.connect(self._write)
        self.chips.wanted.connect(lambda slot: self.fields[slot].edit())
        self.chips.emptied.connect(lambda slot: self.fields[slot].clear())
        self.chips.pointed.connect(self._light_up)
        self.chips.confirmed.connect(self._confirm)

    # Showing ----------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _choose(self) -> None:
        self._number = 0
        self._show()

    def _show(self) -> None:
        """Show the chosen statement as it is in the map; while nobody looks, nothing is done."""
        if not self.isVisible():
            return
        found = _statement(self._document.map, self._selection.current)
        system_ = next(
            (one for one in self._document.map.systems if one.id == self._selection.current), None
        )
        if system_ is not None:
            self.service.show_system(system_)
        self.service.setVisible(system_ is not None)
        self.body.setVisible(found is not None)
        self.empty.setVisible(found is None and system_ is None)
        self._statement = found[1] if found else None
        if found is None:
            self.heading.clear()
            self.where.clear()
            return
        system, statement = found
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setText(statement.words)
        self.where.setText(f"{system.name} › {model_words(str(statement.element))}")
        cards = statement.readings or (Reading(),)
        self._number = min(self._number, len(cards) - 1)
        self._show_cards(cards)
        self._show_matter(cards[self._number])
        shown = shown_card(self._document.map, statement.id, self._number)
        was_read = shown is not cards[self._number]
        self._told = told(self._document.map, statement) if was_read else None
        self._show_slots(statement.element, shown)
        self.needs.show_statement(statement)
        self.quotes.show_quotes(statement.quotes)
        self.need.setVisible(statement.element is Element.OUTCOME and bool(statement.text))

    def _show_cards(self, cards: tuple[Reading, ...]) -> None:
        names = {matter.id: matter.name for matter in self._document.map.matters}
        self.cards.clear()
        self.cards.addItems(
            [f"{n}. {names.get(card.matter or '', '–')}" for n, card in enumerate(cards, start=1)]
        )
        self.cards.setCurrentIndex(self._number)
        self.cards.setVisible(len(cards) > 1)
        self.remove.setEnabled(bool(self._statement and self._statement.readings))

    def _show_matter(self, card: Reading) -> None:
        matters = self._document.map.matters
        self.matter.clear()
        self.matter.addItem("")
        self.matter.addItems([matter.name for matter in matters])
        found = [matter for matter in matters if matter.id == card.matter]
        self.matter.setCurrentText(found[0].name if found else "")
        self.own.setEnabled(bool(found))
        self.own.setChecked(bool(found) and found[0].kind is MatterKind.OWN)

    def _show_slots(self, element: Element, card: Reading) -> None:
        first = FIRST[element]
        names = [system.name for system in self._document.map.systems]
        order = [*first, *(slot for slot in SLOTS if slot not in first)]
        while self.slot_column.count():
            self.slot_column.takeAt(0)
        for slot in order:
            field, words = self.fields[slot], slot_text(card, slot)
            field.show_words(words)
            field.complete_with(names)
            field.setVisible(slot in first or bool(words) or self.more.isChecked())
            self.slot_column.addWidget(field)
        self.chips.show_card(order, card, self._told)

    def _light_up(self, slot: str) -> None:
        """Mark the words of the statement that gave a slot; none where the slot is ``""``."""
        if self._statement is None:
            return
        spans = self._told.words.get(slot, ()) if self._told else ()
        self.heading.setTextFormat(Qt.TextFormat.RichText if spans else Qt.TextFormat.PlainText)
        words = self._statement.words
        self.heading.setText(lit(words, spans) if spans else words)

    def _confirm(self) -> None:
        if self._statement is not None:
            self._document.edit(
                self.tr("Confirm card"), confirm_card, self._statement.id, self._number
            )

    # Writing ----------------------------------------------------------------------------------

    def finish(self) -> None:
        """Take into the map what is still being typed in the card or the service."""
        if not self.isVisible():
            return  # What is shown is old then, and nobody types in it.
        for field in self.fields.values():
            field.finish()
        self._write_matter()
        self.quotes.finish()
        self.service.finish()

    def _write(self, slot: str, words: str) -> None:
        if self._statement is not None:
            self._document.edit(
                self.tr("Edit card"), correct_slot, self._statement.id, self._number, slot, words
            )

    def _write_matter(self) -> None:
        name = self.matter.currentText().strip()
        if self._statement is None:
            return
        cards = self._statement.readings or (Reading(),)
        names = {matter.id: matter.name for matter in self._document.map.matters}
        if name != names.get(cards[self._number].matter or "", ""):
            self._document.edit(
                self.tr("Choose matter"), put_on_matter, self._statement.id, self._number, name
            )

    def _write_kind(self, own: bool) -> None:
        if self._statement is not None and self._statement.readings:
            matter = self._statement.readings[self._number].matter
            kind = MatterKind.OWN if own else MatterKind.JOINT
            self._document.edit(self.tr("Change matter"), set_matter_kind, matter, kind)

    def _choose_card(self, number: int) -> None:
        self._number = number
        self._show()

    def _add_card(self) -> None:
        if self._statement is not None:
            self._number = max(1, len(self._statement.readings))
            if not self._statement.readings:
                self._document.edit(self.tr("Add card"), add_card, self._statement.id, Reading())
            self._document.edit(self.tr("Add card"), add_card, self._statement.id, Reading())

    def _remove_card(self) -> None:
        if self._statement is not None:
            self._document.edit(
                self.tr("Remove card"), remove_card, self._statement.id, self._number
            )

    def _make_need(self) -> None:
        if self._statement is not None:
            self._document.edit(self.tr("Make a need"), need_from_statement, self._statement.id)

    def _quote(self, quotes: tuple[Quote, ...]) -> None:
        if self._statement is not None:
            self._document.edit(self.tr("Evidence"), set_quotes, self._statement.id, quotes)


def _statement(
    activity_map: ActivityMap, identity: str | None
) -> tuple[ActivitySystem, Statement] | None:
    for system in activity_map.systems:
        for statement in system.statements:
            if statement.id == identity:
                return system, statement
    return None

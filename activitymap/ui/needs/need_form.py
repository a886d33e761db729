"""One need in detail: its words, whose they are, from where and when, and how sure they are."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from activitymap.model.edits.change import Change
from activitymap.model.edits.needs import (
    base_need,
    describe_need,
    quote_need,
    review_need,
    reword_need,
)
from activitymap.model.values import Basis, Need
from activitymap.ui.quotes import QuotesField
from activitymap.ui.typed import TypedText


class NeedForm(QWidget):
    """Fields for one need; ``wanted`` carries the edit that was typed, chosen or ticked."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._need: Need | None = None
        self.text = TypedText(lines=2)
        self.whose, self.source, self.date = QLineEdit(), QLineEdit(), QLineEdit()
        self.basis = QComboBox()
        for words, value in (
            (self.tr("not said how we know"), None),
            (self.tr("said by them"), Basis.SAID),
            (self.tr("reported by others"), Basis.REPORTED),
            (self.tr("assumed by us"), Basis.ASSUMED),
        ):
            self.basis.addItem(words, value)
        self.reviewed = QCheckBox(self.tr("We have gone through all services for it"))
        self.quotes = QuotesField()
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        for title, field in (
            (self.tr("Need"), self.text),
            (self.tr("Whose words"), self.whose),
            (self.tr("Source"), self.source),
            (self.tr("Date"), self.date),
            (self.tr("How sure"), self.basis),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.reviewed)
        column.addWidget(self.quotes)
        self._connect()

    def _connect(self) -> None:
        self.text.finished.connect(lambda words: self._want(partial(reword_need, text=words)))
        for name, field in (("whose", self.whose), ("source", self.source), ("date", self.date)):
            field.editingFinished.connect(partial(self._describe, name, field))
        self.basis.activated.connect(self._base)
        self.reviewed.clicked.connect(
            lambda ticked: self._want(partial(review_need, reviewed=ticked))
        )
        self.quotes.changed.connect(lambda quotes: self._want(partial(quote_need, quotes=quotes)))

    def show_need(self, need: Need | None) -> None:
        """Show a need for editing, or nothing."""
        self._need = need
        self.setEnabled(need is not None)
        self.text.show_text(need.text if need else "")
        for field, words in (
            (self.whose, need.whose if need else ""),
            (self.source, need.source if need else ""),
            (self.date, need.date if need else ""),
        ):
            if field.text() != words:
                field.setText(words)
        self.basis.setCurrentIndex([None, *Basis].index(need.basis) if need else 0)
        self.reviewed.setChecked(bool(need and need.reviewed))
        self.quotes.show_quotes(need.quotes if need else ())

    def _describe(self, name: str, field: QLineEdit) -> None:
        if self._need is not None and field.text() != getattr(self._need, name):
            fields: dict[str, Any] = {name: field.text()}
            self._want(partial(describe_need, **fields))

    def _base(self, number: int) -> None:
        value = self.basis.itemData(number)
        self._want(partial(base_need, basis=None if value is None else Basis(value)))

    def _want(self, edit: Callable[..., Change]) -> None:
        if self._need is not None:
            self.wanted.emit(partial(edit, need=self._need.id))

"""One need in detail: its words, whose they are, from where and when, and how sure they are."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from activitymap.model.edits.change import Change
from activitymap.model.edits.needs import (
    base_need,
    describe_need,
    put_need_on_matter,
    remove_need,
    review_need,
    reword_need,
)
from activitymap.model.values import Basis, Matter, Need
from activitymap.ui.typed import TypedText


class NeedForm(QWidget):
    """Fields for one need; ``wanted`` carries the edit that was typed, chosen or ticked."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._need: Need | None = None
        self._matter = ""
        self.text = TypedText(lines=2)
        self.text.setFixedHeight(self.text.minimumHeight())
        self.whose, self.source, self.date = QLineEdit(), QLineEdit(), QLineEdit()
        self.basis, self.matter = QComboBox(), QComboBox()
        for words, value in (
            (self.tr("not said how we know"), None),
            (self.tr("said by them"), Basis.SAID),
            (self.tr("reported by others"), Basis.REPORTED),
            (self.tr("assumed by us"), Basis.ASSUMED),
        ):
            self.basis.addItem(words, value)
        self.matter.setEditable(True)
        self.matter.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.matter.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.reviewed = QCheckBox(self.tr("We have gone through all services for it"))
        self.why = QLabel(
            self.tr(
                "Only then does a need that nobody’s object serves count as a gap. Until then it "
                "is just not gone through yet."
            )
        )
        self.why.setObjectName("quiet")
        self.why.setWordWrap(True)
        self.remove = QPushButton(self.tr("Re&move this need"))
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        grid = QGridLayout()
        for title, field, row, column, wide in (
            (self.tr("Need"), self.text, 0, 0, 5),
            (self.tr("Whose words"), self.whose, 1, 0, 1),
            (self.tr("Source"), self.source, 1, 2, 1),
            (self.tr("Date"), self.date, 1, 4, 1),
            (self.tr("How sure"), self.basis, 2, 0, 1),
            (self.tr("Matter"), self.matter, 2, 2, 3),
        ):
            label = QLabel(title)
            label.setBuddy(field)
            field.setAccessibleName(title)
            grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, column + 1, 1, wide)
        for column, share in ((1, 3), (3, 3), (5, 2)):
            grid.setColumnStretch(column, share)
        last = QHBoxLayout()
        last.addWidget(self.reviewed)
        last.addStretch(1)
        last.addWidget(self.remove)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 6, 6, 0)
        column_.addLayout(grid)
        column_.addLayout(last)
        column_.addWidget(self.why)
        column_.addStretch(1)

    def _connect(self) -> None:
        self.text.finished.connect(lambda words: self._want(partial(reword_need, text=words)))
        for name, field in self._lines():
            field.editingFinished.connect(partial(self._describe, name, field))
        self.basis.activated.connect(self._base)
        line = self.matter.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._put)
        self.matter.activated.connect(self._put)
        self.reviewed.clicked.connect(
            lambda ticked: self._want(partial(review_need, reviewed=ticked))
        )
        self.remove.clicked.connect(lambda: self._want(remove_need))

    def _lines(self) -> tuple[tuple[str, QLineEdit], ...]:
        return ("whose", self.whose), ("source", self.source), ("date", self.date)

    def show_need(self, need: Need | None, matters: Sequence[Matter] = ()) -> None:
        """Show a need for editing, or nothing; what is being typed in it stays."""
        same = need is not None and self._need is not None and need.id == self._need.id
        self._need = need
        self.setEnabled(need is not None)
        self.text.show_text(need.text if need else "")
        for name, field in self._lines():
            words = getattr(need, name) if need else ""
            if field.text() != words and not (same and field.hasFocus() and field.isModified()):
                field.setText(words)
        self.basis.setCurrentIndex([None, *Basis].index(need.basis) if need else 0)
        self.reviewed.setChecked(bool(need and need.reviewed))
        self._show_matters(matters, need.matter if need else None)

    def _show_matters(self, matters: Sequence[Matter], chosen: str | None) -> None:
        line = self.matter.lineEdit()
        assert line is not None
        names = {matter.id: matter.name for matter in matters}
        before, self._matter = self._matter, names.get(chosen or "", "")
        typing = line.hasFocus() and line.isModified() and before == self._matter
        words = line.text() if typing else self._matter
        self.matter.clear()
        self.matter.addItems(["", *names.values()])
        self.matter.setCurrentText(words)
        line.setModified(typing)

    def finish(self) -> None:
        """Tell now what is still being typed in any field."""
        self.text.finish()
        for name, field in self._lines():
            self._describe(name, field)
        self._put()

    def _describe(self, name: str, field: QLineEdit) -> None:
        if self._need is not None and field.text().strip() != getattr(self._need, name):
            fields: dict[str, Any] = {name: field.text()}
            field.setModified(False)  # What is refused goes back.
            self._want(partial(describe_need, **fields))

    def _put(self) -> None:
        line, name = self.matter.lineEdit(), self.matter.currentText().strip()
        assert line is not None
        if name != self._matter:
            line.setModified(False)
            self._want(partial(put_need_on_matter, name=name))

    def _base(self, number: int) -> None:
        value = self.basis.itemData(number)
        self._want(partial(base_need, basis=None if value is None else Basis(value)))

    def _want(self, edit: Callable[..., Change]) -> None:
        if self._need is not None:
            self.wanted.emit(partial(edit, need=self._need.id))

"""How a row of the list is painted: its sides in the colours of the services, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from activitymap.drawing.theme import LIGHT, Theme
from activitymap.ui.panels.finding_model import ROW
from activitymap.ui.panels.finding_rows import Row
from activitymap.ui.panels.finding_words import tr

PADDING = 8
INDENT = 16
BETWEEN = 4
BAR = 3
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    colour: str
    bold: bool = False
    small: bool = False
    bar: str = ""


class FindingDelegate(QStyledItemDelegate):
    """Paints the rows; long texts are wrapped to the width of the list."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self.theme: Theme = LIGHT

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: Row = index.data(ROW)
        level = 2 if index.parent().isValid() else 1
        width = self._view.viewport().width() - level * INDENT
        heights = [height for _, _, height in self._placed(row, option.font, width - 2 * PADDING)]
        return QSize(width, ceil(sum(heights)) + 2 * PADDING)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, option.palette.color(QPalette.ColorRole.Highlight))
            painter.fillRect(
                QRectF(area.left(), area.top(), 3, area.height()), QColor(self.theme.contradiction)
            )
        top = area.top() + PADDING
        for line, font, height in self._placed(row, option.font, area.width() - 2 * PADDING):
            left = area.left() + PADDING
            if line.bar:
                painter.fillRect(QRectF(left, top + 1, BAR, height - BETWEEN - 2), QColor(line.bar))
                left += BAR + 5
            painter.setFont(font)
            painter.setPen(QColor(line.colour))
            painter.drawText(
                QRectF(left, top, area.right() - PADDING - left, height), _WRAP, line.text
            )
            top += height
        painter.setPen(QColor(self.theme.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def _placed(self, row: Row, font: QFont, room: float) -> Iterator[tuple[_Line, QFont, float]]:
        """Yield the lines of a row with their fonts and heights."""
        for line in self._lines(row):
            used = QFont(font)
            used.setBold(line.bold)
            if line.small:
                used.setPointSizeF(font.pointSizeF() * 0.9)
            inner = room - (BAR + 5 if line.bar else 0)
            box = QFontMetricsF(used).boundingRect(QRectF(0, 0, inner, 1e5), _WRAP, line.text)
            yield line, used, box.height() + BETWEEN

    def _lines(self, row: Row) -> Iterator[_Line]:
        theme = self.theme
        if row.title:
            yield _Line(row.title, theme.quiet if row.weak else theme.text, bold=not row.weak)
        yield _Line(row.note, theme.quiet, small=True)
        for side in row.sides:
            colour = theme.shared if side.colour is None else theme.services[side.colour]
            said = f"{side.speaker}: {side.text}" if side.text else side.speaker
            yield _Line(said, theme.quiet if row.weak else colour, bar=colour)
        if row.why:
            yield _Line(row.why, theme.quiet, small=True)
        for need in row.needs:
            yield _Line(tr("Need: “{need}”").format(need=need), theme.shared, small=True)

"""Cells of a few short texts below one another: each in its own tone, cut off with an ellipsis.

Qt's own cells have one look and one direction for all of their text, and grow with it.
"""

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from activitymap.drawing.theme import LIGHT, Theme
from activitymap.ui.plain import reads_from_right

Index = QModelIndex | QPersistentModelIndex
LINES = Qt.ItemDataRole.UserRole + 1
"""What a cell shows: a tuple of `Line`."""
EDGE = Qt.ItemDataRole.UserRole + 2
"""How the edge of a cell stands out: an `Edge`."""
ACROSS, DOWN = 8, 4
BAR = 4


class Tone(Enum):
    """How a text in a cell is meant."""

    PLAIN = auto()
    QUIET = auto()
    ALARM = auto()
    GOOD = auto()
    BAD = auto()


class Edge(Enum):
    """What stands at the edge of a cell: nothing, a bar, or a broken bar."""

    NONE = auto()
    BAR = auto()
    BROKEN = auto()


class Line(NamedTuple):
    """A text in a cell, over ``most`` lines before it is cut off."""

    text: str
    tone: Tone = Tone.PLAIN
    most: int = 1


class LinesDelegate(QStyledItemDelegate):
    """Paints the lines of a cell from its top; the row that is chosen stands between two rules."""

    theme: Theme = LIGHT

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = option.rect.width()
        return QSize(wide, height_of(lines_of(index), option.font, wide))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        edge = index.data(EDGE)
        loud = edge in {Edge.BAR, Edge.BROKEN}
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(
            option.rect, QColor(self.theme.contradiction_band if loud else self.theme.card)
        )
        if loud:
            self._paint_edge(painter, option, edge is Edge.BROKEN)
        self._paint_lines(painter, option, lines_of(index))
        self._paint_choice(painter, option, index)
        painter.restore()

    def _paint_edge(self, painter: QPainter, option: QStyleOptionViewItem, broken: bool) -> None:
        pen = QPen(QColor(self.theme.contradiction), BAR)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if broken:
            pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        from_right = option.direction is Qt.LayoutDirection.RightToLeft
        box = option.rect
        x = box.right() - BAR // 2 + 1 if from_right else box.left() + BAR // 2
        painter.drawLine(x, box.top(), x, box.bottom() + 1)

    def _paint_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, lines: Iterable[Line]
    ) -> None:
        room = option.rect.adjusted(ACROSS, DOWN, -ACROSS, -DOWN)
        colours = {
            Tone.PLAIN: self.theme.text,
            Tone.QUIET: self.theme.quiet,
            Tone.ALARM: self.theme.contradiction,
            Tone.GOOD: self.theme.shared,
            Tone.BAD: self.theme.contradiction,
        }
        top = float(room.top())
        for line in lines:
            font = font_of(line.tone, option.font)
            painter.setPen(QColor(colours[line.tone]))
            top = draw_text(painter, line.text, font, room, top, line.most)

    def _paint_choice(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        assert isinstance(view, QAbstractItemView)
        current = view.currentIndex()
        if index.row() == current.row():
            box = option.rect
            painter.setPen(QPen(QColor(self.theme.services[0]), 2))
            for y in (box.top() + 1, box.bottom()):
                painter.drawLine(box.left(), y, box.right(), y)
        if index == current:
            self._paint_frame(painter, option)

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        painter.setPen(QPen(QColor(self.theme.services[0]), 2))
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1))


def lines_of(index: Index) -> tuple[Line, ...]:
    """Return the lines of a cell."""
    found: tuple[Line, ...] | None = index.data(LINES)
    return found or ()


def font_of(tone: Tone, font: QFont) -> QFont:
    """Return the font of a tone: what counts is bold, what is quiet a little smaller."""
    made = QFont(font)
    if tone in {Tone.ALARM, Tone.GOOD, Tone.BAD}:
        made.setBold(True)
    if tone is Tone.QUIET:
        made.setPointSizeF(font.pointSizeF() * 0.9)
    return made


def height_of(lines: Iterable[Line], font: QFont, wide: int) -> int:
    """Return how high a cell of a width is."""
    high = 0.0
    for line in lines:
        own = font_of(line.tone, font)
        known = line.most == 1
        count = 1 if known else len(broken_text(line.text, own, wide - 2 * ACROSS, line.most))
        high += count * QFontMetricsF(own).lineSpacing()
    return round(high) + 2 * DOWN + 1


def broken_text(text: str, font: QFont, room: int, most: int) -> list[str]:
    """Return a text in at most so many lines, the last one cut off with an ellipsis if need be."""
    layout = QTextLayout(text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1))
        start, long = line.textStart(), line.textLength()
        if len(found) == most - 1:
            rest = layout.text()[start:]
            found.append(
                QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(room, 1))
            )
            break
        found.append(layout.text()[start : start + long])
    layout.endLayout()
    return found


def draw_text(
    painter: QPainter, text: str, font: QFont, room: QRect, top: float, most: int
) -> float:
    """Draw a text from a height down, from the side from which it is read.

    Returns:
        The height below it.
    """
    option = QTextOption()
    if reads_from_right(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    else:
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    metrics = QFontMetricsF(font)
    for words in broken_text(text, font, room.width(), most):
        layout = QTextLayout(words.strip(), font)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width())
        layout.endLayout()
        # Letters of another font are higher, and would hang down into the next line.
        layout.draw(painter, QPointF(room.left(), top + metrics.ascent() - line.ascent()))
        top += metrics.lineSpacing()
    return top

"""PNG, by Qt's painter; the only place below the window that imports Qt, and only when called.

`paint` translates shapes for the canvas too, so that screen and file look the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from activitymap.drawing.faces import FACES
from activitymap.drawing.shapes import (
    SHIFT,
    Align,
    Curve,
    Drawing,
    Line,
    Point,
    Polygon,
    Shape,
    Text,
    TextLine,
)
from activitymap.errors import ExportError
from activitymap.export.geometry import head_points, outline
from activitymap.export.installed import Installed
from activitymap.export.lost_letters import check_shown, texts_of
from activitymap.model.wording import has_leftward

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath, QPen

DPI = 192
MOST_PIXELS = 300_000_000
FONT_SIZE = 100


def png(drawing: Drawing, dpi: float = DPI, scale: float = 1.0, transparent: bool = False) -> bytes:
    """Return a drawing, scaled, as the bytes of a PNG file with ``dpi`` dots for each inch.

    Raises:
        ExportError: the picture would have more pixels than fit, or no font has some letters.
    """
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    image = _image(drawing, dpi, scale, transparent)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs miss the format as text
    return bytes(data.data())


def _image(drawing: Drawing, dpi: float, size: float, transparent: bool) -> QImage:
    from PySide6.QtGui import QColor, QImage, QPainter

    ensure_fonts()
    learn_fonts(check_shown(texts_of(drawing), "the picture"))
    scale = size * dpi / 96
    across, down = pixels(drawing, dpi, size)
    if across * down > MOST_PIXELS:
        raise ExportError(
            f"The picture would have {across:,} by {down:,} pixels, more than fits into a PNG. "
            "Choose fewer dots for each inch, or SVG or PDF."
        )
    form = QImage.Format.Format_ARGB32 if transparent else QImage.Format.Format_RGB32
    image = QImage(across, down, form)
    if image.isNull():
        raise ExportError("There is not enough memory for the picture. Choose SVG or PDF.")
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    image.fill(QColor(0, 0, 0, 0) if transparent else QColor(drawing.background))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-drawing.box.left, -drawing.box.top)
    paint(painter, drawing)
    painter.end()
    return image


def pixels(drawing: Drawing, dpi: float, scale: float = 1.0) -> tuple[int, int]:
    """Return how many pixels a picture is wide and high."""
    across, down = (max(1, round(size * scale * dpi / 96)) for size in drawing.box.size)
    return across, down


def ensure_fonts() -> None:
    """Make sure that Qt runs, without a display if need be, and knows the shipped fonts."""
    import os

    from PySide6.QtCore import QLoggingCategory
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication(["activitymap"]))
    if not _registered:
        # Qt complains of every script that the first font of several lacks.
        QLoggingCategory.setFilterRules("qt.text.font.db=false")
        for face in FACES:
            for name in (face.regular, face.bold):
                with as_file(files("activitymap") / "fonts" / name) as path:
                    QFontDatabase.addApplicationFont(str(path))
        _registered.append(True)


def learn_fonts(fonts: Iterable[Installed]) -> None:
    """Let Qt draw what the shipped fonts lack with the fonts that the other outputs take."""
    from PySide6.QtGui import QFontDatabase

    _behind.clear()
    for one in fonts:
        if one.file not in _learnt:
            QFontDatabase.addApplicationFont(one.file)
            _learnt.append(one.file)
        _behind.append(one.family)


_kept: list[object] = []
_registered: list[bool] = []
_learnt: list[str] = []
_behind: list[str] = []


def font(bold: bool) -> QFont:
    """Return the shipped font as it was measured, without kerning, `FONT_SIZE` pixels high.

    Texts of other sizes are painted scaled: pixel sizes are whole numbers, sizes of texts are not.
    """
    from PySide6.QtGui import QFont

    made = QFont([*(face.family for face in FACES), *_behind])
    made.setPixelSize(FONT_SIZE)
    made.setBold(bold)
    made.setKerning(False)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferQuality)
    return made


def paint(painter: QPainter, shapes: Iterable[Shape]) -> None:
    """Paint shapes from back to front in units of the drawing."""
    from PySide6.QtGui import QPainter

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        painter.setOpacity(shape.opacity)
        if isinstance(shape, Text):
            _paint_text(painter, shape)
        else:
            _paint_lines(painter, shape)
    painter.setOpacity(1.0)


def _paint_lines(painter: QPainter, shape: Line | Polygon | Curve) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QBrush, QColor, QPainterPath

    fill = None if isinstance(shape, Line) else shape.fill
    painter.setPen(pen_of(shape))
    painter.setBrush(QBrush(QColor(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPath(path_of(shape))
    if isinstance(shape, Line | Curve) and shape.pen is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(shape.pen.colour)))
        for head in head_points(shape):
            path = QPainterPath()
            path.moveTo(*head[0])
            path.lineTo(*head[1])
            path.lineTo(*head[2])
            path.closeSubpath()
            painter.drawPath(path)


def pen_of(shape: Line | Polygon | Curve) -> QPen:
    """Return the pen of a shape, or the pen that draws nothing."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QPen

    if shape.pen is None:
        return QPen(Qt.PenStyle.NoPen)
    made = QPen(QColor(shape.pen.colour), shape.pen.width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if shape.pen.dashes:
        made.setDashPattern([dash / shape.pen.width for dash in shape.pen.dashes])
    return made


def path_of(shape: Line | Polygon | Curve) -> QPainterPath:
    """Return the outline of a shape as a path."""
    from PySide6.QtGui import QPainterPath

    if isinstance(shape, Curve):
        return _bezier(shape.points, shape.closed)
    if isinstance(shape, Polygon) and shape.radius:
        return _bezier(outline(shape), closed=True)
    path = QPainterPath()
    path.moveTo(*shape.points[0])
    for point in shape.points[1:]:
        path.lineTo(*point)
    if isinstance(shape, Polygon):
        path.closeSubpath()
    return path


def _bezier(points: tuple[Point, ...], closed: bool) -> QPainterPath:
    from PySide6.QtGui import QPainterPath

    path = QPainterPath()
    path.moveTo(*points[0])
    for place in range(1, len(points), 3):
        first, second, end = points[place : place + 3]
        path.cubicTo(*first, *second, *end)
    if closed:
        path.closeSubpath()
    return path


def direction(shape: Text) -> Qt.LayoutDirection:
    """Return which way a text runs; Qt would take each line's own beginning for it."""
    from PySide6.QtCore import Qt

    kinds = Qt.LayoutDirection
    return kinds.RightToLeft if shape.leftwards else kinds.LeftToRight


def left_of(shape: Text, line: TextLine) -> float:
    """Return where the left end of a line stands."""
    if shape.align is Align.START:
        return line.x
    return line.x - _wide(shape, line) * SHIFT[shape.align]


def _wide(shape: Text, line: TextLine) -> float:
    """Return how wide a line is: joined letters are narrower than measured one by one."""
    if line.text.isascii() or not (shape.leftwards or has_leftward(line.text)):
        return line.width
    from PySide6.QtGui import QFontMetricsF

    return QFontMetricsF(font(shape.bold)).horizontalAdvance(line.text) * shape.size / FONT_SIZE


def _paint_text(painter: QPainter, shape: Text) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QColor

    painter.setFont(font(shape.bold))
    painter.setPen(QColor(shape.colour))
    painter.setLayoutDirection(direction(shape))
    scale = shape.size / FONT_SIZE
    for line in shape.lines:
        painter.save()
        painter.translate(left_of(shape, line), line.baseline)
        painter.scale(scale, scale)
        painter.drawText(QPointF(0, 0), line.text)
        painter.restore()

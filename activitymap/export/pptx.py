"""PowerPoint with native shapes: cards with text to edit, and connectors that stay attached.

Each service is one group, so that it moves as one. Lightning is beyond connectors: a contradiction
is a two-headed connector in its colour, with a small bolt on its middle.
"""

import io
import math
from collections.abc import Iterable
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from activitymap.drawing.shapes import (
    Align,
    Anchor,
    Box,
    Curve,
    Drawing,
    Line,
    Pen,
    Point,
    Polygon,
    Role,
    Shape,
    Text,
    around,
)
from activitymap.export.packing import stable_zip

UNIT = 9525
"""English Metric Units of a slide in one unit of a drawing, 1/96 inch."""
LARGEST = 51_206_400
"""The widest and highest slide that PowerPoint takes, 56 inches."""
BOLT = 16.0
_HELD = {Role.CARD, Role.NEED, Role.COUNT, Role.SHARED_OBJECT, Role.NAME}
"""What holds its own words: a shape and its text are one thing to edit."""
_JOINING = {Role.LINK, Role.CONTRADICTION, Role.INNER_CONTRADICTION, Role.OUTCOME_ARROW}
_CLASHES = {Role.CONTRADICTION, Role.INNER_CONTRADICTION}
_ALIGN = {Align.START: PP_ALIGN.LEFT, Align.MIDDLE: PP_ALIGN.CENTER, Align.END: PP_ALIGN.RIGHT}


def pptx(drawing: Drawing, scale: float = 1.0) -> bytes:
    """Return a drawing as one slide of its size; the same drawing gives the same bytes."""
    return _Slide(drawing, scale).bytes()


class _Slide:
    """Puts the shapes of a drawing on a slide."""

    def __init__(self, drawing: Drawing, scale: float) -> None:
        self._drawing = drawing
        self._show: Any = Presentation()
        box = drawing.box
        self._unit = min(UNIT * scale, LARGEST / max(box.width, box.height))
        self._show.slide_width = Emu(round(box.width * self._unit))
        self._show.slide_height = Emu(round(box.height * self._unit))
        self._show.core_properties.title = drawing.title[:255]
        self._show.core_properties.author = ""
        self._slide: Any = self._show.slides.add_slide(self._show.slide_layouts[6])
        self._last_id = 1
        self._groups: dict[str, Any] = {}
        self._cards: dict[str, list[tuple[Any, Box]]] = {}
        self._held: dict[tuple[str, Role], tuple[Any, Box]] = {}
        self._places: dict[str, list[tuple[str, Any, Box]]] = {}
        """What connectors may be attached to, with its id, by service or shared object."""

    def bytes(self) -> bytes:
        """Return the presentation."""
        background = self._slide.background.fill
        background.solid()
        background.fore_color.rgb = _colour(self._drawing.background)
        joining = [one for one in self._drawing if one.tag.role in _JOINING]
        rest = [one for one in self._drawing if one.tag.role not in _JOINING]
        for shape in rest:
            if isinstance(shape, Text):
                self._add_text(shape)
            elif isinstance(shape, Polygon):
                self._add_polygon(shape)
            elif isinstance(shape, Curve) and shape.closed:
                self._add_oval(shape)
            else:
                self._add_line(shape)
        for shape in joining:
            if not isinstance(shape, Text):
                self._add_line(shape)
        for group, made in self._groups.items():
            self._describe(made, group)
        self._slide.notes_slide.notes_text_frame.text = self._drawing.description
        target = io.BytesIO()
        self._show.save(target)
        return stable_zip(target.getvalue())

    def _shapes(self, shape: Shape) -> Any:
        """Return where a shape is put: into the group of its service, or on the slide."""
        group = shape.tag.group
        if not group or shape.tag.role in {Role.COUNT, Role.LEGEND, *_JOINING}:
            return self._numbered(self._slide.shapes)
        if group not in self._groups:
            self._groups[group] = self._numbered(self._slide.shapes).add_group_shape()
        return self._numbered(self._groups[group].shapes)

    def _numbered(self, shapes: Any) -> Any:
        """Let the next shape of a collection have the next id.

        Left alone, python-pptx looks through all ids of the slide for every shape.
        """
        shapes._cached_max_shape_id = self._last_id  # noqa: SLF001
        self._last_id += 1
        return shapes

    def _emu(self, box: Box) -> tuple[Emu, Emu, Emu, Emu]:
        origin = self._drawing.box
        return (
            Emu(round((box.left - origin.left) * self._unit)),
            Emu(round((box.top - origin.top) * self._unit)),
            Emu(round(box.width * self._unit)),
            Emu(round(box.height * self._unit)),
        )

    def _point(self, point: Point) -> tuple[Emu, Emu]:
        return self._emu(Box(*point, *point))[:2]

    # Outlines ---------------------------------------------------------------------------------

    def _add_polygon(self, shape: Polygon) -> None:
        box = _box(shape.points)
        upright = set(shape.points) == set(box.corners)
        if upright:
            kind = MSO_SHAPE.ROUNDED_RECTANGLE if shape.radius else MSO_SHAPE.RECTANGLE
            made = self._shapes(shape).add_shape(kind, *self._emu(box))
            if shape.radius:
                made.adjustments[0] = min(shape.radius / min(box.width, box.height), 0.5)
        elif _is_isosceles(shape.points):
            made = self._shapes(shape).add_shape(MSO_SHAPE.ISOSCELES_TRIANGLE, *self._emu(box))
        else:
            first, *others = (self._point(point) for point in shape.points)
            builder = self._shapes(shape).build_freeform(*first)
            builder.add_line_segments(others, close=True)
            made = builder.convert_to_shape()
        self._dress(made, shape, box)

    def _add_oval(self, shape: Curve) -> None:
        box = _box(shape.points[::3])
        made = self._shapes(shape).add_shape(MSO_SHAPE.OVAL, *self._emu(box))
        self._dress(made, shape, box)

    def _dress(self, made: Any, shape: Polygon | Curve, box: Box) -> None:
        """Give a shape its fill and line, and remember what it can hold and be joined by."""
        _flatten(made)
        if shape.fill:
            made.fill.solid()
            made.fill.fore_color.rgb = _colour(shape.fill)
        else:
            made.fill.background()
        _set_pen(made.line, shape.pen, self._unit)
        _fade(made, shape.opacity)
        made.name = str(shape.tag.role)
        role, identity = shape.tag.role, shape.tag.id
        if role in _HELD:
            self._held[identity, role] = made, box
        if role is Role.CARD:
            self._cards.setdefault(shape.tag.group, []).append((made, box))
        if role in {Role.CARD, Role.NODE, Role.SHARED_OBJECT, Role.NEED}:
            self._places.setdefault(shape.tag.group, []).append((identity, made, box))

    # Words ------------------------------------------------------------------------------------

    def _add_text(self, shape: Text) -> None:
        if not shape.lines:
            return
        words = " ".join(line.text for line in shape.lines)
        holder = self._holder(shape)
        if holder is not None:
            self._write(holder, shape, words)
            return
        shift = {Align.START: 0.0, Align.MIDDLE: 0.5, Align.END: 1.0}[shape.align]
        lefts = [line.x - line.width * shift for line in shape.lines]
        rights = [left + line.width for left, line in zip(lefts, shape.lines, strict=True)]
        box = Box(
            min(lefts) - 2,
            shape.lines[0].baseline - shape.size * 1.1,
            max(rights) + shape.size,
            shape.lines[-1].baseline + shape.size * 0.4,
        )
        made = self._shapes(shape).add_textbox(*self._emu(box))
        made.name = str(shape.tag.role)
        self._write(made, shape, words)

    def _holder(self, shape: Text) -> Any:
        """Return the shape that holds a text: its own, or the card that a statement stands in."""
        role = shape.tag.role
        if role in {Role.ELEMENT_NAME, Role.STATEMENT}:
            first = shape.lines[0]
            middle = Point(first.x + min(first.width, 4) / 2 + 1, first.baseline - shape.size / 3)
            cards = self._cards.get(shape.tag.group, ())
            return next((made for made, box in cards if box.holds(middle)), None)
        held = self._held.get((shape.tag.id, role))
        return held[0] if held else None

    def _write(self, made: Any, shape: Text, words: str) -> None:
        frame = made.text_frame
        frame.word_wrap = True
        card = shape.tag.role in {Role.ELEMENT_NAME, Role.STATEMENT, Role.NEED}
        frame.vertical_anchor = MSO_ANCHOR.TOP if card else MSO_ANCHOR.MIDDLE
        margin = Emu(round((9 if card else 0) * self._unit))
        frame.margin_left = frame.margin_right = margin
        frame.margin_top = frame.margin_bottom = Emu(round((6 if card else 0) * self._unit))
        fresh = not frame.paragraphs[0].runs
        paragraph = frame.paragraphs[0] if fresh else frame.add_paragraph()
        if not fresh:
            paragraph.space_before = Pt(2)
        paragraph.alignment = _ALIGN[shape.align]
        run = paragraph.add_run()
        run.text = words
        run.font.size = Pt(max(1, round(shape.size * 0.75 * self._unit / UNIT)))
        run.font.bold = shape.bold
        run.font.name = "Noto Sans"
        run.font.color.rgb = _colour(shape.colour)

    # Connectors -------------------------------------------------------------------------------

    def _add_line(self, shape: Line | Polygon | Curve) -> None:
        points = shape.points
        curved = isinstance(shape, Curve)
        kind = MSO_CONNECTOR.CURVE if curved else MSO_CONNECTOR.STRAIGHT
        made = self._shapes(shape).add_connector(
            kind, *self._point(points[0]), *self._point(points[-1])
        )
        _flatten(made)
        _set_pen(made.line, shape.pen, self._unit)
        _fade(made, shape.opacity)
        made.name = str(shape.tag.role)
        if isinstance(shape, Polygon):
            return
        for anchor, point, attach in (
            (shape.start, points[0], made._connect_begin_to),  # noqa: SLF001
            (shape.end, points[-1], made._connect_end_to),  # noqa: SLF001
        ):
            found = self._attachment(anchor, point) if anchor else None
            if found is not None:
                # The public way also moves the end, and knows only shapes with four sites.
                attach(*found)
        _set_heads(made, shape.head_at_start, shape.head_at_end)
        if shape.tag.role in _CLASHES:
            self._add_bolt(shape)

    def _attachment(self, anchor: Anchor, point: Point) -> tuple[Any, int] | None:
        """Return the shape that an anchor means, or lies nearest, and the nearest site of it."""
        places = self._places.get(anchor.id, [])
        named = [one for one in places if one[0] == f"{anchor.id}/{anchor.name}"]
        near = [
            (math.dist(site, point), number, made)
            for _, made, box in named or places
            for number, site in enumerate(_sites(box))
        ]
        if not near:
            return None
        _, number, made = min(near, key=lambda one: one[:2])
        oval = made.auto_shape_type == MSO_SHAPE.OVAL
        return made, number * 2 if oval else number

    def _add_bolt(self, shape: Line | Curve) -> None:
        """Put a bolt on the middle of a contradiction."""
        if shape.pen is None:
            return
        # Lightning has its corners in the middle of its points.
        first, second = shape.points[(len(shape.points) - 1) // 2 :][:2]
        middle = Point((first.x + second.x) / 2, (first.y + second.y) / 2)
        box = Box(*middle, *middle).grown(BOLT / 2)
        shapes = self._numbered(self._slide.shapes)
        made = shapes.add_shape(MSO_SHAPE.LIGHTNING_BOLT, *self._emu(box))
        _flatten(made)
        made.fill.solid()
        made.fill.fore_color.rgb = _colour(shape.pen.colour)
        made.line.fill.background()
        made.name = "contradiction"

    def _describe(self, made: Any, group: str) -> None:
        """Give a group its name and its words, for people who hear the slide."""
        held = self._held.get((group, Role.NAME))
        texts = [
            shape.text_frame.text.replace("\n", ": ", 1).replace("\n", "; ")
            for shape in made.shapes
            if shape.has_text_frame and shape.text_frame.text
        ]
        made.name = held[0].text_frame.text if held else group
        made._element.nvGrpSpPr.cNvPr.set("descr", ". ".join(texts))  # noqa: SLF001


def _box(points: Iterable[Point]) -> Box:
    return around(Box(*point, *point) for point in points)


def _is_isosceles(points: tuple[Point, ...]) -> bool:
    """Whether three points are an upright triangle with its apex above the middle of its base."""
    if len(points) != 3:
        return False
    apex, *base = sorted(points, key=lambda point: point.y)
    level = abs(base[0].y - base[1].y) < 0.01
    return level and abs((base[0].x + base[1].x) / 2 - apex.x) < 0.01


def _sites(box: Box) -> tuple[Point, Point, Point, Point]:
    """Return the sites of a rectangle in PowerPoint's order: top, left, bottom, right."""
    x, y = box.centre
    return Point(x, box.top), Point(box.left, y), Point(x, box.bottom), Point(box.right, y)


def _set_pen(line: Any, pen: Pen | None, unit: float) -> None:
    if pen is None:
        line.fill.background()
        return
    line.color.rgb = _colour(pen.colour)
    line.width = Emu(max(round(pen.width * unit), 1))
    if pen.dashes:
        line.dash_style = MSO_LINE.DASH


def _flatten(made: Any) -> None:
    """Take away the shadow that a theme gives to shapes."""
    if hasattr(made, "shadow"):
        made.shadow.inherit = False
    for effect in made._element.iter(qn("a:effectRef")):  # noqa: SLF001
        effect.set("idx", "0")


def _fade(made: Any, opacity: float) -> None:
    """Let what lies behind a shape shine through."""
    if opacity < 1:
        for colour in made._element.spPr.iter(qn("a:srgbClr")):  # noqa: SLF001
            colour.append(colour.makeelement(qn("a:alpha"), {"val": str(round(opacity * 100_000))}))


def _set_heads(made: Any, at_start: bool, at_end: bool) -> None:
    line = made.line._get_or_add_ln()  # noqa: SLF001  # python-pptx has no name for arrow heads
    for wanted, tag in ((at_start, "a:headEnd"), (at_end, "a:tailEnd")):
        if wanted:
            line.append(line.makeelement(qn(tag), {"type": "triangle"}))


def _colour(colour: str) -> RGBColor:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]

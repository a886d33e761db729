"""A presentation opened again: its shapes where they lie, and what its connectors are joined to."""

import io
import math
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree
from pptx import Presentation

from activitymap.drawing.shapes import Drawing, Point
from activitymap.export.figures import figure
from activitymap.export.slides.show import pptx
from activitymap.export.wanted import Wanted, What
from activitymap.model.activity_map import ActivityMap

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def shown(drawing: Drawing, scale: float | None = None) -> tuple[Any, Any]:
    """Return the presentation of a drawing and its slide, as python-pptx reads them."""
    show = Presentation(io.BytesIO(pptx(drawing, scale)))
    (slide,) = show.slides
    return show, slide


def parts(data: bytes) -> dict[str, bytes]:
    """Return the files in a presentation."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(drawing: Drawing, scale: float | None = None) -> Any:
    """Return the XML of the slide."""
    return etree.fromstring(parts(pptx(drawing, scale))["ppt/slides/slide1.xml"])


def every(shapes: Any) -> Iterator[Any]:
    """Go through shapes, and those in groups."""
    for shape in shapes:
        yield shape
        if shape.element.tag == f"{P}grpSp":
            yield from every(shape.shapes)


def words(slide: Any) -> list[str]:
    """Return the words of each shape and each cell, without any blanks."""
    found = []
    for shape in every(slide.shapes):
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if getattr(shape, "has_table", False) and shape.has_table:
            found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return ["".join(text.split()) for text in found if text.strip()]


class Joined(NamedTuple):
    """A connector: its name, its two ends, and the id and site that each is attached to."""

    name: str
    kind: str
    ends: tuple[Point, Point]
    attached: tuple[tuple[int, int], tuple[int, int]]


def connectors(root: Any) -> list[Joined]:
    """Return the connectors of a slide, their ends in English Metric Units."""
    return [_joined(element) for element in root.iter(f"{P}cxnSp")]


def _joined(element: Any) -> Joined:
    place = element.find(f"{P}spPr/{A}xfrm")
    left, top, right, bottom = _box(place)
    xs = (right, left) if place.get("flipH") else (left, right)
    ys = (bottom, top) if place.get("flipV") else (top, bottom)
    attached = [
        (int(found.get("id")), int(found.get("idx")))
        for tag in ("stCxn", "endCxn")
        for found in element.iter(f"{A}{tag}")
    ]
    assert len(attached) == 2, "a connector with a loose end"
    return Joined(
        element.find(f".//{P}cNvPr").get("name"),
        element.find(f".//{A}prstGeom").get("prst"),
        (Point(xs[0], ys[0]), Point(xs[1], ys[1])),
        (attached[0], attached[1]),
    )


def _box(place: Any) -> tuple[int, int, int, int]:
    offset, size = place.find(f"{A}off"), place.find(f"{A}ext")
    left, top = int(offset.get("x")), int(offset.get("y"))
    return left, top, left + int(size.get("cx")), top + int(size.get("cy"))


def shape_with(root: Any, identity: int) -> Any:
    """Return the shape with an id."""
    (found,) = (
        one.getparent().getparent()
        for one in root.iter(f"{P}cNvPr")
        if one.get("id") == str(identity)
    )
    return found


def site(shape: Any, number: int) -> Point:
    """Return a connection site of a shape, as the presets of the standard define it."""
    left, top, right, bottom = _box(shape.find(f"{P}spPr/{A}xfrm"))
    middle, across, down = ((left + right) / 2, (top + bottom) / 2), right - left, bottom - top
    form = shape.find(f".//{A}prstGeom").get("prst")
    assert form in {"rect", "roundRect", "ellipse"}, form
    sites = 8 if form == "ellipse" else 4
    assert 0 <= number < sites
    turn = math.pi / 2 + number * 2 * math.pi / sites
    return Point(middle[0] + math.cos(turn) * across / 2, middle[1] - math.sin(turn) * down / 2)


def groups_around(shape: Any) -> list[str]:
    """Return the names of the groups that a shape is in."""
    names = []
    while (shape := shape.getparent()) is not None and shape.tag == f"{P}grpSp":
        names.append(shape.find(f"{P}nvGrpSpPr/{P}cNvPr").get("name"))
    return names


def figured(activity_map: ActivityMap, what: str, **wanted: Any) -> Drawing:
    """Return the drawing of a figure; ``services=School|Family`` are services by their names."""
    kind, _, names = what.partition("=")
    ids = {system.name: system.id for system in activity_map.systems}
    systems = tuple(ids[name] for name in names.split("|") if name)
    return figure(activity_map, Wanted(what=What(kind), systems=systems, **wanted)).drawing

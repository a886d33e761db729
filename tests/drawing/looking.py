"""What an eye would object to in a drawing: words that are crossed, or lie over each other."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from activitymap.drawing.shapes import Box, Curve, Line, Point, Polygon, Shape, Text
from activitymap.drawing.transforming import extent, traced


def crossed_words(shapes: Sequence[Shape]) -> Iterator[str]:
    """Yield the words that a line is seen to cross, and what crosses them.

    A line beneath words does not count where something opaque lies between the two.
    """
    wires = [
        (level, shape, list(traced(shape, 3.0)))
        for level, shape in enumerate(shapes)
        if isinstance(shape, Line | Curve)
    ]
    grounds = [
        (level, extent(shape))
        for level, shape in enumerate(shapes)
        if isinstance(shape, Polygon) and shape.fill and shape.opacity == 1.0
    ]
    for level, shape in enumerate(shapes):
        if not isinstance(shape, Text):
            continue
        box = extent(shape).grown(-1)
        for wire_level, wire, points in wires:
            if wire.tag.id == shape.tag.id or wire.opacity < 1.0 or shape.opacity < 1.0:
                continue
            between = [ground for place, ground in grounds if wire_level < place < level]
            hit = [point for point in points if _inside(point, box)]
            if any(not any(_inside(point, ground) for ground in between) for point in hit):
                yield f"{_words(shape)!r} by {wire.tag.role} {wire.tag.id}"


def words_on_words(shapes: Sequence[Shape]) -> Iterator[str]:
    """Yield the pairs of texts that lie over each other."""
    texts = [shape for shape in shapes if isinstance(shape, Text)]
    for one, other in combinations(texts, 2):
        if _words(one).strip() and _words(other).strip() and extent(one).meets(extent(other)):
            yield f"{_words(one)!r} and {_words(other)!r}"


def holds(outer: Box, inner: Box, slack: float = 0.01) -> bool:
    """Whether a box lies within another."""
    grown = outer.grown(slack)
    return (
        grown.left <= inner.left
        and grown.top <= inner.top
        and inner.right <= grown.right
        and inner.bottom <= grown.bottom
    )


def _inside(point: Point, box: Box) -> bool:
    return box.left < point.x < box.right and box.top < point.y < box.bottom


def _words(text: Text) -> str:
    return " ".join(line.text for line in text.lines)

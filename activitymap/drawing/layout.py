"""The whole map as one drawing: laid out once, for every canvas and file."""

from collections.abc import Sequence
from itertools import chain

from activitymap.drawing.between import BENEATH, ON_TOP, Between
from activitymap.drawing.connectors import shared_box
from activitymap.drawing.describing import description
from activitymap.drawing.directing import directed
from activitymap.drawing.focus import agreement_lines, focus_arrows, focus_cards
from activitymap.drawing.legend import legend
from activitymap.drawing.measuring import width
from activitymap.drawing.needs import Needs
from activitymap.drawing.placed import Options, place_system
from activitymap.drawing.placing import arranged
from activitymap.drawing.shapes import Box, Drawing, Role, Shape, Tag, Text, TextLine, around
from activitymap.drawing.telling import of_lines
from activitymap.drawing.transforming import extent, faded
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import open_ones
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.wording import worded

FADED = 0.22
"""Strength of what is not in focus."""


def lay_out(
    activity_map: ActivityMap, detection: Detection | None = None, options: Options | None = None
) -> Drawing:
    """Return the drawing of a map, with the contradictions that were found in it."""
    options = options or Options()
    activity_map = arranged(activity_map, options.measures)
    systems = {system.id: place_system(system, options) for system in activity_map.systems}
    found = open_ones(detection.contradictions if detection and options.contradictions else ())
    bodies = chain.from_iterable(placed.shapes() for placed in systems.values())
    shown = () if options.focus or options.in_full else found
    parts = Between().draw(activity_map, shown, systems, options)
    shared = [
        shared_box(one, options.theme, options.measures) for one in activity_map.shared_objects
    ]
    if options.needs:
        parts += Needs().draw(activity_map, systems, shared, options.theme, options.measures)
    lines = [shape for part in parts for shape in part.shapes]
    shapes: list[Shape] = []
    if options.focus:
        shapes += [faded(shape, FADED) for shape in chain(lines, bodies)]
        shapes += focus_arrows(options.focus, systems, options, activity_map.links, shared)
        shapes += focus_cards(options.focus, systems, options)
    else:
        shapes += [shape for shape in lines if shape.tag.role in BENEATH]
        shapes += [s for s in lines if s.tag.role not in ON_TOP | BENEATH]
        if options.in_full:
            shapes += agreement_lines(options.agreed, systems, options, shared)
            shapes += focus_arrows(found, systems, options, activity_map.links, shared)
        shapes += bodies
        shapes += [shape for shape in lines if shape.tag.role in ON_TOP]
    taken = [box for placed in systems.values() for box in placed.boxes]
    return _framed(activity_map, shapes, taken, options, options.focus or found)


def _framed(
    activity_map: ActivityMap,
    shapes: list[Shape],
    taken: Sequence[Box],
    options: Options,
    found: Sequence[Contradiction],
) -> Drawing:
    theme = options.theme
    inner = around([*taken, *map(extent, shapes)] or [Box(0, 0, 400, 200)])
    if options.legend and activity_map.systems:
        made, box = legend(activity_map, found, inner.left, inner.bottom + 30, inner.width, options)
        shapes += made
        inner = around([inner, box])
    if options.title and activity_map.title:
        size = options.measures.title
        wide = width(activity_map.title, size, bold=True)
        line = TextLine(activity_map.title, inner.left, inner.top - 26, wide)
        title = Text(Tag("title", Role.TITLE), (line,), size, theme.text, bold=True)
        shapes.append(directed(title, activity_map.title))
        inner = around([inner, Box(inner.left, inner.top - 52, inner.left + wide, inner.top)])
    return Drawing(
        shapes=tuple(shapes),
        box=inner.grown(options.measures.margin),
        background=theme.background,
        title=activity_map.title or worded("Activity map"),
        description=description(activity_map, found),
        alternatives=of_lines(activity_map, found, in_focus=bool(options.focus)),
    )

"""The map on pages of its own: on one where it can be read there, else a page for each service."""

from collections.abc import Iterator

from activitymap.drawing.layout import lay_out
from activitymap.drawing.placed import Options
from activitymap.drawing.printed import TYPE, printed
from activitymap.drawing.shapes import Drawing
from activitymap.export.geometry import POINTS
from activitymap.export.report.blocks import Block, NewPage, Paragraph, Plate, Style
from activitymap.export.report.fitting import HIGH, LARGEST, WIDE
from activitymap.export.sizes import smallest_type
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Detection
from activitymap.model.excerpt import excerpt
from activitymap.model.wording import joined, worded

LEAST = 5.0
"""Type below so many points is not read."""
HOPELESS = LEAST / 3
"""Type that no other arrangement makes large enough."""
MOST_SERVICES = 12
"""Services that get a page each; of more, nobody turns so many pages."""


def map_on_pages(activity_map: ActivityMap, detection: Detection) -> Iterator[Block]:
    """Yield the pages on which the map is drawn, and on the next one what could not be."""
    if not activity_map.systems:
        yield NewPage()
        return
    whole = _whole(activity_map, detection)
    alone = 1 < len(activity_map.systems) <= MOST_SERVICES
    if _type_on(whole) >= LEAST or not alone:
        yield whole
        yield NewPage()
        if _type_on(whole) < LEAST:
            yield _note(worded("The map has more on it than can be read on one page."))
        return
    pages = {system.name: _alone(activity_map, system.id) for system in activity_map.systems}
    yield from (page for page in pages.values() if _type_on(page) >= LEAST)
    yield NewPage()
    told = worded("The map has more on it than can be read on one page: each service has its own.")
    left = [name for name, page in pages.items() if _type_on(page) < LEAST]
    much = worded("Of {services} there is too much for that.", services=joined(", ", left))
    yield _note(joined(" ", (told, much if left else "")))


def _note(told: str) -> Paragraph:
    words = worded("All words stand in the appendix.")
    return Paragraph(joined(" ", (told, words)), Style.QUIET)


def _whole(activity_map: ActivityMap, detection: Detection) -> Plate:
    """Return the map as it was arranged, or as it can be read better."""
    page = Plate(lay_out(activity_map, detection, Options()))
    if not HOPELESS <= _type_on(page) < LEAST:
        return page
    # In the width of a page, whose type is then just large enough.
    per_point = TYPE / LEAST
    wide, high = WIDE * per_point, HIGH * per_point
    upright = printed(activity_map, detection, Options(), wide, high)
    turned = printed(activity_map, detection, Options(), high, wide)
    return max(page, Plate(upright, upright=True), Plate(turned), key=_type_on)


def _alone(activity_map: ActivityMap, system: str) -> Plate:
    """Return a page of one service, as large as fits."""
    part = excerpt(activity_map, [system])
    drawing = lay_out(part, detect(part), Options(legend=False, title=False))
    return max(Plate(drawing), Plate(drawing, upright=True), key=_type_on)


def _type_on(page: Plate) -> float:
    """Return the size of the smallest type on a page, in points."""
    return smallest_type(page.drawing, _zoom(page.drawing, page.upright) / POINTS)


def _zoom(drawing: Drawing, upright: bool) -> float:
    """Return how many points of paper a unit of a drawing takes."""
    wide, high = (WIDE, HIGH) if upright else (HIGH, WIDE)
    return min(wide / drawing.box.width, high / drawing.box.height, LARGEST)

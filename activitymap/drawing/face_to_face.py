"""Some services alone, face to face around what they share."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from activitymap.drawing.layout import lay_out
from activitymap.drawing.measures import CLOSE
from activitymap.drawing.placed import Options
from activitymap.drawing.placing import facing
from activitymap.drawing.shapes import Drawing
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Detection
from activitymap.model.excerpt import excerpt


def face_to_face(
    activity_map: ActivityMap,
    systems: Sequence[str],
    found: Iterable[Contradiction],
    options: Options,
) -> Drawing:
    """Return the drawing of some services, all else left out, and of what was ``found`` there.

    They stand as their shared object or links place them, not as in the map: two face each other.
    With ``options.focus`` only what clashes there is strong.
    """
    part = facing(excerpt(activity_map, systems), CLOSE)
    kept = {one.id for one in part.systems}
    here = tuple(
        one
        for one in found
        if all(side.system is None or side.system in kept for side in one.sides)
    )
    return lay_out(
        part,
        Detection(contradictions=here),
        replace(options, needs=False, legend=False, title=False, lens=None, measures=CLOSE),
    )

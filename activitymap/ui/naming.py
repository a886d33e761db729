"""What to call a thing that was chosen by its id."""

from collections.abc import Iterable, Iterator

from activitymap.drawing.clashes import bundles
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.values import Element


def name_of(identity: str, activity_map: ActivityMap, found: Iterable[Contradiction]) -> str:
    """Return the name or text of a service, element, statement, need or counted arrow."""
    names = {system.id: system.name for system in activity_map.systems}
    for known in (_said(activity_map), _bundled(names, found)):
        for one, words in known:
            if one == identity:
                return words
    return ""


def _said(activity_map: ActivityMap) -> Iterator[tuple[str, str]]:
    """Yield all that a map holds, with what to call it."""
    for system in activity_map.systems:
        yield system.id, system.name
        yield from ((f"{system.id}/{one}", f"{system.name}, {one}") for one in Element)
        yield from ((statement.id, statement.text) for statement in system.statements)
    yield from ((need.id, need.text) for need in activity_map.needs)


def _bundled(names: dict[str, str], found: Iterable[Contradiction]) -> Iterator[tuple[str, str]]:
    """Yield all counted arrows, with the services and elements that they join."""
    for bundle in (bundle for one in found for bundle in bundles(one)):
        yield bundle.id, ", ".join([*map(names.__getitem__, bundle.systems), *bundle.elements])

"""Whole maps: with the matters given, and from text alone in ranked order."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.neighbours import Joined, Neighbours
from activitymap.model.contradictions.suggesting.suggest import suggestions
from activitymap.model.values import ActivitySystem, Statement
from measure.baselines import Order, negation
from measure.data import Ends, LabelledMap
from measure.scores import Area, Effort, Found, area, effort

Said = tuple[ActivitySystem, Statement]
Method = Callable[[ActivityMap], set[Ends]]


def slots_read(activity_map: ActivityMap) -> set[Ends]:
    """Return the pairs that the program finds from what it reads, the matters given."""
    names = {system.id: system.name for system in activity_map.systems}
    return {
        frozenset((names[side.system], side.text) for side in one.sides if side.system)
        for one in detect(activity_map).contradictions
        if len(one.sides) == 2
    }


def same_matter(activity_map: ActivityMap) -> set[Ends]:
    """Return every two statements on one matter."""
    return {_ends(one, other) for one, other in _joined(activity_map) if _share(one[1], other[1])}


def denied(activity_map: ActivityMap) -> set[Ends]:
    """Return every two statements on one matter of which one denies."""
    return {
        _ends(one, other)
        for one, other in _joined(activity_map)
        if _share(one[1], other[1]) and negation(one[1].text, other[1].text)
    }


METHODS: dict[str, Method] = {
    "slots read": slots_read,
    "same matter always clashes": same_matter,
    "negation and a common word": denied,
}


def score(labelled: LabelledMap, method: Method) -> Found:
    """Return how a method does on a map with its matters."""
    said = method(labelled.map)
    right = len(said & labelled.raised.keys())
    return Found(right, len(said) - right, len(labelled.raised) - right)


def ranked(labelled: LabelledMap) -> tuple[Effort, Area]:
    """Return the effort and the area of the order of the suggestions, from text alone."""
    bare = without_matters(labelled.map)
    names = {system.id: system.name for system in bare.systems}
    found = suggestions(bare, most=1_000_000)
    hits = [
        frozenset((names[side.system], side.text) for side in one.finding.sides if side.system)
        in labelled.raised
        for one in found
    ]
    return effort(hits, len(labelled.raised)), _area([one.score for one in found], hits)


def _area(scores: Sequence[float], hits: Sequence[bool]) -> Area:
    told = list(zip(scores, hits, strict=True))
    return area([s for s, hit in told if hit], [s for s, hit in told if not hit])


def ranked_by(labelled: LabelledMap, order: Order) -> tuple[Effort, Area]:
    """Return the effort and the area of a baseline's order of all pairs, from text alone."""
    said = list(_all(labelled.map))
    score_of = order([statement.text for _, statement in said])
    number = {statement.id: place for place, (_, statement) in enumerate(said)}
    pairs = [
        (-score_of(number[one[1].id], number[other[1].id]), _ends(one, other))
        for one, other in _joined(labelled.map)
    ]
    pairs.sort(key=lambda pair: (pair[0], sorted(pair[1])))
    hits = [ends in labelled.raised for _, ends in pairs]
    return effort(hits, len(labelled.raised)), _area([-score for score, _ in pairs], hits)


def without_matters(activity_map: ActivityMap) -> ActivityMap:
    """Return a map of which only the texts are known."""
    systems = tuple(
        system.but(statements=tuple(statement.but(readings=()) for statement in system.statements))
        for system in activity_map.systems
    )
    return activity_map.but(systems=systems, matters=(), related_matters=())


def _all(activity_map: ActivityMap) -> Iterator[Said]:
    return ((system, one) for system in activity_map.systems for one in system.statements)


def _joined(activity_map: ActivityMap) -> Iterator[tuple[Said, Said]]:
    neighbours = Neighbours(activity_map)
    for one, other in combinations(_all(activity_map), 2):
        if neighbours.joined(one[0].id, other[0].id) is not Joined.UNLINKED:
            yield one, other


def _ends(one: Said, other: Said) -> Ends:
    return frozenset((system.name, statement.text) for system, statement in (one, other))


def _share(one: Statement, other: Statement) -> bool:
    return bool(_matters(one) & _matters(other))


def _matters(statement: Statement) -> set[str]:
    return {card.matter for card in statement.readings if card.matter}


def total(found: Sequence[Found]) -> Found:
    """Return the sum over maps."""
    done = Found(0, 0, 0)
    for one in found:
        done += one
    return done

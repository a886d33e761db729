"""The list "About the same thing?": pairs of statements that no matter joins yet, ranked.

A pair ranks higher the more words it has in common, where it would clash, and where two services
say it in the same element of the triangle: that is where facilitators look first.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.block import Found
from activitymap.model.contradictions.building import contradiction
from activitymap.model.contradictions.claims import Claim, claims_of
from activitymap.model.contradictions.encounter import Encounter
from activitymap.model.contradictions.finding import Certainty, Contradiction
from activitymap.model.contradictions.neighbours import Joined
from activitymap.model.contradictions.pairs import compare, plan
from activitymap.model.contradictions.reader.names import names_of
from activitymap.model.contradictions.rules.same_matter import RULE as SAME_MATTER
from activitymap.model.contradictions.rules.same_matter import sentence
from activitymap.model.contradictions.situation import Situation, situation
from activitymap.model.contradictions.suggesting.likeness import Likeness
from activitymap.model.contradictions.suggesting.semantic import meanings
from activitymap.model.judging import Kind, Status
from activitymap.model.reading import Reading
from activitymap.model.values import Element, State

ALL_PAIRS_OF = 200
"""Statements up to which every pair is weighed; of more, those that share a telling word."""
MOST = 2000
"""Pairs in the list: nobody reads further, and each more costs memory."""
CLASH, SAME_ELEMENT, TWO_SERVICES = 0.3, 0.1, 0.1
"""What a clash, the same element and two services add to a likeness between 0 and 1."""
_NOBODY_CLASHES = frozenset({Element.SUBJECT, Element.COMMUNITY})
_UNKNOWN = "?"
"""The matter on which two claims are tried."""

Progress = Callable[[int, int], None]


class Suggestion(NamedTuple):
    """Two statements that may be about one matter.

    ``finding`` is what would follow, with certainty *suggested*; ``words`` are the stems that the
    two share, ``score`` what they are ranked by.
    """

    finding: Contradiction
    words: tuple[str, ...]
    score: float

    @property
    def clashes(self) -> bool:
        """Whether the two would clash on one matter."""
        return self.finding.rule != SAME_MATTER.name


def suggestions(
    activity_map: ActivityMap, progress: Progress | None = None, most: int = MOST
) -> tuple[Suggestion, ...]:
    """Return the pairs of statements of joined services that may be about one matter, ranked.

    Pairs that already share a matter, or were judged *not the same matter* since they last
    changed, are left out. Equal maps give equal lists.
    """
    here = situation(activity_map)
    claims = _claims(activity_map)
    weighed = sorted(_weighed(claims, here, progress), key=lambda pair: (-pair.score, pair.place))
    made = (_suggestion(pair, here) for pair in weighed)
    return tuple(islice((one for one in made if one.finding.status is Status.CANDIDATE), most))


class _Pair(NamedTuple):
    score: float
    place: tuple[int, int]
    claims: tuple[Claim, Claim]
    joined: Joined
    found: tuple[Found, ...]
    words: tuple[str, ...]


def _claims(activity_map: ActivityMap) -> list[Claim]:
    """Return a claim for every statement with a text, by its own card or as it is read."""
    names = names_of(activity_map)
    found: list[Claim] = []
    for number, system in enumerate(activity_map.systems):
        for place, statement in enumerate(system.statements):
            if statement.state is not State.PRESENT or not statement.text:
                continue
            cards = statement.readings or (Reading(),)
            tried = statement.but(
                readings=tuple(card.but(matter=card.matter or _UNKNOWN) for card in cards[:1])
            )
            found += claims_of(system, tried, number, place, names)
    return found


def _weighed(claims: list[Claim], here: Situation, progress: Progress | None) -> Iterator[_Pair]:
    texts = [claim.statement.text for claim in claims]
    likeness = Likeness(texts, meanings(texts), here.lexicon)
    joined_by: dict[tuple[str, str], Joined] = {}
    encounter = Encounter(here.registry, related=False, lexicon=here.lexicon)
    for number, one in enumerate(claims):
        if progress is not None:
            progress(number, len(claims))
        few = len(claims) <= ALL_PAIRS_OF
        others = range(number + 1, len(claims)) if few else likeness.near(number)
        for place in others:
            other = claims[place]
            both = (one.system, other.system)
            joined = joined_by.get(both)
            if joined is None:
                joined = joined_by[both] = here.neighbours.joined(*both)
            if joined is Joined.UNLINKED or _on_one_matter(one, other, here):
                continue
            yield _weigh((number, place), (one, other), joined, encounter, likeness)


def _weigh(
    place: tuple[int, int],
    claims: tuple[Claim, Claim],
    joined: Joined,
    encounter: Encounter,
    likeness: Likeness,
) -> _Pair:
    one, other = claims
    score = likeness.of(*place)
    elements = {one.statement.element, other.statement.element}
    found: tuple[Found, ...] = ()
    if elements & _NOBODY_CLASHES:
        score -= 1
    else:
        found = tuple(compare(one, other, plan(one.says, other.says), encounter))
        score += CLASH * bool(found)
        score += SAME_ELEMENT * (len(elements) == 1)
        score += TWO_SERVICES * (joined is not Joined.SAME)
    words = likeness.common(*place) if score > 0 else ()
    return _Pair(score, place, claims, joined, found, words)


def _on_one_matter(one: Claim, other: Claim, here: Situation) -> bool:
    if _UNKNOWN in {one.matter, other.matter}:
        return False
    return one.matter == other.matter or here.block(one.matter) == here.block(other.matter)


def _suggestion(pair: _Pair, here: Situation) -> Suggestion:
    found = pair.found or (
        Found(SAME_MATTER.name, Kind.TENSION, pair.claims, ((), ()), sentence(pair.words)),
    )
    finding = contradiction(found, pair.joined, here.around)
    return Suggestion(finding._replace(certainty=Certainty.SUGGESTED), pair.words, pair.score)

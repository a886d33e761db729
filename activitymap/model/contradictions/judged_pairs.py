"""What the group said of pairs of statements, as long as what it judged still stands."""

from collections.abc import Iterator

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.claims import claims_of
from activitymap.model.contradictions.finding import Agreement, Side
from activitymap.model.contradictions.reader.names import Names, names_of
from activitymap.model.judging import Answer, GroundSide, Judgement, Status
from activitymap.model.reading import Reading, slot_text
from activitymap.model.values import ActivitySystem, Statement
from activitymap.model.wording import worded

About = frozenset[str]
Place = tuple[ActivitySystem, Statement]


def standing(activity_map: ActivityMap) -> dict[About, Judgement]:
    """Return the last judgement of each pair of statements of two services, where it stands.

    It stands while the two have the texts, and the slots that were used, which it judged.
    """
    if not activity_map.judgements:
        return {}
    names = names_of(activity_map)
    places = {
        statement.id: (system, statement)
        for system in activity_map.systems
        for statement in system.statements
    }
    last = {frozenset(one.about): one for one in activity_map.judgements}
    return {
        about: one
        for about, one in last.items()
        if len(about) == 2
        and about <= places.keys()
        and len({places[identity][0].id for identity in about}) == 2
        and all(
            _says(places[side.id], side, names)
            for ground in one.grounds
            for side in ground.sides
            if side.id in places
        )
    }


def answers(activity_map: ActivityMap) -> dict[About, Agreement | None]:
    """Return the pairs that the group answered: an agreement for *together*, else ``None``.

    A pair that it dismissed without an answer is no clash, and not yet an agreement.
    """
    places = {
        statement.id: (system, statement)
        for system in activity_map.systems
        for statement in system.statements
    }
    return {
        about: _agreement(one, places)
        if one.status is Status.DISMISSED and one.answer is Answer.TOGETHER
        else None
        for about, one in standing(activity_map).items()
        if one.answer is not None or one.status in {Status.CONFIRMED, Status.RESOLVED}
    }


def _agreement(judgement: Judgement, places: dict[str, Place]) -> Agreement:
    (one, first), (other, second) = (places[identity] for identity in judgement.about)
    sides = tuple(
        Side(said.id, system.id, said.element, said.text or said.words)
        for system, said in ((one, first), (other, second))
    )
    common = [
        card.matter
        for card in first.readings
        if card.matter and card.matter in {beside.matter for beside in second.readings}
    ]
    told = judgement.text or judgement.reason
    sentence = worded(
        "The group says that {one} and {other} go together.", one=one.name, other=other.name
    )
    return Agreement(
        (sides[0], sides[1]),
        common[0] if common else "",
        f"{sentence} {told}".strip(),
        judged=True,
    )


def _says(place: Place, side: GroundSide, names: Names) -> bool:
    """Whether a statement has the text, and one of its cards the slots, of a ground."""
    system, statement = place
    if side.text != statement.text:
        return False
    return not side.slots or any(
        all(slot_text(card, slot) == words for slot, words in side.slots)
        for card in _cards(system, statement, names)
    )


def _cards(system: ActivitySystem, statement: Statement, names: Names) -> Iterator[Reading]:
    """Yield the cards of a statement as they are compared, and as they are declared."""
    yield from (claim.reading for claim in claims_of(system, statement, 0, 0, names))
    yield from statement.readings

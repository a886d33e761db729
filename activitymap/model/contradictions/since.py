"""What changed since a group judged a contradiction: each text and slot, then and now."""

from collections.abc import Iterator
from typing import NamedTuple

from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judging import GroundSide, sides_of
from activitymap.model.reading import Reading, slot_text


class Since(NamedTuple):
    """One thing that is another one now: a text (``slot`` is ``""``) or a slot of a side.

    ``service`` says it now. ``then`` is ``""`` where no rule used the slot when it was judged,
    ``now`` where it is empty.
    """

    service: str
    slot: str
    then: str
    now: str


def since_judged(found: Contradiction) -> tuple[Since, ...]:
    """Return what changed on each side, the texts first; none where a judgement still stands."""
    if not found.changed or found.judgement is None:
        return ()
    then = {side.id: side for side in sides_of(found.judgement.grounds)}
    cards = {part.id: part.reading for reason in found.reasons for part in reason.parts}
    return tuple(
        one
        for side in sides_of(found.grounds)
        if side.id in then
        for one in _between(then[side.id], side, cards[side.id])
    )


def new_rules(found: Contradiction) -> tuple[str, ...]:
    """Return the names of the rules that find it now and did not when it was judged."""
    if not found.changed or found.judgement is None:
        return ()
    then = {ground.rule for ground in found.judgement.grounds}
    return tuple(reason.rule for reason in found.reasons if reason.rule not in then)


def _between(then: GroundSide, now: GroundSide, card: Reading | None) -> Iterator[Since]:
    if then.text != now.text:
        yield Since(now.service, "", then.text, now.text)
    before, used = dict(then.slots), dict(now.slots)
    for slot in dict.fromkeys((*before, *used)):
        # What no rule uses any more may still stand on the card.
        after = used.get(slot) or (slot_text(card, slot) if card else "")
        if before.get(slot, "") != after:
            yield Since(now.service, slot, before.get(slot, ""), after)

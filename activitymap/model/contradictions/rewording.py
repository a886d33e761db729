"""What was found in a map, in other words: for a copy of it that is shown without people's names.

Other words could be read otherwise: two holders who are both shown as "the worker" no longer
clash, and a number in the place of a name is read as a limit. So nothing is looked for in such a
copy. What was found in the map that it stands for is told, in the words of the copy.
"""

import weakref
from collections.abc import Iterable
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import (
    Agreement,
    Contradiction,
    Detection,
    Part,
    Reason,
    Side,
)
from activitymap.model.texts import Write, rewritten


class Original(NamedTuple):
    """The map that a copy stands for, and what gave the copy its words."""

    map: ActivityMap
    write: Write


_ORIGINALS: dict[int, Original] = {}
"""By the identity of the copy, as long as it lives: an edited copy is a map of its own."""


def stand_for(copy: ActivityMap, original: ActivityMap, write: Write) -> None:
    """Let what is found in a map be told of a copy of it, in the words that ``write`` gives."""
    if copy is not original:
        _ORIGINALS[id(copy)] = Original(original, write)
        weakref.finalize(copy, _ORIGINALS.pop, id(copy), None).atexit = False


def original_of(activity_map: ActivityMap) -> Original | None:
    """Return the map that this one is a copy of in other words, if it is one."""
    return _ORIGINALS.get(id(activity_map))


def reworded(detection: Detection, write: Write) -> Detection:
    """Return what was found with all that people wrote as ``write`` gives it."""
    made = {
        id(one): _contradiction(one, write)
        for one in (*detection.contradictions, *detection.unlinked, *detection.gone)
    }

    def again(several: Iterable[Contradiction]) -> tuple[Contradiction, ...]:
        return tuple(made.get(id(one)) or _contradiction(one, write) for one in several)

    return Detection(
        contradictions=again(detection.contradictions),
        unlinked=again(detection.unlinked),
        groups=tuple(
            one._replace(name=write(one.name), contradictions=again(one.contradictions))
            for one in detection.groups
        ),
        gone=again(detection.gone),
    )


def reworded_agreements(agreements: Iterable[Agreement], write: Write) -> tuple[Agreement, ...]:
    """Return agreements with all that people wrote as ``write`` gives it."""
    return tuple(
        one._replace(
            sides=(_side(one.sides[0], write), _side(one.sides[1], write)),
            sentence=write(one.sentence),
        )
        for one in agreements
    )


def _contradiction(one: Contradiction, write: Write) -> Contradiction:
    return one._replace(
        sides=tuple(_side(side, write) for side in one.sides),
        reasons=tuple(_reason(reason, write) for reason in one.reasons),
        judgement=None if one.judgement is None else rewritten(one.judgement, write),
        kept=tuple(rewritten(ground, write) for ground in one.kept),
    )


def _side(side: Side, write: Write) -> Side:
    return side._replace(text=write(side.text))


def _reason(reason: Reason, write: Write) -> Reason:
    return reason._replace(
        sentence=write(reason.sentence), parts=tuple(_part(part, write) for part in reason.parts)
    )


def _part(part: Part, write: Write) -> Part:
    reading = None if part.reading is None else rewritten(part.reading, write)
    return part._replace(text=write(part.text), reading=reading)

"""Where services pull the same way: statements of one matter that agree."""

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.circumstances import Together
from activitymap.model.contradictions.claim_index import ClaimIndex
from activitymap.model.contradictions.claims import CHANGES, Claim, Says
from activitymap.model.contradictions.encounter import (
    Encounter,
    can_be_same,
    conditions_of,
    holders,
    same_cases,
)
from activitymap.model.contradictions.finding import Agreement, Side
from activitymap.model.contradictions.judged_pairs import answers
from activitymap.model.contradictions.names import any_same
from activitymap.model.contradictions.neighbours import Joined
from activitymap.model.contradictions.pairs import compare, plan
from activitymap.model.contradictions.rewording import original_of, reworded_agreements
from activitymap.model.contradictions.rules.aims import change_kind
from activitymap.model.contradictions.rules.rule import speaker
from activitymap.model.contradictions.situation import situation
from activitymap.model.contradictions.words import words
from activitymap.model.wording import worded

_FIRM = Says.MUST | Says.MUST_NOT


def agreements(activity_map: ActivityMap) -> tuple[Agreement, ...]:
    """Return the pairs of statements of different systems that pull the same way.

    What the group judged comes first: *together* is an agreement, and any other answer none, for
    as long as the texts and slots are those that it judged. Beside these, two statements of one
    matter of linked systems agree where no rule sets them apart and a slot of both says the
    same: required or forbidden in both, the same value or holder, changes that go together, or
    what the one asks *with* something and the other forbids *without* it. Of a copy in other words
    they are those of the map that it stands for.
    """
    original = original_of(activity_map)
    if original is not None:
        return reworded_agreements(agreements(original.map), original.write)
    answered = answers(activity_map)
    judged = tuple(one for one in answered.values() if one is not None)
    found = (one for one in _found(activity_map) if _about(one) not in answered)
    return (*judged, *found)


def _about(agreement: Agreement) -> frozenset[str]:
    return frozenset(side.id for side in agreement.sides)


def _found(activity_map: ActivityMap) -> tuple[Agreement, ...]:
    """Return the agreements of the cards, whatever the group said."""
    here = situation(activity_map)
    index = ClaimIndex(activity_map)
    found: dict[tuple[str, str], Agreement] = {}
    clashing: set[tuple[str, str]] = set()
    encounter = Encounter(here.registry, related=False, lexicon=here.lexicon)
    for matter in index.matters():
        claims = index.on([matter])
        block = here.block_with(claims)
        for one, other in block.pairs():
            if one.system == other.system or not block.comparable(one, other):
                continue
            if block.joined(one, other) is Joined.UNLINKED:
                continue
            about = (one.statement.id, other.statement.id)
            if any(compare(one, other, plan(one.says, other.says), encounter)):
                clashing.add(about)
            elif sentence := _agree(one, other, encounter):
                found.setdefault(about, Agreement((_side(one), _side(other)), matter, sentence))
    return tuple(agreement for about, agreement in found.items() if about not in clashing)


def _agree(one: Claim, other: Claim, met: Encounter) -> str:
    """Return the sentence that says in what two claims agree, or ``""``."""
    if not same_cases(one, other):
        return ""
    both = worded("{one} and {other}", one=speaker(one), other=speaker(other))
    first, second = one.reading, other.reading
    together = conditions_of(one, other).together
    if together is Together.NEVER:
        sides = one.says & _FIRM | other.says & _FIRM
        return (
            worded("{both} draw the same line from two sides.", both=both) if sides == _FIRM else ""
        )
    same_people = can_be_same(one, other, met.registry)
    if first.value and words(first.value) == words(second.value):
        return worded("{both} both say “{value}”.", both=both, value=first.value)
    if first.change and second.change and one.says & other.says & CHANGES:
        return worded("{both} want it to go the same way.", both=both)
    if first.change and second.change and change_kind(first.change, second.change) is None:
        return worded("{both} want changes that go together.", both=both)
    if first.holders and second.holders and any_same(holders(one), holders(other)):
        return worded("{both} name the same holder.", both=both)
    if same_people and one.says & other.says & _FIRM and _says_so(one) and _says_so(other):
        template = "{both} both require it." if one.says & Says.MUST else "{both} both forbid it."
        return worded(template, both=both)
    return ""


def _says_so(claim: Claim) -> bool:
    """Whether a claim names its modality, and it was not concluded from a plain statement."""
    return claim.read is None or claim.read.explicit("modality")


def _side(claim: Claim) -> Side:
    statement = claim.statement
    return Side(statement.id, claim.system, statement.element, statement.text or statement.words)

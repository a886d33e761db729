"""From what rules found to the contradictions that people see: one for each pair or circle."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.block import Found
from activitymap.model.contradictions.claims import Claim
from activitymap.model.contradictions.finding import Certainty, Contradiction, Part, Reason, Side
from activitymap.model.contradictions.neighbours import Joined
from activitymap.model.contradictions.rules.table import NEWER_FORM, RANK
from activitymap.model.judging import Judgement, Kind, Level, Status
from activitymap.model.values import Matter, NeedMark
from activitymap.model.wording import worded

KINDS = (Kind.CONTRADICTION, Kind.TENSION, Kind.GAP)


class Surroundings(NamedTuple):
    """What a contradiction shows beside its claims: names, needs and judgements of the map.

    ``need_order`` and ``order`` give the places of the needs and the matters in the map.
    """

    matters: Mapping[str, Matter]
    needs_of_statement: Mapping[str, tuple[str, ...]]
    needs_of_matter: Mapping[str, tuple[str, ...]]
    judgements: Mapping[tuple[str, ...], Judgement]
    need_order: Mapping[str, int]
    order: Mapping[str, int]


def surroundings(activity_map: ActivityMap) -> Surroundings:
    """Gather what contradictions show beside their claims, once for a whole map."""
    by_matter: dict[str, tuple[str, ...]] = {}
    for need in activity_map.needs:
        if need.matter:
            by_matter[need.matter] = (*by_matter.get(need.matter, ()), need.id)
    return Surroundings(
        matters={matter.id: matter for matter in activity_map.matters},
        needs_of_statement=_marked(activity_map.need_marks),
        needs_of_matter=by_matter,
        judgements={
            tuple(sorted(judgement.about)): judgement for judgement in activity_map.judgements
        },
        need_order={need.id: place for place, need in enumerate(activity_map.needs)},
        order={matter.id: place for place, matter in enumerate(activity_map.matters)},
    )


def _marked(marks: Iterable[NeedMark]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for mark in marks:
        if mark.need not in found.get(mark.statement, ()):
            found[mark.statement] = (*found.get(mark.statement, ()), mark.need)
    return found


def contradiction(found: Sequence[Found], joined: Joined, around: Surroundings) -> Contradiction:
    """Return the one contradiction that several rules found between the same statements."""
    if len(found) > 1:
        found = sorted(found, key=_telling)
    claims = found[0].claims
    matters = tuple(
        dict.fromkeys(
            [
                claim.matter
                for one in found
                for claim in one.claims
                if claim.matter in around.matters
            ]
        )
    )
    made = Contradiction(
        sides=tuple([_side(claim) for claim in claims]),
        matters=matters,
        reasons=tuple([_reason(one, joined, around) for one in found]),
        level=_level(claims, joined),
        kind=found[0].kind,
        certainty=_certainty(found),
        needs=touched([claim.statement.id for claim in claims], matters, around),
        linked=joined is not Joined.UNLINKED,
    )
    return judged(made, around)


def _certainty(found: Sequence[Found]) -> Certainty:
    """Return how certain a finding is: declared if one of its reasons stands on declared cards."""
    declared = any(all(claim.read is None for claim in one.claims) for one in found)
    return Certainty.DECLARED if declared else Certainty.READ


def _telling(found: Found) -> tuple[int, int]:
    return KINDS.index(found.kind), RANK[found.rule]


def touched(
    statements: Iterable[str], matters: Iterable[str], around: Surroundings
) -> tuple[str, ...]:
    """Return the needs that statements serve or hinder, or that are about a matter."""
    if not around.need_order:
        return ()
    found = {
        need for statement in statements for need in around.needs_of_statement.get(statement, ())
    }
    found.update(need for matter in matters for need in around.needs_of_matter.get(matter, ()))
    return tuple(sorted(found, key=around.need_order.__getitem__))


def judged(found: Contradiction, around: Surroundings) -> Contradiction:
    """Return ``found`` with what the group made of it.

    A judgement holds while every reason that is found now is among those that it judged, with the
    same texts and slots; a new reason, or a changed word, makes it a candidate again.
    """
    if not around.judgements:
        return found
    judgement = around.judgements.get(tuple(sorted(found.about)))
    if judgement is None:
        return found
    known = {ground.basis for ground in judgement.grounds}
    changed = bool(known) and any(reason.ground.basis not in known for reason in found.reasons)
    return found._replace(
        as_found=(found.kind, found.level),
        level=found.level if changed else judgement.level or found.level,
        kind=found.kind if changed else judgement.kind or found.kind,
        status=Status.CANDIDATE if changed else judgement.status,
        changed=changed,
        judgement=judgement,
    )


def _reason(found: Found, joined: Joined, around: Surroundings) -> Reason:
    rule, sentence = found.rule, f"{found.sentence} {_about(found.claims, around)}".strip()
    if joined is Joined.NEWER:
        rule = NEWER_FORM.name
        sentence = worded(
            "Today's form and the newer one pull apart. {sentence}", sentence=sentence
        )
    parts = tuple(
        [
            Part(
                claim.statement.id,
                claim.statement.text,
                claim.reading,
                slots,
                claim.system_name,
                claim.statement.element,
                around.matters[claim.matter].name if claim.matter in around.matters else "",
            )
            for claim, slots in zip(found.claims, found.slots, strict=True)
        ]
    )
    return Reason(rule, found.kind, sentence, parts)


def _about(claims: Sequence[Claim], around: Surroundings) -> str:
    """Return the sentence about the matters of some claims; a suggestion has none yet."""
    matters = dict.fromkeys([claim.matter for claim in claims])
    names = [around.matters[matter].name for matter in matters if matter in around.matters]
    told = worded(" and ").join(names)
    if len(names) < len(matters):
        return worded("This holds if both are about: {told}.", told=told) if names else ""
    return (
        worded("Same matter: {told}.", told=told)
        if len(names) == 1
        else worded("Matters: {told}.", told=told)
    )


def _side(claim: Claim) -> Side:
    statement = claim.statement
    return Side(statement.id, claim.system, statement.element, statement.text or statement.words)


def _level(claims: Sequence[Claim], joined: Joined) -> Level | None:
    """Return the level that follows from the pair (Engeström 1987); none for unlinked systems."""
    if joined is Joined.UNLINKED:
        return None
    if joined is Joined.NEWER:
        return Level.TERTIARY
    if joined is Joined.LINKED:
        return Level.QUATERNARY
    elements = {claim.statement.element for claim in claims}
    return Level.PRIMARY if len(elements) == 1 else Level.SECONDARY

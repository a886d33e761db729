"""The one set of words for what a group makes of a contradiction (design, §3)."""

from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.contradictions.since import Since
from activitymap.model.days import day_text
from activitymap.model.judging import Judgement, Status
from activitymap.model.wording import joined, worded


def status_words(found: Contradiction) -> str:
    """Return what the group made of a finding; of a candidate, why it is one."""
    if found.status is not Status.CANDIDATE:
        return worded(str(found.status))
    if found.changed:
        return worded("candidate: changed since you judged it")
    if found.judgement is not None:
        return worded("candidate: to be looked at again")
    if found.gone:
        return worded("discussed, and not judged")
    return worded("candidate: not yet looked at")


def judgement_words(one: Judgement) -> tuple[str, ...]:
    """Return a judgement line by line, the day first: what, how it was said, why, by whom."""
    told = worded("{day}: {status}", day=day_text(one.date), status=verdict_words(one))
    return told, *reason_words(one)


def verdict_words(one: Judgement) -> str:
    """Return what was judged in one line: the state, how it was said, the level, the hands."""
    told = [worded(str(one.status))]
    if one.answer:
        told.append(worded("answered “{answer}”", answer=worded(str(one.answer))))
    if one.depends_on:
        told.append(worded("depends on {words}", words=one.depends_on))
    if one.kind or one.level:
        seen = ", ".join(worded(str(part)) for part in (one.kind, one.level) if part)
        told.append(worded("seen as {what}", what=seen))
    if one.showing:
        told.append(worded("shows as {what}", what=worded(str(one.showing))))
    if one.hands:
        hands = one.hands
        told.append(
            worded(
                "{agree} agree, {unsure} unsure, {disagree} disagree",
                agree=hands.agree,
                unsure=hands.unsure,
                disagree=hands.disagree,
            )
        )
    return ", ".join(told)


def reason_words(one: Judgement) -> tuple[str, ...]:
    """Return why something was judged so, line by line: in the group's words, and who was there."""
    lines = list(filter(None, (one.text, one.reason)))
    if one.present:
        lines.append(worded("Present: {names}", names=joined("; ", one.present)))
    return tuple(lines)


def since_words(one: Since, slot: str) -> str:
    """Return what changed since a judgement in a line; ``slot`` is the name of its slot."""
    told = (
        worded("then “{then}”, now “{now}”", then=one.then, now=one.now)
        if one.then and one.now
        else worded("then “{then}”, now empty", then=one.then)
        if one.then
        else worded("now “{now}”", now=one.now)
    )
    return joined(": ", (one.service, slot, told))

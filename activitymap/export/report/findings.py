"""One contradiction in a report: both texts, why, judgement, discussion and actions."""

from collections.abc import Iterator

from activitymap.export.report.blocks import Block, Bullets, Heading, Paragraph, Style
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.contradictions.naming import FindingNames
from activitymap.model.contradictions.since import since_judged
from activitymap.model.discussing import Action, Discussion, Idea, Lever, Stage
from activitymap.model.edits.discussing import discussion_about
from activitymap.model.judgement_words import judgement_words, since_words, status_words
from activitymap.model.judging import Judgement
from activitymap.model.values import Quote
from activitymap.model.wording import worded

_STAGES = {
    Stage.AWARENESS: "What we see",
    Stage.STEP_BACK: "What it means for the child",
    Stage.CHOICE: "What could be done",
    Stage.ACTION: "What we do",
}


def finding_title(one: Contradiction, activity_map: ActivityMap) -> str:
    """Return the matters of a contradiction, or between whom it lies."""
    names = FindingNames(activity_map).matters(one)
    if names:
        return ", ".join(names)
    systems = {system.id: system.name for system in activity_map.systems}
    sides = dict.fromkeys(systems[side.system] for side in one.sides if side.system in systems)
    return " – ".join(sides) or worded("contradiction")


def finding_blocks(one: Contradiction, activity_map: ActivityMap, number: int) -> Iterator[Block]:
    """Yield everything that is known of a contradiction."""
    kind = worded(str(one.kind))
    level = worded(str(one.level)) if one.level else worded("no level")
    told = ", ".join((kind, level, worded(str(one.certainty)), status_words(one)))
    yield Heading(f"{number}. {told}", level=3)
    yield from _sides(one, activity_map)
    yield Paragraph(one.told, label=worded("Why:"))
    if one.told != one.because:
        label = worded("Now:") if one.gone else worded("Found because:")
        yield Paragraph(one.because, Style.QUIET, label=label)
    since = since_judged(one)
    if since:
        yield Paragraph("", label=worded("Changed since it was judged"))
        slots = (worded(each.slot.replace("_", " ")) if each.slot else "" for each in since)
        yield Bullets(tuple(map(since_words, since, slots)))
    needs = {need.id: need for need in activity_map.needs}
    for need in one.needs:
        yield Paragraph(f"“{needs[need].text}”", label=worded("Need:"))
    yield from _judgements(one, activity_map)
    discussion = discussion_about(activity_map, one.about)
    if discussion is not None:
        yield from discussion_blocks(discussion)


def _sides(one: Contradiction, activity_map: ActivityMap) -> Iterator[Block]:
    systems = {system.id: system for system in activity_map.systems}
    needs = {need.id: need for need in activity_map.needs}
    names = FindingNames(activity_map)
    for side in one.sides:
        quotes: tuple[Quote, ...] = ()
        if side.system in systems:
            statements = {statement.id: statement for statement in systems[side.system].statements}
            quotes = statements[side.id].quotes if side.id in statements else ()
        elif side.id in needs:
            quotes = needs[side.id].quotes
        element = names.element(one, side)
        told = (names.speaker(one, side), worded(str(element)) if element else "")
        who = ", ".join(filter(None, told))
        who = f"{who}:" if who else ""
        yield Paragraph(f"“{side.text}”" if side.text else "–", label=who)
        yield from _quotes(quotes)


def _quotes(quotes: tuple[Quote, ...]) -> Iterator[Block]:
    for quote in quotes:
        source = ", ".join(filter(None, (quote.source, quote.date)))
        yield Paragraph(f"“{quote.text}”" + (f" ({source})" if source else ""), Style.QUOTE)


def _judgements(one: Contradiction, activity_map: ActivityMap) -> Iterator[Block]:
    wanted = frozenset(one.about)
    past = [each for each in activity_map.judgements if frozenset(each.about) == wanted]
    if past:
        yield Paragraph("", label=worded("What the group made of it"))
        yield Bullets(tuple(judgement_text(each) for each in past))


def judgement_text(one: Judgement) -> str:
    """Return a judgement in one line, the day first."""
    return ". ".join(judgement_words(one))


def discussion_blocks(discussion: Discussion) -> Iterator[Block]:
    """Yield what a group wrote down in a discussion."""
    for stage, title in _STAGES.items():
        note = discussion.note(stage)
        if note:
            yield Paragraph(note, label=f"{worded(title)}:")
        if stage is Stage.AWARENESS:
            yield from _quotes(discussion.quotes)
        if stage is Stage.CHOICE and discussion.levers:
            yield Bullets(tuple(lever_text(lever) for lever in discussion.levers))
        if stage is Stage.CHOICE and discussion.ideas:
            yield Bullets(tuple(_idea_text(idea) for idea in discussion.ideas))
    if discussion.actions:
        yield Paragraph("", label=worded("Agreed"))
        yield Bullets(tuple(action_text(action) for action in discussion.actions))


def lever_text(lever: Lever) -> str:
    """Return what can be changed, with where it comes from and who can change it."""
    origin = worded(str(lever.origin)) if lever.origin else ""
    behind = ", ".join(filter(None, (origin, lever.changed_by)))
    told = worded("Can be changed: {what}", what=lever.text)
    return f"{told} ({behind})" if behind else told


def _idea_text(idea: Idea) -> str:
    told = worded("Idea, chosen: {idea}" if idea.chosen else "Idea: {idea}", idea=idea.text)
    arguments = [f"{'+' if one.favours else '–'} {one.text}" for one in idea.arguments]
    return "; ".join((told, *arguments))


def action_text(action: Action) -> str:
    """Return an action in one line: what, who, by when, and when it was done."""
    if action.nothing:
        return worded("Deliberately nothing: {reason}", reason=action.text)
    told = [action.text]
    if action.who:
        told.append(action.who)
    if action.when:
        told.append(worded("by {when}", when=action.when))
    if action.done:
        told.append(worded("done on {day}", day=action.done.isoformat()))
    return " – ".join(told)


def agreed(activity_map: ActivityMap) -> tuple[str, ...]:
    """Return everything that was agreed, in the order in which it was."""
    return tuple(
        action_text(action)
        for discussion in activity_map.discussions
        for action in discussion.actions
    )

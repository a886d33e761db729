"""One contradiction in a report: both texts, why, judgement, discussion and actions."""

from collections.abc import Iterator

from activitymap.export.report.blocks import Block, Bullets, Heading, Paragraph, Style
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.discussing import Action, Discussion, Idea, Lever, Stage
from activitymap.model.edits.discussing import discussion_about
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
    matters = {matter.id: matter.name for matter in activity_map.matters}
    names = [matters[matter] for matter in one.matters if matter in matters]
    if names:
        return ", ".join(names)
    systems = {system.id: system.name for system in activity_map.systems}
    sides = dict.fromkeys(systems[side.system] for side in one.sides if side.system in systems)
    return " – ".join(sides) or worded("contradiction")


def finding_blocks(one: Contradiction, activity_map: ActivityMap, number: int) -> Iterator[Block]:
    """Yield everything that is known of a contradiction."""
    kind = worded(str(one.kind))
    level = worded(str(one.level)) if one.level else worded("no level")
    status = worded("changed since it was judged") if one.changed else worded(str(one.status))
    told = ", ".join((kind, level, worded(str(one.certainty)), status))
    yield Heading(f"{number}. {told}", level=3)
    yield from _sides(one, activity_map)
    yield Paragraph(one.told, label=worded("Why:"))
    if one.told != one.because:
        yield Paragraph(one.because, Style.QUIET, label=worded("Found because:"))
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
    for side in one.sides:
        quotes: tuple[Quote, ...] = ()
        if side.system in systems:
            system = systems[side.system]
            who = f"{system.name}, {worded(str(side.element))}:" if side.element else system.name
            statements = {statement.id: statement for statement in system.statements}
            quotes = statements[side.id].quotes if side.id in statements else ()
        else:
            who = f"{needs[side.id].whose}:" if side.id in needs and needs[side.id].whose else ""
            quotes = needs[side.id].quotes if side.id in needs else ()
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
    told = [f"{one.date.isoformat()}: {worded(str(one.status))}"]
    if one.answer:
        told.append(worded("answered “{answer}”", answer=worded(str(one.answer))))
    if one.depends_on:
        told.append(worded("depends on {words}", words=one.depends_on))
    told += [worded(str(part)) for part in (one.kind, one.level, one.showing) if part]
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
    lines = [", ".join(told)]
    lines += [text for text in (one.text, one.reason) if text]
    if one.present:
        lines.append(worded("Present: {names}", names="; ".join(one.present)))
    return ". ".join(lines)


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

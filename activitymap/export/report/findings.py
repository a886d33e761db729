"""One contradiction in a report: both texts, why, judgement, discussion and actions."""

from collections.abc import Iterable, Iterator

from activitymap.drawing.theme import LIGHT
from activitymap.export.report import blocks
from activitymap.export.report.blocks import Block, Bullets, Heading, Paragraph, Sides, Style
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Certainty, Contradiction, Side
from activitymap.model.contradictions.naming import FindingNames
from activitymap.model.contradictions.rules.table import DRAWN, RULES
from activitymap.model.contradictions.since import since_judged
from activitymap.model.days import day_text, day_words
from activitymap.model.discussing import Action, Discussion, Idea, Lever, Stage
from activitymap.model.edits.discussing import discussion_about
from activitymap.model.judgement_words import judgement_words, since_words, status_words
from activitymap.model.judging import GroundSide, Judgement, Level
from activitymap.model.need_words import said, with_claim
from activitymap.model.values import ActivitySystem, Need, Quote, State, Statement
from activitymap.model.wording import joined, sentences, worded

SHORT = 48
"""Characters of a side's text in the bookmark of a contradiction."""
_STAGES = {
    Stage.AWARENESS: "What we see",
    Stage.STEP_BACK: "What it means for the child",
    Stage.CHOICE: "What could be done",
    Stage.ACTION: "What we do",
}
_CERTAINTIES = {
    Certainty.DECLARED: "from what was declared",
    Certainty.READ: "from the texts as they are read",
    Certainty.SUGGESTED: "only suggested",
}
_LEVELS = {
    Level.PRIMARY: "primary: within one element",
    Level.SECONDARY: "secondary: between two elements of one service",
    Level.TERTIARY: "tertiary: between today’s form and a newer one",
    Level.QUATERNARY: "quaternary: between services",
}


def capital(text: str) -> str:
    """Return a text that begins with a capital, as titles do."""
    return text[:1].upper() + text[1:]


def quoted(text: str, *source: str) -> str:
    """Return what somebody said or wrote in quotation marks, and whence it is known."""
    known = joined(", ", source)
    return joined(" ", (f"“{text}”", f"({known})" if known else ""))


def quote_texts(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return quotes with source and day."""
    return tuple(quoted(one.text, one.source, day_words(one.date)) for one in quotes)


def why_in_short(one: Contradiction) -> str:
    """Return why two sides clash in one plain sentence: the group's own words, or the rule's."""
    own = one.judgement.text if one.judgement and not one.changed else ""
    if own:
        return own
    rule = one.reasons[0]
    if rule.rule == DRAWN.name or rule.rule not in RULES or one.gone:
        return rule.sentence
    return worded(RULES[rule.rule].title) + "."


def finding_blocks(one: Contradiction, activity_map: ActivityMap, number: int) -> Iterator[Block]:
    """Yield everything that is known of a contradiction."""
    sides = tuple(_side(one, side, activity_map) for side in one.sides)
    names = names_of(one, activity_map)
    texts = joined(" / ", (_short(side.text) for side in sides))
    title = joined(" ", (f"{number}.", names))
    yield Heading(title, level=3, bookmark=joined(": ", (title, texts)))
    yield Paragraph(grading(one), Style.QUIET, kept=True)
    if sides:
        yield Sides(sides)
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
        if need in needs and all(side.id != need for side in one.sides):
            yield Paragraph(with_claim(needs[need]), label=worded("Need:"))
    yield from _judgements(one, activity_map)
    discussion = discussion_about(activity_map, one.about)
    if discussion is not None:
        yield from discussion_blocks(discussion)


def grading(one: Contradiction) -> str:
    """Return the kind, the state, what it is known from and the level, in plain words."""
    told = [
        worded(str(one.kind)),
        status_words(one),
        "" if one.drawn or one.gone else worded(_CERTAINTIES[one.certainty]),
    ]
    line = capital(" · ".join(filter(None, told)))
    return f"{line} ({worded(_LEVELS[one.level])})" if one.level else line


def names_of(one: Contradiction, activity_map: ActivityMap) -> str:
    """Return between whom a contradiction lies."""
    names = FindingNames(activity_map)
    return joined(" – ", dict.fromkeys(_name(one, side, names) for side in one.sides))


def _name(one: Contradiction, side: Side, names: FindingNames) -> str:
    """Return whose side it is: a service's, or those who need something."""
    unnamed = "no longer on the map" if names.is_removed(side) else "a need"
    return names.speaker(one, side) or worded(unnamed)


def _side(one: Contradiction, side: Side, activity_map: ActivityMap) -> blocks.Side:
    names = FindingNames(activity_map)
    system = next((one for one in activity_map.systems if one.id == side.system), None)
    if system is not None:
        return _statement_side(side, system, names.speaker(one, side))
    need = next((one for one in activity_map.needs if one.id == side.id), None)
    if need is None:
        return blocks.Side(_removed(one, side, names), _words(side), (), LIGHT.quiet)
    return blocks.Side(_needs_name(need), said(need), quote_texts(need.quotes), LIGHT.shared)


def _removed(one: Contradiction, side: Side, names: FindingNames) -> str:
    """Return who said what is no longer on the map, and in which element, as far as is known."""
    speaker, element = names.speaker(one, side), names.element(one, side)
    if not speaker:
        return _name(one, side, names)
    return joined(", ", (speaker, worded(str(element)) if element else "", worded("removed")))


def _words(side: Side) -> str:
    return f"“{side.text}”" if side.text else "–"


def _needs_name(need: Need) -> str:
    return joined(", ", (need.whose, worded("need"))) if need.whose else worded("A need")


def _statement_side(side: Side, system: ActivitySystem, name: str) -> blocks.Side:
    element = worded(str(side.element)) if side.element else ""
    statement = next((one for one in system.statements if one.id == side.id), None)
    quotes = statement.quotes if statement else ()
    return blocks.Side(
        joined(", ", (name, element)),
        statement_text(statement) if statement else _words(side),
        quote_texts(quotes),
        LIGHT.services[system.colour],
    )


def statement_text(statement: Statement) -> str:
    """Return a statement in quotation marks; that there is none, or that nobody knows, without."""
    if statement.state is State.PRESENT:
        return f"“{statement.text}”"
    said = f"“{statement.text}”" if statement.text else ""
    state = statement.but(text="").words
    return joined(": ", (state, said))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHORT else line[: SHORT - 1].rstrip(" .,;:–-") + "…”"


# What the group made of it ------------------------------------------------------------------


def _judgements(one: Contradiction, activity_map: ActivityMap) -> Iterator[Block]:
    wanted = frozenset(one.about)
    past = [each for each in activity_map.judgements if frozenset(each.about) == wanted]
    if past:
        yield Paragraph("", label=worded("What the group made of it"), kept=True)
        yield Bullets(tuple(judgement_text(each) for each in past))


def judgement_text(one: Judgement) -> str:
    """Return a judgement in one line, the day first."""
    return sentences(judgement_words(one))


def judged_text(sides: Iterable[GroundSide]) -> str:
    """Return the texts that were judged or discussed, as they stood then."""
    return joined(" / ", dict.fromkeys(f"“{side.text}”" for side in sides if side.text))


def discussion_blocks(discussion: Discussion) -> Iterator[Block]:
    """Yield what a group wrote down in a discussion."""
    listed = (*map(lever_text, discussion.levers), *map(_idea_text, discussion.ideas))
    for stage, title in _STAGES.items():
        note = discussion.note(stage)
        below = listed if stage is Stage.CHOICE else ()
        if note or below:
            yield Paragraph(note, label=f"{worded(title)}:", kept=bool(below))
        if stage is Stage.AWARENESS:
            yield from (Paragraph(text, Style.QUOTE) for text in quote_texts(discussion.quotes))
        if below:
            yield Bullets(below)
    if discussion.actions:
        yield Paragraph("", label=worded("Agreed"), kept=True)
        yield Bullets(tuple(action_text(action) for action in discussion.actions))


def lever_text(lever: Lever) -> str:
    """Return what can be changed, with where it comes from and who can change it."""
    origin = worded(str(lever.origin)) if lever.origin else ""
    behind = joined(", ", (origin, lever.changed_by))
    told = worded("Can be changed: {what}", what=lever.text)
    return joined(" ", (told, f"({behind})" if behind else ""))


def _idea_text(idea: Idea) -> str:
    told = worded("Idea, chosen: {idea}" if idea.chosen else "Idea: {idea}", idea=idea.text)
    arguments = [f"{'+' if one.favours else '–'} {one.text}" for one in idea.arguments]
    return joined("; ", (told, *arguments))


def action_text(action: Action) -> str:
    """Return an action in one line: what, who, by when, and when it was done."""
    if action.nothing:
        return worded("Deliberately nothing: {reason}", reason=action.text)
    told = [action.text, action.who]
    if action.when:
        told.append(worded("by {when}", when=day_words(action.when)))
    if action.done:
        told.append(worded("done on {day}", day=day_text(action.done)))
    return joined(" – ", told)

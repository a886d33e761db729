"""Edits of discussions: notes, quotes, what can be changed, ideas and their arguments.

A discussion begins with the first thing that is written down in it.
"""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.discussing import (
    Argument,
    Discussion,
    Idea,
    Lever,
    Note,
    Stage,
)
from activitymap.model.edits.change import Change, changed, cleaned_quotes, new_id, replaced
from activitymap.model.judging import GroundSide
from activitymap.model.reading import Origin
from activitymap.model.text import clean_line, clean_text
from activitymap.model.values import Quote


class Topic(NamedTuple):
    """What is discussed: the ids, the texts as they are today, and which day it is."""

    about: tuple[str, ...]
    sides: tuple[GroundSide, ...]
    today: datetime.date


def topic_of(found: Contradiction, today: datetime.date) -> Topic:
    """Return a contradiction as a topic, with the texts that it has."""
    grounds = found.grounds
    return Topic(found.about, grounds[0].sides if grounds else (), today)


def discussion_about(activity_map: ActivityMap, about: Sequence[str]) -> Discussion | None:
    """Return the discussion of a contradiction, in whichever order its sides are named."""
    wanted = frozenset(about)
    return next((one for one in activity_map.discussions if frozenset(one.about) == wanted), None)


def write_note(activity_map: ActivityMap, topic: Topic, stage: Stage, text: str) -> Change:
    """Write down what was said at a step; an empty text takes the note away."""
    words = clean_text(text)
    known = discussion_about(activity_map, topic.about)
    if (known.note(stage) if known else "") == words:
        return Change(activity_map)

    def edit(one: Discussion) -> Discussion:
        kept = {note.stage: note for note in one.notes if note.stage is not stage}
        if words:
            kept[stage] = Note(stage=stage, text=words)
        return one.but(notes=tuple(kept[each] for each in Stage if each in kept))

    return discussed(activity_map, topic, edit)


def quote_discussion(activity_map: ActivityMap, topic: Topic, quotes: Iterable[Quote]) -> Change:
    """Give a discussion its evidence: all its quotes, in order; those without words are left."""
    kept = cleaned_quotes(quotes)
    known = discussion_about(activity_map, topic.about)
    if kept == (known.quotes if known else ()):
        return Change(activity_map)
    return discussed(activity_map, topic, lambda one: one.but(quotes=kept))


def add_lever(
    activity_map: ActivityMap,
    topic: Topic,
    text: str,
    origin: Origin | None = None,
    changed_by: str = "",
) -> Change:
    """Say what can be changed: where it comes from, and who can change it."""
    identity, number = new_id(activity_map, "lever")
    lever = Lever(id=identity, text=_words(text), origin=origin, changed_by=clean_line(changed_by))
    made = discussed(activity_map, topic, lambda one: one.but(levers=(*one.levers, lever)), number)
    return Change(made.map, made.ids | {identity})


def reword_lever(
    activity_map: ActivityMap, lever: str, text: str, origin: Origin | None, changed_by: str
) -> Change:
    """Say otherwise what can be changed, where it comes from, and who can change it."""
    discussion = discussion_with(activity_map, lever)
    before = next((one for one in discussion.levers if one.id == lever), None)
    if before is None:
        raise EditError("This is no longer among what can be changed. Choose something else.")
    after = changed(before, text=_words(text), origin=origin, changed_by=clean_line(changed_by))
    if after is before:
        return Change(activity_map)
    made = discussion.but(levers=replaced(discussion.levers, after))
    return Change(
        activity_map.but(discussions=replaced(activity_map.discussions, made)),
        frozenset({discussion.id, lever}),
    )


def add_idea(activity_map: ActivityMap, topic: Topic, text: str) -> Change:
    """Add an idea of what could be done."""
    identity, number = new_id(activity_map, "idea")
    idea = Idea(id=identity, text=_words(text))
    made = discussed(activity_map, topic, lambda one: one.but(ideas=(*one.ideas, idea)), number)
    return Change(made.map, made.ids | {identity})


def argue(activity_map: ActivityMap, idea: str, text: str, favours: bool) -> Change:
    """Give a reason for or against an idea."""
    argument = Argument(text=_words(text), favours=favours)

    def edit(one: Idea) -> Idea:
        return one.but(arguments=(*one.arguments, argument))

    return _edit_idea(activity_map, idea, edit)


def reword_idea(activity_map: ActivityMap, idea: str, text: str) -> Change:
    """Say an idea in other words."""
    words = _words(text)
    return _edit_idea(activity_map, idea, lambda one: changed(one, text=words))


def reword_argument(
    activity_map: ActivityMap, idea: str, place: int, text: str, favours: bool
) -> Change:
    """Say the reason at a ``place`` (from 0) among those of an idea in other words."""
    argument = Argument(text=_words(text), favours=favours)

    def edit(one: Idea) -> Idea:
        before = _argument(one, place)
        if before == argument:
            return one
        after = (*one.arguments[:place], argument, *one.arguments[place + 1 :])
        return one.but(arguments=after)

    return _edit_idea(activity_map, idea, edit)


def remove_argument(activity_map: ActivityMap, idea: str, place: int) -> Change:
    """Take the reason at a ``place`` (from 0) away from an idea, which stays."""

    def edit(one: Idea) -> Idea:
        _argument(one, place)
        return one.but(arguments=(*one.arguments[:place], *one.arguments[place + 1 :]))

    return _edit_idea(activity_map, idea, edit)


def _argument(idea: Idea, place: int) -> Argument:
    if not 0 <= place < len(idea.arguments):
        raise EditError("The reason is no longer there. Choose another one.")
    return idea.arguments[place]


def choose_idea(activity_map: ActivityMap, idea: str, chosen: bool) -> Change:
    """Say that the group chose an idea, or take it back."""
    return _edit_idea(activity_map, idea, lambda one: changed(one, chosen=chosen))


def remove_point(activity_map: ActivityMap, identity: str) -> Change:
    """Remove something that can be changed, an idea or an action from its discussion."""
    discussion = discussion_with(activity_map, identity)

    after = discussion.but(
        levers=tuple(one for one in discussion.levers if one.id != identity),
        ideas=tuple(one for one in discussion.ideas if one.id != identity),
        actions=tuple(one for one in discussion.actions if one.id != identity),
    )
    made = activity_map.but(discussions=replaced(activity_map.discussions, after))
    return Change(made, frozenset({discussion.id, identity}))


def discussed(
    activity_map: ActivityMap,
    topic: Topic,
    edit: Callable[[Discussion], Discussion],
    number: int | None = None,
) -> Change:
    """Edit the discussion of a topic, which begins if there is none yet.

    ``number`` is the last number that was used for a new id, if one was.

    Raises:
        EditError: there is nothing to discuss.
    """
    if not topic.about:
        raise EditError("Choose a contradiction to discuss.")
    last = activity_map.last_number if number is None else number
    known = discussion_about(activity_map, topic.about)
    if known is not None:
        after = edit(known).but(sides=topic.sides or known.sides, date=topic.today)
        made = activity_map.but(
            discussions=replaced(activity_map.discussions, after), last_number=last
        )
        return Change(made, frozenset({after.id}))
    last += 1
    begun = Discussion(
        id=f"discussion-{last}", about=topic.about, sides=topic.sides, date=topic.today
    )
    made = activity_map.but(discussions=(*activity_map.discussions, edit(begun)), last_number=last)
    return Change(made, frozenset({begun.id}))


def discussion_with(activity_map: ActivityMap, identity: str) -> Discussion:
    """Return the discussion that holds a point (what can be changed, an idea, an action).

    Raises:
        EditError: none does.
    """
    for discussion in activity_map.discussions:
        if any(one.id == identity for one in discussion.points):
            return discussion
    raise EditError("This is no longer in the discussion. Choose something else.")


def _edit_idea(activity_map: ActivityMap, idea: str, edit: Callable[[Idea], Idea]) -> Change:
    discussion = discussion_with(activity_map, idea)
    before = next((one for one in discussion.ideas if one.id == idea), None)
    if before is None:
        raise EditError("The idea is no longer there. Choose another one.")
    after = edit(before)
    if after is before:
        return Change(activity_map)
    made = discussion.but(ideas=replaced(discussion.ideas, after))
    return Change(
        activity_map.but(discussions=replaced(activity_map.discussions, made)),
        frozenset({discussion.id, idea}),
    )


def _words(text: str) -> str:
    words = clean_text(text)
    if not words:
        raise EditError("Type some words first.")
    return words

"""Edits of what was agreed: actions, and deliberately doing nothing."""

import datetime
from collections.abc import Callable

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.discussing import Action
from activitymap.model.edits.change import Change, changed, new_id, replaced
from activitymap.model.edits.discussing import Topic, discussed, discussion_with
from activitymap.model.text import clean_line, clean_text


def agree_action(
    activity_map: ActivityMap,
    topic: Topic,
    text: str,
    who: str = "",
    when: str = "",
    nothing: bool = False,
) -> Change:
    """Agree on something to do; with ``nothing`` on deliberately doing nothing, for this reason.

    Raises:
        EditError: it has no words.
    """
    words = clean_text(text)
    if not words:
        raise EditError("Say why nothing is to be done." if nothing else "Say what is to be done.")
    identity, number = new_id(activity_map, "action")
    action = Action(
        id=identity, text=words, who=clean_line(who), when=clean_line(when), nothing=nothing
    )
    made = discussed(
        activity_map, topic, lambda one: one.but(actions=(*one.actions, action)), number
    )
    return Change(made.map, made.ids | {identity})


def reword_action(
    activity_map: ActivityMap,
    action: str,
    text: str | None = None,
    who: str | None = None,
    when: str | None = None,
) -> Change:
    """Say otherwise what is to be done, by whom or by when; ``None`` leaves one as it is."""
    fields = {
        name: clean(words)
        for name, words, clean in (
            ("text", text, clean_text),
            ("who", who, clean_line),
            ("when", when, clean_line),
        )
        if words is not None
    }
    if fields.get("text") == "":
        raise EditError("Say what is to be done, or remove the action.")
    return _edit(activity_map, action, lambda one: changed(one, **fields))


def finish_action(activity_map: ActivityMap, action: str, done: datetime.date | None) -> Change:
    """Say on which day an action was done; ``None`` takes it back."""
    return _edit(activity_map, action, lambda one: changed(one, done=done))


def _edit(activity_map: ActivityMap, action: str, edit: Callable[[Action], Action]) -> Change:
    discussion = discussion_with(activity_map, action)
    before = next((one for one in discussion.actions if one.id == action), None)
    if before is None:
        raise EditError("The action is no longer there. Choose another one.")
    after = edit(before)
    if after is before:
        return Change(activity_map)
    made = discussion.but(actions=replaced(discussion.actions, after))
    return Change(
        activity_map.but(discussions=replaced(activity_map.discussions, made)),
        frozenset({discussion.id, action}),
    )

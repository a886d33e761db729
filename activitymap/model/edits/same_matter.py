"""Putting two statements on one matter, as a suggestion asks for."""

from collections.abc import Sequence

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.words import stem, words
from activitymap.model.edits.cards import put_on_matter
from activitymap.model.edits.change import Change, system_of
from activitymap.model.values import Statement

LONGEST = 5
"""Words in a proposed name."""


def join_matter(activity_map: ActivityMap, one: str, other: str, name: str = "") -> Change:
    """Put two statements on one matter: that of a name, else that of either, else a new one.

    Raises:
        EditError: a statement is gone, or the two are on different matters and none is named.
    """
    statements = [system_of(activity_map, identity)[1] for identity in (one, other)]
    names = {matter.id: matter.name for matter in activity_map.matters}
    known = [names[card.matter] for said in statements for card in said.readings[:1] if card.matter]
    if not name and len(set(known)) > 1:
        raise EditError(
            f"One is about “{known[0]}”, the other about “{known[1]}”. "
            "Name the matter that both are about."
        )
    wanted = name or (known[0] if known else proposed_name(*statements))
    return make_matter(activity_map, wanted, (one, other))


def make_matter(activity_map: ActivityMap, name: str, statements: Sequence[str]) -> Change:
    """Put statements on the matter of a name, which is made if it is new."""
    change = Change(activity_map, frozenset())
    for identity in statements:
        step = put_on_matter(change.map, identity, 0, name)
        change = Change(step.map, change.ids | step.ids)
    return change


def proposed_name(one: Statement, other: Statement) -> str:
    """Return a name for what two statements are about: the words they share, else the first's."""
    shared = {stem(word) for word in words(other.text) if len(word) > 3}
    said = [word for word in words(one.text) if len(word) > 3]
    common = [word for word in said if stem(word) in shared]
    return " ".join(dict.fromkeys((common or said)[:LONGEST])) or one.words

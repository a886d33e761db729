"""Edits of matters: what statements are about, one list for the whole map."""

from collections.abc import Callable, Iterable

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.change import Change, changed, edited, matter_by_id, named, new_id
from activitymap.model.text import clean_line, fold
from activitymap.model.values import Matter, MatterKind, MatterRelation, RelatedMatters

_KIND = "matter"


def add_matter(activity_map: ActivityMap, name: str, kind: MatterKind = MatterKind.JOINT) -> Change:
    """Add a matter to the list.

    Raises:
        EditError: there is one of that name already.
    """
    cleaned = _free_name(activity_map, name)
    identity, number = new_id(activity_map, "matter")
    matter = Matter(id=identity, name=cleaned, kind=kind)
    made = activity_map.but(matters=(*activity_map.matters, matter), last_number=number)
    return Change(made, frozenset({identity}))


def matter_called(activity_map: ActivityMap, name: str) -> tuple[Change, str | None]:
    """Return the id of the matter of a name, which is made if it is new; no name means none."""
    wanted = fold(clean_line(name))
    if not wanted:
        return Change(activity_map), None
    for matter in activity_map.matters:
        if fold(matter.name) == wanted:
            return Change(activity_map), matter.id
    made = add_matter(activity_map, name)
    return made, made.map.matters[-1].id


def rename_matter(activity_map: ActivityMap, matter: str, name: str) -> Change:
    """Give a matter another name, which no other has: two of one name are merged instead."""
    return _edited(activity_map, matter, name=_free_name(activity_map, name, but=matter))


def set_matter_kind(activity_map: ActivityMap, matter: str, kind: MatterKind) -> Change:
    """Say whether services meet in a matter or each has its own."""
    return _edited(activity_map, matter, kind=kind)


def _edited(activity_map: ActivityMap, matter: str, **fields: object) -> Change:
    def edit(one: Matter) -> Matter:
        return changed(one, **fields)

    return edited(activity_map, "matters", _KIND, matter, edit)


def _free_name(activity_map: ActivityMap, name: str, but: str | None = None) -> str:
    cleaned = named(name, "A matter")
    for matter in activity_map.matters:
        if matter.id != but and fold(matter.name) == fold(cleaned):
            raise EditError(f"There is a matter “{matter.name}” already. Use it, or merge the two.")
    return cleaned


def relate_matters(
    activity_map: ActivityMap, one: str, other: str, relation: MatterRelation
) -> Change:
    """Declare two matters to be related, or to cost one another."""
    for matter in (one, other):
        matter_by_id(activity_map, matter)
    if one == other:
        raise EditError("A matter cannot be related to itself. Choose another one.")
    if any(_same(known, one, other, relation) for known in activity_map.related_matters):
        return Change(activity_map)
    related = RelatedMatters(relation=relation, matters=(one, other))
    made = activity_map.but(related_matters=(*activity_map.related_matters, related))
    return Change(made, frozenset({one, other}))


def unrelate_matters(
    activity_map: ActivityMap, one: str, other: str, relation: MatterRelation
) -> Change:
    """Take back that two matters are related, or cost one another."""
    kept = tuple(
        known for known in activity_map.related_matters if not _same(known, one, other, relation)
    )
    if len(kept) == len(activity_map.related_matters):
        return Change(activity_map)
    return Change(activity_map.but(related_matters=kept), frozenset({one, other}))


def _same(known: RelatedMatters, one: str, other: str, relation: MatterRelation) -> bool:
    return known.relation is relation and set(known.matters) == {one, other}


def merge_matters(activity_map: ActivityMap, into: str, others: Iterable[str]) -> Change:
    """Make several matters one: what was about the others is about ``into``."""
    gone = set(others) - {into}
    for matter in (into, *gone):
        matter_by_id(activity_map, matter)
    if not gone:
        return Change(activity_map)
    return _replaced(activity_map, gone, lambda matter: into if matter in gone else matter, into)


def remove_matter(activity_map: ActivityMap, matter: str) -> Change:
    """Remove a matter; cards on it keep their other slots and are compared with nothing."""
    matter_by_id(activity_map, matter)
    return _replaced(activity_map, {matter}, lambda one: None if one == matter else one, None)


Replacing = Callable[[str | None], str | None]


def _replaced(
    activity_map: ActivityMap, gone: set[str], new: Replacing, into: str | None
) -> Change:
    """Return the map with every reference to a matter replaced, and what that changed."""
    ids = set(gone) | ({into} if into else set())
    systems = []
    for system in activity_map.systems:
        statements = tuple(
            changed(
                one,
                readings=tuple(changed(card, matter=new(card.matter)) for card in one.readings),
            )
            if any(card.matter in gone for card in one.readings)
            else one
            for one in system.statements
        )
        touched = {
            after.id
            for before, after in zip(system.statements, statements, strict=True)
            if after is not before
        }
        ids |= touched | ({system.id} if touched else set())
        systems.append(system.but(statements=statements) if touched else system)
    needs = tuple(
        one.but(matter=new(one.matter)) if one.matter in gone else one for one in activity_map.needs
    )
    drawn = tuple(
        one.but(matter=new(one.matter)) if one.matter in gone else one for one in activity_map.drawn
    )
    ids |= {one.id for one in activity_map.needs if one.matter in gone}
    ids |= {one.id for one in activity_map.drawn if one.matter in gone}
    fields: dict[str, object] = {
        "systems": tuple(systems),
        "matters": tuple(one for one in activity_map.matters if one.id not in gone),
        "related_matters": _relations(activity_map, new),
        "needs": needs,
        "drawn": drawn,
    }
    return Change(activity_map.but(**fields), frozenset(ids))


def _relations(activity_map: ActivityMap, new: Replacing) -> tuple[RelatedMatters, ...]:
    """Return the relations between what the matters have become, each once."""
    kept: dict[tuple[MatterRelation, frozenset[str]], RelatedMatters] = {}
    for related in activity_map.related_matters:
        one, other = (new(matter) for matter in related.matters)
        if one is not None and other is not None and one != other:
            after = changed(related, matters=(one, other))
            kept.setdefault((related.relation, frozenset((one, other))), after)
    return tuple(kept.values())

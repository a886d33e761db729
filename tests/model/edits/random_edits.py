"""Any edit with any arguments that it can take: for laws that hold over all of them."""

import datetime
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.discussing import Stage
from activitymap.model.edits import (
    actions,
    cards,
    copying,
    discussing,
    joining,
    judging,
    matters,
    needs,
    people,
    statements,
    systems,
    versions,
)
from activitymap.model.edits.change import Change
from activitymap.model.judging import Answer, End, GroundSide, Kind, Status
from activitymap.model.sorting import rounds, settle
from activitymap.model.values import (
    Basis,
    Bearing,
    Element,
    LinkKind,
    MatterKind,
    MatterRelation,
    Place,
    Quote,
    State,
)
from tests.model.strategies import names, readings, words

DAY = datetime.date(2026, 1, 1)
Draw = Callable[[st.SearchStrategy[Any]], Any]


def random_edit(draw: Draw, activity_map: ActivityMap) -> Change:
    """Return some edit of a map; one that the map does not allow changes nothing."""
    edit: Callable[[Draw, ActivityMap], Change] = draw(st.sampled_from(EDITS))
    try:
        return edit(draw, activity_map)
    except EditError:
        return Change(activity_map)
    except LookupError:  # The map has nothing that this edit could be about.
        return Change(activity_map)


def _one(draw: Draw, things: Any) -> Any:
    if not things:
        raise LookupError
    return draw(st.sampled_from([thing.id for thing in things]))


def _system(draw: Draw, m: ActivityMap) -> str:
    return str(_one(draw, m.systems))


def _statement(draw: Draw, m: ActivityMap) -> str:
    return str(_one(draw, [one for system in m.systems for one in system.statements]))


def _any(draw: Draw, kind: Any) -> Any:
    return draw(st.sampled_from(list(kind)))


def _card(draw: Draw, m: ActivityMap) -> Any:
    return draw(readings(st.sampled_from([None, *(matter.id for matter in m.matters)])))


def _judge(draw: Draw, m: ActivityMap) -> Change:
    detection = detect(m)
    found = (*detection.contradictions, *detection.gone)
    if not found:
        raise LookupError
    return judging.judge_found(m, draw(st.sampled_from(found)), _any(draw, Status), DAY)


def _sort(draw: Draw, m: ActivityMap) -> Change:
    pairs = [pair for one in rounds(m, detect(m)) for pair in one.pairs]
    if not pairs:
        raise LookupError
    return settle(m, draw(st.sampled_from(pairs)), _any(draw, Answer), DAY, draw(words))


def _draw(draw: Draw, m: ActivityMap) -> Change:
    ends = tuple(End(system=_system(draw, m), element=_any(draw, Element)) for _ in range(2))
    return judging.draw_contradiction(m, (ends[0], ends[1]), draw(words))


def _topic(draw: Draw, m: ActivityMap) -> discussing.Topic:
    one = _statement(draw, m)
    sides = (GroundSide(id=one, text=draw(words)),)
    return discussing.Topic((one, _statement(draw, m)), sides, DAY)


def _point(draw: Draw, m: ActivityMap, kind: str) -> str:
    return str(_one(draw, [one for each in m.discussions for one in getattr(each, kind)]))


def _merge(draw: Draw, m: ActivityMap) -> Change:
    return matters.merge_matters(m, _one(draw, m.matters), [_one(draw, m.matters)])


def _paste(draw: Draw, m: ActivityMap) -> Change:
    things = [*m.systems, *(one for system in m.systems for one in system.statements)]
    part = copying.copied(m, [_one(draw, things)])
    if draw(st.booleans()):
        return copying.paste(m, part)
    return copying.paste_statements(m, part, _system(draw, m), _any(draw, Element))


EDITS: tuple[Callable[[Draw, ActivityMap], Change], ...] = (
    _paste,
    lambda d, m: cards.put_on_matter(m, _statement(d, m), 0, d(words)),
    lambda d, m: cards.write_slot(m, _statement(d, m), 0, "holders", d(words)),
    lambda d, m: systems.add_system(m, d(names)),
    lambda d, m: joining.reroute_link(m, _one(d, m.links), _system(d, m), _system(d, m)),
    lambda d, m: systems.duplicate_system(m, _system(d, m)),
    lambda d, m: systems.rename_system(m, _system(d, m), d(names)),
    lambda d, m: systems.move_systems(
        m, {_system(d, m): Place(x=d(st.integers(0, 9)) * 1.0, y=0.0)}
    ),
    lambda d, m: systems.mirror_system(m, _system(d, m), d(st.booleans())),
    lambda d, m: systems.reorder_systems(m, d(st.permutations([one.id for one in m.systems]))),
    lambda d, m: systems.remove_systems(m, [_system(d, m)]),
    lambda d, m: statements.add_statements(
        m, _system(d, m), _any(d, Element), d(st.lists(words, max_size=2)), d(st.integers(0, 3))
    ),
    lambda d, m: statements.set_text(m, _statement(d, m), d(words)),
    lambda d, m: statements.set_state(m, _statement(d, m), _any(d, State)),
    lambda d, m: statements.move_statement(
        m, _statement(d, m), _system(d, m), _any(d, Element), d(st.integers(0, 3))
    ),
    lambda d, m: statements.remove_statements(m, [_statement(d, m)]),
    lambda d, m: cards.set_cards(m, _statement(d, m), [_card(d, m)]),
    lambda d, m: cards.add_card(m, _statement(d, m), _card(d, m)),
    lambda d, m: cards.remove_card(m, _statement(d, m), 0),
    lambda d, m: joining.add_shared_object(m, d(words), (_system(d, m),)),
    lambda d, m: joining.join(m, _one(d, m.shared_objects), _system(d, m)),
    lambda d, m: joining.leave(m, _one(d, m.shared_objects), _system(d, m)),
    lambda d, m: joining.remove_shared_object(m, _one(d, m.shared_objects)),
    lambda d, m: joining.add_link(m, _any(d, LinkKind), _system(d, m), _system(d, m)),
    lambda d, m: joining.reverse_link(m, _one(d, m.links)),
    lambda d, m: joining.change_link(m, _one(d, m.links), _any(d, LinkKind)),
    lambda d, m: joining.remove_link(m, _one(d, m.links)),
    lambda d, m: matters.add_matter(m, d(words)),
    lambda d, m: matters.rename_matter(m, _one(d, m.matters), d(words)),
    lambda d, m: matters.set_matter_kind(m, _one(d, m.matters), _any(d, MatterKind)),
    lambda d, m: matters.relate_matters(
        m, _one(d, m.matters), _one(d, m.matters), _any(d, MatterRelation)
    ),
    lambda d, m: matters.unrelate_matters(
        m, _one(d, m.matters), _one(d, m.matters), _any(d, MatterRelation)
    ),
    _merge,
    lambda d, m: matters.remove_matter(m, _one(d, m.matters)),
    lambda d, m: needs.add_need(m, d(words)),
    lambda d, m: needs.need_from_statement(m, _statement(d, m)),
    lambda d, m: needs.review_need(m, _one(d, m.needs), d(st.booleans())),
    lambda d, m: needs.put_need_on_matter(m, _one(d, m.needs), d(words)),
    lambda d, m: needs.mark_need(m, _statement(d, m), _one(d, m.needs), _any(d, Bearing)),
    lambda d, m: needs.unmark_need(m, _statement(d, m), _one(d, m.needs), _any(d, Bearing)),
    lambda d, m: needs.remove_need(m, _one(d, m.needs)),
    _judge,
    _sort,
    _draw,
    lambda d, m: judging.grade_drawn(m, _one(d, m.drawn), _any(d, Kind)),
    lambda d, m: judging.remove_drawn(m, _one(d, m.drawn)),
    lambda d, m: judging.switch_rule(
        m, d(st.sampled_from(["limits", "scope", "must-must-not"])), d(st.booleans())
    ),
    lambda d, m: judging.set_title(m, d(words)),
    lambda d, m: needs.base_need(m, _one(d, m.needs), _any(d, Basis)),
    lambda d, m: needs.quote_need(m, _one(d, m.needs), [Quote(text=d(words))]),
    lambda d, m: discussing.write_note(m, _topic(d, m), _any(d, Stage), d(words)),
    lambda d, m: discussing.quote_discussion(m, _topic(d, m), [Quote(text=d(words))]),
    lambda d, m: discussing.add_lever(m, _topic(d, m), d(words)),
    lambda d, m: discussing.add_idea(m, _topic(d, m), d(words)),
    lambda d, m: discussing.argue(m, _point(d, m, "ideas"), d(words), d(st.booleans())),
    lambda d, m: discussing.choose_idea(m, _point(d, m, "ideas"), d(st.booleans())),
    lambda d, m: discussing.remove_point(m, _point(d, m, "points")),
    lambda d, m: actions.agree_action(m, _topic(d, m), d(words), nothing=d(st.booleans())),
    lambda d, m: actions.reword_action(m, _point(d, m, "actions"), d(words)),
    lambda d, m: actions.finish_action(m, _point(d, m, "actions"), d(st.sampled_from([None, DAY]))),
    lambda d, m: versions.keep_version(m, DAY, d(words)),
    lambda d, m: versions.rename_version(m, _one(d, m.versions), d(words)),
    lambda d, m: versions.remove_version(m, _one(d, m.versions)),
    lambda d, m: people.add_name(m, d(words)),
    lambda d, m: people.no_name(m, d(words)),
)

"""Everything a map holds as single things in words, by which two states of it are compared."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.discussing import Discussion
from activitymap.model.judging import Judgement
from activitymap.model.reading import SLOTS, slot_text
from activitymap.model.values import ActivitySystem, Need, Quote, Statement
from activitymap.model.wording import worded


class Thing(NamedTuple):
    """One thing in a map: what kind of thing it is, where it stands, and its words.

    ``whole`` is the id of what it is a part of, or ``""``: of what was added or removed whole,
    the parts are not told one by one. ``place`` tells by ids where it stands, so that a service
    with another name is one change and not one of each of its statements.
    """

    kind: str
    where: str
    words: str
    whole: str = ""
    place: str = ""


Keyed = Iterator[tuple[str, Thing]]
"""Things with a key each, which is the same in all states of a map."""


def things(activity_map: ActivityMap) -> Keyed:
    """Yield everything that a map says, in its order."""
    yield "title", Thing(worded("title"), "", activity_map.title)
    matters = {matter.id: matter.name for matter in activity_map.matters}
    for system in activity_map.systems:
        yield system.id, Thing(worded("service"), "", system.name)
        for one in system.statements:
            yield from _statement(one, system, matters)
    yield from _joining(activity_map)
    yield from _matters(activity_map, matters)
    for need in activity_map.needs:
        yield from _need(need, matters)
    yield from _marks(activity_map)
    for drawn in activity_map.drawn:
        yield drawn.id, Thing(worded("contradiction drawn by the group"), "", drawn.text)
    for judgement in activity_map.judgements:
        yield judgement.id, _judgement(judgement)
    for discussion in activity_map.discussions:
        yield from _discussion(discussion)
    yield from _settings(activity_map)


def _statement(one: Statement, system: ActivitySystem, matters: dict[str, str]) -> Keyed:
    where = f"{system.name}, {worded(str(one.element))}"
    yield (
        one.id,
        Thing(worded("statement"), where, one.words, system.id, f"{system.id}/{one.element}"),
    )
    about = f"{where}, “{one.words}”"
    for field in ("context", "force"):
        value = getattr(one, field)
        if value is not None:
            yield f"{one.id} {field}", Thing(worded(field), about, worded(str(value)), one.id)
    for number, card in enumerate(one.readings):
        key = f"{one.id} card {number}"
        if card.matter:
            yield f"{key} matter", Thing(worded("matter"), about, matters[card.matter], one.id)
        for slot in SLOTS:
            if words := slot_text(card, slot):
                kind = worded(slot.replace("_", " "))
                yield f"{key} {slot}", Thing(kind, about, words, one.id)
        if card.confirmed:
            told = worded("confirmed as it is")
            yield f"{key} confirmed", Thing(worded("card"), about, told, one.id)
    yield from _quotes(one.quotes, one.id, about)


def _quotes(quotes: Iterable[Quote], identity: str, where: str) -> Keyed:
    for number, quote in enumerate(quotes):
        behind = ", ".join(filter(None, (quote.source, quote.date)))
        words = f"{quote.text} ({behind})" if behind else quote.text
        yield f"{identity} quote {number}", Thing(worded("quotation"), where, words, identity)


def _joining(activity_map: ActivityMap) -> Keyed:
    names = {system.id: system.name for system in activity_map.systems}
    for shared in activity_map.shared_objects:
        members = ", ".join(names[one] for one in shared.systems)
        yield (
            shared.id,
            Thing(worded("shared object"), members, shared.name, place=" ".join(shared.systems)),
        )
    for link in activity_map.links:
        told = f"{names[link.source]} {worded(str(link.kind))} {names[link.target]}"
        place = f"{link.source} {link.kind} {link.target}"
        yield link.id, Thing(worded("link"), told, link.label, place=place)


def _matters(activity_map: ActivityMap, names: dict[str, str]) -> Keyed:
    for matter in activity_map.matters:
        kind = str(matter.kind)
        yield matter.id, Thing(worded("matter"), worded(kind), matter.name, place=kind)
    for related in activity_map.related_matters:
        told = " – ".join(names.get(one, "") for one in related.matters)
        key = f"{related.relation} {' '.join(sorted(related.matters))}"
        yield key, Thing(worded("matters"), worded(str(related.relation)), told)


def _settings(activity_map: ActivityMap) -> Keyed:
    for rule in activity_map.rules_off:
        yield f"rule {rule}", Thing(worded("rule switched off"), "", rule)
    for words in activity_map.words:
        told = f"{words.one} / {words.other}"
        yield f"words {words.kind} {told}", Thing(worded("words"), worded(str(words.kind)), told)


def _need(need: Need, matters: dict[str, str]) -> Keyed:
    yield need.id, Thing(worded("need"), need.whose, need.text, place=need.whose)
    about = f"“{need.text}”"
    parts = {
        worded("source"): ", ".join(filter(None, (need.source, need.date))),
        worded("how sure"): worded(str(need.basis)) if need.basis else "",
        worded("matter"): matters[need.matter] if need.matter else "",
        worded("gone through"): worded("yes") if need.reviewed else "",
    }
    for kind, words in parts.items():
        if words:
            yield f"{need.id} {kind}", Thing(kind, about, words, need.id)
    yield from _quotes(need.quotes, need.id, about)


def _marks(activity_map: ActivityMap) -> Keyed:
    said = {one.id: one.words for system in activity_map.systems for one in system.statements}
    needs = {need.id: need.text for need in activity_map.needs}
    for mark in activity_map.need_marks:
        key = f"{mark.statement} {mark.bearing} {mark.need}"
        where = f"“{needs[mark.need]}”"
        yield key, Thing(worded(str(mark.bearing)), where, said[mark.statement], mark.statement)


def _judgement(one: Judgement) -> Thing:
    texts = (side.text for ground in one.grounds[:1] for side in ground.sides)
    where = " / ".join(f"“{text}”" for text in texts if text)
    said = (one.answer and worded(str(one.answer)), one.text, one.reason, one.depends_on)
    return Thing(
        worded("judgement"), where, ": ".join(filter(None, (worded(str(one.status)), *said)))
    )


def _discussion(one: Discussion) -> Keyed:
    where = " / ".join(f"“{side.text}”" for side in one.sides if side.text)
    for note in one.notes:
        kind = f"{worded('note')}, {worded(str(note.stage))}"
        yield f"{one.id} {note.stage}", Thing(kind, where, note.text, one.id)
    for lever in one.levers:
        origin = worded(str(lever.origin)) if lever.origin else ""
        told = ", ".join(filter(None, (lever.text, origin, lever.changed_by)))
        yield lever.id, Thing(worded("what can be changed"), where, told, one.id)
    for idea in one.ideas:
        kind = worded("idea, chosen") if idea.chosen else worded("idea")
        yield idea.id, Thing(kind, where, idea.text, one.id)
        for argument in idea.arguments:
            side = worded("for") if argument.favours else worded("against")
            key = f"{idea.id} {argument.favours} {argument.text}"
            yield key, Thing(side, f"“{idea.text}”", argument.text, idea.id)
    for action in one.actions:
        kind = worded("deliberately nothing") if action.nothing else worded("action")
        told = ", ".join(filter(None, (action.text, action.who, action.when)))
        yield action.id, Thing(kind, where, told, one.id)
    yield from _quotes(one.quotes, one.id, where)

"""A map in words, as Markdown: an activity-system description for an appendix."""

from collections.abc import Iterator

from activitymap.export.report.blocks import Block, Bullets, Heading, Paragraph, Style, Table
from activitymap.export.report.findings import (
    action_text,
    discussion_blocks,
    finding_blocks,
    judgement_text,
)
from activitymap.export.tables import escaped
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.need_words import said
from activitymap.model.needs_table import NeedRow, Stance, needs_table
from activitymap.model.reading import SLOTS, Reading, slot_text
from activitymap.model.values import ActivitySystem, Bearing, Element, Quote, Statement
from activitymap.model.wording import worded


def as_description(activity_map: ActivityMap) -> bytes:
    """Return everything that a map says, and what was found and made of it, as Markdown."""
    title = activity_map.title or worded("Activity map")
    lines = [f"# {escaped(title)}"]
    for block in _blocks(activity_map):
        lines += ["", *_markdown(block)]
    return ("\n".join(lines) + "\n").encode()


def _markdown(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * (block.level + 1)} {escaped(block.text)}"]
        case Paragraph():
            label = f"**{escaped(block.label)}** " if block.label else ""
            sign = "> " if block.style is Style.QUOTE else ""
            text = escaped(block.text)
            strong = f"**{text}**" if block.style is Style.STRONG and text else text
            return [f"{sign}{label}{strong}".rstrip()]
        case Bullets():
            return [f"- {escaped(item)}" for item in block.items]
        case Table():
            rows = (block.header, ("---",) * len(block.header), *block.rows)
            return [
                f"| {' | '.join(cell if cell == '---' else escaped(cell) for cell in row)} |"
                for row in rows
            ]
        case _:
            return []


def _blocks(activity_map: ActivityMap) -> Iterator[Block]:
    said = _Said(activity_map)
    for system in activity_map.systems:
        yield from said.system(system)
    yield from _joined(activity_map)
    yield from _matters(activity_map)
    yield from _needs(activity_map)
    yield from _found(activity_map)
    yield from _made_of_it(activity_map)


class _Said:
    """What services say, with everything that belongs to a statement below it."""

    def __init__(self, activity_map: ActivityMap) -> None:
        self._matters = {matter.id: matter.name for matter in activity_map.matters}
        needs = {need.id: said(need) for need in activity_map.needs}
        self._borne: dict[str, dict[Bearing, list[str]]] = {}
        for mark in activity_map.need_marks:
            by_bearing = self._borne.setdefault(mark.statement, {})
            by_bearing.setdefault(mark.bearing, []).append(needs[mark.need])

    def system(self, system: ActivitySystem) -> Iterator[Block]:
        """Yield what one service says, element by element."""
        yield Heading(system.name)
        for element in Element:
            statements = [one for one in system.statements if one.element is element]
            if statements:
                yield Heading(worded(str(element)), level=2)
            for one in statements:
                yield Paragraph(one.words, Style.STRONG)
                if details := tuple(self._details(one)):
                    yield Bullets(details)
                yield from _quotes(one.quotes)

    def _details(self, one: Statement) -> Iterator[str]:
        for card in one.readings:
            yield self._card(card)
        if one.context:
            yield worded("Context: {context}", context=worded(str(one.context)))
        if one.force:
            yield worded("It is {force}.", force=worded(str(one.force)))
        borne = self._borne.get(one.id, {})
        for text in borne.get(Bearing.SERVES, []):
            both = text in borne.get(Bearing.HINDERS, [])
            template = "Serves and hinders: {need}" if both else "Serves: {need}"
            yield worded(template, need=text)
        for text in borne.get(Bearing.HINDERS, []):
            if text not in borne.get(Bearing.SERVES, []):
                yield worded("Hinders: {need}", need=text)

    def _card(self, card: Reading) -> str:
        filled = [
            f"{worded(slot.replace('_', ' '))}: {words}"
            for slot in SLOTS
            if (words := slot_text(card, slot))
        ]
        about = self._matters.get(card.matter or "", "")
        said = "; ".join(filled)
        if not about:
            return said or worded("says nothing that can be compared")
        told = worded("On the matter “{matter}”", matter=about)
        return f"{told}: {said}" if said else told


def _quotes(quotes: tuple[Quote, ...]) -> Iterator[Block]:
    for quote in quotes:
        behind = ", ".join(filter(None, (quote.source, quote.date)))
        yield Paragraph(f"“{quote.text}”" + (f" ({behind})" if behind else ""), Style.QUOTE)


def _joined(activity_map: ActivityMap) -> Iterator[Block]:
    names = {system.id: system.name for system in activity_map.systems}
    told = [
        worded(
            "{services} work on: {object}",
            services=", ".join(names[one] for one in shared.systems),
            object=shared.name,
        )
        for shared in activity_map.shared_objects
    ]
    for link in activity_map.links:
        one, other = names[link.source], names[link.target]
        how = worded(str(link.kind))
        told.append(f"{one} {how} {other}" + (f" ({link.label})" if link.label else "") + ".")
    if told:
        yield Heading(worded("How the services are joined"))
        yield Bullets(tuple(told))


def _matters(activity_map: ActivityMap) -> Iterator[Block]:
    if not activity_map.matters:
        return
    names = {matter.id: matter.name for matter in activity_map.matters}
    yield Heading(worded("Matters"))
    yield Bullets(
        tuple(f"{one.name} ({worded(str(one.kind))})" for one in activity_map.matters)
        + tuple(
            f"{names[related.matters[0]]} – {names[related.matters[1]]}: "
            f"{worded(str(related.relation))}"
            for related in activity_map.related_matters
        )
    )


_STANCES = {Stance.BOTH: "serves and hinders"}


def _needs(activity_map: ActivityMap) -> Iterator[Block]:
    rows = needs_table(activity_map)
    if rows:
        yield Heading(worded("Needs"))
    for row in rows:
        yield from _need(row)


def _need(row: NeedRow) -> Iterator[Block]:
    need = row.need
    yield Paragraph(said(need), Style.STRONG)
    basis = worded(str(need.basis)) if need.basis else ""
    behind = ", ".join(filter(None, (need.whose, basis, need.source, need.date)))
    if behind:
        yield Paragraph(behind)
    told = tuple(
        f"{cell.system.name} {worded(_STANCES.get(cell.stance, str(cell.stance)))}: "
        + "; ".join(dict.fromkeys(f"“{mark.statement.words}”" for mark in cell.marks))
        for cell in row.cells
        if cell.marks
    )
    if told:
        yield Bullets(told)
    yield from _quotes(need.quotes)


def _found(activity_map: ActivityMap) -> Iterator[Block]:
    found = detect(activity_map).contradictions
    yield Heading(worded("Contradictions"))
    if not found:
        yield Paragraph(worded("None was found."))
    for number, one in enumerate(found, start=1):
        yield from finding_blocks(one, activity_map, number)
    agreed = agreements(activity_map)
    if agreed:
        yield Heading(worded("Agreements"))
        yield Bullets(tuple(one.sentence for one in agreed))


def _made_of_it(activity_map: ActivityMap) -> Iterator[Block]:
    """Yield every judgement and discussion in order, also of what is no longer found."""
    if activity_map.judgements:
        yield Heading(worded("Judgements"))
        yield Bullets(tuple(judgement_text(one) for one in activity_map.judgements))
    if activity_map.discussions:
        yield Heading(worded("Discussions"))
    for discussion in activity_map.discussions:
        about = " – ".join(f"“{side.text}”" for side in discussion.sides if side.text)
        yield Heading(f"{discussion.date.isoformat()}: {about}".rstrip(": "), level=2)
        yield from discussion_blocks(discussion)
    actions = [one for discussion in activity_map.discussions for one in discussion.actions]
    if actions:
        yield Heading(worded("Actions"))
        yield Bullets(tuple(map(action_text, actions)))

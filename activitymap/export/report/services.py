"""Every service as a text: what stands in its triangle, with the evidence for it."""

from collections.abc import Iterator

from activitymap.export.report.blocks import Block, Heading, Paragraph, Style, Table
from activitymap.export.report.findings import capital, quote_texts, statement_text
from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import ActivitySystem, Element, Statement
from activitymap.model.wording import joined, worded


def services_told(activity_map: ActivityMap) -> Iterator[Block]:
    """Yield what each service says, element by element, with what is missing or not known."""
    if not activity_map.systems:
        return
    yield Heading(worded("Appendix: the services in words"))
    names = {system.id: system.name for system in activity_map.systems}
    for system in activity_map.systems:
        yield Heading(system.name, level=2)
        shared = [one.name for one in activity_map.shared_objects if system.id in one.systems]
        if shared:
            yield Paragraph(joined(", ", shared), label=worded("Works with others on:"))
        links = [
            joined(" ", (worded(str(link.kind)), names[link.target]))
            + (f" ({link.label})" if link.label else "")
            for link in activity_map.links
            if link.source == system.id
        ]
        if links:
            yield Paragraph(joined("; ", links), label=worded("Is joined:"))
        yield from _elements(system)


def _elements(system: ActivitySystem) -> Iterator[Block]:
    said = [
        (element, [one for one in system.statements if one.element is element])
        for element in Element
    ]
    rows = tuple(
        (capital(worded(str(element))), "\n".join(map(_told, statements)))
        for element, statements in said
        if statements
    )
    if rows:
        yield Table((worded("Element"), worded("What is said")), rows, (1.0, 4.2))
    else:
        yield Paragraph(worded("Nothing is written down yet."), Style.QUIET)


def _told(statement: Statement) -> str:
    tags = [worded(str(tag)) for tag in (statement.context, statement.force) if tag]
    told = joined(" ", (statement_text(statement), f"({', '.join(tags)})" if tags else ""))
    return "\n".join((told, *quote_texts(statement.quotes)))

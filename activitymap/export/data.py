"""The map as JSON with a published schema, and as Markdown for an appendix."""

import json
from typing import Any

from pydantic import BaseModel, ConfigDict

from activitymap.export.tables import escaped, rows
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.needs_table import needs_table
from activitymap.model.storage.migrations import VERSION
from activitymap.model.values import ActivitySystem, Element
from activitymap.model.wording import worded

SCHEMA = "activitymap-export-1.schema.json"
"""The name of the schema in `docs/`."""


class Finding(BaseModel):
    """A contradiction as data: its sides in matching lists.

    ``words`` are the group's; ``gone`` says that it was judged or discussed and is no longer found.
    """

    model_config = ConfigDict(extra="forbid")

    rule: str
    kind: str
    level: str | None
    certainty: str
    status: str
    matters: list[str]
    systems: list[str]
    elements: list[str]
    statements: list[str]
    ids: list[str]
    because: str
    needs: list[str]
    words: str
    changed: bool
    gone: bool
    rules: list[str]
    linked: bool


class Together(BaseModel):
    """Two statements that pull the same way."""

    model_config = ConfigDict(extra="forbid")

    matter: str
    ids: list[str]
    statements: list[str]
    because: str


class Export(BaseModel):
    """A map with what was found in it; ``map`` is as in a file of the format ``version``."""

    model_config = ConfigDict(extra="forbid")

    format: str = "activitymap export"
    version: int = VERSION
    map: ActivityMap
    contradictions: list[Finding]
    agreements: list[Together]


def as_export_json(activity_map: ActivityMap) -> bytes:
    """Return a map, its contradictions and agreements as JSON that fits the schema."""
    matters = {matter.id: matter.name for matter in activity_map.matters}
    detection = detect(activity_map)
    found = rows(activity_map, (*detection.contradictions, *detection.gone))
    data: dict[str, Any] = {
        "format": "activitymap export",
        "version": VERSION,
        "map": activity_map.model_dump(mode="json", exclude_defaults=True),
        "contradictions": found,
        "agreements": [
            {
                "matter": matters.get(one.matter, ""),
                "ids": [side.id for side in one.sides],
                "statements": [side.text for side in one.sides],
                "because": one.sentence,
            }
            for one in agreements(activity_map)
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def schema() -> dict[str, Any]:
    """Return the JSON schema of `as_export_json`."""
    return Export.model_json_schema(mode="validation")


def as_description(activity_map: ActivityMap) -> bytes:
    """Return the activity systems and what was found as Markdown, for an appendix."""
    lines = [f"# {escaped(activity_map.title or worded('Activity map'))}"]
    for system in activity_map.systems:
        lines += _system(system)
    names = {system.id: system.name for system in activity_map.systems}
    if activity_map.shared_objects:
        lines += ["", f"## {worded('Shared objects')}", ""]
        lines += [
            f"- {escaped(shared.name)}: "
            + escaped(", ".join(names[member] for member in shared.systems))
            for shared in activity_map.shared_objects
        ]
    if activity_map.needs:
        lines += ["", f"## {worded('Needs')}", ""]
        for row in needs_table(activity_map):
            stances = "; ".join(
                f"{cell.system.name} {worded(str(cell.stance))}" for cell in row.cells if cell.marks
            )
            whose = f" ({row.need.whose})" if row.need.whose else ""
            lines.append(f"- {escaped(f'“{row.need.text}”{whose}: {stances}'.rstrip(': '))}")
    lines += ["", f"## {worded('Contradictions')}", ""]
    found = detect(activity_map).contradictions
    for number, one in enumerate(found, start=1):
        level = worded(str(one.level) if one.level else "no level")
        lines.append(f"{number}. {escaped(f'{worded(str(one.kind))}, {level}: {one.told}')}")
    if not found:
        lines.append(worded("None was found."))
    return ("\n".join(lines) + "\n").encode()


def _system(system: ActivitySystem) -> list[str]:
    lines = ["", f"## {escaped(system.name)}"]
    for element in Element:
        said = [one for one in system.statements if one.element is element]
        if said:
            lines += ["", f"**{worded(str(element))}**", ""]
            lines += [f"- {escaped(one.words)}" for one in said]
    return lines

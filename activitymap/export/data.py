"""The map as JSON with a published schema."""

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from activitymap.export.tables import rows
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Certainty
from activitymap.model.contradictions.rules.table import RULES
from activitymap.model.judging import Kind, Level, Status
from activitymap.model.storage.migrations import VERSION
from activitymap.model.values import Element

FORMAT = "activitymap export"
EXPORT_VERSION = 1
"""Rises whenever a program that reads the export would have to be changed."""
SCHEMA = f"activitymap-export-{EXPORT_VERSION}.schema.json"
"""The name of the schema in `docs/`, and how an export and the schema itself refer to it."""

_RULE: dict[str, Any] = {"enum": list(RULES)}
_RULES_OF_TODAY: dict[str, Any] = {
    "if": {"properties": {"gone": {"const": False}}},
    "then": {"properties": {"rule": _RULE, "rules": {"items": _RULE}}},
}
"""What is gone may name a rule of an earlier program, or none: as it was judged."""


class Finding(BaseModel):
    """A contradiction as data: its sides in matching lists.

    ``words`` are the group's; ``gone`` says that it was judged or discussed and is no longer found.
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra=_RULES_OF_TODAY)

    rule: str
    kind: Kind
    level: Level | None
    certainty: Certainty
    status: Status
    matters: list[str]
    systems: list[str]
    elements: list[Element | Literal["need"]]
    statements: list[str]
    ids: list[str]
    because: str
    needs: list[str]
    rules: list[str]
    words: str
    changed: bool
    gone: bool
    linked: bool


class Together(BaseModel):
    """Two statements that pull the same way."""

    model_config = ConfigDict(extra="forbid")

    matter: str
    ids: list[str]
    statements: list[str]
    because: str


class Export(BaseModel):
    """A map with what was found in it; ``map`` is as in a file of the format ``map_version``."""

    model_config = ConfigDict(extra="forbid")

    schema_name: Literal["activitymap-export-1.schema.json"] = Field(alias="$schema")
    format: Literal["activitymap export"]
    version: Literal[1]
    map_version: Literal[2]
    map: ActivityMap
    contradictions: list[Finding]
    agreements: list[Together]


def as_export_json(activity_map: ActivityMap) -> bytes:
    """Return a map, its contradictions and agreements as JSON that fits the schema."""
    matters = {matter.id: matter.name for matter in activity_map.matters}
    detection = detect(activity_map)
    found = rows(activity_map, (*detection.contradictions, *detection.gone))
    data: dict[str, Any] = {
        "$schema": SCHEMA,
        "format": FORMAT,
        "version": EXPORT_VERSION,
        "map_version": VERSION,
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
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **Export.model_json_schema(mode="validation"),
    }

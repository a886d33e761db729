"""Small maps for the tests of detection, written as rows of words like a spreadsheet's."""

from collections.abc import Iterable

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.reading import Change, Modality, Origin, Pace, Reading, Share
from activitymap.model.slots.clock import parse_time
from activitymap.model.slots.condition import parse_condition
from activitymap.model.slots.limit import parse_limit
from activitymap.model.slots.scope import parse_scope
from activitymap.model.values import (
    ActivitySystem,
    Element,
    Matter,
    MatterKind,
    SharedObject,
    State,
    Statement,
)

Row = dict[str, str]
MATTER = "sharing information"


def said(service: str, element: str = "rules", **slots: str) -> Row:
    """Return a row: who says it, where, and the words of the slots."""
    return {"service": service, "element": element, **slots}


def map_of(*rows: Row, joined: bool = True, own: Iterable[str] = ()) -> ActivityMap:
    """Return a map of the rows; statements are ``statement-1`` … in the order of the rows."""
    names = list(dict.fromkeys(row["service"] for row in rows))
    matters = list(dict.fromkeys(row.get("matter", MATTER) for row in rows))
    systems = tuple(
        ActivitySystem(
            id=f"system-{number}",
            name=name,
            statements=tuple(
                _statement(row, place, matters)
                for place, row in enumerate(rows, start=1)
                if row["service"] == name
            ),
        )
        for number, name in enumerate(names, start=1)
    )
    everyone = tuple(system.id for system in systems)
    return ActivityMap(
        systems=systems,
        matters=tuple(
            Matter(
                id=f"matter-{number}",
                name=name,
                kind=MatterKind.OWN if name in own else MatterKind.JOINT,
            )
            for number, name in enumerate(matters, start=1)
        ),
        shared_objects=(SharedObject(id="shared-1", name="one child", systems=everyone),)
        if joined
        else (),
        last_number=1000,
    )


def _statement(row: Row, place: int, matters: list[str]) -> Statement:
    return Statement(
        id=f"statement-{place}",
        element=Element(row["element"]),
        text=row.get("text", f"text {place}"),
        state=State(row.get("state", "present")),
        readings=(reading(row, f"matter-{matters.index(row.get('matter', MATTER)) + 1}"),),
    )


def reading(row: Row, matter: str) -> Reading:
    """Return the card that the words of a row make."""

    def several(name: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in row.get(name, "").split(";") if part.strip())

    return Reading(
        matter=matter,
        modality=Modality(row["modality"]) if "modality" in row else None,
        who=several("who"),
        holders=several("holders"),
        share=Share(row["share"]) if "share" in row else None,
        relies_on=several("relies_on"),
        pace=Pace(row["pace"]) if "pace" in row else None,
        limit=parse_limit(row["limit"]) if "limit" in row else None,
        time=parse_time(row["time"]) if "time" in row else None,
        condition=tuple(parse_condition(part) for part in several("condition")),
        scope=tuple(parse_scope(part) for part in several("scope")),
        change=Change(row["change"]) if "change" in row else None,
        worked_on=row.get("worked_on", ""),
        value=row.get("value", ""),
        origin=Origin(row["origin"]) if "origin" in row else None,
    )


def found(*rows: Row, joined: bool = True, own: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return (rule, kind) of every contradiction in a map of the rows."""
    detection = detect(map_of(*rows, joined=joined, own=own))
    return [(one.rule, str(one.kind)) for one in detection.contradictions]


def only_one(activity_map: ActivityMap) -> Contradiction:
    """Return the one contradiction of a map."""
    (one,) = detect(activity_map).contradictions
    return one

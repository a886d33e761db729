"""Contradictions as rows, and the rows as JSON, CSV, Markdown or a table for the terminal."""

import csv
import io
import json
import textwrap
from collections.abc import Iterable, Sequence

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Side
from activitymap.model.contradictions.naming import FindingNames
from activitymap.model.storage.sheet_columns import YES

Row = dict[str, object]

NEED = "need"
"""What stands for the element of a side that is a need."""
FAMILY = "the family"
"""Who has a need of which nobody said whose it is."""


def rows(activity_map: ActivityMap, found: Iterable[Contradiction]) -> list[Row]:
    """Return one row for each contradiction, in the given order.

    The keys ``systems``, ``elements``, ``statements`` and ``ids`` are lists in matching order;
    for a need the system is whose it is, and the element ``need``. ``words`` are the group's, while
    they stand; of what is ``gone``, names and texts are those that were judged.
    """
    names = FindingNames(activity_map)
    needs = {need.id: need for need in activity_map.needs}

    def speaker(one: Contradiction, side: Side) -> str:
        named = names.speaker(one, side)
        return named if named or names.element(one, side) else FAMILY

    return [
        {
            "rule": one.rule,
            "kind": str(one.kind),
            "level": str(one.level) if one.level else None,
            "certainty": str(one.certainty),
            "status": str(one.status),
            "matters": list(names.matters(one)),
            "systems": [speaker(one, side) for side in one.sides],
            "elements": [str(names.element(one, side) or NEED) for side in one.sides],
            "statements": [side.text for side in one.sides],
            "ids": [side.id for side in one.sides],
            "because": one.because,
            "needs": [needs[need].text for need in one.needs],
            "words": one.own_words,
            "changed": one.changed,
            "gone": one.gone,
            "rules": list(dict.fromkeys(reason.rule for reason in one.reasons)),
            "linked": one.linked,
        }
        for one in found
    ]


def as_json(table: Sequence[Row]) -> str:
    """Return the rows as a JSON array of objects."""
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def as_csv(table: Sequence[Row]) -> str:
    """Return the rows as CSV with a header; lists are joined by `` | ``."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in table:
        writer.writerow([guarded(cell(row[column])) for column in COLUMNS])
    return target.getvalue()


def as_markdown(table: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = [
        "| Kind | Level | Matter | Statements | Why | Needs | In the group's words | Status |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in table:
        cells = (
            row["kind"],
            row["level"] or "–",
            cell(row["matters"]),
            "<br>".join(escaped(said) for said in _said(row)),
            row["because"],
            cell(row["needs"]),
            row["words"],
            _status(row),
        )
        told = [str(one) if place == 3 else escaped(str(one)) for place, one in enumerate(cells)]
        lines.append(f"| {' | '.join(told)} |")
    return "\n".join(lines) + "\n"


def as_text(table: Sequence[Row], width: int = 100) -> str:
    """Return the rows as text for a terminal ``width`` characters wide, grouped by matter."""
    if not table:
        return (
            "No contradictions found. They appear where two linked services say different things "
            "on the same matter.\n"
        )
    lines: list[str] = []
    matter: object = None
    for number, row in enumerate(table, start=1):
        if row["matters"] != matter:
            matter = row["matters"]
            lines += ["", (cell(matter) or "No matter").upper()]
        level = f", {row['level']}" if row["level"] else ""
        status = "" if (words := _status(row)) == "candidate" else f", {words}"
        lines.append(f"{number:>3}. {str(row['kind']).capitalize()}{level} ({row['rule']}){status}")
        for said in _said(row):
            lines += textwrap.wrap(said, width, initial_indent="     ", subsequent_indent="       ")
        why = f"Why: {row['because']}"
        lines += textwrap.wrap(why, width, initial_indent="     ", subsequent_indent="     ")
        if row["words"]:
            told = f"In the group's words: {row['words']}"
            lines += textwrap.wrap(told, width, initial_indent="     ", subsequent_indent="     ")
        if row["needs"]:
            need = f"Need: {cell(row['needs'])}"
            lines += textwrap.wrap(need, width, initial_indent="     ", subsequent_indent="     ")
    return "\n".join(lines[1:]) + "\n"


COLUMNS = (
    "rule",
    "kind",
    "level",
    "certainty",
    "status",
    "matters",
    "systems",
    "elements",
    "statements",
    "ids",
    "because",
    "needs",
    "words",
    "changed",
    "gone",
)


def _status(row: Row) -> str:
    """Return what the group made of a row, and whether that still holds for anything."""
    told = [str(row["status"])]
    told += ["changed since it was judged"] if row["changed"] else []
    told += ["no longer found"] if row["gone"] else []
    return ", ".join(told)


def _said(row: Row) -> list[str]:
    columns = (_strings(row[column]) for column in ("systems", "elements", "statements"))
    sides = zip(*columns, strict=True)
    return [
        f"{system} · {element}" + (f": “{text}”" if text else "") for system, element, text in sides
    ]


def _strings(value: object) -> list[str]:
    return [str(part) for part in value] if isinstance(value, list) else [str(value)]


def cell(value: object) -> str:
    """Return a value of a row as one text; lists are joined by `` | ``, true is "yes"."""
    if value is None or value is False:
        return ""
    if value is True:
        return YES
    return " | ".join(_strings(value)) if isinstance(value, list) else str(value)


def guarded(text: str) -> str:
    """Return ``text`` so that a spreadsheet does not take it for a formula.

    One that only looks guarded is guarded too: the import takes off one guard and no more.
    """
    return f"'{text}" if text.lstrip("'").startswith(("=", "+", "-", "@", "\t", "\r")) else text


def escaped(text: str) -> str:
    """Return ``text`` on one line, with nothing in it that Markdown takes for markup."""
    for character in "\\|<>*_`[]&~":
        text = text.replace(character, f"\\{character}")
    return " ".join(text.split())

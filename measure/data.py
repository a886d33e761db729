"""Labelled statements: pairs and whole maps, from files of tab- or comma-separated values.

A folder holds ``pairs*.tsv`` (id, field, element, matter, a, b, label, type, why), maps as
``map*.csv`` (service, element, statement, matter) with what a facilitator raised in
``map*_gold.tsv`` or one ``map_gold.tsv``, and ``slots*.tsv`` (a statement and its card).
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.spreadsheet import read_sheet

Ends = frozenset[tuple[str, str]]
"""The two ends of a pair, each as (service, statement)."""


class Pair(NamedTuple):
    """Two statements, the matters that they are about, and whether they clash."""

    elements: tuple[str, str]
    matters: tuple[str, str]
    texts: tuple[str, str]
    clashes: bool
    type: str


class LabelledMap(NamedTuple):
    """A whole map with its matters, and the pairs that a facilitator raised with their types."""

    name: str
    map: ActivityMap
    raised: dict[Ends, str]


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Go through the rows of a file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ",")


def pairs(path: Path) -> list[Pair]:
    """Return the pairs of a file."""
    return [
        Pair(
            _both(row["element"], "/"),
            _both(row["matter"], " | "),
            (row["a"], row["b"]),
            row["label"] != "none",
            row["type"],
        )
        for row in rows_of(path)
    ]


def _both(cell: str, between: str) -> tuple[str, str]:
    parts = cell.split(between)
    return parts[0], parts[-1]


def maps(folder: Path) -> list[LabelledMap]:
    """Return the labelled maps of a folder."""
    raised: dict[str, dict[Ends, str]] = {}
    for gold in sorted(folder.glob("map*gold.tsv")):
        for row in rows_of(gold):
            ends = frozenset((row[f"service_{side}"], row[f"statement_{side}"]) for side in "ab")
            raised.setdefault(row["map"].removesuffix(".csv"), {})[ends] = row["type"]
    return [
        LabelledMap(path.stem, read_sheet(path).map, raised[path.stem])
        for path in sorted(folder.glob("map*.csv"))
        if path.stem in raised
    ]


def ends_of(activity_map: ActivityMap, sides: Iterator[tuple[str, str]]) -> Ends:
    """Return the ends of a finding, given as (system's id, text)."""
    names = {system.id: system.name for system in activity_map.systems}
    return frozenset((names[system], text) for system, text in sides)

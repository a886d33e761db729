"""Pairs with the matter given: does reading their slots tell those that clash?"""

import csv
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.storage.spreadsheet import read_sheet
from measure.baselines import negation
from measure.data import Pair
from measure.scores import Found

Method = Callable[[Pair], bool]


def map_of(pair: Pair) -> ActivityMap:
    """Return a map of two services around one object, each saying one side of a pair."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pair.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            write = csv.writer(file).writerow
            write(["service", "element", "statement", "matter"])
            for name, element, text, matter in zip(
                ("One service", "Another service"),
                pair.elements,
                pair.texts,
                pair.matters,
                strict=True,
            ):
                write([name, element, text, matter])
        return read_sheet(path).map


def slots_read(pair: Pair) -> bool:
    """Say what the program says: whether it finds a clash from what it reads."""
    return bool(detect(map_of(pair)).contradictions)


METHODS: dict[str, Method] = {
    "slots read": slots_read,
    "same matter always clashes": lambda pair: pair.matters[0] == pair.matters[1],
    "negation and a common word": lambda pair: (
        pair.matters[0] == pair.matters[1] and negation(*pair.texts)
    ),
}


def score(pairs: Sequence[Pair], method: Method) -> Found:
    """Return how a method does on pairs."""
    said = [(method(pair), pair.clashes) for pair in pairs]
    return Found(
        sum(told and clashes for told, clashes in said),
        sum(told and not clashes for told, clashes in said),
        sum(clashes and not told for told, clashes in said),
    )


def by_type(pairs: Sequence[Pair], method: Method) -> dict[str, tuple[int, int]]:
    """Return, for each type of clash, how many were found and how many there are."""
    there, found = Counter[str](), Counter[str]()
    for pair in pairs:
        if pair.clashes:
            there[pair.type] += 1
            found[pair.type] += method(pair)
    return {kind: (found[kind], number) for kind, number in sorted(there.items())}

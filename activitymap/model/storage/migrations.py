"""Old files open forever: one function on plain data for each step from a version to the next."""

from collections.abc import Callable, Mapping
from typing import Any

Data = dict[str, Any]
Migration = Callable[[Data], Data]

VERSION = 2
"""The version of the format that this program writes.

1. The first: services, shared objects, links, matters, needs, contradictions drawn by hand,
   judgements, rules switched off.
2. Discussions with actions, versions of the map, names of people; how sure a need is; what a
   quick round answered stands by itself, and no longer in the place of the reason. Judgements
   stay when what they judged is removed.
"""

_ANSWERS = ("together", "apart", "depends", "not the same matter")


def _from_1(data: Data) -> Data:
    """Let the answers of quick rounds, which stood as reasons, stand in a field of their own."""
    judgements = data.get("judgements")
    if isinstance(judgements, list):
        for one in judgements:
            if isinstance(one, dict) and one.get("reason") in _ANSWERS:
                one["answer"] = one.pop("reason")
    return data


MIGRATIONS: dict[int, Migration] = {1: _from_1}
"""The step from each version to the next; the functions change plain data and know no model."""


def migrated(
    data: Data,
    version: int,
    target: int = VERSION,
    steps: Mapping[int, Migration] = MIGRATIONS,
) -> Data:
    """Return the ``map`` of a file of ``version`` as ``target`` has it, step by step.

    The maps of kept versions are written in the format of their file, so they take the same
    steps; a step itself changes one map and need not know of them.

    Raises:
        KeyError: a step is missing; a test keeps the table complete.
    """
    kept = data.get("versions")
    for step in range(version, target):
        data = steps[step](data)
    for one in kept if isinstance(kept, list) else ():
        if isinstance(one, dict) and isinstance(one.get("map"), dict):
            one["map"] = migrated(one["map"], version, target, steps)
    return data

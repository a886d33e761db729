"""Old files open forever: one function on plain data for each step from a version to the next."""

from collections.abc import Callable, Mapping
from typing import Any

Data = dict[str, Any]
Migration = Callable[[Data], Data]

VERSION = 1
"""The version of the format that this program writes.

1. The first: services, shared objects, links, matters, needs, contradictions drawn by hand,
   judgements, rules switched off.
"""

MIGRATIONS: dict[int, Migration] = {}
"""The step from each version to the next; the functions change plain data and know no model."""


def migrated(
    data: Data,
    version: int,
    target: int = VERSION,
    steps: Mapping[int, Migration] = MIGRATIONS,
) -> Data:
    """Return the ``map`` of a file of ``version`` as ``target`` has it, step by step.

    Raises:
        KeyError: a step is missing; a test keeps the table complete.
    """
    for step in range(version, target):
        data = steps[step](data)
    return data

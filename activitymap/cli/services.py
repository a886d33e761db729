"""The services that ``--what`` names: ``service=NAME``, ``pair=NAME,NAME``, ``services=…``."""

import re

from activitymap.errors import ExportError
from activitymap.export.wanted import What
from activitymap.model.activity_map import ActivityMap
from activitymap.model.text import fold

COUNTS = {"service": 1, "pair": 2, "services": None}
"""The words before the names, and how many there must be."""
WHAT = "map, comparison, matrix, service=NAME, pair=NAME,NAME or services=NAME,NAME,NAME"


def what_and_services(activity_map: ActivityMap, words: str) -> tuple[What, tuple[str, ...]]:
    """Return what is to be drawn, and the ids of the services that are named.

    Raises:
        ExportError: the words mean nothing, or there is no service of a name, or several.
    """
    kind, _, names = words.partition("=")
    if words in {What.MAP, What.COMPARISON, What.MATRIX}:
        return What(words), ()
    if kind in COUNTS and names.strip():
        found = _services(activity_map, names)
        if COUNTS[kind] in {None, len(found)}:
            return What.SERVICES, found
        raise ExportError(
            f"“{words}” names {len(found)} of the services. Write {kind}= and {COUNTS[kind]}."
        )
    raise ExportError(f"“{words}” is no figure. Choose {WHAT}.")


def _services(activity_map: ActivityMap, names: str) -> tuple[str, ...]:
    """Return the ids of services whose names stand between commas; a name may hold some itself."""
    known: dict[str, list[str]] = {}
    for system in activity_map.systems:
        known.setdefault(fold(system.name), []).append(system.id)
    pieces = re.split(r"([,|])", names)
    found: list[str] = []
    while pieces:
        # The longest name that is known: "Housing, benefits and debt" before "Housing".
        for count in range(len(pieces), 0, -2):
            name = "".join(pieces[:count])
            if fold(name) in known:
                break
        else:
            listed = ", ".join(f"“{system.name}”" for system in activity_map.systems)
            raise ExportError(
                f"There is no service “{pieces[0].strip()}”. The map has {listed or 'none'}."
            )
        ids = known[fold(name)]
        if len(ids) > 1:
            raise ExportError(
                f"{len(ids)} services are called “{name.strip()}”. Give them different names first."
            )
        found += ids
        pieces = pieces[count + 1 :]
    return tuple(dict.fromkeys(found))

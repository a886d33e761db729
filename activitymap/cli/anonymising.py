"""Leaving the names of people out on the command line, and telling what was replaced."""

import sys

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.anonymised import anonymised


def without_names(activity_map: ActivityMap) -> ActivityMap:
    """Return a map without the names that it lists; what was replaced goes to standard error."""
    done = anonymised(activity_map)
    for one in done.replaced:
        times = "once" if one.times == 1 else f"{one.times} times"
        print(f"Note: “{one.name}” became “{one.instead}” {times}.", file=sys.stderr)
    if not done.replaced:
        print("Note: the map lists no names, so nothing was replaced.", file=sys.stderr)
    if done.doubtful:
        names = ", ".join(f"“{one.name}”" for one in done.doubtful)
        print(f"Note: these look like names and were not replaced: {names}.", file=sys.stderr)
    return done.map

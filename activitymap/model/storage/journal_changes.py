"""What differs between two maps, as plain data, and putting it onto plain data again.

Unchanged parts of a map are shared with the map before (`is`), so only what an edit touched is
looked at. A difference speaks of places in the earlier map and of the fields of the file format:

- ``{"set": {field: value}, "drop": [field], "lists": {field: steps}}``, of a map or of a thing in
  it; ``drop`` names what went back to its default, which the file format does not write;
- the steps build a list anew: ``[2, 5]`` takes over the things 2, 3 and 4, ``[5, {difference}]``
  takes the thing 5 with a difference, and ``{…}`` is a new thing.
"""

from typing import Any

from activitymap.model.base import Value

Data = dict[str, Any]


def difference(before: Value, after: Value) -> Data:
    """Return what turns ``before`` into ``after``, a value of the same kind; empty if nothing."""
    plain: set[str] = set()
    lists: Data = {}
    for name in type(after).model_fields:
        was, now = getattr(before, name), getattr(after, name)
        if was is now:
            continue
        if _holds_values(was) or _holds_values(now):
            steps = _steps(was, now)
            if steps is not None:
                lists[name] = steps
        elif was != now:
            plain.add(name)
    found: Data = {}
    if plain:
        # What has its default is left out.
        found["set"] = after.model_dump(mode="json", include=plain, exclude_defaults=True)
        found["drop"] = sorted(plain - found["set"].keys())
    if lists:
        found["lists"] = lists
    return {name: part for name, part in found.items() if part}


def applied(data: Data, found: Data) -> Data:
    """Return plain data with a difference; the data itself is left as it is.

    Raises:
        ValueError: the difference is none, or is one of other data.
    """
    if not found.keys() <= {"set", "drop", "lists"}:
        raise ValueError("no difference")
    made = {name: part for name, part in data.items() if name not in found.get("drop", ())}
    made.update(found.get("set", {}))
    for name, steps in found.get("lists", {}).items():
        made[name] = _rebuilt(data.get(name, []), steps)
    return made


def _holds_values(part: object) -> bool:
    return isinstance(part, tuple) and bool(part) and isinstance(part[0], Value)


def _steps(was: tuple[Value, ...], now: tuple[Value, ...]) -> list[Any] | None:
    """Return the steps that build ``now`` from ``was``, or ``None`` where they are equal."""
    first, last = _shared_ends(was, now)
    middle = range(first, len(was) - last)
    places = {id(was[place]): place for place in middle}
    by_id = {identity: place for place in middle if (identity := _id_of(was[place]))}
    steps: list[Any] = []
    _take(steps, 0, first)
    for one in now[first : len(now) - last]:
        place = places.get(id(one))
        if place is not None:
            _take(steps, place, place + 1)
            continue
        identity = _id_of(one)
        place = by_id.get(identity) if identity else None
        if place is None:
            steps.append(one.model_dump(mode="json", exclude_defaults=True))
        elif found := difference(was[place], one):
            steps.append([place, found])
        else:
            _take(steps, place, place + 1)
    _take(steps, len(was) - last, len(was))
    return None if steps == [[0, len(was)]] else steps


def _shared_ends(was: tuple[Value, ...], now: tuple[Value, ...]) -> tuple[int, int]:
    """Return how many things at the start, and then at the end, are the very same in both."""
    most = min(len(was), len(now))
    first = 0
    while first < most and was[first] is now[first]:
        first += 1
    last = 0
    while last < most - first and was[-1 - last] is now[-1 - last]:
        last += 1
    return first, last


def _id_of(one: Value) -> str | None:
    return getattr(one, "id", None)


def _take(steps: list[Any], start: int, end: int) -> None:
    """Add the step that takes things over, or let the step before take these as well."""
    if start == end:
        return
    if steps and isinstance(steps[-1], list) and steps[-1][1] == start:
        steps[-1][1] = end
    else:
        steps.append([start, end])


def _rebuilt(before: list[Any], steps: list[Any]) -> list[Any]:
    made: list[Any] = []
    for step in steps:
        match step:
            case [int(start), int(end)] if 0 <= start <= end <= len(before):
                made += before[start:end]
            case [int(place), dict(found)] if 0 <= place < len(before):
                made.append(applied(before[place], found))
            case dict():
                made.append(step)
            case _:
                raise ValueError("no step that leads on from here")
    return made

"""Reading all that a map says, by a way of its own: not by the walk that replaces names."""

from collections.abc import Iterator
from typing import Any


def strings_in(data: Any) -> Iterator[str]:
    """Yield every string in plain data, as `model_dump` gives it; keys are left out."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for one in data.values():
            yield from strings_in(one)
    elif isinstance(data, list | tuple):
        for one in data:
            yield from strings_in(one)


def statements_of(activity_map) -> list[str]:
    """Return the texts of all statements."""
    return [one.text for system in activity_map.systems for one in system.statements]

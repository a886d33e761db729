"""Another text in every field of a map that somebody may write in."""

from collections.abc import Callable
from typing import Any, get_args

from activitymap.model.activity_map import ActivityMap
from activitymap.model.base import Value

UNTOUCHED = {"id", "about", "systems_of", "rules_off", "rule", "slots"}
"""Fields of texts that the program writes by itself."""


def rewritten(activity_map: ActivityMap, write: Callable[[], str]) -> ActivityMap:
    """Return a map in which every text, wherever it stands, is one that ``write`` gives."""
    made = _rewritten(activity_map, write)
    assert isinstance(made, ActivityMap)
    return made


def _rewritten(value: Value, write: Callable[[], str]) -> Value:
    changed = {}
    for name, field in type(value).model_fields.items():
        if name not in UNTOUCHED:
            before = getattr(value, name)
            changed[name] = _within(before, _is_written(field.annotation, field.metadata), write)
    return value.but(**changed)


def _within(part: Any, written: bool, write: Callable[[], str]) -> Any:
    if isinstance(part, Value):
        return _rewritten(part, write)
    if isinstance(part, tuple):
        return tuple(_within(one, written, write) for one in part)
    return write() if type(part) is str and part and written else part


def _is_written(annotation: Any, metadata: Any) -> bool:
    """Whether texts of a field are somebody's: those of ids are constrained."""
    if annotation is str:
        return not metadata
    inner = [one for one in get_args(annotation) if one is not Ellipsis]
    return bool(inner) and all(_is_written(one, ()) for one in inner)

"""What a file holds that this program does not know, kept so that saving does not lose it.

A newer program, or a person, may have added a key to a service or a card. It is taken out before
the strict models see it, and put back on saving where the thing it belonged to still exists.
"""

from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from activitymap.model.activity_map import Version


class Extra(NamedTuple):
    """One unknown key and its value, with where it was.

    ``anchor`` is the id of the nearest thing that has one (or ``""``), ``path`` the way from it.
    Versions of the map hold things with the same ids as the map: there the version's id stands
    before it, as in ``version-9/statement-2``.
    """

    anchor: str
    path: tuple[str | int, ...]
    key: str
    value: object


Extras = tuple[Extra, ...]


def take_out(data: Any, model: type[BaseModel]) -> tuple[Any, Extras]:
    """Return ``data`` without the keys that ``model`` does not know, and those keys."""
    found: list[Extra] = []
    return _known(data, model, "", (), found), tuple(found)


def _known(
    data: Any,
    kind: Any,
    anchor: str,
    path: tuple[str | int, ...],
    found: list[Extra],
    inside: str = "",
) -> Any:
    if isinstance(data, list):
        inner = _inner(kind)
        return [
            _known(one, inner, anchor, (*path, place), found, inside)
            for place, one in enumerate(data)
        ]
    model = _model(kind)
    if not isinstance(data, dict) or model is None:
        return data
    if isinstance(data.get("id"), str):
        anchor, path = inside + data["id"], ()
        if issubclass(model, Version):
            inside = f"{anchor}/"
    kept = {}
    for key, value in data.items():
        field = model.model_fields.get(key)
        if field is None:
            found.append(Extra(anchor, path, key, value))
        else:
            kept[key] = _known(value, field.annotation, anchor, (*path, key), found, inside)
    return kept


def _model(kind: Any) -> type[BaseModel] | None:
    for one in (kind, *get_args(kind)):
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one
    return None


def _inner(kind: Any) -> Any:
    if get_origin(kind) is tuple:
        return get_args(kind)[0]
    return next((_inner(one) for one in get_args(kind) if get_args(one)), None)


def put_back(data: Any, extras: Extras) -> Any:
    """Return ``data`` with the unknown keys in their places, where those still exist."""
    anchors: dict[str, Any] = {"": data}
    _find_anchors(data, anchors)
    for extra in extras:
        target: Any = anchors.get(extra.anchor)
        for step in extra.path:
            try:
                target = target[step]
            except (KeyError, IndexError, TypeError):
                target = None
        if isinstance(target, dict):
            target.setdefault(extra.key, extra.value)
    return data


def _find_anchors(data: Any, anchors: dict[str, Any], inside: str = "") -> None:
    if isinstance(data, list):
        for one in data:
            _find_anchors(one, anchors, inside)
    elif isinstance(data, dict):
        if isinstance(data.get("id"), str):
            anchors.setdefault(inside + data["id"], data)
            if isinstance(data.get("map"), dict):
                inside = f"{inside}{data['id']}/"
        for value in data.values():
            if isinstance(value, list | dict):
                _find_anchors(value, anchors, inside)
